<?cs def:page_title() ?><?cs if:?Secret ?>API token made<?cs else ?>New API token<?cs /if ?><?cs /def ?>
<?cs def:page_body() ?>
<?cs if:?Secret ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>API token made</h1><p class="page-sub">For <?cs var:Made.name ?>. Send it as Authorization: Bearer.</p></div></header>
<?cs call:tabs() ?>
<div class="mb-4"><?cs call:notice("warn", "The token is shown only now. Keep it where only the program reads it.") ?></div>
<section class="card"><div class="card-body"><?cs call:secret_once("Token") ?><div class="form-foot"><a class="btn btn-primary" href="<?cs var:Base ?>/settings/tokens">Back to the tokens</a></div></div></section>
</div>
<?cs else ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>New API token</h1><p class="page-sub">The token is shown once, after this.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<?cs call:input_field("name", Form.name, "What it is for", "text", "off", "") ?>
<?cs call:select_field("scope", Form.scope, "Scope", "") ?>
<?cs call:select_field("days", Form.days, "Good for", "") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Make the token</button><a class="btn btn-quiet" href="<?cs var:Base ?>/settings/tokens">Cancel</a></div></div></form>
</div>
<?cs /if ?>
<?cs /def ?>
