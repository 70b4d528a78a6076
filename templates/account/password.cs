<?cs def:page_title() ?>Password<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head("Password", "Only you see and change this.") ?>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col form-short">
<input type="text" class="vh" value="<?cs var:Password.email ?>" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
<?cs call:input_field("current", Form.current, "Password now", "password", "current-password", "") ?>
<?cs call:input_field("password", Form.password, "New password", "password", "new-password", "At least 10 characters; several words are easy to remember.") ?>
<?cs call:input_field("confirm", Form.confirm, "The same again", "password", "new-password", "") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Change the password</button><span class="muted">Your other sessions end.</span></div></div></form>
</div>
<?cs /def ?>
