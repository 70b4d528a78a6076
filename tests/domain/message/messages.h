/* Campaigns with messages for tests of review, over support/people.h: written by SQL, as generation leaves
 * them. */
#ifndef LEADGEN_TESTS_DOMAIN_MESSAGES_H
#define LEADGEN_TESTS_DOMAIN_MESSAGES_H

#include "support/people.h"

/* A campaign of kestrel that takes drafts; mode: choose or split. */
static inline int64_t
messages_campaign(struct people *p, const char *name, const char *mode)
{
    return people_number(
        p,
        "INSERT INTO campaign (tenant_id, name, name_key, state, variant_mode) VALUES "
        "(%" PRId64 ", '%s', lower('%s'), 'review', '%s') RETURNING campaign_id",
        p->kestrel, name, name, mode);
}

static inline int64_t
messages_step(struct people *p, int64_t campaign, int position, const char *channel)
{
    return people_number(
        p,
        "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length) "
        "VALUES (%" PRId64 ", %" PRId64 ", %d, '%s', 'Touch %d', 300) RETURNING step_id",
        p->kestrel, campaign, position, channel, position);
}

/* Somebody in the campaign, at a company of the same name. */
static inline int64_t
messages_person(struct people *p, int64_t campaign, const char *name, int rank)
{
    return people_number(
        p,
        "WITH f AS (INSERT INTO company (tenant_id, name, name_key, search, sort_name, domain, "
        "codes) "
        "VALUES (%" PRId64 ", '%s Works', lower('%s works'), lower('%s works'), lower('%s works'), "
        "lower('%s.example'), '{0,0,0,0,0,0,0,0,1,0,0}') RETURNING company_id), "
        "k AS (INSERT INTO contact (tenant_id, first_name, last_name, name_key, search, sort_name, "
        "email, "
        "email_key, company_id, codes) SELECT %" PRId64 ", '%s', 'Tester', lower('%s tester'), "
        "lower('%s tester'), lower('%s tester'), lower('%s@%s.example'), lower('%s@%s.example'), "
        "company_id, "
        "'{0,0,0,0,0,0,0,0,0,0,0,0}' FROM f RETURNING contact_id) "
        "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state, rank) SELECT "
        "%" PRId64 ", %" PRId64 ", contact_id, 'written', %d FROM k RETURNING contact_id",
        p->kestrel, name, name, name, name, name, p->kestrel, name, name, name, name, name, name,
        name, name, p->kestrel, campaign, rank);
}

/* A draft with one text; variant from 1. */
static inline int64_t
messages_draft(struct people *p, int64_t step, int64_t contact, int variant, const char *body)
{
    return people_number(
        p,
        "WITH m AS (INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, variant, "
        "angle, channel, "
        "position, rank, language, tone, formality, subject_start, provider) SELECT s.tenant_id, "
        "s.campaign_id, s.step_id, p.contact_id, %d, "
        "(ARRAY['pain', 'opportunity', 'social_proof'])[%d], s.channel, s.position, p.rank, 'en', "
        "'professional', 'formal', CASE s.channel WHEN 'email' THEN 'Hello there' ELSE "
        "left($b$%s$b$, 60) END, "
        "'embedded' FROM campaign_step s JOIN campaign_person p USING (tenant_id, campaign_id) "
        "WHERE "
        "s.step_id = %" PRId64 " AND p.contact_id = %" PRId64
        " RETURNING tenant_id, message_id, channel) "
        "INSERT INTO message_version (tenant_id, message_id, version, subject, body, claims, "
        "origin) "
        "SELECT tenant_id, message_id, 1, CASE channel WHEN 'email' THEN 'Hello there' END, "
        "$b$%s$b$, "
        "'[]', 'embedded' FROM m RETURNING message_id",
        variant, variant, body, step, contact, body);
}

/* What is in a message: a number or a length of text by SQL. */
static inline int64_t
messages_is(struct people *p, int64_t message, const char *what)
{
    return people_number(
        p, "SELECT count(*) FROM message m WHERE m.message_id = %" PRId64 " AND %s", message, what);
}

#endif
