/* One clause. See snapshot_clause.h. */
#include "domain/columns/snapshot_clause.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/columns/snapshot_search.h"
#include "domain/query/query_sql.h"
#include "domain/snapshot/snapshot_bits.h"
#include "domain/snapshot/snapshot_posting.h"
#include "domain/snapshot/snapshot_rungs.h"
#include "statements.h"

enum { AGE_MOST = 700000 }; /* days, as in query_where.c */
enum { SCANNED = 3 };       /* rows looked at in the time that one is set in a set */
#define DAY_US (INT64_C(86400) * 1000000)

static void
want_codes(struct snapshot_clause *out, const struct snapshot_dict *dict)
{
    const struct record_clause *clause = out->clause;
    for (size_t i = 0; i < clause->n; i++) {
        int64_t place = clause->codes[i];
        if (out->form != SNAPSHOT_FORM_CODE && place) {
            place = snapshot_dict_find(dict, place);
            if (!place)
                continue;
        }
        if (place >= 0 && place < (int64_t)out->n_places)
            out->places[place] = 1;
    }
}

static void
want_range(struct snapshot_clause *out)
{
    int64_t low, high;
    record_dimension_codes(out->clause->dimension, out->clause->ends.from, out->clause->ends.to,
                           &low, &high);
    for (size_t i = 0; i < out->n_places; i++)
        out->places[i] = (int64_t)i >= low && (int64_t)i <= high;
}

static bool
is_whole(const struct record_clause *clause, size_t k)
{
    return clause->dimension->kind == DIMENSION_TEXT && *clause->texts[k] == RECORD_FILTER_WHOLE;
}

/* Job titles hold one of the texts or are one, sources equal one. */
static void
want_texts(struct arena *arena, struct snapshot_clause *out, const struct snapshot_dict *dict)
{
    const struct record_clause *clause = out->clause;
    bool holds = clause->dimension->kind == DIMENSION_TEXT;
    uint64_t *maybe = snapshot_bits_new(arena, dict->n_base, false);
    /* what is shown is looked through too, so each hit is looked at again */
    for (size_t k = 0; holds && dict->n_base && k < clause->n; k++)
        snapshot_search_texts(dict->bytes, dict->from, dict->n_base,
                              clause->texts[k] + is_whole(clause, k), maybe);
    for (size_t i = 0; i < out->n_places; i++) {
        if (holds && (!i || (i < dict->n_base && !snapshot_bits_has(maybe, i))))
            continue;
        const char *folded = snapshot_dict_folded(dict, i);
        for (size_t k = 0; k < clause->n && !out->places[i]; k++)
            out->places[i] = holds && !is_whole(clause, k)
                                 ? strstr(folded, clause->texts[k]) != NULL
                                 : !strcmp(folded, clause->texts[k] + is_whole(clause, k));
    }
}

static bool
want_days(struct ctx *ctx, struct snapshot_clause *out)
{
    const struct record_clause *clause = out->clause;
    if (clause->ends.from != INT64_MIN &&
        !db_i64(ctx, &SQL_SNAPSHOT_DAY_START, DB_ARGS(DB_I64(clause->ends.from)), &out->from_us))
        return false;
    return clause->ends.to == INT64_MAX ||
           db_i64(ctx, &SQL_SNAPSHOT_DAY_START, DB_ARGS(DB_I64(clause->ends.to + 1)),
                  &out->before_us);
}

static int64_t
aged(int64_t today_us, int64_t days)
{
    days = days < -AGE_MOST ? -AGE_MOST : days > AGE_MOST ? AGE_MOST : days;
    return today_us - (days - 1) * DAY_US;
}

static void
want_age(struct snapshot_clause *out, int64_t today_us)
{
    if (out->clause->ends.from != INT64_MIN)
        out->before_us = aged(today_us, out->clause->ends.from);
    if (out->clause->ends.to != INT64_MAX)
        out->from_us = aged(today_us, out->clause->ends.to);
}

/* What no column holds is asked of the database, this clause alone. */
static bool
want_ids(struct ctx *ctx, const struct record_filter *filter, struct snapshot_clause *out)
{
    struct record_clause clause = *out->clause;
    struct record_filter alone = {
        .entity = filter->entity, .search = "", .clauses = &clause, .n_clauses = 1};
    clause.exclude = false;
    return query_sql_ids(ctx, &alone, &out->ids, &out->n_ids);
}

bool
snapshot_clause_make(struct ctx *ctx, const struct snapshot_view *view,
                     const struct snapshot_table *table, const struct record_filter *filter,
                     size_t at, struct snapshot_clause *out)
{
    const struct record_clause *clause = &filter->clauses[at];
    *out = (struct snapshot_clause){.clause = clause, .from_us = INT64_MIN, .before_us = INT64_MAX};
    if (snapshot_table_find(table, clause->dimension->name, &out->dimension))
        out->form = snapshot_form(clause->dimension);
    if (out->form == SNAPSHOT_FORM_NONE)
        return want_ids(ctx, filter, out);
    const struct snapshot_dict *dict = &table->dicts[out->dimension];
    out->n_places = snapshot_places(table, out->dimension);
    out->places = ARENA_ARRAY(ctx->arena, out->n_places + 1, uint8_t);
    switch (clause->dimension->kind) {
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
    case DIMENSION_IDS:
        want_codes(out, dict);
        return true;
    case DIMENSION_ID:
        if (out->form == SNAPSHOT_FORM_DICT)
            want_codes(out, dict);
        return true;
    case DIMENSION_NUMBER:
        want_range(out);
        return true;
    case DIMENSION_TEXT:
    case DIMENSION_VALUE:
        want_texts(ctx->arena, out, dict);
        return true;
    case DIMENSION_DAY:
        return want_days(ctx, out);
    case DIMENSION_AGE:
        want_age(out, view->today_us);
        return true;
    case DIMENSION_SET:
        break;
    }
    return err_raise(ctx, ERR_BUG, "a dimension of an unknown kind");
}

/* A word of bits at a time: bit by bit through memory each step would wait for the one before. */
#define SCAN_ROWS(condition)                                                                       \
    for (size_t i_ = 0; i_ <= segment->n / 64; i_++) {                                             \
        uint64_t word_ = 0;                                                                        \
        size_t last_ = i_ * 64 + 64 < segment->n ? i_ * 64 + 64 : segment->n;                      \
        for (size_t row = i_ * 64; row < last_; row++)                                             \
            word_ |= (uint64_t)(condition) << row % 64;                                            \
        bits[i_] |= word_;                                                                         \
    }
#define SCAN_PLACES(type)                                                                          \
    do {                                                                                           \
        const type *codes_ = at;                                                                   \
        SCAN_ROWS(places[codes_[row]] != 0)                                                        \
    } while (0)

static void
scan_places(const struct snapshot_clause *clause, const struct snapshot_segment *segment,
            uint64_t *bits)
{
    const struct snapshot_cells *cells =
        &segment->cells[SNAPSHOT_FIRST_DIMENSION + clause->dimension];
    const void *at = cells->at;
    const uint8_t *places = clause->places;
    if (cells->width == 1)
        SCAN_PLACES(uint8_t);
    else if (cells->width == 2)
        SCAN_PLACES(uint16_t);
    else
        SCAN_PLACES(uint32_t);
}

static void
scan_sets(const struct snapshot_clause *clause, const struct snapshot_segment *segment,
          uint64_t *bits)
{
    for (size_t row = 0; row < segment->n; row++) {
        size_t n;
        const uint32_t *places = snapshot_set(segment, clause->dimension, row, &n);
        bool wanted = !n && clause->places[0];
        for (size_t i = 0; i < n && !wanted; i++)
            wanted = clause->places[places[i]];
        if (wanted)
            snapshot_bits_set(bits, row);
    }
}

/* Job titles along their order, where places follow each other: first those whose folded text is
 * empty, which have no place in the order and are never wanted. */
static bool
take_titles(const struct snapshot_clause *clause, const struct snapshot_segment *base,
            uint64_t *bits)
{
    const struct snapshot_posting *titles = base->postings[clause->dimension];
    const uint32_t *rows = base->orders[SNAPSHOT_BY_TITLE];
    size_t n = base->n_postings[clause->dimension], n_rows = 0, wanted = 0, at = 0;
    for (size_t i = 1; i < n; i++) {
        n_rows += titles[i].count;
        wanted += clause->places[i] ? titles[i].count : 0;
    }
    if (!rows || wanted * SCANNED > base->n)
        return false;
    size_t nameless = n_rows - base->known[SNAPSHOT_BY_TITLE];
    for (size_t i = 1; i < n; i++) {
        if (nameless) {
            nameless -= titles[i].count;
            continue;
        }
        for (size_t k = 0; clause->places[i] && k < titles[i].count; k++)
            snapshot_bits_set(bits, rows[at + k]);
        at += titles[i].count;
    }
    return true;
}

static void
take_places(const struct snapshot_clause *clause, const struct snapshot_segment *segment,
            uint64_t *bits)
{
    if (segment->words[clause->dimension]) {
        /* places behind the base's are the delta's alone */
        size_t n = segment->n_postings[clause->dimension];
        for (size_t i = 0; i < n && i < clause->n_places; i++)
            if (clause->places[i])
                snapshot_posting_add(segment, clause->dimension, i, bits);
    } else if (clause->clause->dimension->kind == DIMENSION_TEXT && !segment->arena &&
               take_titles(clause, segment, bits)) {
        return;
    } else if (clause->form == SNAPSHOT_FORM_SETS) {
        scan_sets(clause, segment, bits);
    } else {
        scan_places(clause, segment, bits);
    }
}

static void
take_times(struct arena *arena, const struct snapshot_clause *clause,
           const struct snapshot_segment *segment, uint64_t *bits)
{
    enum snapshot_column column = snapshot_time_of(clause->clause->dimension);
    enum snapshot_order order = snapshot_rungs_order(column);
    const int64_t *times = segment->cells[column].at;
    int64_t from = clause->from_us, before = clause->before_us;
    if (order != SNAPSHOT_ORDERS && segment->rungs[order]) {
        uint64_t *earlier = snapshot_bits_new(arena, segment->n, false);
        snapshot_rungs_first(segment, order, snapshot_rungs_before(segment, column, before), bits);
        snapshot_rungs_first(segment, order, snapshot_rungs_before(segment, column, from), earlier);
        for (size_t i = 0; i <= segment->n / 64; i++)
            bits[i] &= ~earlier[i];
        return;
    }
    SCAN_ROWS((times[row] >= from) & (times[row] < before))
}

static void
scan_companies(const struct snapshot_clause *clause, const struct snapshot_segment *segment,
               uint64_t *bits)
{
    const int64_t *companies = segment->cells[SNAPSHOT_COMPANY_ID].at;
    for (size_t i = 0; i < clause->clause->n; i++) {
        int64_t wanted = clause->clause->codes[i];
        SCAN_ROWS(companies[row] == wanted)
    }
}

static int
compare_ids(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void
take_ids(const struct snapshot_clause *clause, const struct snapshot_segment *segment,
         uint64_t *bits)
{
    const int64_t *ids = segment->cells[SNAPSHOT_ID].at;
    size_t row;
    if (!segment->arena) {
        for (size_t i = 0; i < clause->n_ids; i++)
            if (snapshot_base_row(segment, clause->ids[i], &row))
                snapshot_bits_set(bits, row);
        return;
    }
    for (row = 0; row < segment->n; row++)
        if (clause->n_ids &&
            bsearch(&ids[row], clause->ids, clause->n_ids, sizeof *ids, compare_ids))
            snapshot_bits_set(bits, row);
}

uint64_t *
snapshot_clause_rows(struct arena *arena, const struct snapshot_clause *clause,
                     const struct snapshot_segment *segment)
{
    uint64_t *bits = snapshot_bits_new(arena, segment->n, false);
    switch (clause->form) {
    case SNAPSHOT_FORM_CODE:
    case SNAPSHOT_FORM_DICT:
    case SNAPSHOT_FORM_SETS:
        take_places(clause, segment, bits);
        break;
    case SNAPSHOT_FORM_TIME:
        take_times(arena, clause, segment, bits);
        break;
    case SNAPSHOT_FORM_COMPANY:
        scan_companies(clause, segment, bits);
        break;
    case SNAPSHOT_FORM_NONE:
        take_ids(clause, segment, bits);
        break;
    }
    if (clause->clause->exclude)
        snapshot_bits_not(bits, segment->n);
    return bits;
}
