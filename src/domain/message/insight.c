/* Insights and their changes. See insight.h. */
#include "domain/message/insight.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/campaign/campaign_state.h"
#include "domain/sequence/campaign_step.h"
#include "domain/message/feedback.h"
#include "statements.h"

enum { MOST = 32, STEP_DECISIONS = 3, TONE_TIMES = 3 };

static const char shorter[] = "Keep it short: no more than five sentences.",
                  concrete[] = "Begin with something that is true of this company only.",
                  sharper[] =
                      "Name one concrete fact about the reader first, and ask one question.";

/* What is looked for in the reasons of edits. */
static const struct rule {
    const char *reason, *says, *change;
    int64_t percent;         /* more than this part of the edits */
    const char *formality;   /* proposed; NULL: none */
    const char *instruction; /* proposed; NULL: none */
} rules[] = {
    {"too_formal", "too formal", "Write informally.",                     25, "informal", NULL    },
    {"too_casual", "too casual", "Write formally.",                       25, "formal",   NULL    },
    {"too_long",   "too long",   "Tell the writer to keep it short.",     20, NULL,       shorter },
    {"generic",    "generic",    "Tell the writer to begin with a fact.", 20, NULL,       concrete},
};

struct done {
    const char *code, *action, *before, *who;
    int64_t decided_ms;
};

struct finder {
    struct ctx *ctx;
    struct insight *out;
    size_t n;
    struct done *done;
    size_t n_done;
};

static struct insight *
add(struct finder *finder, const char *code, const char *title, const char *change)
{
    struct insight *one = &finder->out[finder->n];
    *one = (struct insight){.code = code, .title = title, .change = change};
    for (size_t i = 0; i < finder->n_done; i++)
        if (!strcmp(finder->done[i].code, code)) {
            one->action = finder->done[i].action;
            one->who = finder->done[i].who;
            one->decided_ms = finder->done[i].decided_ms;
        }
    finder->n += finder->n < MOST - 1;
    return one;
}

/* Other tone than the one that is said to be wrong. */
static const char *
other_tone(const char *tone)
{
    return !strcmp(tone, "professional") ? "friendly" : "professional";
}

static void
find_in_edits(struct finder *finder, const struct campaign *campaign,
              const struct feedback_sum *sums, size_t n)
{
    struct arena *arena = finder->ctx->arena;
    int64_t edits = feedback_of(sums, n, "edited", "", 0);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        int64_t times = feedback_of(sums, n, "edited", rules[i].reason, 0);
        if (edits && times * 100 > edits * rules[i].percent)
            (void)add(finder, rules[i].reason,
                      arena_printf(arena, "%" PRId64 " of %" PRId64 " edits say: %s", times, edits,
                                   rules[i].says),
                      rules[i].change);
    }
    int64_t wrong = feedback_of(sums, n, NULL, "wrong_tone", 0);
    if (wrong > TONE_TIMES)
        (void)add(finder, "wrong_tone",
                  arena_printf(arena, "Reviewers said %" PRId64 " times: wrong tone", wrong),
                  arena_printf(arena, "Change the tone from %s to %s.", campaign->tone,
                               other_tone(campaign->tone)));
}

static void
find_in_steps(struct finder *finder, const struct campaign_step *steps, size_t n_steps,
              const struct feedback_sum *sums, size_t n)
{
    struct arena *arena = finder->ctx->arena;
    for (size_t i = 0; i < n_steps; i++) {
        int64_t good = feedback_of(sums, n, "approved", "", steps[i].step_id),
                all = good + feedback_of(sums, n, "rejected", "", steps[i].step_id);
        if (all >= STEP_DECISIONS && good * 2 < all)
            (void)add(
                finder, arena_printf(arena, "step:%" PRId64, steps[i].step_id),
                arena_printf(arena, "%s: %" PRId64 " of %" PRId64 " messages approved",
                             steps[i].label, good, all),
                "Tell the writer of this step to name a concrete fact first and ask one question.");
    }
}

bool
insight_list(struct ctx *ctx, int64_t campaign_id, struct insight **out, size_t *n,
             int64_t *actions)
{
    static const struct field map[] = {
        FIELD_STR(struct done, code),       FIELD_STR(struct done, action),
        FIELD_STR(struct done, before),     FIELD_STR(struct done, who),
        FIELD_I64(struct done, decided_ms), FIELD_END};
    struct finder finder = {.ctx = ctx, .out = ARENA_ARRAY(ctx->arena, MOST, struct insight)};
    struct campaign campaign;
    struct campaign_step *steps;
    struct feedback_sum *sums;
    size_t n_steps, n_sums;
    if (!campaign_get(ctx, campaign_id, &campaign) ||
        !campaign_steps(ctx, campaign_id, &steps, &n_steps) ||
        !feedback_sums(ctx, campaign_id, &sums, &n_sums) ||
        !DB_ALL(ctx, &SQL_INSIGHT_LIST, DB_ARGS(DB_I64(campaign_id)), map, &finder.done,
                &finder.n_done))
        return false;
    *actions = feedback_of(sums, n_sums, NULL, "", 0);
    if (*actions >= INSIGHT_ACTIONS_LEAST) {
        find_in_edits(&finder, &campaign, sums, n_sums);
        find_in_steps(&finder, steps, n_steps, sums, n_sums);
    }
    struct insight *sorted = ARENA_ARRAY(ctx->arena, finder.n + 1, struct insight);
    size_t at = 0;
    for (size_t i = 0; i < finder.n; i++)
        if (!finder.out[i].action)
            sorted[at++] = finder.out[i];
    for (size_t i = 0; i < finder.n; i++)
        if (finder.out[i].action)
            sorted[at++] = finder.out[i];
    *out = sorted;
    *n = finder.n;
    return true;
}

/* The insight of a code as it stands, and the campaign locked for its change. */
static bool
find_one(struct ctx *ctx, int64_t campaign_id, const char *code, struct campaign *campaign,
         struct insight *out)
{
    struct insight *rows;
    size_t n;
    int64_t actions;
    if (!campaign_lock_for(ctx, campaign_id, CAMPAIGN_VOICE, campaign) ||
        !insight_list(ctx, campaign_id, &rows, &n, &actions))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(rows[i].code, code)) {
            *out = rows[i];
            return true;
        }
    return err_raise(ctx, ERR_NOT_FOUND, "Reviewers do not say that any more.");
}

/* Instructions with a sentence more, unless it stands there or would not fit. */
static const char *
with(struct ctx *ctx, const char *instructions, const char *sentence)
{
    const char *now = instructions ? instructions : "";
    if (strstr(now, sentence) ||
        text_count(now) + text_count(sentence) + 1 > CAMPAIGN_INSTRUCTIONS_MOST)
        return now;
    return *now ? arena_printf(ctx->arena, "%s\n%s", now, sentence) : sentence;
}

static int64_t
step_of(const char *code)
{
    return !strncmp(code, "step:", 5) ? (int64_t)strtoll(code + 5, NULL, 10) : 0;
}

static bool
change_step(struct ctx *ctx, int64_t campaign_id, int64_t step_id, struct jsn *before)
{
    struct campaign_step step;
    if (!campaign_step_get(ctx, campaign_id, step_id, &step))
        return false;
    jsn_set_text(before, "instructions", step.instructions ? step.instructions : "");
    return db_exec(ctx, &SQL_INSIGHT_STEP,
                   DB_ARGS(DB_I64(step_id), DB_STR(with(ctx, step.instructions, sharper))), NULL);
}

static bool
change_voice(struct ctx *ctx, const struct campaign *campaign, const char *code, struct jsn *before)
{
    const char *tone = !strcmp(code, "wrong_tone") ? other_tone(campaign->tone) : NULL,
               *formality = NULL, *instructions = NULL;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].reason, code) != 0)
            continue;
        formality = rules[i].formality;
        instructions =
            rules[i].instruction ? with(ctx, campaign->instructions, rules[i].instruction) : NULL;
    }
    if (tone)
        jsn_set_text(before, "tone", campaign->tone);
    if (formality)
        jsn_set_text(before, "formality", campaign->formality);
    if (instructions)
        jsn_set_text(before, "instructions", campaign->instructions ? campaign->instructions : "");
    return db_exec(ctx, &SQL_INSIGHT_VOICE,
                   DB_ARGS(DB_I64(campaign->campaign_id), DB_STR(tone), DB_STR(formality),
                           DB_STR(instructions)),
                   NULL);
}

static bool
put(struct ctx *ctx, int64_t campaign_id, const char *code, const char *action, struct jsn *before)
{
    return db_exec(ctx, &SQL_INSIGHT_PUT,
                   DB_ARGS(DB_I64(campaign_id), DB_STR(code), DB_STR(action),
                           DB_STR(jsn_write(ctx->arena, before))),
                   NULL);
}

bool
insight_apply(struct ctx *ctx, int64_t campaign_id, const char *code)
{
    struct campaign campaign;
    struct insight insight;
    struct jsn *before = jsn_object(ctx->arena);
    if (!find_one(ctx, campaign_id, code, &campaign, &insight))
        return false;
    if (insight.action && !strcmp(insight.action, "applied"))
        return true;
    int64_t step_id = step_of(code);
    return (step_id ? change_step(ctx, campaign_id, step_id, before)
                    : change_voice(ctx, &campaign, code, before)) &&
           put(ctx, campaign_id, code, "applied", before);
}

bool
insight_dismiss(struct ctx *ctx, int64_t campaign_id, const char *code)
{
    struct campaign campaign;
    struct insight insight;
    return find_one(ctx, campaign_id, code, &campaign, &insight) &&
           (insight.action || put(ctx, campaign_id, code, "dismissed", jsn_object(ctx->arena)));
}

/* What was there before comes back. */
static bool
put_back(struct ctx *ctx, int64_t campaign_id, const char *code, const char *json)
{
    struct jsn *before;
    int64_t step_id = step_of(code);
    if (!jsn_read(ctx, ctx->arena, json, strlen(json), &before))
        return false;
    const char *instructions = jsn_as_text(jsn_get(before, "instructions"), NULL);
    if (step_id)
        return db_exec(ctx, &SQL_INSIGHT_STEP, DB_ARGS(DB_I64(step_id), DB_STR(instructions)),
                       NULL);
    return db_exec(ctx, &SQL_INSIGHT_VOICE,
                   DB_ARGS(DB_I64(campaign_id), DB_STR(jsn_as_text(jsn_get(before, "tone"), NULL)),
                           DB_STR(jsn_as_text(jsn_get(before, "formality"), NULL)),
                           DB_STR(instructions)),
                   NULL);
}

bool
insight_undo(struct ctx *ctx, int64_t campaign_id, const char *code)
{
    static const struct field map[] = {
        FIELD_STR(struct done, code),       FIELD_STR(struct done, action),
        FIELD_STR(struct done, before),     FIELD_STR(struct done, who),
        FIELD_I64(struct done, decided_ms), FIELD_END};
    struct campaign campaign;
    struct done *rows;
    size_t n;
    if (!campaign_lock_for(ctx, campaign_id, CAMPAIGN_VOICE, &campaign) ||
        !DB_ALL(ctx, &SQL_INSIGHT_LIST, DB_ARGS(DB_I64(campaign_id)), map, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(rows[i].code, code))
            return (strcmp(rows[i].action, "applied") != 0 ||
                    put_back(ctx, campaign_id, code, rows[i].before)) &&
                   db_exec(ctx, &SQL_INSIGHT_DROP, DB_ARGS(DB_I64(campaign_id), DB_STR(code)),
                           NULL);
    return err_raise(ctx, ERR_NOT_FOUND, "There is nothing to take back.");
}
