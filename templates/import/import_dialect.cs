<?cs include!"partials/import.cs" ?>
<?cs def:page_title() ?>Import: how the file is read<?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<header class="page-head"><div class="page-head-text"><?cs call:import_crumbs(Import.name) ?><h1>How is the file read?</h1><p class="page-sub">What you set here holds; the rest is found out again. The proposals for the columns are made anew.</p></div></header>
<?cs call:import_steps() ?>
<?cs call:form_errors() ?>
<?cs call:import_tables(0) ?>
<div class="grid grid-side">
<section class="card" aria-labelledby="h-first"><div class="card-head"><h2 id="h-first">First rows</h2></div><div class="card-body"><?cs if:?Dialect.heads.0.text ?><?cs call:import_first_rows() ?><?cs if:?Dialect.no_rows ?><p class="soft mt-2">There are no rows below the header.</p><?cs /if ?><?cs else ?><p class="soft">It could not be read as a table so far.</p><?cs /if ?><?cs if:?Lines.0.line ?><h3 class="mt-4">As they stand in the file</h3><div class="table-wrap" tabindex="0" role="region" aria-label="First lines as they stand in the file"><table class="table"><thead><tr><th scope="col" class="num">Line</th><th scope="col">Read as</th><th scope="col">Text</th></tr></thead><tbody><?cs each:l = Lines ?><tr><td class="num muted"><?cs var:l.line ?></td><td class="soft"><?cs var:l.kind ?></td><td class="mono"><?cs var:l.text ?></td></tr><?cs /each ?></tbody></table></div><?cs /if ?></div></section>
<section class="card" aria-labelledby="h-read"><div class="card-head"><h2 id="h-read">Read it as</h2></div><div class="card-body"><form class="col" method="post" action="<?cs var:Dialect.path ?>"><?cs call:csrf() ?>
<?cs call:select_field("encoding", Form.encoding, "Encoding", "") ?>
<?cs call:select_field("delimiter", Form.delimiter, "Separator", "") ?>
<?cs call:select_field("quote", Form.quote, "Quotes", "") ?>
<?cs call:select_field("header_rows", Form.header_rows, "Header", "") ?>
<?cs if:?Dialect.choose_table ?><?cs call:select_field("table", Form.table, "Table", "") ?><?cs else ?><?cs call:input_field("skip", Form.skip, "Lines above the header", "text", "off", Dialect.skip_hint) ?><?cs /if ?>
<div class="form-foot"><button class="btn btn-primary" type="submit">Read it so</button><a class="btn btn-quiet" href="<?cs var:Import.path ?>">Cancel</a></div>
</form></div></section>
</div>
</div>
<?cs /def ?>
