# What every lint does the same way; sourced first. They look at the checkout that
# LEADGEN_SRCDIR names, or their own.
lint_dir=$(cd "$(dirname "$0")" && pwd)
LEADGEN_SRCDIR=${LEADGEN_SRCDIR:-$(cd "$lint_dir/../.." && pwd)}
LEADGEN_BUILDDIR=${LEADGEN_BUILDDIR:-$LEADGEN_SRCDIR/build}
cd "$LEADGEN_SRCDIR"
. "$lint_dir/../support/tap.sh"

# files PATTERN...: the project's files of these git patterns, whether committed yet or not. In an
# unpacked release there is no git: then what find sees.
files() {
    if [ -e .git ]; then
        git ls-files -co --exclude-standard -- "$@"
    else
        for pattern in "$@"; do
            find src templates static nginx sql tests -type f -path "$pattern"
        done
    fi | sort -u | while read -r file; do [ ! -f "$file" ] || echo "$file"; done
}

# code FILE...: the lines of C files as file:line:text, without comments and the text of strings.
code() {
    [ $# = 0 ] || awk -f "$lint_dir/code.awk" "$@"
}

# listed FILE PATH: is PATH the first column of the table FILE?
listed() {
    [ -f "$1" ] && cut -f 1 "$1" | grep -qxF "$2"
}
