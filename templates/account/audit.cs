<?cs def:page_title() ?>Audit<?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<header class="page-head"><div class="page-head-text"><h1>Audit</h1><p class="page-sub">Who did what, and when. The log is only ever added to.</p></div></header>
<?cs call:tabs() ?>
<form class="toolbar" method="get"><?cs if:?Workspace ?><input type="hidden" name="workspace" value="<?cs var:Workspace ?>"><?cs /if ?><div class="input-icon"><?cs call:icon("search") ?><input class="input" type="search" name="who" value="<?cs var:Form.who.value ?>" aria-label="Person" placeholder="Name or e-mail"></div><select class="select" name="action" aria-label="What was done"><?cs each:o = Form.action.options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.action.value ?> selected<?cs /if ?>><?cs var:o.label ?></option><?cs /each ?></select><button class="btn" type="submit">Filter</button></form>
<?cs if:?Audit.0.verb ?><div class="table-wrap" tabindex="0" role="region" aria-label="Audit log"><table class="table table-stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">When</th><th scope="col" role="columnheader">Who</th><th scope="col" role="columnheader">What</th><?cs if:Base == "" ?><th scope="col" role="columnheader">Workspace</th><?cs /if ?><th scope="col" role="columnheader">Details</th></tr></thead>
<tbody role="rowgroup"><?cs each:a = Audit ?><tr role="row"><td role="cell" class="fit tnum"><?cs call:when(a.at) ?></td><td role="cell" class="st-right"><?cs if:a.actor != "" ?><span title="<?cs var:a.email ?>"><?cs var:a.actor ?></span><?cs else ?><span class="muted">system</span><?cs /if ?></td><td role="cell" class="st-full"><?cs var:a.verb ?> <b><?cs var:a.subject ?></b></td><?cs if:Base == "" ?><td role="cell" data-label="Workspace"><?cs if:a.tenant != "" ?><?cs var:a.tenant ?><?cs else ?>–<?cs /if ?></td><?cs /if ?><td role="cell" class="soft st-full"><?cs var:a.detail ?></td></tr><?cs /each ?></tbody></table></div><div class="row mt-3"><?cs call:pager() ?></div>
<?cs elif:Filtered == "1" ?><?cs call:empty_state("search", "Nothing matches", "Try a shorter part of the name, or everything that was done.", Page.path, "Clear the filter") ?>
<?cs else ?><?cs call:empty_state("eye", "Nothing yet", "What people do to accounts, members and settings will be listed here.", "", "") ?><?cs /if ?>
</div>
<?cs /def ?>
