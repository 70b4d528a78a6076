/* Companies and contacts for tests of what is done to them, over support/database.h, and all their
 * rows as one text, to compare before and after. */
#ifndef LEADGEN_TESTS_SUPPORT_ACTS_H
#define LEADGEN_TESTS_SUPPORT_ACTS_H

#include "support/database.h"

#include "domain/change/change.h"
#include "domain/change/change_undo.h"
#include "domain/record/record.h"

/* Fails the test with what went wrong. */
#define acts_ok(db, call)                                                                          \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (db)->ctx.err.message);                                      \
    } while (0)

/* A record by its own act. */
static inline int64_t
acts_add(struct database *db, enum record_entity entity, const char *const *values)
{
    int64_t set_id, id;
    database_begin(db);
    acts_ok(db, change_set_open(&db->ctx, "create", "test", &set_id));
    acts_ok(db, record_create(&db->ctx, entity, set_id, values, 0, &id));
    database_commit(db);
    return id;
}

static inline int64_t
acts_company(struct database *db, const char *name, const char *domain)
{
    const char *values[RECORD_MOST_FIELDS] = {[COMPANY_NAME] = name, [COMPANY_DOMAIN] = domain};
    return acts_add(db, RECORD_COMPANY, values);
}

static inline int64_t
acts_contact(struct database *db, const char *first, const char *last, const char *email,
             int64_t company_id)
{
    const char *values[RECORD_MOST_FIELDS] = {
        [CONTACT_FIRST_NAME] = first, [CONTACT_LAST_NAME] = last, [CONTACT_EMAIL] = email};
    if (company_id)
        values[CONTACT_COMPANY_ID] = arena_printf(db->arena, "%" PRId64, company_id);
    return acts_add(db, RECORD_CONTACT, values);
}

/* Contacts in bulk, "Person 1" and so on; the first one's id, the others follow: far from the ids that tests
 * beside this one take, so that nobody has to wait. */
static inline int64_t
acts_many(struct database *db, int64_t n)
{
    int64_t first = database_number(db, arena_printf(db->arena,
                                                     "SELECT 1000000000 + %" PRId64
                                                     " * 100000 + count(*) FROM contact "
                                                     "WHERE tenant_id = %" PRId64,
                                                     db->tenant, db->tenant));
    database_script(
        db, arena_printf(db->arena,
                         "INSERT INTO contact (tenant_id, contact_id, first_name, last_name, "
                         "name_key, search, sort_name, codes) SELECT %" PRId64 ", %" PRId64
                         " + i - 1, 'Person', i::text, 'person ' || i, 'person ' || i, "
                         "i || ' person', '{0,0,0,0,0,0,20,0,0,0,0,0}' FROM "
                         "generate_series(1, %" PRId64 ") i",
                         db->tenant, first, n));
    return first;
}

/* All rows of the tenant's records, but for what an undo cannot give back (version, updated_at) and the
 * time of a deletion. */
static inline const char *
acts_all(struct database *db)
{
    return database_value(
        db, arena_printf(
                db->arena,
                "SELECT string_agg(t, E'\\n' ORDER BY t) FROM (SELECT (to_jsonb(c) "
                "- '{version,updated_at,deleted_at}'::text[] || jsonb_build_object('deleted', "
                "deleted_at IS NOT NULL))::text AS t FROM company c WHERE tenant_id = %" PRId64
                " UNION ALL SELECT (to_jsonb(c) - '{version,updated_at,deleted_at}'::text[] "
                "|| jsonb_build_object('deleted', deleted_at IS NOT NULL))::text FROM contact c "
                "WHERE tenant_id = %" PRId64 ") q",
                db->tenant, db->tenant));
}

/* Corrects a field of a record; NULL empties it. */
static inline void
acts_set(struct database *db, enum record_entity entity, int64_t id, const char *field,
         const char *value)
{
    size_t n;
    int64_t set_id = 0, changed;
    const struct record_field *fields = record_fields(entity, &n);
    const char *values[RECORD_MOST_FIELDS] = {0};
    for (size_t i = 0; i < n; i++)
        if (!strcmp(fields[i].name, field)) {
            values[i] = value;
            database_begin(db);
            acts_ok(db, record_update(&db->ctx, entity, &set_id, id, 0, CHANGE_BIT(&fields[i]),
                                      values, 0, &changed));
            database_commit(db);
        }
}

/* A value of one record. */
static inline const char *
acts_value(struct database *db, enum record_entity entity, int64_t id, const char *expression)
{
    const char *table = record_entity_name(entity);
    return database_value(db, arena_printf(db->arena,
                                           "SELECT (%s)::text FROM %s WHERE tenant_id = %" PRId64
                                           " AND %s_id = %" PRId64,
                                           expression, table, db->tenant, table, id));
}

static inline void
acts_undo(struct database *db, int64_t set_id, int64_t *undo_set_id)
{
    struct change_counts counts;
    int64_t own;
    database_begin(db);
    acts_ok(db, change_undo_all(&db->ctx, set_id, undo_set_id ? undo_set_id : &own, &counts));
    database_commit(db);
}

#endif
