/* The table of dimensions holds together: names are unique, each has what its kind needs, columns are
 * those of the database. */
#include "support/database.h"

#include <string.h>

#include "domain/query/record_dimension.h"

static void
gives_each_dimension_what_its_kind_needs(void **state)
{
    (void)state;
    for (int list = RECORD_COMPANY; list <= RECORD_CONTACT; list++) {
        size_t n;
        const struct record_dimension *all = record_dimensions((enum record_entity)list, &n);
        for (size_t i = 0; i < n; i++) {
            bool coded = all[i].kind == DIMENSION_CODE || all[i].kind == DIMENSION_COUNTRY ||
                         all[i].kind == DIMENSION_NUMBER;
            assert_ptr_equal(record_dimension_get((enum record_entity)list, all[i].name), &all[i]);
            assert_int_equal(all[i].list, list);
            assert_int_equal(coded, all[i].place >= 0);
            assert_int_equal(all[i].kind == DIMENSION_CODE, all[i].choices != NULL);
            assert_true(coded || all[i].column || all[i].kind == DIMENSION_SET);
            assert_in_range(all[i].place + 1, 0,
                            all[i].of == RECORD_COMPANY ? (int)COMPANY_N_CODES
                                                        : (int)CONTACT_N_CODES);
        }
    }
    assert_null(record_dimension_get(RECORD_COMPANY, "seniority"));
}

static void
names_columns_of_the_database(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    for (int list = RECORD_COMPANY; list <= RECORD_CONTACT; list++) {
        size_t n;
        const struct record_dimension *all = record_dimensions((enum record_entity)list, &n);
        for (size_t i = 0; i < n; i++)
            if (all[i].column &&
                !database_number(db,
                                 arena_printf(db->arena,
                                              "SELECT count(*) FROM pg_attribute WHERE attrelid = "
                                              "'%s'::regclass AND attname = '%s'",
                                              record_entity_name(all[i].of), all[i].column)))
                fail_msg("%s is no column", all[i].column);
    }
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_each_dimension_what_its_kind_needs),
        cmocka_unit_test(names_columns_of_the_database),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
