<?cs include!"partials/record.cs" ?>
<?cs def:page_title() ?>Notes on <?cs var:Record.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:record_head("notes") ?>
<section class="card card-read" aria-labelledby="h-notes"><div class="card-head"><h2 id="h-notes">Notes</h2></div><div class="card-body"><?cs call:form_errors() ?><?cs if:Caller.may_write == "1" ?><?cs call:note_form("0") ?><?cs /if ?><?cs if:?Events.0.title ?><ol class="timeline"><?cs each:e = Events ?><?cs call:event(e) ?><?cs /each ?></ol><?cs else ?><p class="muted">No notes yet.</p><?cs /if ?></div><?cs if:?Older ?><div class="card-foot"><a href="<?cs var:Older ?>">Older</a></div><?cs /if ?></section>
<?cs call:record_script() ?></div><?cs /def ?>
