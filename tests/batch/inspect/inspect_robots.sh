#!/bin/sh
# leadgen-batch inspect robots: may an agent fetch an address, how long does it wait.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
printf 'User-agent: *\nDisallow: /\n\nUser-agent: leadgen\nDisallow: /private\nCrawl-delay: 2.5\nSitemap: /s.xml\n' >"$dir/robots.txt"

tap_is "a rule refuses" "$("$batch" inspect robots "$dir/robots.txt" --agent other --url https://a.example/x)" \
    '{"allowed":false,"delay":null,"sitemaps":["/s.xml"]}'
tap_is "the agent's own group counts, with its delay" \
    "$("$batch" inspect robots --agent leadgen --url https://a.example/x - <"$dir/robots.txt")" \
    '{"allowed":true,"delay":2.5,"sitemaps":["/s.xml"]}'
"$batch" inspect robots "$dir/robots.txt" --agent other 2>"$dir/err"
tap_is "an address is needed" $? 65
"$batch" inspect robots "$dir/none" --agent other --url / 2>"$dir/err"
tap_is "a missing file ends with its code" $? 66
tap_done
