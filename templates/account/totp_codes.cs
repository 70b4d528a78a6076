<?cs def:page_title() ?>New recovery codes<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head("New recovery codes", "The old ones no longer work.") ?>
<?cs call:tabs() ?>
<?cs if:Totp.state == "codes" ?>
<?cs call:recovery_codes() ?>
<?cs else ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col form-short">
<input type="text" class="vh" value="<?cs var:Password.email ?>" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
<?cs call:input_field("password", Form.password, "Your password", "password", "current-password", "") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Make new codes</button><a class="btn btn-quiet" href="/account/second-factor">Cancel</a></div></div></form>
<?cs /if ?>
</div>
<?cs /def ?>
