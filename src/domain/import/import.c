/* The record of an import and its states. See import.h. */
#include "domain/import/import.h"

#include <string.h>

#include "base/db.h"
#include "base/store.h"
#include "domain/account/audit.h"
#include "domain/import/import_run.h"
#include "domain/pipeline/job.h"
#include "statements.h"

#define DISCARDED                                                                                  \
    "This import was discarded meanwhile, and its file is deleted. Nothing was written: upload "   \
    "the file again to import it."

static const struct field import_fields[] = {
    FIELD_I64(struct import, import_id),     FIELD_STR(struct import, state),
    FIELD_STR(struct import, filename),      FIELD_STR(struct import, file),
    FIELD_I64(struct import, size),          FIELD_I64(struct import, received),
    FIELD_I64(struct import, entity),        FIELD_STR(struct import, dialect),
    FIELD_STR(struct import, mapping),       FIELD_STR(struct import, options),
    FIELD_I64(struct import, version),       FIELD_I64(struct import, preview_version),
    FIELD_STR(struct import, preview),       FIELD_STR(struct import, totals),
    FIELD_I64(struct import, done_rows),     FIELD_I64(struct import, job_id),
    FIELD_I64(struct import, change_set_id), FIELD_I64(struct import, repairs),
    FIELD_STR(struct import, mark),          FIELD_STR(struct import, undo),
    FIELD_STR(struct import, error),         FIELD_STR(struct import, created_by_name),
    FIELD_I64(struct import, created_at),    FIELD_I64(struct import, started_at),
    FIELD_I64(struct import, finished_at),   FIELD_END,
};

bool
import_create(struct ctx *ctx, const char *filename, int64_t size, int64_t repairs,
              int64_t *import_id)
{
    if (size <= 0)
        return err_field(ctx, ERR_INPUT, "file", "The file is empty: there is nothing to import.");
    if (size > IMPORT_SIZE_MAX)
        return err_field(ctx, ERR_INPUT, "file",
                         "The file has %lld MB; at most 512 MB can be imported at once. Split it.",
                         (long long)((size + (1 << 20) - 1) >> 20));
    const char *slash = strrchr(filename, '/');
    const char *name = text_cut(ctx->arena, slash ? slash + 1 : filename, 200);
    return db_i64(ctx, &SQL_IMPORT_CREATE,
                  DB_ARGS(DB_STR(*name ? name : "pasted.csv"), DB_I64(size), DB_ID(repairs)),
                  import_id);
}

bool
import_get(struct ctx *ctx, int64_t import_id, struct import *out)
{
    return db_one(ctx, &SQL_IMPORT_GET, DB_ARGS(DB_I64(import_id)), import_fields, out);
}

bool
import_list(struct ctx *ctx, int64_t before, int64_t most, struct import **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_IMPORT_LIST, DB_ARGS(DB_I64(before), DB_I64(most)), import_fields, rows,
                  n_rows);
}

const char *
import_part_name(struct arena *arena, int64_t import_id)
{
    return arena_printf(arena, "import-%lld", (long long)import_id);
}

/* Nobody takes a file of the store away between keeping it and the row that names it. */
static bool
hold_files(struct ctx *ctx)
{
    int64_t held;
    return db_i64(ctx, &SQL_IMPORT_FILES_SHARE, DB_NO_ARGS, &held);
}

static bool
whole(struct ctx *ctx, int64_t import_id, int64_t size, const char *key)
{
    return db_exec(ctx, &SQL_IMPORT_SET_RECEIVED,
                   DB_ARGS(DB_I64(import_id), DB_I64(size), DB_STR(key)), NULL) &&
           import_look(ctx, import_id, NULL);
}

bool
import_receive(struct ctx *ctx, int64_t import_id, int64_t offset, const char *bytes, size_t n,
               int64_t *received)
{
    struct import import;
    const char *key;
    if (!import_get(ctx, import_id, &import))
        return false;
    *received = import.received;
    if (strcmp(import.state, "uploading") != 0)
        return err_raise(ctx, ERR_CONFLICT, "This file has arrived already.");
    if (offset + (int64_t)n > import.size)
        return err_raise(ctx, ERR_INPUT, "More bytes came than the file has.");
    if (!store_append(ctx, import_part_name(ctx->arena, import_id), offset, bytes, n, received))
        return false;
    if (*received < import.size)
        return db_exec(ctx, &SQL_IMPORT_SET_RECEIVED,
                       DB_ARGS(DB_I64(import_id), DB_I64(*received), DB_NULL), NULL);
    return hold_files(ctx) && store_keep(ctx, import_part_name(ctx->arena, import_id), &key) &&
           whole(ctx, import_id, *received, key);
}

bool
import_receive_path(struct ctx *ctx, int64_t import_id, const char *path)
{
    struct import import;
    const char *key;
    return import_get(ctx, import_id, &import) && hold_files(ctx) &&
           store_keep_path(ctx, path, &key) && whole(ctx, import_id, import.size, key);
}

bool
import_custom_fields(struct ctx *ctx, struct import_custom_field **rows, size_t *n)
{
    static const struct field fields[] = {
        FIELD_I64(struct import_custom_field, entity),
        FIELD_STR(struct import_custom_field, key),
        FIELD_STR(struct import_custom_field, label),
        FIELD_END,
    };
    return DB_ALL(ctx, &SQL_IMPORT_CUSTOM_FIELDS, DB_NO_ARGS, fields, rows, n);
}

/* The custom field that a column becomes; false: it becomes something else. */
static bool
names_field(struct arena *arena, const struct import_column *column, struct custom_field *out)
{
    bool company = text_starts(column->target, "company.custom.");
    if (!company && !text_starts(column->target, "contact.custom."))
        return false;
    const char *key = column->target + strlen("company.custom.");
    const char *label = column->custom_label ? column->custom_label : column->header;
    *out = (struct custom_field){
        .entity = company ? RECORD_COMPANY : RECORD_CONTACT,
        .key = key,
        .label = *label ? text_cut(arena, label, CUSTOM_LABEL_MOST) : key,
        .type = column->custom_type ? column->custom_type : "text",
    };
    return true;
}

bool
import_fields_planned(struct ctx *ctx, const struct import_mapping *mapping,
                      struct custom_field **fields, size_t *n)
{
    struct custom_field *known, field;
    size_t n_known;
    if (!custom_field_all(ctx, 0, true, &known, &n_known))
        return false;
    *fields = ARENA_ARRAY(ctx->arena, n_known + mapping->n_columns + 1, struct custom_field);
    if (n_known)
        memcpy(*fields, known, n_known * sizeof *known);
    *n = n_known;
    for (size_t i = 0; i < mapping->n_columns; i++)
        if (names_field(ctx->arena, &mapping->columns[i], &field) &&
            !custom_field_named(known, n_known, field.entity, field.key))
            (*fields)[(*n)++] = field;
    return true;
}

bool
import_fields_make(struct ctx *ctx, const struct import *import,
                   const struct import_mapping *mapping)
{
    struct custom_field field;
    struct jsn *detail = jsn_object(ctx->arena);
    jsn_set_text(detail, "import", import->filename);
    for (size_t i = 0; i < mapping->n_columns; i++) {
        int64_t made;
        if (!names_field(ctx->arena, &mapping->columns[i], &field))
            continue;
        if (!db_exec(ctx, &SQL_IMPORT_CUSTOM_ENSURE,
                     DB_ARGS(DB_I64(field.entity), DB_STR(field.key), DB_STR(field.label),
                             DB_STR(field.type), DB_I64(import->import_id)),
                     &made) ||
            (made &&
             !audit_add(ctx, "custom_field_add", field.label, jsn_write(ctx->arena, detail))))
            return false;
    }
    return true;
}

bool
import_remember(struct ctx *ctx, const struct import_mapping *mapping)
{
    const char **headers = ARENA_ARRAY(ctx->arena, mapping->n_columns + 1, const char *);
    const char **targets = ARENA_ARRAY(ctx->arena, mapping->n_columns + 1, const char *);
    for (size_t i = 0; i < mapping->n_columns; i++) {
        headers[i] = mapping->columns[i].header;
        targets[i] = mapping->columns[i].target;
    }
    const char *signature = import_mapping_signature(ctx->arena, headers, mapping->n_columns);
    return db_exec(
        ctx, &SQL_IMPORT_MEMORY_SET,
        DB_ARGS(DB_STR(signature), DB_I64(mapping->entity), DB_STRS(targets, mapping->n_columns)),
        NULL);
}

bool
import_audit_run(struct ctx *ctx, const char *filename, const struct import_totals *totals,
                 const char *how)
{
    struct jsn *detail = jsn_object(ctx->arena);
    if (how)
        jsn_set_bool(detail, how, true);
    jsn_set_int(detail, "rows", totals->rows);
    jsn_set_int(detail, "created", totals->created);
    jsn_set_int(detail, "updated", totals->updated);
    jsn_set_int(detail, "skipped", totals->skipped);
    jsn_set_int(detail, "rejected", totals->rejected);
    return audit_add(ctx, "import_run", filename, jsn_write(ctx->arena, detail));
}

bool
import_refuse(struct ctx *ctx, int64_t import_id, const char *reason)
{
    return db_exec(ctx, &SQL_IMPORT_SET_FAILED, DB_ARGS(DB_I64(import_id), DB_STR(reason)), NULL);
}

static bool
enqueue(struct ctx *ctx, int64_t import_id, const char *kind)
{
    int64_t job_id;
    return job_enqueue(ctx, kind, import_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_IMPORT_SET_JOB, DB_ARGS(DB_I64(import_id), DB_I64(job_id)), NULL);
}

bool
import_choose(struct ctx *ctx, int64_t import_id, int64_t version,
              const struct import_mapping *mapping, const struct import_options *options,
              bool preview)
{
    struct import import;
    int64_t next;
    if (!import_mapping_check(ctx, mapping) || !import_get(ctx, import_id, &import))
        return false;
    const char *mapping_json = jsn_write(ctx->arena, import_mapping_write(ctx->arena, mapping));
    const char *options_json = jsn_write(ctx->arena, import_options_write(ctx->arena, options));
    if (!db_i64(ctx, &SQL_IMPORT_SET_CHOICE,
                DB_ARGS(DB_I64(import_id), DB_I64(version), DB_I64(mapping->entity),
                        DB_STR(mapping_json), DB_STR(options_json),
                        DB_STR(preview ? "previewing" : "running")),
                &next)) {
        if (ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx);
        return err_field(ctx, ERR_CONFLICT, "version",
                         !strcmp(import.state, "discarded")
                             ? DISCARDED
                             : "This import was changed in another tab or has started. Nothing was "
                               "changed here: open it again to see how it stands.");
    }
    return enqueue(ctx, import_id, preview ? "import_preview" : "import_run");
}

bool
import_since(struct ctx *ctx, int64_t import_id, struct import_since *out)
{
    static const struct field fields[] = {
        FIELD_I64(struct import_since, sets),
        FIELD_STR(struct import_since, kind),
        FIELD_STR(struct import_since, source),
        FIELD_STR(struct import_since, undoes),
        FIELD_STR(struct import_since, who),
        FIELD_I64(struct import_since, at_ms),
        FIELD_END,
    };
    bool found;
    *out = (struct import_since){0};
    return db_maybe(ctx, &SQL_IMPORT_CHANGED, DB_ARGS(DB_I64(import_id), DB_I64(IMPORT_SINCE_MOST)),
                    fields, out, &found);
}

bool
import_preview_again(struct ctx *ctx, int64_t import_id, int64_t version)
{
    struct import import;
    struct import_mapping mapping;
    struct import_options options;
    return import_get(ctx, import_id, &import) && import_mapping(ctx, &import, &mapping) &&
           import_options(ctx, &import, &options) &&
           import_choose(ctx, import_id, version, &mapping, &options, true);
}

bool
import_start(struct ctx *ctx, int64_t import_id, int64_t version)
{
    struct import import;
    int64_t started;
    if (!import_get(ctx, import_id, &import))
        return false;
    if (!db_i64(ctx, &SQL_IMPORT_SET_START, DB_ARGS(DB_I64(import_id), DB_I64(version)),
                &started)) {
        if (ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx);
        return err_raise(ctx, ERR_CONFLICT, "%s",
                         !strcmp(import.state, "discarded")
                             ? DISCARDED
                             : "This import has started already, or was changed after the preview. "
                               "Open it again to see how it stands.");
    }
    return enqueue(ctx, import_id, "import_run");
}

int64_t
import_written_at(struct ctx *ctx, const struct import *import)
{
    struct ctx scratch = {.arena = ctx->arena};
    struct jsn *mark = NULL;
    if (!import->mark || !jsn_read(&scratch, ctx->arena, import->mark, strlen(import->mark), &mark))
        return 0;
    return jsn_as_int(jsn_get(mark, "at"), 0);
}

bool
import_cancel(struct ctx *ctx, int64_t import_id)
{
    struct import import;
    return import_get(ctx, import_id, &import) && job_cancel(ctx, import.job_id);
}

bool
import_may_discard(const struct import *import)
{
    static const char *const states[] = {"uploading", "uploaded",  "previewing",
                                         "previewed", "cancelled", "failed"};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i], import->state))
            return !import->change_set_id;
    return false;
}

bool
import_discard(struct ctx *ctx, int64_t import_id)
{
    struct import import;
    int64_t discarded;
    if (!import_get(ctx, import_id, &import))
        return false;
    bool previewing = !strcmp(import.state, "previewing");
    if (!db_i64(ctx, &SQL_IMPORT_SET_DISCARDED, DB_ARGS(DB_I64(import_id)), &discarded)) {
        if (ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx);
        return err_raise(ctx, ERR_CONFLICT, "%s",
                         import.change_set_id || !strcmp(import.state, "running")
                             ? "This import has written records. Undo it instead."
                             : "There is nothing to discard: the file is gone already.");
    }
    if (previewing && !job_cancel(ctx, import.job_id)) {
        if (ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx); /* it has just ended */
    }
    return audit_add(ctx, "import_discard", import.filename, NULL) &&
           enqueue(ctx, import_id, "import_discard");
}

static const char *
why_no_undo(const char *state)
{
    if (!strcmp(state, "discarded"))
        return DISCARDED;
    if (!strcmp(state, "undone") || !strcmp(state, "undoing"))
        return "This import is being undone, or is undone already.";
    return !strcmp(state, "running") ? "This import still runs. Cancel it, then undo it."
                                     : "This import wrote nothing, so there is nothing to undo.";
}

bool
import_undo_start(struct ctx *ctx, int64_t import_id)
{
    struct import import;
    int64_t started;
    if (!import_get(ctx, import_id, &import))
        return false;
    if (!db_i64(ctx, &SQL_IMPORT_SET_UNDOING, DB_ARGS(DB_I64(import_id)), &started)) {
        if (ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx);
        return err_raise(ctx, ERR_CONFLICT, "%s", why_no_undo(import.state));
    }
    return enqueue(ctx, import_id, "import_undo");
}
