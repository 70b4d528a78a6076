/* Rows of a wrong width: fitted where there is one way, left alone where there are more. */
#include "support/table.h"

#define TABLE                                                                                      \
    "id,company,city,email,joined\n"                                                               \
    "1,Foo and Sons,Praha,a@foo.cz,2024-01-01\n2,Bar Ltd,Brno,b@bar.cz,2024-01-02\n"               \
    "3,Baz Works,Plzen,c@baz.cz,2024-01-03\n4,Qux Inc,Cheb,d@qux.cz,2024-01-04\n"                  \
    "5,Big Co,Most,e@big.cz,2024-01-05\n6,Old Mill,Zlin,f@old.cz,2024-01-06\n"                     \
    "7,New Age,Pisek,g@new.cz,2024-01-07\n8,Red Fox,Kolin,h@fox.cz,2024-01-08\n"

static const char *
last_row(struct arena *arena, const char *row, unsigned *flags)
{
    struct csv_dialect dialect;
    const char *table = table_of(arena, arena_printf(arena, "%s%s\n", TABLE, row), &dialect, flags);
    const char *at = table + strlen(table) - 1;
    while (at > table && at[-1] != '\n')
        at--;
    return at;
}

static void
fits_rows_in_the_only_way(void **state)
{
    static const struct {
        const char *row, *want;
        unsigned flags;
    } cases[] = {
        {"9,Acme, Inc.,Praha,x@acme.cz,2024-02-01",   "9|Acme, Inc.|Praha|x@acme.cz|2024-02-01\n",
         CSV_REPAIRED                                                                                          },
        {"9;Acme;Praha;x@acme.cz;2024-02-01",         "9|Acme|Praha|x@acme.cz|2024-02-01\n",       CSV_REPAIRED},
        {"9 \"Acme Inc\" Praha x@acme.cz 2024-02-01", "9|Acme Inc|Praha|x@acme.cz|2024-02-01\n",
         CSV_REPAIRED                                                                                          },
 /* an extra delimiter without a blank behind it joins nothing */
        {"9,Acme,,Praha,x@acme.cz,2024-02-01",        "9|Acme||Praha|x@acme.cz|2024-02-01\n",      CSV_LONG    },
 /* a value of a wrong type: no way */
        {"9,Acme, Inc.,Praha,nobody,2024-02-01",      "9|Acme| Inc.|Praha|nobody|2024-02-01\n",
         CSV_LONG                                                                                              },
 /* a short row in the table's own delimiter stays short */
        {"9,Acme,Praha",                              "9|Acme|Praha\n",                            CSV_SHORT   },
        {"Jan Novak from Praha said so",              "Jan Novak from Praha said so\n",            CSV_SHORT   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned flags;
        assert_string_equal(last_row(*state, cases[i].row, &flags), cases[i].want);
        assert_int_equal(flags, cases[i].flags);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(fits_rows_in_the_only_way, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
