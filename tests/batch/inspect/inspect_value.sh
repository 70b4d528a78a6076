#!/bin/sh
# leadgen-batch inspect name, company, email, phone, url, title, industry: one value a line in, one
# JSON object out.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
batch=$LEADGEN_BUILDDIR/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# inspect KIND VALUE [OPTION...]
inspect() {
    kind=$1
    printf '%s\n' "$2" >"$dir/in"
    shift 2
    "$batch" inspect "$kind" --lines "$dir/in" "$@" 2>"$dir/err"
}

tap_is "a name comes in parts" "$(inspect name 'Dr. JAN VAN DER BERG')" \
    '{"input":"Dr. JAN VAN DER BERG","found":true,"title":"Dr.","first":"Jan","middle":"","last":"van der Berg","suffix":"","nickname":"","display":"Jan van der Berg","key":"jan van der berg"}'
tap_is "a company loses its legal form" "$(inspect company 'Alza.cz, a. s.')" \
    '{"input":"Alza.cz, a. s.","display":"Alza.cz, a. s.","base":"Alza.cz","legal_form":"a. s.","legal_form_key":"a.s.","countries":"CZ SK","key":"alzacz"}'
tap_is "an address is read and flagged" "$(inspect email 'INFO@gmail.com')" \
    '{"input":"INFO@gmail.com","valid":true,"normalized":"info@gmail.com","reason":"","role":true,"free":true,"disposable":false,"smtputf8":false,"suggestion":null,"addresses":[{"address":"info@gmail.com","local":"info","domain":"gmail.com","name":"","role":true,"free_mail":true,"disposable":false,"utf8_local":false,"suggestion":""}]}'
tap_is "a value of the command line is one address, or not" \
    "$("$batch" inspect email -- 'Jane <jane@gmial.com>' | cut -d, -f2-4)" \
    '"valid":false,"normalized":null,"reason":"The part before the @ sign is not one that mail systems accept."'
tap_is "what was meant is said" "$("$batch" inspect email jane@gmial.com | grep -c '"suggestion":"jane@gmail.com"')" 1
tap_is "a value may begin with a hyphen" "$("$batch" inspect email -- -jane@acme.com | grep -c '"valid":true')" 1
tap_is "a number gets the country of the option" "$(inspect phone 612345678 --country Spain)" \
    '{"input":"612345678","e164":"+34612345678","extension":"","country":"ES","raw":"612345678","reason":""}'
tap_is "and none without" "$(inspect phone 612345678 | grep -c '"e164":null')" 1
tap_is "a web address shows what it identifies" "$(inspect url 'http://cz.linkedin.com/in/Jane/?trk=1')" \
    '{"input":"http://cz.linkedin.com/in/Jane/?trk=1","url":"http://cz.linkedin.com/in/Jane/","host":"cz.linkedin.com","key":"cz.linkedin.com/in/Jane","company_domain":null,"reason":"cz.linkedin.com is a social network: it does not identify a company.","linkedin":"person","linkedin_url":"https://www.linkedin.com/in/jane","linkedin_key":"jane","valid":true,"href":"http://cz.linkedin.com/in/Jane/?trk=1","protocol":"http:","username":"","password":"","hostname":"cz.linkedin.com","port":"","pathname":"/in/Jane/","search":"?trk=1","hash":""}'

tap_is "and what browsers make of it, relative to a page" \
    "$("$batch" inspect url --base https://a.example/b/c -- '../d?e#f' | grep -c '"href":"https://a.example/d?e#f"')" 1
tap_is "a domain shows what one holder registered" "$("$batch" inspect domain www.acme.co.uk)" \
    '{"input":"www.acme.co.uk","host":"www.acme.co.uk","registrable":"acme.co.uk","ascii":"acme.co.uk","suffix":"co.uk","listed":true,"company_domain":"acme.co.uk","reason":""}'
tap_is "and is none where everybody registers" "$("$batch" inspect domain co.uk | cut -d, -f2-4)" \
    '"host":"co.uk","registrable":null,"ascii":null'

tap_is "a title shows rank and work" "$(inspect title 'Leiter Vertrieb')" \
    '{"input":"Leiter Vertrieb","seniority":"director","department":"sales","rank":7}'
tap_is "a vice president is no president, a director no CTO" \
    "$("$batch" inspect title 'Vice President of Sales')$("$batch" inspect title -- 'Director')" \
    '{"input":"Vice President of Sales","seniority":"vp","department":"sales","rank":7}{"input":"Director","seniority":"director","department":null,"rank":6}'
tap_is "an industry shows its place in the list" "$(inspect industry 'Maschinenbau')$(inspect industry x)" \
    '{"input":"Maschinenbau","industry":"manufacturing"}{"input":"x","industry":null}'

printf 'acme.com\r\n\nacme.org' | "$batch" inspect url --lines - >"$dir/out" 2>"$dir/err"
tap_is "standard input, empty lines and a last line without an end are read" "$(wc -l <"$dir/out")" 3
"$batch" inspect url --lines "$dir/none" >"$dir/out" 2>"$dir/err"
tap_is "a missing file ends with its code" $? 66
inspect name x --country DE >"$dir/out"
tap_is "an option of another kind is refused" "$?" 65
inspect phone 1 --country Atlantis >"$dir/out"
tap_is "and so is a country that is none" "$?.$(grep -c Atlantis "$dir/err")" 65.1
tap_done
