/* Campaigns with people, over support/people.h, written straight into the tables. */
#ifndef LEADGEN_TESTS_CAMPAIGNING_H
#define LEADGEN_TESTS_CAMPAIGNING_H

#include "support/claiming.h"
#include "support/people.h"

static inline int64_t
campaigning_campaign(struct people *p, const char *name, const char *state)
{
    return people_number(p,
                         "INSERT INTO campaign (tenant_id, name, name_key, state, owner_id) VALUES "
                         "(%" PRId64 ", '%s', lower('%s'), '%s', %" PRId64
                         ") RETURNING campaign_id",
                         p->kestrel, name, name, state, p->ids[ED]);
}

static inline int64_t
campaigning_step(struct people *p, int64_t campaign, int position, const char *channel, int day)
{
    return people_number(p,
                         "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, "
                         "day_offset, label, max_length) VALUES (%" PRId64 ", %" PRId64
                         ", %d, '%s', %d, 'Step %d', 300) RETURNING step_id",
                         p->kestrel, campaign, position, channel, day, position);
}

/* Mail may go to the countries of tests: what the laws say is another test's. */
static inline void
campaigning_allow(struct people *p)
{
    database_script(p->db,
                    arena_printf(p->arena,
                                 "INSERT INTO country_policy (tenant_id, country, basis, note) "
                                 "SELECT %" PRId64 ", unnest('{DE,FR,FI,SE,DK,PL,US,JP}'::text[]), "
                                 "'allowed', 'test' ON CONFLICT DO NOTHING",
                                 p->kestrel));
}

static inline int64_t
campaigning_company(struct people *p, const char *name, const char *country)
{
    campaigning_allow(p);
    return people_number(p,
                         "INSERT INTO company (tenant_id, name, name_key, search, sort_name, "
                         "domain, country, codes) "
                         "VALUES (%" PRId64
                         ", '%s', lower('%s'), lower('%s'), lower('%s'), lower('%s') || "
                         "'.example', %s, '{0,0,0,0,0,0,0,0,1,0,0,0}') RETURNING company_id",
                         p->kestrel, name, name, name, name, name,
                         country ? arena_printf(p->arena, "'%s'", country) : "NULL");
}

/* Reached by e-mail and LinkedIn; what a case needs is changed afterwards. */
static inline int64_t
campaigning_contact(struct people *p, const char *name, int64_t company)
{
    return people_number(p,
                         "INSERT INTO contact (tenant_id, first_name, last_name, name_key, search, "
                         "sort_name, email, "
                         "email_key, linkedin_url, company_id, codes) VALUES (%" PRId64
                         ", '%s', 'Test', lower('%s test'), lower('%s test'), lower('test %s'), "
                         "lower('%s@%s.example'), "
                         "lower('%s@%s.example'), 'https://www.linkedin.com/in/%s', nullif(%" PRId64
                         ", 0), '{0,0,0,1,0,0,0,1,0,0,0,0}') RETURNING contact_id",
                         p->kestrel, name, name, name, name, name, p->mark, name, p->mark, name,
                         company);
}

static inline void
campaigning_change(struct people *p, int64_t contact, const char *what)
{
    database_script(
        p->db,
        arena_printf(p->arena, "UPDATE contact SET %s WHERE contact_id = %" PRId64, what, contact));
}

static inline void
campaigning_join(struct people *p, int64_t campaign, int64_t contact)
{
    people_number(
        p,
        "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) VALUES (%" PRId64
        ", %" PRId64 ", %" PRId64 ") RETURNING contact_id",
        p->kestrel, campaign, contact);
}

/* A stage's last word on a record. */
static inline void
campaigning_stage(struct people *p, int entity, int64_t record, const char *stage,
                  const char *result)
{
    people_number(
        p,
        "WITH run AS (INSERT INTO pipeline_run (tenant_id, title, entity, filter, stages, "
        "state) VALUES (%" PRId64 ", 'Run', 1, '', '{crawl}', 'done') RETURNING run_id) "
        "INSERT INTO stage_latest (tenant_id, entity, record_id, stage, result, run_id, at) "
        "SELECT %" PRId64 ", %d, %" PRId64 ", '%s', '%s', run_id, now() FROM run RETURNING 1",
        p->kestrel, p->kestrel, entity, record, stage, result);
}

/* Runs a job here and now, as a worker does. */
static inline void
campaigning_work(struct people *p, int64_t job_id)
{
    struct ctx batch = p->db->ctx;
    batch.conf = &p->conf;
    claiming_run(p->db, &batch, job_id);
}

#endif
