/* Scores on a real database: evidence, tier through the change log, what a person chose, history,
 * erasing; the nightly task that scores anew. */
#include "support/acts.h"
#include "support/claiming.h"

#include "domain/scoring/icp_version.h"
#include "domain/scoring/score_rescore.h"
#include "domain/scoring/score_store.h"

static void
add_page(struct database *db, int64_t company, const char *path, int kind, const char *text)
{
    database_script(
        db, arena_printf(db->arena,
                         "INSERT INTO page (tenant_id, company_id, url, kind, http_status, sha256, "
                         "text, frame_text) VALUES (%" PRId64 ", %" PRId64
                         ", 'https://a.example%s', %d, 200, '', '%s', '');"
                         "INSERT INTO site (tenant_id, company_id, host, state, n_pages, "
                         "next_crawl_at) VALUES (%" PRId64 ", %" PRId64
                         ", 'a.example', 'done', 1, now()) ON CONFLICT DO NOTHING",
                         db->tenant, company, path, kind, text, db->tenant, company));
}

static void
score(struct database *db, const int64_t *ids, size_t n)
{
    struct score_model model;
    struct score_batch batch;
    database_begin(db);
    acts_ok(db, score_model_active(&db->ctx, db->arena, &model));
    acts_ok(db, score_read(&db->ctx, &model, ids, n, &batch));
    database_commit(db);
    acts_ok(db, score_all(&db->ctx, &model, &batch));
    database_begin(db);
    acts_ok(db, score_save(&db->ctx, &model, &batch));
    database_commit(db);
}

/* The signals that are not in the text: what a site is built with and what it links to. */
static void
sees_technologies_and_links(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    static const char document[] =
        "{\"format\": \"leadgen-icp-1\", \"name\": \"Shops\", \"signals\": ["
        "{\"key\": \"SHOP\", \"label\": \"Shop\", \"category\": \"X\", \"points\": 5, "
        "\"technologies\": [\"shopify\"]},"
        "{\"key\": \"CODE\", \"label\": \"Code\", \"category\": \"X\", \"points\": 3, "
        "\"links\": [\"//github.com/\"]}], \"tiers\": [{\"key\": \"all\", \"label\": "
        "\"All\", \"sets\": \"deprioritize\"}]}";
    int64_t shop = acts_company(db, "Shop", "shop.example"),
            bare = acts_company(db, "Bare", "bare.example");
    add_page(db, shop, "/", 1, "Shoes");
    add_page(db, shop, "/about", 9, "We");
    add_page(db, bare, "/", 1, "Shoes");
    database_script(
        db, arena_printf(db->arena,
                         "UPDATE page SET links = 'https://a.example/x' || chr(10) || "
                         "'https://github.com/shop' || chr(10) WHERE company_id = %" PRId64
                         " AND url LIKE '%%/about'; INSERT INTO company_technology (tenant_id, "
                         "company_id, technology, url, evidence) VALUES (%" PRId64 ", %" PRId64
                         ", 'shopify', 'https://a.example/', 'cdn.shopify.com')",
                         shop, db->tenant, shop));
    struct score_model model = {.version = 1};
    struct score_batch batch;
    const int64_t ids[] = {bare, shop};
    if (!icp_model_read(&db->ctx, document, strlen(document), &model.model))
        fail_msg("%s: %s", db->ctx.err.field, db->ctx.err.message);
    acts_ok(db, icp_scorer_open(&db->ctx, db->arena, &model.model, &model.scorer));
    database_begin(db);
    acts_ok(db, score_read(&db->ctx, &model, ids, 2, &batch));
    database_commit(db);
    acts_ok(db, score_all(&db->ctx, &model, &batch));
    const struct icp_score *score = &score_batch_company(&batch, shop)->score;
    assert_int_equal(score->n_findings, 2);
    assert_string_equal(score->findings[0].evidence[0].before, "Uses ");
    assert_string_equal(score->findings[0].evidence[0].found, "Shopify");
    assert_string_equal(score->findings[1].evidence[0].found, "https://github.com/shop");
    assert_int_equal(score_batch_company(&batch, bare)->score.n_findings, 0);
    database_free(db);
}

static const char *
value(struct database *db, const char *what, int64_t company)
{
    return database_value(db, arena_printf(db->arena,
                                           "SELECT %s WHERE tenant_id = %" PRId64
                                           " AND company_id = %" PRId64,
                                           what, db->tenant, company));
}

static void
scores_and_explains(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t good = acts_company(db, "Good", "good.example");
    int64_t mine = acts_company(db, "Mine", "mine.example");
    int64_t bare = acts_company(db, "Bare", "bare.example");
    add_page(db, good, "/", 1, "Agent orchestration with SSO for banking");
    add_page(db, good, "/blog", 9, "Embeddings");
    add_page(db, mine, "/", 1, "Agentic");
    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET tier = 'tier_2_gold' WHERE company_id = "
                                     "%" PRId64,
                                     mine));
    const int64_t ids[] = {bare, mine, good};
    score(db, ids, 3);
    /* 6 + 4 + 3, and half of 3 from the blog */
    assert_string_equal(value(db,
                              "total || ' ' || tier || ' ' || maturity || ' ' || "
                              "array_to_string(signals, ' ') || ' ' || "
                              "array_to_string(points, ' ') FROM score",
                              good),
                        "15 high production AGENT_PROD LLM_API ENT_READY REG_IND 6 2 4 3");
    assert_string_equal(value(db,
                              "tier || ' ' || score || ' ' || codes[7] || ' ' || codes[12] "
                              "FROM company",
                              good),
                        "tier_1_platinum 15 1 116");
    assert_string_equal(value(db,
                              "url || '|' || before || '|' || found || '|' || after FROM "
                              "score_evidence e JOIN (SELECT 'LLM_API') x(k) ON signal = k",
                              good),
                        "https://a.example/blog||Embeddings|");
    assert_string_equal(value(db,
                              "s.kind || ' ' || s.source || ' ' || c.kind::text FROM (SELECT "
                              "tenant_id, record_id AS company_id, change_set_id, kind FROM "
                              "change WHERE kind = 'u') c JOIN change_set s USING (tenant_id, "
                              "change_set_id)",
                              good),
                        "stage Score by model 1 u");
    /* a person's tier stays; what has no pages has no score */
    assert_string_equal(value(db, "tier || ' ' || score FROM company", mine), "tier_2_gold 4");
    assert_null(value(db, "total FROM score", bare));

    /* again: the same rows */
    score(db, ids, 3);
    assert_string_equal(value(db, "count(*) FROM score_evidence", good), "4");
    assert_string_equal(value(db, "count(*) FROM score_history", good), "1");
    assert_string_equal(value(db,
                              "count(*) FROM (SELECT tenant_id, record_id AS company_id FROM "
                              "change WHERE kind = 'u') c",
                              good),
                        "1");

    /* an edit of the record makes codes anew, and keeps the score's */
    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET codes = '{1,0,0,0,0,0,1,10,1,0,0}' WHERE "
                                     "company_id = %" PRId64,
                                     good));
    assert_string_equal(value(db, "codes[12] FROM company", good), "116");

    /* what a crawl took away leaves no evidence behind, and the tier follows */
    database_script(db, arena_printf(db->arena,
                                     "UPDATE page SET gone_at = now() WHERE company_id = %" PRId64
                                     " AND kind = 9",
                                     good));
    score(db, ids, 3);
    assert_string_equal(value(db, "tier || ' ' || score FROM company", good), "tier_2_gold 13");
    assert_string_equal(value(db, "count(*) FROM score_evidence", good), "3");
    assert_string_equal(value(db, "count(*) FROM score_history", good), "2");

    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET deleted_at = now(), erased_at = now() "
                                     "WHERE company_id = %" PRId64,
                                     good));
    assert_null(value(db, "total FROM score", good));
    assert_null(value(db, "score FROM company", good));
    database_free(db);
}

/* What the nightly task finds to do; its jobs are done at once. */
static const char *
rescore(struct database *db)
{
    struct task_run run = {.tenant_id = db->tenant};
    int64_t job;
    acts_ok(db, score_rescore_task(&db->ctx, &run));
    while ((job = database_number(db, arena_printf(db->arena,
                                                   "SELECT job_id FROM job WHERE kind = 'rescore' "
                                                   "AND tenant_id = %" PRId64
                                                   " AND attempts = 0 LIMIT 1",
                                                   db->tenant))) > 0)
        claiming_run(db, &db->ctx, job);
    return arena_strdup(db->arena, run.message);
}

/* Sites that give no score are not looked at night after night. */
static void
is_done_when_all_is_scored(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t good = acts_company(db, "Good", "good.example"),
            paper = acts_company(db, "Paper", "paper.example"),
            silent = acts_company(db, "Silent", "silent.example"),
            gone = acts_company(db, "Gone", "gone.example");
    add_page(db, good, "/", 1, "Agentic");
    add_page(db, paper, "/", 1, "Agentic news");
    add_page(db, silent, "/", 1, "");
    add_page(db, gone, "/", 1, "Agentic");
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO stage_latest (tenant_id, entity, record_id, "
                                     "stage, result, run_id, at) VALUES (%" PRId64 ", 1, %" PRId64
                                     ", 'facts', 'no_match', 1, now()), (%" PRId64 ", 1, %" PRId64
                                     ", 'facts', 'done', 1, now()); UPDATE page SET gone_at = "
                                     "now() WHERE company_id = %" PRId64,
                                     db->tenant, paper, db->tenant, good, gone));
    assert_string_equal(rescore(db), "1 companies");
    assert_string_equal(value(db, "total FROM score", good), "4");
    assert_null(value(db, "total FROM score", paper));
    assert_string_equal(rescore(db), "0 companies");
    /* it turned out to be a company, and the silent one began to speak */
    database_script(db, arena_printf(db->arena,
                                     "UPDATE stage_latest SET result = 'done' WHERE record_id = "
                                     "%" PRId64 " AND tenant_id = %" PRId64
                                     "; UPDATE page SET text = 'Agentic' WHERE company_id = "
                                     "%" PRId64,
                                     paper, db->tenant, silent));
    assert_string_equal(rescore(db), "2 companies");
    assert_string_equal(value(db, "total FROM score", paper), "4");
    assert_string_equal(value(db, "total FROM score", silent), "4");
    assert_string_equal(rescore(db), "0 companies");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(sees_technologies_and_links),
                                       cmocka_unit_test(scores_and_explains),
                                       cmocka_unit_test(is_done_when_all_is_scored)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
