/* What each row of the file is about, a person or a company, and what words like "Name", "Title" or
 * "Location" mean in such a file. See mapping_plan.h. */
#include <string.h>

#include "domain/mapping/mapping_claim.h"
#include "domain/mapping/mapping_plan.h"

/* From here on a meaning counts as seen. */
static const double SEEN = 0.4;
/* Above it a column "Name" is clearly a person's, below its negative clearly a company's. */
static const double CLEAR = 0.5;

bool
mapping_plan_has(const struct mapping_plan *plan, enum mapping_meaning meaning,
                 const struct mapping_plan_column *but)
{
    for (size_t i = 0; i < plan->n; i++)
        if (&plan->columns[i] != but && plan->columns[i].meaning == meaning &&
            plan->columns[i].confidence >= SEEN)
            return true;
    return false;
}

static bool
has_any(const struct mapping_plan *plan, const enum mapping_meaning *meanings)
{
    for (; *meanings != MEANS_NOTHING; meanings++)
        if (mapping_plan_has(plan, *meanings, NULL))
            return true;
    return false;
}

/* Names in it look like those of people (above 0) or of companies (below 0). */
static double
leans_to_person(const struct mapping_shapes *s)
{
    if (!s->filled)
        return 0;
    double person =
        s->share[SHAPE_PERSON] + s->share[SHAPE_LAST_FIRST] + s->share[SHAPE_FIRST_NAME];
    double company =
        s->share[SHAPE_COMPANY] * 6 + (1 - s->share[SHAPE_WORDS]) + s->share[SHAPE_ONE_WORD];
    return person - company;
}

/* A column "Name" beside parts of a person's name is the other half: German lists say "Vorname,
 * Name", Spanish ones "Nombre, Apellidos". False when it is no person's. */
static bool
resolve_half(struct mapping_plan_column *name, bool first, bool last, bool company)
{
    const struct mapping_shapes *s = &name->shapes;
    const double persons = s->share[SHAPE_PERSON] + s->share[SHAPE_LAST_FIRST];
    if (!first && !last)
        return false;
    if (!company && s->filled &&
        (s->share[SHAPE_COMPANY] >= 0.1 || (first && last && persons < 0.5)))
        return false;
    name->whose = OF_PERSON;
    if ((first && last) || (s->filled && persons > 0.7 && s->share[SHAPE_FIRST_NAME] > 0.3))
        name->meaning = MEANS_FULL_NAME;
    else
        name->meaning = first ? MEANS_LAST_NAME : MEANS_FIRST_NAME;
    return true;
}

/* Beside e-mail addresses of people, words that are no company's name are the people's, though each
 * be a single one: "Alice, alice@alpha.com". */
static bool
beside_addresses(const struct mapping_plan *plan, const struct mapping_shapes *s)
{
    if (s->share[SHAPE_COMPANY] >= 0.1 || s->share[SHAPE_WORDS] < 0.7)
        return false;
    for (size_t i = 0; i < plan->n; i++) {
        const struct mapping_plan_column *c = &plan->columns[i];
        if (c->meaning == MEANS_EMAIL && c->whose != OF_COMPANY && c->confidence >= SEEN &&
            c->shapes.filled && c->shapes.share[SHAPE_ROLE_EMAIL] < 0.5)
            return true;
    }
    return false;
}

/* Decides on a column "Name": the person's or the company's. */
static void
resolve_name(const struct mapping_plan *plan, struct mapping_plan_column *name)
{
    static const enum mapping_meaning of_person[] = {
        MEANS_JOB_TITLE,  MEANS_TITLE,  MEANS_MOBILE,    MEANS_BIRTHDAY,
        MEANS_DEPARTMENT, MEANS_PREFIX, MEANS_SENIORITY, MEANS_NOTHING};
    static const enum mapping_meaning of_company[] = {
        MEANS_DOMAIN,     MEANS_INDUSTRY,    MEANS_EMPLOYEES,       MEANS_REVENUE,
        MEANS_FOUNDED,    MEANS_DESCRIPTION, MEANS_REGISTRY_NUMBER, MEANS_LOGO,
        MEANS_CRUNCHBASE, MEANS_LEGAL_FORM,  MEANS_WEBSITE,         MEANS_TAX_NUMBER,
        MEANS_NOTHING};
    const bool first = mapping_plan_has(plan, MEANS_FIRST_NAME, NULL);
    const bool last = mapping_plan_has(plan, MEANS_LAST_NAME, NULL);
    const bool company = mapping_plan_has(plan, MEANS_COMPANY, NULL);
    const double lean = leans_to_person(&name->shapes);
    if (resolve_half(name, first, last, company))
        return;
    if (name->reading.people) {
        name->meaning = MEANS_PEOPLE;
        return;
    }
    double person = lean;
    if (company)
        person += 1.2;
    if (mapping_plan_has(plan, MEANS_FULL_NAME, name))
        person -= 1.2;
    if (has_any(plan, of_person))
        person += 0.8;
    if (has_any(plan, of_company))
        person -= 0.7;
    if (mapping_plan_has(plan, MEANS_EMAIL, NULL))
        person += 0.3;
    const bool alone = !company && !has_any(plan, of_company) &&
                       !mapping_plan_has(plan, MEANS_FULL_NAME, name) &&
                       beside_addresses(plan, &name->shapes);
    if (alone && person < 0.8)
        person = 0.8;
    if (name->whose == OF_COMPANY || (plan->entity == RECORD_COMPANY && !company))
        person -= 2;
    if (plan->entity == RECORD_CONTACT && !mapping_plan_has(plan, MEANS_FULL_NAME, name))
        person += 2;
    name->meaning = person > 0 ? MEANS_FULL_NAME : MEANS_COMPANY;
    name->whose = person > 0 ? OF_PERSON : OF_COMPANY;
    const double clear = person > 0 ? person : -person;
    if (clear < CLEAR)
        name->confidence *= 0.6 + 0.8 * clear;
    const char *why = person > 0 ? "the values and the other columns speak for a person here"
                                 : "the values and the other columns speak for a company here";
    if (plan->entity)
        why = person > 0 ? "each row is about a person, as you said"
                         : "each row is about a company, as you said";
    else if (person > 0 && company)
        why = "the company has a column of its own here, so it is the person's";
    else if (person > 0 && alone)
        why = "the e-mail addresses are of people, and nothing here is of companies";
    else if (clear < CLEAR)
        why = person > 0 ? "little speaks for either, so it is taken for a person's"
                         : "little speaks for either, so it is taken for a company's";
    else if (!name->shapes.filled)
        why = person > 0 ? "the other columns speak for a person here"
                         : "the other columns speak for a company here";
    name->reason =
        arena_printf(plan->arena, "\"%s\" can be of a person or a company; %s.", name->header, why);
}

static void
resolve_title(const struct mapping_plan *plan, struct mapping_plan_column *title)
{
    const struct mapping_shapes *s = &title->shapes;
    const bool job = mapping_plan_has(plan, MEANS_JOB_TITLE, title);
    if (title->known)
        return;
    if (s->share[SHAPE_HONORIFIC] >= 0.4 || (job && (!s->filled || s->share[SHAPE_JOB] < 0.2))) {
        title->meaning = MEANS_PREFIX;
        if (s->share[SHAPE_HONORIFIC] >= 0.4 && title->confidence < 0.8)
            title->confidence = 0.8;
    } else {
        title->meaning = MEANS_JOB_TITLE;
    }
}

/* True when another column has this part of the address of the same one, person or company. */
static bool
has_place(const struct mapping_plan *plan, const struct mapping_plan_column *but,
          enum mapping_meaning part)
{
    for (size_t i = 0; i < plan->n; i++) {
        const struct mapping_plan_column *c = &plan->columns[i];
        if (c != but && c->whose == but->whose && c->confidence >= SEEN && c->meaning == part)
            return true;
    }
    return false;
}

/* "Location": the address, the city, or one of them once more. */
static void
resolve_location(const struct mapping_plan *plan, struct mapping_plan_column *place)
{
    const double *is = place->shapes.share;
    if (has_place(plan, place, MEANS_CITY)) {
        place->meaning = MEANS_OTHER;
        place->reason = "Says the place once more; the city has a column of its own.";
    } else if (has_place(plan, place, MEANS_ADDRESS) || has_place(plan, place, MEANS_STREET)) {
        place->meaning = MEANS_CITY;
    } else {
        place->meaning = is[SHAPE_LIST] + is[SHAPE_STREET] + is[SHAPE_LAST_FIRST] > 0.4
                             ? MEANS_ADDRESS
                             : MEANS_CITY;
    }
}

static void
resolve_web(struct mapping_plan_column *web)
{
    const struct mapping_shapes *s = &web->shapes;
    const bool open = web->meaning == MEANS_URL;
    if (s->share[SHAPE_LINKEDIN_PERSON] + s->share[SHAPE_LINKEDIN_COMPANY] >= 0.5)
        web->meaning = MEANS_LINKEDIN;
    else if (s->share[SHAPE_CRUNCHBASE] >= 0.5)
        web->meaning = MEANS_CRUNCHBASE;
    else if (open && s->share[SHAPE_IMAGE] >= 0.5)
        web->meaning = MEANS_OTHER;
    else if (open && s->filled > 2 && s->same_host >= 0.6)
        web->meaning = MEANS_SOCIAL;
    else if (open)
        web->meaning = MEANS_WEBSITE;
    if ((web->meaning == MEANS_LINKEDIN || web->meaning == MEANS_CRUNCHBASE) &&
        web->confidence < 0.9)
        web->confidence = 0.9;
}

/* Several names in a cell are no contact, whatever the header says. */
static void
resolve_people(const struct mapping_plan *plan, struct mapping_plan_column *people)
{
    const double share = people->shapes.share[SHAPE_PEOPLE];
    const enum mapping_meaning m = people->meaning;
    if (share < 0.2 ||
        !(m == MEANS_NOTHING || m == MEANS_PEOPLE || m == MEANS_FULL_NAME || m == MEANS_NAME ||
          m == MEANS_FIRST_NAME || m == MEANS_LAST_NAME || m == MEANS_OWNER || m == MEANS_OTHER))
        return;
    size_t values, several = mapping_claim_having(&people->shapes, 1u << SHAPE_PEOPLE, &values);
    people->meaning = MEANS_PEOPLE;
    people->confidence = 0.9;
    people->reason = arena_printf(
        plan->arena, "Holds several people in one cell (%s); a contact needs a row of its own.",
        mapping_claim_count(plan->arena, several, values));
}

/* "Owner" and "CEO" name the contact where each row has another person, and their own address. */
static void
resolve_owner(const struct mapping_plan *plan, struct mapping_plan_column *owner)
{
    static const enum mapping_meaning names[] = {MEANS_FULL_NAME, MEANS_FIRST_NAME, MEANS_LAST_NAME,
                                                 MEANS_NOTHING};
    const double *is = owner->shapes.share;
    bool addresses = false;
    for (size_t i = 0; i < plan->n; i++)
        addresses = addresses ||
                    (plan->columns[i].meaning == MEANS_EMAIL && plan->columns[i].shapes.filled &&
                     plan->columns[i].shapes.share[SHAPE_ROLE_EMAIL] < 0.5);
    if (!addresses || has_any(plan, names) || is[SHAPE_PERSON] < 0.6 || is[SHAPE_PEOPLE] > 0.1 ||
        owner->shapes.filled < 2 || owner->shapes.distinct < 0.7)
        return;
    owner->meaning = MEANS_FULL_NAME;
    owner->whose = OF_PERSON;
    owner->confidence = 0.6;
    owner->reason = "Most rows name another person here, and the e-mail addresses are of people.";
}

void
mapping_entity_resolve(struct mapping_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++) {
        struct mapping_plan_column *c = &plan->columns[i];
        resolve_people(plan, c);
        if (c->meaning == MEANS_URL || c->meaning == MEANS_WEBSITE)
            resolve_web(c);
    }
    for (size_t i = 0; i < plan->n; i++)
        if (plan->columns[i].meaning == MEANS_NAME)
            resolve_name(plan, &plan->columns[i]);
    for (size_t i = 0; i < plan->n; i++) {
        struct mapping_plan_column *c = &plan->columns[i];
        if (c->meaning == MEANS_TITLE)
            resolve_title(plan, c);
        else if (c->meaning == MEANS_LOCATION)
            resolve_location(plan, c);
        else if ((c->meaning == MEANS_OWNER || c->meaning == MEANS_PEOPLE) && !plan->format &&
                 c->reading.whose == OF_ANYONE)
            resolve_owner(plan, c);
    }
}

static size_t
count_any(const struct mapping_plan *plan, const enum mapping_meaning *meanings)
{
    size_t n = 0;
    for (; *meanings != MEANS_NOTHING; meanings++)
        n += mapping_plan_has(plan, *meanings, NULL);
    return n;
}

static void
set_entity(struct mapping_plan *plan, enum record_entity entity, double confidence,
           const char *reason)
{
    plan->entity = entity;
    plan->entity_confidence = confidence;
    plan->entity_reason = reason;
}

/* A file with e-mail addresses but no names: of people or of companies? */
static void
decide_by_email(struct mapping_plan *plan, size_t facts)
{
    static const enum mapping_meaning of_person[] = {MEANS_JOB_TITLE, MEANS_MOBILE, MEANS_BIRTHDAY,
                                                     MEANS_PREFIX, MEANS_NOTHING};
    double desks = 0;
    bool filled = false;
    for (size_t i = 0; i < plan->n; i++)
        if (plan->columns[i].meaning == MEANS_EMAIL && plan->columns[i].shapes.filled) {
            filled = true;
            if (plan->columns[i].shapes.share[SHAPE_ROLE_EMAIL] > desks)
                desks = plan->columns[i].shapes.share[SHAPE_ROLE_EMAIL];
        }
    if (has_any(plan, of_person))
        set_entity(plan, RECORD_CONTACT, 0.8, "It has e-mail addresses and facts about a person.");
    else if (desks >= 0.5 && facts)
        set_entity(plan, RECORD_COMPANY, 0.8,
                   "It names no people, and at least half of the e-mail addresses are of desks.");
    else if (facts >= 2 && !(filled && desks < 0.2))
        set_entity(plan, RECORD_COMPANY, 0.6, "It names no people, but facts about companies.");
    else
        set_entity(plan, RECORD_CONTACT, facts ? 0.6 : 0.8,
                   !filled        ? "It has a column for e-mail addresses."
                   : desks >= 0.5 ? "It has e-mail addresses, and no facts about companies."
                                  : "It has e-mail addresses, and most are of people.");
}

void
mapping_entity_decide(struct mapping_plan *plan)
{
    static const enum mapping_meaning names[] = {MEANS_FULL_NAME, MEANS_FIRST_NAME, MEANS_LAST_NAME,
                                                 MEANS_NOTHING};
    static const enum mapping_meaning of_company[] = {
        MEANS_COMPANY,         MEANS_DOMAIN,     MEANS_WEBSITE, MEANS_INDUSTRY,
        MEANS_EMPLOYEES,       MEANS_REVENUE,    MEANS_FOUNDED, MEANS_LOGO,
        MEANS_REGISTRY_NUMBER, MEANS_CRUNCHBASE, MEANS_NOTHING};
    const size_t facts = count_any(plan, of_company);
    bool profiles = false;
    for (size_t i = 0; i < plan->n; i++)
        profiles = profiles || plan->columns[i].shapes.share[SHAPE_LINKEDIN_PERSON] >= 0.5;
    if (plan->entity == RECORD_COMPANY || plan->entity == RECORD_CONTACT)
        set_entity(plan, plan->entity, 1, "As you said.");
    else if (plan->format)
        set_entity(plan, plan->format->entity, 0.98,
                   arena_printf(plan->arena, "The header is that of %s.", plan->format->name));
    else if (has_any(plan, names))
        set_entity(plan, RECORD_CONTACT, 0.95, "It has columns with names of people.");
    else if (profiles)
        set_entity(plan, RECORD_CONTACT, 0.9, "It has LinkedIn addresses of people.");
    else if (mapping_plan_has(plan, MEANS_EMAIL, NULL))
        decide_by_email(plan, facts);
    else if (facts)
        set_entity(plan, RECORD_COMPANY, facts > 1 ? 0.9 : 0.7,
                   "It names companies, and no people.");
    else if (mapping_plan_has(plan, MEANS_MOBILE, NULL) ||
             mapping_plan_has(plan, MEANS_JOB_TITLE, NULL))
        set_entity(plan, RECORD_CONTACT, 0.5, "It has facts about people.");
    else
        set_entity(plan, RECORD_COMPANY, 0.2, "Nothing tells what the rows are about.");
}
