/* Sealed secrets. See secret.h. The file is read each time: secrets are rare, and so a new key works
 * at once. */
#include "base/secret.h"

#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "base/token.h"

enum { LINE_MOST = 256, ID_MOST = 16 };

struct key {
    char id[ID_MOST + 1];
    unsigned char bytes[TOKEN_KEY_SIZE];
};

static int
hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

static bool
read_line(const char *line, struct key *out)
{
    size_t id = strcspn(line, " \t");
    const char *hex = line + id + strspn(line + id, " \t");
    if (!id || id > ID_MOST || strspn(hex, "0123456789abcdefABCDEF") != 2 * TOKEN_KEY_SIZE)
        return false;
    memcpy(out->id, line, id);
    out->id[id] = '\0';
    for (size_t i = 0; i < TOKEN_KEY_SIZE; i++)
        out->bytes[i] = (unsigned char)(hex_digit(hex[2 * i]) * 16 + hex_digit(hex[2 * i + 1]));
    return true;
}

/* The key with this id; without one the last key. */
static bool
read_key(struct ctx *ctx, const char *id, struct key *out)
{
    const char *path = ctx->conf ? ctx->conf->keyfile : NULL;
    FILE *file = path ? fopen(path, "re") : NULL;
    if (!file)
        return err_raise(ctx, ERR_UNAVAILABLE, "The key file (LEADGEN_KEYFILE) cannot be read.");
    char line[LINE_MOST];
    bool found = false;
    while (fgets(line, sizeof line, file)) {
        struct key key;
        if (read_line(line, &key) && (!id || !strcmp(key.id, id))) {
            *out = key;
            found = true;
        }
    }
    fclose(file);
    return found || err_raise(ctx, ERR_UNAVAILABLE, "The key file has no key %s.", id ? id : "");
}

bool
secret_seal(struct ctx *ctx, const char *plain, const char *bound, const char **sealed)
{
    struct key key;
    if (!read_key(ctx, NULL, &key))
        return false;
    *sealed =
        arena_printf(ctx->arena, "%s:%s", key.id, token_seal(ctx->arena, key.bytes, plain, bound));
    return true;
}

bool
secret_unseal(struct ctx *ctx, const char *sealed, const char *bound, const char **plain)
{
    struct key key;
    size_t id = strcspn(sealed, ":");
    if (!sealed[id] || id > ID_MOST)
        return err_raise(ctx, ERR_UNAVAILABLE, "A stored secret is damaged.");
    if (!read_key(ctx, arena_strndup(ctx->arena, sealed, id), &key))
        return false;
    *plain = token_unseal(ctx->arena, key.bytes, sealed + id + 1, bound);
    return *plain || err_raise(ctx, ERR_UNAVAILABLE, "A stored secret does not open with its key.");
}
