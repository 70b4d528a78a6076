/* Maps: what was put is found, also after growing; the rest is not there. */
#include "support/test.h"

#include "base/map.h"

static void
finds_what_was_put(void **state)
{
    struct arena *arena = *state;
    struct map *map = map_new(arena, 2);
    static int values[5000];
    assert_null(map_get(map, "absent"));
    assert_null(map_get(map, NULL));
    for (int i = 0; i < 5000; i++)
        map_put(map, arena_printf(arena, "key-%d", i), &values[i]);
    for (int i = 0; i < 5000; i++)
        assert_ptr_equal(map_get(map, arena_printf(arena, "key-%d", i)), &values[i]);
    assert_null(map_get(map, "key-5000"));
    assert_null(map_get(map, ""));
    map_put(map, "key-7", &values[8]);
    assert_ptr_equal(map_get(map, "key-7"), &values[8]);
    map_put(map, "", &values[0]);
    assert_ptr_equal(map_get(map, ""), &values[0]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_what_was_put, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
