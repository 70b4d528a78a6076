/* GET and POST /{tenant}/signals/{version}/tiers: from which total a tier begins, beside how totals
 * spread now; what a page of a kind weighs; negation. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/record/record_code.h"
#include "domain/scoring/score_report.h"
#include "web/reply.h"
#include "web/scoring/icp_view.h"
#include "web/scoring/pages.h"
#include "web/view.h"

enum { LONG_MOST = 20000, PAIRS_MOST = 16 };

struct form {
    int64_t version, revision, page_cap, negation_words, near_words;
    const char *name, *about, *negations, *negation_ends;
    struct param_pairs label, from, sets, weight;
};
static const struct param items[] = {
    PARAM_ID(struct form, version),
    PARAM_I64(struct form, revision, 0, INT64_MAX, OPTIONAL),
    PARAM_TEXT(struct form, name, ICP_NAME_MOST, OPTIONAL),
    PARAM_TEXT(struct form, about, ICP_ABOUT_MOST, OPTIONAL),
    PARAM_PAIRS(struct form, label, PAIRS_MOST),
    PARAM_PAIRS(struct form, from, PAIRS_MOST),
    PARAM_PAIRS(struct form, sets, PAIRS_MOST),
    PARAM_PAIRS(struct form, weight, PAIRS_MOST),
    PARAM_I64(struct form, page_cap, 1, 100, REQUIRED),
    PARAM_LONG(struct form, negations, LONG_MOST, OPTIONAL),
    PARAM_LONG(struct form, negation_ends, LONG_MOST, OPTIONAL),
    PARAM_I64(struct form, negation_words, 0, 20, OPTIONAL),
    PARAM_I64(struct form, near_words, 0, 50, OPTIONAL),
};
const struct params icp_tiers_params = PARAMS(struct form, items);

struct one_version {
    int64_t version;
};

/* What was sent under a name, or `other`. */
static const char *
sent_or(const struct page *pg, const char *name, const char *other)
{
    for (size_t i = 0; pg->sent && i < pg->sent->count; i++)
        if (!strcmp(pg->sent->values[i].name, name))
            return pg->sent->values[i].value;
    return other;
}

static void
show_tiers(struct page *pg, const struct icp_model *model)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Tiers");
    for (size_t i = 0; i < model->n_tiers; i++) {
        const struct icp_tier *tier = &model->tiers[i];
        struct tree *row = tree_row(&list);
        const char *sets = sent_or(pg, arena_printf(arena, "sets.%zu", i + 1), tier->sets);
        struct tree_list options = tree_list(row, "options");
        tree_set_i64(row, "n", (int64_t)i + 1);
        tree_set(row, "label", sent_or(pg, arena_printf(arena, "label.%zu", i + 1), tier->label));
        tree_set_bool(row, "last", i + 1 == model->n_tiers);
        if (i + 1 < model->n_tiers)
            tree_set(row, "from",
                     sent_or(pg, arena_printf(arena, "from.%zu", i + 1),
                             arena_printf(arena, "%" PRId64, tier->from)));
        for (size_t k = 0; k < record_tiers.n; k++) {
            struct tree *option = tree_row(&options);
            tree_set(option, "value", record_tiers.of[k].name);
            tree_set(option, "label", record_tiers.of[k].label);
            tree_set_bool(option, "on", !strcmp(record_tiers.of[k].name, sets));
        }
    }
}

static void
show_weights(struct page *pg, const struct icp_model *model)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Weights");
    for (int i = 1; i <= ICP_PAGE_KINDS; i++) {
        int kind = i % ICP_PAGE_KINDS;
        struct tree *row = tree_row(&list);
        tree_set(row, "name", icp_page_kinds[kind]);
        tree_set(row, "label", icp_page_labels[kind]);
        tree_set(row, "value",
                 sent_or(pg, arena_printf(arena, "weight.%s", icp_page_kinds[kind]),
                         arena_printf(arena, "%" PRId64, model->weights[kind])));
    }
}

static bool
show_chart(struct page *pg, const struct icp_model *model)
{
    struct score_total *totals;
    size_t n;
    int64_t companies = 0;
    if (!score_totals(pg->ctx, &totals, &n))
        return false;
    struct icp_view_total *bars = ARENA_ARRAY(pg->ctx->arena, n + 1, struct icp_view_total);
    for (size_t i = 0; i < n; i++) {
        bars[i] = (struct icp_view_total){totals[i].total, totals[i].companies, 0};
        companies += totals[i].companies;
    }
    icp_view_chart(pg, bars, n, model, false);
    tree_set(pg->view, "Icp.companies", view_number(pg, companies));
    return true;
}

bool
icp_tiers_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    if (!icp_view_open(pg, in->version, "tiers", &one, &model))
        return false;
    view_field(pg, "name", model.name);
    view_field(pg, "about", model.about);
    view_field_i64(pg, "page_cap", model.page_cap);
    view_field_i64(pg, "negation_words", model.negation_words);
    view_field_i64(pg, "near_words", model.near_words);
    view_field(pg, "negations", icp_view_text(pg->ctx->arena, &model.negations));
    view_field(pg, "negation_ends", icp_view_text(pg->ctx->arena, &model.negation_ends));
    show_tiers(pg, &model);
    show_weights(pg, &model);
    return show_chart(pg, &model) && reply_template(pg);
}

/* --- saving ---------------------------------------------------------------------------------- */

static bool
take_whole(struct page *pg, const char *field, const char *text, int64_t *out)
{
    char *end;
    *out = strtoll(text, &end, 10);
    return (*text && !*end && *out > -100000 && *out < 100000) ||
           err_field(pg->ctx, ERR_INPUT, field, "Write a whole number.");
}

/* The place that a pair's name stands for, or false. */
static bool
place_of(const char *name, size_t n, size_t *place)
{
    char *end;
    unsigned long long number = strtoull(name, &end, 10);
    *place = (size_t)number - 1;
    return *name && !*end && number >= 1 && number <= n;
}

static bool
take_tiers(struct page *pg, const struct form *in, struct icp_model *model)
{
    size_t at;
    for (size_t i = 0; i < in->label.count; i++)
        if (place_of(in->label.items[i].name, model->n_tiers, &at))
            model->tiers[at].label = text_squeeze(pg->ctx->arena, in->label.items[i].value);
    for (size_t i = 0; i < in->sets.count; i++)
        if (place_of(in->sets.items[i].name, model->n_tiers, &at))
            model->tiers[at].sets = in->sets.items[i].value;
    for (size_t i = 0; i < in->from.count; i++)
        if (place_of(in->from.items[i].name, model->n_tiers - 1, &at) &&
            !take_whole(pg, arena_printf(pg->ctx->arena, "from.%zu", at + 1),
                        in->from.items[i].value, &model->tiers[at].from))
            return false;
    return true;
}

static bool
take_weights(struct page *pg, const struct form *in, struct icp_model *model)
{
    for (size_t i = 0; i < in->weight.count; i++) {
        const char *name = in->weight.items[i].name;
        const char *field = arena_printf(pg->ctx->arena, "weight.%s", name);
        int kind = icp_page_kind(name);
        if (kind < 0)
            return err_field(pg->ctx, ERR_INPUT, field, "There are no pages of that kind.");
        if (!take_whole(pg, field, in->weight.items[i].value, &model->weights[kind]))
            return false;
        if (model->weights[kind] < 0 || model->weights[kind] > 100)
            return err_field(pg->ctx, ERR_INPUT, field, "A weight is from 0 to 100 percent.");
    }
    return true;
}

/* Checks the model as a whole; a place in the document becomes the form's field. */
static bool
check_model(struct page *pg, const struct icp_model *model)
{
    struct icp_model again;
    if (icp_model_of(pg->ctx, icp_model_write(pg->ctx->arena, model), &again))
        return true;
    if (pg->ctx->err.kind != ERR_INPUT || !text_starts(pg->ctx->err.field, "tiers."))
        return false;
    struct err err = pg->ctx->err;
    const char *number = err.field + strlen("tiers."), *name = strchr(number, '.');
    err_clear(pg->ctx);
    return err_field(
        pg->ctx, ERR_INPUT,
        name ? arena_printf(pg->ctx->arena, "%s.%.*s", name + 1, (int)(name - number), number) : "",
        "%s", err.message);
}

bool
icp_tiers_save_page(struct page *pg)
{
    const struct form *in = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct icp_version one;
    struct icp_model model;
    if (!icp_version_read(pg->ctx, in->version, &one, &model) || !take_tiers(pg, in, &model) ||
        !take_weights(pg, in, &model))
        return false;
    model.name = text_squeeze(arena, in->name);
    model.about = text_squeeze(arena, in->about);
    model.page_cap = in->page_cap;
    model.negation_words = in->negation_words;
    model.near_words = in->near_words;
    model.negations = icp_view_lines(arena, in->negations);
    model.negation_ends = icp_view_lines(arena, in->negation_ends);
    return check_model(pg, &model) && icp_view_save(pg, &one, in->revision, &model, "/tiers");
}
