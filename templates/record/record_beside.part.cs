<?cs include!"partials/record.cs" ?><?cs call:record_beside() ?><?cs call:record_place() ?>
