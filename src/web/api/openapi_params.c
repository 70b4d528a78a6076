/* Parameters as schemas. See openapi_params.h. */
#include "web/api/openapi_params.h"

#include <string.h>

#include "web/api/openapi_schema.h"

const struct param *
openapi_params_named(const struct params *params, const char *name)
{
    for (size_t i = 0; params && i < params->count; i++)
        if (!strcmp(params->items[i].name, name))
            return &params->items[i];
    return NULL;
}

/* A type, or with null beside it. */
static struct jsn *
typed(struct arena *arena, const char *type, bool or_null)
{
    if (!or_null)
        return openapi_schema_type(arena, type);
    struct jsn *object = jsn_object(arena), *types = jsn_array(arena);
    jsn_add(types, jsn_text(arena, type));
    jsn_add(types, jsn_text(arena, "null"));
    jsn_set(object, "type", types);
    return object;
}

static struct jsn *
number(struct arena *arena, const struct param *param, bool or_null)
{
    struct jsn *object = typed(arena, "integer", or_null);
    jsn_set_int(object, "minimum", param->min);
    if (param->max < INT64_MAX)
        jsn_set_int(object, "maximum", param->max);
    return object;
}

static struct jsn *
text(struct arena *arena, const struct param *param, bool or_null)
{
    struct jsn *object = typed(arena, "string", or_null);
    if (param->type == PARAM_TYPE_DATE)
        jsn_set_text(object, "format", "date");
    else
        jsn_set_int(object, "maxLength", param->max);
    if (param->presence == REQUIRED)
        jsn_set_int(object, "minLength", 1);
    return object;
}

static struct jsn *
choice(struct arena *arena, const struct param *param, bool or_null)
{
    struct jsn *object = typed(arena, "string", or_null), *list = jsn_array(arena);
    for (size_t i = 0; param->choices[i]; i++)
        jsn_add(list, jsn_text(arena, param->choices[i]));
    if (or_null)
        jsn_add(list, NULL);
    jsn_set(object, "enum", list);
    return object;
}

/* Texts, ids, or objects of a schema. */
static struct jsn *
list(struct arena *arena, const struct param *param)
{
    struct jsn *object = openapi_schema_type(arena, "array"), *items;
    if (param->type == PARAM_TYPE_BODY)
        items = openapi_schema_ref(arena, param->choices[0]);
    else
        items = openapi_schema_type(arena, param->min > 0 ? "integer" : "string");
    jsn_set(object, "items", items);
    jsn_set_int(object, "maxItems", param->max);
    if (param->presence == REQUIRED && param->type != PARAM_TYPE_BODY)
        jsn_set_int(object, "minItems", 1);
    return object;
}

struct jsn *
openapi_params_one(struct arena *arena, const struct param *param, bool in_body)
{
    bool or_null = in_body && param->presence == OPTIONAL;
    switch (param->type) {
    case PARAM_TYPE_ID:
    case PARAM_TYPE_I64:
        return number(arena, param, or_null);
    case PARAM_TYPE_TEXT:
    case PARAM_TYPE_LONG:
    case PARAM_TYPE_SECRET:
    case PARAM_TYPE_DATE:
        return text(arena, param, or_null);
    case PARAM_TYPE_CHOICE:
        return choice(arena, param, or_null);
    case PARAM_TYPE_FLAG:
        return typed(arena, "boolean", or_null);
    case PARAM_TYPE_TEXTS:
    case PARAM_TYPE_BODY:
        return list(arena, param);
    case PARAM_TYPE_PAIRS:
    case PARAM_TYPE_REST:
    case PARAM_TYPE_FILE:
        break;
    }
    return jsn_object(arena);
}

struct jsn *
openapi_params_object(struct arena *arena, const struct params *params)
{
    struct jsn *object = openapi_schema_type(arena, "object"), *properties = jsn_object(arena);
    struct jsn *required = jsn_array(arena);
    for (size_t i = 0; i < params->count; i++) {
        const struct param *param = &params->items[i];
        jsn_set(properties, param->name, openapi_params_one(arena, param, true));
        if (param->presence == REQUIRED)
            jsn_add(required, jsn_text(arena, param->name));
    }
    jsn_set(object, "properties", properties);
    jsn_set(object, "required", required);
    jsn_set_bool(object, "additionalProperties", false);
    return object;
}
