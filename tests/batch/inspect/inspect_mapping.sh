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
tap_done
