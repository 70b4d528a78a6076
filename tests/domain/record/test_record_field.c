/* The field table holds together, and every field is a column of its table. */
#include "support/database.h"

#include "domain/record/record_field.h"

static void
gives_each_field_its_own_bit(void **state)
{
    (void)state;
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_field *fields = record_fields((enum record_entity)entity, &n);
        for (size_t i = 0; i < n; i++) {
            assert_ptr_equal(record_field_get((enum record_entity)entity, fields[i].name),
                             &fields[i]);
            assert_ptr_equal(record_field_at((enum record_entity)entity, fields[i].bit),
                             &fields[i]);
            /* the names go to the database in the order of the bits, and 62 means the record */
            assert_in_range(fields[i].bit, 0, n - 1);
            assert_int_equal(fields[i].entity, entity);
        }
    }
    assert_null(record_field_get(RECORD_COMPANY, "first_name"));
    assert_null(record_field_at(RECORD_CONTACT, 61));
}

static void
names_columns_of_the_database(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_field *fields = record_fields((enum record_entity)entity, &n);
        for (size_t i = 0; i < n; i++)
            if (!database_number(db,
                                 arena_printf(db->arena,
                                              "SELECT count(*) FROM pg_attribute WHERE attrelid = "
                                              "'%s'::regclass AND attname = '%s'",
                                              record_entity_name((enum record_entity)entity),
                                              fields[i].name)))
                fail_msg("%s is no column", fields[i].name);
    }
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_each_field_its_own_bit),
        cmocka_unit_test(names_columns_of_the_database),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
