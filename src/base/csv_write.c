/* See csv_write.h. */
#include "base/csv_write.h"

#include <stdbool.h>
#include <string.h>

#include "base/swar.h"

/* Bytes that force quotes: the delimiter, the quote and the line ends. */
static const bool forces_quotes[256] = {[','] = true, ['"'] = true, ['\n'] = true, ['\r'] = true};

/* Copies until the end or a byte that forces quotes; returns how far it came. */
static size_t
copy_plain(char *to, const char *from, size_t length)
{
    size_t i = 0;
    for (uint64_t word; length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, from + i, sizeof word);
        if (swar_equal(word, ',' * SWAR_EVERY) | swar_equal(word, '"' * SWAR_EVERY) |
            swar_equal(word, '\n' * SWAR_EVERY) | swar_equal(word, '\r' * SWAR_EVERY))
            break;
        memcpy(to + i, &word, sizeof word);
    }
    while (i < length && !forces_quotes[(unsigned char)from[i]]) {
        to[i] = from[i];
        i++;
    }
    return i;
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

void
csv_write_cell(struct buf *buf, struct span cell, bool first, unsigned flags)
{
    bool formula = (flags & CSV_WRITE_SAFE) && is_formula(cell);
    /* A comma, two quotes, an apostrophe, and every byte of the cell a quote. */
    if (!buf_reserve(buf, 4 + cell.length * 2))
        return;
    char *start = buf->data + buf->length, *to = start;
    if (!first)
        *to++ = ',';
    size_t plain = formula ? 0 : copy_plain(to, cell.data, cell.length);
    if (plain == cell.length && !formula) {
        to += plain;
    } else {
        *to++ = '"';
        if (formula)
            *to++ = '\'';
        to = copy_quoted(to, cell);
        *to++ = '"';
    }
    *to = '\0';
    buf->length += (size_t)(to - start);
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
    for (size_t i = 0; i < count; i++)
        csv_write_cell(buf, cells[i], i == 0, flags);
    csv_write_end(buf, flags);
}
