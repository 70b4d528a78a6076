<?cs include!"partials/record.cs" ?><?cs call:fact(Fact) ?><?cs each:f = Others ?><?cs call:fact(f) ?><?cs /each ?>
<div id="rec-title" hx-swap-oob="true"><?cs call:record_title() ?></div>
<span id="rec-next" hx-swap-oob="true"><?cs call:next_button() ?></span>
<div class="tiles" id="rec-tiles" hx-swap-oob="true"><?cs call:record_tiles() ?></div>
<?cs call:saved_around() ?>
