<?cs def:page_title() ?>This is too large<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("upload", "This is too large", Error.message) ?><?cs /def ?>
