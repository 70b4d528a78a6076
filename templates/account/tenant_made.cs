<?cs def:page_title() ?>Workspace added<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Workspace added</h1><p class="page-sub">Send this link to <?cs var:Invited.email ?>, the first admin of <?cs var:Invited.tenant ?>. It works once, within 72 hours.</p></div></header>
<?cs call:tabs() ?>
<div class="mb-4"><?cs call:notice("warn", "The link is shown only now. Whoever has it can join; send it by a way that only this person reads.") ?></div>
<section class="card"><div class="card-body"><?cs call:secret_once("Link for the invitation") ?><div class="form-foot"><a class="btn btn-primary" href="/admin/workspaces">Back to the workspaces</a></div></div></section>
</div>
<?cs /def ?>
