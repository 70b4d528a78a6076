#!/bin/sh
# leadgen-batch inspect csv: what the columns of a table mean, as scripts read it.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
printf 'Firma;Ansprechpartner;E-Mail;Fax\nAcme GmbH;Anna Kern;anna@acme.example;030 1\nBeta AG;Jan Berg;jan@beta.example;030 1\n' >"$dir/list.csv"
"$batch" inspect csv "$dir/list.csv" >"$dir/out" 2>"$dir/err"
tap_is "a list is looked at" $? 0
has() { grep -qF "$1" "$dir/out"; }
tap_ok "it says what the rows are about" has '"entity":"contact"'
tap_ok "a column has field, confidence and reason" has \
    '{"column":"Firma","field":"company.name","confidence":0.95,"reason":"Header means company name in German; all 2 values looked at can be read as names."}'
tap_ok "a column to leave out has no field" has '{"column":"Fax","field":null,'
printf 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' >"$dir/connections.csv"
"$batch" inspect csv "$dir/connections.csv" >"$dir/out" 2>"$dir/err"
tap_ok "a known export is named" has '"known_export":"LinkedIn connections"'
tap_ok "and a header without rows is mapped" has '{"column":"URL","field":"contact.linkedin_url",'
printf 'name,email\nAlice,alice@alpha.com\nBob,bob@beta.com\nCarla,carla@gamma.com\nDan,dan@delta.com\nEve,eve@eps.com\n' >"$dir/people.csv"
"$batch" inspect csv "$dir/people.csv" >"$dir/out" 2>"$dir/err"
tap_ok "single words beside addresses of people are people" has '{"column":"name","field":"contact.full_name",'
awk 'BEGIN { print "First name,Last name,Email,Company"; for (i = 0; i < 60; i++) printf "Fn%d,Ln%d,p%d@corp%d.com,Corp %d Ltd\n", i, i, i, i, i }' >"$dir/odd.csv"
"$batch" inspect csv "$dir/odd.csv" >"$dir/out" 2>"$dir/err"
tap_ok "the word for a field leads there, however odd the values" has '{"column":"First name","field":"contact.first_name",'
tap_done
