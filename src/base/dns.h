/* The DNS: many questions at once to the configured servers, and for each what came back: records,
 * "no such name", "no such record", or that nobody could say. Called by domain/email (mail servers of
 * a domain). The only stem that includes c-ares. Asks from batch only: web's ctx refuses it. Remembers
 * nothing between calls; who wants a cache keeps one. */
#ifndef LEADGEN_BASE_DNS_H
#define LEADGEN_BASE_DNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Numbers of RFC 1035 and 3596. */
enum dns_type { DNS_A = 1, DNS_MX = 15, DNS_TXT = 16, DNS_AAAA = 28 };

enum dns_verdict {
    DNS_OPEN,    /* not asked yet */
    DNS_FOUND,   /* there is at least one record */
    DNS_NO_DATA, /* the name exists, without a record of this type */
    DNS_NO_NAME, /* NXDOMAIN: the name does not exist */
    DNS_FAILED,  /* SERVFAIL, REFUSED, or an answer that makes no sense: nobody knows */
    DNS_TIMEOUT, /* no server answered: nobody knows */
    DNS_BAD_NAME /* this cannot be a name of the DNS; nobody was asked */
};

struct dns_record {
    const char
        *text; /* MX: the host, "" for the root (null MX); A, AAAA: the address; TXT: the text */
    int preference; /* MX */
};

/* A question and its answer. */
struct dns_question {
    const char *name; /* ASCII */
    enum dns_type type;
    enum dns_verdict verdict;
    struct dns_record *records; /* MX by preference, equal ones as they came; others as they came */
    size_t n_records;
};

/* Servers and patience. */
struct dns_options {
    const char *servers;   /* "127.0.0.1:5353,[::1]:53"; NULL: those of the machine */
    int timeout_ms;        /* of the first try; each further one waits twice as long; 0: 1000 */
    int tries;             /* 0: 3 */
    size_t most_in_flight; /* questions under way at a time; 0: 256 */
};

struct dns;

/* Opens a resolver that lives as long as `owner`. INPUT: the servers cannot be read. */
MUST_CHECK bool dns_new(struct ctx *ctx, struct arena *owner, const struct dns_options *options,
                        struct dns **out);

/* Answers every question whose verdict is DNS_OPEN, most_in_flight at a time; records live in
 * ctx->arena. A question that fails has that as its verdict; false only on BUG (asked from a page). */
MUST_CHECK bool dns_ask(struct ctx *ctx, struct dns *dns, struct dns_question *questions, size_t n);

/* Reads the bytes of one answer, as dns_ask does: pure. */
void dns_read(struct arena *arena, const unsigned char *bytes, size_t length,
              struct dns_question *question);

#endif
