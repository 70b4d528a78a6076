/* Telephone numbers: E.164 where the country is known, raw where it is not. */
#include "support/test.h"

#include "domain/contact/phone_number.h"

static void
gives_e164(void **state)
{
    static const struct {
        const char *input, *hint, *want, *country;
    } cases[] = {
        {"612345678",                          "ES", "+34612345678",   "ES"},
        {"+49 (0)30 123456",                   NULL, "+4930123456",    "DE"},
        {"0049 30 123456",                     "CZ", "+4930123456",    "DE"},
        {"030 123456",                         "DE", "+4930123456",    "DE"},
        {"(0)30 123456",                       "de", "+4930123456",    "DE"},
        {"0211/1234567",                       "DE", "+492111234567",  "DE"},
        {"+39 06 1234567",                     NULL, "+39061234567",   "IT"},
        {"06 1234567",                         "IT", "+39061234567",   "IT"},
        {"512 345 678",                        "PL", "+48512345678",   "PL"},
        {"777 123 456",                        "CZ", "+420777123456",  "CZ"},
        {"420777123456",                       "CZ", "+420777123456",  "CZ"},
        {"+420 (0) 777 123 456",               NULL, "+420777123456",  "CZ"},
        {"(415) 555-2671",                     "US", "+14155552671",   "US"},
        {"1-415-555-2671",                     "US", "+14155552671",   "US"},
        {"1-800-FLOWERS",                      "US", "+18003569377",   "US"},
        {"011 44 20 7946 0958",                "US", "+442079460958",  "GB"},
        {"+1 416 555 1234",                    NULL, "+14165551234",   "CA"},
        {"+1 242 322 1234",                    NULL, "+12423221234",   "BS"},
        {"020 7946 0958",                      "GB", "+442079460958",  "GB"},
        {"+44 (0) 20 7946 0958",               NULL, "+442079460958",  "GB"},
        {"8 (495) 123-45-67",                  "RU", "+74951234567",   "RU"},
        {"06 30 123 4567",                     "HU", "+36301234567",   "HU"},
        {"0611223344",                         "FR", "+33611223344",   "FR"},
        {"+52 1 55 1234 5678",                 NULL, "+525512345678",  "MX"},
        {"11 98765-4321",                      "BR", "+5511987654321", "BR"},
        {"tel:+420777123456",                  NULL, "+420777123456",  "CZ"},
        {"Mobile: +420 777 123 456 (work)",    NULL, "+420777123456",  "CZ"},
        {"+420 777 123 456, +420 608 111 222", NULL, "+420777123456",  "CZ"},
        {"777123456/608123456",                "CZ", "+420777123456",  "CZ"},
        {"777123456\n608123456",               "CZ", "+420777123456",  "CZ"},
        {"420777123456.0",                     "CZ", "+420777123456",  "CZ"},
        {"4.20777123456E+11",                  "CZ", "+420777123456",  "CZ"},
        {"＋４２０ 777 123 456",           NULL, "+420777123456",  "CZ"},
        {"+800 1234 5678",                     NULL, "+80012345678",   ""  },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct phone_number phone;
        enum phone_verdict verdict =
            phone_number_read(*state, cases[i].input, cases[i].hint, &phone);
        if (verdict != PHONE_OK)
            fail_msg("\"%s\": %s", cases[i].input, phone_number_reason(verdict));
        assert_string_equal(phone.e164, cases[i].want);
        assert_string_equal(phone.country, cases[i].country);
    }
}

static void
guesses_nothing(void **state)
{
    static const struct {
        const char *input, *hint;
        enum phone_verdict want;
    } cases[] = {
        {"612345678",              NULL, PHONE_NO_COUNTRY},
        {"420777123456",           "",   PHONE_NO_COUNTRY},
        {"777 123 456",            "XX", PHONE_NO_COUNTRY},
        {"4.20777E+11",            "CZ", PHONE_DAMAGED   },
        {"4,20777E+11",            NULL, PHONE_DAMAGED   },
        {"12",                     "CZ", PHONE_INVALID   },
        {"77712345",               "CZ", PHONE_INVALID   },
        {"+420 777 123",           NULL, PHONE_INVALID   },
        {"+1 123 456 7890",        NULL, PHONE_INVALID   },
        {"+999 123456789",         NULL, PHONE_INVALID   },
        {"1234567890123456789012", "US", PHONE_INVALID   },
        {"call me",                "US", PHONE_INVALID   },
        {"",                       "US", PHONE_NONE      },
        {"n/a",                    "US", PHONE_NONE      },
        {"000 000 000",            "CZ", PHONE_NONE      },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct phone_number phone;
        enum phone_verdict verdict =
            phone_number_read(*state, cases[i].input, cases[i].hint, &phone);
        if (verdict != cases[i].want)
            fail_msg("\"%s\": %d", cases[i].input, (int)verdict);
        assert_null(phone.e164);
        assert_true(strlen(phone_number_reason(verdict)) > 0);
    }
}

static void
splits_extensions(void **state)
{
    static const struct {
        const char *input, *e164, *extension;
    } cases[] = {
        {"+1 (415) 555-2671 ext. 123", "+14155552671",  "123"},
        {"+1 415 555 2671 x99",        "+14155552671",  "99" },
        {"tel:+1-415-555-2671;ext=5",  "+14155552671",  "5"  },
        {"+420 222 333 444 linka 12",  "+420222333444", "12" },
        {"+49 30 123456 Durchwahl 7",  "+4930123456",   "7"  },
        {"+1 415 555 2671 #4",         "+14155552671",  "4"  },
        {"+1 415 555 2671",            "+14155552671",  ""   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct phone_number phone;
        assert_int_equal(phone_number_read(*state, cases[i].input, NULL, &phone), PHONE_OK);
        assert_string_equal(phone.e164, cases[i].e164);
        assert_string_equal(phone.extension, cases[i].extension);
    }
}

static void
keeps_what_was_written(void **state)
{
    struct phone_number phone;
    phone_number_read(*state, "  612  345 678 ", NULL, &phone);
    assert_string_equal(phone.raw, "612 345 678");
    phone_number_read(*state, "Mobile: 612 345 678 (work)", NULL, &phone);
    assert_string_equal(phone.raw, "612 345 678");
    phone_number_read(*state, "4.20777E+11", NULL, &phone);
    assert_string_equal(phone.raw, "4.20777E+11");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_e164, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(guesses_nothing, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(splits_extensions, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_what_was_written, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
