/* Reading the key file. See keyring.h. */
#include "base/keyring.h"

#include <stdio.h>
#include <string.h>

#include "base/conf.h"

enum { LINE_MOST = 1024, SECRET_LEAST = 32 };

static void
take_line(struct ctx *ctx, const char *name, char *line, struct keyring *out)
{
    size_t length = strlen(name);
    line[strcspn(line, "\r\n")] = '\0';
    if (strncmp(line, name, length) != 0 || line[length] != ' ')
        return;
    const char *secret = line + length + 1;
    if (strlen(secret) >= SECRET_LEAST && out->n < KEYRING_MOST)
        out->secrets[out->n++] = arena_strdup(ctx->arena, secret);
}

bool
keyring_get(struct ctx *ctx, const char *name, struct keyring *out)
{
    const char *path = ctx->conf ? ctx->conf->keyfile : NULL;
    char line[LINE_MOST];
    out->n = 0;
    FILE *file = path ? fopen(path, "re") : NULL;
    if (!file)
        return err_raise(ctx, ERR_UNAVAILABLE, "The key file (LEADGEN_KEYFILE) cannot be read.");
    while (fgets(line, sizeof line, file))
        take_line(ctx, name, line, out);
    fclose(file);
    return out->n > 0 || err_raise(ctx, ERR_UNAVAILABLE,
                                   "The key file (LEADGEN_KEYFILE) has no key \"%s\".", name);
}
