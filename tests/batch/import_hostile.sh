#!/bin/sh
# Files that no careful person would send, through leadgen-batch import: each is refused in words that
# say what to do, or its bad rows are, with the reason; the others come in, each once, and memory stays
# flat. HOSTILE_ROWS (20000; --full 1048580, which is more than a file may have) is the long one.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: hostile files are left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "hostile_$$")"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export LEADGEN_FILES="$dir/files"
mkdir "$dir/files"
# With a sanitizer memory says nothing, and a million rows take very long.
watched=0
! grep -q fsanitize "$LEADGEN_BUILDDIR/Makefile" || watched=1
[ "${LEADGEN_TEST_TIER:-}$watched" = full0 ] && most=1048580 || most=20000
rows=${HOSTILE_ROWS:-$most}
# owner SQL: one value, as the owner of all
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
# run NAME OPTIONS...: $dir/NAME.csv into a workspace of its own; the last line in $dir/out
run() {
    slug=$1
    shift
    "$batch" tenant add "$slug" --name "$slug" >/dev/null
    /usr/bin/time -f '%M' -o "$dir/memory" timeout 900 "$batch" import "$dir/$slug.csv" --tenant "$slug" --json "$@" >"$dir/out" 2>"$dir/err"
}
number() { sed -n "s/.*\"$1\":\\([0-9]*\\).*/\\1/p" "$dir/out"; }
sums() { echo "$(number rows): $(number created)/$(number updated)/$(number skipped)/$(number rejected)"; }
# of SLUG TABLE SQL: one value of a workspace
of() { owner "SELECT $3 FROM $2 JOIN tenant USING (tenant_id) WHERE slug = '$1'"; }
why() { owner "SELECT string_agg(line_no || ' ' || reason, ', ' ORDER BY line_no) FROM import_row JOIN tenant USING (tenant_id) WHERE slug = '$1' AND phase = 1 AND verdict = 'r'"; }
flat() { [ $watched = 1 ] || tap_ok "$1: memory stays flat: $(tail -1 "$dir/memory") kB" [ "$(tail -1 "$dir/memory")" -lt 65536 ]; }
# refused NAME WORDS: exit status of bad input, words that say what to do, and nothing is written
refused() {
    run "$1"
    tap_is "$1: refused as bad input" $? 65
    tap_ok "$1: says what to do" grep -qi -e "$2" "$dir/err"
    tap_is "$1: nothing is written" "$(of "$1" import_row 'count(*)')/$(of "$1" company 'count(*)')/$(of "$1" contact 'count(*)')" 0/0/0
}

# --- what is no table
: >"$dir/empty.csv"
refused empty "is empty: check that its export worked"
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' >"$dir/image.csv"
refused image "PNG image.*save or export it as CSV\|PNG image.*CSV"
{ printf 'PK\003\004\024\000\000\000\010\000' && head -c 400 /dev/urandom; } >"$dir/archive.csv"
refused archive "zip archive.*unpack it"
head -c 5000 "$batch" >"$dir/program.csv"
refused program "not a CSV file.*CSV"
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "c%d,", i; print "x"; for (i = 0; i < 10000; i++) printf "%d,", i; print 1 }' >"$dir/wide.csv"
refused wide "columns"
{ head -c 209715200 /dev/zero | tr '\0' x && echo; } >"$dir/line.csv"
refused line "a single line"
flat line
truncate -s 537919488 "$dir/large.csv"
refused large "at most 512 MB.*split it"
rm "$dir/line.csv" "$dir/large.csv"

# --- one bad row among good ones
{
    printf 'Company,Website\nAcme,acme.example\n'
    head -c 209715200 /dev/zero | tr '\0' x
    printf '\nBolt,bolt.example\n'
} >"$dir/between.csv"
run between
tap_is "a line of 200 MB between two rows costs itself" "$(sums) $(why between)" "3: 2/0/0/1 3 too_large"
flat between
rm "$dir/between.csv"
megabyte() { head -c $((1048576 + $1)) /dev/zero | tr '\0' x; }
{
    printf 'First name,Last name,E-mail,Note\nAnna,Ek,anna@cell.example,'
    megabyte 0
    printf '\nBen,'
    megabyte 0
    printf ',ben@cell.example,ok\nCleo,Ek,cleo@cell.example,'
    megabyte 1
    printf '\nDan,Ek,dan@cell.example,ok\n'
} >"$dir/cells.csv"
run cells
tap_is "cells of 1 MB come in, cut; larger ones are refused" "$(sums) $(why cells)" "4: 3/0/0/1 4 too_large"
tap_is "a name of 1 MB is left out and flagged, its person is not" \
    "$(of cells contact "count(*) FILTER (WHERE email = 'ben@cell.example' AND last_name IS NULL)")/$(of cells import_row 'count(*) FILTER (WHERE phase = 1 AND line_no = 3 AND flags & 32 > 0)')" 1/1
printf 'Company,Website\nAcme\000 Ltd,acme.example\nBolt,bolt.example\n' >"$dir/nul.csv"
run nul
tap_is "a NUL byte costs its row" "$(sums) $(why nul)" "2: 1/0/0/1 2 nul"
tap_is "which is kept whole, to be repaired" "$(of nul import_row "max(raw) FILTER (WHERE phase = 1 AND verdict = 'r')")" "Acme� Ltd,acme.example"
printf 'First name,Last name,E-mail\nJana,Hor\303\241kov\303\241,jana@mix.example\nPetr,Dvo\370\341k,petr@mix.example\nEva,Mal\303\241,eva@mix.example\n' >"$dir/mixed.csv"
run mixed
tap_is "a row in another encoding is refused and not turned into nonsense" "$(sums) $(why mixed)" "3: 2/0/0/1 3 bad_bytes"
tap_is "the others read as they were written" "$(of mixed contact "string_agg(last_name, ' ' ORDER BY email)")" "Malá Horáková"
printf 'E-mail\nanna@one.example\nben@one.example\nnot an address\n' >"$dir/one.csv"
run one
tap_is "one column is enough" "$(sums) $(why one)" "3: 2/0/0/1 4 bad_email"
printf 'Company,Website\n' >"$dir/header.csv"
run header
tap_is "a header alone has no rows" "$(sums)" "0: 0/0/0/0"
tap_ok "and that is said" grep -qi "no rows" "$dir/err"

# --- texts that want to be something else
printf 'First name,Last name,E-mail,Company,Job title\n<script>alert(1)</script>,Ek,s@odd.example,"<img src=x>",CTO\nAn\342\200\256na,\342\200\217Kern\342\200\254,r@odd.example,\342\201\246Acme\342\201\251 Ltd,\342\200\256CEO\n=1+1,Formel,f@odd.example,@SUM(A1),"=HYPERLINK(""x"")"\n' >"$dir/odd.csv"
run odd --entity contact
tap_is "scripts, marks of direction and formulas are rows like others" "$(sums)" "3: 3/0/0/0"
tap_is "marks that turn the text around are gone" "$(of odd contact "string_agg(first_name || ' ' || last_name || ' ' || job_title, '' ) FILTER (WHERE email = 'r@odd.example')")" "Anna Kern CEO"
tap_is "what was taken out of them is flagged" "$(of odd import_row "string_agg(line_no::text, ' ' ORDER BY line_no) FILTER (WHERE phase = 1 AND flags & 512 > 0)")" 3
tap_is "formulas and markup in names stay as they were written" \
    "$(of odd contact "string_agg(first_name, ' ' ORDER BY email)") $(of odd company "string_agg(company.name, ' ' ORDER BY company.name COLLATE \"C\") FILTER (WHERE company.name <> 'Acme Ltd')")" \
    "=1+1 Anna <script>alert(1)</script> <img src=x> @SUM(A1)"
timeout 120 "$batch" export --tenant odd --entity contact --output "$dir/out.csv" >/dev/null 2>"$dir/err"
tap_ok "an export neutralises the formulas" grep -q "'=HYPERLINK" "$dir/out.csv"
tap_none "no cell of it begins with one" <<END
$(grep -nE '(^|,)"?[=+@-]' "$dir/out.csv")
END

# --- flags of addresses
printf 'First name,Last name,E-mail\nIno,Desk,info@flags.example\nFrie,Mail,frie@gmail.com\nDis,Pose,x@mailinator.com\nTy,Po,ty@gmial.com\nSyn,Tax,syn@@tax.example\n' >"$dir/flags.csv"
run flags --dry-run
tap_is "a dry run flags desks, free mail, throw-away and mistyped domains, and refuses what is no address" \
    "$(of flags import_row "string_agg(line_no || ':' || verdict::text || (flags & 15), ' ' ORDER BY line_no)")" "2:c1 3:c2 4:c4 5:c8 6:r0"

# --- an open quote at row 3 of very many
awk -v n="$rows" 'BEGIN { print "id,First name,Last name,E-mail"
    for (i = 1; i <= n; i++) print i (i == 3 ? ",\"Jan" : ",Jan") ",Ek,j" i "@m.example" }' >"$dir/quote.csv"
run quote --dry-run
if [ "$rows" -le 1048576 ]; then
    tap_is "an open quote at row 3 costs one row of $rows" "$(sums)" "$rows: $((rows - 1))/0/0/1"
else
    tap_ok "a preview refuses more rows than an import may have" grep -q "more than 1,048,576 rows.*Split it" "$dir/err"
    tap_is "and writes nothing" "$(of quote contact 'count(*)')" 0
    timeout 900 "$batch" import "$dir/quote.csv" --tenant quote --json >"$dir/out" 2>"$dir/err"
    tap_ok "an import says that it ended there" grep -q "rows up to there are in" "$dir/err"
    tap_is "and has every row up to there" "$(of quote import_row "count(*) FILTER (WHERE phase = 1) || '/' || count(contact_id) FILTER (WHERE phase = 1)")" 1048576/1048575
fi
flat quote
tap_done
