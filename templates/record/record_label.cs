<?cs include!"partials/record.cs" ?>
<?cs def:page_title() ?>Edit <?cs var:Record.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Record.here ?>"><?cs var:Record.name ?></a></li></ol><h1>Edit <?cs var:Record.name ?></h1></div></header>
<section class="card"><div class="card-body"><dl class="facts"><dt><?cs if:Kind.is_tag == "1" ?>Tags<?cs else ?>Lists<?cs /if ?></dt><?cs call:labels_edit() ?></dl></div></section>
<?cs call:record_script() ?></div><?cs /def ?>
