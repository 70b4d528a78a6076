<?cs def:page_title() ?><?cs var:Task.label ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1><?cs var:Task.label ?></h1><p class="page-sub">When the task runs. An interval counts from the start of the last run; a time of day follows the clock of its zone.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<fieldset class="field"><legend class="label"><label class="check"><input type="radio" name="kind" value="every"<?cs if:Form.kind.value == "every" ?> checked<?cs /if ?>> Every</label></legend><div class="row"><input class="input" name="every_seconds" id="f-every_seconds" type="text" inputmode="numeric" value="<?cs var:Form.every_seconds.value ?>" aria-label="Number"<?cs call:described("every_seconds", Form.every_seconds, "") ?>><select class="select" name="unit" aria-label="Unit"><?cs each:o = Form.unit.options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.unit.value ?> selected<?cs /if ?>><?cs var:o.label ?></option><?cs /each ?></select></div><?cs call:field_error("every_seconds", Form.every_seconds) ?></fieldset>
<fieldset class="field"><legend class="label"><label class="check"><input type="radio" name="kind" value="at"<?cs if:Form.kind.value == "at" ?> checked<?cs /if ?>> Each day at</label></legend><div class="row"><input class="input" name="at_time" id="f-at_time" type="text" inputmode="numeric" placeholder="02:30" value="<?cs var:Form.at_time.value ?>" aria-label="Time of day"<?cs call:described("at_time", Form.at_time, "") ?>><input class="input" name="zone" id="f-zone" type="text" list="zones" value="<?cs var:Form.zone.value ?>" aria-label="Time zone"<?cs call:described("zone", Form.zone, "") ?>><datalist id="zones"><?cs each:z = Zones ?><option value="<?cs var:z.name ?>"><?cs /each ?></datalist></div><?cs call:field_error("at_time", Form.at_time) ?><?cs call:field_error("zone", Form.zone) ?></fieldset>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-quiet" href="/admin/schedule">Cancel</a></div></div></form>
</div>
<?cs /def ?>
