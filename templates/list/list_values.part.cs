<?cs each:v = Values ?><option value="<?cs var:v.text ?>"><?cs var:v.n ?></option><?cs /each ?>
