<?cs def:page_title() ?>Hand over records<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>Hand over the records of <?cs var:Owner.name ?></h1><p class="page-sub">This can be undone.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<?cs if:Owner.others == "1" ?><form class="card" method="post"><?cs call:csrf() ?><input type="hidden" name="count" value="<?cs var:Owner.count ?>"><div class="card-body"><div class="col"><p>The member you choose becomes the owner of <?cs var:Owner.records ?> that <?cs var:Owner.name ?> owns now.<?cs var:Owner.trash ?></p>
<?cs call:select_field("to", Form.to, "New owner", "") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Hand over</button><a class="btn btn-quiet" href="<?cs var:Owner.path ?>">Cancel</a></div></div></form>
<?cs else ?><?cs call:empty_state("people", "Nobody to hand over to", "Invite another member first.", Owner.path, "Back to the owners") ?><?cs /if ?>
</div>
<?cs /def ?>
