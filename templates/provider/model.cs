<?cs include!"partials/model.cs" ?>
<?cs include!"partials/provider_one.cs" ?>
<?cs include!"partials/progress.cs" ?>
<?cs def:page_title() ?><?cs var:One.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:List.path ?>">Providers</a></li></ol><h1><?cs var:One.name ?></h1><p class="page-sub"><?cs var:One.url ?></p></div><div class="page-actions"><a class="btn btn-quiet" href="<?cs var:One.act ?>/remove">Remove…</a></div></header>
<?cs call:form_errors() ?>
<?cs if:?Progress.path ?><?cs call:job_progress() ?><?cs /if ?>
<?cs call:tiles() ?><?cs call:test_card() ?><?cs call:key_card() ?>
<form method="post"><?cs call:csrf() ?><?cs call:model_fields() ?><div class="form-bar"><button class="btn btn-primary" type="submit">Save</button></div></form>
<?cs call:calls_card() ?>
</div><?cs /def ?>
