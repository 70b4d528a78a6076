<?cs include!"partials/label.cs" ?>
<?cs def:page_title() ?>Delete <?cs var:Label.name ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Delete <?cs var:Label.name ?>?</h1><p class="page-sub">This can be undone.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><input type="hidden" name="count" value="<?cs var:Label.count ?>"><div class="card-body"><p><?cs if:Label.used == "1" ?>Delete the <?cs var:Label.noun ?> <b><?cs var:Label.name ?></b> from <?cs var:Label.records ?>. The records themselves stay.<?cs var:Label.trash ?><?cs else ?>No record has the <?cs var:Label.noun ?> <b><?cs var:Label.name ?></b>.<?cs /if ?></p>
<div class="form-foot"><button class="btn btn-danger-solid" type="submit">Delete the <?cs var:Label.noun ?></button><a class="btn btn-quiet" href="<?cs var:Label.path ?>">Cancel</a></div></div></form>
</div>
<?cs /def ?>
