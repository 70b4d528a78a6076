<?cs def:page_title() ?>Rename <?cs var:Template.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Templates.campaigns ?>">Campaigns</a></li><li><a href="<?cs var:Templates.path ?>">Templates</a></li></ol><h1>Rename <?cs var:Template.name ?></h1></div></header>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col"><?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?><?cs call:textarea_field("description", Form.description, "What it is for", "3", "") ?></div><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-quiet" href="<?cs var:Templates.path ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
