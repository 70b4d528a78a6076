<?cs def:page_title() ?>Owners<?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<?cs call:page_head("Owners", "Who looks after which contacts and companies. Every member can own records.") ?>
<?cs call:tabs() ?>
<div class="table-wrap" tabindex="0" role="region" aria-label="Owners and how many records they have"><table class="table table-stack" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Owner</th><th scope="col" role="columnheader">Role</th><th scope="col" role="columnheader" class="num">Contacts</th><th scope="col" role="columnheader" class="num">Companies</th><?cs if:Caller.may_admin == "1" ?><th scope="col" role="columnheader"><span class="vh">Actions</span></th><?cs /if ?></tr></thead>
<tbody role="rowgroup"><?cs each:o = Owners ?><tr role="row"><th role="rowheader" scope="row" class="cell-two"><?cs if:o.somebody == "1" ?><?cs call:person(o) ?><?cs else ?><span class="muted">Nobody</span><?cs /if ?></th><td role="cell" class="st-right"><?cs if:o.gone == "1" ?><span class="status status-warn">Has left</span><?cs else ?><?cs var:o.role ?><?cs /if ?></td><td role="cell" class="num" data-label="Contacts"><?cs var:o.contacts ?></td><td role="cell" class="num" data-label="Companies"><?cs var:o.companies ?></td><?cs if:Caller.may_admin == "1" ?><td role="cell" class="row-actions fit st-end"><?cs if:o.owns == "1" ?><a class="btn btn-sm btn-quiet" href="<?cs var:Base ?>/settings/owners/<?cs var:o.id ?>">Hand over…<span class="vh"> the records of <?cs var:o.name ?></span></a><?cs /if ?></td><?cs /if ?></tr><?cs /each ?></tbody></table></div>
</div>
<?cs /def ?>
