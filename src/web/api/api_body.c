/* JSON bodies. See api_body.h. */
#include "web/api/api_body.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
api_body_object(struct page *pg, struct span body, struct jsn **object)
{
    struct arena *arena = pg->ctx->arena;
    if (!body.length) {
        *object = jsn_object(arena);
        return true;
    }
    if (!jsn_read(pg->ctx, arena, body.data, body.length, object))
        return false;
    return jsn_kind(*object) == JSN_OBJECT ||
           err_raise(pg->ctx, ERR_INPUT, "Send one JSON object with the members.");
}

bool
api_body_has(const struct jsn *object, const char *name)
{
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    while (jsn_member(object, &at, &key, &value))
        if (!strcmp(key, name))
            return true;
    return false;
}

static const struct param *
param_named(const struct params *params, const char *name)
{
    for (size_t i = 0; i < params->count; i++)
        if (!strcmp(params->items[i].name, name))
            return &params->items[i];
    return NULL;
}

/* "\"ids\" is a list of ids." */
static bool
refuse(struct page *pg, const char *prefix, const char *name, const char *what)
{
    const char *field = arena_printf(pg->ctx->arena, "%s%s", prefix, name);
    return err_field(pg->ctx, ERR_INPUT, field, "\"%s\" is %s.", field, what);
}

static void
add(struct page *pg, struct param_set *set, const struct param *param, const char *value)
{
    params_add(pg->ctx->arena, set, param->name, value, PARAM_FROM_BODY);
}

static const char *
number(struct page *pg, const struct jsn *value)
{
    return arena_printf(pg->ctx->arena, "%" PRId64, jsn_as_int(value, 0));
}

static bool
add_list(struct page *pg, struct param_set *set, const char *prefix, const struct param *param,
         const struct jsn *value)
{
    bool ids = param->min > 0;
    enum jsn_kind wanted = ids ? JSN_INT : JSN_TEXT;
    for (size_t i = 0; i < jsn_length(value); i++) {
        const struct jsn *one = jsn_at(value, i);
        if (jsn_kind(one) != wanted || jsn_has_nul(one) || (ids && jsn_as_int(one, 0) < 1))
            return refuse(pg, prefix, param->name, ids ? "a list of ids" : "a list of texts");
        add(pg, set, param, ids ? number(pg, one) : jsn_as_text(one, ""));
    }
    return jsn_kind(value) == JSN_ARRAY ||
           refuse(pg, prefix, param->name, ids ? "a list of ids" : "a list of texts");
}

static bool
are_objects(const struct param *param, const struct jsn *value)
{
    for (size_t i = 0; i < jsn_length(value); i++)
        if (jsn_kind(jsn_at(value, i)) != JSN_OBJECT)
            return false;
    return jsn_kind(value) == JSN_ARRAY && jsn_length(value) <= (size_t)param->max;
}

/* One member as a parameter would have come in a form, where its type fits. */
static bool
add_member(struct page *pg, struct param_set *set, const char *prefix, const struct param *param,
           const struct jsn *value)
{
    enum jsn_kind kind = jsn_kind(value);
    if (kind == JSN_NULL)
        return true;
    switch (param->type) {
    case PARAM_TYPE_ID:
    case PARAM_TYPE_I64:
        if (kind != JSN_INT)
            return refuse(pg, prefix, param->name, "a whole number");
        add(pg, set, param, number(pg, value));
        return true;
    case PARAM_TYPE_FLAG:
        if (kind != JSN_BOOL)
            return refuse(pg, prefix, param->name, "true or false");
        add(pg, set, param, jsn_as_bool(value, false) ? "1" : "0");
        return true;
    case PARAM_TYPE_TEXTS:
        return add_list(pg, set, prefix, param, value);
    case PARAM_TYPE_BODY:
        return are_objects(param, value) ||
               refuse(pg, prefix, param->name,
                      arena_printf(pg->ctx->arena, "a list of at most %" PRId64 " objects",
                                   param->max));
    case PARAM_TYPE_TEXT:
    case PARAM_TYPE_LONG:
    case PARAM_TYPE_SECRET:
    case PARAM_TYPE_CHOICE:
    case PARAM_TYPE_DATE:
    case PARAM_TYPE_PAIRS:
    case PARAM_TYPE_REST:
    case PARAM_TYPE_FILE:
        break;
    }
    if (kind != JSN_TEXT || jsn_has_nul(value))
        return refuse(pg, prefix, param->name, "a text");
    add(pg, set, param, jsn_as_text(value, ""));
    return true;
}

/* The first wrong value is told: programs send one thing at a time. */
static void
keep_first(void *arg, const char *name, const char *message)
{
    struct form_error *first = arg;
    if (!first->field)
        *first = (struct form_error){.field = name, .message = message};
}

static bool
bind(struct page *pg, const char *prefix, const struct jsn *object, const struct params *params,
     void **bound)
{
    struct param_set set = {0};
    struct form_error first = {0};
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    while (jsn_member(object, &at, &key, &value)) {
        const struct param *param = param_named(params, key);
        if (!param)
            return refuse(pg, prefix, key,
                          "no member that can be written; /api/v1/openapi.json lists them");
        if (!add_member(pg, &set, prefix, param, value))
            return false;
    }
    if (params_bind(pg->ctx, params, &set, false, bound, keep_first, &first))
        return true;
    if (first.field && pg->ctx->err.kind == ERR_INPUT) {
        const char *field = arena_printf(pg->ctx->arena, "%s%s", prefix, first.field);
        err_clear(pg->ctx);
        return err_field(pg->ctx, ERR_INPUT, field, "%s: %s", field, first.message);
    }
    return false;
}

bool
api_body_take(struct page *pg, const char *prefix, const struct jsn *object,
              const struct params *params, void *out)
{
    void *bound = NULL;
    if (!bind(pg, prefix, object, params, &bound))
        return false;
    memcpy(out, bound, params->size);
    return true;
}

static size_t
size_of(enum param_type type)
{
    switch (type) {
    case PARAM_TYPE_ID:
    case PARAM_TYPE_I64:
        return sizeof(int64_t);
    case PARAM_TYPE_FLAG:
        return sizeof(bool);
    case PARAM_TYPE_TEXTS:
        return sizeof(struct param_texts);
    case PARAM_TYPE_TEXT:
    case PARAM_TYPE_LONG:
    case PARAM_TYPE_SECRET:
    case PARAM_TYPE_CHOICE:
    case PARAM_TYPE_DATE:
        return sizeof(const char *);
    case PARAM_TYPE_PAIRS:
    case PARAM_TYPE_REST:
    case PARAM_TYPE_FILE:
    case PARAM_TYPE_BODY:
        break;
    }
    return 0;
}

bool
api_body_patch(struct page *pg, const char *prefix, const struct jsn *object,
               const struct params *params, void *onto)
{
    void *bound = NULL;
    if (!bind(pg, prefix, object, params, &bound))
        return false;
    for (size_t i = 0; i < params->count; i++) {
        const struct param *param = &params->items[i];
        if (api_body_has(object, param->name))
            memcpy((char *)onto + param->offset, (char *)bound + param->offset,
                   size_of(param->type));
    }
    return true;
}

bool
api_body_read(struct page *pg, struct span body, const struct params *params, void *out)
{
    struct jsn *object = NULL;
    return api_body_object(pg, body, &object) && api_body_take(pg, "", object, params, out);
}

bool
api_body_nothing(struct page *pg, struct span body)
{
    static const struct params none = {0};
    char unused;
    return api_body_read(pg, body, &none, &unused);
}

int64_t *
api_body_ids(struct arena *arena, const struct param_texts *texts)
{
    int64_t *ids = ARENA_ARRAY(arena, texts->count + 1, int64_t);
    for (size_t i = 0; i < texts->count; i++)
        ids[i] = strtoll(texts->values[i], NULL, 10);
    return ids;
}

bool
api_body_named(struct page *pg, bool ok, const char *from, const char *to)
{
    struct err *err = &pg->ctx->err;
    size_t length = strlen(err->field), old = strlen(from);
    if (ok || length < old || strcmp(err->field + length - old, from) != 0)
        return ok;
    size_t kept = length - old;
    if (!kept || err->field[kept - 1] == '.')
        snprintf(err->field + kept, sizeof err->field - kept, "%s", to);
    return ok;
}
