#!/bin/sh
# Clang has no more to say about the code than gcc: the flags of the build, nothing is made.
. "$(dirname "$0")/lint.sh"
command -v clang >/dev/null || tap_leave "clang is not installed"
# shellcheck disable=SC2016 # make's variables
flags=$(printf '%s\n' 'include Makefile' 'flags-of-the-build:' '	@echo $(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(AM_CFLAGS) $(CS_CFLAGS)' |
    MAKEFLAGS= make -s --no-print-directory -C "$LEADGEN_BUILDDIR" -f - flags-of-the-build | tail -1)
files 'src/*.c' 'tests/*.c' | sed "s|^|$PWD/|" |
    (cd "$LEADGEN_BUILDDIR" && xargs -n 12 -P "$(nproc)" clang -fsyntax-only $flags 2>&1) |
    grep -E '(warning|error):|No such file' | tap_none "clang compiles without a warning"
tap_done
