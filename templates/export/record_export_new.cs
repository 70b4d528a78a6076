<?cs def:page_title() ?>Export <?cs var:Export.noun ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Export.back ?>"><?cs var:Export.title ?></a></li></ol><h1>Export <?cs var:Export.counted ?></h1><p class="page-sub"><?cs if:Export.picked == "1" ?>The ones that you selected.<?cs elif:Export.words != "" ?>All that match: <?cs var:Export.words ?>.<?cs else ?>All of this workspace.<?cs /if ?> The file is kept for 7 days, and the audit log notes who took what.</p></div><div class="page-actions"><a class="btn" href="<?cs var:Base ?>/exports">Exports</a><?cs if:Export.none != "1" ?><button class="btn btn-primary" type="submit" form="f-export"><?cs call:icon("download") ?>Export <?cs var:Export.counted ?></button><?cs /if ?></div></header>
<?cs call:form_errors() ?>
<?cs if:Export.none == "1" ?><section class="card"><?cs call:empty_state("search", "Nothing to export", "No record matches. Loosen the filter first.", Export.back, "Back to the list") ?></section>
<?cs else ?><form id="f-export" method="post" action="<?cs var:Export.path ?>"><?cs call:csrf() ?>
<section class="card mb-4" aria-labelledby="h-format"><div class="card-head"><h2 id="h-format">File</h2></div><div class="card-body col">
<div><fieldset class="seg"><legend class="vh">Format</legend><label><input type="radio" name="format" value="csv"<?cs if:Export.format == "csv" ?> checked<?cs /if ?>><span>CSV</span></label><label><input type="radio" name="format" value="xlsx"<?cs if:Export.format == "xlsx" ?> checked<?cs /if ?>><span>Excel</span></label></fieldset></div>
<p class="hint">CSV is for other programs and has no limits. Excel has real dates and numbers, and a filter on its first row.</p>
<label class="check"><input type="checkbox" id="f-bom" name="bom" value="1"<?cs if:Export.bom == "1" ?> checked<?cs /if ?>> CSV: begin with a byte-order mark, by which Excel knows accented letters</label>
<label class="check"><input type="checkbox" id="f-raw" name="raw" value="1"<?cs if:Export.raw == "1" ?> checked<?cs /if ?>> CSV: leave cells that begin with = + - @ as they are</label>
<p class="hint">Otherwise they get an apostrophe in front, so that no spreadsheet runs them as a formula; phone numbers too. Choose it for a program that imports the file.</p>
<?cs if:Export.large == "1" ?><p class="hint">More than <?cs var:Export.most_ordered ?> records: the file has them in the order in which they were added.</p><?cs /if ?>
</div></section>
<section class="card mb-4" aria-labelledby="h-columns"><div class="card-head"><h2 id="h-columns">Columns</h2></div><div class="card-body col" id="f-column">
<?cs call:field_error("column", Form.column) ?>
<p class="hint">Countries are written as English names, closed lists by their labels, several tags with semicolons between, times by the workspace's clock.</p>
<?cs each:g = Groups ?><fieldset class="field"><legend><?cs var:g.label ?></legend><div class="grid grid-3 checks"><?cs each:c = g.columns ?><label class="check"><input type="checkbox" name="column" value="<?cs var:c.name ?>"<?cs if:c.checked == "1" ?> checked<?cs /if ?>> <?cs var:c.label ?></label><?cs /each ?></div></fieldset><?cs /each ?>
</div></section>
<div class="form-foot"><button class="btn" type="submit"><?cs call:icon("download") ?>Export <?cs var:Export.counted ?></button><a class="btn btn-quiet" href="<?cs var:Export.back ?>">Cancel</a></div>
</form><?cs /if ?>
</div><?cs /def ?>
