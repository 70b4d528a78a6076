/* Writing workbooks: cells as readers see them, limits of sheets and cells. */
#include "support/test.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/xlsx_write.h"
#include "support/unzip.h"

static const struct xlsx_column two[] = {
    {"Name",           30},
    {"Founded & sold", 0 }
};

static const char *
new_path(struct arena *arena)
{
    char *path = arena_strdup(arena, "/tmp/leadgen-xlsx-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    return path;
}

static struct span
span_of(const char *text)
{
    return (struct span){text, strlen(text)};
}

static const char *
sheet_with(struct arena *arena, const char *cell)
{
    struct ctx ctx = {.arena = arena};
    struct xlsx_writer *writer;
    const char *path = new_path(arena);
    assert_true(xlsx_write_begin(&ctx, arena, path, "Contacts", two, 2, &writer));
    xlsx_write_text(writer, span_of(cell));
    assert_true(xlsx_write_row(&ctx, writer));
    assert_true(xlsx_write_end(&ctx, writer, NULL));
    const char *xml = unzip_member(arena, path, "xl/worksheets/sheet1.xml");
    unlink(path);
    return xml;
}

static void
keeps_any_text(void **state)
{
    static const struct {
        const char *cell, *want;
    } cases[] = {
        {"plain",                       "<t>plain</t>"                             },
        {"=1+1",                        "<t>=1+1</t>"                              },
        {"a < b > c & \"d\"",           "<t>a &lt; b &gt; c &amp; \"d\"</t>"       },
        {"a longer text < with & late", "<t>a longer text &lt; with &amp; late</t>"},
        {"čeština 日本 😀",       "<t>čeština 日本 😀</t>"             },
        {"full\xEF\xBC\x81width",       "<t>full\xEF\xBC\x81width</t>"             },
        {"no\xEF\xBF\xBF char",         "<t>no\xEF\xBF\xBD char</t>"               },
        {" blank ",                     "<t xml:space=\"preserve\"> blank </t>"    },
        {"two\nlines",                  "<t xml:space=\"preserve\">two\nlines</t>" },
        {"bell\x07 and\rreturn",        "<t>bell_x0007_ and_x000D_return</t>"      },
        {"_x0041_ is not A",            "<t>_x005F_x0041_ is not A</t>"            },
        {"snake_case_x",                "<t>snake_case_x</t>"                      },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *xml = sheet_with(*state, cases[i].cell);
        if (!strstr(xml, cases[i].want))
            fail_msg("%s: %s", cases[i].cell, xml);
        assert_null(strstr(xml, "<f>"));
    }
}

static void
names_the_columns(void **state)
{
    const char *xml = sheet_with(*state, "x");
    assert_non_null(strstr(xml, "<c r=\"B1\" s=\"1\" t=\"inlineStr\"><is><t>Founded &amp; sold<"));
    assert_non_null(strstr(xml, "state=\"frozen\""));
    assert_non_null(strstr(xml, "<autoFilter ref=\"A1:B2\"/>"));
    assert_non_null(strstr(xml, "<col min=\"1\" max=\"1\" width=\"30\" customWidth=\"1\"/>"
                                "<col min=\"2\" max=\"2\" width=\"18\" customWidth=\"1\"/>"));
}

static void
writes_numbers_and_dates(void **state)
{
    static const struct xlsx_column one[] = {
        {"Value", 0}
    };
    struct ctx ctx = {.arena = *state};
    struct xlsx_writer *writer;
    const char *path = new_path(*state);
    assert_true(xlsx_write_begin(&ctx, *state, path, "Contacts", one, 1, &writer));
    for (int i = 0; i < 8; i++) {
        switch (i) {
        case 0:
            xlsx_write_number(writer, 42);
            break;
        case 1:
            xlsx_write_number(writer, 0.1);
            break;
        case 2:
            xlsx_write_number(writer, -1e300);
            break;
        case 3:
            xlsx_write_date(writer, 0);
            break;
        case 4:
            xlsx_write_time(writer, 86400 + 43200);
            break;
        case 5:
            xlsx_write_date(writer, -40000); /* 1860: before the calendar of spreadsheets */
            break;
        case 6:
            xlsx_write_time(writer, -1);
            break;
        default:
            xlsx_write_empty(writer);
        }
        assert_true(xlsx_write_row(&ctx, writer));
    }
    assert_true(xlsx_write_end(&ctx, writer, NULL));
    const char *xml = unzip_member(*state, path, "xl/worksheets/sheet1.xml");
    unlink(path);
    assert_non_null(strstr(xml, "<c r=\"A2\"><v>42</v></c>"));
    assert_non_null(strstr(xml, "<c r=\"A3\"><v>0.1</v></c>"));
    assert_non_null(strstr(xml, "<c r=\"A4\"><v>-1e+300</v></c>"));
    assert_non_null(strstr(xml, "<c r=\"A5\" s=\"2\"><v>25569</v></c>"));
    assert_non_null(strstr(xml, "<c r=\"A6\" s=\"3\"><v>25570.5000000000</v></c>"));
    assert_non_null(strstr(xml, "<c r=\"A7\" t=\"inlineStr\"><is><t>1860-06-26</t></is></c>"));
    assert_non_null(strstr(xml, "<c r=\"A8\" s=\"3\"><v>25568.9999884259</v></c>"));
    assert_non_null(strstr(xml, "<row r=\"9\"></row>"));
}

static void
cuts_what_no_cell_holds(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct xlsx_writer *writer;
    struct xlsx_totals totals;
    const char *path = new_path(*state);
    char *fits = arena_alloc(*state, XLSX_CELL_MAX + 1), *wide = arena_alloc(*state, 80001);
    memset(fits, 'a', XLSX_CELL_MAX);
    for (size_t i = 0; i < 80000; i += 4)
        memcpy(wide + i, "😀", 4);
    assert_true(xlsx_write_begin(&ctx, *state, path, "Contacts", two, 2, &writer));
    xlsx_write_text(writer, span_of(fits));
    xlsx_write_text(writer, span_of(wide));
    assert_true(xlsx_write_row(&ctx, writer));
    assert_true(xlsx_write_end(&ctx, writer, &totals));
    assert_int_equal(totals.cut, 1);
    const char *xml = unzip_member(*state, path, "xl/worksheets/sheet1.xml");
    unlink(path);
    assert_non_null(strstr(xml, fits));
    /* 16,380 characters of two units each, and the mark */
    wide[(size_t)(XLSX_CELL_MAX - 6) / 2 * 4] = '\0';
    const char *at = strstr(xml, wide);
    assert_non_null(at);
    assert_memory_equal(at + strlen(wide), " [cut]</t>", 10);
}

/* One row past a full sheet, and a number of rows that fills it to the last. */
static void
goes_on_with_another_sheet(void **state)
{
    static const struct xlsx_column one[] = {
        {"N", 0}
    };
    for (int64_t more = 0; more < 2; more++) {
        struct ctx ctx = {.arena = *state};
        struct xlsx_writer *writer;
        struct xlsx_totals totals;
        const char *path = new_path(*state);
        assert_true(xlsx_write_begin(&ctx, *state, path, "Companies", one, 1, &writer));
        for (int64_t i = 0; i < XLSX_ROWS_MAX - 1 + more; i++) {
            xlsx_write_number(writer, (double)i);
            assert_true(xlsx_write_row(&ctx, writer));
        }
        assert_true(xlsx_write_end(&ctx, writer, &totals));
        assert_int_equal(totals.rows, XLSX_ROWS_MAX - 1 + more);
        assert_int_equal(totals.sheets, 1 + more);
        const char *book = unzip_member(*state, path, "xl/workbook.xml");
        assert_non_null(strstr(book, "'Companies'!$A$1:$A$1048576"));
        const char *second = unzip_member(*state, path, "xl/worksheets/sheet2.xml");
        if (more) {
            assert_non_null(
                strstr(book, "<sheet name=\"Companies 2\" sheetId=\"2\" r:id=\"rId2\"/>"));
            assert_non_null(strstr(second, "<row r=\"2\"><c r=\"A2\"><v>1048575</v></c></row>\n"
                                           "</sheetData><autoFilter ref=\"A1:A2\"/>"));
        } else {
            assert_null(second);
        }
        unlink(path);
        arena_reset(*state);
    }
}

static void
writes_an_empty_table(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct xlsx_writer *writer;
    struct xlsx_totals totals;
    const char *path = new_path(*state);
    assert_true(xlsx_write_begin(&ctx, *state, path, "Contacts", two, 2, &writer));
    assert_true(xlsx_write_end(&ctx, writer, &totals));
    assert_int_equal(totals.rows, 0);
    assert_int_equal(totals.sheets, 1);
    assert_non_null(strstr(unzip_member(*state, path, "xl/worksheets/sheet1.xml"),
                           "</row>\n</sheetData><autoFilter ref=\"A1:B1\"/></worksheet>"));
    unlink(path);
}

static void
names_columns_by_letters(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct xlsx_writer *writer;
    const char *path = new_path(*state);
    struct xlsx_column *columns = ARENA_ARRAY(*state, 703, struct xlsx_column);
    for (size_t i = 0; i < 703; i++)
        columns[i].name = "x";
    assert_true(xlsx_write_begin(&ctx, *state, path, "Contacts", columns, 703, &writer));
    assert_true(xlsx_write_end(&ctx, writer, NULL));
    const char *xml = unzip_member(*state, path, "xl/worksheets/sheet1.xml");
    unlink(path);
    assert_non_null(strstr(xml, "\"Z1\""));
    assert_non_null(strstr(xml, "\"AA1\""));
    assert_non_null(strstr(xml, "\"ZZ1\""));
    assert_non_null(strstr(xml, "\"AAA1\""));
}

static void
says_that_a_disk_is_full(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct xlsx_writer *writer;
    /* the place is missing */
    assert_false(xlsx_write_begin(&ctx, *state, "/nonexistent/x.xlsx", "A", two, 2, &writer));
    assert_int_equal(ctx.err.kind, ERR_UNAVAILABLE);
}

int
main(void)
{
#define CASE(fn) cmocka_unit_test_setup_teardown(fn, test_arena_open, test_arena_close)
    const struct CMUnitTest tests[] = {
        CASE(keeps_any_text),
        CASE(names_the_columns),
        CASE(writes_numbers_and_dates),
        CASE(cuts_what_no_cell_holds),
        CASE(goes_on_with_another_sheet),
        CASE(writes_an_empty_table),
        CASE(names_columns_by_letters),
        CASE(says_that_a_disk_is_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
