/* Filling blanks. See record_fill.h. */
#include "domain/record/record_fill.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "domain/change/change.h"
#include "domain/company/company_name.h"
#include "domain/record/record.h"
#include "domain/record/record_history.h"
#include "domain/record/record_value.h"
#include "domain/suppression/suppression.h"

enum { SNIPPET_MAX = 600 };

struct filler {
    struct record_fill *fill;
    struct record now;
    const struct record_field *fields;
    const char *values[RECORD_MOST_FIELDS]; /* canonical, of what may be filled */
    struct record_found *by_place[RECORD_MOST_FIELDS];
    int64_t mask;
};

/* Names differ in how people write them, and in the legal form; addresses of the web do not. */
static bool
is_same(struct arena *arena, const struct record_field *field, const char *a, const char *b)
{
    if (field->entity == RECORD_COMPANY && field->type == RECORD_NAME)
        return !strcmp(company_name_key(arena, a), company_name_key(arena, b));
    bool free_form =
        field->type == RECORD_TEXT || field->type == RECORD_NAME || field->type == RECORD_LONG_TEXT;
    return free_form ? !strcasecmp(a, b) : !strcmp(a, b);
}

/* What the field holds; a name that is only the domain, for want of a better one, is none. */
static const char *
held(const struct filler *filler, int place)
{
    const char *value = filler->now.values[place];
    const char *domain = filler->now.values[COMPANY_DOMAIN];
    bool stopgap = filler->now.entity == RECORD_COMPANY && place == COMPANY_NAME && value &&
                   domain && !strcmp(value, domain);
    return stopgap ? NULL : value;
}

/* The canonical value, or an end that says why there is none. */
static bool
read_value(struct ctx *ctx, struct filler *filler, struct record_found *found, const char **value)
{
    const struct record_field *field = &filler->fields[found->place];
    const char *own =
        filler->now.values[filler->now.entity == RECORD_COMPANY ? (int)COMPANY_COUNTRY
                                                                : (int)CONTACT_COUNTRY];
    const char *country = filler->fill->country ? filler->fill->country : own;
    *value = NULL;
    found->end = RECORD_FILL_NOTED;
    if (found->kind != RECORD_FACT_VALUE) {
        *value = found->value;
        return true;
    }
    if (!record_value_normalise(ctx, field, found->value, country, value)) {
        if (ctx->err.kind != ERR_INPUT)
            return false;
        err_clear(ctx);
        *value = NULL;
    }
    if (!*value)
        found->end = RECORD_FILL_UNREADABLE;
    return true;
}

static bool
is_suppressed(struct ctx *ctx, const struct record_field *field, const char *value, bool *is)
{
    const char *reason = NULL;
    *is = false;
    if (field->type != RECORD_EMAIL || !value)
        return true;
    if (!suppression_check(ctx, &value, 1, &reason))
        return false;
    *is = reason != NULL;
    return true;
}

/* Sorts a fact: what is blank becomes a candidate, the rest has its end. */
static bool
sort_found(struct ctx *ctx, struct filler *filler, struct record_found *found)
{
    const struct record_field *field = &filler->fields[found->place];
    const char *value, *now = held(filler, found->place);
    bool suppressed;
    if (!found->kind)
        found->kind = RECORD_FACT_VALUE;
    if (!read_value(ctx, filler, found, &value) || !is_suppressed(ctx, field, value, &suppressed))
        return false;
    if (suppressed)
        found->end = RECORD_FILL_SUPPRESSED;
    if (!value || suppressed || filler->by_place[found->place])
        return true;
    found->value = value;
    filler->by_place[found->place] = found;
    if (found->kind != RECORD_FACT_VALUE)
        return true;
    if (now) {
        found->end = is_same(ctx->arena, field, value, now) ? RECORD_FILL_SAME : RECORD_FILL_OTHER;
        found->kept = found->end == RECORD_FILL_OTHER ? now : NULL;
        return true;
    }
    found->end = RECORD_FILL_NEW;
    filler->values[found->place] = value;
    filler->mask |= CHANGE_BIT(field);
    return true;
}

static void
leave_blank(struct filler *filler, size_t place, enum record_fill_end end)
{
    filler->by_place[place]->end = end;
    filler->values[place] = NULL;
    filler->mask &= ~CHANGE_BIT(&filler->fields[place]);
}

/* What a person emptied stays empty. */
static bool
respect_people(struct ctx *ctx, struct filler *filler, size_t n)
{
    struct record_origin origins[RECORD_MOST_FIELDS];
    if (!filler->mask)
        return true;
    if (!record_history_origins(ctx, filler->now.entity, filler->now.record_id, origins))
        return false;
    for (size_t i = 0; i < n; i++)
        if (filler->values[i] && origins[i].set_id && origins[i].before &&
            !strcmp(origins[i].set_kind, "edit"))
            leave_blank(filler, i, RECORD_FILL_EMPTIED);
    return true;
}

static bool
leave_others_keys(struct ctx *ctx, struct filler *filler, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct record_field *field = &filler->fields[i];
        struct record_twin twin;
        bool found;
        if (!filler->values[i] || !(field->flags & RECORD_KEY) || field->type == RECORD_NAME)
            continue;
        const char *key[RECORD_MOST_FIELDS] = {0};
        key[i] = filler->values[i];
        if (!record_twin_of_change(ctx, &filler->now, CHANGE_BIT(field), key, &twin, &found))
            return false;
        if (found) {
            filler->by_place[i]->kind = RECORD_FACT_TAKEN;
            leave_blank(filler, i, RECORD_FILL_TAKEN);
        }
    }
    return true;
}

static bool
note_facts(struct ctx *ctx, struct filler *filler, size_t n)
{
    const struct record_fill *fill = filler->fill;
    struct record_fact facts[RECORD_MOST_FIELDS];
    size_t n_facts = 0;
    for (size_t i = 0; i < n; i++) {
        const struct record_found *found = filler->by_place[i];
        if (!found)
            continue;
        int confidence = found->confidence < 1     ? 1
                         : found->confidence > 100 ? 100
                                                   : found->confidence;
        facts[n_facts++] = (struct record_fact){
            .field = &filler->fields[i],
            .kind = found->kind,
            .value = found->value,
            .confidence = confidence,
            .url = found->url,
            .snippet = found->snippet ? text_cut(ctx->arena, found->snippet, SNIPPET_MAX) : NULL};
    }
    return record_fact_forget(ctx, fill->entity, fill->record_id, fill->stage, facts, n_facts) &&
           record_fact_put(ctx, fill->entity, fill->record_id, fill->stage, facts, n_facts);
}

bool
record_fill(struct ctx *ctx, struct record_fill *fill)
{
    size_t n;
    struct filler filler = {.fill = fill, .fields = record_fields(fill->entity, &n)};
    int64_t changed = 0;
    fill->filled = fill->set_id = 0;
    if (!record_get(ctx, fill->entity, fill->record_id, &filler.now))
        return false;
    for (size_t i = 0; i < fill->n_found; i++)
        if (!sort_found(ctx, &filler, &fill->found[i]))
            return false;
    if (!respect_people(ctx, &filler, n) || !leave_others_keys(ctx, &filler, n))
        return false;
    if (filler.mask &&
        (!change_set_open(ctx, "stage", fill->source, &fill->set_id) ||
         !record_update(ctx, fill->entity, &fill->set_id, fill->record_id, filler.now.version,
                        filler.mask, filler.values, 0, &changed)))
        return false;
    fill->filled = changed;
    return note_facts(ctx, &filler, n);
}
