/* Map files of arbitrary bytes: read or refused with a reason, and what was read can be written and
 * read again. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/mapping/mapping_file.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct mapping_file file;
    if (!mapping_file_read(&ctx, (const char *)data, size, &file)) {
        if (ctx.err.kind != ERR_INPUT || !*ctx.err.message)
            abort();
    } else {
        struct import_mapping mapping = {.entity = file.entity, .n_columns = file.n_columns};
        mapping.columns = ARENA_ARRAY(arena, file.n_columns, struct import_column);
        for (size_t i = 0; i < file.n_columns; i++)
            mapping.columns[i].header = file.columns[i].header;
        if (mapping_file_apply(&ctx, &file, &mapping, &file.options)) {
            const char *text = mapping_file_write(arena, &mapping, &file.options);
            if (!mapping_file_read(&ctx, text, strlen(text), &file))
                abort();
        }
    }
    arena_free(arena);
    return 0;
}
