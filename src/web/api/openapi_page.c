/* GET /api/v1/openapi.json: what the interface for programs offers, as OpenAPI 3.1. Made from the
 * route table (its TOKEN rows), the field table and the tables of dimensions and orders, so that it
 * says what the server does; openapi_schema.c describes the values. */
#include <string.h>

#include "domain/query/record_query.h"
#include "web/account/pages.h"
#include "web/api/api_json.h"
#include "web/api/openapi_schema.h"
#include "web/api/pages.h"
#include "web/match.h"

enum { OK = 200, CREATED = 201 };

/* What a row of the route table does, for its reader. Every TOKEN row has one: a test asks. */
struct operation {
    page_fn *handler;
    const char *name, *summary, *body, *answer; /* body, answer: names of schemas */
    int64_t status;
    enum record_entity entity; /* of what it lists or counts, else 0 */
    bool paged;
};
static const struct operation operations[] = {
    {api_me_page,               "whoAmI",              "Whose token this is and what it may do",              NULL,               "Me",             OK,      0,              false},
    {api_company_list,          "listCompanies",       "Companies that match, a page at a time",              NULL,
     "CompanyPage",                                                                                                                                 OK,      RECORD_COMPANY, true },
    {api_company_facets,        "countCompanies",      "How many companies each filter value would leave",    NULL,
     "Facets",                                                                                                                                      OK,      RECORD_COMPANY, false},
    {api_company_create,        "createCompany",       "Add a company",                                       "CompanyInput",     "Company",        CREATED, 0,
     false                                                                                                                                                                        },
    {api_company_page,          "getCompany",          "One company",                                         NULL,               "Company",        OK,      0,              false},
    {api_company_change,        "changeCompany",       "Change members of a company; what is not sent stays",
     "CompanyInput",                                                                                                              "Company",        OK,      0,              false},
    {api_company_delete,        "deleteCompany",       "Delete a company; it can be restored for a while",    NULL,
     "Deleted",                                                                                                                                     OK,      0,              false},
    {api_contact_list,          "listContacts",        "Contacts that match, a page at a time",               NULL,               "ContactPage",
     OK,                                                                                                                                                     RECORD_CONTACT, true },
    {api_contact_facets,        "countContacts",       "How many contacts each filter value would leave",     NULL,
     "Facets",                                                                                                                                      OK,      RECORD_CONTACT, false},
    {api_contact_create,        "createContact",       "Add a contact",                                       "ContactInput",     "Contact",        CREATED, 0,
     false                                                                                                                                                                        },
    {api_contact_page,          "getContact",          "One contact",                                         NULL,               "Contact",        OK,      0,              false},
    {api_contact_change,        "changeContact",       "Change members of a contact; what is not sent stays",
     "ContactInput",                                                                                                              "Contact",        OK,      0,              false},
    {api_contact_delete,        "deleteContact",       "Delete a contact; it can be restored for a while",    NULL,
     "Deleted",                                                                                                                                     OK,      0,              false},
    {api_campaign_list,         "listCampaigns",       "Campaigns, a page at a time",                         NULL,               "CampaignPage",   OK,      0,
     false                                                                                                                                                                        },
    {api_campaign_page,         "getCampaign",         "One campaign with its steps and counts",              NULL,               "Campaign",
     OK,                                                                                                                                                     0,              false},
    {api_campaign_exports,      "listCampaignExports", "The newest files made of a campaign",                 NULL,
     "CampaignExports",                                                                                                                             OK,      0,              false},
    {api_campaign_export_start, "exportCampaign",      "Make a file of the approved messages",
     "CampaignExportInput",                                                                                                       "CampaignExport", CREATED, 0,              false},
    {api_message_list,          "listMessages",        "Messages, newest first, a page at a time",            NULL,
     "MessagePage",                                                                                                                                 OK,      0,              false},
    {api_message_page,          "getMessage",          "One message with its newest text",                    NULL,               "Message",        OK,      0,
     false                                                                                                                                                                        },
    {api_message_change,        "changeMessage",       "Give a message another text; it is a draft then",
     "MessageInput",                                                                                                              "Message",        OK,      0,              false},
    {api_message_approve,       "approveMessage",      "Approve the text that was read",                      "MessageVersion",
     "Message",                                                                                                                                     OK,      0,              false},
    {api_message_reject,        "rejectMessage",       "Reject a message, with the reason",                   "MessageRejection",
     "Message",                                                                                                                                     OK,      0,              false},
};

static const struct operation *
operation_of(const struct route *route)
{
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        if (operations[i].handler == route->handler)
            return &operations[i];
    return NULL;
}

static struct jsn *
content(struct arena *arena, const char *schema)
{
    struct jsn *object = jsn_object(arena), *type = jsn_object(arena);
    jsn_set(type, "schema", openapi_schema_ref(arena, schema));
    jsn_set(object, "application/json", type);
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

/* {tenant} and {id} of the path. */
static void
add_path_parameters(struct jsn *list, struct arena *arena, const char *path)
{
    for (const char *at = strchr(path, '{'); at; at = strchr(at + 1, '{')) {
        const char *name = arena_strndup(arena, at + 1, strcspn(at, "}") - 1);
        bool tenant = !strcmp(name, "tenant");
        add_parameter(list, arena, name, "path",
                      tenant ? "The workspace, as in the address of its pages" : "The record's id",
                      openapi_schema_type(arena, tenant ? "string" : "integer"));
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
    add_parameter(list, arena, "sort", "query", "The order; records without a value come last",
                  openapi_schema_names(arena, names));
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

/* Of campaigns and messages. */
static void
add_campaign_page(struct jsn *list, struct arena *arena, const struct operation *operation)
{
    bool messages = operation->handler == api_message_list;
    if (!messages && operation->handler != api_campaign_list)
        return;
    if (messages)
        add_parameter(list, arena, "campaign", "query", "Of this campaign only",
                      openapi_schema_type(arena, "integer"));
    add_parameter(list, arena, "state", "query",
                  messages ? "Of this state only"
                           : "A tab of the list of campaigns: the first one when it is missing",
                  openapi_schema_type(arena, "string"));
    add_parameter(list, arena, "after", "query", "What the page before gave as \"after\"",
                  openapi_schema_type(arena, "integer"));
    add_parameter(list, arena, "limit", "query", "How many, 1 to 200; 50 when it is missing",
                  openapi_schema_type(arena, "integer"));
}

static void
add_answer(struct jsn *answers, struct arena *arena, const char *status, const char *about,
           const char *schema)
{
    struct jsn *answer = jsn_object(arena);
    jsn_set_text(answer, "description", about);
    jsn_set(answer, "content", content(arena, schema));
    jsn_set(answers, status, answer);
}

static struct jsn *
answers_of(struct arena *arena, const struct operation *operation)
{
    struct jsn *answers = jsn_object(arena);
    add_answer(answers, arena, operation->status == CREATED ? "201" : "200", "Done",
               operation->answer);
    add_answer(answers, arena, "400", "What was sent cannot be taken; the message says why",
               "Error");
    add_answer(answers, arena, "401", "No token, or one that is not good", "Error");
    add_answer(answers, arena, "403", "The token's scope or the role does not reach", "Error");
    add_answer(answers, arena, "404", "Not there, or of another workspace", "Error");
    add_answer(answers, arena, "409", "A duplicate, or somebody else was quicker", "Error");
    return answers;
}

static struct jsn *
describe(struct arena *arena, const struct route *route, const struct operation *operation)
{
    struct jsn *object = jsn_object(arena), *parameters = jsn_array(arena);
    jsn_set_text(object, "operationId", operation->name);
    jsn_set_text(object, "summary", operation->summary);
    add_path_parameters(parameters, arena, route->path);
    if (operation->entity)
        add_filters(parameters, arena, operation->entity);
    if (operation->paged)
        add_page(parameters, arena, operation->entity);
    add_campaign_page(parameters, arena, operation);
    jsn_set(object, "parameters", parameters);
    if (operation->body) {
        struct jsn *body = jsn_object(arena);
        jsn_set_bool(body, "required", true);
        jsn_set(body, "content", content(arena, operation->body));
        jsn_set(object, "requestBody", body);
    }
    jsn_set(object, "responses", answers_of(arena, operation));
    return object;
}

static bool
add_paths(struct page *pg, struct jsn *paths)
{
    static const char *const members[] = {
        [GET] = "get", [POST] = "post", [PATCH] = "patch", [DELETE] = "delete"};
    struct arena *arena = pg->ctx->arena;
    for (size_t i = 0; i < pg->web->n_routes; i++) {
        const struct route *route = &pg->web->routes[i];
        if (route->caller != TOKEN)
            continue;
        const struct operation *operation = operation_of(route);
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
        "Companies and contacts of a workspace. Send a token of the workspace's settings as "
        "Authorization: Bearer. Names, values and filters are those of the pages.");
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
    return api_json_reply(pg, OK, document);
}
