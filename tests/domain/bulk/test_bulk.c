/* Bulk actions on a real database: what each does, that only what changes is touched, that an undo
 * restores whole rows, and what happens when others are quicker. */
#include "support/acts.h"

#include <sys/wait.h>
#include <unistd.h>

#include "domain/bulk/bulk.h"

static int64_t
ask(struct database *db, enum record_entity entity, const char *act, const int64_t *ids, size_t n)
{
    int64_t bulk_id;
    database_begin(db);
    acts_ok(db, bulk_ask(&db->ctx, entity, act, "", !ids, ids, n, &bulk_id));
    database_commit(db);
    return bulk_id;
}

static struct bulk
confirm(struct database *db, int64_t bulk_id, struct bulk_choice choice)
{
    struct bulk bulk;
    if (!choice.more)
        choice.more = "";
    if (!choice.choice)
        choice.choice = "";
    database_begin(db);
    acts_ok(db, bulk_confirm(&db->ctx, bulk_id, &choice));
    acts_ok(db, bulk_get(&db->ctx, bulk_id, &bulk));
    database_commit(db);
    return bulk;
}

static struct bulk
act(struct database *db, enum record_entity entity, const char *name, const int64_t *ids, size_t n,
    struct bulk_choice choice)
{
    return confirm(db, ask(db, entity, name, ids, n), choice);
}

static int64_t
label(struct database *db, const char *table, const char *name)
{
    return database_number(
        db, arena_printf(db->arena,
                         "INSERT INTO %s (tenant_id, name, name_key) VALUES (%" PRId64
                         ", '%s', lower('%s')) RETURNING %s_id",
                         table, db->tenant, name, name, table));
}

static void
tags_only_whom_it_changes(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t first = acts_many(db, 5), warm = label(db, "tag", "Warm");
    int64_t ids[] = {first + 2, first, first + 1, first}; /* in any order, one twice */
    const char *before = acts_all(db);
    struct bulk one = act(db, RECORD_CONTACT, "tag", ids, 1,
                          (struct bulk_choice){.labels = &warm, .n_labels = 1});
    assert_int_equal(one.changed, 1);
    struct bulk bulk =
        act(db, RECORD_CONTACT, "tag", ids, 4,
            (struct bulk_choice){.labels = &warm, .n_labels = 1, .more = "Fair 2026, "});
    assert_string_equal(bulk.state, "done");
    assert_string_equal(bulk.what, "Tagged Warm, Fair 2026");
    assert_int_equal(bulk.counted, 3);
    assert_int_equal(bulk.matched, 3);
    assert_int_equal(bulk.changed, 3);
    assert_string_equal(acts_value(db, RECORD_CONTACT, first + 2, "tag_ids[1]"),
                        arena_printf(db->arena, "%" PRId64, warm));
    assert_string_equal(acts_value(db, RECORD_CONTACT, first + 2, "cardinality(tag_ids)"), "2");
    assert_string_equal(acts_value(db, RECORD_CONTACT, first + 3, "tag_ids IS NULL"), "true");
    struct bulk again = act(db, RECORD_CONTACT, "tag", ids, 4,
                            (struct bulk_choice){.labels = &warm, .n_labels = 1});
    assert_int_equal(again.changed, 0);
    struct bulk off = act(db, RECORD_CONTACT, "untag", ids, 4,
                          (struct bulk_choice){.labels = &warm, .n_labels = 1});
    assert_int_equal(off.changed, 3);
    acts_undo(db, off.change_set_id, NULL);
    acts_undo(db, bulk.change_set_id, NULL);
    acts_undo(db, one.change_set_id, NULL);
    assert_string_equal(acts_all(db), before);
    database_free(db);
}

/* Each act, then its undo, then the undo of that: whole rows. */
static void
gives_back_exactly(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t company = acts_company(db, "Acme", "acme.example");
    int64_t anna = acts_contact(db, "Anna", "Ek", "anna@acme.example", company);
    int64_t list = label(db, "list", "Fair");
    const struct {
        enum record_entity entity;
        const char *act;
        struct bulk_choice choice;
        const char *shows, *value;
    } rows[] = {
        {RECORD_CONTACT,                       "list",  {.labels = &list, .n_labels = 1},               "cardinality(list_ids)", "1"                                                                            },
        {RECORD_CONTACT,                       "owner", {.owner = db->user},                            "owner_id IS NOT NULL",  "true"                                                                         },
        {RECORD_CONTACT,
         "status",                                      {.choice = record_contact_statuses.of[1].name},
         "codes[5]",                                                                                                             arena_printf(db->arena,                                                          "%d", record_contact_statuses.of[1].code)},
        {RECORD_CONTACT, "check",        {0},                                         "checked_at > now() - interval '1 minute'",                                                         "true"                                                                                                                             },
        {RECORD_CONTACT,                              "delete",                                     {0},                                                                      "deleted_at IS NOT NULL","true"},
        {RECORD_COMPANY,                              "tag",                                     {.more = "Warm"},                                                                      "cardinality(tag_ids)",                                                            "1"                                                                                                                                                                            },
        {RECORD_COMPANY,
         "tier",                                        {.choice = record_tiers.of[0].name},
         "tier",                                                                                                                 record_tiers.of[0].name                                                                                                                     },
        {RECORD_COMPANY,             "delete",                    {0},                                                     "deleted_at IS NOT NULL","true"},
    };
    database_script(db, arena_printf(db->arena,
                                     "UPDATE contact SET checked_at = now() - interval '90 days' "
                                     "WHERE tenant_id = %" PRId64,
                                     db->tenant));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t id = rows[i].entity == RECORD_COMPANY ? company : anna, undo_set;
        const char *before = acts_all(db);
        struct bulk bulk = act(db, rows[i].entity, rows[i].act, &id, 1, rows[i].choice);
        assert_int_equal(bulk.changed, 1);
        const char *after = acts_all(db);
        assert_string_equal(acts_value(db, rows[i].entity, id, rows[i].shows), rows[i].value);
        acts_undo(db, bulk.change_set_id, &undo_set);
        assert_string_equal(acts_all(db), before);
        acts_undo(db, undo_set, &undo_set);
        assert_string_equal(acts_all(db), after);
        assert_string_equal(acts_value(db, rows[i].entity, id, rows[i].shows), rows[i].value);
        acts_undo(db, bulk.change_set_id, NULL);
        assert_string_equal(acts_all(db), before);
    }
    database_free(db);
}

static void
wants_to_know_what(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t first = acts_many(db, 2), foreign = 0x7fffffff;
    const struct {
        const char *act, *field;
        struct bulk_choice choice;
    } rows[] = {
        {"tag",    "label",  {.more = " , ", .choice = ""}                                },
        {"tag",    "label",  {.labels = &foreign, .n_labels = 1, .more = "", .choice = ""}},
        {"owner",  "owner",  {.owner = foreign, .more = "", .choice = ""}                 },
        {"owner",  "owner",  {.more = "", .choice = ""}                                   },
        {"status", "choice", {.more = "", .choice = "nonsense"}                           },
        {"status", "choice", {.more = "", .choice = ""}                                   },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t bulk_id = ask(db, RECORD_CONTACT, rows[i].act, &first, 1);
        database_begin(db);
        assert_false(bulk_confirm(&db->ctx, bulk_id, &rows[i].choice));
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        assert_string_equal(db->ctx.err.field, rows[i].field);
        err_clear(&db->ctx);
        db_rollback(&db->ctx);
    }
    int64_t bulk_id;
    database_begin(db);
    assert_false(bulk_ask(&db->ctx, RECORD_CONTACT, "tier", "", false, &first, 1, &bulk_id));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    assert_false(bulk_ask(&db->ctx, RECORD_CONTACT, "tag", "", false, NULL, 0, &bulk_id));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    database_free(db);
}

static void
leaves_out_what_is_not_here(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = database_new();
    if (!db)
        return;
    int64_t first = acts_many(db, 3), foreign = acts_many(other, 1);
    int64_t ids[] = {first, first + 1, first + 2, foreign};
    const char *theirs = acts_all(other);
    int64_t bulk_id = ask(db, RECORD_CONTACT, "delete", ids, 4);
    struct bulk gone = act(db, RECORD_CONTACT, "delete", &first, 1, (struct bulk_choice){0});
    assert_int_equal(gone.changed, 1); /* somebody else, after the question */
    struct bulk bulk = confirm(db, bulk_id, (struct bulk_choice){0});
    assert_int_equal(bulk.counted, 3);
    assert_int_equal(bulk.absent, 1);
    assert_int_equal(bulk.matched, 2);
    assert_int_equal(bulk.changed, 2);
    assert_string_equal(acts_all(other), theirs);
    /* a second confirmation, as by a double click */
    database_begin(db);
    assert_false(bulk_confirm(&db->ctx, bulk_id, &(struct bulk_choice){.more = "", .choice = ""}));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    database_free(other);
    database_free(db);
}

/* Somebody changes one of the rows while the action is about to: it waits, looks again, and both changes
 * stand. */
static void
meets_somebody_else(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t first = acts_many(db, 3), warm = label(db, "tag", "Warm"),
            cold = label(db, "tag", "Cold");
    int64_t ids[] = {first, first + 1, first + 2};
    int64_t bulk_id = ask(db, RECORD_CONTACT, "tag", ids, 3);
    /* uncommitted: one row has another tag and version, one is deleted */
    if (!db_begin(&db->owner, false))
        fail_msg("%s", db->owner.err.message);
    database_script(db,
                    arena_printf(db->arena,
                                 "UPDATE contact SET tag_ids = '{%" PRId64 "}', version = version "
                                 "+ 1 WHERE contact_id = %" PRId64
                                 "; UPDATE contact SET deleted_at = now(), version = version + 1 "
                                 "WHERE contact_id = %" PRId64,
                                 cold, first, first + 2));
    pid_t child = fork();
    if (!child) {
        struct ctx own = {.arena = arena_new()};
        struct database other = {.arena = own.arena, .tenant = db->tenant, .user = db->user};
        if (!db_open(&own, own.arena, getenv("LEADGEN_BATCH_DSN")))
            _exit(2);
        other.ctx = own;
        database_begin(&other);
        bool ok = bulk_confirm(&other.ctx, bulk_id,
                               &(struct bulk_choice){
                                   .labels = &warm, .n_labels = 1, .more = "", .choice = ""}) &&
                  db_commit(&other.ctx);
        _exit(ok ? 0 : 3);
    }
    usleep(300000);
    if (!db_commit(&db->owner))
        fail_msg("%s", db->owner.err.message);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    struct bulk bulk;
    database_begin(db);
    acts_ok(db, bulk_get(&db->ctx, bulk_id, &bulk));
    database_commit(db);
    assert_int_equal(bulk.changed, 2);
    assert_string_equal(acts_value(db, RECORD_CONTACT, first, "tag_ids"),
                        arena_printf(db->arena, "{%" PRId64 ",%" PRId64 "}", cold, warm));
    assert_string_equal(acts_value(db, RECORD_CONTACT, first + 2, "tag_ids IS NULL"), "true");
    acts_undo(db, bulk.change_set_id, NULL);
    assert_string_equal(acts_value(db, RECORD_CONTACT, first, "tag_ids"),
                        arena_printf(db->arena, "{%" PRId64 "}", cold));
    database_free(db);
}

/* Runs the job of an action as the queue would. */
static void
run_job(struct database *db, int64_t bulk_id)
{
    static const struct job_kind kind = {.name = "bulk", .lease_seconds = 60, .run = bulk_job};
    struct job job = {.kind = &kind,
                      .kind_name = "bulk",
                      .tenant_id = db->tenant,
                      .actor = db->user,
                      .subject = bulk_id};
    job.job_id =
        database_number(db, arena_printf(db->arena,
                                         "UPDATE job SET state = 'running', lease_until = "
                                         "now() + interval '1 minute' WHERE tenant_id = %" PRId64
                                         " AND subject = %" PRId64 " RETURNING job_id",
                                         db->tenant, bulk_id));
    job.place = database_number(
        db, arena_printf(db->arena, "SELECT place FROM job WHERE job_id = %" PRId64, job.job_id));
    acts_ok(db, bulk_job(&db->ctx, &job));
    assert_true(job.finished);
}

static void
does_large_ones_as_a_job(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t first = acts_many(db, 25000);
    const char *before = acts_all(db);
    int64_t bulk_id = ask(db, RECORD_CONTACT, "tag", NULL, 0);
    struct bulk bulk = confirm(db, bulk_id, (struct bulk_choice){.more = "Warm"});
    assert_string_equal(bulk.state, "waiting");
    assert_int_equal(bulk.counted, 25000);
    acts_many(db, 3); /* they match too by the time it runs */
    const char *later = acts_all(db);
    run_job(db, bulk_id);
    database_begin(db);
    acts_ok(db, bulk_get(&db->ctx, bulk_id, &bulk));
    database_commit(db);
    assert_string_equal(bulk.state, "done");
    assert_int_equal(bulk.matched, 25003);
    assert_int_equal(bulk.changed, 25003);
    assert_string_equal(acts_value(db, RECORD_CONTACT, first + 24999, "cardinality(tag_ids)"), "1");
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM change WHERE tenant_id = "
                                         "%" PRId64 " AND change_set_id = %" PRId64,
                                         db->tenant, bulk.change_set_id)),
        25003);
    acts_undo(db, bulk.change_set_id, NULL);
    assert_string_equal(acts_all(db), later);
    assert_string_not_equal(before, later);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_only_whom_it_changes), cmocka_unit_test(gives_back_exactly),
        cmocka_unit_test(wants_to_know_what),        cmocka_unit_test(leaves_out_what_is_not_here),
        cmocka_unit_test(meets_somebody_else),       cmocka_unit_test(does_large_ones_as_a_job),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
