<?cs include!"partials/list.cs" ?><?cs call:list_rows() ?>
