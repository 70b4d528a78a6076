<?cs include!"partials/record.cs" ?>
<?cs include!"partials/messages.cs" ?>
<?cs def:page_title() ?>Messages to <?cs var:Record.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page"><?cs call:record_head("messages") ?>
<?cs if:?Rows.0.id ?><?cs call:message_rows("1") ?><?cs else ?><?cs call:empty_state("mail", "No message yet", "What campaigns write to them stands here.", "", "") ?><?cs /if ?>
</div><?cs /def ?>
