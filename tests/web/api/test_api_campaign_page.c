/* Campaigns for programs: made, changed, cloned, deleted and taken from state to state by the rules of the
 * pages; no state follows another that may not, whoever asks. */
#include "support/web/programs.h"

#include "domain/campaign/campaign_state.h"

static const char *
one(struct programs *api, int64_t id, const char *rest)
{
    return programs_path(api, "/campaigns/%" PRId64 "%s", id, rest);
}

static void
makes_changes_and_deletes(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct jsn *made = programs_call(
        api, api->write, 201, "POST", programs_path(api, "/campaigns"),
        "{\"name\":\"Nordic\",\"tone\":\"bold\",\"cooldown_days\":0,\"starts_on\":null}");
    int64_t id = programs_int(made, "id");
    assert_string_equal(programs_text(made, "state"), "draft");
    assert_string_equal(programs_text(made, "tone"), "bold");
    assert_int_equal(programs_int(made, "cooldown_days"), 0);
    assert_string_equal(programs_text(made, "owner"), "ada");
    /* what is not sent stays, null empties, a stale version is a conflict */
    struct jsn *changed = programs_call(api, api->write, 200, "PATCH", one(api, id, ""),
                                        "{\"description\":\"North\",\"version\":1}");
    assert_string_equal(programs_text(changed, "tone"), "bold");
    assert_string_equal(programs_text(changed, "description"), "North");
    int64_t version = programs_int(changed, "version");
    assert_true(version > 1);
    programs_call(api, api->write, 409, "PATCH", one(api, id, ""),
                  "{\"description\":\"South\",\"version\":1}");
    changed = programs_call(api, api->write, 200, "PATCH", one(api, id, ""),
                            "{\"description\":null,\"owner_id\":null}");
    assert_true(jsn_kind(jsn_get(changed, "description")) == JSN_NULL);
    assert_true(jsn_kind(jsn_get(changed, "owner_id")) == JSN_NULL);
    struct jsn *wrong =
        programs_call(api, api->write, 400, "PATCH", one(api, id, ""), "{\"tone\":\"shrill\"}");
    assert_string_equal(programs_field(wrong), "tone");
    wrong = programs_call(
        api, api->write, 400, "PATCH", one(api, id, ""),
        arena_printf(api->p->arena, "{\"owner_id\":%" PRId64 "}", api->p->people->ids[BO]));
    assert_string_equal(programs_field(wrong), "owner_id");
    struct jsn *read = programs_call(api, api->read, 200, "GET", one(api, id, ""), NULL);
    struct jsn *move = jsn_at(jsn_get(read, "moves"), 0);
    assert_string_equal(programs_text(move, "to"), "ready");
    assert_non_null(strstr(programs_text(move, "missing"), "neither people nor steps"));
    programs_call(api, api->write, 200, "DELETE", one(api, id, ""), NULL);
    programs_call(api, api->read, 404, "GET", one(api, id, ""), NULL);
}

static void
offers_and_clones(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct jsn *made = programs_call(api, api->write, 201, "POST", programs_path(api, "/campaigns"),
                                     "{\"name\":\"Offers\"}");
    int64_t id = programs_int(made, "id");
    struct jsn *with =
        programs_call(api, api->write, 200, "PUT", one(api, id, "/offers/de"),
                      "{\"does\":\"Wir prüfen Rechnungen.\",\"ask\":\"Passt Dienstag?\"}");
    struct jsn *offer = jsn_at(jsn_get(with, "offers"), 0);
    assert_string_equal(programs_text(offer, "language"), "de");
    assert_string_equal(programs_text(offer, "ask"), "Passt Dienstag?");
    programs_call(api, api->write, 404, "PUT", one(api, id, "/offers/xx"), "{\"does\":\"x\"}");
    programs_call(api, api->write, 201, "POST", one(api, id, "/steps"), "{\"channel\":\"email\"}");
    struct jsn *copy = programs_call(api, api->write, 201, "POST", one(api, id, "/clone"), NULL);
    assert_string_equal(programs_text(copy, "name"), "Offers (Copy)");
    assert_int_equal(jsn_length(jsn_get(copy, "offers")), 1);
    assert_int_equal(jsn_length(jsn_get(copy, "steps")), 1);
    copy = programs_call(api, api->write, 201, "POST", one(api, id, "/clone"),
                         "{\"name\":\"Another\"}");
    assert_string_equal(programs_text(copy, "name"), "Another");
    with = programs_call(api, api->write, 200, "PUT", one(api, id, "/offers/de"), "{}");
    assert_int_equal(jsn_length(jsn_get(with, "offers")), 0);
}

static void
lists_by_tab_name_and_place(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    for (int i = 0; i < 3; i++)
        programs_call(api, api->write, 201, "POST", programs_path(api, "/campaigns"),
                      arena_printf(api->p->arena, "{\"name\":\"Paging %d\"}", i));
    struct jsn *page =
        programs_call(api, api->read, 200, "GET",
                      programs_path(api, "/campaigns?q=PAGING&sort=name&limit=2"), NULL);
    assert_int_equal(programs_int(page, "total"), 3);
    assert_int_equal(jsn_length(jsn_get(page, "items")), 2);
    assert_string_equal(programs_text(jsn_at(jsn_get(page, "items"), 0), "name"), "Paging 0");
    page = programs_call(api, api->read, 200, "GET",
                         programs_path(api, "/campaigns?q=paging&sort=name&limit=2&after=%s",
                                       programs_text(page, "after")),
                         NULL);
    assert_string_equal(programs_text(jsn_at(jsn_get(page, "items"), 0), "name"), "Paging 2");
    assert_true(jsn_kind(jsn_get(page, "after")) == JSN_NULL);
    page = programs_call(api, api->read, 200, "GET",
                         programs_path(api, "/campaigns?state=archived&q=paging"), NULL);
    assert_int_equal(programs_int(page, "total"), 0);
    programs_call(api, api->read, 200, "GET", programs_path(api, "/senders"), NULL);
}

/* From review, where a campaign is made, over moves that are allowed. */
static void
bring_to(struct programs *api, int64_t id, const char *state)
{
    static const struct {
        const char *state, *way[3];
    } ways[] = {
        {"draft",      {"ready", "draft"}               },
        {"ready",      {"ready"}                        },
        {"generating", {"ready", "generating"}          },
        {"approved",   {"approved"}                     },
        {"sending",    {"approved", "sending"}          },
        {"paused",     {"approved", "sending", "paused"}},
        {"finished",   {"approved", "finished"}         },
        {"archived",   {"archived"}                     },
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        for (size_t k = 0; k < 3 && !strcmp(ways[i].state, state) && ways[i].way[k]; k++)
            programs_sql(api, api->p->people->kestrel,
                         "UPDATE campaign SET state = '%s' WHERE tenant_id = app.tenant() AND "
                         "campaign_id = %" PRId64 " RETURNING 1",
                         ways[i].way[k], id);
}

/* A campaign with all that any gate asks for. */
static int64_t
complete(struct programs *api)
{
    int64_t kestrel = api->p->people->kestrel;
    struct programs_rows r = programs_rows(api, kestrel, "Walk", "review");
    programs_sql(api, kestrel,
                 "UPDATE message SET state = 'approved', approved_version = version, decided_at = "
                 "now() WHERE tenant_id = app.tenant() AND message_id = %" PRId64 " RETURNING 1",
                 r.message);
    return r.campaign;
}

static void
assert_state(struct programs *api, int64_t id, const char *wanted, const char *who)
{
    const char *now = database_value(
        api->p->people->db,
        arena_printf(api->p->arena, "SELECT state FROM campaign WHERE campaign_id = %" PRId64, id));
    if (strcmp(now, wanted) != 0)
        fail_msg("%s: it is in %s, not in %s", who, now, wanted);
}

/* A pair that may not follow: page, interface and database refuse it, and it stays where it was. */
static void
refused_by_all(struct programs *api, const char *from, const char *to)
{
    int64_t id = complete(api);
    bring_to(api, id, from);
    pages_post(api->p, ED,
               arena_printf(api->p->arena, "/%s/campaigns/%" PRId64 "/move/%s",
                            api->p->people->kestrel_slug, id, to),
               "");
    assert_state(api, id, from, "page");
    struct jsn *answer = programs_call(api, api->write, 409, "POST", one(api, id, "/state"),
                                       arena_printf(api->p->arena, "{\"to\":\"%s\"}", to));
    assert_true(strlen(programs_text(jsn_get(answer, "error"), "message")) > 10);
    assert_state(api, id, from, "interface");
    if (!strcmp(from, to) || campaign_may(from, to)) /* a run may take it there */
        return;
    database_script(
        api->p->people->db,
        arena_printf(api->p->arena,
                     "DO $$ BEGIN UPDATE campaign SET state = '%s' WHERE campaign_id = %" PRId64
                     "; RAISE EXCEPTION 'the database took it from %s to %s'; EXCEPTION WHEN "
                     "check_violation THEN NULL; END $$",
                     to, id, from, to));
    assert_state(api, id, from, "database");
}

static void
walks_every_pair_of_states(void **state)
{
    struct programs *api = *state;
    size_t taken = 0, refused = 0;
    if (!api)
        return;
    for (const struct campaign_state *from = campaign_states; from->name; from++)
        for (const struct campaign_state *to = campaign_states; to->name; to++) {
            const struct campaign_move *move = campaign_move_between(from->name, to->name);
            if (!move || !move->act) {
                refused_by_all(api, from->name, to->name);
                refused++;
                continue;
            }
            int64_t id = complete(api);
            bring_to(api, id, from->name);
            struct jsn *answer =
                programs_call(api, api->write, 200, "POST", one(api, id, "/state"),
                              arena_printf(api->p->arena, "{\"to\":\"%s\"}", to->name));
            assert_string_equal(programs_text(answer, "state"), to->name);
            taken++;
        }
    assert_int_equal(taken + refused, 81);
    assert_int_equal(taken, 15);
    struct jsn *wrong = programs_call(api, api->write, 400, "POST",
                                      one(api, complete(api), "/state"), "{\"to\":\"lost\"}");
    assert_string_equal(programs_field(wrong), "to");
}

/* The gates hold for programs as for people. */
static void
says_what_a_gate_asks_for(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct jsn *made = programs_call(api, api->write, 201, "POST", programs_path(api, "/campaigns"),
                                     "{\"name\":\"Gates\"}");
    struct jsn *answer =
        programs_call(api, api->write, 409, "POST", one(api, programs_int(made, "id"), "/state"),
                      "{\"to\":\"ready\"}");
    assert_non_null(strstr(programs_text(jsn_get(answer, "error"), "message"), "people"));
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Drafts", "review");
    answer = programs_call(api, api->write, 409, "POST", one(api, r.campaign, "/state"),
                           "{\"to\":\"approved\"}");
    assert_non_null(
        strstr(programs_text(jsn_get(answer, "error"), "message"), "1 message is not decided"));
    /* What a state does not allow to change. */
    answer = programs_call(api, api->write, 409, "PATCH", one(api, r.campaign, ""),
                           "{\"language\":\"de\"}");
    programs_call(api, api->write, 200, "PATCH", one(api, r.campaign, ""), "{\"tone\":\"casual\"}");
    programs_call(api, api->write, 409, "DELETE", one(api, r.campaign, ""), NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_changes_and_deletes),   cmocka_unit_test(offers_and_clones),
        cmocka_unit_test(lists_by_tab_name_and_place), cmocka_unit_test(walks_every_pair_of_states),
        cmocka_unit_test(says_what_a_gate_asks_for),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
