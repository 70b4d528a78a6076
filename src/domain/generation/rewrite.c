/* Writing one message anew. See rewrite.h. */
#include "domain/generation/rewrite.h"

#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/campaign/campaign_state.h"
#include "domain/generation/letter_model.h"
#include "domain/message/message.h"
#include "domain/generation/message_put.h"
#include "domain/message/message_version.h"
#include "domain/pipeline/ledger.h"
#include "statements.h"

enum { TRIES = 5 };

/* What a message is written anew from. */
struct work {
    struct message message;
    struct letter_brief brief;
    struct letter_facts *facts;
    const struct letter_step *step;
    struct letter_wish wish;
    struct letter_place place;
};

static const char *
none(const char *text)
{
    return text && *text ? text : NULL;
}

static bool
read_work(struct ctx *ctx, int64_t message_id, const struct rewrite_wish *wish, struct work *out)
{
    size_t n;
    bool found;
    struct row {
        const char *subject;
    } row = {0};
    static const struct field map[] = {FIELD_STR(struct row, subject), FIELD_END};
    memset(out, 0, sizeof *out);
    if (!message_get(ctx, message_id, &out->message) ||
        !letter_brief_read(ctx, out->message.campaign_id, &out->brief) ||
        !letter_facts_read(ctx, &out->message.contact_id, 1, &out->facts, &n))
        return false;
    if (!campaign_allows(out->brief.campaign.state, CAMPAIGN_REWRITE))
        return err_raise(ctx, ERR_CONFLICT,
                         "Messages are written anew while their campaign is in "
                         "review; this one is in %s.",
                         campaign_state_label(out->brief.campaign.state));
    for (size_t i = 0; i < out->brief.n_steps; i++)
        if (out->brief.steps[i].step_id == out->message.step_id) {
            out->step = &out->brief.steps[i];
            out->place.touch = (int)i + 1;
        }
    if (!n || !out->step)
        return err_raise(ctx, ERR_CONFLICT, "%s",
                         n ? "The step of this message is switched off."
                           : "The contact has been deleted.");
    if (!db_maybe(ctx, &SQL_REWRITE_FIRST, DB_ARGS(DB_I64(message_id)), map, &row, &found))
        return false;
    out->place.step = out->step;
    out->place.variant = out->message.variant;
    out->place.touches = (int)out->brief.n_steps;
    out->place.first_subject = found ? row.subject : NULL;
    out->wish = (struct letter_wish){.language = none(wish->language),
                                     .tone = none(wish->tone),
                                     .formality = none(wish->formality),
                                     .instruction = none(wish->instruction)};
    return true;
}

static bool
check(struct ctx *ctx, const struct work *work)
{
    const struct letter_wish *wish = &work->wish;
    bool by_model = work->brief.campaign.provider_id != 0;
    if (wish->language && (!campaign_choice(campaign_languages, wish->language) ||
                           (!by_model && !letter_speaks(wish->language))))
        return err_field(ctx, ERR_INPUT, "language", "Nobody here writes in this language.");
    if (wish->language && strcmp(work->step->channel, "linkedin_connect") != 0 &&
        !letter_brief_offer(&work->brief, wish->language))
        return err_field(ctx, ERR_INPUT, "language",
                         "What you offer is not written in this language: add it in the "
                         "campaign's settings.");
    if (wish->tone && !campaign_choice(campaign_tones, wish->tone))
        return err_field(ctx, ERR_INPUT, "tone", "Choose one of the tones.");
    if (wish->formality && !campaign_choice(campaign_formalities, wish->formality))
        return err_field(ctx, ERR_INPUT, "formality", "Choose formal or informal.");
    if (wish->instruction && !by_model)
        return err_field(ctx, ERR_INPUT, "instruction",
                         "Only a language model follows an instruction; this campaign is written "
                         "by the built-in writer.");
    if (wish->instruction && text_count(wish->instruction) > REWRITE_INSTRUCTION_MOST)
        return err_field(ctx, ERR_INPUT, "instruction", "Use at most %d characters.",
                         REWRITE_INSTRUCTION_MOST);
    return true;
}

static bool
store(struct ctx *ctx, const struct work *work, const struct letter_request *request,
      const struct letter *letter, const char *origin, const char *provider, int64_t cost_micros)
{
    struct jsn *settings = jsn_object(ctx->arena);
    jsn_set_text(settings, "language", request->language);
    jsn_set_text(settings, "tone", request->tone);
    jsn_set_text(settings, "formality", request->formality);
    if (work->wish.instruction)
        jsn_set_text(settings, "instruction", work->wish.instruction);
    const struct message_text text = {.subject = letter->subject,
                                      .body = letter->body,
                                      .claims = message_claims(ctx->arena, letter),
                                      .origin = origin,
                                      .settings = jsn_write(ctx->arena, settings),
                                      .language = request->language,
                                      .tone = request->tone,
                                      .formality = request->formality,
                                      .provider = provider,
                                      .cost_micros = cost_micros};
    int64_t version;
    return message_version_add(ctx, work->message.message_id, 0, &text, &version) &&
           db_exec(ctx, &SQL_REWRITE_ENDED,
                   DB_ARGS(DB_I64(work->message.message_id), DB_NULL, DB_I64(cost_micros)), NULL);
}

/* At once, with another text than before where there is one. */
static bool
write_now(struct ctx *ctx, struct work *work)
{
    struct letter_request request;
    struct letter letter = {0};
    bool other = false;
    for (uint64_t i = 1; i <= TRIES && !other; i++) {
        work->wish.again = (uint64_t)work->message.version * TRIES + i;
        letter_brief_request(&work->brief, work->facts, &work->place, &work->wish, &request);
        if (!letter_write(ctx->arena, &request, &letter))
            return err_raise(ctx, ERR_CONFLICT,
                             "What you offer is not written in %s: add it in the settings.",
                             campaign_label(campaign_languages, request.language));
        other = strcmp(letter.body, work->message.body) != 0;
    }
    return other ? store(ctx, work, &request, &letter, "embedded", "embedded", 0)
                 : err_raise(ctx, ERR_CONFLICT,
                             "The built-in writer has no other text for this. "
                             "Choose another tone, or edit it.");
}

/* The most that the model may take for it. */
static bool
price(struct ctx *ctx, const struct work *work, int64_t *micros)
{
    struct model model;
    if (!model_get(ctx, work->brief.campaign.provider_id, &model))
        return false;
    *micros = letter_model_price(ctx->arena, &model, &work->brief, work->step);
    return true;
}

bool
rewrite_estimate(struct ctx *ctx, int64_t message_id, bool *by_model, int64_t *cost_micros)
{
    struct work work;
    *cost_micros = 0;
    if (!read_work(ctx, message_id, &(struct rewrite_wish){0}, &work))
        return false;
    *by_model = work.brief.campaign.provider_id != 0;
    return !*by_model || price(ctx, &work, cost_micros);
}

/* Each job has money of its own: a second one for the same message would never come to spend it. */
static bool
alone(struct ctx *ctx, int64_t message_id)
{
    int64_t busy;
    return db_exec(ctx, &SQL_REWRITE_LOCK, DB_ARGS(DB_I64(message_id)), NULL) &&
           db_i64(ctx, &SQL_REWRITE_BUSY, DB_ARGS(DB_I64(message_id)), &busy) &&
           (!busy || err_raise(ctx, ERR_CONFLICT, "This message is being written anew already."));
}

bool
rewrite_start(struct ctx *ctx, int64_t message_id, const struct rewrite_wish *wish, int64_t *job_id)
{
    struct work work;
    int64_t micros, reservation;
    *job_id = 0;
    if (!read_work(ctx, message_id, wish, &work) || !check(ctx, &work))
        return false;
    if (!work.brief.campaign.provider_id)
        return write_now(ctx, &work);
    if (!alone(ctx, message_id) || !price(ctx, &work, &micros) ||
        !ledger_reserve(ctx, "Message written anew", 0, micros, &reservation))
        return false;
    struct jsn *payload = jsn_object(ctx->arena);
    jsn_set_text(payload, "language", wish->language);
    jsn_set_text(payload, "tone", wish->tone);
    jsn_set_text(payload, "formality", wish->formality);
    jsn_set_text(payload, "instruction", wish->instruction);
    jsn_set_int(payload, "reservation", reservation);
    return job_enqueue(ctx, "rewrite", message_id, jsn_write(ctx->arena, payload), job_id);
}

static bool
read_payload(struct ctx *ctx, const struct job *job, struct rewrite_wish *wish,
             int64_t *reservation)
{
    struct jsn *payload;
    if (!jsn_read(ctx, ctx->arena, job->payload, strlen(job->payload), &payload))
        return false;
    *wish =
        (struct rewrite_wish){.language = jsn_as_text(jsn_get(payload, "language"), NULL),
                              .tone = jsn_as_text(jsn_get(payload, "tone"), NULL),
                              .formality = jsn_as_text(jsn_get(payload, "formality"), NULL),
                              .instruction = jsn_as_text(jsn_get(payload, "instruction"), NULL)};
    *reservation = jsn_as_int(jsn_get(payload, "reservation"), 0);
    return true;
}

static bool
beat(struct ctx *ctx, void *own, bool *stop)
{
    struct job *job = own;
    bool ok = job_heartbeat(ctx, job, 0, 1);
    *stop = job->stop != JOB_GO;
    return ok;
}

bool
rewrite_job(struct ctx *ctx, struct job *job)
{
    struct work work;
    struct model model;
    struct model_words words;
    struct rewrite_wish wish;
    struct letter_request request;
    struct letter letter;
    struct model_outcome outcome = {0};
    int64_t reservation;
    const struct model_call call = {
        .tenant_id = job->tenant_id, .operation = "rewrite", .alive = beat, .own = job};
    if (!read_payload(ctx, job, &wish, &reservation) || !job_begin(ctx, job) ||
        !read_work(ctx, job->subject, &wish, &work) ||
        !model_open(ctx, job->tenant_id, work.brief.campaign.provider_id, &model) ||
        !db_commit(ctx))
        return false;
    letter_brief_request(&work.brief, work.facts, &work.place, &work.wish, &request);
    letter_model_words(ctx->arena, &work.brief, work.step, &work.wish, NULL, 0, &words);
    if (!model_write(ctx, &model, &call, &request, &words, &letter, &outcome))
        return false;
    if (!outcome.written && job->stop == JOB_YIELD)
        return true;
    return job_begin(ctx, job) &&
           (outcome.written ? store(ctx, &work, &request, &letter, "model", model.provider.name,
                                    outcome.cost_micros)
                            : db_exec(ctx, &SQL_REWRITE_ENDED,
                                      DB_ARGS(DB_I64(job->subject), DB_STR(outcome.message),
                                              DB_I64(outcome.cost_micros)),
                                      NULL)) &&
           ledger_spend(ctx, reservation, model.provider.name, "Message written anew",
                        outcome.cost_micros) &&
           ledger_close(ctx, reservation) && job_finish(ctx, job) && db_commit(ctx);
}

bool
rewrite_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    struct rewrite_wish wish;
    int64_t reservation;
    return read_payload(ctx, job, &wish, &reservation) &&
           db_exec(ctx, &SQL_REWRITE_ENDED,
                   DB_ARGS(DB_I64(job->subject), DB_STR(reason), DB_I64(0)), NULL) &&
           ledger_close(ctx, reservation);
}
