/* See csv_header.h. A row is a header in so far as its cells are names where the rows below hold
 * values. */
#include "base/csv_header.h"

#include <string.h>

#include "base/csv_names.h"
#include "base/csv_table.h"

enum {
    PREAMBLE_MAX = 40, /* rows among which the header must be */
    PROFILE_MIN = 8,   /* rows that make a profile */
    NAME_LONG = 80     /* bytes past which a cell is no name of a column */
};

/* How much one cell speaks for (above 0) or against its row being the header. */
static double
cell_vote(struct span cell, const struct csv_column_note *note)
{
    enum csv_type type = csv_type_of(cell);
    if (type == CSV_TYPE_EMPTY)
        return 0;
    if (csv_type_is_data(note->main) && note->values) {
        if (type == note->main)
            return csv_table_is_year(cell) && note->years * 2 < note->values ? 0 : -1;
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
        return csv_table_has_digit(cell) ? -0.3 : 0.6;
    return note->length > 2 * cell.length * note->values ? 0.3 : 0.1;
}

static double
header_vote(struct csv_table *table, uint32_t r, const struct csv_column_note *notes)
{
    double vote = 0;
    if (!csv_table_split(table, &table->rows[r], &table->split))
        return -1;
    for (uint32_t i = 0; i < table->columns && i < table->split.count; i++)
        vote += cell_vote(csv_table_cell(table, &table->rows[r], &table->split, i), &notes[i]);
    return vote;
}

/* Does the row repeat row `other`, cell by cell? */
static bool
same_cells(struct csv_table *table, uint32_t r, uint32_t other)
{
    struct csv_split split = {0};
    bool same = table->rows[r].count == table->rows[other].count &&
                csv_table_split(table, &table->rows[r], &split) &&
                csv_table_split(table, &table->rows[other], &table->split);
    for (uint32_t i = 0; same && i < split.count; i++) {
        struct span a = csv_table_cell(table, &table->rows[r], &split, i);
        struct span b = csv_table_cell(table, &table->rows[other], &table->split, i);
        same = a.length == b.length && !memcmp(a.data, b.data, a.length);
    }
    csv_split_free(&split);
    return same;
}

/* "[kg]", "cm", "%": says in what a column is measured. */
static bool
is_unit(struct span cell)
{
    static const char *const units[] = {
        "%",   "mm",  "cm",  "m",   "km",  "in",  "ft", "mi", "mg",  "g",  "kg", "t",  "lb", "oz",
        "ms",  "s",   "sec", "min", "h",   "d",   "l",  "ml", "kWh", "kW", "W",  "V",  "A",  "Hz",
        "EUR", "USD", "GBP", "CHF", "CZK", "PLN", "€",  "$",  "£",   "°C", "°F", "pcs"};
    if (cell.length > 2 && (cell.data[0] == '[' || cell.data[0] == '('))
        return cell.data[cell.length - 1] == (cell.data[0] == '[' ? ']' : ')');
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (cell.length == strlen(units[i]) && !memcmp(cell.data, units[i], cell.length))
            return true;
    return false;
}

static bool
same_text(struct span a, struct span b)
{
    return a.length == b.length && !memcmp(a.data, b.data, a.length);
}

/* What a row says beside the one above it. */
struct below {
    uint32_t units;   /* cells that are units */
    uint32_t filled;  /* cells with text */
    uint32_t spanned; /* blank above and filled here */
    uint32_t grouped; /* the cell above stands more than once in a row, as over a group */
    bool gap;         /* blank here, too */
    bool repeats;     /* of two neighbours under one name both say the same */
};

static struct below
compare_above(struct csv_table *table, uint32_t r, struct csv_split *above)
{
    struct below is = {0};
    const struct csv_row_note *row = &table->rows[r], *over = &table->rows[r - 1];
    struct span last_name = {"", 0}, last = {"", 0};
    for (uint32_t i = 0; i < table->columns; i++) {
        struct span cell = csv_table_cell(table, row, &table->split, i);
        struct span name = csv_table_cell(table, over, above, i);
        bool empty = csv_type_of(cell) == CSV_TYPE_EMPTY;
        bool blank = csv_type_of(name) == CSV_TYPE_EMPTY;
        bool group = i && !blank && same_text(name, last_name);
        is.filled += !empty;
        is.units += !empty && is_unit(cell);
        is.gap = is.gap || (empty && blank);
        is.spanned += !empty && blank;
        is.grouped += group;
        is.repeats = is.repeats || ((group || (i && blank)) && same_text(cell, last));
        last_name = name;
        last = cell;
    }
    return is;
}

/* Does the row above leave room for this one? It names groups of columns, over blanks or again and
 * again, and this row names every column of them; or this one holds nothing but units. Words where
 * values are to be expected are no sign: "unknown" is the value of a row, and a row of data lost is
 * worse than a line of a header left among the data. */
static bool
completes_header(struct csv_table *table, uint32_t r)
{
    struct csv_split above = {0};
    bool completes = false;
    if (csv_table_split(table, &table->rows[r - 1], &above) &&
        csv_table_split(table, &table->rows[r], &table->split)) {
        struct below is = compare_above(table, r, &above);
        bool groups = is.spanned * 4 >= table->columns || is.grouped * 3 >= table->columns;
        completes = (is.units && is.units == is.filled) ||
                    (groups && !is.gap && !is.repeats && is.filled == table->columns);
    }
    csv_split_free(&above);
    return completes;
}

/* Row r below a header row: does it go on with the header? It does when it repeats it, or when it
 * completes the row above, with names or units in columns whose rows below hold values. */
static bool
continues_header(struct csv_table *table, uint32_t r, uint32_t header,
                 struct csv_column_note *notes)
{
    const struct csv_row_note *row = &table->rows[r];
    if (row->count != table->columns)
        return false;
    uint32_t below = csv_table_columns(table, r + 1, notes);
    if (same_cells(table, r, header))
        return table->columns > 1 && below > 0;
    if (below < 2 || !completes_header(table, r))
        return false;
    uint32_t names = 0, typed = 0;
    for (uint32_t i = 0; i < table->columns; i++) {
        enum csv_type type = csv_type_of(csv_table_cell(table, row, &table->split, i));
        if (csv_type_is_data(type))
            return false;
        if (!csv_type_is_data(notes[i].main) || !notes[i].values)
            continue;
        typed++;
        names += type >= CSV_TYPE_CODE;
    }
    return names && names * 2 > typed;
}

static bool
has_long_cell(struct csv_table *table, uint32_t r)
{
    if (!csv_table_split(table, &table->rows[r], &table->split))
        return false;
    for (uint32_t i = 0; i < table->split.count; i++)
        if (table->split.cells[i].length > NAME_LONG / 2)
            return true;
    return false;
}

/* The rows before the first full one that are no part of the table; a header of another width
 * than its rows may be the last of them. */
static uint32_t
narrow_header(struct csv_table *table, uint32_t first, struct csv_column_note *notes, bool *found)
{
    *found = false;
    if (!first)
        return first;
    const struct csv_row_note *row = &table->rows[first - 1];
    bool close = row->line + 1 == table->rows[first].line;
    if (!close || row->count < 2 || row->filled < 2 || row->filled * 2 < table->columns)
        return first;
    csv_table_columns(table, first, notes);
    *found = header_vote(table, first - 1, notes) > 0;
    return *found ? first - 1 : first;
}

/* A header with more names than most rows have cells makes the table as wide as its names. */
static void
widen(struct csv_table *table, struct csv_dialect *dialect, uint32_t header)
{
    if (!csv_table_split(table, &table->rows[header], &table->split))
        return;
    uint32_t count = table->split.count;
    while (count > table->columns &&
           csv_type_of(csv_table_cell(table, &table->rows[header], &table->split, count - 1)) ==
               CSV_TYPE_EMPTY)
        count--;
    if (count > table->columns)
        dialect->columns = table->columns = table->shape.columns = count;
}

/* Finds the first header row, or the first data row when there is none (*found false). */
static uint32_t
header_row(struct csv_table *table, struct csv_column_note *notes, bool *found)
{
    uint32_t columns = table->columns, first = table->count;
    for (uint32_t r = 0; r < table->count && r < PREAMBLE_MAX; r++) {
        const struct csv_row_note *row = &table->rows[r];
        if (row->count != columns || !row->filled)
            continue;
        if (first == table->count)
            first = r;
        if (columns > 1 && (row->filled * 2 < columns || row->filled == 1))
            continue;
        csv_table_columns(table, r + 1, notes);
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
        csv_table_columns(table, first + 1, notes);
        *found = header_vote(table, first, notes) > 0;
    }
    return above;
}

/* Without a header: data begins with the first row that is not a line of prose. */
static uint32_t
first_data_row(const struct csv_table *table)
{
    uint32_t r = 0;
    while (table->columns > 1 && r < table->count && table->rows[r].count == 1)
        r++;
    return r < table->count ? r : 0;
}

/* What the values of each column look like, for the rows that do not fit. */
static void
profile_columns(struct csv_table *table, struct csv_dialect *dialect, uint32_t row)
{
    struct csv_column_note *notes =
        ARENA_ARRAY(table->arena, table->columns, struct csv_column_note);
    unsigned char *profile = ARENA_ARRAY(table->arena, table->columns, unsigned char);
    if (csv_table_columns(table, row, notes) < PROFILE_MIN)
        return;
    for (uint32_t i = 0; i < table->columns; i++) {
        const struct csv_column_note *note = &notes[i];
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
given_preamble(const struct csv_table *table, const struct csv_dialect *dialect, uint64_t *line)
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
set_data(const struct csv_table *table, struct csv_dialect *dialect, uint32_t row)
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

/* Sets header_rows, if it is not given, and returns the first of them, or the first data row. */
static uint32_t
find_table(struct csv_table *table, struct csv_dialect *dialect, struct csv_column_note *notes)
{
    bool found = false;
    uint32_t row = 0;
    if (!(dialect->given & CSV_GIVEN_PREAMBLE)) {
        row = header_row(table, notes, &found);
        if (!found)
            row = first_data_row(table);
    } else if (table->count) {
        csv_table_columns(table, 1, notes);
        found = header_vote(table, 0, notes) > 0;
    }
    if (dialect->given & CSV_GIVEN_HEADER_ROWS)
        return row;
    dialect->header_rows = found;
    while (found && dialect->header_rows < CSV_HEADER_MAX &&
           row + dialect->header_rows < table->count &&
           continues_header(table, row + dialect->header_rows, row, notes))
        dialect->header_rows++;
    return row;
}

bool
csv_header_locate(struct ctx *ctx, struct arena *arena, const struct csv_sample *sample,
                  struct csv_dialect *dialect)
{
    struct csv_table *table = ARENA_NEW(arena, struct csv_table);
    uint64_t line;
    struct csv_sample rest = *sample;
    table->arena = arena;
    table->sample = sample;
    csv_shape_init(&table->shape, dialect);
    size_t at = given_preamble(table, dialect, &line);
    if (at == sample->length && at && !sample->whole)
        return err_field(ctx, ERR_INPUT, "skip",
                         "The first %d MB of the file have fewer lines. Save the table as a file "
                         "of its own.",
                         CSV_ROW_MAX / 1024 / 1024);
    rest.text += at;
    rest.length -= at;
    table->columns = dialect->columns = csv_sniff_columns(&rest, dialect);
    csv_shape_init(&table->shape, dialect);
    if (table->columns >= CSV_COLUMNS_MAX)
        return err_raise(ctx, ERR_INPUT,
                         "The table has more than %d columns. Check that the delimiter is right, "
                         "or leave columns out.",
                         CSV_COLUMNS_MAX);
    csv_table_list(table, at, line);
    struct csv_column_note *notes = ARENA_ARRAY(arena, table->columns, struct csv_column_note);
    uint32_t row = find_table(table, dialect, notes);
    if (dialect->header_rows == 1 && row < table->count)
        widen(table, dialect, row);
    if (!(dialect->given & CSV_GIVEN_PREAMBLE) && row < table->count)
        dialect->preamble_lines = (uint32_t)(table->rows[row].line - 1);
    csv_names_set(table, dialect, row);
    set_data(table, dialect, row + dialect->header_rows);
    profile_columns(table, dialect, row + dialect->header_rows);
    csv_split_free(&table->split);
    return true;
}
