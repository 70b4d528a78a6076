<?cs def:page_title() ?>Edit <?cs var:Sample.name ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page"><h1>Edit <?cs var:Sample.name ?></h1>
<?cs call:form_errors() ?>
<form method="post"><?cs call:csrf() ?>
<?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?>
<?cs call:select_field("role", Form.role, "Role", "Who may what") ?>
<?cs call:check_field("active", Form.active, "Active") ?>
<?cs call:textarea_field("note", Form.note, "Note", "4", "") ?>
<?cs call:when(Sample.at) ?>
<button class="btn btn-primary" type="submit">Save</button></form></div>
<?cs /def ?>
