/* People of campaigns. See campaign_person.h. */
#include "domain/audience/campaign_person.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/campaign/campaign_state.h"
#include "domain/change/change.h"
#include "domain/query/query_where.h"
#include "domain/record/record.h"
#include "domain/suppression/contact_gate.h"
#include "statements.h"

const char *
campaign_person_place(struct arena *arena, const struct campaign_person *last)
{
    return arena_printf(arena, "%" PRId64 "-%s", last->contact_id, last->sort_name);
}

void
campaign_person_after(const char *place, struct campaign_person_wish *wish)
{
    char *end;
    wish->after = "";
    if (!*place)
        return;
    wish->after_id = strtoll(place, &end, 10);
    if (*end == '-')
        wish->after = end + 1;
}

bool
campaign_person_list(struct ctx *ctx, int64_t campaign_id, const struct campaign_person_wish *wish,
                     struct campaign_person **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct campaign_person, contact_id),
                                       FIELD_I64(struct campaign_person, company_id),
                                       FIELD_STR(struct campaign_person, name),
                                       FIELD_STR(struct campaign_person, title),
                                       FIELD_STR(struct campaign_person, email),
                                       FIELD_STR(struct campaign_person, company),
                                       FIELD_STR(struct campaign_person, state),
                                       FIELD_STR(struct campaign_person, reason),
                                       FIELD_STR(struct campaign_person, not_before),
                                       FIELD_STR(struct campaign_person, skip_channels),
                                       FIELD_STR(struct campaign_person, sort_name),
                                       FIELD_I64(struct campaign_person, rank),
                                       FIELD_I64(struct campaign_person, email_state),
                                       FIELD_I64(struct campaign_person, tier),
                                       FIELD_BOOL(struct campaign_person, linkedin),
                                       FIELD_BOOL(struct campaign_person, scored),
                                       FIELD_I64(struct campaign_person, score),
                                       FIELD_I64(struct campaign_person, ready),
                                       FIELD_STR(struct campaign_person, of_company),
                                       FIELD_STR(struct campaign_person, of_person),
                                       FIELD_END};
    const char *search = text_fold(ctx->arena, text_squeeze(ctx->arena, wish->search));
    return DB_ALL(ctx, &SQL_CAMPAIGN_PERSON_LIST,
                  DB_ARGS(DB_I64(campaign_id), DB_STR(wish->state), DB_I64(wish->ready),
                          DB_I64(wish->conflict),
                          DB_STR(*search ? query_where_pattern(ctx->arena, search) : ""),
                          DB_STR(wish->after), DB_I64(wish->after_id), DB_I64(wish->most)),
                  map, out, n);
}

bool
campaign_person_remove(struct ctx *ctx, int64_t campaign_id, const int64_t *ids, size_t n_ids,
                       int64_t *n)
{
    struct campaign campaign;
    return campaign_lock_for(ctx, campaign_id, CAMPAIGN_PEOPLE, &campaign) &&
           db_exec(ctx, &SQL_CAMPAIGN_PERSON_REMOVE,
                   DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n_ids)), n) &&
           (!*n || campaign_touch(ctx, campaign_id));
}

/* Long enough for people and for the column of messages. */
static bool
reason_of(struct ctx *ctx, const char *text, const char **out)
{
    *out = text_squeeze(ctx->arena, text_nfc(ctx->arena, text));
    size_t length = text_count(*out);
    return (length >= 5 && length <= CAMPAIGN_PERSON_REASON) ||
           err_field(ctx, ERR_INPUT, "reason", "Say why, in 5 to %d characters.",
                     CAMPAIGN_PERSON_REASON);
}

bool
campaign_person_exclude(struct ctx *ctx, int64_t campaign_id, const int64_t *ids, size_t n_ids,
                        const char *reason, int64_t *n)
{
    struct campaign campaign;
    const char *why;
    int64_t withdrawn;
    if (!reason_of(ctx, reason, &why) || !campaign_lock(ctx, campaign_id, &campaign))
        return false;
    if (!strcmp(campaign.state, "archived") || !strcmp(campaign.state, "finished"))
        return err_raise(ctx, ERR_CONFLICT, "The campaign is over: its people stay as they were.");
    return db_exec(ctx, &SQL_CAMPAIGN_PERSON_EXCLUDE,
                   DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n_ids), DB_STR(why)), n) &&
           db_exec(ctx, &SQL_CAMPAIGN_PERSON_WITHDRAW,
                   DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n_ids), DB_STR(why), DB_NULL),
                   &withdrawn);
}

bool
campaign_person_back(struct ctx *ctx, int64_t campaign_id, const int64_t *ids, size_t n_ids,
                     const char *reason, int64_t *n)
{
    struct campaign campaign;
    struct row {
        const char *reason;
    } * rows;
    static const struct field map[] = {FIELD_STR(struct row, reason), FIELD_END};
    struct contacts_barred barred;
    int64_t restored;
    size_t n_rows;
    if (!campaign_lock(ctx, campaign_id, &campaign))
        return false;
    bool drafts = !strcmp(campaign.state, "ready") || !strcmp(campaign.state, "generating") ||
                  !strcmp(campaign.state, "review");
    if (!drafts && strcmp(campaign.state, "draft") != 0)
        return err_raise(ctx, ERR_CONFLICT,
                         "People come back while a campaign is prepared or "
                         "reviewed. Take it back to review first.");
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_PERSON_REASONS,
                DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n_ids)), map, &rows, &n_rows) ||
        !contact_gate_barred(ctx, ids, n_ids, &barred) ||
        !db_exec(ctx, &SQL_CAMPAIGN_PERSON_BACK,
                 DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n_ids), DB_I64S(barred.ids, barred.n),
                         DB_STR(reason)),
                 n))
        return false;
    const char **reasons = ARENA_ARRAY(ctx->arena, n_rows + 1, const char *);
    size_t n_reasons = 0;
    for (size_t i = 0; i < n_rows; i++)
        if (!reason || !strcmp(reason, rows[i].reason))
            reasons[n_reasons++] = rows[i].reason;
    if (drafts && n_reasons &&
        !db_exec(ctx, &SQL_CAMPAIGN_PERSON_RESTORE,
                 DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n_ids), DB_STRS(reasons, n_reasons)),
                 &restored))
        return false;
    return !*n || campaign_touch(ctx, campaign_id);
}

bool
campaign_person_disqualify(struct ctx *ctx, int64_t contact_id, const char *reason)
{
    struct row {
        int64_t id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, id), FIELD_END};
    const char *values[RECORD_MOST_FIELDS] = {NULL};
    const char *why;
    int64_t set_id = 0, changed, left_out;
    size_t n;
    values[CONTACT_STATUS] = "disqualified";
    if (!reason_of(ctx, reason, &why) ||
        !record_update(ctx, RECORD_CONTACT, &set_id, contact_id, 0,
                       CHANGE_BIT(record_field_get(RECORD_CONTACT, "status")), values, 0,
                       &changed) ||
        !DB_ALL(ctx, &SQL_CAMPAIGN_PERSON_CAMPAIGNS, DB_ARGS(DB_I64(contact_id)), map, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!campaign_person_exclude(ctx, rows[i].id, &contact_id, 1, why, &left_out))
            return false;
    return true;
}
