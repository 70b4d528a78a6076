/* Targets to columns: each target once, the surest column first; what is left becomes a custom field
 * where its values say something, and is left out where they do not. See mapping_plan.h. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/mapping/mapping_claim.h"
#include "domain/mapping/mapping_plan.h"

/* Proposals below this are none; more custom fields than this help nobody. */
static const double FLOOR = 0.15;
enum { CUSTOM_MAX = 40, KEY_MAX = 59, LABEL_MAX = 100 };

static enum record_entity
entity_of(const struct mapping_plan *plan, const struct mapping_plan_column *c)
{
    const double *is = c->shapes.share;
    if (c->known)
        return c->known->entity;
    if (c->meaning == MEANS_LINKEDIN && is[SHAPE_LINKEDIN_PERSON] >= 0.5)
        return RECORD_CONTACT;
    if (c->meaning == MEANS_LINKEDIN && is[SHAPE_LINKEDIN_COMPANY] >= 0.5)
        return RECORD_COMPANY;
    if (plan->entity == RECORD_COMPANY)
        return RECORD_COMPANY;
    if (c->meaning == MEANS_DESCRIPTION && c->whose == OF_ANYONE &&
        (mapping_plan_has(plan, MEANS_NOTES, NULL) ||
         mapping_plan_has(plan, MEANS_INDUSTRY, NULL) ||
         mapping_plan_has(plan, MEANS_EMPLOYEES, NULL)))
        return RECORD_COMPANY;
    /* "Firmenmail" in a list of people is where to reach them, when it is all there is */
    if (c->meaning == MEANS_EMAIL && c->whose == OF_COMPANY && is[SHAPE_ROLE_EMAIL] < 0.5 &&
        !mapping_plan_has(plan, MEANS_EMAIL, c))
        return RECORD_CONTACT;
    return c->whose == OF_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
}

/* "Categories" are keywords of a company, tags in a list of people. */
static enum mapping_meaning
category_of(const struct mapping_plan *plan, const struct mapping_plan_column *c)
{
    if (plan->entity == RECORD_CONTACT && c->whose != OF_COMPANY)
        return MEANS_TAGS;
    if (c->shapes.share[SHAPE_LIST] >= 0.2 || mapping_plan_has(plan, MEANS_INDUSTRY, NULL))
        return MEANS_KEYWORDS;
    return MEANS_INDUSTRY;
}

static const char *
left_out_reason(const struct mapping_plan *plan, const struct mapping_plan_column *c)
{
    switch ((int)c->meaning) {
    case MEANS_SENSITIVE:
        return "Looks like a personal identity or account number; such numbers are not taken over.";
    case MEANS_PRIVATE:
        return "Says something about a person's private life that sales has no use for.";
    case MEANS_PEOPLE:
        return "Names people beside the record; a contact needs a row of its own.";
    case MEANS_OWNER:
        return "Names who owned the record in the other system; set the owner for the whole "
               "import.";
    case MEANS_ID:
        return "Numbers the rows or records of the other system.";
    case MEANS_LABEL:
        return "Only says what kind of value the column beside it holds.";
    case MEANS_LINE_2:
        return "Part of an address; the main line has a column of its own.";
    default:
        return mapping_evidence_reason(plan, c);
    }
}

static bool
is_left_out(enum mapping_meaning meaning)
{
    return meaning >= MEANS_PEOPLE && meaning <= MEANS_SENSITIVE;
}

/* What a column asks for: sets target (NULL: no field) and order. */
static void
want(const struct mapping_plan *plan, struct mapping_plan_column *c, size_t place)
{
    static const double ranks[] = {0, 0.004, 0.004, 0.15, 0.12};
    if (c->meaning == MEANS_CATEGORIES)
        c->meaning = category_of(plan, c);
    const enum record_entity entity = entity_of(plan, c);
    c->target = mapping_meaning_target(c->meaning, entity);
    if (c->target && plan->entity == RECORD_COMPANY && text_starts(c->target, "contact."))
        c->target = NULL;
    if (c->known && c->known->meaning == MEANS_NOTHING)
        c->target = "";
    c->order = c->confidence - ranks[c->reading.rank] - 1e-6 * (double)place;
    if (c->reading.number > 1)
        c->order -= 0.02 * c->reading.number;
    if (c->shapes.rows && c->shapes.filled * 50 < c->shapes.rows)
        c->order -= 0.4;
    if (c->meaning == (mapping_plan_has(plan, MEANS_CITY, NULL) ? MEANS_STREET : MEANS_ADDRESS))
        c->order += 0.05;
    /* beside the city in a column of its own, the full address says it twice */
    if (c->meaning == MEANS_ADDRESS && c->reading.rank == RANK_MAIN)
        c->order -= 0.05;
}

static bool
is_used(const struct mapping_plan *plan, enum mapping_meaning meaning)
{
    for (size_t i = 0; i < plan->n; i++)
        if (plan->columns[i].meaning == meaning && plan->columns[i].confidence >= 0.4 &&
            (plan->columns[i].shapes.filled || !plan->columns[i].shapes.rows))
            return true;
    return false;
}

/* A full name beside its parts would be read twice. */
static void
drop_double_names(struct mapping_plan *plan)
{
    const bool first = is_used(plan, MEANS_FIRST_NAME), last = is_used(plan, MEANS_LAST_NAME);
    const bool full = is_used(plan, MEANS_FULL_NAME);
    for (size_t i = 0; i < plan->n; i++) {
        struct mapping_plan_column *c = &plan->columns[i];
        if (c->meaning == MEANS_FULL_NAME && first && last) {
            c->target = "";
            c->reason = "First and last name have columns of their own.";
        } else if (full && !(first && last) &&
                   (c->meaning == MEANS_FIRST_NAME || c->meaning == MEANS_LAST_NAME)) {
            c->target = "";
            c->reason = "The full name has a column of its own.";
        } else {
            continue;
        }
        c->confidence = 0.85;
    }
}

static const struct mapping_plan_column *
holder_of(const struct mapping_plan *plan, const char *target)
{
    for (size_t i = 0; i < plan->n; i++)
        if (plan->columns[i].done && plan->columns[i].target &&
            !strcmp(plan->columns[i].target, target))
            return &plan->columns[i];
    return NULL;
}

static bool
may_repeat(const char *target)
{
    return !*target || !strcmp(target, "tags") || !strcmp(target, "contact.other_emails") ||
           !strcmp(target, "contact.other_phones");
}

/* Where a second e-mail address or phone number goes; NULL: nowhere. */
static const char *
second_target(const char *target)
{
    if (!strcmp(target, "contact.email"))
        return "contact.other_emails";
    if (!strcmp(target, "contact.phone") || !strcmp(target, "contact.mobile_phone"))
        return "contact.other_phones";
    return NULL;
}

static void
give(struct mapping_plan *plan, struct mapping_plan_column *c)
{
    c->done = true;
    if (!c->target || may_repeat(c->target))
        return;
    c->done = false;
    const struct mapping_plan_column *holder = holder_of(plan, c->target);
    c->done = true;
    if (!holder)
        return;
    const char *second = second_target(c->target);
    /* further ones, but only where they look like it */
    if (second && (c->confidence >= 0.4 || !c->shapes.filled)) {
        c->reason = arena_printf(plan->arena, "A further one beside \"%s\"; %s", holder->header,
                                 !strcmp(second, "contact.other_emails")
                                     ? "kept among the other e-mail addresses."
                                     : "kept among the other phone numbers.");
        c->target = second;
        return;
    }
    if (c->confidence < 0.4 && c->shapes.filled)
        c->reason = mapping_evidence_reason(plan, c);
    else
        c->reason = arena_printf(plan->arena, "Means %s, but \"%s\" goes to that field already.",
                                 mapping_meaning_info(c->meaning)->noun, holder->header);
    c->target = NULL;
}

/* The header is the very word for a field. Then the column goes there, however odd its values look:
 * test data and codes do. Values that can be nothing of the kind leave it unclear. */
static bool
is_named_exactly(const struct mapping_plan_column *c)
{
    return !c->known && !c->by_values && c->reading.meaning != MEANS_NOTHING &&
           !c->reading.partial && !c->reading.read_as;
}

static double
named_confidence(const struct mapping_plan_column *c)
{
    switch ((int)mapping_meaning_info(c->meaning)->proof) {
    case PROOF_PERSON:
    case PROOF_PLACE:
    case PROOF_TITLE:
    case PROOF_COUNTRY:
        return 0.45;
    default:
        return 0.3;
    }
}

static int
by_order(const void *a, const void *b)
{
    const struct mapping_plan_column *const *x = a, *const *y = b;
    return (*x)->order < (*y)->order ? 1 : (*x)->order > (*y)->order ? -1 : 0;
}

/* Values say something: not all the same, not nearly all empty. */
static bool
informs(const struct mapping_plan_column *c)
{
    const struct mapping_shapes *s = &c->shapes;
    return s->filled >= 2 && s->filled * 50 >= s->rows && s->distinct * (double)s->filled >= 1.5;
}

const char *
mapping_assign_key(struct arena *arena, const char *header, size_t place)
{
    const char *folded = text_fold(arena, header);
    char key[KEY_MAX + 1];
    size_t n = 0;
    bool gap = false;
    for (; *folded && n < KEY_MAX - 4; folded++) {
        const char ch = *folded;
        const bool good = (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9');
        if (good && gap && n)
            key[n++] = '_';
        if (good)
            key[n++] = ch;
        gap = !good;
    }
    key[n] = '\0';
    return n ? arena_strdup(arena, key) : arena_printf(arena, "column_%zu", place + 1);
}

/* True when the folded header ends with these words. */
static bool
ends_with_words(const char *header, const char *words)
{
    size_t length = strlen(header), n = strlen(words);
    if (n > length || strcmp(header + length - n, words) != 0)
        return false;
    return n == length || strchr(" _-.:/", header[length - n - 1]);
}

/* A field that takes the entries of a list only, when the header names it: "Status", "Lead status". */
static const struct record_field *
choice_named(const struct mapping_plan *plan, const struct mapping_plan_column *c)
{
    const char *header = text_fold(plan->arena, c->header);
    const bool company = plan->entity == RECORD_COMPANY;
    const enum record_entity entities[] = {plan->entity, company ? RECORD_CONTACT : RECORD_COMPANY};
    for (size_t e = 0; e < 2; e++) {
        size_t n;
        const struct record_field *fields = record_fields(entities[e], &n);
        for (size_t i = 0; i < n; i++) {
            const char *label = text_fold(plan->arena, fields[i].label);
            if (fields[i].type == RECORD_CHOICE && fields[i].flags & RECORD_IMPORT &&
                (ends_with_words(header, label) ||
                 (c->reading.read_as && !strcmp(c->reading.read_as, label))))
                return &fields[i];
        }
    }
    return NULL;
}

/* Why nothing here is proposed for a column, without the end of the sentence. */
static const char *
no_field(const struct mapping_plan *plan, const struct mapping_plan_column *c)
{
    const struct mapping_meaning_info *info = mapping_meaning_info(c->meaning);
    const struct record_field *choice =
        c->meaning == MEANS_OTHER || c->meaning == MEANS_NOTHING ? choice_named(plan, c) : NULL;
    if (choice)
        return arena_printf(
            plan->arena, "The field %s takes only the entries of its own list (%s, %s, ...)",
            choice->label, choice->choices->of[0].label, choice->choices->of[1].label);
    if (c->meaning == MEANS_NOTHING)
        return "The header says nothing known";
    if (c->by_values && c->shapes.filled) {
        const struct mapping_claim claim = mapping_claim_of(c->meaning, true, &c->shapes);
        if (claim.noun && claim.values)
            return arena_printf(plan->arena, "No field is proposed for it, though %s",
                                mapping_claim_text(plan->arena, &claim));
    }
    if (c->reading.read_as)
        return arena_printf(plan->arena,
                            "Header reads like \"%s\", for which there is no field here",
                            c->reading.read_as);
    if (c->meaning == MEANS_OTHER || c->by_values)
        return "There is no field for it here";
    return arena_printf(plan->arena,
                        info->contact && plan->entity == RECORD_COMPANY
                            ? "Header means %s, for which a company has no field"
                            : "Header means %s, for which there is no field here",
                        info->noun);
}

static void
make_custom(struct mapping_plan *plan, struct mapping_plan_column *c, size_t place,
            struct import_column *out, size_t *made)
{
    const enum record_entity entity =
        c->whose == OF_COMPANY || (c->known && c->known->entity == RECORD_COMPANY) ? RECORD_COMPANY
                                                                                   : plan->entity;
    const char *key = mapping_assign_key(plan->arena, c->header, place);
    const char *target = arena_printf(plan->arena, "%s.custom.%s", record_entity_name(entity), key);
    for (int number = 2; holder_of(plan, target); number++)
        target = arena_printf(plan->arena, "%s.custom.%.*s_%d", record_entity_name(entity),
                              KEY_MAX - 5, key, number);
    c->target = target;
    c->confidence = c->meaning == MEANS_NOTHING ? 0.25 : 0.35;
    const char *label = text_cut(plan->arena, text_squeeze(plan->arena, c->header), LABEL_MAX);
    out->custom_label = *label ? label : arena_printf(plan->arena, "Column %zu", place + 1);
    if (!c->reason)
        c->reason =
            arena_printf(plan->arena, "%s; it would become a custom field.", no_field(plan, c));
    ++*made;
}

/* A column that got no target: a custom field, or left out with the reason. */
static void
finish(struct mapping_plan *plan, struct mapping_plan_column *c, size_t place,
       struct import_column *out, size_t *made)
{
    if (informs(c) && *made < CUSTOM_MAX) {
        make_custom(plan, c, place, out, made);
        return;
    }
    c->target = "";
    c->confidence = c->meaning == MEANS_NOTHING ? 0.4 : 0.6;
    if (c->reason)
        return;
    if (c->shapes.rows && !c->shapes.filled)
        c->reason = "The column is empty in the rows looked at.";
    else
        c->reason = arena_printf(plan->arena, "%s, and %s.", no_field(plan, c),
                                 !c->shapes.rows ? "there are no values to look at"
                                 : !informs(c)   ? "its values say little"
                                                 : "there are many custom fields already");
}

void
mapping_assign_targets(struct mapping_plan *plan, struct import_column *out)
{
    struct mapping_plan_column **sorted =
        ARENA_ARRAY(plan->arena, plan->n + 1, struct mapping_plan_column *);
    size_t made = 0;
    for (size_t i = 0; i < plan->n; i++) {
        struct mapping_plan_column *c = &plan->columns[i];
        want(plan, c, i);
        if (is_left_out(c->meaning) || (c->known && c->known->meaning == MEANS_NOTHING)) {
            if (!c->reason)
                c->reason =
                    c->known && c->known->why_out ? c->known->why_out : left_out_reason(plan, c);
            c->target = "";
            c->confidence = c->reading.partial ? 0.6 : 0.9;
        } else if (c->target && c->confidence < 0.4 && is_named_exactly(c)) {
            c->reason = mapping_evidence_reason(plan, c);
            if (c->confidence < named_confidence(c))
                c->confidence = named_confidence(c);
        } else if (c->target && c->confidence < FLOOR) {
            c->reason = mapping_evidence_reason(plan, c);
            c->target = NULL;
        }
        sorted[i] = c;
    }
    drop_double_names(plan);
    qsort(sorted, plan->n, sizeof *sorted, by_order);
    for (size_t i = 0; i < plan->n; i++)
        give(plan, sorted[i]);
    for (size_t i = 0; i < plan->n; i++) {
        struct mapping_plan_column *c = &plan->columns[i];
        out[i] = (struct import_column){.header = c->header};
        if (!c->target)
            finish(plan, c, i, &out[i], &made);
        size_t length = strlen(c->target);
        memcpy(out[i].target, c->target, length < IMPORT_TARGET_SIZE ? length + 1 : 0);
        out[i].confidence = c->confidence;
        out[i].reason = c->reason ? c->reason : mapping_evidence_reason(plan, c);
    }
}
