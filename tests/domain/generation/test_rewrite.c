/* Writing one message anew, by the embedded writer and by a model that nobody answers for. */
#include "domain/generation/writing.h"

#include "domain/generation/rewrite.h"
#include "domain/pipeline/ledger.h"

/* The one message of a campaign that is in review. */
static int64_t
message(struct database *db, int64_t *campaign)
{
    *campaign = writing_campaign(db, "choose");
    writing_step(db, *campaign, "email", 1);
    writing_people(db, *campaign, 1);
    writing_start(db, *campaign);
    writing_work(db, 10);
    return writing_sql(db, "SELECT message_id FROM message WHERE campaign_id = %" PRId64,
                       *campaign);
}

static void
writes_another_text_at_once(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign, id = message(db, &campaign), job_id, cost;
    bool by_model;
    database_begin(db);
    assert_true(rewrite_estimate(&db->ctx, id, &by_model, &cost));
    assert_false(by_model);
    assert_int_equal(cost, 0);
    if (!rewrite_start(&db->ctx, id, &(struct rewrite_wish){.tone = "casual"}, &job_id))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    assert_int_equal(job_id, 0);
    assert_string_equal(
        writing_text(db,
                     "SELECT m.version || ' ' || m.state || ' ' || m.tone || ' ' || m.rewrites || "
                     "' ' || count(DISTINCT v.body) FROM message m JOIN message_version v USING "
                     "(tenant_id, message_id) WHERE m.message_id = %" PRId64
                     " GROUP BY m.tenant_id, m.message_id",
                     id),
        "2 draft casual 1 2");
    static const struct {
        struct rewrite_wish wish;
        const char *field;
    } cases[] = {
        {{.language = "xx"},           "language"   },
        {{.tone = "loud"},             "tone"       },
        {{.formality = "none"},        "formality"  },
        {{.instruction = "Be short."}, "instruction"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        database_begin(db);
        assert_false(rewrite_start(&db->ctx, id, &cases[i].wish, &job_id));
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        assert_string_equal(db->ctx.err.field, cases[i].field);
        db_rollback(&db->ctx);
        err_clear(&db->ctx);
    }
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_another_text_at_once),
    };
    claiming_alone();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
