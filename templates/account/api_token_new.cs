<?cs def:page_title() ?>New API token<?cs /def ?>
<?cs def:page_body() ?>
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
<?cs /def ?>
