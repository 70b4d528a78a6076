/* Letters written by a language model. See model.h. */
#include "domain/provider/model.h"

#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/provider/model_answer.h"
#include "domain/provider/model_prompt.h"
#include "domain/provider/model_vendor.h"

enum {
    NAP_MS = 500,
    TRIES = 2, /* the second one where the first was too long */
    /* Tokens are estimated from bytes: languages with many accents need one for every two. */
    BYTES_PER_TOKEN = 2,
    OVERHEAD_TOKENS = 800, /* the schema, and what a service adds by itself */
    FACTS_TOKENS = 8000,   /* of somebody of whom as much is known as can be */
    SEARCH_TOKENS = 24000  /* what three searches bring */
};

bool
model_is(const char *kind)
{
    return model_settings_is(kind);
}

bool
model_list(struct ctx *ctx, struct provider **out, size_t *n)
{
    struct provider *all;
    size_t n_all;
    *n = 0;
    if (!provider_list(ctx, &all, &n_all))
        return false;
    *out = ARENA_ARRAY(ctx->arena, n_all + 1, struct provider);
    for (size_t i = 0; i < n_all; i++)
        if (all[i].is_on && model_is(all[i].kind))
            (*out)[(*n)++] = all[i];
    return true;
}

bool
model_get(struct ctx *ctx, int64_t provider_id, struct model *out)
{
    *out = (struct model){.key = ""};
    if (!provider_get(ctx, provider_id, &out->provider))
        return false;
    if (!model_is(out->provider.kind))
        return err_raise(ctx, ERR_INPUT, "%s is no language model.", out->provider.name);
    return model_settings_read(ctx, out->provider.kind, out->provider.base_url,
                               out->provider.settings, &out->settings);
}

bool
model_open(struct ctx *ctx, int64_t tenant_id, int64_t provider_id, struct model *out)
{
    return model_get(ctx, provider_id, out) &&
           provider_key(ctx, tenant_id, provider_id, &out->key) &&
           http_open(ctx, ctx->arena, &(struct http_limits){.running = 1, .turns = 1}, &out->http);
}

int64_t
model_price_most(struct arena *arena, const struct model *model,
                 const struct letter_request *request, const struct model_words *words)
{
    struct model_prompt prompt;
    model_prompt(arena, request, words, SIZE_MAX / 2, &prompt);
    struct model_usage usage = {
        .written = (int64_t)(strlen(prompt.system) + strlen(prompt.user)) / BYTES_PER_TOKEN +
                   OVERHEAD_TOKENS + (request->n_signals + request->n_facts ? 0 : FACTS_TOKENS) +
                   (model->settings.search ? SEARCH_TOKENS : 0),
        .output = model->settings.max_tokens};
    return TRIES * (model_settings_price(&model->settings, &usage) + model->provider.price_micros);
}

/* One call. ----------------------------------------------------------------------------------- */

struct asking {
    struct model *model;
    const struct model_call *call;
    const struct letter_request *request;
    struct model_outcome *outcome;
    bool stop;
};

/* Always false, so that a caller can end with it. */
static bool
end(struct model_outcome *outcome, const char *cause, bool retry, int64_t seconds,
    const char *message)
{
    outcome->cause = cause;
    outcome->message = message;
    outcome->retry = retry;
    outcome->retry_seconds = seconds;
    return false;
}

static bool
is_alive(struct ctx *ctx, struct asking *asking)
{
    return !asking->call->alive || asking->call->alive(ctx, asking->call->own, &asking->stop);
}

/* Waits for the turn. */
static bool
wait_turn(struct ctx *ctx, struct asking *asking, int64_t wait_ms)
{
    int64_t until = clock_steady_ms() + wait_ms, left;
    while (!asking->stop && (left = until - clock_steady_ms()) > 0) {
        const struct timespec nap = {.tv_nsec = (left < NAP_MS ? left : NAP_MS) * 1000000};
        nanosleep(&nap, NULL);
        if (!is_alive(ctx, asking))
            return false;
    }
    return true;
}

static bool
fetch(struct ctx *ctx, struct asking *asking, const struct model_request *request,
      struct http_answer **answer)
{
    const struct http_request asked = {.url = request->url,
                                       .method = "POST",
                                       .headers = request->headers,
                                       .body = request->body,
                                       .body_length = strlen(request->body),
                                       .max_body = MODEL_ANSWER_MAX,
                                       .seconds = (int)asking->model->provider.timeout_seconds};
    *answer = NULL;
    if (!http_start(ctx, asking->model->http, ctx->arena, &asked))
        return false;
    while (!*answer && !asking->stop)
        if (!http_next(ctx, asking->model->http, NAP_MS, answer) || !is_alive(ctx, asking))
            return false;
    if (!*answer)
        http_stop(asking->model->http);
    return true;
}

/* Failures of the service itself. */
static bool
judge(struct arena *arena, const struct http_answer *answer, const struct provider_ended *ended,
      struct model_outcome *out)
{
    int64_t wait = answer->retry_seconds;
    if (answer->end == HTTP_TIMEOUT)
        return end(out, "timeout", true, wait,
                   "The service did not answer in time. It is asked again later.");
    if (answer->end == HTTP_TOO_LARGE)
        return end(out, "too_large", true, wait,
                   "The answer of the service was far larger than a letter can be.");
    if (answer->end == HTTP_BLOCKED)
        return end(out, "blocked", false, wait,
                   "The address of the service lies in the own network. The operator can allow it "
                   "with LEADGEN_RESOLVE.");
    if (answer->end != HTTP_ANSWERED)
        return end(out, "down", true, wait, ended->message);
    if (answer->status == 401 || answer->status == 403)
        return end(out, "key", false, wait, ended->message);
    if (answer->status == 429)
        return end(out, "throttled", true, wait, ended->message);
    if (answer->status == 529 || answer->status == 503)
        return end(out, "overloaded", true, wait,
                   "The service is overloaded. It is asked again later.");
    if (answer->status >= 500)
        return end(out, "trouble", true, wait, ended->message);
    const char *said = model_vendor_said(arena, answer->body, answer->length);
    return end(out, "refused", false, wait,
               *said ? arena_printf(arena, "%s It says: %s", ended->message, said)
                     : ended->message);
}

/* Adds what a call cost. */
static void
bill(const struct model *model, const struct model_usage *usage, struct provider_ended *ended,
     struct model_outcome *out)
{
    ended->input_tokens = usage->input + usage->cached + usage->written;
    ended->output_tokens = usage->output;
    ended->cached_tokens = usage->cached;
    ended->cost_micros = usage->cost_micros >= 0 ? usage->cost_micros
                                                 : model_settings_price(&model->settings, usage) +
                                                       model->provider.price_micros;
    out->input_tokens += ended->input_tokens;
    out->output_tokens += ended->output_tokens;
    out->cached_tokens += ended->cached_tokens;
    out->cost_micros += ended->cost_micros;
}

/* An answer with a good status. *longer: characters of a letter that was too long. */
static bool
read_letter(struct ctx *ctx, const struct asking *asking, const struct model_prompt *prompt,
            const struct http_answer *answer, struct provider_ended *ended, struct letter *letter,
            size_t *longer)
{
    const struct model *model = asking->model;
    struct model_outcome *out = asking->outcome;
    struct model_raw raw;
    struct model_fault fault;
    if (answer->cut || !model_vendor_named(model->provider.kind)
                            ->answer(ctx, answer->body, answer->length, &raw)) {
        const char *why = answer->cut ? "The answer of the service ends before its end."
                                      : arena_strdup(ctx->arena, ctx->err.message);
        err_clear(ctx);
        /* It was answered, so it will be billed; nobody can say how much. */
        ended->cost_micros = model->provider.price_micros;
        out->cost_micros += ended->cost_micros;
        ended->outcome = PROVIDER_GARBAGE;
        return end(out, "garbage", true, 0, why);
    }
    bill(model, &raw.usage, ended, out);
    ended->outcome = PROVIDER_INVALID;
    if (raw.stop == MODEL_REFUSAL)
        return end(out, "refusal", false, 0,
                   "The model does not want to write this message. Change the wishes or write it "
                   "with another one.");
    if (raw.stop == MODEL_LENGTH || (raw.usage.output >= model->settings.max_tokens &&
                                     !text_ends(text_trim(ctx->arena, raw.text), "}")))
        return end(out, "tokens", false, 0,
                   "The model ran out of tokens before it had ended. An admin can allow more under "
                   "Settings > Providers.");
    if (model_answer(ctx->arena, raw.text, asking->request, prompt, raw.citations, raw.n_citations,
                     letter, &fault)) {
        ended->outcome = PROVIDER_OK;
        out->written = true;
        return true;
    }
    if (!strcmp(fault.cause, "json") || !strcmp(fault.cause, "schema"))
        ended->outcome = PROVIDER_GARBAGE;
    if (!strcmp(fault.cause, "too_long"))
        *longer = fault.length;
    return end(out, fault.cause, fault.again, 0, fault.message);
}

/* Asks once. What came of it is in asking->outcome. */
static bool
ask(struct ctx *ctx, struct asking *asking, const struct model_words *words, struct letter *letter,
    size_t *longer)
{
    struct model *model = asking->model;
    struct model_prompt prompt;
    struct model_request request;
    struct http_answer *answer;
    struct provider_ended ended;
    int64_t wait_ms;
    const char *why;
    bool go;
    if (!provider_call_enter(ctx, asking->call->tenant_id, model->provider.provider_id, &go,
                             &wait_ms, &why))
        return false;
    if (!go) {
        (void)end(asking->outcome, "waiting", true, (wait_ms + 999) / 1000, why);
        return true;
    }
    if (!wait_turn(ctx, asking, wait_ms))
        return false;
    model_prompt(ctx->arena, asking->request, words, *longer, &prompt);
    *longer = 0;
    model_vendor_named(model->provider.kind)
        ->request(ctx->arena, model->provider.base_url, &model->settings, model->key, prompt.system,
                  prompt.user, &request);
    if (!asking->stop && !fetch(ctx, asking, &request, &answer))
        return false;
    if (asking->stop || !answer) {
        (void)end(asking->outcome, "stopped", true, 0, "Stopped before the letter was written.");
        return true;
    }
    ended = (struct provider_ended){.milliseconds = (int64_t)(answer->took * 1000),
                                    .bytes = (int64_t)answer->length,
                                    .retry_after = answer->retry_seconds};
    asking->outcome->calls++;
    provider_call_judge(ctx->arena, answer->end == HTTP_ANSWERED ? NULL : answer->message,
                        answer->status, &ended);
    bool written = ended.outcome == PROVIDER_OK
                       ? read_letter(ctx, asking, &prompt, answer, &ended, letter, longer)
                       : judge(ctx->arena, answer, &ended, asking->outcome);
    ended.message = written ? NULL : asking->outcome->message;
    return provider_call_leave(ctx, asking->call->tenant_id, model->provider.provider_id,
                               asking->call->operation, &ended);
}

bool
model_write(struct ctx *ctx, struct model *model, const struct model_call *call,
            const struct letter_request *request, const struct model_words *words,
            struct letter *out, struct model_outcome *outcome)
{
    struct asking asking = {.model = model, .call = call, .request = request, .outcome = outcome};
    size_t longer = 0;
    *outcome = (struct model_outcome){0};
    for (int i = 0; i < TRIES && (i == 0 || longer); i++)
        if (!ask(ctx, &asking, words, out, &longer))
            return false;
    if (!outcome->written)
        return true;
    outcome->cause = outcome->message = NULL;
    outcome->retry = false;
    outcome->retry_seconds = 0;
    outcome->warning = model_answer_language(ctx->arena, request, out);
    return true;
}
