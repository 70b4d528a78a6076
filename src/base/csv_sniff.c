/* Every candidate dialect splits the sample; the one whose table looks most like a table wins. The
 * idea that even rows and typed cells tell the dialect is van den Burg's (CleverCSV, 2019); the
 * measure here adds where quotes stand and weighs rows by what they hold. See csv_sniff.h. */
#include "base/csv_sniff.h"

#include <math.h>
#include <string.h>

#include "base/csv_split.h"
#include "base/csv_type.h"

/* Below it the sample is one column of text. */
static const double SCORE_MIN = 0.05;

enum {
    ROWS_MAX = 250,   /* rows that a candidate is judged by */
    CELLS_MAX = 4000, /* cells whose type is looked at */
    WIDTHS_MAX = 64   /* different widths that are counted */
};

static const struct candidate {
    const char *delimiter;
    double prior;     /* how likely it is before looking */
    double evenly;    /* share of rows that must have the same width */
    uint32_t columns; /* that it must make at least, unless quotes stand at it */
} candidates[] = {
    {",",        1.0,  0.3,  2},
    {";",        1.0,  0.3,  2},
    {"\t",       1.0,  0.3,  2},
    {"|",        0.98, 0.4,  2},
    {", ",       1.0,  0.7,  2},
    {"; ",       1.0,  0.7,  2},
    {" | ",      1.0,  0.7,  2},
    {"||",       1.0,  0.7,  2},
    {"::",       0.9,  0.8,  2},
    {":",        0.6,  0.9,  3},
    {" ",        0.6,  0.85, 3},
    {"~",        0.95, 0.8,  2},
    {"^",        0.95, 0.8,  2},
    {"\x1E",     1.0,  0.5,  2},
    {"\x1F",     1.0,  0.5,  2},
    {"\x01",     1.0,  0.5,  2},
    {"\xC2\xA6", 0.95, 0.8,  2},
    {"\xC2\xA7", 0.9,  0.8,  2},
    {"#",        0.5,  0.9,  3},
};

/* What splitting the sample in one way gives. */
struct trial {
    uint32_t rows;    /* not blank */
    uint32_t columns; /* the width of most rows */
    uint32_t even;    /* rows of that width */
    uint32_t ones;    /* rows of one cell, which the delimiter does not touch */
    bool titled;      /* the first row is one of them */
    bool narrow;      /* the first row has fewer cells than most */
    bool spaced;      /* in every row of two cells the second starts with a blank */
    uint32_t broken;  /* rows with quotes where none may stand */
    double typed;     /* mean weight of the cells' types in even rows, 0..1 */
    double data;      /* share of those cells that are numbers, dates, addresses */
    double score;
};

struct widths {
    uint32_t width[WIDTHS_MAX];
    uint32_t rows[WIDTHS_MAX];
    uint32_t used;
};

static void
widths_add(struct widths *widths, uint32_t width)
{
    uint32_t i = 0;
    while (i < widths->used && widths->width[i] != width)
        i++;
    if (i == WIDTHS_MAX)
        return;
    if (i == widths->used) {
        widths->width[i] = width;
        widths->used++;
    }
    widths->rows[i]++;
}

/* The most frequent width; of equals the one that came first. Lines of prose around a table have
 * width 1, so 1 wins only where hardly anything else is. */
static uint32_t
widths_mode(const struct widths *widths, uint32_t *rows)
{
    uint32_t best = 1, all = 0, ones = 0;
    *rows = 0;
    for (uint32_t i = 0; i < widths->used; i++) {
        all += widths->rows[i];
        if (widths->width[i] == 1) {
            ones = widths->rows[i];
        } else if (widths->rows[i] > *rows) {
            best = widths->width[i];
            *rows = widths->rows[i];
        }
    }
    if (*rows * 4 < all) {
        *rows = ones > *rows ? ones : *rows;
        best = ones >= *rows ? 1 : best;
    }
    return best;
}

/* Calls for each row of the sample; stops at ROWS_MAX rows. */
typedef void row_fn(void *with, const char *text, const struct csv_split *row);

static void
each_row(const struct csv_sample *sample, const struct csv_shape *shape, row_fn *fn, void *with)
{
    struct csv_split row = {0};
    size_t at = 0;
    for (uint32_t rows = 0; at < sample->length && rows < ROWS_MAX; rows++) {
        if (!csv_split_row(shape, sample->text + at, sample->length - at, sample->whole, &row))
            break;
        bool blank = row.count == 1 && row.cells[0].length == 0;
        if (!blank)
            fn(with, sample->text + at, &row);
        at += row.length;
    }
    csv_split_free(&row);
}

static void
count_width(void *with, const char *text, const struct csv_split *row)
{
    (void)text;
    widths_add(with, row->count);
}

uint32_t
csv_sniff_columns(const struct csv_sample *sample, const struct csv_dialect *dialect)
{
    struct csv_shape shape;
    struct widths widths = {0};
    uint32_t rows;
    csv_shape_init(&shape, dialect);
    shape.columns = 0;
    each_row(sample, &shape, count_width, &widths);
    return widths_mode(&widths, &rows);
}

struct measure {
    struct trial trial;
    uint32_t cells, data;
    double weight;
};

static void
measure_row(void *with, const char *text, const struct csv_split *row)
{
    /* How much a cell of each type speaks for the split that made it. */
    static const double weights[CSV_TYPES] = {
        [CSV_TYPE_EMPTY] = 0.6, [CSV_TYPE_NUMBER] = 1, [CSV_TYPE_DATE] = 1,   [CSV_TYPE_TIME] = 1,
        [CSV_TYPE_EMAIL] = 1,   [CSV_TYPE_URL] = 1,    [CSV_TYPE_CODE] = 0.8, [CSV_TYPE_WORD] = 0.9,
        [CSV_TYPE_TEXT] = 0.8,  [CSV_TYPE_ODD] = 0.2,
    };
    struct measure *measure = with;
    measure->trial.rows++;
    measure->trial.broken += (row->flags & (CSV_QUOTE | CSV_UNCLOSED)) != 0;
    measure->trial.titled |= measure->trial.rows == 1 && row->count == 1;
    measure->trial.narrow |= measure->trial.rows == 1 && row->count < measure->trial.columns;
    measure->trial.ones += row->count == 1;
    if (row->count == 2 && text[row->cells[1].start] != ' ')
        measure->trial.spaced = false;
    if (row->count != measure->trial.columns)
        return;
    measure->trial.even++;
    for (uint32_t i = 0; i < row->count && measure->cells < CELLS_MAX; i++) {
        struct span cell = {text + row->cells[i].start, row->cells[i].length};
        enum csv_type type = csv_type_of(cell);
        if (row->cells[i].quoted && type == CSV_TYPE_ODD)
            type = CSV_TYPE_TEXT;
        measure->weight += weights[type];
        measure->data += csv_type_is_data(type);
        measure->cells++;
    }
}

static struct trial
try_dialect(const struct csv_sample *sample, const struct csv_dialect *dialect)
{
    struct csv_shape shape;
    struct measure measure = {
        .trial = {.columns = csv_sniff_columns(sample, dialect), .spaced = true}
    };
    csv_shape_init(&shape, dialect);
    shape.columns = measure.trial.columns;
    each_row(sample, &shape, measure_row, &measure);
    if (measure.cells) {
        measure.trial.typed = measure.weight / measure.cells;
        measure.trial.data = (double)measure.data / measure.cells;
    }
    return measure.trial;
}

/* Share of the quotes at the outer side of which the delimiter or a line end stands; 0.5 when
 * there are too few to tell. *count: quotes looked at. */
static double
quotes_at(const struct csv_sample *sample, const char *delimiter, char quote, uint32_t *count)
{
    size_t length = strlen(delimiter);
    const char *text = sample->text, *end = text + sample->length;
    uint32_t outside = 0, all = 0;
    for (const char *p = text; p < end; p++) {
        p = memchr(p, quote, (size_t)(end - p));
        if (!p)
            break;
        if (p + 1 < end && p[1] == quote) {
            p++; /* a doubled quote, or an empty cell: no evidence */
            continue;
        }
        bool before = p == text || p[-1] == '\n' || p[-1] == '\r' ||
                      ((size_t)(p - text) >= length && !memcmp(p - length, delimiter, length));
        bool behind = p + 1 == end || p[1] == '\n' || p[1] == '\r' ||
                      ((size_t)(end - p - 1) >= length && !memcmp(p + 1, delimiter, length));
        outside += before != behind;
        all++;
    }
    *count = all;
    return all < 2 ? 0.5 : (double)outside / all;
}

static double
score_of(const struct candidate *candidate, const struct trial *trial, double at_quotes,
         uint32_t quotes)
{
    bool quoted = quotes >= 6 && at_quotes > 0.85;
    if (trial->columns < 2 || !trial->rows)
        return 0;
    double even = (double)trial->even / trial->rows;
    if (!quoted && (even < candidate->evenly || trial->columns < candidate->columns))
        return 0;
    if (!quoted && candidate->prior < 0.7 && trial->rows < 2)
        return 0;
    /* "Quiet Works 12" below "Company name" is one column: a table with blanks between its cells has a
     * name for each of them. */
    if (!quotes && trial->narrow && !strcmp(candidate->delimiter, " "))
        return 0;
    double broken = (double)trial->broken / trial->rows;
    double touched = 1.0 - (double)trial->ones / trial->rows;
    double score = candidate->prior * pow(even, 1.5) * trial->typed * trial->typed;
    score *= sqrt(1.0 - 1.0 / trial->columns) * (1.0 - 0.8 * broken) * touched;
    /* "Smith, John" below a name of one word is one column. */
    if (trial->columns == 2 && trial->titled && (trial->spaced || candidate->delimiter[1] == ' '))
        score *= 0.2;
    /* The more quotes there are, the more their places say. */
    double evidence = quotes >= 6 ? 0.9 : 0.15 * quotes;
    return score * (1.0 - evidence * (1.0 - at_quotes));
}

/* Quote characters worth trying: ' only where it stands at the edges of cells. */
static size_t
quote_choices(const struct csv_sample *sample, const struct csv_dialect *dialect, char quotes[2])
{
    quotes[0] = dialect->quote;
    if (dialect->given & CSV_GIVEN_QUOTE)
        return 1;
    quotes[0] = '"';
    quotes[1] = '\'';
    size_t edges = 0;
    for (const char *p = sample->text, *end = p + sample->length; p + 1 < end; p++) {
        if (*p == '"' && (p == sample->text || strchr(",;\t|\n ", p[-1])) && p[1] != '"')
            return 1;
        edges += *p == '\'' && strchr(",;\t|\r\n", p[1]);
    }
    return edges >= 2 ? 2 : 1;
}

/* One column that is all times, addresses or dates is not split at the colons in it. */
static bool
is_column_of_values(const struct csv_sample *sample, const struct csv_dialect *dialect)
{
    struct csv_dialect one = *dialect;
    memset(one.delimiter, 0, sizeof one.delimiter);
    struct trial trial = try_dialect(sample, &one);
    return trial.data > 0.8;
}

static void
sniff_delimiter(const struct csv_sample *sample, struct csv_dialect *dialect)
{
    char quotes[2];
    size_t quote_count = quote_choices(sample, dialect, quotes);
    struct csv_dialect best = *dialect;
    double best_score = SCORE_MIN;
    bool values = is_column_of_values(sample, dialect);
    best.quote = best.escape = quotes[0];
    if (!(dialect->given & CSV_GIVEN_DELIMITER))
        memset(best.delimiter, 0, sizeof best.delimiter);
    for (size_t q = 0; q < quote_count; q++) {
        for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
            const struct candidate *candidate = &candidates[i];
            struct csv_dialect trying = *dialect;
            if (!(dialect->given & CSV_GIVEN_DELIMITER)) {
                if (!memmem(sample->text, sample->length, candidate->delimiter,
                            strlen(candidate->delimiter)) ||
                    (values && candidate->prior < 0.7))
                    continue;
                memset(trying.delimiter, 0, sizeof trying.delimiter);
                strncpy(trying.delimiter, candidate->delimiter, sizeof trying.delimiter - 1);
            } else if (i > 0) {
                break;
            }
            trying.quote = quotes[q];
            trying.escape = dialect->given & CSV_GIVEN_ESCAPE ? dialect->escape : quotes[q];
            uint32_t count;
            double at = quotes_at(sample, trying.delimiter, trying.quote, &count);
            struct trial trial = try_dialect(sample, &trying);
            double score = score_of(candidate, &trial, at, count);
            /* Of two delimiters that split alike, the longer leaves less rubbish in the cells. */
            score *= 1 + 0.03 * (double)(strlen(trying.delimiter) - 1);
            if (score > best_score) {
                best_score = score;
                best = trying;
            }
        }
    }
    *dialect = best;
}

/* How the quote is written inside a quoted cell: the way that leaves fewest rows broken. */
static void
sniff_escape(const struct csv_sample *sample, struct csv_dialect *dialect)
{
    if (dialect->given & CSV_GIVEN_ESCAPE)
        return;
    dialect->escape = dialect->quote;
    if (!dialect->quote)
        return;
    const char backslash[2] = {'\\', dialect->quote};
    struct csv_dialect other = *dialect;
    if (memmem(sample->text, sample->length, backslash, 2)) {
        other.escape = '\\';
        struct trial doubled = try_dialect(sample, dialect);
        struct trial escaped = try_dialect(sample, &other);
        if (escaped.broken < doubled.broken ||
            (escaped.broken == doubled.broken && escaped.even > doubled.even))
            dialect->escape = '\\';
    }
    if (dialect->quote != '\'')
        return;
    /* Double quotes that come only in pairs were escaped before ' became the quote. */
    size_t pairs = 0, single = 0;
    for (const char *p = sample->text, *end = p + sample->length; p < end; p++) {
        if (*p != '"')
            continue;
        bool pair = p + 1 < end && p[1] == '"';
        pairs += pair;
        single += !pair;
        p += pair;
    }
    if (pairs && !single)
        dialect->escape = '"';
}

/* Line ends, counted without regard to quotes: those inside cells are few. */
static void
sniff_newline(const struct csv_sample *sample, struct csv_dialect *dialect)
{
    size_t lf = 0, crlf = 0, cr = 0;
    const char *text = sample->text;
    for (size_t i = 0; i < sample->length; i++) {
        bool next_lf = i + 1 < sample->length && text[i + 1] == '\n';
        if (text[i] == '\r' && next_lf) {
            crlf++;
            i++;
        } else if (text[i] == '\r') {
            cr++;
        } else if (text[i] == '\n') {
            lf++;
        }
    }
    if (!lf && !crlf)
        dialect->newline = cr ? CSV_NEWLINE_CR : CSV_NEWLINE_LF;
    else if (cr * 10 > lf + crlf && cr > 1)
        dialect->newline = CSV_NEWLINE_MIXED;
    else
        dialect->newline = crlf >= lf ? CSV_NEWLINE_CRLF : CSV_NEWLINE_LF;
}

/* Single CRs may also stand inside cells: they end rows only if that makes the rows more even. */
static void
settle_newline(const struct csv_sample *sample, struct csv_dialect *dialect)
{
    if (dialect->newline != CSV_NEWLINE_MIXED || (dialect->given & CSV_GIVEN_NEWLINE))
        return;
    struct csv_dialect other = *dialect;
    other.newline = CSV_NEWLINE_LF;
    struct trial mixed = try_dialect(sample, dialect), lf = try_dialect(sample, &other);
    if ((double)lf.even * mixed.rows > (double)mixed.even * lf.rows)
        dialect->newline = CSV_NEWLINE_LF;
}

void
csv_sniff(const struct csv_sample *sample, struct csv_dialect *dialect)
{
    if (!(dialect->given & CSV_GIVEN_NEWLINE))
        sniff_newline(sample, dialect);
    sniff_delimiter(sample, dialect);
    sniff_escape(sample, dialect);
    settle_newline(sample, dialect);
}
