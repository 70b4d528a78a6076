/* Building. See snapshot_build.h. The rows come as text by COPY; all else happens in memory that is
 * given back at the end. */
#include "domain/snapshot/snapshot_build.h"

#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/db.h"
#include "domain/account/tenant.h"
#include "domain/query/record_filter.h"
#include "domain/snapshot/snapshot_grams.h"
#include "domain/snapshot/snapshot_packs.h"
#include "domain/snapshot/snapshot_posting.h"
#include "domain/snapshot/snapshot_row.h"
#include "domain/snapshot/snapshot_rungs.h"
#include "domain/snapshot/snapshot_runs.h"
#include "domain/snapshot/snapshot_sort.h"
#include "statements.h"

enum { SCRATCH_MOST = 4 * 1024 * 1024 };

struct moment {
    const char *incarnation, *seen;
    int64_t now_us, companies, contacts;
    bool mine;
};
static const struct field moment_fields[] = {
    FIELD_STR(struct moment, incarnation),
    FIELD_STR(struct moment, seen),
    FIELD_I64(struct moment, now_us),
    FIELD_I64(struct moment, companies),
    FIELD_I64(struct moment, contacts),
    FIELD_BOOL(struct moment, mine),
    FIELD_END,
};

struct copying {
    struct snapshot_reader reader;
    const struct snapshot_segment *companies; /* of contacts */
    struct arena *scratch;
    char *line;
    size_t room;
};

/* Splits a line of COPY's text format into its cells, in place; NULL for \N. */
static bool
split_line(char *line, const char **cells, size_t n)
{
    char *in = line, *out = line;
    for (size_t i = 0; i < n; i++) {
        bool null = in[0] == '\\' && in[1] == 'N';
        cells[i] = null ? NULL : out;
        while (*in != '\t' && *in != '\n' && *in) {
            char c = *in++;
            if (c == '\\') {
                c = *in++;
                c = (char)(c == 'n'   ? '\n'
                           : c == 'r' ? '\r'
                           : c == 't' ? '\t'
                           : c == 'b' ? '\b'
                           : c == 'f' ? '\f'
                           : c == 'v' ? '\v'
                                      : c);
            }
            *out++ = c;
        }
        bool last = *in != '\t';
        in++;
        *out++ = '\0';
        if (last != (i == n - 1))
            return false;
    }
    return true;
}

static bool
take_line(void *arg, const char *bytes, size_t length)
{
    struct copying *copying = arg;
    const char *cells[SNAPSHOT_ROW_CELLS];
    bool contact = copying->companies != NULL;
    if (length + 1 > copying->room) {
        copying->room = 2 * (length + 1);
        copying->line = arena_alloc(copying->reader.segment->arena, copying->room);
    }
    memcpy(copying->line, bytes, length);
    copying->line[length] = '\0';
    if (!split_line(copying->line, cells,
                    contact ? SNAPSHOT_ROW_CELLS : SNAPSHOT_ROW_COMPANY_CELLS))
        return false;
    uint32_t company = SNAPSHOT_NOBODY;
    size_t row;
    if (contact && cells[SNAPSHOT_ROW_COMPANY] &&
        snapshot_base_row(copying->companies, strtoll(cells[SNAPSHOT_ROW_COMPANY], NULL, 10), &row))
        company = (uint32_t)row;
    snapshot_reader_take(&copying->reader, cells, company);
    if (arena_used(copying->scratch) > SCRATCH_MOST)
        arena_reset(copying->scratch);
    return true;
}

/* A column that is left out is there, with nothing in it. */
static void
clear_left_out(struct snapshot_table *table, struct arena *arena)
{
    for (size_t i = table->n_fixed; i < table->n_dimensions; i++) {
        const struct snapshot_cells *cells = &table->base.cells[SNAPSHOT_FIRST_DIMENSION + i];
        if (!table->left_out[i])
            continue;
        table->dicts[i] = (struct snapshot_dict){0};
        snapshot_dict_open(&table->dicts[i], arena, true);
        memset(cells->at, 0, (table->base.n + 1) * cells->width);
    }
}

static bool
copy_table(struct ctx *ctx, struct snapshot_table *table, struct arena *arena,
           const struct sql *sql, int64_t n)
{
    struct copying copying = {.scratch = arena_new()};
    for (size_t i = 0; i < table->n_dimensions; i++) {
        enum snapshot_form form = snapshot_form(&table->dimensions[i]);
        if (form == SNAPSHOT_FORM_DICT || form == SNAPSHOT_FORM_SETS)
            snapshot_dict_open(&table->dicts[i], arena, table->dicts[i].is_text);
    }
    snapshot_segment_open(table, &table->base, arena, (size_t)n + 1);
    snapshot_reader_open(&copying.reader, table, &table->base, copying.scratch);
    copying.companies = table->companies ? &table->companies->base : NULL;
    bool ok = db_copy_out(ctx, sql->text, take_line, &copying);
    arena_free(copying.scratch);
    clear_left_out(table, arena);
    return ok;
}

/* Places in order of their values, in as few bytes as they need. */
static void
settle_codes(struct snapshot_segment *base, size_t column, const uint32_t *places, size_t n_places,
             struct arena *arena)
{
    struct snapshot_cells old = base->cells[column];
    struct snapshot_cells *new = &base->cells[column];
    const uint32_t *from = old.at;
    new->width = n_places <= UINT8_MAX ? 1 : n_places <= UINT16_MAX ? 2 : 4;
    new->at = arena_array(arena, base->n + 1, new->width);
    for (size_t row = 0; row < base->n; row++)
        snapshot_put(base, column, row, places[from[row]]);
}

static void
settle_table(struct snapshot_table *table, struct arena *arena, struct snapshot_counts *counts)
{
    struct snapshot_segment *base = &table->base;
    for (size_t i = 0; i < table->n_dimensions; i++) {
        enum snapshot_form form = snapshot_form(&table->dimensions[i]);
        if (form != SNAPSHOT_FORM_DICT && form != SNAPSHOT_FORM_SETS)
            continue;
        uint32_t *places, *set = base->sets[i].at;
        size_t n_bytes;
        snapshot_dict_settle(&table->dicts[i], &places, &n_bytes);
        counts->dict[i] = table->dicts[i].n;
        counts->dict_bytes[i] = n_bytes;
        counts->sets[i] = base->sets[i].n / sizeof *set;
        for (size_t k = 0; k < counts->sets[i]; k++)
            set[k] = places[set[k]];
        if (form == SNAPSHOT_FORM_DICT)
            settle_codes(base, SNAPSHOT_FIRST_DIMENSION + i, places, table->dicts[i].n, arena);
    }
    for (size_t i = 0; i < table->n_dimensions; i++)
        snapshot_posting_make(arena, table, i, &counts->postings[i], &counts->words[i]);
    snapshot_packs_make(arena, table);
    counts->packs = base->plan->n;
    for (size_t i = 0; i < table->n_dimensions; i++) {
        counts->slots[i] = base->slots[i];
        counts->spill[i] = base->n_spill[i];
        counts->left_out[i] = table->left_out[i];
    }
    snapshot_sort_all(arena, table);
    snapshot_grams_make(arena, base, &counts->grams);
    snapshot_runs_make(arena, base, &counts->postings[SNAPSHOT_RUNS], &counts->words[SNAPSHOT_RUNS],
                       &counts->run_bytes);
    counts->rows = base->n;
    counts->staff = base->staff ? table->companies->base.n : 0;
    for (size_t i = 0; i < SNAPSHOT_TEXTS; i++)
        counts->text_bytes[i] = base->texts[i].n;
    for (size_t i = 0; i < SNAPSHOT_ORDERS; i++) {
        counts->orders[i] = base->orders[i] != NULL;
        counts->known[i] = base->known[i];
        counts->rungs[i] = base->rungs[i] ? snapshot_rungs_words(base->n) : 0;
    }
    for (size_t i = 0; i < SNAPSHOT_COLUMNS; i++)
        counts->widths[i] = base->cells[i].width;
}

/* Appends the names of the fields whose facet is shown, or those of the other texts. */
static void
add_customs(const struct record_custom *all, size_t n, bool counted, size_t *room, char *out)
{
    size_t length = strlen(out);
    for (size_t i = 0; i < n && *room; i++) {
        const struct record_dimension *of = &all[i].dimension;
        size_t more = strlen(of->name);
        if (of->kind != DIMENSION_VALUE || all[i].field->archived ||
            counted != !!(of->flags & DIMENSION_FACET) || length + more + 3 > SNAPSHOT_CUSTOMS)
            continue;
        if (!counted)
            out[length++] = SNAPSHOT_UNCOUNTED;
        memcpy(out + length, of->name, more);
        out[length + more] = '\n';
        length += more + 1;
        --*room;
    }
}

bool
snapshot_build_customs(struct ctx *ctx, char customs[2][SNAPSHOT_CUSTOMS])
{
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        struct record_custom *all;
        size_t n, n_fixed;
        char *out = customs[entity - RECORD_COMPANY];
        memset(out, 0, SNAPSHOT_CUSTOMS);
        record_dimensions((enum record_entity)entity, &n_fixed);
        if (!record_filter_customs(ctx, (enum record_entity)entity, &all, &n))
            return false;
        size_t room = SNAPSHOT_DIMENSIONS - n_fixed;
        add_customs(all, n, true, &room, out);
        add_customs(all, n, false, &room, out);
    }
    return true;
}

static bool
read_all(struct ctx *ctx, struct snapshot_tables *tables, struct snapshot_header *header,
         struct arena *arena, bool *mine)
{
    struct moment moment;
    if (!db_begin(ctx, false) || !db_exec(ctx, &SQL_SNAPSHOT_BUILD_ISOLATE, DB_NO_ARGS, NULL) ||
        !tenant_enter(ctx, header->tenant) ||
        !db_one(ctx, &SQL_SNAPSHOT_BUILD_MOMENT, DB_NO_ARGS, moment_fields, &moment))
        return false;
    *mine = moment.mine;
    if (!moment.mine)
        return db_commit(ctx);
    if (strlen(moment.seen) >= sizeof header->seen ||
        strlen(moment.incarnation) >= sizeof header->incarnation)
        return err_raise(ctx, ERR_UNAVAILABLE, "Too many transactions are open.");
    memcpy(header->seen, moment.seen, strlen(moment.seen));
    memcpy(header->incarnation, moment.incarnation, strlen(moment.incarnation));
    header->built_us = moment.now_us;
    if (!snapshot_build_customs(ctx, header->customs))
        return false;
    snapshot_tables_customs(tables, arena, header);
    return copy_table(ctx, &tables->companies, arena, &SQL_SNAPSHOT_COPY_COMPANY,
                      moment.companies) &&
           copy_table(ctx, &tables->contacts, arena, &SQL_SNAPSHOT_COPY_CONTACT, moment.contacts);
}

bool
snapshot_build(struct ctx *ctx, int64_t tenant, bool *built)
{
    struct arena *arena = arena_new();
    struct snapshot_tables *tables = ARENA_NEW(arena, struct snapshot_tables);
    struct snapshot_header *header = ARENA_NEW(arena, struct snapshot_header);
    const char *path = snapshot_file_path(ctx, tenant);
    bool ok = path != NULL || err_raise(ctx, ERR_UNAVAILABLE, "LEADGEN_SNAPSHOTS is not set.");
    header->tenant = tenant;
    snapshot_tables_init(tables);
    if (ok)
        mapped_folder(ctx, ctx->conf->snapshots);
    ok = ok && read_all(ctx, tables, header, arena, built);
    if (ok && *built) {
        settle_table(&tables->companies, arena, &header->companies);
        settle_table(&tables->contacts, arena, &header->contacts);
        /* the lock that keeps others from building lasts as long as the transaction */
        ok = snapshot_file_write(ctx, path, tables, header) && db_commit(ctx);
    }
    if (!ok && ctx->db)
        db_rollback(ctx);
    arena_free(arena);
    return ok;
}
