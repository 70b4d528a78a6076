<?cs def:page_title() ?>API token made<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>API token made</h1><p class="page-sub">For <?cs var:Made.name ?>. Send it as Authorization: Bearer.</p></div></header>
<?cs call:tabs() ?>
<div class="mb-4"><?cs call:notice("warn", "The token is shown only now. Keep it where only the program reads it.") ?></div>
<section class="card"><div class="card-body"><?cs call:secret_once("Token") ?><div class="form-foot"><a class="btn btn-primary" href="<?cs var:Base ?>/settings/tokens">Back to the tokens</a></div></div></section>
</div>
<?cs /def ?>
