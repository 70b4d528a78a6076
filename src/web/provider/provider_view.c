/* What the pages of outside services share. See provider_view.h. */
#include "web/provider/provider_view.h"

#include <string.h>

#include "base/clock.h"
#include "domain/pipeline/ledger.h"
#include "domain/provider/model_settings.h"
#include "domain/provider/provider_circuit.h"
#include "web/bulk/bulk_view.h"
#include "web/view.h"

enum { MICROS = 1000000, CENT = 10000, CALLS_SHOWN = 20 };

const char *
provider_view_path(struct page *pg, int64_t provider_id)
{
    return provider_id ? arena_printf(pg->ctx->arena, "%s/settings/providers/%" PRId64, pg->base,
                                      provider_id)
                       : arena_printf(pg->ctx->arena, "%s/settings/providers", pg->base);
}

const char *
model_view_path(struct page *pg, int64_t provider_id)
{
    return arena_printf(pg->ctx->arena, "%s/settings/providers/models/%" PRId64, pg->base,
                        provider_id);
}

const char *
provider_view_money(struct arena *arena, int64_t micros)
{
    if (micros % CENT == 0)
        return arena_printf(arena, "$%" PRId64 ".%02" PRId64, micros / MICROS,
                            micros % MICROS / CENT);
    char *text = arena_printf(arena, "$%" PRId64 ".%06" PRId64, micros / MICROS, micros % MICROS);
    size_t length = 0;
    while (text[length])
        length++;
    while (text[length - 1] == '0')
        text[--length] = '\0';
    return text;
}

const char *
provider_view_cost(struct page *pg, int64_t micros)
{
    if (pg->caller->is_super)
        return provider_view_money(pg->ctx->arena, micros);
    int64_t credits = (micros + LEDGER_CREDIT - 1) / LEDGER_CREDIT;
    return arena_printf(pg->ctx->arena, "%s %s", view_number(pg, credits),
                        credits == 1 ? "credit" : "credits");
}

bool
provider_view_read_money(struct page *pg, const char *field, const char *text, int64_t *micros)
{
    int64_t whole = 0, part = 0, unit = MICROS;
    const char *c = text;
    for (; *c >= '0' && *c <= '9' && whole < 1000; c++)
        whole = whole * 10 + (*c - '0');
    if (*c == '.' || *c == ',')
        for (c++; *c >= '0' && *c <= '9' && unit > 1; c++) {
            unit /= 10;
            part += (*c - '0') * unit;
        }
    *micros = whole * MICROS + part;
    return (!*c && *micros <= 1000 * (int64_t)MICROS) ||
           err_field(pg->ctx, ERR_INPUT, field, "Write a price in dollars, such as 0.005.");
}

/* How it is doing: a kind for the sign, and words. */
static void
show_state(struct page *pg, struct tree *row, const struct provider *provider)
{
    int64_t now = clock_now_ms();
    const char *kind = "ok", *state = "Works", *note = "";
    if (!provider->is_on) {
        kind = "none";
        state = "Off";
    } else if (provider->circuit == PROVIDER_OPEN && provider->retry_ms > now) {
        kind = "bad";
        state = "Left alone";
        note = arena_printf(pg->ctx->arena, "tried again in %s",
                            view_duration(pg->ctx->arena, provider->retry_ms - now));
    } else if (provider->circuit != PROVIDER_CLOSED) {
        kind = "warn";
        state = "Being tried";
    } else if (provider->failures) {
        kind = "warn";
        state = "Failing";
        note = arena_printf(pg->ctx->arena, "%" PRId64 " calls in a row", provider->failures);
    } else if (provider->rate_milli) {
        kind = "warn";
        state = "Slowed down";
        note =
            arena_printf(pg->ctx->arena, "%" PRId64 " calls a minute", provider->rate_milli / 1000);
    } else if (!provider->calls && !provider->tested_ms) {
        kind = "none";
        state = "Not tried yet";
    }
    tree_set(row, "kind", kind);
    tree_set(row, "state", state);
    tree_set(row, "note", note);
    tree_set(row, "trouble", provider->trouble ? provider->trouble : "");
}

void
provider_view_show(struct page *pg, struct tree *row, const struct provider *provider)
{
    tree_set_i64(row, "id", provider->provider_id);
    tree_set(row, "name", provider->name);
    bool model = model_settings_is(provider->kind);
    tree_set(row, "act", provider_view_path(pg, provider->provider_id));
    tree_set(row, "path",
             (model ? model_view_path : provider_view_path)(pg, provider->provider_id));
    tree_set_bool(row, "is_model", model);
    tree_set(row, "url", provider->base_url);
    tree_set_bool(row, "has_key", provider->has_key);
    tree_set(row, "key_by", provider->key_set_by ? provider->key_set_by : "");
    view_time(pg, row, "key_set", provider->key_set_ms);
    if (provider->price_micros)
        tree_set(row, "price", provider_view_cost(pg, provider->price_micros));
    if (pg->caller->is_super && provider->tokens)
        tree_set(row, "tokens", view_number(pg, provider->tokens));
    tree_set(row, "calls", view_number(pg, provider->calls));
    tree_set(row, "failed", view_number(pg, provider->failed));
    tree_set(row, "today", view_number(pg, provider->today));
    if (provider->per_day)
        tree_set(row, "per_day", view_number(pg, provider->per_day));
    tree_set(row, "cost", provider_view_cost(pg, provider->cost_micros));
    if (provider->calls)
        tree_set(row, "speed",
                 arena_printf(pg->ctx->arena, "%s ms",
                              view_number(pg, provider->milliseconds / provider->calls)));
    tree_set_bool(row, "tested", provider->tested_ms != 0);
    tree_set_bool(row, "test_ok", provider->test_ok);
    tree_set(row, "test_said", provider->test_said ? provider->test_said : "");
    view_time(pg, row, "tested_at", provider->tested_ms);
    show_state(pg, row, provider);
}

bool
provider_view_progress(struct page *pg, const struct provider *provider, bool *active)
{
    return bulk_view_progress(
        pg, provider->test_job_id,
        arena_printf(pg->ctx->arena, "%s/progress", provider_view_path(pg, provider->provider_id)),
        active);
}

bool
provider_view_calls(struct page *pg, int64_t id)
{
    struct provider_call_row *calls;
    struct provider_day *days;
    size_t n, n_days;
    int64_t most = 1;
    if (!provider_calls(pg->ctx, id, CALLS_SHOWN, &calls, &n) ||
        !provider_days(pg->ctx, id, &days, &n_days))
        return false;
    struct tree_list list = tree_list(pg->view, "Calls"), bars = tree_list(pg->view, "Days");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        view_time(pg, row, "when", calls[i].at_ms);
        tree_set(row, "operation", calls[i].operation);
        tree_set_bool(row, "ok", !strcmp(calls[i].outcome, "ok"));
        tree_set(row, "outcome", calls[i].outcome);
        tree_set(row, "message", calls[i].message ? calls[i].message : "");
        if (calls[i].http_status)
            tree_set_i64(row, "status", calls[i].http_status);
        tree_set(row, "took",
                 arena_printf(pg->ctx->arena, "%s ms", view_number(pg, calls[i].milliseconds)));
        tree_set(row, "cost", provider_view_cost(pg, calls[i].cost_micros));
        if (pg->caller->is_super && calls[i].input_tokens + calls[i].output_tokens)
            tree_set(row, "tokens",
                     arena_printf(pg->ctx->arena, "%s in, %s of them cached; %s out",
                                  view_number(pg, calls[i].input_tokens),
                                  view_number(pg, calls[i].cached_tokens),
                                  view_number(pg, calls[i].output_tokens)));
    }
    for (size_t i = 0; i < n_days; i++)
        most = days[i].calls > most ? days[i].calls : most;
    for (size_t i = 0; i < n_days; i++) {
        struct tree *row = tree_row(&bars);
        int64_t height = days[i].calls * 100 / most, bad = days[i].failed * 100 / most;
        tree_set(row, "day", days[i].day);
        tree_set_i64(row, "calls", days[i].calls);
        tree_set_i64(row, "failed", days[i].failed);
        tree_set_i64(row, "x", (int64_t)i * 10);
        tree_set_i64(row, "height", height);
        tree_set_i64(row, "y", 100 - height);
        tree_set_i64(row, "bad", bad);
        tree_set_i64(row, "bad_y", 100 - bad);
    }
    return true;
}
