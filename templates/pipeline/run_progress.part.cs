<?cs include!"partials/run.cs" ?>
<?cs call:run_live() ?>
