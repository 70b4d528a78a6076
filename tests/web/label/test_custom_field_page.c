/* Custom fields under Settings: every type made, changed, ordered, archived, deleted and taken back;
 * admins only. */
#include "support/pages.h"

static int64_t
id_of(struct pages *pages, const char *label)
{
    return people_number(pages->people,
                         "SELECT custom_field_id FROM custom_field WHERE tenant_id = %" PRId64
                         " AND label = '%s' AND deleted_at IS NULL",
                         pages->people->kestrel, label);
}

static const char *
path_of(struct pages *pages, int64_t id, const char *rest)
{
    return pages_path(
        pages, arena_printf(pages->people->arena, "/settings/fields/%" PRId64 "%s", id, rest));
}

static void
makes_a_field_of_each_type(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *list = pages_path(pages, "/settings/fields");
    const char *new = pages_path(pages, "/settings/fields/new");
    struct webrun_answer answer = pages_get(pages, VI, list);
    pages_shows(&answer, "No custom fields yet");
    static const char *const types[] = {"text", "number", "date", "url", "yesno"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        assert_int_equal(
            pages_post(pages, ADA, new,
                       arena_printf(pages->people->arena, "of=contact&label=A+%s&type=%s", types[i],
                                    types[i]))
                .status,
            303);
    answer = pages_post(pages, ADA, new, "of=company&label=Level&type=choice");
    pages_shows(&answer, "A choice needs options, one a line.");
    assert_null(strstr(answer.body, ">Added</a>"));
    answer = pages_post(pages, ADA, new, "of=company&label=Level&type=choice&added=Gold%0ATin");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, VI, list);
    pages_shows(&answer, "Gold, Tin");
    pages_shows(&answer, "a_yesno");
    assert_null(strstr(answer.body, "Delete…"));
    pages_free(pages);
}

static void
changes_and_deletes(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *list = pages_path(pages, "/settings/fields");
    pages_post(pages, ADA, pages_path(pages, "/settings/fields/new"),
               "of=company&label=Level&type=choice&added=Gold%0ATin");
    pages_post(pages, ADA, pages_path(pages, "/settings/fields/new"),
               "of=company&label=Size&type=text");
    int64_t id = id_of(pages, "Level");
    pages_post(pages, ED, pages_path(pages, "/companies/new"), "name=One");
    people_number(pages->people,
                  "WITH u AS (UPDATE company SET custom = '{\"level\": \"Tin\"}' WHERE tenant_id = "
                  "%" PRId64 " RETURNING 1) SELECT count(*) FROM u",
                  pages->people->kestrel);
    struct webrun_answer answer = pages_get(pages, ADA, path_of(pages, id, ""));
    pages_shows(&answer, "1 company with a value.");
    pages_shows(&answer, "name=\"options.1\" id=\"f-options.1\" value=\"Tin\"");
    answer =
        pages_post(pages, ADA, path_of(pages, id, ""), "label=Level&type=number&options.0=Gold");
    pages_shows(&answer, "1 record has a value that does not fit this type, such as “Tin”");
    answer = pages_post(pages, ADA, path_of(pages, id, ""),
                        "label=Grade&type=choice&options.0=Gold&options.1=Lead&added=Iron");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, VI, list);
    pages_shows(&answer, "Gold, Lead, Iron");
    assert_int_equal(people_number(pages->people,
                                   "SELECT count(*) FROM company WHERE tenant_id = %" PRId64
                                   " AND custom ->> 'level' = 'Lead'",
                                   pages->people->kestrel),
                     1);
    assert_int_equal(pages_post(pages, ADA, path_of(pages, id, "/move"), "where=down").status, 303);
    assert_int_equal(pages_post(pages, ADA, path_of(pages, id, "/archive"), "").status, 303);
    answer = pages_get(pages, ADA, list);
    pages_shows(&answer, "Show again");
    assert_int_equal(pages_post(pages, ADA, path_of(pages, id, "/restore"), "").status, 303);
    answer = pages_get(pages, ADA, path_of(pages, id, "/delete"));
    pages_shows(&answer, "and its values in 1 company.");
    answer = pages_post(pages, ADA, path_of(pages, id, "/delete"), "count=1");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, VI, list);
    assert_null(strstr(answer.body, "Grade"));
    pages_free(pages);
}

static void
keeps_others_out(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    pages_post(pages, ADA, pages_path(pages, "/settings/fields/new"),
               "of=company&label=Size&type=text");
    int64_t id = id_of(pages, "Size");
    static const char *const below[] = {"", "/move", "/archive", "/restore", "/delete"};
    for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
        assert_int_equal(pages_post(pages, ED, path_of(pages, id, below[i]), "").status, 403);
        assert_int_equal(pages_post(pages, BO, path_of(pages, id, below[i]), "").status, 404);
        const char *own = arena_printf(pages->people->arena, "/%s/settings/fields/%" PRId64 "%s",
                                       pages->people->atlas_slug, id, below[i]);
        assert_int_equal(pages_post(pages, BO, own,
                                    strcmp(below[i], "/move")
                                        ? strcmp(below[i], "/delete")
                                              ? *below[i] ? "" : "label=X&type=text"
                                              : "count=0"
                                        : "where=up")
                             .status,
                         404);
    }
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_a_field_of_each_type),
        cmocka_unit_test(changes_and_deletes),
        cmocka_unit_test(keeps_others_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
