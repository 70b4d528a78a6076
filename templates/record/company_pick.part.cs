<?cs each:p = Picks ?><option value="<?cs var:p.value ?>"><?cs var:p.label ?><?cs if:p.city != "" ?>, <?cs var:p.city ?><?cs /if ?></option><?cs /each ?>
