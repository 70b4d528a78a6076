/* The row splitter. The common row goes through split_plain once, without a look back; a row whose
 * quoting breaks the rules goes to mend_row, which may read it again. See csv_split.h. */
#include "base/csv_split.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv_repair.h"
#include "base/swar.h"

enum {
    /* How far a quote that is not closed by the rules may reach: an unclosed quote at row 3 must
     * not cost a walk through the rest of the file for each row. */
    LENIENT_REACH = 64 * 1024
};

enum outcome { ROW_DONE, ROW_MORE, ROW_BROKEN };

void
csv_shape_init(struct csv_shape *shape, const struct csv_dialect *dialect)
{
    memset(shape, 0, sizeof *shape);
    memcpy(shape->delimiter, dialect->delimiter, sizeof shape->delimiter);
    shape->delimiter[sizeof shape->delimiter - 1] = 0;
    shape->delimiter_length = strlen(shape->delimiter);
    shape->quote = dialect->quote;
    shape->escape = dialect->quote ? dialect->escape : 0;
    shape->newline = dialect->newline;
    shape->columns = dialect->columns;
    if (shape->quote)
        shape->class[(unsigned char)shape->quote] = CSV_CLASS_QUOTE;
    if (shape->delimiter_length)
        shape->class[(unsigned char)shape->delimiter[0]] = CSV_CLASS_DELIMITER;
    shape->class['\n'] = CSV_CLASS_NEWLINE;
    if (shape->newline == CSV_NEWLINE_CR || shape->newline == CSV_NEWLINE_MIXED)
        shape->class['\r'] = CSV_CLASS_NEWLINE;
    size_t count = 0;
    for (size_t i = 0; i < sizeof shape->pattern / sizeof *shape->pattern; i++)
        shape->pattern[i] = '\n' * SWAR_EVERY;
    for (unsigned byte = 0; byte < 256; byte++)
        if (shape->class[byte] && byte != '\n')
            shape->pattern[count++] = byte * SWAR_EVERY;
}

void
csv_split_free(struct csv_split *split)
{
    free(split->cells);
    memset(split, 0, sizeof *split);
}

void
csv_split_grow(struct csv_split *split)
{
    uint32_t size = split->size ? split->size * 2 : 64;
    struct csv_cell *cells = realloc(split->cells, size * sizeof *cells);
    if (!cells) {
        fprintf(stderr, "out of memory: %u cells\n", size);
        abort();
    }
    split->cells = cells;
    split->size = size;
}

/* A quote or escape character from p on; NULL when there is none. */
static const char *
next_quote(const struct csv_shape *shape, const char *p, const char *end)
{
    const char *quote = memchr(p, shape->quote, (size_t)(end - p));
    if (shape->escape == shape->quote || !shape->escape)
        return quote;
    const char *escape = memchr(p, shape->escape, (size_t)((quote ? quote : end) - p));
    return escape ? escape : quote;
}

/* Where the cell ends whose closing quote stands at p[-1]: at the delimiter or line end behind
 * optional blanks; NULL when something else follows. `end` when the text ends there. */
static const char *
behind_quote(const struct csv_shape *shape, const char *p, const char *end)
{
    while (p < end && *p == ' ' && !csv_at_delimiter(shape, p, end))
        p++;
    if (p == end || *p == '\n' || csv_at_delimiter(shape, p, end))
        return p;
    if (*p == '\r' && (shape->class['\r'] || p + 1 == end || p[1] == '\n'))
        return p;
    return NULL;
}

/* Does this quote look as if it opened a cell? Then the cell before it was never closed. */
static bool
looks_opening(const struct csv_shape *shape, const char *cell, const char *quote)
{
    size_t length = shape->delimiter_length;
    if (quote[-1] == '\n' || quote[-1] == '\r')
        return true;
    return length && (size_t)(quote - cell) > length &&
           !memcmp(quote - length, shape->delimiter, length);
}

/* Reads the quoted cell at *at, which is moved to the delimiter or line end behind it. A lenient
 * reading takes a quote inside that neither closes the cell nor opens another as a character. */
static enum outcome
quoted_cell(const struct csv_shape *shape, const char *text, const char **at, const char *end,
            bool last, bool lenient, struct csv_split *out)
{
    const char *open = *at, *p = open + 1;
    size_t reach = lenient ? LENIENT_REACH : CSV_CELL_MAX;
    bool escaped = false;
    for (;;) {
        const char *quote = next_quote(shape, p, end);
        if (!quote || (size_t)(quote - open) > reach)
            return last || (size_t)(end - open) > reach ? ROW_BROKEN : ROW_MORE;
        if (quote + 1 == end && !last)
            return ROW_MORE;
        if (*quote != shape->quote) {
            escaped = true;
            p = quote + (quote + 1 < end ? 2 : 1);
            continue;
        }
        if (shape->escape && quote + 1 < end && quote[1] == shape->quote) {
            escaped = true;
            p = quote + 2;
            continue;
        }
        const char *behind = behind_quote(shape, quote + 1, end);
        if (behind && (last || (size_t)(end - behind) > CSV_DELIMITER_SIZE)) {
            csv_split_add(out, (size_t)(open + 1 - text), (size_t)(quote - open - 1), true,
                          escaped);
            *at = behind;
            return ROW_DONE;
        }
        if (!last && (size_t)(end - quote) <= CSV_DELIMITER_SIZE)
            return ROW_MORE;
        if (behind)
            return ROW_MORE; /* blanks up to the end of the text */
        if (!lenient || looks_opening(shape, open, quote))
            return ROW_BROKEN;
        out->flags |= CSV_QUOTE;
        p = quote + 1;
    }
}

/* Ends the row at the line end p. */
static enum outcome
end_row(const char *text, const char *p, const char *end, bool last, struct csv_split *out)
{
    if (p < end && *p == '\r') {
        if (p + 1 == end && !last)
            return ROW_MORE;
        p++;
        if (p < end && *p == '\n')
            p++;
    } else if (p < end) {
        p++;
    }
    out->length = (size_t)(p - text);
    return ROW_DONE;
}

/* Looks for bytes with a class, eight at a time; what one look found is kept for the cells that
 * end in the same eight bytes. */
struct finder {
    const char *block; /* the eight bytes that mask is about */
    const char *next;  /* where nobody has looked yet */
    uint64_t mask;     /* bytes of the block that have a class and lie ahead */
};

/* The next byte with a class at or behind p. */
static inline const char *
finder_next(struct finder *finder, const struct csv_shape *shape, const char *p, const char *end)
{
    if (!finder->mask) {
        p = p < finder->next ? finder->next : p;
        for (; end - p >= 8 && !finder->mask; p += 8) {
            uint64_t word;
            memcpy(&word, p, sizeof word);
            finder->block = p;
            finder->mask =
                swar_equal(word, shape->pattern[0]) | swar_equal(word, shape->pattern[1]) |
                swar_equal(word, shape->pattern[2]) | swar_equal(word, shape->pattern[3]);
        }
        finder->next = p;
        if (!finder->mask) {
            while (!shape->class[(unsigned char)*p])
                p++;
            return p;
        }
    }
    p = finder->block + swar_first(finder->mask);
    finder->mask = swar_rest(finder->mask);
    return p;
}

/* Splits by the rules; out->cells is filled even when the row turns out broken. */
static enum outcome
split_plain(const struct csv_shape *shape, const char *text, size_t length, bool last, bool lenient,
            struct csv_split *out)
{
    const unsigned char *class = shape->class;
    const char *end = text + length, *p = text, *start = text;
    struct finder finder = {.next = text};
    bool escaped = false;
    out->count = out->quoted = 0;
    out->flags = 0;
    for (;;) {
        if (p == start && p < end && class[(unsigned char)*p] == CSV_CLASS_QUOTE) {
            enum outcome outcome = quoted_cell(shape, text, &p, end, last, lenient, out);
            if (outcome != ROW_DONE)
                return outcome;
            if (p == end || *p == '\n' || *p == '\r')
                return end_row(text, p, end, last, out);
            start = p += shape->delimiter_length;
            finder.next = p;
            finder.mask = 0;
            continue;
        }
        p = finder_next(&finder, shape, p, end);
        unsigned char found = class[(unsigned char)*p];
        if (found == CSV_CLASS_DELIMITER) {
            if (shape->delimiter_length > 1) {
                if (p < start || !csv_at_delimiter(shape, p, end)) {
                    p++;
                    continue;
                }
            }
            csv_split_add(out, (size_t)(start - text), (size_t)(p - start), false, escaped);
            escaped = false;
            start = p += shape->delimiter_length;
            continue;
        }
        if (found == CSV_CLASS_QUOTE) {
            if (p[-1] == shape->escape && shape->escape != shape->quote)
                escaped = true;
            else
                out->flags |= CSV_QUOTE;
            p++;
            continue;
        }
        if (p == end && !last)
            return ROW_MORE;
        size_t cell = (size_t)(p - start);
        if (cell && p[-1] == '\r' && !class['\r'])
            cell--;
        csv_split_add(out, (size_t)(start - text), cell, false, escaped);
        return end_row(text, p, end, last, out);
    }
}

size_t
csv_line_length(const struct csv_shape *shape, const char *text, size_t length, bool last)
{
    const char *end = text + length, *p = text;
    while (shape->class[(unsigned char)*p] != CSV_CLASS_NEWLINE)
        p++;
    if (p == end)
        return last ? length : 0;
    if (*p == '\r' && p + 1 == end && !last)
        return 0;
    return (size_t)(p - text) + (*p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1);
}

/* Splits the first line only, its quotes read in the way that fits the columns. */
static bool
first_line(const struct csv_shape *shape, const char *text, size_t line, uint32_t columns,
           struct csv_split *out)
{
    size_t bare = line;
    while (bare && (text[bare - 1] == '\n' || text[bare - 1] == '\r'))
        bare--;
    if (!csv_repair_line(shape, text, bare, columns, out))
        return false;
    out->length = line;
    out->lines = 1;
    return true;
}

/* The first line, every quote in it taken as a character. */
static void
without_quotes(const struct csv_shape *shape, const char *text, size_t line, struct csv_split *out)
{
    struct csv_shape bare = *shape;
    bare.class[(unsigned char)bare.quote] = 0;
    bare.quote = bare.escape = 0;
    if (bare.delimiter_length)
        bare.class[(unsigned char)bare.delimiter[0]] = CSV_CLASS_DELIMITER;
    split_plain(&bare, text, line, true, false, out);
    out->flags |= CSV_UNCLOSED | CSV_QUOTE;
}

/* A row that breaks the rules: the first line alone if it can be read to fit; else over several
 * lines with stray quotes taken as characters; else the first line as well as can be. */
static bool
mend_row(const struct csv_shape *shape, const char *text, size_t length, bool last,
         struct csv_split *out)
{
    size_t line = csv_line_length(shape, text, length, last);
    if (!line && length < CSV_ROW_MAX)
        return false;
    if (!line)
        line = length;
    if (shape->columns && first_line(shape, text, line, shape->columns, out))
        return true;
    enum outcome outcome = split_plain(shape, text, length, last, true, out);
    if (outcome == ROW_MORE && length < CSV_ROW_MAX)
        return false;
    if (outcome == ROW_DONE)
        return true;
    if (!first_line(shape, text, line, 0, out))
        without_quotes(shape, text, line, out);
    return true;
}

static uint32_t
count_lines(const struct csv_shape *shape, const char *text, size_t length)
{
    char end = shape->newline == CSV_NEWLINE_CR ? '\r' : '\n';
    uint32_t lines = 0;
    for (const char *p = text, *stop = text + length; p < stop; p++) {
        p = memchr(p, end, (size_t)(stop - p));
        if (!p)
            break;
        lines++;
    }
    return lines ? lines : 1;
}

bool
csv_split_row(const struct csv_shape *shape, const char *text, size_t length, bool last,
              struct csv_split *out)
{
    enum outcome outcome = split_plain(shape, text, length, last, false, out);
    if (outcome == ROW_MORE)
        return false;
    if (outcome == ROW_BROKEN && !mend_row(shape, text, length, last, out))
        return false;
    out->lines = out->quoted ? count_lines(shape, text, out->length) : 1;
    if (out->lines > 1 && shape->columns && out->count != shape->columns) {
        /* A row over several lines that does not fit may be a quote that was never closed. */
        struct csv_split one = {0};
        size_t line = csv_line_length(shape, text, length, last);
        if (line && first_line(shape, text, line, shape->columns, &one)) {
            csv_split_free(out);
            *out = one;
        } else {
            csv_split_free(&one);
        }
    }
    if (shape->columns && out->count != shape->columns)
        out->flags |= out->count < shape->columns ? CSV_SHORT : CSV_LONG;
    return true;
}

size_t
csv_unescape(const struct csv_shape *shape, char *text, size_t length)
{
    size_t to = 0;
    for (size_t from = 0; from < length; from++) {
        bool more = from + 1 < length;
        if (more && text[from] == shape->quote && text[from + 1] == shape->quote && shape->escape)
            from++;
        else if (more && shape->escape && text[from] == shape->escape &&
                 (text[from + 1] == shape->quote || text[from + 1] == shape->escape))
            from++;
        text[to++] = text[from];
    }
    return to;
}
