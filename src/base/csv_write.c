/* See csv_write.h. */
#include "base/csv_write.h"

#include <string.h>

#include <stdint.h>

/* Bytes that force quotes: the delimiter, the quote and the line ends. */
static bool
needs_quotes(struct span cell)
{
    for (size_t i = 0; i < cell.length; i++) {
        char c = cell.data[i];
        if (c == ',' || c == '"' || c == '\n' || c == '\r')
            return true;
    }
    return false;
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

static void
write_quoted(struct buf *buf, struct span cell)
{
    const char *p = cell.data, *end = p + cell.length;
    while (p < end) {
        const char *quote = memchr(p, '"', (size_t)(end - p));
        if (!quote)
            break;
        buf_add(buf, p, (size_t)(quote + 1 - p));
        buf_char(buf, '"');
        p = quote + 1;
    }
    buf_add(buf, p, (size_t)(end - p));
}

void
csv_write_cell(struct buf *buf, struct span cell, bool first, unsigned flags)
{
    bool formula = (flags & CSV_WRITE_SAFE) && is_formula(cell);
    bool quotes = formula || needs_quotes(cell);
    if (!first)
        buf_char(buf, ',');
    if (!quotes) {
        buf_add(buf, cell.data, cell.length);
        return;
    }
    buf_char(buf, '"');
    if (formula)
        buf_char(buf, '\'');
    write_quoted(buf, cell);
    buf_char(buf, '"');
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
