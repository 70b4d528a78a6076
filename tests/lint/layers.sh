#!/bin/sh
# The rings: web and batch know domain and base, domain knows base, base knows neither leads nor us.
. "$(dirname "$0")/lint.sh"

# includes RING ALLOWED: the includes of our own headers in src/RING that start with nothing allowed
includes() {
    grep -nE '^#include "' $(files "src/$1/*.[ch]") /dev/null |
        grep -vE "#include \"($2)" | grep -vE '#include "config\.h"'
}
includes base 'base/' | tap_none "base includes base only"
includes domain 'base/|domain/|statements\.h' | tap_none "domain includes base and domain only"
includes web 'base/|domain/|web/' | tap_none "web includes base, domain and web only, no statements"
includes batch 'base/|domain/|batch/' | grep -v '^src/batch/migrate\.c:.*statements' | tap_none "batch includes base, domain and batch only, no statements"

code $(files 'src/base/*.[ch]') |
    grep -iE ':.*:.*\b(contact|company|companies|tenant|campaign|prospect|suppression|enrich)' |
    tap_none "base names no business word"
code $(files 'src/domain/*.[ch]') | grep -E '\b(FCGX_|argv\b|getopt)|<(fcgiapp|getopt|ClearSilver)' |
    tap_none "domain knows neither FastCGI nor templates nor argv"
tap_done
