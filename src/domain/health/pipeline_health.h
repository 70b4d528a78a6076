/* How a workspace's pipeline is doing: figures by day, taken every two hours and when asked for, and what
 * they say. Called by the health page, its task and its job.
 *
 * Names of figures: "companies", "contacts"; "stage.<stage>.<result>": records by what a stage last said;
 * "day.<stage>.<result>": results of that day; "wait.<stage>": records waiting for it, "oldest.<stage>":
 * seconds since the first of them came to it; "age.<n>": records waiting, by how long; "fit.<tier>":
 * companies; "flow.passed", "flow.stopped", "flow.waiting": companies by where they are; "funnel.people",
 * "funnel.email": companies let through that have a contact, or one with an address; "with_people":
 * companies with contacts; "with_email": contacts with an address; "spent": micro-dollars of that day;
 * "dead_jobs"; "lost": records whose results do not add up. */
#ifndef LEADGEN_HEALTH_PIPELINE_HEALTH_H
#define LEADGEN_HEALTH_PIPELINE_HEALTH_H

#include "base/err.h"
#include "domain/pipeline/task.h"

enum { HEALTH_DAYS = 31, HEALTH_AGES = 7 };

/* A figure; days counted back from today. */
struct health_point {
    int64_t ago, n;
    const char *name;
};

struct health {
    struct health_point *points; /* of the last HEALTH_DAYS days */
    size_t n_points;
    int64_t measured_at; /* seconds since 1970; 0: never */
};

/* Measures, writes today's figures, raises and resolves alerts; in the session's tenant. */
MUST_CHECK bool pipeline_health_measure(struct ctx *ctx);

MUST_CHECK bool pipeline_health_read(struct ctx *ctx, struct health *out);

/* A figure so many days ago; 0 where there is none. The format is printf's. */
int64_t pipeline_health_at(const struct health *health, int64_t ago, const char *name, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, of the last day that has any figures. */
int64_t pipeline_health_now(const struct health *health, const char *name, ...)
    __attribute__((format(printf, 2, 3)));

/* The recurring task and the job kind "health". */
MUST_CHECK bool pipeline_health_task(struct ctx *ctx, struct task_run *run);
bool pipeline_health_job(struct ctx *ctx, struct job *job);

#endif
