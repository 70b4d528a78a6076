/* Names that led nowhere. See crawl_names.h. */
#include "domain/crawl/crawl_names.h"

#include <string.h>

#include "base/conf.h"
#include "base/dns.h"
#include "base/uri_web.h"
#include "domain/crawl/crawl_end.h"

/* Each start of a site is asked about twice: IPv4, IPv6. */
enum { QUESTIONS = 2 * CRAWL_STARTS_MAX, OUTAGE_SECONDS = 600 };

static bool
is_unresolved(const struct crawl_site *site)
{
    return site->end == CRAWL_AGAIN && site->cause && !strcmp(site->cause, "dns");
}

/* The questions about a site; those of a name that came before, or of nobody, count as answered. */
static void
put_questions(struct arena *arena, const struct crawl_site *site, struct dns_question *questions)
{
    const char *names[CRAWL_STARTS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < QUESTIONS; i++)
        questions[i].verdict = DNS_NO_NAME;
    for (size_t i = 0; i < site->n_starts; i++) {
        struct uri_web uri;
        bool known = !uri_web_read(arena, site->starts[i], strlen(site->starts[i]), NULL, &uri);
        for (size_t k = 0; k < n && !known; k++)
            known = !strcmp(names[k], uri.host);
        if (known)
            continue;
        questions[2 * n] = (struct dns_question){.name = uri.host, .type = DNS_A};
        questions[2 * n + 1] = (struct dns_question){.name = uri.host, .type = DNS_AAAA};
        names[n++] = uri.host;
    }
}

/* Every answer says that there is no address. */
static bool
is_missing(const struct dns_question *questions)
{
    for (size_t i = 0; i < QUESTIONS; i++)
        if (questions[i].verdict != DNS_NO_NAME && questions[i].verdict != DNS_NO_DATA &&
            questions[i].verdict != DNS_BAD_NAME)
            return false;
    return true;
}

static void
judge(struct crawl_site *site, const struct dns_question *questions)
{
    if (is_missing(questions)) {
        crawl_end(site, CRAWL_FAILED, "no_name",
                  arena_printf(site->arena, "There is no site called %s.", site->host));
        return;
    }
    crawl_end(site, CRAWL_AGAIN, "dns",
              arena_printf(site->arena, "The DNS cannot say now where %s is.", site->host));
    site->retry_seconds = OUTAGE_SECONDS;
}

bool
crawl_names_ask(struct ctx *ctx, struct crawl_site *sites, size_t n)
{
    const struct dns_options options = {.servers = ctx->conf ? ctx->conf->dns : NULL};
    struct dns_question *questions = ARENA_ARRAY(ctx->arena, n * QUESTIONS, struct dns_question);
    struct crawl_site **asked = ARENA_ARRAY(ctx->arena, n, struct crawl_site *);
    struct dns *dns;
    size_t n_asked = 0;
    for (size_t i = 0; i < n; i++)
        if (is_unresolved(&sites[i])) {
            put_questions(ctx->arena, &sites[i], &questions[n_asked * QUESTIONS]);
            asked[n_asked++] = &sites[i];
        }
    if (n_asked == 0)
        return true;
    if (!dns_new(ctx, ctx->arena, &options, &dns) ||
        !dns_ask(ctx, dns, questions, n_asked * QUESTIONS))
        return false;
    for (size_t i = 0; i < n_asked; i++)
        judge(asked[i], &questions[i * QUESTIONS]);
    return true;
}
