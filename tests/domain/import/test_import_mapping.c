/* The mapping proposal on small tables and on real files: what a careful person would choose. */
#include "support/test.h"

#include <time.h>

#include "base/csv.h"
#include "base/text.h"
#include "domain/import/import_mapping.h"

enum { ROWS_MAX = 200, COLUMNS_MAX = 100 };

/* Parts of a line between "|", copied. */
static size_t
split(struct arena *arena, const char *line, const char **out)
{
    size_t n = 0;
    for (;;) {
        size_t length = strcspn(line, "|");
        out[n++] = arena_strndup(arena, line, length);
        if (!line[length] || n == COLUMNS_MAX)
            return n;
        line += length + 1;
    }
}

static void
propose(struct arena *arena, const char *header, const char *const *lines,
        struct import_mapping *out)
{
    struct ctx ctx = {.arena = arena};
    const char **headers = ARENA_ARRAY(arena, COLUMNS_MAX, const char *);
    const char *const **rows = ARENA_ARRAY(arena, ROWS_MAX, const char *const *);
    struct import_sample sample = {.headers = headers, .rows = rows};
    sample.n_columns = split(arena, header, headers);
    for (; lines && lines[sample.n_rows]; sample.n_rows++) {
        const char **cells = ARENA_ARRAY(arena, COLUMNS_MAX, const char *);
        for (size_t i = split(arena, lines[sample.n_rows], cells); i < sample.n_columns; i++)
            cells[i] = "";
        rows[sample.n_rows] = cells;
    }
    assert_true(import_mapping_propose(&ctx, &sample, out));
}

/* The proposal for a file of the outside data; false when there is none. */
static bool
propose_file(struct arena *arena, const char *name, struct import_mapping *out)
{
    struct ctx ctx = {.arena = arena};
    const char *dir = test_data_dir();
    struct csv_dialect dialect;
    struct csv_reader *reader;
    struct csv_row row;
    bool more = true;
    if (!dir)
        return false;
    const char *path = arena_printf(arena, "%s/%s", dir, name);
    const char *const **rows = ARENA_ARRAY(arena, ROWS_MAX, const char *const *);
    struct import_sample sample = {.rows = rows};
    assert_true(csv_detect(&ctx, arena, path, NULL, &dialect));
    assert_true(csv_open(&ctx, arena, path, &dialect, &reader));
    sample.headers = dialect.header;
    sample.n_columns = dialect.columns;
    while (sample.n_rows < ROWS_MAX) {
        assert_true(csv_next(&ctx, reader, &row, &more));
        if (!more)
            break;
        const char **cells = ARENA_ARRAY(arena, dialect.columns, const char *);
        for (uint32_t i = 0; i < dialect.columns; i++)
            cells[i] =
                i < row.count ? arena_strndup(arena, row.cells[i].data, row.cells[i].length) : "";
        rows[sample.n_rows++] = cells;
    }
    assert_true(import_mapping_propose(&ctx, &sample, out));
    return true;
}

static void
assert_targets(const struct import_mapping *mapping, const char *const *want, size_t n)
{
    assert_int_equal(mapping->n_columns, n);
    for (size_t i = 0; i < n; i++) {
        const struct import_column *column = &mapping->columns[i];
        const bool custom = text_starts(want[i], "custom") && strstr(column->target, ".custom.");
        if (strcmp(column->target, want[i]) != 0 && !custom)
            printf("# %s: %s (%.2f, %s)\n", column->header, column->target, column->confidence,
                   column->reason);
        if (!custom)
            assert_string_equal(column->target, want[i]);
        assert_true(column->reason && *column->reason);
    }
}

static void
maps_startups_as_a_careful_person(void **state)
{
    static const char *const want[] = {"company.name",
                                       "custom",
                                       "company.founded_year",
                                       "custom",
                                       "company.description",
                                       "company.keywords",
                                       "",
                                       "custom",
                                       "custom",
                                       "",
                                       "custom",
                                       "company.address",
                                       "company.city",
                                       "company.region",
                                       "company.country",
                                       "company.logo_url",
                                       "custom",
                                       "company.crunchbase_url",
                                       "company.website_url"};
    struct import_mapping mapping;
    if (!propose_file(*state, "companies-yc/Startups.csv", &mapping))
        return;
    assert_int_equal(mapping.entity, RECORD_COMPANY);
    assert_targets(&mapping, want, sizeof want / sizeof *want);
    assert_non_null(strstr(mapping.columns[6].reason, "several people"));
    for (size_t i = 0; i < mapping.n_columns; i++)
        if (strstr(mapping.columns[i].target, "custom"))
            assert_true(mapping.columns[i].confidence < 0.4);
        else
            assert_true(mapping.columns[i].confidence >= 0.75);
}

static void
maps_lists_of_people_without_identity_numbers(void **state)
{
    static const char *const febrl[] = {"",
                                        "contact.first_name",
                                        "contact.last_name",
                                        "",
                                        "contact.address",
                                        "",
                                        "contact.city",
                                        "contact.postal_code",
                                        "contact.region",
                                        "contact.birthday",
                                        ""};
    static const char *const splink[] = {"",
                                         "contact.first_name",
                                         "contact.last_name",
                                         "contact.birthday",
                                         "contact.city",
                                         "contact.email",
                                         ""};
    struct import_mapping mapping;
    if (!propose_file(*state, "dedup-febrl/dataset1.csv", &mapping))
        return;
    assert_int_equal(mapping.entity, RECORD_CONTACT);
    assert_targets(&mapping, febrl, sizeof febrl / sizeof *febrl);
    assert_non_null(strstr(mapping.columns[10].reason, "identity"));
    assert_true(propose_file(*state, "dedup-splink-fake1000/fake_1000.csv", &mapping));
    assert_int_equal(mapping.entity, RECORD_CONTACT);
    assert_targets(&mapping, splink, sizeof splink / sizeof *splink);
}

static void
doubts_a_header_that_its_values_contradict(void **state)
{
    static const char *const rows[] = {"Jan Novák|not known|jan@acme.cz",
                                       "Eva Malá|yes|eva@beta.cz", "Petr Král|later|petr@gama.cz",
                                       NULL};
    struct import_mapping mapping;
    propose(*state, "Name|E-mail|Phone", rows, &mapping);
    assert_true(mapping.columns[1].confidence < 0.4 || !*mapping.columns[1].target);
    assert_non_null(strstr(mapping.columns[1].reason, "none of the 3 values looked at can be read as e-mail"));
    assert_string_equal(mapping.columns[2].target, "contact.email");
    assert_non_null(strstr(mapping.columns[2].reason, "Header means phone, but"));
}

static void
checks_what_a_person_gives(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct import_column columns[] = {
        {.header = "A", .target = "contact.email"},
        {.header = "B", .target = "contact.email"}
    };
    struct import_mapping mapping = {.entity = RECORD_CONTACT, .n_columns = 2, .columns = columns};
    assert_false(import_mapping_check(&ctx, &mapping));
    assert_int_equal(ctx.err.kind, ERR_INPUT);
    assert_string_equal(ctx.err.field, "target.1");
    assert_non_null(strstr(ctx.err.message, "\"A\" and \"B\" both go to E-mail"));
    err_clear(&ctx);
    snprintf(columns[1].target, sizeof columns[1].target, "contact.shoe_size");
    assert_false(import_mapping_check(&ctx, &mapping));
    assert_non_null(strstr(ctx.err.message, "no field \"contact.shoe_size\""));
    err_clear(&ctx);
    snprintf(columns[1].target, sizeof columns[1].target, "contact.custom.shoe_size");
    assert_true(import_mapping_check(&ctx, &mapping));
    snprintf(columns[0].target, sizeof columns[0].target, "company.city");
    assert_false(import_mapping_check(&ctx, &mapping));
    assert_non_null(strstr(ctx.err.message, "which person"));
    err_clear(&ctx);
    mapping.entity = RECORD_COMPANY;
    assert_false(import_mapping_check(&ctx, &mapping));
    assert_non_null(strstr(ctx.err.message, "which company"));
}

static void
remembers_by_header(void **state)
{
    static const char *const a[] = {"Jméno", "E-mail"}, *const b[] = {" jmeno ", "E-MAIL"};
    static const char *const c[] = {"E-mail", "Jméno"};
    const char *one = import_mapping_signature(*state, a, 2);
    assert_string_equal(one, import_mapping_signature(*state, b, 2));
    assert_string_not_equal(one, import_mapping_signature(*state, c, 2));
}

/* 500 columns x 200 rows, the bound that a person's click tolerates. */
static void
proposes_quickly(void **state)
{
    struct arena *arena = *state;
    struct ctx ctx = {.arena = arena};
    static const char *const values[] = {"Karel Dvořák",        "karel.dvorak@example.com",
                                         "+420 777 123 456",    "Dvořák stavby s.r.o.",
                                         "https://example.org", "Praha 2, Vinohradská 12"};
    const char **headers = ARENA_ARRAY(arena, 500, const char *);
    const char *const **rows = ARENA_ARRAY(arena, 200, const char *const *);
    struct import_sample sample = {
        .n_columns = 500, .n_rows = 200, .headers = headers, .rows = rows};
    struct import_mapping mapping;
    for (size_t i = 0; i < 500; i++)
        headers[i] = arena_printf(arena, "Uknown colum %zu of tabel", i);
    for (size_t r = 0; r < 200; r++) {
        const char **cells = ARENA_ARRAY(arena, 500, const char *);
        for (size_t i = 0; i < 500; i++)
            cells[i] = arena_printf(arena, "%s %zu", values[i % 6], r * i);
        rows[r] = cells;
    }
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    assert_true(import_mapping_propose(&ctx, &sample, &mapping));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    double ms = (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
    printf("# 500 columns x 200 rows: %.1f ms\n", ms);
    /* ten times the aim: build machines are busy, sanitizers slow */
    assert_true(ms < 500 || test_under_valgrind());
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(maps_startups_as_a_careful_person, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(maps_lists_of_people_without_identity_numbers,
                                        test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(doubts_a_header_that_its_values_contradict, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(checks_what_a_person_gives, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(remembers_by_header, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(proposes_quickly, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
