/* GET /{tenant}/import/{id}/rejected.csv: the rejected rows with the reason, to be repaired and
 * uploaded again. Made while it is sent. */
#include <string.h>

#include "web/import/import_view.h"
#include "web/import/pages.h"
#include "web/reply.h"

struct rejected {
    struct import import;
    int64_t phase;
};

static bool
write_rows(struct page *pg, void *stream_arg, reply_take_fn *take, void *arg)
{
    const struct rejected *rejected = stream_arg;
    return import_rejected_write(pg->ctx, &rejected->import, rejected->phase, take, arg);
}

/* "fair.csv" -> "fair-rejected.csv" */
static const char *
download_name(struct arena *arena, const char *filename)
{
    const char *dot = strrchr(filename, '.');
    size_t length = dot && dot != filename ? (size_t)(dot - filename) : strlen(filename);
    return arena_printf(arena, "%.*s-rejected.csv", (int)length, filename);
}

bool
import_rejected_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct rejected *rejected = ARENA_NEW(pg->ctx->arena, struct rejected);
    if (!import_view_read(pg, one->id, &rejected->import))
        return false;
    if (!rejected->import.dialect)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "the file never arrived");
    rejected->phase = rejected->import.totals ? 1 : 0;
    return reply_stream(pg, download_name(pg->ctx->arena, rejected->import.filename),
                        "text/csv; charset=utf-8", write_rows, rejected);
}
