/* Head counts. */
#include "support/test.h"

#include "domain/company/company_size.h"

static void
reads_head_counts(void **state)
{
    static const struct {
        const char *input;
        enum company_size_verdict verdict;
        int64_t min, max;
        const char *bucket;
        bool hint;
    } cases[] = {
        {"1.200",                   COMPANY_SIZE_OK,      1200,  1200,      "enterprise", false},
        {"1 200",                   COMPANY_SIZE_OK,      1200,  1200,      "enterprise", false},
        {"1'200",                   COMPANY_SIZE_OK,      1200,  1200,      "enterprise", false},
        {"12.0",                    COMPANY_SIZE_OK,      12,    12,        "small",      false},
        {"200-300",                 COMPANY_SIZE_OK,      200,   300,       "medium",     true },
        {"51-200",                  COMPANY_SIZE_OK,      51,    200,       "medium",     false},
        {"11-50",                   COMPANY_SIZE_OK,      11,    50,        "small",      true },
        {"1-10",                    COMPANY_SIZE_OK,      1,     10,        "micro",      true },
        {"201-1000",                COMPANY_SIZE_OK,      201,   1000,      "mid_market", true },
        {"1,001-5,000",             COMPANY_SIZE_OK,      1001,  5000,      "enterprise", false},
        {"10,001+ employees",       COMPANY_SIZE_OK,      10001, INT64_MAX, "enterprise", false},
        {"50+",                     COMPANY_SIZE_OK,      50,    INT64_MAX, "medium",     true },
        {"10K",                     COMPANY_SIZE_OK,      10000, 10000,     "enterprise", false},
        {"1.5k - 2k",               COMPANY_SIZE_OK,      1500,  2000,      "enterprise", false},
        {"< 10",                    COMPANY_SIZE_OK,      0,     9,         "micro",      false},
        {"more than 500",           COMPANY_SIZE_OK,      501,   INT64_MAX, "mid_market", true },
        {"20 až 24 zaměstnanců", COMPANY_SIZE_OK,      20,    24,        "small",      false},
        {"about 200",               COMPANY_SIZE_OK,      200,   200,       "medium",     false},
        {"Self-employed",           COMPANY_SIZE_OK,      1,     1,         "micro",      false},
        {"Small",                   COMPANY_SIZE_OK,      10,    49,        "small",      false},
        {"Nov-50",                  COMPANY_SIZE_REVIEW,  11,    50,        "small",      true },
        {"2-Oct",                   COMPANY_SIZE_REVIEW,  2,     10,        "micro",      true },
        {"300-200",                 COMPANY_SIZE_REVIEW,  200,   300,       "medium",     true },
        {"50 people in 2021",       COMPANY_SIZE_REVIEW,  50,    50,        "medium",     false},
        {"n/a",                     COMPANY_SIZE_NONE,    0,     0,         "",           false},
        {"",                        COMPANY_SIZE_NONE,    0,     0,         "",           false},
        {"many",                    COMPANY_SIZE_INVALID, 0,     0,         "",           false},
        {"5.5",                     COMPANY_SIZE_INVALID, 0,     0,         "",           false},
        {"-5",                      COMPANY_SIZE_INVALID, 0,     0,         "",           false},
        {"99999999999",             COMPANY_SIZE_INVALID, 0,     0,         "",           false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct company_size size;
        enum company_size_verdict verdict = company_size_read(*state, cases[i].input, &size);
        if (verdict != cases[i].verdict || size.min != cases[i].min || size.max != cases[i].max ||
            strcmp(company_size_name(size.bucket), cases[i].bucket) || size.hint != cases[i].hint)
            fail_msg("\"%s\": verdict %d, %lld-%lld %s", cases[i].input, (int)verdict,
                     (long long)size.min, (long long)size.max, company_size_name(size.bucket));
    }
}

static void
has_borders_between_buckets(void **state)
{
    (void)state;
    static const struct {
        int64_t employees;
        const char *name;
    } cases[] = {
        {0,         ""          },
        {1,         "micro"     },
        {9,         "micro"     },
        {10,        "small"     },
        {49,        "small"     },
        {50,        "medium"    },
        {249,       "medium"    },
        {250,       "mid_market"},
        {999,       "mid_market"},
        {1000,      "enterprise"},
        {INT64_MAX, "enterprise"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(company_size_name(company_size_bucket(cases[i].employees)),
                            cases[i].name);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_head_counts, test_arena_open, test_arena_close),
        cmocka_unit_test(has_borders_between_buckets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
