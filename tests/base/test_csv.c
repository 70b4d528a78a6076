/* The reader: rows of broken files, marks to go on from, memory that stays flat. */
#include "support/table.h"

#include <sys/resource.h>

static void
reads_rows_with_their_flags(void **state)
{
    static const struct {
        const char *text, *want;
        unsigned flags;
    } cases[] = {
        {"a,b\n1,2\n\n3,4\n\n",                                 "1|2\n3|4\n",    0                   },
        {"a,b\n1,2\n , \n",                                     "1|2\n | \n",    CSV_BLANK           },
        {"a,b\n1\n2,3,4\n",                                     "1\n2|3|4\n",    CSV_SHORT | CSV_LONG},
        {"a,b\n1,x\xFFy\n2,ok\n3,ok\n4,\xC5\x99\n5,\xC5\x99\n",
         "1|x\xEF\xBF\xBDy\n2|ok\n3|ok\n4|ř\n5|ř\n",                           CSV_BAD_BYTES       },
        {"foo\na\n\nb\n",                                       "a\n\nb\n",      CSV_BLANK           },
        {"a,b\n1,\"x\ny\"\n2,z\n",                              "1|x\ny\n2|z\n", 0                   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect;
        struct csv_dialect given = {.given = CSV_GIVEN_ENCODING, .encoding = "UTF-8"};
        struct ctx ctx = {.arena = *state};
        const char *path = test_file(*state, cases[i].text, strlen(cases[i].text));
        struct csv_reader *reader;
        struct csv_row row;
        struct buf buf;
        bool more;
        unsigned flags = 0;
        buf_init(&buf, *state, 4096);
        assert_true(csv_detect(&ctx, *state, path, &given, &dialect));
        assert_true(csv_open(&ctx, *state, path, &dialect, &reader));
        while (csv_next(&ctx, reader, &row, &more) && more) {
            flags |= row.flags;
            table_add(&buf, &row);
        }
        assert_string_equal(buf.data, cases[i].want);
        assert_int_equal(flags, cases[i].flags);
    }
}

static void
flags_nul_bytes(void **state)
{
    static const char text[] = "a,b\n1,x\0y\n2,z\n";
    struct csv_dialect dialect;
    struct ctx ctx = {.arena = *state};
    struct csv_reader *reader;
    struct csv_row row;
    bool more;
    const char *path = test_file(*state, text, sizeof text - 1);
    assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
    assert_true(csv_open(&ctx, *state, path, &dialect, &reader));
    assert_true(csv_next(&ctx, reader, &row, &more));
    assert_int_equal(row.flags, CSV_NUL);
    assert_int_equal(row.cells[1].length, 3);
    assert_true(csv_next(&ctx, reader, &row, &more));
    assert_int_equal(row.flags, 0);
}

static void
knows_a_second_table(void **state)
{
    static const char *const seconds[] = {"name,n,day\n", "name,n\n", "name,n,day,more\n"};
    for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++) {
        struct ctx ctx = {.arena = *state};
        struct csv_dialect dialect;
        struct csv_reader *reader;
        struct csv_row row;
        bool more;
        char *text = arena_printf(*state, "name,n,day\nx,1,2\ny,3,4\n%sz,5,6\n", seconds[i]);
        const char *path = test_file(*state, text, strlen(text));
        assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
        assert_true(csv_open(&ctx, *state, path, &dialect, &reader));
        for (int r = 1; r <= 4; r++) {
            assert_true(csv_next(&ctx, reader, &row, &more) && more);
            assert_int_equal((row.flags & CSV_SECOND_TABLE) != 0, r > 2);
            assert_int_equal(row.line, r + 1);
            assert_int_equal(row.row, r);
        }
        assert_true(csv_next(&ctx, reader, &row, &more) && !more);
    }
}

/* A file of `rows` rows in an encoding, with cells over lines, long enough for several windows. */
static const char *
long_file(struct arena *arena, const char *encoding, int rows)
{
    struct buf buf;
    bool wide = !strcmp(encoding, "UTF-16LE"), latin = !strcmp(encoding, "WINDOWS-1250");
    buf_init(&buf, arena, 64 << 20);
    buf_text(&buf, "id,name,text\r\n");
    for (int i = 0; i < rows; i++)
        buf_printf(&buf, "%d,Dvo%sk,\"line one\nline \"\"two\"\" of %d\"\r\n", i,
                   latin ? "\xF8\xE1" : "ř", i);
    if (!wide)
        return test_file(arena, buf.data, buf.length);
    char *units = arena_alloc(arena, buf.length * 2);
    size_t at = 0, to = 0;
    while (at < buf.length) {
        int32_t cp = text_next(buf.data, buf.length, &at);
        units[to++] = (char)(cp & 0xFF);
        units[to++] = (char)(cp >> 8);
    }
    return test_file(arena, units, to);
}

/* Reads on from every n-th mark in a new reader: the same row must come. */
static void
goes_on_from_a_mark(void **state)
{
    static const char *const encodings[] = {"UTF-8", "WINDOWS-1250", "UTF-16LE"};
    enum { ROWS = 20000, STEP = 1777 };
    for (size_t e = 0; e < sizeof encodings / sizeof *encodings; e++) {
        struct ctx ctx = {.arena = *state};
        struct csv_dialect dialect;
        struct csv_reader *reader, *again;
        struct csv_row row, other;
        struct csv_mark mark;
        bool more;
        uint64_t line = 2;
        const char *path = long_file(*state, encodings[e], ROWS);
        assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
        assert_string_equal(dialect.encoding, encodings[e]);
        assert_true(csv_open(&ctx, *state, path, &dialect, &reader));
        assert_true(csv_open(&ctx, *state, path, &dialect, &again));
        for (int i = 0; i < ROWS; i++, line += 2) {
            csv_tell(reader, &mark);
            assert_true(csv_next(&ctx, reader, &row, &more) && more);
            assert_int_equal(row.line, line);
            assert_int_equal(row.row, i + 1);
            assert_int_equal(row.flags, 0);
            if (i % STEP)
                continue;
            assert_true(csv_seek(&ctx, again, &mark));
            assert_true(csv_next(&ctx, again, &other, &more) && more);
            assert_int_equal(other.line, row.line);
            assert_int_equal(other.row, row.row);
            assert_int_equal(other.cells[2].length, row.cells[2].length);
            assert_memory_equal(other.cells[2].data, row.cells[2].data, row.cells[2].length);
        }
        assert_true(csv_next(&ctx, reader, &row, &more) && !more);
        assert_int_equal(csv_position(reader), csv_size(reader));
    }
}

/* The third row opens a quote and 200,000 rows follow, in one kind of file with quotes of their
 * own: that row is told, all others are read. */
static void
an_unclosed_quote_costs_one_row(void **state)
{
    enum { ROWS = 200000 };
    for (int quoted = 0; quoted < 2; quoted++) {
        struct arena *arena = arena_new();
        struct ctx ctx = {.arena = arena};
        struct buf buf;
        struct csv_dialect dialect;
        struct csv_reader *reader;
        struct csv_row row;
        bool more = true;
        int rows = 0, unclosed = 0, other = 0;
        buf_init(&buf, arena, 64 << 20);
        buf_text(&buf, "id,name,company\n");
        for (int i = 1; i <= ROWS; i++)
            buf_printf(&buf,
                       i == 3   ? "%d,\"Jan,Acme\n"
                       : quoted ? "%d,Jan,\"Acme, a.s.\"\n"
                                : "%d,Jan,Acme\n",
                       i);
        const char *path = test_file(arena, buf.data, buf.length);
        assert_true(csv_detect(&ctx, arena, path, NULL, &dialect));
        assert_true(csv_open(&ctx, arena, path, &dialect, &reader));
        while (csv_next(&ctx, reader, &row, &more) && more) {
            rows++;
            unclosed += (row.flags & CSV_UNCLOSED) != 0 && row.line == 4;
            other += !(row.flags & CSV_UNCLOSED) && row.flags;
        }
        assert_int_equal(rows, ROWS);
        assert_int_equal(unclosed, 1);
        assert_int_equal(other, 0);
        arena_free(arena);
    }
    (void)state;
}

/* Writes a file whose third row is one line of `size` bytes. */
static const char *
file_with_long_line(struct arena *arena, size_t size)
{
    static char block[1 << 16];
    char *path = arena_strdup(arena, test_file(arena, "", 0));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    memset(block, 'x', sizeof block);
    block[100] = ',';
    fputs("a,b\n1,2\n", file);
    for (size_t done = 0; done < size; done += sizeof block)
        fwrite(block, 1, sizeof block, file);
    fputs("\n3,4\n", file);
    fclose(file);
    return path;
}

static void
a_line_of_200_mb_is_passed_over(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct csv_dialect dialect;
    struct csv_reader *reader;
    struct csv_row row;
    bool more;
    struct rusage before, after;
    const char *path = file_with_long_line(*state, 200 << 20);
    getrusage(RUSAGE_SELF, &before);
    assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
    assert_true(csv_open(&ctx, *state, path, &dialect, &reader));
    assert_true(csv_next(&ctx, reader, &row, &more) && more);
    assert_true(csv_next(&ctx, reader, &row, &more) && more);
    assert_int_equal(row.flags, CSV_TOO_LARGE);
    assert_int_equal(row.count, 0);
    assert_int_equal(row.line, 3);
    assert_true(csv_next(&ctx, reader, &row, &more) && more);
    assert_int_equal(row.flags, 0);
    assert_int_equal(row.line, 4);
    getrusage(RUSAGE_SELF, &after);
    assert_true(after.ru_maxrss - before.ru_maxrss < 20 * 1024);
}

static void
cells_are_cut_at_their_limit(void **state)
{
    struct buf buf;
    struct ctx ctx = {.arena = *state};
    struct csv_dialect dialect;
    struct csv_reader *reader;
    struct csv_row row;
    bool more;
    char *big = arena_alloc(*state, CSV_CELL_MAX + 2);
    memset(big, 'x', CSV_CELL_MAX + 1);
    buf_init(&buf, *state, 16 << 20);
    buf_text(&buf, "a,b\n1,");
    buf_add(&buf, big, CSV_CELL_MAX);
    buf_text(&buf, "\n2,");
    buf_add(&buf, big, CSV_CELL_MAX + 1);
    buf_text(&buf, "\n");
    const char *path = test_file(*state, buf.data, buf.length);
    assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
    assert_true(csv_open(&ctx, *state, path, &dialect, &reader));
    assert_true(csv_next(&ctx, reader, &row, &more) && more);
    assert_int_equal(row.cells[1].length, CSV_CELL_MAX);
    assert_int_equal(row.flags, 0);
    assert_true(csv_next(&ctx, reader, &row, &more) && more);
    assert_int_equal(row.cells[1].length, CSV_CELL_MAX);
    assert_int_equal(row.flags, CSV_TOO_LARGE);
}

static void
tells_flags_in_words(void **state)
{
    struct csv_row row = {.flags = CSV_LONG, .count = 4};
    assert_string_equal(csv_flag_text(*state, &row, 3), "4 cells where the table has 3 columns");
    row.flags = CSV_LONG | CSV_UNCLOSED;
    assert_string_equal(csv_flag_text(*state, &row, 3), "a quote is opened and never closed");
    row.flags = 0;
    assert_string_equal(csv_flag_text(*state, &row, 3), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_rows_with_their_flags, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(flags_nul_bytes, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(knows_a_second_table, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(goes_on_from_a_mark, test_arena_open, test_arena_close),
        cmocka_unit_test(an_unclosed_quote_costs_one_row),
        cmocka_unit_test_setup_teardown(a_line_of_200_mb_is_passed_over, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(cells_are_cut_at_their_limit, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(tells_flags_in_words, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
