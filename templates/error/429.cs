<?cs def:page_title() ?>Too many tries<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("clock", "Too many tries", Error.message) ?><?cs /def ?>
