/* Lines with broken quotes: the reading that fits, or none; and never a long time. */
#include "support/test.h"

#include <time.h>

#include "base/csv_repair.h"

static bool
repair(const char *line, size_t length, uint32_t columns, struct csv_split *out)
{
    struct csv_dialect dialect = {.delimiter = ",", .quote = '"', .escape = '"'};
    struct csv_shape shape;
    csv_shape_init(&shape, &dialect);
    return csv_repair_line(&shape, line, length, columns, out);
}

static void
finds_the_reading_that_fits(void **state)
{
    static const struct {
        const char *line;
        uint32_t columns, cell;
        const char *want;
    } cases[] = {
        {"1,\"2,\"a, b\",\"c\"", 4, 1, "\"2"   },
        {"1,\"2,\"a, b\",\"c\"", 4, 2, "a, b"  },
        {"\"a\"b\",c",           2, 0, "a\"b"  },
        {"\"a, b\"\",\"c\"",     2, 0, "a, b\""},
        {"a,\"",                 2, 1, "\""    },
    };
    struct csv_split split = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(repair(cases[i].line, strlen(cases[i].line), cases[i].columns, &split));
        assert_int_equal(split.count, cases[i].columns);
        const struct csv_cell *cell = &split.cells[cases[i].cell];
        assert_int_equal(cell->length, strlen(cases[i].want));
        assert_memory_equal(cases[i].line + cell->start, cases[i].want, cell->length);
    }
    csv_split_free(&split);
}

static void
says_when_nothing_fits(void **state)
{
    struct csv_split split = {0};
    (void)state;
    assert_false(repair("a,\"b", 4, 5, &split));
    csv_split_free(&split);
}

/* Quotes in every place: the number of readings is astronomic, the work is not. */
static void
gives_up_in_time(void **state)
{
    enum { LENGTH = 200000 };
    char *line = arena_alloc(*state, LENGTH);
    struct csv_split split = {0};
    for (size_t i = 0; i < LENGTH; i++)
        line[i] = ",\"a\"\"b\","[i % 8];
    clock_t start = clock();
    repair(line, LENGTH, 7, &split);
    repair(line, LENGTH, 0, &split);
    csv_split_free(&split);
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_reading_that_fits),
        cmocka_unit_test(says_when_nothing_fits),
        cmocka_unit_test_setup_teardown(gives_up_in_time, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
