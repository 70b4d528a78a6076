<?cs include!"partials/label.cs" ?>
<?cs def:page_title() ?><?cs var:Label.name ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head(Label.name, "Records show the new name at once.") ?>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col">
<?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?>
<?cs if:Label.is_tag == "1" ?><?cs call:colour_field() ?><?cs /if ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-quiet" href="<?cs var:Label.path ?>">Cancel</a></div></div></form>
</div>
<?cs /def ?>
