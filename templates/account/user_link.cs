<?cs def:page_title() ?>Password link<?cs /def ?>
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
<?cs call:page_head("Make a password link?", "") ?>
<?cs call:tabs() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><p>With the link <?cs var:User.name ?> (<?cs var:User.email ?>) sets a new password. It works once; an earlier link stops working. The password that is set now goes on working until then.</p>
<div class="form-foot"><button class="btn btn-primary" type="submit">Make the link</button><a class="btn btn-quiet" href="/admin/users/<?cs var:User.id ?>">Cancel</a></div></div></form>
</div>
<?cs /if ?>
<?cs /def ?>
