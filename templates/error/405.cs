<?cs def:page_title() ?>This address cannot be used that way<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("warn", "This address cannot be used that way", Error.message) ?><?cs /def ?>
