/* Why the names of web sites led nowhere: they do not exist, which is an answer, or nobody could say, which
 * is none. Called by stage_crawl.c, outside a transaction. Fetches nothing. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_NAMES_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_NAMES_H

#include "domain/crawl/crawl_site.h"

/* Asks the DNS about the sites that ended with CRAWL_AGAIN and "dns": those whose names do not exist, or
 * have no address, become CRAWL_FAILED with "no_name"; the others stay, with a pause in which an outage
 * may pass. INPUT: the configured servers cannot be read; UNAVAILABLE: there is no resolver. */
MUST_CHECK bool crawl_names_ask(struct ctx *ctx, struct crawl_site *sites, size_t n);

#endif
