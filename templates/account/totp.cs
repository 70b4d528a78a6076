<?cs def:page_title() ?>Second factor<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head("Second factor", "A code of your phone besides the password: who learns the one does not have the other.") ?>
<?cs call:tabs() ?>
<?cs if:Totp.state == "off" ?>
<section class="card"><div class="card-body"><p><span class="status status-warn">No second factor</span></p>
<p class="mt-2">You need an app that makes such codes: Aegis, Google Authenticator, 1Password, Bitwarden and others do.</p>
<form class="form-foot" method="post" action="/account/second-factor/begin"><?cs call:csrf() ?><button class="btn btn-primary" type="submit">Set up</button></form></div></section>
<?cs elif:Totp.state == "begun" ?>
<?cs call:form_errors() ?>
<section class="card"><div class="card-body"><div class="row row-wrap row-top">
<?cs if:?Totp.qr && Totp.qr != "" ?><svg class="qr" viewBox="0 0 <?cs var:Totp.size ?> <?cs var:Totp.size ?>" width="200" height="200" role="img" aria-label="QR code with the secret below"><rect class="qr-ground" width="<?cs var:Totp.size ?>" height="<?cs var:Totp.size ?>"/><path class="qr-dark" d="<?cs var:Totp.qr ?>"/></svg><?cs /if ?>
<div class="col qr-steps"><p><b>1.</b> Scan the picture with the app, or <a href="<?cs var:Totp.link ?>">open the app</a>, or type this secret into it:</p><p><code class="code code-wrap"><?cs var:Totp.secret ?></code></p>
<form class="col" method="post" action="/account/second-factor"><?cs call:csrf() ?><p><b>2.</b> Type the code that the app shows:</p>
<?cs call:input_field("code", Form.code, "Code", "text", "one-time-code", "") ?>
<div class="btn-row"><button class="btn btn-primary" type="submit">Switch on</button></div></form></div></div>
<form class="form-foot" method="post" action="/account/second-factor/begin"><?cs call:csrf() ?><button class="btn btn-quiet" type="submit">Make another secret</button></form></div></section>
<?cs elif:Totp.state == "codes" ?>
<?cs call:recovery_codes() ?>
<?cs else ?>
<section class="card"><div class="card-body"><p><span class="status status-ok">Second factor on</span></p>
<p class="mt-2"><?cs if:Totp.codes_left == "0" ?>No recovery code is left. Make new ones.<?cs elif:Totp.codes_left == "1" ?>1 recovery code is left.<?cs else ?><?cs var:Totp.codes_left ?> recovery codes are left.<?cs /if ?></p>
<div class="form-foot"><a class="btn" href="/account/second-factor/codes">New recovery codes…</a><a class="btn btn-quiet" href="/account/second-factor/off">Switch off…</a></div></div></section>
<?cs /if ?>
</div>
<?cs /def ?>
