/* What a step may be. See campaign_step_form.h. */
#include "domain/sequence/campaign_step_form.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/campaign/campaign.h"
#include "domain/sequence/campaign_example.h"

/* NULL for nothing. */
static const char *
none_if_empty(const char *text)
{
    return text && *text ? text : NULL;
}

/* "E-mail", and "E-mail 2" when the first is there already. */
static const char *
make_label(struct arena *arena, const struct campaign_step *others, size_t n, size_t but,
           const struct campaign_channel *channel)
{
    size_t same = 1;
    for (size_t i = 0; i < n; i++)
        same += i != but && !strcmp(others[i].channel, channel->name);
    return same == 1 ? channel->label : arena_printf(arena, "%s %zu", channel->label, same);
}

static bool
check_words(struct ctx *ctx, const struct campaign_step *step)
{
    if (text_count(step->label) > CAMPAIGN_STEP_LABEL_MOST)
        return err_field(ctx, ERR_INPUT, "label", "At most %d characters fit here.",
                         CAMPAIGN_STEP_LABEL_MOST);
    if (step->instructions && text_count(step->instructions) > CAMPAIGN_STEP_INSTRUCTIONS_MOST)
        return err_field(ctx, ERR_INPUT, "instructions",
                         "At most %d characters fit here; these are %zu.",
                         CAMPAIGN_STEP_INSTRUCTIONS_MOST, text_count(step->instructions));
    return true;
}

/* The voice of the step, where it has its own. */
static bool
check_voice(struct ctx *ctx, const struct campaign_step *step)
{
    if (step->tone && !campaign_choice(campaign_tones, step->tone))
        return err_field(ctx, ERR_INPUT, "tone", "Choose one of the tones.");
    if (step->formality && !campaign_choice(campaign_formalities, step->formality))
        return err_field(ctx, ERR_INPUT, "formality", "Choose formal or informal.");
    if (step->language && !campaign_choice(campaign_languages, step->language))
        return err_field(ctx, ERR_INPUT, "language", "Choose one of the languages.");
    return true;
}

static bool
check_numbers(struct ctx *ctx, const struct campaign_step *step,
              const struct campaign_channel *channel)
{
    if (step->max_length < CAMPAIGN_LENGTH_LEAST || step->max_length > channel->most)
        return err_field(ctx, ERR_INPUT, "max_length",
                         "Choose from %d to %" PRId64 " characters: more does not fit into this "
                         "channel.",
                         CAMPAIGN_LENGTH_LEAST, channel->most);
    if (step->variants < 1 || step->variants > CAMPAIGN_STEP_VARIANTS_MOST)
        return err_field(ctx, ERR_INPUT, "variants", "A step has 1 to %d variants.",
                         CAMPAIGN_STEP_VARIANTS_MOST);
    if (step->day_offset < 0 || step->day_offset > CAMPAIGN_STEP_DAY_MOST)
        return err_field(ctx, ERR_INPUT, "day_offset", "Choose a day from 0 to %d.",
                         CAMPAIGN_STEP_DAY_MOST);
    if (step->pdf_template_id && !channel->takes_file)
        return err_field(ctx, ERR_INPUT, "pdf_template_id",
                         "A PDF goes along with an e-mail or a LinkedIn message only.");
    return true;
}

bool
campaign_step_check_day(struct ctx *ctx, const struct campaign_step *before,
                        const struct campaign_step *after, int64_t day)
{
    if (before && day < before->day_offset)
        return err_field(ctx, ERR_INPUT, "day_offset",
                         "Days count from the start and do not go backwards: the step before is on "
                         "day %" PRId64 ". Choose day %" PRId64 " or later, or move this step up.",
                         before->day_offset, before->day_offset);
    if (after && day > after->day_offset)
        return err_field(ctx, ERR_INPUT, "day_offset",
                         "Days count from the start and do not go backwards: the step after is on "
                         "day %" PRId64 ". Choose day %" PRId64 " or earlier, or change that step "
                         "first.",
                         after->day_offset, after->day_offset);
    return true;
}

bool
campaign_step_read(struct ctx *ctx, const struct campaign_step *steps, size_t n, size_t but,
                   const struct campaign_step *form, struct campaign_step *out)
{
    const struct campaign_channel *channel = campaign_channel_of(form->channel);
    if (!channel)
        return err_field(ctx, ERR_INPUT, "channel", "Choose one of the channels.");
    *out = *form;
    out->condition = none_if_empty(form->condition);
    if (!out->condition)
        out->condition = "always";
    if (!campaign_condition_of(out->condition))
        return err_field(ctx, ERR_INPUT, "condition", "Choose one of the conditions.");
    out->label = text_squeeze(ctx->arena, text_nfc(ctx->arena, form->label ? form->label : ""));
    if (!*out->label)
        out->label = make_label(ctx->arena, steps, n, but, channel);
    out->instructions =
        form->instructions
            ? none_if_empty(text_trim(ctx->arena, text_nfc(ctx->arena, form->instructions)))
            : NULL;
    out->tone = none_if_empty(form->tone);
    out->formality = none_if_empty(form->formality);
    out->language = none_if_empty(form->language);
    out->examples = none_if_empty(form->examples);
    if (!out->examples)
        out->examples = "[]";
    if (!out->max_length)
        out->max_length = channel->usual;
    struct campaign_example *examples;
    size_t n_examples;
    return check_words(ctx, out) && check_voice(ctx, out) && check_numbers(ctx, out, channel) &&
           campaign_examples_read(ctx, out->examples, &examples, &n_examples);
}
