/* See csv_write.h. */
#include "base/csv_write.h"

#include <stdbool.h>
#include <string.h>

#include "base/swar.h"

/* Bytes that force quotes: the delimiter, the quote and the line ends. */
static const bool forces_quotes[256] = {[','] = true, ['"'] = true, ['\n'] = true, ['\r'] = true};

static inline uint64_t
forcing_bytes(uint64_t word)
{
    return swar_equal(word, ',' * SWAR_EVERY) | swar_equal(word, '"' * SWAR_EVERY) |
           swar_equal(word, '\n' * SWAR_EVERY) | swar_equal(word, '\r' * SWAR_EVERY);
}

/* Copies a cell if nothing in it forces quotes; else what was copied is to be written over. */
static inline bool
copy_plain(char *to, const char *from, size_t length)
{
    uint64_t word, found = 0;
    size_t i = 0;
    for (; length - i >= sizeof word && !found; i += sizeof word) {
        memcpy(&word, from + i, sizeof word);
        memcpy(to + i, &word, sizeof word);
        found = forcing_bytes(word);
    }
    if (length > sizeof word && i < length && !found) {
        /* The last eight bytes once more in one piece, instead of up to seven one by one. */
        memcpy(&word, from + length - sizeof word, sizeof word);
        memcpy(to + length - sizeof word, &word, sizeof word);
        return !forcing_bytes(word);
    }
    for (; i < length && !found; i++) {
        to[i] = from[i];
        found = forces_quotes[(unsigned char)from[i]];
    }
    return !found;
}

/* Would a spreadsheet take the cell for a formula? Excel and LibreOffice strip white space before
 * they look (OWASP, CSV injection). */
static bool
is_formula(struct span cell)
{
    for (size_t i = 0; i < cell.length; i++) {
        char c = cell.data[i];
        if (c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r')
            return true;
        if (c != ' ' && c != '\n')
            return false;
    }
    return false;
}

void
csv_write_bom(struct buf *buf)
{
    buf_add(buf, "\xEF\xBB\xBF", 3);
}

/* Copies with every quote doubled; returns the end of the copy. */
static char *
copy_quoted(char *to, struct span cell)
{
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.data[i] == '"')
            *to++ = '"';
        *to++ = cell.data[i];
    }
    return to;
}

/* Most bytes that a cell takes: a comma, two quotes, an apostrophe, and every byte a quote. */
static inline size_t
most_bytes(struct span cell)
{
    return 4 + cell.length * 2;
}

/* Writes a cell where there is room for it; returns the end. */
static inline char *
put_cell(char *to, struct span cell, bool first, unsigned flags)
{
    bool formula = (flags & CSV_WRITE_SAFE) && is_formula(cell);
    if (!first)
        *to++ = ',';
    if (!formula && copy_plain(to, cell.data, cell.length))
        return to + cell.length;
    *to++ = '"';
    if (formula)
        *to++ = '\'';
    to = copy_quoted(to, cell);
    *to++ = '"';
    return to;
}

void
csv_write_cell(struct buf *buf, struct span cell, bool first, unsigned flags)
{
    if (!buf_reserve(buf, most_bytes(cell)))
        return;
    char *end = put_cell(buf->data + buf->length, cell, first, flags);
    buf->length = (size_t)(end - buf->data);
    *end = '\0';
}

void
csv_write_end(struct buf *buf, unsigned flags)
{
    if (flags & CSV_WRITE_CRLF)
        buf_char(buf, '\r');
    buf_char(buf, '\n');
}

void
csv_write_row(struct buf *buf, const struct span *cells, size_t count, unsigned flags)
{
    if (count == 1 && !cells[0].length)
        buf_add(buf, "\"\"", 2);
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        room += most_bytes(cells[i]);
    if (buf_reserve(buf, room)) {
        char *to = buf->data + buf->length;
        for (size_t i = 0; i < count; i++)
            to = put_cell(to, cells[i], i == 0, flags);
        buf->length = (size_t)(to - buf->data);
    }
    csv_write_end(buf, flags);
}
