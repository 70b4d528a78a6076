/* Models from outside: any bytes are refused with a place and a message, or they become a model that
 * is written and read again as itself. */
#include <stdlib.h>
#include <string.h>

#include "domain/scoring/icp_model.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct icp_model model, again;
    if (icp_model_read(&ctx, (const char *)data, size, &model)) {
        const char *written = jsn_write(arena, icp_model_write(arena, &model));
        if (!icp_model_read(&ctx, written, strlen(written), &again) ||
            strcmp(jsn_write(arena, icp_model_write(arena, &again)), written))
            abort();
    } else if (ctx.err.kind != ERR_INPUT) {
        abort();
    }
    arena_free(arena);
    return 0;
}
