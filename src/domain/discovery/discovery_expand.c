/* Queries made of what worked. See discovery_expand.h. */
#include "domain/discovery/discovery_expand.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/account/tenant.h"
#include "domain/discovery/discovery.h"
#include "domain/record/country.h"
#include "domain/record/record_code.h"
#include "statements.h"

enum { SEEDS = 30, WORD_LEAST = 3, WORD_MOST = 60, COUNTRIES = 3 };

/* Words that say nothing about a market. */
static bool
says_little(struct arena *arena, const char *word)
{
    static const char *const words[] = {
        "b2b",      "b2c",      "other",     "company", "companies",  "startup",  "startups",
        "business", "services", "solutions", "product", "products",   "internet", "web",
        "the",      "and",      "inc",       "gmbh",    "technology", "software"};
    const char *folded = text_fold(arena, word);
    size_t length = text_count(word);
    if (length < WORD_LEAST || length > WORD_MOST || strpbrk(word, "\"\n"))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(folded, words[i]))
            return true;
    return false;
}

static const char *
country_name(const char *code)
{
    const struct country *country = country_by_code(code);
    return country ? country->name : code;
}

static const char *
industry_name(const char *code)
{
    const struct record_choice *choice =
        record_code_get(&record_industries, strtoll(code, NULL, 10));
    return choice ? choice->label : "";
}

struct ideas {
    struct arena *arena;
    struct discovery_idea *of;
    size_t n;
};

static void
add(struct ideas *ideas, const struct discovery_seed *seed, const char *words)
{
    if (ideas->n == DISCOVERY_IDEAS_MOST)
        return;
    const char *label = !strcmp(seed->kind, "industry") ? industry_name(seed->word) : seed->word;
    ideas->of[ideas->n++] = (struct discovery_idea){
        words, arena_printf(ideas->arena,
                            "%" PRId64 " of %" PRId64 " companies with \xe2\x80\x9c%s\xe2\x80\x9d "
                            "worked",
                            seed->worked, seed->total, label)};
}

size_t
discovery_expand_ideas(struct arena *arena, const struct discovery_seed *seeds, size_t n,
                       struct discovery_idea **out)
{
    struct ideas ideas = {arena, ARENA_ARRAY(arena, DISCOVERY_IDEAS_MOST, struct discovery_idea),
                          0};
    const char *countries[COUNTRIES];
    size_t n_countries = 0;
    for (size_t i = 0; i < n && n_countries < COUNTRIES; i++)
        if (!strcmp(seeds[i].kind, "country"))
            countries[n_countries++] = country_name(seeds[i].word);
    /* Every keyword on its own first, then by country: the budget of a day goes to breadth. */
    for (size_t i = 0; i < n; i++)
        if (!strcmp(seeds[i].kind, "keyword") && !says_little(arena, seeds[i].word))
            add(&ideas, &seeds[i], arena_printf(arena, "%s company", seeds[i].word));
    for (size_t c = 0; c < n_countries; c++)
        for (size_t i = 0; i < n; i++) {
            if (!strcmp(seeds[i].kind, "keyword") && !says_little(arena, seeds[i].word))
                add(&ideas, &seeds[i],
                    arena_printf(arena, "%s company %s", seeds[i].word, countries[c]));
            if (!strcmp(seeds[i].kind, "industry") && *industry_name(seeds[i].word))
                add(&ideas, &seeds[i],
                    arena_printf(arena, "%s companies %s", industry_name(seeds[i].word),
                                 countries[c]));
        }
    *out = ideas.of;
    return ideas.n;
}

bool
discovery_expand(struct ctx *ctx, int64_t most, int64_t *added)
{
    static const struct field map[] = {FIELD_STR(struct discovery_seed, kind),
                                       FIELD_STR(struct discovery_seed, word),
                                       FIELD_I64(struct discovery_seed, worked),
                                       FIELD_I64(struct discovery_seed, total), FIELD_END};
    struct discovery_seed *seeds;
    struct discovery_idea *ideas;
    size_t n;
    *added = 0;
    if (!DB_ALL(ctx, &SQL_DISCOVERY_SEEDS, DB_ARGS(DB_I64(SEEDS)), map, &seeds, &n))
        return false;
    n = discovery_expand_ideas(ctx->arena, seeds, n, &ideas);
    for (size_t i = 0; i < n && *added < most; i++) {
        bool fresh;
        if (!discovery_add_expanded(ctx, ideas[i].words, ideas[i].why, &fresh))
            return false;
        *added += fresh;
    }
    return true;
}

bool
discovery_task(struct ctx *ctx, struct task_run *run)
{
    struct discovery_counts counts;
    int64_t due = 0, added = 0;
    if (!db_begin(ctx, false) || !tenant_enter(ctx, run->tenant_id) ||
        !db_i64(ctx, &SQL_DISCOVERY_DUE, DB_NO_ARGS, &due) || !discovery_counts(ctx, &counts))
        return false;
    if (counts.is_on && counts.pending < counts.per_day &&
        !discovery_expand(ctx, counts.per_day - counts.pending, &added))
        return false;
    /* Without the switch only what somebody asked to repeat is run. */
    if ((due || (counts.is_on && counts.pending + added > 0)) && !discovery_start(ctx))
        return false;
    if (!db_commit(ctx))
        return false;
    snprintf(run->message, sizeof run->message, "%" PRId64 " due again, %" PRId64 " new queries",
             due, added);
    return true;
}
