<?cs include!"partials/campaign.cs" ?>
<?cs def:page_title() ?><?cs var:Move.act ?>: <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Campaign.list ?>">Campaigns</a></li><li><a href="<?cs var:Campaign.path ?>"><?cs var:Campaign.name ?></a></li></ol><h1><?cs var:Move.act ?> <?cs call:campaign_badge(Campaign.state, Campaign.look, Campaign.state_label) ?></h1></div></header>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body col"><?cs if:?Move.missing ?><?cs call:notice("warn", Move.missing) ?><?cs else ?><p><?cs var:Move.says ?></p><p class="soft"><b><?cs var:Campaign.name ?></b>: <?cs var:Move.extent ?></p><?cs /if ?>
<div class="form-foot"><?cs if:!?Move.missing ?><button class="btn <?cs if:Move.danger == "1" ?>btn-danger-solid<?cs else ?>btn-primary<?cs /if ?>" type="submit"><?cs var:Move.act ?></button><?cs /if ?><a class="btn btn-quiet" href="<?cs var:Campaign.path ?>"><?cs if:?Move.missing ?>Back<?cs else ?>Cancel<?cs /if ?></a></div></div></form>
</div><?cs /def ?>
