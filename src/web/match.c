/* Matching a path to its row. See match.h. */
#include "web/match.h"

#include <string.h>

#include "base/text.h"

enum { SEGMENTS_MOST = 12 };

#define API "/api"

/* A path cut at its slashes. */
struct segments {
    struct span items[SEGMENTS_MOST];
    size_t count;
};

static bool
cut_path(const char *path, struct segments *out)
{
    out->count = 0;
    if (*path != '/')
        return false;
    if (!path[1])
        return true;
    while (*path == '/') {
        size_t length = strcspn(path + 1, "/");
        if (out->count == SEGMENTS_MOST || !length)
            return false;
        out->items[out->count++] = (struct span){path + 1, length};
        path += 1 + length;
    }
    return true;
}

static bool
is_variable(struct span segment)
{
    return segment.length && *segment.data == '{';
}

/* Whether the row's path fits. *rank tells which of two fitting rows is the more exact one: a plain
 * segment counts more than a variable, and more so the further left. */
static bool
fits(const char *pattern, const struct segments *path, unsigned *rank)
{
    struct segments wanted;
    if (!cut_path(pattern, &wanted) || wanted.count != path->count)
        return false;
    *rank = 0;
    for (size_t i = 0; i < wanted.count; i++) {
        struct span segment = wanted.items[i];
        bool variable = is_variable(segment);
        *rank = *rank * 2 + (variable ? 0 : 1);
        if (!variable && (segment.length != path->items[i].length ||
                          memcmp(segment.data, path->items[i].data, segment.length) != 0))
            return false;
    }
    return true;
}

bool
match_is_api(const char *path)
{
    return text_starts(path, API) && (!path[strlen(API)] || path[strlen(API)] == '/');
}

/* Adds {name} = value for every variable; false when a value is not readable. */
static bool
take_variables(struct arena *arena, const char *pattern, const struct segments *path,
               struct param_set *values)
{
    struct segments wanted;
    if (!cut_path(pattern, &wanted))
        return false;
    for (size_t i = 0; i < wanted.count; i++) {
        if (!is_variable(wanted.items[i]))
            continue;
        const char *name =
            arena_strndup(arena, wanted.items[i].data + 1, wanted.items[i].length - 2);
        const char *value = NULL;
        if (!params_decode(arena, path->items[i].data, path->items[i].length, false, &value) ||
            !*value)
            return false;
        params_add(arena, values, name, value, PARAM_FROM_PATH);
    }
    return true;
}

static const char *const methods[] = {
    [GET] = "GET", [POST] = "POST", [PATCH] = "PATCH", [PUT] = "PUT", [DELETE] = "DELETE"};
enum { N_METHODS = sizeof methods / sizeof *methods };

const char *
match_method_name(enum method method)
{
    return methods[method];
}

/* HEAD is answered as GET; 0: none of ours. */
static int
read_method(const char *text)
{
    for (int i = GET; i < N_METHODS; i++)
        if (!strcmp(methods[i], text))
            return i;
    return strcmp(text, "HEAD") ? 0 : GET;
}

static const char *
allowed(struct arena *arena, const bool *has)
{
    const char *list = "";
    for (int i = GET; i < N_METHODS; i++)
        if (has[i])
            list = arena_printf(arena, "%s%s%s%s", list, *list ? ", " : "", methods[i],
                                i == GET ? ", HEAD" : "");
    return list;
}

const struct route *
match_route(struct arena *arena, const struct web *web, const char *method, const char *path,
            struct param_set *values, const char **allow)
{
    struct segments segments;
    *allow = "";
    if (!cut_path(path, &segments))
        return NULL;
    bool api = match_is_api(path); /* is the name of no workspace */
    int wanted = read_method(method);
    const struct route *best = NULL;
    unsigned best_rank = 0;
    bool has[N_METHODS] = {false};
    for (size_t i = 0; i < web->n_routes; i++) {
        const struct route *route = &web->routes[i];
        unsigned rank = 0;
        if (!(route->pool & web->pools) || match_is_api(route->path) != api ||
            !fits(route->path, &segments, &rank))
            continue;
        has[route->method] = true;
        if ((int)route->method == wanted && (!best || rank > best_rank)) {
            best = route;
            best_rank = rank;
        }
    }
    if (best)
        return take_variables(arena, best->path, &segments, values) ? best : NULL;
    *allow = allowed(arena, has);
    return NULL;
}

const char *
match_first_segment(struct arena *arena, const char *path)
{
    struct segments segments;
    const char *first = "";
    if (!cut_path(path, &segments) || !segments.count ||
        !params_decode(arena, segments.items[0].data, segments.items[0].length, false, &first))
        return "";
    return first;
}
