/* What a result is worth, before anybody is asked: its registrable domain, what the company may be called,
 * and why it can be none. Pure. Called by discovery_run.c. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_SIFT_H
#define LEADGEN_DOMAIN_DISCOVERY_SIFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A place where a company may be: a result, a link, a line of a list. */
struct discovery_lead {
    const char *url;   /* an address or a bare domain */
    const char *title; /* or "" */
    int64_t rank;      /* from 1 */
};

struct discovery_sifted {
    const char *key;    /* registrable domain; the address when there is none */
    const char *domain; /* NULL: no company can be told from it */
    const char *name;   /* of the company, as far as known */
    const char *reason; /* why not, for people; NULL: nothing speaks against it */
    bool is_list;       /* it announces many companies: worth reading as a page of its own */
};

/* `own`: the domain of the page that a link stands on, which is no find; NULL for none. */
void discovery_sift(struct arena *arena, const struct discovery_lead *lead, const char *own,
                    struct discovery_sifted *out);

/* The name a page's title gives the company of a domain ("Acme | Industrial arms" of acme.com is
 * "Acme"), else its first label: "Acme-robots". */
const char *discovery_sift_name(struct arena *arena, const char *domain, const char *title);

/* True for a title that announces many companies: "Top 10 robotics startups", "Best CRM vendors". */
bool discovery_sift_is_list(struct arena *arena, const char *title);

/* True for newspapers, encyclopedias and the like: their domain stands for what they write about. */
bool discovery_sift_is_press(const char *domain);

#endif
