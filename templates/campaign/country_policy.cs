<?cs def:page_title() ?><?cs var:Country.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Country.back ?>">Countries</a></li></ol><h1><?cs var:Country.name ?></h1><p class="page-sub"><?cs if:?Country.law ?><?cs var:Country.about ?> <a href="<?cs var:Country.source ?>" rel="noopener noreferrer" target="_blank"><?cs var:Country.law ?></a>. No legal advice.<?cs else ?>Our table says nothing of this country; until you decide, consent is needed.<?cs /if ?></p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col">
<fieldset class="field"><legend class="label">What holds</legend><label class="check"><input type="radio" name="whose" value="table"<?cs if:Form.whose.value != "own" ?> checked<?cs /if ?>> <span>The table: <?cs if:?Country.law ?><?cs var:Country.by_law ?><?cs else ?>Consent needed<?cs /if ?></span></label><label class="check"><input type="radio" name="whose" value="own"<?cs if:Form.whose.value == "own" ?> checked<?cs /if ?>> <span>What we decide, below</span></label></fieldset>
<?cs call:select_field("basis", Form.basis, "A first e-mail", "") ?>
<?cs call:textarea_field("note", Form.note, "Why", "3", "Whoever asks later finds the reason here: who was asked, on what it rests.") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-quiet" href="<?cs var:Country.back ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
