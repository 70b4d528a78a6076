<?cs def:page_title() ?><?cs if:Sender.id == "0" ?>New sender<?cs else ?><?cs var:Sender.name ?><?cs /if ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Sender.path ?>">Senders</a></li></ol><h1><?cs if:Sender.id == "0" ?>New sender<?cs else ?><?cs var:Sender.name ?><?cs /if ?></h1></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><?cs if:Sender.id != "0" ?><input type="hidden" name="version" value="<?cs var:Sender.version ?>"><?cs /if ?><div class="card-body"><div class="col">
<div class="form-grid"><?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?><?cs call:input_field("role", Form.role, "Role", "text", "off", "As it stands under a letter: Founder, Head of sales.") ?><?cs call:input_field("company", Form.company, "Company", "text", "off", "") ?><?cs call:input_field("email", Form.email, "E-mail", "email", "off", "Where answers go.") ?></div>
<?cs call:textarea_field("postal_address", Form.postal_address, "Postal address", "3", "Several laws ask for it in every commercial e-mail, among them those of the United States and Canada; it shows everywhere that a real company writes. It stands at the end of e-mails.") ?>
<?cs call:textarea_field("signature", Form.signature, "Signature", "3", "Instead of name, role and company at the end of e-mails. Plain text. Empty: those three.") ?>
<?cs call:select_field("user_id", Form.user_id, "Belongs to", "") ?>
<?cs if:Sender.is_default == "1" ?><input type="hidden" name="is_default" value="1"><p class="hint">New campaigns take this sender. To change that, make another one the default.</p><?cs else ?><?cs call:check_field("is_default", Form.is_default, "New campaigns take this sender") ?><?cs /if ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit"><?cs if:Sender.id == "0" ?>Add the sender<?cs else ?>Save<?cs /if ?></button><a class="btn btn-quiet" href="<?cs var:Sender.path ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
