/* See csv_several.h. A block of rows behind a blank line is a table when its first row holds names
 * only and the rows below it hold values of other kinds than the table above. Rows that are taken
 * for another table are not imported, so whatever is not sure goes on with the table above. */
#include "base/csv_several.h"

#include <string.h>
#include <strings.h>

#include "base/csv_type.h"

enum {
    KINDS_COLUMNS = 64, /* columns whose values are compared */
    KINDS_ROWS = 100,   /* rows of a table that are tallied */
    JUDGED_ROWS = 12,   /* rows below a header that are enough to judge by */
    NAME_LONG = 60,
    TITLES_MAX = 3,
    NAMES_SHOWN = 4,
    POSITION_STEP = 256 /* rows between looks at the place in the file */
};

/* What the values of a table's columns are. */
struct kinds {
    const char *names[KINDS_COLUMNS];
    uint32_t columns;
    uint32_t rows, uneven;
    uint32_t types[KINDS_COLUMNS][CSV_TYPES];
    uint32_t values[KINDS_COLUMNS];
};

/* Rows behind a blank line that may be another table. */
struct block {
    bool open, named, repeats;
    uint64_t line, header_line; /* of its first row, title or header; of its header */
    uint64_t before, seen;      /* rows of the table above; rows read up to its header */
    int titles;
    const char *title;
    struct kinds kinds;
};

struct search {
    struct arena *arena;
    struct csv_several *out;
    struct kinds kinds; /* of the table being read */
    struct block block;
    uint64_t seen, blanks; /* rows read; blank ones just before */
    uint64_t base;         /* rows read before the first row of the table being read */
};

static enum csv_type
main_type(const struct kinds *kinds, uint32_t column)
{
    for (enum csv_type type = CSV_TYPE_NUMBER; type <= CSV_TYPE_URL; type++)
        if (kinds->values[column] && kinds->types[column][type] * 10 >= kinds->values[column] * 7)
            return type;
    return CSV_TYPE_TEXT;
}

static void
tally(struct kinds *kinds, const struct csv_row *row)
{
    if (kinds->rows >= KINDS_ROWS)
        return;
    kinds->rows++;
    kinds->uneven += row->count != kinds->columns;
    for (uint32_t i = 0; i < row->count && i < kinds->columns && i < KINDS_COLUMNS; i++) {
        enum csv_type type = csv_type_of(row->cells[i]);
        kinds->types[i][type]++;
        kinds->values[i] += type != CSV_TYPE_EMPTY;
    }
}

/* Cells up to the last one that holds something. */
static uint32_t
width_of(const struct csv_row *row, uint32_t *filled)
{
    uint32_t width = 0;
    *filled = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        if (csv_type_of(row->cells[i]) == CSV_TYPE_EMPTY)
            continue;
        width = i + 1;
        ++*filled;
    }
    return width;
}

/* Are all cells names, as a header has them? */
static bool
holds_names(const struct csv_row *row, uint32_t width)
{
    for (uint32_t i = 0; i < width; i++) {
        enum csv_type type = csv_type_of(row->cells[i]);
        if (type == CSV_TYPE_EMPTY || type == CSV_TYPE_ODD || csv_type_is_data(type) ||
            row->cells[i].length > NAME_LONG)
            return false;
    }
    return width >= 2;
}

static void
take_names(struct search *search, const struct csv_row *row, uint32_t width)
{
    struct kinds *kinds = &search->block.kinds;
    memset(kinds, 0, sizeof *kinds);
    kinds->columns = row->count > width ? row->count : width;
    for (uint32_t i = 0; i < width && i < KINDS_COLUMNS; i++)
        kinds->names[i] = arena_strndup(search->arena, row->cells[i].data, row->cells[i].length);
}

/* How the kinds of values of a block differ from those of the table above it. */
struct difference {
    uint32_t typed;     /* columns of the block with values of one kind */
    uint32_t new_kinds; /* of them, those that hold something else above */
    uint32_t lost;      /* columns with a kind above, of which the block has no value */
    uint32_t kept;      /* ... of which it has some */
    bool shares;        /* a name stands in the header above, too */
};

static struct difference
compare(const struct kinds *above, const struct kinds *block)
{
    struct difference is = {0};
    for (uint32_t i = 0; i < block->columns && i < KINDS_COLUMNS; i++) {
        enum csv_type type = main_type(block, i);
        bool known = i < above->columns && above->values[i];
        enum csv_type old = known ? main_type(above, i) : CSV_TYPE_TEXT;
        is.typed += csv_type_is_data(type);
        is.new_kinds += csv_type_is_data(type) && known && type != old;
        if (csv_type_is_data(old) && block->values[i]) {
            is.lost += !block->types[i][old];
            is.kept += block->types[i][old] != 0;
        }
        for (uint32_t j = 0; j < above->columns && j < KINDS_COLUMNS && block->names[i]; j++)
            is.shares = is.shares || (above->names[j] && *above->names[j] &&
                                      !strcasecmp(above->names[j], block->names[i]));
    }
    return is;
}

static bool
is_table(const struct kinds *above, const struct block *block)
{
    const struct kinds *kinds = &block->kinds;
    if (block->repeats)
        return true;
    if (!block->named || !kinds->rows || kinds->uneven * 10 > kinds->rows * 3)
        return false;
    struct difference is = compare(above, kinds);
    bool titled = block->titles > 0, wide = kinds->columns != above->columns;
    if (is.shares)
        return true;
    if (is.typed && (wide || titled || is.new_kinds))
        return true;
    return kinds->rows >= 2 && is.lost && !is.kept && (titled || is.lost >= 2);
}

static const char *
names_text(struct arena *arena, const char *const *names, uint32_t n)
{
    const char *text = "";
    for (uint32_t i = 0; i < n && i < NAMES_SHOWN; i++)
        if (names[i])
            text = *text ? arena_printf(arena, "%s, %s", text, names[i]) : names[i];
    return n > NAMES_SHOWN ? arena_printf(arena, "%s, …", text) : text;
}

/* Judges the block; where it is a table, what follows is read as that one. */
static void
settle(struct search *search)
{
    struct block *block = &search->block;
    struct csv_several *out = search->out;
    bool open = block->open;
    block->open = false;
    if (!open || out->n == CSV_SEVERAL_MAX || !is_table(&search->kinds, block))
        return;
    struct csv_part *last = &out->parts[out->n - 1];
    last->rows = block->before - search->base;
    last->end_line = block->line;
    out->parts[out->n++] = (struct csv_part){
        .line = block->header_line,
        .title = block->title,
        .names = names_text(search->arena, block->kinds.names, block->kinds.columns)};
    search->kinds = block->kinds;
    search->base = block->seen;
}

static void
open_block(struct search *search, const struct csv_row *row)
{
    search->block = (struct block){
        .open = true, .line = row->line, .before = search->seen - search->blanks, .title = ""};
}

/* Takes one row that is not blank into the block: a title, its header, or a row below it. */
static void
extend_block(struct search *search, const struct csv_row *row)
{
    struct block *block = &search->block;
    uint32_t filled, width = width_of(row, &filled);
    if (block->named) {
        tally(&block->kinds, row);
        if (block->kinds.rows >= JUDGED_ROWS)
            settle(search);
    } else if (filled == 1 && block->titles < TITLES_MAX) {
        block->titles++;
        if (!*block->title && row->cells[width - 1].length <= NAME_LONG)
            block->title = arena_strndup(search->arena, row->cells[width - 1].data,
                                         row->cells[width - 1].length);
    } else if (block->repeats || holds_names(row, width)) {
        block->named = true;
        block->header_line = row->line;
        block->seen = search->seen + 1;
        take_names(search, row, width);
    } else {
        block->open = false;
    }
}

static void
take_row(struct search *search, const struct csv_row *row, bool *second)
{
    bool blank = (row->flags & CSV_BLANK) != 0;
    bool repeats = (row->flags & CSV_SECOND_TABLE) && !*second;
    if (!blank && search->kinds.columns > 1 && (repeats || row->gap || search->blanks)) {
        if (!search->block.open || search->block.named)
            settle(search);
        if (!search->block.open)
            open_block(search, row);
        search->block.repeats = search->block.repeats || repeats;
        *second = *second || repeats;
    }
    if (!blank && search->block.open)
        extend_block(search, row);
    if (!blank && !search->block.open)
        tally(&search->kinds, row);
    search->out->filled += !blank && search->out->n == 1;
    search->blanks = blank ? search->blanks + 1 : 0;
    search->seen++;
}

static void
begin(struct search *search, const struct csv_dialect *dialect)
{
    struct csv_several *out = search->out;
    search->kinds.columns = dialect->columns;
    for (uint32_t i = 0; i < dialect->columns && i < KINDS_COLUMNS; i++)
        search->kinds.names[i] = dialect->original[i];
    out->n = 1;
    out->parts[0] = (struct csv_part){
        .line = dialect->preamble_lines + 1,
        .title = "",
        .names = dialect->header_rows ? names_text(search->arena, dialect->header, dialect->columns)
                                      : ""};
}

bool
csv_several_find(struct ctx *ctx, struct arena *arena, const char *path,
                 struct csv_dialect *dialect, uint64_t most, struct csv_several *out)
{
    struct csv_reader *reader;
    struct csv_row row;
    bool more = true, second = false;
    struct search *search = ARENA_NEW(arena, struct search);
    struct csv_dialect *plain = ARENA_NEW(arena, struct csv_dialect);
    memset(out, 0, sizeof *out);
    search->arena = arena;
    search->out = out;
    *plain = *dialect; /* rows as they stand, not fitted to the first table */
    plain->profile = NULL;
    plain->end_line = dialect->end_line = 0;
    begin(search, dialect);
    if (!csv_open(ctx, arena, path, plain, &reader))
        return false;
    uint64_t from = csv_position(reader);
    for (;;) {
        if (!csv_next(ctx, reader, &row, &more))
            return false;
        if (!more || (search->seen % POSITION_STEP == 0 && csv_position(reader) - from > most))
            break;
        take_row(search, &row, &second);
    }
    settle(search);
    out->whole = !more;
    out->parts[out->n - 1].rows = search->seen - search->base;
    out->rows = out->parts[0].rows;
    dialect->end_line = out->n > 1 ? out->parts[0].end_line : 0;
    uint64_t read = csv_position(reader) - from;
    if (!out->whole && out->n == 1 && read)
        out->rows =
            (uint64_t)((double)search->seen * (double)(csv_size(reader) - from) / (double)read);
    return true;
}
