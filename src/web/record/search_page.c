/* GET /{tenant}/search?q=: companies and contacts that hold all the words, the likeliest first, and
 * pages by their name. With part=1 the first hits only, for the box that opens while somebody
 * types. */
#include <string.h>

#include "base/text.h"
#include "domain/query/record_search.h"
#include "domain/query/record_row.h"
#include "web/nav.h"
#include "web/record/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { HITS = 10, FIRST_HITS = 5, LEAST = 2, SEARCH_MAX = 10 * 1024, DETAILS = 3 };

struct search {
    const char *q;
    bool part;
};
static const struct param items[] = {
    PARAM_TEXT(struct search, q, SEARCH_MAX, OPTIONAL),
    PARAM_FLAG(struct search, part),
};
const struct params search_params = PARAMS(struct search, items);

/* What stands below a name: the first two that are known. */
static const char *const company_details[DETAILS] = {"domain", "city", "email"};
static const char *const contact_details[DETAILS] = {"job_title", "company", "email"};

static const char *
detail_of(struct page *pg, const struct record_row *row, size_t n_columns)
{
    const char *known[2] = {"", ""};
    size_t n = 0;
    for (size_t i = 1; i < n_columns && n < 2; i++)
        if (*row->cells[i].text && (n == 0 || i + 1 < n_columns))
            known[n++] = row->cells[i].text;
    return n == 2 ? arena_printf(pg->ctx->arena, "%s · %s", known[0], known[1]) : known[0];
}

static bool
show_rows(struct page *pg, enum record_entity entity, const struct record_found *found,
          struct tree *node)
{
    struct record_column *columns;
    struct record_row *rows;
    size_t n_columns, n;
    const char *const *details = entity == RECORD_COMPANY ? company_details : contact_details;
    if (!record_columns_named(pg->ctx, entity, details, DETAILS, &columns, &n_columns) ||
        !record_rows_read(pg->ctx, entity, found->ids, found->n, columns, n_columns, NULL, &rows,
                          &n))
        return false;
    struct tree_list hits = tree_list(node, "hits");
    for (size_t i = 0; i < n; i++) {
        struct tree *hit = tree_row(&hits);
        tree_set(hit, "name", rows[i].label);
        tree_set(hit, "path", record_view_path(pg, entity, rows[i].id));
        tree_set(hit, "detail", detail_of(pg, &rows[i], n_columns));
    }
    return true;
}

static bool
show_hits(struct page *pg, enum record_entity entity, const char *path)
{
    const struct search *search = pg->params;
    const struct record_pair pair = {"q", search->q};
    struct record_found found;
    struct record_query query = {.order = record_order_get(entity, "name"),
                                 .after = "",
                                 .before = "",
                                 .limit = search->part ? FIRST_HITS : HITS};
    struct tree *node = tree_node(pg->view, path);
    if (!record_filter_read(pg->ctx, entity, &pair, 1, &query.filter) ||
        !record_search(pg->ctx, &query, &found) || !show_rows(pg, entity, &found, node))
        return false;
    tree_set(node, "total", view_number(pg, found.total));
    if (found.next)
        tree_set(node, "more",
                 view_url(pg->ctx->arena,
                          entity == RECORD_COMPANY ? "/%s/companies?q=%s" : "/%s/contacts?q=%s",
                          pg->slug, search->q));
    return true;
}

static bool
show(struct page *pg)
{
    const struct search *search = pg->params;
    return search->part ? reply_part(pg, "record/search_hits.part.cs") : reply_template(pg);
}

bool
search_page(struct page *pg)
{
    const struct search *search = pg->params;
    tree_set(pg->view, "Search.q", search->q);
    if (text_count(search->q) < (search->part ? LEAST : 1))
        return show(pg);
    struct tree_list pages = tree_list(pg->view, "Search.pages");
    nav_find(pg, text_fold(pg->ctx->arena, search->q), &pages);
    if (show_hits(pg, RECORD_COMPANY, "Search.companies") &&
        show_hits(pg, RECORD_CONTACT, "Search.contacts"))
        return show(pg);
    if (pg->ctx->err.kind != ERR_INPUT)
        return false;
    tree_set(pg->view, "Search.error", pg->ctx->err.message);
    err_clear(pg->ctx);
    return show(pg);
}
