/* Stages: what a run does to one record after the other. One stage_<name>.c per stage exports one const
 * struct; stages.c lists them in the order in which a record passes through them. A stage reads,
 * decides, calls outside services and answers for each item of its batch; the queue (stage_queue.h)
 * claims, records the answers and moves the records on. */
#ifndef LEADGEN_PIPELINE_STAGE_H
#define LEADGEN_PIPELINE_STAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/record/record_field.h"

enum stage_result {
    STAGE_OPEN,     /* not answered yet */
    STAGE_DONE,     /* everything there is to know is known */
    STAGE_PARTIAL,  /* something is missing; later stages go on with what there is */
    STAGE_NO_MATCH, /* there is nothing to be found: a fact, no failure */
    STAGE_STOPPED,  /* this gate does not let the record through */
    STAGE_BLOCKED,  /* the queue's: a gate or a failure before it */
    STAGE_SKIPPED,  /* the queue's: young enough, or not for that country */
    STAGE_RETRY,    /* later again; after the last attempt it is failed */
    STAGE_FAILED,
    STAGE_N_RESULTS
};

/* One record of a batch. */
struct stage_item {
    int64_t record_id;
    int64_t attempts; /* this one included */

    /* The answer, given through stage_end. */
    enum stage_result result;
    const char *cause; /* for grouping: a constant word, "dns", "http_404", "robots"; NULL: none */
    const char *message;   /* for people: what happened and what it means; NULL: none */
    int64_t retry_seconds; /* of STAGE_RETRY: not before; 0: a growing pause */
    int64_t cost_micros;
    void *own; /* the stage's own, from work to write */

    const char *since; /* when it came to the stage; the queue's */
};

struct stage;

/* Records of one run that are at the same stage. Lives in ctx->arena until it is recorded. */
struct stage_batch {
    const struct stage *stage;
    int64_t tenant_id, run_id, actor;
    int64_t claim_id;    /* the queue's */
    int64_t cost_micros; /* the most that one record may cost in this run; 0: free */
    struct stage_item *items;
    size_t n_items;
    bool stop; /* set by stage_alive: answer nothing more; what is open runs elsewhere */
    bool lost; /* the claims are somebody else's: return false at once */

    double beat; /* when the leases were last extended */
    bool (*must_end)(void *worker);
    void *worker;
};

struct stage {
    const char *name;  /* stands in the database: never renamed */
    const char *label; /* for people: "Crawl" */
    const char *about; /* what it does, one sentence */
    enum record_entity entity;
    const char *const *hard; /* stages that must have succeeded once; ends with NULL */
    const char *const *soft; /* stages that come first when they are in the run; ends with NULL */
    bool gate;     /* STAGE_STOPPED blocks what comes after it, the company's people too */
    bool terminal; /* after every other stage of the entity */
    bool apart;    /* only in runs of its own (generation.h): nobody chooses it, nothing needs it */
    const char *const *countries; /* only there, ISO 3166-1 alpha-2; NULL: everywhere */
    int64_t
        cost_micros; /* the most that one record may cost, unless its run says otherwise; 0: free */
    int64_t batch;   /* records in one claim */
    int64_t lease_seconds; /* stage_alive must be called more often */
    int64_t max_attempts;

    /* Outside a transaction: reads (stage_begin), calls out, decides, answers. False: CONFLICT and
     * UNAVAILABLE let all of the batch try again, any other kind makes each record run alone. */
    bool (*work)(struct ctx *ctx, struct stage_batch *batch);

    /* Inside the transaction, in the tenant, that also records the answers: writes what was found.
     * Items with STAGE_RETRY, STAGE_FAILED or STAGE_OPEN are not written. May change an answer. NULL:
     * nothing to write. */
    bool (*write)(struct ctx *ctx, struct stage_batch *batch);
};

/* THE registry (stages.c), in the order of work; the last row is NULL. Companies' stages come first. */
extern const struct stage *const stages[];

/* NULL when there is none of that name. */
const struct stage *stage_named(const char *name);

/* BUG with the reason when a dependency is unknown, comes later than what needs it, is a contact's
 * stage needed by a company's or one apart, or when a terminal stage is not the last of its entity. */
MUST_CHECK bool stage_check(struct ctx *ctx);

/* "done", "no_match", ...: as in the database. */
const char *stage_result_name(enum stage_result result);

/* For stages. --------------------------------------------------------------------------------- */

/* A read-only transaction in the batch's tenant; db_commit ends it. */
MUST_CHECK bool stage_begin(struct ctx *ctx, const struct stage_batch *batch);

/* What a record may cost at most in a run: `own` (-1: none) goes before the stage's. */
int64_t stage_cost(const struct stage *stage, int64_t own);

/* The answer for an item; a later call replaces it. `message` may be NULL. */
void stage_end(struct ctx *ctx, struct stage_item *item, enum stage_result result,
               const char *cause, const char *message, ...) __attribute__((format(printf, 5, 6)));

/* The ids of the items, as an array in ctx->arena. */
int64_t *stage_ids(struct ctx *ctx, const struct stage_batch *batch);

/* To be called every few seconds of long work, outside a transaction: extends the leases and sets
 * batch->stop when the worker must end. CONFLICT with batch->lost: return false at once. */
MUST_CHECK bool stage_alive(struct ctx *ctx, struct stage_batch *batch);

#endif
