<?cs include!"partials/campaign.cs" ?>
<?cs include!"partials/campaign_step.cs" ?>
<?cs def:page_title() ?>Save <?cs var:Campaign.name ?> as a template<?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<?cs call:campaign_head() ?>
<?cs call:form_errors() ?>
<?cs if:Steps.any == "1" ?><form class="card" method="post"><?cs call:csrf() ?><div class="card-head"><h2>Save as a template</h2></div><div class="card-body"><div class="col"><p>The library keeps the steps with their instructions and examples, and language, tone and formality. People, offers and messages stay here.</p><?cs call:input_field("name", Form.name, "Name", "text", "off", "") ?><?cs call:textarea_field("description", Form.description, "What it is for", "3", "") ?><?cs call:check_field("replace", Form.replace, "Replace the template of this name, if there is one") ?></div><div class="form-foot"><button class="btn btn-primary" type="submit">Save the template</button><a class="btn btn-quiet" href="<?cs var:Steps.path ?>">Cancel</a></div></div></form>
<section class="card section" aria-labelledby="h-steps"><div class="card-head"><h2 id="h-steps">What it will hold</h2></div><?cs call:step_lines(Steps.rows) ?></section>
<?cs else ?><section class="card"><?cs call:empty_state("campaign", "No steps to save", "Add the steps first, then save them as a template.", Steps.path, "To the steps") ?></section><?cs /if ?>
</div><?cs /def ?>
