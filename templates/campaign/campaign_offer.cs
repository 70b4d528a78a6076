<?cs include!"partials/campaign.cs" ?>
<?cs def:page_title() ?>Offer in <?cs var:Offer.language ?>: <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Campaign.list ?>">Campaigns</a></li><li><a href="<?cs var:Campaign.path ?>"><?cs var:Campaign.name ?></a></li><li><a href="<?cs var:Offer.back ?>">Settings</a></li></ol><h1>What you offer, in <?cs var:Offer.language ?></h1><p class="page-sub">Whole sentences that can stand in a letter as they are. Leave out what you have nothing to say to.</p></div></header>
<?cs call:form_errors() ?><?cs each:h = Hints ?><div class="mb-4"><?cs call:notice("warn", h.text) ?></div><?cs /each ?>
<?cs if:Offer.may != "1" ?><?cs call:notice("info", "What a campaign says can be changed until it is approved.") ?><?cs else ?><form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><div class="col">
<?cs call:textarea_field("does", Form.does, "What you do", "2", "“We check supplier invoices before they are paid.”") ?>
<?cs call:textarea_field("outcome", Form.outcome, "What they get from it", "2", "“Finance teams get back two days a month.”") ?>
<?cs call:textarea_field("proof", Form.proof, "Who has it already", "2", "“Linden Foods found 41 double payments in the first quarter.” Only what is true, and what you may say.") ?>
<?cs call:input_field("proof_url", Form.proof_url, "Where that can be read", "text", "off", "The address of a page. Reviewers see it beside the sentence.") ?>
<?cs call:textarea_field("ask", Form.ask, "The one thing they are to do", "2", "“Could I show you in 15 minutes next week?” One question, easy to say yes to.") ?>
</div><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-quiet" href="<?cs var:Offer.back ?>">Cancel</a><?cs if:Offer.there == "1" ?><span class="hint">Empty all fields and save to take this language away.</span><?cs /if ?></div></div></form><?cs /if ?>
</div><?cs /def ?>
