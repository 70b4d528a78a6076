<?cs each:t = Titles ?><option value="<?cs var:t.title ?>"><?cs var:t.n ?></option><?cs /each ?>
