<?cs # The frame of signed-in pages: navigation at the side, bars on phones, user menu, toasts. ?>
<?cs def:nav_item(item) ?><li><a class="nav-link" href="<?cs var:item.path ?>"<?cs if:?item.current ?> aria-current="page"<?cs /if ?>><?cs call:icon(item.icon) ?><?cs var:item.label ?><?cs if:?item.count ?><span class="nav-count"><?cs var:item.count ?><span class="vh"> waiting</span></span><?cs /if ?></a></li><?cs /def ?>
<?cs def:workspace_name() ?><?cs if:Caller.tenant != "" ?><?cs var:Caller.tenant ?><?cs else ?>leadgen<?cs /if ?><?cs /def ?>
<body class="app"<?cs if:Caller.shortcuts == "1" ?> data-shortcuts<?cs /if ?> data-csrf="<?cs var:Csrf ?>">
  <a class="skip" href="#main">Skip to content</a>
<?cs if:?Facets.0.name ?>
  <a class="skip" href="#l-body">Skip to the list</a>
<?cs /if ?>
  <header class="topbar">
    <button class="btn btn-quiet btn-icon" type="button" popovertarget="nav" aria-label="Open navigation"><?cs call:icon("menu") ?></button>
    <a class="brand" href="<?cs if:?Base && Base != "" ?><?cs var:Base ?><?cs else ?>/<?cs /if ?>"><?cs call:brand_mark() ?> leadgen</a>
<?cs if:?Nav.search ?><a class="btn btn-quiet btn-icon push" href="<?cs var:Nav.search ?>" aria-label="Search"><?cs call:icon("search") ?></a><?cs /if ?>
  </header>
  <nav class="sidenav" id="nav" popover aria-label="Main">
    <div class="row">
<?cs if:?Nav.workspaces ?><details class="tenant menu menu-left grow"><summary><?cs call:brand_mark() ?><span class="cut"><?cs call:workspace_name() ?></span><?cs call:icon("updown") ?></summary><div class="menu-list"><a href="<?cs var:Nav.workspaces ?>">Workspaces</a></div></details><?cs else ?><span class="brand grow"><?cs call:brand_mark() ?><?cs call:workspace_name() ?></span><?cs /if ?>
      <button class="btn btn-quiet btn-icon sidenav-close" type="button" popovertarget="nav" popovertargetaction="hide" aria-label="Close navigation"><?cs call:icon("x") ?></button>
    </div>
<?cs if:?Nav.search ?>
    <form class="nav-search" role="search" aria-label="Everything" action="<?cs var:Nav.search ?>" method="get" data-hits><?cs call:icon("search") ?><input type="search" name="q" data-search aria-label="Search companies, contacts and pages" placeholder="Search" autocomplete="off" maxlength="200"><kbd aria-hidden="true">/</kbd></form>
<?cs /if ?>
    <div class="sidenav-scroll">
<?cs each:section = Nav.sections ?>
<?cs if:?section.label ?><p class="nav-head" id="nav-<?cs var:name(section) ?>"><?cs var:section.label ?></p><ul aria-labelledby="nav-<?cs var:name(section) ?>"><?cs else ?><ul><?cs /if ?>
<?cs each:item = section.items ?><?cs call:nav_item(item) ?><?cs /each ?></ul>
<?cs /each ?>
    </div>
    <div class="sidenav-foot">
      <details class="usermenu menu menu-left">
        <summary><span class="avatar avatar-<?cs var:Caller.avatar ?>" aria-hidden="true"><?cs var:Caller.initials ?></span><span class="cut"><?cs var:Caller.name ?></span></summary>
        <div class="menu-list">
          <p class="menu-note"><?cs var:Caller.email ?><?cs if:Caller.role != "" ?> · <?cs var:Caller.role ?><?cs /if ?></p>
<?cs each:item = Nav.user ?><a href="<?cs var:item.path ?>"><?cs call:icon(item.icon) ?><?cs var:item.label ?></a><?cs /each ?>
<button type="button" popovertarget="dlg-keys"><?cs call:icon("bolt") ?>Keyboard shortcuts <kbd class="push">?</kbd></button>
<?cs if:?Nav.sign_out ?><hr><form method="post" action="<?cs var:Nav.sign_out ?>"><?cs call:csrf() ?><button type="submit"><?cs call:icon("logout") ?>Sign out</button></form><?cs /if ?>
        </div>
      </details>
    </div>
  </nav>
  <main class="main" id="main" tabindex="-1"><?cs call:page_body() ?></main>
<?cs if:?Nav.short.0.label ?>
  <nav class="bottombar" aria-label="Short cuts"><?cs each:item = Nav.short ?><a href="<?cs var:item.path ?>"<?cs if:?item.current ?> aria-current="page"<?cs /if ?>><?cs call:icon(item.icon) ?><?cs var:item.label ?></a><?cs /each ?><button type="button" popovertarget="nav"><?cs call:icon("menu") ?>Menu</button></nav>
<?cs /if ?>
  <?cs include!"partials/flash.cs" ?>
  <div class="dialog" id="dlg-keys" popover role="dialog" aria-labelledby="dlg-keys-t">
    <div class="dialog-head"><h2 id="dlg-keys-t">Keyboard</h2></div>
    <div class="dialog-body"><dl class="facts facts-tight"><dt><kbd>/</kbd></dt><dd>Search</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Next or previous row of a list</dd><dt><kbd>x</kbd></dt><dd>Select the row</dd><dt><kbd>Enter</kbd></dt><dd>Open the row</dd><dt><kbd>Esc</kbd></dt><dd>Close, or clear the selection</dd><?cs each:k = Page.keys ?><dt><kbd><?cs var:k.key ?></kbd></dt><dd><?cs var:k.label ?></dd><?cs /each ?><dt><kbd>?</kbd></dt><dd>This list</dd></dl></div>
    <div class="dialog-foot"><button class="btn" type="button" popovertarget="dlg-keys" popovertargetaction="hide">Close</button></div>
  </div>
</body>
