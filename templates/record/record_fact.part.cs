<?cs include!"partials/record.cs" ?><?cs call:fact(Fact) ?><?cs each:f = Others ?><?cs call:fact(f) ?><?cs /each ?>
<title><?cs var:Record.name ?><?cs if:?Caller.tenant && Caller.tenant != "" ?> · <?cs var:Caller.tenant ?><?cs /if ?> · leadgen</title>
<div id="rec-title" hx-swap-oob="true"><?cs call:record_title() ?></div>
<span id="rec-next" hx-swap-oob="true"><?cs call:next_button() ?></span>
<div class="tiles" id="rec-tiles" hx-swap-oob="true"><?cs call:record_tiles() ?></div>
<?cs call:saved_around() ?>
