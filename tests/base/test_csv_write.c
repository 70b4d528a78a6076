/* Writing tables: quoting, line ends, formulas. */
#include "support/test.h"

#include "base/csv_write.h"

static const char *
row_of(struct arena *arena, const char *const *cells, size_t count, unsigned flags)
{
    struct span spans[8];
    struct buf buf;
    for (size_t i = 0; i < count; i++)
        spans[i] = (struct span){cells[i], strlen(cells[i])};
    buf_init(&buf, arena, 4096);
    csv_write_row(&buf, spans, count, flags);
    return buf.data;
}

static void
quotes_what_needs_it(void **state)
{
    static const struct {
        const char *cell, *want;
    } cases[] = {
        {"plain",                          "plain\n"                             },
        {"",                               "\"\"\n"                              },
        {"a,b",                            "\"a,b\"\n"                           },
        {"a long cell, with a comma late", "\"a long cell, with a comma late\"\n"},
        {"say \"hi\"",                     "\"say \"\"hi\"\"\"\n"                },
        {"two\nlines",                     "\"two\nlines\"\n"                    },
        {"cr\rhere",                       "\"cr\rhere\"\n"                      },
        {" blank ",                        " blank \n"                           },
        {"-5",                             "-5\n"                                },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(row_of(*state, &cases[i].cell, 1, 0), cases[i].want);
    const char *three[] = {"a", "", "c"};
    assert_string_equal(row_of(*state, three, 3, CSV_WRITE_CRLF), "a,,c\r\n");
}

static void
disarms_formulas(void **state)
{
    static const struct {
        const char *cell, *want;
    } cases[] = {
        {"=1+1",     "\"'=1+1\"\n"      },
        {"+420 777", "\"'+420 777\"\n"  },
        {"-5",       "\"'-5\"\n"        },
        {"@SUM(A1)", "\"'@SUM(A1)\"\n"  },
        {"\t=1",     "\"'\t=1\"\n"      },
        {"\r=1",     "\"'\r=1\"\n"      },
        {"  =1",     "\"'  =1\"\n"      },
        {"=\"a\"",   "\"'=\"\"a\"\"\"\n"},
        {"a=b",      "a=b\n"            },
        {"'=1",      "'=1\n"            },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(row_of(*state, &cases[i].cell, 1, CSV_WRITE_SAFE), cases[i].want);
}

static void
marks_the_file(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 64);
    csv_write_bom(&buf);
    assert_string_equal(buf.data, "\xEF\xBB\xBF");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(quotes_what_needs_it, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(disarms_formulas, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(marks_the_file, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
