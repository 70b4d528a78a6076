/* The queue of review for programs: taken one by one with all that a reviewer sees, by several at once,
 * skipped, approved by the address of decisions, until nothing is left. */
#include "support/web/programs.h"

#include "domain/message/messages.h"

#define BODY "Grüße, you hire in Brno.\n\nWould a call help?"

struct queue {
    struct programs *api;
    int64_t campaign, alma, bert; /* two drafts, hers is the first */
    const char *path, *ada, *ed, *vi;
};

/* Tokens are made by admins; what they may do goes with the role of their maker. */
static void
give_role(struct people *p, int who, const char *role)
{
    people_number(p,
                  "UPDATE membership SET role = '%s' WHERE tenant_id = %" PRId64
                  " AND user_id = %" PRId64 " RETURNING user_id",
                  role, p->kestrel, p->ids[who]);
}

static const char *
token_of(struct people *p, int who, const char *role)
{
    const char *token;
    give_role(p, who, "admin");
    people_begin(p, who, p->kestrel);
    assert_ok(p, api_token_add(&p->app, p->kestrel, "Review", "write", 1, &token));
    people_commit(p);
    give_role(p, who, role);
    return token;
}

static struct queue
queue_new(struct programs *api, const char *name)
{
    struct people *p = api->p->people;
    struct queue q = {.api = api, .ada = api->write};
    q.campaign = messages_campaign(p, name, "choose");
    int64_t mail = messages_step(p, q.campaign, 1, "email"),
            alma = messages_person(p, q.campaign, arena_printf(p->arena, "%sa", name), 80),
            bert = messages_person(p, q.campaign, arena_printf(p->arena, "%sb", name), 40);
    q.alma = messages_draft(p, mail, alma, 1, BODY);
    q.bert = messages_draft(p, mail, bert, 1, "Dear Bert");
    people_number(p,
                  "UPDATE message_version SET claims = '[{\"start\":11,\"end\":23,\"kind\":"
                  "\"signal\",\"snippet\":\"Come: hire in Brno!\",\"url\":"
                  "\"https://www.alma.example/jobs\",\"at\":1700000000000}]' WHERE message_id = "
                  "%" PRId64 " RETURNING message_id",
                  q.alma);
    q.path = programs_path(api, "/campaigns/%" PRId64 "/review", q.campaign);
    q.ed = token_of(p, ED, "editor");
    q.vi = token_of(p, VI, "viewer");
    return q;
}

static const struct jsn *
take(struct queue *q, const char *token, const char *body)
{
    return programs_call(q->api, token, 200, "POST", q->path, body);
}

static const struct jsn *
look(struct queue *q, const char *token)
{
    return programs_call(q->api, token, 200, "GET", q->path, NULL);
}

/* 0: none in hand. */
static int64_t
in_hand(const struct jsn *answer)
{
    const struct jsn *item = jsn_get(answer, "item");
    return jsn_kind(item) == JSN_NULL ? 0 : programs_int(jsn_get(item, "message"), "id");
}

static void
is_at(const struct jsn *answer, const char *status, int64_t message, int64_t left, int64_t done)
{
    assert_string_equal(programs_text(answer, "status"), status);
    assert_true(*programs_text(answer, "says"));
    assert_int_equal(in_hand(answer), message);
    assert_int_equal(programs_int(answer, "left"), left);
    assert_int_equal(programs_int(answer, "done"), done);
}

static void
approve(struct queue *q, const char *token, int64_t message)
{
    programs_call(q->api, token, 200, "POST",
                  programs_path(q->api, "/messages/%" PRId64 "/approve", message),
                  "{\"version\":1}");
}

static void
shows_what_one_decides_by(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct queue q = queue_new(api, "Seen");
    const struct jsn *item = jsn_get(take(&q, q.ed, "{}"), "item");
    const struct jsn *message = jsn_get(item, "message");
    assert_string_equal(programs_text(message, "body"), BODY);
    assert_int_equal(programs_int(message, "version"), 1);
    assert_int_equal(jsn_length(jsn_get(item, "evidence")), 1);
    const struct jsn *source = jsn_at(jsn_get(item, "evidence"), 0);
    assert_string_equal(programs_text(source, "words"), "hire in Brno");
    assert_string_equal(programs_text(source, "snippet"), "Come: hire in Brno!");
    assert_string_equal(programs_text(source, "url"), "https://www.alma.example/jobs");
    assert_string_equal(programs_text(source, "read_at"), "2023-11-14T22:13:20.000Z");
    bool question = false;
    for (size_t i = 0; i < jsn_length(jsn_get(item, "hints")); i++)
        question = question || !strcmp(programs_text(jsn_at(jsn_get(item, "hints"), i), "text"),
                                       "One question");
    assert_true(question);
    assert_string_equal(programs_text(jsn_get(item, "contact"), "name"), "Seena Tester");
    assert_string_equal(programs_text(jsn_get(item, "contact"), "email"), "seena@seena.example");
    assert_string_equal(programs_text(jsn_get(item, "company"), "name"), "Seena Works");
    assert_string_equal(programs_text(jsn_get(item, "company"), "domain"), "seena.example");
    /* One that is named, and who looks at it; nobody's campaign but its own knows it. */
    const char *named = arena_printf(api->p->arena, "%s?message=%" PRId64, q.path, q.alma);
    const struct jsn *answer = programs_call(api, q.ada, 200, "GET", named, NULL);
    is_at(answer, "message", q.alma, 2, 0);
    assert_string_equal(programs_text(jsn_get(answer, "item"), "held_by"), "ed");
    struct queue other = queue_new(api, "Other");
    programs_call(api, q.ada, 404, "GET",
                  arena_printf(api->p->arena, "%s?message=%" PRId64, other.path, q.alma), NULL);
    programs_call(api, q.ada, 404, "POST", other.path,
                  arena_printf(api->p->arena, "{\"skip\":%" PRId64 "}", q.alma));
    assert_int_equal(in_hand(look(&q, q.ed)), q.alma);
}

static void
several_review_until_nothing_is_left(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct queue q = queue_new(api, "Several");
    /* Looking keeps nothing. */
    is_at(look(&q, q.ed), "take", 0, 2, 0);
    is_at(look(&q, q.ada), "take", 0, 2, 0);
    is_at(take(&q, q.ed, NULL), "message", q.alma, 2, 0);
    is_at(take(&q, q.ed, "{}"), "message", q.alma, 2, 0); /* asked twice: the same */
    const struct jsn *answer = take(&q, q.ada, "{}");
    is_at(answer, "message", q.bert, 2, 0);
    assert_int_equal(programs_int(answer, "place"), 1);
    assert_int_equal(programs_int(answer, "with_others"), 1);
    assert_string_equal(programs_text(answer, "others"), "ed");
    is_at(look(&q, q.ed), "message", q.alma, 2, 0);
    approve(&q, q.ed, q.alma);
    answer = take(&q, q.ed, "{}");
    is_at(answer, "with_others", 0, 1, 1);
    assert_string_equal(programs_text(answer, "says"),
                        "ada looks at what is left. Ask again in two minutes.");
    is_at(look(&q, q.ed), "with_others", 0, 1, 1);
    is_at(look(&q, q.ada), "message", q.bert, 1, 1);
    approve(&q, q.ada, q.bert);
    answer = take(&q, q.ada, "{}");
    is_at(answer, "done", 0, 0, 2);
    assert_int_equal(programs_int(answer, "approved"), 2);
    assert_int_equal(programs_int(answer, "back"), q.bert);
    is_at(look(&q, q.ed), "done", 0, 0, 2);
}

static void
skipped_ones_come_last(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct queue q = queue_new(api, "Later");
    struct arena *arena = api->p->arena;
    const char *skip_alma = arena_printf(arena, "{\"skip\":%" PRId64 "}", q.alma);
    is_at(take(&q, q.ed, "{}"), "message", q.alma, 2, 0);
    is_at(take(&q, q.ed, skip_alma), "message", q.bert, 2, 0);
    approve(&q, q.ed, q.bert);
    is_at(take(&q, q.ed, "{}"), "message", q.alma, 1, 1);
    is_at(take(&q, q.ed, skip_alma), "message", q.alma, 1, 1); /* the only one comes again */
}

static void
readers_take_nothing(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct queue q = queue_new(api, "Readers");
    programs_call(api, q.vi, 403, "POST", q.path, "{}");
    is_at(look(&q, q.vi), "take", 0, 2, 0);
    is_at(take(&q, q.ed, "{}"), "message", q.alma, 2, 0);
    /* Nothing was written yet; no such campaign. */
    int64_t empty = messages_campaign(api->p->people, "Bare", "choose");
    const struct jsn *answer = programs_call(
        api, q.ed, 200, "POST", programs_path(api, "/campaigns/%" PRId64 "/review", empty), NULL);
    is_at(answer, "empty", 0, 0, 0);
    struct programs_rows theirs = programs_rows(api, api->p->people->atlas, "Theirs", "review");
    const char *away = programs_path(api, "/campaigns/%" PRId64 "/review", theirs.campaign);
    programs_call(api, q.ed, 404, "GET", away, NULL);
    programs_call(api, q.ed, 404, "POST", away, "{}");
    programs_call(api, q.ed, 404, "GET",
                  arena_printf(api->p->arena, "%s?message=%" PRId64, q.path, theirs.message), NULL);
    assert_int_equal(programs_sql(api, api->p->people->atlas,
                                  "SELECT count(*) FROM message WHERE tenant_id = app.tenant() AND "
                                  "message_id = %" PRId64 " AND held_by IS NULL",
                                  theirs.message),
                     1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_one_decides_by),
        cmocka_unit_test(several_review_until_nothing_is_left),
        cmocka_unit_test(skipped_ones_come_last),
        cmocka_unit_test(readers_take_nothing),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
