<?cs def:page_title() ?>Sign in<?cs /def ?>
<?cs def:page_body() ?>
<h1 class="mb-4">Sign in</h1>
<?cs if:Login.expired == "1" || ?Login.query ?><div class="notice notice-info mb-4"><?cs call:icon("info") ?><div><?cs if:Login.expired == "1" ?>You were signed out, because the session was not used for a while or was ended.<?cs else ?>The page you asked for is only shown to people who are signed in.<?cs /if ?><?cs if:?Login.query ?> Sign in and you return to where you were<?cs if:Login.import == "1" ?>: the uploaded file is kept, and so are the choices sent with it<?cs elif:Login.expired == "1" ?>; what is stored is not lost<?cs /if ?>.<?cs if:Login.unsent == "1" ?> What you sent last was not taken: send it again there.<?cs /if ?><?cs /if ?></div></div><?cs /if ?>
<form class="col" method="post" action="/login<?cs var:Login.query ?>"><?cs call:csrf() ?>
<?cs call:input_field("email", Form.email, "E-mail", "email", "username", "") ?>
<?cs call:input_field("password", Form.password, "Password", "password", "current-password", "") ?>
<?cs call:check_field("keep", Form.keep, "Keep me signed in for 14 days on this device") ?>
<button class="btn btn-primary btn-lg btn-block" type="submit">Sign in</button>
</form>
<p class="auth-foot"><span>Forgotten the password, or no account? Ask an admin for a link.</span></p>
<?cs /def ?>
