<?cs include!"partials/import.cs" ?>
<?cs def:page_title() ?>Import: how the file is read<?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<header class="page-head"><div class="page-head-text"><?cs call:import_crumbs(Import.name) ?><h1>How is the file read?</h1><p class="page-sub">What you set here holds; the rest is found out again. The proposals for the columns are made anew.</p></div></header>
<?cs call:import_steps() ?>
<?cs call:form_errors() ?>
<div class="grid grid-side">
<section class="card" aria-labelledby="h-first"><div class="card-head"><h2 id="h-first">First rows</h2></div><div class="card-body"><?cs if:?Dialect.heads.0.text ?><?cs call:import_first_rows() ?><?cs if:?Dialect.no_rows ?><p class="soft mt-2">There are no rows below the header.</p><?cs /if ?><?cs else ?><p class="soft">It could not be read as a table so far.</p><?cs /if ?></div></section>
<section class="card" aria-labelledby="h-read"><div class="card-head"><h2 id="h-read">Read it as</h2></div><div class="card-body"><form class="col" method="post" action="<?cs var:Dialect.path ?>"><?cs call:csrf() ?>
<?cs call:select_field("encoding", Form.encoding, "Encoding", "") ?>
<?cs call:select_field("delimiter", Form.delimiter, "Separator", "") ?>
<?cs call:select_field("quote", Form.quote, "Quotes", "") ?>
<?cs call:select_field("header_rows", Form.header_rows, "Header", "") ?>
<?cs call:input_field("skip", Form.skip, "Lines above the header", "text", "off", "Empty: found out") ?>
<div class="form-foot"><button class="btn btn-primary" type="submit">Read it so</button><a class="btn btn-quiet" href="<?cs var:Import.path ?>">Cancel</a></div>
</form></div></section>
</div>
</div>
<?cs /def ?>
