/* Ends of sites. See crawl_end.h. */
#include "domain/crawl/crawl_end.h"

#include <string.h>

#include "base/psl.h"
#include "base/uri_web.h"

void
crawl_end(struct crawl_site *site, enum crawl_end end, const char *cause, const char *message)
{
    site->end = end;
    site->cause = cause;
    site->message = arena_strdup(site->arena, message);
    site->target = NULL;
}

void
crawl_end_moved(struct crawl_site *site, const char *to)
{
    struct uri_web uri;
    struct psl psl;
    if (!uri_web_read(site->arena, to, strlen(to), NULL, &uri))
        return;
    psl_split(uri.host, &psl);
    const char *own = psl.private_suffix ? psl.private_registrable : psl.registrable;
    site->moved_to = own ? own : uri.host;
    crawl_end(site, CRAWL_MOVED, "moved",
              arena_printf(site->arena, "%s sends its visitors to %s, another domain.", site->host,
                           site->moved_to));
}

enum crawl_end
crawl_end_of(enum http_end end)
{
    switch (end) {
    case HTTP_DNS:
    case HTTP_CONNECT:
    case HTTP_TIMEOUT:
    case HTTP_BROKEN:
        return CRAWL_AGAIN;
    case HTTP_TYPE:
        return CRAWL_REFUSED;
    case HTTP_ANSWERED:
    case HTTP_BLOCKED:
    case HTTP_TLS:
    case HTTP_TOO_LARGE:
    case HTTP_ADDRESS:
    case HTTP_ENDS:
        break;
    }
    return CRAWL_FAILED;
}

enum crawl_end
crawl_end_judge(struct arena *arena, const struct http_answer *answer, const char **cause,
                const char **message)
{
    if (answer->end != HTTP_ANSWERED) {
        *cause = http_end_name(answer->end);
        *message = arena_strdup(arena, answer->message);
        return crawl_end_of(answer->end);
    }
    int status = answer->status;
    *message = arena_printf(arena, "The site answers with an error (HTTP %d).", status);
    if (status >= 200 && status < 300) {
        *cause = "empty";
        *message = "The site answers with an empty page.";
        return CRAWL_FAILED;
    }
    if (status == 429 || status >= 500) {
        *cause = status == 429 ? "http_429" : "http_5xx";
        return CRAWL_AGAIN;
    }
    if (status == 404 || status == 410) {
        *cause = "http_404";
        *message = "The site has no home page.";
        return CRAWL_FAILED;
    }
    *cause =
        status == 401 || status == 403 || status == 406 || status == 451 ? "http_403" : "http_4xx";
    if (!strcmp(*cause, "http_403"))
        *message = arena_printf(arena, "The site refuses visitors like us (HTTP %d).", status);
    return CRAWL_FAILED;
}
