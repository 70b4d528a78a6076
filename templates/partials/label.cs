<?cs # What the pages of tags, lists and custom fields share. ?>
<?cs # Choosing a colour: Colours and Form.colour. ?>
<?cs def:colour_field() ?><fieldset class="colours"><legend class="label">Colour</legend><?cs each:c = Colours ?><label class="check"><input type="radio" name="colour" value="<?cs var:c.value ?>"<?cs if:c.value == Form.colour.value ?> checked<?cs /if ?>> <span class="tag tag-<?cs var:c.number ?>"><?cs var:c.label ?></span></label><?cs /each ?></fieldset><?cs call:field_error("colour", Form.colour) ?><?cs /def ?>
<?cs # A name as people see it on records. ?>
<?cs def:label_chip(l) ?><?cs if:Label.is_tag == "1" ?><span class="tag tag-<?cs var:l.colour ?>"><?cs var:l.name ?></span><?cs else ?><span class="cell-main"><?cs var:l.name ?></span><?cs /if ?><?cs /def ?>
