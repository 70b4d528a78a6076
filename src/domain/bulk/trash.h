/* The trash: deleted companies and contacts until they are restored or, after TRASH_DAYS, erased. What
 * was merged is not in it: the undo of the merge brings it back. Called by the pages of the trash and by
 * the recurring task. */
#ifndef LEADGEN_DOMAIN_TRASH_H
#define LEADGEN_DOMAIN_TRASH_H

#include "base/err.h"
#include "domain/pipeline/task.h"
#include "domain/record/record_field.h"

enum { TRASH_DAYS = 30, TRASH_MOST = 200 /* records of one request */ };

struct trash_row {
    int64_t record_id;
    const char *label, *detail; /* its name, and what else tells it apart */
    int64_t deleted_us;         /* when: microseconds since 1970 */
    int64_t change_set_id;      /* the act that deleted it; 0: not known */
    const char *kind, *source, *who;
    int64_t holder_id; /* who has its domain, address or profile by now; 0: nobody */
    const char *holder;
};

/* Where a page begins: after this row; zero for the newest. */
struct trash_mark {
    int64_t deleted_us, record_id;
};

/* The last deleted first. `search`: each of its words is looked for; set_id: only of this act, 0: all.
 * Asks for at most `limit` rows. */
MUST_CHECK bool trash_list(struct ctx *ctx, enum record_entity entity, const char *search,
                           int64_t set_id, const struct trash_mark *after, int64_t limit,
                           struct trash_row **out, size_t *n);

MUST_CHECK bool trash_count(struct ctx *ctx, enum record_entity entity, int64_t *n);

/* Brings records back, in one change set. Those whose key another record has by now stay (*kept), or with
 * `beside` come back as its duplicates. Ids that are not in the trash are left out; nothing restored:
 * *set_id is 0. CONFLICT: somebody took a key in this moment. */
MUST_CHECK bool trash_restore(struct ctx *ctx, enum record_entity entity, const int64_t *ids,
                              size_t n, bool beside, int64_t *set_id, int64_t *restored,
                              int64_t *kept);

/* The task "trash_erase": what has been there for TRASH_DAYS; forgets bulk actions never begun. */
bool trash_task(struct ctx *ctx, struct task_run *run);

#endif
