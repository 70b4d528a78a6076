#!/bin/sh
# The same contacts by the shape of the usual CRM back end (peer.py: Python with psycopg2, an ORDER BY with
# LIMIT and OFFSET, one count, one GROUP BY for each facet, JSON), against our whole list page through
# nginx, over the same mix of filters, one client each, in turns; the totals must be equal.
# CONTACTS, COMPANIES set the size, QUERIES (40) how much of the mix. Needs Debian's python3-psycopg2.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
/usr/bin/python3 -c 'import psycopg2' 2>/dev/null || { echo "python3-psycopg2 is missing" >&2; exit 1; }
. "$here/tests/bench/support/lists_site"
echo "cores: $(nproc); load: $(cut -d ' ' -f 1 /proc/loadavg); calibration: $calibration s; contacts: $contacts, companies: $companies"
/usr/bin/python3 "$here/tests/bench/support/peer.py" "$dir/mix" "${QUERIES:-40}" "host=$LEADGEN_TEST_SOCK dbname=leadgen user=postgres" \
    "$large" "$site/large/contacts?" "$cookie"
