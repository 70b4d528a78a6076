/* Industries. See company_industry.h. */
#include "domain/company/company_industry.h"

#include <stdbool.h>
#include <string.h>

#include "domain/company/company_industry_words.h"
#include "domain/company/nace_code.h"
#include "domain/record/record_code.h"

/* Points by weight: one word that names an industry outvotes a few that hint at one. */
static const int points[] = {
    [0] = 0,
    [1] = 2,
    [2] = 8,
    [3] = 18,
    [INDUSTRY_LAST] = 18,
    [INDUSTRY_FIRST] = 18,
    [INDUSTRY_ALONE] = 1,
};

/* Votes for each industry, and in which order they were first named. */
struct votes {
    int points[INDUSTRY_END];
    int order[INDUSTRY_END];
    int named;
    bool software; /* a tag said that it sells software */
};

static void
add_vote(struct votes *votes, int industry, int n)
{
    if (votes->order[industry] == 0)
        votes->order[industry] = ++votes->named;
    votes->points[industry] += n;
}

/* A tag: the words between two breaks. */
struct tag {
    struct votes votes;
    int first, last; /* the industry that decides for the whole tag; 0 none */
    bool begun;      /* an industry was named */
    bool over;       /* the rest is what is not meant */
    int named;       /* how many were */
};

static void
add_hit(struct tag *tag, const struct phrase *phrase)
{
    tag->over = tag->over || (phrase && phrase->meaning == INDUSTRY_NOT);
    if (tag->over)
        return;
    tag->last = 0;
    if (!phrase)
        return;
    if (phrase->weight == INDUSTRY_LAST || phrase->weight == INDUSTRY_FIRST)
        tag->last = phrase->meaning;
    if (!tag->begun && phrase->weight == INDUSTRY_FIRST)
        tag->first = phrase->meaning;
    tag->begun = tag->begun || phrase->weight != INDUSTRY_ALONE;
    tag->named += phrase->weight != INDUSTRY_ALONE;
    add_vote(&tag->votes, phrase->meaning, points[phrase->weight]);
}

static void
end_tag(struct votes *votes, struct tag *tag)
{
    int decided = tag->first ? tag->first : tag->last;
    votes->software = votes->software || decided == INDUSTRY_SOFTWARE ||
                      tag->votes.points[INDUSTRY_SOFTWARE] >= points[3];
    if (decided)
        /* a lone "Software" among tags says how a company works, not for whom */
        add_vote(votes, decided, tag->named > 1 || tag->first ? points[3] : points[1] + 1);
    else
        for (int i = 1; i < INDUSTRY_END; i++)
            if (tag->votes.order[i])
                add_vote(votes, i, tag->votes.points[i]);
    *tag = (struct tag){0};
}

int16_t
company_industry_read(struct arena *arena, const char *text)
{
    if (!text)
        return 0;
    const struct record_choice *choice = record_code_named(&record_industries, text);
    if (choice)
        return choice->code;
    struct votes votes = {0};
    struct tag tag = {0};
    struct phrase_hit hit;
    const char *at = phrase_plain(arena, text);
    int16_t coded = nace_code_industry(at);
    if (coded)
        return coded;
    /* "Bars, Taverns, and Nightclubs" is one name, "SaaS, Fintech" are two tags */
    bool one = strstr(at, ", and ") != NULL;
    while (phrase_next(&company_industry_words, &at, &hit))
        if (!phrase_is_break(&hit))
            add_hit(&tag, hit.phrase);
        else if (!one)
            end_tag(&votes, &tag);
    end_tag(&votes, &tag);
    int best = 0;
    for (int i = 1; i < INDUSTRY_END; i++)
        if (votes.order[i] &&
            (best == 0 || votes.points[i] > votes.points[best] ||
             (votes.points[i] == votes.points[best] && votes.order[i] < votes.order[best])))
            best = i;
    /* "SaaS, Advertising" is software for advertising, no agency */
    if (votes.software && (best == INDUSTRY_CREATIVE || best == INDUSTRY_PROFESSIONAL))
        best = INDUSTRY_SOFTWARE;
    return (int16_t)best;
}
