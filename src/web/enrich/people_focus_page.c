/* GET and POST /{tenant}/settings/people: whom the pipeline looks for on the pages of companies, and how
 * many people of one company it adds at most. */
#include <string.h>

#include "domain/account/audit.h"
#include "domain/enrich/people_focus.h"
#include "domain/record/record_code.h"
#include "web/account/account_view.h"
#include "web/enrich/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct sent {
    struct param_texts department, seniority;
    int64_t most;
};
static const struct param items[] = {
    PARAM_TEXTS(struct sent, department, PEOPLE_FOCUS_CODES, OPTIONAL),
    PARAM_TEXTS(struct sent, seniority, PEOPLE_FOCUS_CODES, OPTIONAL),
    PARAM_I64(struct sent, most, 1, PEOPLE_FOCUS_MOST, REQUIRED),
};
const struct params people_focus_params = PARAMS(struct sent, items);

static void
show_choices(struct page *pg, const char *name, const struct record_choices *choices,
             const bool *ticked)
{
    struct tree_list list = tree_list(pg->view, name);
    for (size_t i = 0; i < choices->n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", choices->of[i].name);
        tree_set(row, "label", choices->of[i].label);
        if (ticked[choices->of[i].code])
            tree_set(row, "ticked", "1");
    }
}

bool
people_focus_page(struct page *pg)
{
    struct people_focus focus;
    if (!people_focus_read(pg->ctx, &focus))
        return false;
    show_choices(pg, "Departments", &record_departments, focus.departments);
    show_choices(pg, "Seniorities", &record_seniorities, focus.seniorities);
    view_field_i64(pg, "most", focus.most);
    account_tabs(pg);
    return reply_template(pg);
}

static bool
take(struct ctx *ctx, const char *field, const struct record_choices *choices,
     const struct param_texts *sent, bool *out)
{
    for (size_t i = 0; i < sent->count; i++) {
        const struct record_choice *choice = record_code_named(choices, sent->values[i]);
        if (!choice)
            return err_field(ctx, ERR_INPUT, field, "\"%s\" is none of them.", sent->values[i]);
        out[choice->code] = true;
    }
    return sent->count > 0 || err_field(ctx, ERR_INPUT, field, "Choose at least one.");
}

bool
people_focus_save_page(struct page *pg)
{
    const struct sent *in = pg->params;
    struct people_focus focus = {.most = in->most};
    bool ok =
        take(pg->ctx, "department", &record_departments, &in->department, focus.departments) &&
        take(pg->ctx, "seniority", &record_seniorities, &in->seniority, focus.seniorities) &&
        people_focus_write(pg->ctx, &focus) && audit_add(pg->ctx, "people_focus_set", "", NULL);
    return account_back(pg, ok, "Saved. It holds from the next page that is read for people.",
                        view_url(pg->ctx->arena, "/%s/settings/people", pg->caller->tenant_slug));
}
