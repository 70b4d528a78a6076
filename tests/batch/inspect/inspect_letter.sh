#!/bin/sh
# leadgen-batch inspect letter: a request in, a letter with its sources out.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
printf '%s' '{"channel":"linkedin_connect","tone":"bold","sender":{"name":"Anna","company":"Fernblick"},
    "person":{"first_name":"Jane","last_name":"Miller","url":"https://acme.example/team"}}' >"$dir/letter.json"

tap_is "a request is answered" "$("$batch" inspect letter "$dir/letter.json")" \
    '{"subject":null,"body":"Dear Ms Miller,\n\nI work at Fernblick and would like to connect.","claims":[{"start":8,"end":14,"kind":"person.name","snippet":"Miller","url":"https://acme.example/team"}]}'
printf '{"language":"fi"}' >"$dir/letter.json"
"$batch" inspect letter "$dir/letter.json" 2>"$dir/err"
tap_is "an unknown language is refused" $? 65
printf '{' >"$dir/letter.json"
"$batch" inspect letter "$dir/letter.json" 2>"$dir/err"
tap_is "what is no JSON too" $? 65
"$batch" inspect letter "$dir/none" 2>"$dir/err"
tap_is "a missing file ends with its code" $? 66
tap_done
