<?cs include!"partials/campaign.cs" ?>
<?cs include!"partials/campaign_conflicts.cs" ?>
<?cs def:page_title() ?><?cs var:Campaign.name ?><?cs /def ?>
<?cs def:seq_step(s) ?><li<?cs if:s.on != "1" ?> class="seq-off"<?cs /if ?>><span class="seq-day">Day <?cs var:s.day ?></span><span class="seq-dot"><?cs call:icon(s.icon) ?></span><div class="seq-body"><b><?cs var:s.label ?></b><span class="soft"><?cs var:s.channel ?></span><span class="cell-sub"><?cs if:s.on != "1" ?>Switched off<?cs else ?><?cs var:s.condition ?><?cs if:?s.messages ?> · <?cs var:s.messages ?> written<?cs /if ?><?cs if:?s.variants ?> · <?cs var:s.variants ?> variants<?cs /if ?><?cs /if ?></span></div></li><?cs /def ?>
<?cs def:sequence_card() ?><section class="card" aria-labelledby="h-seq"><div class="card-head"><h2 id="h-seq">Sequence</h2><?cs if:?Sequence.steps.0.label ?><span class="hint">stops at a reply, a bounce or an opt-out</span><?cs /if ?><?cs if:?Sequence.edit ?><a class="small push" href="<?cs var:Sequence.edit ?>">Edit steps</a><?cs /if ?></div><?cs if:?Sequence.steps.0.label ?><div class="seq-wrap" tabindex="0" role="region" aria-label="Steps in order"><ol class="seq"><?cs each:s = Sequence.steps ?><?cs call:seq_step(s) ?><?cs /each ?></ol></div><?cs else ?><div class="card-body"><p class="muted">No step yet. A step is one message: on which day, by which channel, and when.</p></div><?cs /if ?></section><?cs /def ?>
<?cs def:next_card() ?><section class="card" aria-labelledby="h-next"><div class="card-head"><h2 id="h-next">What comes next</h2></div><div class="card-body col"><p><?cs var:Campaign.about ?></p><?cs if:?Next.approved.text ?><p class="soft">Approved<?cs if:Next.approver != "" ?> by <?cs var:Next.approver ?><?cs /if ?>, <?cs call:when(Next.approved) ?>.</p><?cs /if ?><?cs if:Caller.may_write == "1" ?><?cs each:m = Next.moves ?><div><?cs if:?m.missing ?><button class="btn" type="button" aria-disabled="true" aria-describedby="gate-<?cs var:m.to ?>"><?cs var:m.act ?></button><p class="hint mt-2" id="gate-<?cs var:m.to ?>"><?cs var:m.missing ?></p><?cs else ?><a class="btn" href="<?cs var:m.path ?>"><?cs var:m.act ?>…</a><?cs /if ?></div><?cs /each ?><?cs /if ?></div></section><?cs /def ?>
<?cs def:reviewed_card() ?><section class="card" aria-labelledby="h-rev"><div class="card-head"><h2 id="h-rev">Review</h2></div><div class="card-body"><div class="progress-head"><b><?cs var:Reviewed.percent ?> %</b><span class="soft"><?cs var:Reviewed.decided ?> of <?cs var:Reviewed.all ?> decided</span></div><div class="stackbar" role="img" aria-label="<?cs var:Reviewed.approved ?> approved, <?cs var:Reviewed.rejected ?> rejected, <?cs var:Reviewed.draft ?> to review"><?cs if:Reviewed.approved != "0" ?><i class="f-ok <?cs var:Reviewed.approved_width ?>"></i><?cs /if ?><?cs if:Reviewed.rejected != "0" ?><i class="f-bad <?cs var:Reviewed.rejected_width ?>"></i><?cs /if ?><?cs if:Reviewed.draft != "0" ?><i class="f-hold <?cs var:Reviewed.draft_width ?>"></i><?cs /if ?></div><ul class="legend mt-2"><li><i class="f-ok"></i>Approved <b><?cs var:Reviewed.approved ?></b></li><li><i class="f-bad"></i>Rejected <b><?cs var:Reviewed.rejected ?></b></li><li><i class="f-hold"></i>To review <b><?cs var:Reviewed.draft ?></b></li></ul></div></section><?cs /def ?>
<?cs def:cost_card() ?><section class="card" aria-labelledby="h-cost"><div class="card-head"><h2 id="h-cost">Cost</h2></div><div class="card-body"><dl class="facts facts-tight"><dt>Writing</dt><dd><?cs var:Cost.writing ?></dd><?cs if:?Cost.person ?><dt>A person</dt><dd><?cs var:Cost.person ?></dd><?cs /if ?><dt>Written by</dt><dd><?cs var:Cost.provider ?></dd></dl></div></section><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:campaign_head() ?>
<?cs if:?Campaign.description ?><p class="prose mb-4"><?cs var:Campaign.description ?></p><?cs /if ?>
<?cs call:sequence_card() ?>
<div class="grid grid-side section"><div class="col">
<?cs call:next_card() ?>
<?cs call:campaign_conflicts() ?>
<?cs call:ready_card() ?>
</div><div class="col">
<?cs if:?Reviewed.all ?><?cs call:reviewed_card() ?><?cs /if ?>
<?cs call:cost_card() ?>
</div></div>
</div><?cs /def ?>
