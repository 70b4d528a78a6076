/* What a tenant settled about checking addresses. Called by the stages and tasks of addresses and by
 * the settings page. In a transaction. */
#ifndef LEADGEN_EMAIL_SETTING_H
#define LEADGEN_EMAIL_SETTING_H

#include <stdint.h>

#include "base/err.h"

enum { EMAIL_REVERIFY_LEAST = 7, EMAIL_REVERIFY_MOST = 730 };

struct email_setting {
    bool probe;            /* ask mail servers about addresses; off at first */
    int64_t reverify_days; /* an address checked longer ago is checked again; 90 at first */
};

MUST_CHECK bool email_setting_read(struct ctx *ctx, struct email_setting *out);

/* INPUT on "reverify_days" when it is out of bounds. */
MUST_CHECK bool email_setting_write(struct ctx *ctx, const struct email_setting *setting);

#endif
