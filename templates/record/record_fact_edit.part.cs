<?cs include!"partials/record.cs" ?><?cs each:g = Groups ?><?cs each:f = g.fields ?><?cs call:fact_form(f, Form[f.name]) ?><?cs /each ?><?cs /each ?>
