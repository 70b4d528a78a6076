<?cs include!"partials/campaign.cs" ?>
<?cs include!"partials/campaign_step.cs" ?>
<?cs def:page_title() ?><?cs var:Step.title ?><?cs /def ?>
<?cs def:example(e) ?><fieldset class="step-example"><legend class="label">Example <?cs var:e.number ?></legend><div class="field<?cs if:?e.error ?> field-bad<?cs /if ?>"><label for="f-examples.<?cs var:e.place ?>.body">Message</label><textarea class="textarea" id="f-examples.<?cs var:e.place ?>.body" name="examples.<?cs var:e.place ?>.body" rows="4" data-count="5000">
<?cs var:e.body ?></textarea><?cs if:?e.error ?><p class="error"><?cs call:icon("warn") ?><span><?cs var:e.error ?></span></p><?cs /if ?></div><div class="field"><label for="f-examples.<?cs var:e.place ?>.note">What is good about it</label><input class="input" type="text" id="f-examples.<?cs var:e.place ?>.note" name="examples.<?cs var:e.place ?>.note" value="<?cs var:e.note ?>" autocomplete="off"></div></fieldset><?cs /def ?>
<?cs def:page_body() ?><div class="page">
<?cs call:campaign_head() ?>
<?cs if:Step.open != "1" ?><div class="mb-4"><?cs call:notice("info", "Steps change in draft and ready only. What you see here cannot be saved now.") ?></div><?cs /if ?>
<?cs call:form_errors() ?>
<form class="grid grid-side" method="post"<?cs if:?Step.is_new ?> action="<?cs var:Steps.path ?>/new"<?cs /if ?>><div class="col"><?cs call:csrf() ?>
<section class="card" aria-labelledby="h-when"><div class="card-head"><h2 id="h-when"><?cs if:?Step.is_new ?>New step<?cs else ?>Step <?cs var:Step.position ?>, <?cs var:Step.title ?><?cs /if ?></h2></div><div class="card-body form-grid">
<?cs call:select_field("channel", Form.channel, "Channel", "") ?>
<?cs call:input_field("label", Form.label, "Name", "text", "off", "For you; left empty, the channel's.") ?>
<?cs call:input_field("day_offset", Form.day_offset, "Day", "number", "off", "0 is the first day; days do not go backwards.") ?>
<?cs call:select_field("condition", Form.condition, "Who gets it", "") ?>
<?cs if:?Step.is_new ?><?cs call:select_field("position", Form.position, "Place", "") ?><?cs /if ?>
<div class="wide"><?cs call:check_field("is_on", Form.is_on, "The step is on: messages are written and sent for it") ?></div>
</div></section>
<section class="card" aria-labelledby="h-text"><div class="card-head"><h2 id="h-text">Text</h2></div><div class="card-body form-grid">
<?cs call:input_field("max_length", Form.max_length, "Length in characters, at most", "number", "off", "From 100 to what the channel takes.") ?>
<?cs call:select_field("variants", Form.variants, "Variants", "Each is written from another angle.") ?>
<?cs call:select_field("tone", Form.tone, "Tone", "") ?>
<?cs call:select_field("formality", Form.formality, "Formality", "") ?>
<?cs call:select_field("language", Form.language, "Language", "") ?>
<?cs if:Step.pdfs == "1" ?><?cs call:select_field("pdf_template_id", Form.pdf_template_id, "Goes along", "A PDF made for each person; with e-mails and LinkedIn messages.") ?><?cs /if ?>
<div class="wide"><?cs call:counted_field("instructions", Form.instructions, "Instructions", "4", "2000", "What this message is to do. Language models follow them; the built-in writer goes by channel, tone and place in the sequence. Up to 2,000 characters.") ?></div>
</div></section>
<section class="card" id="examples" aria-labelledby="h-examples"><div class="card-head"><h2 id="h-examples">Examples</h2><span class="hint">for language models: how a message of this step should read</span></div><div class="card-body col"><?cs each:e = Examples ?><?cs call:example(e) ?><?cs /each ?><p class="hint">Empty both fields of an example to take it away.</p><?cs if:Step.room == "1" ?><div><button class="btn btn-sm" type="submit" name="more" value="1">Save and add another example</button></div><?cs /if ?></div></section>
<div class="form-foot"><button class="btn btn-primary" type="submit"><?cs if:?Step.is_new ?>Add the step<?cs else ?>Save<?cs /if ?></button><a class="btn btn-quiet" href="<?cs var:Steps.path ?>">Cancel</a><?cs if:?Step.path ?><a class="btn btn-quiet push" href="<?cs var:Step.path ?>/remove">Remove…</a><?cs /if ?></div>
</div><aside class="col"><section class="card" aria-labelledby="h-about"><div class="card-head"><h2 id="h-about"><?cs var:Step.channel ?></h2></div><div class="card-body col"><p><?cs var:Step.intent ?></p><?cs if:?Step.messages && Step.messages != "0" ?><p class="soft"><?cs var:Step.messages_shown ?> messages are written for this step. They stay as they are; what you change holds for those written from now on.</p><?cs /if ?></div></section></aside></form>
</div><?cs /def ?>
