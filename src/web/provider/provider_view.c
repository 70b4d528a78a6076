/* What the pages of outside services share. See provider_view.h. */
#include "web/provider/provider_view.h"

#include "base/clock.h"
#include "domain/provider/provider_circuit.h"
#include "web/bulk/bulk_view.h"
#include "web/view.h"

enum { MICROS = 1000000, CENT = 10000 };

const char *
provider_view_path(struct page *pg, int64_t provider_id)
{
    return provider_id ? arena_printf(pg->ctx->arena, "%s/settings/providers/%" PRId64, pg->base,
                                      provider_id)
                       : arena_printf(pg->ctx->arena, "%s/settings/providers", pg->base);
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
    tree_set(row, "path", provider_view_path(pg, provider->provider_id));
    tree_set(row, "url", provider->base_url);
    tree_set_bool(row, "has_key", provider->has_key);
    tree_set(row, "key_by", provider->key_set_by ? provider->key_set_by : "");
    view_time(pg, row, "key_set", provider->key_set_ms);
    tree_set(row, "price", provider_view_money(pg->ctx->arena, provider->price_micros));
    tree_set(row, "calls", view_number(pg, provider->calls));
    tree_set(row, "failed", view_number(pg, provider->failed));
    tree_set(row, "today", view_number(pg, provider->today));
    if (provider->per_day)
        tree_set(row, "per_day", view_number(pg, provider->per_day));
    tree_set(row, "cost", provider_view_money(pg->ctx->arena, provider->cost_micros));
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
