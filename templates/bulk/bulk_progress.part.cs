<?cs include!"partials/progress.cs" ?>
<?cs call:job_progress() ?>
