#!/bin/sh
# leadgen-batch import and demo on real files: a real list of companies, people, what comes twice,
# what is refused, and what is no table at all.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: imports are left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "import_$$")"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export LEADGEN_FILES="$dir/files"
mkdir "$dir/files"
"$batch" tenant add real --name Real >/dev/null
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
# run FILE OPTIONS...: the last line in $dir/out
run() { timeout 120 "$batch" import "$@" --tenant real --json >"$dir/out" 2>"$dir/err"; }
# number NAME: of the last run
number() { sed -n "s/.*\"$1\":\\([0-9]*\\).*/\\1/p" "$dir/out"; }

people() {
    echo "First name,Last name,E-mail,Company,Website,Phone,Country"
    echo "Jana,Horáková,jana@quillgrid.example,Quillgrid s.r.o.,https://www.quillgrid.example,601 123 456,Czechia"
    echo "JANA,HORÁKOVÁ,Jana@Quillgrid.example ,Quillgrid,quillgrid.example,,CZ"
    echo "Petr,Vondra,petr@@quillgrid.example,Quillgrid s.r.o.,,,"
    echo ",,,Quillgrid s.r.o.,,,"
    echo "Ines,Prieto,ines@blocked.example,Blocked S.L.,,612345678,Spain"
    echo "=cmd,Formel,formel@atlas.example,Atlas,atlas.cz,,CZ"
    echo "Eva,Nováková,eva@atlas.example,Atlas,atlas.fr,,FR"
}
people >"$dir/people.csv"
owner "INSERT INTO suppression (tenant_id, kind, value, reason) SELECT tenant_id, 'domain', 'blocked.example', 'Asked us to stop' FROM tenant WHERE slug = 'real'"

run "$dir/people.csv" --entity contact --dry-run
tap_is "a dry run says what would happen" "$(number created)/$(number updated)/$(number skipped)/$(number rejected)" "3/0/1/3"
tap_is "and writes nothing" "$(owner "SELECT count(*) FROM contact")/$(owner "SELECT count(*) FROM company")" 0/0
run "$dir/people.csv" --entity contact --list Fair --tag Hot
tap_is "the run says the same" "$(number created)/$(number updated)/$(number skipped)/$(number rejected)" "3/0/1/3"
tap_is "rows add up" "$(number rows)" 7
tap_is "a suppressed domain stays out, with the reason" \
    "$(owner "SELECT reason || ': ' || detail FROM import_row WHERE phase = 1 AND verdict = 'r' AND line_no = 6")" "suppressed: Asked us to stop"
tap_is "two companies of one name and two domains stay two" "$(owner "SELECT string_agg(domain, ' ' ORDER BY domain) FROM company WHERE name = 'Atlas'")" "atlas.cz atlas.fr"
tap_is "a phone is read by its country" "$(owner "SELECT phone FROM contact WHERE email = 'jana@quillgrid.example'")" "+420601123456"
tap_is "everybody is in the list and has the tag" "$(owner "SELECT count(*) FROM contact WHERE cardinality(list_ids) = 1 AND cardinality(tag_ids) = 1")" 3
run "$dir/people.csv" --entity contact
tap_is "the same file again creates nobody" "$(number created)" 0

printf 'E-mail,Phone,Job title\njana@quillgrid.example,+420777111222,CTO\n' >"$dir/more.csv"
run "$dir/more.csv" --entity contact --strategy skip
tap_is "skip leaves a known person as it is" "$(owner "SELECT phone || coalesce(job_title, '-') FROM contact WHERE email = 'jana@quillgrid.example'")" "+420601123456-"
run "$dir/more.csv" --entity contact
tap_is "fill writes blanks only" "$(owner "SELECT phone || job_title FROM contact WHERE email = 'jana@quillgrid.example'")" "+420601123456CTO"
run "$dir/more.csv" --entity contact --strategy overwrite
tap_is "overwrite takes the file's value" "$(owner "SELECT phone FROM contact WHERE email = 'jana@quillgrid.example'")" "+420777111222"
run "$dir/more.csv" --entity contact --strategy create
tap_is "create makes another one that points at the first" "$(owner "SELECT count(*) FROM contact d JOIN contact c ON c.contact_id = d.duplicate_of WHERE c.email = 'jana@quillgrid.example'")" 1

if [ -d "${LEADGEN_TEST_DATA:-/nowhere}" ]; then
    run "$LEADGEN_TEST_DATA/companies-yc/Startups.csv"
    rows=$(number rows)
    tap_is "every row of a real list is accounted for" "$(($(number created) + $(number updated) + $(number skipped) + $(number rejected)))" "$rows"
    tap_ok "nearly all become companies" [ "$(number created)" -gt 650 ]
    tap_is "founders do not become people" "$(owner "SELECT count(*) FROM contact WHERE first_name IN ('Allan', 'Dominic')")" 0
    run "$LEADGEN_TEST_DATA/companies-yc/Startups.csv"
    tap_is "a second time nothing is created" "$(number created)/$(number rows)" "0/$rows"
else
    echo "# LEADGEN_TEST_DATA is not set: the real list is left out"
fi

: >"$dir/empty.csv"
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' >"$dir/image.csv"
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "c%d,", i; print "x"; for (i = 0; i < 10000; i++) printf "%d,", i; print 1 }' >"$dir/wide.csv"
for bad in empty image wide; do
    run "$dir/$bad.csv"
    tap_ok "$bad: refused as wrong data" [ $? = 65 ]
    tap_ok "$bad: says what to do" grep -qE '[a-z]{3}' "$dir/err"
done
tap_is "what was refused wrote nothing" "$(owner "SELECT count(*) FROM import WHERE state = 'running'")" 0

timeout 120 "$batch" demo >"$dir/out" 2>&1
tap_is "the demo loads" $? 0
tap_ok "with companies and people" [ "$(owner "SELECT count(*) FROM contact c JOIN tenant t USING (tenant_id) WHERE t.is_demo AND c.email LIKE '%.example'")" -gt 150 ]
tap_done
