#!/bin/sh
# leadgen-batch campaign: files of approved messages that other programs read back alike, whoever's
# campaign, cells that look like formulas, any letter; what is refused.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "LEADGEN_TEST_SOCK is not set: campaigns are left out"
eval "$(sh "$LEADGEN_SRCDIR/tests/support/cluster" database "campaign_$$")"
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
people=${CAMPAIGN_PEOPLE:-5000}
batch tenant add mine >/dev/null
batch tenant add other >/dev/null
tenant=$(owner "SELECT tenant_id FROM tenant WHERE slug = 'mine'")
bodies="(ARRAY['a,b', 'say \"hi\"', E'two\nlines', '=1+1', '@SUM(A1)', '-5', E'\ttab', ' blank ', 'Žluťoučký 日本 😀', E'mac\r\nend'])"
owner "INSERT INTO contact (tenant_id, first_name, last_name, email, linkedin_url, name_key, search, sort_name, codes)
    SELECT $tenant, 'P', 'L' || n, CASE WHEN n % 10 <> 9 THEN n || '@x.example' END, 'https://www.linkedin.com/in/p' || n,
        '', '', lpad(n::text, 8, '0'), '{0,0,0,0,0,0,0,0,0,0,0,0}' FROM generate_series(1, $people) n"
owner "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES ($tenant, 'Autumn', 'autumn', 'approved'), ($tenant, 'Draft', 'draft', 'draft')"
id=$(owner "SELECT campaign_id FROM campaign WHERE name = 'Autumn'")
draft=$(owner "SELECT campaign_id FROM campaign WHERE name = 'Draft'")
owner "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length)
    VALUES ($tenant, $id, 1, 'email', 'First mail', 2000), ($tenant, $id, 2, 'linkedin_message', 'Follow up', 2000)"
owner "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state) SELECT $tenant, $id, contact_id, 'written' FROM contact"
owner "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, state, channel, position, rank, language, tone, formality,
        provider, approved_version, decided_at)
    SELECT $tenant, $id, step_id, contact_id, 'approved', channel, position, 0, 'en', 'bold', 'formal', 'embedded', 1, now()
    FROM campaign_step, contact"
owner "INSERT INTO message_version (tenant_id, message_id, version, subject, body, origin)
    SELECT $tenant, message_id, 1, CASE channel WHEN 'email' THEN 'About ' || c.last_name END,
        $bodies[substr(c.last_name, 2)::integer % 10 + 1] || position, 'embedded' FROM message JOIN contact c USING (contact_id)"

cat >"$dir/wanted.py" <<'END'
import csv, sys
kind, path, people = sys.argv[1], sys.argv[2], int(sys.argv[3])
bodies = ['a,b', 'say "hi"', 'two\nlines', '=1+1', '@SUM(A1)', '-5', '\ttab', ' blank ', 'Žluťoučký 日本 😀', 'mac\r\nend']
def guard(text):
    return "'" + text if kind != 'xlsx' and text.lstrip(' \n')[:1] in tuple('=+-@\t\r') and text else text
def body(n, step):
    return guard(bodies[n % 10] + str(step))
def lemlist():
    yield ['email', 'firstName', 'lastName', 'companyName', 'first_mail', 'follow_up', 'first_mail_subject']
    for n in range(1, people + 1):
        if n % 10 != 9:
            yield [f'{n}@x.example', 'P', f'L{n}', '', body(n, 1), body(n, 2), f'About L{n}']
def linkedin():
    yield ['full_name', 'linkedin_url', 'connection_message', 'followup_message']
    for n in range(1, people + 1):
        yield [f'P L{n}', f'https://www.linkedin.com/in/p{n}', '', body(n, 2)]
def every():
    yield ['First Name', 'Last Name', 'Email', 'LinkedIn URL', 'Job Title', 'Company', 'Domain', 'Channel', 'Step', 'Label',
           'Subject', 'Body', 'Status', 'Tone', 'Cost (USD)']
    for n in range(1, people + 1):
        for step, channel, label in ((1, 'E-mail', 'First mail'), (2, 'LinkedIn message', 'Follow up')):
            yield ['P', f'L{n}', f'{n}@x.example' if n % 10 != 9 else '', f'https://www.linkedin.com/in/p{n}', '', '', '',
                   channel, str(step), label, f'About L{n}' if step == 1 else '', body(n, step), 'approved', 'bold', '0']
def read():
    if kind != 'xlsx':
        text = open(path, 'rb').read()
        assert (text[:3] == b'\xef\xbb\xbf') == (kind == 'linkedin'), 'byte-order mark'
        yield from csv.reader(open(path, encoding='utf-8-sig', newline=''), strict=True)
        return
    import openpyxl
    book = openpyxl.load_workbook(path, read_only=True)
    for row in book['Messages'].iter_rows(values_only=True):
        yield ['' if v is None else str(v) for v in row]
wanted = {'lemlist': lemlist, 'linkedin': linkedin, 'csv': every, 'xlsx': every}[kind]()
n = 0
for got, want in zip(read(), wanted, strict=True):
    got = [v.replace('_x000D_', '').replace('\r\n', '\n') for v in got[:15]] if kind == 'xlsx' else got[:15]
    want = [v.replace('\r\n', '\n') for v in want] if kind == 'xlsx' else want
    assert got == want, (n, got, want)
    n += 1
print(n)
END
for kind in lemlist linkedin csv xlsx; do
    bom=
    [ $kind != linkedin ] || bom=--bom
    tap_is "exports for $kind" "$(status campaign export --tenant mine --id "$id" --format $kind $bom --output "$dir/a.$kind" --json)" 0
    case $kind in
    lemlist) rows=$((people - people / 10 + 1)) ;;
    linkedin) rows=$((people + 1)) ;;
    *) rows=$((people * 2 + 1)) ;;
    esac
    tap_is "and another program reads every cell back" "$($python "$dir/wanted.py" $kind "$dir/a.$kind" "$people" 2>&1 | tail -1)" $rows
done
batch campaign export --tenant mine --id "$id" --format lemlist --output "$dir/b.csv" --json >"$dir/out"
tap_is "says who was left out" "$(sed -n 's/.*"left_out":\({[^}]*}\).*/\1/p' "$dir/out")" "{\"no_email\":$((people / 10))}"
batch campaign export --tenant mine --id "$id" --format lemlist >"$dir/c.csv"
tap_ok "writes to standard output too" cmp -s "$dir/b.csv" "$dir/c.csv"
tap_is "notes every export" "$(owner "SELECT count(*) FROM audit WHERE action = 'export'")" 6

batch campaign list --tenant mine --json >"$dir/out"
tap_is "lists campaigns" "$(sed -n 's/.*"name":"\([^"]*\)","state":"\([^"]*\)".*"approved":\([0-9]*\).*/\1 \2 \3/p' "$dir/out" | sort | paste -sd ,)" \
    "Autumn approved $((people * 2)),Draft draft 0"
batch campaign show --tenant mine --id "$id" >"$dir/out"
tap_ok "shows one with its steps" grep -q "linkedin_message.*Follow up" "$dir/out"
tap_is "does not write what is not ready" "$(status campaign generate --tenant mine --id "$draft")" 75
tap_is "another workspace has no such campaign" "$(status campaign export --tenant other --id "$id")" 66
tap_is "nothing leaves before approval" "$(status campaign export --tenant mine --id "$draft" --output "$dir/none")" 75
tap_ok "and no file is left behind" [ ! -e "$dir/none" ]
tap_is "an unknown format is refused" "$(status campaign export --tenant mine --id "$id" --format odt)" 65
tap_is "a workbook needs a file" "$(status campaign export --tenant mine --id "$id" --format xlsx)" 65
tap_is "an act is needed" "$(status campaign --tenant mine)" 64
tap_is "and a campaign" "$(status campaign export --tenant mine)" 64
tap_is "says how" "$(status campaign --help)" 0
tap_done
