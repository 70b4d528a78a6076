/* Queries made of what worked: keywords, industries and countries that companies which passed have more
 * often than others. Called by the page and the task "discovery". */
#ifndef LEADGEN_DOMAIN_DISCOVERY_EXPAND_H
#define LEADGEN_DOMAIN_DISCOVERY_EXPAND_H

#include "domain/pipeline/task.h"

/* What companies that worked have in common. */
struct discovery_seed {
    const char *kind, *word; /* "keyword", "country" (two letters), "industry" (its code) */
    int64_t worked, total;   /* companies that have it: that worked, and all */
};
struct discovery_idea {
    const char *words, *why;
};
enum { DISCOVERY_IDEAS_MOST = 200 };

/* Pure: ideas, the best first. */
size_t discovery_expand_ideas(struct arena *arena, const struct discovery_seed *seeds, size_t n,
                              struct discovery_idea **out);

/* Adds up to `most` new queries; those that are there already cost nothing. *added counts. */
MUST_CHECK bool discovery_expand(struct ctx *ctx, int64_t most, int64_t *added);

/* The task "discovery", for one workspace: what is due waits again; where it is switched on, new queries
 * are made and all that waits is run. */
bool discovery_task(struct ctx *ctx, struct task_run *run);

#endif
