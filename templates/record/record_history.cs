<?cs include!"partials/record.cs" ?>
<?cs def:page_title() ?>History of <?cs var:Record.name ?><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:record_head("history") ?>
<section class="card card-read" aria-labelledby="h-tl"><div class="card-head"><h2 id="h-tl">What happened</h2><nav class="btn-group push" aria-label="What to show"><?cs each:s = Shows ?><a class="btn btn-sm" href="<?cs var:s.path ?>"<?cs if:?s.current ?> aria-current="page"<?cs /if ?>><?cs var:s.label ?></a><?cs /each ?></nav></div><div class="card-body"><?cs call:timeline() ?></div><?cs if:?Older ?><div class="card-foot"><a href="<?cs var:Older ?>">Older</a></div><?cs /if ?></section>
<?cs call:record_script() ?></div><?cs /def ?>
