/* Reading and writing one record. See record.h. */
#include "domain/record/record.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "domain/company/company_domain.h"
#include "domain/company/company_keys.h"
#include "domain/contact/contact_keys.h"
#include "domain/change/change.h"
#include "domain/record/record_class.h"
#include "domain/record/record_value.h"
#include "statements.h"

struct statements {
    const struct sql *get, *insert, *write, *remove, *lock, *log;
};

static const struct statements *
statements_of(enum record_entity entity)
{
    static const struct statements company = {&SQL_COMPANY_GET,   &SQL_COMPANY_INSERT,
                                              &SQL_COMPANY_WRITE, &SQL_COMPANY_REMOVE,
                                              &SQL_COMPANY_LOCK,  &SQL_COMPANY_LOG};
    static const struct statements contact = {&SQL_CONTACT_GET,   &SQL_CONTACT_INSERT,
                                              &SQL_CONTACT_WRITE, &SQL_CONTACT_REMOVE,
                                              &SQL_CONTACT_LOCK,  &SQL_CONTACT_LOG};
    return entity == RECORD_COMPANY ? &company : &contact;
}

static bool
not_there(struct ctx *ctx, enum record_entity entity)
{
    return err_raise(ctx, ERR_NOT_FOUND, "This %s is not there. It may have been deleted.",
                     record_entity_name(entity));
}

static int64_t
cell_i64(const struct db_table *table, size_t row, const char *column)
{
    const char *cell = db_cell(table, row, db_column(table, column));
    return cell ? strtoll(cell, NULL, 10) : 0;
}

static const char *
cell_text(const struct db_table *table, size_t row, const char *column)
{
    return db_cell(table, row, db_column(table, column));
}

static void
read_record(struct arena *arena, enum record_entity entity, const struct db_table *table,
            size_t row, struct record *out)
{
    *out = (struct record){.entity = entity,
                           .record_id = cell_i64(table, row, "record_id"),
                           .version = cell_i64(table, row, "version"),
                           .created_ms = cell_i64(table, row, "created_ms"),
                           .updated_ms = cell_i64(table, row, "updated_ms"),
                           .checked_ms = cell_i64(table, row, "checked_ms"),
                           .people = cell_i64(table, row, "people"),
                           .email_state =
                               entity == RECORD_CONTACT ? cell_i64(table, row, "email_state") : 0,
                           .duplicates = cell_i64(table, row, "duplicates"),
                           .duplicate_of = cell_i64(table, row, "duplicate_of"),
                           .duplicate_label = cell_text(table, row, "duplicate_label"),
                           .company = cell_i64(table, row, "company"),
                           .company_name = cell_text(table, row, "company_name"),
                           .company_domain = cell_text(table, row, "company_domain"),
                           .company_codes = cell_text(table, row, "company_codes"),
                           .owner_name = cell_text(table, row, "owner_name"),
                           .tags = cell_text(table, row, "tags"),
                           .lists = cell_text(table, row, "lists")};
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        out->values[i] = cell_text(table, row, fields[i].name);
    out->label = entity == RECORD_COMPANY ? out->values[COMPANY_NAME]
                                          : contact_keys_label(arena, out->values);
}

bool
record_get_many(struct ctx *ctx, enum record_entity entity, const int64_t *ids, size_t n_ids,
                struct record **out, size_t *n)
{
    struct db_table table;
    if (!db_table(ctx, statements_of(entity)->get, DB_ARGS(DB_I64S(ids, n_ids)), &table))
        return false;
    *n = table.n_rows;
    *out = ARENA_ARRAY(ctx->arena, *n + 1, struct record);
    for (size_t i = 0; i < *n; i++)
        read_record(ctx->arena, entity, &table, i, &(*out)[i]);
    return true;
}

bool
record_get(struct ctx *ctx, enum record_entity entity, int64_t record_id, struct record *out)
{
    struct record *found;
    size_t n;
    if (!record_get_many(ctx, entity, &record_id, 1, &found, &n))
        return false;
    if (!n)
        return not_there(ctx, entity);
    *out = *found;
    return true;
}

static bool
ask_twin(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
         struct record_twin *twin, bool *found)
{
    static const struct field map[] = {
        FIELD_I64(struct record_twin, record_id), FIELD_STR(struct record_twin, label),
        FIELD_STR(struct record_twin, detail), FIELD_STR(struct record_twin, field), FIELD_END};
    return db_maybe(ctx, sql, args, n_args, map, twin, found);
}

bool
record_twin(struct ctx *ctx, enum record_entity entity, const char *const *values, int64_t but,
            struct record_twin *twin, bool *found)
{
    if (entity == RECORD_COMPANY) {
        struct company_keys keys;
        company_keys_of(ctx->arena, values, &keys);
        return ask_twin(ctx, &SQL_COMPANY_TWIN,
                        DB_ARGS(DB_STR(keys.domain), DB_STR(keys.name_key), DB_I64(but)), twin,
                        found);
    }
    struct contact_keys keys;
    contact_keys_of(ctx->arena, values, &keys);
    return ask_twin(ctx, &SQL_CONTACT_TWIN,
                    DB_ARGS(DB_STR(keys.email_key), DB_STR(keys.linkedin_key),
                            DB_STR(keys.name_key), DB_STR(values[CONTACT_COMPANY_ID]), DB_I64(but)),
                    twin, found);
}

bool
record_twin_of_change(struct ctx *ctx, const struct record *record, int64_t mask,
                      const char *const *values, struct record_twin *twin, bool *found)
{
    size_t n;
    const struct record_field *fields = record_fields(record->entity, &n);
    const char *keys[RECORD_MOST_FIELDS] = {0};
    *found = false;
    for (size_t i = 0; i < n; i++) {
        bool changes = (mask & CHANGE_BIT(&fields[i])) && values[i] &&
                       (!record->values[i] || strcmp(values[i], record->values[i]) != 0);
        if (changes && (fields[i].flags & RECORD_KEY) && fields[i].type != RECORD_NAME)
            keys[i] = values[i];
    }
    return record->duplicate_of ||
           record_twin(ctx, record->entity, keys, record->record_id, twin, found);
}

/* Puts the keys into the row, and into `values` the facts that follow from others. */
static void
derive(struct arena *arena, enum record_entity entity, const char **values, struct jsn *row)
{
    if (entity == RECORD_COMPANY) {
        struct company_keys keys;
        company_keys_of(arena, values, &keys);
        values[COMPANY_NAME] = keys.name;
        values[COMPANY_LEGAL_FORM] = keys.legal_form;
        values[COMPANY_DOMAIN] = keys.domain;
        jsn_set_text(row, "name_key", keys.name_key);
        jsn_set_text(row, "search", keys.search);
        jsn_set_text(row, "sort_name", keys.sort_name);
        return;
    }
    struct contact_keys keys;
    contact_keys_of(arena, values, &keys);
    jsn_set_text(row, "email_key", keys.email_key);
    jsn_set_text(row, "linkedin_key", keys.linkedin_key);
    jsn_set_text(row, "name_key", keys.name_key);
    jsn_set_text(row, "search", keys.search);
    jsn_set_text(row, "sort_name", keys.sort_name);
    jsn_set_text(row, "title_key", keys.title_key);
}

/* A clash of keys in words; the transaction is lost by then. */
static bool
explain_clash(struct ctx *ctx)
{
    static const struct {
        const char *constraint, *field, *words;
    } clashes[] = {
        {"company_domain_unique",   "domain",       "Another company has this domain."          },
        {"contact_email_unique",    "email",        "Another contact has this e-mail address."  },
        {"contact_linkedin_unique", "linkedin_url", "Another contact has this LinkedIn profile."},
    };
    for (size_t i = 0; ctx->err.kind == ERR_CONFLICT && i < sizeof clashes / sizeof *clashes; i++)
        if (!strcmp(db_constraint(ctx), clashes[i].constraint)) {
            err_clear(ctx);
            return err_field(ctx, ERR_CONFLICT, clashes[i].field, "%s", clashes[i].words);
        }
    return false;
}

static bool
check_identity(struct ctx *ctx, enum record_entity entity, const char *const *values)
{
    if (entity == RECORD_COMPANY) {
        struct company_domain host;
        const char *website = values[COMPANY_WEBSITE_URL];
        if (values[COMPANY_NAME])
            return true;
        if (website && company_domain_read(ctx->arena, website, &host) == COMPANY_DOMAIN_SHARED)
            return err_field(ctx, ERR_INPUT, "name", "%s Enter the company's name.",
                             company_domain_reason(ctx->arena, COMPANY_DOMAIN_SHARED, &host));
        return err_field(ctx, ERR_INPUT, "name", "A company needs a name or a domain.");
    }
    return values[CONTACT_FIRST_NAME] || values[CONTACT_LAST_NAME] || values[CONTACT_EMAIL] ||
           values[CONTACT_LINKEDIN_URL] ||
           err_field(ctx, ERR_INPUT, "last_name",
                     "A contact needs a name, an e-mail address or a LinkedIn profile.");
}

/* Only people of this workspace own its records. */
static bool
check_owner(struct ctx *ctx, enum record_entity entity, int64_t changed, const char *const *values)
{
    const struct record_field *field = record_field_get(entity, "owner_id");
    const char *owner =
        values[entity == RECORD_COMPANY ? (int)COMPANY_OWNER_ID : (int)CONTACT_OWNER_ID];
    if (!owner || !(changed & CHANGE_BIT(field)))
        return true;
    struct record_owner *owners;
    size_t n;
    if (!record_owners(ctx, &owners, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (owners[i].user_id == strtoll(owner, NULL, 10))
            return true;
    return err_field(ctx, ERR_INPUT, field->name, "The owner is no member of this workspace.");
}

static bool
ensure_set(struct ctx *ctx, int64_t *set_id)
{
    return *set_id || change_set_open(ctx, "edit", "Typed in", set_id);
}

bool
record_owners(struct ctx *ctx, struct record_owner **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct record_owner, user_id),
                                       FIELD_STR(struct record_owner, name), FIELD_END};
    return DB_ALL(ctx, &SQL_RECORD_OWNERS, DB_NO_ARGS, map, out, n);
}

/* A fact in the row that is written; custom fields are JSON within it. */
static bool
put(struct ctx *ctx, struct jsn *row, const struct record_field *field, const char *value)
{
    struct jsn *json = NULL;
    if (field->type != RECORD_CUSTOM || !value) {
        jsn_set_text(row, field->name, value);
        return true;
    }
    if (!jsn_read(ctx, ctx->arena, value, strlen(value), &json))
        return false;
    jsn_set(row, field->name, json);
    return true;
}

bool
record_create(struct ctx *ctx, enum record_entity entity, int64_t set_id, const char *const *values,
              int64_t duplicate_of, int64_t *record_id)
{
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    const char *facts[RECORD_MOST_FIELDS] = {0};
    for (size_t i = 0; i < n; i++)
        facts[i] = values[i];
    struct jsn *row = jsn_object(ctx->arena);
    derive(ctx->arena, entity, facts, row);
    jsn_set_text(row, "codes", record_class_codes(ctx->arena, entity, facts));
    if (!check_identity(ctx, entity, facts))
        return false;
    int64_t bits = 0;
    for (size_t i = 0; i < n; i++) {
        if (!facts[i])
            continue;
        if (!put(ctx, row, &fields[i], facts[i]))
            return false;
        bits |= CHANGE_BIT(&fields[i]);
    }
    if (!check_owner(ctx, entity, bits, facts))
        return false;
    if (!db_i64(ctx, statements_of(entity)->insert,
                DB_ARGS(DB_STR(jsn_write(ctx->arena, row)), DB_ID(duplicate_of)), record_id))
        return explain_clash(ctx);
    return change_write(ctx, set_id, entity, *record_id, CHANGE_CREATED, bits, NULL);
}

static bool
same(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* The facts of a company that follow from others it was given, as at its creation; but a domain that
 * somebody took out stays out until the web site changes, a legal form until the name does. */
static void
follow(struct arena *arena, const struct record *now, const char **facts)
{
    const char *derived[RECORD_MOST_FIELDS] = {0};
    memcpy(derived, facts, sizeof derived);
    derive(arena, RECORD_COMPANY, derived, jsn_object(arena));
    facts[COMPANY_NAME] = derived[COMPANY_NAME];
    if (!now->values[COMPANY_DOMAIN] &&
        !same(facts[COMPANY_WEBSITE_URL], now->values[COMPANY_WEBSITE_URL]))
        facts[COMPANY_DOMAIN] = derived[COMPANY_DOMAIN];
    if (!now->values[COMPANY_LEGAL_FORM] && !same(facts[COMPANY_NAME], now->values[COMPANY_NAME]))
        facts[COMPANY_LEGAL_FORM] = derived[COMPANY_LEGAL_FORM];
}

/* Merges the wanted values into what is there; *changed gets the bits that differ, the patch those
 * fields and all keys. */
static bool
merge(struct ctx *ctx, const struct record *now, int64_t mask, const char *const *values,
      const char **facts, struct jsn *patch, int64_t *changed)
{
    struct arena *arena = ctx->arena;
    size_t n;
    const struct record_field *fields = record_fields(now->entity, &n);
    for (size_t i = 0; i < n; i++)
        facts[i] = mask & CHANGE_BIT(&fields[i]) ? values[i] : now->values[i];
    if (now->entity == RECORD_COMPANY)
        follow(arena, now, facts);
    const char *copy[RECORD_MOST_FIELDS];
    memcpy(copy, facts, sizeof copy);
    if (now->entity == RECORD_COMPANY)
        copy[COMPANY_WEBSITE_URL] = NULL; /* the domain is decided */
    derive(arena, now->entity, copy, patch);
    jsn_set_text(patch, "codes", record_class_codes(arena, now->entity, facts));
    *changed = 0;
    for (size_t i = 0; i < n; i++) {
        if (same(facts[i], now->values[i]))
            continue;
        if (!put(ctx, patch, &fields[i], facts[i]))
            return false;
        *changed |= CHANGE_BIT(&fields[i]);
        if (!(fields[i].flags & RECORD_OURS))
            jsn_set_text(patch, "checked_at", "now");
    }
    return true;
}

static bool
write_change(struct ctx *ctx, enum record_entity entity, int64_t set_id, int64_t record_id,
             const char *kind, int64_t bits)
{
    size_t n_names;
    const char *const *names = change_names(ctx->arena, entity, &n_names);
    return db_exec(ctx, statements_of(entity)->log,
                   DB_ARGS(DB_I64(set_id), DB_I64S(&record_id, 1), DB_I64S(&bits, 1),
                           DB_STRS(&kind, 1), DB_STRS(names, n_names), DB_BOOL(false)),
                   NULL);
}

static bool
lock(struct ctx *ctx, enum record_entity entity, int64_t record_id, int64_t *version)
{
    if (db_i64(ctx, statements_of(entity)->lock, DB_ARGS(DB_I64(record_id)), version))
        return true;
    if (ctx->err.kind != ERR_NOT_FOUND)
        return false;
    err_clear(ctx);
    return not_there(ctx, entity);
}

bool
record_update(struct ctx *ctx, enum record_entity entity, int64_t *set_id, int64_t record_id,
              int64_t version, int64_t mask, const char *const *values, int64_t duplicate_of,
              int64_t *changed)
{
    struct record now;
    int64_t locked;
    if (!lock(ctx, entity, record_id, &locked) || !record_get(ctx, entity, record_id, &now))
        return false;
    const char *facts[RECORD_MOST_FIELDS] = {0};
    struct jsn *patch = jsn_object(ctx->arena);
    if (!merge(ctx, &now, mask, values, facts, patch, changed))
        return false;
    if (!*changed)
        return true;
    if (version && version != locked)
        return err_raise(
            ctx, ERR_CONFLICT,
            "Somebody else changed this %s while you were editing. Nothing is saved yet.",
            record_entity_name(entity));
    if (!check_identity(ctx, entity, facts) || !check_owner(ctx, entity, *changed, facts) ||
        !ensure_set(ctx, set_id) || !write_change(ctx, entity, *set_id, record_id, "u", *changed))
        return false;
    if (!db_exec(
            ctx, statements_of(entity)->write,
            DB_ARGS(DB_I64(record_id), DB_STR(jsn_write(ctx->arena, patch)), DB_ID(duplicate_of)),
            NULL))
        return explain_clash(ctx);
    return true;
}

bool
record_delete(struct ctx *ctx, enum record_entity entity, int64_t set_id, int64_t record_id)
{
    int64_t version;
    return lock(ctx, entity, record_id, &version) &&
           write_change(ctx, entity, set_id, record_id, "d", 0) &&
           db_exec(ctx, statements_of(entity)->remove, DB_ARGS(DB_I64S(&record_id, 1)), NULL);
}

bool
record_check(struct ctx *ctx, enum record_entity entity, int64_t record_id)
{
    int64_t version, set_id;
    const struct sql *check = entity == RECORD_COMPANY ? &SQL_COMPANY_CHECK : &SQL_CONTACT_CHECK;
    return lock(ctx, entity, record_id, &version) &&
           change_set_open(ctx, "edit", "Facts checked", &set_id) &&
           write_change(ctx, entity, set_id, record_id, "u", 0) &&
           db_exec(ctx, check, DB_ARGS(DB_I64(record_id)), NULL);
}

bool
record_company(struct ctx *ctx, int64_t *set_id, const char *text, int64_t *company_id)
{
    struct match {
        int64_t company_id, matches;
    } match;
    static const struct field map[] = {FIELD_I64(struct match, company_id),
                                       FIELD_I64(struct match, matches), FIELD_END};
    const char *values[COMPANY_N_FIELDS] = {0};
    const struct record_field *name = record_field_get(RECORD_COMPANY, "name");
    bool found;
    *company_id = 0;
    if (!record_value_normalise(ctx, name, text, NULL, &values[COMPANY_NAME])) {
        if (ctx->err.kind != ERR_INPUT)
            return false;
        const char *why = arena_strdup(ctx->arena, ctx->err.message);
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "company", "%s", why);
    }
    if (!values[COMPANY_NAME])
        return true;
    struct company_keys keys;
    const char *domain = strchr(text, ' ') ? NULL : company_domain_key(ctx->arena, text);
    company_keys_of(ctx->arena, values, &keys);
    if (!db_maybe(ctx, &SQL_RECORD_COMPANY, DB_ARGS(DB_STR(domain), DB_STR(keys.name_key)), map,
                  &match, &found))
        return false;
    if (found && match.matches > 1)
        return err_field(ctx, ERR_INPUT, "company",
                         "%" PRId64
                         " companies are called this. Give the domain of the one you mean.",
                         match.matches);
    if (found) {
        *company_id = match.company_id;
        return true;
    }
    if (!set_id)
        return true;
    if (domain) {
        values[COMPANY_DOMAIN] = domain;
        values[COMPANY_NAME] = NULL;
    }
    return ensure_set(ctx, set_id) &&
           record_create(ctx, RECORD_COMPANY, *set_id, values, 0, company_id);
}

bool
record_normalise(struct ctx *ctx, enum record_entity entity, const char *const *texts,
                 const char **values, record_error_fn *on_error, void *arg)
{
    size_t n;
    bool ok = true;
    const struct record_field *fields = record_fields(entity, &n);
    const char *country = NULL;
    size_t country_at =
        entity == RECORD_COMPANY ? (size_t)COMPANY_COUNTRY : (size_t)CONTACT_COUNTRY;
    if (!record_value_normalise(ctx, &fields[country_at], texts[country_at], NULL, &country))
        err_clear(ctx); /* told below, in its place */
    for (size_t i = 0; i < n; i++) {
        values[i] = NULL;
        if (!texts[i] || record_value_normalise(ctx, &fields[i], texts[i], country, &values[i]))
            continue;
        /* a copy: who keeps it reads it after the error is cleared */
        on_error(arg, fields[i].name, arena_strdup(ctx->arena, ctx->err.message));
        err_clear(ctx);
        ok = false;
    }
    return ok;
}
