/* Estimating, starting and steering runs. See pipeline_run.h. */
#include "domain/pipeline/pipeline_run.h"

#include <string.h>

#include "base/db.h"
#include "domain/pipeline/ledger.h"
#include "domain/pipeline/pipeline_choice.h"
#include "domain/query/record_filter.h"
#include "statements.h"

enum { TITLE_MOST = 200, PRIORITY_MOST = 9 };

static bool
check(struct ctx *ctx, const struct pipeline_choice *choice)
{
    if (choice->sample < 0)
        return err_field(ctx, ERR_INPUT, "sample", "Enter how many, or nothing for all.");
    if (choice->redo_days < 0 || choice->redo_days > PIPELINE_REDO_MOST)
        return err_field(ctx, ERR_INPUT, "redo_days", "Enter a number of days between 0 and %d.",
                         PIPELINE_REDO_MOST);
    if (choice->priority < -PRIORITY_MOST || choice->priority > PRIORITY_MOST)
        return err_field(ctx, ERR_INPUT, "priority", "Enter a priority between -9 and 9.");
    if (strlen(choice->title) > TITLE_MOST)
        return err_field(ctx, ERR_INPUT, "title", "Use at most %d letters.", TITLE_MOST);
    return true;
}

/* The names of all stages of an entity. */
static const char **
names_of(struct ctx *ctx, enum record_entity entity, size_t *n)
{
    const char **names = ARENA_ARRAY(ctx->arena, PIPELINE_STAGES_MOST, const char *);
    *n = 0;
    for (size_t i = 0; stages[i] && i < PIPELINE_STAGES_MOST; i++)
        if (stages[i]->entity == entity)
            names[(*n)++] = stages[i]->name;
    return names;
}

struct scope {
    int64_t companies, contacts;
};
static const struct field scope_fields[] = {FIELD_I64(struct scope, companies),
                                            FIELD_I64(struct scope, contacts), FIELD_END};

struct kept {
    const char *stage;
    int64_t n;
};
static const struct field kept_fields[] = {FIELD_STR(struct kept, stage), FIELD_I64(struct kept, n),
                                           FIELD_END};

bool
pipeline_run_estimate(struct ctx *ctx, const struct pipeline_choice *choice,
                      struct pipeline_cost *out)
{
    const struct stage *list[PIPELINE_STAGES_MOST];
    const char *names[PIPELINE_STAGES_MOST];
    bool added[PIPELINE_STAGES_MOST];
    int64_t *ids;
    size_t n_ids, n_kept;
    struct scope scope;
    struct kept *kept;
    memset(out, 0, sizeof *out);
    if (!check(ctx, choice) || !pipeline_choice_stages(ctx, choice, list, added, &out->n_stages) ||
        !pipeline_choice_ids(ctx, choice, 0, &ids, &n_ids))
        return false;
    for (size_t i = 0; i < out->n_stages; i++)
        names[i] = list[i]->name;
    if (!db_one(ctx, &SQL_RUN_SCOPE, DB_ARGS(DB_I64(choice->entity), DB_I64S(ids, n_ids)),
                scope_fields, &scope) ||
        !DB_ALL(ctx, &SQL_RUN_KEPT,
                DB_ARGS(DB_I64(choice->entity), DB_I64S(ids, n_ids), DB_STRS(names, out->n_stages),
                        DB_I64(choice->redo_days)),
                kept_fields, &kept, &n_kept))
        return false;
    out->records = (int64_t)n_ids;
    out->stages = ARENA_ARRAY(ctx->arena, out->n_stages, struct pipeline_estimate);
    for (size_t i = 0; i < out->n_stages; i++) {
        struct pipeline_estimate *one = &out->stages[i];
        one->stage = list[i];
        one->added = added[i];
        one->records = list[i]->entity == RECORD_COMPANY ? scope.companies : scope.contacts;
        for (size_t j = 0; j < n_kept; j++)
            if (!strcmp(kept[j].stage, list[i]->name))
                one->kept = kept[j].n;
        one->cost_micros = (one->records - one->kept) * list[i]->cost_micros;
        out->cost_micros += one->cost_micros;
    }
    return true;
}

/* "Crawl to Score of 12 companies" */
static const char *
title_of(struct ctx *ctx, const struct pipeline_choice *choice, const struct pipeline_cost *cost)
{
    const char *first = cost->stages[0].stage->label;
    const char *last = cost->stages[cost->n_stages - 1].stage->label;
    const char *what = choice->entity == RECORD_COMPANY
                           ? (cost->records == 1 ? "company" : "companies")
                           : (cost->records == 1 ? "contact" : "contacts");
    if (*choice->title)
        return choice->title;
    if (first == last)
        return arena_printf(ctx->arena, "%s of %lld %s", first, (long long)cost->records, what);
    return arena_printf(ctx->arena, "%s to %s of %lld %s", first, last, (long long)cost->records,
                        what);
}

bool
pipeline_run_start(struct ctx *ctx, const struct pipeline_choice *choice, int64_t *run_id)
{
    struct pipeline_cost cost;
    int64_t reservation, job_id;
    const char *names[PIPELINE_STAGES_MOST];
    if (!pipeline_run_estimate(ctx, choice, &cost))
        return false;
    if (!cost.records)
        return err_field(ctx, ERR_INPUT, "records", "Nothing matches: choose at least one record.");
    for (size_t i = 0; i < cost.n_stages; i++)
        names[i] = cost.stages[i].stage->name;
    return db_i64(ctx, &SQL_RUN_ADD,
                  DB_ARGS(DB_STR(title_of(ctx, choice, &cost)), DB_I64(choice->entity),
                          DB_STR(choice->ids ? "" : choice->filter),
                          choice->ids ? DB_I64S(choice->ids, choice->n_ids) : DB_NULL,
                          DB_STRS(names, cost.n_stages),
                          choice->sample ? DB_I64(choice->sample) : DB_NULL,
                          DB_I64(choice->redo_days), DB_I64(choice->priority),
                          DB_I64(cost.cost_micros)),
                  run_id) &&
           ledger_reserve(ctx, "Run", *run_id, cost.cost_micros, &reservation) &&
           job_enqueue(ctx, "pipeline", *run_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_RUN_STARTED,
                   DB_ARGS(DB_I64(*run_id), DB_ID(reservation), DB_I64(job_id)), NULL);
}

bool
pipeline_run_draft(struct ctx *ctx, enum record_entity entity, const int64_t *ids, size_t n,
                   int64_t *draft_id)
{
    if (!n || n > PIPELINE_CHOSEN_MOST)
        return err_raise(ctx, ERR_INPUT, "Select between 1 and %d records.", PIPELINE_CHOSEN_MOST);
    struct row {
        int64_t run_id;
    } row;
    static const struct field map[] = {FIELD_I64(struct row, run_id), FIELD_END};
    bool there;
    if (!db_maybe(ctx, &SQL_RUN_DRAFT, DB_ARGS(DB_I64(entity), DB_I64S(ids, n)), map, &row, &there))
        return false;
    *draft_id = row.run_id;
    return there || err_raise(ctx, ERR_NOT_FOUND, "The selected records are not there any more.");
}

bool
pipeline_run_drafted(struct ctx *ctx, int64_t draft_id, enum record_entity *entity, int64_t **ids,
                     size_t *n)
{
    struct row {
        int64_t id, entity;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, id), FIELD_I64(struct row, entity),
                                       FIELD_END};
    if (!DB_ALL(ctx, &SQL_RUN_DRAFTED, DB_ARGS(DB_I64(draft_id)), map, &rows, n))
        return false;
    if (!*n)
        return err_raise(ctx, ERR_NOT_FOUND, "This selection is not there any more.");
    *entity = rows[0].entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    *ids = ARENA_ARRAY(ctx->arena, *n, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*ids)[i] = rows[i].id;
    return true;
}

static const struct field run_fields[] = {
    FIELD_I64(struct pipeline_run, run_id),
    FIELD_I64(struct pipeline_run, entity),
    FIELD_I64(struct pipeline_run, sample),
    FIELD_I64(struct pipeline_run, redo_days),
    FIELD_I64(struct pipeline_run, priority),
    FIELD_I64(struct pipeline_run, records),
    FIELD_I64(struct pipeline_run, gathered),
    FIELD_I64(struct pipeline_run, estimate_micros),
    FIELD_I64(struct pipeline_run, spent_micros),
    FIELD_I64(struct pipeline_run, created_at),
    FIELD_I64(struct pipeline_run, started_at),
    FIELD_I64(struct pipeline_run, finished_at),
    FIELD_I64(struct pipeline_run, job_id),
    FIELD_I64(struct pipeline_run, ended),
    FIELD_I64(struct pipeline_run, total),
    FIELD_I64(struct pipeline_run, failed),
    FIELD_STR(struct pipeline_run, title),
    FIELD_STR(struct pipeline_run, filter),
    FIELD_STR(struct pipeline_run, state),
    FIELD_STR(struct pipeline_run, reason),
    FIELD_STR(struct pipeline_run, who),
    FIELD_STR(struct pipeline_run, stages),
    FIELD_END,
};

bool
pipeline_run_get(struct ctx *ctx, int64_t run_id, struct pipeline_run *out)
{
    return db_one(ctx, &SQL_RUN_GET, DB_ARGS(DB_I64(run_id)), run_fields, out);
}

bool
pipeline_run_list(struct ctx *ctx, const char *state, int64_t before, int64_t most,
                  struct pipeline_run **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_RUN_LIST, DB_ARGS(DB_STR(state), DB_I64(before), DB_I64(most)),
                  run_fields, rows, n);
}

bool
pipeline_run_active(const struct pipeline_run *run)
{
    return !strcmp(run->state, "gathering") || !strcmp(run->state, "running");
}

int64_t
pipeline_stage_open(const struct pipeline_stage *stage)
{
    return stage->total - stage->done - stage->partial - stage->no_match - stage->stopped -
           stage->blocked - stage->skipped - stage->failed;
}

static const struct field stage_fields[] = {
    FIELD_STR(struct pipeline_stage, name),     FIELD_I64(struct pipeline_stage, total),
    FIELD_I64(struct pipeline_stage, done),     FIELD_I64(struct pipeline_stage, partial),
    FIELD_I64(struct pipeline_stage, no_match), FIELD_I64(struct pipeline_stage, stopped),
    FIELD_I64(struct pipeline_stage, blocked),  FIELD_I64(struct pipeline_stage, skipped),
    FIELD_I64(struct pipeline_stage, failed),   FIELD_I64(struct pipeline_stage, working),
    FIELD_I64(struct pipeline_stage, retrying), FIELD_I64(struct pipeline_stage, next_at),
    FIELD_I64(struct pipeline_stage, worked),   FIELD_I64(struct pipeline_stage, cost_micros),
    FIELD_I64(struct pipeline_stage, first_at), FIELD_I64(struct pipeline_stage, last_at),
    FIELD_F64(struct pipeline_stage, seconds),  FIELD_END,
};

bool
pipeline_run_stages(struct ctx *ctx, int64_t run_id, struct pipeline_stage **rows, size_t *n,
                    int64_t *workers)
{
    if (!DB_ALL(ctx, &SQL_RUN_STAGES, DB_ARGS(DB_I64(run_id)), stage_fields, rows, n) ||
        !db_i64(ctx, &SQL_RUN_WORKERS, DB_ARGS(DB_I64(run_id)), workers))
        return false;
    for (size_t i = 0; i < *n; i++)
        (*rows)[i].stage = stage_named((*rows)[i].name);
    return true;
}

static const struct field trouble_fields[] = {
    FIELD_STR(struct pipeline_trouble, stage), FIELD_STR(struct pipeline_trouble, result),
    FIELD_STR(struct pipeline_trouble, cause), FIELD_STR(struct pipeline_trouble, message),
    FIELD_I64(struct pipeline_trouble, n),     FIELD_END,
};

bool
pipeline_run_troubles(struct ctx *ctx, int64_t run_id, struct pipeline_trouble **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_RUN_TROUBLES, DB_ARGS(DB_I64(run_id)), trouble_fields, rows, n);
}

static const struct field result_fields[] = {
    FIELD_I64(struct pipeline_result, entity),
    FIELD_I64(struct pipeline_result, record_id),
    FIELD_I64(struct pipeline_result, attempts),
    FIELD_I64(struct pipeline_result, at),
    FIELD_F64(struct pipeline_result, seconds),
    FIELD_STR(struct pipeline_result, label),
    FIELD_STR(struct pipeline_result, stage),
    FIELD_STR(struct pipeline_result, result),
    FIELD_STR(struct pipeline_result, cause),
    FIELD_STR(struct pipeline_result, message),
    FIELD_END,
};

bool
pipeline_run_results(struct ctx *ctx, int64_t run_id, const char *stage, const char *result,
                     const char *cause, int64_t after, int64_t most, struct pipeline_result **rows,
                     size_t *n)
{
    return DB_ALL(ctx, &SQL_RUN_RESULTS,
                  DB_ARGS(DB_I64(run_id), DB_STR(stage), DB_STR(result), DB_STR(cause),
                          DB_I64(after), DB_I64(most)),
                  result_fields, rows, n);
}

bool
pipeline_record_results(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                        struct pipeline_result **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_STAGE_LATEST, DB_ARGS(DB_I64(entity), DB_I64(record_id)), result_fields,
                  rows, n);
}

/* One of the statements that change a run's state; none changed means it is not in a state for it. */
static bool
steer(struct ctx *ctx, const struct sql *sql, int64_t run_id, const char *wrong)
{
    struct pipeline_run run;
    int64_t n;
    if (!db_exec(ctx, sql, DB_ARGS(DB_I64(run_id)), &n))
        return false;
    return n || (pipeline_run_get(ctx, run_id, &run) && err_raise(ctx, ERR_CONFLICT, "%s", wrong));
}

bool
pipeline_run_pause(struct ctx *ctx, int64_t run_id)
{
    int64_t n;
    struct pipeline_run run;
    if (!db_exec(ctx, &SQL_RUN_PAUSE, DB_ARGS(DB_I64(run_id), DB_STR("Paused by hand.")), &n))
        return false;
    return n || (pipeline_run_get(ctx, run_id, &run) &&
                 err_raise(ctx, ERR_CONFLICT, "Only a run that is under way can be paused."));
}

bool
pipeline_run_resume(struct ctx *ctx, int64_t run_id)
{
    return steer(ctx, &SQL_RUN_RESUME, run_id, "Only a paused run can go on.") &&
           ledger_fund(ctx, run_id);
}

bool
pipeline_run_cancel(struct ctx *ctx, int64_t run_id)
{
    int64_t job_id;
    return steer(ctx, &SQL_RUN_CANCEL, run_id, "This run has already ended.") &&
           job_enqueue(ctx, "pipeline", run_id, NULL, &job_id);
}

bool
pipeline_run_retry(struct ctx *ctx, int64_t run_id, const char *stage, const char *cause,
                   int64_t *n)
{
    const char *names[PIPELINE_STAGES_MOST];
    size_t n_names = 0;
    struct pipeline_run run;
    if (!pipeline_run_get(ctx, run_id, &run))
        return false;
    if (!strcmp(run.state, "cancelled"))
        return err_raise(ctx, ERR_CONFLICT, "A cancelled run cannot go on: start another one.");
    for (size_t i = 0; stages[i] && n_names < PIPELINE_STAGES_MOST; i++)
        names[n_names++] = stages[i]->name;
    return db_i64(ctx, &SQL_RUN_RETRY,
                  DB_ARGS(DB_I64(run_id), DB_STR(stage), DB_STR(cause), DB_STRS(names, n_names)),
                  n) &&
           (!*n || ledger_fund(ctx, run_id));
}

bool
pipeline_run_pass(struct ctx *ctx, const struct stage *gate, const int64_t *ids, size_t n)
{
    size_t n_companies, n_contacts;
    const char **companies = names_of(ctx, RECORD_COMPANY, &n_companies);
    const char **contacts = names_of(ctx, RECORD_CONTACT, &n_contacts);
    int64_t passed;
    return db_i64(ctx, &SQL_RUN_PASS,
                  DB_ARGS(DB_STR(gate->name), DB_I64S(ids, n), DB_STRS(companies, n_companies),
                          DB_STRS(contacts, n_contacts)),
                  &passed);
}
