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
tap_is "and leaves no import behind that waits" "$(owner "SELECT string_agg(state, ' ') FROM import WHERE error LIKE '%no column \"Mial\"%'")/$(owner "SELECT count(*) FROM import WHERE state IN ('uploaded', 'previewed')")" failed/0
printf 'Wer=contact.full_name\nWo=contact.custom.ort\n' >"$dir/custom"
before=$(owner "SELECT count(*) FROM import")
timeout 60 "$batch" import "$dir/people.csv" --tenant map --map "$dir/custom" --dry-run --tag Neu --list Liste --json >"$dir/out" 2>&1
tap_is "a dry run says what would happen" "$(grep -c '"rows":2,.*"state":"discarded","dry_run":true' "$dir/out")" 1
tap_is "and leaves no field, tag or list" "$(owner "SELECT (SELECT count(*) FROM custom_field) || '/' || (SELECT count(*) FROM tag) || '/' || (SELECT count(*) FROM list)")" 0/0/0
tap_is "nor an import that waits for somebody" "$(owner "SELECT count(*) FILTER (WHERE state = 'discarded') || '/' || (count(*) - $before) FROM import")" 1/1
printf 'Quoi;Mel\nAnna Roux;anna@roux.example\n' >"$dir/fr.csv"
memory="SELECT count(*) FROM import_memory"
before=$(owner "$memory")
timeout 60 "$batch" import "$dir/fr.csv" --tenant map --entity contact --dry-run >"$dir/out" 2>&1
tap_is "a mapping that nobody confirmed is not remembered" "$(owner "$memory")" "$before"
printf 'Quoi=contact.full_name\nMel=contact.email\n' >"$dir/lines"
timeout 60 "$batch" import "$dir/fr.csv" --tenant map --map "$dir/lines" --dry-run >"$dir/out" 2>&1
tap_is "one that was given is" "$(owner "$memory")" $((before + 1))
"$batch" inspect csv "$dir/people.csv" 2>/dev/null | sed 's/"contact.city"/"contact.state"/' >"$dir/inspected"
timeout 60 "$batch" import "$dir/people.csv" --tenant map --map "$dir/inspected" --json >"$dir/out" 2>&1
tap_is "what inspect prints is a map" $? 0
printf 'Name;Ort\nAlpha;Berlin\nBeta;Bonn\n' >"$dir/names.csv"
timeout 60 "$batch" import "$dir/names.csv" --tenant map --entity company >"$dir/out" 2>&1
tap_is "--entity company makes companies of names" "$(owner "SELECT string_agg(name, ' ' ORDER BY name) FROM company")" "Alpha Beta"
printf 'Name;Ort\nGamma Delta;Berlin\nEta Theta;Bonn\n' >"$dir/names2.csv"
timeout 60 "$batch" import "$dir/names2.csv" --tenant map --entity contact >"$dir/out" 2>&1
tap_is "--entity contact makes people of them" "$(owner "SELECT count(*) FROM contact WHERE last_name IN ('Delta', 'Theta')")" 2

# wrong WORDS OPTIONS...: refused as wrong usage, in words
wrong() {
    words=$1
    shift
    timeout 20 "$batch" import "$@" >"$dir/out" 2>&1
    tap_is "$words: wrong usage" $? 64
    tap_ok "$words: says so" grep -qF -e "$words" "$dir/out"
}
before=$(owner "SELECT count(*) FROM import")
wrong "people is no --entity: use company or contact." "$dir/people.csv" --tenant map --entity people
wrong '"merge" is no strategy' "$dir/people.csv" --tenant map --strategy merge
wrong "XX is no --country" "$dir/people.csv" --tenant map --country XX
wrong "--tenant SLUG is missing" "$dir/people.csv"
wrong "FILE is missing" --tenant map
wrong "is one FILE too many" "$dir/people.csv" "$dir/fr.csv" --tenant map
timeout 20 "$batch" import "$dir" --tenant map >"$dir.said" 2>&1
tap_is "a folder is no table" $? 66
tap_ok "and it says so" grep -q 'is no file' "$dir.said"
rm -f "$dir.said"
timeout 20 "$batch" import "$dir/people.csv" --tenant map --map "$dir/nowhere" >"$dir/out" 2>&1
tap_is "nor is there a map that is not there" $? 66
tap_is "none of them leaves an import" "$(owner "SELECT count(*) FROM import")" "$before"
printf 'Mail,Name\ninfo@desk.example,Ann Desk\n' >"$dir/desk.csv"
timeout 60 "$batch" import "$dir/desk.csv" --tenant map --entity contact --json >"$dir/out" 2>&1
tap_ok "what is worth knowing is named" grep -q '"flags":{.*"role_email":1' "$dir/out"
tap_ok "--help shows a map" sh -c "'$batch' import --help | grep -q 'E-Mail=contact.email'"
tap_is "the log says who imported what" "$(owner "SELECT count(*) FROM audit WHERE action = 'import_run' AND actor IS NULL AND subject = 'desk.csv' AND detail ->> 'created' = '1'")" 1
tap_done
