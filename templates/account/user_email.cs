<?cs def:page_title() ?>Address of <?cs var:User.name ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Another e-mail address</h1><p class="page-sub">Of <?cs var:User.name ?>, now <?cs var:User.email ?>. It is what this person signs in with. Links that were sent to the old address end.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><?cs call:input_field("email", Form.email, "E-mail", "email", "off", "") ?><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-quiet" href="/admin/users/<?cs var:User.id ?>">Cancel</a></div></div></form>
</div>
<?cs /def ?>
