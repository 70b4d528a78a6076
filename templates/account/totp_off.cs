<?cs def:page_title() ?>Switch off the second factor<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head("Switch off the second factor", "Signing in then takes your password only.") ?>
<?cs call:tabs() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col form-short">
<input type="text" class="vh" value="<?cs var:Password.email ?>" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
<?cs call:input_field("password", Form.password, "Your password", "password", "current-password", "") ?>
</div><div class="form-foot"><button class="btn btn-danger-solid" type="submit">Switch off</button><a class="btn btn-quiet" href="/account/second-factor">Cancel</a></div></div></form>
</div>
<?cs /def ?>
