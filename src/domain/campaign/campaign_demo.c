/* The demo's campaign. See campaign_demo.h. */
#include "domain/campaign/campaign_demo.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/audience/campaign_adding.h"
#include "domain/audience/campaign_check.h"
#include "domain/campaign/campaign_offer.h"
#include "domain/campaign/campaign_state.h"
#include "domain/sequence/campaign_template.h"
#include "domain/campaign/sender.h"
#include "domain/change/change.h"
#include "domain/generation/generation.h"
#include "domain/record/record.h"
#include "statements.h"

enum { PEOPLE = 12 };

static const struct sender demo_sender = {.name = "Ada Lindqvist",
                                          .role = "Head of Partnerships",
                                          .company = "Northbeam",
                                          .email = "ada@northbeam.example",
                                          .postal_address =
                                              "Vodičkova 12, 110 00 Praha 1, Czechia"};

static const struct campaign_offer demo_offers[] = {
    {"en", "We answer the security questionnaires that large companies send to AI vendors.",
     "Deals stop waiting for weeks on a security review.",                                                                                                                         "Linden & Vale answered forty questionnaires with us in their first quarter.",
     "https://northbeam.example/linden-vale",                                                                                                                                                                                                                                                              "Could I show you in 15 minutes next week?"},
    {"de",
     "Wir beantworten die Sicherheitsfragebögen, die große Unternehmen an KI-Anbieter schicken.", "Abschlüsse warten dann nicht mehr wochenlang auf eine Sicherheitsprüfung.",
     "Linden & Vale hat mit uns im ersten Quartal vierzig Fragebögen beantwortet.",                                                                                                                                                                              "https://northbeam.example/linden-vale",
     "Darf ich Ihnen das nächste Woche in 15 Minuten zeigen?"                                                                                                                                                                                                                                                                                        },
};

/* A second one, for who wants to try steps and people: nothing is written for it. */
static bool
begin_draft(struct ctx *ctx, const struct campaign *like)
{
    struct campaign settings = *like;
    struct campaign_template steps;
    int64_t id;
    settings.name = "Operations teams, first contact";
    settings.description = NULL;
    return campaign_create(ctx, &settings, &id) && campaign_offer_save(ctx, id, demo_offers) &&
           campaign_template_load(ctx, id, "linkedin-email", &steps);
}

bool
campaign_demo_begin(struct ctx *ctx)
{
    struct campaign settings = campaign_defaults;
    struct campaign_template steps;
    int64_t id, job_id;
    settings.name = "AI vendors before a security review";
    settings.description = "Decision makers of the demo's companies that sell to large companies.";
    if (!sender_save(ctx, &demo_sender, &settings.sender_id) ||
        !campaign_create(ctx, &settings, &id))
        return false;
    for (size_t i = 0; i < sizeof demo_offers / sizeof *demo_offers; i++)
        if (!campaign_offer_save(ctx, id, &demo_offers[i]))
            return false;
    return campaign_template_load(ctx, id, "meetup", &steps) &&
           job_enqueue(ctx, "campaign_demo", id, NULL, &job_id) && begin_draft(ctx, &settings);
}

/* Somebody of the demo's companies. */
struct somebody {
    int64_t contact_id;
    const char *first_name, *last_name, *domain, *email;
    bool german;
};

/* An address as the company might have given them, all within the domains kept for examples. */
static const char *
address_of(struct arena *arena, const struct somebody *person)
{
    char *local =
        text_fold(arena, arena_printf(arena, "%s.%s", person->first_name, person->last_name));
    size_t length = 0;
    for (const char *c = local; *c; c++)
        if ((*c >= 'a' && *c <= 'z') || *c == '.')
            local[length++] = *c;
    local[length] = '\0';
    return arena_printf(arena, "%s@%s", local, person->domain);
}

/* Addresses for who has none; and that the one in Germany reads German, as their letters will be. */
static bool
give_facts(struct ctx *ctx, const struct somebody *people, size_t n)
{
    int64_t set_id = 0, changed;
    for (size_t i = 0; i < n; i++) {
        const char *values[RECORD_MOST_FIELDS] = {0};
        int64_t mask = people[i].german ? (int64_t)1 << CONTACT_LANGUAGE : 0;
        values[CONTACT_LANGUAGE] = "German";
        if (!people[i].email) {
            values[CONTACT_EMAIL] = address_of(ctx->arena, &people[i]);
            mask |= (int64_t)1 << CONTACT_EMAIL;
        }
        if (mask && !record_update(ctx, RECORD_CONTACT, &set_id, people[i].contact_id, 0, mask,
                                   values, 0, &changed))
            return false;
    }
    return true;
}

static bool
fill(struct ctx *ctx, int64_t campaign_id)
{
    static const struct field map[] = {FIELD_I64(struct somebody, contact_id),
                                       FIELD_STR(struct somebody, first_name),
                                       FIELD_STR(struct somebody, last_name),
                                       FIELD_STR(struct somebody, domain),
                                       FIELD_STR(struct somebody, email),
                                       FIELD_BOOL(struct somebody, german),
                                       FIELD_END};
    struct somebody *people;
    struct campaign_adding_preview preview;
    int64_t run_id, job_id, check_id, ids[PEOPLE];
    size_t n;
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_DEMO_PEOPLE, DB_ARGS(DB_I64(PEOPLE)), map, &people, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        ids[i] = people[i].contact_id;
    const struct campaign_adding_choice choice = {
        .entity = RECORD_CONTACT, .filter = "", .ids = ids, .n_ids = n, .how = "list"};
    return give_facts(ctx, people, n) &&
           campaign_adding_now(ctx, campaign_id, &choice, false, &preview, &job_id) &&
           campaign_check_start(ctx, campaign_id, &check_id, &job_id) &&
           campaign_move(ctx, campaign_id, "ready") && generation_start(ctx, campaign_id, &run_id);
}

bool
campaign_demo_job(struct ctx *ctx, struct job *job)
{
    struct campaign campaign;
    struct campaign_counts counts;
    int64_t waiting, people;
    if (!job_begin(ctx, job) || !db_i64(ctx, &SQL_CAMPAIGN_DEMO_WAITING, DB_NO_ARGS, &waiting))
        return false;
    if (waiting)
        return err_raise(ctx, ERR_CONFLICT, "The first run is still under way.");
    if (!campaign_lock(ctx, job->subject, &campaign) ||
        !campaign_counts(ctx, job->subject, &counts))
        return false;
    people = counts.people + counts.excluded;
    return (strcmp(campaign.state, "draft") != 0 || people || fill(ctx, job->subject)) &&
           job_finish(ctx, job) && db_commit(ctx);
}
