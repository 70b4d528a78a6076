#!/bin/sh
# Scoring COMPANIES companies with PAGES stored pages each anew after another model was activated: 4
# workers, tiers through the change log, evidence written. Fails above 10 seconds for 100,000.
# Needs build/.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${LEADGEN_BUILDDIR:-$here/build}
companies=${COMPANIES:-100000} pages=${PAGES:-3}
dir=$(mktemp -d /tmp/leadgen-bench.XXXXXX)
chmod 755 "$dir"
workers=
trap 'for pid in $workers; do kill $pid 2>/dev/null || true; done; sh "$here/tests/support/cluster" stop "$dir/pg"; rm -rf "$dir"' EXIT
mkdir -m 755 "$dir/pg"
CLUSTER_BUFFERS=2GB sh "$here/tests/support/cluster" start "$dir/pg" >"$dir/env"
. "$dir/env"
mkdir "$dir/files"
export LEADGEN_SRCDIR="$here" LEADGEN_FILES="$dir/files"
sql() { psql -XqtA -h "$LEADGEN_TEST_SOCK" -U postgres -d leadgen -v ON_ERROR_STOP=1 "$@"; }
"$build/leadgen-batch" migrate >/dev/null
"$build/leadgen-batch" tenant add bench --name Bench >/dev/null
tenant=$(sql -c "SELECT tenant_id FROM tenant WHERE slug = 'bench'")
python3 - "$dir/texts" <<'P'
import random, sys
random.seed(7)
words = ('our customers teams build ship data product platform cloud simple secure fast support report invoice plan people '
         'market growth design service network factory energy health travel school city road water').split()
phrases = ['AI agents', 'agent orchestration', 'SSO', 'audit logs', 'SOC 2', 'HIPAA', 'LangChain', 'embeddings', 'banking',
           'healthcare', 'founding engineer', 'SDK', 'open source', 'Series A', 'we do not use AI agents', 'procurement',
           'self-hosted', 'developer tools', 'Fortune 500 company', 'global presence']
with open(sys.argv[1], 'w') as file:
    for i in range(3000):
        text = [random.choice(words) for _ in range(random.randint(150, 450))]
        for _ in range(random.randint(0, 4)):
            text[random.randrange(len(text))] = random.choice(phrases)
        file.write(f"{i}\t{' '.join(text)}.\n")
P
sql <<S
CREATE TABLE bench_text (id int PRIMARY KEY, text text);
\copy bench_text FROM '$dir/texts'
INSERT INTO company (tenant_id, name, name_key, search, sort_name, domain, codes)
SELECT $tenant, 'Company ' || i, 'company ' || i, 'company ' || i, 'company ' || i, 'c' || i || '.example',
    '{1,2,3,0,5,0,0,40,1,0,0}' FROM generate_series(1, $companies) i;
INSERT INTO site (tenant_id, company_id, host, state, n_pages, next_crawl_at, crawled_at)
SELECT tenant_id, company_id, domain, 'done', $pages, now() + interval '30 days', now() - interval '1 day' FROM company;
INSERT INTO page (tenant_id, company_id, url, kind, http_status, sha256, text, frame_text)
SELECT c.tenant_id, c.company_id, 'https://' || c.domain || '/' || p, (ARRAY[1, 4, 9, 2, 6])[p % 5 + 1], 200, '', t.text, 'Home Product About Contact'
FROM company c CROSS JOIN generate_series(0, $pages - 1) p JOIN bench_text t ON t.id = (c.company_id * 7 + p * 1013) % 3000;
VACUUM (ANALYZE) company, page, site;
S
for i in 1 2 3 4; do
    "$build/leadgen-batch" work >"$dir/work$i.log" 2>&1 &
    workers="$workers $!"
done
due() { sql -c "SELECT count(*) FROM job WHERE kind = 'rescore' AND state <> 'dead'"; }
rescore() {
    start=$(date +%s.%N) tries=0
    "$build/leadgen-batch" run rescore --tenant bench >/dev/null
    while [ "$(due)" != 0 ] && [ $tries -lt 3000 ]; do sleep 0.1; tries=$((tries + 1)); done
    python3 -c "import sys; print(f'{float(sys.argv[2]) - float(sys.argv[1]):.2f}')" "$start" "$(date +%s.%N)"
}
echo "cores: $(nproc); companies: $companies; pages each: $pages; text: $(sql -c "SELECT pg_size_pretty(sum(length(text))) FROM page")"
echo "first scores:  $(rescore) s"
sql -c "VACUUM (ANALYZE) score, score_evidence, company" -c "CHECKPOINT"
sql <<S
UPDATE icp_version SET active = false WHERE tenant_id = $tenant;
INSERT INTO icp_version (tenant_id, version, document, activated_at, active)
SELECT tenant_id, 2, jsonb_set(document, '{signals,0,points}', '9'), now(), true FROM icp_version WHERE tenant_id = $tenant;
S
seconds=$(rescore)
scored=$(sql -c "SELECT count(*) FROM score WHERE version = 2")
echo "another model: $seconds s, $scored scores, $(sql -c "SELECT count(*) FROM score_evidence") pieces of evidence, $(sql -c "SELECT count(*) FROM change WHERE kind = 'u'") changes of tier"
[ "$scored" = "$companies" ] || { echo "not all were scored"; exit 1; }
python3 -c "import sys; sys.exit(float(sys.argv[1]) > 10 * max(1, int(sys.argv[2]) / 100000))" "$seconds" "$companies"
