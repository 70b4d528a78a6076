/* The public suffix list: where the part of a host begins that one holder registered.
 * The only stem that includes libpsl; uses the list compiled into that library. */
#ifndef LEADGEN_BASE_PSL_H
#define LEADGEN_BASE_PSL_H

#include <stdbool.h>

struct psl {
    const char *registrable;    /* by the ICANN section: "acme.co.uk"; NULL: host is a suffix */
    const char *suffix;         /* its public suffix: "co.uk" */
    bool listed;                /* the suffix stands in the list; false: only the "*" rule */
    const char *private_suffix; /* "github.io" when the private section has one; else NULL */
    const char *private_registrable; /* "acme.github.io"; NULL: none, or host is that suffix */
};

/* Splits an ASCII lower-case host name (host_read, HOST_NAME or HOST_LOCAL). The answers point into
 * `host`. */
void psl_split(const char *host, struct psl *out);

#endif
