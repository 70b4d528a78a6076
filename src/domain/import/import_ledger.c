/* The ledger of an import: rows, differences, the download of rejected rows. See import.h. */
#include "domain/import/import.h"

#include <string.h>

#include "base/buf.h"
#include "base/csv_write.h"
#include "base/db.h"
#include "domain/import/import_apply.h"
#include "domain/import/import_plan.h"
#include "domain/import/import_reason.h"
#include "statements.h"

static const struct field ledger_fields[] = {
    FIELD_I64(struct import_ledger_row, row_no),
    FIELD_I64(struct import_ledger_row, line_no),
    FIELD_I64(struct import_ledger_row, company_id),
    FIELD_I64(struct import_ledger_row, contact_id),
    FIELD_I64(struct import_ledger_row, flags),
    FIELD_STR(struct import_ledger_row, verdict),
    FIELD_STR(struct import_ledger_row, reason),
    FIELD_STR(struct import_ledger_row, detail),
    FIELD_STR(struct import_ledger_row, label),
    FIELD_STR(struct import_ledger_row, company_label),
    FIELD_STR(struct import_ledger_row, changes),
    FIELD_STR(struct import_ledger_row, raw),
    FIELD_END,
};

bool
import_ledger(struct ctx *ctx, int64_t import_id, int64_t phase, char verdict, int64_t after,
              int64_t most, struct import_ledger_row **rows, size_t *n_rows)
{
    const char wanted[2] = {verdict, '\0'};
    return DB_ALL(ctx, &SQL_IMPORT_LEDGER,
                  DB_ARGS(DB_I64(import_id), DB_I64(phase), DB_STR(verdict ? wanted : NULL),
                          DB_I64(after), DB_I64(most)),
                  ledger_fields, rows, n_rows);
}

bool
import_ledger_back(struct ctx *ctx, int64_t import_id, int64_t phase, char verdict, int64_t before,
                   int64_t most, struct import_ledger_row **rows, size_t *n_rows)
{
    const char wanted[2] = {verdict, '\0'};
    if (!DB_ALL(ctx, &SQL_IMPORT_LEDGER_BACK,
                DB_ARGS(DB_I64(import_id), DB_I64(phase), DB_STR(verdict ? wanted : NULL),
                        DB_I64(before), DB_I64(most)),
                ledger_fields, rows, n_rows))
        return false;
    for (size_t i = 0; i < *n_rows / 2; i++) {
        struct import_ledger_row row = (*rows)[i];
        (*rows)[i] = (*rows)[*n_rows - 1 - i];
        (*rows)[*n_rows - 1 - i] = row;
    }
    return true;
}

bool
import_ledger_line(struct ctx *ctx, int64_t import_id, int64_t phase, int64_t line, int64_t *row_no)
{
    return db_i64(ctx, &SQL_IMPORT_LEDGER_LINE,
                  DB_ARGS(DB_I64(import_id), DB_I64(phase), DB_I64(line)), row_no);
}

bool
import_repeats(struct ctx *ctx, int64_t import_id, int64_t phase, int64_t most,
               struct import_ledger_row **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_IMPORT_REPEATS, DB_ARGS(DB_I64(import_id), DB_I64(phase), DB_I64(most)),
                  ledger_fields, rows, n_rows);
}

bool
import_differences(struct ctx *ctx, int64_t import_id, int64_t after, int64_t most,
                   struct import_ledger_row **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_IMPORT_DIFFERENCES,
                  DB_ARGS(DB_I64(import_id), DB_I64(after), DB_I64(most)), ledger_fields, rows,
                  n_rows);
}

enum { REJECTED_PAGE = 500, REJECTED_CELLS = 4096 };
static const char WHY[] = IMPORT_WHY_HEADER;

const char *
import_ledger_raw(struct arena *arena, const struct csv_row *row)
{
    struct buf buf, text;
    buf_init(&buf, arena, 2 * CSV_ROW_MAX);
    csv_write_row(&buf, row->cells, row->count, 0);
    size_t length = buf.length ? buf.length - 1 : 0; /* without the line end */
    buf.data[length] = '\0';
    if (strlen(buf.data) == length)
        return buf.data;
    buf_init(&text, arena, 3 * buf.length);
    for (size_t at = 0; at < length; at += strlen(buf.data + at) + 1) {
        buf_text(&text, buf.data + at);
        if (at + strlen(buf.data + at) < length)
            buf_text(&text, "\xEF\xBF\xBD");
    }
    return text.data;
}

/* Splits a stored line, which we wrote ourselves, back into cells. */
static size_t
split_line(struct arena *arena, const char *line, struct span *cells)
{
    size_t n = 0;
    const char *at = line;
    for (;;) {
        if (n == REJECTED_CELLS)
            return n;
        if (*at != '"') {
            size_t length = strcspn(at, ",");
            cells[n++] = (struct span){at, length};
            at += length;
        } else {
            char *cell = arena_alloc(arena, strlen(at) + 1);
            size_t length = 0;
            for (at++; *at && (*at != '"' || at[1] == '"'); at++) {
                at += *at == '"';
                cell[length++] = *at;
            }
            cells[n++] = (struct span){cell, length};
            at += *at == '"';
        }
        if (*at != ',')
            return n;
        at++;
    }
}

static const int64_t NOTED = IMPORT_FLAG_DROPPED | IMPORT_FLAG_CHANGED;

static bool
is_created(const struct import_ledger_row *row)
{
    return row->verdict && *row->verdict == IMPORT_CREATED && !row->changes;
}

static void
note_values(struct arena *arena, struct import_entry *entry, enum record_entity entity,
            const char *prefix)
{
    bool company = entity == RECORD_COMPANY;
    const char *const *values = company ? entry->company : entry->contact;
    const struct import_custom *custom = company ? entry->company_custom : entry->contact_custom;
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (values[i])
            import_apply_note(arena, entry, arena_printf(arena, "%s%s", prefix, fields[i].name),
                              NULL, values[i]);
    for (; custom; custom = custom->next)
        import_apply_note(arena, entry, arena_printf(arena, "%scustom.%s", prefix, custom->key),
                          NULL, custom->value);
}

/* What the row gives its new record, and the company made with it, as changes from nothing. */
static const char *
made_of(struct arena *arena, struct import_entry *entry, enum record_entity entity,
        const char *reason)
{
    note_values(arena, entry, entity, "");
    if (entity == RECORD_CONTACT && reason && !strcmp(reason, IMPORT_NEW_BOTH))
        note_values(arena, entry, RECORD_COMPANY, "company.");
    return entry->changes ? jsn_write(arena, entry->changes) : NULL;
}

bool
import_ledger_note(struct ctx *ctx, const struct import *import, struct import_ledger_row *rows,
                   size_t n)
{
    struct import_mapping mapping;
    struct import_options options;
    struct custom_field *fields;
    const struct import_plan *plan;
    size_t n_fields, first = 0;
    while (first < n &&
           !((rows[first].flags & NOTED || is_created(&rows[first])) && rows[first].raw))
        first++;
    if (first == n)
        return true;
    if (!import_mapping(ctx, import, &mapping) || !import_options(ctx, import, &options) ||
        !import_fields_planned(ctx, &mapping, &fields, &n_fields) ||
        !import_plan_make(ctx, &mapping, &options, fields, n_fields, &plan))
        return false;
    struct import_memo *memo = import_plan_memo(ctx->arena);
    struct span *cells = ARENA_ARRAY(ctx->arena, REJECTED_CELLS, struct span);
    for (size_t i = first; i < n; i++) {
        struct import_entry entry;
        struct csv_row row = {.cells = cells};
        if (!(rows[i].flags & NOTED || is_created(&rows[i])) || !rows[i].raw)
            continue;
        row.count = (uint32_t)split_line(ctx->arena, rows[i].raw, cells);
        if (!import_plan_read(ctx, plan, memo, &row, (uint32_t)mapping.n_columns, &entry))
            return false;
        if (entry.has_facts && entry.email_domain && !rows[i].company_id)
            import_plan_leave_company(ctx->arena, plan, &row, &entry);
        if (rows[i].flags & NOTED)
            rows[i].notes = entry.notes;
        if (is_created(&rows[i]))
            rows[i].changes = made_of(ctx->arena, &entry, mapping.entity, rows[i].reason);
    }
    return true;
}

bool
import_ledger_example(struct ctx *ctx, const struct import *import, int64_t phase, int64_t row_no,
                      struct import_ledger_row **row)
{
    size_t n;
    if (!import_ledger(ctx, import->import_id, phase, '\0', row_no - 1, 1, row, &n))
        return false;
    if (!n || (*row)->row_no != row_no)
        *row = NULL;
    return !*row || import_ledger_note(ctx, import, *row, 1);
}

static void
add_row(struct arena *arena, struct buf *buf, const struct import_ledger_row *row, size_t n_columns,
        struct span *cells)
{
    size_t n = split_line(arena, row->raw ? row->raw : "", cells);
    while (n < n_columns)
        cells[n++] = (struct span){"", 0};
    const char *why = import_reason_text(arena, row->reason, row->detail);
    for (size_t i = 0; i < n_columns; i++)
        csv_write_cell(buf, cells[i], i == 0, CSV_WRITE_SAFE | CSV_WRITE_CRLF);
    csv_write_cell(buf, (struct span){why, strlen(why)}, false, CSV_WRITE_SAFE | CSV_WRITE_CRLF);
    /* cells that no column names stand behind the reason: repaired by hand, none is lost */
    for (size_t i = n_columns; i < n; i++)
        csv_write_cell(buf, cells[i], false, CSV_WRITE_SAFE | CSV_WRITE_CRLF);
    csv_write_end(buf, CSV_WRITE_CRLF);
}

static void
add_header(struct buf *buf, const struct csv_dialect *dialect)
{
    csv_write_bom(buf);
    for (uint32_t i = 0; i < dialect->columns; i++)
        csv_write_cell(buf, (struct span){dialect->header[i], strlen(dialect->header[i])}, i == 0,
                       CSV_WRITE_SAFE | CSV_WRITE_CRLF);
    csv_write_cell(buf, (struct span){WHY, strlen(WHY)}, false, CSV_WRITE_CRLF);
    csv_write_end(buf, CSV_WRITE_CRLF);
}

bool
import_rejected_write(struct ctx *ctx, const struct import *import, int64_t phase,
                      bool (*take)(void *arg, const char *bytes, size_t length), void *arg)
{
    struct csv_dialect dialect;
    if (!import_dialect(ctx, import, &dialect))
        return false;
    struct arena *outer = ctx->arena, *page = arena_new();
    arena_defer(outer, (void (*)(void *))arena_free, page);
    struct span *cells = ARENA_ARRAY(outer, REJECTED_CELLS + dialect.columns, struct span);
    int64_t after = 0;
    bool first = true, ok = true, more = true;
    while (ok && more) {
        struct import_ledger_row *rows;
        struct buf buf;
        size_t n;
        ctx->arena = page;
        buf_init(&buf, page, SIZE_MAX / 4);
        if (first)
            add_header(&buf, &dialect);
        first = false;
        ok = import_ledger(ctx, import->import_id, phase, IMPORT_REJECTED, after, REJECTED_PAGE,
                           &rows, &n);
        for (size_t i = 0; ok && i < n; i++) {
            add_row(page, &buf, &rows[i], dialect.columns, cells);
            after = rows[i].row_no;
        }
        more = ok && n == REJECTED_PAGE;
        ok = ok && take(arg, buf.data, buf.length);
        ctx->arena = outer;
        arena_reset(page);
    }
    return ok || err_raise(ctx, ERR_UNAVAILABLE, "The download could not be written.");
}
