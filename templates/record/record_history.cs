<?cs include!"partials/record.cs" ?>
<?cs def:page_title() ?>History of <?cs var:Record.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:record_head("history") ?>
<section class="card" aria-labelledby="h-tl"><div class="card-head"><h2 id="h-tl">Everything that happened</h2></div><div class="card-body"><?cs if:?Events.0.title ?><ol class="timeline"><?cs each:e = Events ?><?cs call:event(e) ?><?cs /each ?></ol><?cs else ?><p class="muted">Nothing is written down of how this record came to be.</p><?cs /if ?></div></section>
</div><?cs /def ?>
