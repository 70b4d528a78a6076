<?cs # The progress of an export; record_export_progress.c sets Progress.*. ?>
<?cs def:export_progress() ?><div id="progress" hx-get="<?cs var:Progress.path ?>" hx-trigger="every 1s" hx-swap="outerHTML">
<section class="card" aria-labelledby="h-prog"><div class="card-body">
<div class="progress-head"><h2 id="h-prog"><?cs if:?Progress.percent ?><?cs var:Progress.percent ?> %<?cs elif:Progress.waiting == "1" ?>Waiting<?cs else ?>Starting<?cs /if ?></h2><?cs if:?Progress.done ?><span class="soft"><?cs var:Progress.done ?> of <?cs var:Progress.total ?> <?cs var:Progress.unit ?></span><?cs /if ?><?cs if:?Progress.left ?><span class="push tnum soft">about <?cs var:Progress.left ?> left</span><?cs /if ?></div>
<span class="bar bar-lg bar-live" role="progressbar" aria-labelledby="h-prog"<?cs if:?Progress.percent ?> aria-valuenow="<?cs var:Progress.percent ?>" aria-valuemin="0" aria-valuemax="100"<?cs /if ?>><i class="<?cs if:?Progress.width ?><?cs var:Progress.width ?><?cs else ?>w-0<?cs /if ?>"></i></span>
<p class="progress-foot"><?cs if:Progress.stopping == "1" ?><span>Stopping after the <?cs var:Progress.unit ?> in hand</span><?cs elif:Progress.waiting == "1" ?><span>Waiting for a free worker</span><?cs /if ?><?cs if:?Progress.rate ?><span>Rate <b><?cs var:Progress.rate ?> <?cs var:Progress.unit ?> a second</b></span><?cs /if ?><?cs if:?Progress.trouble ?><span class="t-warn">Trying again: <?cs var:Progress.trouble ?></span><?cs /if ?></p>
</div></section>
</div><?cs /def ?>
