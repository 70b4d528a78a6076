<?cs include!"partials/import.cs" ?>
<?cs def:page_title() ?>Discard <?cs var:Import.name ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><?cs call:import_crumbs(Import.name) ?><h1>Discard <?cs var:Import.name ?>?</h1><p class="page-sub">This cannot be undone. To import it later, upload the file again.</p></div></header>
<form class="card" method="post" action="<?cs var:Import.discard ?>"><?cs call:csrf() ?><div class="card-body"><p><?cs if:Discard.file == "1" ?>The file (<?cs var:Import.size ?>)<?cs if:?Discard.rows ?> and the preview of <?cs var:Discard.rows ?> <?cs if:Discard.rows == "1" ?>row<?cs else ?>rows<?cs /if ?> are<?cs else ?> is<?cs /if ?> deleted. <?cs /if ?><?cs if:Import.state == "previewing" ?>The preview at work stops. <?cs /if ?>No record was written, so none changes. The history keeps its name, who brought it and when.</p><?cs if:?Made.0.name ?><p class="mt-2">It also takes away what was made for this import and nothing else uses: <?cs call:import_made(Made) ?>.</p><?cs /if ?>
<div class="form-foot"><button class="btn btn-danger-solid" type="submit">Discard the import</button><a class="btn btn-quiet" href="<?cs var:Import.path ?>">Keep it</a></div></div></form>
</div>
<?cs /def ?>
