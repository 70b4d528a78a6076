/* Many requests at the same time over libcurl's multi interface. See http.h. */
#include "base/http.h"

#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/http_private.h"
#include "base/uri_web.h"

enum { RUNNING_DEFAULT = 64, TURNS_DEFAULT = 12, PORT_HTTP = 80, PORT_HTTPS = 443 };

const char *
http_end_name(enum http_end end)
{
    static const char *const names[HTTP_ENDS] = {
        [HTTP_ANSWERED] = "answered",       [HTTP_DNS] = "dns",       [HTTP_CONNECT] = "connect",
        [HTTP_BLOCKED] = "blocked_address", [HTTP_TLS] = "tls",       [HTTP_TIMEOUT] = "timeout",
        [HTTP_TOO_LARGE] = "too_large",     [HTTP_TYPE] = "not_html", [HTTP_BROKEN] = "broken",
        [HTTP_ADDRESS] = "address",
    };
    return end < HTTP_ENDS ? names[end] : "?";
}

/* Takes the handle out of the client; handles are used again. */
static void
release(struct http_transfer *transfer)
{
    struct http *http = transfer->http;
    curl_multi_remove_handle(http->multi, transfer->easy);
    curl_slist_free_all(transfer->headers);
    curl_slist_free_all(transfer->connect_to);
    curl_easy_reset(transfer->easy);
    http->spare[http->n_spare++] = transfer->easy;
    free(transfer->body);
    if (transfer->turn) {
        http->turns--;
        http->wake = true;
    }
    if (transfer->next)
        transfer->next->previous = transfer->previous;
    if (transfer->previous)
        transfer->previous->next = transfer->next;
    else
        http->first = transfer->next;
    http->running--;
}

void
http_stop(struct http *http)
{
    while (http->first)
        release(http->first);
}

static void
close_http(void *arg)
{
    struct http *http = arg;
    http_stop(http);
    while (http->n_spare)
        curl_easy_cleanup(http->spare[--http->n_spare]);
    curl_multi_cleanup(http->multi);
}

bool
http_open(struct ctx *ctx, struct arena *arena, const struct http_limits *limits, struct http **out)
{
    if (ctx->no_outside)
        return err_raise(ctx, ERR_BUG, "a page must not call outside services");
    struct http *http = ARENA_NEW(arena, struct http);
    http->arena = arena;
    http->limits.running = limits && limits->running ? limits->running : RUNNING_DEFAULT;
    http->limits.turns = limits && limits->turns ? limits->turns : TURNS_DEFAULT;
    http->spare = ARENA_ARRAY(arena, http->limits.running, CURL *);
    const char *about = ctx->conf ? ctx->conf->agent_url : NULL;
    http->agent = about ? arena_printf(arena, "leadgen/%s (+%s)", LEADGEN_VERSION, about)
                        : "leadgen/" LEADGEN_VERSION;
    if (ctx->conf && ctx->conf->resolve && !http_own_read(ctx, http, ctx->conf->resolve))
        return false;
    http->multi = curl_multi_init();
    if (!http->multi)
        abort(); /* out of memory */
    arena_defer(arena, close_http, http);
    curl_multi_setopt(http->multi, CURLMOPT_MAXCONNECTS, (long)http->limits.running);
    *out = http;
    return true;
}

size_t
http_running(const struct http *http)
{
    return http->running;
}

size_t
http_room(const struct http *http)
{
    return http->limits.running - http->running;
}

static CURL *
handle(struct http *http)
{
    CURL *easy = http->n_spare ? http->spare[--http->n_spare] : curl_easy_init();
    if (!easy)
        abort(); /* out of memory */
    return easy;
}

bool
http_start(struct ctx *ctx, struct http *http, struct arena *arena,
           const struct http_request *request)
{
    struct uri_web uri;
    if (ctx->no_outside)
        return err_raise(ctx, ERR_BUG, "a page must not call outside services");
    if (http_room(http) == 0)
        return err_raise(ctx, ERR_BUG, "more requests than the client takes");
    struct http_transfer *transfer = ARENA_NEW(arena, struct http_transfer);
    transfer->http = http;
    transfer->arena = arena;
    transfer->easy = handle(http);
    transfer->answer = ARENA_NEW(arena, struct http_answer);
    transfer->answer->own = request->own;
    /* our own reading of the address decides; libcurl gets it in one form only */
    bool web = uri_web_read(arena, request->url, strlen(request->url), NULL, &uri);
    transfer->answer->url = web ? uri_web_page(arena, &uri) : "no address";
    if (web)
        transfer->own = http_own_find(http, uri.host,
                                      uri.port >= 0                  ? uri.port
                                      : !strcmp(uri.scheme, "https") ? PORT_HTTPS
                                                                     : PORT_HTTP);
    http_transfer_set(transfer, request);
    transfer->next = http->first;
    if (http->first)
        http->first->previous = transfer;
    http->first = transfer;
    http->running++;
    if (curl_multi_add_handle(http->multi, transfer->easy) != CURLM_OK) {
        release(transfer);
        return err_raise(ctx, ERR_BUG, "libcurl takes no request");
    }
    return true;
}

/* Lets those go on that wait for a turn. */
static void
wake(struct http *http)
{
    http->wake = false;
    struct http_transfer *next;
    for (struct http_transfer *one = http->first; one && http->turns < http->limits.turns;
         one = next) {
        next = one->next;
        if (!one->waiting)
            continue;
        one->waiting = false;
        curl_easy_pause(one->easy, CURLPAUSE_CONT);
    }
}

/* The answer to a request that has ended, or NULL. */
static struct http_answer *
take_ended(struct http *http)
{
    int left;
    CURLMsg *message;
    while ((message = curl_multi_info_read(http->multi, &left))) {
        char *private = NULL;
        if (message->msg != CURLMSG_DONE)
            continue;
        CURLcode code = message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
        union {
            char *given;
            struct http_transfer *ours;
        } arg = {.given = private};
        http_transfer_end(arg.ours, code);
        struct http_answer *answer = arg.ours->answer;
        release(arg.ours);
        return answer;
    }
    return NULL;
}

bool
http_next(struct ctx *ctx, struct http *http, int milliseconds, struct http_answer **out)
{
    int running = 0;
    *out = take_ended(http);
    if (*out || http->running == 0)
        return true;
    for (int round = 0; round < 2 && !*out; round++) {
        if (http->wake)
            wake(http);
        if (curl_multi_perform(http->multi, &running) != CURLM_OK)
            return err_raise(ctx, ERR_UNAVAILABLE, "Nothing can be fetched from here.");
        *out = take_ended(http);
        if (!*out && round == 0 &&
            curl_multi_poll(http->multi, NULL, 0, milliseconds, NULL) != CURLM_OK)
            return err_raise(ctx, ERR_UNAVAILABLE, "Nothing can be fetched from here.");
    }
    return true;
}

bool
http_fetch(struct ctx *ctx, struct http *http, struct arena *arena,
           const struct http_request *request, struct http_answer **out)
{
    enum { WAIT = 1000 };
    *out = NULL;
    if (http->running)
        return err_raise(ctx, ERR_BUG, "other requests run on this client");
    if (!http_start(ctx, http, arena, request))
        return false;
    while (!*out)
        if (!http_next(ctx, http, WAIT, out))
            return false;
    return true;
}
