<?cs def:page_title() ?>Invite<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Invite</h1><p class="page-sub">You get a link to send to the person. It works once, within 72 hours.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="form-grid">
<?cs call:input_field("email", Form.email, "E-mail", "email", "off", "") ?>
<?cs call:select_field("role", Form.role, "Role", "") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Make the link</button><a class="btn btn-quiet" href="<?cs var:Base ?>/settings/members">Cancel</a></div></div></form>
</div>
<?cs /def ?>
