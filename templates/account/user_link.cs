<?cs def:page_title() ?>Password link<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Password link</h1><p class="page-sub">For <?cs var:User.name ?> (<?cs var:User.email ?>). It works once, within <?cs var:Hours ?> hours.</p></div></header>
<?cs call:tabs() ?>
<div class="mb-4"><?cs call:notice("warn", "The link is shown only now. Whoever has it can set the password; send it by a way that only this person reads.") ?></div>
<section class="card"><div class="card-body"><?cs call:secret_once("Link to set a password") ?><div class="form-foot"><a class="btn btn-primary" href="/admin/users/<?cs var:User.id ?>">Go to the account</a></div></div></section>
</div>
<?cs /def ?>
