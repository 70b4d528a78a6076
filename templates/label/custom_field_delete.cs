<?cs def:page_title() ?>Delete <?cs var:Field.label ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Delete <?cs var:Field.label ?>?</h1><p class="page-sub">This can be undone. To keep the values and only hide the field, archive it.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><input type="hidden" name="count" value="<?cs var:Field.count ?>"><div class="card-body"><p><?cs if:Field.used == "1" ?>Delete the field <b><?cs var:Field.label ?></b> and its values in <?cs var:Field.records ?>. The records themselves stay.<?cs var:Field.trash ?><?cs else ?>No record has a value in <b><?cs var:Field.label ?></b>.<?cs /if ?></p>
<div class="form-foot"><button class="btn btn-danger-solid" type="submit">Delete the field</button><a class="btn btn-quiet" href="<?cs var:Field.path ?>">Cancel</a></div></div></form>
</div>
<?cs /def ?>
