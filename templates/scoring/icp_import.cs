<?cs def:page_title() ?>Import a model<?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Icp.home ?>">Signals</a></li></ol><h1>Import a model</h1><p class="page-sub">It becomes a draft: nothing is scored by it until you activate it.</p></div></header>
<?cs call:form_errors() ?>
<form class="card" method="post" action="<?cs var:Icp.home ?>/import"><?cs call:csrf() ?><div class="card-body"><?cs call:textarea_field("json", Form.json, "JSON", "16", "What the export as JSON gives, or a list of signals with points and keywords.") ?><?cs call:input_field("note", Form.note, "Note", "text", "off", "What is different about it.") ?><div class="form-foot"><button class="btn btn-primary" type="submit">Import</button><a class="btn btn-quiet" href="<?cs var:Icp.home ?>">Cancel</a></div></div></form></div><?cs /def ?>
