/* Amounts of money. */
#include "support/test.h"

#include "domain/company/company_revenue.h"

enum { M = 1000000 };

static void
reads_amounts(void **state)
{
    static const struct {
        const char *input;
        int64_t unit;
        enum company_revenue_verdict verdict;
        int64_t min, max;
        const char *currency;
    } cases[] = {
        {"1,5",              M, COMPANY_REVENUE_OK,      1500000,    1500000,    ""   },
        {"1.234,5",          M, COMPANY_REVENUE_REVIEW,  1234500000, 1234500000, ""   },
        {"1.234,5",          1, COMPANY_REVENUE_REVIEW,  1235,       1235,       ""   },
        {"500K",             M, COMPANY_REVENUE_OK,      500000,     500000,     ""   },
        {"120 000",          M, COMPANY_REVENUE_REVIEW,  120000,     120000,     ""   },
        {"120 000",          1, COMPANY_REVENUE_OK,      120000,     120000,     ""   },
        {"12.4 million CZK", M, COMPANY_REVENUE_OK,      12400000,   12400000,   "CZK"},
        {"1.234",            M, COMPANY_REVENUE_REVIEW,  1234000000, 1234000000, ""   },
        {"$10M - $50M",      1, COMPANY_REVENUE_OK,      10000000,   50000000,   "USD"},
        {"10-50 mil. Kč",   1, COMPANY_REVENUE_OK,      10000000,   50000000,   "CZK"},
        {"€1.2bn",         1, COMPANY_REVENUE_OK,      1200000000, 1200000000, "EUR"},
        {"1,234,567.89 USD", 1, COMPANY_REVENUE_OK,      1234568,    1234568,    "USD"},
        {"1.234.567,89 EUR", 1, COMPANY_REVENUE_OK,      1234568,    1234568,    "EUR"},
        {"> $1B",            1, COMPANY_REVENUE_OK,      1000000000, INT64_MAX,  "USD"},
        {"< £1M",           1, COMPANY_REVENUE_OK,      0,          1000000,    "GBP"},
        {"US$ 3.5 million",  1, COMPANY_REVENUE_OK,      3500000,    3500000,    "USD"},
        {"C$500,000",        1, COMPANY_REVENUE_OK,      500000,     500000,     "CAD"},
        {"1,5",              1, COMPANY_REVENUE_REVIEW,  2,          2,          ""   },
        {"15000000",         M, COMPANY_REVENUE_REVIEW,  15000000,   15000000,   ""   },
        {"",                 1, COMPANY_REVENUE_NONE,    0,          0,          ""   },
        {"unknown",          1, COMPANY_REVENUE_NONE,    0,          0,          ""   },
        {"a lot",            1, COMPANY_REVENUE_INVALID, 0,          0,          ""   },
        {"-5M",              1, COMPANY_REVENUE_INVALID, 0,          0,          ""   },
        {"9999999999999999", 1, COMPANY_REVENUE_INVALID, 0,          0,          ""   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct company_revenue revenue;
        enum company_revenue_verdict verdict =
            company_revenue_read(*state, cases[i].input, cases[i].unit, &revenue);
        if (verdict != cases[i].verdict || revenue.min != cases[i].min ||
            revenue.max != cases[i].max || strcmp(revenue.currency, cases[i].currency))
            fail_msg("\"%s\": verdict %d, %lld-%lld %s", cases[i].input, (int)verdict,
                     (long long)revenue.min, (long long)revenue.max, revenue.currency);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_amounts, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
