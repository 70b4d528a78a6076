/* Evidence: how well values fit a meaning, what they mean by themselves, and how sure header and
 * values together make us. See mapping_plan.h. */
#include <string.h>

#include "domain/mapping/mapping_claim.h"
#include "domain/mapping/mapping_plan.h"

static double
least_one(double share)
{
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

/* Share of values that can have this meaning; -1: cannot be told. */
static double
fit(enum mapping_proof proof, const struct mapping_shapes *s)
{
    const double *is = s->share;
    const double addresses = is[SHAPE_EMAIL] + is[SHAPE_URL];
    switch (proof) {
    case PROOF_NONE:
        return -1;
    case PROOF_EMAIL:
        return is[SHAPE_EMAIL];
    case PROOF_PHONE:
        return is[SHAPE_PHONE];
    case PROOF_LINKEDIN:
        return is[SHAPE_LINKEDIN_PERSON] + is[SHAPE_LINKEDIN_COMPANY];
    case PROOF_URL:
    case PROOF_DOMAIN:
        return is[SHAPE_URL] + is[SHAPE_DOMAIN];
    case PROOF_CRUNCHBASE:
        return is[SHAPE_CRUNCHBASE];
    case PROOF_SIZE:
        return least_one(is[SHAPE_NUMBER] + is[SHAPE_RANGE]);
    case PROOF_MONEY:
        return least_one(is[SHAPE_NUMBER] + is[SHAPE_RANGE] + is[SHAPE_MONEY]);
    case PROOF_YEAR:
        return least_one(is[SHAPE_YEAR] + is[SHAPE_DATE]);
    case PROOF_DATE:
        return least_one(is[SHAPE_DATE] + is[SHAPE_YEAR] / 2);
    case PROOF_POSTAL:
        return is[SHAPE_POSTAL];
    case PROOF_PERSON:
        return least_one(is[SHAPE_WORDS] + is[SHAPE_LAST_FIRST] - is[SHAPE_COMPANY] -
                         is[SHAPE_PEOPLE] - is[SHAPE_LONG_TEXT]);
    case PROOF_COUNTRY:
        return least_one(is[SHAPE_COUNTRY] + is[SHAPE_WORDS] / 2);
    case PROOF_PLACE:
        return least_one(is[SHAPE_WORDS] + is[SHAPE_LIST] / 2);
    case PROOF_STREET:
        return least_one(1 - addresses - is[SHAPE_DOMAIN] - is[SHAPE_NUMBER] - is[SHAPE_DATE]);
    case PROOF_TITLE:
        return least_one(1 - addresses - is[SHAPE_DOMAIN] - is[SHAPE_NUMBER] - is[SHAPE_DATE] -
                         is[SHAPE_HONORIFIC]);
    case PROOF_ORGANISATION:
    case PROOF_TEXT:
        return least_one(1 - addresses - is[SHAPE_NUMBER] - is[SHAPE_DATE]);
    case PROOF_LONG_TEXT:
        return least_one(1 - is[SHAPE_EMAIL] - is[SHAPE_NUMBER] - is[SHAPE_DATE]);
    case PROOF_CODE:
        return least_one(1 - addresses - is[SHAPE_LONG_TEXT] - is[SHAPE_WORDS]);
    }
    return -1;
}

/* True for proofs that values can really give; the others can only refute. */
static bool
proves(enum mapping_proof proof)
{
    return proof == PROOF_EMAIL || proof == PROOF_PHONE || proof == PROOF_LINKEDIN ||
           proof == PROOF_URL || proof == PROOF_DOMAIN || proof == PROOF_CRUNCHBASE ||
           proof == PROOF_YEAR || proof == PROOF_SIZE || proof == PROOF_MONEY ||
           proof == PROOF_DATE;
}

/* What the values say by themselves, and how surely; MEANS_NOTHING below any use. */
static enum mapping_meaning
guess(const struct mapping_shapes *s, double *confidence, enum mapping_whose *whose)
{
    const double *is = s->share;
    const struct {
        enum mapping_meaning meaning;
        enum mapping_whose whose;
        double share, least, weight;
    } guesses[] = {
        {MEANS_EMAIL,       OF_ANYONE,  is[SHAPE_EMAIL],                                       0.6, 0.88},
        {MEANS_LINKEDIN,    OF_PERSON,  is[SHAPE_LINKEDIN_PERSON],                             0.6, 0.88},
        {MEANS_LINKEDIN,    OF_COMPANY, is[SHAPE_LINKEDIN_COMPANY],                            0.6, 0.88},
        {MEANS_CRUNCHBASE,  OF_COMPANY, is[SHAPE_CRUNCHBASE],                                  0.6, 0.8 },
        {MEANS_LOGO,        OF_COMPANY, is[SHAPE_IMAGE],                                       0.6, 0.45},
        {MEANS_WEBSITE,     OF_COMPANY, s->same_host < 0.6 ? is[SHAPE_URL] : 0,                0.6, 0.65},
        {MEANS_DOMAIN,      OF_COMPANY, s->same_host < 0.6 ? is[SHAPE_DOMAIN] : 0,             0.6, 0.65},
        {MEANS_COMPANY,     OF_COMPANY, is[SHAPE_COMPANY] * 2 > 1 ? 1 : is[SHAPE_COMPANY] * 2, 0.4,
         0.6                                                                                            },
        {MEANS_PHONE,       OF_ANYONE,  is[SHAPE_SURE_PHONE],                                  0.6, 0.6 },
        {MEANS_FULL_NAME,   OF_PERSON,
         is[SHAPE_FIRST_NAME] >= 0.3 ? is[SHAPE_PERSON] + is[SHAPE_LAST_FIRST] : 0,            0.6, 0.6 },
        {MEANS_FIRST_NAME,  OF_PERSON,  is[SHAPE_ONE_WORD] >= 0.6 ? is[SHAPE_FIRST_NAME] : 0,  0.5,
         0.6                                                                                            },
        {MEANS_JOB_TITLE,   OF_PERSON,  is[SHAPE_JOB],                                         0.6, 0.55},
        {MEANS_COUNTRY,     OF_ANYONE,  is[SHAPE_COUNTRY],                                     0.7, 0.6 },
        {MEANS_EMPLOYEES,   OF_COMPANY, is[SHAPE_RANGE],                                       0.7, 0.42},
        {MEANS_DESCRIPTION, OF_COMPANY, is[SHAPE_LONG_TEXT],                                   0.6, 0.35},
    };
    *confidence = 0;
    if (is[SHAPE_PEOPLE] > 0.2)
        return MEANS_NOTHING;
    for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++)
        if (guesses[i].share >= guesses[i].least) {
            *confidence = guesses[i].weight * least_one(guesses[i].share);
            *whose = guesses[i].whose;
            return guesses[i].meaning;
        }
    return MEANS_NOTHING;
}

static double
combine(const struct mapping_plan_column *column, double strength)
{
    const struct mapping_meaning_info *info = mapping_meaning_info(column->meaning);
    const double share = fit(info->proof, &column->shapes);
    if (!column->shapes.filled || share < 0)
        return strength * 0.8;
    /* one odd value in a row or two proves nothing */
    const double n = (double)column->shapes.filled;
    const double doubt = n < 5 ? (n * share + 1) / (n + 1) : share;
    if (share < 0.75)
        return strength * (0.1 + 0.9 * (doubt < 0.75 ? doubt : 0.75) / 0.75);
    const double push = proves(info->proof) ? 0.8 : column->reading.partial ? 0.15 : 0.4;
    return strength + (1 - strength) * push * share;
}

/* The header says nothing of use, or says it with half its words. */
static bool
may_override(const struct mapping_plan_column *column, enum mapping_meaning guessed)
{
    const enum mapping_meaning meaning = column->meaning;
    if (meaning == MEANS_NOTHING)
        return true;
    if (guessed == meaning || column->known)
        return false;
    if (mapping_meaning_info(meaning)->contact || mapping_meaning_info(meaning)->company)
        return true;
    /* understood, but without a field: only addresses that are what they are outweigh it */
    return (meaning == MEANS_ID || column->reading.partial) &&
           (guessed == MEANS_EMAIL || guessed == MEANS_LINKEDIN);
}

void
mapping_evidence_weigh(struct mapping_plan *plan, struct mapping_plan_column *column)
{
    (void)plan;
    double strength = column->known ? 0.97 : column->reading.strength, guessed_confidence = 0;
    enum mapping_whose whose = OF_ANYONE;
    column->confidence = column->meaning == MEANS_NOTHING ? 0 : combine(column, strength);
    enum mapping_meaning guessed = guess(&column->shapes, &guessed_confidence, &whose);
    if (guessed == MEANS_NOTHING || !may_override(column, guessed))
        return;
    /* against a header that means something else, values count less */
    if (column->meaning != MEANS_NOTHING)
        guessed_confidence *= 0.8;
    if (guessed_confidence <= column->confidence)
        return;
    column->meaning = guessed;
    column->by_values = true;
    column->confidence = guessed_confidence;
    if (whose != OF_ANYONE)
        column->whose = whose;
}

/* What header or export format says, and what it comes to in this file. */
static const char *
said(const struct mapping_plan *plan, const struct mapping_plan_column *column)
{
    struct arena *arena = plan->arena;
    const enum mapping_meaning read =
        column->known ? column->known->meaning : column->reading.meaning;
    const char *noun = mapping_meaning_info(read)->noun, *says;
    if (column->known)
        says = arena_printf(arena, "Column of %s, means %s", plan->format->name, noun);
    else if (column->reading.read_as)
        says = arena_printf(arena, "Header reads like a word for %s", noun);
    else if (column->reading.partial)
        says = arena_printf(arena, "Part of the header means %s", noun);
    else
        says = arena_printf(arena, "Header means %s", noun);
    if (column->reading.language && !column->known)
        says = arena_printf(arena, "%s in %s", says, column->reading.language);
    return read == column->meaning ? says
                                   : arena_printf(arena, "%s, here %s", says,
                                                  mapping_meaning_info(column->meaning)->noun);
}

const char *
mapping_evidence_reason(const struct mapping_plan *plan, const struct mapping_plan_column *column)
{
    struct arena *arena = plan->arena;
    const struct mapping_claim claim =
        mapping_claim_of(column->meaning, column->by_values, &column->shapes);
    const char *says = said(plan, column);
    if (!column->shapes.rows)
        return arena_printf(arena, "%s; there are no values to check.", says);
    if (!column->shapes.filled)
        return arena_printf(arena, "%s; the column is empty in the rows looked at.", says);
    if (!claim.noun || !claim.values)
        return arena_printf(arena, "%s; values cannot prove it.", says);
    const char *values = mapping_claim_text(arena, &claim);
    if (column->by_values && column->reading.meaning != MEANS_NOTHING)
        return arena_printf(arena, "Header means %s, but %s.",
                            mapping_meaning_info(column->reading.meaning)->noun, values);
    if (column->by_values)
        return arena_printf(arena, "The header says nothing known, but %s.", values);
    const bool few = claim.fit * 4 < claim.values * 3;
    return arena_printf(arena, few ? "%s, but %s%s." : "%s; %s%s.", says,
                        few && claim.fit ? "only " : "", values);
}
