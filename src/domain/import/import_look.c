/* Looking at an uploaded file: dialect, sample, proposed or remembered mapping; and the JSON in which
 * they are stored. See import.h. */
#include "domain/import/import.h"

#include <stdio.h>
#include <string.h>

#include "base/csv_several.h"
#include "base/db.h"
#include "base/store.h"
#include "base/text.h"
#include "domain/import/import_run.h"
#include "domain/label/custom_field.h"
#include "domain/mapping/mapping_headers.h"
#include "statements.h"

enum { COUNTED_BYTES = 64 * 1024 * 1024 /* a longer file's rows are estimated */ };

static const char *
char_text(struct arena *arena, char c)
{
    const char text[2] = {c, '\0'};
    return arena_strdup(arena, text);
}

/* How many rows there are, and what other tables follow. */
static struct jsn *
several_write(struct arena *arena, const struct csv_several *several)
{
    struct jsn *json = jsn_object(arena), *parts = jsn_array(arena);
    jsn_set_int(json, "rows", (int64_t)several->rows);
    jsn_set_bool(json, "whole", several->whole);
    for (size_t i = 0; i < several->n; i++) {
        const struct csv_part *part = &several->parts[i];
        struct jsn *item = jsn_object(arena);
        jsn_set_int(item, "line", (int64_t)part->line);
        jsn_set_int(item, "rows", (int64_t)part->rows);
        jsn_set_text(item, "title", part->title);
        jsn_set_text(item, "names", part->names);
        jsn_add(parts, item);
    }
    jsn_set(json, "tables", parts);
    return json;
}

static void
several_read(struct arena *arena, const struct jsn *json, struct import_sample *sample)
{
    const struct jsn *parts = jsn_get(json, "tables");
    if (!json)
        return; /* looked at by an older release */
    sample->n_about = jsn_as_int(jsn_get(json, "rows"), sample->n_about);
    sample->whole = jsn_as_bool(jsn_get(json, "whole"), false);
    sample->n_tables = jsn_length(parts);
    sample->tables = ARENA_ARRAY(arena, sample->n_tables + 1, struct import_table);
    for (size_t i = 0; i < sample->n_tables; i++) {
        const struct jsn *part = jsn_at(parts, i);
        sample->tables[i] = (struct import_table){
            .line = jsn_as_int(jsn_get(part, "line"), 1),
            .rows = jsn_as_int(jsn_get(part, "rows"), 0),
            .title = arena_strdup(arena, jsn_as_text(jsn_get(part, "title"), "")),
            .names = arena_strdup(arena, jsn_as_text(jsn_get(part, "names"), ""))};
    }
}

static struct jsn *
dialect_write(struct arena *arena, const struct csv_dialect *dialect,
              const struct csv_several *several)
{
    struct jsn *json = jsn_object(arena), *header = jsn_array(arena), *original = jsn_array(arena);
    struct jsn *data = import_mark_write(arena, &dialect->data);
    jsn_set_int(json, "given", (int64_t)dialect->given);
    jsn_set_text(json, "encoding", dialect->encoding);
    jsn_set_int(json, "encoding_sure", dialect->sure);
    jsn_set_text(json, "delimiter", dialect->delimiter);
    jsn_set_text(json, "quote", char_text(arena, dialect->quote));
    jsn_set_text(json, "escape", char_text(arena, dialect->escape));
    jsn_set_int(json, "newline", (int64_t)dialect->newline);
    jsn_set_int(json, "preamble_lines", dialect->preamble_lines);
    jsn_set_int(json, "header_rows", dialect->header_rows);
    jsn_set_int(json, "renamed", dialect->renamed);
    for (uint32_t i = 0; i < dialect->columns; i++) {
        jsn_add(header, jsn_text(arena, dialect->header[i]));
        jsn_add(original, jsn_text(arena, dialect->original[i]));
    }
    jsn_set(json, "header", header);
    jsn_set(json, "original", original);
    jsn_set(json, "data", data);
    jsn_set_int(json, "end_line", (int64_t)dialect->end_line);
    jsn_set(json, "several", several_write(arena, several));
    return json;
}

bool
import_dialect(struct ctx *ctx, const struct import *import, struct csv_dialect *out)
{
    struct jsn *json;
    struct arena *arena = ctx->arena;
    memset(out, 0, sizeof *out);
    if (!import->dialect)
        return err_raise(ctx, ERR_CONFLICT, "The file has not arrived yet.");
    if (!jsn_read(ctx, arena, import->dialect, strlen(import->dialect), &json))
        return false;
    out->given = (unsigned)jsn_as_int(jsn_get(json, "given"), 0);
    snprintf(out->encoding, sizeof out->encoding, "%s", jsn_as_text(jsn_get(json, "encoding"), ""));
    out->sure = jsn_as_int(jsn_get(json, "encoding_sure"), 0);
    snprintf(out->delimiter, sizeof out->delimiter, "%s",
             jsn_as_text(jsn_get(json, "delimiter"), ""));
    out->quote = *jsn_as_text(jsn_get(json, "quote"), "");
    out->escape = *jsn_as_text(jsn_get(json, "escape"), "");
    out->newline = (enum csv_newline)jsn_as_int(jsn_get(json, "newline"), 0);
    out->preamble_lines = (uint32_t)jsn_as_int(jsn_get(json, "preamble_lines"), 0);
    out->header_rows = (uint32_t)jsn_as_int(jsn_get(json, "header_rows"), 0);
    out->renamed = (uint32_t)jsn_as_int(jsn_get(json, "renamed"), 0);
    out->end_line = (uint64_t)jsn_as_int(jsn_get(json, "end_line"), 0);
    const struct jsn *header = jsn_get(json, "header"), *original = jsn_get(json, "original");
    out->columns = (uint32_t)jsn_length(header);
    out->header = ARENA_ARRAY(arena, out->columns + 1, const char *);
    out->original = ARENA_ARRAY(arena, out->columns + 1, const char *);
    for (uint32_t i = 0; i < out->columns; i++) {
        out->header[i] = arena_strdup(arena, jsn_as_text(jsn_at(header, i), ""));
        out->original[i] = arena_strdup(arena, jsn_as_text(jsn_at(original, i), ""));
    }
    import_mark_read(jsn_get(json, "data"), &out->data);
    return true;
}

struct jsn *
import_mapping_write(struct arena *arena, const struct import_mapping *mapping)
{
    struct jsn *json = jsn_object(arena), *columns = jsn_array(arena);
    jsn_set_int(json, "entity", mapping->entity);
    jsn_set(json, "entity_confidence", jsn_number(arena, mapping->entity_confidence));
    jsn_set_text(json, "entity_reason", mapping->entity_reason);
    jsn_set_text(json, "known_export", mapping->known_export);
    for (size_t i = 0; i < mapping->n_columns; i++) {
        const struct import_column *column = &mapping->columns[i];
        struct jsn *item = jsn_object(arena);
        jsn_set_text(item, "header", column->header);
        jsn_set_text(item, "target", column->target);
        jsn_set(item, "confidence", jsn_number(arena, column->confidence));
        jsn_set_text(item, "reason", column->reason);
        jsn_set_text(item, "custom_label", column->custom_label);
        jsn_set_text(item, "custom_type", column->custom_type);
        jsn_add(columns, item);
    }
    jsn_set(json, "columns", columns);
    return json;
}

/* A member's text in the arena; NULL stays NULL. */
static const char *
text_or_null(struct arena *arena, const struct jsn *json, const char *key)
{
    return arena_strdup(arena, jsn_as_text(jsn_get(json, key), NULL));
}

bool
import_mapping(struct ctx *ctx, const struct import *import, struct import_mapping *out)
{
    struct jsn *json;
    struct arena *arena = ctx->arena;
    memset(out, 0, sizeof *out);
    if (!import->mapping)
        return err_raise(ctx, ERR_CONFLICT, "The file has not arrived yet.");
    if (!jsn_read(ctx, arena, import->mapping, strlen(import->mapping), &json))
        return false;
    const struct jsn *columns = jsn_get(json, "columns");
    out->entity = (enum record_entity)jsn_as_int(jsn_get(json, "entity"), RECORD_CONTACT);
    out->entity_confidence = jsn_as_number(jsn_get(json, "entity_confidence"), 0);
    out->entity_reason = text_or_null(arena, json, "entity_reason");
    out->known_export = text_or_null(arena, json, "known_export");
    out->n_columns = jsn_length(columns);
    out->columns = ARENA_ARRAY(arena, out->n_columns + 1, struct import_column);
    for (size_t i = 0; i < out->n_columns; i++) {
        const struct jsn *item = jsn_at(columns, i);
        struct import_column *column = &out->columns[i];
        column->header = text_or_null(arena, item, "header");
        snprintf(column->target, sizeof column->target, "%s",
                 jsn_as_text(jsn_get(item, "target"), ""));
        column->confidence = jsn_as_number(jsn_get(item, "confidence"), 0);
        column->reason = text_or_null(arena, item, "reason");
        column->custom_label = text_or_null(arena, item, "custom_label");
        column->custom_type = text_or_null(arena, item, "custom_type");
    }
    return true;
}

bool
import_options(struct ctx *ctx, const struct import *import, struct import_options *out)
{
    struct jsn *json = NULL;
    if (import->options &&
        !jsn_read(ctx, ctx->arena, import->options, strlen(import->options), &json))
        return false;
    return import_options_read(ctx, json, out);
}

/* The cells of a row as NUL-terminated texts, one for every column. */
static const char *const *
row_texts(struct arena *arena, const struct csv_row *row, size_t n_columns)
{
    const char **cells = ARENA_ARRAY(arena, n_columns + 1, const char *);
    for (size_t i = 0; i < n_columns; i++)
        cells[i] =
            i < row->count ? arena_strndup(arena, row->cells[i].data, row->cells[i].length) : "";
    return cells;
}

/* How many rows there are if all are as long as those read. */
static int64_t
rows_about(const struct csv_reader *reader, const struct csv_dialect *dialect, size_t n_read)
{
    struct csv_mark mark;
    csv_tell(reader, &mark);
    /* the mark of text that is decoded lies before the rows read in it */
    uint64_t to = mark.skip ? csv_position(reader) : mark.offset, from = dialect->data.offset;
    if (to <= from)
        return (int64_t)n_read;
    return (int64_t)((double)n_read * (double)(csv_size(reader) - from) / (double)(to - from));
}

static bool
sample_of(struct ctx *ctx, const char *path, const struct csv_dialect *dialect,
          struct import_sample *out)
{
    struct csv_reader *reader;
    struct csv_row row;
    bool more = true;
    const char *const **rows = ARENA_ARRAY(ctx->arena, IMPORT_SAMPLE_ROWS + 1, const char *const *);
    *out = (struct import_sample){.n_columns = dialect->columns, .headers = dialect->header};
    if (!csv_open(ctx, ctx->arena, path, dialect, &reader))
        return false;
    while (out->n_rows < IMPORT_SAMPLE_ROWS) {
        if (!csv_next(ctx, reader, &row, &more))
            return false;
        if (!more || row.flags & CSV_SECOND_TABLE)
            break;
        out->n_read++;
        out->n_short += (row.flags & CSV_SHORT) != 0;
        out->n_long += (row.flags & CSV_LONG) != 0;
        if (!(row.flags & CSV_REJECT))
            rows[out->n_rows++] = row_texts(ctx->arena, &row, out->n_columns);
    }
    out->rows = rows;
    out->whole = !more;
    out->n_about = more ? rows_about(reader, dialect, out->n_read) : (int64_t)out->n_read;
    return true;
}

bool
import_sample_read(struct ctx *ctx, const struct import *import, struct import_sample *out)
{
    struct csv_dialect dialect;
    struct jsn *json;
    if (!import->file)
        return err_raise(ctx, ERR_CONFLICT, "The file is no longer kept.");
    if (!import_dialect(ctx, import, &dialect) ||
        !sample_of(ctx, store_path(ctx, import->file), &dialect, out) ||
        !jsn_read(ctx, ctx->arena, import->dialect, strlen(import->dialect), &json))
        return false;
    several_read(ctx->arena, jsn_get(json, "several"), out);
    return true;
}

bool
import_first_lines(struct ctx *ctx, const struct import *import, struct import_line **out,
                   size_t *n)
{
    struct csv_dialect *dialect = ARENA_NEW(ctx->arena, struct csv_dialect);
    struct csv_reader *reader;
    struct csv_row row;
    bool more = true;
    *n = 0;
    *out = ARENA_ARRAY(ctx->arena, IMPORT_LINES, struct import_line);
    if (!import->file)
        return err_raise(ctx, ERR_CONFLICT, "The file is no longer kept.");
    if (!import_dialect(ctx, import, dialect))
        return false;
    const uint64_t first = dialect->preamble_lines + 1, data = dialect->data.line,
                   end = dialect->end_line;
    /* text that is decoded is marked from the first byte behind its byte-order mark */
    dialect->data =
        (struct csv_mark){.offset = dialect->data.skip ? dialect->data.offset : 0, .line = 1};
    dialect->header_rows = 0;
    dialect->end_line = 0;
    if (!csv_open(ctx, ctx->arena, store_path(ctx, import->file), dialect, &reader))
        return false;
    while (*n < IMPORT_LINES) {
        if (!csv_next(ctx, reader, &row, &more))
            return false;
        if (!more)
            break;
        (*out)[(*n)++] = (struct import_line){.line = (int64_t)row.line,
                                              .text = import_ledger_raw(ctx->arena, &row),
                                              .kind = row.line < first         ? IMPORT_LINE_SKIPPED
                                                      : row.line < data        ? IMPORT_LINE_HEADER
                                                      : end && row.line >= end ? IMPORT_LINE_OTHER
                                                                               : IMPORT_LINE_ROW};
    }
    return true;
}

/* Which custom field a column is by its header: one of the file's entity before one of the other. */
static const struct custom_field *
field_called(struct arena *arena, const struct custom_field *fields, size_t n,
             enum record_entity entity, const char *header)
{
    const struct custom_field *found = NULL;
    const char *name = text_fold(arena, header);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(text_fold(arena, fields[i].label), name) &&
            (!found || fields[i].entity == (int64_t)entity))
            found = &fields[i];
    return found;
}

/* The header is a word of ours for the field that the column is proposed to become, in whatever
 * language: a custom field of that name does not take it away. Words whose values can be any text
 * ("Level", for seniority) are the workspace's, unless they are our very label. */
static bool
is_called_so(struct arena *arena, const struct import_column *column)
{
    struct mapping_reading reading;
    size_t place;
    const struct record_field *field = import_target_field(column->target, &place);
    if (!*column->target || strstr(column->target, ".custom."))
        return false;
    if (field && !strcmp(text_fold(arena, field->label), text_fold(arena, column->header)))
        return true;
    mapping_headers_read(arena, &column->header, 1, &reading);
    enum mapping_proof proof = mapping_meaning_info(reading.meaning)->proof;
    if (reading.partial || reading.read_as)
        return false;
    return reading.meaning == MEANS_NAME ||
           (proof != PROOF_NONE && proof != PROOF_TEXT && proof != PROOF_LONG_TEXT);
}

/* Columns go to the workspace's own field of that name, if there is one. */
static bool
take_own_fields(struct ctx *ctx, struct import_mapping *mapping)
{
    struct custom_field *fields;
    size_t n;
    if (!custom_field_all(ctx, 0, false, &fields, &n))
        return false;
    for (size_t i = 0; i < mapping->n_columns; i++) {
        struct import_column *column = &mapping->columns[i];
        const struct custom_field *field =
            field_called(ctx->arena, fields, n, mapping->entity, column->header);
        if (!field || is_called_so(ctx->arena, column))
            continue;
        const char *target = arena_printf(
            ctx->arena, "%s.custom.%s",
            record_entity_name(field->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT),
            field->key);
        bool taken = false;
        for (size_t j = 0; j < mapping->n_columns; j++)
            taken = taken || (j != i && !strcmp(mapping->columns[j].target, target));
        if (taken)
            continue;
        snprintf(column->target, sizeof column->target, "%s", target);
        column->custom_label = field->label;
        column->confidence = 1;
        column->reason = "This workspace has a custom field of this name.";
    }
    return true;
}

/* A repaired download of rejected rows: its last column is ours and stays out. */
static size_t
without_why(const struct import_sample *sample, struct import_mapping *mapping)
{
    size_t n = sample->n_columns;
    if (n < 2 || strcmp(sample->headers[n - 1], IMPORT_WHY_HEADER) != 0)
        return n;
    mapping->columns[n - 1].target[0] = '\0';
    mapping->columns[n - 1].confidence = 1;
    mapping->columns[n - 1].reason = "Says why the row was rejected; not a fact to import";
    return n - 1;
}

/* Puts a remembered mapping over the proposal: what a person chose is surest. */
static bool
recall(struct ctx *ctx, const struct import_sample *sample, struct import_mapping *mapping)
{
    struct db_table found;
    size_t n = without_why(sample, mapping);
    const char *signature = import_mapping_signature(ctx->arena, sample->headers, n);
    if (!db_table(ctx, &SQL_IMPORT_MEMORY_GET, DB_ARGS(DB_STR(signature)), &found))
        return false;
    if (!found.n_rows)
        return true;
    struct db_strs targets;
    if (!db_strs(ctx, db_cell(&found, 0, 1), &targets) || targets.n != n)
        return true;
    const char *by = db_cell(&found, 0, 2);
    const char *reason = arena_printf(ctx->arena, "As last time for this header%s%s, %s",
                                      by ? ", by " : "", by ? by : "", db_cell(&found, 0, 3));
    mapping->entity = *db_cell(&found, 0, 0) == '1' ? RECORD_COMPANY : RECORD_CONTACT;
    mapping->entity_reason = reason;
    for (size_t i = 0; i < n; i++) {
        struct import_column *column = &mapping->columns[i];
        snprintf(column->target, sizeof column->target, "%s", targets.values[i]);
        column->confidence = 1;
        column->reason = reason;
    }
    return true;
}

/* Detects how the file is read, where it ends and how many rows it has. INPUT: it is no table, has
 * only blank lines, or too many columns. */
static bool
detect(struct ctx *ctx, const char *path, const struct csv_dialect *given,
       struct csv_dialect *dialect, struct csv_several *several)
{
    if (!csv_detect(ctx, ctx->arena, path, given, dialect))
        return false;
    if (dialect->columns > IMPORT_COLUMNS_MAX)
        return err_raise(ctx, ERR_INPUT,
                         "The file has %u columns; at most %d can be imported. Leave out those you "
                         "do not need and upload it again.",
                         dialect->columns, IMPORT_COLUMNS_MAX);
    if (!csv_several_find(ctx, ctx->arena, path, dialect, COUNTED_BYTES, several))
        return false;
    if (several->whole && !several->filled && !dialect->header_rows)
        return err_raise(ctx, ERR_INPUT,
                         "The file has no rows, only blank lines. Check that the export worked and "
                         "choose it again.");
    return true;
}

/* A file that is no table ends the import, in its own words; the page shows them. */
static bool
give_up(struct ctx *ctx, int64_t import_id)
{
    if (ctx->err.kind != ERR_INPUT)
        return false;
    const char *message = arena_strdup(ctx->arena, ctx->err.message);
    err_clear(ctx);
    return db_exec(ctx, &SQL_IMPORT_SET_FAILED, DB_ARGS(DB_I64(import_id), DB_STR(message)), NULL);
}

bool
import_look(struct ctx *ctx, int64_t import_id, const struct csv_dialect *given)
{
    struct import import;
    struct csv_dialect dialect;
    struct csv_several several;
    struct import_sample sample;
    struct import_mapping mapping;
    int64_t n;
    if (!import_get(ctx, import_id, &import))
        return false;
    if (!import.file)
        return err_raise(ctx, ERR_CONFLICT, "The file is not here, or no longer kept.");
    if (!detect(ctx, store_path(ctx, import.file), given, &dialect, &several))
        return given ? false : give_up(ctx, import_id);
    if (!sample_of(ctx, store_path(ctx, import.file), &dialect, &sample) ||
        !import_mapping_propose(ctx, &sample, &mapping) || !take_own_fields(ctx, &mapping) ||
        !recall(ctx, &sample, &mapping))
        return false;
    struct import_options options;
    import_options_default(&options);
    if (!db_exec(
            ctx, &SQL_IMPORT_SET_LOOK,
            DB_ARGS(DB_I64(import_id), DB_I64(mapping.entity),
                    DB_STR(jsn_write(ctx->arena, dialect_write(ctx->arena, &dialect, &several))),
                    DB_STR(jsn_write(ctx->arena, import_mapping_write(ctx->arena, &mapping))),
                    DB_STR(jsn_write(ctx->arena, import_options_write(ctx->arena, &options)))),
            &n))
        return false;
    return n == 1 || err_raise(ctx, ERR_CONFLICT, "This import has started: it cannot be changed.");
}
