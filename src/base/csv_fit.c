/* Counts the ways to lay the cells of a row over the columns, several cells in a row over one
 * column of text, each value over a column of its type. One way only: the row is laid so. */
#include "base/csv_fit.h"

#include <string.h>

#include "base/csv_type.h"

enum {
    COLUMNS_MAX = 256, /* wider tables are not tried */
    EXTRA_MAX = 48,    /* cells more than columns */
    TYPED_MIN = 2      /* values that must meet a column of their type, or it is guesswork */
};

struct fit {
    const struct csv_shape *shape; /* its delimiter made the cells */
    const unsigned char *profile;
    const char *text;
    const struct csv_cell *cells;
    uint32_t columns, extra;
    unsigned char types[COLUMNS_MAX + EXTRA_MAX];
    /* Ways to lay cells column + e and following over the columns from `column` on; 2: several. */
    unsigned char ways[COLUMNS_MAX + 1][EXTRA_MAX + 1];
};

/* May the cell be the whole value of the column? */
static bool
fits(const struct fit *fit, uint32_t cell, uint32_t column)
{
    enum csv_type type = fit->types[cell], wanted = fit->profile[column];
    if (type == CSV_TYPE_EMPTY)
        return true;
    if (wanted == CSV_TYPE_EMPTY)
        return false;
    return !csv_type_is_data(wanted) || type == wanted;
}

/* May the cell go on with the text of the cell before it? A delimiter in running text has a blank
 * behind it, if it is not one itself. */
static bool
goes_on(const struct fit *fit, uint32_t cell)
{
    const struct csv_cell *last = &fit->cells[cell - 1], *next = &fit->cells[cell];
    bool blank = fit->shape->delimiter[0] == ' ' || (next->length && fit->text[next->start] == ' ');
    return blank && next->length && last->length && !next->quoted && !last->quoted;
}

static void
count_ways(struct fit *fit)
{
    memset(fit->ways, 0, sizeof fit->ways);
    fit->ways[fit->columns][fit->extra] = 1;
    for (uint32_t column = fit->columns; column-- > 0;) {
        for (uint32_t e = 0; e <= fit->extra; e++) {
            uint32_t cell = column + e, ways = 0;
            if (fits(fit, cell, column))
                ways += fit->ways[column + 1][e];
            bool text = fit->profile[column] == CSV_TYPE_TEXT;
            for (uint32_t more = 1; text && e + more <= fit->extra; more++) {
                if (!goes_on(fit, cell + more))
                    break;
                ways += fit->ways[column + 1][e + more];
            }
            fit->ways[column][e] = (unsigned char)(ways > 2 ? 2 : ways);
        }
    }
}

/* Lays the cells in the only way; false when too few values met their type. */
static bool
lay(const struct fit *fit, struct csv_split *out)
{
    uint32_t e = 0, typed = 0;
    out->count = out->quoted = 0;
    for (uint32_t column = 0; column < fit->columns; column++) {
        uint32_t cell = column + e, more = 0;
        bool single = fits(fit, cell, column) && fit->ways[column + 1][e];
        while (!single && !(more && fit->ways[column + 1][e + more]))
            more++;
        const struct csv_cell *from = &fit->cells[cell], *to = &fit->cells[cell + more];
        csv_split_add(out, from->start, to->start + to->length - from->start, from->quoted,
                      from->escaped);
        typed += !more && csv_type_is_data(fit->profile[column]) &&
                 fit->types[cell] == fit->profile[column];
        e += more;
    }
    return typed >= TYPED_MIN;
}

/* Fits the cells that a delimiter made. */
static bool
fit_cells(const struct csv_shape *shape, const unsigned char *profile, const char *text,
          const struct csv_split *cells, uint32_t columns, struct csv_split *out)
{
    struct fit fit = {.shape = shape, .profile = profile, .text = text, .cells = cells->cells};
    if (cells->count < columns || cells->count > columns + EXTRA_MAX || columns > COLUMNS_MAX)
        return false;
    fit.columns = columns;
    fit.extra = cells->count - columns;
    for (uint32_t i = 0; i < cells->count; i++) {
        struct span cell = {text + cells->cells[i].start, cells->cells[i].length};
        fit.types[i] = (unsigned char)csv_type_of(cell);
    }
    count_ways(&fit);
    return fit.ways[0][0] == 1 && lay(&fit, out);
}

static size_t
count_of(const char *text, size_t length, const char *delimiter)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == delimiter[0];
    return count;
}

/* Splits the row with another delimiter; *shape is the one that did. */
static bool
try_delimiter(const struct csv_shape *own, const char *delimiter, const char *text, size_t length,
              struct csv_shape *shape, struct csv_split *cells)
{
    struct csv_dialect dialect = {.quote = own->quote, .escape = own->escape};
    if (!strcmp(delimiter, own->delimiter) || count_of(text, length, delimiter) + 1 < own->columns)
        return false;
    memcpy(dialect.delimiter, delimiter, strlen(delimiter));
    dialect.newline = own->newline;
    csv_shape_init(shape, &dialect);
    return csv_split_row(shape, text, length, true, cells) && cells->length == length &&
           !(cells->flags & (CSV_UNCLOSED | CSV_QUOTE));
}

bool
csv_fit_row(const struct csv_shape *shape, const unsigned char *profile, const char *text,
            struct csv_split *out)
{
    static const char *const delimiters[] = {",", ";", "\t", "|", " "};
    struct csv_split cells = {0}, fitted = {0};
    bool done = false;
    if (out->lines != 1 || shape->columns < 3)
        return false;
    if (out->count > shape->columns)
        done = fit_cells(shape, profile, text, out, shape->columns, &fitted);
    for (size_t i = 0;
         !done && out->count < shape->columns && i < sizeof delimiters / sizeof *delimiters; i++) {
        struct csv_shape other;
        done = try_delimiter(shape, delimiters[i], text, out->length, &other, &cells) &&
               fit_cells(&other, profile, text, &cells, shape->columns, &fitted);
    }
    if (done) {
        fitted.length = out->length;
        fitted.lines = out->lines;
        fitted.flags = CSV_REPAIRED;
        csv_split_free(out);
        *out = fitted;
    } else {
        csv_split_free(&fitted);
    }
    csv_split_free(&cells);
    return done;
}
