/* Addresses on a company's pages. See email_site.h. */
#include "domain/email/email_site.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "domain/contact/email_address.h"
#include "domain/crawl/page_store.h"
#include "domain/page/page.h"

enum { LOCAL_MAX = 64 };

/* May stand in a local part as pages write it; "%" and what lies beyond ASCII are left out, they are
 * mostly markup around an address. */
static bool
is_local(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           strchr("._+-'", c);
}

static void
add(struct arena *arena, const char *local, size_t length, const char *domain, const char *url,
    struct email_sighting *all, size_t *n)
{
    struct email_address email;
    const char *text = arena_printf(arena, "%.*s@%s", (int)length, local, domain);
    if (email_address_exact(arena, text, &email) != EMAIL_OK)
        return;
    for (size_t i = 0; i < *n; i++)
        if (!strcmp(all[i].local, email.local))
            return;
    if (*n < EMAIL_SITE_MOST)
        all[(*n)++] = (struct email_sighting){email.local, url};
}

void
email_site_scan(struct arena *arena, const char *text, size_t length, const char *domain,
                const char *url, struct email_sighting *all, size_t *n)
{
    const char *at = text, *end = text + length;
    size_t size = strlen(domain);
    while ((at = memchr(at, '@', (size_t)(end - at))) != NULL) {
        const char *behind = at + 1;
        size_t left = (size_t)(end - behind), before = 0;
        while (before < LOCAL_MAX && at - before > text && at[-(ptrdiff_t)before - 1] &&
               is_local(at[-(ptrdiff_t)before - 1]))
            before++;
        while (before > 0 && strchr("._-'+", at[-(ptrdiff_t)before]))
            before--;
        if (before > 0 && left >= size && !strncasecmp(behind, domain, size) &&
            (left == size || !(isalnum((unsigned char)behind[size]) || behind[size] == '-' ||
                               (behind[size] == '.' && left > size + 1 &&
                                isalnum((unsigned char)behind[size + 1])))))
            add(arena, at - before, before, domain, url, all, n);
        at = behind;
    }
}

/* What the page says of itself: links to write to, and addresses written for people only. */
static bool
read_page(struct ctx *ctx, struct arena *keep, const struct page_stored *stored, const char *domain,
          const char *url, struct email_sighting *all, size_t *n)
{
    struct page page;
    const struct page_source source = {.url = stored->url,
                                       .body = stored->body,
                                       .length = stored->body_length,
                                       .status = stored->http_status};
    if (!stored->body || !stored->body_length)
        return true;
    if (!page_read(ctx, &source, &page))
        return false;
    for (size_t i = 0; i < page.n_emails; i++) {
        const char *address = page.emails[i].address, *at = strrchr(address, '@');
        if (at && !strcasecmp(at + 1, domain))
            add(keep, address, (size_t)(at - address), domain, url, all, n);
    }
    return true;
}

bool
email_site_read(struct ctx *ctx, int64_t company_id, const char *domain,
                struct email_sighting **out, size_t *n)
{
    struct ctx own = *ctx;
    struct page_stored *pages;
    size_t n_pages;
    own.arena = arena_new(); /* bodies are large: they go when they are read */
    *out = ARENA_ARRAY(ctx->arena, EMAIL_SITE_MOST, struct email_sighting);
    *n = 0;
    bool done =
        page_store_read(&own, &company_id, 1, PAGE_WANTS_TEXT | PAGE_WANTS_BODY, &pages, &n_pages);
    for (size_t i = 0; done && i < n_pages; i++) {
        const char *texts[] = {pages[i].text, pages[i].frame_text, pages[i].body};
        const size_t lengths[] = {texts[0] ? strlen(texts[0]) : 0, texts[1] ? strlen(texts[1]) : 0,
                                  pages[i].body_length};
        const char *url = arena_strdup(ctx->arena, pages[i].url);
        done = read_page(&own, ctx->arena, &pages[i], domain, url, *out, n);
        for (size_t k = 0; done && k < sizeof texts / sizeof *texts; k++)
            if (texts[k])
                email_site_scan(ctx->arena, texts[k], lengths[k], domain, url, *out, n);
    }
    if (!done)
        ctx->err = own.err;
    arena_free(own.arena);
    return done;
}
