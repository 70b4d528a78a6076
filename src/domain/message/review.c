/* The review queue. See review.h. */
#include "domain/message/review.h"

#include <string.h>

#include "base/db.h"
#include "domain/campaign/campaign_offer.h"
#include "domain/message/message_version.h"
#include "statements.h"

enum { OTHERS_READ = 60 };

struct taken {
    int64_t message_id, kept;
};

static bool
take(struct ctx *ctx, const struct sql *sql, int64_t campaign_id, int64_t but, int64_t *message_id)
{
    static const struct field map[] = {FIELD_I64(struct taken, message_id),
                                       FIELD_I64(struct taken, kept), FIELD_END};
    struct taken *rows;
    size_t n;
    if (!DB_ALL(ctx, sql, DB_ARGS(DB_ID(campaign_id), DB_I64(but)), map, &rows, &n))
        return false;
    *message_id = n ? rows[0].message_id : 0;
    return true;
}

bool
review_next(struct ctx *ctx, int64_t campaign_id, int64_t but, int64_t *message_id)
{
    return take(ctx, &SQL_REVIEW_TAKE, campaign_id, but, message_id) &&
           (*message_id || take(ctx, &SQL_REVIEW_TAKE_LATER, campaign_id, but, message_id));
}

static bool
one_id(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
       int64_t *message_id)
{
    struct row {
        int64_t message_id;
    } row = {0};
    static const struct field map[] = {FIELD_I64(struct row, message_id), FIELD_END};
    bool found;
    if (!db_maybe(ctx, sql, args, n_args, map, &row, &found))
        return false;
    *message_id = row.message_id;
    return true;
}

bool
review_held(struct ctx *ctx, int64_t campaign_id, int64_t *message_id)
{
    return one_id(ctx, &SQL_REVIEW_HELD, DB_ARGS(DB_ID(campaign_id)), message_id);
}

bool
review_skip(struct ctx *ctx, int64_t message_id)
{
    return db_exec(ctx, &SQL_REVIEW_SKIP, DB_ARGS(DB_I64(message_id)), NULL) &&
           db_exec(ctx, &SQL_REVIEW_RELEASE, DB_ARGS(DB_I64(message_id)), NULL);
}

bool
review_back(struct ctx *ctx, int64_t campaign_id, int64_t at, int64_t *message_id)
{
    return one_id(ctx, &SQL_REVIEW_BACK, DB_ARGS(DB_ID(campaign_id), DB_I64(at)), message_id);
}

bool
review_progress(struct ctx *ctx, int64_t campaign_id, struct review_progress *out)
{
    static const struct field map[] = {
        FIELD_I64(struct review_progress, total),     FIELD_I64(struct review_progress, left),
        FIELD_I64(struct review_progress, approved),  FIELD_I64(struct review_progress, rejected),
        FIELD_I64(struct review_progress, set_aside), FIELD_I64(struct review_progress, kept),
        FIELD_STR(struct review_progress, others),    FIELD_END};
    return db_one(ctx, &SQL_REVIEW_PROGRESS, DB_ARGS(DB_ID(campaign_id)), map, out);
}

bool
review_campaigns(struct ctx *ctx, struct review_campaign **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct review_campaign, campaign_id), FIELD_I64(struct review_campaign, total),
        FIELD_I64(struct review_campaign, left),        FIELD_STR(struct review_campaign, name),
        FIELD_STR(struct review_campaign, owner),       FIELD_END};
    return DB_ALL(ctx, &SQL_REVIEW_CAMPAIGNS, DB_NO_ARGS, map, out, n);
}

bool
review_channels(struct ctx *ctx, int64_t campaign_id, struct review_channel **out, size_t *n)
{
    static const struct field map[] = {FIELD_STR(struct review_channel, channel),
                                       FIELD_I64(struct review_channel, approved),
                                       FIELD_I64(struct review_channel, rejected),
                                       FIELD_I64(struct review_channel, draft), FIELD_END};
    return DB_ALL(ctx, &SQL_REVIEW_CHANNELS, DB_ARGS(DB_I64(campaign_id)), map, out, n);
}

bool
review_card(struct ctx *ctx, int64_t contact_id, struct review_card *out)
{
    static const struct field map[] = {FIELD_I64(struct review_card, contact_id),
                                       FIELD_I64(struct review_card, company_id),
                                       FIELD_I64(struct review_card, industry),
                                       FIELD_I64(struct review_card, tier),
                                       FIELD_I64(struct review_card, score),
                                       FIELD_BOOL(struct review_card, scored),
                                       FIELD_I64(struct review_card, touch_ms),
                                       FIELD_I64(struct review_card, company_touch_ms),
                                       FIELD_STR(struct review_card, person),
                                       FIELD_STR(struct review_card, job_title),
                                       FIELD_STR(struct review_card, city),
                                       FIELD_STR(struct review_card, country),
                                       FIELD_STR(struct review_card, email),
                                       FIELD_STR(struct review_card, linkedin_url),
                                       FIELD_STR(struct review_card, seniority),
                                       FIELD_STR(struct review_card, notes),
                                       FIELD_STR(struct review_card, company),
                                       FIELD_STR(struct review_card, domain),
                                       FIELD_STR(struct review_card, employees),
                                       FIELD_STR(struct review_card, description),
                                       FIELD_END};
    return db_one(ctx, &SQL_REVIEW_CARD, DB_ARGS(DB_I64(contact_id)), map, out);
}

bool
review_variants(struct ctx *ctx, int64_t message_id, struct review_variant **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct review_variant, message_id), FIELD_I64(struct review_variant, variant),
        FIELD_I64(struct review_variant, version),    FIELD_STR(struct review_variant, state),
        FIELD_STR(struct review_variant, angle),      FIELD_STR(struct review_variant, subject),
        FIELD_STR(struct review_variant, body),       FIELD_END};
    return DB_ALL(ctx, &SQL_REVIEW_VARIANTS, DB_ARGS(DB_I64(message_id)), map, out, n);
}

bool
review_likeness(struct ctx *ctx, const struct message *message, int64_t limit,
                const char *const **bodies, size_t *n)
{
    struct row {
        const char *body;
    } * rows;
    static const struct field map[] = {FIELD_STR(struct row, body), FIELD_END};
    if (!DB_ALL(ctx, &SQL_REVIEW_LIKENESS,
                DB_ARGS(DB_I64(message->message_id), DB_I64(message->campaign_id),
                        DB_I64(message->step_id), DB_I64(message->contact_id),
                        DB_STR(message->language), DB_I64(limit)),
                map, &rows, n))
        return false;
    const char **out = ARENA_ARRAY(ctx->arena, *n + 1, const char *);
    for (size_t i = 0; i < *n; i++)
        out[i] = rows[i].body;
    *bodies = out;
    return true;
}

bool
review_hints(struct ctx *ctx, const struct message *message, struct message_check **out, size_t *n)
{
    struct message_check_of of = {.channel = message->channel,
                                  .language = message->language,
                                  .formality = message->formality,
                                  .subject = message->subject,
                                  .body = message->body};
    struct message_claim *claims;
    struct campaign_offer *offers;
    size_t n_offers;
    if (!message_version_claims(ctx, message->body, message->claims, &claims, &of.claims) ||
        !review_likeness(ctx, message, OTHERS_READ, &of.others, &of.n_others) ||
        !campaign_offers(ctx, message->campaign_id, &offers, &n_offers))
        return false;
    for (size_t i = 0; i < n_offers; i++)
        if (!strcmp(offers[i].language, message->language))
            of.offer = arena_printf(ctx->arena, "%s %s %s %s", offers[i].does,
                                    offers[i].outcome ? offers[i].outcome : "",
                                    offers[i].proof ? offers[i].proof : "",
                                    offers[i].ask ? offers[i].ask : "");
    *n = message_check(ctx->arena, &of, out);
    return true;
}
