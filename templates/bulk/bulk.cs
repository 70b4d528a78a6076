<?cs include!"partials/progress.cs" ?>
<?cs def:page_title() ?><?cs var:Bulk.title ?><?cs /def ?>
<?cs def:bulk_head(title) ?><header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Bulk.list ?>"><?cs var:Bulk.records ?></a></li></ol><h1><?cs var:title ?></h1><?cs /def ?>
<?cs # What exactly to do. ?>
<?cs def:bulk_question() ?><form class="card" method="post" action="<?cs var:Bulk.path ?>"><?cs call:csrf() ?><div class="card-body col">
<?cs call:form_errors() ?>
<?cs if:?Bulk.absent ?><?cs call:notice("warn", "Not found here any more: " + Bulk.absent + " of the selected. They stay as they are.") ?><?cs /if ?>
<?cs if:Bulk.need == "labels" ?><fieldset class="field" id="f-label"><legend><?cs if:Bulk.noun == "tag" ?>Tags<?cs else ?>Lists<?cs /if ?></legend><?cs if:?Labels.0.id ?><div class="row row-wrap"><?cs each:l = Labels ?><label class="check"><input type="checkbox" name="label" value="<?cs var:l.id ?>"<?cs if:?l.ticked ?> checked<?cs /if ?>> <?cs var:l.name ?></label><?cs /each ?></div><?cs else ?><p class="hint">There are no <?cs var:Bulk.noun ?>s yet.</p><?cs /if ?></fieldset><?cs if:Bulk.adds == "1" ?><?cs call:input_field("more", Form.more, "New ones", "text", "off", "Separate names by commas.") ?><?cs /if ?>
<?cs elif:Bulk.need == "owner" ?><?cs call:select_field("owner", Form.owner, "Owner", "") ?>
<?cs elif:Bulk.need == "choice" ?><?cs call:select_field("choice", Form.choice, Bulk.field, "") ?>
<?cs elif:Bulk.act == "delete" ?><p>They go to the trash, from where they can be restored for 30 days.</p><?cs if:?Bulk.people ?><?cs call:notice("warn", Bulk.people + " work there. They stay, without a company.") ?><?cs /if ?>
<?cs else ?><p>Says that what is known about them is right as of today. The age of their facts begins anew.</p><?cs /if ?>
<div class="form-foot"><button class="btn <?cs if:Bulk.act == "delete" ?>btn-danger-solid<?cs else ?>btn-primary<?cs /if ?>" type="submit"><?cs var:Bulk.title ?></button><button class="btn btn-quiet" type="submit" formaction="<?cs var:Bulk.path ?>/cancel" formnovalidate>Cancel</button></div></div></form><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<?cs if:Bulk.state == "asked" ?><?cs call:bulk_head(Bulk.title) ?><p class="page-sub"><?cs if:Bulk.everything == "1" ?><?cs if:Bulk.narrowed == "1" ?>All that match the filters<?cs else ?>All there are<?cs /if ?>: <?cs var:Bulk.count ?>.<?cs else ?>The selected ones: <?cs var:Bulk.count ?>.<?cs /if ?> It can be undone.</p></div></header>
<?cs call:bulk_question() ?>
<?cs else ?><?cs call:bulk_head(Bulk.title) ?><p class="page-sub"><?cs if:?Progress.path ?><?cs var:Bulk.what ?>. You can leave this page; the work goes on.<?cs elif:Bulk.state == "cancelled" ?>Stopped before the end. What is done stays until you undo it.<?cs elif:Bulk.state == "failed" ?>It stopped before the end. What is done stays until you undo it.<?cs else ?><?cs var:Bulk.what ?>.<?cs /if ?></p></div><?cs if:?Progress.path && Caller.may_write == "1" ?><div class="page-actions"><form method="post" action="<?cs var:Bulk.path ?>/cancel"><?cs call:csrf() ?><button class="btn" type="submit">Stop</button></form></div><?cs /if ?></header>
<?cs if:?Progress.path ?><?cs call:job_progress() ?><?cs /if ?>
<?cs if:Bulk.error != "" ?><div class="mb-4"><?cs call:notice("bad", Bulk.error) ?></div><?cs /if ?>
<?cs if:?Bulk.result && !?Progress.path ?><div class="notice notice-<?cs if:Bulk.state == "done" ?>ok<?cs else ?>warn<?cs /if ?>"><?cs call:icon("done") ?><div><?cs var:Bulk.result ?></div><span class="notice-actions"><?cs if:?Bulk.change && Caller.may_write == "1" ?><form method="post" action="<?cs var:Bulk.change ?>/undo"><?cs call:csrf() ?><button class="btn btn-sm" type="submit"><?cs call:icon("undo") ?>Undo</button></form><?cs /if ?><a class="btn btn-sm" href="<?cs var:Bulk.list ?>">Back to the list</a></span></div><?cs /if ?>
<?cs /if ?></div><?cs /def ?>
