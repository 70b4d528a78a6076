/* Web search by any service that answers JSON. See search_json.h. */
#include "domain/provider/search_json.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/text.h"
#include "base/uri.h"

enum {
    TEMPLATE_MOST = 2000,
    HEADER_MOST = 500,
    PATH_MOST = 100,
    URL_MOST = 2048,
    REQUEST_MOST = 16 * 1024,
    COUNT_USUAL = 20,
    PAGES_USUAL = 1
};

/* clang-format off */
const struct search_preset search_presets[] = {
    {"brave", "Brave Search", "https://api.search.brave.com",
     "{\"path\":\"/res/v1/web/search?q={query}&count={count}&offset={page0}\",\"headers\":[\"Accept: "
     "application/json\",\"X-Subscription-Token: {key}\"],\"results\":\"web.results\",\"link\":\"url\",\"title\":\"title\","
     "\"snippet\":\"description\",\"count\":20,\"pages\":3}"},
    {"serper", "Serper (Google results)", "https://google.serper.dev",
     "{\"path\":\"/search\",\"headers\":[\"Content-Type: application/json\",\"X-API-KEY: {key}\"],"
     "\"body\":\"{\\\"q\\\":\\\"{query}\\\",\\\"num\\\":{count},\\\"page\\\":{page}}\",\"results\":\"organic\",\"link\":\"link\","
     "\"title\":\"title\",\"snippet\":\"snippet\",\"count\":20,\"pages\":3}"},
    {"searxng", "SearXNG, one's own server", "https://search.example.com",
     "{\"path\":\"/search?format=json&q={query}&pageno={page}\",\"headers\":[],\"results\":\"results\",\"link\":\"url\","
     "\"title\":\"title\",\"snippet\":\"content\",\"count\":20,\"pages\":3}"},
    {"other", "Another service", "https://",
     "{\"path\":\"/search?q={query}&count={count}\",\"headers\":[\"Authorization: Bearer {key}\"],"
     "\"results\":\"results\",\"link\":\"url\",\"title\":\"title\",\"snippet\":\"snippet\",\"count\":20}"},
    {NULL, NULL, NULL, NULL},
};
/* clang-format on */

/* Reading settings. --------------------------------------------------------------------------- */

/* Visible ASCII and blanks: nothing that ends a header or a line. */
static bool
is_plain(const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if (*c < ' ' || *c > '~')
            return false;
    return true;
}

bool
search_json_base(struct ctx *ctx, const char *base_url)
{
    struct uri uri;
    if ((!text_starts(base_url, "https://") && !text_starts(base_url, "http://")) ||
        !is_plain(base_url) || strpbrk(base_url, " {}?#\\") ||
        uri_read(ctx->arena, base_url, &uri) != URI_OK || *uri.user_info)
        return err_field(ctx, ERR_INPUT, "base_url",
                         "Write the address of the service, such as https://api.example.com.");
    return true;
}

static bool
check_path(struct ctx *ctx, const struct search_service *service)
{
    const char *path = service->path;
    if (*path != '/' || strlen(path) > TEMPLATE_MOST || !is_plain(path) || strchr(path, ' '))
        return err_field(ctx, ERR_INPUT, "path",
                         "The path begins with / and has no blanks: /search?q={query}.");
    if (!strstr(path, "{query}") && !strstr(service->body, "{query}"))
        return err_field(ctx, ERR_INPUT, "path", "Neither path nor body says where {query} goes.");
    return true;
}

/* More pages than one need a place that says which. */
static bool
check_pages(struct ctx *ctx, const struct search_service *service)
{
    static const char *const marks[] = {"{page}", "{page0}", "{offset}"};
    if (service->pages < 1 || service->pages > SEARCH_PAGES_MOST)
        return err_field(ctx, ERR_INPUT, "pages", "Read 1 to %d pages.", SEARCH_PAGES_MOST);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strstr(service->path, marks[i]) || strstr(service->body, marks[i]))
            return true;
    return service->pages == 1 ||
           err_field(ctx, ERR_INPUT, "pages",
                     "Read 1 page, or write into path or body where {page} goes.");
}

static bool
check_header(struct ctx *ctx, const char *header)
{
    size_t name = strcspn(header, ":");
    bool good = name > 0 && header[name] == ':' && strlen(header) <= HEADER_MOST &&
                is_plain(header) && strcspn(header, " {}()<>@,;\\\"/[]?=") >= name;
    return good ||
           err_field(ctx, ERR_INPUT, "headers", "A header is a line such as X-Api-Key: {key}.");
}

static bool
check_key(struct ctx *ctx, const char *field, const char *path, bool needed)
{
    bool good =
        strlen(path) <= PATH_MOST && is_plain(path) && !strchr(path, ' ') && (*path || !needed);
    return good ||
           err_field(ctx, ERR_INPUT, field, "Name the keys on the way, with dots: web.results.");
}

/* A template is JSON when its placeholders are values: numbers bare, the query within quotes. */
static bool
check_body(struct ctx *ctx, const struct search_service *service)
{
    struct search_request request;
    struct jsn *parsed;
    if (!*service->body)
        return true;
    search_json_request(ctx->arena, service, "k", "q \"x\"", 0, &request);
    if (strlen(service->body) <= TEMPLATE_MOST &&
        jsn_read(ctx, ctx->arena, request.body, strlen(request.body), &parsed))
        return true;
    err_clear(ctx);
    return err_field(ctx, ERR_INPUT, "body",
                     "The body is not JSON. Write {\"q\": \"{query}\", \"num\": {count}}.");
}

static const char *
member(const struct jsn *settings, const char *name)
{
    return jsn_as_text(jsn_get(settings, name), "");
}

bool
search_json_read(struct ctx *ctx, const char *base_url, const char *settings,
                 struct search_service *out)
{
    struct jsn *root;
    if (!jsn_read(ctx, ctx->arena, settings, strlen(settings), &root))
        return false;
    *out = (struct search_service){.base_url = base_url,
                                   .path = member(root, "path"),
                                   .body = member(root, "body"),
                                   .results = member(root, "results"),
                                   .link = member(root, "link"),
                                   .title = member(root, "title"),
                                   .snippet = member(root, "snippet"),
                                   .count = jsn_as_int(jsn_get(root, "count"), COUNT_USUAL),
                                   .pages = jsn_as_int(jsn_get(root, "pages"), PAGES_USUAL)};
    const struct jsn *headers = jsn_get(root, "headers");
    if (jsn_length(headers) > SEARCH_HEADERS_MOST)
        return err_field(ctx, ERR_INPUT, "headers", "At most %d headers.", SEARCH_HEADERS_MOST);
    for (size_t i = 0; i < jsn_length(headers); i++) {
        out->headers[out->n_headers] = jsn_as_text(jsn_at(headers, i), "");
        if (!check_header(ctx, out->headers[out->n_headers++]))
            return false;
    }
    if (out->count < 1 || out->count > SEARCH_HITS_MOST)
        return err_field(ctx, ERR_INPUT, "count", "Ask for 1 to %d results.", SEARCH_HITS_MOST);
    return search_json_base(ctx, base_url) && check_path(ctx, out) && check_body(ctx, out) &&
           check_pages(ctx, out) && check_key(ctx, "results", out->results, true) &&
           check_key(ctx, "link", out->link, true) && check_key(ctx, "title", out->title, false) &&
           check_key(ctx, "snippet", out->snippet, false);
}

const char *
search_json_write(struct arena *arena, const struct search_service *service)
{
    struct jsn *root = jsn_object(arena), *headers = jsn_array(arena);
    for (size_t i = 0; i < service->n_headers; i++)
        jsn_add(headers, jsn_text(arena, service->headers[i]));
    jsn_set_text(root, "path", service->path);
    jsn_set(root, "headers", headers);
    if (*service->body)
        jsn_set_text(root, "body", service->body);
    jsn_set_text(root, "results", service->results);
    jsn_set_text(root, "link", service->link);
    jsn_set_text(root, "title", service->title);
    jsn_set_text(root, "snippet", service->snippet);
    jsn_set_int(root, "count", service->count);
    jsn_set_int(root, "pages", service->pages);
    return jsn_write(arena, root);
}

/* Building a request. ------------------------------------------------------------------------- */

typedef void encode_fn(struct buf *buf, const char *value);

static void
encode_url(struct buf *buf, const char *value)
{
    for (const unsigned char *c = (const unsigned char *)value; *c; c++)
        if (strchr("-._~", (char)*c) || (*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') ||
            (*c >= 'A' && *c <= 'Z'))
            buf_char(buf, (char)*c);
        else
            buf_printf(buf, "%%%02X", *c);
}

/* Within quotes. */
static void
encode_json(struct buf *buf, const char *value)
{
    const char *quoted = jsn_write(buf->arena, jsn_text(buf->arena, value));
    buf_add(buf, quoted + 1, strlen(quoted) - 2);
}

static void
encode_header(struct buf *buf, const char *value)
{
    for (const char *c = value; *c; c++)
        if (*c >= ' ' && *c <= '~')
            buf_char(buf, *c);
}

struct values {
    const char *query, *key, *count, *offset, *page, *page0;
};

static void
fill(struct buf *buf, const char *text, const struct values *values, encode_fn *encode)
{
    const struct {
        const char *mark, *value;
    } marks[] = {
        {"{query}",  values->query },
        {"{key}",    values->key   },
        {"{count}",  values->count },
        {"{offset}", values->offset},
        {"{page}",   values->page  },
        {"{page0}",  values->page0 }
    };
    while (*text) {
        size_t i = 0, n = sizeof marks / sizeof *marks;
        while (i < n && !text_starts(text, marks[i].mark))
            i++;
        if (i < n) {
            encode(buf, marks[i].value);
            text += strlen(marks[i].mark);
        } else {
            buf_char(buf, *text++);
        }
    }
}

static const char *
filled(struct arena *arena, const char *prefix, const char *text, const struct values *values,
       encode_fn *encode)
{
    struct buf buf;
    buf_init(&buf, arena, REQUEST_MOST);
    buf_text(&buf, prefix);
    fill(&buf, text, values, encode);
    return buf.data;
}

void
search_json_request(struct arena *arena, const struct search_service *service, const char *key,
                    const char *query, int64_t page, struct search_request *out)
{
    const struct values values = {query,
                                  key,
                                  arena_printf(arena, "%" PRId64, service->count),
                                  arena_printf(arena, "%" PRId64, page * service->count),
                                  arena_printf(arena, "%" PRId64, page + 1),
                                  arena_printf(arena, "%" PRId64, page)};
    const char **headers = ARENA_ARRAY(arena, SEARCH_HEADERS_MOST, const char *);
    for (size_t i = 0; i < service->n_headers; i++)
        headers[i] = filled(arena, "", service->headers[i], &values, encode_header);
    size_t base = strlen(service->base_url);
    while (base && service->base_url[base - 1] == '/')
        base--;
    *out = (struct search_request){
        .url = filled(arena, arena_strndup(arena, service->base_url, base), service->path, &values,
                      encode_url),
        .headers = headers,
        .n_headers = service->n_headers,
        .body = *service->body ? filled(arena, "", service->body, &values, encode_json) : NULL};
}

/* Reading an answer. -------------------------------------------------------------------------- */

/* The value at "web.results" or "0.items". */
static const struct jsn *
value_at(struct arena *arena, const struct jsn *root, const char *path)
{
    const struct jsn *at = root;
    while (at && *path) {
        size_t length = strcspn(path, ".");
        const char *key = arena_strndup(arena, path, length);
        if (jsn_kind(at) == JSN_ARRAY) {
            size_t index = 0;
            for (const char *c = key; *c && index < SEARCH_HITS_MOST; c++)
                index = *c >= '0' && *c <= '9' ? index * 10 + (size_t)(*c - '0') : SIZE_MAX / 16;
            at = jsn_at(at, index);
        } else {
            at = jsn_get(at, key);
        }
        path += length;
        path += *path == '.';
    }
    return at;
}

static const char *
text_at(struct arena *arena, const struct jsn *item, const char *path, size_t most)
{
    const char *text = *path ? jsn_as_text(value_at(arena, item, path), "") : "";
    return text_cut(arena, text_squeeze(arena, text), most);
}

static bool
is_web(const char *url)
{
    return (text_starts(url, "https://") || text_starts(url, "http://")) &&
           strlen(url) <= URL_MOST && !strpbrk(url, " \t\r\n<>\"");
}

bool
search_json_answer(struct ctx *ctx, const struct search_service *service, const char *bytes,
                   size_t length, struct search_hit **hits, size_t *n_hits)
{
    struct jsn *root;
    *n_hits = 0;
    *hits = ARENA_ARRAY(ctx->arena, SEARCH_HITS_MOST, struct search_hit);
    if (length > SEARCH_ANSWER_MAX || !jsn_read(ctx, ctx->arena, bytes, length, &root)) {
        err_clear(ctx);
        return err_raise(ctx, ERR_INPUT, "The answer is not JSON.");
    }
    const struct jsn *results = value_at(ctx->arena, root, service->results);
    if (jsn_kind(results) != JSN_ARRAY) {
        /* Services that found nothing leave the list out; those in trouble say so. */
        bool nothing = jsn_kind(results) == JSN_NULL && jsn_kind(root) == JSN_OBJECT &&
                       !jsn_get(root, "error") && !jsn_get(root, "errors") &&
                       !jsn_get(root, "message");
        return nothing ||
               err_raise(ctx, ERR_INPUT, "The answer has no list at %s.", service->results);
    }
    for (size_t i = 0; i < jsn_length(results) && *n_hits < SEARCH_HITS_MOST; i++) {
        const struct jsn *item = jsn_at(results, i);
        const char *url = jsn_as_text(value_at(ctx->arena, item, service->link), "");
        if (is_web(url))
            (*hits)[(*n_hits)++] = (struct search_hit){
                url, text_at(ctx->arena, item, service->title, SEARCH_TITLE_MOST),
                text_at(ctx->arena, item, service->snippet, SEARCH_SNIPPET_MOST)};
    }
    return true;
}
