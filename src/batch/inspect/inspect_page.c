/* leadgen-batch inspect page FILE --url U: what a page says, as one JSON object. FILE "-" is standard
 * input. --content-type as the server sent it, --header "Name: value" as often as there are; with
 * --model FILE also what that model makes of it, "default" for the one that comes with the program. */
#include "batch/inspect/inspect.h"
#include "batch/inspect/inspect_score.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "domain/page/page.h"

enum { BYTES_MAX = 16 * 1024 * 1024, HEADERS_MAX = 64 };

static bool
read_file(struct ctx *ctx, const char *path, struct page_source *source)
{
    bool standard = !strcmp(path, "-");
    FILE *file = standard ? stdin : fopen(path, "rb");
    if (!file)
        return err_raise(ctx, ERR_NOT_FOUND, "%s cannot be read: %s.", path, strerror(errno));
    char *bytes = arena_alloc(ctx->arena, BYTES_MAX);
    source->length = fread(bytes, 1, BYTES_MAX, file);
    source->body = bytes;
    bool good = !ferror(file);
    if (!standard)
        (void)fclose(file);
    return good || err_raise(ctx, ERR_INPUT, "%s cannot be read.", path);
}

static struct jsn *
link_list(struct arena *arena, const struct page *page)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < page->n_links; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "href", page->links[i].href);
        jsn_set_text(one, "text", page->links[i].text);
        jsn_set_bool(one, "frame", page->links[i].frame);
        jsn_add(list, one);
    }
    return list;
}

static struct jsn *
email_list(struct arena *arena, const struct page *page)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < page->n_emails; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "address", page->emails[i].address);
        jsn_set_text(one, "context", page->emails[i].context);
        jsn_set_bool(one, "role", page->emails[i].role);
        jsn_set_bool(one, "obfuscated", page->emails[i].hidden);
        jsn_add(list, one);
    }
    return list;
}

static struct jsn *
phone_list(struct arena *arena, const struct page *page)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < page->n_phones; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "number", page->phones[i].number);
        jsn_set_text(one, "country", page->phones[i].country);
        jsn_set_text(one, "context", page->phones[i].context);
        jsn_set_bool(one, "fax", page->phones[i].fax);
        jsn_add(list, one);
    }
    return list;
}

static struct jsn *
address_list(struct arena *arena, const struct page *page)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < page->n_addresses; i++) {
        const struct page_address *address = &page->addresses[i];
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "street", address->street);
        jsn_set_text(one, "postal_code", address->postal_code);
        jsn_set_text(one, "city", address->city);
        jsn_set_text(one, "region", address->region);
        jsn_set_text(one, "country", address->country);
        jsn_set_text(one, "snippet", address->snippet);
        jsn_add(list, one);
    }
    return list;
}

static struct jsn *
claim_list(struct arena *arena, const struct page *page)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < page->n_claims; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "kind", page_claim_name(page->claims[i].kind));
        jsn_set_text(one, "value", page->claims[i].value);
        jsn_set_text(one, "snippet", page->claims[i].snippet);
        jsn_add(list, one);
    }
    return list;
}

static struct jsn *
technology_list(struct arena *arena, const struct page *page)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < page->n_technologies; i++) {
        const struct page_technology *technology = &page->technologies[i];
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "name", technology->name);
        jsn_set_text(one, "group", technology_group_name(technology->group));
        jsn_set_text(one, "version", technology->version);
        jsn_set_text(one, "evidence", technology->evidence);
        jsn_add(list, one);
    }
    return list;
}

static struct jsn *
data_list(struct arena *arena, const struct page *page)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < page->n_data; i++)
        jsn_add(list, page->data[i]);
    return list;
}

static struct jsn *
social_object(struct arena *arena, const struct page *page)
{
    struct jsn *out = jsn_object(arena);
    for (size_t i = 0; i < page->n_socials; i++) {
        const char *name = page_network_name(page->socials[i].network);
        struct jsn *list = jsn_get(out, name);
        if (!list) {
            list = jsn_array(arena);
            jsn_set(out, name, list);
        }
        jsn_add(list, jsn_text(arena, page->socials[i].url));
    }
    return out;
}

static struct jsn *
page_object(struct arena *arena, const struct page *page)
{
    struct jsn *out = jsn_object(arena);
    jsn_set_text(out, "url", page->url);
    jsn_set_text(out, "charset", page->charset);
    jsn_set_text(out, "title", page->title);
    jsn_set_text(out, "description", page->description);
    jsn_set_text(out, "site_name", page->site_name);
    jsn_set_text(out, "language", page->language);
    jsn_set_text(out, "canonical", page->canonical);
    jsn_set_text(out, "kind", page_kind_name(page->kind));
    jsn_set_bool(out, "is_company", page->verdict.is_company);
    jsn_set_text(out, "class", page_class_name(page->verdict.page_class));
    jsn_set_text(out, "reason", page->verdict.reason);
    jsn_set_text(out, "text", page->text);
    jsn_set_text(out, "frame_text", page->frame_text);
    jsn_set(out, "emails", email_list(arena, page));
    jsn_set(out, "phones", phone_list(arena, page));
    jsn_set(out, "addresses", address_list(arena, page));
    jsn_set(out, "social", social_object(arena, page));
    jsn_set(out, "facts", claim_list(arena, page));
    jsn_set(out, "technologies", technology_list(arena, page));
    jsn_set(out, "data", data_list(arena, page));
    jsn_set(out, "links", link_list(arena, page));
    return out;
}

bool
inspect_page(struct ctx *ctx, int argc, char **argv)
{
    const char *path = NULL, *headers[HEADERS_MAX], *model = NULL;
    struct page_source source = {.headers = headers};
    struct page page;
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (!strcmp(argv[i], "--url") && value)
            source.url = argv[++i];
        else if (!strcmp(argv[i], "--content-type") && value)
            source.content_type = argv[++i];
        else if (!strcmp(argv[i], "--header") && value && source.n_headers < HEADERS_MAX)
            headers[source.n_headers++] = argv[++i];
        else if (!strcmp(argv[i], "--model") && value)
            model = argv[++i];
        else if (!path)
            path = argv[i];
        else
            path = "";
    }
    if (!path || !*path || !source.url)
        return err_raise(ctx, ERR_INPUT, "Give one file and --url ADDRESS, where it was fetched.");
    if (!read_file(ctx, path, &source) || !page_read(ctx, &source, &page))
        return false;
    struct jsn *out = page_object(ctx->arena, &page), *score = NULL;
    if (model && !inspect_score(ctx, model, &page, &score))
        return false;
    if (model)
        jsn_set(out, "score", score);
    puts(jsn_write(ctx->arena, out));
    return true;
}
