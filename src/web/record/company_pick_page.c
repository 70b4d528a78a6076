/* GET /{tenant}/companies/pick?q=: names to choose from while somebody types a contact's company. A
 * fragment: the entries of a datalist. */
#include "domain/company/company_pick.h"
#include "web/record/pages.h"
#include "web/reply.h"

enum { TYPED_MOST = 200 };

struct pick_ask {
    const char *q, *company; /* the name of the field that asks is one or the other */
};
static const struct param items[] = {PARAM_TEXT(struct pick_ask, q, TYPED_MOST, OPTIONAL),
                                     PARAM_TEXT(struct pick_ask, company, TYPED_MOST, OPTIONAL)};
const struct params company_pick_params = PARAMS(struct pick_ask, items);

bool
company_pick_page(struct page *pg)
{
    const struct pick_ask *ask = pg->params;
    struct company_pick *picks;
    size_t n;
    if (!company_pick_read(pg->ctx, *ask->q ? ask->q : ask->company, &picks, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Picks");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "value", picks[i].domain ? picks[i].domain : picks[i].name);
        tree_set(row, "label", picks[i].name);
        tree_set(row, "city", picks[i].city ? picks[i].city : "");
    }
    return reply_template(pg);
}
