<?cs def:page_title() ?>New campaign<?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:New.list ?>">Campaigns</a></li></ol><h1>New campaign</h1><p class="page-sub">It begins as a draft. Nothing is written before you say so, and nothing leaves before a person has read it.</p></div></header>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col">
<?cs call:input_field("name", Form.name, "Name", "text", "off", "For you and your colleagues; nobody outside sees it.") ?>
<?cs call:textarea_field("description", Form.description, "Description", "2", "") ?>
<div class="form-grid"><?cs call:select_field("owner_id", Form.owner_id, "Owner", "") ?><?cs call:select_field("language", Form.language, "Language", "The language most of the people read.") ?></div>
<?cs if:New.senders == "1" ?><?cs call:select_field("sender_id", Form.sender_id, "Sender", "Whose name stands under the messages.") ?><?cs else ?><p class="hint">There is no sender yet.<?cs if:?New.sender_path ?> <a href="<?cs var:New.sender_path ?>">Add one</a>, or choose it later.<?cs else ?> You can choose one later.<?cs /if ?></p><?cs /if ?>
<fieldset class="field"><legend class="label">Steps to begin with</legend><?cs each:t = New.templates ?><label class="check"><input type="radio" name="steps" value="<?cs var:t.key ?>"<?cs if:t.key == Form.steps.value ?> checked<?cs /if ?>> <span><?cs var:t.name ?><?cs if:t.own == "1" ?> <span class="badge">yours</span><?cs /if ?><span class="cell-sub"><?cs var:t.steps ?></span></span></label><?cs /each ?><label class="check"><input type="radio" name="steps" value=""<?cs if:Form.steps.value == "" ?> checked<?cs /if ?>> <span>None: I add them myself</span></label></fieldset>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Create the campaign</button><a class="btn btn-quiet" href="<?cs var:New.list ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
