/* Values of custom fields: any text, as each type; what is stored reads back as itself (addresses are
 * fuzz_uri's business). */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "domain/label/custom_value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const options[] = {"Gold", "None", "1"};
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    for (const struct custom_type_info *type = custom_types; type->name; type++) {
        struct ctx ctx = {.arena = arena};
        const struct custom_field field = {
            .key = "x", .label = "X", .type = type->name, .options = options, .n_options = 3};
        for (int reading = CUSTOM_TYPED; reading <= CUSTOM_CELL; reading++) {
            const char *value, *again;
            if (!custom_value_normalise(&ctx, &field, (enum custom_reading)reading, text, &value)) {
                if (ctx.err.kind != ERR_INPUT)
                    abort();
                err_clear(&ctx);
                continue;
            }
            if (value && strcmp(type->name, "url") != 0 && text_is_utf8(text, strlen(text)) &&
                (!custom_value_normalise(&ctx, &field, CUSTOM_CELL, value, &again) || !again ||
                 strcmp(value, again) != 0)) {
                fprintf(stderr, "%s: \"%s\" is \"%s\"\n", type->name, text, value);
                abort();
            }
        }
    }
    arena_free(arena);
    return 0;
}
