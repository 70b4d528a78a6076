/* The rank of a decision maker. See decision_rank.h. */
#include "domain/enrich/decision_rank.h"

#include <stdbool.h>

#include "domain/contact/job_title_words.h"

/* What the words of a title add to its seniority. */
enum { MARK_HEAD = 1, MARK_LEAD, MARK_STAFF, MARK_SECOND, MARKS };

#define W(text, mark) PHRASE(text, MARK_##mark, 0)

/* clang-format off */
static const struct phrase words[] = {
    W("architect", LEAD), W("architecte", LEAD), W("architekt", LEAD), W("architetto", LEAD),
    W("arkitekt", LEAD), W("arkitekti", LEAD), W("arkkitehti", LEAD), W("arquitecta", LEAD),
    W("arquitecto", LEAD), W("cdo", SECOND), W("chief data and analytics officer", SECOND),
    W("chief data officer", SECOND), W("chief digital and information officer", SECOND),
    W("chief digital officer", SECOND), W("chief information officer", SECOND), W("cio", SECOND),
    W("distinguished engineer", LEAD), W("head", HEAD), W("leitende", HEAD), W("leitender", HEAD),
    W("leiter", HEAD), W("leiterin", HEAD), W("leitung", HEAD), W("principal", LEAD),
    W("staff data scientist", STAFF), W("staff designer", STAFF), W("staff developer", STAFF),
    W("staff engineer", STAFF), W("staff scientist", STAFF), W("staff software engineer", STAFF),
};
static const struct phrase endings[] = {
    W("leiter", HEAD), W("leiterin", HEAD), W("leitung", HEAD), W("architekt", LEAD),
};
/* clang-format on */

static const struct phrase_list list = {words, sizeof words / sizeof *words};

static const struct phrases table = {
    {&list                            },
    { endings, sizeof endings / sizeof *endings},
    false
};

static void
read_marks(const char *plain, bool marks[MARKS])
{
    struct phrase_hit hit;
    for (const char *at = plain; phrase_next(&table, &at, &hit);)
        if (hit.phrase)
            marks[hit.phrase->meaning] = true;
}

/* An intern, a trainee, somebody's assistant. */
static bool
is_low(const char *plain)
{
    struct phrase_hit hit;
    for (const char *at = plain; phrase_next(&job_title_ranks, &at, &hit);)
        if (hit.phrase &&
            (hit.phrase->meaning == RANK_JUNIOR || hit.phrase->meaning == RANK_ASSISTANT))
            return true;
    return false;
}

static int16_t
rank_of_work(const char *plain, const bool marks[MARKS])
{
    if (is_low(plain))
        return 1;
    if (marks[MARK_LEAD])
        return 5;
    return marks[MARK_STAFF] ? 4 : 2;
}

int16_t
decision_rank_of(struct arena *arena, const char *title, int16_t seniority, int16_t department)
{
    bool marks[MARKS] = {false};
    const char *plain = phrase_plain(arena, title ? title : "");
    bool whole = department == DEPARTMENT_EXECUTIVE;
    bool main = whole || department == DEPARTMENT_ENGINEERING;
    read_marks(plain, marks);
    switch (seniority) {
    case SENIORITY_FOUNDER:
        return DECISION_RANK_MOST;
    case SENIORITY_C_LEVEL:
        return main && !marks[MARK_SECOND] ? DECISION_RANK_MOST : 9;
    case SENIORITY_VP:
        return main ? 8 : 7;
    case SENIORITY_DIRECTOR:
        if (marks[MARK_HEAD])
            return main ? 8 : 7;
        return whole ? 7 : 6;
    case SENIORITY_MANAGER:
        return main ? 4 : 3;
    case SENIORITY_INDIVIDUAL:
        return rank_of_work(plain, marks);
    default:
        return seniority == SENIORITY_OTHER ? 1 : 0;
    }
}
