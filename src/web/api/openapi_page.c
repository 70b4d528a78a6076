/* GET /api/v1/openapi.json: what the interface for programs offers, as OpenAPI 3.1. Made from the
 * route table (its TOKEN rows), the field table and the tables of dimensions and orders, so that it
 * says what the server does; openapi_schema.c describes the values. */
#include <inttypes.h>
#include <string.h>

#include "domain/query/record_query.h"
#include "web/api/api_json.h"
#include "web/api/openapi_operation.h"
#include "web/api/openapi_params.h"
#include "web/api/openapi_schema.h"
#include "web/api/pages.h"
#include "web/match.h"

static struct jsn *
content(struct arena *arena, const char *media, struct jsn *schema)
{
    struct jsn *object = jsn_object(arena), *type = jsn_object(arena);
    jsn_set(type, "schema", schema);
    jsn_set(object, media, type);
    return object;
}

static void
add_parameter(struct jsn *list, struct arena *arena, const char *name, const char *in,
              const char *about, struct jsn *schema)
{
    struct jsn *parameter = jsn_object(arena);
    jsn_set_text(parameter, "name", name);
    jsn_set_text(parameter, "in", in);
    jsn_set_bool(parameter, "required", !strcmp(in, "path"));
    jsn_set_text(parameter, "description", about);
    jsn_set(parameter, "schema", schema);
    jsn_add(list, parameter);
}

/* {tenant}, {id} and the like of the path. */
static void
add_path_parameters(struct jsn *list, struct arena *arena, const struct route *route)
{
    for (const char *at = strchr(route->path, '{'); at; at = strchr(at + 1, '{')) {
        const char *name = arena_strndup(arena, at + 1, strcspn(at, "}") - 1);
        const struct param *param = openapi_params_named(route->params, name);
        bool id = param && param->type == PARAM_TYPE_ID;
        add_parameter(list, arena, name, "path",
                      id      ? "The id"
                      : param ? "One of the values"
                              : "The workspace, as in the address of its pages",
                      param ? openapi_params_one(arena, param, false)
                            : openapi_schema_type(arena, "string"));
    }
}

static bool
in_path(const struct route *route, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strchr(route->path, '{'); at; at = strchr(at + 1, '{'))
        if (!strncmp(at + 1, name, length) && at[length + 1] == '}')
            return true;
    return false;
}

static const char *
query_words(const char *name)
{
    static const char *const words[][2] = {
        {"after", "What the page before gave as \"after\""     },
        {"limit", "How many; 50 when it is missing"            },
        {"q",     "What the name or the text holds"            },
        {"sort",  "The order; with a minus the other way round"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i][0], name))
            return words[i][1];
    return "Only those";
}

/* What else the row takes in its query. */
static void
add_query(struct jsn *list, struct arena *arena, const struct route *route)
{
    for (size_t i = 0; route->params && i < route->params->count; i++) {
        const struct param *param = &route->params->items[i];
        if (param->type == PARAM_TYPE_BODY || in_path(route, param->name))
            continue;
        add_parameter(list, arena, param->name, "query", query_words(param->name),
                      openapi_params_one(arena, param, false));
        if (param->presence == REQUIRED)
            jsn_set_bool(jsn_at(list, jsn_length(list) - 1), "required", true);
    }
}

static void
add_filters(struct jsn *list, struct arena *arena, enum record_entity entity)
{
    size_t n;
    const struct record_dimension *all = record_dimensions(entity, &n);
    add_parameter(list, arena, "q", "query", "Words, each of which must be found",
                  openapi_schema_type(arena, "string"));
    for (size_t i = 0; i < n; i++) {
        add_parameter(list, arena, all[i].name, "query",
                      arena_printf(arena, "%s; %s", all[i].label, openapi_schema_about(&all[i])),
                      openapi_schema_dimension(arena, &all[i]));
        add_parameter(list, arena, arena_printf(arena, "%s.not", all[i].name), "query",
                      arena_printf(arena, "1: all but these (%s)", all[i].label),
                      openapi_schema_names(arena, (const char *const[]){"1", NULL}));
    }
}

static void
add_page(struct jsn *list, struct arena *arena, enum record_entity entity)
{
    size_t n;
    const struct record_order *orders = record_orders(entity, &n);
    const char **names = ARENA_ARRAY(arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++)
        names[i] = orders[i].name;
    names[n] = NULL;
    struct jsn *either = jsn_array(arena), *sort = jsn_object(arena),
               *custom = openapi_schema_type(arena, "string");
    jsn_set_text(custom, "pattern", "^field\\.[a-z0-9_]+$");
    jsn_add(either, openapi_schema_names(arena, names));
    jsn_add(either, custom);
    jsn_set(sort, "anyOf", either);
    add_parameter(
        list, arena, "sort", "query",
        "The order, also by a custom field (field.<key>); records without a value come last", sort);
    add_parameter(list, arena, "dir", "query", "Its direction",
                  openapi_schema_names(arena, (const char *const[]){"up", "down", NULL}));
    add_parameter(list, arena, "after", "query", "What the page before gave as \"after\"",
                  openapi_schema_type(arena, "string"));
    struct jsn *limit = openapi_schema_type(arena, "integer");
    jsn_set_int(limit, "minimum", 1);
    jsn_set_int(limit, "maximum", 200);
    jsn_set_int(limit, "default", 50);
    add_parameter(list, arena, "limit", "query", "How many", limit);
}

static void
add_answer(struct jsn *answers, struct arena *arena, const char *status, const char *about,
           const char *schema)
{
    struct jsn *answer = jsn_object(arena);
    jsn_set_text(answer, "description", about);
    if (schema)
        jsn_set(answer, "content",
                content(arena, "application/json", openapi_schema_ref(arena, schema)));
    else
        jsn_set(answer, "content",
                content(arena, "application/octet-stream", openapi_schema_type(arena, "string")));
    jsn_set(answers, status, answer);
}

static struct jsn *
answers_of(struct arena *arena, const struct openapi_operation *operation)
{
    struct jsn *answers = jsn_object(arena);
    add_answer(answers, arena, arena_printf(arena, "%" PRId64, operation->status), "Done",
               operation->answer);
    add_answer(answers, arena, "400", "What was sent cannot be taken; the message says why",
               "Error");
    add_answer(answers, arena, "401", "No token, or one that is not good", "Error");
    add_answer(answers, arena, "403",
               "The token's scope does not reach, or the role of the person who made it; "
               "the message says which it takes",
               "Error");
    add_answer(answers, arena, "404", "Not there, or of another workspace", "Error");
    add_answer(answers, arena, "409",
               "A duplicate, somebody else was quicker, or its state does not allow it", "Error");
    return answers;
}

static struct jsn *
body_of(struct arena *arena, const struct openapi_operation *operation)
{
    struct jsn *body = jsn_object(arena);
    struct jsn *schema = operation->body ? openapi_schema_ref(arena, operation->body)
                                         : openapi_params_object(arena, operation->input);
    jsn_set_bool(body, "required", operation->body || jsn_length(jsn_get(schema, "required")));
    jsn_set(body, "content", content(arena, "application/json", schema));
    return body;
}

static struct jsn *
describe(struct arena *arena, const struct route *route, const struct openapi_operation *operation)
{
    struct jsn *object = jsn_object(arena), *parameters = jsn_array(arena);
    jsn_set_text(object, "operationId", operation->name);
    jsn_set_text(object, "summary", operation->summary);
    add_path_parameters(parameters, arena, route);
    if (operation->entity)
        add_filters(parameters, arena, operation->entity);
    else
        add_query(parameters, arena, route);
    if (operation->paged)
        add_page(parameters, arena, operation->entity);
    jsn_set(object, "parameters", parameters);
    if (operation->body || operation->input)
        jsn_set(object, "requestBody", body_of(arena, operation));
    jsn_set(object, "responses", answers_of(arena, operation));
    return object;
}

static bool
add_paths(struct page *pg, struct jsn *paths)
{
    static const char *const members[] = {
        [GET] = "get", [POST] = "post", [PATCH] = "patch", [PUT] = "put", [DELETE] = "delete"};
    struct arena *arena = pg->ctx->arena;
    for (size_t i = 0; i < pg->web->n_routes; i++) {
        const struct route *route = &pg->web->routes[i];
        if (route->caller != TOKEN)
            continue;
        const struct openapi_operation *operation = openapi_operation_of(route);
        if (!operation)
            return err_raise(pg->ctx, ERR_BUG, "%s %s is not described",
                             match_method_name(route->method), route->path);
        struct jsn *path = jsn_get(paths, route->path);
        if (!path)
            jsn_set(paths, route->path, path = jsn_object(arena));
        jsn_set(path, members[route->method], describe(arena, route, operation));
    }
    return true;
}

bool
api_openapi_page(struct page *pg)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *document = jsn_object(arena), *info = jsn_object(arena), *paths = jsn_object(arena);
    jsn_set_text(info, "title", "leadgen");
    jsn_set_text(info, "version", "1");
    jsn_set_text(
        info, "description",
        "Companies, contacts, campaigns and messages of a workspace. Send a token of the "
        "workspace's settings as "
        "Authorization: Bearer. Names, values and filters are those of the pages. Whatever "
        "goes wrong is answered as an Error: also 404 at an address that is none, and 405 "
        "with Allow for a method that an address does not take.");
    jsn_set_text(document, "openapi", "3.1.0");
    jsn_set(document, "info", info);
    if (!add_paths(pg, paths))
        return false;
    jsn_set(document, "paths", paths);
    jsn_set(document, "components", openapi_schema_components(arena));
    struct jsn *security = jsn_array(arena), *bearer = jsn_object(arena);
    jsn_set(bearer, "token", jsn_array(arena));
    jsn_add(security, bearer);
    jsn_set(document, "security", security);
    return api_json_reply(pg, 200, document);
}
