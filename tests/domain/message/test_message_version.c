/* Texts of messages on a real database: edits with their reasons, claims that follow, going back. */
#include "domain/message/messages.h"

#include "domain/message/message.h"
#include "domain/message/message_version.h"

#define BODY "You build robots. You hire in Brno. Shall we talk?"

static int64_t
draft_with_claims(struct people *p)
{
    int64_t campaign = messages_campaign(p, "Spring", "choose"),
            step = messages_step(p, campaign, 1, "email"),
            contact = messages_person(p, campaign, "Alma", 80),
            message = messages_draft(p, step, contact, 1, BODY);
    people_number(
        p,
        "UPDATE message_version SET claims = '[{\"start\":4,\"end\":16,\"kind\":\"fact\"},"
        "{\"start\":22,\"end\":34,\"kind\":\"signal\"}]' WHERE message_id = %" PRId64
        " RETURNING message_id",
        message);
    return message;
}

static void
edits_say_why(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t id = draft_with_claims(p), version;
    const char *reasons[] = {"too_long", "generic"}, *wrong[] = {"bad"};
    struct message_text text = {
        .subject = "Robots", .body = "Grüße, you hire in Brno. You make cars.", .origin = "edit"};
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_version_add(&p->app, id, 1, &text, &version), ERR_INPUT);
    text.reasons = wrong;
    text.n_reasons = 1;
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_version_add(&p->app, id, 1, &text, &version), ERR_INPUT);
    text.reasons = reasons;
    text.n_reasons = 2;
    text.subject = NULL;
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_version_add(&p->app, id, 1, &text, &version), ERR_INPUT);
    text.subject = "Robots";
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_approve(&p->app, id, 1));
    assert_ok(p, message_version_add(&p->app, id, 1, &text, &version));
    people_commit(p);
    assert_int_equal(version, 2);
    /* The approval was of the other text. */
    assert_int_equal(
        messages_is(p, id, "state = 'draft' AND version = 2 AND subject_start = 'Robots'"), 1);
    struct message message;
    struct message_version *versions;
    size_t n;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, message_get(&p->app, id, &message));
    /* What still stands keeps its source, at its new place in characters. */
    assert_non_null(strstr(message.claims, "\"signal\""));
    assert_null(strstr(message.claims, "\"fact\""));
    assert_non_null(strstr(message.claims, "\"start\": 11"));
    assert_string_equal(message.text_by, "ed");
    assert_ok(p, message_version_list(&p->app, id, &versions, &n));
    assert_int_equal(n, 2);
    assert_string_equal(versions[1].body, BODY);
    assert_string_equal(versions[0].reasons, "{too_long,generic}");
    /* ada read the first text. */
    assert_refused(p, message_approve(&p->app, id, 1), ERR_CONFLICT);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, message_version_add(&p->app, id, 1, &text, &version), ERR_CONFLICT);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, message_version_add(&p->app, id, 2, &text, &version), ERR_INPUT);
    people_free(p);
}

static void
older_texts_come_back(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t id = draft_with_claims(p), version;
    struct message_text text = {.subject = "Another",
                                .body = "Another text",
                                .origin = "model",
                                .claims = "[]",
                                .tone = "bold",
                                .cost_micros = 500};
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_version_add(&p->app, id, 0, &text, &version));
    assert_refused(p, message_version_restore(&p->app, id, 2, 9, &version), ERR_NOT_FOUND);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_version_add(&p->app, id, 0, &text, &version));
    assert_ok(p, message_version_restore(&p->app, id, 2, 1, &version));
    people_commit(p);
    assert_int_equal(version, 3);
    assert_int_equal(
        messages_is(p, id, "version = 3 AND rewrites = 1 AND cost_micros = 500 AND tone = 'bold'"),
        1);
    struct message message;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_get(&p->app, id, &message));
    assert_string_equal(message.body, BODY);
    assert_string_equal(message.origin, "restore");
    assert_non_null(strstr(message.claims, "\"fact\""));
    people_commit(p);
    assert_int_equal(
        people_number(p, "SELECT count(*) FROM message_version WHERE message_id = %" PRId64, id),
        3);
    people_free(p);
}

/* Letters are counted, not bytes; what overlaps, ends before it begins or lies behind the text does no
 * harm. */
static void
claims_carry_their_words(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    struct message_claim *claims;
    size_t n;
    assert_ok(p,
              message_version_claims(
                  &p->app, "Grüße, you hire.",
                  "[{\"start\":0,\"end\":5,\"kind\":\"fact\"},{\"start\":3,\"end\":9},"
                  "{\"start\":9,\"end\":9},{\"start\":11,\"end\":15,\"url\":\"https://a.example/\","
                  "\"snippet\":\"We hire\",\"at\":7},{\"start\":90,\"end\":95}]",
                  &claims, &n));
    assert_int_equal(n, 3);
    assert_string_equal(claims[0].words, "Grüße");
    assert_string_equal(claims[0].kind, "fact");
    assert_null(claims[0].url);
    assert_string_equal(claims[1].words, "hire");
    assert_string_equal(claims[1].snippet, "We hire");
    assert_int_equal(claims[1].at, 7);
    assert_string_equal(claims[2].words, "");
    assert_refused(p, message_version_claims(&p->app, "A", "[{", &claims, &n), ERR_INPUT);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(edits_say_why),
                                       cmocka_unit_test(older_texts_come_back),
                                       cmocka_unit_test(claims_carry_their_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
