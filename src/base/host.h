/* Names of machines as people write them, made one comparable form: ASCII, lower case.
 * Called by uri.c and by whoever reads the domain of an e-mail address. The only stem that includes
 * libidn2. Resolves nothing: no network. */
#ifndef LEADGEN_BASE_HOST_H
#define LEADGEN_BASE_HOST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum host_kind {
    HOST_INVALID, /* no host: bad character, label or length */
    HOST_NAME,    /* a domain name with at least one dot */
    HOST_LOCAL,   /* a single label: localhost, intranet */
    HOST_IPV4,
    HOST_IPV6 /* without brackets */
};

/* Reads `length` bytes as one host and says what it is. *out is the ASCII form (lower case, IDN by
 * UTS #46 non-transitional, one trailing dot dropped, brackets of IPv6 dropped), in the arena;
 * NULL when HOST_INVALID. Labels hold a-z 0-9 - _, at most 63 bytes, 253 in all. */
enum host_kind host_read(struct arena *arena, const char *text, size_t length, const char **out);

/* The form to show: labels of an ASCII host decoded to Unicode where that round-trips. */
const char *host_display(struct arena *arena, const char *host);

#endif
