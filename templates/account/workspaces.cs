<?cs def:page_title() ?>Workspaces<?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head("Workspaces", "Each holds its own companies, contacts and people.") ?>
<?cs if:?Workspaces.0.name ?>
<section class="card" aria-label="Your workspaces"><ul class="list list-link"><?cs each:w = Workspaces ?><li><a href="<?cs var:w.path ?>"><span class="avatar avatar-<?cs var:w.avatar ?>" aria-hidden="true"><?cs var:w.initials ?></span><span class="grow"><b><?cs var:w.name ?></b><span class="cell-sub"><?cs var:w.slug ?></span></span><?cs if:w.demo == "1" ?><span class="badge">Demo</span><?cs /if ?><span class="muted"><?cs var:w.role ?></span><?cs call:icon("right") ?></a></li><?cs /each ?></ul></section>
<?cs elif:Caller.is_super == "1" ?><?cs call:empty_state("company", "No workspace yet", "A workspace holds the companies, contacts and people of one team. Add the first one.", "/admin/workspaces/new", "Add a workspace") ?>
<?cs else ?><?cs call:empty_state("company", "No workspace yet", "You have an account, but no part in a workspace. Ask the admin of your team for an invitation.", "", "") ?><?cs /if ?>
</div>
<?cs /def ?>
