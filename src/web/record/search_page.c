/* GET /{tenant}/search?q=: companies and contacts that hold all the words. */
#include "domain/record/record_list.h"
#include "web/record/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { HITS = 10, SEARCH_MAX = 200 };

struct search {
    const char *q;
};
static const struct param items[] = {PARAM_TEXT(struct search, q, SEARCH_MAX, OPTIONAL)};
const struct params search_params = PARAMS(struct search, items);

static bool
show_hits(struct page *pg, enum record_entity entity, const char *q, const char *path)
{
    struct record_list list = {
        .filter = {.entity = entity, .search = q},
        .sort = RECORD_BY_NAME,
        .after = "",
        .before = "",
        .limit = HITS
    };
    struct record_page page;
    if (!record_list_read(pg->ctx, &list, &page))
        return false;
    struct tree *node = tree_node(pg->view, path);
    struct tree_list hits = tree_list(node, "hits");
    for (size_t i = 0; i < page.n; i++) {
        const struct record_row *row = &page.rows[i];
        struct tree *hit = tree_row(&hits);
        tree_set(hit, "name", row->label);
        tree_set(hit, "path", record_view_path(pg, entity, row->record_id));
        const char *first = entity == RECORD_COMPANY ? row->domain : row->job_title;
        const char *second = entity == RECORD_COMPANY ? row->city : row->company_name;
        tree_set(hit, "detail",
                 first && second ? arena_printf(pg->ctx->arena, "%s · %s", first, second)
                 : first         ? first
                 : second        ? second
                 : row->email    ? row->email
                                 : "");
    }
    tree_set(node, "total",
             page.total > RECORD_LIST_COUNTED ? arena_printf(pg->ctx->arena, "more than %s",
                                                             view_number(pg, RECORD_LIST_COUNTED))
                                              : view_number(pg, page.total));
    if (page.next)
        tree_set(node, "more",
                 view_url(pg->ctx->arena,
                          entity == RECORD_COMPANY ? "/%s/companies?q=%s" : "/%s/contacts?q=%s",
                          pg->slug, q));
    return true;
}

bool
search_page(struct page *pg)
{
    const struct search *search = pg->params;
    tree_set(pg->view, "Search.q", search->q);
    if (*search->q && (!show_hits(pg, RECORD_COMPANY, search->q, "Search.companies") ||
                       !show_hits(pg, RECORD_CONTACT, search->q, "Search.contacts")))
        return false;
    return reply_template(pg);
}
