/* The written sites of tests/support/web: what their pages say of their companies, against the table
 * beside them. What the table leaves open must stay open or be right, never invented. */
#include "support/test.h"

#include <ftw.h>
#include <stdlib.h>
#include <string.h>

#include "domain/company/company_name.h"
#include "domain/site/site_facts.h"
#include "domain/record/record_code.h"
#include "domain/record/record_value.h"

enum { PAGES_MAX = 40, COLUMNS = 16, FIELDS = 10 };

static const struct {
    const char *column;
    int place;
} fields[FIELDS] = {
    {"legal_form",  COMPANY_LEGAL_FORM  },
    {"country",     COMPANY_COUNTRY     },
    {"city",        COMPANY_CITY        },
    {"postal_code", COMPANY_POSTAL_CODE },
    {"phone",       COMPANY_PHONE       },
    {"email",       COMPANY_EMAIL       },
    {"founded",     COMPANY_FOUNDED_YEAR},
    {"linkedin",    COMPANY_LINKEDIN_URL},
    {"industry",    COMPANY_INDUSTRY    },
    {"name",        COMPANY_NAME        },
};

/* nftw takes no argument. */
static struct {
    struct arena *arena;
    const char *host, *root;
    struct site_source pages[PAGES_MAX];
    size_t n;
} walk;

static char *
read_file(struct arena *arena, const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    char *bytes = arena_alloc(arena, 1 << 20);
    *length = fread(bytes, 1, (1 << 20) - 1, file);
    fclose(file);
    return bytes;
}

static int
take_file(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
    size_t length, n = strlen(path);
    int certainty;
    (void)stat;
    (void)ftw;
    if (type != FTW_F || n < 5 || strcmp(path + n - 5, ".html") != 0 || walk.n == PAGES_MAX)
        return 0;
    const char *below = path + strlen(walk.root);
    bool home = !strcmp(below, "/index.html");
    char *body = read_file(walk.arena, path, &length);
    const char *url = home ? arena_printf(walk.arena, "http://%s/", walk.host)
                           : arena_printf(walk.arena, "http://%s%.*s", walk.host,
                                          (int)(strlen(below) - 5), below);
    struct site_source page = {url, body, length,
                               page_kind_of_link(walk.arena, url, NULL, &certainty)};
    walk.pages[walk.n] = page;
    if (home) {
        walk.pages[walk.n] = walk.pages[0];
        walk.pages[0] = page;
    }
    walk.n++;
    return 0;
}

static bool
is_wanted(struct arena *arena, int place, const char *wanted, const char *found)
{
    struct ctx ctx = {.arena = arena};
    const struct record_field *field = &record_fields(RECORD_COMPANY, &(size_t){0})[place];
    const char *value;
    if (found && place == COMPANY_LEGAL_FORM) {
        struct company_name one, other;
        company_name_split(arena, arena_printf(arena, "Acme %s", wanted), &one);
        company_name_split(arena, arena_printf(arena, "Acme %s", found), &other);
        return !strcmp(one.form_key, other.form_key);
    }
    if (found && place == COMPANY_INDUSTRY) {
        const struct record_choice *choice = record_code_named(&record_industries, wanted);
        return choice && !strcmp(choice->label, found);
    }
    if (!found || !record_value_normalise(&ctx, field, found, NULL, &value) || !value)
        return false;
    return !strcmp(value, wanted);
}

static const char *
found_of(const struct site_facts *facts, int place)
{
    for (size_t i = 0; i < facts->n_found; i++)
        if (facts->found[i].place == place && facts->found[i].kind == RECORD_FACT_VALUE)
            return facts->found[i].value;
    return NULL;
}

struct score {
    int right, missed, wrong;
};

static void
compare(struct arena *arena, const char *const *cells, const char *const *columns,
        const struct site_facts *facts, struct score *scores)
{
    for (size_t f = 0; f < FIELDS; f++)
        for (size_t c = 0; c < COLUMNS; c++) {
            if (!columns[c] || strcmp(columns[c], fields[f].column) != 0)
                continue;
            const char *found = found_of(facts, fields[f].place);
            bool said = strcmp(cells[c], "-") != 0;
            if (!said &&
                (fields[f].place == COMPANY_POSTAL_CODE || fields[f].place == COMPANY_INDUSTRY))
                continue; /* the table leaves some out */
            bool right = said ? is_wanted(arena, fields[f].place, cells[c], found) : !found;
            scores[f].right += right;
            scores[f].missed += !right && !found;
            scores[f].wrong += !right && found;
            if (!right)
                printf("# %s %s: wanted %s, found %s\n", cells[0], columns[c], cells[c],
                       found ? found : "nothing");
        }
}

static size_t
split(char *line, const char **cells)
{
    size_t n = 0;
    for (char *cell = line; cell && n < COLUMNS; n++) {
        cells[n] = strsep(&cell, "\t");
    }
    return n;
}

static void
test_written_sites(void **state)
{
    const char *source = getenv("LEADGEN_SRCDIR");
    if (!source) {
        printf("# LEADGEN_SRCDIR is not set\n");
        return;
    }
    struct score scores[FIELDS] = {0};
    size_t length;
    const char *columns[COLUMNS] = {0};
    int companies = 0, judged_wrong = 0, technologies = 0, technologies_missed = 0;
    char *table =
        read_file(*state, arena_printf(*state, "%s/tests/support/web/sites.tsv", source), &length);
    assert_non_null(table);
    for (char *line; (line = strsep(&table, "\n"));) {
        const char *cells[COLUMNS] = {0};
        struct ctx ctx = {.arena = *state};
        struct site_facts facts;
        if (*line == '#' || split(line, columns[0] ? cells : columns) < 12 || !cells[0])
            continue;
        walk.arena = *state;
        walk.host = cells[0];
        walk.root = arena_printf(*state, "%s/tests/support/web/sites/%s", source, cells[0]);
        walk.n = 0;
        assert_int_equal(nftw(walk.root, take_file, 8, FTW_PHYS), 0);
        assert_true(site_facts_read(&ctx, walk.pages, walk.n, &facts));
        bool company = !strcmp(cells[2], "company");
        if (company != facts.verdict.is_company) {
            judged_wrong++;
            printf("# %s is %s, judged %s: %s\n", cells[0], cells[2],
                   page_class_name(facts.verdict.page_class), facts.verdict.reason);
        }
        if (!company) {
            assert_int_equal(facts.n_found, 0);
            continue;
        }
        companies++;
        compare(*state, cells, columns, &facts, scores);
        for (size_t c = 0; c < COLUMNS && columns[c]; c++)
            if (!strcmp(columns[c], "technologies") && strcmp(cells[c], "-") != 0) {
                char *list = arena_strdup(*state, cells[c]);
                for (char *one; (one = strsep(&list, ","));) {
                    bool seen = false;
                    enum technology_group group;
                    one += strspn(one, " ");
                    for (size_t t = 0; t < facts.n_technologies; t++)
                        seen =
                            seen ||
                            !strcmp(page_technology_name(facts.technologies[t].key, &group), one);
                    technologies++;
                    technologies_missed += !seen;
                    if (!seen)
                        printf("# %s: %s not seen\n", cells[0], one);
                }
            }
    }
    int right = 0, all = 0, wrong = 0;
    for (size_t f = 0; f < FIELDS; f++) {
        printf("# %-12s right %d, missed %d, wrong %d\n", fields[f].column, scores[f].right,
               scores[f].missed, scores[f].wrong);
        right += scores[f].right;
        wrong += scores[f].wrong;
        all += scores[f].right + scores[f].missed + scores[f].wrong;
    }
    printf("# %d companies, %d of %d facts right, %d wrong; technologies %d of %d\n", companies,
           right, all, wrong, technologies - technologies_missed, technologies);
    assert_true(companies >= 20);
    assert_int_equal(judged_wrong, 0);
    assert_true(right * 100 >= all * 95);
    assert_true(wrong * 100 <= all * 2);
    assert_true(technologies_missed * 100 <= technologies * 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_written_sites, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
