/* See csv_names.h. */
#include "base/csv_names.h"

#include <string.h>

#include "base/utf8.h"

/* The name of a column out of its header rows, joined by blanks. A blank cell in an upper row
 * belongs to the group that began left of it, if the last row names the column. */
static const char *
join_names(struct csv_table *table, const struct csv_split *splits, uint32_t header, uint32_t rows,
           uint32_t column)
{
    const char *name = "";
    struct span last =
        csv_table_cell(table, &table->rows[header + rows - 1], &splits[rows - 1], column);
    bool grouped = csv_type_of(last) != CSV_TYPE_EMPTY;
    for (uint32_t r = 0; r < rows; r++) {
        const struct csv_split *split = &splits[r];
        const struct csv_row_note *row = &table->rows[header + r];
        struct span cell = csv_table_cell(table, row, split, column);
        uint32_t from = column;
        while (grouped && r + 1 < rows && from > 0 && csv_type_of(cell) == CSV_TYPE_EMPTY)
            cell = csv_table_cell(table, row, split, --from);
        char *part = arena_alloc(table->arena, cell.length * 3 + 1);
        size_t length = utf8_replace(cell.data, cell.length, part);
        if (from < split->count && split->cells[from].escaped)
            part[csv_unescape(&table->shape, part, length)] = 0;
        if (*part)
            name = *name ? arena_printf(table->arena, "%s %s", name, part) : part;
    }
    return name;
}

/* Names in use, by hash; `next` is the number to try for another column of the name. */
struct taken {
    const char *name;
    uint32_t next;
};

static struct taken *
taken_slot(struct taken *set, uint32_t size, const char *name)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (const char *p = name; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 16777619U;
    uint32_t at = hash % size;
    while (set[at].name && strcmp(set[at].name, name))
        at = (at + 1) % size;
    return &set[at];
}

/* Gives every column a name to show: its own, or one with a number behind it where another column
 * has the name already. Names of the file come first, so that "c (2)" of the file keeps it. */
static void
make_unique(struct csv_table *table, struct csv_dialect *dialect)
{
    uint32_t size = table->columns * 2 + 1;
    struct taken *set = ARENA_ARRAY(table->arena, size, struct taken);
    bool *again = ARENA_ARRAY(table->arena, table->columns, bool);
    for (uint32_t i = 0; i < table->columns; i++) {
        struct taken *slot = taken_slot(set, size, dialect->header[i]);
        again[i] = slot->name != NULL;
        slot->name = dialect->header[i];
    }
    for (uint32_t i = 0; i < table->columns; i++) {
        if (!again[i])
            continue;
        struct taken *base = taken_slot(set, size, dialect->header[i]), *slot;
        const char *name;
        do {
            base->next += base->next ? 1 : 2;
            name = arena_printf(table->arena, "%s (%u)", dialect->header[i], base->next);
            slot = taken_slot(set, size, name);
        } while (slot->name);
        slot->name = dialect->header[i] = name;
    }
}

void
csv_names_set(struct csv_table *table, struct csv_dialect *dialect, uint32_t header)
{
    struct arena *arena = table->arena;
    struct csv_split splits[CSV_HEADER_MAX] = {0};
    uint32_t rows = dialect->header_rows < CSV_HEADER_MAX ? dialect->header_rows : CSV_HEADER_MAX;
    if (rows > table->count - header)
        rows = table->count - header;
    for (uint32_t r = 0; r < rows; r++)
        if (csv_table_split(table, &table->rows[header + r], &splits[r]))
            dialect->header_flags |= splits[r].flags;
    dialect->header = ARENA_ARRAY(arena, table->columns, const char *);
    dialect->original = ARENA_ARRAY(arena, table->columns, const char *);
    for (uint32_t i = 0; i < table->columns; i++) {
        dialect->original[i] = rows ? join_names(table, splits, header, rows, i) : "";
        const char *name = text_squeeze(arena, dialect->original[i]);
        dialect->header[i] = *name ? name : arena_printf(arena, "Column %u", i + 1);
    }
    make_unique(table, dialect);
    for (uint32_t i = 0; i < table->columns; i++)
        dialect->renamed +=
            dialect->header_rows &&
            strcmp(dialect->header[i], text_squeeze(arena, dialect->original[i])) != 0;
    for (uint32_t r = 0; r < rows; r++)
        csv_split_free(&splits[r]);
}
