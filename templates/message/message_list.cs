<?cs include!"partials/messages.cs" ?>
<?cs def:page_title() ?>Messages<?cs /def ?>
<?cs def:page_body() ?><div class="page">
<header class="page-head"><div class="page-head-text"><?cs if:?List.campaign ?><ol class="crumbs"><li><a href="<?cs var:List.campaign_path ?>"><?cs var:List.campaign ?></a></li></ol><?cs /if ?><h1>Messages <small><?cs var:List.total ?></small></h1></div><div class="page-actions"><a class="btn" href="<?cs var:List.review ?>"><?cs call:icon("review") ?>Review</a></div></header>
<?cs call:form_errors() ?><?cs call:message_list("1") ?>
</div><?cs /def ?>
