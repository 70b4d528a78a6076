<?cs include!"partials/campaign.cs" ?>
<?cs include!"partials/campaign_step.cs" ?>
<?cs def:page_title() ?>Remove <?cs var:Step.label ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<?cs call:campaign_head() ?>
<?cs if:Step.messages == "0" ?><form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><h2>Remove step <?cs var:Step.position ?>, <?cs var:Step.label ?>?</h2><?cs call:step_facts(Step) ?><p class="mt-2">Its instructions and examples go with it. The other steps keep their days.</p><div class="form-foot"><button class="btn btn-danger-solid" type="submit">Remove the step</button><a class="btn btn-quiet" href="<?cs var:Steps.path ?>">Cancel</a></div></div></form>
<?cs else ?><form class="card" method="post" action="<?cs var:Steps.path ?>/<?cs var:Step.id ?>/switch"><?cs call:csrf() ?><div class="card-body"><h2>Step <?cs var:Step.position ?>, <?cs var:Step.label ?>, stays</h2><p><?cs var:Step.messages_shown ?> messages are written for it. Switch it off instead: then nothing more is written or sent for it.</p><div class="form-foot"><?cs if:Step.on == "1" ?><button class="btn btn-primary" type="submit">Switch it off</button><?cs /if ?><a class="btn btn-quiet" href="<?cs var:Steps.path ?>">Back to the steps</a></div></div></form><?cs /if ?>
</div><?cs /def ?>
