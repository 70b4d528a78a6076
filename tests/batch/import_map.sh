#!/bin/sh
# leadgen-batch import --map and --entity on a real database: what the file says is what happens.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: imports with a map are left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "map_$$")"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export LEADGEN_FILES="$dir/files"
mkdir "$dir/files"
"$batch" tenant add map --name Map >/dev/null
# owner SQL: one value, as the owner of all
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }

printf 'Wer;Mail;Wo;Egal\nHans Müller;hans@mueller.example;Berlin;x\nEva Kern;eva@kern.example;Bonn;y\n' >"$dir/people.csv"
printf '# lines\nWer=contact.full_name\nMail=contact.email\nWo=contact.city\n' >"$dir/lines"
timeout 60 "$batch" import "$dir/people.csv" --tenant map --map "$dir/lines" --json >"$dir/out" 2>&1
tap_is "a map of lines is taken" $? 0
tap_is "its columns go where it says" \
    "$(owner "SELECT first_name || '|' || city || '|' || (custom IS NULL) FROM contact WHERE email = 'hans@mueller.example'")" \
    "Hans|Berlin|true"
echo '{"entity": "contact", "columns": {"Wer": "contact.full_name", "Mail": "contact.email"},
    "constants": {"contact.source": "Fair"}, "options": {"strategy": "overwrite"}}' >"$dir/json"
timeout 60 "$batch" import "$dir/people.csv" --tenant map --map "$dir/json" --json >"$dir/out" 2>&1
tap_is "a map in JSON sets constants" "$(owner "SELECT source FROM contact WHERE email = 'eva@kern.example'")" Fair
echo 'Mial=contact.email' >"$dir/wrong"
timeout 60 "$batch" import "$dir/people.csv" --tenant map --map "$dir/wrong" --json >"$dir/out" 2>&1
tap_is "a column that is not there is an input error" $? 65
grep -q 'no column "Mial". Its columns are: Wer, Mail, Wo, Egal.' "$dir/out"
tap_is "and says which columns there are" $? 0
printf 'Name;Ort\nAlpha;Berlin\nBeta;Bonn\n' >"$dir/names.csv"
timeout 60 "$batch" import "$dir/names.csv" --tenant map --entity company >"$dir/out" 2>&1
tap_is "--entity company makes companies of names" "$(owner "SELECT string_agg(name, ' ' ORDER BY name) FROM company")" "Alpha Beta"
printf 'Name;Ort\nGamma Delta;Berlin\nEta Theta;Bonn\n' >"$dir/names2.csv"
timeout 60 "$batch" import "$dir/names2.csv" --tenant map --entity contact >"$dir/out" 2>&1
tap_is "--entity contact makes people of them" "$(owner "SELECT count(*) FROM contact WHERE last_name IN ('Delta', 'Theta')")" 2
tap_done
