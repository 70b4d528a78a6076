<?cs def:page_title() ?>This request does not fit<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("warn", "This request does not fit", Error.message) ?><?cs /def ?>
