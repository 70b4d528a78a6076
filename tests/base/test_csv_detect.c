/* Detection of whole files: what was given stays, what cannot be a table is said. */
#include "support/table.h"

static bool
detect(struct arena *arena, const char *bytes, size_t length, const struct csv_dialect *given,
       struct csv_dialect *out, struct err *err)
{
    struct ctx ctx = {.arena = arena};
    bool done = csv_detect(&ctx, arena, test_file(arena, bytes, length), given, out);
    *err = ctx.err;
    return done;
}

static void
detects_everything_at_once(void **state)
{
    static const char text[] = "Notes:\r\n\"Some addresses, as you see, are missing\"\r\n\r\n"
                               "First Name;E-mail;Joined\r\n"
                               "Ji\xF8\xED;jiri@example.cz;12 Jan 2024\r\n"
                               "\x8A\xE1rka;sarka@example.cz;13 Feb 2024\r\n";
    struct csv_dialect dialect;
    struct err err;
    assert_true(detect(*state, text, sizeof text - 1, NULL, &dialect, &err));
    assert_string_equal(dialect.encoding, "WINDOWS-1250");
    assert_false(dialect.sure);
    assert_string_equal(dialect.delimiter, ";");
    assert_int_equal(dialect.quote, '"');
    assert_int_equal(dialect.newline, CSV_NEWLINE_CRLF);
    assert_int_equal(dialect.preamble_lines, 3);
    assert_int_equal(dialect.header_rows, 1);
    assert_int_equal(dialect.columns, 3);
    assert_int_equal(dialect.data.line, 5);
    assert_string_equal(table_header(*state, &dialect), "First Name|E-mail|Joined");
}

static void
keeps_what_is_given(void **state)
{
    static const char text[] = "a;b|c\n1;2|3\n4;5|6\n";
    struct csv_dialect given = {.given = CSV_GIVEN_DELIMITER | CSV_GIVEN_HEADER_ROWS,
                                .delimiter = "|"};
    struct csv_dialect dialect;
    struct err err;
    assert_true(detect(*state, text, sizeof text - 1, &given, &dialect, &err));
    assert_string_equal(dialect.delimiter, "|");
    assert_int_equal(dialect.columns, 2);
    assert_int_equal(dialect.header_rows, 0);
    given = (struct csv_dialect){.given = CSV_GIVEN_PREAMBLE, .preamble_lines = 1};
    assert_true(detect(*state, text, sizeof text - 1, &given, &dialect, &err));
    assert_int_equal(dialect.preamble_lines, 1);
    given = (struct csv_dialect){.given = CSV_GIVEN_ENCODING, .encoding = "ISO-8859-2"};
    assert_true(detect(*state, text, sizeof text - 1, &given, &dialect, &err));
    assert_string_equal(dialect.encoding, "ISO-8859-2");
    assert_true(dialect.sure);
}

/* What was detected, given back, gives the same table: how a job reads what the wizard showed. */
static void
is_stable_when_given_back(void **state)
{
    static const char *const texts[] = {
        "sep=;\na;b\n1;2\n3;4\n",
        "Title,,\n,,\nname,n,day\nx,1,2024-01-01\ny,2,2024-01-02\n",
        "1,2,3\n4,5,6\n",
        "a,b\na,b\n1,2\n3,4\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct csv_dialect first, second;
        struct err err;
        assert_true(detect(*state, texts[i], strlen(texts[i]), NULL, &first, &err));
        struct csv_dialect given = first;
        given.given = CSV_GIVEN_ENCODING | CSV_GIVEN_DELIMITER | CSV_GIVEN_QUOTE |
                      CSV_GIVEN_ESCAPE | CSV_GIVEN_NEWLINE | CSV_GIVEN_PREAMBLE |
                      CSV_GIVEN_HEADER_ROWS;
        assert_true(detect(*state, texts[i], strlen(texts[i]), &given, &second, &err));
        assert_int_equal(second.preamble_lines, first.preamble_lines);
        assert_int_equal(second.columns, first.columns);
        assert_memory_equal(&second.data, &first.data, sizeof first.data);
        assert_string_equal(table_header(*state, &second), table_header(*state, &first));
    }
}

static void
says_what_is_wrong(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *message;
    } cases[] = {
        {"",                       0,  "The file is empty."                  },
        {"\x89PNG\r\n\x1A\n",      8,  "This is a PNG image, not a CSV file."},
        {"PK\3\4.....xl/workbook", 20, "This is an Excel workbook"           },
        {"\1\4\5\6\7\x10\x11\x12", 8,  "This is a binary file"               },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect;
        struct err err;
        assert_false(detect(*state, cases[i].bytes, cases[i].length, NULL, &dialect, &err));
        assert_int_equal(err.kind, ERR_INPUT);
        assert_non_null(strstr(err.message, cases[i].message));
    }
}

static void
refuses_what_cannot_be_given(void **state)
{
    static const struct {
        struct csv_dialect given;
        const char *field;
    } cases[] = {
        {{.given = CSV_GIVEN_DELIMITER, .delimiter = "\n"},                                 "delimiter"  },
        {{.given = CSV_GIVEN_DELIMITER | CSV_GIVEN_QUOTE, .delimiter = "'", .quote = '\''},
         "quote"                                                                                         },
        {{.given = CSV_GIVEN_ENCODING, .encoding = "NONSENSE"},                             "encoding"   },
        {{.given = CSV_GIVEN_HEADER_ROWS, .header_rows = 99},                               "header_rows"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect;
        struct err err;
        assert_false(detect(*state, "a,b\n1,2\n", 8, &cases[i].given, &dialect, &err));
        assert_int_equal(err.kind, ERR_INPUT);
        assert_string_equal(err.field, cases[i].field);
    }
}

static void
a_line_without_end_is_refused(void **state)
{
    size_t length = (size_t)CSV_ROW_MAX + 4096;
    char *bytes = arena_alloc(*state, length);
    struct csv_dialect dialect;
    struct err err;
    memset(bytes, 'x', length);
    assert_false(detect(*state, bytes, length, NULL, &dialect, &err));
    assert_non_null(strstr(err.message, "are a single line"));
}

/* The first letter beyond ASCII comes long after the sample. */
static void
looks_for_letters_in_the_whole_file(void **state)
{
    struct buf buf;
    struct csv_dialect dialect;
    struct err err;
    buf_init(&buf, *state, 4 << 20);
    buf_text(&buf, "id,name\n");
    for (int i = 0; i < 60000; i++)
        buf_printf(&buf, "%d,Jan\n", i);
    for (int i = 0; i < 20; i++)
        buf_text(&buf, "7,Ji\xF8\xED Dvo\xF8\xE1\xE8"
                       "ek\n");
    assert_true(detect(*state, buf.data, buf.length, NULL, &dialect, &err));
    assert_string_equal(dialect.encoding, "WINDOWS-1250");
}

static void
a_missing_file_is_not_found(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct csv_dialect dialect;
    assert_false(csv_detect(&ctx, *state, "/no/such/file.csv", NULL, &dialect));
    assert_int_equal(ctx.err.kind, ERR_NOT_FOUND);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(detects_everything_at_once, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_what_is_given, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(is_stable_when_given_back, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(says_what_is_wrong, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_what_cannot_be_given, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(a_line_without_end_is_refused, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(looks_for_letters_in_the_whole_file, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(a_missing_file_is_not_found, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
