<?cs def:page_title() ?>You may not do this<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("lock", "You may not do this", Error.message) ?><?cs /def ?>
