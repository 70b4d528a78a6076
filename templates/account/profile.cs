<?cs def:page_title() ?>Your account<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head("Your account", "Only you see and change this.") ?>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<?cs call:input_field("name", Form.name, "Name", "text", "name", "") ?>
<div class="field"><span class="label">E-mail</span><p><?cs var:Profile.email ?></p><p class="hint">You sign in with it. Who administers this system can change it, under Admin &gt; Users.</p></div>
<?cs call:select_field("theme", Form.theme, "Colours", "") ?>
<?cs call:select_field("density", Form.density, "Rows of tables", "") ?>
<?cs call:zone_field(Form.time_zone, "Time zone", "Such as Europe/Prague. Empty: that of the workspace.") ?>
<div class="field"><span class="label">Keyboard</span><?cs call:check_field("shortcuts", Form.shortcuts, "Single-key shortcuts, such as / for search") ?></div>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button></div></div></form>
</div>
<?cs /def ?>
