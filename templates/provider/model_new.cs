<?cs include!"partials/model.cs" ?>
<?cs def:page_title() ?>New language model<?cs /def ?>
<?cs def:page_body() ?><div class="page page-narrow">
<header class="page-head"><div class="page-head-text"><ol class="crumbs"><li><a href="<?cs var:List.path ?>">Providers</a></li></ol><h1>New language model</h1><p class="page-sub">Writes the messages of campaigns that ask for it. Choose one to begin with; check its prices.</p></div></header>
<nav class="tabs" aria-label="Services"><?cs each:p = Presets ?><a href="<?cs var:p.path ?>"<?cs if:?p.current ?> aria-current="page"<?cs /if ?>><?cs var:p.label ?></a><?cs /each ?></nav>
<?cs call:form_errors() ?>
<form method="post"><?cs call:csrf() ?><?cs call:model_fields() ?>
<section class="card mb-4" aria-labelledby="h-key"><div class="card-head"><h2 id="h-key">Key</h2></div><div class="card-body"><?cs call:input_field("key", Form.key, "Key", "password", "off", "Kept encrypted. It is never shown again.") ?></div></section>
<div class="form-bar"><button class="btn btn-primary" type="submit">Add the model</button><a class="btn btn-quiet" href="<?cs var:List.path ?>">Cancel</a></div></form>
</div><?cs /def ?>
