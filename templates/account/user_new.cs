<?cs def:page_title() ?><?cs if:?Secret ?>Password link<?cs else ?>Add a user<?cs /if ?><?cs /def ?>
<?cs def:page_body() ?>
<?cs if:?Secret ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Password link</h1><p class="page-sub">For <?cs var:User.name ?> (<?cs var:User.email ?>). It works once, within <?cs var:Hours ?> hours.</p></div></header>
<?cs call:tabs() ?>
<div class="mb-4"><?cs call:notice("warn", "The link is shown only now. Whoever has it can set the password; send it by a way that only this person reads.") ?></div>
<section class="card"><div class="card-body"><?cs call:secret_once("Link to set a password") ?><div class="form-foot"><a class="btn btn-primary" href="/admin/users/<?cs var:User.id ?>">Go to the account</a></div></div></section>
</div>
<?cs else ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Add a user</h1><p class="page-sub">You get a link with which the person sets a password. It works once, within 72 hours.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<?cs call:input_field("email", Form.email, "E-mail", "email", "off", "") ?>
<?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?>
<div class="field"><span class="label">Rights</span><?cs call:check_field("super", Form.super, "Super admin: may do everything in every workspace") ?></div>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Add</button><a class="btn btn-quiet" href="/admin/users">Cancel</a></div></div></form>
</div>
<?cs /if ?>
<?cs /def ?>
