<?cs include!"partials/review.cs" ?>
<?cs call:review_writing() ?>
