<?cs def:page_title() ?>System<?cs /def ?>
<?cs def:page_body() ?>
<div class="page">
<header class="page-head"><div class="page-head-text"><h1>System</h1><p class="page-sub">As it is at this moment. Reload for newer numbers.</p></div></header>
<?cs call:tabs() ?>
<?cs each:w = Warnings ?><div class="mb-4"><?cs call:notice("warn", w.text) ?></div><?cs /each ?>
<ul class="tiles mb-4">
<li class="tile"><span class="tile-label">Heartbeat</span><span class="tile-figure <?cs if:System.late == "1" ?>t-bad<?cs else ?>t-ok<?cs /if ?>"><?cs var:System.beat ?><?cs if:System.beat != "never" ?> <small>ago</small><?cs /if ?></span><span class="tile-note">a worker last did something</span></li>
<li class="tile"><span class="tile-label">Queue</span><span class="tile-figure"><?cs var:System.queue ?></span><span class="tile-note"><?cs var:System.running ?> running, <?cs var:System.ready ?> ready, <?cs var:System.waiting ?> waiting</span></li>
<li class="tile"><span class="tile-label">Gave up</span><span class="tile-figure<?cs if:System.dead != "0" ?> t-bad<?cs /if ?>"><?cs var:System.dead ?></span><span class="tile-note">jobs after their last try</span></li>
<li class="tile"><span class="tile-label">Oldest ready job</span><span class="tile-figure"><?cs var:System.oldest ?></span><span class="tile-note">since it was made</span></li>
</ul>
<div class="grid grid-2">
<section class="card" aria-labelledby="h-db"><div class="card-head"><h2 id="h-db">Database</h2></div><div class="card-body"><dl class="facts"><dt>Version</dt><dd>PostgreSQL <?cs var:System.postgresql ?></dd><dt>Size</dt><dd><?cs var:System.database_size ?></dd><dt>Up for</dt><dd><?cs var:System.database_up ?></dd><dt>Connections</dt><dd><?cs var:System.connections ?> of <?cs var:System.connections_most ?></dd><dt>Schema</dt><dd class="mono"><?cs var:System.migration ?></dd><dt>People</dt><dd><?cs var:System.users ?> in <?cs var:System.tenants ?> <?cs if:System.tenants == "1" ?>workspace<?cs else ?>workspaces<?cs /if ?></dd></dl></div></section>
<section class="card" aria-labelledby="h-pools"><div class="card-head"><h2 id="h-pools">Processes</h2><span class="hint">with a connection to the database</span></div><?cs if:?Pools.0.name ?><ul class="list list-compact"><?cs each:pool = Pools ?><li><span class="grow"><?cs var:pool.name ?></span><span class="tnum"><?cs var:pool.processes ?></span></li><?cs /each ?></ul><?cs else ?><div class="card-body"><p class="muted">None has a name.</p></div><?cs /if ?></section>
<section class="card" aria-labelledby="h-disk"><div class="card-head"><h2 id="h-disk">Disk of uploads and exports</h2></div><div class="card-body"><?cs if:?System.disk_free ?><p class="mb-2"><b><?cs var:System.disk_free ?></b> of <?cs var:System.disk_size ?> free</p><div class="bar" role="img" aria-label="<?cs var:System.disk_free ?> of <?cs var:System.disk_size ?> free"><i class="<?cs var:System.disk_width ?>"></i></div><?cs else ?><p class="muted">Unknown: LEADGEN_FILES is not a folder.</p><?cs /if ?></div></section>
<section class="card" aria-labelledby="h-ver"><div class="card-head"><h2 id="h-ver">Versions</h2></div><div class="card-body"><dl class="facts"><dt>leadgen</dt><dd><?cs var:Version ?></dd><dt>Web server</dt><dd><?cs if:System.nginx != "" ?><?cs var:System.nginx ?><?cs else ?>Unknown<?cs /if ?></dd><dt>Machine</dt><dd><?cs var:System.machine ?></dd></dl></div></section>
</div>
</div>
<?cs /def ?>
