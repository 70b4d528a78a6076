/* Mapping proposals for tests: tables of headers with the target that a careful person would choose.
 * A line of a case is "Header=target"; "-" wants no field (left out or a custom one), "a/b" takes
 * either. Rows, where given, have their cells between "|". */
#ifndef LEADGEN_TESTS_SUPPORT_MAPPING_H
#define LEADGEN_TESTS_SUPPORT_MAPPING_H

#include "support/test.h"

#include "base/text.h"
#include "domain/import/import_mapping.h"

enum { MAPPING_CELLS = 120, MAPPING_ROWS = 200 };

struct mapping_case {
    const char *name;
    enum record_entity entity;
    const char *known_export; /* NULL: none is wanted */
    const char *columns;      /* "Header=target" lines */
    const char *rows[8];
};

struct mapping_score {
    size_t columns, right;
};

/* Parts of a text between marks, copied. */
static inline size_t
mapping_split(struct arena *arena, const char *text, char mark, const char **out)
{
    size_t n = 0;
    for (;;) {
        const char *end = strchr(text, mark);
        size_t length = end ? (size_t)(end - text) : strlen(text);
        out[n++] = arena_strndup(arena, text, length);
        if (!end || n == MAPPING_CELLS)
            return n;
        text = end + 1;
    }
}

static inline void
mapping_propose(struct arena *arena, const char *const *headers, size_t n, const char *const *lines,
                struct import_mapping *out)
{
    struct ctx ctx = {.arena = arena};
    const char *const **rows = ARENA_ARRAY(arena, MAPPING_ROWS, const char *const *);
    struct import_sample sample = {.headers = headers, .n_columns = n, .rows = rows};
    for (; lines && lines[sample.n_rows]; sample.n_rows++) {
        const char **cells = ARENA_ARRAY(arena, MAPPING_CELLS, const char *);
        for (size_t i = mapping_split(arena, lines[sample.n_rows], '|', cells); i < n; i++)
            cells[i] = "";
        rows[sample.n_rows] = cells;
    }
    assert_true(import_mapping_propose(&ctx, &sample, out));
}

static inline bool
mapping_is_right(struct arena *arena, const char *target, const char *want)
{
    const char *choices[MAPPING_CELLS];
    size_t n = mapping_split(arena, want, '/', choices);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(choices[i], "-") ? !*target || strstr(target, ".custom.") != NULL
                                     : !strcmp(choices[i], target))
            return true;
    return false;
}

/* Counts the right columns of a case and tells the wrong ones. */
static inline void
mapping_run(struct arena *arena, const struct mapping_case *c, struct mapping_score *score)
{
    const char *lines[MAPPING_CELLS], *headers[MAPPING_CELLS], *wants[MAPPING_CELLS];
    struct import_mapping mapping;
    size_t n = mapping_split(arena, c->columns, '\n', lines);
    for (size_t i = 0; i < n; i++) {
        const char *equal = strrchr(lines[i], '=');
        assert_non_null(equal);
        headers[i] = arena_strndup(arena, lines[i], (size_t)(equal - lines[i]));
        wants[i] = equal + 1;
    }
    mapping_propose(arena, headers, n, c->rows, &mapping);
    if (mapping.entity != c->entity)
        printf("# %s: entity %s (%s)\n", c->name, record_entity_name(mapping.entity),
               mapping.entity_reason);
    assert_int_equal(mapping.entity, c->entity);
    if (c->known_export)
        assert_string_equal(mapping.known_export ? mapping.known_export : "none", c->known_export);
    for (size_t i = 0; i < n; i++) {
        const struct import_column *column = &mapping.columns[i];
        score->columns++;
        if (mapping_is_right(arena, column->target, wants[i]))
            score->right++;
        else
            printf("# %s: \"%s\" is %s (%.2f, %s), not %s\n", c->name, headers[i],
                   *column->target ? column->target : "left out", column->confidence,
                   column->reason, wants[i]);
    }
}

#endif
