/* Who writes: name, role, company and what a letter ends with. A sender belongs to the workspace or to
 * one of its people; one of them is the default of new campaigns. Called by the pages under Settings,
 * by campaigns and by what writes messages. */
#ifndef LEADGEN_DOMAIN_SENDER_H
#define LEADGEN_DOMAIN_SENDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum {
    SENDER_NAME_MOST = 120, /* code points */
    SENDER_COMPANY_MOST = 200,
    SENDER_ADDRESS_MOST = 400,
    SENDER_SIGNATURE_MOST = 1000
};

/* NULL: there is none. */
struct sender {
    int64_t sender_id;
    const char *name, *role, *company, *email, *postal_address, *signature;
    int64_t user_id; /* whose it is; 0: the workspace's */
    const char *user_name;
    bool is_default;
    int64_t version;
    int64_t campaigns; /* that use it and are neither finished nor archived */
};

/* The default one first, then by name. */
MUST_CHECK bool sender_list(struct ctx *ctx, struct sender **out, size_t *n);

/* NOT_FOUND. */
MUST_CHECK bool sender_get(struct ctx *ctx, int64_t id, struct sender *out);

/* Makes one (sender_id 0) or changes it, begun from its version; the first of a workspace is the
 * default whatever is said. INPUT on a field's name; CONFLICT: changed meanwhile; NOT_FOUND. */
MUST_CHECK bool sender_save(struct ctx *ctx, const struct sender *sender, int64_t *id);

/* Takes it away; messages that name it keep it. Another one becomes the default when it was. CONFLICT
 * while a campaign that is not finished uses it; NOT_FOUND. */
MUST_CHECK bool sender_remove(struct ctx *ctx, int64_t id);

#endif
