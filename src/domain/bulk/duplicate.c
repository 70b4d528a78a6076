/* Likely duplicates. See duplicate.h. */
#include "domain/bulk/duplicate.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "domain/account/tenant.h"
#include "statements.h"

static const struct {
    const char *code, *words;
} reasons[] = {
    {"name_company", "Same name at the same company"   },
    {"name_phone",   "Same name and phone"             },
    {"name_city",    "Same name in the same city"      },
    {"mobile",       "Same mobile phone"               },
    {"linkedin",     "Same LinkedIn page"              },
    {"name_country", "Same name in the same country"   },
    {"registry",     "Same registry number"            },
    {"kept",         "Kept beside the other on purpose"},
};

bool
duplicate_state(struct ctx *ctx, struct duplicate_state *out)
{
    static const struct field map[] = {
        FIELD_I64(struct duplicate_state, looked_ms), FIELD_I64(struct duplicate_state, job_id),
        FIELD_I64(struct duplicate_state, companies), FIELD_I64(struct duplicate_state, contacts),
        FIELD_I64(struct duplicate_state, kept),      FIELD_END};
    return db_one(ctx, &SQL_DUPLICATE_STATE, DB_NO_ARGS, map, out);
}

bool
duplicate_list(struct ctx *ctx, enum record_entity entity, bool kept, int64_t low, int64_t high,
               int64_t limit, struct duplicate_pair **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct duplicate_pair, low_id), FIELD_I64(struct duplicate_pair, high_id),
        FIELD_STR(struct duplicate_pair, low),    FIELD_STR(struct duplicate_pair, low_detail),
        FIELD_STR(struct duplicate_pair, high),   FIELD_STR(struct duplicate_pair, high_detail),
        FIELD_STR(struct duplicate_pair, reason), FIELD_END};
    static const struct sql *const statements[2][2] = {
        {&SQL_DUPLICATE_LIST_CONTACT, &SQL_DUPLICATE_LIST_COMPANY},
        {&SQL_DUPLICATE_KEPT_CONTACT, &SQL_DUPLICATE_KEPT_COMPANY}
    };
    if (!DB_ALL(ctx, statements[kept][entity == RECORD_COMPANY],
                DB_ARGS(DB_I64(low), DB_I64(high), DB_I64(limit)), map, out, n))
        return false;
    for (size_t i = 0; i < *n; i++)
        for (size_t r = 0; r < sizeof reasons / sizeof *reasons; r++)
            if (!strcmp(reasons[r].code, (*out)[i].reason)) {
                (*out)[i].reason = reasons[r].words;
                break;
            }
    return true;
}

bool
duplicate_keep(struct ctx *ctx, enum record_entity entity, int64_t low, int64_t high)
{
    int64_t n;
    if (!db_exec(ctx, &SQL_DUPLICATE_KEEP, DB_ARGS(DB_I64(entity), DB_I64(low), DB_I64(high)), &n))
        return false;
    return n || err_raise(ctx, ERR_NOT_FOUND, "There is no such pair.");
}

bool
duplicate_look(struct ctx *ctx)
{
    int64_t job_id;
    enum { ONE_AT_A_TIME = 1 };
    return job_enqueue(ctx, "duplicate_look", ONE_AT_A_TIME, NULL, &job_id) &&
           db_exec(ctx, &SQL_DUPLICATE_ASK, DB_ARGS(DB_I64(job_id)), NULL);
}

/* All of it in the present transaction, in which now() stands still. */
static bool
scan(struct ctx *ctx)
{
    return db_exec(ctx, &SQL_DUPLICATE_SCAN_COMPANY, DB_NO_ARGS, NULL) &&
           db_exec(ctx, &SQL_DUPLICATE_FORGET, DB_ARGS(DB_I64(RECORD_COMPANY)), NULL) &&
           db_exec(ctx, &SQL_DUPLICATE_SCAN_CONTACT, DB_NO_ARGS, NULL) &&
           db_exec(ctx, &SQL_DUPLICATE_FORGET, DB_ARGS(DB_I64(RECORD_CONTACT)), NULL) &&
           db_exec(ctx, &SQL_DUPLICATE_LOOKED, DB_NO_ARGS, NULL);
}

bool
duplicate_job(struct ctx *ctx, struct job *job)
{
    return job_begin(ctx, job) && (job->stop == JOB_CANCEL || scan(ctx)) && job_finish(ctx, job) &&
           db_commit(ctx);
}

bool
duplicate_task(struct ctx *ctx, struct task_run *run)
{
    struct duplicate_state state;
    if (!db_begin(ctx, false) || !tenant_enter(ctx, run->tenant_id) || !scan(ctx) ||
        !duplicate_state(ctx, &state) || !db_commit(ctx))
        return false;
    snprintf(run->message, sizeof run->message, "%" PRId64 " pairs",
             state.companies + state.contacts);
    return true;
}
