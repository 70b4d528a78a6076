/* Steps of campaigns. See campaign_step.h. */
#include "domain/sequence/campaign_step.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "domain/campaign/campaign_state.h"
#include "domain/sequence/campaign_step_form.h"
#include "statements.h"

static const struct field step_map[] = {FIELD_I64(struct campaign_step, campaign_id),
                                        FIELD_I64(struct campaign_step, step_id),
                                        FIELD_I64(struct campaign_step, position),
                                        FIELD_STR(struct campaign_step, channel),
                                        FIELD_I64(struct campaign_step, day_offset),
                                        FIELD_STR(struct campaign_step, condition),
                                        FIELD_STR(struct campaign_step, label),
                                        FIELD_I64(struct campaign_step, max_length),
                                        FIELD_STR(struct campaign_step, tone),
                                        FIELD_STR(struct campaign_step, formality),
                                        FIELD_STR(struct campaign_step, language),
                                        FIELD_STR(struct campaign_step, instructions),
                                        FIELD_STR(struct campaign_step, examples),
                                        FIELD_I64(struct campaign_step, variants),
                                        FIELD_I64(struct campaign_step, pdf_template_id),
                                        FIELD_BOOL(struct campaign_step, is_on),
                                        FIELD_I64(struct campaign_step, messages),
                                        FIELD_END};

bool
campaign_steps(struct ctx *ctx, int64_t campaign_id, struct campaign_step **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_CAMPAIGN_STEPS, DB_ARGS(DB_I64(campaign_id), DB_I64(0)), step_map, rows,
                  n);
}

static bool
raise_gone(struct ctx *ctx)
{
    return err_raise(ctx, ERR_NOT_FOUND, "The step is not there. It may have been removed.");
}

bool
campaign_step_get(struct ctx *ctx, int64_t campaign_id, int64_t step_id, struct campaign_step *out)
{
    bool found;
    if (!db_maybe(ctx, &SQL_CAMPAIGN_STEPS, DB_ARGS(DB_I64(campaign_id), DB_I64(step_id)), step_map,
                  out, &found))
        return false;
    return found || raise_gone(ctx);
}

void
campaign_step_suggest(const struct campaign_step *steps, size_t n, const char *channel,
                      struct campaign_step *out)
{
    const struct campaign_channel *of = campaign_channel_of(channel);
    int64_t day = n ? steps[n - 1].day_offset + 3 : 0;
    *out = (struct campaign_step){
        .channel = of ? of->name : "email",
        .day_offset = day > CAMPAIGN_STEP_DAY_MOST ? CAMPAIGN_STEP_DAY_MOST : day,
        .condition = n ? "no_response" : "always",
        .max_length = of ? of->usual : campaign_channel_of("email")->usual,
        .variants = 1,
        .is_on = true};
}

/* Steps that are about to change: nobody else changes them until the transaction ends. */
static bool
open_steps(struct ctx *ctx, int64_t campaign_id, struct campaign_step **steps, size_t *n)
{
    struct campaign campaign;
    return campaign_lock_for(ctx, campaign_id, CAMPAIGN_STEPS, &campaign) &&
           campaign_steps(ctx, campaign_id, steps, n) && campaign_touch(ctx, campaign_id);
}

static bool
place_of(struct ctx *ctx, const struct campaign_step *steps, size_t n, int64_t step_id, size_t *at)
{
    for (*at = 0; *at < n; (*at)++)
        if (steps[*at].step_id == step_id)
            return true;
    return raise_gone(ctx);
}

/* Turns a broken constraint into the field that it is about. */
static bool
explain(struct ctx *ctx)
{
    if (ctx->err.kind != ERR_CONFLICT ||
        strcmp(db_constraint(ctx), "campaign_step_tenant_id_pdf_template_id_fkey") != 0)
        return false;
    err_clear(ctx);
    return err_field(ctx, ERR_INPUT, "pdf_template_id",
                     "This PDF is not there. It may have been deleted.");
}

static bool
insert(struct ctx *ctx, int64_t campaign_id, int64_t position, const struct campaign_step *step,
       int64_t *step_id)
{
    return db_i64(ctx, &SQL_CAMPAIGN_STEP_ADD,
                  DB_ARGS(DB_I64(campaign_id), DB_I64(position), DB_STR(step->channel),
                          DB_I64(step->day_offset), DB_STR(step->condition), DB_STR(step->label),
                          DB_I64(step->max_length), DB_STR(step->tone), DB_STR(step->formality),
                          DB_STR(step->language), DB_STR(step->instructions),
                          DB_STR(step->examples), DB_I64(step->variants),
                          DB_ID(step->pdf_template_id), DB_BOOL(step->is_on)),
                  step_id) ||
           explain(ctx);
}

/* Writes the places of ids and the days that go with them. */
static bool
put_order(struct ctx *ctx, int64_t campaign_id, const int64_t *ids, const int64_t *days, size_t n)
{
    return db_exec(ctx, &SQL_CAMPAIGN_STEP_ORDER,
                   DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n), DB_I64S(days, n)), NULL);
}

bool
campaign_step_add(struct ctx *ctx, int64_t campaign_id, const struct campaign_step *form,
                  int64_t *step_id)
{
    struct campaign_step *steps, step;
    size_t n;
    if (!open_steps(ctx, campaign_id, &steps, &n))
        return false;
    if (n >= CAMPAIGN_STEPS_MOST)
        return err_raise(ctx, ERR_CONFLICT, "A campaign has at most %d steps.",
                         CAMPAIGN_STEPS_MOST);
    size_t at = form->position > 0 && (size_t)form->position <= n ? (size_t)form->position - 1 : n;
    if (!campaign_step_read(ctx, steps, n, n, form, &step) ||
        !campaign_step_check_day(ctx, at ? &steps[at - 1] : NULL, at < n ? &steps[at] : NULL,
                                 step.day_offset) ||
        !insert(ctx, campaign_id, (int64_t)n + 1, &step, step_id))
        return false;
    int64_t ids[CAMPAIGN_STEPS_MOST], days[CAMPAIGN_STEPS_MOST];
    for (size_t i = 0; i <= n; i++) {
        const struct campaign_step *old = i == at ? NULL : &steps[i < at ? i : i - 1];
        ids[i] = old ? old->step_id : *step_id;
        days[i] = old ? old->day_offset : step.day_offset;
    }
    return at == n || put_order(ctx, campaign_id, ids, days, n + 1);
}

bool
campaign_step_edit(struct ctx *ctx, int64_t campaign_id, int64_t step_id,
                   const struct campaign_step *form)
{
    struct campaign_step *steps, step;
    size_t n, at;
    if (!open_steps(ctx, campaign_id, &steps, &n) || !place_of(ctx, steps, n, step_id, &at) ||
        !campaign_step_read(ctx, steps, n, at, form, &step) ||
        !campaign_step_check_day(ctx, at ? &steps[at - 1] : NULL,
                                 at + 1 < n ? &steps[at + 1] : NULL, step.day_offset))
        return false;
    if (steps[at].messages && strcmp(steps[at].channel, step.channel) != 0)
        return err_field(ctx, ERR_INPUT, "channel",
                         "%" PRId64
                         " messages are written for this step, so its channel stays. Add "
                         "another step for another channel.",
                         steps[at].messages);
    return db_exec(ctx, &SQL_CAMPAIGN_STEP_EDIT,
                   DB_ARGS(DB_I64(campaign_id), DB_I64(step_id), DB_STR(step.channel),
                           DB_I64(step.day_offset), DB_STR(step.condition), DB_STR(step.label),
                           DB_I64(step.max_length), DB_STR(step.tone), DB_STR(step.formality),
                           DB_STR(step.language), DB_STR(step.instructions), DB_STR(step.examples),
                           DB_I64(step.variants), DB_ID(step.pdf_template_id), DB_BOOL(step.is_on)),
                   NULL) ||
           explain(ctx);
}

bool
campaign_step_switch(struct ctx *ctx, int64_t campaign_id, int64_t step_id, bool is_on)
{
    struct campaign_step *steps;
    size_t n, at;
    return open_steps(ctx, campaign_id, &steps, &n) && place_of(ctx, steps, n, step_id, &at) &&
           db_exec(ctx, &SQL_CAMPAIGN_STEP_SWITCH,
                   DB_ARGS(DB_I64(campaign_id), DB_I64(step_id), DB_BOOL(is_on)), NULL);
}

bool
campaign_step_remove(struct ctx *ctx, int64_t campaign_id, int64_t step_id)
{
    struct campaign_step *steps;
    size_t n, at;
    if (!open_steps(ctx, campaign_id, &steps, &n) || !place_of(ctx, steps, n, step_id, &at))
        return false;
    if (steps[at].messages)
        return err_raise(ctx, ERR_CONFLICT,
                         "%" PRId64 " messages are written for the step “%s”, so it stays. Switch "
                         "it off instead: then nothing more is written or sent for it.",
                         steps[at].messages, steps[at].label);
    int64_t ids[CAMPAIGN_STEPS_MOST], days[CAMPAIGN_STEPS_MOST];
    size_t left = 0;
    for (size_t i = 0; i < n; i++)
        if (i != at) {
            ids[left] = steps[i].step_id;
            days[left++] = steps[i].day_offset;
        }
    return db_exec(ctx, &SQL_CAMPAIGN_STEP_REMOVE, DB_ARGS(DB_I64(campaign_id), DB_I64(step_id)),
                   NULL) &&
           put_order(ctx, campaign_id, ids, days, left);
}

bool
campaign_step_move(struct ctx *ctx, int64_t campaign_id, int64_t step_id, int64_t position)
{
    struct campaign_step *steps;
    size_t n, at;
    if (!open_steps(ctx, campaign_id, &steps, &n) || !place_of(ctx, steps, n, step_id, &at))
        return false;
    size_t to = position < 1 ? 0 : (size_t)position > n ? n - 1 : (size_t)position - 1;
    int64_t ids[CAMPAIGN_STEPS_MOST], days[CAMPAIGN_STEPS_MOST];
    for (size_t i = 0; i < n; i++) {
        size_t from = i == to ? at : i >= at && i < to ? i + 1 : i <= at && i > to ? i - 1 : i;
        ids[i] = steps[from].step_id;
        days[i] = steps[i].day_offset;
    }
    return put_order(ctx, campaign_id, ids, days, n);
}

/* The field of an error gets the place of its step before it. */
static bool
at_step(struct ctx *ctx, size_t i)
{
    if (ctx->err.kind == ERR_INPUT) {
        struct err err = ctx->err;
        err_clear(ctx);
        err_set(ctx, ERR_INPUT, arena_printf(ctx->arena, "steps.%zu.%s", i, err.field), err.file,
                err.line, "%s", err.message);
    }
    return false;
}

bool
campaign_steps_replace(struct ctx *ctx, int64_t campaign_id, const struct campaign_step *steps,
                       size_t n)
{
    struct campaign_step *old;
    size_t n_old;
    if (!open_steps(ctx, campaign_id, &old, &n_old))
        return false;
    if (n > CAMPAIGN_STEPS_MOST)
        return err_field(ctx, ERR_INPUT, "steps", "A campaign has at most %d steps.",
                         CAMPAIGN_STEPS_MOST);
    for (size_t i = 0; i < n_old; i++)
        if (old[i].messages)
            return err_raise(ctx, ERR_CONFLICT,
                             "%" PRId64 " messages are written for the step “%s”, so the steps of "
                             "this campaign stay. Clone it to use other steps.",
                             old[i].messages, old[i].label);
    if (!db_exec(ctx, &SQL_CAMPAIGN_STEP_REMOVE, DB_ARGS(DB_I64(campaign_id), DB_I64(0)), NULL))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct campaign_step step;
        int64_t step_id;
        if (!campaign_step_read(ctx, steps, i, i, &steps[i], &step) ||
            !campaign_step_check_day(ctx, i ? &steps[i - 1] : NULL, NULL, step.day_offset) ||
            !insert(ctx, campaign_id, (int64_t)i + 1, &step, &step_id))
            return at_step(ctx, i);
    }
    return true;
}

bool
campaign_step_pdfs(struct ctx *ctx, struct campaign_pdf **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct campaign_pdf, pdf_template_id),
                                       FIELD_STR(struct campaign_pdf, name), FIELD_END};
    return DB_ALL(ctx, &SQL_CAMPAIGN_STEP_PDFS, DB_NO_ARGS, map, out, n);
}
