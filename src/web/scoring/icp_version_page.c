/* Versions of a model: all of them, one in words, as JSON out and in, a new draft, throwing one away,
 * letting one score. Editors draft, admins activate. */
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/account/audit.h"
#include "web/reply.h"
#include "web/scoring/icp_view.h"
#include "web/scoring/pages.h"
#include "web/view.h"

struct one_version {
    int64_t version;
};

struct import {
    const char *json, *note;
};
static const struct param import_items[] = {
    PARAM_LONG(struct import, json, ICP_JSON_MOST / 2, REQUIRED),
    PARAM_TEXT(struct import, note, 500, OPTIONAL),
};
const struct params icp_import_params = PARAMS(struct import, import_items);

bool
icp_versions_page(struct page *pg)
{
    struct icp_version *all;
    size_t n, at = 0;
    struct icp_version one;
    struct icp_model model;
    if (!icp_version_list(pg->ctx, &all, &n))
        return false;
    while (at + 1 < n && !all[at].draft && !all[at].active)
        at++;
    if (!icp_view_open(pg, all[at].version, "versions", &one, &model))
        return false;
    struct tree_list list = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "version", all[i].version);
        tree_set(row, "path", icp_view_path(pg, all[i].version, ""));
        tree_set(row, "state", all[i].draft ? "draft" : all[i].active ? "active" : "earlier");
        tree_set(row, "note", all[i].note);
        tree_set(row, "author", all[i].author ? all[i].author : "leadgen");
        tree_set(row, "activated_by", all[i].activated_by ? all[i].activated_by : "");
        tree_set(row, "signals", view_number(pg, all[i].signals));
        if (all[i].based_on)
            tree_set_i64(row, "based_on", all[i].based_on);
        view_time(pg, row, "changed", all[i].changed_ms);
        view_time(pg, row, "activated", all[i].activated_ms);
    }
    tree_set(pg->view, "Icp.import", arena_printf(pg->ctx->arena, "%s/signals/import", pg->base));
    return reply_template(pg);
}

/* --- in words -------------------------------------------------------------------------------- */

static void
fill_texts(struct tree *row, const char *path, const struct icp_texts *texts)
{
    struct tree_list list = tree_list(row, path);
    for (size_t i = 0; i < texts->n; i++)
        tree_set(tree_row(&list), "text", texts->of[i]);
}

static void
fill_kinds(struct page *pg, struct tree *row, const char *path, unsigned bits)
{
    const char *names = "";
    for (int i = 0; i < ICP_PAGE_KINDS; i++)
        if (bits >> i & 1U)
            names = arena_printf(pg->ctx->arena, "%s%s%s", names, *names ? ", " : "",
                                 text_lower(pg->ctx->arena, icp_page_labels[i]));
    tree_set(row, path, names);
}

static void
fill_signals(struct page *pg, const struct icp_model *model)
{
    struct tree_list groups = tree_list(pg->view, "Groups");
    bool *done = ARENA_ARRAY(pg->ctx->arena, model->n_signals + 1, bool);
    for (size_t i = 0; i < model->n_signals; i++) {
        if (done[i])
            continue;
        struct tree *group = tree_row(&groups);
        struct tree_list rows = tree_list(group, "signals");
        tree_set(group, "label", model->signals[i].category);
        tree_set_i64(group, "n", (int64_t)i);
        for (size_t k = i; k < model->n_signals; k++) {
            const struct icp_signal *signal = &model->signals[k];
            if (done[k] || strcmp(signal->category, model->signals[i].category) != 0)
                continue;
            struct tree *row = tree_row(&rows);
            done[k] = true;
            tree_set(row, "label", signal->label);
            tree_set(row, "about", signal->about);
            tree_set_bool(row, "off", !signal->on);
            tree_set_bool(row, "against", signal->points < 0);
            tree_set(row, "points", icp_view_points(pg->ctx->arena, signal->points));
            if (signal->needs > 1)
                tree_set_i64(row, "needs", signal->needs);
            tree_set_bool(row, "frame", signal->frame);
            fill_texts(row, "phrases", &signal->phrases);
            fill_texts(row, "patterns", &signal->patterns);
            fill_texts(row, "not_near", &signal->not_near);
            fill_texts(row, "links", &signal->links);
            fill_texts(row, "technologies", &signal->technologies);
            fill_kinds(pg, row, "pages", signal->pages);
            fill_kinds(pg, row, "has_page", signal->has_page);
        }
    }
}

bool
icp_document_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    if (!icp_view_open(pg, in->version, "document", &one, &model))
        return false;
    fill_signals(pg, &model);
    struct tree_list tiers = tree_list(pg->view, "Tiers");
    for (size_t i = 0; i < model.n_tiers; i++) {
        struct tree *row = tree_row(&tiers);
        tree_set(row, "label", model.tiers[i].label);
        if (model.tiers[i].from != INT64_MIN)
            tree_set(row, "from", view_number(pg, model.tiers[i].from));
    }
    struct tree_list maturity = tree_list(pg->view, "Maturity");
    for (size_t i = 0; i < model.n_maturities; i++) {
        struct tree *row = tree_row(&maturity);
        struct icp_texts any = {
            ARENA_ARRAY(pg->ctx->arena, model.maturities[i].any.n + 1, const char *), 0};
        for (size_t k = 0; k < model.maturities[i].any.n; k++) {
            const struct icp_signal *signal =
                icp_model_signal(&model, model.maturities[i].any.of[k]);
            if (signal)
                any.of[any.n++] = signal->label;
        }
        tree_set(row, "label", model.maturities[i].label);
        fill_texts(row, "any", &any);
    }
    struct tree_list weights = tree_list(pg->view, "Weights");
    for (int i = 0; i < ICP_PAGE_KINDS; i++)
        if (model.weights[i] != 100) {
            struct tree *row = tree_row(&weights);
            tree_set(row, "label", icp_page_labels[i]);
            tree_set_i64(row, "percent", model.weights[i]);
        }
    tree_set(pg->view, "Icp.about", model.about);
    tree_set_i64(pg->view, "Icp.page_cap", model.page_cap);
    tree_set_i64(pg->view, "Icp.negation_words", model.negation_words);
    fill_texts(pg->view, "Negations", &model.negations);
    return reply_template(pg);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static bool
send_text(struct page *pg, void *text, reply_take_fn *take, void *arg)
{
    (void)pg;
    return take(arg, text, strlen(text));
}

bool
icp_export_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    if (!icp_version_read(pg->ctx, in->version, &one, &model))
        return false;
    const char *json = jsn_write(pg->ctx->arena, icp_model_write(pg->ctx->arena, &model));
    return reply_stream(pg, arena_printf(pg->ctx->arena, "model-%" PRId64 ".json", in->version),
                        "application/json", send_text, arena_strdup(pg->ctx->arena, json));
}

bool
icp_import_page(struct page *pg)
{
    tree_set(pg->view, "Icp.home", arena_printf(pg->ctx->arena, "%s/signals", pg->base));
    view_field(pg, "json", "");
    view_field(pg, "note", "");
    return reply_template(pg);
}

bool
icp_import_send_page(struct page *pg)
{
    const struct import *in = pg->params;
    struct icp_model model;
    int64_t version;
    if (!icp_model_read(pg->ctx, in->json, strlen(in->json), &model)) {
        if (pg->ctx->err.kind != ERR_INPUT)
            return false;
        struct err err = pg->ctx->err;
        err_clear(pg->ctx);
        return err_field(pg->ctx, ERR_INPUT, "json", "%s%s%s", err.field, *err.field ? ": " : "",
                         err.message);
    }
    if (!icp_version_draft(pg->ctx, 0, &model, in->note, &version))
        return false;
    reply_flash(pg, "ok",
                arena_printf(pg->ctx->arena, "Model %" PRId64 " is a draft with %zu signals.",
                             version, model.n_signals),
                NULL, NULL);
    return reply_redirect_to(pg, icp_view_path(pg, version, ""));
}

/* --- beginning, dropping, activating --------------------------------------------------------- */

bool
icp_begin_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    int64_t version;
    if (!icp_version_read(pg->ctx, in->version, &one, &model) ||
        !icp_version_draft(pg->ctx, in->version, &model, "", &version))
        return false;
    reply_flash(pg, "ok",
                arena_printf(pg->ctx->arena, "Model %" PRId64 " is a draft of model %" PRId64 ".",
                             version, in->version),
                NULL, NULL);
    return reply_redirect_to(pg, icp_view_path(pg, version, ""));
}

bool
icp_drop_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    if (!icp_version_drop(pg->ctx, in->version))
        return false;
    reply_flash(pg, "ok", arena_printf(pg->ctx->arena, "Draft %" PRId64 " is gone.", in->version),
                NULL, NULL);
    return reply_redirect(pg, "/%s/signals/versions", pg->slug);
}

bool
icp_activate_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    const char *subject = arena_printf(pg->ctx->arena, "model %" PRId64, in->version);
    if (!icp_version_activate(pg->ctx, in->version) ||
        !audit_add(pg->ctx, "icp_activate", subject, NULL))
        return false;
    reply_flash(pg, "ok",
                arena_printf(pg->ctx->arena,
                             "Model %" PRId64 " scores from now on. All companies with pages are "
                             "being scored anew.",
                             in->version),
                "Jobs", arena_printf(pg->ctx->arena, "%s/jobs", pg->base));
    return reply_redirect_to(pg, icp_view_path(pg, in->version, ""));
}
