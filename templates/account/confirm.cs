<?cs def:page_title() ?><?cs var:Confirm.title ?><?cs /def ?>
<?cs def:page_body() ?>
<div class="page page-narrow">
<?cs call:page_head(Confirm.title, "") ?>
<?cs call:tabs() ?>
<form class="card" method="post"><?cs call:csrf() ?><div class="card-body"><p><?cs var:Confirm.text ?></p>
<div class="form-foot"><button class="btn btn-danger-solid" type="submit"><?cs var:Confirm.button ?></button><a class="btn btn-quiet" href="<?cs var:Confirm.back ?>">Cancel</a></div></div></form>
</div>
<?cs /def ?>
