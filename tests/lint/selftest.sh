#!/bin/sh
# The lints themselves: each is shown a small tree with one fault, and must find it.
. "$(dirname "$0")/lint.sh"
export LEADGEN_BUILDDIR
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

# finds LINT TEST FILE TEXT: with TEXT in FILE, LINT's test whose name begins with TEST fails;
# without it, it passes.
finds() {
    rm -rf "$tree/src" "$tree/sql" "$tree/tests" "$tree/stray"
    mkdir -p "$tree/src/base" "$tree/tests/lint" "$tree/sql/queries/x" "$tree/sql/migrations"
    cp .clang-format "$tree"
    printf '/* A file. */\n#include <libpq-fe.h>\n' >"$tree/src/base/db.c"
    mkdir -p "$tree/tests/base" "$tree/src/domain" "$tree/src/web" "$tree/src/batch"
    printf '/* A test. */\nextern int test_db;\n' >"$tree/tests/base/test_db.c"
    : >"$tree/tests/lint/untested.tsv"
    : >"$tree/tests/run"
    echo "check_PROGRAMS += tests/base/test_db" >"$tree/tests/sources.mk"
    clean=$(cd "$tree" && LEADGEN_SRCDIR=$tree sh "$lint_dir/$1.sh" 2>/dev/null | grep -F -- "- $2")
    mkdir -p "$(dirname "$tree/$3")"
    printf '%b' "$4" >"$tree/$3"
    git -C "$tree" add -A
    found=$(cd "$tree" && LEADGEN_SRCDIR=$tree sh "$lint_dir/$1.sh" 2>/dev/null | grep -F -- "- $2")
    tap_is "$1 finds: $2 ($3)" "${clean%% [0-9]*} then ${found%% [0-9]*}" "ok then not ok"
}
git -C "$tree" init -q 2>/dev/null || tap_leave "git is not installed"

finds layers "base includes base only" src/base/a.c '#include "domain/x.h"\n'
finds layers "domain includes" src/domain/x/a.c '#include "web/x.h"\n'
finds layers "web includes" src/web/a.c '#include "statements.h"\n'
finds layers "batch includes" src/batch/a.c '#include "web/x.h"\n'
finds layers "base names no business word" src/base/a.c 'int tenant;\n'
finds layers "domain knows neither" src/domain/x/a.c '#include <getopt.h>\n'
finds wrappers "one stem for each library" src/base/other.c '#include <libpq-fe.h>\n'
finds wrappers "one stem for each library" src/base/json.c '#include <curl/curl.h>\n#include <libpq-fe.h>\n'
finds clang "clang compiles" src/base/a.c '/* A. */\nchar *f(const char *x);\nchar *\nf(const char *x)\n{\n    return (char *)x;\n}\n'
finds banned "no banned call" src/base/a.c 'void f(void)\n{\n    strcpy(a, b);\n}\n'
finds banned "no goto" src/base/a.c '    goto out;\n'
finds banned "memory comes from the arena" src/domain/x/a.c '    char *p = malloc(3);\n'
finds banned "no function has a name" src/base/a.c 'int\nx(void);\nbool parse_line(void);\n'
finds banned "nothing is left to do" src/base/a.c '/* TODO: more */\n'
finds banned "texts are plain" src/web/a.c 'const char *t = "Please wait";\n'
long=$(awk 'BEGIN { for (i = 0; i < 801; i++) printf "\\n" }')
finds sizes "no file is longer" src/base/a.c "$long"
finds sizes "no function is longer" src/base/a.c "{\n$(printf %s "$long" | cut -c 1-210)}\n"
finds mirror "every source file has its test" src/domain/x/a.c '/* A file. */\n'
finds mirror "untested.tsv is right" tests/lint/untested.tsv 'src/gone.c\ttests/x.c\tbecause\n'
finds mirror "every file says" src/base/a.h '#define A\n'
finds mirror "every test program stands" tests/base/test_a.c '/* A test. */\n'
finds mirror "and every script" tests/batch/a.sh '#!/bin/sh\n'
finds tree "nothing else stands at the top" stray 'x\n'
finds tree "nothing that a tool made" src/a.o 'x\n'
finds statements "every statement says" sql/queries/x/a.sql 'SELECT 1\n'
finds statements "every parameter has a line" sql/queries/x/a.sql '-- Reads the one thing.\nSELECT $1\n'
finds statements "every statement is used" sql/queries/x/a.sql '-- Reads the one thing.\nSELECT 1\n'
finds statements "columns are named" sql/queries/x/a.sql '-- Reads the one thing.\nSELECT * FROM x\n'
finds statements "no SQL text in C" src/domain/x/a.c 'const char *t = "SELECT a FROM b";\n'
finds migrations "names are" sql/migrations/1_x.sql 'SELECT 1;\n'
finds migrations "no statement locks" sql/migrations/0001_x.sql 'CREATE INDEX i ON contact (a);\n'
finds migrations "no statement locks" sql/migrations/0001_x.sql 'ALTER TABLE contact ALTER a SET NOT NULL;\n'
finds migrations "no statement locks" sql/migrations/0001_x.sql 'ALTER TABLE contact ADD CONSTRAINT c CHECK (a > 0);\n'
finds migrations "no statement locks" sql/migrations/0001_x.sql 'CREATE TABLE t (a int);\nUPDATE contact SET a = 1;\n'
finds migrations "a concurrent migration" sql/migrations/0001_x.concurrent.sql 'CREATE INDEX i ON t (a);\n'
command -v clang-format >/dev/null &&
    finds format "clang-format changes nothing" src/base/a.c 'int  a;\n'
tap_done
