/* GET and POST /{tenant}/settings/email: whether mail servers are asked, when addresses are checked
 * again, and how the estimates did against what became of mail. */
#include <inttypes.h>
#include <string.h>

#include "domain/account/audit.h"
#include "domain/email/email_outcome.h"
#include "domain/email/email_setting.h"
#include "web/account/account_view.h"
#include "web/email/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct sent {
    bool probe;
    int64_t reverify_days;
};
static const struct param items[] = {
    PARAM_FLAG(struct sent, probe),
    PARAM_I64(struct sent, reverify_days, EMAIL_REVERIFY_LEAST, EMAIL_REVERIFY_MOST, REQUIRED),
};
const struct params email_setting_params = PARAMS(struct sent, items);

enum { CHART_WIDTH = 600, CHART_HEIGHT = 200, DOT_LEAST = 2, DOT_MOST = 9 };

/* A point for each tenth of the estimate: where it stands is what was said, how high what happened,
 * how large how many. On the diagonal they agree. */
static void
show_chart(struct page *pg, const struct email_record *record)
{
    struct arena *arena = pg->ctx->arena;
    struct email_fit_bin bins[EMAIL_FIT_BINS];
    struct tree_list list = tree_list(pg->view, "Bins");
    int64_t most = 1;
    email_fit_chart(record->of, record->n, &record->fit, bins);
    for (int i = 0; i < EMAIL_FIT_BINS; i++)
        most = bins[i].n > most ? bins[i].n : most;
    for (int i = 0; i < EMAIL_FIT_BINS; i++) {
        if (!bins[i].n)
            continue;
        struct tree *row = tree_row(&list);
        double share = (double)bins[i].arrived / (double)bins[i].n;
        tree_set(row, "from", arena_printf(arena, "%d–%d %%", i * 10, i * 10 + 10));
        tree_set(row, "said", arena_printf(arena, "%.0f %%", bins[i].mean * 100));
        tree_set(row, "arrived", arena_printf(arena, "%.0f %%", share * 100));
        tree_set(row, "n", view_number(pg, bins[i].n));
        tree_set(row, "x", arena_printf(arena, "%.1f", bins[i].mean * CHART_WIDTH));
        tree_set(row, "y", arena_printf(arena, "%.1f", (1 - share) * CHART_HEIGHT));
        tree_set(
            row, "r",
            arena_printf(arena, "%.1f",
                         DOT_LEAST + (DOT_MOST - DOT_LEAST) * (double)bins[i].n / (double)most));
    }
}

static bool
show(struct page *pg)
{
    struct email_record record;
    const struct email_fit as_it_was = {1, 0};
    struct arena *arena = pg->ctx->arena;
    if (!email_outcome_read(pg->ctx, &record))
        return false;
    struct tree *node = tree_node(pg->view, "Outcomes");
    tree_set(node, "total", view_number(pg, record.total));
    tree_set(node, "wanted", view_number(pg, EMAIL_FIT_OUTCOMES));
    tree_set(node, "missing", view_number(pg, EMAIL_FIT_OUTCOMES - record.total));
    tree_set_bool(node, "fitted", record.fitted);
    if (record.fitted) {
        tree_set(node, "arrived", view_number(pg, record.arrived));
        tree_set(node, "brier",
                 arena_printf(arena, "%.3f", email_fit_brier(record.of, record.n, &record.fit)));
        tree_set(node, "brier_before",
                 arena_printf(arena, "%.3f", email_fit_brier(record.of, record.n, &as_it_was)));
        show_chart(pg, &record);
    }
    account_tabs(pg);
    return reply_template(pg);
}

bool
email_setting_page(struct page *pg)
{
    struct email_setting setting;
    if (!email_setting_read(pg->ctx, &setting))
        return false;
    view_field(pg, "probe", setting.probe ? "1" : "");
    view_field_i64(pg, "reverify_days", setting.reverify_days);
    return show(pg);
}

bool
email_setting_save_page(struct page *pg)
{
    const struct sent *in = pg->params;
    struct email_setting before, setting = {.probe = in->probe, .reverify_days = in->reverify_days};
    bool ok = email_setting_read(pg->ctx, &before) && email_setting_write(pg->ctx, &setting);
    if (ok && before.probe != setting.probe)
        ok = audit_add(pg->ctx, setting.probe ? "email_probe_on" : "email_probe_off", "", NULL);
    return account_back(pg, ok, "Saved.",
                        view_url(pg->ctx->arena, "/%s/settings/email", pg->caller->tenant_slug));
}
