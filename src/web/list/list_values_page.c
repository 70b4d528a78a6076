/* GET /{tenant}/contacts/values and …/companies/values: values of one dimension that hold a text, for
 * the field that adds one to the filters. */
#include <string.h>

#include "base/text.h"
#include "web/list/list_state.h"
#include "web/list/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { TEXT_MOST = 200, NAME_MOST = 60, PAIRS_MOST = 1500, SHORTEST = 2 };

struct values_sent {
    const char *facet, *text;
    struct param_pairs filter;
};
static const struct param items[] = {
    PARAM_TEXT(struct values_sent, facet, NAME_MOST, REQUIRED),
    PARAM_TEXT(struct values_sent, text, TEXT_MOST, OPTIONAL),
    PARAM_REST(struct values_sent, filter, PAIRS_MOST),
};
const struct params list_values_params = PARAMS(struct values_sent, items);

/* By name, a custom field too; NULL: nothing is looked for in that. */
static bool
dimension_of(struct page *pg, enum record_entity entity, const char *name,
             const struct record_dimension **out)
{
    struct record_custom *customs;
    size_t n;
    *out = record_dimension_get(entity, name);
    if (!*out && !record_filter_customs(pg->ctx, entity, &customs, &n))
        return false;
    for (size_t i = 0; !*out && i < n; i++)
        if (!strcmp(customs[i].dimension.name, name) && !customs[i].field->archived)
            *out = &customs[i].dimension;
    if (*out && !record_query_typed(*out))
        *out = NULL;
    return true;
}

static bool
values(struct page *pg, enum record_entity entity)
{
    const struct values_sent *sent = pg->params;
    const struct record_dimension *dimension;
    struct record_filter filter;
    struct record_count *counts = NULL;
    size_t n = 0;
    if (!dimension_of(pg, entity, sent->facet, &dimension))
        return false;
    if (!dimension)
        return err_field(pg->ctx, ERR_INPUT, "facet", "There are no values to look for in that.");
    if (!list_state_filter(pg, entity, &sent->filter, &filter))
        return false;
    if (text_count(sent->text) >= SHORTEST &&
        !record_query_values(pg->ctx, &filter, dimension, sent->text, &counts, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Values");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "text", counts[i].text);
        tree_set(row, "n", view_number(pg, counts[i].count));
    }
    return reply_part(pg, "list/list_values.part.cs");
}

bool
company_values_page(struct page *pg)
{
    return values(pg, RECORD_COMPANY);
}

bool
contact_values_page(struct page *pg)
{
    return values(pg, RECORD_CONTACT);
}
