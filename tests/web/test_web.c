/* Pages on a real database: what a GET may not do, what a failed POST leaves, a lost connection. */
#include "support/test.h"

#include "support/webrun.h"

#include "base/db.h"
#include "web/reply.h"

static const struct sql make_table = {"test_make_table", false, "CREATE TEMP TABLE probe (n int)"};
static const struct sql look_for_table = {"test_look_for_table", false,
                                          "SELECT (to_regclass('probe') IS NOT NULL)::int::bigint"};
static const struct sql backend = {"test_backend", false, "SELECT pg_backend_pid()::bigint"};
static const struct sql end_own = {"test_end_own", false,
                                   "SELECT pg_terminate_backend(pg_backend_pid())::int::bigint"};
static const struct sql end_backend = {"test_end_backend", false,
                                       "SELECT pg_terminate_backend($1::int, 5000)::int::bigint"};

struct make {
    const char *then;
};
static const struct param make_items[] = {PARAM_TEXT(struct make, then, 20, OPTIONAL)};
static const struct params make_params = PARAMS(struct make, make_items);

static bool
make_page(struct page *pg)
{
    const struct make *p = pg->params;
    page_signature_ok(pg);
    if (!db_exec(pg->ctx, &make_table, DB_NO_ARGS, NULL))
        return false;
    if (!strcmp(p->then, "fail"))
        return err_raise(pg->ctx, ERR_INPUT, "Not like this.");
    int64_t ended = 0;
    if (!strcmp(p->then, "die") && !db_i64(pg->ctx, &end_own, DB_NO_ARGS, &ended))
        return false;
    if (!strcmp(p->then, "busy"))
        return reply_too_many(pg, 5, "Wait.");
    return reply_bytes(pg, "text/plain", "made", 4);
}

static bool
look_page(struct page *pg)
{
    int64_t found = 0;
    if (!db_i64(pg->ctx, &look_for_table, DB_NO_ARGS, &found))
        return false;
    return reply_bytes(pg, "text/plain", found ? "yes" : "no", found ? 3 : 2);
}

static const struct route rows[] = {
    {GET,  "/make", make_page, NULL, &make_params, OPEN, ANONYMOUS, POOL_PUBLIC, false},
    {POST, "/make", make_page, NULL, &make_params, OPEN, SIGNED,    POOL_PUBLIC, false},
    {GET,  "/look", look_page, NULL, NULL,         OPEN, ANONYMOUS, POOL_PUBLIC, false},
};

/* The real process, with these rows; NULL without a test database. */
static struct webrun *
start(struct arena *arena)
{
    struct webrun *run = webrun_database(arena);
    if (!run)
        return NULL;
    webrun_web(run)->routes = rows;
    webrun_web(run)->n_routes = sizeof rows / sizeof *rows;
    return run;
}

static void
answers_healthz(void **state)
{
    struct webrun *run = webrun_database(*state);
    if (!run)
        return;
    struct webrun_answer answer = webrun_get(run, NULL, "/healthz");
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer.body, "ok\n");
    assert_string_equal(webrun_header(run, &answer, "Set-Cookie"), "");
}

static void
reads_only_on_get(void **state)
{
    struct webrun *run = start(*state);
    if (!run)
        return;
    assert_int_equal(webrun_get(run, NULL, "/make").status, 500);
    assert_string_equal(webrun_get(run, NULL, "/look").body, "no");
}

static void
keeps_what_was_answered_and_nothing_else(void **state)
{
    struct webrun *run = start(*state);
    if (!run)
        return;
    assert_int_equal(webrun_post(run, NULL, "/make", "then=fail").status, 400);
    assert_string_equal(webrun_get(run, NULL, "/look").body, "no");
    assert_int_equal(webrun_post(run, NULL, "/make", "then=busy").status, 429);
    assert_string_equal(webrun_get(run, NULL, "/look").body, "yes");
    /* A second time the statement fails: the next request begins clean all the same. */
    assert_int_equal(webrun_post(run, NULL, "/make", "").status, 500);
    assert_string_equal(webrun_get(run, NULL, "/look").body, "yes");
}

static void
reads_again_after_a_lost_connection(void **state)
{
    struct webrun *run = start(*state);
    struct arena *arena = *state;
    if (!run)
        return;
    int64_t pid = 0, ended = 0;
    assert_true(db_i64(webrun_ctx(run), &backend, DB_NO_ARGS, &pid));
    struct ctx other = {.arena = arena};
    assert_true(db_open(&other, arena, getenv("LEADGEN_TEST_DSN")));
    assert_true(db_i64(&other, &end_backend, DB_ARGS(DB_I64(pid)), &ended));
    assert_string_equal(webrun_get(run, NULL, "/look").body, "no");
    /* Before anything is done, a form may begin again too. */
    assert_true(db_i64(webrun_ctx(run), &backend, DB_NO_ARGS, &pid));
    assert_true(db_i64(&other, &end_backend, DB_ARGS(DB_I64(pid)), &ended));
    assert_int_equal(webrun_post(run, NULL, "/make", "").status, 200);
    /* In its middle it is not done twice: the answer says that it did not happen. */
    assert_true(db_i64(webrun_ctx(run), &backend, DB_NO_ARGS, &pid));
    assert_true(db_i64(&other, &end_backend, DB_ARGS(DB_I64(pid)), &ended));
    assert_int_equal(webrun_post(run, NULL, "/make", "then=die").status, 503);
    assert_string_equal(webrun_get(run, NULL, "/look").body, "no");
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(answers_healthz),
        UNIT(reads_only_on_get),
        UNIT(keeps_what_was_answered_and_nothing_else),
        UNIT(reads_again_after_a_lost_connection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
