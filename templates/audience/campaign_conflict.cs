<?cs include!"partials/campaign.cs" ?>
<?cs include!"partials/campaign_conflicts.cs" ?>
<?cs include!"partials/progress.cs" ?>
<?cs def:page_title() ?>Conflicts of <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:checks_card() ?><section class="card" aria-labelledby="h-checks"><div class="card-head"><h2 id="h-checks">Checks</h2></div><ul class="list"><?cs each:k = Checks ?><li><span class="grow"><a class="inline-link" href="<?cs var:k.path ?>"<?cs if:k.current == "1" ?> aria-current="true"<?cs /if ?>><?cs call:when(k.when) ?></a><span class="cell-sub">by <?cs var:k.who ?> · <?cs var:k.people ?> · found <?cs var:k.found ?><?cs if:k.undecided != "0" ?>, <?cs var:k.undecided ?> undecided<?cs /if ?></span></span></li><?cs /each ?></ul></section><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:campaign_head() ?>
<?cs call:form_errors() ?>
<?cs if:?Progress.path ?><?cs call:job_progress() ?><?cs /if ?>
<?cs if:?Conflicts.checked.text && Conflicts.newest != "1" ?><div class="mb-4"><?cs call:notice("info", "This is an older check, kept as it was decided.") ?></div><?cs /if ?>
<div class="grid grid-side"><div class="col"><?cs call:campaign_conflicts() ?></div><div class="col"><?cs if:?Checks.0.path ?><?cs call:checks_card() ?><?cs /if ?></div></div>
</div><?cs /def ?>
