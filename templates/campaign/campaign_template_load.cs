<?cs include!"partials/campaign.cs" ?>
<?cs include!"partials/campaign_step.cs" ?>
<?cs def:page_title() ?>Steps of <?cs var:Template.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:campaign_head() ?>
<?cs call:form_errors() ?>
<form class="toolbar" method="get" action="<?cs var:Steps.path ?>/load"><label for="f-template">Template</label><select class="select" id="f-template" name="template"><?cs each:o = Form.template.options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.template.value ?> selected<?cs /if ?>><?cs var:o.label ?></option><?cs /each ?></select><button class="btn" type="submit">Look at it</button></form>
<section class="card" aria-labelledby="h-come"><div class="card-head"><h2 id="h-come">What comes: <?cs var:Template.name ?></h2><span class="hint push"><?cs var:Template.count ?>, <?cs var:Template.days ?> days</span></div><?cs call:step_seq(Template.steps) ?><?cs call:step_lines(Template.steps) ?></section>
<?cs if:Steps.any == "1" ?><section class="card section" aria-labelledby="h-go"><div class="card-head"><h2 id="h-go">What goes: <?cs var:Steps.count ?> of this campaign</h2></div><?cs call:step_lines(Steps.rows) ?></section><?cs /if ?>
<?cs if:Steps.open == "1" ?><form class="form-foot" method="post" action="<?cs var:Steps.path ?>/load"><?cs call:csrf() ?><input type="hidden" name="template" value="<?cs var:Template.key ?>"><input type="hidden" name="count" value="<?cs var:Steps.number ?>"><?cs if:Steps.any == "1" ?><button class="btn btn-danger-solid" type="submit">Replace the steps</button><?cs else ?><button class="btn btn-primary" type="submit">Take these steps</button><?cs /if ?><a class="btn btn-quiet" href="<?cs var:Steps.path ?>">Cancel</a></form>
<?cs else ?><div class="section"><div class="notice notice-info"><?cs call:icon("info") ?><div>This campaign is in <?cs var:Steps.state ?>. Its steps change in draft and ready only.</div></div></div><?cs /if ?>
</div><?cs /def ?>
