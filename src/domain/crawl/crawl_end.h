/* How the fetch of a site ends, in one word and in a sentence. Called by crawl_site.c. Pure. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_END_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_END_H

#include "domain/crawl/crawl_site.h"

/* Ends the site; `message` is copied. */
void crawl_end(struct crawl_site *site, enum crawl_end end, const char *cause, const char *message);

/* It sends its visitors to another domain. */
void crawl_end_moved(struct crawl_site *site, const char *to);

/* Is it worth another try? */
enum crawl_end crawl_end_of(enum http_end end);

/* What an answer that brings no page means. */
enum crawl_end crawl_end_judge(struct arena *arena, const struct http_answer *answer,
                               const char **cause, const char **message);

#endif
