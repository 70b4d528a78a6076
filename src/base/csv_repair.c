/* The search behind csv_repair_line: depth first over the cells that start with a quote, the
 * likeliest meaning first, cut off at the best cost so far and at a budget of steps. */
#include "base/csv_repair.h"

#include <stdlib.h>
#include <string.h>

enum {
    /* What a reading costs; only their order matters. */
    COST_STRAY = 1,   /* a quote inside a quoted cell that does not close it */
    COST_OPENING = 3, /* the same, right behind a delimiter: it wanted to open a cell */
    COST_PAIR = 2,    /* of a doubled quote, the first is a character and the second closes */
    COST_LITERAL = 3, /* a quote at the start of a cell is a character */
    COST_MAX = 1 << 20,
    /* Bytes looked at before the search gives up: a base, and so many for each byte of the line. */
    WORK_BASE = 64 * 1024,
    WORK_FACTOR = 16,
    DEPTH_MAX = 2000
};

struct search {
    const struct csv_shape *shape;
    const char *line, *end;
    uint32_t columns;
    size_t work;   /* bytes that may still be looked at */
    uint32_t best; /* cost of out->cells */
    struct csv_split now;
    struct csv_split *out;
};

static void search_from(struct search *search, const char *p, uint32_t cost, unsigned flags,
                        uint32_t depth);

static void
keep(struct search *search, uint32_t cost, unsigned flags)
{
    struct csv_split *out = search->out, *now = &search->now;
    if (cost >= search->best || (search->columns && now->count != search->columns))
        return;
    search->best = cost;
    out->count = out->quoted = 0;
    out->flags = flags | now->flags;
    for (uint32_t i = 0; i < now->count; i++) {
        const struct csv_cell *cell = &now->cells[i];
        csv_split_add(out, cell->start, cell->length, cell->quoted, cell->escaped);
    }
}

static void
spend(struct search *search, size_t work)
{
    search->work -= work < search->work ? work : search->work;
}

/* The end of the unquoted cell at p: the next delimiter or the end of the line. */
static const char *
cell_end(struct search *search, const char *p)
{
    const char *start = p;
    while (p < search->end && !csv_at_delimiter(search->shape, p, search->end))
        p++;
    spend(search, (size_t)(p - start) + 1);
    return p;
}

/* Adds the cell [start, stop) and goes on behind it; takes the cell back afterwards. */
static void
try_cell(struct search *search, const char *start, const char *stop, const char *behind,
         struct csv_cell how, uint32_t cost, unsigned flags, uint32_t depth)
{
    uint32_t count = search->now.count, quoted = search->now.quoted;
    if (search->columns && count >= search->columns)
        return;
    csv_split_add(&search->now, (size_t)(start - search->line), (size_t)(stop - start), how.quoted,
                  how.escaped);
    if (behind == search->end)
        keep(search, cost, flags);
    else
        search_from(search, behind + search->shape->delimiter_length, cost, flags, depth);
    search->now.count = count;
    search->now.quoted = quoted;
}

/* Where a cell that closes before p ends, over blanks; NULL when text follows. */
static const char *
closes_at(const struct search *search, const char *p)
{
    while (p < search->end && *p == ' ' && !csv_at_delimiter(search->shape, p, search->end))
        p++;
    return p == search->end || csv_at_delimiter(search->shape, p, search->end) ? p : NULL;
}

static bool
opens_at(const struct search *search, const char *open, const char *quote)
{
    size_t length = search->shape->delimiter_length;
    return length && (size_t)(quote - open) > length &&
           !memcmp(quote - length, search->shape->delimiter, length);
}

/* Every quote that can close the cell opened at `open`, nearest first. */
static void
try_quoted(struct search *search, const char *open, uint32_t cost, unsigned flags, uint32_t depth)
{
    const struct csv_shape *shape = search->shape;
    struct csv_cell how = {.quoted = true};
    for (const char *p = open + 1; p < search->end && cost < search->best && search->work; p++) {
        const char *behind;
        spend(search, 1);
        if (shape->escape && shape->escape != shape->quote && *p == shape->escape) {
            how.escaped = true;
            p++;
            continue;
        }
        if (*p != shape->quote)
            continue;
        if (shape->escape && p + 1 < search->end && p[1] == shape->quote) {
            behind = closes_at(search, p + 2);
            if (behind)
                try_cell(search, open + 1, p + 1, behind, how, cost + COST_PAIR, flags | CSV_QUOTE,
                         depth);
            how.escaped = true;
            p++;
            continue;
        }
        behind = closes_at(search, p + 1);
        if (behind)
            try_cell(search, open + 1, p, behind, how, cost, flags, depth);
        cost += opens_at(search, open, p) ? COST_OPENING : COST_STRAY;
        flags |= CSV_QUOTE;
    }
}

static void
search_from(struct search *search, const char *p, uint32_t cost, unsigned flags, uint32_t depth)
{
    const struct csv_shape *shape = search->shape;
    uint32_t count = search->now.count, quoted = search->now.quoted;
    for (;;) {
        if (cost >= search->best || !search->work)
            break;
        const char *stop;
        if (p < search->end && shape->quote && *p == shape->quote) {
            if (depth < DEPTH_MAX)
                try_quoted(search, p, cost, flags, depth + 1);
            cost += COST_LITERAL;
            flags |= CSV_UNCLOSED | CSV_QUOTE;
            stop = cell_end(search, p + 1);
        } else {
            stop = cell_end(search, p);
            if (shape->quote && memchr(p, shape->quote, (size_t)(stop - p)))
                flags |= CSV_QUOTE;
        }
        if (search->columns && search->now.count >= search->columns)
            break;
        csv_split_add(&search->now, (size_t)(p - search->line), (size_t)(stop - p), false, false);
        if (stop == search->end) {
            keep(search, cost, flags);
            break;
        }
        p = stop + shape->delimiter_length;
    }
    search->now.count = count;
    search->now.quoted = quoted;
}

bool
csv_repair_line(const struct csv_shape *shape, const char *line, size_t length, uint32_t columns,
                struct csv_split *out)
{
    struct search search = {.shape = shape,
                            .line = line,
                            .end = line + length,
                            .columns = columns,
                            .work = WORK_BASE + WORK_FACTOR * length,
                            .best = COST_MAX,
                            .out = out};
    search_from(&search, line, 0, 0, 0);
    csv_split_free(&search.now);
    return search.best < COST_MAX;
}
