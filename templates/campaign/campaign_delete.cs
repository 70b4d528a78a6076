<?cs include!"partials/campaign.cs" ?>
<?cs def:page_title() ?>Delete <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Campaign.list ?>">Campaigns</a></li><li><a href="<?cs var:Campaign.path ?>"><?cs var:Campaign.name ?></a></li></ol><h1>Delete <?cs call:campaign_badge(Campaign.state, Campaign.look, Campaign.state_label) ?></h1></div></header>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body col"><?cs if:Move.draft == "1" ?><p>The campaign goes with its steps, offers and settings. The people stay where they are. This cannot be undone.</p><p class="soft"><b><?cs var:Campaign.name ?></b>: <?cs var:Move.extent ?></p><?cs else ?><?cs call:notice("info", "Only a draft can be deleted. A campaign with a history goes to the archive, where it can be looked up.") ?><?cs /if ?>
<div class="form-foot"><?cs if:Move.draft == "1" ?><button class="btn btn-danger-solid" type="submit">Delete the campaign</button><?cs else ?><a class="btn" href="<?cs var:Campaign.path ?>/move/archived">Archive…</a><?cs /if ?><a class="btn btn-quiet" href="<?cs var:Campaign.path ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
