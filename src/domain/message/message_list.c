/* Lists of messages, their counts, and deciding on all of a list. See message.h. */
#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/message/message.h"
#include "domain/suppression/contact_gate.h"
#include "statements.h"

/* Arguments that ask nothing are NULL. */
static struct db_arg
strs_of(const char *const *values)
{
    size_t n = 0;
    while (values && values[n])
        n++;
    return n ? DB_STRS(values, n) : DB_NULL;
}

static struct db_arg
ids_of(const int64_t *values)
{
    size_t n = 0;
    while (values && values[n])
        n++;
    return n ? DB_I64S(values, n) : DB_NULL;
}

static struct db_arg
words_of(struct ctx *ctx, const char *search)
{
    return search && *search ? DB_STR(text_fold(ctx->arena, search)) : DB_NULL;
}

bool
message_list(struct ctx *ctx, const struct message_filter *filter, int64_t before, int64_t limit,
             struct message_row **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct message_row, message_id),
                                       FIELD_I64(struct message_row, campaign_id),
                                       FIELD_I64(struct message_row, contact_id),
                                       FIELD_I64(struct message_row, company_id),
                                       FIELD_I64(struct message_row, step_id),
                                       FIELD_I64(struct message_row, position),
                                       FIELD_I64(struct message_row, variant),
                                       FIELD_I64(struct message_row, version),
                                       FIELD_I64(struct message_row, decided_ms),
                                       FIELD_I64(struct message_row, sent_ms),
                                       FIELD_STR(struct message_row, campaign),
                                       FIELD_STR(struct message_row, label),
                                       FIELD_STR(struct message_row, person),
                                       FIELD_STR(struct message_row, company),
                                       FIELD_STR(struct message_row, state),
                                       FIELD_STR(struct message_row, channel),
                                       FIELD_STR(struct message_row, language),
                                       FIELD_STR(struct message_row, angle),
                                       FIELD_STR(struct message_row, subject_start),
                                       FIELD_STR(struct message_row, decided_by),
                                       FIELD_STR(struct message_row, reject_reason),
                                       FIELD_STR(struct message_row, sent_via),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_MESSAGE_LIST,
                  DB_ARGS(DB_ID(filter->campaign_id), strs_of(filter->states),
                          ids_of(filter->step_ids), strs_of(filter->channels),
                          strs_of(filter->languages), ids_of(filter->variants),
                          words_of(ctx, filter->search), DB_ID(filter->contact_id),
                          DB_ID(filter->company_id), DB_I64(before), DB_I64(limit)),
                  map, out, n);
}

bool
message_count(struct ctx *ctx, const struct message_filter *filter, struct message_counts *out)
{
    static const struct field map[] = {FIELD_I64(struct message_counts, draft),
                                       FIELD_I64(struct message_counts, approved),
                                       FIELD_I64(struct message_counts, rejected),
                                       FIELD_I64(struct message_counts, set_aside),
                                       FIELD_I64(struct message_counts, sent),
                                       FIELD_I64(struct message_counts, total),
                                       FIELD_END};
    return db_one(ctx, &SQL_MESSAGE_COUNT,
                  DB_ARGS(DB_ID(filter->campaign_id), ids_of(filter->step_ids),
                          strs_of(filter->channels), strs_of(filter->languages),
                          ids_of(filter->variants), words_of(ctx, filter->search),
                          DB_ID(filter->contact_id), DB_ID(filter->company_id)),
                  map, out);
}

/* The drafts of a filter; `can` of them come first in `ids`. */
struct drafts {
    int64_t *ids;
    size_t n, can, barred;
};

struct draft {
    int64_t message_id, contact_id;
    bool can, barred;
};

static bool
bar(struct ctx *ctx, struct draft *rows, size_t n)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    struct contact_bar *bars = ARENA_ARRAY(ctx->arena, n + 1, struct contact_bar);
    for (size_t i = 0; i < n; i++)
        ids[i] = rows[i].contact_id;
    if (!contact_gate(ctx, ids, n, bars))
        return false;
    for (size_t i = 0; i < n; i++)
        rows[i].barred = rows[i].barred || bars[i].code;
    return true;
}

static bool
drafts_of(struct ctx *ctx, const struct message_filter *filter, bool approve, struct drafts *out)
{
    struct draft *rows;
    static const struct field map[] = {
        FIELD_I64(struct draft, message_id), FIELD_I64(struct draft, contact_id),
        FIELD_BOOL(struct draft, can), FIELD_BOOL(struct draft, barred), FIELD_END};
    if (!DB_ALL(ctx, &SQL_MESSAGE_BULK_DRAFTS,
                DB_ARGS(DB_ID(filter->campaign_id), ids_of(filter->step_ids),
                        strs_of(filter->channels), strs_of(filter->languages),
                        ids_of(filter->variants), words_of(ctx, filter->search),
                        DB_ID(filter->contact_id), DB_ID(filter->company_id)),
                map, &rows, &out->n) ||
        (approve && !bar(ctx, rows, out->n)))
        return false;
    out->ids = ARENA_ARRAY(ctx->arena, out->n + 1, int64_t);
    out->can = out->barred = 0;
    for (size_t i = 0; i < out->n; i++) {
        out->barred += rows[i].barred;
        if (rows[i].can && !rows[i].barred)
            out->ids[out->can++] = rows[i].message_id;
    }
    size_t at = out->can;
    for (size_t i = 0; i < out->n; i++)
        if (!rows[i].can || rows[i].barred)
            out->ids[at++] = rows[i].message_id;
    return true;
}

static bool
approve_all(struct ctx *ctx, const struct drafts *drafts, int64_t *done)
{
    struct db_arg ids = DB_I64S(drafts->ids, drafts->can);
    return db_exec(ctx, &SQL_MESSAGE_BULK_APPROVE, DB_ARGS(ids), done) &&
           db_exec(ctx, &SQL_MESSAGE_BULK_SET_ASIDE, DB_ARGS(ids), NULL) &&
           db_exec(ctx, &SQL_MESSAGE_FEEDBACK_ADD,
                   DB_ARGS(ids, DB_STR("approved"), DB_NULL, DB_NULL), NULL);
}

static bool
reject_all(struct ctx *ctx, const struct drafts *drafts, const char *reason, int64_t *done)
{
    struct db_arg ids = DB_I64S(drafts->ids, drafts->n);
    return db_exec(ctx, &SQL_MESSAGE_BULK_REJECT, DB_ARGS(ids, DB_STR(reason)), done) &&
           db_exec(ctx, &SQL_MESSAGE_FEEDBACK_ADD,
                   DB_ARGS(ids, DB_STR("rejected"), DB_NULL, DB_STR(reason)), NULL);
}

bool
message_bulk(struct ctx *ctx, const struct message_filter *filter, const char *action,
             const char *reason, int64_t guard, struct message_bulk_done *out)
{
    struct drafts drafts;
    bool approve = !strcmp(action, "approve");
    *out = (struct message_bulk_done){0};
    if ((!approve && !message_reason_holds(ctx, "", reason)) ||
        !drafts_of(ctx, filter, approve, &drafts))
        return false;
    if ((int64_t)drafts.n != guard)
        return err_raise(ctx, ERR_CONFLICT,
                         "There are %zu drafts now, not %" PRId64 ". Look at the list again.",
                         drafts.n, guard);
    if (approve ? !approve_all(ctx, &drafts, &out->done)
                : !reject_all(ctx, &drafts, reason, &out->done))
        return message_refused(ctx);
    if (approve) {
        out->barred = (int64_t)drafts.barred;
        out->unfit = (int64_t)(drafts.n - drafts.can - drafts.barred);
    }
    return true;
}
