#!/bin/sh
# C files are as clang-format 14 (Debian 12) writes them with the tree's .clang-format.
. "$(dirname "$0")/lint.sh"
tool=$(command -v clang-format-14 || command -v clang-format) || tap_leave "clang-format is not installed"
"$tool" --version | grep -q 'version 14' || tap_leave "clang-format is not version 14"

files 'src/*.[ch]' 'tests/*.[ch]' | xargs "$tool" --dry-run 2>&1 | grep -oE '^[^: ]+:[0-9]+' |
    tap_none "clang-format changes nothing"
grep -nE '[[:space:]]$' $(files '*.sh' '*.sql' '*.mk' '*.ac' '*.am' '*.awk') /dev/null | tap_none "no blanks at the end of a line"
tap_done
