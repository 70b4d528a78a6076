/* Steps as people read them. See campaign_step_view.h. */
#include "web/campaign/campaign_step_view.h"

#include "base/text.h"
#include "domain/campaign/campaign.h"
#include "domain/sequence/campaign_example.h"
#include "web/view.h"

/* " · Bold · Czech": where the step has a voice of its own. */
static const char *
voice_of(struct arena *arena, const struct campaign_step *step)
{
    const char *const words[] = {
        step->tone ? campaign_label(campaign_tones, step->tone) : NULL,
        step->formality ? campaign_label(campaign_formalities, step->formality) : NULL,
        step->language ? campaign_label(campaign_languages, step->language) : NULL};
    const char *voice = "";
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i])
            voice = arena_printf(arena, "%s%s%s", voice, *voice ? " · " : "", words[i]);
    return voice;
}

bool
campaign_step_view_fill(struct page *pg, struct tree *row, const struct campaign_step *step)
{
    struct campaign_example *examples;
    size_t n_examples;
    const struct campaign_channel *channel = campaign_channel_of(step->channel);
    const struct campaign_condition *condition = campaign_condition_of(step->condition);
    if (!channel || !condition)
        return err_raise(pg->ctx, ERR_BUG, "a step has the channel %s and the condition %s",
                         step->channel, step->condition);
    if (!campaign_examples_read(pg->ctx, step->examples, &examples, &n_examples))
        return false;
    tree_set_i64(row, "id", step->step_id);
    tree_set_i64(row, "position", step->position);
    tree_set_i64(row, "day", step->day_offset);
    tree_set(row, "icon", channel->icon);
    tree_set(row, "channel", channel->label);
    tree_set(row, "label", step->label);
    tree_set(row, "condition", condition->label);
    tree_set(row, "length", view_number(pg, step->max_length));
    tree_set_i64(row, "variants", step->variants);
    tree_set_i64(row, "examples", (int64_t)n_examples);
    tree_set(row, "voice", voice_of(pg->ctx->arena, step));
    tree_set(row, "instructions", step->instructions ? step->instructions : "");
    tree_set_bool(row, "on", step->is_on);
    tree_set_bool(row, "pdf", step->pdf_template_id != 0);
    tree_set_i64(row, "messages", step->messages);
    tree_set(row, "messages_shown", view_number(pg, step->messages));
    return true;
}

bool
campaign_step_view_list(struct page *pg, struct tree *parent, const char *path,
                        const struct campaign_step *steps, size_t n)
{
    struct tree_list list = tree_list(parent, path);
    for (size_t i = 0; i < n; i++)
        if (!campaign_step_view_fill(pg, tree_row(&list), &steps[i]))
            return false;
    return true;
}

bool
campaign_step_view_template(struct page *pg, struct tree *row, const struct campaign_template *of)
{
    struct arena *arena = pg->ctx->arena;
    tree_set(row, "key", of->key);
    tree_set(row, "path", arena_printf(arena, "%s/campaigns/templates/%s", pg->base, of->key));
    tree_set(row, "name", of->name);
    tree_set(row, "description", of->description);
    tree_set_bool(row, "own", of->template_id != 0);
    tree_set(row, "author", of->author ? of->author : "");
    view_time(pg, row, "updated", of->updated_ms);
    tree_set_i64(row, "pdf_step", of->pdf_step);
    tree_set(row, "count", campaign_step_view_count(pg, of->n_steps));
    tree_set_i64(row, "days", of->n_steps ? of->steps[of->n_steps - 1].day_offset : 0);
    tree_set(
        row, "voice",
        arena_printf(arena, "%s, %s, %s",
                     of->language ? campaign_label(campaign_languages, of->language) : "",
                     of->tone ? text_lower(arena, campaign_label(campaign_tones, of->tone)) : "",
                     of->formality ? campaign_label(campaign_formalities, of->formality) : ""));
    return campaign_step_view_list(pg, row, "steps", of->steps, of->n_steps);
}

const char *
campaign_step_view_count(struct page *pg, size_t n)
{
    return n ? arena_printf(pg->ctx->arena, "%zu step%s", n, n == 1 ? "" : "s") : "no step";
}
