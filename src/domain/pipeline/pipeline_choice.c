/* Checking and completing what a run is to do. See pipeline_choice.h. */
#include "domain/pipeline/pipeline_choice.h"

#include <stdlib.h>
#include <string.h>

#include "domain/query/record_query.h"

static size_t
place_of(const char *name)
{
    size_t at = 0;
    while (stages[at] && strcmp(stages[at]->name, name) != 0)
        at++;
    return at;
}

bool
pipeline_choice_stages(struct ctx *ctx, const struct pipeline_choice *choice,
                       const struct stage **out, bool *added, size_t *n)
{
    bool wanted[PIPELINE_STAGES_MOST] = {false}, asked[PIPELINE_STAGES_MOST] = {false};
    size_t n_all = 0;
    while (stages[n_all])
        n_all++;
    if (n_all > PIPELINE_STAGES_MOST)
        return err_raise(ctx, ERR_BUG, "there are too many stages");
    for (size_t i = 0; i < choice->n_stages; i++) {
        size_t at = place_of(choice->stages[i]);
        if (!stages[at] || stages[at]->apart)
            return err_field(ctx, ERR_INPUT, "stage", "There is no stage \"%s\".",
                             choice->stages[i]);
        wanted[at] = asked[at] = true;
    }
    /* Needs come before what needs them, so one way back finds them all. */
    for (size_t at = n_all; at-- > 0;)
        for (const char *const *name = wanted[at] ? stages[at]->hard : NULL; name && *name; name++)
            wanted[place_of(*name)] = true;
    *n = 0;
    for (size_t at = 0; at < n_all; at++)
        if (wanted[at]) {
            added[*n] = !asked[at];
            out[(*n)++] = stages[at];
        }
    return *n || err_field(ctx, ERR_INPUT, "stage", "Choose what to do: at least one stage.");
}

static int
compare(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return left < right ? -1 : left > right;
}

/* Moves `most` of the ids to the front, each set of them equally likely. */
static void
shuffle(int64_t *ids, size_t n, size_t most, uint64_t seed)
{
    for (size_t i = 0; i < most && i + 1 < n; i++) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        size_t at = i + (size_t)((seed >> 33) % (n - i));
        int64_t id = ids[i];
        ids[i] = ids[at];
        ids[at] = id;
    }
}

bool
pipeline_choice_ids(struct ctx *ctx, const struct pipeline_choice *choice, int64_t seed,
                    int64_t **ids, size_t *n)
{
    if (choice->ids) {
        *ids = ARENA_ARRAY(ctx->arena, choice->n_ids + 1, int64_t);
        memcpy(*ids, choice->ids, choice->n_ids * sizeof **ids);
        *n = choice->n_ids;
    } else {
        struct record_filter filter;
        if (!record_filter_read_text(ctx, choice->entity, choice->filter, &filter) ||
            !record_query_ids(ctx, &filter, ids, n))
            return false;
    }
    if (choice->sample > 0 && (size_t)choice->sample < *n) {
        shuffle(*ids, *n, (size_t)choice->sample, (uint64_t)seed * 2654435761U + 1);
        *n = (size_t)choice->sample;
    }
    qsort(*ids, *n, sizeof **ids, compare);
    return true;
}
