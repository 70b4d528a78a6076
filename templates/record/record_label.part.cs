<?cs include!"partials/record.cs" ?><?cs call:labels_edit() ?>
