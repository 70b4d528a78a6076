/* Clones of campaigns. See campaign_clone.h. */
#include "domain/campaign/campaign_clone.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "statements.h"

/* The name without " (Copy)" or " (Copy 12)" at its end. */
static const char *
original(struct arena *arena, const char *name)
{
    const char *at = NULL, *found = name;
    while ((found = strstr(found, " (Copy")) != NULL)
        at = found++;
    if (!at)
        return name;
    const char *rest = at + strlen(" (Copy");
    if (*rest == ' ')
        rest += 1 + strspn(rest + 1, "0123456789");
    return strcmp(rest, ")") != 0 ? name : arena_strndup(arena, name, (size_t)(at - name));
}

bool
campaign_clone_name(struct ctx *ctx, int64_t campaign_id, const char **name)
{
    enum { SUFFIX_MOST = 16 };
    struct campaign campaign;
    if (!campaign_get(ctx, campaign_id, &campaign))
        return false;
    const char *base =
        text_cut(ctx->arena, original(ctx->arena, campaign.name), CAMPAIGN_NAME_MOST - SUFFIX_MOST);
    for (int64_t n = 1;; n++) {
        int64_t taken;
        *name = n == 1 ? arena_printf(ctx->arena, "%s (Copy)", base)
                       : arena_printf(ctx->arena, "%s (Copy %" PRId64 ")", base, n);
        if (!db_i64(ctx, &SQL_CAMPAIGN_NAMED, DB_ARGS(DB_STR(text_fold(ctx->arena, *name))),
                    &taken))
            return false;
        if (!taken)
            return true;
    }
}

bool
campaign_clone(struct ctx *ctx, int64_t campaign_id, const char *name, int64_t *id)
{
    static const struct field there[] = {FIELD_I64(struct campaign, sender_id),
                                         FIELD_I64(struct campaign, provider_id), FIELD_END};
    struct campaign settings;
    if (!campaign_get(ctx, campaign_id, &settings) ||
        !db_one(ctx, &SQL_CAMPAIGN_CLONE_THERE, DB_ARGS(DB_I64(campaign_id)), there, &settings))
        return false;
    if (!*name && !campaign_clone_name(ctx, campaign_id, &name))
        return false;
    settings.name = name;
    settings.owner_id = 0;
    settings.starts_on = NULL;
    return campaign_create(ctx, &settings, id) &&
           db_exec(ctx, &SQL_CAMPAIGN_CLONE_OFFERS, DB_ARGS(DB_I64(campaign_id), DB_I64(*id)),
                   NULL) &&
           db_exec(ctx, &SQL_CAMPAIGN_CLONE_STEPS, DB_ARGS(DB_I64(campaign_id), DB_I64(*id)), NULL);
}
