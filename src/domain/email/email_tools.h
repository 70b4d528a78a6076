/* What checking addresses works with, made from the settings of the process and of the tenant: a
 * resolver, and a prober where it is switched on. Called by the stages and tasks of addresses. */
#ifndef LEADGEN_EMAIL_TOOLS_H
#define LEADGEN_EMAIL_TOOLS_H

#include "domain/email/email_probe.h"
#include "domain/email/email_setting.h"

struct email_tools {
    struct dns *dns;
    struct email_prober prober;
    bool probe;
};

/* Lives as long as ctx->arena. */
MUST_CHECK bool email_tools_make(struct ctx *ctx, const struct email_setting *setting,
                                 struct email_tools *out);

#endif
