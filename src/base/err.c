/* Errors: kind, message, field and place, recorded once. See err.h. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool
err_set(struct ctx *ctx, enum err_kind kind, const char *field, const char *file, int line,
        const char *format, ...)
{
    struct err *err = &ctx->err;
    if (err->kind != ERR_NONE)
        return false;
    err->kind = kind;
    err->file = file;
    err->line = line;
    snprintf(err->field, sizeof err->field, "%s", field);
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return false;
}

void
err_clear(struct ctx *ctx)
{
    memset(&ctx->err, 0, sizeof ctx->err);
}

const char *
err_kind_name(enum err_kind kind)
{
    switch (kind) {
    case ERR_NONE:
        return "NONE";
    case ERR_INPUT:
        return "INPUT";
    case ERR_NOT_FOUND:
        return "NOT_FOUND";
    case ERR_CONFLICT:
        return "CONFLICT";
    case ERR_DENIED:
        return "DENIED";
    case ERR_UNAVAILABLE:
        return "UNAVAILABLE";
    case ERR_BUG:
        return "BUG";
    }
    return "?";
}
