<?cs def:page_title() ?>Delete for good<?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<?cs call:page_head("Delete " + Erase.count + " for good", "") ?>
<form class="card" method="post" action="<?cs var:Erase.path ?>"><?cs call:csrf() ?><input type="hidden" name="of" value="<?cs var:Erase.of ?>"><input type="hidden" name="ids" value="<?cs var:Erase.ids ?>"><div class="card-body"><?cs call:form_errors() ?><p>Their values are erased, also from their history and from the ledgers of imports. Nobody can bring them back.</p>
<div class="form-foot"><button class="btn btn-danger-solid" type="submit">Delete <?cs var:Erase.count ?> for good</button><a class="btn btn-quiet" href="<?cs var:Erase.back ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
