<?cs def:page_title() ?>Nothing is at this address<?cs /def ?>
<?cs def:page_body() ?><?cs call:error_state("search", "Nothing is at this address", "It may have been deleted or merged, or it belongs to another workspace.") ?><?cs /def ?>
