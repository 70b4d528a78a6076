<?cs def:page_title() ?>People to look for<?cs /def ?>
<?cs def:choices(name, legend, list) ?><fieldset class="field" id="f-<?cs var:name ?>"><legend class="label"><?cs var:legend ?></legend><div class="row row-wrap"><?cs each:c = list ?><label class="check"><input type="checkbox" name="<?cs var:name ?>" value="<?cs var:c.name ?>"<?cs if:?c.ticked ?> checked<?cs /if ?>> <?cs var:c.label ?></label><?cs /each ?></div></fieldset><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><h1>People to look for</h1><p class="page-sub">Whom <?cs var:Caller.tenant ?> wants to find on the pages of companies.</p></div></header>
<?cs call:tabs() ?>
<?cs call:form_errors() ?>
<form class="card mb-4" method="post"><?cs call:csrf() ?><div class="card-body col">
<p class="hint">When the pages of a company show more people than are wanted, those who decide come first, then those of these departments and seniorities. Nobody who is known already is removed.</p>
<?cs call:choices("department", "Departments", Departments) ?><?cs call:field_error("department", Form.department) ?>
<?cs call:choices("seniority", "Seniorities", Seniorities) ?><?cs call:field_error("seniority", Form.seniority) ?>
<?cs call:input_field("most", Form.most, "People of one company, at most", "number", "off", "From 1 to 200. Others are left on the page.") ?>
<div class="form-foot"><button class="btn btn-primary" type="submit">Save</button></div></div></form>
</div>
<?cs /def ?>
