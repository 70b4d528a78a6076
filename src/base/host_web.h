/* Hosts of web addresses as browsers read them (the WHATWG URL standard): IPv4 in all its spellings,
 * IPv6, names through UTS #46. Called by uri_web.c. host.h is stricter: it judges what people typed
 * as a domain. */
#ifndef LEADGEN_BASE_HOST_WEB_H
#define LEADGEN_BASE_HOST_WEB_H

#include <stddef.h>

#include "base/arena.h"

/* The host in `length` bytes, %XX undone, ASCII and lower case, IPv4 as four numbers, IPv6 in
 * brackets; in the arena. NULL: it is no host. */
const char *host_web_read(struct arena *arena, const char *text, size_t length);

#endif
