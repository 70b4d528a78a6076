/* Filters from pairs. See record_filter.h; record_filter_text.c writes them back. */
#include "domain/query/record_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/query/record_filter_value.h"

enum {
    SHOWN = 40,
    NAMES = 380,
    VALUE_MOST = 200,
    SLACK = 8
}; /* a text that was cut off ends within SLACK */

#define CUSTOM "field."

/* What the pairs have said about one dimension so far. */
struct draft {
    const struct record_dimension *dimension;
    const struct record_custom *custom;
    bool exclude, ranged;
    int64_t *codes;
    const char **texts, **shown;
    size_t n;
    const char *first, *last;  /* name.from and name.to */
    struct record_clause said; /* its range or set */
};

struct reader {
    struct ctx *ctx;
    enum record_entity entity;
    struct draft *drafts; /* those of the table, then custom fields */
    size_t n_drafts;
    bool knows_custom;
    const char *search;
};

bool
record_filter_customs(struct ctx *ctx, enum record_entity entity, struct record_custom **out,
                      size_t *n)
{
    struct custom_field *fields;
    if (!custom_field_all(ctx, entity, true, &fields, n))
        return false;
    *out = ARENA_ARRAY(ctx->arena, *n + 1, struct record_custom);
    for (size_t i = 0; i < *n; i++) {
        struct record_custom *custom = &(*out)[i];
        enum custom_type type = custom_type_of(fields[i].type);
        bool counted = (type == CUSTOM_CHOICE || type == CUSTOM_YESNO) && !fields[i].archived;
        bool number = type == CUSTOM_NUMBER, day = type == CUSTOM_DATE;
        custom->key = fields[i].key;
        custom->field = &fields[i];
        custom->dimension = (struct record_dimension){
            .name = arena_printf(ctx->arena, CUSTOM "%s", fields[i].key),
            .label = fields[i].label,
            .list = entity,
            .of = entity,
            .kind = number ? DIMENSION_NUMBER
                    : day  ? DIMENSION_DAY
                           : DIMENSION_VALUE,
            .place = -1,
            .column = "custom",
            .flags = (counted ? DIMENSION_FACET : 0U) | (number || day ? DIMENSION_ONE : 0U)};
    }
    return true;
}

/* Splits "industry.not" into the dimension's name and the rest, which is "" when there is none. */
static const char *
base_of(struct arena *arena, const char *name, const char **rest)
{
    static const char *const rests[] = {".not", ".from", ".to"};
    *rest = "";
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        if (text_ends(name, rests[i]) && strlen(name) > strlen(rests[i]) &&
            strcmp(name, CUSTOM "not") != 0 && strcmp(name, CUSTOM "from") != 0 &&
            strcmp(name, CUSTOM "to") != 0) {
            *rest = rests[i];
            return arena_strndup(arena, name, strlen(name) - strlen(rests[i]));
        }
    return name;
}

bool
record_filter_takes(enum record_entity entity, const char *name)
{
    size_t n, length = strlen(name);
    const struct record_dimension *all = record_dimensions(entity, &n);
    if (!strcmp(name, "q") || text_starts(name, CUSTOM))
        return true;
    for (size_t i = 0; i < n; i++) {
        size_t own = strlen(all[i].name);
        const char *rest = length >= own ? name + own : "?";
        if (!strncmp(name, all[i].name, own) &&
            (!*rest || !strcmp(rest, ".not") || !strcmp(rest, ".from") || !strcmp(rest, ".to")))
            return true;
    }
    return false;
}

static bool
add_customs(struct reader *reader)
{
    struct record_custom *customs = NULL;
    size_t n = 0;
    if (reader->knows_custom || !reader->ctx->db)
        return true;
    reader->knows_custom = true;
    if (!record_filter_customs(reader->ctx, reader->entity, &customs, &n))
        return false;
    struct draft *drafts = ARENA_ARRAY(reader->ctx->arena, reader->n_drafts + n, struct draft);
    memcpy(drafts, reader->drafts, reader->n_drafts * sizeof *drafts);
    for (size_t i = 0; i < n; i++) {
        drafts[reader->n_drafts + i].dimension = &customs[i].dimension;
        drafts[reader->n_drafts + i].custom = &customs[i];
    }
    reader->drafts = drafts;
    reader->n_drafts += n;
    return true;
}

static const char *
names_of(struct reader *reader)
{
    struct arena *arena = reader->ctx->arena;
    const char **names = ARENA_ARRAY(arena, reader->n_drafts + 1, const char *);
    for (size_t i = 0; i < reader->n_drafts; i++)
        names[i] = reader->drafts[i].dimension->name;
    return text_listing(arena, names, reader->n_drafts, NAMES);
}

static bool
draft_of(struct reader *reader, const char *name, const char *base, struct draft **out)
{
    if (text_starts(base, CUSTOM) && !add_customs(reader))
        return false;
    for (size_t i = 0; i < reader->n_drafts; i++)
        if (!strcmp(reader->drafts[i].dimension->name, base)) {
            *out = &reader->drafts[i];
            return true;
        }
    const char *shown = text_cut(reader->ctx->arena, name, SHOWN);
    if (text_starts(base, CUSTOM))
        return err_field(reader->ctx, ERR_INPUT, shown,
                         "There is no custom field for \"%s\" here. It may have been deleted.",
                         shown);
    return err_field(reader->ctx, ERR_INPUT, shown,
                     "Filter \"%s\" is not known here. Known: q, %s.", shown, names_of(reader));
}

static bool
take_search(struct reader *reader, const char *value)
{
    struct ctx *ctx = reader->ctx;
    if (*reader->search && *value)
        return err_field(ctx, ERR_INPUT, "q", "Search for one text at a time.");
    /* folding makes text longer: count before */
    if (text_count(value) > RECORD_FILTER_SEARCH)
        return err_field(ctx, ERR_INPUT, "q", "Search with at most %d characters.",
                         RECORD_FILTER_SEARCH);
    if (*value)
        reader->search = text_squeeze(ctx->arena, value);
    return true;
}

static bool
is_range(const struct record_dimension *dimension)
{
    return dimension->kind == DIMENSION_NUMBER || dimension->kind == DIMENSION_AGE ||
           dimension->kind == DIMENSION_DAY;
}

static bool
too_many(struct ctx *ctx, const struct draft *draft, const char *name)
{
    bool one = draft->dimension->flags & DIMENSION_ONE;
    if (one && draft->n)
        return !err_field(ctx, ERR_INPUT, name, "%s: give one value.", draft->dimension->label);
    if (draft->n >= RECORD_FILTER_VALUES)
        return !err_field(ctx, ERR_INPUT, name, "%s: choose at most %d values.",
                          draft->dimension->label, RECORD_FILTER_VALUES);
    return false;
}

static bool
take_text(struct ctx *ctx, struct draft *draft, const char *name, const char *value)
{
    struct arena *arena = ctx->arena;
    const char *shown = text_squeeze(arena, value);
    bool whole = draft->dimension->kind == DIMENSION_TEXT && *shown == RECORD_FILTER_WHOLE;
    const char *folded = text_fold(arena, shown + whole);
    bool none = draft->dimension->kind == DIMENSION_VALUE && !strcmp(folded, "none");
    if (text_count(shown) > VALUE_MOST)
        return err_field(ctx, ERR_INPUT, name, "%s: use at most %d characters.",
                         draft->dimension->label, VALUE_MOST);
    if (draft->dimension->kind == DIMENSION_TEXT && !*folded)
        return err_field(ctx, ERR_INPUT, name, "%s: type a letter or a digit.",
                         draft->dimension->label);
    if (!draft->texts) {
        draft->texts = ARENA_ARRAY(arena, RECORD_FILTER_VALUES, const char *);
        draft->shown = ARENA_ARRAY(arena, RECORD_FILTER_VALUES, const char *);
    }
    draft->texts[draft->n] = none    ? ""
                             : whole ? arena_printf(arena, "%c%s", RECORD_FILTER_WHOLE, folded)
                                     : folded;
    draft->shown[draft->n++] = none || !*folded ? "none" : shown;
    return true;
}

static bool
take_value(struct ctx *ctx, struct draft *draft, const char *name, const char *value)
{
    const struct record_dimension *dimension = draft->dimension;
    if (too_many(ctx, draft, name))
        return false;
    if (dimension->kind == DIMENSION_TEXT || dimension->kind == DIMENSION_VALUE)
        return take_text(ctx, draft, name, value);
    if (is_range(dimension) || dimension->kind == DIMENSION_SET) {
        draft->n = 1;
        draft->ranged = is_range(dimension);
        return dimension->kind == DIMENSION_SET
                   ? record_filter_value_set(ctx, name, value, &draft->said.set, &draft->said.did)
                   : record_filter_value_range(ctx, dimension, name, value, &draft->said.ends);
    }
    if (!draft->codes)
        draft->codes = ARENA_ARRAY(ctx->arena, RECORD_FILTER_VALUES, int64_t);
    return record_filter_value_code(ctx, dimension, name, value, &draft->codes[draft->n++]);
}

static bool
take_rest(struct ctx *ctx, struct draft *draft, const char *name, const char *rest,
          const char *value)
{
    if (!strcmp(rest, ".not")) {
        draft->exclude = true;
        return !strcmp(value, "1") || err_field(ctx, ERR_INPUT, name, "Write 1 to exclude.");
    }
    const char **end = !strcmp(rest, ".from") ? &draft->first : &draft->last;
    if (!is_range(draft->dimension) || *end)
        return err_field(ctx, ERR_INPUT, name, "%s: give one value.", draft->dimension->label);
    *end = value;
    return true;
}

static bool
take(struct reader *reader, const struct record_pair *pair)
{
    struct ctx *ctx = reader->ctx;
    struct draft *draft = NULL;
    const char *rest, *name = pair->name;
    if (!text_is_utf8(name, strlen(name)) || !text_is_utf8(pair->value, strlen(pair->value)))
        return err_field(ctx, ERR_INPUT, "filter", "This is no text.");
    if (!strcmp(name, "q"))
        return take_search(reader, pair->value);
    const char *base = base_of(ctx->arena, name, &rest);
    if (!draft_of(reader, name, base, &draft))
        return false;
    const char *value = text_squeeze(ctx->arena, pair->value);
    if (!*value)
        return true;
    return *rest ? take_rest(ctx, draft, name, rest, value) : take_value(ctx, draft, name, value);
}

static bool
set_words(struct reader *reader, struct record_filter *out)
{
    const char *at = text_fold(reader->ctx->arena, reader->search);
    out->search = *at ? reader->search : "";
    for (; *at; at += *at == ' ') {
        size_t length = strcspn(at, " ");
        if (out->n_words == RECORD_FILTER_WORDS)
            return err_field(reader->ctx, ERR_INPUT, "q", "Search for at most %d words.",
                             RECORD_FILTER_WORDS);
        out->words[out->n_words++] = arena_strndup(reader->ctx->arena, at, length);
        at += length;
    }
    return true;
}

static int
compare_codes(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

struct spelled {
    const char *text, *shown;
    size_t at;
};

static int
compare_texts(const void *a, const void *b)
{
    const struct spelled *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

/* Ascending, each once; of texts that are equal the first spelling stays. */
static void
settle_values(struct arena *arena, struct draft *draft)
{
    size_t n = 0;
    if (draft->codes) {
        qsort(draft->codes, draft->n, sizeof *draft->codes, compare_codes);
        for (size_t i = 0; i < draft->n; i++)
            if (!n || draft->codes[n - 1] != draft->codes[i])
                draft->codes[n++] = draft->codes[i];
        draft->n = n;
    } else if (draft->texts) {
        struct spelled *all = ARENA_ARRAY(arena, draft->n, struct spelled);
        for (size_t i = 0; i < draft->n; i++)
            all[i] = (struct spelled){draft->texts[i], draft->shown[i], i};
        qsort(all, draft->n, sizeof *all, compare_texts);
        for (size_t i = 0; i < draft->n; i++)
            if (!n || strcmp(draft->texts[n - 1], all[i].text) != 0) {
                draft->texts[n] = all[i].text;
                draft->shown[n++] = all[i].shown;
            }
        draft->n = n;
    }
}

static bool
settle_ends(struct ctx *ctx, struct draft *draft)
{
    const char *name = draft->dimension->name;
    if (!draft->first && !draft->last)
        return true;
    if (draft->n)
        return err_field(ctx, ERR_INPUT, name, "%s: give one value.", draft->dimension->label);
    draft->n = 1;
    draft->ranged = true;
    return record_filter_value_range(ctx, draft->dimension, name,
                                     arena_printf(ctx->arena, "%s..%s",
                                                  draft->first ? draft->first : "",
                                                  draft->last ? draft->last : ""),
                                     &draft->said.ends);
}

static bool
settle(struct reader *reader, struct record_filter *out)
{
    struct ctx *ctx = reader->ctx;
    out->clauses = ARENA_ARRAY(ctx->arena, RECORD_FILTER_CLAUSES, struct record_clause);
    for (size_t i = 0; i < reader->n_drafts; i++) {
        struct draft *draft = &reader->drafts[i];
        if (!settle_ends(ctx, draft))
            return false;
        if (!draft->n)
            continue;
        if (out->n_clauses == RECORD_FILTER_CLAUSES)
            return err_field(ctx, ERR_INPUT, draft->dimension->name,
                             "Narrow the list by at most %d things at a time.",
                             RECORD_FILTER_CLAUSES);
        settle_values(ctx->arena, draft);
        struct record_clause *clause = &out->clauses[out->n_clauses++];
        *clause = draft->said;
        clause->dimension = draft->dimension;
        clause->custom = draft->custom;
        clause->exclude = draft->exclude;
        clause->codes = draft->codes;
        clause->texts = draft->texts;
        clause->shown = draft->shown;
        clause->n = draft->n;
        if (!draft->ranged) {
            clause->ends = (struct record_ends){.from = INT64_MIN, .to = INT64_MAX};
        }
    }
    return true;
}

bool
record_filter_read(struct ctx *ctx, enum record_entity entity, const struct record_pair *pairs,
                   size_t n, struct record_filter *out)
{
    size_t n_dimensions;
    const struct record_dimension *all = record_dimensions(entity, &n_dimensions);
    struct reader reader = {.ctx = ctx, .entity = entity, .search = ""};
    *out = (struct record_filter){.entity = entity, .search = ""};
    reader.n_drafts = n_dimensions;
    reader.drafts = ARENA_ARRAY(ctx->arena, n_dimensions, struct draft);
    for (size_t i = 0; i < n_dimensions; i++)
        reader.drafts[i].dimension = &all[i];
    for (size_t i = 0; i < n; i++)
        if (!take(&reader, &pairs[i]))
            return false;
    if (!set_words(&reader, out) || !settle(&reader, out))
        return false;
    return strlen(record_filter_text(ctx->arena, out)) <= RECORD_FILTER_TEXT - SLACK ||
           err_field(ctx, ERR_INPUT, "filter",
                     "These are too many values for one list. Choose fewer.");
}
