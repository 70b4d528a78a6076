/* Readiness. See campaign_ready.h; what is missing is found by app.campaign_readiness. */
#include "domain/audience/campaign_ready.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/campaign/campaign.h"
#include "statements.h"

enum { KEEP_DAYS = PIPELINE_REDO_MOST };

bool
campaign_ready_sums(struct ctx *ctx, int64_t campaign_id, struct campaign_readiness *out)
{
    static const struct field map[] = {FIELD_I64(struct campaign_readiness, people),
                                       FIELD_I64(struct campaign_readiness, ready),
                                       FIELD_I64(struct campaign_readiness, missing),
                                       FIELD_I64(struct campaign_readiness, no_way), FIELD_END};
    return db_one(ctx, &SQL_CAMPAIGN_READY_SUMS, DB_ARGS(DB_I64(campaign_id)), map, out);
}

const char *const campaign_ready_names[] = {"ready", "research", "no_way", NULL};

int64_t
campaign_ready_of(const char *name)
{
    for (int64_t i = 0; campaign_ready_names[i]; i++)
        if (!strcmp(campaign_ready_names[i], name))
            return i + 1;
    return 0;
}

/* The stage of the first name in "crawl,score"; *text moves behind it. */
static const struct stage *
take_stage(const char **text)
{
    char name[40];
    size_t length = strcspn(*text, ",");
    size_t kept = length < sizeof name ? length : sizeof name - 1;
    memcpy(name, *text, kept);
    name[kept] = '\0';
    *text += length + ((*text)[length] == ',');
    return stage_named(name);
}

const char *
campaign_ready_words(struct arena *arena, const char *names)
{
    const char *words = "";
    while (names && *names) {
        const struct stage *stage = take_stage(&names);
        if (stage)
            words = arena_printf(arena, "%s%s%s", words, *words ? ", " : "", stage->label);
    }
    return words;
}

int64_t
campaign_ready_cost(const char *names)
{
    int64_t cost = 0;
    while (names && *names) {
        const struct stage *stage = take_stage(&names);
        cost += stage ? stage->cost_micros : 0;
    }
    return cost;
}

/* The run that would do it. */
static bool
choice_of(struct ctx *ctx, int64_t campaign_id, struct pipeline_choice *out)
{
    struct id_row {
        int64_t id;
    } * people;
    struct name_row {
        const char *stage;
    } * names;
    static const struct field id_map[] = {FIELD_I64(struct id_row, id), FIELD_END};
    static const struct field name_map[] = {FIELD_STR(struct name_row, stage), FIELD_END};
    size_t n, n_stages;
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_READY_MISSING,
                DB_ARGS(DB_I64(campaign_id), DB_I64(CAMPAIGN_RESEARCH_MOST)), id_map, &people, &n))
        return false;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        ids[i] = people[i].id;
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_READY_STAGES, DB_ARGS(DB_I64(campaign_id), DB_I64S(ids, n)),
                name_map, &names, &n_stages))
        return false;
    const char **stages_of = ARENA_ARRAY(ctx->arena, n_stages + 2, const char *);
    bool verify = false, find = false;
    for (size_t i = 0; i < n_stages; i++) {
        stages_of[i] = names[i].stage;
        verify = verify || !strcmp(names[i].stage, "email_verify");
        find = find || !strcmp(names[i].stage, "email_find");
    }
    if (find && !verify) /* what is found is looked at, too */
        stages_of[n_stages++] = "email_verify";
    *out = (struct pipeline_choice){.entity = RECORD_CONTACT,
                                    .filter = "",
                                    .ids = ids,
                                    .n_ids = n,
                                    .stages = stages_of,
                                    .n_stages = n_stages,
                                    .redo_days = KEEP_DAYS};
    return true;
}

bool
campaign_ready_estimate(struct ctx *ctx, int64_t campaign_id, struct pipeline_cost *out, size_t *n)
{
    struct pipeline_choice choice;
    *out = (struct pipeline_cost){0};
    if (!choice_of(ctx, campaign_id, &choice))
        return false;
    *n = choice.n_ids;
    choice.title = "";
    return !*n || pipeline_run_estimate(ctx, &choice, out);
}

bool
campaign_ready_research(struct ctx *ctx, int64_t campaign_id, int64_t *run_id)
{
    struct campaign campaign;
    struct pipeline_choice choice;
    if (!campaign_get(ctx, campaign_id, &campaign) || !choice_of(ctx, campaign_id, &choice))
        return false;
    if (!choice.n_ids)
        return err_raise(ctx, ERR_CONFLICT, "Nobody's research is missing any more.");
    choice.title = arena_printf(ctx->arena, "Research for %s", campaign.name);
    return pipeline_run_start(ctx, &choice, run_id);
}
