/* GET /{tenant}/contacts/titles: job titles that hold a text, for the field that adds one to the
 * filters. */
#include "base/text.h"
#include "web/list/list_state.h"
#include "web/list/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { TEXT_MOST = 200, PAIRS_MOST = 1500, SHORTEST = 2 };

struct titles_sent {
    const char *text;
    struct param_pairs filter;
};
static const struct param items[] = {
    PARAM_TEXT(struct titles_sent, text, TEXT_MOST, OPTIONAL),
    PARAM_REST(struct titles_sent, filter, PAIRS_MOST),
};
const struct params list_titles_params = PARAMS(struct titles_sent, items);

bool
contact_titles_page(struct page *pg)
{
    const struct titles_sent *sent = pg->params;
    struct record_filter filter;
    struct record_count *titles = NULL;
    size_t n = 0;
    if (!list_state_filter(pg, RECORD_CONTACT, &sent->filter, &filter))
        return false;
    if (text_count(sent->text) >= SHORTEST &&
        !record_query_titles(pg->ctx, &filter, sent->text, &titles, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Titles");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "title", titles[i].text);
        tree_set(row, "n", view_number(pg, titles[i].count));
    }
    return reply_part(pg, "list/list_titles.part.cs");
}
