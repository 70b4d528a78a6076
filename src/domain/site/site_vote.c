/* Candidates. See site_vote.h. */
#include "domain/site/site_vote.h"

#include <string.h>

#include "base/text.h"

enum { AGAIN = 2, WEIGHT_MAX = 96 };

static const struct page_address *
copy_address(struct arena *arena, const struct page_address *from)
{
    if (!from)
        return NULL;
    struct page_address *to = ARENA_NEW(arena, struct page_address);
    *to = *from;
    to->street = arena_strdup(arena, from->street);
    to->postal_code = arena_strdup(arena, from->postal_code);
    to->city = arena_strdup(arena, from->city);
    to->region = arena_strdup(arena, from->region);
    to->country = arena_strdup(arena, from->country);
    to->snippet = arena_strdup(arena, from->snippet);
    return to;
}

static void
copy_vote(struct arena *arena, struct site_vote *to, const struct site_vote *from)
{
    to->value = arena_strdup(arena, from->value);
    to->url = arena_strdup(arena, from->url);
    to->snippet = arena_strdup(arena, from->snippet);
    to->address = copy_address(arena, from->address);
}

void
site_vote_add(struct site_votes *votes, const struct site_vote *vote)
{
    if (!vote->value || !*vote->value)
        return;
    const char *key = text_fold(votes->arena, vote->key ? vote->key : vote->value);
    for (size_t i = 0; i < votes->n; i++) {
        struct site_vote *known = &votes->of[i];
        if (known->place != vote->place || strcmp(known->key, key) != 0)
            continue;
        int high = known->weight, low = vote->weight;
        if (vote->weight > known->weight) {
            copy_vote(votes->arena, known, vote);
            high = vote->weight;
            low = known->weight;
        }
        /* Countries and industries gather what speaks for them; elsewhere a second page says little
         * more. */
        known->weight = high + (vote->place == SITE_COUNTRY       ? low / 2
                                : vote->place == COMPANY_INDUSTRY ? low / 10
                                                                  : AGAIN);
        if (known->weight > WEIGHT_MAX)
            known->weight = WEIGHT_MAX;
        known->firm = known->firm || vote->firm;
        return;
    }
    if (votes->n == SITE_VOTES_MAX)
        return;
    struct site_vote *own = &votes->of[votes->n++];
    *own = *vote;
    own->key = key;
    copy_vote(votes->arena, own, vote);
}

const struct site_vote *
site_vote_best(const struct site_votes *votes, int place, const struct site_vote **next)
{
    const struct site_vote *best = NULL;
    *next = NULL;
    for (size_t i = 0; i < votes->n; i++) {
        const struct site_vote *vote = &votes->of[i];
        if (vote->place != place)
            continue;
        if (!best || vote->weight > best->weight) {
            *next = best;
            best = vote;
        } else if (!*next || vote->weight > (*next)->weight) {
            *next = vote;
        }
    }
    return best;
}
