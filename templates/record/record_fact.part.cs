<?cs include!"partials/record.cs" ?><?cs call:fact(Fact) ?>
