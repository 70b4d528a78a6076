/* What an undo does to a record, decided from its change rows alone. */
#include "support/test.h"

#include "domain/change/change.h"
#include "domain/change/change_plan.h"

enum { A = 1, B = 2, C = 4 };

static struct change_item
item_of(struct change_row *rows, size_t n, bool deleted)
{
    return (struct change_item){.rows = rows, .n_rows = n, .deleted = deleted};
}

/* set 1 changed a and b, set 2 changed b since. */
static void
reverts_what_nobody_changed_since(void **state)
{
    (void)state;
    struct change_row rows[] = {
        {.change_set_id = 1, .kind = CHANGE_UPDATED, .fields = A | B},
        {.change_set_id = 2, .kind = CHANGE_UPDATED, .fields = B | C},
    };
    struct change_item item = item_of(rows, 2, false);
    change_plan_record(&item, 1, 0);
    assert_int_equal(item.act, CHANGE_REVERT);
    assert_int_equal(item.bits, A);
    assert_int_equal(item.kept[CHANGE_KEPT_CHANGED], B);
    assert_int_equal(rows[0].source, A);
}

/* What was itself undone stands in nobody's way. */
static void
looks_past_voided_changes(void **state)
{
    (void)state;
    struct change_row rows[] = {
        {.change_set_id = 1,      .kind = CHANGE_UPDATED, .fields = A},
        { .change_set_id = 2, .kind = CHANGE_UPDATED,            .fields = A, .voided = A},
        { .change_set_id = 3, .kind = CHANGE_UPDATED,            .fields = A, .voided = A},
    };
    struct change_item item = item_of(rows, 3, false);
    change_plan_record(&item, 1, 0);
    assert_int_equal(item.bits, A);
    assert_int_equal(item.kept[CHANGE_KEPT_CHANGED], 0);
}

/* A set that came twice to a record gives back what stood before the first time; but where somebody
 * else came in between, what they left. */
static void
goes_back_to_the_right_row(void **state)
{
    (void)state;
    struct change_row rows[] = {
        {.change_set_id = 1, .kind = CHANGE_UPDATED, .fields = A | B},
        {.change_set_id = 2, .kind = CHANGE_UPDATED, .fields = B    },
        {.change_set_id = 1, .kind = CHANGE_UPDATED, .fields = A | B},
    };
    struct change_item item = item_of(rows, 3, false);
    change_plan_record(&item, 1, 0);
    assert_int_equal(item.bits, A | B);
    assert_int_equal(rows[0].source, A);
    assert_int_equal(rows[2].source, B);
}

static void
removes_only_what_nobody_touched(void **state)
{
    (void)state;
    struct change_row alone[] = {
        {.change_set_id = 1, .kind = CHANGE_CREATED, .fields = A}
    };
    struct change_item item = item_of(alone, 1, false);
    change_plan_record(&item, 1, 0);
    assert_int_equal(item.act, CHANGE_REMOVE);
    struct change_row touched[] = {
        {.change_set_id = 1, .kind = CHANGE_CREATED, .fields = A},
        {.change_set_id = 2, .kind = CHANGE_UPDATED, .fields = C},
    };
    item = item_of(touched, 2, false);
    change_plan_record(&item, 1, 0);
    assert_int_equal(item.act, CHANGE_LEAVE);
    assert_int_equal(item.kept[CHANGE_KEPT_CHANGED], CHANGE_EXISTS);
    assert_int_equal(touched[0].taken, 0);
}

static void
leaves_deleted_records(void **state)
{
    (void)state;
    struct change_row rows[] = {
        {.change_set_id = 1, .kind = CHANGE_UPDATED, .fields = A},
        {.change_set_id = 2,                  .kind = CHANGE_DELETED                      },
    };
    struct change_item item = item_of(rows, 2, true);
    change_plan_record(&item, 1, 0);
    assert_int_equal(item.act, CHANGE_LEAVE);
    assert_int_equal(item.kept[CHANGE_KEPT_DELETED], A);
    /* made by one set and deleted by the same: nothing to take back */
    struct change_row own[] = {
        {.change_set_id = 1, .kind = CHANGE_CREATED, .fields = A},
        {.change_set_id = 1,                  .kind = CHANGE_DELETED                      },
    };
    item = item_of(own, 2, true);
    change_plan_record(&item, 1, 0);
    assert_int_equal(item.act, CHANGE_LEAVE);
}

/* The undo of an undo: only where the undo's value still stands, and only once. */
static void
redoes_once(void **state)
{
    (void)state;
    struct change_row rows[] = {
        {.change_set_id = 1, .kind = CHANGE_UPDATED, .fields = A | B,   .voided = A | B},
        {.change_set_id = 2,                  .kind = CHANGE_UPDATED,                       .fields = A | B, .voided = A | B},
        {.change_set_id = 3,   .kind = CHANGE_UPDATED,                         .fields = B                        },
    };
    struct change_item item = item_of(rows, 3, false);
    change_plan_record(&item, 2, 1);
    assert_int_equal(item.act, CHANGE_REVERT);
    assert_int_equal(item.bits, A);
    assert_int_equal(item.kept[CHANGE_KEPT_CHANGED], B);
    rows[0].voided = 0;
    item = item_of(rows, 3, false);
    change_plan_record(&item, 2, 1);
    assert_int_equal(item.act, CHANGE_LEAVE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reverts_what_nobody_changed_since),
        cmocka_unit_test(looks_past_voided_changes),
        cmocka_unit_test(goes_back_to_the_right_row),
        cmocka_unit_test(removes_only_what_nobody_touched),
        cmocka_unit_test(leaves_deleted_records),
        cmocka_unit_test(redoes_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
