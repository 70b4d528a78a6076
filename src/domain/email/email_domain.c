/* Domains of addresses. See email_domain.h. */
#include "domain/email/email_domain.h"

#include <string.h>

#include "base/db.h"
#include "statements.h"

/* --- the set ------------------------------------------------------------------------------- */

void
email_domains_init(struct arena *arena, size_t most, struct email_domains *out)
{
    *out = (struct email_domains){.of = ARENA_ARRAY(arena, most ? most : 1, struct email_domain),
                                  .size = most,
                                  .by_name = map_new(arena, most)};
}

struct email_domain *
email_domains_of(struct arena *arena, struct email_domains *domains, const char *address)
{
    const char *at = strrchr(address, '@');
    if (!at || !at[1])
        return NULL;
    struct email_domain *domain = map_get(domains->by_name, at + 1);
    if (domain || domains->n == domains->size)
        return domain;
    domain = &domains->of[domains->n++];
    *domain = (struct email_domain){.name = arena_strdup(arena, at + 1)};
    map_put(domains->by_name, domain->name, domain);
    return domain;
}

/* --- memory -------------------------------------------------------------------------------- */

struct known {
    const char *domain, *host;
    int64_t route, catch_all;
};

static const struct field known_map[] = {
    FIELD_STR(struct known, domain),
    FIELD_STR(struct known, host),
    FIELD_I64(struct known, route),
    FIELD_I64(struct known, catch_all),
    FIELD_END,
};

bool
email_domains_read(struct ctx *ctx, struct email_domains *domains)
{
    const char **names = ARENA_ARRAY(ctx->arena, domains->n, const char *);
    struct known *rows;
    size_t n;
    for (size_t i = 0; i < domains->n; i++)
        names[i] = domains->of[i].name;
    if (!DB_ALL(ctx, &SQL_EMAIL_DOMAIN_READ, DB_ARGS(DB_STRS(names, domains->n)), known_map, &rows,
                &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct email_domain *domain = map_get(domains->by_name, rows[i].domain);
        if (!domain)
            continue;
        domain->route = (enum email_route)rows[i].route;
        domain->host = rows[i].host;
        domain->catch_all = (enum email_catch_all)rows[i].catch_all;
    }
    return true;
}

bool
email_domains_write(struct ctx *ctx, const struct email_domains *domains)
{
    const char **names = ARENA_ARRAY(ctx->arena, domains->n, const char *);
    const char **hosts = ARENA_ARRAY(ctx->arena, domains->n, const char *);
    int64_t *routes = ARENA_ARRAY(ctx->arena, domains->n, int64_t);
    int64_t *catch_all = ARENA_ARRAY(ctx->arena, domains->n, int64_t);
    size_t n = 0;
    for (size_t i = 0; i < domains->n; i++) {
        const struct email_domain *domain = &domains->of[i];
        if (!domain->asked && !domain->probed)
            continue;
        names[n] = domain->name;
        hosts[n] = domain->host;
        routes[n] = domain->route;
        catch_all[n++] = domain->probed ? (int64_t)domain->catch_all : 0;
    }
    return n == 0 || db_exec(ctx, &SQL_EMAIL_DOMAIN_WRITE,
                             DB_ARGS(DB_STRS(names, n), DB_I64S(routes, n), DB_STRS(hosts, n),
                                     DB_I64S(catch_all, n)),
                             NULL);
}

/* --- the DNS ------------------------------------------------------------------------------- */

/* What an answer about MX says; EMAIL_ROUTE_UNASKED: look for a machine of that name. */
static enum email_route
route_of_mx(const struct dns_question *asked, const char **host)
{
    switch (asked->verdict) {
    case DNS_FOUND:
        break;
    case DNS_NO_DATA:
        return EMAIL_ROUTE_UNASKED;
    case DNS_NO_NAME:
    case DNS_BAD_NAME:
        return EMAIL_ROUTE_NO_DOMAIN;
    case DNS_OPEN:
    case DNS_FAILED:
    case DNS_TIMEOUT:
        return EMAIL_ROUTE_UNKNOWN;
    }
    for (size_t i = 0; i < asked->n_records; i++)
        if (*asked->records[i].text && strcmp(asked->records[i].text, ".") != 0) {
            *host = asked->records[i].text;
            return EMAIL_ROUTE_MX;
        }
    return EMAIL_ROUTE_NULL;
}

static enum email_route
route_of_host(const struct dns_question *four, const struct dns_question *six)
{
    if (four->verdict == DNS_FOUND || six->verdict == DNS_FOUND)
        return EMAIL_ROUTE_HOST;
    bool sure = (four->verdict == DNS_NO_DATA || four->verdict == DNS_NO_NAME) &&
                (six->verdict == DNS_NO_DATA || six->verdict == DNS_NO_NAME);
    return sure ? EMAIL_ROUTE_NONE : EMAIL_ROUTE_UNKNOWN;
}

bool
email_domains_ask(struct ctx *ctx, struct dns *dns, struct email_domains *domains)
{
    struct email_domain **asking = ARENA_ARRAY(ctx->arena, domains->n, struct email_domain *);
    struct dns_question *asked = ARENA_ARRAY(ctx->arena, 2 * domains->n, struct dns_question);
    size_t n = 0, left = 0;
    for (size_t i = 0; i < domains->n; i++)
        if (domains->of[i].route == EMAIL_ROUTE_UNASKED) {
            asking[n] = &domains->of[i];
            asked[n++] = (struct dns_question){.name = domains->of[i].name, .type = DNS_MX};
        }
    if (n && !dns_ask(ctx, dns, asked, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        asking[i]->host = NULL;
        asking[i]->route = route_of_mx(&asked[i], &asking[i]->host);
        asking[i]->asked = true;
        if (asking[i]->route == EMAIL_ROUTE_UNASKED)
            asking[left++] = asking[i];
    }
    for (size_t i = 0; i < left; i++) {
        asked[2 * i] = (struct dns_question){.name = asking[i]->name, .type = DNS_A};
        asked[2 * i + 1] = (struct dns_question){.name = asking[i]->name, .type = DNS_AAAA};
    }
    if (left && !dns_ask(ctx, dns, asked, 2 * left))
        return false;
    for (size_t i = 0; i < left; i++) {
        asking[i]->route = route_of_host(&asked[2 * i], &asked[2 * i + 1]);
        if (asking[i]->route == EMAIL_ROUTE_HOST)
            asking[i]->host = asking[i]->name;
    }
    return true;
}
