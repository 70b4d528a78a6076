/* Services on a real database: keys go in and never out, turns are shared, calls are counted. */
#include "support/people.h"

#include "domain/provider/provider.h"
#include "domain/provider/provider_call.h"

static struct provider
brave(void)
{
    return (struct provider){.kind = PROVIDER_SEARCH,
                             .name = "Search",
                             .base_url = search_presets[0].base_url,
                             .settings = search_presets[0].settings,
                             .price_micros = 5000,
                             .per_minute = 60,
                             .per_day = 3,
                             .timeout_seconds = 5,
                             .is_on = true};
}

static int64_t
add(struct people *p)
{
    struct provider one = brave();
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, provider_save(&p->app, &one));
    people_commit(p);
    return one.provider_id;
}

static void
keys_go_one_way(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t id = add(p), other = 0;
    const char *key;
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, provider_set_key(&p->app, p->kestrel, id, "a b"), ERR_INPUT);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, provider_set_key(&p->app, p->kestrel, id, "geheim-123"));
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM provider WHERE provider_id = %" PRId64
                                   " AND provider::text LIKE '%%geheim%%'",
                                   id),
                     0);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, provider_key(&p->app, p->kestrel, id, &key));
    assert_string_equal(key, "geheim-123");
    struct provider seen;
    assert_ok(p, provider_get(&p->app, id, &seen));
    assert_true(seen.has_key);
    assert_string_equal(seen.key_set_by, "ada");
    /* A sealed key copied to another service opens there no more. */
    struct provider twin = brave();
    twin.name = "Twin";
    assert_ok(p, provider_save(&p->app, &twin));
    other = twin.provider_id;
    people_commit(p);
    people_number(p,
                  "UPDATE provider SET sealed_key = (SELECT sealed_key FROM provider WHERE "
                  "provider_id = %" PRId64 ") WHERE provider_id = %" PRId64 " RETURNING 1",
                  id, other);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, provider_key(&p->app, p->kestrel, other, &key), ERR_UNAVAILABLE);
    people_begin(p, BO, p->atlas);
    assert_refused(p, provider_get(&p->app, id, &seen), ERR_NOT_FOUND);
    people_begin(p, ADA, p->kestrel);
    twin = brave();
    assert_refused(p, provider_save(&p->app, &twin), ERR_INPUT);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, provider_remove(&p->app, id));
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM provider WHERE provider_id = %" PRId64
                                   " AND sealed_key IS NULL",
                                   id),
                     1);
    people_free(p);
}

static void
turns_are_shared_and_counted(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t id = add(p), wait;
    const char *why;
    bool go;
    struct ctx *batch = &p->db->ctx;
    const struct provider_ended good = {
        .outcome = PROVIDER_OK, .http_status = 200, .milliseconds = 30, .cost_micros = 5000};
    for (int64_t i = 0; i < 3; i++) {
        assert_true(provider_call_enter(batch, p->kestrel, id, &go, &wait, &why));
        assert_true(go);
        assert_in_range(wait, i ? i * 1000 - 900 : 0, i * 1000);
        assert_true(provider_call_leave(batch, p->kestrel, id, "search", &good));
    }
    assert_true(provider_call_enter(batch, p->kestrel, id, &go, &wait, &why));
    assert_false(go);
    assert_string_equal(why, "The calls of today are used up.");
    people_begin(p, ADA, p->kestrel);
    struct provider seen;
    struct provider_call_row *calls;
    size_t n;
    assert_ok(p, provider_get(&p->app, id, &seen));
    assert_int_equal(seen.calls, 3);
    assert_int_equal(seen.cost_micros, 15000);
    assert_ok(p, provider_calls(&p->app, id, 10, &calls, &n));
    assert_int_equal(n, 3);
    assert_string_equal(calls[0].outcome, "ok");
    people_commit(p);
    /* A page calls nobody. */
    batch->no_outside = true;
    assert_false(provider_call_enter(batch, p->kestrel, id, &go, &wait, &why));
    assert_int_equal(batch->err.kind, ERR_BUG);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_go_one_way),
        cmocka_unit_test(turns_are_shared_and_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
