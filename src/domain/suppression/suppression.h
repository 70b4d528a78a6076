/* Suppression: who must not be contacted. suppression_check is THE gate: imports ask it today, and
 * whatever sends must ask it at the moment of sending. */
#ifndef LEADGEN_DOMAIN_SUPPRESSION_H
#define LEADGEN_DOMAIN_SUPPRESSION_H

#include "base/err.h"

/* For each of n addresses (lower case, domain in ASCII; "@domain" asks for a domain alone; NULL asks
 * nothing) the reason for which it must not be contacted, or NULL, in ctx->arena. One round
 * trip; two where the list is longer than the question. UNAVAILABLE: hashed entries exist and the key
 * file is not readable: nothing may be sent then. */
MUST_CHECK bool suppression_check(struct ctx *ctx, const char *const *emails, size_t n,
                                  const char **reasons);

/* The keyed hash under which an erased address is kept: the same for the same address for ever. */
MUST_CHECK bool suppression_hash(struct ctx *ctx, const char *email, const char **hash);

#endif
