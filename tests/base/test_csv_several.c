/* Several tables in one file: found behind blank lines by their own headers, and none where rows only
 * stand apart. */
#include "support/table.h"

#include "base/csv_several.h"

#define FIRMS                                                                                      \
    "Firm,Web,City\nA s.r.o.,a.cz,Brno\nB s.r.o.,b.cz,Brno\nC s.r.o.,c.cz,Praha\nD,d.cz,Brno\n"
#define PEOPLE "Given,Family,Mail\nJan,M,j@a.cz\nEva,N,e@b.cz\nOta,O,o@c.cz\n"

static const struct {
    const char *text, *want; /* "rows at line [title] names; ..." */
} cases[] = {
    {FIRMS,                                                              "4 at 1 [] Firm, Web, City; "                               },
    {FIRMS "\n" PEOPLE,                                                  "4 at 1 [] Firm, Web, City; 3 at 7 [] Given, Family, Mail; "},
    {FIRMS "\n\nPeople\n" PEOPLE,
     "4 at 1 [] Firm, Web, City; 3 at 9 [People] Given, Family, Mail; "                                                              },
    {FIRMS ",,\nPeople,,\n" PEOPLE,
     "4 at 1 [] Firm, Web, City; 3 at 8 [People] Given, Family, Mail; "                                                              },
    {FIRMS "\nGiven,Mail\nJan,j@a.cz\n",                                 "4 at 1 [] Firm, Web, City; 1 at 7 [] Given, Mail; "        },
    {FIRMS "\nTowns\nCity,Land,Head\nBrno,CZ,Eva\nPraha,CZ,Jan\n",
     "4 at 1 [] Firm, Web, City; 2 at 8 [Towns] City, Land, Head; "                                                                  },
    {FIRMS "\n" PEOPLE "\nFirm,Staff\nA,12\nB,13\n",
     "4 at 1 [] Firm, Web, City; 3 at 7 [] Given, Family, Mail; 2 at 12 [] Firm, Staff; "                                            },
    {FIRMS FIRMS,                                                        "4 at 1 [] Firm, Web, City; 4 at 6 [] Firm, Web, City; "    },
 /* rows of one table that only stand apart */
    {FIRMS "\nE,e.cz,Brno\nF,f.cz,Brno\n\nG,g.cz,Brno\n",                "7 at 1 [] Firm, Web, City; "                               },
    {FIRMS "\nE,unknown,Brno\nF,f.cz,Brno\nG,g.cz,Brno\n",               "7 at 1 [] Firm, Web, City; "                               },
    {FIRMS "\nE,unknown,Brno\nF,none,Brno\n",                            "6 at 1 [] Firm, Web, City; "                               },
    {FIRMS "\nBrno\nE,e.cz,Brno\nF,f.cz,Brno\n",                         "7 at 1 [] Firm, Web, City; "                               },
    {"Firm,City\nA,Brno\nB,Brno\n\nC,Praha\nD,Praha\n",                  "4 at 1 [] Firm, City; "                                    },
    {"Firm,Mail\nA,a@a.cz\nB,b@b.cz\n\nC,unknown\nD,d@d.cz\nE,e@e.cz\n", "5 at 1 [] Firm, Mail; "                                    },
    {"Firm\nA\n\nB\n\nC\n",                                              "5 at 1 [] Firm; "                                          },
    {FIRMS "\nSource: the register, as of May\n",                        "5 at 1 [] Firm, Web, City; "                               },
};

static void
finds_the_tables_of_a_file(void **state)
{
    struct ctx ctx = {.arena = *state};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect;
        struct csv_several found;
        const char *path = test_file(*state, cases[i].text, strlen(cases[i].text)), *got = "";
        assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
        assert_true(csv_several_find(&ctx, *state, path, &dialect, 1 << 20, &found));
        for (size_t p = 0; p < found.n; p++)
            got =
                arena_printf(*state, "%s%d at %d [%s] %s; ", got, (int)found.parts[p].rows,
                             (int)found.parts[p].line, found.parts[p].title, found.parts[p].names);
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("case %zu: %s, not %s", i, got, cases[i].want);
        assert_true(found.whole);
        assert_int_equal(found.rows, found.parts[0].rows);
    }
}

/* What stands behind the first table is flagged, its title too; the second can be read instead. */
static void
reads_the_table_that_is_asked_for(void **state)
{
    static const char text[] = FIRMS "\n\nPeople\n" PEOPLE;
    struct ctx ctx = {.arena = *state};
    struct csv_dialect dialect, given = {.given = CSV_GIVEN_PREAMBLE};
    struct csv_several found;
    struct csv_reader *reader;
    struct csv_row row;
    bool more;
    const char *path = test_file(*state, text, sizeof text - 1);
    assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
    assert_true(csv_several_find(&ctx, *state, path, &dialect, 1 << 20, &found));
    assert_int_equal(dialect.end_line, 8);
    assert_true(csv_open(&ctx, *state, path, &dialect, &reader));
    while (csv_next(&ctx, reader, &row, &more) && more)
        assert_int_equal((row.flags & CSV_SECOND_TABLE) != 0, row.line >= 8);
    given.preamble_lines = (uint32_t)found.parts[1].line - 1;
    assert_true(csv_detect(&ctx, *state, path, &given, &dialect));
    assert_string_equal(table_header(*state, &dialect), "Given|Family|Mail");
    assert_true(csv_several_find(&ctx, *state, path, &dialect, 1 << 20, &found));
    assert_int_equal(found.n, 1);
    assert_int_equal(found.rows, 3);
}

/* A chosen table has its own width, whatever the rows above it have. */
static void
a_chosen_table_has_its_own_width(void **state)
{
    static const char text[] =
        FIRMS "E,e.cz,Brno\nF,f.cz,Brno\n\nMail,Given\nj@a.cz,Jan\ne@b.cz,Eva\n";
    struct ctx ctx = {.arena = *state};
    struct csv_dialect dialect, given = {.given = CSV_GIVEN_PREAMBLE, .preamble_lines = 8};
    const char *path = test_file(*state, text, sizeof text - 1);
    assert_true(csv_detect(&ctx, *state, path, &given, &dialect));
    assert_string_equal(table_header(*state, &dialect), "Mail|Given");
    assert_int_equal(dialect.columns, 2);
    assert_int_equal(dialect.data.line, 10);
}

static void
counts_long_files_by_their_bytes(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct csv_dialect dialect;
    struct csv_several found;
    struct buf buf;
    buf_init(&buf, *state, 1 << 20);
    buf_text(&buf, "id,mail\n");
    for (int i = 10000; i < 20000; i++)
        buf_printf(&buf, "%d,x%d@one.cz\n", i, i);
    const char *path = test_file(*state, buf.data, buf.length);
    assert_true(csv_detect(&ctx, *state, path, NULL, &dialect));
    assert_true(csv_several_find(&ctx, *state, path, &dialect, 1 << 20, &found));
    assert_true(found.whole);
    assert_int_equal(found.rows, 10000);
    assert_true(csv_several_find(&ctx, *state, path, &dialect, 1 << 16, &found));
    assert_false(found.whole);
    assert_in_range(found.rows, 9900, 10100);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_the_tables_of_a_file, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(reads_the_table_that_is_asked_for, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(a_chosen_table_has_its_own_width, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(counts_long_files_by_their_bytes, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
