/* Adding people to campaigns. See campaign_adding.h. All that is known of a person is asked again in the
 * statement that adds them, so a job that was killed goes on and adds nobody twice. */
#include "domain/audience/campaign_adding.h"

#include <string.h>

#include "base/db.h"
#include "domain/campaign/campaign_state.h"
#include "domain/query/record_query.h"
#include "domain/suppression/contact_gate.h"
#include "statements.h"

enum { BATCH = 10000 };

struct id_row {
    int64_t id;
};
static const struct field id_map[] = {FIELD_I64(struct id_row, id), FIELD_END};

static bool
ids_by(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
       int64_t **ids, size_t *n)
{
    struct id_row *rows;
    if (!db_all(ctx, sql, args, n_args, id_map, sizeof *rows, (void **)&rows, n))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*ids)[i] = rows[i].id;
    return true;
}

bool
campaign_adding_ask(struct ctx *ctx, int64_t campaign_id,
                    const struct campaign_adding_choice *choice, int64_t *adding_id)
{
    struct record_filter filter;
    if (choice->ids && !choice->n_ids)
        return err_field(ctx, ERR_INPUT, "id", "Choose at least one.");
    if (choice->ids && choice->n_ids > CAMPAIGN_ADDING_CHOSEN)
        return err_field(ctx, ERR_INPUT, "id", "Choose at most %d, or all that match a filter.",
                         CAMPAIGN_ADDING_CHOSEN);
    if (!choice->ids && !record_filter_read_text(ctx, choice->entity, choice->filter, &filter))
        return false;
    return db_i64(ctx, &SQL_CAMPAIGN_ADDING_ASK,
                  DB_ARGS(DB_ID(campaign_id), DB_I64(choice->entity),
                          DB_STR(choice->filter ? choice->filter : ""),
                          choice->ids ? DB_I64S(choice->ids, choice->n_ids) : DB_NULL,
                          DB_STR(choice->how)),
                  adding_id);
}

bool
campaign_adding_get(struct ctx *ctx, int64_t adding_id, struct campaign_adding *out)
{
    static const struct field map[] = {FIELD_I64(struct campaign_adding, adding_id),
                                       FIELD_I64(struct campaign_adding, campaign_id),
                                       FIELD_I64(struct campaign_adding, entity),
                                       FIELD_STR(struct campaign_adding, filter),
                                       FIELD_STR(struct campaign_adding, how),
                                       FIELD_STR(struct campaign_adding, state),
                                       FIELD_STR(struct campaign_adding, error),
                                       FIELD_BOOL(struct campaign_adding, skip_busy),
                                       FIELD_BOOL(struct campaign_adding, by_hand),
                                       FIELD_I64(struct campaign_adding, n_ids),
                                       FIELD_I64(struct campaign_adding, total),
                                       FIELD_I64(struct campaign_adding, done),
                                       FIELD_I64(struct campaign_adding, added),
                                       FIELD_I64(struct campaign_adding, job_id),
                                       FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_CAMPAIGN_ADDING_GET, DB_ARGS(DB_I64(adding_id)), map, out, &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND, "There is no such choice of people any more.");
}

/* All contacts that it means, ascending. */
static bool
people_of(struct ctx *ctx, const struct campaign_adding *adding, int64_t **ids, size_t *n)
{
    enum record_entity entity = adding->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    if (adding->by_hand) {
        if (!ids_by(ctx, &SQL_CAMPAIGN_ADDING_IDS,
                    DB_ARGS(DB_I64(adding->adding_id), DB_I64(1), DB_I64(CAMPAIGN_ADDING_MOST)),
                    ids, n))
            return false;
    } else {
        struct record_filter filter;
        if (!record_filter_read_text(ctx, entity, adding->filter, &filter) ||
            !record_query_ids(ctx, &filter, ids, n))
            return false;
    }
    if (entity == RECORD_COMPANY &&
        !ids_by(ctx, &SQL_CAMPAIGN_ADDING_PEOPLE, DB_ARGS(DB_I64S(*ids, *n)), ids, n))
        return false;
    return *n <= CAMPAIGN_ADDING_MOST ||
           err_raise(ctx, ERR_INPUT, "A campaign takes at most %d people at a time.",
                     CAMPAIGN_ADDING_MOST);
}

static bool
preview_of(struct ctx *ctx, int64_t campaign_id, const int64_t *ids, size_t n,
           struct campaign_adding_preview *out)
{
    static const struct field map[] = {FIELD_I64(struct campaign_adding_preview, chosen),
                                       FIELD_I64(struct campaign_adding_preview, fit),
                                       FIELD_I64(struct campaign_adding_preview, busy),
                                       FIELD_I64(struct campaign_adding_preview, already),
                                       FIELD_I64(struct campaign_adding_preview, gone),
                                       FIELD_I64(struct campaign_adding_preview, suppressed),
                                       FIELD_I64(struct campaign_adding_preview, disqualified),
                                       FIELD_I64(struct campaign_adding_preview, company),
                                       FIELD_I64(struct campaign_adding_preview, triage),
                                       FIELD_I64(struct campaign_adding_preview, duplicate),
                                       FIELD_END};
    struct contacts_barred barred;
    return contact_gate_barred(ctx, ids, n, &barred) &&
           db_one(ctx, &SQL_CAMPAIGN_ADDING_PREVIEW,
                  DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n), DB_I64S(barred.ids, barred.n),
                          DB_STRS(barred.codes, barred.n)),
                  map, out);
}

bool
campaign_adding_targets(struct ctx *ctx, struct campaign_adding_target **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct campaign_adding_target, campaign_id),
                                       FIELD_STR(struct campaign_adding_target, name),
                                       FIELD_STR(struct campaign_adding_target, state), FIELD_END};
    return DB_ALL(ctx, &SQL_CAMPAIGN_ADDING_TARGETS, DB_NO_ARGS, map, out, n);
}

bool
campaign_adding_choose(struct ctx *ctx, int64_t adding_id, int64_t campaign_id)
{
    struct campaign_adding adding;
    struct campaign campaign;
    if (!campaign_adding_get(ctx, adding_id, &adding) ||
        !campaign_lock_for(ctx, campaign_id, CAMPAIGN_PEOPLE, &campaign))
        return false;
    return db_exec(ctx, &SQL_CAMPAIGN_ADDING_CHOOSE,
                   DB_ARGS(DB_I64(adding_id), DB_I64(campaign_id)), NULL);
}

bool
campaign_adding_preview(struct ctx *ctx, int64_t adding_id, struct campaign_adding_preview *out)
{
    struct campaign_adding adding;
    int64_t *ids;
    size_t n;
    return campaign_adding_get(ctx, adding_id, &adding) && people_of(ctx, &adding, &ids, &n) &&
           preview_of(ctx, adding.campaign_id, ids, n, out);
}

/* One slice in the present transaction. */
static bool
put(struct ctx *ctx, const struct campaign_adding *adding, const int64_t *ids, size_t n,
    int64_t done)
{
    struct contacts_barred barred;
    int64_t added;
    return contact_gate_barred(ctx, ids, n, &barred) &&
           db_exec(ctx, &SQL_CAMPAIGN_ADDING_PUT,
                   DB_ARGS(DB_I64(adding->campaign_id), DB_I64S(ids, n),
                           DB_I64S(barred.ids, barred.n), DB_STRS(barred.codes, barred.n),
                           DB_BOOL(adding->skip_busy), DB_STR(adding->how),
                           DB_I64(adding->adding_id)),
                   &added) &&
           db_exec(ctx, &SQL_CAMPAIGN_ADDING_STEP,
                   DB_ARGS(DB_I64(adding->adding_id), DB_I64(done), DB_I64(added)), NULL);
}

static bool
end(struct ctx *ctx, const struct campaign_adding *adding, const char *state, const char *error)
{
    return db_exec(ctx, &SQL_CAMPAIGN_ADDING_END,
                   DB_ARGS(DB_I64(adding->adding_id), DB_STR(state), DB_STR(error)), NULL) &&
           campaign_touch(ctx, adding->campaign_id);
}

static bool
start(struct ctx *ctx, struct campaign_adding *adding, bool skip_busy, const int64_t *ids, size_t n)
{
    int64_t job_id = 0;
    adding->skip_busy = skip_busy;
    if (n > CAMPAIGN_ADDING_AT_ONCE &&
        !job_enqueue(ctx, "campaign_adding", adding->adding_id, NULL, &job_id))
        return false;
    if (!db_exec(
            ctx, &SQL_CAMPAIGN_ADDING_BEGIN,
            DB_ARGS(DB_I64(adding->adding_id), DB_I64S(ids, n), DB_BOOL(skip_busy), DB_ID(job_id)),
            NULL))
        return false;
    adding->job_id = job_id;
    return job_id || (put(ctx, adding, ids, n, (int64_t)n) && end(ctx, adding, "done", NULL));
}

bool
campaign_adding_confirm(struct ctx *ctx, int64_t adding_id, bool skip_busy, int64_t expected)
{
    struct campaign_adding adding;
    struct campaign campaign;
    struct campaign_adding_preview preview;
    int64_t locked, *ids;
    size_t n;
    if (!db_i64(ctx, &SQL_CAMPAIGN_ADDING_LOCK, DB_ARGS(DB_I64(adding_id)), &locked) ||
        !campaign_adding_get(ctx, adding_id, &adding))
        return false;
    if (strcmp(adding.state, "asked") != 0)
        return err_raise(ctx, ERR_CONFLICT, "This has begun already.");
    if (!campaign_lock_for(ctx, adding.campaign_id, CAMPAIGN_PEOPLE, &campaign) ||
        !people_of(ctx, &adding, &ids, &n) ||
        !preview_of(ctx, adding.campaign_id, ids, n, &preview))
        return false;
    if (preview.fit != expected)
        return err_field(ctx, ERR_CONFLICT, "expected",
                         "It would be other people by now. Look at the numbers again.");
    return start(ctx, &adding, skip_busy, ids, n);
}

bool
campaign_adding_now(struct ctx *ctx, int64_t campaign_id,
                    const struct campaign_adding_choice *choice, bool skip_busy,
                    struct campaign_adding_preview *preview, int64_t *job_id)
{
    struct campaign_adding adding;
    struct campaign campaign;
    int64_t adding_id, *ids;
    size_t n;
    if (!campaign_lock_for(ctx, campaign_id, CAMPAIGN_PEOPLE, &campaign) ||
        !campaign_adding_ask(ctx, campaign_id, choice, &adding_id) ||
        !campaign_adding_get(ctx, adding_id, &adding) || !people_of(ctx, &adding, &ids, &n) ||
        !preview_of(ctx, campaign_id, ids, n, preview) || !start(ctx, &adding, skip_busy, ids, n))
        return false;
    *job_id = adding.job_id;
    return true;
}

bool
campaign_adding_cancel(struct ctx *ctx, int64_t adding_id)
{
    struct campaign_adding adding;
    if (!campaign_adding_get(ctx, adding_id, &adding))
        return false;
    if (!strcmp(adding.state, "asked"))
        return db_exec(ctx, &SQL_CAMPAIGN_ADDING_DROP, DB_ARGS(DB_I64(adding_id)), NULL);
    if (strcmp(adding.state, "waiting") != 0 || !adding.job_id)
        return err_raise(ctx, ERR_CONFLICT, "It has ended already.");
    return job_cancel(ctx, adding.job_id);
}

bool
campaign_adding_undo(struct ctx *ctx, int64_t adding_id, int64_t *n)
{
    struct campaign_adding adding;
    struct campaign campaign;
    if (!campaign_adding_get(ctx, adding_id, &adding) ||
        !campaign_lock_for(ctx, adding.campaign_id, CAMPAIGN_PEOPLE, &campaign))
        return false;
    return db_exec(ctx, &SQL_CAMPAIGN_ADDING_UNDO, DB_ARGS(DB_I64(adding_id)), n) &&
           campaign_touch(ctx, adding.campaign_id);
}

/* The next slice in a transaction of its own; ends the job behind the last one. */
static bool
work(struct ctx *ctx, struct job *job, struct campaign_adding *adding)
{
    struct campaign campaign;
    int64_t *ids;
    size_t n;
    if (!job_begin(ctx, job) || !campaign_adding_get(ctx, job->subject, adding))
        return false;
    if (job->stop == JOB_CANCEL || strcmp(adding->state, "waiting") != 0)
        return (strcmp(adding->state, "waiting") != 0 || end(ctx, adding, "cancelled", NULL)) &&
               job_finish(ctx, job) && db_commit(ctx);
    if (adding->done < adding->total) {
        int64_t last = adding->done + BATCH < adding->total ? adding->done + BATCH : adding->total;
        if (!campaign_lock_for(ctx, adding->campaign_id, CAMPAIGN_PEOPLE, &campaign) ||
            !ids_by(ctx, &SQL_CAMPAIGN_ADDING_IDS,
                    DB_ARGS(DB_I64(adding->adding_id), DB_I64(adding->done + 1), DB_I64(last)),
                    &ids, &n) ||
            !put(ctx, adding, ids, n, last))
            return false;
        adding->done = last;
    }
    if (adding->done >= adding->total && (!end(ctx, adding, "done", NULL) || !job_finish(ctx, job)))
        return false;
    return db_commit(ctx);
}

bool
campaign_adding_job(struct ctx *ctx, struct job *job)
{
    while (!job->finished) {
        struct campaign_adding adding;
        if (!work(ctx, job, &adding))
            return false;
        if (job->finished)
            return true;
        if (!job_heartbeat(ctx, job, adding.done, adding.total))
            return false;
        if (job->stop == JOB_YIELD)
            return true;
        arena_reset(ctx->arena);
    }
    return true;
}

bool
campaign_adding_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    return db_exec(ctx, &SQL_CAMPAIGN_ADDING_END,
                   DB_ARGS(DB_I64(job->subject), DB_STR("failed"), DB_STR(reason)), NULL);
}
