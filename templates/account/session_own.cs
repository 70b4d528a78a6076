<?cs def:page_title() ?>Sessions<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head("Sessions", "Where you are signed in. End what you do not know, then change your password.") ?>
<?cs call:tabs() ?>
<?cs if:Others != "0" ?><form class="toolbar" method="post" action="/account/sessions/others/end"><?cs call:csrf() ?><button class="btn" type="submit">End the <?cs if:Others == "1" ?>other session<?cs else ?><?cs var:Others ?> other sessions<?cs /if ?></button></form><?cs /if ?>
<div class="table-wrap" tabindex="0" role="region" aria-label="Sessions"><table class="table table-stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Device</th><th scope="col" role="columnheader">Address</th><th scope="col" role="columnheader">Signed in</th><th scope="col" role="columnheader">Last used</th><th scope="col" role="columnheader">Ends unused</th><th scope="col" role="columnheader"><span class="vh">Actions</span></th></tr></thead>
<tbody role="rowgroup"><?cs each:s = Sessions ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-main" title="<?cs var:s.agent ?>"><?cs var:s.device ?></span><?cs if:s.current == "1" ?> <span class="badge badge-info">This one</span><?cs /if ?></th><td role="cell" class="mono" data-label="Address"><?cs var:s.address ?></td><td role="cell" data-label="Signed in"><?cs call:when(s.created) ?></td><td role="cell" data-label="Last used"><?cs call:when(s.seen) ?></td><td role="cell" data-label="Ends unused"><?cs call:when(s.ends) ?></td><td role="cell" class="fit st-end"><?cs if:s.current != "1" ?><form method="post" action="/account/sessions/<?cs var:s.id ?>/end"><?cs call:csrf() ?><button class="btn btn-sm btn-quiet" type="submit">End<span class="vh"> the session <?cs var:s.device ?> from <?cs var:s.address ?></span></button></form><?cs /if ?></td></tr><?cs /each ?></tbody></table></div>
</div>
<?cs /def ?>
