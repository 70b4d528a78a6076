/* Cells and headers of arbitrary bytes: shares stay shares, and whatever the cells hold, a mapping is
 * proposed, its targets pass the check of targets, and every column says why. The input is a table:
 * the first line holds the headers, cells are parted by tabs. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/import/import_mapping.h"
#include "domain/mapping/mapping_shapes.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

enum { COLUMNS = 8, ROWS = 20 };

static const char **
cells_of(struct arena *arena, const char *line)
{
    const char **cells = ARENA_ARRAY(arena, COLUMNS, const char *);
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t length = strcspn(line, "\t");
        cells[i] = arena_strndup(arena, line, length);
        line += length + (line[length] == '\t');
    }
    return cells;
}

/* The word list takes longer than the cells: made once. */
static void
look(const struct import_sample *sample)
{
    static struct mapping_lexicon *words;
    struct arena *arena = arena_new();
    if (!words)
        words = mapping_shapes_words(arena_new());
    for (size_t i = 0; i < sample->n_columns; i++) {
        struct mapping_shapes shapes;
        mapping_shapes_read(arena, words, sample->rows, sample->n_rows, i, &shapes);
        for (size_t s = 0; s < SHAPE_COUNT; s++)
            if (!(shapes.share[s] >= 0 && shapes.share[s] <= 1))
                abort();
    }
    arena_free(arena);
}

static void
propose(struct ctx *ctx, const struct import_sample *sample)
{
    struct import_mapping mapping;
    if (!import_mapping_propose(ctx, sample, &mapping))
        abort();
    for (size_t i = 0; i < mapping.n_columns; i++) {
        const struct import_column *column = &mapping.columns[i];
        if (!import_mapping_is_target(column->target) || !column->reason || !*column->reason ||
            !(column->confidence >= 0 && column->confidence <= 1))
            abort();
    }
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    const char *const *rows[ROWS];
    struct import_sample sample = {.n_columns = COLUMNS, .rows = rows};
    const char *text = arena_strndup(arena, (const char *)data, size);
    for (size_t r = 0; r <= ROWS && (r == 0 || *text); r++) {
        size_t length = strcspn(text, "\n");
        const char **cells = cells_of(arena, arena_strndup(arena, text, length));
        text += length + (text[length] == '\n');
        if (r == 0)
            sample.headers = cells;
        else
            rows[sample.n_rows++] = cells;
    }
    look(&sample);
    if (size % 32 == 0)
        propose(&ctx, &sample);
    arena_free(arena);
    return 0;
}
