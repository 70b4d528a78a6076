<?cs include!"partials/campaign.cs" ?>
<?cs def:page_title() ?>Clone <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Campaign.list ?>">Campaigns</a></li><li><a href="<?cs var:Campaign.path ?>"><?cs var:Campaign.name ?></a></li></ol><h1>Clone</h1><p class="page-sub">Settings, offers and steps come along; people and messages do not. The clone is a draft of yours.</p></div></header>
<?cs call:form_errors() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><?cs call:input_field("name", Form.name, "Name of the clone", "text", "off", "") ?><div class="form-foot"><button class="btn btn-primary" type="submit">Clone</button><a class="btn btn-quiet" href="<?cs var:Campaign.path ?>">Cancel</a></div></div></form>
</div><?cs /def ?>
