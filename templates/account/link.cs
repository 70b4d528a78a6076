<?cs def:page_title() ?><?cs if:Link.kind == "gone" ?>This link no longer works<?cs elif:Link.kind == "reset" ?>Set a password<?cs else ?>Join <?cs var:Link.tenant ?><?cs /if ?><?cs /def ?>
<?cs def:page_body() ?>
<?cs if:Link.kind == "gone" ?>
<h1 class="mb-4">This link no longer works</h1>
<p>It was used already, was replaced by a newer one, or is too old. Ask whoever sent it for a new one.</p>
<p class="auth-foot"><a class="inline-link" href="/login">Sign in</a></p>
<?cs else ?>
<?cs if:Link.kind == "reset" ?><h1 class="mb-4">Set a password</h1>
<p class="soft mb-4">For the account <b><?cs var:Link.email ?></b>. All its sessions end.</p>
<?cs else ?><h1 class="mb-4">Join <?cs var:Link.tenant ?></h1>
<p class="soft mb-4"><?cs if:Link.invited_by != "" ?><?cs var:Link.invited_by ?> invites you<?cs else ?>You are invited<?cs /if ?> as <?cs var:Link.role ?>. <?cs if:Link.has_account == "1" ?>Enter the password of your account <b><?cs var:Link.email ?></b> to join.<?cs else ?>Your account will be <b><?cs var:Link.email ?></b>.<?cs /if ?></p><?cs /if ?>
<form class="col" method="post"><?cs call:csrf() ?>
<input type="hidden" name="email" value="<?cs var:Link.email ?>" autocomplete="username" disabled>
<?cs if:Link.has_account == "1" ?>
<?cs call:input_field("password", Form.password, "Password", "password", "current-password", "") ?>
<button class="btn btn-primary btn-lg btn-block" type="submit">Join</button>
<?cs else ?>
<?cs if:Link.kind == "invitation" ?><?cs call:input_field("name", Form.name, "Your name", "text", "name", "") ?><?cs /if ?>
<?cs call:input_field("password", Form.password, "New password", "password", "new-password", "At least 10 characters; several words are easy to remember.") ?>
<?cs call:input_field("confirm", Form.confirm, "The same again", "password", "new-password", "") ?>
<button class="btn btn-primary btn-lg btn-block" type="submit"><?cs if:Link.kind == "reset" ?>Set the password<?cs else ?>Join<?cs /if ?></button>
<?cs /if ?>
</form>
<?cs /if ?>
<?cs /def ?>
