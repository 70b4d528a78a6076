<?cs def:page_title() ?>Sign in<?cs /def ?>
<?cs def:page_body() ?>
<h1 class="mb-4">Sign in</h1>
<?cs if:Login.expired == "1" ?><?cs if:?Login.query ?><div class="mb-4"><?cs call:notice("info", "You were signed out, because the session was not used for a while or was ended. Sign in and you return to where you were; what is stored is not lost.") ?></div><?cs else ?><div class="mb-4"><?cs call:notice("info", "You were signed out, because the session was not used for a while or was ended.") ?></div><?cs /if ?><?cs /if ?>
<form class="col" method="post" action="/login<?cs var:Login.query ?>"><?cs call:csrf() ?>
<?cs call:input_field("email", Form.email, "E-mail", "email", "username", "") ?>
<?cs call:input_field("password", Form.password, "Password", "password", "current-password", "") ?>
<?cs call:check_field("keep", Form.keep, "Keep me signed in for 14 days on this device") ?>
<button class="btn btn-primary btn-lg btn-block" type="submit">Sign in</button>
</form>
<p class="auth-foot"><span>Forgotten the password, or no account? Ask an admin for a link.</span></p>
<?cs /def ?>
