<?cs def:page_title() ?>Someone was here before you<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("merge", "Someone was here before you", Error.message) ?><?cs /def ?>
