/* The proposed mapping of a table as JSON. See inspect_mapping.h. */
#include "batch/inspect/inspect_mapping.h"

#include <math.h>

#include "domain/import/import_mapping.h"

enum { SAMPLE_ROWS = 200, COLUMNS_MAX = 1000 };

static bool
read_sample(struct ctx *ctx, const char *path, const struct csv_dialect *dialect,
            struct import_sample *out)
{
    struct csv_reader *reader;
    struct csv_row row;
    bool more = true;
    const char *const **rows = ARENA_ARRAY(ctx->arena, SAMPLE_ROWS, const char *const *);
    out->headers = dialect->header_rows ? dialect->original : dialect->header;
    out->n_columns = dialect->columns < COLUMNS_MAX ? dialect->columns : COLUMNS_MAX;
    out->rows = rows;
    if (!csv_open(ctx, ctx->arena, path, dialect, &reader))
        return false;
    while (out->n_rows < SAMPLE_ROWS) {
        if (!csv_next(ctx, reader, &row, &more))
            return false;
        if (!more)
            return true;
        if (row.flags & CSV_REJECT)
            continue;
        const char **cells = ARENA_ARRAY(ctx->arena, out->n_columns + 1, const char *);
        for (size_t i = 0; i < out->n_columns; i++)
            cells[i] = i < row.count
                           ? arena_strndup(ctx->arena, row.cells[i].data, row.cells[i].length)
                           : "";
        rows[out->n_rows++] = cells;
    }
    return true;
}

bool
inspect_mapping(struct ctx *ctx, const char *path, const struct csv_dialect *dialect,
                struct jsn *object)
{
    struct import_sample sample = {0};
    struct import_mapping mapping;
    struct jsn *columns = jsn_array(ctx->arena);
    if (!read_sample(ctx, path, dialect, &sample) ||
        !import_mapping_propose(ctx, &sample, &mapping))
        return false;
    for (size_t i = 0; i < mapping.n_columns; i++) {
        const struct import_column *column = &mapping.columns[i];
        struct jsn *item = jsn_object(ctx->arena);
        jsn_set_text(item, "column", dialect->header[i]);
        jsn_set_text(item, "field", *column->target ? column->target : NULL);
        jsn_set(item, "confidence", jsn_number(ctx->arena, round(column->confidence * 100) / 100));
        jsn_set_text(item, "reason", column->reason);
        jsn_add(columns, item);
    }
    jsn_set_text(object, "entity", record_entity_name(mapping.entity));
    jsn_set_text(object, "entity_reason", mapping.entity_reason);
    jsn_set_text(object, "known_export", mapping.known_export);
    jsn_set(object, "mapping", columns);
    return true;
}
