/* A campaign of a tenant of its own that can be written, and the workers that write it: for the tests of
 * generation, by SQL as campaigns, steps and people leave them. */
#ifndef LEADGEN_TESTS_DOMAIN_WRITING_H
#define LEADGEN_TESTS_DOMAIN_WRITING_H

#include "support/claiming.h"

#include <string.h>

#include "domain/generation/generation.h"
#include "domain/pipeline/stage_queue.h"

/* SQL as the owner, one number of it; the first %lld is the tenant. */
#define writing_sql(db, ...) database_number((db), arena_printf((db)->arena, __VA_ARGS__))
#define writing_text(db, ...) database_value((db), arena_printf((db)->arena, __VA_ARGS__))

/* A campaign that is ready, with an offer in English and German; mode: choose or split. */
static inline int64_t
writing_campaign(struct database *db, const char *mode)
{
    return writing_sql(
        db,
        "WITH s AS (INSERT INTO campaign_sender (tenant_id, name, company, is_default) VALUES "
        "(%" PRId64 ", 'Hana Test', 'Kestrel', true) RETURNING tenant_id, sender_id), c AS (INSERT "
        "INTO campaign (tenant_id, name, name_key, state, variant_mode, sender_id) SELECT "
        "tenant_id, 'Autumn', 'autumn', 'ready', '%s', sender_id FROM s RETURNING tenant_id, "
        "campaign_id) INSERT INTO campaign_offer (tenant_id, campaign_id, language, does) SELECT "
        "tenant_id, campaign_id, o.language, o.does FROM c CROSS JOIN (VALUES ('en', 'We check "
        "your invoices before they go out.'), ('de', 'Wir prüfen Ihre Rechnungen vor dem "
        "Versand.')) AS o(language, does) RETURNING campaign_id",
        db->tenant, mode);
}

static inline int64_t
writing_step(struct database *db, int64_t campaign, const char *channel, int variants)
{
    return writing_sql(
        db,
        "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length, "
        "variants) SELECT %" PRId64 ", %" PRId64 ", count(*) + 1, '%s', 'Step ' || count(*) + 1, "
        "300, %d FROM campaign_step WHERE campaign_id = %" PRId64 " RETURNING step_id",
        db->tenant, campaign, channel, variants, campaign);
}

/* `n` people, each at a company of their own, with a good address and a profile; the id of the first,
 * the others follow, as acts_many has it. */
static inline int64_t
writing_people(struct database *db, int64_t campaign, int n)
{
    return writing_sql(
        db,
        "WITH c AS (INSERT INTO company (tenant_id, name, name_key, search, sort_name, domain, "
        "codes) SELECT %" PRId64 ", 'Works ' || i, 'works', 'works', 'works', 'w' || i || "
        "'.example', (SELECT array_agg(0::smallint) FROM generate_series(1, 12)) FROM "
        "generate_series(1, %d) i RETURNING tenant_id, company_id, domain), p AS (INSERT INTO "
        "contact (tenant_id, contact_id, first_name, last_name, name_key, search, sort_name, "
        "email, email_key, "
        "linkedin_url, linkedin_key, company_id, email_state, codes) SELECT tenant_id, 1000000000 "
        "+ "
        "tenant_id * 100000 + (SELECT count(*) FROM contact o WHERE o.tenant_id = c.tenant_id) + "
        "row_number() OVER (ORDER BY company_id), 'Ann', "
        "'Tester', 'x', 'x', 'x', 'ann@' || domain, 'ann@' || domain, 'https://x.example/' || "
        "domain, domain, company_id, 1, (SELECT array_agg(0::smallint) FROM generate_series(1, "
        "12)) FROM c ORDER BY company_id RETURNING tenant_id, contact_id), x AS (INSERT INTO "
        "campaign_person (tenant_id, campaign_id, contact_id) SELECT tenant_id, %" PRId64
        ", contact_id FROM p RETURNING contact_id) SELECT min(contact_id) FROM x",
        db->tenant, n, campaign);
}

static inline const char *
writing_state(struct database *db, int64_t campaign)
{
    return writing_text(db, "SELECT state FROM campaign WHERE campaign_id = %" PRId64, campaign);
}

/* "written", or "failed: No step can ..." */
static inline const char *
writing_person(struct database *db, int64_t campaign, int64_t contact)
{
    return writing_text(db,
                        "SELECT concat_ws(': ', state, reason) FROM campaign_person WHERE "
                        "campaign_id = %" PRId64 " AND contact_id = %" PRId64,
                        campaign, contact);
}

static inline int64_t
writing_messages(struct database *db, int64_t campaign)
{
    return writing_sql(db, "SELECT count(*) FROM message WHERE campaign_id = %" PRId64, campaign);
}

/* Starts; the job that gathers the people is done at once. */
static inline int64_t
writing_start(struct database *db, int64_t campaign)
{
    int64_t run;
    database_begin(db);
    if (!generation_start(&db->ctx, campaign, &run))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    claiming_run(db, &db->ctx,
                 writing_sql(db, "SELECT job_id FROM pipeline_run WHERE run_id = %" PRId64, run));
    return run;
}

/* Works on `most` batches at most, until nothing is ready; attempts that wait are made due first. */
static inline void
writing_work(struct database *db, int most)
{
    struct stage_queue queue;
    char said[STAGE_NOTE_SIZE];
    bool found = true;
    stage_queue_open(&queue, "test:1");
    while (found && most-- > 0) {
        database_script(db, "UPDATE stage_work SET next_at = now() WHERE state = 'w'");
        queue.n_lanes = 0;
        if (!stage_queue_refresh(&db->ctx, &queue) ||
            !stage_queue_work(&db->ctx, &queue, &found, said))
            fail_msg("%s", db->ctx.err.message);
        if (*said)
            printf("# %s\n", said);
    }
    stage_queue_close(&queue);
}

#endif
