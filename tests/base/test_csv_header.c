/* Where tables begin, and what their columns are called. */
#include "support/table.h"

static const struct {
    const char *text;
    uint32_t preamble, header_rows;
    const char *header;
    uint64_t data_line;
} cases[] = {
    {"name,age\nJan,30\nEva,31\n",                                                           0, 1, "name|age",                                                2},
    {"Jan,30,jan@x.cz\nEva,31,eva@x.cz\n",                                                   0, 0, "",                                                        1},
    {"28/01/2018,00:00,2\n29/01/2018,00:15,0\n",                                             0, 0, "",                                                        1},
    {"PREAMBLE,,\n,,\na,b,c\n1,2,3\n4,5,6\n",                                                2, 1, "a|b|c",                                                   4},
    {"Notes:\n\"Some text, quoted\"\n\nFirst Name,Last Name,Joined\nJan,Malý,1 Jan 2024\n", 3, 1,
     "First Name|Last Name|Joined",                                                                                                                           5},
    {"Report of May,\n,\nItem,Value\nx,1\ny,2\nz,3\n",                                       2, 1, "Item|Value",                                              4},
    {"a,b\na,b\na,b\n1,2\n3,4\n",                                                            0, 3, "a a a|b b b",                                             4},
    {"Size,,Price,\nmin,max,net,gross\n1,2,3,4\n5,6,7,8\n9,1,2,3\n",                         0, 2,
     "Size min|Size max|Price net|Price gross",                                                                                                               3},
    {"Firm,Staff,Since\nAcme,unknown,secret\nBeta,12,1990\nGamma,9,1991\nDelta,7,1992\n",    0, 1,
     "Firm|Staff|Since",                                                                                                                                      2},
    {"Firm,Mails,Tel\nAcme,none; see web,via form\nB,b@b.cz,777123456\nC,c@c.cz,777123457\n"
     "D,d@d.cz,777123458\n",                                                            0, 1, "Firm|Mails|Tel",                                          2},
    {"Firm,Staff\n,unknown\nBeta,12\nGamma,9\nDelta,7\n",                                    0, 1, "Firm|Staff",                                              2},
    {"Firm,How many people work there, counted as whole posts?\nAcme,unknown,secret\nB,1,2\nC,3,4\n"
     "D,5,6\n",                                                                         0, 1, "Firm|How many people work there|counted as whole posts?", 2},
    {"Firm,,Person,\nName,Web,Name,Mail\nAcme,none,Eva,none\nB,b.cz,Jan,j@b.cz\nC,c.cz,Ian,i@c.cz\n"
     "D,d.cz,Ota,o@d.cz\n",                                                             0, 2, "Firm Name|Firm Web|Person Name|Person Mail",              3},
    {"Firm,Firm,Person,Person\nName,Phone,Name,Phone\nA,777123456,Eva,777123457\n"
     "B,777123458,Jan,777123459\n",                                                     0, 2, "Firm Name|Firm Phone|Person Name|Person Phone",           3},
    {"length,mass\ncm,kg\n1,2\n3,4\n5,6\n",                                                  0, 2, "length cm|mass kg",                                       3},
    {"place,2010,2011\nBrno,12345,23456\nOlomouc,345,456\n",                                 0, 1, "place|2010|2011",                                         2},
    {"name,name,,email\na,b,c,d@e.cz\n",                                                     0, 1, "name|name (2)|Column 3|email",                            2},
    {"c,c,c,c (2)\n1,2,3,4\n",                                                               0, 1, "c|c (3)|c (4)|c (2)",                                     2},
    {"a,b,c\n1,2\n",                                                                         0, 1, "a|b|c",                                                   2},
    {"a,b,c\n1,2,3,4\n",                                                                     0, 1, "a|b|c",                                                   2},
    {"a,b\n1,2,3\n4,5,6\n7,8,9\n1,1,1\n",                                                    0, 1, "a|b|Column 3",                                            2},
    {"a,b,c,d\n1,x\n2,y\n3,z\n",                                                             0, 1, "a|b|c|d",                                                 2},
    {"id,name\n",                                                                            0, 1, "id|name",                                                 2},
    {"email\na@b.cz\nc@d.cz\n",                                                              0, 1, "email",                                                   2},
    {"a@b.cz\nc@d.cz\n",                                                                     0, 0, "",                                                        1},
    {"\n\nname,n\nx,1\n",                                                                    2, 1, "name|n",                                                  4},
    {"  name ,\"e\nmail\"\nx,a@b.cz\n",                                                      0, 1, "name|e mail",                                             3},
};

static void
finds_the_header(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_dialect dialect;
        unsigned flags;
        table_of(*state, cases[i].text, &dialect, &flags);
        const char *header = table_header(*state, &dialect);
        if (strcmp(header, cases[i].header) || dialect.preamble_lines != cases[i].preamble ||
            dialect.header_rows != cases[i].header_rows || dialect.data.line != cases[i].data_line)
            fail_msg("case %zu: header %s, preamble %u, rows %u, data at %d", i, header,
                     dialect.preamble_lines, dialect.header_rows, (int)dialect.data.line);
    }
}

static void
keeps_the_names_of_the_file(void **state)
{
    struct csv_dialect dialect;
    unsigned flags;
    table_of(*state, "name,name,,\" e \"\na,b,c,1\n", &dialect, &flags);
    assert_string_equal(dialect.original[1], "name");
    assert_string_equal(dialect.original[2], "");
    assert_string_equal(dialect.original[3], " e ");
    assert_int_equal(dialect.renamed, 2);
}

/* Ten thousand columns of one name: numbers are given out, not searched for. */
static void
names_many_columns(void **state)
{
    struct buf buf;
    struct csv_dialect dialect;
    unsigned flags;
    buf_init(&buf, *state, 1 << 20);
    for (int i = 0; i < 10000; i++)
        buf_text(&buf, i ? ",a" : "a");
    buf_text(&buf, "\n1\n");
    table_of(*state, buf.data, &dialect, &flags);
    assert_int_equal(dialect.columns, 10000);
    assert_string_equal(dialect.header[9999], "a (10000)");
}

static void
too_many_columns_are_refused(void **state)
{
    struct buf buf;
    struct csv_dialect dialect;
    unsigned flags;
    buf_init(&buf, *state, 1 << 20);
    for (int i = 0; i < CSV_COLUMNS_MAX + 1; i++)
        buf_text(&buf, "a,");
    buf_text(&buf, "\n");
    assert_non_null(strstr(table_of(*state, buf.data, &dialect, &flags), "more than 16384"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_the_header, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_the_names_of_the_file, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(names_many_columns, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(too_many_columns_are_refused, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
