/* What canonical forms leave unread, and what is only form. */
#include "support/test.h"

#include "domain/cleaning/value_loss.h"

struct one {
    const char *text, *stored;
    bool lost;
};

static void
check(bool (*loses)(const char *text, const char *stored), const struct one *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (loses(cases[i].text, cases[i].stored) != cases[i].lost)
            fail_msg("%s -> %s", cases[i].text, cases[i].stored);
}
#define CHECK(loses, cases) check(loses, cases, sizeof(cases) / sizeof *(cases))

static void
finds_what_was_not_read(void **state)
{
    static const struct one emails[] = {
        {" ANNA@x.com ",          "anna@x.com",         false},
        {"<mailto:anna@x.com>",   "anna@x.com",         false},
        {"a@x.com; b@y.com",      "a@x.com, b@y.com",   false},
        {"a@x.com; b@@y.com",     "a@x.com",            true },
        {"Anna Gut <anna@x.com>", "anna@x.com",         true },
        {"a@m\u00FCller.de",      "a@xn--mller-kva.de", false},
        {"a@m\u00FCller.de b@",   "a@xn--mller-kva.de", true },
    };
    static const struct one phones[] = {
        {"+49 (0)30 123456",        "+4930123456",         false},
        {"011 44 20 7946 0958",     "+442079460958",       false},
        {"030 123456",              "+4930123456",         false},
        {"1-800-FLOWERS",           "+18003569377",        false},
        {"Tel. 030 123456",         "+4930123456",         false},
        {"030 123456 ext. 12",      "+4930123456 ext. 12", false},
        {"030 123456 / 030 654321", "+4930123456",         true },
        {"030 123456 ask for Anna", "+4930123456",         true },
    };
    static const struct one addresses[] = {
        {" https://acme.com/a ",    "acme.com",          false},
        {"acme.com",                "https://acme.com/", false},
        {"acme.com, beta.com",      "https://acme.com/", true },
        {"acme.com (was beta.com)", "https://acme.com/", true },
        {"https://a.com/x,y",       "https://a.com/x,y", false},
    };
    static const struct one years[] = {
        {"2014",       "2014", false},
        {"2014.0",     "2014", false},
        {"(2014)",     "2014", false},
        {"2014-05-01", "2014", true },
        {"May 2014",   "2014", true },
    };
    (void)state;
    CHECK(value_loss_email, emails);
    CHECK(value_loss_phone, phones);
    CHECK(value_loss_address, addresses);
    CHECK(value_loss_year, years);
}

static void
tells_by_the_type_of_a_field(void **state)
{
    assert_true(value_loss_any(*state, RECORD_NAME, "*Acme*", "Acme"));
    assert_false(value_loss_any(*state, RECORD_NAME, " ACME  Ltd", "Acme Ltd"));
    assert_true(value_loss_any(*state, RECORD_YEAR, "2014-05-01", "2014"));
    assert_false(value_loss_any(*state, RECORD_COUNTRY, "Germany", "DE"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_by_the_type_of_a_field, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test(finds_what_was_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
