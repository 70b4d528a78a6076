<?cs include!"partials/campaign.cs" ?>
<?cs def:page_title() ?>Export of <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:campaign_head() ?>
<?cs call:form_errors() ?>
<?cs if:Export.may != "1" ?><div class="notice notice-info mb-4"><?cs call:icon("info") ?><div>Only approved messages leave the house. Review and approve the campaign first.</div></div>
<?cs elif:Export.none == "1" ?><div class="notice notice-info mb-4"><?cs call:icon("info") ?><div>No approved message is waiting: all of them were sent or taken back.</div></div>
<?cs else ?><form id="f-export" method="post" action="<?cs var:Campaign.exports ?>"><?cs call:csrf() ?>
<section class="card mb-4" aria-labelledby="h-format"><div class="card-head"><h2 id="h-format">New file</h2></div><div class="card-body col">
<p><b class="tnum"><?cs var:Export.approved ?></b> approved messages, <b class="tnum"><?cs var:Export.people ?></b> people in the campaign. Who must not be contacted is left out when the file is made; files are kept for 7 days, and the audit log notes who took what.</p>
<fieldset class="field col"><legend>For which program</legend><?cs each:f = Formats ?><label class="check"><input type="radio" name="format" value="<?cs var:f.value ?>"<?cs if:f.checked == "1" ?> checked<?cs /if ?>> <span><?cs var:f.label ?><span class="hint"> <?cs var:f.hint ?></span></span></label><?cs /each ?></fieldset>
<label class="check"><input type="checkbox" id="f-bom" name="bom" value="1"> CSV: begin with a byte-order mark, by which Excel knows accented letters</label>
<p class="hint">Cells that begin with = + - @ get an apostrophe in front, so that no spreadsheet runs them as a formula.</p>
</div></section>
<div class="form-foot mb-4"><button class="btn btn-primary" type="submit"><?cs call:icon("download") ?>Export</button><a class="btn btn-quiet" href="<?cs var:Campaign.path ?>">Cancel</a></div>
</form><?cs /if ?>
<section aria-labelledby="h-past"><h2 id="h-past" class="mb-2">Files made so far</h2>
<?cs if:?Exports.0.path ?><div class="table-wrap" tabindex="0" role="region" aria-labelledby="h-past"><table class="table table-stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">File</th><th scope="col" role="columnheader">State</th><th scope="col" role="columnheader" class="num">People</th><th scope="col" role="columnheader" class="num">Messages</th><th scope="col" role="columnheader" class="num">Left out</th><th scope="col" role="columnheader">When</th><th scope="col" role="columnheader">Kept until</th><th scope="col" role="columnheader"><span class="vh">Download</span></th></tr></thead>
<tbody role="rowgroup"><?cs each:e = Exports ?><tr role="row"><th role="rowheader" scope="row" class="cell-two"><a class="cell-main" href="<?cs var:e.path ?>"><?cs var:e.name ?></a><span class="cell-sub"><?cs var:e.type ?><?cs if:e.who != "" ?> · <?cs var:e.who ?><?cs /if ?></span></th><td role="cell" class="st-right"><span class="status status-<?cs var:e.status ?>"><?cs var:e.word ?></span></td><td role="cell" class="num" data-label="People"><?cs if:?e.people ?><?cs var:e.people ?><?cs else ?>–<?cs /if ?></td><td role="cell" class="num" data-label="Messages"><?cs if:?e.messages ?><?cs var:e.messages ?><?cs else ?>–<?cs /if ?></td><td role="cell" class="num" data-label="Left out"><?cs if:?e.left_out ?><?cs var:e.left_out ?><?cs else ?>–<?cs /if ?></td><td role="cell" data-label="When"><?cs call:when(e.asked) ?></td><td role="cell" data-label="Kept until"><?cs call:when(e.expires) ?></td><td role="cell" class="fit st-end"><?cs if:?e.file ?><a class="btn btn-sm" href="<?cs var:e.file ?>" download><?cs call:icon("download") ?>Download<span class="vh"> <?cs var:e.name ?></span></a><?cs /if ?></td></tr><?cs /each ?></tbody></table></div>
<div class="row mt-3"><?cs call:pager() ?></div>
<?cs else ?><div class="card"><?cs call:empty_state("download", "Nothing was exported yet", "Every file that is made from this campaign stands here, with who asked for it.", "", "") ?></div><?cs /if ?></section>
</div><?cs /def ?>
