/* The registry of personal data against the catalogue, and an erasure against the whole database: a
 * word that stood in every value of a company and a contact stands nowhere afterwards. */
#include "support/database.h"

#include "domain/change/change.h"
#include "domain/privacy/privacy.h"
#include "domain/record/record.h"

#define OK(db, call)                                                                               \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (db)->ctx.err.message);                                      \
    } while (0)

/* Whether a word is one of those in a list. */
static bool
lists(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

static const struct privacy_table *
row_of(const char *table)
{
    size_t n;
    const struct privacy_table *rows = privacy_tables(&n);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(rows[i].table, table))
            return &rows[i];
    return NULL;
}

/* Every column that can hold words, in tables of ours; no partitions. */
static struct db_table
texts(struct database *db)
{
    struct db_table table;
    if (!db_table_composed(
            &db->owner,
            "SELECT c.relname, a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = "
            "c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT "
            "a.attisdropped WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p') AND "
            "NOT c.relispartition AND format_type(a.atttypid, NULL) ~ "
            "'^(text|\"?char|character|json|bytea|inet|date$|name)' AND c.relname NOT LIKE "
            "'test\\_%' ORDER BY 1, 2",
            DB_NO_ARGS, &table))
        fail_msg("%s", db->owner.err.message);
    return table;
}

static void
knows_every_column_with_words(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct db_table table = texts(db);
    size_t n, unknown = 0;
    for (size_t i = 0; i < table.n_rows; i++) {
        const char *name = db_cell(&table, i, 0), *column = db_cell(&table, i, 1);
        const struct privacy_table *row = row_of(name);
        if (row && lists(row->personal, column) != lists(row->plain, column))
            continue;
        printf("# %s.%s: is it personal? src/domain/privacy/privacy.c must say so\n", name, column);
        unknown++;
    }
    assert_int_equal(unknown, 0);
    /* and nothing that is not there */
    const struct privacy_table *rows = privacy_tables(&n);
    size_t listed = 0;
    for (size_t i = 0; i < n; i++) {
        for (const char *at = rows[i].personal; *at; at += strspn(at, " "))
            listed++, at += strcspn(at, " ");
        for (const char *at = rows[i].plain; *at; at += strspn(at, " "))
            listed++, at += strcspn(at, " ");
        assert_true(*rows[i].kept != '\0');
        assert_true(!i || strcmp(rows[i - 1].table, rows[i].table) < 0);
    }
    assert_int_equal(listed, table.n_rows);
    database_free(db);
}

/* A table that has the id of a record beside personal columns says how it forgets. */
static void
forgets_where_records_are_named(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct db_table table;
    if (!db_table_composed(
            &db->owner,
            "SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT "
            "c.relispartition AND a.attname IN ('contact_id', 'company_id', 'record_id')",
            DB_NO_ARGS, &table))
        fail_msg("%s", db->owner.err.message);
    for (size_t i = 0; i < table.n_rows; i++) {
        const char *name = db_cell(&table, i, 0);
        const struct privacy_table *row = row_of(name);
        bool is_record = !strcmp(name, "company") || !strcmp(name, "contact");
        if (row && *row->personal && !row->forget && !is_record)
            fail_msg("%s holds what is personal of a record and does not forget it", name);
    }
    database_free(db);
}

/* A value with the word, as its column takes it; NULL where no word can stand. */
static const char *
value_with(struct arena *arena, const struct record_field *field, const char *word)
{
    switch ((int)field->type) {
    case RECORD_EMAIL:
        return arena_printf(arena, "%s@%s.example", word, word);
    case RECORD_DOMAIN:
        return arena_printf(arena, "%s.example", word);
    case RECORD_URL:
        return arena_printf(arena, "https://%s.example/", word);
    case RECORD_TEXT:
    case RECORD_LONG_TEXT:
    case RECORD_NAME:
        return arena_printf(arena, "%s of %s", word, field->name);
    default:
        return NULL;
    }
}

static int64_t
record_with(struct database *db, enum record_entity entity, int64_t set, const char *word,
            int64_t company)
{
    const char *values[RECORD_MOST_FIELDS] = {0};
    size_t n;
    int64_t id;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (fields[i].flags & RECORD_IMPORT)
            values[i] = value_with(db->arena, &fields[i], word);
    if (company)
        values[CONTACT_COMPANY_ID] = arena_printf(db->arena, "%" PRId64, company);
    OK(db, record_create(&db->ctx, entity, set, values, 0, &id));
    return id;
}

/* What else tells of a record: a note, a change of a value, ledger rows of an import that made it and of
 * one that only found it, what stages and pages said. */
static void
tell(struct database *db, enum record_entity entity, int64_t id, const char *word)
{
    bool company = entity == RECORD_COMPANY;
    const char *t = arena_printf(db->arena, "%" PRId64, db->tenant);
    const char *r = arena_printf(db->arena, "%" PRId64, id);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO record_note (tenant_id, entity, record_id, body) "
                                     "VALUES (%s, %d, %s, 'Met %s')",
                                     t, (int)entity, r, word));
    database_script(
        db, arena_printf(db->arena,
                         "WITH i AS (INSERT INTO import (tenant_id, entity, filename, state, size) "
                         "VALUES (%s, %d, 'list.csv', 'done', 1) RETURNING import_id) INSERT INTO "
                         "import_row (tenant_id, import_id, phase, row_no, line_no, verdict, "
                         "reason, %s, label, company_label, changes, raw) SELECT %s, import_id, 1, "
                         "1, 2, 's', 'complete', %s, '%s', '%s', '{\"a\": \"%s\"}', '%s,x' FROM i",
                         t, (int)entity, company ? "company_id" : "contact_id", t, r, word, word,
                         word, word));
    database_script(db,
                    arena_printf(db->arena,
                                 "INSERT INTO record_fact (tenant_id, entity, record_id, field, "
                                 "kind, value, confidence, url, snippet, stage) VALUES (%s, %d, "
                                 "%s, 1, 1, '%s', 50, 'https://%s.example/', '%s', "
                                 "'facts')",
                                 t, (int)entity, r, word, word, word));
}

/* The tables in which the word still stands. */
static const char *
still_in(struct database *db, const char *word)
{
    struct db_table table = texts(db);
    const char *found = "", *last = "";
    for (size_t i = 0; i < table.n_rows; i++) {
        const char *name = db_cell(&table, i, 0);
        if (!strcmp(name, last))
            continue;
        last = name;
        const char *schema = !strcmp(name, "partitioned") ? "app" : "public";
        if (database_number(db, arena_printf(db->arena,
                                             "SELECT count(*) FROM %s.%s t WHERE t::text LIKE "
                                             "'%%%s%%'",
                                             schema, name, word)))
            found = arena_printf(db->arena, "%s %s", found, name);
    }
    return found;
}

static void
leaves_no_word_behind(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_keys(db);
    const char *word = arena_printf(db->arena, "zyx%" PRId64 "wv", db->tenant);
    int64_t set, n;
    database_begin(db);
    OK(db, change_set_open(&db->ctx, "import", "list.csv", &set));
    int64_t company = record_with(db, RECORD_COMPANY, set, word, 0);
    int64_t contact = record_with(db, RECORD_CONTACT, set, word, company);
    const char *edit[RECORD_MOST_FIELDS] = {0};
    int64_t edits = 0, changed;
    edit[CONTACT_CITY] = "Brno";
    OK(db, record_update(&db->ctx, RECORD_CONTACT, &edits, contact, 0,
                         CHANGE_BIT(record_field_get(RECORD_CONTACT, "city")), edit, 0, &changed));
    database_commit(db);
    tell(db, RECORD_COMPANY, company, word);
    tell(db, RECORD_CONTACT, contact, word);
    assert_string_equal(still_in(db, word),
                        " change company contact import_row record_fact record_note");
    database_begin(db);
    OK(db, change_set_open(&db->ctx, "delete", word, &set));
    OK(db, record_delete(&db->ctx, RECORD_CONTACT, set, contact));
    OK(db, change_set_open(&db->ctx, "delete", word, &set));
    OK(db, record_delete(&db->ctx, RECORD_COMPANY, set, company));
    OK(db,
       privacy_erase(&db->ctx, RECORD_CONTACT, (int64_t[]){contact, company + contact + 1}, 2, &n));
    assert_int_equal(n, 1);
    OK(db, privacy_erase(&db->ctx, RECORD_COMPANY, &company, 1, &n));
    assert_int_equal(n, 1);
    database_commit(db);
    /* an import that only found them is looked for at night */
    assert_string_equal(still_in(db, word), " import_row");
    database_begin(db);
    OK(db, privacy_sweep(&db->ctx));
    database_commit(db);
    assert_string_equal(still_in(db, word), "");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_every_column_with_words),
        cmocka_unit_test(forgets_where_records_are_named),
        cmocka_unit_test(leaves_no_word_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
