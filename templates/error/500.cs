<?cs def:page_title() ?>Something broke<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("warn", "Something broke", Error.message) ?><?cs /def ?>
