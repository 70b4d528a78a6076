<?cs include!"partials/campaign.cs" ?>
<?cs include!"partials/messages.cs" ?>
<?cs def:page_title() ?>Messages of <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page"><?cs call:campaign_head() ?>
<?cs if:List.drafts == "0" && List.total != "0" ?><p class="mb-4"><a class="btn" href="<?cs var:List.review ?>"><?cs call:icon("review") ?>Summary of review</a></p><?cs /if ?>
<?cs call:form_errors() ?><?cs call:message_list("0") ?>
</div><?cs /def ?>
