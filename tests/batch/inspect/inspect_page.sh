#!/bin/sh
# leadgen-batch inspect page: what one page says, as one JSON object.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/home.html" <<'PAGE'
<html lang="de"><title>Acme Pumpen</title><nav><a href="/kontakt">Kontakt</a></nav>
<p>Wir bauen Pumpen für Wasserwerke.</p><script src="https://js.stripe.com/v3/"></script>
<footer>Acme Pumpen GmbH, Industriestr. 1, 70565 Stuttgart, info(at)acme.example</footer>
PAGE
out=$("$batch" inspect page "$dir/home.html" --url https://www.acme.example/ --header 'Server: nginx/1.22.1')
has() {
    case $out in *"$2"*) tap_is "$1" yes yes ;; *) tap_is "$1" "$out" "$2" ;; esac
}
has "it is a company's page, with the reason" '"is_company":true,"class":"company","reason":"It is'
has "the text stands apart" '"text":"Wir bauen Pumpen für Wasserwerke.\n"'
has "from the frame" '"frame_text":"Kontakt'
has "an address that was hidden" '"address":"info@acme.example"'
has "a postal address" '"street":"Industriestr. 1","postal_code":"70565","city":"Stuttgart"'
has "technologies with their evidence" '"evidence":"loads https://js.stripe.com/v3/"'
has "headers count too" '"name":"nginx","group":"hosting","version":"1.22.1"'
has "links are absolute" '"href":"https://www.acme.example/kontakt"'
out=$("$batch" inspect page --url http://a.example/ - <"$dir/home.html")
has "standard input" '"title":"Acme Pumpen"'
"$batch" inspect page "$dir/home.html" 2>"$dir/err"
tap_is "an address is needed" $? 65
"$batch" inspect page "$dir/none.html" --url http://a.example/ 2>"$dir/err"
tap_is "a missing file ends with its code" $? 66
tap_done
