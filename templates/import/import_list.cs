<?cs include!"partials/import.cs" ?>
<?cs def:page_title() ?>Import<?cs /def ?>
<?cs def:upload_fields() ?><?cs if:?Upload.repairs ?><input type="hidden" name="repairs" value="<?cs var:Upload.repairs ?>"><?cs /if ?><?cs /def ?>
<?cs # What an import wrote; struck out where an undo took it back. ?>
<?cs def:taken(i, n) ?><?cs if:?i.undone && n != "0" ?><s class="muted"><?cs var:n ?></s><span class="vh"> taken back</span><?cs else ?><?cs var:n ?><?cs /if ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<header class="page-head"><div class="page-head-text"><h1>Import</h1><p class="page-sub">Bring a list of companies or people. Every row is accounted for, and the whole import can be undone.</p></div></header>
<?cs call:form_errors() ?>
<?cs if:Upload.may_write == "1" ?>
<section aria-label="New import">
<?cs if:?Upload.repairs ?><div class="notice notice-info mb-4"><?cs call:icon("info") ?><div>These are the repaired rows of <b><?cs var:Upload.repairs_name ?></b>. The column with the reasons is left out by itself.</div></div><?cs /if ?>
<form method="post" action="<?cs var:Upload.path ?>" enctype="multipart/form-data" data-upload="<?cs var:Upload.path ?>"><?cs call:csrf() ?><?cs call:upload_fields() ?>
<div class="drop<?cs if:?Form.file.error ?> field-bad<?cs /if ?>" data-drop><?cs call:icon("upload") ?><label class="label" for="f-file">Drop a CSV file here, or choose one</label><input id="f-file" type="file" name="file" accept=".csv,.tsv,.txt,.tab,text/csv,text/plain,text/tab-separated-values"<?cs if:?Form.file.error ?> aria-invalid="true" aria-describedby="f-file-error"<?cs else ?> aria-describedby="f-file-hint"<?cs /if ?>><span class="hint" id="f-file-hint">Up to 512 MB or 1,048,576 rows. Nothing is written before you have seen a preview.</span><?cs call:field_error("file", Form.file) ?><button class="btn btn-primary" type="submit"><?cs if:?Upload.repairs ?>Upload repaired rows<?cs else ?>Upload and look<?cs /if ?></button></div>
<div class="upload-now" data-upload-now hidden><div class="progress-head"><b data-upload-name></b><span class="push tnum soft" data-upload-left></span></div><progress class="upload-bar" max="100" value="0" aria-label="Upload"></progress><p class="progress-foot"><span data-upload-said role="status"></span><button class="btn btn-sm btn-quiet push" type="button" data-upload-stop>Stop</button></p></div>
</form>
<details class="mt-3"<?cs if:?Form.rows.error ?> open<?cs /if ?>><summary class="btn btn-quiet">Paste rows instead</summary>
<form class="mt-2" method="post" action="<?cs var:Upload.path ?>/paste" enctype="multipart/form-data"><?cs call:csrf() ?><?cs call:upload_fields() ?><div class="field"><label for="f-rows">Rows, with their header</label><textarea class="textarea mono" id="f-rows" name="rows" rows="6" aria-describedby="f-rows-hint" required></textarea><p class="hint" id="f-rows-hint">As copied from a spreadsheet, or as text with commas or semicolons.</p></div><button class="btn mt-2" type="submit">Look at these rows</button></form></details>
</section>
<?cs else ?><?cs call:notice("info", "Your role here is viewer: you see what was imported. An editor can bring a file.") ?><?cs /if ?>
<section class="section" aria-labelledby="h-earlier">
<div class="section-head"><h2 id="h-earlier">Earlier imports</h2></div>
<?cs if:?Imports.0.name ?><div class="table-wrap" tabindex="0" role="region" aria-label="List of imports"><table class="table table-stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">File</th><th scope="col" role="columnheader">State</th><th scope="col" role="columnheader" class="num">Rows</th><th scope="col" role="columnheader" class="num">Created</th><th scope="col" role="columnheader" class="num">Updated</th><th scope="col" role="columnheader" class="num">Skipped</th><th scope="col" role="columnheader" class="num">Rejected</th><th scope="col" role="columnheader">When</th><th scope="col" role="columnheader"><span class="vh">What can be done</span></th></tr></thead>
<tbody role="rowgroup"><?cs each:i = Imports ?><tr role="row"><th role="rowheader" scope="row" class="cell-two"><a class="cell-main" href="<?cs var:i.path ?>"><?cs var:i.name ?></a><span class="cell-sub"><?cs if:i.kind != "" ?><?cs var:i.kind ?><?cs /if ?><?cs if:i.who != "" ?><?cs if:i.kind != "" ?> · <?cs /if ?><?cs var:i.who ?><?cs /if ?></span></th><td role="cell" class="st-right"><span class="status status-<?cs var:i.status ?>"><?cs var:i.word ?></span></td><td role="cell" class="num" data-label="Rows"><?cs if:?i.rows ?><?cs var:i.rows ?><?cs else ?>–<?cs /if ?></td><?cs if:?i.ran ?><td role="cell" class="num" data-label="Created"><?cs call:taken(i, i.created) ?></td><td role="cell" class="num" data-label="Updated"><?cs call:taken(i, i.updated) ?></td><td role="cell" class="num" data-label="Skipped"><?cs var:i.skipped ?></td><td role="cell" class="num" data-label="Rejected"><?cs var:i.rejected ?></td><?cs else ?><td role="cell" class="num" data-label="Created">–</td><td role="cell" class="num" data-label="Updated">–</td><td role="cell" class="num" data-label="Skipped">–</td><td role="cell" class="num" data-label="Rejected">–</td><?cs /if ?><td role="cell" data-label="When"><?cs call:when(i.when) ?></td><td role="cell" class="num"><?cs if:?i.discard ?><a class="btn btn-sm btn-quiet" href="<?cs var:i.discard ?>">Discard<span class="vh"> <?cs var:i.name ?></span></a><?cs /if ?></td></tr><?cs /each ?></tbody></table>
<?cs if:?Pager.next || ?Upload.newest ?><div class="table-foot"><?cs if:?Upload.newest ?><a href="<?cs var:Upload.newest ?>">Newest</a><?cs /if ?><?cs call:pager() ?></div><?cs /if ?></div>
<?cs else ?><div class="card"><?cs call:empty_state("upload", "Nothing was imported yet", "Each import is kept here with its file, its numbers and a way back.", "", "") ?></div><?cs /if ?>
</section>
</div>
<script src="<?cs var:Static.import_js ?>" defer></script>
<?cs /def ?>
