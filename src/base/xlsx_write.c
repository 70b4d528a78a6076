/* SpreadsheetML (ECMA-376, part 1, 18.3) with text in the cells themselves, so that nothing is kept
 * in memory or on disk until the end. See xlsx_write.h. */
#include "base/xlsx_write.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/swar.h"
#include "base/xlsx_parts.h"

enum {
    PIECE = 128 * 1024,
    BUF_CAP = 64 * 1024 * 1024, /* a row of the widest sheet with long cells */
    SHEETS_MAX = 1000,
    WIDTH_MAX = 80,
    ROW_TEXT = 8,
    NOTHING_BEFORE = -25508, /* 1900-03-01: serial 61 */
    NOTHING_AFTER = 2932896, /* 9999-12-31 */
    SERIAL_OF_1970 = 25569,
    DAY = 86400
};
static const uint64_t sheet_bytes_max = 3500000000u; /* XML of a sheet */

#define CUT_MARK " [cut]"

/* The letters of a column, with what stands before and after the row's number in a text cell. */
struct column {
    char letters[4];
    char open[16]; /* <c r="AB */
    size_t open_length;
};

struct xlsx_writer {
    struct xlsx_zip *zip;
    struct buf buf;  /* whole rows, and the one in hand from row_at on */
    struct buf head; /* what stands around rows */
    size_t row_at;
    bool is_open; /* there is a sheet to write rows to */
    const char *names_row;
    const struct xlsx_column *names;
    struct column *columns;
    size_t n_columns, column; /* the next cell's */
    const char *sheet;
    int64_t row; /* in the sheet, 1 is the names */
    char row_text[ROW_TEXT];
    size_t row_length;
    int64_t *ends; /* last row of each sheet */
    struct xlsx_totals totals;
};

static void
name_column(struct column *column, size_t place)
{
    char letters[4] = "";
    size_t n = 0;
    for (size_t left = place + 1; left; left = (left - 1) / 26)
        letters[n++] = (char)('A' + (left - 1) % 26);
    for (size_t i = 0; i < n; i++)
        column->letters[i] = letters[n - 1 - i];
    column->open_length =
        (size_t)snprintf(column->open, sizeof column->open, "<c r=\"%s", column->letters);
}

/* Bytes that cannot stand for themselves in XML text, or may not: a quote can, 0xEF begins the two
 * characters that XML forbids, an underscore may look like an escape. */
static const bool special[256] = {
    [0] = true,  [1] = true,  [2] = true,   [3] = true,   [4] = true,   [5] = true,   [6] = true,
    [7] = true,  [8] = true,  [11] = true,  [12] = true,  [13] = true,  [14] = true,  [15] = true,
    [16] = true, [17] = true, [18] = true,  [19] = true,  [20] = true,  [21] = true,  [22] = true,
    [23] = true, [24] = true, [25] = true,  [26] = true,  [27] = true,  [28] = true,  [29] = true,
    [30] = true, [31] = true, ['<'] = true, ['>'] = true, ['&'] = true, ['_'] = true, [0xEF] = true,
};

/* "_x0041_" in the text would be read as "A". */
static bool
looks_escaped(const char *at, size_t left)
{
    if (left < 7 || at[1] != 'x' || at[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (!strchr("0123456789abcdefABCDEF", at[i]) || !at[i])
            return false;
    return true;
}

/* Writes one special byte, or the character that it begins; returns how many bytes it took. */
static size_t
put_special(char **to, const char *at, size_t left)
{
    static const char hex[] = "0123456789ABCDEF";
    const char *as = NULL;
    unsigned char c = (unsigned char)*at;
    char escape[] = "_x0000_";
    size_t taken = 1;
    if (c == '<')
        as = "&lt;";
    else if (c == '>')
        as = "&gt;";
    else if (c == '&')
        as = "&amp;";
    else if (c == '_') {
        as = looks_escaped(at, left) ? "_x005F_" : "_";
    } else if (c == 0xEF) {
        bool none = left >= 3 && (unsigned char)at[1] == 0xBF && (unsigned char)at[2] >= 0xBE;
        as = none ? "\xEF\xBF\xBD" : "\xEF";
        taken = none ? 3 : 1;
    } else {
        escape[4] = hex[c >> 4];
        escape[5] = hex[c & 15];
        as = escape;
    }
    size_t n = strlen(as);
    memcpy(*to, as, n);
    *to += n;
    return taken;
}

static inline uint64_t
special_bytes(uint64_t word)
{
    /* '<' and '>' differ in one bit; below 32 covers the tabs and line ends too: the table decides */
    return swar_equal(word & ~(2 * SWAR_EVERY), '<' * SWAR_EVERY) |
           swar_equal(word, '&' * SWAR_EVERY) | swar_equal(word, '_' * SWAR_EVERY) |
           swar_equal(word, 0xEF * SWAR_EVERY) |
           ((word - 0x20 * SWAR_EVERY) & ~word & (0x80 * SWAR_EVERY));
}

static char *
put_escaped(char *to, struct span text)
{
    size_t i = 0;
    while (i < text.length) {
        uint64_t word;
        if (text.length - i >= sizeof word) {
            memcpy(&word, text.data + i, sizeof word);
            if (!special_bytes(word)) {
                memcpy(to, &word, sizeof word);
                to += sizeof word;
                i += sizeof word;
                continue;
            }
        }
        size_t end = text.length - i >= sizeof word ? i + sizeof word : text.length;
        while (i < end) {
            if (special[(unsigned char)text.data[i]])
                i += put_special(&to, text.data + i, text.length - i);
            else
                *to++ = text.data[i++];
        }
    }
    return to;
}

/* The length of the text's beginning that has at most `most` UTF-16 units. */
static size_t
fit(struct span text, size_t most)
{
    size_t units = 0, i = 0;
    while (i < text.length) {
        unsigned char c = (unsigned char)text.data[i];
        size_t bytes = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        size_t more = bytes == 4 ? 2 : 1;
        if (units + more > most || i + bytes > text.length)
            break;
        units += more;
        i += bytes;
    }
    return i;
}

static char *
put_ref(const struct xlsx_writer *writer, char *to)
{
    const struct column *column = &writer->columns[writer->column];
    memcpy(to, column->open, sizeof column->open);
    to += column->open_length;
    memcpy(to, writer->row_text, ROW_TEXT);
    return to + writer->row_length;
}

/* Is there a column for the cell, and room for it? */
static bool
ready(struct xlsx_writer *writer, size_t room)
{
    return writer->column < writer->n_columns && buf_reserve(&writer->buf, room);
}

static char *
put(char *to, const char *bytes, size_t n)
{
    memcpy(to, bytes, n);
    return to + n;
}
#define PUT(to, constant) put((to), "" constant, sizeof(constant) - 1)

static void
cell_done(struct xlsx_writer *writer, const char *end)
{
    writer->buf.length = (size_t)(end - writer->buf.data);
    writer->column++;
}

/* White space at the ends, and a line break, are lost on readers without xml:space. */
static bool
keeps_space(struct span text)
{
    const char *last = text.data + text.length - 1;
    return *text.data == ' ' || *last == ' ' || *text.data == '\t' || *last == '\t' ||
           memchr(text.data, '\n', text.length);
}

static void
write_text(struct xlsx_writer *writer, struct span text, bool header)
{
    bool cut = text.length > XLSX_CELL_MAX && fit(text, XLSX_CELL_MAX) < text.length;
    if (!text.length) {
        writer->column++;
        return;
    }
    if (cut)
        text.length = fit(text, XLSX_CELL_MAX - (sizeof CUT_MARK - 1));
    if (!ready(writer, text.length * 7 + 128))
        return;
    char *to = put_ref(writer, writer->buf.data + writer->buf.length);
    if (header)
        to = PUT(to, "\" s=\"1");
    to = keeps_space(text) ? PUT(to, "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                           : PUT(to, "\" t=\"inlineStr\"><is><t>");
    to = put_escaped(to, text);
    if (cut) {
        to = PUT(to, CUT_MARK);
        writer->totals.cut++;
    }
    cell_done(writer, PUT(to, "</t></is></c>"));
}

void
xlsx_write_text(struct xlsx_writer *writer, struct span text)
{
    write_text(writer, text, false);
}

void
xlsx_write_empty(struct xlsx_writer *writer)
{
    writer->column++;
}

static void
write_value(struct xlsx_writer *writer, const char *value, int style)
{
    size_t length = strlen(value);
    if (!ready(writer, length + 128))
        return;
    char *to = put_ref(writer, writer->buf.data + writer->buf.length);
    if (style) {
        to = PUT(to, "\" s=\"");
        *to++ = (char)('0' + style);
    }
    to = put(PUT(to, "\"><v>"), value, length);
    cell_done(writer, PUT(to, "</v></c>"));
}

void
xlsx_write_number(struct xlsx_writer *writer, double number)
{
    char text[40];
    if (!isfinite(number)) {
        writer->column++;
        return;
    }
    /* the shortest that reads back as the same: 0.1 and not 0.10000000000000001 */
    if (fabs(number) < 1e15 && number == floor(number))
        snprintf(text, sizeof text, "%" PRId64, (int64_t)number);
    else if (snprintf(text, sizeof text, "%.15g", number), strtod(text, NULL) != number)
        snprintf(text, sizeof text, "%.17g", number);
    write_value(writer, text, 0);
}

static bool
has_serial(int64_t days)
{
    return days >= NOTHING_BEFORE && days <= NOTHING_AFTER;
}

static void
write_clock(struct xlsx_writer *writer, int64_t seconds, bool with_time)
{
    char text[64];
    struct tm tm;
    time_t time = (time_t)seconds;
    size_t n = !gmtime_r(&time, &tm) ? 0
               : with_time           ? strftime(text, sizeof text, "%Y-%m-%d %H:%M", &tm)
                                     : strftime(text, sizeof text, "%Y-%m-%d", &tm);
    write_text(writer, (struct span){text, n}, false);
}

void
xlsx_write_date(struct xlsx_writer *writer, int64_t days)
{
    char text[32];
    if (!has_serial(days)) {
        write_clock(writer, days * DAY, false);
        return;
    }
    snprintf(text, sizeof text, "%" PRId64, days + SERIAL_OF_1970);
    write_value(writer, text, XLSX_STYLE_DATE);
}

void
xlsx_write_time(struct xlsx_writer *writer, int64_t seconds)
{
    static const int64_t digits = 10000000000;
    char text[48];
    int64_t rest = (seconds % DAY + DAY) % DAY, days = (seconds - rest) / DAY;
    if (!has_serial(days)) {
        write_clock(writer, seconds, true);
        return;
    }
    snprintf(text, sizeof text, "%" PRId64 ".%010" PRId64, days + SERIAL_OF_1970,
             (rest * digits + DAY / 2) / DAY);
    write_value(writer, text, XLSX_STYLE_TIME);
}

static bool
flush(struct ctx *ctx, struct xlsx_writer *writer, struct buf *buf)
{
    if (buf->over)
        return err_raise(ctx, ERR_INPUT, "A row is larger than %d MB.", BUF_CAP >> 20);
    bool ok = xlsx_zip_add(ctx, writer->zip, buf->data, buf->length);
    buf_clear(buf);
    return ok;
}

/* Makes `row` the one that the next cells go to. */
static void
begin_row(struct xlsx_writer *writer, int64_t row)
{
    struct buf *buf = &writer->buf;
    writer->row = row;
    writer->row_at = buf->length;
    writer->column = 0;
    writer->row_length = (size_t)snprintf(writer->row_text, ROW_TEXT, "%" PRId64, row);
    if (!buf_reserve(buf, 64))
        return;
    char *to = PUT(buf->data + buf->length, "<row r=\"");
    to = put(to, writer->row_text, writer->row_length);
    to = PUT(to, "\">");
    buf->length = (size_t)(to - buf->data);
}

static void
add_widths(struct buf *buf, const struct xlsx_column *names, size_t n)
{
    buf_text(buf, "<cols>");
    for (size_t i = 0; i < n; i++) {
        /* the name is bold and has the filter's button beside it */
        int least = (int)text_count(names[i].name) + 4;
        int width = names[i].width > least ? names[i].width : least;
        buf_printf(buf, "<col min=\"%zu\" max=\"%zu\" width=\"%d\" customWidth=\"1\"/>", i + 1,
                   i + 1, width > WIDTH_MAX ? WIDTH_MAX : width);
    }
    buf_text(buf, "</cols>");
}

/* The row of names goes through the same cells as any other. */
static void
write_names(struct xlsx_writer *writer)
{
    begin_row(writer, 1);
    for (size_t i = 0; i < writer->n_columns; i++)
        write_text(writer, (struct span){writer->names[i].name, strlen(writer->names[i].name)},
                   true);
    buf_text(&writer->buf, "</row>\n");
}

/* Opens the next sheet before the rows that wait in the buffer. */
static bool
begin_sheet(struct ctx *ctx, struct xlsx_writer *writer)
{
    struct buf *head = &writer->head;
    if (writer->totals.sheets == SHEETS_MAX)
        return err_raise(ctx, ERR_INPUT,
                         "The workbook would have too many sheets. Take fewer rows, or CSV.");
    writer->totals.sheets++;
    writer->is_open = true;
    if (!xlsx_zip_begin(ctx, writer->zip, xlsx_parts_sheet(ctx, writer->totals.sheets)))
        return false;
    buf_printf(head,
               XLSX_XML_HEAD "<worksheet xmlns=\"" XLSX_MAIN_NS "\"><sheetViews><sheetView%s "
                             "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                             "activePane=\"bottomLeft\" state=\"frozen\"/>"
                             "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/>"
                             "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>",
               writer->totals.sheets == 1 ? " tabSelected=\"1\"" : "");
    add_widths(head, writer->names, writer->n_columns);
    buf_text(head, "<sheetData>");
    buf_add(head, writer->names_row, strlen(writer->names_row));
    return flush(ctx, writer, head);
}

static bool
end_sheet(struct ctx *ctx, struct xlsx_writer *writer, int64_t last)
{
    writer->ends[writer->totals.sheets - 1] = last;
    writer->is_open = false;
    buf_printf(&writer->buf, "</sheetData><autoFilter ref=\"A1:%s%" PRId64 "\"/></worksheet>",
               writer->columns[writer->n_columns - 1].letters, last);
    return flush(ctx, writer, &writer->buf) && xlsx_zip_end(ctx, writer->zip);
}

bool
xlsx_write_row(struct ctx *ctx, struct xlsx_writer *writer)
{
    int64_t next = writer->row + 1;
    buf_text(&writer->buf, "</row>\n");
    writer->totals.rows++;
    /* a sheet begins with its first row, so that none stays empty behind a full one */
    if (!writer->is_open && !begin_sheet(ctx, writer))
        return false;
    if (writer->row == XLSX_ROWS_MAX || xlsx_zip_length(writer->zip) > sheet_bytes_max) {
        if (!end_sheet(ctx, writer, writer->row))
            return false;
        next = 2;
    } else if (writer->buf.length >= PIECE && !flush(ctx, writer, &writer->buf)) {
        return false;
    }
    begin_row(writer, next);
    return true;
}

bool
xlsx_write_begin(struct ctx *ctx, struct arena *arena, const char *path, const char *sheet,
                 const struct xlsx_column *columns, size_t n_columns, struct xlsx_writer **out)
{
    struct xlsx_writer *writer = ARENA_NEW(arena, struct xlsx_writer);
    if (!n_columns || n_columns > XLSX_COLUMNS_MAX)
        return err_raise(ctx, ERR_INPUT, "A sheet has 1 to %d columns.", XLSX_COLUMNS_MAX);
    buf_init(&writer->buf, arena, BUF_CAP);
    buf_init(&writer->head, arena, BUF_CAP);
    writer->names = columns;
    writer->n_columns = n_columns;
    writer->columns = ARENA_ARRAY(arena, n_columns, struct column);
    writer->ends = ARENA_ARRAY(arena, SHEETS_MAX, int64_t);
    writer->sheet = sheet;
    for (size_t i = 0; i < n_columns; i++)
        name_column(&writer->columns[i], i);
    write_names(writer);
    writer->names_row = arena_strdup(arena, writer->buf.data);
    buf_clear(&writer->buf);
    *out = writer;
    if (!xlsx_zip_open(ctx, arena, path, &writer->zip) || !xlsx_parts_first(ctx, writer->zip) ||
        !begin_sheet(ctx, writer))
        return false;
    begin_row(writer, 2);
    return true;
}

bool
xlsx_write_end(struct ctx *ctx, struct xlsx_writer *writer, struct xlsx_totals *totals)
{
    /* the row that was begun for cells which never came */
    writer->buf.length = writer->row_at;
    const struct xlsx_sheets sheets = {
        .name = writer->sheet,
        .letters = writer->columns[writer->n_columns - 1].letters,
        .n = writer->totals.sheets,
        .ends = writer->ends,
    };
    if ((writer->is_open && !end_sheet(ctx, writer, writer->row - 1)) ||
        !xlsx_parts_last(ctx, writer->zip, &sheets) || !xlsx_zip_close(ctx, writer->zip))
        return false;
    if (totals)
        *totals = writer->totals;
    return true;
}
