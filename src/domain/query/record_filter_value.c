/* Values of dimensions. See record_filter_value.h. */
#include "domain/query/record_filter_value.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/record/country.h"

enum { SHOWN = 40, DIGITS = 15, ID_DIGITS = 18, NAMES = 360, DAY_SIZE = 10 };

#define NONE "none"

static const char *
cut(struct ctx *ctx, const char *text)
{
    return text_cut(ctx->arena, text, SHOWN);
}

/* All of the text as an id; 0: it is none. */
static int64_t
id_of(const char *text)
{
    size_t n = strspn(text, "0123456789");
    return n && n <= ID_DIGITS && !text[n] ? strtoll(text, NULL, 10) : 0;
}

/* The names of a list, as far as a message has room for them. */
static const char *
names_of(struct arena *arena, const struct record_choices *choices)
{
    const char **names = ARENA_ARRAY(arena, choices->n + 1, const char *);
    for (size_t i = 0; i < choices->n; i++)
        names[i] = choices->of[i].name;
    return text_listing(arena, names, choices->n, NAMES);
}

static bool
read_choice(struct ctx *ctx, const struct record_dimension *dimension, const char *name,
            const char *text, int64_t *code)
{
    const struct record_choice *choice = record_code_named(dimension->choices, text);
    *code = choice ? choice->code : 0;
    return choice ||
           err_field(ctx, ERR_INPUT, name, "%s has no value \"%s\". Known: " NONE ", %s.",
                     dimension->label, cut(ctx, text), names_of(ctx->arena, dimension->choices));
}

static bool
read_country(struct ctx *ctx, const char *name, const char *text, int64_t *code)
{
    const struct country *country = country_by_code(text);
    *code = country ? record_code_of_country(country->iso2) : 0;
    return *code ||
           err_field(ctx, ERR_INPUT, name,
                     "There is no country \"%s\". Use its code of two letters, such as DE.",
                     cut(ctx, text));
}

bool
record_filter_value_code(struct ctx *ctx, const struct record_dimension *dimension,
                         const char *name, const char *text, int64_t *code)
{
    *code = 0;
    if (!strcmp(text, NONE))
        return true;
    if (dimension->kind == DIMENSION_CODE)
        return read_choice(ctx, dimension, name, text, code);
    if (dimension->kind == DIMENSION_COUNTRY)
        return read_country(ctx, name, text, code);
    *code = id_of(text);
    return *code || err_field(ctx, ERR_INPUT, name, "%s: \"%s\" is no id.", dimension->label,
                              cut(ctx, text));
}

const char *
record_filter_value_name(struct arena *arena, const struct record_dimension *dimension,
                         int64_t code)
{
    if (!code)
        return NONE;
    if (dimension->kind == DIMENSION_COUNTRY)
        return record_code_country(arena, code);
    if (dimension->kind != DIMENSION_CODE)
        return arena_printf(arena, "%" PRId64, code);
    const struct record_choice *choice = record_code_get(dimension->choices, code);
    return choice ? choice->name : NONE;
}

static int64_t
digits(const char *text, size_t n)
{
    int64_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

bool
record_filter_value_number(const char *text, int64_t *whole, int64_t *part)
{
    bool minus = *text == '-';
    const char *at = text + (minus || *text == '+');
    size_t n = strspn(at, "0123456789");
    size_t decimals = at[n] == '.' ? strspn(at + n + 1, "0123456789") : 0;
    if (!n || n > DIGITS || decimals > DIGITS || at[n + (decimals ? 1 + decimals : 0)])
        return false;
    *whole = digits(at, n);
    *part = decimals ? digits(at + n + 1, decimals) : 0;
    for (size_t i = decimals; i < DIGITS; i++)
        *part *= 10;
    if (minus) {
        *whole = -*whole - (*part > 0);
        *part = *part ? RECORD_FILTER_PARTS - *part : 0;
    }
    return true;
}

/* Days from 1970-01-01 to the first of a month, after Howard Hinnant's "chrono-compatible low-level
 * date algorithms". */
static int64_t
month_begins(int64_t year, int64_t month)
{
    year -= month <= 2;
    int64_t era = year / 400, of_era = year - era * 400;
    int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

bool
record_filter_value_day(const char *text, int64_t *day)
{
    if (strlen(text) != DAY_SIZE || strspn(text, "0123456789") != 4 || text[4] != '-' ||
        strspn(text + 5, "0123456789") != 2 || text[7] != '-' ||
        strspn(text + 8, "0123456789") != 2)
        return false;
    int64_t year = digits(text, 4), month = digits(text + 5, 2), of_month = digits(text + 8, 2);
    if (year < 1000 || month < 1 || month > 12 || of_month < 1 || of_month > 31)
        return false;
    *day = month_begins(year, month) + of_month - 1;
    return true;
}

static const char *
day_text(struct arena *arena, int64_t day)
{
    int64_t era_day = day + 719468, era = era_day / 146097, of_era = era_day - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    return arena_printf(arena, "%04" PRId64 "-%02" PRId64 "-%02" PRId64,
                        year + era * 400 + (month >= 10), month < 10 ? month + 3 : month - 9,
                        of_year - (153 * month + 2) / 5 + 1);
}

/* Of our own numbers every value is whole. */
static bool
has_decimals(const struct record_dimension *dimension)
{
    return dimension->kind == DIMENSION_NUMBER && dimension->place < 0;
}

static bool
read_end(struct ctx *ctx, const struct record_dimension *dimension, const char *text, int64_t *out,
         int64_t *part)
{
    if (dimension->kind != DIMENSION_DAY)
        return (has_decimals(dimension) || !strchr(text, '.')) &&
               record_filter_value_number(text, out, part);
    /* a day that no calendar has would come back as another */
    return record_filter_value_day(text, out) && !strcmp(day_text(ctx->arena, *out), text);
}

static bool
holds_any(const struct record_dimension *dimension, const struct record_ends *ends)
{
    if (dimension->kind == DIMENSION_AGE)
        return ends->from < ends->to;
    return ends->from < ends->to || (ends->from == ends->to && ends->from_part <= ends->to_part);
}

bool
record_filter_value_range(struct ctx *ctx, const struct record_dimension *dimension,
                          const char *name, const char *text, struct record_ends *out)
{
    const char *dots = strstr(text, "..");
    *out = (struct record_ends){.from = INT64_MIN, .to = INT64_MAX};
    if (dots && strlen(text) > 2) {
        const char *first = arena_strndup(ctx->arena, text, (size_t)(dots - text));
        if ((!*first || read_end(ctx, dimension, first, &out->from, &out->from_part)) &&
            (!dots[2] || read_end(ctx, dimension, dots + 2, &out->to, &out->to_part)))
            return holds_any(dimension, out) ||
                   err_field(ctx, ERR_INPUT, name,
                             "%s: the range ends before it begins. Turn it around.",
                             dimension->label);
    }
    return err_field(ctx, ERR_INPUT, name, "%s: \"%s\" is no range. Write it as %s.",
                     dimension->label, cut(ctx, text),
                     dimension->kind == DIMENSION_DAY
                         ? "2026-01-01..2026-03-31, 2026-01-01.. or ..2026-03-31"
                     : has_decimals(dimension) ? "1.5..70, 1.5.. or ..70"
                                               : "40..70, 40.. or ..70, in whole numbers");
}

const char *
record_filter_value_end(struct arena *arena, const struct record_dimension *dimension, int64_t end,
                        int64_t part)
{
    if (end == INT64_MIN || end == INT64_MAX)
        return "";
    if (dimension->kind == DIMENSION_DAY)
        return day_text(arena, end);
    if (!part)
        return arena_printf(arena, "%" PRId64, end);
    bool minus = end < 0;
    int decimals = DIGITS;
    part = minus ? RECORD_FILTER_PARTS - part : part;
    for (; part % 10 == 0; part /= 10)
        decimals--;
    return arena_printf(arena, "%s%" PRId64 ".%0*" PRId64, minus ? "-" : "",
                        minus ? -(end + 1) : end, decimals, part);
}

const char *
record_filter_value_ends(struct arena *arena, const struct record_dimension *dimension,
                         const struct record_ends *ends)
{
    return arena_printf(arena, "%s..%s",
                        record_filter_value_end(arena, dimension, ends->from, ends->from_part),
                        record_filter_value_end(arena, dimension, ends->to, ends->to_part));
}

bool
record_filter_value_set(struct ctx *ctx, const char *name, const char *text, int64_t *set,
                        char *did)
{
    size_t n = strspn(text, "0123456789");
    char end = text[n];
    *did = end;
    *set = id_of(arena_strndup(ctx->arena, text, n));
    return (*set && (!end || ((end == 'c' || end == 'u') && !text[n + 1]))) ||
           err_field(ctx, ERR_INPUT, name, "\"%s\" is no change. Open the list again from it.",
                     cut(ctx, text));
}
