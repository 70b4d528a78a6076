/* The gate of triage as a run meets it: passes, waits for a person, leaves out, and says why. */
#include "support/people.h"

#include "domain/pipeline/stage_triage.h"
#include "domain/triage/triage_queue.h"

static int64_t
add_company(struct people *p, const char *name, const char *tier, int code)
{
    return people_number(
        p,
        "INSERT INTO company (tenant_id, name, name_key, search, sort_name, domain, tier, codes) "
        "VALUES (%" PRId64 ", '%s', '%s', '%s', '%s', '%s.example', '%s', "
        "'{0,0,0,0,0,0,%d,0,1,0,0}') RETURNING company_id",
        p->kestrel, name, name, name, name, name, tier, code);
}

/* As the queue does: work, then write in one transaction. */
static struct stage_item
pass_gate(struct people *p, int64_t company_id)
{
    struct ctx *ctx = &p->db->ctx;
    struct stage_item *item = ARENA_NEW(p->arena, struct stage_item);
    struct stage_batch batch = {
        .stage = &stage_triage, .tenant_id = p->kestrel, .items = item, .n_items = 1};
    item->record_id = company_id;
    if (!stage_triage.work(ctx, &batch))
        fail_msg("%s", ctx->err.message);
    const char *enter =
        arena_printf(p->arena, "SELECT set_config('app.tenant', '%" PRId64 "', true)", p->kestrel);
    if (!db_begin(ctx, false) || !db_script(ctx, enter) || !stage_triage.write(ctx, &batch) ||
        !db_commit(ctx))
        fail_msg("%s", ctx->err.message);
    return *item;
}

static void
answers_for_each_verdict(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t best = add_company(p, "best", "tier_1_platinum", 1);
    int64_t bronze = add_company(p, "bronze", "tier_4_bronze", 4);
    int64_t poor = add_company(p, "poor", "deprioritize", 6);
    assert_int_equal(pass_gate(p, best).result, STAGE_DONE);
    struct stage_item item = pass_gate(p, bronze);
    assert_int_equal(item.result, STAGE_STOPPED);
    assert_string_equal(item.cause, "review");
    assert_string_equal(item.message, "A person decides in triage: Tier 4 - Bronze neither passes "
                                      "nor is left out by itself.");
    item = pass_gate(p, poor);
    assert_int_equal(item.result, STAGE_STOPPED);
    assert_string_equal(item.cause, "rules");
    item = pass_gate(p, INT64_MAX);
    assert_int_equal(item.result, STAGE_NO_MATCH);
    /* Twice is the same. */
    pass_gate(p, bronze);
    assert_int_equal(
        people_number(p, "SELECT count(*) FROM triage WHERE tenant_id = %" PRId64, p->kestrel), 3);
    /* A person's word counts from then on. */
    struct triage_one taken;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, triage_decide(&p->app, bronze, TRIAGE_PASS, "", &taken));
    assert_ok(p, triage_decide(&p->app, best, TRIAGE_DISQUALIFY, "competitor", &taken));
    people_commit(p);
    item = pass_gate(p, bronze);
    assert_int_equal(item.result, STAGE_DONE);
    assert_string_equal(item.cause, "by_hand");
    item = pass_gate(p, best);
    assert_int_equal(item.result, STAGE_STOPPED);
    assert_string_equal(item.cause, "disqualified");
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers_for_each_verdict)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
