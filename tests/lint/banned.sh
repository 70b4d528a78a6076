#!/bin/sh
# Calls and words that have no place in the code.
. "$(dirname "$0")/lint.sh"

code $(files 'src/*.[ch]' 'tests/*.[ch]') |
    grep -E '(^|[^_[:alnum:]])(strcpy|strcat|sprintf|vsprintf|strtok|strtok_r|atoi|atol|atof|gets|system|popen|tmpnam|mktemp|alloca)[[:space:]]*\(' |
    tap_none "no banned call"
code $(files 'src/*.[ch]' 'tests/*.[ch]') | grep -E ':[0-9]+:[[:space:]]*goto[[:space:]]' |
    tap_none "no goto"
code $(files 'src/domain/*.[ch]' 'src/web/*.[ch]') |
    grep -E '(^|[^_[:alnum:]>.])(free|malloc|calloc|realloc|strdup|strndup|asprintf)[[:space:]]*\(' |
    tap_none "memory comes from the arena in domain and web"
code $(files 'src/*.[ch]') |
    grep -E ':[0-9]+:(static )?[a-z][a-z0-9_ *]* \*?(string|filter|html|cs|hdf|ne|nerr|reg|repr|arg|var|parse|open|export|convert|find|later)_[a-z0-9_]*\(' |
    tap_none "no function has a name that ClearSilver's libraries take"
grep -nwE 'TODO|FIXME|HACK' $(files 'src/*.[ch]' 'sql/*.sql' 'nginx/*' 'templates/*' 'tests/*.[ch]') /dev/null |
    tap_none "nothing is left to do in a comment"
grep -nE '"[^"#]*(\b[Pp]lease\b|\b[Oo]ops\b|[a-z]!")' $(files 'src/*.c' 'templates/*.cs') /dev/null |
    tap_none "texts are plain: no please, no oops, no exclamation mark"

# Const tables only: nothing that can change outlives a request. Templates parsed once per process
# and the like are named in globals.tsv with the reason.
if command -v objdump >/dev/null && ! grep -q fsanitize "$LEADGEN_BUILDDIR/Makefile" 2>/dev/null; then
    find "$LEADGEN_BUILDDIR/src" -name '*.o' | while read -r object; do
        objdump -t "$object" | awk -v o="${object#"$LEADGEN_BUILDDIR"/}" \
            '/ O / && ($4 == ".data" || $4 == ".bss" || $3 == ".data" || $3 == ".bss") { print o " " $NF }'
    done | sed -E 's/^(.*)\.o (.*)$/\1.c:\2/; s/lib[a-z]+_a-//' | while read -r global; do
        listed tests/lint/globals.tsv "$global" || echo "$global"
    done | tap_none "no global variable"
fi
tap_done
