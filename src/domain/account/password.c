/* Passwords. See password.h. */
#include "domain/account/password.h"

#include <string.h>

#include "base/text.h"
#include "base/token.h"
#include "domain/account/common_password.h"

/* The hash of a password that nobody knows, made with the costs of token_password_hash. */
static const char nobody[] = "$argon2id$v=19$m=19456,t=3,p=1$dtN/5S/cn8/mObCJuLXM4g$"
                             "xc5IMUwPsKtjViGhm8huIjWoesGx+acn3EDPymazKQ8";

enum { NAME_LEAST = 4 };

/* The password is the text, maybe with a few characters around it. */
static bool
is_about(struct arena *arena, const char *password, const char *text)
{
    const char *mine = text_fold(arena, password), *its = text_fold(arena, text);
    return strlen(its) >= NAME_LEAST && strstr(mine, its) && strlen(mine) < strlen(its) + 5;
}

bool
password_allow(struct ctx *ctx, const char *password, const char *confirm, const char *email,
               const char *name)
{
    size_t length = text_count(password);
    struct arena *arena = ctx->arena;
    if (length < PASSWORD_LEAST)
        return err_field(ctx, ERR_INPUT, "password",
                         "Use at least %d characters. Several words are easy to remember.",
                         PASSWORD_LEAST);
    if (length > PASSWORD_MOST)
        return err_field(ctx, ERR_INPUT, "password", "Use at most %d characters.", PASSWORD_MOST);
    const char *local = arena_strndup(arena, email, strcspn(email, "@"));
    if (is_about(arena, password, email) || is_about(arena, password, local) ||
        is_about(arena, password, name))
        return err_field(ctx, ERR_INPUT, "password",
                         "Do not use your own name or address as the password.");
    if (common_password_is(arena, password))
        return err_field(ctx, ERR_INPUT, "password",
                         "This is one of the passwords that are tried first. Use another one.");
    if (strcmp(password, confirm) != 0)
        return err_field(ctx, ERR_INPUT, "confirm", "The two passwords are not the same.");
    return true;
}

bool
password_matches(password_matches_fn *matches, const char *hash, const char *password)
{
    bool right = matches(hash ? hash : nobody, password);
    return right && hash;
}

char *
password_random(struct arena *arena)
{
    /* Without 0, 1, l and o, which look alike: 32 signs, five bits each. */
    static const char signs[] = "abcdefghijkmnpqrstuvwxyz23456789";
    size_t length = 0;
    const char *bytes = NULL;
    char *out = arena_alloc(arena, 24);
    bytes = token_base64_read(arena, token_random(arena, 20), &length);
    size_t at = 0;
    for (size_t i = 0; i < 20; i++) {
        if (i && i % 5 == 0)
            out[at++] = '-';
        out[at++] = signs[(unsigned char)bytes[i] % 32];
    }
    return out;
}
