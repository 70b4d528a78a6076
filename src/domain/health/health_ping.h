/* The shortest question to the database: is it there. Called by /healthz. */
#ifndef LEADGEN_DOMAIN_HEALTH_PING_H
#define LEADGEN_DOMAIN_HEALTH_PING_H

#include "base/err.h"

/* UNAVAILABLE when the database does not answer. */
MUST_CHECK bool health_ping(struct ctx *ctx);

#endif
