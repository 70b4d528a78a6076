#!/bin/sh
# Each third-party library is included by one stem only: what is not in C or POSIX is third-party.
# A stem is a file's name up to its first underscore or dot.
. "$(dirname "$0")/lint.sh"

standard='arpa/inet|assert|ctype|dirent|errno|fcntl|fnmatch|getopt|glob|grp|iconv|inttypes|langinfo|limits|locale|math|netdb|netinet/in|netinet/tcp|poll|pwd|regex|sched|setjmp|signal|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings|sys/[a-z]+|sysexits|syslog|termios|time|unistd|wchar|wctype'
grep -oE '^#include <[^>]+>' $(files 'src/*.[ch]') /dev/null | grep -vE "<($standard)\.h>" |
    sed -E 's|^(.*/)?([^/_.]+)[^/]*:#include <(.*)>$|\3 \2|' | sort -u >"${TMPDIR:-/tmp}/wrappers.$$"
# A library that comes in several headers counts by its folder.
sed -E 's|^([^ /]+)/[^ ]+ |\1/ |' "${TMPDIR:-/tmp}/wrappers.$$" | sort -u |
    awk '{ n[$1]++; stems[$1] = stems[$1] " " $2 } END { for (h in n) if (n[h] > 1) print h ":" stems[h] }' |
    tap_none "one stem for each library"
tap_ok "the lint sees the libraries" grep -q '^libpq-fe.h db$' "${TMPDIR:-/tmp}/wrappers.$$"
rm -f "${TMPDIR:-/tmp}/wrappers.$$"
tap_done
