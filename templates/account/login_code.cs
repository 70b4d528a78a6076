<?cs def:page_title() ?>Second step<?cs /def ?>
<?cs def:page_body() ?>
<h1 class="mb-4">Second step</h1>
<p class="soft mb-4">Signing in as <b><?cs var:Login.email ?></b>. Enter the code that your app shows now, or one of your recovery codes.</p>
<form class="col" method="post" action="/login/code<?cs var:Login.query ?>"><?cs call:csrf() ?>
<?cs call:input_field("code", Form.code, "Code", "text", "one-time-code", "") ?>
<button class="btn btn-primary btn-lg btn-block" type="submit">Go on</button>
</form>
<p class="auth-foot"><a class="inline-link" href="/login<?cs var:Login.query ?>">Begin again</a></p>
<?cs /def ?>
