/* Settings: where they come from, and what is said when one is missing. */
#include "support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/conf.h"

static char var[] = "/tmp/leadgen-test-conf-XXXXXX";

static int
make_var(void **state)
{
    (void)state;
    return mkdtemp(var) ? 0 : 1;
}

static int
drop_var(void **state)
{
    (void)state;
    char path[100];
    snprintf(path, sizeof path, "%s/env", var);
    unlink(path);
    return rmdir(var);
}

static void
write_env(const char *text)
{
    char path[100];
    snprintf(path, sizeof path, "%s/env", var);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    static const char *const names[] = {"LEADGEN_DSN", "LEADGEN_URL", "LEADGEN_FILES",
                                        "LEADGEN_WORKERS"};
    for (size_t i = 0; i < 4; i++)
        unsetenv(names[i]);
    setenv("LEADGEN_VAR", var, 1);
}

static void
reads_the_file_and_the_environment(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct conf conf;
    write_env(
        "# made by up\nLEADGEN_DSN=host=/run/x dbname=leadgen\nLEADGEN_URL='https://a.example/'\n"
        "export LEADGEN_FILES=\"/srv/files\"\nLEADGEN_WORKERS=3\nLEADGEN_DSN_OTHER=no\n");
    assert_true(conf_read(&ctx, CONF_DSN | CONF_URL | CONF_FILES, &conf));
    assert_string_equal(conf.dsn, "host=/run/x dbname=leadgen");
    assert_string_equal(conf.url, "https://a.example");
    assert_true(conf.secure);
    assert_string_equal(conf.files, "/srv/files");
    assert_int_equal(conf.workers, 3);
    setenv("LEADGEN_URL", "http://127.0.0.1:8080", 1);
    assert_true(conf_read(&ctx, CONF_URL, &conf));
    assert_string_equal(conf.url, "http://127.0.0.1:8080");
    assert_false(conf.secure);
}

static void
says_what_is_missing(void **state)
{
    static const struct {
        const char *env, *said;
    } cases[] = {
        {"",                                                            "LEADGEN_DSN is not set"},
        {"LEADGEN_DSN=\nLEADGEN_URL=http://a\n",                        "LEADGEN_DSN is not set"},
        {"LEADGEN_DSN=x\n",                                             "LEADGEN_URL is not set"},
        {"LEADGEN_DSN=x\nLEADGEN_URL=a.example\n",                      "must begin with http"  },
        {"LEADGEN_DSN=x\nLEADGEN_URL=http://a\nLEADGEN_WORKERS=many\n", "LEADGEN_WORKERS"       },
        {"LEADGEN_DSN=x\nLEADGEN_URL=http://a\nLEADGEN_WORKERS=0\n",    "LEADGEN_WORKERS"       },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct conf conf;
        write_env(cases[i].env);
        assert_false(conf_read(&ctx, CONF_DSN | CONF_URL, &conf));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        assert_non_null(strstr(ctx.err.message, cases[i].said));
    }
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(reads_the_file_and_the_environment),
        UNIT(says_what_is_missing),
    };
    return cmocka_run_group_tests(tests, make_var, drop_var);
}
