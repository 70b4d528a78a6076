#!/bin/sh
# The written sites under tests/support/web: their tables agree with them, and a server brings them
# under their own names.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$here/tests/support/tap.sh"
PATH=$PATH:/usr/sbin:/sbin
command -v nginx >/dev/null || tap_leave "nginx is not installed"
web=$here/tests/support/web
python3 "$web/tables.py" | tap_none "what the tables expect can be read on the sites"

dir=$(mktemp -d /tmp/leadgen-sites.XXXXXX)
chmod 755 "$dir"
trap 'sh "$web/serve" stop "$dir/web"; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
eval "$(sh "$web/serve" start "$dir/web")"

# get ADDRESS [OPTION...]: the page as one sees it who follows the list of names
get() {
    address=$1
    shift
    curl -s --max-time 20 --connect-to "::$(sed -n "s/^${address%%/*}:80://p" "$LEADGEN_RESOLVE")" "$@" "http://$address"
}
cut -f 1 "$web/sites.tsv" | grep '\.example$' | while read -r host; do
    get "$host/" -L -o /dev/null -w '%{http_code}' --connect-to "::127.0.0.1:$SITES_PORT" | grep -qx 200 || echo "$host"
done | tap_none "every site answers"
tap_is "one leads to its other name" "$(get harrowgate-industrial.example/about -o /dev/null -w '%{redirect_url}')" \
    http://www.harrowgate-industrial.example/about
tap_is "old bytes come as they are" "$(get przychodnia-lipowa.example/ -o /dev/null -w '%{content_type}')" "text/html; charset=iso-8859-2"
tap_is "a page has one address without its ending" "$(get www.kestrelworks.example/blog/an-agent-that-asks-well -o /dev/null -w '%{http_code}')" 200
before=$(get loomhand.example/company | grep -c Nadkarni)
sh "$web/serve" v2 "$dir/web"
tap_is "a month later somebody has left" "$before $(get loomhand.example/company | grep -c Nadkarni)" "1 0"
tap_done
