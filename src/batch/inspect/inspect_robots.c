/* leadgen-batch inspect robots FILE --agent A --url U: whether a robots.txt lets an agent fetch an
 * address, and how long it wants it to wait between two. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/robots.h"
#include "batch/inspect/inspect.h"

/* The file as far as it counts; "-" is standard input. */
static bool
read_file(struct ctx *ctx, const char *path, const char **bytes, size_t *length)
{
    FILE *file = strcmp(path, "-") ? fopen(path, "r") : stdin;
    if (!file)
        return err_raise(ctx, ERR_NOT_FOUND, "%s cannot be read: %s.", path, strerror(errno));
    char *data = arena_alloc(ctx->arena, ROBOTS_BYTES_MAX);
    *length = fread(data, 1, ROBOTS_BYTES_MAX, file);
    *bytes = data;
    bool failed = ferror(file) != 0;
    if (file != stdin)
        fclose(file);
    return failed ? err_raise(ctx, ERR_UNAVAILABLE, "%s cannot be read to its end.", path) : true;
}

bool
inspect_robots(struct ctx *ctx, int argc, char **argv)
{
    const char *path = NULL, *agent = "leadgen", *url = NULL, *bytes = NULL;
    size_t length = 0;
    for (int i = 1; i < argc; i++) {
        bool more = i + 1 < argc;
        if (more && !strcmp(argv[i], "--agent"))
            agent = argv[++i];
        else if (more && !strcmp(argv[i], "--url"))
            url = argv[++i];
        else if (!path)
            path = argv[i];
        else
            return err_raise(ctx, ERR_INPUT, "\"%.40s\" is no option here.", argv[i]);
    }
    if (!path || !url)
        return err_raise(ctx, ERR_INPUT, "Give a file, and an address with --url.");
    if (!read_file(ctx, path, &bytes, &length))
        return false;
    struct robots robots;
    robots_read(ctx->arena, bytes, length, agent, &robots);
    struct jsn *out = jsn_object(ctx->arena), *sitemaps = jsn_array(ctx->arena);
    for (size_t i = 0; i < robots.n_sitemaps; i++)
        jsn_add(sitemaps, jsn_text(ctx->arena, robots.sitemaps[i]));
    jsn_set_bool(out, "allowed", robots_allowed(&robots, ctx->arena, url));
    if (robots.delay < 0)
        jsn_set(out, "delay", NULL);
    else if (robots.delay == (double)(int64_t)robots.delay)
        jsn_set_int(out, "delay", (int64_t)robots.delay);
    else
        jsn_set(out, "delay", jsn_number(ctx->arena, robots.delay));
    jsn_set(out, "sitemaps", sitemaps);
    puts(jsn_write(ctx->arena, out));
    return true;
}
