<?cs include!"partials/record.cs" ?>
<?cs def:page_title() ?>Edit a note<?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:Record.here ?>"><?cs var:Record.name ?></a></li><li><a href="<?cs var:Record.path ?>/notes<?cs var:Record.tail ?>">Notes</a></li></ol><h1>Edit a note</h1></div></header>
<?cs call:form_errors() ?>
<form method="post" action="<?cs var:Note.path ?>"><?cs call:csrf() ?><?cs call:textarea_field("body", Form.body, "Note", "10", "") ?><div class="form-foot"><button class="btn btn-primary" type="submit">Save</button><a class="btn" href="<?cs var:Record.path ?>/notes<?cs var:Record.tail ?>">Cancel</a></div></form>
</div><?cs /def ?>
