#!/bin/sh
# The stage crawl over the written sites, as workers run it: every company ends once, what is no
# company's site says so, a second run stores nothing twice, a month later the change is seen.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$here/tests/support/tap.sh"
PATH=$PATH:/usr/sbin:/sbin
command -v nginx >/dev/null || tap_leave "nginx is not installed"
[ -n "${LEADGEN_TEST_SOCK:-}" ] || tap_leave "no test cluster"
batch=${LEADGEN_BUILDDIR:-$here/build}/leadgen-batch
web=$here/tests/support/web
dir=$(mktemp -d /tmp/leadgen-crawl.XXXXXX)
chmod 755 "$dir"
trap 'sh "$web/serve" stop "$dir/web"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
eval "$(sh "$here/tests/support/cluster" database "crawl_$$")"
export LEADGEN_FILES="$dir/files" LEADGEN_SRCDIR="$here"
mkdir "$LEADGEN_FILES"
eval "$(sh "$web/serve" start "$dir/web")"
owner() { psql -qXAt "$LEADGEN_OWNER_DSN" -c "$1"; }

"$batch" tenant add acme --name Acme >/dev/null
{
    echo 'Name,Website'
    cut -f 1 "$web/sites.tsv" | grep '\.example$' | sed 's/.*/&,&/'
} >"$dir/list.csv"
n=$(($(wc -l <"$dir/list.csv") - 1))
"$batch" import "$dir/list.csv" --tenant acme --entity company >/dev/null

# crawl: a run over all companies, worked off
crawl() {
    "$batch" pipeline --tenant acme --stage crawl >"$dir/out" 2>"$dir/err" || cat "$dir/err"
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
        "$batch" tick --for 5 >"$dir/tick" 2>&1
        [ "$(owner "SELECT count(*) FROM pipeline_run WHERE finished_at IS NULL")" = 0 ] && break
    done
}
crawl
tap_is "every company has a site that ended" "$(owner "SELECT count(*) FROM site")" "$n"
tap_is "companies have their pages, the home page first" \
    "$(owner "SELECT count(*) FROM company c WHERE NOT EXISTS (SELECT FROM page p
        WHERE p.company_id = c.company_id AND p.kind = 1) AND NOT EXISTS (SELECT FROM site s
        WHERE s.company_id = c.company_id AND s.state IN ('failed', 'moved'))")" 0
tap_is "no site gives more than nine" "$(owner "SELECT count(*) FROM site WHERE n_pages > 9")" 0
tap_ok "most give several" [ "$(owner "SELECT count(*) > $n / 2 FROM site WHERE n_pages >= 4")" = t ]
awk -F '\t' '$3 == "parked" { print $1 }' "$web/sites.tsv" | while read -r host; do
    owner "SELECT host || ' ' || state FROM site WHERE host = '$host' AND state <> 'parked'"
done | tap_none "parked domains are told"
tap_is "text is without the frame" \
    "$(owner "SELECT count(*) FROM page WHERE text = '' AND frame_text = ''")" 0

before=$(owner "SELECT count(*), max(changed_at) FROM page")
owner "UPDATE site_lease SET until = now() - interval '1 second'"
crawl
tap_is "a second run stores nothing twice" "$(owner "SELECT count(*), max(changed_at) FROM page")" "$before"

sh "$web/serve" v2 "$dir/web"
owner "UPDATE site SET next_crawl_at = now() - interval '1 day'; UPDATE site_lease SET until = now() - interval '1 second'"
"$batch" run page_refresh --tenant acme >"$dir/refresh"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
    "$batch" tick --for 5 >"$dir/tick" 2>&1
    [ "$(owner "SELECT count(*) FROM pipeline_run WHERE finished_at IS NULL")" = 0 ] && break
done
tap_ok "the refresh sees what changed" [ "$(owner "SELECT count(*) FROM page WHERE changed_at > fetched_at - interval '1 minute'
    AND changed_at > (SELECT min(created_at) FROM pipeline_run WHERE title = 'Page refresh')")" -gt 0 ]
tap_is "and is not due again" "$(owner "SELECT count(*) FROM site WHERE next_crawl_at < now()")" 0
tap_done
