<?cs include!"partials/import.cs" ?>
<?cs def:page_title() ?><?cs var:Import.name ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<header class="page-head"><div class="page-head-text"><?cs call:import_crumbs(Import.name) ?><h1><?cs if:Import.state == "discarded" ?>This import was discarded<?cs elif:Import.state == "uploading" ?>The upload is not finished<?cs elif:Import.state == "cancelled" ?>The import was cancelled<?cs elif:Import.state == "failed" ?>This file cannot be imported<?cs else ?>This import is no longer kept<?cs /if ?></h1><p class="page-sub"><?cs var:Import.name ?>, <?cs var:Import.size ?><?cs if:Import.who != "" ?>, brought by <?cs var:Import.who ?><?cs /if ?> <?cs call:when(Import.created) ?>. Nothing of it was written.</p></div></header>
<?cs if:Import.state == "uploading" ?>
<section class="card" aria-label="Upload"><div class="card-body col"><div class="progress-head"><b><?cs var:Import.received ?> of <?cs var:Import.size ?></b></div><span class="bar bar-lg" role="progressbar" aria-label="Upload" aria-valuenow="<?cs var:Import.received_bytes ?>" aria-valuemin="0" aria-valuemax="<?cs var:Import.size_bytes ?>"><i class="<?cs var:Import.width ?>"></i></span><p class="soft">Choose the same file again under Import: the upload goes on where it stopped.</p><div class="btn-row"><a class="btn btn-primary" href="<?cs var:Import.list ?>">Go on</a><?cs if:?Import.discard ?><a class="btn btn-quiet" href="<?cs var:Import.discard ?>">Discard</a><?cs /if ?></div></div></section>
<?cs else ?>
<?cs if:Import.error != "" ?><div class="notice notice-bad mb-4"><?cs call:icon("stop") ?><div data-error><?cs var:Import.error ?></div></div><?cs /if ?>
<?cs if:Import.state == "discarded" ?><?cs call:notice("info", "Its file and preview are deleted. Upload it again to import it.") ?><?cs elif:Import.state == "expired" ?><?cs call:notice("info", "Files are removed after a time. Upload it again to import it.") ?><?cs /if ?>
<div class="btn-row mt-4"><a class="btn btn-primary" href="<?cs var:Import.list ?>">Upload another file</a><?cs if:Import.may_write == "1" ?><?cs if:Import.has_mapping == "1" ?><a class="btn" href="<?cs var:Import.path ?>/map">Map the columns again</a><?cs elif:Import.has_file == "1" ?><a class="btn" href="<?cs var:Import.path ?>/dialect">Say how it is to be read</a><?cs /if ?><?cs if:?Import.discard ?><a class="btn btn-quiet" href="<?cs var:Import.discard ?>">Discard</a><?cs /if ?><?cs /if ?></div>
<?cs /if ?>
</div>
<?cs /def ?>
