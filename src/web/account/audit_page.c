/* The audit log: of a workspace for its admins, of everything for super admins. */
#include "domain/account/audit.h"

#include <inttypes.h>

#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50 };

struct audit_show {
    const char *action, *who;
    int64_t workspace, after, before;
};
static const struct param audit_show_items[] = {
    PARAM_TEXT(struct audit_show, action, 40, OPTIONAL),
    PARAM_TEXT(struct audit_show, who, 120, OPTIONAL),
    PARAM_ID_OR_NONE(struct audit_show, workspace),
    PARAM_ID_OR_NONE(struct audit_show, after),
    PARAM_ID_OR_NONE(struct audit_show, before),
};
const struct params audit_show_params = PARAMS(struct audit_show, audit_show_items);

static bool
fill_row(struct page *pg, struct tree *row, const struct audit_entry *entry)
{
    const char *words = NULL;
    if (!audit_words(pg->ctx, entry->detail, &words))
        return false;
    tree_set(row, "actor", entry->actor_name);
    tree_set(row, "email", entry->actor_email);
    tree_set(row, "verb", audit_verb(entry->action));
    tree_set(row, "subject", entry->subject);
    tree_set(row, "tenant", entry->tenant_name);
    tree_set(row, "detail", words);
    view_time(pg, row, "at", entry->at);
    return true;
}

static char *
number(struct page *pg, int64_t value)
{
    return arena_printf(pg->ctx->arena, "%" PRId64, value);
}

static bool
show(struct page *pg, int64_t tenant_id)
{
    const struct audit_show *in = pg->params;
    struct audit_entry *rows = NULL;
    size_t n = 0;
    if (!audit_list(pg->ctx, tenant_id, in->action, in->who, in->after, in->before, PAGE + 1, &rows,
                    &n))
        return false;
    struct account_cut cut = account_cut(n, PAGE, in->after != 0, in->before != 0);
    struct tree_list list = tree_list(pg->view, "Audit");
    for (size_t i = cut.first; i < cut.end; i++)
        if (!fill_row(pg, tree_row(&list), &rows[i]))
            return false;
    view_pager(pg, cut.back ? number(pg, rows[cut.first].audit_id) : NULL,
               cut.more ? number(pg, rows[cut.end - 1].audit_id) : NULL);
    account_tabs(pg);
    view_field(pg, "who", in->who);
    view_field(pg, "action", in->action);
    view_option(pg, "action", "", "Everything");
    for (const struct audit_action *row = audit_actions; row->action; row++)
        view_option(pg, "action", row->action, row->label);
    tree_set_bool(pg->view, "Filtered", *in->who || *in->action);
    if (in->workspace)
        tree_set_i64(pg->view, "Workspace", in->workspace);
    return reply_template(pg);
}

bool
audit_tenant_page(struct page *pg)
{
    return show(pg, pg->caller->tenant_id);
}

bool
audit_all_page(struct page *pg)
{
    const struct audit_show *in = pg->params;
    return show(pg, in->workspace);
}
