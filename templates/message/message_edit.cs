<?cs include!"partials/message.cs" ?>
<?cs def:page_title() ?>Edit <?cs var:Message.title ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Message.back ?>">Back to the message</a></li></ol><h1>Edit <?cs var:Message.title ?> <small>to <?cs var:Message.person ?></small></h1><p class="page-sub">The text before stays as a version. Changing an approved message makes it a draft.</p></div></header>
<?cs call:form_errors() ?>
<form class="card" method="post" action="<?cs var:Message.edit ?>"><?cs call:csrf() ?><div class="card-body"><div class="col"><input type="hidden" name="version" value="<?cs var:Form.version.value ?>">
<?cs if:Message.has_subject == "1" ?><div class="field<?cs if:?Form.subject.error ?> field-bad<?cs /if ?>"><label for="f-subject">Subject <small>up to <?cs var:Message.subject_most ?> characters are read</small></label><input class="input" id="f-subject" name="subject" type="text" maxlength="200" data-count="<?cs var:Message.subject_most ?>" value="<?cs var:Form.subject.value ?>" lang="<?cs var:Message.lang ?>"<?cs call:described("subject", Form.subject, "") ?>><?cs call:field_error("subject", Form.subject) ?></div><?cs /if ?>
<div class="field<?cs if:?Form.body.error ?> field-bad<?cs /if ?>"><label for="f-body">Text <small>up to <?cs var:Message.most ?> characters</small></label><textarea class="textarea" id="f-body" name="body" rows="16" required autofocus data-count="<?cs var:Message.most ?>" lang="<?cs var:Message.lang ?>"<?cs call:described("body", Form.body, "") ?>>
<?cs var:Form.body.value ?></textarea><?cs call:field_error("body", Form.body) ?></div>
<fieldset class="field<?cs if:?Form.reasons.error ?> field-bad<?cs /if ?>" id="f-reasons"><legend>What was not right <small>at least one</small></legend><div class="form-grid reasons"><?cs each:r = Reasons ?><label class="check"><input type="checkbox" name="reasons" value="<?cs var:r.value ?>"<?cs if:?r.checked ?> checked<?cs /if ?>> <?cs var:r.label ?></label><?cs /each ?></div><?cs call:field_error("reasons", Form.reasons) ?></fieldset>
<?cs call:input_field("reason_text", Form.reason_text, "In a few words, if you like", "text", "off", "What reviewers say is summed up for the campaign.") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Save as a new version</button><a class="btn" href="<?cs var:Message.back ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
