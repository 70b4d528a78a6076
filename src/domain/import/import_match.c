/* Matching a batch against what is known. See import_match.h for the rules, and the vectors of two
 * companies called Atlas in its test. */
#include "domain/import/import_match.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/identity/company_conflict.h"
#include "domain/identity/contact_twin.h"
#include "domain/identity/name_domain.h"
#include "domain/import/import_reason.h"
#include "domain/suppression/suppression.h"
#include "statements.h"

/* Columns of the look-ups: id, version, duplicate_of, the fields, then keys and known_since. */
enum { FIRST_FIELD = 3 };

static int64_t
cell_i64(const struct db_table *table, size_t row, size_t column)
{
    const char *text = db_cell(table, row, column);
    return text ? strtoll(text, NULL, 10) : 0;
}

static struct import_record *
record_of(struct ctx *ctx, struct import_batch *batch, enum record_entity entity,
          const struct db_table *table, size_t row)
{
    struct import_record *record = ARENA_NEW(ctx->arena, struct import_record);
    size_t n;
    record_fields(entity, &n);
    record->entity = entity;
    record->id = cell_i64(table, row, 0);
    record->version = cell_i64(table, row, 1);
    record->duplicate_of = cell_i64(table, row, 2);
    record->made_by =
        record->id < 0 ? -record->id : batch->row_of_record(batch->run, entity, record->id);
    for (size_t i = 0; i < n; i++)
        record->values[i] = record->before[i] = db_cell(table, row, FIRST_FIELD + i);
    if (entity == RECORD_COMPANY) {
        company_keys_of(ctx->arena, record->values, &record->company_keys);
    } else {
        contact_keys_of(ctx->arena, record->values, &record->contact_keys);
        const char *company = record->values[CONTACT_COMPANY_ID];
        record->company = company ? map_get(batch->company_by_id, company) : NULL;
    }
    record->known_since = db_cell(table, row, table->n_columns - 1);
    return record;
}

/* Oldest first: what stood in the database, then what a preview made, in the order of its rows. So
 * preview and run meet namesakes in the same order. */
static int
by_age(const void *a, const void *b)
{
    int64_t x = (*(struct import_record *const *)a)->id,
            y = (*(struct import_record *const *)b)->id;
    if ((x < 0) != (y < 0))
        return x < 0 ? 1 : -1;
    return x < 0 ? (x < y) - (x > y) : (x > y) - (x < y);
}

/* Adds the rows of look-ups. Of a record that several hold the first counts: a preview's own state. */
static void
add_all(struct ctx *ctx, struct import_batch *batch, enum record_entity entity,
        const struct db_table *tables, size_t n_tables)
{
    size_t most = 0, n = 0;
    for (size_t i = 0; i < n_tables; i++)
        most += tables[i].n_rows;
    struct import_record **records = ARENA_ARRAY(ctx->arena, most + 1, struct import_record *);
    struct map *seen = map_new(ctx->arena, most);
    const struct map *there =
        entity == RECORD_COMPANY ? batch->company_by_id : batch->contact_by_id;
    for (size_t i = 0; i < n_tables; i++) {
        for (size_t row = 0; row < tables[i].n_rows; row++) {
            const char *id = db_cell(&tables[i], row, 0);
            if (map_get(seen, id) || map_get(there, id))
                continue;
            records[n] = record_of(ctx, batch, entity, &tables[i], row);
            map_put(seen, id, records[n++]);
        }
    }
    qsort(records, n, sizeof(struct import_record *), by_age);
    for (size_t i = 0; i < n; i++)
        import_batch_add(ctx, batch, records[i]);
}

/* The ids of a look-up: a preview may have changed these records so that other keys find them. */
static struct db_arg
ids_of(struct ctx *ctx, const struct db_table *table)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, table->n_rows + 1, int64_t);
    for (size_t row = 0; row < table->n_rows; row++)
        ids[row] = cell_i64(table, row, 0);
    return DB_I64S(ids, table->n_rows);
}

/* The keys to look up, each once. */
struct keys {
    const char **texts;
    size_t n;
    struct map *known;
};

static struct keys
keys_new(struct arena *arena, size_t most)
{
    return (struct keys){ARENA_ARRAY(arena, most + 1, const char *), 0, map_new(arena, most)};
}

static void
want(struct keys *keys, const char *key)
{
    if (!key || !*key || map_get(keys->known, key))
        return;
    map_put(keys->known, key, keys);
    keys->texts[keys->n++] = key;
}

/* Reads companies by their keys and ids; a preview's own state of them goes first. */
static bool
load_companies(struct ctx *ctx, struct import_batch *batch, const struct keys *domains,
               const struct keys *names, struct db_arg ids)
{
    /* the preview's two, then what stands in the database */
    struct db_table found[3] = {{.n_rows = 0}};
    if (!db_table(
            ctx, &SQL_IMPORT_MATCH_COMPANY,
            DB_ARGS(DB_STRS(domains->texts, domains->n), DB_STRS(names->texts, names->n), ids),
            &found[2]))
        return false;
    const struct db_arg each[] = {ids_of(ctx, &found[2]), ids};
    for (size_t i = 0; batch->preview && i < 2; i++)
        if (!db_table(ctx, &SQL_IMPORT_OVERLAY_COMPANY,
                      DB_ARGS(DB_STRS(domains->texts, domains->n), DB_STRS(names->texts, names->n),
                              each[i]),
                      &found[i]))
            return false;
    add_all(ctx, batch, RECORD_COMPANY, found, 3);
    return true;
}

bool
import_match_load_companies(struct ctx *ctx, struct import_batch *batch)
{
    struct keys domains = keys_new(ctx->arena, 2 * batch->n_entries);
    struct keys names = keys_new(ctx->arena, batch->n_entries);
    for (size_t i = 0; i < batch->n_entries; i++) {
        const struct import_entry *entry = &batch->entries[i];
        if (entry->verdict)
            continue;
        want(&domains, entry->company_keys.domain);
        want(&domains, entry->email_domain);
        want(&names, entry->company_keys.name_key);
    }
    const int64_t none = 0;
    return domains.n + names.n == 0 ||
           load_companies(ctx, batch, &domains, &names, DB_I64S(&none, 0));
}

/* Where people may move to another company, the ledger says from which. */
static bool
load_employers(struct ctx *ctx, struct import_batch *batch, const struct db_table *contacts)
{
    const struct keys none = keys_new(ctx->arena, 0);
    int64_t *ids = ARENA_ARRAY(ctx->arena, contacts->n_rows + 1, int64_t);
    size_t n = 0;
    if (batch->options->contact[CONTACT_COMPANY_ID] != IMPORT_OVERWRITE)
        return true;
    for (size_t row = 0; row < contacts->n_rows; row++) {
        const char *id = db_cell(contacts, row, FIRST_FIELD + CONTACT_COMPANY_ID);
        if (id && !map_get(batch->company_by_id, id))
            ids[n++] = strtoll(id, NULL, 10);
    }
    return !n || load_companies(ctx, batch, &none, &none, DB_I64S(ids, n));
}

static bool
differ(const char *a, const char *b)
{
    return a && b && strcmp(a, b) != 0;
}

/* Among records of the same name: the only one without a domain, else the only one at all. */
static struct import_record *
by_name(struct ctx *ctx, struct import_batch *batch, const struct import_entry *entry)
{
    struct import_record *bare = NULL, *any = NULL;
    size_t n_bare = 0, n_any = 0;
    const struct company_facts row = {entry->company, &entry->company_keys};
    const struct import_name *name = map_get(batch->company_by_name, entry->company_keys.name_key);
    for (; name; name = name->next) {
        struct import_record *record = name->record;
        const struct company_facts known = {record->values, &record->company_keys};
        if (company_conflict_is(ctx->arena, &row, &known))
            continue;
        n_any++;
        any = record;
        if (!record->company_keys.domain) {
            n_bare++;
            bare = record;
        }
    }
    if (n_bare == 1)
        return bare;
    /* the row has a domain and so has each of them: a conflict leaves only those without one */
    return n_any == 1 ? any : NULL;
}

struct import_record *
import_match_company(struct ctx *ctx, struct import_batch *batch, const struct import_entry *entry,
                     const char **reason)
{
    struct import_record *record = map_get(batch->company_by_domain, entry->company_keys.domain);
    *reason = IMPORT_BY_DOMAIN;
    if (record)
        return record;
    *reason = IMPORT_BY_NAME;
    const char *name = entry->company_keys.name_key;
    if (entry->company_keys.domain || !entry->email_domain)
        return name && *name ? by_name(ctx, batch, entry) : NULL;
    /* a colleague's company: the e-mail's domain tells it, unless the row names another one */
    record = map_get(batch->company_by_domain, entry->email_domain);
    if (record &&
        (!name || !*name || !strcmp(name, record->company_keys.name_key) ||
         name_domain_same(ctx->arena, entry->company_keys.name, record->company_keys.name))) {
        *reason = IMPORT_BY_DOMAIN;
        return record;
    }
    return name && *name ? by_name(ctx, batch, entry) : NULL;
}

bool
import_match_load_contacts(struct ctx *ctx, struct import_batch *batch)
{
    size_t n = batch->n_entries;
    struct keys emails = keys_new(ctx->arena, n);
    struct keys linkedins = keys_new(ctx->arena, n);
    /* pairs: the company at the same place, NULL and 0 where none is known */
    const char **companies = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    const char **names = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    struct map *known = map_new(ctx->arena, n);
    size_t n_names = 0;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++) {
        const struct import_entry *entry = &batch->entries[i];
        if (entry->verdict)
            continue;
        want(&emails, entry->contact_keys.email_key);
        want(&linkedins, entry->contact_keys.linkedin_key);
        const struct import_record *company = entry->company_record;
        if (!*entry->contact_keys.name_key || (company && company->is_new && !batch->preview))
            continue;
        const char *pair = import_batch_name_key(ctx->arena, company, entry->contact_keys.name_key);
        if (map_get(known, pair))
            continue;
        map_put(known, pair, batch);
        ids[n_names] = company ? company->id : 0;
        if (company)
            companies[n_names] = arena_printf(ctx->arena, "%lld", (long long)company->id);
        names[n_names++] = entry->contact_keys.name_key;
    }
    struct db_table found[2] = {{.n_rows = 0}};
    if (!db_table(ctx, &SQL_IMPORT_MATCH_CONTACT,
                  DB_ARGS(DB_STRS(emails.texts, emails.n), DB_STRS(linkedins.texts, linkedins.n),
                          DB_STRS(companies, n_names), DB_STRS(names, n_names)),
                  &found[1]))
        return false;
    if (batch->preview) {
        if (!db_table(ctx, &SQL_IMPORT_OVERLAY_CONTACT,
                      DB_ARGS(DB_STRS(emails.texts, emails.n),
                              DB_STRS(linkedins.texts, linkedins.n), DB_I64S(ids, n_names),
                              DB_STRS(names, n_names), ids_of(ctx, &found[1])),
                      &found[0]))
            return false;
        if (!load_employers(ctx, batch, &found[0]))
            return false;
    }
    if (!load_employers(ctx, batch, &found[1]))
        return false;
    add_all(ctx, batch, RECORD_CONTACT, found, 2);
    return true;
}

static bool
equal_folded(struct ctx *ctx, const char *a, const char *b)
{
    return a && b && !strcmp(text_fold(ctx->arena, a), text_fold(ctx->arena, b));
}

/* Where no company is known: a second fact that two namesakes would hardly share. */
static const char *
second_fact(struct ctx *ctx, const struct import_entry *entry, const struct import_record *record)
{
    const char *const *a = entry->contact, *const *b = record->values;
    if (differ(a[CONTACT_BIRTHDAY], b[CONTACT_BIRTHDAY]))
        return NULL;
    if (equal_folded(ctx, a[CONTACT_BIRTHDAY], b[CONTACT_BIRTHDAY]))
        return "birthday";
    if (equal_folded(ctx, a[CONTACT_PHONE], b[CONTACT_PHONE]) ||
        equal_folded(ctx, a[CONTACT_MOBILE_PHONE], b[CONTACT_MOBILE_PHONE]))
        return "phone";
    bool place = equal_folded(ctx, a[CONTACT_POSTAL_CODE], b[CONTACT_POSTAL_CODE]) ||
                 equal_folded(ctx, a[CONTACT_CITY], b[CONTACT_CITY]);
    if (place && equal_folded(ctx, a[CONTACT_ADDRESS], b[CONTACT_ADDRESS]))
        return "address";
    return NULL;
}

static struct import_record *
by_person(struct ctx *ctx, struct import_batch *batch, const struct import_entry *entry,
          const char **reason, const char **detail)
{
    if (!*entry->contact_keys.name_key)
        return NULL;
    const char *key =
        import_batch_name_key(ctx->arena, entry->company_record, entry->contact_keys.name_key);
    const struct import_name *name = map_get(batch->contact_by_name, key);
    const struct contact_facts row = {entry->contact, &entry->contact_keys};
    bool others = false;
    for (; name; name = name->next) {
        struct import_record *record = name->record;
        const struct contact_facts known = {record->values, &record->contact_keys};
        if (contact_twin_is_other(&row, &known, others)) {
            others = entry->company_record;
            continue;
        }
        *reason = IMPORT_BY_PERSON;
        if (entry->company_record)
            return record;
        *reason = IMPORT_BY_FACTS;
        *detail = second_fact(ctx, entry, record);
        if (*detail)
            return record;
    }
    return NULL;
}

struct import_record *
import_match_contact(struct ctx *ctx, struct import_batch *batch, const struct import_entry *entry,
                     const char **reason, const char **detail)
{
    *detail = NULL;
    struct import_record *record =
        map_get(batch->contact_by_linkedin, entry->contact_keys.linkedin_key);
    *reason = IMPORT_BY_LINKEDIN;
    if (record)
        return record;
    record = map_get(batch->contact_by_email, entry->contact_keys.email_key);
    *reason = IMPORT_BY_EMAIL;
    if (record) {
        *detail = record->known_since;
        return record;
    }
    return by_person(ctx, batch, entry, reason, detail);
}

/* What the gate is asked about rows: several questions may be about one row. */
struct questions {
    const char **asked;
    size_t *rows, n, room;
};

static void
ask(struct arena *arena, struct questions *q, size_t row, const char *email)
{
    if (q->n == q->room) {
        const char **asked = ARENA_ARRAY(arena, 2 * q->room, const char *);
        size_t *rows = ARENA_ARRAY(arena, 2 * q->room, size_t);
        memcpy(asked, q->asked, q->n * sizeof *asked);
        memcpy(rows, q->rows, q->n * sizeof *rows);
        *q = (struct questions){asked, rows, q->n, 2 * q->room};
    }
    q->rows[q->n] = row;
    q->asked[q->n++] = email;
}

/* A person is asked about by every address and by the company's domain: who is created through a
 * colleague would come back by another way. "@acme.com" asks for the domain alone. */
static void
ask_about(struct arena *arena, struct questions *q, size_t row, const struct import_entry *entry)
{
    if (entry->company_keys.domain)
        ask(arena, q, row, arena_printf(arena, "@%s", entry->company_keys.domain));
    if (entry->contact[CONTACT_EMAIL])
        ask(arena, q, row, entry->contact[CONTACT_EMAIL]);
    const char *others = entry->contact[CONTACT_OTHER_EMAILS];
    while (others && *others) {
        size_t n = strcspn(others, ",; ");
        if (memchr(others, '@', n))
            ask(arena, q, row, text_fold(arena, arena_strndup(arena, others, n)));
        others += n + strspn(others + n, ",; ");
    }
}

bool
import_match_suppression(struct ctx *ctx, struct import_batch *batch)
{
    size_t room = 2 * batch->n_entries + 1;
    struct questions q = {ARENA_ARRAY(ctx->arena, room, const char *),
                          ARENA_ARRAY(ctx->arena, room, size_t), 0, room};
    for (size_t i = 0; i < batch->n_entries; i++)
        if (!batch->entries[i].verdict)
            ask_about(ctx->arena, &q, i, &batch->entries[i]);
    const char **reasons = ARENA_ARRAY(ctx->arena, q.n + 1, const char *);
    if (!suppression_check(ctx, q.asked, q.n, reasons))
        return false;
    for (size_t i = 0; i < q.n; i++) {
        struct import_entry *entry = &batch->entries[q.rows[i]];
        if (!reasons[i] || entry->verdict)
            continue;
        entry->verdict = IMPORT_REJECTED;
        entry->reason = IMPORT_SUPPRESSED;
        entry->detail = reasons[i];
    }
    return true;
}
