/* The body of a request: urlencoded, multipart or raw. See params.h. Reads piece by piece through
 * http_in's reader: texts go to the arena up to PARAMS_FORM_MOST, files to LEADGEN_FILES/tmp. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "web/multipart.h"
#include "web/params.h"

static const struct param *
param_of_type(const struct params *params, enum param_type type)
{
    for (size_t i = 0; params && i < params->count; i++)
        if (params->items[i].type == type)
            return &params->items[i];
    return NULL;
}

/* Reads all of the body, at most `most` bytes. */
static bool
read_all(struct ctx *ctx, struct param_set *set, const struct http_in *in, size_t most,
         struct span *out)
{
    if (in->content_length > (int64_t)most) {
        set->too_large = true;
        return err_raise(ctx, ERR_INPUT, "More was sent than this page takes (%zu bytes).", most);
    }
    size_t first = most < 16 * 1024 ? most : 16 * 1024;
    size_t size = in->content_length > 0 ? (size_t)in->content_length : first, length = 0;
    char *bytes = arena_alloc(ctx->arena, size + 1);
    for (;;) {
        if (length == size) {
            char probe;
            if (!in->read(in->arg, &probe, 1))
                break;
            if (size >= most) {
                set->too_large = true;
                return err_raise(ctx, ERR_INPUT, "More was sent than this page takes (%zu bytes).",
                                 most);
            }
            size_t more = size > most / 2 ? most : size * 2;
            char *grown = arena_alloc(ctx->arena, more + 1);
            memcpy(grown, bytes, length);
            grown[length++] = probe;
            bytes = grown;
            size = more;
        }
        size_t got = in->read(in->arg, bytes + length, size - length);
        if (!got && length < size)
            break;
        length += got;
    }
    if (in->content_length > 0 && length < (size_t)in->content_length)
        return err_raise(ctx, ERR_INPUT, "The request broke off before its end. Send it again.");
    *out = (struct span){.data = bytes, .length = length};
    return true;
}

static bool
type_is(const char *content_type, const char *wanted)
{
    size_t length = strcspn(content_type, "; \t");
    return length == strlen(wanted) && !strncasecmp(content_type, wanted, length);
}

bool
params_read_body(struct ctx *ctx, struct param_set *set, const struct params *params,
                 const struct http_in *in)
{
    const struct param *raw = param_of_type(params, PARAM_TYPE_BODY);
    if (!in->read || in->content_length == 0)
        return true;
    if (raw)
        return read_all(ctx, set, in, (size_t)raw->max, &set->body);
    if (type_is(in->content_type, "application/x-www-form-urlencoded")) {
        struct span form = {0};
        return read_all(ctx, set, in, PARAMS_FORM_MOST, &form) &&
               params_add_encoded(ctx, set, form.data, form.length, PARAM_FROM_BODY);
    }
    if (type_is(in->content_type, "multipart/form-data"))
        return multipart_read(ctx, set, params, in);
    if (!*in->content_type && in->content_length < 0)
        return true;
    return err_raise(ctx, ERR_INPUT, "This page takes forms; something else was sent.");
}
