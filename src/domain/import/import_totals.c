/* Sums of an import. See import_totals.h. */
#include "domain/import/import_totals.h"

#include <string.h>

#include "base/json.h"
#include "domain/import/import_reason.h"

static void
count_reason(struct import_totals *totals, const char *code, char verdict, int64_t n)
{
    size_t i = 0;
    while (i < totals->n_reasons &&
           (strcmp(totals->reasons[i].code, code) != 0 || totals->reasons[i].verdict != verdict))
        i++;
    if (i == IMPORT_MAX_REASONS)
        return;
    if (i == totals->n_reasons) {
        totals->n_reasons++;
        totals->reasons[i].code = code;
        totals->reasons[i].verdict = verdict;
    }
    totals->reasons[i].n += n;
}

static void
count_fields(struct import_totals *totals, const struct jsn *changes, enum record_entity entity)
{
    const void *at = NULL;
    size_t place;
    const char *key;
    struct jsn *value;
    while (jsn_member(changes, &at, &key, &value)) {
        enum record_entity of = text_starts(key, "company.") ? RECORD_COMPANY : entity;
        const char *name = of != entity || text_starts(key, "company.") ? key + 8 : key;
        const struct record_field *field = record_field_get(of, name);
        totals->changes++;
        if (!field)
            continue;
        size_t n;
        place = (size_t)(field - record_fields(of, &n));
        totals->fields[of - 1][place]++;
    }
}

static void
count_entry(struct import_totals *totals, const struct import_entry *entry,
            enum record_entity entity)
{
    totals->rows++;
    switch ((enum import_verdict)entry->verdict) {
    case IMPORT_CREATED:
        totals->created++;
        break;
    case IMPORT_UPDATED:
        totals->updated++;
        break;
    case IMPORT_SKIPPED:
        totals->skipped++;
        break;
    case IMPORT_REJECTED:
        totals->rejected++;
        break;
    }
    totals->companies_created += entry->company_created;
    totals->companies_updated += entry->company_updated;
    totals->repeats += !strcmp(entry->reason, IMPORT_REPEATS);
    for (unsigned rest = entry->flags; rest; rest &= rest - 1) {
        int bit = __builtin_ctz(rest);
        if (!totals->flags[bit]++)
            totals->examples[bit] = entry->row_no;
    }
    count_reason(totals, entry->reason, entry->verdict, 1);
    count_fields(totals, entry->changes, entity);
}

void
import_totals_add(struct import_totals *totals, const struct import_batch *batch)
{
    for (size_t i = 0; i < batch->n_entries; i++)
        count_entry(totals, &batch->entries[i], batch->entity);
}

/* The plain numbers and their names in JSON. */
#define NUMBERS(X)                                                                                 \
    X(rows)                                                                                        \
    X(created)                                                                                     \
    X(updated)                                                                                     \
    X(skipped)                                                                                     \
    X(rejected) X(companies_created) X(companies_updated) X(changes) X(repeats) X(differences)

struct jsn *
import_totals_write(struct arena *arena, const struct import_totals *totals)
{
    struct jsn *json = jsn_object(arena), *flags = jsn_array(arena), *reasons = jsn_array(arena);
    struct jsn *fields = jsn_object(arena), *examples = jsn_array(arena);
#define PUT(name) jsn_set_int(json, #name, totals->name);
    NUMBERS(PUT)
#undef PUT
    for (int bit = 0; bit < IMPORT_N_FLAGS; bit++) {
        jsn_add(flags, jsn_int(arena, totals->flags[bit]));
        jsn_add(examples, jsn_int(arena, totals->examples[bit]));
    }
    for (size_t i = 0; i < totals->n_reasons; i++) {
        struct jsn *reason = jsn_object(arena);
        const char verdict[2] = {totals->reasons[i].verdict, '\0'};
        jsn_set_text(reason, "code", totals->reasons[i].code);
        jsn_set_text(reason, "verdict", verdict);
        jsn_set_int(reason, "n", totals->reasons[i].n);
        jsn_add(reasons, reason);
    }
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_field *table = record_fields((enum record_entity)entity, &n);
        for (size_t i = 0; i < n; i++)
            if (totals->fields[entity - 1][i])
                jsn_set_int(fields,
                            arena_printf(arena, "%s.%s",
                                         record_entity_name((enum record_entity)entity),
                                         table[i].name),
                            totals->fields[entity - 1][i]);
    }
    jsn_set(json, "flags", flags);
    jsn_set(json, "examples", examples);
    jsn_set(json, "reasons", reasons);
    jsn_set(json, "fields", fields);
    return json;
}

struct jsn *
import_totals_flags(struct arena *arena, const int64_t *numbers)
{
    static const char *const names[IMPORT_N_FLAGS] = {
        "role_email", "free_email", "disposable_email", "mistyped_email", "short_row",
        "left_out",   "kept",       "repaired",         "shared_host",    "cleaned",
    };
    struct jsn *json = jsn_object(arena);
    for (size_t bit = 0; bit < IMPORT_N_FLAGS; bit++)
        if (numbers[bit])
            jsn_set_int(json, names[bit], numbers[bit]);
    return json;
}

void
import_totals_read(struct arena *arena, const struct jsn *json, struct import_totals *out)
{
    memset(out, 0, sizeof *out);
#define GET(name) out->name = jsn_as_int(jsn_get(json, #name), 0);
    NUMBERS(GET)
#undef GET
    const struct jsn *flags = jsn_get(json, "flags"), *reasons = jsn_get(json, "reasons");
    const struct jsn *examples = jsn_get(json, "examples");
    for (size_t bit = 0; bit < IMPORT_N_FLAGS; bit++) {
        out->flags[bit] = jsn_as_int(jsn_at(flags, bit), 0);
        out->examples[bit] = jsn_as_int(jsn_at(examples, bit), 0);
    }
    for (size_t i = 0; i < jsn_length(reasons); i++) {
        const struct jsn *reason = jsn_at(reasons, i);
        count_reason(out, arena_strdup(arena, jsn_as_text(jsn_get(reason, "code"), "")),
                     *jsn_as_text(jsn_get(reason, "verdict"), "?"),
                     jsn_as_int(jsn_get(reason, "n"), 0));
    }
    const void *at = NULL;
    size_t place;
    const char *key;
    struct jsn *value;
    while (jsn_member(jsn_get(json, "fields"), &at, &key, &value)) {
        const struct record_field *field = import_target_field(key, &place);
        if (field)
            out->fields[field->entity - 1][place] = jsn_as_int(value, 0);
    }
}
