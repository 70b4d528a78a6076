/* The mapping form: errors at the column with the choice kept, two tabs, how the file is read. */
#include "support/pages.h"

/* An import of three columns; its address below the workspace. */
static const char *
make_import(struct pages *pages)
{
    struct webrun_answer answer = pages_post(
        pages, ED, pages_path(pages, "/import/paste"),
        "rows=Firma;Web;Halle%0ANorthquay;northquay.example;H2%0ALumen;lumen.example;H3");
    assert_int_equal(answer.status, 303);
    return webrun_header(pages->run, &answer, "Location");
}

static struct webrun_answer
choose(struct pages *pages, const char *path, const char *form)
{
    return pages_post(pages, ED, arena_printf(pages->people->arena, "%s/map", path), form);
}

static void
shows_errors_at_the_column(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = make_import(pages);
    struct webrun_answer answer = choose(
        pages, path,
        "version=2&entity=company&strategy=overwrite&target.0=company.name&target.1=company.name&"
        "target.2=&constant_field.0=company.country&constant_value.0=SE&tags=fair");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "both go to Company name");
    pages_shows(&answer, "id=\"f-target.1-error\"");
    pages_shows(&answer, "value=\"overwrite\" checked");
    pages_shows(&answer, "value=\"fair\"");
    answer = choose(pages, path,
                    "version=2&entity=company&target.0=company.name&target.1=company.domain&"
                    "constant_field.0=company.country&constant_value.0=Nowhereland");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "id=\"f-constant_value.0-error\"");
    answer = choose(pages, path, "version=2&entity=contact&target.0=&target.1=&target.2=");
    pages_shows(&answer, "No column says which person");
    pages_free(pages);
}

static const char *
below_type(struct pages *pages, const char *form, const char *type)
{
    return arena_printf(pages->people->arena, "%s%s", form, type);
}

static void
tells_the_second_tab(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = make_import(pages);
    const char *first = "version=2&entity=company&target.0=company.name&target.1=company.domain&"
                        "target.2=company.custom.%2B&label.2=Stand&type.2=";
    struct webrun_answer answer = choose(pages, path, below_type(pages, first, "choice"));
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Choose a type of the list");
    answer = choose(pages, path, below_type(pages, first, "number"));
    assert_int_equal(answer.status, 303);
    answer = choose(pages, path,
                    "version=2&entity=company&strategy=skip&target.0=company.name&target.1=");
    assert_int_equal(answer.status, 409);
    pages_shows(&answer, "changed in another tab");
    pages_shows(&answer, "value=\"skip\" checked");
    pages_shows(&answer, "name=\"version\" value=\"3\"");
    pages_free(pages);
}

static void
gives_everybody_an_owner(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = make_import(pages);
    const struct people *people = pages->people;
    static const int owners[] = {BO, ED}; /* of another workspace; of this one */
    struct webrun_answer answer;
    for (size_t i = 0; i < 2; i++) {
        answer = choose(pages, path,
                        arena_printf(people->arena,
                                     "version=2&entity=company&target.0=company.name&"
                                     "target.1=company.domain&target.2=&owner=%" PRId64,
                                     people->ids[owners[i]]));
        assert_int_equal(answer.status, i ? 303 : 400);
        if (!i)
            pages_shows(&answer, "Choose somebody of this workspace");
    }
    answer = pages_get(pages, ED, arena_printf(people->arena, "%s/map", path));
    pages_shows(&answer, arena_printf(people->arena, "<option value=\"%" PRId64 "\" selected>",
                                      people->ids[ED]));
    pages_free(pages);
}

static void
reads_the_file_as_told(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = make_import(pages);
    const char *dialect = arena_printf(pages->people->arena, "%s/dialect", path);
    struct webrun_answer answer =
        pages_get(pages, ED, arena_printf(pages->people->arena, "%s/map", path));
    pages_shows(&answer, "<dt>Rows</dt><dd>2</dd>");
    pages_shows(&answer, "<dt>Encoding</dt><dd>UTF-8, certain</dd>");
    answer = pages_get(pages, ED, dialect);
    pages_shows(&answer, "How is the file read?");
    pages_shows(&answer, "Detect (found: Semicolon ;)");
    pages_shows(&answer, "Detect (found: UTF-8)");
    pages_shows(&answer, "Detect (found: Line 1)");
    pages_shows(&answer, "<td class=\"soft\">Header</td><td class=\"mono\">Firma,Web,Halle</td>");
    assert_int_equal(pages_post(pages, ED, dialect, "delimiter=comma&header_rows=0").status, 303);
    answer = pages_get(pages, ED, arena_printf(pages->people->arena, "%s/map", path));
    pages_shows(&answer, "Firma;Web;Halle");
    assert_null(strstr(answer.body, "name=\"target.1\""));
    answer = pages_post(pages, ED, dialect, "skip=none");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Enter the number of lines");
    pages_free(pages);
}

/* A file with two tables: the page says so, and reads the other one when it is chosen. */
static void
chooses_among_tables(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    struct webrun_answer answer = pages_post(
        pages, ED, pages_path(pages, "/import/paste"),
        "rows=Firma;Web;Ort%0ANorthquay;northquay.example;Brno%0ALumen;lumen.example;Brno%0A%0A"
        "People%0AGiven%20name;Family%20name;Mail%0AEva;M;eva@lumen.example%0A"
        "Jan;N;jan@lumen.example%0A");
    const char *path = webrun_header(pages->run, &answer, "Location");
    const char *dialect = arena_printf(arena, "%s/dialect", path);
    answer = pages_get(pages, ED, arena_printf(arena, "%s/map", path));
    pages_shows(&answer, "<dt>Rows</dt><dd>2</dd>");
    pages_shows(&answer, "This file holds several tables");
    pages_shows(&answer, "line 6, People: Given name, Family name, Mail (2 rows)");
    answer = pages_get(pages, ED, dialect);
    pages_shows(&answer, "<option value=\"6\">From line 6, People");
    assert_int_equal(pages_post(pages, ED, dialect, "table=6").status, 303);
    answer = pages_get(pages, ED, arena_printf(arena, "%s/map", path));
    pages_shows(&answer, "<dt>Header</dt><dd>Line 6</dd>");
    pages_shows(&answer, "Family name");
    assert_null(strstr(answer.body, "This file holds several tables"));
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_errors_at_the_column), cmocka_unit_test(tells_the_second_tab),
        cmocka_unit_test(gives_everybody_an_owner),   cmocka_unit_test(reads_the_file_as_told),
        cmocka_unit_test(chooses_among_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
