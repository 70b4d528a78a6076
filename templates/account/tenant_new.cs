<?cs def:page_title() ?><?cs if:?Secret ?>Workspace added<?cs else ?>Add a workspace<?cs /if ?><?cs /def ?>
<?cs def:page_body() ?>
<?cs if:?Secret ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Workspace added</h1><p class="page-sub">Send this link to <?cs var:Invited.email ?>, the first admin of <?cs var:Invited.tenant ?>. It works once, within 72 hours.</p></div></header>
<?cs call:tabs() ?>
<div class="mb-4"><?cs call:notice("warn", "The link is shown only now. Whoever has it can join; send it by a way that only this person reads.") ?></div>
<section class="card"><div class="card-body"><?cs call:secret_once("Link for the invitation") ?><div class="form-foot"><a class="btn btn-primary" href="/admin/workspaces">Back to the workspaces</a></div></div></section>
</div>
<?cs else ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Add a workspace</h1><p class="page-sub">Closed off from all others. The short name is part of its address and stays.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?>
<?cs call:input_field("slug", Form.slug, "Short name", "text", "off", "2 to 40 small letters, digits and hyphens.") ?>
<?cs call:input_field("email", Form.email, "E-mail of the first admin", "email", "off", "Optional. You get a link to send to them.") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Add</button><a class="btn btn-quiet" href="/admin/workspaces">Cancel</a></div></div></form>
</div>
<?cs /if ?>
<?cs /def ?>
