<?cs include!"partials/generation.cs" ?>
<?cs call:writing_progress() ?>
