/* Schemas. See openapi_schema.h. */
#include "web/api/openapi_schema.h"

#include "domain/record/record_field.h"
#include "web/api/api_json.h"
#include "web/api/openapi_answer.h"
#include "web/api/openapi_params.h"
#include "web/api/pages.h"

struct jsn *
openapi_schema_ref(struct arena *arena, const char *name)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_text(object, "$ref", arena_printf(arena, "#/components/schemas/%s", name));
    return object;
}

struct jsn *
openapi_schema_type(struct arena *arena, const char *type)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_text(object, "type", type);
    return object;
}

/* A value of the type, or null. */
static struct jsn *
nullable(struct arena *arena, const char *type)
{
    struct jsn *object = jsn_object(arena), *types = jsn_array(arena);
    jsn_add(types, jsn_text(arena, type));
    jsn_add(types, jsn_text(arena, "null"));
    jsn_set(object, "type", types);
    return object;
}

struct jsn *
openapi_schema_names(struct arena *arena, const char *const *names)
{
    struct jsn *object = openapi_schema_type(arena, "string"), *list = jsn_array(arena);
    for (; *names; names++)
        jsn_add(list, jsn_text(arena, *names));
    jsn_set(object, "enum", list);
    return object;
}

/* The names of a closed list; with `other` ("none", or NULL for null itself) for no value. */
static struct jsn *
choices(struct arena *arena, const struct record_choices *of, const char *other)
{
    struct jsn *object = other ? openapi_schema_type(arena, "string") : nullable(arena, "string");
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < of->n; i++)
        jsn_add(list, jsn_text(arena, of->of[i].name));
    jsn_add(list, jsn_text(arena, other));
    jsn_set(object, "enum", list);
    return object;
}

static struct jsn *
array_of(struct arena *arena, struct jsn *items)
{
    struct jsn *object = openapi_schema_type(arena, "array");
    jsn_set(object, "items", items);
    return object;
}

struct jsn *
openapi_schema_dimension(struct arena *arena, const struct record_dimension *dimension)
{
    if (dimension->flags & DIMENSION_ONE)
        return openapi_schema_type(arena, "string");
    if (dimension->kind == DIMENSION_CODE)
        return array_of(arena, choices(arena, dimension->choices, "none"));
    return array_of(arena, openapi_schema_type(arena, "string"));
}

const char *
openapi_schema_about(const struct record_dimension *dimension)
{
    switch (dimension->kind) {
    case DIMENSION_CODE:
        return "any of the values";
    case DIMENSION_COUNTRY:
        return "codes of two letters, or none";
    case DIMENSION_ID:
    case DIMENSION_IDS:
        return "ids, or none";
    case DIMENSION_TEXT:
        return "holds any of the texts; with = before it: is it (=CTO)";
    case DIMENSION_VALUE:
        return "is any of the texts, or none";
    case DIMENSION_NUMBER:
        return "40..70, 40.. or ..70";
    case DIMENSION_DAY:
        return "2026-01-01..2026-03-31, open at either end";
    case DIMENSION_AGE:
        return "in days: 30.., ..7 or 30..60";
    case DIMENSION_SET:
        return "id of a change; with c: created by it, with u: updated";
    }
    return "";
}

static struct jsn *
closed_object(struct arena *arena, struct jsn *properties)
{
    struct jsn *object = openapi_schema_type(arena, "object"), *required = jsn_array(arena);
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    while (jsn_member(properties, &at, &key, &value))
        jsn_add(required, jsn_text(arena, key));
    jsn_set(object, "properties", properties);
    jsn_set(object, "required", required);
    jsn_set_bool(object, "additionalProperties", false);
    return object;
}

static struct jsn *
field_schema(struct arena *arena, const struct record_field *field)
{
    struct jsn *schema = field->type == RECORD_ID       ? nullable(arena, "integer")
                         : field->type == RECORD_CHOICE ? choices(arena, field->choices, NULL)
                                                        : nullable(arena, "string");
    jsn_set_text(schema, "description", field->label);
    return schema;
}

static void
add_times(struct arena *arena, struct jsn *properties)
{
    static const char *const names[] = {"created_at", "updated_at", "checked_at"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct jsn *time = openapi_schema_type(arena, "string");
        jsn_set_text(time, "format", "date-time");
        jsn_set(properties, names[i], time);
    }
}

/* What filters know a record as: the class by the filter's name. */
static struct jsn *
classes_schema(struct arena *arena, enum record_entity entity)
{
    struct jsn *properties = jsn_object(arena);
    size_t n;
    const struct record_dimension *all = record_dimensions(entity, &n);
    for (size_t i = 0; i < n; i++) {
        if (!api_json_classed(entity, &all[i]))
            continue;
        struct jsn *schema = all[i].kind == DIMENSION_CODE
                                 ? choices(arena, all[i].choices, NULL)
                                 : nullable(arena, all[i].zero ? "integer" : "string");
        jsn_set_text(schema, "description", all[i].label);
        jsn_set(properties, all[i].name, schema);
    }
    return closed_object(arena, properties);
}

static struct jsn *
described(struct jsn *schema, const char *text)
{
    jsn_set_text(schema, "description", text);
    return schema;
}

/* What api_json_record writes. */
static struct jsn *
record_schema(struct arena *arena, enum record_entity entity)
{
    struct jsn *properties = jsn_object(arena);
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    jsn_set(properties, "id", openapi_schema_type(arena, "integer"));
    jsn_set(properties, "version", openapi_schema_type(arena, "integer"));
    for (size_t i = 0; i < n; i++)
        if (fields[i].type != RECORD_IDS && fields[i].type != RECORD_CUSTOM)
            jsn_set(properties, fields[i].name, field_schema(arena, &fields[i]));
    if (entity == RECORD_CONTACT) {
        struct jsn *either = jsn_array(arena), *company = jsn_object(arena);
        jsn_add(either, openapi_schema_ref(arena, "CompanyOfContact"));
        jsn_add(either, openapi_schema_type(arena, "null"));
        jsn_set(company, "anyOf", either);
        jsn_set(properties, "company", company);
    }
    jsn_set(properties, "owner", nullable(arena, "string"));
    jsn_set(properties, "tags", array_of(arena, openapi_schema_type(arena, "string")));
    jsn_set(properties, "lists", array_of(arena, openapi_schema_type(arena, "string")));
    jsn_set(properties, "custom", openapi_schema_type(arena, "object"));
    jsn_set(properties, "classes", classes_schema(arena, entity));
    jsn_set(properties, "quality", openapi_schema_type(arena, "integer"));
    jsn_set(properties, "duplicate_of", nullable(arena, "integer"));
    add_times(arena, properties);
    return closed_object(arena, properties);
}

/* What api_json_read takes. */
static struct jsn *
input_schema(struct arena *arena, enum record_entity entity)
{
    struct jsn *properties = jsn_object(arena), *object = openapi_schema_type(arena, "object");
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (fields[i].flags & RECORD_EDIT)
            jsn_set(properties, fields[i].name, field_schema(arena, &fields[i]));
    if (entity == RECORD_CONTACT) {
        struct jsn *company = nullable(arena, "string");
        jsn_set_text(company, "description",
                     "Domain or name of the company; a new one is made when there is none");
        jsn_set(properties, "company", company);
    }
    jsn_set(
        properties, "custom",
        described(openapi_schema_type(arena, "object"),
                  "Custom fields by key: a text, a number, true or false; null empties one; those "
                  "not named stay"));
    jsn_set(properties, "tags",
            described(array_of(arena, openapi_schema_type(arena, "string")),
                      "Names of all tags of the record: others are taken off, new ones are made"));
    jsn_set(properties, "lists",
            described(array_of(arena, openapi_schema_type(arena, "string")),
                      "Names of all lists the record is on, as with tags"));
    struct jsn *version = openapi_schema_type(arena, "integer");
    jsn_set_text(version, "description", "The version that was read: a newer one is a conflict");
    jsn_set(properties, "version", version);
    struct jsn *keep = openapi_schema_type(arena, "boolean");
    jsn_set_text(keep, "description", "Keep this one beside the record it is a duplicate of");
    jsn_set(properties, "keep_both", keep);
    jsn_set(object, "properties", properties);
    jsn_set_bool(object, "additionalProperties", false);
    return object;
}

static struct jsn *
page_schema(struct arena *arena, const char *item)
{
    struct jsn *properties = jsn_object(arena), *after = nullable(arena, "string");
    jsn_set(properties, "total", openapi_schema_type(arena, "integer"));
    jsn_set(properties, "items", array_of(arena, openapi_schema_ref(arena, item)));
    jsn_set_text(after, "description",
                 "Send it as \"after\" for the next page; null: this is the last");
    jsn_set(properties, "after", after);
    return closed_object(arena, properties);
}

/* An object of texts and whole numbers: names with a "#" in front are numbers, with a "?" may be
 * null. */
static struct jsn *
simple(struct arena *arena, const char *const *names)
{
    struct jsn *properties = jsn_object(arena);
    for (; *names; names++) {
        const char *name = **names == '#' || **names == '?' ? *names + 1 : *names;
        jsn_set(properties, name,
                **names == '?'   ? nullable(arena, "string")
                : **names == '#' ? openapi_schema_type(arena, "integer")
                                 : openapi_schema_type(arena, "string"));
    }
    return closed_object(arena, properties);
}

static void
add_small(struct arena *arena, struct jsn *schemas)
{
    struct jsn *error = jsn_object(arena), *me = jsn_object(arena);
    jsn_set(error, "error",
            simple(arena, (const char *const[]){"kind", "message", "field", "request", NULL}));
    jsn_set(schemas, "Error", closed_object(arena, error));
    jsn_set(me, "tenant", simple(arena, (const char *const[]){"slug", "name", NULL}));
    jsn_set(me, "user", openapi_schema_type(arena, "string"));
    jsn_set(me, "role", openapi_schema_type(arena, "string"));
    jsn_set(schemas, "Me", closed_object(arena, me));
    jsn_set(schemas, "Deleted",
            simple(arena, (const char *const[]){"#deleted", "#change_set", NULL}));
    jsn_set(schemas, "CompanyOfContact",
            simple(arena, (const char *const[]){"#id", "name", "?domain", NULL}));
    struct jsn *facets = openapi_schema_type(arena, "object");
    jsn_set(facets, "additionalProperties",
            array_of(arena, simple(arena, (const char *const[]){"value", "#count", NULL})));
    jsn_set(schemas, "Facets", facets);
}

/* The objects that bodies hold in lists. */
static void
add_parts(struct arena *arena, struct jsn *schemas)
{
    jsn_set(schemas, "StepInput", openapi_params_object(arena, &api_step_input));
    jsn_set(schemas, "StepExample", openapi_params_object(arena, &api_example_input));
}

struct jsn *
openapi_schema_components(struct arena *arena)
{
    struct jsn *components = jsn_object(arena), *schemas = jsn_object(arena);
    jsn_set(schemas, "Company", record_schema(arena, RECORD_COMPANY));
    jsn_set(schemas, "Contact", record_schema(arena, RECORD_CONTACT));
    jsn_set(schemas, "CompanyInput", input_schema(arena, RECORD_COMPANY));
    jsn_set(schemas, "ContactInput", input_schema(arena, RECORD_CONTACT));
    jsn_set(schemas, "CompanyPage", page_schema(arena, "Company"));
    jsn_set(schemas, "ContactPage", page_schema(arena, "Contact"));
    add_small(arena, schemas);
    add_parts(arena, schemas);
    openapi_answer_add(arena, schemas);
    jsn_set(components, "schemas", schemas);
    struct jsn *schemes = jsn_object(arena), *token = jsn_object(arena);
    jsn_set_text(token, "type", "http");
    jsn_set_text(token, "scheme", "bearer");
    jsn_set(schemes, "token", token);
    jsn_set(components, "securitySchemes", schemes);
    return components;
}
