<?cs include!"partials/import.cs" ?>
<?cs call:import_progress() ?>
