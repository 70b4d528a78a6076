/* Splitting rows by the rules, at the edges of what is there, and when the rules are broken. */
#include "support/test.h"

#include "base/buf.h"
#include "base/csv_split.h"

static struct csv_dialect
dialect_of(const char *delimiter, char quote, char escape, uint32_t columns)
{
    struct csv_dialect dialect = {.quote = quote, .escape = escape, .columns = columns};
    snprintf(dialect.delimiter, sizeof dialect.delimiter, "%s", delimiter);
    return dialect;
}

/* All rows as "a|b" and new lines; text gets the line end that scans rely on. */
static const char *
split_all(struct arena *arena, const struct csv_dialect *dialect, const char *text, unsigned *flags)
{
    struct csv_shape shape;
    struct csv_split split = {0};
    struct buf buf;
    size_t length = strlen(text);
    char *copy = arena_printf(arena, "%s\n", text);
    csv_shape_init(&shape, dialect);
    buf_init(&buf, arena, 1 << 20);
    *flags = 0;
    for (size_t at = 0; at < length; at += split.length) {
        assert_true(csv_split_row(&shape, copy + at, length - at, true, &split));
        assert_true(split.length > 0 && split.length <= length - at);
        *flags |= split.flags;
        for (uint32_t i = 0; i < split.count; i++) {
            struct csv_cell *cell = &split.cells[i];
            char *start = copy + at + cell->start;
            size_t size = cell->escaped ? csv_unescape(&shape, start, cell->length) : cell->length;
            if (i)
                buf_char(&buf, '|');
            buf_add(&buf, start, size);
        }
        buf_char(&buf, '\n');
    }
    csv_split_free(&split);
    return buf.data;
}

static void
splits_by_the_rules(void **state)
{
    static const struct {
        const char *delimiter, *text, *want;
    } cases[] = {
        {",",  "a,b,c",                                 "a|b|c\n"                              },
        {",",  "a,b,c\n",                               "a|b|c\n"                              },
        {",",  "a,b\r\nc,d\r\n",                        "a|b\nc|d\n"                           },
        {",",  ",,\n",                                  "||\n"                                 },
        {",",  "a,\n",                                  "a|\n"                                 },
        {",",  "\"a\",\"b,c\",\"d\ne\"\n",              "a|b,c|d\ne\n"                         },
        {",",  "\"a\"\"b\",\"\"\"\",\"\"\n",            "a\"b|\"|\n"                           },
        {",",  "a,\"b\" ,c\n",                          "a|b|c\n"                              },
        {",",  "a, \"b\",c\n",                          "a| \"b\"|c\n"                         },
        {";",  "a;b,c;d",                               "a|b,c|d\n"                            },
        {"||", "a||b|c||d\n",                           "a|b|c|d\n"                            },
        {"||", "a|||b\n",                               "a||b\n"                               },
        {", ", "a, b,c, \"d, e\"\n",                    "a|b,c|d, e\n"                         },
        {" ",  "a \"b c\" d\n",                         "a|b c|d\n"                            },
        {"\t", "a\t\tb\n",                              "a||b\n"                               },
        {"",   "a,b\n",                                 "a,b\n"                                },
        {",",  "0123456789,0123456789,0123456789\nx\n", "0123456789|0123456789|0123456789\nx\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect = dialect_of(cases[i].delimiter, '"', '"', 0);
        unsigned flags;
        assert_string_equal(split_all(*state, &dialect, cases[i].text, &flags), cases[i].want);
    }
}

static void
knows_other_escapes(void **state)
{
    unsigned flags;
    struct csv_dialect backslash = dialect_of(",", '"', '\\', 0), none = dialect_of(",", '"', 0, 0);
    assert_string_equal(split_all(*state, &backslash, "\"a\\\"b\",\"c\\'\\\\\"\n", &flags),
                        "a\"b|c\\'\\\n");
    assert_int_equal(flags, 0);
    assert_string_equal(split_all(*state, &backslash, "a \\\"b\\\",c\n", &flags), "a \"b\"|c\n");
    assert_int_equal(flags, 0);
    assert_string_equal(split_all(*state, &none, "\"\",b\n", &flags), "|b\n");
}

static void
knows_all_line_ends(void **state)
{
    unsigned flags;
    struct csv_dialect dialect = dialect_of(",", '"', '"', 0);
    dialect.newline = CSV_NEWLINE_CR;
    assert_string_equal(split_all(*state, &dialect, "a,b\rc,d\r", &flags), "a|b\nc|d\n");
    dialect.newline = CSV_NEWLINE_MIXED;
    assert_string_equal(split_all(*state, &dialect, "a,b\rc,d\r\ne\nf", &flags),
                        "a|b\nc|d\ne\nf\n");
    dialect.newline = CSV_NEWLINE_LF;
    assert_string_equal(split_all(*state, &dialect, "a,b\rc\n", &flags), "a|b\rc\n");
}

static void
asks_for_more_text(void **state)
{
    static const char *const open[] = {"a,b", "a,\"b", "a,\"b\"", "\"a\nb", "a,b\"c,", "x"};
    struct csv_dialect dialect = dialect_of(",", '"', '"', 0);
    struct csv_shape shape;
    struct csv_split split = {0};
    csv_shape_init(&shape, &dialect);
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        char *text = arena_printf(*state, "%s\n", open[i]);
        assert_false(csv_split_row(&shape, text, strlen(open[i]), false, &split));
        assert_true(csv_split_row(&shape, text, strlen(open[i]), true, &split));
    }
    csv_split_free(&split);
}

static void
mends_broken_quotes(void **state)
{
    static const struct {
        uint32_t columns;
        const char *text, *want;
        unsigned flags;
    } cases[] = {
  /* an extra quote before a cell is a character of it */
        {3, "1,\"two,\"three, four\"\n",            "1|\"two|three, four\n",     CSV_UNCLOSED},
        {3, "1,2,\"\nx,y,z\n",                      "1|2|\"\nx|y|z\n",           CSV_UNCLOSED},
        {3, "1,\"\"two, 2\",3\n",                   "1|\"two, 2|3\n",            CSV_QUOTE   },
 /* a quote never closed does not swallow what follows */
        {3, "1,\"two,3\n4,5,6\n",                   "1|\"two|3\n4|5|6\n",        CSV_UNCLOSED},
        {3, "1,\"two,3\n4,\"5\",6\n",               "1|\"two|3\n4|5|6\n",        CSV_UNCLOSED},
        {3, "\"a\",\"b\",\"c\n\"d\",\"e\",\"f\"\n", "a|b|\"c\nd|e|f\n",          CSV_UNCLOSED},
 /* quotes that should have been doubled */
        {3, "1,\"a 5\" pipe, long\",3\n",           "1|a 5\" pipe, long|3\n",    CSV_QUOTE   },
        {3, "1,\"Round 48\"\",\"made, here\"\n",    "1|Round 48\"|made, here\n", CSV_QUOTE   },
        {2, "\"a \"b\" x\nc\",d\n",                 "a \"b\" x\nc|d\n",          CSV_QUOTE   },
        {2, "a,5\" pipe\n",                         "a|5\" pipe\n",              CSV_QUOTE   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect = dialect_of(",", '"', '"', cases[i].columns);
        unsigned flags;
        assert_string_equal(split_all(*state, &dialect, cases[i].text, &flags), cases[i].want);
        assert_int_equal(flags & cases[i].flags, cases[i].flags);
    }
}

static void
flags_the_width(void **state)
{
    unsigned flags;
    struct csv_dialect dialect = dialect_of(",", '"', '"', 2);
    split_all(*state, &dialect, "a\n", &flags);
    assert_int_equal(flags, CSV_SHORT);
    split_all(*state, &dialect, "a,b,c\n", &flags);
    assert_int_equal(flags, CSV_LONG);
}

static void
measures_lines(void **state)
{
    struct csv_dialect dialect = dialect_of(",", '"', '"', 0);
    struct csv_shape shape;
    (void)state;
    csv_shape_init(&shape, &dialect);
    assert_int_equal(csv_line_length(&shape, "ab\ncd\n\n", 6, false), 3);
    assert_int_equal(csv_line_length(&shape, "ab\n", 2, false), 0);
    assert_int_equal(csv_line_length(&shape, "ab\n", 2, true), 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(splits_by_the_rules, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(knows_other_escapes, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(knows_all_line_ends, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(asks_for_more_text, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(mends_broken_quotes, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(flags_the_width, test_arena_open, test_arena_close),
        cmocka_unit_test(measures_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
