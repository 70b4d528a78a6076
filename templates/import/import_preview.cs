<?cs include!"partials/import.cs" ?>
<?cs def:page_title() ?>Import: preview<?cs /def ?>
<?cs def:preview_cards() ?>
<?cs if:?Why.0.label ?><section class="card" aria-labelledby="h-why"><div class="card-head"><h2 id="h-why">Why rows are rejected</h2><span class="count push"><?cs var:Sums.rejected ?></span></div><ul class="list"><?cs each:w = Why ?><li><span class="grow"><?cs var:w.label ?></span><b class="tnum"><?cs var:w.n ?></b></li><?cs /each ?></ul><div class="card-foot"><a href="<?cs var:Import.path ?>/rejected.csv" download>Download <?cs if:Sums.rejected == "1" ?>the row with its reason<?cs else ?>the <?cs var:Sums.rejected ?> rows with reasons<?cs /if ?></a></div></section><?cs /if ?>
<?cs if:?Sums.repeats ?><section class="card" aria-labelledby="h-dup"><div class="card-head"><h2 id="h-dup">Twice in this file</h2><span class="count push"><?cs var:Sums.repeats ?></span></div><div class="card-body"><p class="soft"><?cs if:Sums.repeats == "1" ?>1 row repeats an earlier one. The first wins; the later one fills its blanks.<?cs else ?><?cs var:Sums.repeats ?> rows repeat an earlier row. The first wins; later ones fill its blanks.<?cs /if ?></p><ul class="list-plain small mt-2"><?cs each:r = Repeats ?><li class="row"><span class="grow cut"><?cs var:r.label ?></span><span class="muted"><?cs if:r.first != "" ?><?cs var:r.first ?>, <?cs /if ?><?cs var:r.line ?></span></li><?cs /each ?></ul></div></section><?cs /if ?>
<?cs if:?Changed.0.label ?><section class="card" aria-labelledby="h-fields"><div class="card-head"><h2 id="h-fields">Fields that change</h2></div><ul class="list list-compact"><?cs each:f = Changed ?><li><span class="grow"><?cs var:f.label ?></span><span class="tnum"><?cs var:f.n ?></span></li><?cs /each ?></ul></section><?cs /if ?>
<?cs if:?Notes.0.label ?><section class="card" aria-labelledby="h-notes"><div class="card-head"><h2 id="h-notes">Worth knowing</h2></div><ul class="list list-compact"><?cs each:f = Notes ?><li><span class="grow"><?cs var:f.label ?></span><span class="tnum"><?cs var:f.n ?></span></li><?cs /each ?></ul></section><?cs /if ?>
<?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<?cs if:Import.state == "previewing" ?>
<header class="page-head"><div class="page-head-text"><?cs call:import_crumbs(Import.name) ?><h1>Looking at all rows <span class="badge badge-info">Running</span></h1><p class="page-sub">A dry run over the whole file. Nothing is written. You can leave this page; the preview waits under Imports.</p></div><?cs if:Import.may_write == "1" ?><form class="page-actions" method="post" action="<?cs var:Import.path ?>/cancel"><?cs call:csrf() ?><button class="btn btn-danger" type="submit"><?cs call:icon("stop") ?>Cancel preview</button></form><?cs /if ?></header>
<?cs call:import_steps() ?>
<?cs call:import_progress() ?>
<?cs else ?>
<header class="page-head"><div class="page-head-text"><?cs call:import_crumbs(Import.name) ?><h1>What the import would do</h1><p class="page-sub">Dry run over all <?cs var:Sums.rows ?> rows. These are the numbers of the import itself unless someone changes a record before you start it.</p></div></header>
<?cs call:import_steps() ?>
<section aria-label="Totals">
<div class="equation mb-3"><div><span class="tile-label">Rows in the file</span><b><?cs var:Sums.rows ?></b></div><?cs each:p = Sums.parts ?><div class="op" aria-hidden="true"><?cs if:first(p) ?>=<?cs else ?>+<?cs /if ?></div><div><span class="tile-label"><span class="status status-<?cs var:p.status ?>"><?cs var:p.label ?></span></span><b><?cs var:p.n ?></b></div><?cs /each ?></div>
<div class="stackbar" role="img" aria-label="<?cs each:p = Sums.parts ?><?cs if:!first(p) ?>, <?cs /if ?><?cs var:p.n ?> <?cs var:p.label ?><?cs /each ?>"><?cs each:p = Sums.parts ?><?cs if:p.width != "w-0" ?><i class="<?cs var:p.fill ?> <?cs var:p.width ?>"></i><?cs /if ?><?cs /each ?></div>
<?cs if:?Sums.companies ?><p class="hint mt-2"><?cs if:Sums.companies == "1" ?>1 new company is made for these people.<?cs else ?><?cs var:Sums.companies ?> new companies are made for these people.<?cs /if ?></p><?cs /if ?>
</section>
<?cs if:?Why.0.label || ?Sums.repeats || ?Changed.0.label || ?Notes.0.label ?><div class="grid grid-side section"><?cs call:import_rows() ?><div class="col"><?cs call:preview_cards() ?></div></div><?cs else ?><div class="section"><?cs call:import_rows() ?></div><?cs /if ?>
<?cs if:Import.startable == "1" && Import.may_write == "1" ?><form class="form-bar" method="post" action="<?cs var:Import.path ?>/start"><?cs call:csrf() ?><input type="hidden" name="version" value="<?cs var:Import.version ?>"><a class="btn btn-quiet" href="<?cs var:Import.path ?>/map">Back to mapping</a><?cs if:?Sums.wanted ?><span class="muted push not-phone">Can be undone afterwards in one step</span><button class="btn btn-primary" type="submit">Import <?cs var:Sums.wanted ?> <?cs if:Sums.wanted == "1" ?>row<?cs else ?>rows<?cs /if ?></button><?cs else ?><span class="push">No row would create or change anything.</span><?cs /if ?></form><?cs /if ?>
<?cs /if ?>
</div>
<?cs /def ?>
