/* Settings of a process: environment variables LEADGEN_*, then the file $LEADGEN_VAR/env, then
 * defaults. Called once by each main; the result hangs in ctx->conf. A setting of one area only is
 * still a line in the table of conf.c, so that one place lists them all. */
#ifndef LEADGEN_BASE_CONF_H
#define LEADGEN_BASE_CONF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct conf {
    const char *var;       /* LEADGEN_VAR: run-time folder */
    const char *dsn;       /* LEADGEN_DSN: libpq connection string */
    const char *url;       /* LEADGEN_URL: where people reach the product, no slash at the end */
    const char *files;     /* LEADGEN_FILES: uploads and exports, shared by all hosts */
    const char *snapshots; /* LEADGEN_SNAPSHOTS: columns of large tenants; may be lost */
    const char *templates; /* LEADGEN_TEMPLATES: folder of the templates */
    const char *keyfile;   /* LEADGEN_KEYFILE: keys of sealed secrets */
    const char *dns;       /* LEADGEN_DNS: "address:port,..."; NULL: the machine's resolvers */
    const char *resolve; /* LEADGEN_RESOLVE: sites inside the own network, see http.h; NULL: none */
    const char
        *agent_url;  /* LEADGEN_AGENT_URL: for owners of sites that are fetched; url when unset */
    int64_t workers; /* LEADGEN_WORKERS: job slots of this host */
    bool secure;     /* url is https */
};

/* What a process cannot do without. */
enum conf_need {
    CONF_DSN = 1,
    CONF_URL = 2,
    CONF_FILES = 4,
    CONF_TEMPLATES = 8,
    CONF_KEYFILE = 16,
};

/* Reads the settings into *out; the texts live in ctx->arena. INPUT, with the name of the variable
 * and what to do, when one is missing or wrong. */
MUST_CHECK bool conf_read(struct ctx *ctx, unsigned needs, struct conf *out);

#endif
