/* PDFs of a person. See letter_pdf_card.h. */
#include "web/letter_pdf/letter_pdf_card.h"

#include "domain/letter_pdf/letter_pdf.h"
#include "web/view.h"

enum { SHOWN = 5 };

bool
letter_pdf_card_show(struct page *pg, int64_t contact_id)
{
    struct letter_pdf_file *files;
    size_t n;
    if (!letter_pdf_files(pg->ctx, 0, contact_id, SHOWN, &files, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Pdfs");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "path", view_url(pg->ctx->arena, "/p/%s", files[i].token));
        tree_set(row, "name", files[i].template);
        tree_set(row, "size", view_bytes(pg, files[i].size));
        view_time(pg, row, "made", files[i].made_ms);
    }
    return true;
}
