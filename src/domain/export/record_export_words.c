/* What people read instead of ids and codes. See record_export_words.h. */
#include "domain/export/record_export_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "domain/record/country.h"
#include "statements.h"

enum { LETTERS = 26, CELL_CAP = 256 * 1024, CLOCK_LENGTH = 19 /* 2026-11-21 09:30:00 */ };

enum kind { KIND_TAG = 1, KIND_LIST, KIND_OWNER, N_KINDS };

struct named {
    int64_t kind, id;
    const char *name;
};
static const struct field named_fields[] = {
    FIELD_I64(struct named, kind),
    FIELD_I64(struct named, id),
    FIELD_STR(struct named, name),
    FIELD_END,
};

struct record_export_words {
    struct named *named; /* by kind and id */
    size_t n;
    struct span countries[LETTERS][LETTERS];
};

bool
record_export_words_read(struct ctx *ctx, struct arena *arena,
                         const struct record_export_words **out)
{
    struct record_export_words *words = ARENA_NEW(arena, struct record_export_words);
    struct arena *unit = ctx->arena;
    const struct country *country;
    for (size_t i = 0; (country = country_at(i)); i++)
        words->countries[country->iso2[0] - 'A'][country->iso2[1] - 'A'] =
            (struct span){country->name, strlen(country->name)};
    ctx->arena = arena;
    bool ok =
        DB_ALL(ctx, &SQL_RECORD_EXPORT_NAMES, DB_NO_ARGS, named_fields, &words->named, &words->n);
    ctx->arena = unit;
    *out = words;
    return ok;
}

static int
compare_named(const void *a, const void *b)
{
    const struct named *left = a, *right = b;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    return left->id < right->id ? -1 : left->id > right->id;
}

static const char *
name_of(const struct record_export_words *words, enum kind kind, int64_t id)
{
    const struct named wanted = {.kind = kind, .id = id};
    const struct named *found =
        bsearch(&wanted, words->named, words->n, sizeof wanted, compare_named);
    return found ? found->name : NULL;
}

static struct span
span_of(const char *text)
{
    return (struct span){text, text ? strlen(text) : 0};
}

/* "{3,7}" -> "Fair 2026; Hot". */
static struct span
names_of(const struct record_export_words *words, struct arena *arena, enum kind kind,
         struct span array)
{
    struct buf buf;
    const char *first = NULL;
    size_t n = 0;
    const char *at = array.data;
    while (*at) {
        if (*at < '0' || *at > '9') {
            at++;
            continue;
        }
        char *end;
        const char *name = name_of(words, kind, strtoll(at, &end, 10));
        at = end;
        if (!name)
            continue;
        if (n == 0)
            first = name;
        else if (n == 1) {
            buf_init(&buf, arena, CELL_CAP);
            buf_text(&buf, first);
        }
        if (n++) {
            buf_text(&buf, "; ");
            buf_text(&buf, name);
        }
    }
    /* most records have one or none: nothing is built for them */
    return n > 1 ? (struct span){buf.data, buf.length} : span_of(first);
}

static struct span
country_of(const struct record_export_words *words, struct span code)
{
    size_t first = (size_t)(code.data[0] - 'A'), second = (size_t)(code.data[1] - 'A');
    bool known = code.length == 2 && first < LETTERS && second < LETTERS &&
                 words->countries[first][second].length;
    return known ? words->countries[first][second] : code;
}

static struct span
class_of(const struct record_export_column *column, struct span code)
{
    const struct record_choice *choice =
        record_code_get(column->choices, strtoll(code.data, NULL, 10));
    return span_of(choice ? choice->label : NULL);
}

static struct span
choice_of(const struct record_export_column *column, struct span name)
{
    const struct record_choice *choice = record_code_named(column->choices, name.data);
    return choice ? span_of(choice->label) : name;
}

void
record_export_words(const struct record_export_words *words, struct arena *arena,
                    const struct record_export_column *columns, size_t n, struct span *values)
{
    for (size_t i = 0; i < n; i++) {
        struct span *value = &values[i];
        if (!value->length)
            continue;
        switch (columns[i].kind) {
        case EXPORT_COUNTRY:
            *value = country_of(words, *value);
            break;
        case EXPORT_CHOICE:
            *value = choice_of(&columns[i], *value);
            break;
        case EXPORT_CLASS:
            *value = class_of(&columns[i], *value);
            break;
        case EXPORT_OWNER:
            *value = span_of(name_of(words, KIND_OWNER, strtoll(value->data, NULL, 10)));
            break;
        case EXPORT_TAGS:
            *value = names_of(words, arena, KIND_TAG, *value);
            break;
        case EXPORT_LISTS:
            *value = names_of(words, arena, KIND_LIST, *value);
            break;
        case EXPORT_TIME:
            if (value->length > CLOCK_LENGTH)
                value->length = CLOCK_LENGTH; /* without fractions */
            break;
        case EXPORT_TEXT:
        case EXPORT_LEVEL:
        case EXPORT_CUSTOM:
            break;
        }
    }
}
