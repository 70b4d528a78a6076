/* People of campaigns for programs: whom ids or a filter would add is said before anybody is, they are left
 * out, taken out and put back, listed by state and a page at a time. */
#include "support/web/programs.h"

static int64_t
campaign(struct programs *api, const char *name)
{
    return programs_int(programs_call(api, api->write, 201, "POST",
                                      programs_path(api, "/campaigns"),
                                      arena_printf(api->p->arena, "{\"name\":\"%s\"}", name)),
                        "id");
}

static const char *
below(struct programs *api, int64_t id, const char *rest)
{
    return programs_path(api, "/campaigns/%" PRId64 "%s", id, rest);
}

static int64_t
listed(struct programs *api, int64_t id, const char *query)
{
    struct jsn *page =
        programs_call(api, api->read, 200, "GET",
                      below(api, id, arena_printf(api->p->arena, "/people%s", query)), NULL);
    return (int64_t)jsn_length(jsn_get(page, "items"));
}

static void
asks_before_it_adds(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    int64_t kestrel = api->p->people->kestrel, id = campaign(api, "Asking");
    int64_t last = 0;
    for (int i = 0; i < 3; i++)
        last = programs_contact(api, kestrel, arena_printf(api->p->arena, "Quinn%d", i));
    int64_t theirs = programs_contact(api, api->p->people->atlas, "Quinn");
    programs_call(api, api->write, 200, "PATCH", programs_path(api, "/contacts/%" PRId64, last),
                  "{\"status\":\"disqualified\"}");
    struct jsn *asked = programs_call(api, api->write, 201, "POST", below(api, id, "/addings"),
                                      "{\"filter\":\"q=quinn\"}");
    struct jsn *preview = jsn_get(asked, "preview");
    assert_int_equal(programs_int(preview, "chosen"), 3);
    assert_int_equal(programs_int(preview, "fit"), 2);
    assert_int_equal(programs_int(preview, "disqualified"), 1);
    assert_int_equal(listed(api, id, ""), 0);
    const char *one =
        below(api, id, arena_printf(api->p->arena, "/addings/%" PRId64, programs_int(asked, "id")));
    const char *confirm = arena_printf(api->p->arena, "%s/confirm", one);
    programs_call(api, api->write, 409, "POST", confirm, "{\"expected\":3}");
    struct jsn *done = programs_call(api, api->write, 200, "POST", confirm, "{\"expected\":2}");
    assert_string_equal(programs_text(done, "state"), "done");
    assert_int_equal(programs_int(done, "added"), 2);
    assert_int_equal(listed(api, id, ""), 2);
    programs_call(api, api->write, 409, "POST", confirm, "{\"expected\":2}");
    programs_call(api, api->write, 200, "POST", arena_printf(api->p->arena, "%s/undo", one), NULL);
    assert_int_equal(listed(api, id, ""), 0);
    /* forgotten */
    asked = programs_call(api, api->write, 201, "POST", below(api, id, "/addings"),
                          "{\"filter\":\"q=quinn\"}");
    one =
        below(api, id, arena_printf(api->p->arena, "/addings/%" PRId64, programs_int(asked, "id")));
    programs_call(api, api->write, 200, "POST", arena_printf(api->p->arena, "%s/cancel", one),
                  "{}");
    programs_call(api, api->write, 404, "GET", one, NULL);
    /* somebody of another workspace is nobody */
    done = programs_call(api, api->write, 200, "POST", below(api, id, "/people"),
                         arena_printf(api->p->arena, "{\"ids\":[%" PRId64 "]}", theirs));
    assert_int_equal(programs_int(jsn_get(done, "preview"), "fit"), 0);
    assert_int_equal(listed(api, id, ""), 0);
    struct jsn *wrong = programs_call(api, api->write, 400, "POST", below(api, id, "/people"),
                                      "{\"ids\":[1],\"filter\":\"q=a\"}");
    assert_string_equal(programs_field(wrong), "ids");
    programs_call(api, api->write, 400, "POST", below(api, id, "/people"),
                  "{\"filter\":\"hair=red\"}");
    programs_call(api, api->write, 400, "POST", below(api, id, "/people"), "{\"ids\":[\"1\"]}");
}

static void
leaves_out_and_puts_back(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    int64_t id = campaign(api, "People"), ids[3];
    for (int i = 0; i < 3; i++)
        ids[i] = programs_contact(api, api->p->people->kestrel,
                                  arena_printf(api->p->arena, "Robin%d", i));
    const char *all = arena_printf(api->p->arena, "{\"ids\":[%" PRId64 ",%" PRId64 ",%" PRId64 "]}",
                                   ids[0], ids[1], ids[2]);
    struct jsn *added = programs_call(api, api->write, 200, "POST", below(api, id, "/people"), all);
    assert_int_equal(programs_int(jsn_get(added, "preview"), "fit"), 3);
    assert_int_equal(listed(api, id, ""), 3);
    struct jsn *page =
        programs_call(api, api->read, 200, "GET", below(api, id, "/people?limit=2"), NULL);
    assert_int_equal(jsn_length(jsn_get(page, "items")), 2);
    assert_string_equal(programs_text(jsn_at(jsn_get(page, "items"), 0), "name"), "Robin0 Bell");
    assert_int_equal(
        listed(api, id,
               arena_printf(api->p->arena, "?limit=2&after=%s", programs_text(page, "after"))),
        1);
    const char *exclude = below(api, id, "/people/exclude");
    const char *who = arena_printf(api->p->arena, "{\"ids\":[%" PRId64 ",999999999]", ids[0]);
    struct jsn *wrong = programs_call(api, api->write, 400, "POST", exclude,
                                      arena_printf(api->p->arena, "%s,\"reason\":\"no\"}", who));
    assert_string_equal(programs_field(wrong), "reason");
    struct jsn *left =
        programs_call(api, api->write, 200, "POST", exclude,
                      arena_printf(api->p->arena, "%s,\"reason\":\"Asked us to wait\"}", who));
    assert_int_equal(programs_int(left, "people"), 1); /* who is not in it does not count */
    assert_int_equal(listed(api, id, "?state=excluded"), 1);
    struct jsn *back = programs_call(api, api->write, 200, "POST", below(api, id, "/people/back"),
                                     arena_printf(api->p->arena, "%s}", who));
    assert_int_equal(programs_int(back, "people"), 1);
    programs_call(api, api->write, 200, "POST", below(api, id, "/people/remove"),
                  arena_printf(api->p->arena, "%s}", who));
    assert_int_equal(listed(api, id, ""), 2);
    assert_int_equal(listed(api, id, "?state=waiting"), 2);
    assert_int_equal(listed(api, id, "?q=ROBIN2"), 1);
}

static void
disqualifies_everywhere(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Gone", "review");
    const char *path = programs_path(api, "/contacts/%" PRId64 "/disqualify", r.contact);
    struct jsn *wrong = programs_call(api, api->write, 400, "POST", path, "{\"reason\":\"no\"}");
    assert_string_equal(programs_field(wrong), "reason");
    struct jsn *contact =
        programs_call(api, api->write, 200, "POST", path, "{\"reason\":\"Wrong person\"}");
    assert_string_equal(programs_text(contact, "status"), "disqualified");
    struct jsn *message = programs_call(api, api->read, 200, "GET",
                                        programs_path(api, "/messages/%" PRId64, r.message), NULL);
    assert_string_equal(programs_text(message, "state"), "rejected");
    assert_int_equal(listed(api, r.campaign, "?state=excluded"), 1);
    struct jsn *job = programs_call(api, api->read, 200, "GET",
                                    programs_path(api, "/jobs/%" PRId64, r.job), NULL);
    assert_string_equal(programs_text(job, "state"), "done");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_before_it_adds),
        cmocka_unit_test(leaves_out_and_puts_back),
        cmocka_unit_test(disqualifies_everywhere),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
