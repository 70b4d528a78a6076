<?cs include!"partials/campaign_step.cs" ?>
<?cs def:page_title() ?>Campaign templates<?cs /def ?>
<?cs def:page_body() ?><div class="page">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Templates.campaigns ?>">Campaigns</a></li></ol><h1>Templates</h1><p class="page-sub">Steps with their days, channels and instructions, to start campaigns from. People and messages are never part of a template.</p></div></header>
<section aria-labelledby="h-own"><h2 class="mb-4" id="h-own">Library of <?cs var:Caller.tenant ?></h2><?cs if:?Templates.own.0.key ?><div class="grid grid-2"><?cs each:t = Templates.own ?><?cs call:template_card(t, t.path, "Open") ?><?cs /each ?></div><?cs else ?><div class="card"><?cs call:empty_state("copy", "No templates of your own yet", "Open a campaign and choose Save as template: its steps and its voice stay here under a name.", "", "") ?></div><?cs /if ?></section>
<section class="section" aria-labelledby="h-presets"><h2 class="mb-4" id="h-presets">Presets of the system</h2><div class="grid grid-2"><?cs each:t = Templates.presets ?><?cs call:template_card(t, t.path, "Open") ?><?cs /each ?></div></section>
</div><?cs /def ?>
