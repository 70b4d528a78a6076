/* Jobs as pages see them: enqueued with the page's own transaction, shown, cancelled and retried by
 * their tenant only. On a real PostgreSQL. */
#include "support/page.h"

#include "domain/pipeline/queue.h"
#include "domain/pipeline/task.h"

static bool
never(struct ctx *ctx, struct job *job)
{
    (void)job;
    return err_raise(ctx, ERR_BUG, "not run by this test");
}

const struct job_kind job_kinds[] = {
    {"test_job", "Test", "rows", 3, 60, never, NULL},
    {.name = NULL   },
};
const struct task tasks[] = {{.name = NULL}};

static int64_t
enqueue(struct database *db, struct ctx *page, int64_t subject)
{
    int64_t id = 0;
    page_begin(db, page, db->tenant, db->user);
    if (!job_enqueue(page, "test_job", subject, "{\"a\":1}", &id))
        fail_msg("%s", page->err.message);
    page_end(page);
    return id;
}

static struct job_view
view_of(struct database *db, struct ctx *page, int64_t id)
{
    struct job_view view;
    page_begin(db, page, db->tenant, db->user);
    if (!job_read(page, id, &view))
        fail_msg("%s", page->err.message);
    page_end(page);
    return view;
}

static void
enqueues_with_the_callers_transaction(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct ctx page = {0};
    bool notified;
    int64_t id;
    assert_true(db_listen(&db->ctx, QUEUE_CHANNEL));
    page_begin(db, &page, db->tenant, db->user);
    assert_true(job_enqueue(&page, "test_job", 0, NULL, &id));
    db_rollback(&page);
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM job WHERE tenant_id = %" PRId64,
                                         db->tenant)),
        0);
    id = enqueue(db, &page, 0);
    assert_true(db_wait(&db->ctx, 5000, &notified));
    assert_true(notified);
    struct job_view view = view_of(db, &page, id);
    assert_string_equal(view.state, "ready");
    assert_string_equal(view.kind, "test_job");
    assert_int_equal(view.actor, db->user);
    assert_int_equal(view.tenant_id, db->tenant);
    assert_true(job_view_active(&view));
    assert_int_equal(job_view_seconds_left(&view), -1);
    database_free(db);
}

static void
queues_the_same_work_once(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct ctx page = {0};
    int64_t first = enqueue(db, &page, 7);
    assert_int_equal(enqueue(db, &page, 7), first);
    assert_int_not_equal(enqueue(db, &page, 8), first);
    assert_int_not_equal(enqueue(db, &page, 0), enqueue(db, &page, 0));
    database_script(
        db,
        arena_printf(db->arena, "UPDATE job SET state = 'dead' WHERE job_id = %" PRId64, first));
    assert_int_not_equal(enqueue(db, &page, 7), first);
    database_free(db);
}

static void
is_invisible_to_other_tenants(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = database_new();
    if (!db || !other)
        return;
    struct ctx page = {0}, stranger = {0};
    int64_t id = enqueue(db, &page, 0);
    struct job_view view, *rows;
    size_t n;
    page_begin(other, &stranger, other->tenant, other->user);
    assert_false(job_read(&stranger, id, &view));
    assert_int_equal(page_end(&stranger), ERR_NOT_FOUND);
    page_begin(other, &stranger, other->tenant, other->user);
    assert_false(job_cancel(&stranger, id));
    assert_int_equal(page_end(&stranger), ERR_NOT_FOUND);
    page_begin(other, &stranger, other->tenant, other->user);
    assert_false(job_retry(&stranger, id));
    assert_int_equal(page_end(&stranger), ERR_NOT_FOUND);
    page_begin(other, &stranger, other->tenant, other->user);
    assert_true(job_list(&stranger, NULL, INT64_MAX, 50, &rows, &n));
    assert_int_equal(n, 0);
    page_end(&stranger);
    page_begin(other, &stranger, 0, other->user);
    assert_true(job_list(&stranger, NULL, INT64_MAX, 50, &rows, &n));
    assert_int_equal(n, 0);
    page_end(&stranger);

    page_begin(db, &page, db->tenant, db->user);
    assert_true(job_list(&page, "ready", INT64_MAX, 50, &rows, &n));
    assert_int_equal(n, 1);
    assert_int_equal(rows[0].job_id, id);
    page_end(&page);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE user_account SET is_super = true "
                                     "WHERE user_id = %" PRId64,
                                     db->user));
    page_begin(db, &page, 0, db->user);
    assert_true(job_read(&page, id, &view));
    page_end(&page);
    database_free(db);
    database_free(other);
}

static void
shows_rate_and_time_left(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct ctx page = {0};
    int64_t id = enqueue(db, &page, 0);
    database_script(
        db,
        arena_printf(db->arena,
                     "UPDATE job SET state = 'running', lease_until = 'infinity', done = 300, "
                     "total = 500, claimed_done = 100, message = 'Reading', started_at = now(), "
                     "claimed_at = now() - interval '10 s', beat_at = now() "
                     "WHERE job_id = %" PRId64,
                     id));
    struct job_view view = view_of(db, &page, id);
    assert_true(view.rate > 19.99 && view.rate < 20.01);
    assert_int_equal(job_view_seconds_left(&view), 11);
    assert_string_equal(view.message, "Reading");
    database_free(db);
}

static void
cancels_and_retries(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct ctx page = {0};
    int64_t id = enqueue(db, &page, 0);
    page_begin(db, &page, db->tenant, db->user);
    assert_true(job_cancel(&page, id));
    page_end(&page);
    struct job_view view = view_of(db, &page, id);
    assert_string_equal(view.state, "ready"); /* its own code will end it */
    assert_true(view.cancel_asked);

    database_script(db, arena_printf(db->arena,
                                     "UPDATE job SET state = 'dead', attempts = 3, reason = 'No' "
                                     "WHERE job_id = %" PRId64,
                                     id));
    view = view_of(db, &page, id);
    assert_false(job_view_active(&view));
    page_begin(db, &page, db->tenant, db->user);
    assert_true(job_retry(&page, id));
    page_end(&page);
    view = view_of(db, &page, id);
    assert_string_equal(view.state, "ready");
    assert_int_equal(view.attempts, 0);
    assert_false(view.cancel_asked);
    page_begin(db, &page, db->tenant, db->user);
    assert_false(job_retry(&page, id)); /* it is not dead */
    assert_int_equal(page_end(&page), ERR_NOT_FOUND);

    database_script(
        db, arena_printf(db->arena, "UPDATE job SET state = 'dead' WHERE job_id = %" PRId64, id));
    page_begin(db, &page, db->tenant, db->user);
    assert_true(job_cancel(&page, id)); /* dismissed */
    page_end(&page);
    view = view_of(db, &page, id);
    assert_string_equal(view.state, "dead");
    assert_true(view.finished_at > 0);
    database_free(db);
}

static void
refuses_misuse(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct job job = {.kind = &job_kinds[0], .job_id = 1, .place = 1};
    int64_t id;
    assert_false(job_enqueue(&db->ctx, "no_such_kind", 0, NULL, &id));
    assert_int_equal(db->ctx.err.kind, ERR_BUG);
    err_clear(&db->ctx);
    assert_false(job_fence(&db->ctx, &job));
    assert_int_equal(db->ctx.err.kind, ERR_BUG);
    err_clear(&db->ctx);
    database_begin(db);
    assert_false(job_heartbeat(&db->ctx, &job, 1, 2));
    assert_int_equal(db->ctx.err.kind, ERR_BUG);
    db_rollback(&db->ctx);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enqueues_with_the_callers_transaction),
        cmocka_unit_test(queues_the_same_work_once),
        cmocka_unit_test(is_invisible_to_other_tenants),
        cmocka_unit_test(shows_rate_and_time_left),
        cmocka_unit_test(cancels_and_retries),
        cmocka_unit_test(refuses_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
