<?cs def:page_title() ?>Not available right now<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("server", "Not available right now", Error.message) ?><?cs /def ?>
