/* See csv_header.h. The first rows are listed with what they hold; a row is a header in so far as
 * its cells are names where the rows below hold values. */
#include "base/csv_header.h"

#include <string.h>

#include "base/csv_split.h"
#include "base/csv_type.h"
#include "base/utf8.h"

enum {
    ROWS_MAX = 150,    /* rows looked at */
    PREAMBLE_MAX = 40, /* rows among which the header must be */
    HEADER_MAX = 4,    /* rows of one header */
    PROFILE_MIN = 8,   /* rows that make a profile */
    NAME_LONG = 80     /* bytes past which a cell is no name of a column */
};

struct row_note {
    size_t at, end;
    uint64_t line, next_line;
    uint32_t count, filled;
};

/* What the rows below a row hold in one column. */
struct column_note {
    uint32_t types[CSV_TYPES];
    uint32_t values;    /* not empty */
    enum csv_type main; /* the data type of most values, else CSV_TYPE_TEXT */
    uint64_t length;    /* bytes of all values */
    uint32_t digits;    /* values that hold a digit */
    uint32_t years;     /* values that are years */
};

struct table {
    struct arena *arena;
    const struct csv_sample *sample;
    struct csv_shape shape;
    struct row_note rows[ROWS_MAX];
    uint32_t count;   /* of rows */
    uint32_t columns; /* width of most rows */
    struct csv_split split;
};

static struct span
cell_text(const struct table *table, const struct row_note *row, const struct csv_split *split,
          uint32_t column)
{
    struct span cell = {"", 0};
    if (column < split->count) {
        cell.data = table->sample->text + row->at + split->cells[column].start;
        cell.length = split->cells[column].length;
    }
    return cell;
}

static bool
split_row(struct table *table, const struct row_note *row, struct csv_split *split)
{
    const struct csv_sample *sample = table->sample;
    return csv_split_row(&table->shape, sample->text + row->at, sample->length - row->at,
                         sample->whole, split);
}

/* Lists the rows that are not blank lines, from `at` on. */
static void
list_rows(struct table *table, size_t at, uint64_t line)
{
    const struct csv_sample *sample = table->sample;
    struct csv_split *split = &table->split;
    while (at < sample->length && table->count < ROWS_MAX) {
        struct row_note row = {.at = at, .line = line};
        if (!split_row(table, &row, split))
            break;
        row.count = split->count;
        for (uint32_t i = 0; i < split->count; i++)
            row.filled += csv_type_of(cell_text(table, &row, split, i)) != CSV_TYPE_EMPTY;
        bool blank_line = split->count == 1 && !row.filled && table->columns > 1;
        row.end = at += split->length;
        row.next_line = line += split->lines;
        if (!blank_line)
            table->rows[table->count++] = row;
    }
}

static bool
has_digit(struct span cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if (cell.data[i] >= '0' && cell.data[i] <= '9')
            return true;
    return false;
}

/* A year is a number that often names a column. */
static bool
is_year(struct span cell)
{
    return cell.length == 4 && (!memcmp(cell.data, "19", 2) || !memcmp(cell.data, "20", 2)) &&
           cell.data[2] >= '0' && cell.data[2] <= '9' && cell.data[3] >= '0' && cell.data[3] <= '9';
}

/* Tallies the columns of the rows behind `first`. */
static uint32_t
note_columns(struct table *table, uint32_t first, struct column_note *notes)
{
    uint32_t rows = 0;
    memset(notes, 0, table->columns * sizeof *notes);
    for (uint32_t r = first; r < table->count && rows < 100; r++) {
        const struct row_note *row = &table->rows[r];
        if (row->count != table->columns || !split_row(table, row, &table->split))
            continue;
        rows++;
        for (uint32_t i = 0; i < table->columns; i++) {
            struct span cell = cell_text(table, row, &table->split, i);
            enum csv_type type = csv_type_of(cell);
            notes[i].types[type]++;
            if (type == CSV_TYPE_EMPTY)
                continue;
            notes[i].values++;
            notes[i].length += cell.length;
            notes[i].digits += has_digit(cell);
            notes[i].years += is_year(cell);
        }
    }
    for (uint32_t i = 0; i < table->columns; i++) {
        notes[i].main = CSV_TYPE_TEXT;
        for (enum csv_type type = CSV_TYPE_NUMBER; type <= CSV_TYPE_URL; type++)
            if (notes[i].types[type] * 10 >= notes[i].values * 7 && notes[i].values)
                notes[i].main = type;
    }
    return rows;
}

/* How much one cell speaks for (above 0) or against its row being the header. */
static double
cell_vote(struct span cell, const struct column_note *note)
{
    enum csv_type type = csv_type_of(cell);
    if (type == CSV_TYPE_EMPTY)
        return 0;
    if (csv_type_is_data(note->main) && note->values) {
        if (type == note->main)
            return is_year(cell) && note->years * 2 < note->values ? 0 : -1;
        return csv_type_is_data(type) ? -0.5 : 1;
    }
    if (type == CSV_TYPE_EMAIL || type == CSV_TYPE_URL)
        return -1;
    if (csv_type_is_data(type))
        return -0.4;
    if (cell.length > NAME_LONG)
        return -0.5;
    if (!note->values)
        return 0.1;
    if (note->digits * 10 >= note->values * 7)
        return has_digit(cell) ? -0.3 : 0.6;
    return note->length > 2 * cell.length * note->values ? 0.3 : 0.1;
}

static double
header_vote(struct table *table, uint32_t r, const struct column_note *notes)
{
    double vote = 0;
    if (!split_row(table, &table->rows[r], &table->split))
        return -1;
    for (uint32_t i = 0; i < table->columns && i < table->split.count; i++)
        vote += cell_vote(cell_text(table, &table->rows[r], &table->split, i), &notes[i]);
    return vote;
}

/* Does the row repeat row `other`, cell by cell? */
static bool
same_cells(struct table *table, uint32_t r, uint32_t other)
{
    struct csv_split split = {0};
    bool same = table->rows[r].count == table->rows[other].count &&
                split_row(table, &table->rows[r], &split) &&
                split_row(table, &table->rows[other], &table->split);
    for (uint32_t i = 0; same && i < split.count; i++) {
        struct span a = cell_text(table, &table->rows[r], &split, i);
        struct span b = cell_text(table, &table->rows[other], &table->split, i);
        same = a.length == b.length && !memcmp(a.data, b.data, a.length);
    }
    csv_split_free(&split);
    return same;
}

/* Row r below a header row: does it go on with the header? It does when it repeats it, or when it
 * has names or units in several columns whose rows below hold values, and values in none. */
static bool
continues_header(struct table *table, uint32_t r, uint32_t header, struct column_note *notes)
{
    const struct row_note *row = &table->rows[r];
    if (row->count != table->columns)
        return false;
    uint32_t below = note_columns(table, r + 1, notes);
    if (same_cells(table, r, header))
        return table->columns > 1 && below > 0;
    if (below < 3 || !split_row(table, row, &table->split))
        return false;
    uint32_t names = 0, typed = 0;
    bool indented = csv_type_of(cell_text(table, row, &table->split, 0)) == CSV_TYPE_EMPTY;
    for (uint32_t i = 0; i < table->columns; i++) {
        enum csv_type type = csv_type_of(cell_text(table, row, &table->split, i));
        if (!csv_type_is_data(notes[i].main) || !notes[i].values) {
            if (csv_type_is_data(type))
                return false;
            continue;
        }
        typed++;
        names += type >= CSV_TYPE_CODE;
        if (csv_type_is_data(type))
            return false;
    }
    return (names >= 2 && names * 2 > typed) || (names && indented && notes[0].values);
}

static bool
has_long_cell(struct table *table, uint32_t r)
{
    if (!split_row(table, &table->rows[r], &table->split))
        return false;
    for (uint32_t i = 0; i < table->split.count; i++)
        if (table->split.cells[i].length > NAME_LONG / 2)
            return true;
    return false;
}

/* The rows before the first full one that are no part of the table; a header of another width
 * than its rows may be the last of them. */
static uint32_t
narrow_header(struct table *table, uint32_t first, struct column_note *notes, bool *found)
{
    *found = false;
    if (!first)
        return first;
    const struct row_note *row = &table->rows[first - 1];
    bool close = row->line + 1 == table->rows[first].line;
    if (!close || row->count < 2 || row->filled < 2 || row->filled * 2 < table->columns)
        return first;
    note_columns(table, first, notes);
    *found = header_vote(table, first - 1, notes) > 0;
    return *found ? first - 1 : first;
}

/* A header with more names than most rows have cells makes the table as wide as its names. */
static void
widen(struct table *table, struct csv_dialect *dialect, uint32_t header)
{
    if (!split_row(table, &table->rows[header], &table->split))
        return;
    uint32_t count = table->split.count;
    while (count > table->columns &&
           csv_type_of(cell_text(table, &table->rows[header], &table->split, count - 1)) ==
               CSV_TYPE_EMPTY)
        count--;
    if (count > table->columns)
        dialect->columns = table->columns = table->shape.columns = count;
}

/* Finds the first header row, or the first data row when there is none (*found false). */
static uint32_t
header_row(struct table *table, struct column_note *notes, bool *found)
{
    uint32_t columns = table->columns, first = table->count;
    for (uint32_t r = 0; r < table->count && r < PREAMBLE_MAX; r++) {
        const struct row_note *row = &table->rows[r];
        if (row->count != columns || !row->filled)
            continue;
        if (first == table->count)
            first = r;
        if (columns > 1 && (row->filled * 2 < columns || row->filled == 1))
            continue;
        note_columns(table, r + 1, notes);
        double vote = header_vote(table, r, notes);
        if (vote <= 0)
            break;
        *found = true;
        if (r + 1 < table->count && continues_header(table, r + 1, r, notes) &&
            has_long_cell(table, r) && !has_long_cell(table, r + 1))
            continue; /* a title over the table, not a name over a column */
        return r;
    }
    if (first == table->count)
        first = 0;
    uint32_t above = narrow_header(table, first, notes, found);
    if (!*found && first < table->count && table->rows[first].filled) {
        note_columns(table, first + 1, notes);
        *found = header_vote(table, first, notes) > 0;
    }
    return above;
}

/* Without a header: data begins with the first row that is not a line of prose. */
static uint32_t
first_data_row(const struct table *table)
{
    uint32_t r = 0;
    while (table->columns > 1 && r < table->count && table->rows[r].count == 1)
        r++;
    return r < table->count ? r : 0;
}

/* The name of a column out of its header rows, joined by blanks. A blank cell in an upper row
 * belongs to the group that began left of it, if the last row names the column. */
static const char *
join_names(struct table *table, const struct csv_split *splits, uint32_t header, uint32_t rows,
           uint32_t column)
{
    const char *name = "";
    struct span last = cell_text(table, &table->rows[header + rows - 1], &splits[rows - 1], column);
    bool grouped = csv_type_of(last) != CSV_TYPE_EMPTY;
    for (uint32_t r = 0; r < rows; r++) {
        const struct csv_split *split = &splits[r];
        const struct row_note *row = &table->rows[header + r];
        struct span cell = cell_text(table, row, split, column);
        uint32_t from = column;
        while (grouped && r + 1 < rows && from > 0 && csv_type_of(cell) == CSV_TYPE_EMPTY)
            cell = cell_text(table, row, split, --from);
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
make_unique(struct table *table, struct csv_dialect *dialect)
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

static void
name_columns(struct table *table, struct csv_dialect *dialect, uint32_t header)
{
    struct arena *arena = table->arena;
    struct csv_split splits[HEADER_MAX] = {0};
    uint32_t rows = dialect->header_rows < HEADER_MAX ? dialect->header_rows : HEADER_MAX;
    if (rows > table->count - header)
        rows = table->count - header;
    for (uint32_t r = 0; r < rows; r++)
        if (split_row(table, &table->rows[header + r], &splits[r]))
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

/* What the values of each column look like, for the rows that do not fit. */
static void
profile_columns(struct table *table, struct csv_dialect *dialect, uint32_t row)
{
    struct column_note *notes = ARENA_ARRAY(table->arena, table->columns, struct column_note);
    unsigned char *profile = ARENA_ARRAY(table->arena, table->columns, unsigned char);
    if (note_columns(table, row, notes) < PROFILE_MIN)
        return;
    for (uint32_t i = 0; i < table->columns; i++) {
        const struct column_note *note = &notes[i];
        bool all = note->types[note->main] == note->values;
        if (!note->values)
            profile[i] = CSV_TYPE_EMPTY;
        else if (csv_type_is_data(note->main) && all)
            profile[i] = (unsigned char)note->main;
        else
            profile[i] =
                note->types[CSV_TYPE_TEXT] * 5 >= note->values ? CSV_TYPE_TEXT : CSV_TYPE_WORD;
    }
    dialect->profile = profile;
}

/* Moves over the lines that the caller named as preamble. */
static size_t
given_preamble(const struct table *table, const struct csv_dialect *dialect, uint64_t *line)
{
    size_t at = 0;
    *line = 1;
    if (!(dialect->given & CSV_GIVEN_PREAMBLE))
        return 0;
    for (uint32_t i = 0; i < dialect->preamble_lines && at < table->sample->length; i++) {
        size_t step = csv_line_length(&table->shape, table->sample->text + at,
                                      table->sample->length - at, true);
        at += step;
        ++*line;
    }
    return at;
}

/* Data begins at a row, or behind the row before it when the sample ends there. */
static void
set_data(const struct table *table, struct csv_dialect *dialect, uint32_t row)
{
    dialect->data.line = 1;
    if (row < table->count) {
        dialect->data.skip = table->rows[row].at;
        dialect->data.line = table->rows[row].line;
    } else if (table->count) {
        dialect->data.skip = table->rows[table->count - 1].end;
        dialect->data.line = table->rows[table->count - 1].next_line;
    }
}

bool
csv_header_locate(struct ctx *ctx, struct arena *arena, const struct csv_sample *sample,
                  struct csv_dialect *dialect)
{
    struct table *table = ARENA_NEW(arena, struct table);
    uint64_t line;
    bool found = false;
    table->arena = arena;
    table->sample = sample;
    table->columns = dialect->columns = csv_sniff_columns(sample, dialect);
    csv_shape_init(&table->shape, dialect);
    if (table->columns >= CSV_COLUMNS_MAX)
        return err_raise(ctx, ERR_INPUT,
                         "The table has more than %d columns. Check that the delimiter is right, "
                         "or leave columns out.",
                         CSV_COLUMNS_MAX);
    size_t at = given_preamble(table, dialect, &line);
    list_rows(table, at, line);
    struct column_note *notes = ARENA_ARRAY(arena, table->columns, struct column_note);
    uint32_t row = header_row(table, notes, &found);
    if (dialect->given & CSV_GIVEN_PREAMBLE)
        row = 0;
    if (dialect->given & CSV_GIVEN_HEADER_ROWS) {
        if (!found && dialect->header_rows && !(dialect->given & CSV_GIVEN_PREAMBLE))
            row = first_data_row(table);
    } else {
        dialect->header_rows = 0;
        if (!found && !(dialect->given & CSV_GIVEN_PREAMBLE))
            row = first_data_row(table);
        if (found) {
            dialect->header_rows = 1;
            while (dialect->header_rows < HEADER_MAX && row + dialect->header_rows < table->count &&
                   continues_header(table, row + dialect->header_rows, row, notes))
                dialect->header_rows++;
        }
    }
    if (dialect->header_rows == 1 && row < table->count)
        widen(table, dialect, row);
    if (!(dialect->given & CSV_GIVEN_PREAMBLE) && row < table->count)
        dialect->preamble_lines = (uint32_t)(table->rows[row].line - 1);
    name_columns(table, dialect, row);
    set_data(table, dialect, row + dialect->header_rows);
    profile_columns(table, dialect, row + dialect->header_rows);
    csv_split_free(&table->split);
    return true;
}
