#!/bin/sh
# What stands at the top of the tree, and what must not be in it.
. "$(dirname "$0")/lint.sh"
[ -e .git ] || tap_leave "no git here: an unpacked release"

git ls-files | cut -d / -f 1 | sort -u |
    grep -vxE 'configure\.ac|Makefile\.am|README\.md|src|templates|static|nginx|sql|tests|\..*' |
    tap_none "nothing else stands at the top"
git ls-files | while read -r file; do
    [ ! -f "$file" ] || [ "$(wc -c <"$file")" -le 1000000 ] || echo "$file"
done | tap_none "no file over a megabyte"
git ls-files | grep -E '\.(o|a|so|log|trs|orig|rej|swp)$|~$' | tap_none "nothing that a tool made"
tap_done
