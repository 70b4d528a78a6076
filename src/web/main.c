/* leadgen-web: wires a process together and serves. Started by spawn-fcgi (through multiwatch), one
 * set of processes for each pool. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/db.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/account/auth.h"
#include "web/fcgi.h"
#include "web/match.h"
#include "web/list/list_mend.h"
#include "web/list/pages.h"
#include "web/routes.h"
#include "web/web.h"

static int
usage(FILE *out, int code)
{
    fprintf(out, "usage: leadgen-web --pool app|admin|public [--pool …]\n"
                 "       leadgen-web --routes\n\n"
                 "Serves the pages of the named pools over FastCGI on descriptor 0; started by\n"
                 "spawn-fcgi. Settings are LEADGEN_DSN, LEADGEN_URL, LEADGEN_FILES,\n"
                 "LEADGEN_TEMPLATES in the environment or in $LEADGEN_VAR/env.\n");
    return code;
}

static unsigned
pool_of(const char *name)
{
    return !strcmp(name, "app")      ? POOL_APP
           : !strcmp(name, "admin")  ? POOL_ADMIN
           : !strcmp(name, "public") ? POOL_PUBLIC
                                     : 0;
}

static const char *
answer_of(const struct route *route)
{
    if (!route->template)
        return "answer";
    return text_ends(route->template, ".part.cs") ? "part" : "page";
}

/* The table for the tests that walk it: method, path, whether a session is needed, and whether a whole
 * page, a part of one or something else answers. */
static int
print_routes(void)
{
    for (size_t i = 0; i < n_routes; i++)
        printf("%s\t%s\t%s\t%s\n", match_method_name(routes[i].method), routes[i].path,
               routes[i].caller == SESSION ? "session" : "other", answer_of(&routes[i]));
    return EX_OK;
}

static int
give_up(const struct ctx *ctx)
{
    LOG_EVENT(LOG_LEVEL_ERROR, "start", LOG_TEXT("message", ctx->err.message));
    fprintf(stderr, "leadgen-web: %s\n", ctx->err.message);
    return EX_CONFIG;
}

int
main(int argc, char **argv)
{
    unsigned pools = 0;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--help"))
            return usage(stdout, EX_OK);
        if (!strcmp(argv[i], "--version")) {
            printf("leadgen-web %s\n", LEADGEN_VERSION);
            return EX_OK;
        }
        if (!strcmp(argv[i], "--routes"))
            return print_routes();
        if (strcmp(argv[i], "--pool") != 0 || i + 1 == argc || !pool_of(argv[i + 1]))
            return usage(stderr, EX_USAGE);
        pools |= pool_of(argv[++i]);
        /* What the database calls this process, so that the page of the system can count it. */
        char name[32];
        snprintf(name, sizeof name, "web %s", argv[i]);
        setenv("PGAPPNAME", name, 1);
    }
    if (!pools)
        return usage(stderr, EX_USAGE);
    struct arena *owner = arena_new();
    struct ctx ctx = {.arena = owner};
    struct conf conf;
    if (!conf_read(&ctx, CONF_DSN | CONF_URL | CONF_FILES | CONF_TEMPLATES, &conf))
        return give_up(&ctx);
    struct web web = {.arena = arena_new(),
                      .owner = owner,
                      .conf = &conf,
                      .routes = routes,
                      .n_routes = n_routes,
                      .pools = pools,
                      .auth_session = auth_open,
                      .auth_token = auth_open_token,
                      .ahead = list_ahead,
                      .mend = list_mend};
    if (!web_open(&ctx, &web))
        return give_up(&ctx);
    /* Without a database the process serves 503 and connects as soon as it can: a supervisor gives
     * up a program that dies again and again. */
    if (!db_open(&ctx, owner, conf.dsn))
        LOG_EVENT(LOG_LEVEL_WARN, "database", LOG_TEXT("message", ctx.err.message));
    web.db = ctx.db;
    LOG_EVENT(LOG_LEVEL_INFO, "start", LOG_NUMBER("pools", pools), LOG_NUMBER("pid", getpid()));
    bool served = fcgi_serve(&web);
    arena_free(web.arena);
    arena_free(owner);
    if (!served)
        fprintf(stderr, "leadgen-web: this is a FastCGI program; spawn-fcgi starts it\n");
    return served ? EX_OK : EX_USAGE;
}
