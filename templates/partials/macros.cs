<?cs # What every page may call. Fields take Form.<name>; their name and id are the parameter's. ?>
<?cs def:icon(name) ?><svg class="icon" aria-hidden="true"><use href="<?cs var:Static.icons_svg ?>#i-<?cs var:name ?>"/></svg><?cs /def ?>
<?cs def:csrf() ?><input type="hidden" name="csrf" value="<?cs var:Csrf ?>"><?cs /def ?>
<?cs # A time set by view_time. ?>
<?cs def:when(t) ?><?cs if:?t.text ?><time datetime="<?cs var:t.iso ?>" title="<?cs var:t.exact ?>"><?cs var:t.text ?></time><?cs else ?>–<?cs /if ?><?cs /def ?>
<?cs # kind: info, ok, warn or bad. ?>
<?cs def:notice(kind, text) ?><div class="notice notice-<?cs var:kind ?>"><?cs if:kind == "ok" ?><?cs call:icon("done") ?><?cs elif:kind == "bad" ?><?cs call:icon("stop") ?><?cs elif:kind == "warn" ?><?cs call:icon("warn") ?><?cs else ?><?cs call:icon("info") ?><?cs /if ?><div><?cs var:text ?></div></div><?cs /def ?>
<?cs # An empty list: what will be here, and the first step. ?>
<?cs def:empty_state(icon_name, title, text, path, label) ?><div class="state"><?cs call:icon(icon_name) ?><h2><?cs var:title ?></h2><p><?cs var:text ?></p><?cs if:path != "" ?><div class="btn-row"><a class="btn btn-primary" href="<?cs var:path ?>"><?cs var:label ?></a></div><?cs /if ?></div><?cs /def ?>
<?cs # Errors of a form: the summary links to the fields and takes the focus. ?>
<?cs def:form_errors() ?><?cs if:?Form.errors.0.message ?><div class="notice notice-bad mb-4" role="alert" tabindex="-1" data-focus><?cs call:icon("warn") ?><div><?cs if:?Form.summary ?><b><?cs var:Form.summary ?></b> <?cs /if ?><?cs each:e = Form.errors ?><?cs if:e.field != "" ?><a href="#f-<?cs var:e.field ?>"><?cs var:e.label ?></a>: <?cs /if ?><?cs var:e.message ?> <?cs /each ?></div></div><?cs /if ?><?cs /def ?>
<?cs def:field_error(name, field) ?><?cs if:?field.error ?><p class="error" id="f-<?cs var:name ?>-error"><?cs call:icon("warn") ?><span><?cs var:field.error ?></span></p><?cs /if ?><?cs /def ?>
<?cs def:field_hint(name, hint) ?><?cs if:hint != "" ?><p class="hint" id="f-<?cs var:name ?>-hint"><?cs var:hint ?></p><?cs /if ?><?cs /def ?>
<?cs def:described(name, field, hint) ?><?cs if:?field.error ?> aria-invalid="true" aria-describedby="f-<?cs var:name ?>-error"<?cs elif:hint != "" ?> aria-describedby="f-<?cs var:name ?>-hint"<?cs /if ?><?cs /def ?>
<?cs # input_field(name, Form.name, label, type, autocomplete, hint): a field with label, hint and error. ?>
<?cs def:input_field(name, field, label, type, autocomplete, hint) ?><div class="field<?cs if:?field.error ?> field-bad<?cs /if ?>"><label for="f-<?cs var:name ?>"><?cs var:label ?></label><input class="input" id="f-<?cs var:name ?>" name="<?cs var:name ?>" type="<?cs var:type ?>"<?cs if:autocomplete != "" ?> autocomplete="<?cs var:autocomplete ?>"<?cs /if ?><?cs if:type != "password" ?> value="<?cs var:field.value ?>"<?cs /if ?><?cs call:described(name, field, hint) ?>><?cs call:field_hint(name, hint) ?><?cs call:field_error(name, field) ?></div><?cs /def ?>
<?cs def:textarea_field(name, field, label, rows, hint) ?><div class="field<?cs if:?field.error ?> field-bad<?cs /if ?>"><label for="f-<?cs var:name ?>"><?cs var:label ?></label><textarea class="textarea" id="f-<?cs var:name ?>" name="<?cs var:name ?>" rows="<?cs var:rows ?>"<?cs call:described(name, field, hint) ?>>
<?cs var:field.value ?></textarea><?cs call:field_hint(name, hint) ?><?cs call:field_error(name, field) ?></div><?cs /def ?>
<?cs # Entries come from view_option. ?>
<?cs def:select_field(name, field, label, hint) ?><div class="field<?cs if:?field.error ?> field-bad<?cs /if ?>"><label for="f-<?cs var:name ?>"><?cs var:label ?></label><select class="select" id="f-<?cs var:name ?>" name="<?cs var:name ?>"<?cs call:described(name, field, hint) ?>><?cs each:o = field.options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == field.value ?> selected<?cs /if ?>><?cs var:o.label ?></option><?cs /each ?></select><?cs call:field_hint(name, hint) ?><?cs call:field_error(name, field) ?></div><?cs /def ?>
<?cs def:check_field(name, field, label) ?><label class="check"><input type="checkbox" id="f-<?cs var:name ?>" name="<?cs var:name ?>" value="1"<?cs if:field.value == "1" || field.value == "on" ?> checked<?cs /if ?>> <?cs var:label ?></label><?cs call:field_error(name, field) ?><?cs /def ?>
<?cs def:file_field(name, field, label, accept, hint) ?><div class="field<?cs if:?field.error ?> field-bad<?cs /if ?>"><label for="f-<?cs var:name ?>"><?cs var:label ?></label><input class="input" id="f-<?cs var:name ?>" name="<?cs var:name ?>" type="file" accept="<?cs var:accept ?>"<?cs call:described(name, field, hint) ?>><?cs call:field_hint(name, hint) ?><?cs call:field_error(name, field) ?></div><?cs /def ?>
<?cs # Keyset pages: view_pager sets the links. ?>
<?cs def:pager() ?><?cs if:?Pager.previous || ?Pager.next ?><span class="pager"><?cs if:?Pager.previous ?><a class="btn btn-sm" href="<?cs var:Pager.previous ?>"><?cs call:icon("left") ?>Previous</a><?cs /if ?><?cs if:?Pager.next ?><a class="btn btn-sm" href="<?cs var:Pager.next ?>">Next<?cs call:icon("right") ?></a><?cs /if ?></span><?cs /if ?><?cs /def ?>
<?cs def:brand_mark() ?><svg class="brand-mark" viewBox="0 0 22 22" aria-hidden="true"><rect class="bm-bg" width="22" height="22" rx="6"/><path class="bm-a" d="M5 5.5h12l-4.3 5.4v3.4H9.3v-3.4z"/><circle class="bm-b" cx="11" cy="17" r="1.7"/></svg><?cs /def ?>
<?cs # An error page's content; partials of error/. ?>
<<<<<<< HEAD
<?cs def:error_state(icon_name, title, text) ?><div class="page"><div class="state state-page"><?cs call:icon(icon_name) ?><h1><?cs var:title ?></h1><p data-error><?cs var:text ?></p><div class="btn-row"><a class="btn" href="<?cs if:?Base && Base != "" ?><?cs var:Base ?><?cs else ?>/<?cs /if ?>">Home</a></div><p class="muted small mt-4"><?cs var:Error.status ?> · <span class="mono"><?cs var:Page.path ?></span> · request <span class="mono"><?cs var:Page.request ?></span> for support</p></div></div><?cs /def ?>
=======
<?cs def:error_state(icon_name, title, text) ?><div class="page"><div class="state state-page"><?cs call:icon(icon_name) ?><h1><?cs var:title ?></h1><p data-error><?cs var:text ?></p><div class="btn-row"><a class="btn" href="<?cs if:Base != "" ?><?cs var:Base ?><?cs else ?>/<?cs /if ?>">Home</a></div><p class="muted small mt-4"><?cs var:Error.status ?> · <span class="mono"><?cs var:Page.path ?></span> · request <span class="mono"><?cs var:Page.request ?></span> for support</p></div></div><?cs /def ?>
<?cs # Tabs between the pages of a group. ?>
<?cs def:tabs() ?><?cs if:?Tabs.label ?><nav class="tabs" aria-label="<?cs var:Tabs.label ?>"><?cs each:tab = Tabs.items ?><a href="<?cs var:tab.path ?>"<?cs if:?tab.current ?> aria-current="page"<?cs /if ?>><?cs var:tab.label ?></a><?cs /each ?></nav><?cs /if ?><?cs /def ?>
<?cs # The head of a page: title and what it is for. ?>
<?cs def:page_head(title, sub) ?><header class="page-head"><div class="page-head-text"><h1><?cs var:title ?></h1><?cs if:sub != "" ?><p class="page-sub"><?cs var:sub ?></p><?cs /if ?></div></header><?cs /def ?>
<?cs # A field for a time zone; the names come from account_zones. ?>
<?cs def:zone_field(field, label, hint) ?><div class="field<?cs if:?field.error ?> field-bad<?cs /if ?>"><label for="f-time_zone"><?cs var:label ?></label><input class="input" id="f-time_zone" name="time_zone" type="text" list="zones" autocomplete="off" value="<?cs var:field.value ?>"<?cs call:described("time_zone", field, hint) ?>><datalist id="zones"><?cs each:zone = Zones ?><option value="<?cs var:zone.name ?>"><?cs /each ?></datalist><?cs call:field_hint("time_zone", hint) ?><?cs call:field_error("time_zone", field) ?></div><?cs /def ?>
<?cs # What is shown this once, to be copied. ?>
<?cs def:secret_once(label) ?><div class="field"><label for="secret"><?cs var:label ?></label><input class="input mono" id="secret" type="text" readonly value="<?cs var:Secret ?>" data-copy></div><?cs /def ?>
<?cs # A person in a table. ?>
<?cs def:person(p) ?><span class="who"><span class="avatar avatar-<?cs var:p.avatar ?>" aria-hidden="true"><?cs var:p.initials ?></span><span><span class="cell-main"><?cs var:p.name ?></span><?cs if:p.you == "1" ?> <span class="muted">you</span><?cs /if ?><span class="cell-sub"><?cs var:p.email ?></span></span></span><?cs /def ?>
>>>>>>> e6ed99f (wip)
<?cs # Recovery codes, shown this once. ?>
<?cs def:recovery_codes() ?><div class="mb-4"><?cs call:notice("warn", "Keep these codes on paper or in a password manager. They are shown only now. Each works once, when your phone is not at hand.") ?></div>
<section class="card" aria-labelledby="h-codes"><div class="card-head"><h2 id="h-codes">Recovery codes</h2></div><div class="card-body"><pre class="code" tabindex="0" role="region" aria-label="Recovery codes"><?cs each:c = Codes ?><?cs var:c.code ?>
<?cs /each ?></pre><div class="form-foot"><a class="btn btn-primary" href="/account/second-factor">I have kept them</a></div></div></section><?cs /def ?>
