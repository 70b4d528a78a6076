/* Delimiter, quote, escape and line ends from a sample. */
#include "support/test.h"

#include "base/buf.h"
#include "base/csv_sniff.h"

static const struct {
    const char *text, *delimiter;
    char quote, escape;
    enum csv_newline newline;
} cases[] = {
    {"a,b,c\n1,2,3\n",                                                                     ",",    '"',  '"',  CSV_NEWLINE_LF   },
    {"a;b\r\n1,5;2,5\r\n3,5;4,5\r\n",                                                      ";",    '"',  '"',  CSV_NEWLINE_CRLF },
    {"a\tb c\n1\t2, 3\n4\t5, 6\n",                                                         "\t",   '"',  '"',  CSV_NEWLINE_LF   },
    {"a|b\n1|x, y\n2|z, w\n",                                                              "|",    '"',  '"',  CSV_NEWLINE_LF   },
    {"a, b, c\n1, 2, 3\n4, 5, 6\n",                                                        ", ",   '"',  '"',  CSV_NEWLINE_LF   },
    {"a||b\nx||y\nz||w\n",                                                                 "||",   '"',  '"',  CSV_NEWLINE_LF   },
    {"a\x1F"
     "b\n1\x1F"
     "2\n",                                                                           "\x1F", '"',  '"',  CSV_NEWLINE_LF   },
    {"root:x:0:0\nbin:x:1:1\nsys:x:3:3\n",                                                 ":",    '"',  '"',  CSV_NEWLINE_LF   },
    {"when\n10:00:00\n11:30:00\n12:15:00\n",                                               "",     '"',  '"',  CSV_NEWLINE_LF   },
    {"nr type size\n1 bolt 12\n2 nut 14\n3 nut 16\n",                                      " ",    '"',  '"',  CSV_NEWLINE_LF   },
    {"A sentence, with a comma\nAnother one\nAnd one more, too, here\nAnd another\nYes\n", "",     '"',
     '"',                                                                                                      CSV_NEWLINE_LF   },
    {"a,b\r1,2\r3,4\r",                                                                    ",",    '"',  '"',  CSV_NEWLINE_CR   },
    {"a,b\r1,2\n3,4\r\n5,6\r7,8\n",                                                        ",",    '"',  '"',  CSV_NEWLINE_MIXED},
    {"a,b\n'x, y','it''s'\n'z, w','v'\n",                                                  ",",    '\'', '\'', CSV_NEWLINE_LF   },
    {"a,b\n\"x \\\"q\\\", y\",1\n\"z \\\"r\\\"\",2\n",                                     ",",    '"',  '\\', CSV_NEWLINE_LF   },
    {"a,b\n\"C:\\dir\\\",1\n\"D:\\dir\\\",2\n",                                            ",",    '"',  '"',  CSV_NEWLINE_LF   },
    {"a;b\n\"x;y\";\"1, 2, 3\"\n\"z;w\";\"4, 5\"\n",                                       ";",    '"',  '"',  CSV_NEWLINE_LF   },
    {"",                                                                                   "",     '"',  '"',  CSV_NEWLINE_LF   },
};

static struct csv_sample
sample_of(struct arena *arena, const char *text)
{
    struct csv_sample sample = {arena_printf(arena, "%s\n", text), strlen(text), true};
    return sample;
}

static void
finds_the_dialect(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect = {0};
        struct csv_sample sample = sample_of(*state, cases[i].text);
        csv_sniff(&sample, &dialect);
        if (strcmp(dialect.delimiter, cases[i].delimiter) || dialect.quote != cases[i].quote ||
            dialect.escape != cases[i].escape || dialect.newline != cases[i].newline)
            fail_msg("case %zu: delimiter \"%s\" quote %c escape %c newline %d", i,
                     dialect.delimiter, dialect.quote, dialect.escape, (int)dialect.newline);
    }
}

static void
keeps_given_properties(void **state)
{
    struct csv_dialect dialect = {.given = CSV_GIVEN_QUOTE | CSV_GIVEN_NEWLINE | CSV_GIVEN_ESCAPE,
                                  .newline = CSV_NEWLINE_CR};
    struct csv_sample sample = sample_of(*state, "a,\"b\"\n1,2\n");
    csv_sniff(&sample, &dialect);
    assert_int_equal(dialect.quote, 0);
    assert_int_equal(dialect.newline, CSV_NEWLINE_CR);
}

static void
counts_columns(void **state)
{
    struct csv_dialect dialect = {.delimiter = ",", .quote = '"', .escape = '"'};
    struct csv_sample sample = sample_of(*state, "title\na,b,c\n1,2,3\n4,5\n6,7,8\n");
    assert_int_equal(csv_sniff_columns(&sample, &dialect), 3);
    sample = sample_of(*state, "");
    assert_int_equal(csv_sniff_columns(&sample, &dialect), 1);
}

/* Names of three words are one column where its own name has two. */
static void
leaves_names_of_many_words_whole(void **state)
{
    static const char *const tops[] = {"Company", "Company name"};
    for (size_t i = 0; i < 2; i++) {
        struct buf text;
        buf_init(&text, *state, 10000);
        buf_printf(&text, "%s\n", tops[i]);
        for (int row = 1; row <= 100; row++)
            buf_printf(&text, "Quiet Works %d\n", row);
        struct csv_dialect dialect = {0};
        struct csv_sample sample = sample_of(*state, text.data);
        csv_sniff(&sample, &dialect);
        assert_string_equal(dialect.delimiter, "");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(leaves_names_of_many_words_whole, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(finds_the_dialect, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_given_properties, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(counts_columns, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
