/* Mappings from and to files. See mapping_file.h. */
#include "domain/mapping/mapping_file.h"

#include <string.h>

#include "base/text.h"
#include "domain/mapping/mapping_headers.h"
#include "domain/record/country.h"

enum { COLUMNS_MAX = 16384 };

/* Known members of an object, else INPUT with the ones there are. */
static bool
check_members(struct ctx *ctx, const struct jsn *object, const char *where,
              const char *const *known)
{
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    if (jsn_kind(object) != JSN_OBJECT)
        return err_field(ctx, ERR_INPUT, "map", "%s must be an object in { }.", where);
    while (jsn_member(object, &at, &key, &value)) {
        const char *names = "";
        size_t i = 0;
        for (; known[i] && strcmp(known[i], key) != 0; i++)
            names = arena_printf(ctx->arena, "%s%s%s", names, *names ? ", " : "", known[i]);
        if (!known[i])
            return err_field(ctx, ERR_INPUT, "map", "%s has \"%.60s\"; it can have %s.", where, key,
                             names);
    }
    return true;
}

static bool
add_column(struct ctx *ctx, struct mapping_file *out, const char *header, const char *target,
           size_t line)
{
    const char *place = line ? arena_printf(ctx->arena, "Line %zu of the map file", line)
                             : arena_printf(ctx->arena, "Column \"%.80s\" of the map file", header);
    if (!import_mapping_is_target(target))
        return err_field(ctx, ERR_INPUT, "map",
                         "%s: there is no target \"%.95s\". Write contact.email, company.name, "
                         "contact.custom.KEY, tags or another field, or nothing to leave the "
                         "column out.",
                         place, target);
    for (size_t i = 0; i < out->n_columns; i++)
        if (!strcmp(out->columns[i].header, header))
            return err_field(ctx, ERR_INPUT, "map", "%s: \"%.80s\" stands there twice.", place,
                             header);
    out->columns[out->n_columns++] = (struct mapping_file_column){header, target, line};
    return true;
}

static bool
read_columns(struct ctx *ctx, const struct jsn *columns, struct mapping_file *out)
{
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    size_t n = 0;
    if (jsn_kind(columns) != JSN_OBJECT)
        return err_field(ctx, ERR_INPUT, "map",
                         "The map file needs \"columns\": {\"Header\": \"contact.email\", ...}.");
    while (jsn_member(columns, &at, &key, &value))
        n++;
    out->columns = ARENA_ARRAY(ctx->arena, n + 1, struct mapping_file_column);
    at = NULL;
    while (jsn_member(columns, &at, &key, &value)) {
        if (jsn_kind(value) != JSN_TEXT && jsn_kind(value) != JSN_NULL)
            return err_field(
                ctx, ERR_INPUT, "map",
                "Column \"%.80s\" of the map file needs a target in quotes, or null to "
                "leave it out.",
                key);
        if (!add_column(ctx, out, arena_strdup(ctx->arena, key),
                        arena_strdup(ctx->arena, jsn_as_text(value, "")), 0))
            return false;
    }
    return true;
}

/* What `inspect csv` prints: a list, with what it proposes of each column. */
static bool
read_inspected(struct ctx *ctx, const struct jsn *list, struct mapping_file *out)
{
    size_t n = jsn_length(list);
    out->columns = ARENA_ARRAY(ctx->arena, n + 1, struct mapping_file_column);
    for (size_t i = 0; i < n; i++) {
        const struct jsn *item = jsn_at(list, i);
        const char *header = jsn_as_text(jsn_get(item, "column"), NULL);
        const enum jsn_kind field = jsn_kind(jsn_get(item, "field"));
        if (!header || (field != JSN_TEXT && field != JSN_NULL))
            return err_field(ctx, ERR_INPUT, "map",
                             "Entry %zu of \"mapping\" in the map file needs \"column\", the "
                             "header, and \"field\", a target in quotes or null.",
                             i + 1);
        if (!add_column(ctx, out, arena_strdup(ctx->arena, header),
                        arena_strdup(ctx->arena, jsn_as_text(jsn_get(item, "field"), "")), 0))
            return false;
    }
    return true;
}

static bool
read_options(struct ctx *ctx, const struct jsn *json, struct mapping_file *out)
{
    static const char *const known[] = {"strategy", "country",  "list", "tags",
                                        "fields",   "owner_id", NULL};
    struct jsn *given = jsn_get(json, "options"), *constants = jsn_get(json, "constants");
    struct jsn *options = jsn_object(ctx->arena);
    if (!given && !constants)
        return true;
    if (given) {
        const void *at = NULL;
        const char *key;
        struct jsn *value;
        if (!check_members(ctx, given, "\"options\" of the map file", known))
            return false;
        while (jsn_member(given, &at, &key, &value))
            jsn_set(options, key, value);
    }
    if (constants && jsn_kind(constants) != JSN_OBJECT)
        return err_field(ctx, ERR_INPUT, "map",
                         "\"constants\" of the map file must be an object: {\"contact.source\": "
                         "\"Fair 2026\"}.");
    if (constants)
        jsn_set(options, "constants", constants);
    out->has_options = true;
    if (!import_options_read(ctx, options, &out->options))
        return false;
    return !out->options.country || country_by_code(out->options.country) ||
           err_field(ctx, ERR_INPUT, "map",
                     "\"%.60s\" of the map file is no country: give the two letters of one, such "
                     "as DE.",
                     out->options.country);
}

static bool
read_json(struct ctx *ctx, const char *bytes, size_t length, struct mapping_file *out)
{
    static const char *const known[] = {"entity", "columns", "constants", "options", NULL};
    struct jsn *json;
    if (!jsn_read(ctx, ctx->arena, bytes, length, &json))
        return false;
    const struct jsn *inspected = jsn_get(json, "mapping");
    if (jsn_kind(inspected) != JSN_ARRAY && !check_members(ctx, json, "The map file", known))
        return false;
    const struct jsn *entity = jsn_get(json, "entity");
    if (entity) {
        const char *name = jsn_as_text(entity, "");
        out->has_entity = true;
        out->entity = !strcmp(name, "company") ? RECORD_COMPANY : RECORD_CONTACT;
        if (strcmp(name, record_entity_name(out->entity)) != 0)
            return err_field(ctx, ERR_INPUT, "map",
                             "\"entity\" of the map file must be \"company\" or \"contact\".");
    }
    if (jsn_kind(inspected) == JSN_ARRAY)
        return read_inspected(ctx, inspected, out);
    return read_columns(ctx, jsn_get(json, "columns"), out) && read_options(ctx, json, out);
}

static bool
read_lines(struct ctx *ctx, const char *text, struct mapping_file *out)
{
    size_t n = 1;
    for (const char *c = text; *c; c++)
        n += *c == '\n';
    if (n > COLUMNS_MAX)
        return err_field(ctx, ERR_INPUT, "map", "The map file has more than %d lines.",
                         COLUMNS_MAX);
    out->columns = ARENA_ARRAY(ctx->arena, n, struct mapping_file_column);
    for (size_t line = 1; *text; line++) {
        const size_t length = strcspn(text, "\n");
        const char *row = text_trim(ctx->arena, arena_strndup(ctx->arena, text, length));
        text += length + (text[length] == '\n');
        if (!*row || *row == '#')
            continue;
        /* the last one: headers may hold "=", targets do not */
        const char *equal = strrchr(row, '=');
        if (!equal || equal == row)
            return err_field(ctx, ERR_INPUT, "map",
                             "Line %zu of the map file is not \"Header=target\".", line);
        const char *header =
            text_trim(ctx->arena, arena_strndup(ctx->arena, row, (size_t)(equal - row)));
        if (!add_column(ctx, out, header, text_trim(ctx->arena, equal + 1), line))
            return false;
    }
    return true;
}

bool
mapping_file_read(struct ctx *ctx, const char *bytes, size_t length, struct mapping_file *out)
{
    *out = (struct mapping_file){.entity = RECORD_CONTACT};
    import_options_default(&out->options);
    if (length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) {
        bytes += 3;
        length -= 3;
    }
    if (length > MAPPING_FILE_BYTES_MAX)
        return err_field(ctx, ERR_INPUT, "map", "The map file is larger than a megabyte.");
    if (memchr(bytes, '\0', length) || !text_is_utf8(bytes, length))
        return err_field(ctx, ERR_INPUT, "map", "The map file is not text in UTF-8.");
    size_t begin = 0;
    while (begin < length && strchr(" \t\r\n", bytes[begin]))
        begin++;
    if (begin < length && bytes[begin] == '{') {
        if (!read_json(ctx, bytes, length, out))
            return false;
    } else if (!read_lines(ctx, arena_strndup(ctx->arena, bytes, length), out)) {
        return false;
    }
    return out->n_columns || err_field(ctx, ERR_INPUT, "map", "The map file names no column.");
}

/* The column of the table that a header of the file means; n_columns: none. */
static size_t
place_of(struct ctx *ctx, const struct import_mapping *mapping, const char *header)
{
    for (size_t i = 0; i < mapping->n_columns; i++)
        if (!strcmp(mapping->columns[i].header, header))
            return i;
    const char *key = mapping_headers_key(ctx->arena, header);
    for (size_t i = 0; *key && i < mapping->n_columns; i++)
        if (!strcmp(mapping_headers_key(ctx->arena, mapping->columns[i].header), key))
            return i;
    return mapping->n_columns;
}

static bool
raise_unknown(struct ctx *ctx, const struct import_mapping *mapping,
              const struct mapping_file_column *column)
{
    const char *headers = "";
    for (size_t i = 0; i < mapping->n_columns && strlen(headers) < 300; i++)
        headers =
            arena_printf(ctx->arena, "%s%s%s", headers, i ? ", " : "", mapping->columns[i].header);
    return err_field(
        ctx, ERR_INPUT, "map", "%sThe table has no column \"%.80s\". Its columns are: %s.",
        column->line ? arena_printf(ctx->arena, "Line %zu of the map file: ", column->line) : "",
        column->header, text_cut(ctx->arena, headers, 300));
}

bool
mapping_file_apply(struct ctx *ctx, const struct mapping_file *file, struct import_mapping *mapping,
                   struct import_options *options)
{
    bool *named = ARENA_ARRAY(ctx->arena, mapping->n_columns + 1, bool);
    for (size_t i = 0; i < file->n_columns; i++) {
        const struct mapping_file_column *from = &file->columns[i];
        const size_t place = place_of(ctx, mapping, from->header);
        if (place == mapping->n_columns)
            return raise_unknown(ctx, mapping, from);
        struct import_column *column = &mapping->columns[place];
        named[place] = true;
        memcpy(column->target, from->target, strlen(from->target) + 1);
        column->confidence = 1;
        column->reason = "The map file says so.";
        column->custom_label = strstr(from->target, ".custom.") ? column->header : NULL;
    }
    for (size_t i = 0; i < mapping->n_columns; i++)
        if (!named[i]) {
            mapping->columns[i].target[0] = '\0';
            mapping->columns[i].confidence = 1;
            mapping->columns[i].reason = "The map file does not name it.";
            mapping->columns[i].custom_label = NULL;
        }
    if (file->has_entity)
        mapping->entity = file->entity;
    if (file->has_options)
        *options = file->options;
    return import_mapping_check(ctx, mapping);
}

const char *
mapping_file_write(struct arena *arena, const struct import_mapping *mapping,
                   const struct import_options *options)
{
    struct jsn *json = jsn_object(arena), *columns = jsn_object(arena);
    struct jsn *written = import_options_write(arena, options), *rest = jsn_object(arena);
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    jsn_set_text(json, "entity", record_entity_name(mapping->entity));
    for (size_t i = 0; i < mapping->n_columns; i++)
        jsn_set_text(columns, mapping->columns[i].header,
                     *mapping->columns[i].target ? mapping->columns[i].target : NULL);
    jsn_set(json, "columns", columns);
    while (jsn_member(written, &at, &key, &value))
        jsn_set(strcmp(key, "constants") != 0 ? rest : json, key, value);
    jsn_set(json, "options", rest);
    return jsn_write(arena, json);
}
