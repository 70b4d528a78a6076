/* Companies and contacts made by chance from a seed, with what lists meet in life: skew, empty
 * values, spellings, deleted and duplicate records, contacts without a company or of a deleted one,
 * custom fields with nonsense in them. And random filters over them. Included by the tests of both
 * engines of record_query.h. */
#ifndef LEADGEN_TESTS_SUPPORT_RECORDS_H
#define LEADGEN_TESTS_SUPPORT_RECORDS_H

#include "support/database.h"

#include "base/buf.h"
#include "base/text.h"
#include "domain/order/record_order.h"
#include "domain/query/record_filter.h"
#include "domain/query/record_filter_value.h"

enum { RECORDS_USERS = 4, RECORDS_LABELS = 8, RECORDS_SETS = 3, RECORDS_CUSTOMS = 6 };

struct records {
    struct database *db;
    uint64_t state; /* of chance */
    size_t n_companies, n_contacts;
    int64_t first_company, first_contact; /* ids run on from here */
    int64_t users[RECORDS_USERS], tags[RECORDS_LABELS], lists[RECORDS_LABELS], sets[RECORDS_SETS];
};

static const char *const records_custom_keys[RECORDS_CUSTOMS] = {"segment", "vip",    "score",
                                                                 "renewal", "remark", "site"};
static const char *const records_custom_types[RECORDS_CUSTOMS] = {"choice", "yesno", "number",
                                                                  "date",   "text",  "url"};
static const char *const records_custom_values[RECORDS_CUSTOMS][8] = {
    {"Gold",                "gold",                  "Silver",              "Brönze", "BRONZE",       "Gold",       "Silver",                "x y"  },
    {"yes",                 "no",                    "yes",                 "yes",     "no",           "Yes",        "no",                    "maybe"},
    {"40",                  "40.5",                  "-3",                  "7.25",    "not a number", "1e9",        "123456789012345678901", "55"   },
    {"2026-01-31",          "2025-12-01",            "2026-02-31",          "soon",    "2026-1-1",     "2024-02-29", "0000-01-01",
     "2026-03-01"                                                                                                                                    },
    {"Übermorgen",         "ubermorgen",            "100%",                "a_b",     "'quoted'",     "",           "none here",             "x"    },
    {"https://example.com", "https://example.org/a", "HTTPS://EXAMPLE.COM", "",        "b",            "c",          "d",                     "e"    },
};
static const char *const records_words[] = {
    "Anna", "Žofie",   "Ålesund", "O'Brien", "100%",  "under_score", "back\\slash", "日本",
    "emil", "Émile",   "ANNA",    "straße",  "Grün",  "grun",        "Nord",        "nordic",
    "labs", "Systems", "🙂",    "Ltd",     "Łódź",  "lodz",        "Müller",      "Mueller",
    "Ana",  "Ann",     "data",    "Data",    "cloud", "Zz",          "\"quoted\"",  "ﬁne"};
static const char *const records_titles[] = {
    "Sales Manager", "SALES MANAGER", "sales manager",    "Head of Sales", "CEO",
    "Ceo",           "CTO",           "Obchodní ředitel", "100% owner",    "VP_Marketing",
    "Developer",     "Senior dev",    "Vertriebsleiter",  "Office",        "Geschäftsführer",
    "Buyer",         "buyer",         "Chief\\Officer",   "Nurse",         "Manager of managers"};
static const char *const records_sources[] = {
    "Web", "web", "WEB", "Import 1", "import1", "Messe Köln", "messe koln", "a_b%", "LinkedIn"};
static const char *const records_countries[] = {"DE", "CZ", "US", "FR", "GB",
                                                "AT", "CH", "PL", "SE", "JP"};
#define RECORDS_PICK(r, array) (array)[records_skewed((r), sizeof(array) / sizeof *(array))]

static inline uint64_t
records_chance(struct records *r)
{
    uint64_t z = (r->state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

/* 0 to n - 1, evenly. */
static inline size_t
records_below(struct records *r, size_t n)
{
    return (size_t)(records_chance(r) % n);
}

/* 0 to n - 1, small ones far more often. */
static inline size_t
records_skewed(struct records *r, size_t n)
{
    double u = (double)(records_chance(r) >> 11) / 9007199254740992.0;
    return (size_t)((double)n * u * u * u);
}

static inline bool
records_often(struct records *r, size_t percent)
{
    return records_below(r, 100) < percent;
}

/* The seed of this run: RECORDS_SEED, or of the clock; printed, so that a failure can be repeated. */
static inline uint64_t
records_seed(void)
{
    const char *wanted = getenv("RECORDS_SEED");
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t seed = wanted ? strtoull(wanted, NULL, 10) : (uint64_t)now.tv_nsec;
    printf("# RECORDS_SEED=%llu\n", (unsigned long long)seed);
    return seed;
}

static inline void
records_labels(struct records *r, const char *table, int64_t *ids)
{
    struct arena *arena = r->db->arena;
    for (int i = 0; i < RECORDS_LABELS; i++)
        ids[i] = database_number(
            r->db, arena_printf(arena,
                                "INSERT INTO %s (tenant_id, name, name_key) VALUES (%" PRId64
                                ", '%s %d', '%s %d') RETURNING %s_id",
                                table, r->db->tenant, table, i, table, i, table));
}

static inline void
records_surroundings(struct records *r, const char *zone)
{
    struct arena *arena = r->db->arena;
    int64_t tenant = r->db->tenant;
    database_script(r->db, arena_printf(arena,
                                        "UPDATE tenant SET time_zone = '%s' WHERE tenant_id = "
                                        "%" PRId64,
                                        zone, tenant));
    for (int i = 0; i < RECORDS_USERS; i++)
        r->users[i] = database_number(
            r->db, arena_printf(arena,
                                "INSERT INTO user_account (email, email_key, name) VALUES "
                                "('o%d.%" PRId64 "@x.example', 'o%d.%" PRId64
                                "@x.example', 'Owner %d') RETURNING user_id",
                                i, tenant, i, tenant, i));
    records_labels(r, "tag", r->tags);
    records_labels(r, "list", r->lists);
    for (int i = 0; i < RECORDS_SETS; i++)
        r->sets[i] = database_number(
            r->db, arena_printf(arena,
                                "INSERT INTO change_set (tenant_id, kind, source) VALUES (%" PRId64
                                ", 'import', 'file %d') RETURNING change_set_id",
                                tenant, i));
    for (int i = 0; i < 2 * RECORDS_CUSTOMS; i++)
        database_script(
            r->db,
            arena_printf(arena,
                         "INSERT INTO custom_field (tenant_id, entity, key, label, type, "
                         "options) VALUES (%" PRId64 ", %d, '%s', '%s', '%s', '%s')",
                         tenant, 1 + i % 2, records_custom_keys[i / 2], records_custom_keys[i / 2],
                         records_custom_types[i / 2], i / 2 ? "{}" : "{Silver,Gold,BRONZE}"));
}

/* A set of labels: NULL, {}, or some. */
static inline const char *
records_set(struct records *r, struct arena *arena, const int64_t *ids)
{
    struct buf buf;
    size_t n = records_often(r, 40) ? 0 : records_skewed(r, 4), last = 0;
    buf_init(&buf, arena, 400);
    buf_char(&buf, '{');
    for (size_t i = 0; i < n && last < RECORDS_LABELS; i++) {
        last += records_below(r, 3);
        if (last < RECORDS_LABELS)
            buf_printf(&buf, "%s%" PRId64, buf.length > 1 ? "," : "", ids[last++]);
    }
    buf_char(&buf, '}');
    return buf.length == 2 && records_often(r, 80) ? NULL : buf.data;
}

static inline const char *
records_custom(struct records *r, struct arena *arena)
{
    struct buf buf;
    if (records_often(r, 30))
        return NULL;
    buf_init(&buf, arena, 4000);
    buf_char(&buf, '{');
    for (size_t i = 0; i < RECORDS_CUSTOMS; i++) {
        const char *value = records_custom_values[i][records_skewed(r, 8)];
        if (records_often(r, 60))
            buf_printf(&buf, "%s\"%s\": \"%s\"", buf.length > 1 ? ", " : "", records_custom_keys[i],
                       value);
    }
    buf_char(&buf, '}');
    return buf.data;
}

/* Codes within their lists; records of before a list was added have a shorter array. */
static inline const char *
records_codes(struct records *r, struct arena *arena, enum record_entity entity)
{
    int16_t codes[RECORD_MOST_CODES] = {0};
    size_t n, places = entity == RECORD_COMPANY ? COMPANY_N_CODES : CONTACT_N_CODES;
    const struct record_dimension *all = record_dimensions(entity, &n);
    for (size_t i = 0; i < n; i++) {
        const struct record_dimension *d = &all[i];
        if (d->of != entity || d->place < 0 || records_often(r, 20))
            continue;
        if (d->kind == DIMENSION_COUNTRY)
            codes[d->place] = record_code_of_country(RECORDS_PICK(r, records_countries));
        else if (d->kind == DIMENSION_NUMBER)
            codes[d->place] = (int16_t)records_below(r, d->zero ? 256 : 101);
        else
            codes[d->place] = d->choices->of[records_skewed(r, d->choices->n)].code;
    }
    return record_code_array(arena, codes, records_often(r, 5) ? places - 2 : places);
}

static inline const char *
records_time(struct records *r, struct arena *arena, size_t days)
{
    /* many at one instant: the id decides their order */
    size_t seconds = records_often(r, 30) ? 1000 * records_below(r, 20) : 86400 * days;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t at = (int64_t)now.tv_sec / 86400 * 86400 - (int64_t)records_below(r, seconds + 1);
    time_t whole = (time_t)at;
    struct tm tm;
    gmtime_r(&whole, &tm);
    return arena_printf(arena, "%04d-%02d-%02d %02d:%02d:%02d.%06zu+00", tm.tm_year + 1900,
                        tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec,
                        records_often(r, 50) ? 0 : records_below(r, 1000000));
}

static inline const char *
records_name(struct records *r, struct arena *arena)
{
    return records_often(r, 50)
               ? arena_printf(
                     arena, "%s %s", RECORDS_PICK(r, records_words),
                     records_words[records_below(r, sizeof records_words / sizeof *records_words)])
               : RECORDS_PICK(r, records_words);
}

/* The columns that both tables have, in the order of the COPY statements below. */
static inline void
records_common(struct records *r, struct db_copy *copy, struct arena *arena,
               enum record_entity entity, int64_t id, int64_t first)
{
    db_copy_i64(copy, r->db->tenant);
    db_copy_i64(copy, id);
    db_copy_str(copy, records_often(r, 20) ? NULL : RECORDS_PICK(r, records_sources));
    db_copy_str(copy, records_often(r, 30) ? NULL : RECORDS_PICK(r, records_words)); /* city */
    if (records_often(r, 30))
        db_copy_null(copy);
    else
        db_copy_i64(copy, r->users[records_skewed(r, RECORDS_USERS)]);
    db_copy_str(copy, records_set(r, arena, r->tags));
    db_copy_str(copy, records_set(r, arena, r->lists));
    db_copy_str(copy, records_custom(r, arena));
    db_copy_str(copy, records_codes(r, arena, entity));
    if (id > first && records_often(r, 3))
        db_copy_i64(copy, first);
    else
        db_copy_null(copy);
    db_copy_str(copy, records_time(r, arena, 900));
    db_copy_str(copy, records_time(r, arena, 300));
    db_copy_str(copy, records_time(r, arena, 150));
    db_copy_str(copy, records_often(r, 6) ? records_time(r, arena, 10) : NULL);
}
#define RECORDS_COMMON                                                                             \
    "tenant_id, %s_id, source, city, owner_id, tag_ids, list_ids, custom, codes, duplicate_of, "   \
    "created_at, updated_at, checked_at, deleted_at, "

static inline struct db_copy *
records_copy(struct records *r, const char *entity, const char *columns)
{
    struct db_copy *copy;
    const struct sql sql = {"records", false,
                            arena_printf(r->db->arena, "COPY %s (%s%s) FROM STDIN", entity,
                                         arena_printf(r->db->arena, RECORDS_COMMON, entity),
                                         columns)};
    if (!db_copy_begin(&r->db->owner, &sql, &copy))
        fail_msg("%s", r->db->owner.err.message);
    return copy;
}

static inline void
records_end(struct records *r, struct db_copy *copy, size_t wanted)
{
    int64_t n;
    if (!db_copy_end(&r->db->owner, copy, &n))
        fail_msg("%s", r->db->owner.err.message);
    assert_int_equal(n, wanted);
}

static inline int64_t
records_reserve(struct records *r, const char *entity, size_t n)
{
    return database_number(r->db, arena_printf(r->db->arena,
                                               "SELECT min(nextval('%s_%s_id_seq')) FROM "
                                               "generate_series(1, %zu)",
                                               entity, entity, n + 1));
}

static inline void
records_companies(struct records *r)
{
    struct arena *arena = arena_new();
    struct db_copy *copy = records_copy(r, "company", "name, domain, name_key, search, sort_name");
    for (size_t i = 0; i < r->n_companies; i++) {
        const char *name = records_name(r, arena);
        const char *domain =
            records_often(r, 30)
                ? NULL
                : arena_printf(arena, "%c%zu.Example.com", 'a' + (int)records_below(r, 26), i);
        records_common(r, copy, arena, RECORD_COMPANY, r->first_company + (int64_t)i,
                       r->first_company);
        db_copy_str(copy, name);
        db_copy_str(copy, domain);
        db_copy_str(copy, text_fold(arena, name));
        db_copy_str(copy,
                    text_fold(arena, arena_printf(arena, "%s %s", name, domain ? domain : "")));
        db_copy_str(copy, text_fold(arena, name));
        if (!db_copy_row(&r->db->owner, copy))
            fail_msg("%s", r->db->owner.err.message);
        arena_reset(arena);
    }
    records_end(r, copy, r->n_companies);
    arena_free(arena);
}

static inline void
records_contacts(struct records *r)
{
    struct arena *arena = arena_new();
    struct db_copy *copy = records_copy(r, "contact",
                                        "first_name, last_name, email, job_title, title_key, "
                                        "company_id, name_key, search, sort_name");
    for (size_t i = 0; i < r->n_contacts; i++) {
        const char *first = records_often(r, 10) ? NULL : RECORDS_PICK(r, records_words);
        const char *last = records_name(r, arena);
        const char *title = records_often(r, 25) ? NULL : RECORDS_PICK(r, records_titles);
        const char *email =
            records_often(r, 20) ? NULL : arena_printf(arena, "P%zu@example.com", i % 97);
        records_common(r, copy, arena, RECORD_CONTACT, r->first_contact + (int64_t)i,
                       r->first_contact);
        db_copy_str(copy, first);
        db_copy_str(copy, last);
        db_copy_str(copy, email);
        db_copy_str(copy, title);
        db_copy_str(copy, title ? text_fold(arena, title) : NULL);
        if (!r->n_companies || records_often(r, 15))
            db_copy_null(copy);
        else
            db_copy_i64(copy, r->first_company + (int64_t)records_skewed(r, r->n_companies));
        db_copy_str(copy, text_fold(arena, last));
        db_copy_str(copy,
                    text_fold(arena, arena_printf(arena, "%s %s %s %s", first ? first : "", last,
                                                  email ? email : "", title ? title : "")));
        db_copy_str(copy, records_often(r, 3) ? "" : text_fold(arena, last));
        if (!db_copy_row(&r->db->owner, copy))
            fail_msg("%s", r->db->owner.err.message);
        arena_reset(arena);
    }
    records_end(r, copy, r->n_contacts);
    arena_free(arena);
}

static inline void
records_changes(struct records *r, int entity, int64_t first, size_t n)
{
    for (int i = 0; i < RECORDS_SETS; i++)
        database_script(
            r->db,
            arena_printf(r->db->arena,
                         "INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, "
                         "fields) SELECT %" PRId64 ", %d, id, %" PRId64
                         ", CASE WHEN id %% 3 = 0 THEN 'c' ELSE 'u' END, 1 FROM "
                         "generate_series(%" PRId64 ", %" PRId64 ", %d) AS id",
                         r->db->tenant, entity, r->sets[i], first, first + (int64_t)n - 1,
                         3 * i + 2));
}

/* Facts that only orders look at: addresses in several forms, texts alike up to where they are cut. */
static inline void
records_facts(struct records *r)
{
    struct arena *arena = r->db->arena;
    int64_t tenant = r->db->tenant;
    database_script(
        r->db, arena_printf(
                   arena,
                   "UPDATE company SET website_url = CASE company_id %% 5 WHEN 0 THEN "
                   "'https://www.' || domain WHEN 1 THEN 'http://' || domain || '/' WHEN 2 THEN "
                   "upper(domain) WHEN 3 THEN 'https://' || domain || '/start' END, linkedin_url = "
                   "'https://www.linkedin.com/company/' || company_id * 7919 %% 13, phone = "
                   "NULLIF('+420' || company_id * 7919 %% 17, '+4200'), keywords = "
                   "repeat('ž', 197 + (company_id %% 5)::int) || company_id * 31 %% 7, postal_code "
                   "= company_id * 7919 %% 101 WHERE tenant_id = %" PRId64,
                   tenant));
    database_script(
        r->db, arena_printf(
                   arena,
                   "UPDATE contact SET last_name = CASE WHEN contact_id %% 9 > 0 THEN last_name "
                   "END, last_seen_at = CASE WHEN contact_id %% 3 = 0 THEN timestamptz "
                   "'2026-03-01' + contact_id * 7919 %% 97 * interval '1.5 days' END, address = "
                   "repeat('Ab', contact_id::int * 7 %% 120), mobile_phone = CASE WHEN contact_id "
                   "%% 4 > 0 THEN '+49' || contact_id * 7919 %% 1009 END WHERE tenant_id = "
                   "%" PRId64,
                   tenant));
}

/* All orders of a list, by custom fields too. */
static inline const struct record_order **
records_orders(struct ctx *ctx, enum record_entity entity, size_t *n)
{
    const struct record_order *fixed = record_orders(entity, n);
    const struct record_order **all =
        ARENA_ARRAY(ctx->arena, *n + RECORDS_CUSTOMS, const struct record_order *);
    for (size_t i = 0; i < *n; i++)
        all[i] = &fixed[i];
    for (size_t i = 0; i < RECORDS_CUSTOMS; i++)
        if (!record_order_read(ctx, entity,
                               arena_printf(ctx->arena, "field.%s", records_custom_keys[i]),
                               &all[(*n)++]))
            fail_msg("%s", ctx->err.message);
    return all;
}

/* Fills the tenant of `db`. */
static inline void
records_fill(struct records *r, struct database *db, uint64_t seed, const char *zone,
             size_t n_companies, size_t n_contacts)
{
    *r = (struct records){
        .db = db, .state = seed, .n_companies = n_companies, .n_contacts = n_contacts};
    records_surroundings(r, zone);
    r->first_company = records_reserve(r, "company", n_companies);
    r->first_contact = records_reserve(r, "contact", n_contacts);
    records_companies(r);
    records_contacts(r);
    records_facts(r);
    records_changes(r, RECORD_COMPANY, r->first_company, n_companies);
    records_changes(r, RECORD_CONTACT, r->first_contact, n_contacts);
    database_script(db, "ANALYZE company, contact, change");
}

/* A piece of a text of at least one code point. */
static inline const char *
records_piece(struct records *r, struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    size_t length = strlen(folded), from = 0, to = 0, steps = records_below(r, 4);
    for (size_t i = 0; i < steps && to < length; i++) {
        from = to;
        text_next(folded, length, &to);
    }
    to = from;
    for (size_t i = 0; i <= steps && to < length; i++)
        text_next(folded, length, &to);
    return arena_strndup(arena, folded + from, to - from);
}

static inline const char *
records_range(struct records *r, struct arena *arena, const struct record_dimension *d)
{
    int64_t from = (int64_t)records_below(r, 100), to = from + 1 + (int64_t)records_below(r, 60);
    if (d->kind == DIMENSION_DAY) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        from = (int64_t)now.tv_sec / 86400 - (int64_t)records_below(r, 700);
        to = from + (int64_t)records_below(r, 400);
    }
    /* numbers of custom fields have decimals: half of the ranges begin or end between two numbers */
    int64_t half = d->kind == DIMENSION_NUMBER && d->place < 0 ? RECORD_FILTER_PARTS / 2 : 0;
    struct record_ends ends = {.from = records_often(r, 30) ? INT64_MIN : from,
                               .to = records_often(r, 30) ? INT64_MAX : to,
                               .from_part = half && records_often(r, 50) ? half : 0,
                               .to_part = half && records_often(r, 50) ? half : 0};
    return record_filter_value_ends(arena, d, &ends);
}

/* A value that stands in an address for the dimension. */
static inline const char *
records_value(struct records *r, struct arena *arena, const struct record_dimension *d)
{
    bool none = records_often(r, 15);
    const int64_t *ids = !strcmp(d->name, "tag") ? r->tags : r->lists;
    switch (d->kind) {
    case DIMENSION_CODE:
        return none ? "none" : d->choices->of[records_skewed(r, d->choices->n)].name;
    case DIMENSION_COUNTRY:
        return none ? "none" : RECORDS_PICK(r, records_countries);
    case DIMENSION_IDS:
        return none ? "none"
                    : arena_printf(arena, "%" PRId64, ids[records_below(r, RECORDS_LABELS)]);
    case DIMENSION_ID:
        if (none)
            return "none";
        return arena_printf(arena, "%" PRId64,
                            !strcmp(d->name, "owner")
                                ? r->users[records_below(r, RECORDS_USERS)]
                                : r->first_company + (int64_t)records_skewed(r, r->n_companies));
    case DIMENSION_TEXT:
        if (records_often(r, 30))
            return arena_printf(arena, "=%s", RECORDS_PICK(r, records_titles));
        return records_piece(r, arena, RECORDS_PICK(r, records_titles));
    case DIMENSION_VALUE:
        return none ? "none" : RECORDS_PICK(r, records_sources);
    case DIMENSION_NUMBER:
    case DIMENSION_AGE:
    case DIMENSION_DAY:
        return records_range(r, arena, d);
    case DIMENSION_SET:
        return arena_printf(arena, "%" PRId64 "%s", r->sets[records_below(r, RECORDS_SETS)],
                            records_often(r, 30)   ? "c"
                            : records_often(r, 30) ? "u"
                                                   : "");
    }
    return "";
}

static inline void
records_add_pair(struct record_pair *pairs, size_t *n, const char *name, const char *value)
{
    if (!strcmp(value, ".."))
        return; /* open at both ends: no range */
    pairs[(*n)++] = (struct record_pair){name, value};
}

static inline void
records_add_custom(struct records *r, struct arena *arena, struct record_pair *pairs, size_t *n)
{
    size_t at = records_below(r, RECORDS_CUSTOMS);
    const char *name = arena_printf(arena, "field.%s", records_custom_keys[at]);
    const struct record_dimension d = {
        .kind = !strcmp(records_custom_types[at], "date") ? DIMENSION_DAY : DIMENSION_NUMBER,
        .place = -1};
    bool range = d.kind == DIMENSION_DAY || !strcmp(records_custom_types[at], "number");
    const char *value = range                  ? records_range(r, arena, &d)
                        : records_often(r, 15) ? "none"
                                               : records_custom_values[at][records_below(r, 8)];
    if (*value)
        records_add_pair(pairs, n, name, value);
    if (*value && strcmp(value, "..") != 0 && records_often(r, 30))
        records_add_pair(pairs, n, arena_printf(arena, "%s.not", name), "1");
}

enum { RECORDS_PAIRS = 64 };

/* The pairs of a random filter; no dimension twice, so that ranges stay single. */
static inline size_t
records_filter(struct records *r, struct arena *arena, enum record_entity entity,
               struct record_pair pairs[RECORDS_PAIRS])
{
    size_t n = 0, n_dimensions, wanted = records_below(r, 7);
    const struct record_dimension *all = record_dimensions(entity, &n_dimensions);
    uint64_t used = 0;
    for (size_t i = 0; i < wanted; i++) {
        size_t at = records_below(r, n_dimensions);
        if (used & (1ULL << at))
            continue;
        used |= 1ULL << at;
        size_t before = n, values = all[at].flags & DIMENSION_ONE ? 1 : 1 + records_below(r, 3);
        for (size_t k = 0; k < values; k++)
            records_add_pair(pairs, &n, all[at].name, records_value(r, arena, &all[at]));
        if (n > before && records_often(r, 35))
            records_add_pair(pairs, &n, arena_printf(arena, "%s.not", all[at].name), "1");
    }
    if (records_often(r, 15))
        records_add_custom(r, arena, pairs, &n);
    if (records_often(r, 33)) {
        const char *first = records_piece(r, arena, RECORDS_PICK(r, records_words));
        const char *second =
            records_often(r, 30) ? records_piece(r, arena, RECORDS_PICK(r, records_words)) : "";
        records_add_pair(pairs, &n, "q", arena_printf(arena, "%s %s", first, second));
    }
    return n;
}

#endif
