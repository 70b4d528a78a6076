<?cs # What the pages of the import wizard have alike. ?>
<?cs def:import_crumbs(last) ?><ol class="crumbs"><li><a href="<?cs var:Import.list ?>">Imports</a></li><li><?cs var:last ?></li></ol><?cs /def ?>
<?cs def:import_steps() ?><ol class="steps" aria-label="Import steps"><?cs each:s = Import.steps ?><li<?cs if:s.done == "1" ?> class="is-done"<?cs /if ?><?cs if:s.current == "1" ?> aria-current="step"<?cs /if ?>><?cs if:?s.path ?><a href="<?cs var:s.path ?>"><?cs var:s.label ?></a><?cs else ?><span><?cs var:s.label ?></span><?cs /if ?></li><?cs /each ?></ol><?cs /def ?>
<?cs # A select of targets; groups come from Targets. ?>
<?cs def:import_targets(chosen, leave_out) ?><?cs if:leave_out != "" ?><option value=""<?cs if:chosen == "" ?> selected<?cs /if ?>><?cs var:leave_out ?></option><?cs /if ?><?cs each:g = Targets ?><optgroup label="<?cs var:g.label ?>"><?cs each:o = g.options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == chosen ?> selected<?cs /if ?>><?cs var:o.label ?></option><?cs /each ?></optgroup><?cs /each ?><?cs /def ?>
<?cs # How the file is read, as facts. ?>
<?cs def:import_facts() ?><dl class="facts facts-tight">
<dt>File</dt><dd><?cs var:Import.name ?>, <?cs var:Import.size ?></dd>
<?cs if:?Dialect.encoding ?><dt>Rows</dt><dd><?cs var:Dialect.about ?></dd>
<dt>Encoding</dt><dd><?cs var:Dialect.encoding ?>, <?cs if:Dialect.certain != "" ?><?cs var:Dialect.certain ?><?cs else ?><span class="t-warn">guessed from its letters</span><?cs /if ?></dd>
<dt>Separator</dt><dd><?cs var:Dialect.delimiter ?></dd>
<dt>Quotes</dt><dd><?cs var:Dialect.quote ?></dd>
<dt>Header</dt><dd><?cs var:Dialect.header ?></dd>
<?cs if:?Dialect.skipped ?><dt>Skipped</dt><dd><?cs var:Dialect.skipped ?></dd><?cs /if ?>
<?cs if:?Dialect.renamed ?><dt>Names</dt><dd><?cs var:Dialect.renamed ?></dd><?cs /if ?>
<?cs if:Dialect.lengths != "" ?><dt>Row length</dt><dd><span class="t-warn"><?cs var:Dialect.lengths ?></span></dd><?cs /if ?><?cs /if ?>
</dl><?cs /def ?>
<?cs # The first rows as they are read. ?>
<?cs def:import_first_rows() ?><div class="table-wrap" tabindex="0" role="region" aria-label="First rows of the file"><table class="table"><thead><tr><?cs each:h = Dialect.heads ?><th scope="col"><?cs var:h.text ?></th><?cs /each ?></tr></thead><tbody><?cs each:r = Dialect.rows ?><tr><?cs each:c = r.cells ?><td class="cell-cut" title="<?cs var:c.text ?>"><?cs var:c.text ?></td><?cs /each ?></tr><?cs /each ?></tbody></table></div><?cs if:?Dialect.more_columns ?><p class="hint mt-2"><?cs var:Dialect.more_columns ?> more columns are not shown here.</p><?cs /if ?><?cs /def ?>
<?cs # The table of verdicts; Rows.* comes from import_view_table. ?>
<?cs def:import_change(c) ?><span class="diff"><?cs var:c.label ?>: <?cs if:?c.before ?><del><?cs var:c.before ?></del> <?cs /if ?><?cs if:?c.after ?><ins><?cs var:c.after ?></ins><?cs elif:!?c.before ?>changed<?cs /if ?></span><?cs /def ?>
<?cs def:import_row(r, entity) ?><tr role="row"><td role="cell" class="num muted" data-label="Line"><?cs var:r.line ?></td><td role="cell" class="st-right"><span class="status status-<?cs var:r.status ?>"><?cs var:r.word ?></span></td><th role="rowheader" scope="row"><?cs if:r.label == "" ?><span class="cell-none">none</span><?cs elif:?r.path ?><a href="<?cs var:r.path ?>"><?cs var:r.label ?></a><?cs else ?><?cs var:r.label ?><?cs /if ?></th><?cs if:entity == "contact" ?><td role="cell" class="st-full"><?cs if:r.company == "" ?><span class="cell-none">none</span><?cs elif:?r.company_path ?><a href="<?cs var:r.company_path ?>"><?cs var:r.company ?></a><?cs else ?><?cs var:r.company ?><?cs /if ?></td><?cs /if ?><td role="cell" class="wrap soft st-full"><?cs var:r.reason ?><?cs each:f = r.flags ?><span class="cell-sub"><?cs var:f.text ?></span><?cs /each ?></td><td role="cell" class="wrap soft st-full"><?cs if:?r.changes.0.label ?><?cs each:c = r.changes ?><?cs if:!first(c) ?><br><?cs /if ?><?cs call:import_change(c) ?><?cs /each ?><?cs else ?><?cs var:r.note ?><?cs /if ?></td></tr><?cs /def ?>
<?cs def:import_table_head(entity) ?><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="num">Line</th><th scope="col" role="columnheader">Verdict</th><?cs if:entity == "contact" ?><th scope="col" role="columnheader">Person</th><?cs /if ?><th scope="col" role="columnheader">Company</th><th scope="col" role="columnheader">Reason</th><th scope="col" role="columnheader">Change</th></tr></thead><?cs /def ?>
<?cs def:import_rows() ?><section class="card" id="rows" aria-labelledby="h-rows">
<div class="card-head"><h2 id="h-rows">Row by row</h2><nav class="btn-group push" aria-label="Verdict"><?cs each:t = Rows.tabs ?><a class="btn btn-sm" href="<?cs var:t.path ?>"<?cs if:t.current == "1" ?> aria-current="true"<?cs /if ?>><?cs var:t.label ?></a><?cs /each ?></nav></div>
<?cs if:?Rows.rows.0.line ?><div class="table-wrap" tabindex="0" role="region" aria-label="Rows with verdicts"><table class="table table-stack" role="table"><?cs call:import_table_head(Import.entity) ?><tbody role="rowgroup"><?cs each:r = Rows.rows ?><?cs call:import_row(r, Import.entity) ?><?cs /each ?></tbody></table></div>
<?cs else ?><div class="card-body"><p class="soft">No row here.</p></div><?cs /if ?>
<div class="card-foot"><?cs if:?Rows.first ?><span>Lines <?cs var:Rows.first ?> to <?cs var:Rows.last ?></span><?cs /if ?><form class="row" method="get" action="<?cs var:Rows.action ?>#rows"><?cs if:Rows.verdict != "" ?><input type="hidden" name="verdict" value="<?cs var:Rows.verdict ?>"><?cs /if ?><label for="line">Go to line</label><input class="input input-sm input-num" id="line" name="line" inputmode="numeric"><button class="btn btn-sm" type="submit">Go</button></form><?cs call:pager() ?></div>
</section><?cs /def ?>
<?cs # The sums of the run beside those of the preview. ?>
<?cs def:import_ledger() ?><section aria-labelledby="h-ledger">
<div class="section-head"><h2 id="h-ledger">Ledger</h2><?cs if:Ledger.balances == "1" ?><span class="badge badge-ok"><?cs call:icon("check") ?>Balances</span><?cs else ?><span class="badge badge-bad">Does not balance</span><?cs /if ?><p>Every row ends in exactly one place.</p></div>
<div class="table-wrap" tabindex="0" role="region" aria-label="Ledger sums"><table class="table">
<thead><tr><th scope="col">Outcome</th><th scope="col" class="num"><?cs var:Ledger.head ?></th><?cs if:?Ledger.previewed ?><th scope="col" class="num">Preview said</th><?cs /if ?><th scope="col">Share</th><th scope="col">Records</th></tr></thead>
<tbody><?cs each:r = Ledger.rows ?><tr><th scope="row"><span class="status status-<?cs var:r.status ?>"><?cs var:r.word ?></span></th><td class="num strong"><?cs if:?r.path ?><a class="inline-link" href="<?cs var:r.path ?>"><?cs var:r.n ?><span class="vh"> <?cs var:r.word ?>: show these records</span></a><?cs else ?><?cs var:r.n ?><?cs /if ?></td><?cs if:?Ledger.previewed ?><td class="num muted"><?cs var:r.said ?></td><?cs /if ?><td><span class="bar bar-cell <?cs var:r.bar ?>" aria-hidden="true"><i class="<?cs var:r.width ?>"></i></span></td><td class="soft"><?cs if:?r.note ?><?cs var:r.note ?><?cs /if ?><?cs if:r.status == "bad" && ?Ledger.rejected ?><a class="inline-link" href="<?cs var:Ledger.path ?>/rejected.csv" download>Download with reasons</a><?cs /if ?></td></tr><?cs /each ?></tbody>
<tfoot><tr><th scope="row">Rows read</th><td class="num"><?cs var:Ledger.total ?></td><?cs if:?Ledger.previewed ?><td class="num"><?cs var:Ledger.previewed ?></td><?cs /if ?><td></td><td><span class="status <?cs if:Ledger.balances == "1" ?>status-ok<?cs else ?>status-bad<?cs /if ?>"><?cs var:Ledger.sum ?></span></td></tr></tfoot>
</table></div>
</section><?cs /def ?>
<?cs # What an import made beside records: "the custom field Fair and the tag Hot". ?>
<?cs def:import_made(list) ?><?cs each:m = list ?><?cs if:!first(m) ?><?cs if:last(m) ?> and <?cs else ?>, <?cs /if ?><?cs /if ?>the <?cs var:m.what ?> <b><?cs var:m.name ?></b><?cs /each ?><?cs /def ?>
<?cs def:import_made_left(list) ?><?cs each:m = list ?><li><span class="grow"><a href="<?cs var:m.path ?>"><?cs var:m.name ?></a><span class="cell-sub">The <?cs var:m.what ?> that this import made</span></span><span class="soft"><?cs var:m.reason ?></span></li><?cs /each ?><?cs /def ?>
<?cs # What a job does; polled by htmx, refreshed by the browser without script. ?>
<?cs def:import_progress() ?><div id="progress" hx-get="<?cs var:Progress.path ?>" hx-trigger="every 1s" hx-swap="outerHTML">
<section class="card" aria-labelledby="h-prog"><div class="card-body">
<div class="progress-head"><h2 id="h-prog"><?cs if:?Progress.sized ?><?cs var:Progress.percent ?> %<?cs else ?><?cs var:Progress.title ?><?cs /if ?></h2><?cs if:?Progress.done ?><span class="soft"><?cs var:Progress.done ?> <?cs var:Progress.unit ?></span><?cs /if ?><?cs if:?Progress.left ?><span class="push tnum soft">about <?cs var:Progress.left ?> left</span><?cs /if ?></div>
<span class="bar bar-lg bar-live" role="progressbar" aria-labelledby="h-prog"<?cs if:?Progress.sized ?> aria-valuenow="<?cs var:Progress.percent ?>" aria-valuemin="0" aria-valuemax="100"<?cs /if ?>><i class="<?cs if:?Progress.width ?><?cs var:Progress.width ?><?cs else ?>w-0<?cs /if ?>"></i></span>
<p class="progress-foot"><?cs if:Progress.stopping == "1" ?><span>Stopping after the rows in hand</span><?cs elif:Progress.waiting == "1" ?><span>Waiting for a free worker</span><?cs /if ?><?cs if:?Progress.rate ?><span>Rate <b><?cs var:Progress.rate ?> <?cs var:Progress.unit ?> a second</b></span><?cs /if ?><?cs if:?Progress.since ?><span>Running for <b><?cs var:Progress.since ?></b></span><?cs /if ?><?cs if:?Progress.trouble ?><span class="t-warn">Trying again: <?cs var:Progress.trouble ?></span><?cs /if ?></p>
</div></section>
<?cs if:?Ledger.total ?><div class="section"><?cs call:import_ledger() ?></div><?cs /if ?>
</div><?cs /def ?>
