/* Free mail domains, and how many of another list are known. */
#include "support/cases.h"

#include "domain/contact/free_mail.h"

static void
knows_providers(void **state)
{
    (void)state;
    static const char *const yes[] = {"gmail.com", "yahoo.co.uk", "hotmail.fr", "seznam.cz",
                                      "gmx.de",    "web.de",      "mail.ru",    "qq.com",
                                      "wp.pl",     "libero.it",   "orange.fr",  "icloud.com",
                                      "proton.me", "163.com",     "vip.qq.com"};
    static const char *const no[] = {"acme.com",    "atlas.cz", "google.com",
                                     "mygmail.com", "com",      ""};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!free_mail_is(yes[i]))
            fail_msg("%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (free_mail_is(no[i]))
            fail_msg("%s", no[i]);
}

static void
covers_a_list_of_others(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "email-lists-aftership/free.txt", &length);
    int all = 0, hits = 0;
    for (char *line; (line = cases_line(&at)) != NULL;) {
        all++;
        hits += free_mail_is(line);
    }
    printf("# free mail: %d of %d\n", hits, all);
    /* theirs holds thousands of vanity domains that closed long ago; ours the ones people use */
    assert_true(hits > 700);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_providers),
        cmocka_unit_test_setup_teardown(covers_a_list_of_others, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
