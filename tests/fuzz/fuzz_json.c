/* JSON from outside: what is read writes, and what was written reads again to the same text. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct jsn *value, *again;
    if (jsn_read(&ctx, arena, (const char *)data, size, &value)) {
        const char *text = jsn_write(arena, value);
        if (!jsn_read(&ctx, arena, text, strlen(text), &again) ||
            strcmp(jsn_write(arena, again), text))
            abort();
    } else if (ctx.err.kind != ERR_INPUT) {
        abort();
    }
    arena_free(arena);
    return 0;
}
