<?cs include!"partials/export.cs" ?>
<?cs call:export_progress() ?>
