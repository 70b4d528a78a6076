#!/bin/sh
# leadgen-batch inspect page --model: what a model makes of one page.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
printf '<title>A</title><body><nav>Careers</nav><p>procurement automation by AI agents' >"$dir/page"
score() { "$batch" inspect page "$dir/page" --url https://a.example/ --model "$1" | sed 's/.*"score":{/{/; s/,"has_text.*//'; }

tap_is "procurement automation is no sign of a large company" "$(score default)" \
    '{"total":4,"tier":"low","maturity":"active_development"'
tap_is "a model in a file does the same" "$(score "$LEADGEN_SRCDIR/sql/seed/icp.json")" "$(score default)"
printf '{"signals":{"SIZE":{"category":"SIZE","points":-20,"keywords":["procurement","esg report"]},"AGENT":{"category":"AI","points":4,"keywords":["ai agents"]}},"thresholds":{"high_fit":4,"medium_fit":3,"disqualified":2}}' >"$dir/old"
tap_is "and one of keywords" "$(score "$dir/old")" '{"total":4,"tier":"high","maturity":"unknown"'
printf '{"tiers":[{"key":"a"}],"signals":[{"key":"A","points":0}]}' >"$dir/bad"
said=$("$batch" inspect page "$dir/page" --url https://a.example/ --model "$dir/bad" 2>&1)
tap_is "a mistake in a model ends with its code" $? 65
tap_ok "and names the place: $said" expr "$said" : '.*signals.1.points: A signal of 0 points'
tap_done
