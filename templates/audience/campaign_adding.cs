<?cs include!"partials/campaign.cs" ?>
<?cs def:page_title() ?>Add people to <?cs var:Campaign.name ?><?cs /def ?>
<?cs def:source_select(name, field, label, hint) ?><?cs if:?field.options.0.value ?><form class="card mb-4" method="post" action="<?cs var:Adding.path ?>"><?cs call:csrf() ?><input type="hidden" name="from" value="<?cs var:name ?>"><div class="card-body col"><?cs call:select_field(name, field, label, hint) ?><div><button class="btn" type="submit">Look who that is<span class="vh">: <?cs var:label ?></span></button></div></div></form><?cs /if ?><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:campaign_head() ?>
<?cs call:form_errors() ?>
<?cs if:Adding.open != "1" ?><?cs call:notice("info", "People can be added while a campaign is in draft or ready.") ?>
<?cs else ?><h2 class="mb-2">Add people</h2><p class="soft mb-4">Choose where they come from. The next page says exactly who will be added and who not. Or choose them in <a href="<?cs var:Base ?>/contacts">Contacts</a> or <a href="<?cs var:Base ?>/companies">Companies</a>: with any filters, tick rows or all that match, then More, Add to campaign.</p>
<div class="grid grid-side"><div class="col">
<?cs call:source_select("smart_list", Form.smart_list, "Smart list", "Those who match now. Of companies: all who work there.") ?>
<?cs call:source_select("list", Form.list, "List", "") ?>
<?cs call:source_select("tag", Form.tag, "Tag", "") ?>
</div><div class="col">
<form class="card mb-4" method="post" action="<?cs var:Adding.path ?>"><?cs call:csrf() ?><input type="hidden" name="from" value="company"><div class="card-body col"><?cs call:input_field("company", Form.company, "Company", "text", "off", "Its name or domain: all who work there.") ?><div><button class="btn" type="submit">Look who that is<span class="vh">: Company</span></button></div></div></form>
<?cs call:source_select("owner", Form.owner, "Owner", "Whose contacts they are.") ?>
<?cs call:source_select("import", Form.import, "Import", "Everybody whom it made or changed.") ?>
</div></div><?cs /if ?>
</div><?cs /def ?>
