/* GET and POST /{tenant}/import/{id}/discard: what goes when an import that never ran is let go, and
 * letting it go. */
#include <string.h>

#include "web/import/import_view.h"
#include "web/import/pages.h"
#include "web/reply.h"
#include "web/view.h"

bool
import_discard_ask_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct import import;
    struct import_totals sums;
    struct label_made *made;
    size_t n;
    if (!import_view_read(pg, one->id, &import) || !import_view_sums(pg, import.preview, &sums))
        return false;
    if (!import_may_discard(&import))
        return reply_redirect_to(pg, import_view_path(pg, one->id, ""));
    if (!label_made_list(pg->ctx, one->id, &made, &n))
        return false;
    import_view_head(pg, &import, IMPORT_STEP_UPLOAD);
    import_view_made(pg, "Made", made, n, false);
    if (sums.rows)
        import_view_count(pg, pg->view, "Discard.rows", sums.rows);
    tree_set_bool(pg->view, "Discard.file", import.file != NULL || import.received);
    return reply_template(pg);
}

bool
import_discard_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct import import;
    if (!import_view_read(pg, one->id, &import) || !import_discard(pg->ctx, one->id))
        return false;
    reply_flash(pg, "ok", arena_printf(pg->ctx->arena, "%s was discarded.", import.filename), NULL,
                NULL);
    return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s/import", pg->base));
}
