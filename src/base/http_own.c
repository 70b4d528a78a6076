/* The operator's file of hosts inside the own network. See http.h. */
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/http_private.h"
#include "base/text.h"

enum { OWN_MAX = 4096, LINE_SIZE = 512 };

static bool
read_port(const char *text, int *out)
{
    char *end = NULL;
    long port = strtol(text, &end, 10);
    *out = (int)port;
    return end != text && !*end && port >= 1 && port <= 65535;
}

/* Takes the field up to the next colon; an IPv6 address stands in brackets, which are dropped. */
static const char *
take_field(char **at)
{
    char *begin = *at;
    if (!begin)
        return "";
    if (*begin == '[') {
        char *close = strchr(begin, ']');
        if (close && (close[1] == ':' || !close[1])) {
            *at = close[1] ? close + 2 : NULL;
            *close = '\0';
            return begin + 1;
        }
    }
    char *colon = strchr(begin, ':');
    *at = colon ? colon + 1 : NULL;
    if (colon)
        *colon = '\0';
    return begin;
}

static bool
read_line(struct arena *arena, char *line, struct http_own *out)
{
    char *at = line;
    const char *host = take_field(&at), *port = take_field(&at);
    out->address = take_field(&at);
    const char *to_port = at ? at : port;
    struct in_addr v4;
    struct in6_addr v6;
    bool is_v6 = inet_pton(AF_INET6, out->address, &v6) == 1;
    if (!*host || !read_port(port, &out->port) || !read_port(to_port, &out->to_port) ||
        (!is_v6 && inet_pton(AF_INET, out->address, &v4) != 1))
        return false;
    out->host = text_lower(arena, host);
    out->line = arena_printf(arena, is_v6 ? "%s:%d:[%s]:%d" : "%s:%d:%s:%d", out->host, out->port,
                             out->address, out->to_port);
    return true;
}

bool
http_own_read(struct ctx *ctx, struct http *http, const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file)
        return err_raise(ctx, ERR_INPUT, "LEADGEN_RESOLVE: %s cannot be read: %s.", path,
                         strerror(errno));
    char line[LINE_SIZE];
    bool sound = true;
    int number = 0;
    http->own = ARENA_ARRAY(http->arena, OWN_MAX, struct http_own);
    while (sound && fgets(line, sizeof line, file)) {
        number++;
        char *text = text_trim(http->arena, line);
        if (!*text || *text == '#')
            continue;
        sound = http->n_own < OWN_MAX && read_line(http->arena, text, &http->own[http->n_own]);
        http->n_own += sound;
    }
    fclose(file);
    return sound ||
           err_raise(ctx, ERR_INPUT, "LEADGEN_RESOLVE: line %d of %s is no host:port:address.",
                     number, path);
}

const struct http_own *
http_own_find(const struct http *http, const char *host, int port)
{
    for (size_t i = 0; i < http->n_own; i++)
        if (http->own[i].port == port && !strcmp(http->own[i].host, host))
            return &http->own[i];
    return NULL;
}

bool
http_is_own(const struct http *http, const char *host)
{
    for (size_t i = 0; i < http->n_own; i++)
        if (!strcmp(http->own[i].host, host))
            return true;
    return false;
}
