/* Rows changed since the base. See snapshot_delta.h. */
#include "domain/snapshot/snapshot_delta.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/snapshot/snapshot_bits.h"
#include "domain/snapshot/snapshot_row.h"
#include "statements.h"

enum { FIRST_IDS = 64 };

static void
open_table(struct snapshot_table *table, struct arena *arena)
{
    snapshot_segment_open(table, &table->delta, arena, 0);
    table->base.live = snapshot_bits_new(arena, table->base.n, true);
    table->base.n_live = table->base.n;
    for (size_t i = 0; i < table->n_dimensions; i++) {
        enum snapshot_form form = snapshot_form(&table->dimensions[i]);
        if (form == SNAPSHOT_FORM_DICT || form == SNAPSHOT_FORM_SETS)
            snapshot_dict_open(&table->dicts[i], arena, table->dicts[i].is_text);
    }
}

void
snapshot_delta_open(struct snapshot_delta *delta, struct arena *arena,
                    struct snapshot_tables *tables)
{
    *delta = (struct snapshot_delta){.arena = arena, .tables = tables};
    open_table(&tables->companies, arena);
    open_table(&tables->contacts, arena);
    snapshot_dict_open(&delta->companies.ids, arena, false);
    snapshot_dict_open(&delta->contacts.ids, arena, false);
}

void
snapshot_ids_add(struct arena *arena, struct snapshot_ids *ids, int64_t id)
{
    if (ids->n == ids->room) {
        size_t room = ids->room ? 2 * ids->room : FIRST_IDS;
        int64_t *wider = ARENA_ARRAY(arena, room, int64_t);
        if (ids->n)
            memcpy(wider, ids->of, ids->n * sizeof *wider);
        ids->of = wider;
        ids->room = room;
    }
    ids->of[ids->n++] = id;
}

void
snapshot_ids_read(struct arena *arena, struct snapshot_ids *ids, const char *text)
{
    char *end = NULL;
    for (const char *at = text; at && *at && at[1]; at = end) {
        int64_t id = strtoll(at + 1, &end, 10);
        if (end == at + 1)
            return;
        snapshot_ids_add(arena, ids, id);
    }
}

static bool
read_rows(struct ctx *ctx, const struct sql *sql, const struct snapshot_ids *ids,
          struct db_table *out)
{
    *out = (struct db_table){0};
    return !ids->n || db_table(ctx, sql, DB_ARGS(DB_I64S(ids->of, ids->n)), out);
}

static void
forget(struct snapshot_segment *segment, size_t row)
{
    if (!snapshot_bits_has(segment->live, row))
        return;
    segment->live[row / 64] &= ~(UINT64_C(1) << row % 64);
    segment->n_live--;
}

/* Takes a record out, wherever it stands. */
static void
mask(struct snapshot_table *table, const struct snapshot_index *index, int64_t id)
{
    size_t row;
    if (snapshot_base_row(&table->base, id, &row))
        forget(&table->base, row);
    uint32_t place = snapshot_dict_find(&index->ids, id);
    if (place)
        forget(&table->delta, index->rows[place]);
}

static void
remember(struct snapshot_delta *delta, struct snapshot_index *index, int64_t id, size_t row)
{
    uint32_t place = snapshot_dict_id(&index->ids, id);
    if (place >= index->room) {
        size_t room = 2 * (size_t)place + FIRST_IDS;
        uint32_t *wider = ARENA_ARRAY(delta->arena, room, uint32_t);
        if (index->room)
            memcpy(wider, index->rows, index->room * sizeof *wider);
        index->rows = wider;
        index->room = room;
    }
    index->rows[place] = (uint32_t)row;
}

/* The living company of a contact. */
static uint32_t
company_row(const struct snapshot_delta *delta, const char *id)
{
    const struct snapshot_table *companies = &delta->tables->companies;
    int64_t wanted = id ? strtoll(id, NULL, 10) : 0;
    uint32_t place = wanted ? snapshot_dict_find(&delta->companies.ids, wanted) : 0;
    size_t row;
    if (place && snapshot_bits_has(companies->delta.live, delta->companies.rows[place]))
        return (uint32_t)companies->base.n + delta->companies.rows[place];
    if (wanted && snapshot_base_row(&companies->base, wanted, &row) &&
        snapshot_bits_has(companies->base.live, row))
        return (uint32_t)row;
    return SNAPSHOT_NOBODY;
}

static void
take_rows(struct snapshot_delta *delta, struct snapshot_table *table, struct snapshot_index *index,
          const struct db_table *rows, struct arena *scratch)
{
    struct snapshot_reader reader;
    bool contact = table->entity == RECORD_CONTACT;
    const char *cells[SNAPSHOT_ROW_CELLS] = {NULL};
    snapshot_reader_open(&reader, table, &table->delta, scratch);
    for (size_t i = 0; i < rows->n_rows; i++) {
        for (size_t k = 0; k < rows->n_columns && k < SNAPSHOT_ROW_CELLS; k++)
            cells[k] = db_cell(rows, i, k);
        int64_t id = strtoll(cells[SNAPSHOT_ROW_ID], NULL, 10);
        mask(table, index, id);
        size_t row = snapshot_reader_take(&reader, cells,
                                          contact ? company_row(delta, cells[SNAPSHOT_ROW_COMPANY])
                                                  : SNAPSHOT_NOBODY);
        remember(delta, index, id, row);
    }
}

bool
snapshot_delta_take(struct ctx *ctx, struct snapshot_delta *delta,
                    const struct snapshot_ids *companies, const struct snapshot_ids *contacts)
{
    struct db_table firms, people, staff;
    if (!read_rows(ctx, &SQL_SNAPSHOT_ROWS_COMPANY, companies, &firms) ||
        !read_rows(ctx, &SQL_SNAPSHOT_ROWS_CONTACT, contacts, &people) ||
        !read_rows(ctx, &SQL_SNAPSHOT_ROWS_PEOPLE, companies, &staff))
        return false;
    struct snapshot_table *of_companies = &delta->tables->companies;
    struct snapshot_table *of_contacts = &delta->tables->contacts;
    for (size_t i = 0; i < companies->n; i++)
        mask(of_companies, &delta->companies, companies->of[i]);
    for (size_t i = 0; i < contacts->n; i++)
        mask(of_contacts, &delta->contacts, contacts->of[i]);
    take_rows(delta, of_companies, &delta->companies, &firms, ctx->arena);
    take_rows(delta, of_contacts, &delta->contacts, &people, ctx->arena);
    /* last: read after the others, so of those who stand in both these are as new or newer */
    take_rows(delta, of_contacts, &delta->contacts, &staff, ctx->arena);
    return true;
}
