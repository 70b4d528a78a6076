/* What tests/bench/crawl.sh measures beside the crawler: the same addresses fetched by bare libcurl, with
 * or without a parse by htmlReadMemory, and by base/http. Prints pages, seconds and bytes.
 * usage: crawl bare|parse|ours FILE-OF-ADDRESSES PORT RESOLVE-FILE RUNNING */
#include <curl/curl.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/http.h"

enum { URLS_MAX = 100000, BODY_MAX = 4 * 1024 * 1024 };

struct fetch {
    CURL *easy;
    char *body;
    size_t length, size;
};

static size_t
take(char *bytes, size_t unit, size_t n, void *arg)
{
    struct fetch *fetch = arg;
    size_t length = unit * n;
    if (fetch->length + length > fetch->size) {
        fetch->size = 2 * (fetch->length + length);
        fetch->body = realloc(fetch->body, fetch->size);
        if (!fetch->body)
            abort();
    }
    memcpy(fetch->body + fetch->length, bytes, length);
    fetch->length += length;
    return length;
}

static void
start(CURLM *multi, struct fetch *fetch, const char *url, struct curl_slist *to)
{
    fetch->length = 0;
    curl_easy_setopt(fetch->easy, CURLOPT_URL, url);
    curl_easy_setopt(fetch->easy, CURLOPT_CONNECT_TO, to);
    curl_easy_setopt(fetch->easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    curl_easy_setopt(fetch->easy, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(fetch->easy, CURLOPT_WRITEDATA, fetch);
    curl_easy_setopt(fetch->easy, CURLOPT_PRIVATE, fetch);
    curl_multi_add_handle(multi, fetch->easy);
}

static size_t
finish(const struct fetch *fetch, bool parse)
{
    if (parse) {
        htmlDocPtr doc =
            htmlReadMemory(fetch->body, (int)fetch->length, NULL, NULL,
                           HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
        xmlFreeDoc(doc);
    }
    return fetch->length;
}

static size_t
bare(char **urls, size_t n, const char *port, size_t running, bool parse)
{
    struct fetch *fetches = calloc(running, sizeof *fetches);
    char line[64];
    snprintf(line, sizeof line, "::127.0.0.1:%s", port);
    struct curl_slist *to = curl_slist_append(NULL, line);
    CURLM *multi = curl_multi_init();
    size_t next = 0, done = 0, bytes = 0;
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)running);
    for (; next < running && next < n; next++) {
        fetches[next].easy = curl_easy_init();
        start(multi, &fetches[next], urls[next], to);
    }
    while (done < n) {
        int alive, left;
        curl_multi_perform(multi, &alive);
        for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));) {
            struct fetch *fetch = NULL;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &fetch);
            if (message->data.result != CURLE_OK)
                abort();
            curl_multi_remove_handle(multi, fetch->easy);
            bytes += finish(fetch, parse);
            done++;
            if (next < n)
                start(multi, fetch, urls[next++], to);
        }
        if (done < n)
            curl_multi_poll(multi, NULL, 0, 100, NULL);
    }
    return bytes;
}

static size_t
ours(char **urls, size_t n, const char *resolve, size_t running)
{
    struct conf conf = {.resolve = resolve};
    struct ctx ctx = {.arena = arena_new(), .conf = &conf};
    const struct http_limits limits = {.running = running};
    struct arena **arenas = calloc(running, sizeof *arenas);
    struct http *http;
    size_t next = 0, done = 0, bytes = 0;
    if (!http_open(&ctx, ctx.arena, &limits, &http))
        abort();
    for (size_t i = 0; i < running; i++)
        arenas[i] = arena_new();
    while (done < n) {
        struct http_answer *answer;
        for (size_t i = 0; i < running && next < n && http_room(http); i++) {
            if (!arenas[i])
                continue;
            struct http_request request = {.url = urls[next++], .own = arenas[i]};
            if (!http_start(&ctx, http, arenas[i], &request))
                abort();
            arenas[i] = NULL;
        }
        if (!http_next(&ctx, http, 100, &answer))
            abort();
        if (!answer)
            continue;
        if (answer->end != HTTP_ANSWERED || answer->status != 200)
            abort();
        bytes += answer->length;
        done++;
        struct arena *arena = answer->own;
        arena_reset(arena);
        for (size_t i = 0; i < running; i++)
            if (!arenas[i]) {
                arenas[i] = arena;
                break;
            }
    }
    return bytes;
}

int
main(int argc, char **argv)
{
    static char *urls[URLS_MAX];
    char line[1024];
    size_t n = 0, bytes;
    FILE *file = argc == 6 ? fopen(argv[2], "r") : NULL;
    if (!file)
        return 2;
    while (n < URLS_MAX && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        urls[n++] = strdup(line);
    }
    int64_t begin = clock_steady_ms();
    size_t running = (size_t)strtoul(argv[5], NULL, 10);
    if (!strcmp(argv[1], "ours"))
        bytes = ours(urls, n, argv[4], running);
    else
        bytes = bare(urls, n, argv[3], running, !strcmp(argv[1], "parse"));
    printf("%zu pages %.3f s %zu bytes\n", n, (double)(clock_steady_ms() - begin) / 1000, bytes);
    return 0;
}
