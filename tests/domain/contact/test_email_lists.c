/* Desks, throw-away domains, typing errors: ours, and how much of other people's lists they cover. */
#include "support/cases.h"

#include "domain/contact/email_lists.h"

static void
knows_desks(void **state)
{
    (void)state;
    static const char *const desks[] = {"info",      "sales",     "no-reply", "support",
                                        "obchod",    "sales2",    "info.cz",  "office-prague",
                                        "info+x",    "vertrieb",  "hr",       "jobs",
                                        "webmaster", "podatelna", "zentrale"};
    static const char *const people[] = {"jane",      "jane.doe",   "j.smith", "infobrand",
                                         "salesi",    "martin",     "mark",    "hrabal",
                                         "offermann", "tom.support"};
    for (size_t i = 0; i < sizeof desks / sizeof *desks; i++)
        if (!email_lists_is_role(desks[i]))
            fail_msg("%s is a desk", desks[i]);
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        if (email_lists_is_role(people[i]))
            fail_msg("%s is a person", people[i]);
}

static void
knows_throw_away_domains(void **state)
{
    (void)state;
    assert_true(email_lists_is_disposable("mailinator.com"));
    assert_true(email_lists_is_disposable("abc.guerrillamail.com"));
    assert_false(email_lists_is_disposable("acme.com"));
    assert_false(email_lists_is_disposable("gmail.com"));
}

static void
suggests_domains(void **state)
{
    static const struct {
        const char *input, *want;
    } cases[] = {
        {"gmial.com",     "gmail.com"    },
        {"gmail.con",     "gmail.com"    },
        {"gmail.co",      "gmail.com"    },
        {"gmail",         "gmail.com"    },
        {"hotmial.co.uk", "hotmail.co.uk"},
        {"yahooo.com",    "yahoo.com"    },
        {"outlok.com",    "outlook.com"  },
        {"seznma.cz",     "seznam.cz"    },
        {"acme.con",      "acme.com"     },
        {"acme.cmo",      "acme.com"     },
        {"gmail.com",     NULL           },
        {"ymail.com",     NULL           },
        {"aon.com",       NULL           },
        {"cloud.com",     NULL           },
        {"acme.com",      NULL           },
        {"acme.co",       NULL           },
        {"yahoo.co.uk",   NULL           },
        {"hotel.com",     NULL           },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *meant = email_lists_suggestion(*state, cases[i].input);
        if ((meant == NULL) != (cases[i].want == NULL))
            fail_msg("%s: %s", cases[i].input, meant ? meant : "none");
        if (meant)
            assert_string_equal(meant, cases[i].want);
    }
}

/* Share of a file's lines that `known` knows, in per cent. */
static int
share(struct arena *arena, const char *name, bool (*known)(const char *))
{
    size_t length = 0;
    char *at = cases_file(arena, name, &length);
    int all = 0, hits = 0;
    for (char *line; (line = cases_line(&at)) != NULL;) {
        all++;
        hits += known(line);
    }
    printf("# %s: %d of %d\n", name, hits, all);
    return 100 * hits / all;
}

static void
covers_lists_of_others(void **state)
{
    if (!test_data_dir())
        return;
    /* role lists of others hold years, cities and first names, which are no desks to us */
    assert_true(share(*state, "email-roles-mixmax/roles.txt", email_lists_is_role) >= 50);
    assert_true(share(*state, "email-lists-aftership/role.txt", email_lists_is_role) >= 55);
    assert_true(share(*state, "email-disposable/disposable_email_blocklist.conf",
                      email_lists_is_disposable) >= 12);
}

static void
corrects_the_errors_of_others(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "email-flanker/domain_typos_valid.txt", &length);
    int all = 0, right = 0;
    for (char *line; (line = cases_line(&at)) != NULL;) {
        char *comma = strchr(line, ',');
        if (*line == '#' || !comma)
            continue;
        *comma = '\0';
        const char *meant = email_lists_suggestion(*state, line);
        all++;
        right += meant && !strcmp(meant, comma + 1);
    }
    printf("# typing errors: %d of %d\n", right, all);
    assert_true(right * 100 >= all * 92);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_desks),
        cmocka_unit_test(knows_throw_away_domains),
        cmocka_unit_test_setup_teardown(suggests_domains, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(covers_lists_of_others, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(corrects_the_errors_of_others, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
