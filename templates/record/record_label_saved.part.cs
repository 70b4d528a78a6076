<?cs include!"partials/record.cs" ?><?cs call:labels_edit() ?><?cs call:saved_around() ?>
