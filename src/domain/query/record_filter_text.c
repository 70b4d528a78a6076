/* Filters as pairs and as text, and text as a filter. See record_filter.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/query/record_filter.h"
#include "domain/query/record_filter_value.h"

static void
add_pair(struct record_pair *pairs, size_t *n, const char *name, const char *value)
{
    pairs[(*n)++] = (struct record_pair){name, value};
}

static void
add_clause(struct arena *arena, const struct record_clause *clause, struct record_pair *pairs,
           size_t *n)
{
    const struct record_dimension *dimension = clause->dimension;
    const char *name = dimension->name;
    if (dimension->kind == DIMENSION_SET)
        add_pair(pairs, n, name,
                 arena_printf(arena, "%lld%.1s", (long long)clause->set, &clause->did));
    else if (clause->codes)
        for (size_t i = 0; i < clause->n; i++)
            add_pair(pairs, n, name, record_filter_value_name(arena, dimension, clause->codes[i]));
    else if (clause->texts)
        for (size_t i = 0; i < clause->n; i++)
            add_pair(pairs, n, name, clause->shown[i]);
    else
        add_pair(pairs, n, name, record_filter_value_ends(arena, dimension, &clause->ends));
    if (clause->exclude)
        add_pair(pairs, n, arena_printf(arena, "%s.not", name), "1");
}

void
record_filter_pairs(struct arena *arena, const struct record_filter *filter,
                    struct record_pair **out, size_t *n)
{
    size_t most = 1;
    for (size_t i = 0; i < filter->n_clauses; i++)
        most += filter->clauses[i].n + 2;
    *out = ARENA_ARRAY(arena, most, struct record_pair);
    *n = 0;
    if (*filter->search)
        add_pair(*out, n, "q", filter->search);
    for (size_t i = 0; i < filter->n_clauses; i++)
        add_clause(arena, &filter->clauses[i], *out, n);
}

static void
add_encoded(struct buf *buf, const char *text)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (; *text; text++)
        if (strchr(plain, *text))
            buf_char(buf, *text);
        else
            buf_printf(buf, "%%%02X", (unsigned char)*text);
}

const char *
record_filter_text(struct arena *arena, const struct record_filter *filter)
{
    struct record_pair *pairs;
    size_t n;
    struct buf buf;
    record_filter_pairs(arena, filter, &pairs, &n);
    buf_init(&buf, arena, RECORD_FILTER_TEXT);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_char(&buf, '&');
        add_encoded(&buf, pairs[i].name);
        buf_char(&buf, '=');
        add_encoded(&buf, pairs[i].value);
    }
    return buf.data;
}

static int
hex_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* NULL: broken, or holds a NUL. */
static const char *
decoded(struct arena *arena, const char *text, size_t length)
{
    char *out = arena_alloc(arena, length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        char c = text[i] == '+' ? ' ' : text[i];
        if (c == '%') {
            int high = i + 2 < length ? hex_of(text[i + 1]) : -1;
            int low = high >= 0 ? hex_of(text[i + 2]) : -1;
            c = (char)(high * 16 + low);
            if (low < 0 || !c)
                return NULL;
            i += 2;
        }
        out[n++] = c;
    }
    return out;
}

bool
record_filter_read_text(struct ctx *ctx, enum record_entity entity, const char *text,
                        struct record_filter *out)
{
    size_t n = 0, most = 1;
    if (strlen(text) > RECORD_FILTER_TEXT)
        return err_field(ctx, ERR_INPUT, "filter", "This filter is too long.");
    for (const char *at = text; *at; at++)
        most += *at == '&';
    struct record_pair *pairs = ARENA_ARRAY(ctx->arena, most, struct record_pair);
    while (*text) {
        size_t length = strcspn(text, "&"), name = strcspn(text, "=&");
        size_t value = name < length ? name + 1 : name;
        struct record_pair pair = {decoded(ctx->arena, text, name),
                                   decoded(ctx->arena, text + value, length - value)};
        if (!pair.name || !pair.value)
            return err_field(ctx, ERR_INPUT, "filter", "This is no saved filter.");
        if (length)
            pairs[n++] = pair;
        text += length + (text[length] == '&');
    }
    return record_filter_read(ctx, entity, pairs, n, out);
}

const struct record_clause *
record_filter_clause(const struct record_filter *filter, const struct record_dimension *dimension)
{
    for (size_t i = 0; i < filter->n_clauses; i++)
        if (!strcmp(filter->clauses[i].dimension->name, dimension->name))
            return &filter->clauses[i];
    return NULL;
}

struct record_filter *
record_filter_without(struct arena *arena, const struct record_filter *filter,
                      const struct record_dimension *dimension)
{
    struct record_filter *copy = ARENA_NEW(arena, struct record_filter);
    *copy = *filter;
    copy->n_clauses = 0;
    copy->clauses = ARENA_ARRAY(arena, filter->n_clauses + 1, struct record_clause);
    for (size_t i = 0; i < filter->n_clauses; i++)
        if (strcmp(filter->clauses[i].dimension->name, dimension->name) != 0)
            copy->clauses[copy->n_clauses++] = filter->clauses[i];
    return copy;
}
