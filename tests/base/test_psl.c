/* The public suffix list: its own test vectors, and the private section. */
#include "support/test.h"

#include "base/host.h"
#include "base/psl.h"

static void
splits_hosts(void **state)
{
    (void)state;
    static const struct {
        const char *host, *registrable, *private_registrable;
        bool listed;
    } cases[] = {
        {"acme.com",         "acme.com",     NULL,             true },
        {"a.b.acme.co.uk",   "acme.co.uk",   NULL,             true },
        {"co.uk",            NULL,           NULL,             true },
        {"acme.github.io",   "github.io",    "acme.github.io", true },
        {"acme.uk.com",      "uk.com",       "acme.uk.com",    true },
        {"www.acme.example", "acme.example", NULL,             false},
        {"acme.example",     "acme.example", NULL,             false},
        {"localhost",        NULL,           NULL,             false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct psl psl;
        psl_split(cases[i].host, &psl);
        assert_int_equal(psl.listed, cases[i].listed);
        if (cases[i].registrable)
            assert_string_equal(psl.registrable, cases[i].registrable);
        else
            assert_null(psl.registrable);
        if (cases[i].private_registrable)
            assert_string_equal(psl.private_registrable, cases[i].private_registrable);
        else
            assert_null(psl.private_registrable);
    }
}

static void
agrees_with_the_lists_own_vectors(void **state)
{
    const char *dir = test_data_dir();
    if (!dir)
        return;
    FILE *file = fopen(arena_printf(*state, "%s/psl/tests/tests.txt", dir), "r");
    assert_non_null(file);
    char line[512];
    int cases = 0, wrong = 0;
    while (fgets(line, sizeof line, file)) {
        char input[256], want[256];
        if (line[0] == '/' || sscanf(line, "%255s %255s", input, want) != 2)
            continue;
        const char *host = NULL, *answer = NULL, *expected = NULL;
        struct psl psl;
        enum host_kind kind = host_read(*state, input, strlen(input), &host);
        if (kind == HOST_NAME || kind == HOST_LOCAL) {
            psl_split(host, &psl);
            answer = psl.private_suffix ? psl.private_registrable : psl.registrable;
        }
        if (strcmp(want, "null"))
            host_read(*state, want, strlen(want), &expected);
        cases++;
        if ((answer == NULL) != (expected == NULL) || (answer && strcmp(answer, expected))) {
            wrong++;
            printf("# %s: %s, wanted %s\n", input, answer ? answer : "null", want);
        }
    }
    fclose(file);
    printf("# %d of %d vectors\n", cases - wrong, cases);
    assert_true(cases > 50);
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_hosts),
        cmocka_unit_test_setup_teardown(agrees_with_the_lists_own_vectors, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
