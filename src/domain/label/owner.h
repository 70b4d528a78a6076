/* Owners: the members of a workspace as those who look after records. Called by the owners' page and
 * by the page that removes a member. */
#ifndef LEADGEN_DOMAIN_OWNER_H
#define LEADGEN_DOMAIN_OWNER_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct owner {
    int64_t user_id; /* 0: the records that nobody owns */
    const char *name, *email, *role;
    bool member; /* false: has left, but still owns records */
    int64_t companies, contacts;
};

/* Members by name, then those who have left and own something, then nobody. */
MUST_CHECK bool owner_list(struct ctx *ctx, struct owner **out, size_t *n);

/* One of them with exact counts and how many in the trash. NOT_FOUND: neither a member nor an owner. */
MUST_CHECK bool owner_get(struct ctx *ctx, int64_t user_id, struct owner *out, int64_t *trashed);

struct owner_done {
    int64_t set_id, job_id; /* 0: no job, all is done */
    const char *from, *to;
};

/* Makes `to` the owner of all that `from` owns. INPUT on "to" when it is no other member; NOT_FOUND
 * as in owner_get. */
MUST_CHECK bool owner_hand_over(struct ctx *ctx, int64_t from, int64_t to, struct owner_done *out);

#endif
