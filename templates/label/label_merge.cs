<?cs include!"partials/label.cs" ?>
<?cs def:page_title() ?>Merge <?cs var:Label.name ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Merge <?cs var:Label.name ?></h1><p class="page-sub">Two <?cs var:Label.nouns ?> become one. This can be undone.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<?cs if:Label.others == "1" ?><form class="card" method="post"><?cs call:csrf() ?><input type="hidden" name="count" value="<?cs var:Label.count ?>"><div class="card-body"><div class="col"><p><?cs if:Label.used == "1" ?>The <?cs var:Label.noun ?> you choose goes to <?cs var:Label.records ?> in place of <b><?cs var:Label.name ?></b>.<?cs var:Label.trash ?> <?cs else ?>No record has it. <?cs /if ?><b><?cs var:Label.name ?></b> is gone afterwards.</p>
<?cs call:select_field("into", Form.into, "Into", "") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Merge</button><a class="btn btn-quiet" href="<?cs var:Label.path ?>">Cancel</a></div></div></form>
<?cs else ?><?cs call:empty_state("merge", "Nothing to merge with", "There is only this one. Make another first.", Label.path, "Back") ?><?cs /if ?>
</div>
<?cs /def ?>
