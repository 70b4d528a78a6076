<?cs def:page_title() ?><?cs var:Field.title ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1><?cs var:Field.title ?></h1><?cs if:!?Field.is_new ?><p class="page-sub"><?cs if:Field.used == "1" ?><?cs var:Field.records ?> with a value.<?cs else ?>No record has a value yet.<?cs /if ?> Files and addresses know it as <span class="mono"><?cs var:Field.key ?></span>; that stays.</p><?cs /if ?></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col">
<?cs if:?Field.is_new ?><?cs call:select_field("of", Form.of, "Of", "") ?><?cs /if ?>
<?cs call:input_field("label", Form.label, "Name", "text", "off", "") ?>
<?cs if:?Field.is_new || Field.used == "0" ?><?cs call:select_field("type", Form.type, "Type", "") ?><?cs else ?><?cs call:select_field("type", Form.type, "Type", "Another type can be chosen when all values fit it.") ?><?cs /if ?>
<?cs if:?Options.0.place ?><fieldset class="col"><legend class="label">Options</legend><p class="hint">Records follow a new name. An option left empty goes away, with it the value of the records that have it.</p><?cs each:o = Options ?><input class="input" type="text" name="options.<?cs var:o.place ?>" id="f-options.<?cs var:o.place ?>" value="<?cs var:o.value ?>" maxlength="120" autocomplete="off" aria-label="Option <?cs var:o.name ?>"><?cs /each ?></fieldset><?cs /if ?>
<?cs call:textarea_field("added", Form.added, "Options to add", "4", "Of a choice only: one a line.") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit"><?cs if:?Field.is_new ?>Add the field<?cs else ?>Save<?cs /if ?></button><a class="btn btn-quiet" href="<?cs var:Field.path ?>">Cancel</a></div></div></form>
</div>
<?cs /def ?>
