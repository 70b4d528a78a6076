#!/bin/sh
# leadgen-batch export: files that other programs read back alike, whoever's rows, cells that look
# like formulas, any letter, many rows; what is refused.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: exports are left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "export_$$")"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export LEADGEN_FILES="$dir"
python=/usr/bin/python3
batch() { timeout 120 "$LEADGEN_BUILDDIR/leadgen-batch" "$@" 2>"$dir/err"; }
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }
status() {
    batch "$@" >"$dir/out"
    echo $?
}
rows=${EXPORT_ROWS:-50000}
batch tenant add mine >/dev/null
batch tenant add other >/dev/null
number() { owner "SELECT tenant_id FROM tenant WHERE slug = '$1'"; }
people() { # people SLUG MARK ROWS
    owner "INSERT INTO company (tenant_id, name, domain, country, name_key, search, sort_name, codes)
        SELECT $(number "$1"), '$2 ' || n, '$2' || n || '.example', 'DE', '', '', '$2' || n, '{0,0,0,0,0,0,0,0,0,0,0}'
        FROM generate_series(1, 500) n"
    owner "INSERT INTO contact (tenant_id, first_name, last_name, email, phone, notes, company_id, name_key,
            search, sort_name, codes)
        SELECT $(number "$1"), '$2', 'L' || n, n || '@$2.example', '+49' || n,
            (ARRAY['a,b', 'say \"hi\"', E'two\nlines', '=1+1', '@SUM(A1)', '-5', E'\ttab', ' blank ', 'Žluťoučký 日本 😀', NULL])[n % 10 + 1],
            (SELECT min(company_id) FROM company WHERE tenant_id = $(number "$1")) + n % 500,
            '', '$2 l' || n, '$2' || n, '{0,0,0,0,0,0,0,0,0,0,0,0}'
        FROM generate_series(1, $3) n"
}
people mine mine "$rows"
people other other 1000
columns=contact_id,first_name,last_name,email,phone,notes,company.name,company.country,created_at

tap_is "exports as CSV" "$(status export --tenant mine --entity contact --columns "$columns" --output "$dir/a.csv" --json)" 0
tap_is "and says how many rows" "$(sed -n 's/.*"rows":\([0-9]*\).*/\1/p' "$dir/out")" "$rows"
cat >"$dir/wanted.py" <<'END'
import csv, sys, zipfile, xml.etree.ElementTree as xml
kind, path, guarded = sys.argv[1], sys.argv[2], sys.argv[3] == 'guarded'
ids = [int(i) for i in open(sys.argv[4])]
notes = ['a,b', 'say "hi"', 'two\nlines', '=1+1', '@SUM(A1)', '-5', '\ttab', ' blank ',
         'Žluťoučký 日本 😀', '']
def guard(text):
    return "'" + text if guarded and text.lstrip(' \n')[:1] in tuple('=+-@\t\r') and text else text
def read_csv():
    text = open(path, 'rb').read()
    assert text.count(b'\r\n') == len(ids) + 1, 'rows end in CR LF'
    yield from csv.reader(open(path, encoding='utf-8', newline=''), strict=True)
def read_xlsx():
    from datetime import datetime, timedelta
    space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    book = zipfile.ZipFile(path)
    assert book.testzip() is None
    for name in book.namelist():
        if not name.startswith('xl/worksheets/'):
            xml.fromstring(book.read(name))
    for _, row in xml.iterparse(book.open('xl/worksheets/sheet1.xml')):
        if row.tag != space + 'row':
            continue
        cells = [''] * 9
        for cell in row:
            assert cell.find(space + 'f') is None, 'a formula'
            place = ord(cell.get('r')[0]) - ord('A')
            text, value = cell.find(space + 'is'), cell.find(space + 'v')
            cells[place] = ''.join(text.itertext()) if text is not None else value.text
            if cell.get('s') == '3':
                moment = datetime(1899, 12, 30) + timedelta(days=float(value.text))
                cells[place] = (moment + timedelta(milliseconds=500)).strftime('%Y-%m-%d %H:%M:%S')
        row.clear()
        yield cells
rows = read_csv() if kind == 'csv' else read_xlsx()
# the columns stand in the product's own order
head = next(rows)
assert head == ['First name', 'Last name', 'E-mail', 'Phone', 'Company name', 'Company country',
                'Notes', 'Added', 'Record number'], head
seen = 0
for n, row in enumerate(rows, 1):
    seen = int(row[4].split()[1])
    number = int(row[1][1:])
    assert int(row[8]) == ids[number - 1]
    wanted = ['mine', 'L%d' % number, '%d@mine.example' % number, guard('+49%d' % number),
              'mine %d' % (number % 500 + 1), 'Germany', guard(notes[number % 10])]
    assert row[:7] == wanted, (row, wanted)
    assert len(row) == 9 and row[7][:2] == '20' and len(row[7]) == 19, row
assert n == len(ids), (n, len(ids))
END
cat >"$dir/cells.py" <<'END'
import csv, hashlib, sys
rows = list(csv.reader(open(0, encoding='utf-8', newline=''), strict=True))
print(len(rows), hashlib.sha256(repr([[c.replace('\r', '') for c in row] for row in rows]).encode()).hexdigest())
END
owner "SELECT contact_id FROM contact WHERE tenant_id = $(number mine) ORDER BY contact_id" >"$dir/ids"
# read_back KIND FILE guarded|plain
read_back() { "$python" "$dir/wanted.py" "$1" "$2" "$3" "$dir/ids" 2>"$dir/python" || { sed 's/^/#   /' "$dir/python"; false; }; }
tap_ok "python's csv reads every row back" read_back csv "$dir/a.csv" guarded
tap_ok "no row of another workspace is in it" sh -c "! grep -q other '$dir/a.csv'"
batch export --tenant mine --entity contact --columns "$columns" --raw --output "$dir/raw.csv" >/dev/null
batch inspect csv "$dir/raw.csv" --rows >"$dir/rows.csv"
tap_is "our own reader reads the same cells" "$("$python" "$dir/cells.py" <"$dir/rows.csv")" "$("$python" "$dir/cells.py" <"$dir/raw.csv")"

for slug in there back; do batch tenant add $slug >/dev/null; done
cat >"$dir/people.csv" <<'END'
First name,Last name,E-mail,Phone,Job title,Company,Website,Country,Tags
Jana,Horáková,jana@quillgrid.example,+420 601 123 456,"Head of Sales, EMEA",Quillgrid s.r.o.,https://www.quillgrid.example,CZ,Hot; Fair
Ines,"O'Prieto",ines@lumen.example,+34 612 345 678,"CTO ""acting""","Lumen, S.L.",https://lumen.example,ES,Fair
END
batch import "$dir/people.csv" --tenant there --entity contact >/dev/null
batch export --tenant there --entity contact --columns first_name,last_name,email,phone,job_title,company.name,company.domain,company.country,tag_ids --output "$dir/there.csv" >/dev/null
batch import "$dir/there.csv" --tenant back --entity contact >/dev/null
facts() {
    owner "SELECT concat_ws('|', c.first_name, c.last_name, c.email, c.phone, c.job_title, o.name, o.domain, o.country,
            (SELECT string_agg(t.name, ',' ORDER BY t.name) FROM tag t WHERE t.tag_id = ANY (c.tag_ids)))
        FROM contact c JOIN company o USING (tenant_id, company_id) WHERE c.tenant_id = $(number "$1") ORDER BY c.email"
}
tap_ok "people were there" [ "$(facts there | wc -l)" = 2 ]
tap_is "what was exported comes back as it was" "$(facts back)" "$(facts there)"
tap_ok "--raw leaves cells as they are" read_back csv "$dir/raw.csv" plain
batch export --tenant mine --entity contact --columns "$columns" --format xlsx --output "$dir/a.xlsx" >/dev/null
tap_ok "a workbook has the same rows, and no formula" read_back xlsx "$dir/a.xlsx" plain
if "$python" -c 'import openpyxl' 2>/dev/null; then
    tap_is "openpyxl opens it" "$("$python" -c "
import openpyxl
sheet = openpyxl.load_workbook('$dir/a.xlsx', read_only=False)['Contacts'] if $rows <= 50000 else None
print(sheet.max_row - 1 if sheet else $rows, sheet.freeze_panes if sheet else 'A2', sheet['A1'].font.b if sheet else True)")" "$rows A2 True"
fi

batch export --tenant mine --entity contact --columns email --bom >"$dir/bom.csv"
tap_is "--bom marks the file" "$(head -c 3 "$dir/bom.csv" | od -An -tx1 | tr -d ' ')" efbbbf
tap_is "standard output is the default" "$(wc -l <"$dir/bom.csv")" $((rows + 1))
batch export --tenant mine --entity contact --columns email --format xlsx >"$dir/out.xlsx"
tap_is "for a workbook too" "$(head -c 2 "$dir/out.xlsx")" PK
batch export --tenant mine --entity contact --columns last_name --filter 'q=l77&q=' >"$dir/some.csv"
tap_is "a filter narrows it" "$(sed 1d "$dir/some.csv" | grep -vc '^L77')" 0
tap_is "to exactly what matches" "$(wc -l <"$dir/some.csv")" "$((1 + $(owner "SELECT count(*) FROM contact WHERE tenant_id = $(number mine) AND search LIKE '%l77%'")))"
address='/mine/contacts?q=l77&sort=name&dir=down&cols=name,email&paged=1&after=x'
batch export --tenant mine --entity contact --columns last_name --filter "$address" >"$dir/address.csv"
batch export --tenant mine --entity contact --columns last_name --filter 'q=l77' --sort name --descending >"$dir/sorted.csv"
tap_ok "the address of a sorted list is a filter and an order" cmp "$dir/address.csv" "$dir/sorted.csv"
tap_ok "which is not the usual one" sh -c "! cmp -s '$dir/address.csv' '$dir/some.csv'"
tap_is "an unknown order in it is wrong data" "$(status export --tenant mine --entity contact --filter 'q=l77&sort=nothing' --output "$dir/no.csv")" 65
tap_is "all columns can be had" "$(batch export --tenant mine --entity company --columns all | head -1 | tr , '\n' | wc -l)" \
    "$(batch export --tenant mine --entity company --list-columns | wc -l)"
tap_is "the audit log has each of them" "$(owner "SELECT count(*) FROM audit WHERE action = 'export' AND subject = '$rows contacts'")" 5

tap_is "an unknown dimension is wrong data" "$(status export --tenant mine --entity contact --filter colour=red --output "$dir/no.csv")" 65
tap_ok "named with what is wrong" grep -q colour "$dir/err"
tap_is "so is an unknown column" "$(status export --tenant mine --entity contact --columns email,nothing --output "$dir/no.csv")" 65
tap_ok "and an unknown order" [ "$(status export --tenant mine --entity contact --sort nothing --output "$dir/no.csv")" = 65 ]
tap_is "nothing is left of a failed export" "$(ls "$dir" | grep -c '^no')" 0
tap_is "no workspace of that name" "$(status export --tenant nobody --entity contact)" 66
tap_is "an entity is needed" "$(status export --tenant mine)" 64
tap_is "a place that cannot be written is said" "$(status export --tenant mine --entity contact --output /nonexistent/a.csv)" 75
tap_done
