/* What a site says of its company. See site_facts.h. */
#include "domain/site/site_facts.h"

#include <string.h>

#include "base/map.h"
#include "base/text.h"
#include "domain/contact/phone_number.h"
#include "domain/site/site_gather.h"

enum {
    FOUND_MAX = 40,
    FIRM = 55,
    CLOSE = 6,
    PART_MIN = 60,
    ONLY_MIN = 38,
    GUESS_MIN = 58,
    SURE_MAX = 95
};

/* How the candidates of a field are judged. */
static const struct rule {
    int place;
    int least;   /* a candidate below says nothing */
    bool single; /* two that are nearly as sure contradict each other */
    enum record_fact_kind kind;
} rules[] = {
    {COMPANY_NAME,            60, false, RECORD_FACT_VALUE},
    {COMPANY_LEGAL_FORM,      62, true,  RECORD_FACT_VALUE},
    {COMPANY_LINKEDIN_URL,    60, true,  RECORD_FACT_VALUE},
    {COMPANY_INDUSTRY,        52, false, RECORD_FACT_VALUE},
    {COMPANY_EMPLOYEES,       36, false, RECORD_FACT_HINT },
    {COMPANY_FOUNDED_YEAR,    56, true,  RECORD_FACT_VALUE},
    {COMPANY_DESCRIPTION,     54, false, RECORD_FACT_VALUE},
    {COMPANY_PHONE,           60, false, RECORD_FACT_VALUE},
    {COMPANY_EMAIL,           58, false, RECORD_FACT_VALUE},
    {COMPANY_REGISTRY_NUMBER, 62, true,  RECORD_FACT_VALUE},
    {COMPANY_LOGO_URL,        60, false, RECORD_FACT_VALUE},
    {COMPANY_CRUNCHBASE_URL,  60, true,  RECORD_FACT_VALUE},
};

struct decider {
    struct arena *arena;
    struct site_votes *votes;
    struct site_facts *out;
};

static void
found(struct decider *decider, int place, enum record_fact_kind kind, const char *value,
      const struct site_vote *vote)
{
    int confidence = vote->weight < SURE_MAX ? vote->weight : SURE_MAX;
    if (!value || !*value || decider->out->n_found == FOUND_MAX)
        return;
    decider->out->found[decider->out->n_found++] = (struct record_found){.place = place,
                                                                         .kind = kind,
                                                                         .value = value,
                                                                         .confidence = confidence,
                                                                         .url = vote->url,
                                                                         .snippet = vote->snippet};
}

static void
contradiction(struct decider *decider, int place, const char *one, const char *other,
              const struct site_vote *vote)
{
    found(decider, place, RECORD_FACT_UNSURE, arena_printf(decider->arena, "%s, or %s", one, other),
          vote);
}

static void
decide(struct decider *decider, const struct rule *rule)
{
    const struct site_vote *next, *best = site_vote_best(decider->votes, rule->place, &next);
    if (!best || best->weight < rule->least)
        return;
    /* A guess that little speaks for is only shown. */
    bool guess = rule->place == COMPANY_INDUSTRY &&
                 (best->weight < GUESS_MIN || (next && best->weight - next->weight < CLOSE));
    if (guess)
        found(decider, rule->place, RECORD_FACT_HINT, best->value, best);
    else if (rule->single && next && next->weight >= rule->least &&
             best->weight - next->weight < CLOSE)
        contradiction(decider, rule->place, best->value, next->value, best);
    else
        found(decider, rule->place, rule->kind, best->value, best);
}

/* An address at the site's own domain that is the only one of it is the company's, whatever it is
 * called, unless it is a person's. */
static void
raise_only_address(struct site_votes *votes)
{
    struct site_vote *only = NULL;
    for (size_t i = 0; i < votes->n; i++) {
        struct site_vote *vote = &votes->of[i];
        if (vote->place != COMPANY_EMAIL)
            continue;
        if (only)
            return;
        only = vote;
    }
    if (only && only->weight >= ONLY_MIN && only->weight < PART_MIN)
        only->weight = PART_MIN;
}

/* National numbers are read once the country is known. */
static void
read_phones(struct site_votes *votes, const char *country)
{
    size_t n = votes->n;
    for (size_t i = 0; *country && i < n; i++) {
        struct phone_number read;
        struct site_vote vote = votes->of[i];
        if (vote.place != SITE_PHONE ||
            phone_number_read(votes->arena, vote.value, country, &read) != PHONE_OK)
            continue;
        vote.place = COMPANY_PHONE;
        vote.key = NULL;
        vote.value = read.e164;
        site_vote_add(votes, &vote);
    }
}

/* The country that most speaks for, if something on the pages says it. */
static void
decide_country(struct decider *decider)
{
    const struct site_vote *next, *best = site_vote_best(decider->votes, SITE_COUNTRY, &next);
    if (!best || !best->firm || best->weight < FIRM - 15)
        return;
    if (next && next->firm && best->weight - next->weight < CLOSE / 2 && next->weight >= FIRM) {
        contradiction(decider, COMPANY_COUNTRY, best->value, next->value, best);
        return;
    }
    decider->out->country = best->value;
    found(decider, COMPANY_COUNTRY, RECORD_FACT_VALUE, best->value, best);
}

/* Street, city and codes come from one address, or not at all. */
static void
decide_address(struct decider *decider)
{
    const struct site_vote *best = NULL, *next = NULL;
    const char *country = decider->out->country;
    for (size_t i = 0; i < decider->votes->n; i++) {
        const struct site_vote *vote = &decider->votes->of[i];
        if (vote->place != SITE_ADDRESS ||
            (*country && *vote->address->country && strcmp(country, vote->address->country) != 0))
            continue;
        if (!best || vote->weight > best->weight) {
            next = best;
            best = vote;
        } else if (!next || vote->weight > next->weight) {
            next = vote;
        }
    }
    if (!best || best->weight < PART_MIN - 10)
        return;
    if (next && best->weight == next->weight && *best->address->city && *next->address->city) {
        contradiction(decider, COMPANY_CITY, best->address->city, next->address->city, best);
        return;
    }
    found(decider, COMPANY_ADDRESS, RECORD_FACT_VALUE, best->address->street, best);
    found(decider, COMPANY_POSTAL_CODE, RECORD_FACT_VALUE, best->address->postal_code, best);
    found(decider, COMPANY_CITY, RECORD_FACT_VALUE, best->address->city, best);
    found(decider, COMPANY_REGION, RECORD_FACT_VALUE, best->address->region, best);
}

static void
add_technologies(struct arena *arena, const struct page *page, struct map *seen,
                 struct site_facts *out, size_t room)
{
    for (size_t i = 0; i < page->n_technologies; i++) {
        const struct page_technology *from = &page->technologies[i];
        struct site_technology *known = map_get(seen, from->key);
        if (known && (*known->version || !*from->version))
            continue;
        if (!known && out->n_technologies < room)
            known = &out->technologies[out->n_technologies++];
        if (!known)
            return;
        /* Keys are constants of the table. */
        *known = (struct site_technology){from->key, arena_strdup(arena, from->version),
                                          arena_strdup(arena, page->url),
                                          arena_strdup(arena, from->evidence)};
        map_put(seen, from->key, known);
    }
}

/* A page is read in memory of its own: a site has many, and of each little stays. */
static bool
read_one(struct ctx *ctx, struct ctx *own, const struct site_source *source, struct page *page)
{
    struct page_source from = {
        .url = source->url, .body = source->body, .length = source->length, .content_type = ""};
    if (page_read(own, &from, page)) {
        page->kind = source->kind;
        return true;
    }
    ctx->err = own->err;
    return false;
}

bool
site_facts_read(struct ctx *ctx, const struct site_source *sources, size_t n,
                struct site_facts *out)
{
    enum { TECHNOLOGIES_ROOM = 250 };
    struct site_votes *votes = ARENA_NEW(ctx->arena, struct site_votes);
    struct site_identity identity;
    struct map *seen = map_new(ctx->arena, 64);
    struct decider decider = {ctx->arena, votes, out};
    *out = (struct site_facts){.home = "", .country = "", .verdict = {.reason = ""}};
    out->found = ARENA_ARRAY(ctx->arena, FOUND_MAX, struct record_found);
    out->technologies = ARENA_ARRAY(ctx->arena, TECHNOLOGIES_ROOM, struct site_technology);
    votes->arena = ctx->arena;
    if (!n || !site_gather_identity(ctx->arena, sources[0].url, &identity))
        return true;
    struct ctx own = {.arena = arena_new()};
    bool good = true;
    for (size_t i = 0; good && i < n; i++) {
        struct page page;
        good = read_one(ctx, &own, &sources[i], &page);
        /* A first page may be no more than a door. */
        if (good && (!i || (out->verdict.page_class == PAGE_EMPTY && page.verdict.is_company))) {
            out->home = out->home[0] ? out->home : arena_strdup(ctx->arena, sources[i].url);
            out->verdict = page.verdict;
            out->verdict.reason = arena_strdup(ctx->arena, page.verdict.reason);
        }
        if (good) {
            site_gather(own.arena, &page, !i, &identity, votes);
            add_technologies(ctx->arena, &page, seen, out, TECHNOLOGIES_ROOM);
        }
        arena_reset(own.arena);
    }
    arena_free(own.arena);
    if (!good || (!out->verdict.is_company && out->verdict.page_class != PAGE_EMPTY))
        return good;
    raise_only_address(votes);
    decide_country(&decider);
    read_phones(votes, out->country);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        decide(&decider, &rules[i]);
    decide_address(&decider);
    return true;
}
