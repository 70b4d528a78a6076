/* The file. See snapshot_file.h. */
#include "domain/snapshot/snapshot_file.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

#include "base/conf.h"
#include "domain/snapshot/snapshot_packs.h"

#define MAGIC "leadsnap"
enum { LAYOUT = 8, MOST_ROWS = 100 * 1000 * 1000 };

/* Columns stand at the numbers of dimensions: another table of them is another layout. */
static uint64_t
layout_of(const struct snapshot_tables *tables)
{
    const struct snapshot_table *both[] = {&tables->companies, &tables->contacts};
    uint64_t layout = LAYOUT;
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < both[t]->n_fixed; i++) {
            const struct record_dimension *of = &both[t]->dimensions[i];
            layout = layout * 31 + mapped_sum(of->name, strlen(of->name)) +
                     (uint64_t)of->kind * 64 + (uint64_t)of->place + of->flags * 4096U;
        }
    return layout;
}

/* A part: the pointer that leads to it, and its size. */
struct part {
    void *pointer;
    size_t size;
};
struct parts {
    struct part of[SNAPSHOT_PARTS];
    size_t n;
    bool over;
};

static void
add_part(struct parts *parts, void *pointer, uint64_t count, size_t size)
{
    if (parts->n == SNAPSHOT_PARTS || count > (uint64_t)UINT32_MAX * 64) {
        parts->over = true;
        return;
    }
    parts->of[parts->n++] = (struct part){pointer, (size_t)count * size};
}

static void
list_postings(struct parts *parts, struct snapshot_segment *base,
              const struct snapshot_counts *counts, size_t i)
{
    if (counts->postings[i]) {
        add_part(parts, &base->postings[i], counts->postings[i], sizeof *base->postings[i]);
        if (counts->words[i])
            add_part(parts, &base->words[i], counts->words[i], sizeof *base->words[i]);
    }
}

static void
list_dimension(struct parts *parts, struct snapshot_table *table,
               const struct snapshot_counts *counts, size_t i)
{
    struct snapshot_segment *base = &table->base;
    struct snapshot_dict *dict = &table->dicts[i];
    if (counts->dict[i] && dict->is_text) {
        add_part(parts, &dict->from, counts->dict[i] + 1, sizeof *dict->from);
        add_part(parts, &dict->bytes, counts->dict_bytes[i] + SNAPSHOT_TEXT_PAD, 1);
        add_part(parts, &dict->groups, counts->dict[i], sizeof *dict->groups);
    } else if (counts->dict[i]) {
        add_part(parts, &dict->ids, counts->dict[i], sizeof *dict->ids);
    }
    if (counts->sets[i])
        add_part(parts, &base->sets[i].at, counts->sets[i], sizeof(uint32_t));
    if (counts->spill[i])
        add_part(parts, &base->spill[i], counts->spill[i], sizeof(uint32_t));
    list_postings(parts, base, counts, i);
}

static void
list_table(struct parts *parts, struct snapshot_table *table, const struct snapshot_counts *counts)
{
    struct snapshot_segment *base = &table->base;
    for (size_t i = 0; i < SNAPSHOT_COLUMNS; i++)
        if (counts->widths[i])
            add_part(parts, &base->cells[i].at, counts->rows + 1, (size_t)counts->widths[i]);
    for (size_t i = 0; i < SNAPSHOT_TEXTS; i++)
        add_part(parts, &base->texts[i].at,
                 counts->text_bytes[i] ? counts->text_bytes[i] + SNAPSHOT_TEXT_PAD : 0, 1);
    for (size_t i = 0; i < SNAPSHOT_ORDERS; i++)
        if (counts->orders[i]) {
            add_part(parts, &base->orders[i], counts->rows, sizeof *base->orders[i]);
            add_part(parts, &base->rungs[i], counts->rungs[i], sizeof *base->rungs[i]);
        }
    add_part(parts, &base->staff, counts->staff, sizeof *base->staff);
    add_part(parts, &base->packs, counts->packs * counts->rows, sizeof *base->packs);
    if (counts->grams)
        add_part(parts, &base->grams, counts->grams, sizeof *base->grams);
    if (counts->run_bytes) {
        add_part(parts, &base->run_from, counts->postings[SNAPSHOT_RUNS] + 1,
                 sizeof *base->run_from);
        add_part(parts, &base->run_bytes, counts->run_bytes + SNAPSHOT_TEXT_PAD, 1);
        list_postings(parts, base, counts, SNAPSHOT_RUNS);
    }
    for (size_t i = 0; i < table->n_dimensions; i++)
        list_dimension(parts, table, counts, i);
}

void
snapshot_tables_init(struct snapshot_tables *tables)
{
    snapshot_table_init(&tables->companies, RECORD_COMPANY, NULL);
    snapshot_table_init(&tables->contacts, RECORD_CONTACT, &tables->companies);
}

void
snapshot_tables_customs(struct snapshot_tables *tables, struct arena *arena,
                        const struct snapshot_header *header)
{
    struct snapshot_table *both[] = {&tables->companies, &tables->contacts};
    for (size_t t = 0; t < 2; t++)
        for (const char *at = header->customs[t]; *at;) {
            bool counted = *at != SNAPSHOT_UNCOUNTED;
            at += !counted;
            size_t length = strcspn(at, "\n");
            if (!snapshot_table_custom(both[t], arena_strndup(arena, at, length), counted))
                break;
            at += length + (at[length] == '\n');
        }
}

bool
snapshot_file_write(struct ctx *ctx, const char *path, struct snapshot_tables *tables,
                    struct snapshot_header *header)
{
    struct parts *parts = ARENA_NEW(ctx->arena, struct parts);
    list_table(parts, &tables->companies, &header->companies);
    list_table(parts, &tables->contacts, &header->contacts);
    if (parts->over)
        return err_raise(ctx, ERR_UNAVAILABLE, "The workspace is too large for a snapshot.");
    struct mapped_part *out = ARENA_ARRAY(ctx->arena, parts->n + 1, struct mapped_part);
    memcpy(header->magic, MAGIC, sizeof header->magic);
    header->layout = layout_of(tables);
    header->n_parts = parts->n;
    header->size = mapped_padded(sizeof *header);
    for (size_t i = 0; i < parts->n; i++) {
        memcpy(&out[i + 1].at, parts->of[i].pointer, sizeof out->at);
        out[i + 1].size = parts->of[i].size;
        header->sums[i] = mapped_sum(out[i + 1].at, out[i + 1].size);
        header->size += mapped_padded(out[i + 1].size);
    }
    header->own_sum = mapped_sum(header, offsetof(struct snapshot_header, own_sum));
    out[0] = (struct mapped_part){header, sizeof *header};
    return mapped_write(ctx, path, out, parts->n + 1);
}

/* Points a table's base into the parts that were set. */
static bool
settle_table(struct arena *owner, struct snapshot_table *table,
             const struct snapshot_counts *counts)
{
    struct snapshot_segment *base = &table->base;
    base->n = base->n_live = (size_t)counts->rows;
    for (size_t i = 0; i < SNAPSHOT_COLUMNS; i++)
        base->cells[i].width = (uint32_t)counts->widths[i];
    for (size_t i = 0; i < SNAPSHOT_TEXTS; i++)
        base->texts[i].n = (size_t)counts->text_bytes[i];
    for (size_t i = 0; i < SNAPSHOT_ORDERS; i++)
        base->known[i] = (size_t)counts->known[i];
    base->n_postings[SNAPSHOT_RUNS] = (size_t)counts->postings[SNAPSHOT_RUNS];
    for (size_t i = 0; i < table->n_dimensions; i++) {
        table->dicts[i].n_base = table->dicts[i].n = (size_t)counts->dict[i];
        base->n_postings[i] = (size_t)counts->postings[i];
        base->sets[i].n = (size_t)counts->sets[i] * sizeof(uint32_t);
        base->slots[i] = (size_t)counts->slots[i];
        base->n_spill[i] = (size_t)counts->spill[i];
        table->left_out[i] = counts->left_out[i];
    }
    base->plan = snapshot_packs_plan(owner, table);
    return base->plan->n == counts->packs;
}

static bool
is_ours(const struct snapshot_header *header, int64_t tenant, uint64_t layout,
        const struct mapped_stamp *stamp)
{
    return stamp->size >= (int64_t)sizeof *header &&
           !memcmp(header->magic, MAGIC, sizeof header->magic) && header->layout == layout &&
           header->size == (uint64_t)stamp->size && header->tenant == tenant &&
           header->own_sum == mapped_sum(header, offsetof(struct snapshot_header, own_sum)) &&
           header->companies.rows <= MOST_ROWS && header->contacts.rows <= MOST_ROWS &&
           memchr(header->customs[0], '\0', sizeof header->customs[0]) &&
           memchr(header->customs[1], '\0', sizeof header->customs[1]) &&
           memchr(header->seen, '\0', sizeof header->seen) &&
           memchr(header->incarnation, '\0', sizeof header->incarnation);
}

bool
snapshot_file_open(struct arena *owner, const char *path, int64_t tenant,
                   struct snapshot_tables *tables, const struct snapshot_header **out,
                   struct mapped_stamp *stamp)
{
    const char *file = mapped_open(owner, path, stamp);
    const struct snapshot_header *header = (const void *)file;
    snapshot_tables_init(tables);
    if (!file || !is_ours(header, tenant, layout_of(tables), stamp))
        return false;
    snapshot_tables_customs(tables, owner, header);
    struct parts *parts = ARENA_NEW(owner, struct parts);
    list_table(parts, &tables->companies, &header->companies);
    list_table(parts, &tables->contacts, &header->contacts);
    size_t at = mapped_padded(sizeof *header);
    for (size_t i = 0; i < parts->n; i++) {
        size_t size = parts->of[i].size;
        if (parts->over || parts->n != header->n_parts || at + size > header->size ||
            mapped_sum(file + at, size) != header->sums[i])
            return false;
        const char *part = file + at;
        memcpy(parts->of[i].pointer, &part, sizeof part);
        at += mapped_padded(size);
    }
    *out = header;
    return settle_table(owner, &tables->companies, &header->companies) &&
           settle_table(owner, &tables->contacts, &header->contacts);
}

const char *
snapshot_file_path(struct ctx *ctx, int64_t tenant)
{
    if (!ctx->conf || !ctx->conf->snapshots)
        return NULL;
    return arena_printf(ctx->arena, "%s/%" PRId64 ".snap", ctx->conf->snapshots, tenant);
}
