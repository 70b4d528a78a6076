<?cs include!"partials/custom.cs" ?><?cs call:custom_fact(Fact) ?>
