/* GET and POST /{tenant}/runs/new: what to do with chosen records, what it costs, start. The records come
 * as a filter of a list, or as a draft that a list's selection made. */
#include <inttypes.h>
#include <string.h>

#include "domain/pipeline/ledger.h"
#include "domain/query/record_filter.h"
#include "web/pipeline/pages.h"
#include "web/pipeline/run_graph.h"
#include "web/pipeline/run_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { TITLE_MAX = 200, SAMPLE_MAX = 1000000000, DEFAULT_REDO = 30, MOST = PIPELINE_STAGES_MOST };

static const char *const entities[] = {"company", "contact", NULL};
static const char *const acts[] = {"start", "estimate", NULL};

struct sent {
    const char *entity, *filter, *title, *act;
    int64_t draft, sample, redo_days, priority;
    struct param_texts stage;
};
#define SENT_ITEMS                                                                                 \
    PARAM_CHOICE(struct sent, entity, entities, OPTIONAL),                                         \
        PARAM_TEXT(struct sent, filter, RECORD_FILTER_TEXT, OPTIONAL),                             \
        PARAM_ID_OR_NONE(struct sent, draft), PARAM_TEXTS(struct sent, stage, MOST, OPTIONAL),     \
        PARAM_TEXT(struct sent, title, TITLE_MAX, OPTIONAL),                                       \
        PARAM_I64(struct sent, sample, 0, SAMPLE_MAX, OPTIONAL),                                   \
        PARAM_I64(struct sent, redo_days, 0, PIPELINE_REDO_MOST, OPTIONAL),                        \
        PARAM_I64(struct sent, priority, -9, 9, OPTIONAL)
static const struct param new_items[] = {SENT_ITEMS};
const struct params run_new_params = PARAMS(struct sent, new_items);
static const struct param start_items[] = {
    SENT_ITEMS,
    {"do", PARAM_TYPE_CHOICE, offsetof(struct sent, act), 0, 0, REQUIRED, acts},
};
const struct params run_start_params = PARAMS(struct sent, start_items);

/* How far a run goes: all stages of companies up to one, or all there are. */
struct depth {
    const char *label, *last; /* NULL: the last stage there is */
};
static const struct depth depths[] = {
    {"Crawl only",   "crawl" },
    {"Score",        "score" },
    {"Up to triage", "triage"},
    {"Everything",   NULL    }
};

static bool
read_choice(struct page *pg, const struct sent *sent, struct pipeline_choice *out)
{
    *out = (struct pipeline_choice){.entity = !strcmp(sent->entity, "contact") ? RECORD_CONTACT
                                                                               : RECORD_COMPANY,
                                    .filter = sent->filter,
                                    .stages = sent->stage.values,
                                    .n_stages = sent->stage.count,
                                    .sample = sent->sample,
                                    .redo_days = sent->redo_days,
                                    .priority = sent->priority,
                                    .title = sent->title};
    int64_t *ids;
    if (!sent->draft)
        return true;
    if (!pipeline_run_drafted(pg->ctx, sent->draft, &out->entity, &ids, &out->n_ids))
        return false;
    out->ids = ids;
    return true;
}

/* The stages up to one of that name (NULL: all). */
static size_t
names_up_to(const char *last, const char *names[MOST])
{
    size_t n = 0;
    for (size_t i = 0; stages[i] && n < MOST; i++) {
        if (!stages[i]->apart)
            names[n++] = stages[i]->name;
        if (last && !strcmp(stages[i]->name, last))
            break;
    }
    return n;
}

/* The stages of a form that was sent and is shown again. */
static size_t
names_sent(const struct page *pg, const char *names[MOST])
{
    size_t n = 0;
    for (size_t i = 0; pg->sent && i < pg->sent->count && n < MOST; i++)
        if (!strcmp(pg->sent->values[i].name, "stage") && stage_named(pg->sent->values[i].value))
            names[n++] = pg->sent->values[i].value;
    return n;
}

/* The address of the records alone. */
static const char *
records_path(struct page *pg, const struct sent *sent)
{
    struct arena *arena = pg->ctx->arena;
    const char *path = view_url(arena, "?entity=%s&filter=%s", sent->entity, sent->filter);
    if (sent->draft)
        path = arena_printf(arena, "%s&draft=%" PRId64, path, sent->draft);
    return arena_printf(arena, "%s/runs/new%s", pg->base, path);
}

/* This page's address with other stages. */
static const char *
path_with(struct page *pg, const struct sent *sent, const char *const *names, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    const char *path = records_path(pg, sent);
    if (*sent->title)
        path = arena_printf(arena, "%s%s", path, view_url(arena, "&title=%s", sent->title));
    if (sent->sample)
        path = arena_printf(arena, "%s&sample=%" PRId64, path, sent->sample);
    path = arena_printf(arena, "%s&redo_days=%" PRId64 "&priority=%" PRId64, path, sent->redo_days,
                        sent->priority);
    for (size_t i = 0; i < n; i++)
        path = arena_printf(arena, "%s%s", path, view_url(arena, "&stage=%s", names[i]));
    return path;
}

static void
show_depths(struct page *pg, const struct sent *sent, const struct pipeline_choice *choice)
{
    struct tree_list list = tree_list(pg->view, "Depths");
    for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
        const char *names[MOST];
        size_t n = names_up_to(depths[i].last, names), same = 0;
        if (depths[i].last && !stage_named(depths[i].last))
            continue;
        for (size_t j = 0; j < n && j < choice->n_stages; j++)
            same += !strcmp(names[j], choice->stages[j]);
        struct tree *row = tree_row(&list);
        tree_set(row, "label", depths[i].label);
        tree_set(row, "path", path_with(pg, sent, names, n));
        if (same == n && n == choice->n_stages)
            tree_set(row, "current", "1");
    }
}

static void
show_form(struct page *pg, const struct sent *sent)
{
    struct arena *arena = pg->ctx->arena;
    static const char *const ages[] = {"0", "1", "7", "30", "90", "365"};
    static const char *const age_labels[] = {
        "Do everything anew", "A day", "A week", "30 days", "90 days", "A year"};
    view_field(pg, "title", sent->title);
    view_field(pg, "sample", sent->sample ? arena_printf(arena, "%" PRId64, sent->sample) : "");
    view_field_i64(pg, "redo_days", sent->redo_days);
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++)
        view_option(pg, "redo_days", ages[i], age_labels[i]);
    view_field_i64(pg, "priority", sent->priority);
    view_option(pg, "priority", "0", "Normal");
    view_option(pg, "priority", "5", "High");
    view_option(pg, "priority", "-5", "Low: when nothing else waits");
}

/* All stages with what the chosen ones would have to do. */
static void
show_stages(struct page *pg, const struct pipeline_choice *choice, const struct pipeline_cost *cost)
{
    struct run_box boxes[MOST];
    size_t n = 0;
    struct tree_list list = tree_list(pg->view, "Stages");
    for (size_t i = 0; stages[i] && n < MOST; i++) {
        const struct pipeline_estimate *one = NULL;
        if (stages[i]->apart)
            continue;
        struct tree *row = tree_row(&list);
        for (size_t j = 0; j < cost->n_stages; j++)
            if (cost->stages[j].stage == stages[i])
                one = &cost->stages[j];
        tree_set(row, "name", stages[i]->name);
        tree_set(row, "label", stages[i]->label);
        tree_set(row, "about", stages[i]->about);
        tree_set(row, "entity", stages[i]->entity == RECORD_COMPANY ? "company" : "contact");
        for (size_t j = 0; j < choice->n_stages; j++)
            if (!strcmp(choice->stages[j], stages[i]->name))
                tree_set(row, "chosen", "1");
        boxes[n++] = (struct run_box){
            .stage = stages[i],
            .state = one ? "is-done" : "is-wait",
            .fill = "f-ok",
            .text = one ? run_view_records(pg, stages[i]->entity, one->records - one->kept)
                        : "left out"};
        if (!one)
            continue;
        if (one->added)
            tree_set(row, "added", "1");
        tree_set(row, "records", view_number(pg, one->records));
        tree_set(row, "kept", view_number(pg, one->kept));
        tree_set(row, "cost", run_view_money(pg, one->cost_micros));
    }
    run_graph(pg, boxes, n);
}

static bool
show_cost(struct page *pg, const struct pipeline_choice *choice)
{
    struct pipeline_cost cost;
    struct ledger_budget budget;
    if (!pipeline_run_estimate(pg->ctx, choice, &cost) || !ledger_budget(pg->ctx, &budget))
        return false;
    show_stages(pg, choice, &cost);
    tree_set(pg->view, "Run.records", run_view_records(pg, choice->entity, cost.records));
    tree_set(pg->view, "Run.cost", run_view_money(pg, cost.cost_micros));
    if (cost.cost_micros) {
        tree_set(pg->view, "Run.cost_short", run_view_money(pg, cost.cost_micros));
        tree_set(pg->view, "Run.budget",
                 arena_printf(pg->ctx->arena,
                              "That much is reserved and given back where it is not used. Left in "
                              "the budget: %s.",
                              run_view_money(pg, budget.left_micros)));
    }
    return true;
}

/* Everything on the page; the stages of a first visit are all there are. */
static bool
show(struct page *pg, const struct sent *sent)
{
    const char *names[MOST];
    struct pipeline_choice choice;
    if (!read_choice(pg, sent, &choice))
        return false;
    if (!choice.n_stages) {
        size_t n = names_sent(pg, names);
        choice.n_stages = n ? n : names_up_to(NULL, names);
        choice.stages = names;
    }
    tree_set(pg->view, "Run.action", records_path(pg, sent));
    tree_set(pg->view, "Run.list", arena_printf(pg->ctx->arena, "%s/runs", pg->base));
    tree_set(pg->view, "Run.about",
             sent->draft     ? "The selected ones."
             : *sent->filter ? "All that match the filters of the list."
             : choice.entity == RECORD_COMPANY
                 ? "All companies of the workspace. To choose, start from the list of companies."
                 : "All contacts of the workspace. To choose, start from the list of contacts.");
    show_depths(pg, sent, &choice);
    return show_cost(pg, &choice);
}

bool
run_new_page(struct page *pg)
{
    struct sent sent = *(const struct sent *)pg->params;
    if (!pg->in->query || !strstr(pg->in->query, "redo_days="))
        sent.redo_days = DEFAULT_REDO;
    show_form(pg, &sent);
    return show(pg, &sent) && reply_template(pg);
}

bool
run_start_page(struct page *pg)
{
    const struct sent *sent = pg->params;
    struct pipeline_choice choice;
    int64_t run_id;
    if (!read_choice(pg, sent, &choice))
        return false;
    if (!strcmp(sent->act, "estimate"))
        return reply_redirect_to(pg, path_with(pg, sent, sent->stage.values, sent->stage.count));
    if (!pipeline_run_start(pg->ctx, &choice, &run_id)) {
        struct err err = pg->ctx->err;
        if (err.kind != ERR_CONFLICT)
            return false;
        err_clear(pg->ctx); /* the money does not suffice: the form again */
        return err_raise(pg->ctx, ERR_INPUT, "%s", err.message);
    }
    return reply_redirect_to(pg, run_view_path(pg, run_id, ""));
}
