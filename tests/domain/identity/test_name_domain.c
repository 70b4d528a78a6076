/* Names of companies and the domains that are theirs. */
#include "support/test.h"

#include "domain/identity/name_domain.h"

static void
domains_belong_to_names(void **state)
{
    static const struct {
        const char *name, *domain;
        bool wanted;
    } cases[] = {
        {"Acme Labs",           "acme.io",           true },
        {"Grünwald AG",        "gruenwald.example", true },
        {"Grünwald AG",        "grunwald.example",  true },
        {"Gru\u0308nwald",      "gruenwald.example", true },
        {"Öl Händler GmbH",   "oel-haendler.de",   true },
        {"Straße & Söhne KG", "strasse-soehne.de", true },
        {"Ærø Skib A/S",      "aeroeskib.dk",      true },
        {"Dvořák s.r.o.",     "dvorak.cz",         true },
        {"Grünwald AG",        "gelbwald.example",  false},
        {"Blau",                "gruenwald.example", false},
        {NULL,                  "gruenwald.example", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (name_domain_resembles(*state, cases[i].name, cases[i].domain) != cases[i].wanted)
            fail_msg("%s, %s", cases[i].name ? cases[i].name : "no name", cases[i].domain);
}

static void
names_are_the_same(void **state)
{
    assert_true(name_domain_same(*state, "Grünwald AG", "Gruenwald"));
    assert_true(name_domain_same(*state, "Grünwald AG", "Grunwald GmbH"));
    assert_false(name_domain_same(*state, "Acme Labs", "Acme Works"));
    assert_false(name_domain_same(*state, "Grünwald", "Gelbwald"));
    assert_false(name_domain_same(*state, "Baur", "Bauer"));
    assert_false(name_domain_same(*state, "Baur", NULL));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(domains_belong_to_names, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(names_are_the_same, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
