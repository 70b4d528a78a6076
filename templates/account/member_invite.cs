<?cs def:page_title() ?><?cs if:?Secret ?>Invited<?cs else ?>Invite<?cs /if ?><?cs /def ?>
<?cs def:page_body() ?>
<?cs if:?Secret ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Invited</h1><p class="page-sub">Send this link to <?cs var:Invited.email ?>. It works once, within 72 hours.</p></div></header>
<?cs call:tabs() ?>
<div class="mb-4"><?cs call:notice("warn", "The link is shown only now. Whoever has it can join; send it by a way that only this person reads.") ?></div>
<section class="card"><div class="card-body"><?cs call:secret_once("Link for the invitation") ?><div class="form-foot"><a class="btn btn-primary" href="<?cs var:Base ?>/settings/members">Back to the members</a></div></div></section>
</div>
<?cs else ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Invite</h1><p class="page-sub">You get a link to send to the person. It works once, within 72 hours.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<?cs call:input_field("email", Form.email, "E-mail", "email", "off", "") ?>
<?cs call:select_field("role", Form.role, "Role", "") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Make the link</button><a class="btn btn-quiet" href="<?cs var:Base ?>/settings/members">Cancel</a></div></div></form>
</div>
<?cs /if ?>
<?cs /def ?>
