/* CSRF. See csrf.h. */
#include "web/csrf.h"

#include <string.h>

#include "base/text.h"
#include "base/token.h"

char *
csrf_token(const struct page *pg)
{
    return token_mac(pg->ctx->arena, pg->secret, "csrf");
}

/* Scheme, host and port of an address. */
static const char *
origin_of(struct arena *arena, const char *url)
{
    const char *host = strstr(url, "://");
    return host ? arena_strndup(arena, url, (size_t)(host - url) + 3 + strcspn(host + 3, "/?#"))
                : "";
}

/* What a browser says about where the request comes from. A browser cannot be made to lie in these
 * headers; one that sends neither is left to the token. */
static bool
is_from_here(const struct page *pg)
{
    const struct http_in *in = pg->in;
    struct arena *arena = pg->ctx->arena;
    if (*in->fetch_site && strcmp(in->fetch_site, "same-origin") != 0 &&
        strcmp(in->fetch_site, "none") != 0)
        return false;
    if (!*in->origin)
        return true;
    if (!strcmp(in->origin, "null"))
        return *in->fetch_site != '\0';
    const char *url = pg->web->conf && pg->web->conf->url ? pg->web->conf->url : "";
    return !strcmp(in->origin, origin_of(arena, url)) ||
           !strcmp(in->origin, arena_printf(arena, "%s://%s", in->scheme, in->host));
}

bool
csrf_check(struct page *pg, const char *sent)
{
    if (!is_from_here(pg))
        return err_raise(pg->ctx, ERR_DENIED, "This form was sent from another site.");
    if (!*pg->secret || !*sent || !token_equal(sent, csrf_token(pg)))
        return err_raise(pg->ctx, ERR_DENIED,
                         "This form is out of date. Go back, reload the page and send it again.");
    return true;
}
