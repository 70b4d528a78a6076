/* Pages under arbitrary bytes: everything that is said of them is valid UTF-8, and JSON can be written
 * of it. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/page/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
sound(const char *text)
{
    if (text && !text_is_utf8(text, strlen(text)))
        abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const headers[] = {"Server: nginx/1.2.3", "Set-Cookie: _ga=1"};
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct page page;
    struct page_source source = {.url = "https://acme.example/a/b?c=d",
                                 .body = (const char *)data,
                                 .length = size,
                                 .headers = headers,
                                 .n_headers = 2};
    if (!page_read(&ctx, &source, &page))
        abort();
    sound(page.title);
    sound(page.description);
    sound(page.text);
    sound(page.frame_text);
    sound(page.verdict.reason);
    for (size_t i = 0; i < page.n_links; i++)
        sound(page.links[i].text);
    for (size_t i = 0; i < page.n_emails; i++)
        sound(page.emails[i].context);
    for (size_t i = 0; i < page.n_phones; i++)
        sound(page.phones[i].context);
    for (size_t i = 0; i < page.n_addresses; i++) {
        sound(page.addresses[i].city);
        sound(page.addresses[i].street);
        sound(page.addresses[i].snippet);
    }
    for (size_t i = 0; i < page.n_claims; i++) {
        sound(page.claims[i].value);
        sound(page.claims[i].snippet);
    }
    for (size_t i = 0; i < page.n_technologies; i++)
        sound(page.technologies[i].evidence);
    for (size_t i = 0; i < page.n_data; i++)
        (void)jsn_write(arena, page.data[i]);
    arena_free(arena);
    return 0;
}
