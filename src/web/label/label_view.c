/* Shared by the pages of this area. See label_view.h. */
#include "web/label/label_view.h"

#include "web/reply.h"
#include "web/view.h"

static const char *
some(struct page *pg, int64_t n, const char *one, const char *many)
{
    return arena_printf(pg->ctx->arena, "%s %s", view_number(pg, n), n == 1 ? one : many);
}

const char *
label_view_records(struct page *pg, int64_t companies, int64_t contacts)
{
    const char *first = some(pg, contacts, "contact", "contacts");
    const char *second = some(pg, companies, "company", "companies");
    if (!companies && !contacts)
        return "no record";
    if (!companies || !contacts)
        return contacts ? first : second;
    return arena_printf(pg->ctx->arena, "%s and %s", first, second);
}

const char *
label_view_trash(struct page *pg, int64_t trashed)
{
    if (!trashed)
        return "";
    return arena_printf(pg->ctx->arena, " %s in the trash %s too.",
                        some(pg, trashed, "record", "records"),
                        trashed == 1 ? "changes" : "change");
}

bool
label_view_done(struct page *pg, const char *done, int64_t set_id, int64_t job_id, const char *path)
{
    struct arena *arena = pg->ctx->arena;
    const char *change = arena_printf(arena, "%s/changes/%" PRId64, pg->base, set_id);
    if (job_id)
        reply_flash(
            pg, "info",
            arena_printf(arena, "%s Its records are being changed in the background.", done), NULL,
            NULL);
    else if (set_id)
        reply_flash_undo(pg, "ok", done, set_id);
    else
        reply_flash(pg, "ok", done, NULL, NULL);
    return reply_redirect_to(pg, job_id ? change : path);
}
