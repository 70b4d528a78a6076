<?cs def:page_title() ?>Settings<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Settings</h1><p class="page-sub">Of <?cs var:Caller.tenant ?>, for everybody in it.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?>
<div class="field"><span class="label">Address</span><p class="mono">/<?cs var:Settings.slug ?></p><p class="hint">Part of every link, so it stays.</p></div>
<?cs call:zone_field(Form.time_zone, "Time zone", "Where a day begins, and how times are shown to who has not set their own.") ?>
<?cs call:select_field("locale", Form.locale, "Numbers", "") ?>
<?cs call:select_field("default_country", Form.default_country, "Country of phone numbers", "Of numbers without a country code, where nothing else tells it.") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><span class="muted push">Since <?cs call:when(Settings.created) ?></span></div></div></form>
</div>
<?cs /def ?>
