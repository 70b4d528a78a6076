/* /{tenant}/campaigns/{id}/steps/new and …/{step_id}: the form of a step. Editors only. */
#include <string.h>

#include "domain/sequence/campaign_example.h"
#include "domain/campaign/campaign_state.h"
#include "domain/sequence/campaign_step.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { NUMBER_MOST = 1000000, LONG_MOST = 20000, PAIRS_MOST = 2 * CAMPAIGN_EXAMPLES_MOST };

struct step_wanted {
    int64_t id, step_id;
    const char *channel;
};
static const struct param new_items[] = {
    PARAM_ID(struct step_wanted, id),
    PARAM_TEXT(struct step_wanted, channel, 20, OPTIONAL),
};
const struct params campaign_step_new_params = PARAMS(struct step_wanted, new_items);
static const struct param edit_items[] = {
    PARAM_ID(struct step_wanted, id),
    PARAM_ID(struct step_wanted, step_id),
};
const struct params campaign_step_edit_params = PARAMS(struct step_wanted, edit_items);

/* A new step has no id yet but a place. */
struct step_form {
    int64_t id, step_id, position;
    const char *channel, *label, *condition;
    int64_t day_offset, max_length, variants, pdf_template_id;
    const char *tone, *formality, *language, *instructions;
    struct param_pairs examples;
    bool is_on, more;
};
#define STEP_FIELDS                                                                                \
    PARAM_TEXT(struct step_form, channel, 20, REQUIRED),                                           \
        PARAM_TEXT(struct step_form, label, 1000, OPTIONAL),                                       \
        PARAM_TEXT(struct step_form, condition, 20, REQUIRED),                                     \
        PARAM_I64(struct step_form, day_offset, 0, NUMBER_MOST, REQUIRED),                         \
        PARAM_I64(struct step_form, max_length, 0, NUMBER_MOST, OPTIONAL),                         \
        PARAM_I64(struct step_form, variants, 1, NUMBER_MOST, REQUIRED),                           \
        PARAM_ID_OR_NONE(struct step_form, pdf_template_id),                                       \
        PARAM_TEXT(struct step_form, tone, 20, OPTIONAL),                                          \
        PARAM_TEXT(struct step_form, formality, 20, OPTIONAL),                                     \
        PARAM_TEXT(struct step_form, language, 20, OPTIONAL),                                      \
        PARAM_LONG(struct step_form, instructions, LONG_MOST, OPTIONAL),                           \
        PARAM_PAIRS(struct step_form, examples, PAIRS_MOST), PARAM_FLAG(struct step_form, is_on),  \
        PARAM_FLAG(struct step_form, more)
static const struct param add_items[] = {
    PARAM_ID(struct step_form, id),
    PARAM_I64(struct step_form, position, 0, NUMBER_MOST, OPTIONAL),
    STEP_FIELDS,
};
const struct params campaign_step_add_params = PARAMS(struct step_form, add_items);
static const struct param save_items[] = {
    PARAM_ID(struct step_form, id),
    PARAM_ID(struct step_form, step_id),
    STEP_FIELDS,
};
const struct params campaign_step_save_params = PARAMS(struct step_form, save_items);

static const char *
list_path(struct page *pg, int64_t id)
{
    return campaign_view_path(pg, id, "/steps");
}

/* What a field holds: as sent, or as stored. */
static const char *
shown(struct page *pg, const char *name, const char *stored)
{
    for (size_t i = 0; pg->sent && i < pg->sent->count; i++)
        if (!strcmp(pg->sent->values[i].name, name))
            return pg->sent->values[i].value;
    return stored;
}

/* A choice whose first entry is what the campaign has. */
static void
fill_voice(struct page *pg, const char *name, const struct campaign_choice *all,
           const char *of_campaign, const char *own)
{
    view_field(pg, name, own ? own : "");
    view_option(pg, name, "",
                arena_printf(pg->ctx->arena, "Campaign: %s", campaign_label(all, of_campaign)));
    campaign_view_options(pg, name, all);
}

static const char *
number(struct page *pg, int64_t value)
{
    return arena_printf(pg->ctx->arena, "%" PRId64, value);
}

static void
fill_choices(struct page *pg, const struct campaign *campaign, const struct campaign_step *step)
{
    struct arena *arena = pg->ctx->arena;
    view_field(pg, "channel", step->channel);
    for (const struct campaign_channel *channel = campaign_channels; channel->name; channel++)
        view_option(pg, "channel", channel->name,
                    arena_printf(arena, "%s, up to %s characters", channel->label,
                                 view_number(pg, channel->most)));
    view_field(pg, "condition", step->condition);
    for (const struct campaign_condition *condition = campaign_conditions; condition->name;
         condition++)
        view_option(pg, "condition", condition->name,
                    arena_printf(arena, "%s: %s", condition->label, condition->hint));
    view_field_i64(pg, "variants", step->variants);
    view_option(pg, "variants", "1", "One");
    view_option(pg, "variants", "2", "Two: a problem, a chance");
    view_option(pg, "variants", "3", "Three: a problem, a chance, what a peer got from it");
    fill_voice(pg, "tone", campaign_tones, campaign->tone, step->tone);
    fill_voice(pg, "formality", campaign_formalities, campaign->formality, step->formality);
    fill_voice(pg, "language", campaign_languages, campaign->language, step->language);
}

/* Only where the workspace has PDFs. */
static bool
fill_pdfs(struct page *pg, const struct campaign_step *step)
{
    struct campaign_pdf *pdfs;
    size_t n;
    if (!campaign_step_pdfs(pg->ctx, &pdfs, &n))
        return false;
    view_field(pg, "pdf_template_id",
               step->pdf_template_id ? number(pg, step->pdf_template_id) : "");
    view_option(pg, "pdf_template_id", "", "Nothing");
    for (size_t i = 0; i < n; i++)
        view_option(pg, "pdf_template_id", number(pg, pdfs[i].pdf_template_id), pdfs[i].name);
    tree_set_bool(pg->view, "Step.pdfs", n > 0);
    return true;
}

/* Those that are there and one to fill in. */
static bool
fill_examples(struct page *pg, const struct campaign_step *step)
{
    struct campaign_example *examples;
    size_t n;
    if (!campaign_examples_read(pg->ctx, step->examples ? step->examples : "[]", &examples, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Examples");
    for (size_t i = 0; i <= n && i < CAMPAIGN_EXAMPLES_MOST; i++) {
        struct tree *row = tree_row(&list);
        const char *at = arena_printf(pg->ctx->arena, "examples.%zu", i);
        tree_set_i64(row, "place", (int64_t)i);
        tree_set_i64(row, "number", (int64_t)i + 1);
        tree_set(
            row, "body",
            shown(pg, arena_printf(pg->ctx->arena, "%s.body", at), i < n ? examples[i].body : ""));
        tree_set(
            row, "note",
            shown(pg, arena_printf(pg->ctx->arena, "%s.note", at), i < n ? examples[i].note : ""));
        for (const struct form_error *error = pg->sent_errors; error; error = error->next)
            if (!strcmp(error->field, arena_printf(pg->ctx->arena, "%s.body", at)) ||
                !strcmp(error->field, arena_printf(pg->ctx->arena, "%s.note", at)))
                tree_set(row, "error", error->message);
    }
    tree_set_bool(pg->view, "Step.room", n + 1 < CAMPAIGN_EXAMPLES_MOST);
    return true;
}

static bool
fill_form(struct page *pg, const struct campaign *campaign, const struct campaign_step *step)
{
    const struct campaign_channel *channel = campaign_channel_of(step->channel);
    struct tree *node = tree_node(pg->view, "Step");
    bool open = campaign_allows(campaign->state, CAMPAIGN_STEPS);
    tree_set(node, "intent", channel ? channel->intent : "");
    tree_set(node, "channel", channel ? channel->label : "");
    tree_set_bool(node, "open", open);
    tree_set(node, "state", campaign_state_label(campaign->state));
    tree_set(pg->view, "Steps.path", list_path(pg, campaign->campaign_id));
    view_field(pg, "label", step->label ? step->label : "");
    view_field_i64(pg, "day_offset", step->day_offset);
    view_field_i64(pg, "max_length", step->max_length);
    view_field(pg, "instructions", step->instructions ? step->instructions : "");
    view_field(pg, "is_on", step->is_on ? "1" : "");
    fill_choices(pg, campaign, step);
    return fill_pdfs(pg, step) && fill_examples(pg, step);
}

bool
campaign_step_new_page(struct page *pg)
{
    const struct step_wanted *in = pg->params;
    struct campaign campaign;
    struct campaign_step *steps, step;
    size_t n;
    if (!campaign_view_head(pg, in->id, &campaign) || !campaign_steps(pg->ctx, in->id, &steps, &n))
        return false;
    campaign_step_suggest(steps, n, shown(pg, "channel", in->channel), &step);
    view_field(pg, "position", "0");
    view_option(pg, "position", "0", "At the end");
    for (size_t i = 0; i < n; i++)
        view_option(pg, "position", number(pg, steps[i].position),
                    arena_printf(pg->ctx->arena, "Before %" PRId64 ". %s, day %" PRId64,
                                 steps[i].position, steps[i].label, steps[i].day_offset));
    tree_set(pg->view, "Step.is_new", "1");
    tree_set(pg->view, "Step.title", "New step");
    return fill_form(pg, &campaign, &step) && reply_template(pg);
}

bool
campaign_step_edit_page(struct page *pg)
{
    const struct step_wanted *in = pg->params;
    struct campaign campaign;
    struct campaign_step step;
    if (!campaign_view_head(pg, in->id, &campaign) ||
        !campaign_step_get(pg->ctx, in->id, in->step_id, &step))
        return false;
    struct tree *node = tree_node(pg->view, "Step");
    tree_set(node, "title", step.label);
    tree_set_i64(node, "position", step.position);
    tree_set_i64(node, "messages", step.messages);
    tree_set(node, "messages_shown", view_number(pg, step.messages));
    tree_set(node, "path",
             arena_printf(pg->ctx->arena, "%s/%" PRId64, list_path(pg, in->id), in->step_id));
    return fill_form(pg, &campaign, &step) && reply_template(pg);
}

/* The examples by their place, whatever was left out between. */
static bool
read_examples(struct page *pg, const struct param_pairs *pairs, const char **json)
{
    struct campaign_example examples[CAMPAIGN_EXAMPLES_MOST];
    for (size_t i = 0; i < CAMPAIGN_EXAMPLES_MOST; i++) {
        const char *body = arena_printf(pg->ctx->arena, "%zu.body", i);
        const char *note = arena_printf(pg->ctx->arena, "%zu.note", i);
        examples[i] = (struct campaign_example){"", ""};
        for (size_t j = 0; j < pairs->count; j++)
            if (!strcmp(pairs->items[j].name, body))
                examples[i].body = pairs->items[j].value;
            else if (!strcmp(pairs->items[j].name, note))
                examples[i].note = pairs->items[j].value;
    }
    return campaign_examples_write(pg->ctx, examples, CAMPAIGN_EXAMPLES_MOST, json);
}

static bool
read_form(struct page *pg, struct campaign_step *step)
{
    const struct step_form *in = pg->params;
    *step = (struct campaign_step){.position = in->position,
                                   .channel = in->channel,
                                   .day_offset = in->day_offset,
                                   .condition = in->condition,
                                   .label = in->label,
                                   .max_length = in->max_length,
                                   .tone = in->tone,
                                   .formality = in->formality,
                                   .language = in->language,
                                   .instructions = in->instructions,
                                   .variants = in->variants,
                                   .pdf_template_id = in->pdf_template_id,
                                   .is_on = in->is_on};
    return read_examples(pg, &in->examples, &step->examples);
}

/* After saving: to the steps, or on with another example. */
static bool
go_on(struct page *pg, int64_t step_id, const char *done)
{
    const struct step_form *in = pg->params;
    const char *path = list_path(pg, in->id);
    reply_flash(pg, "ok", done, NULL, NULL);
    return reply_redirect_to(
        pg, in->more ? arena_printf(pg->ctx->arena, "%s/%" PRId64 "#examples", path, step_id)
                     : arena_printf(pg->ctx->arena, "%s#step-%" PRId64, path, step_id));
}

bool
campaign_step_add_page(struct page *pg)
{
    const struct step_form *in = pg->params;
    struct campaign_step step;
    int64_t step_id;
    return read_form(pg, &step) && campaign_step_add(pg->ctx, in->id, &step, &step_id) &&
           go_on(pg, step_id, "The step is there now.");
}

bool
campaign_step_save_page(struct page *pg)
{
    const struct step_form *in = pg->params;
    struct campaign_step step;
    return read_form(pg, &step) && campaign_step_edit(pg->ctx, in->id, in->step_id, &step) &&
           go_on(pg, in->step_id, "Saved.");
}
