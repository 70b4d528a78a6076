/* Outside services of a workspace. See provider.h. */
#include "domain/provider/provider.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/secret.h"
#include "base/text.h"
#include "domain/provider/model_settings.h"
#include "domain/provider/search_json.h"
#include "statements.h"

enum { NAME_MOST = 80, KEY_MOST = 500 };

/* clang-format off */
const struct provider_embedded provider_embedded[] = {
    {"Lists, directories, sitemaps and feeds",
     "Finds companies on pages and in files that you name. Asks the pages themselves, nobody else."},
    {"Crawler", "Reads the public pages of companies' own sites, as their robots.txt allows."},
    {"Facts, people and signals", "Rules of our own over what the pages say. They quote their source and never invent."},
    {"Writer", "Letters of campaigns in five languages, from the facts of a record and its evidence."},
    {"Addresses", "Patterns from known colleagues, syntax, DNS and, where switched on, the mail server itself."},
    {NULL, NULL},
};
/* clang-format on */

static const struct field map[] = {FIELD_I64(struct provider, provider_id),
                                   FIELD_STR(struct provider, kind),
                                   FIELD_STR(struct provider, name),
                                   FIELD_STR(struct provider, base_url),
                                   FIELD_STR(struct provider, settings),
                                   FIELD_BOOL(struct provider, has_key),
                                   FIELD_I64(struct provider, key_set_ms),
                                   FIELD_STR(struct provider, key_set_by),
                                   FIELD_I64(struct provider, price_micros),
                                   FIELD_I64(struct provider, per_minute),
                                   FIELD_I64(struct provider, per_day),
                                   FIELD_I64(struct provider, timeout_seconds),
                                   FIELD_BOOL(struct provider, is_on),
                                   FIELD_I64(struct provider, circuit),
                                   FIELD_I64(struct provider, failures),
                                   FIELD_I64(struct provider, retry_ms),
                                   FIELD_I64(struct provider, rate_milli),
                                   FIELD_STR(struct provider, trouble),
                                   FIELD_I64(struct provider, test_job_id),
                                   FIELD_I64(struct provider, tested_ms),
                                   FIELD_BOOL(struct provider, test_ok),
                                   FIELD_STR(struct provider, test_said),
                                   FIELD_I64(struct provider, calls),
                                   FIELD_I64(struct provider, failed),
                                   FIELD_I64(struct provider, milliseconds),
                                   FIELD_I64(struct provider, cost_micros),
                                   FIELD_I64(struct provider, tokens),
                                   FIELD_I64(struct provider, today),
                                   FIELD_END};

static bool
not_there(struct ctx *ctx)
{
    return err_raise(ctx, ERR_NOT_FOUND, "This service is not there. It may have been removed.");
}

bool
provider_list(struct ctx *ctx, struct provider **out, size_t *n)
{
    return DB_ALL(ctx, &SQL_PROVIDER_LIST, DB_ARGS(DB_NULL, DB_NULL), map, out, n);
}

bool
provider_get(struct ctx *ctx, int64_t provider_id, struct provider *out)
{
    bool found;
    return db_maybe(ctx, &SQL_PROVIDER_LIST, DB_ARGS(DB_I64(provider_id), DB_NULL), map, out,
                    &found) &&
           (found || not_there(ctx));
}

bool
provider_of_kind(struct ctx *ctx, const char *kind, struct provider *out, bool *found)
{
    struct provider *rows;
    size_t n;
    if (!DB_ALL(ctx, &SQL_PROVIDER_LIST, DB_ARGS(DB_NULL, DB_STR(kind)), map, &rows, &n))
        return false;
    *found = n && rows->is_on;
    if (*found)
        *out = *rows;
    return true;
}

static bool
explain(struct ctx *ctx)
{
    if (ctx->err.kind == ERR_CONFLICT && !strcmp(db_constraint(ctx), "provider_name_unique")) {
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "name", "Another service has this name.");
    }
    return false;
}

bool
provider_save(struct ctx *ctx, struct provider *provider)
{
    struct search_service service;
    struct model_settings model;
    provider->name = text_squeeze(ctx->arena, provider->name);
    if (!*provider->name || text_count(provider->name) > NAME_MOST)
        return err_field(ctx, ERR_INPUT, "name",
                         "Give the service a name of at most %d characters.", NAME_MOST);
    if (model_settings_is(provider->kind)
            ? !model_settings_read(ctx, provider->kind, provider->base_url, provider->settings,
                                   &model)
            : !search_json_read(ctx, provider->base_url, provider->settings, &service))
        return false;
    if (!provider->provider_id)
        return db_i64(ctx, &SQL_PROVIDER_ADD,
                      DB_ARGS(DB_STR(provider->kind), DB_STR(provider->name),
                              DB_STR(provider->base_url), DB_STR(provider->settings),
                              DB_I64(provider->price_micros), DB_I64(provider->per_minute),
                              DB_I64(provider->per_day), DB_I64(provider->timeout_seconds),
                              DB_BOOL(provider->is_on)),
                      &provider->provider_id) ||
               explain(ctx);
    int64_t n;
    if (!db_exec(ctx, &SQL_PROVIDER_SAVE,
                 DB_ARGS(DB_I64(provider->provider_id), DB_STR(provider->name),
                         DB_STR(provider->base_url), DB_STR(provider->settings),
                         DB_I64(provider->price_micros), DB_I64(provider->per_minute),
                         DB_I64(provider->per_day), DB_I64(provider->timeout_seconds),
                         DB_BOOL(provider->is_on), DB_STR(provider->kind)),
                 &n))
        return explain(ctx);
    return n || not_there(ctx);
}

static const char *
bound_to(struct arena *arena, int64_t tenant_id, int64_t provider_id)
{
    return arena_printf(arena, "tenant %" PRId64 " provider %" PRId64, tenant_id, provider_id);
}

bool
provider_set_key(struct ctx *ctx, int64_t tenant_id, int64_t provider_id, const char *key)
{
    const char *sealed = NULL;
    int64_t n;
    for (const char *c = key; *c; c++)
        if (*c <= ' ' || *c > '~')
            return err_field(ctx, ERR_INPUT, "key", "A key has no blanks and no special letters.");
    if (strlen(key) > KEY_MOST)
        return err_field(ctx, ERR_INPUT, "key", "A key has at most %d characters.", KEY_MOST);
    if (*key && !secret_seal(ctx, key, bound_to(ctx->arena, tenant_id, provider_id), &sealed))
        return false;
    return db_exec(ctx, &SQL_PROVIDER_KEY, DB_ARGS(DB_I64(provider_id), DB_STR(sealed)), &n) &&
           (n || not_there(ctx));
}

bool
provider_key(struct ctx *ctx, int64_t tenant_id, int64_t provider_id, const char **key)
{
    const char *sealed;
    *key = "";
    return db_str(ctx, &SQL_PROVIDER_SEALED, DB_ARGS(DB_I64(provider_id)), &sealed) &&
           (!*sealed ||
            secret_unseal(ctx, sealed, bound_to(ctx->arena, tenant_id, provider_id), key));
}

bool
provider_remove(struct ctx *ctx, int64_t provider_id)
{
    int64_t n;
    return db_exec(ctx, &SQL_PROVIDER_REMOVE, DB_ARGS(DB_I64(provider_id)), &n) &&
           (n || not_there(ctx));
}

bool
provider_calls(struct ctx *ctx, int64_t provider_id, int64_t limit, struct provider_call_row **out,
               size_t *n)
{
    static const struct field rows[] = {FIELD_I64(struct provider_call_row, at_ms),
                                        FIELD_I64(struct provider_call_row, http_status),
                                        FIELD_I64(struct provider_call_row, milliseconds),
                                        FIELD_I64(struct provider_call_row, cost_micros),
                                        FIELD_I64(struct provider_call_row, input_tokens),
                                        FIELD_I64(struct provider_call_row, output_tokens),
                                        FIELD_I64(struct provider_call_row, cached_tokens),
                                        FIELD_STR(struct provider_call_row, operation),
                                        FIELD_STR(struct provider_call_row, outcome),
                                        FIELD_STR(struct provider_call_row, message),
                                        FIELD_END};
    return DB_ALL(ctx, &SQL_PROVIDER_CALLS, DB_ARGS(DB_I64(provider_id), DB_I64(limit)), rows, out,
                  n);
}

bool
provider_days(struct ctx *ctx, int64_t provider_id, struct provider_day **out, size_t *n)
{
    static const struct field rows[] = {FIELD_STR(struct provider_day, day),
                                        FIELD_I64(struct provider_day, calls),
                                        FIELD_I64(struct provider_day, failed), FIELD_END};
    return DB_ALL(ctx, &SQL_PROVIDER_DAYS, DB_ARGS(DB_I64(provider_id)), rows, out, n);
}
