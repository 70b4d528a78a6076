/* The pages of PDF templates: the upload, what is refused and told, one tried with somebody, and the
 * address without a session. */
#include "support/pages.h"

static void
an_upload_is_tried_with_somebody(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct database *db = pages->people->db;
    struct webrun_answer answer = pages_get(pages, ED, pages_path(pages, "/settings/pdf"));
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "{{company_name}}");
    pages_shows(&answer, "No template yet");
    answer = pages_post(pages, ED, pages_path(pages, "/contacts/new"),
                        "first_name=%3Cb%3EZoe&email=zoe%40pdf-test.com");
    assert_int_equal(answer.status, 303);
    int64_t id = database_number(
        db,
        arena_printf(pages->people->arena,
                     "INSERT INTO pdf_template (tenant_id, name, html, variables) SELECT "
                     "tenant_id, 'Offer', '<p>{{first_name}} {{city}}</p>', '{first_name,city}' "
                     "FROM tenant WHERE slug = '%s' RETURNING pdf_template_id",
                     pages->people->kestrel_slug));
    const char *path =
        pages_path(pages, arena_printf(pages->people->arena, "/settings/pdf/%" PRId64, id));
    answer = pages_get(pages, ED,
                       arena_printf(pages->people->arena, "%s?email=zoe%%40pdf-test.com", path));
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "&lt;b&gt;Zoe");
    pages_shows(&answer, "Nothing is known, and nothing else was given");
    answer =
        pages_get(pages, ED, arena_printf(pages->people->arena, "%s?email=no%%40x.example", path));
    pages_shows(&answer, "No contact has this e-mail address.");
    answer = pages_post(pages, ED, path, "email=zoe%40pdf-test.com");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "A PDF is being made.");
    assert_int_equal(pages_get(pages, VI, path).status, 403);
    assert_int_equal(pages_get(pages, BO, path).status, 404);
    answer = pages_post(pages, ED, arena_printf(pages->people->arena, "%s/remove", path), "");
    assert_int_equal(answer.status, 303);
    assert_int_equal(pages_get(pages, ED, path).status, 404);
    pages_free(pages);
}

static void
an_address_that_is_none_leads_nowhere(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    assert_int_equal(webrun_get(pages->run, NULL, "/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").status,
                     404);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_upload_is_tried_with_somebody),
        cmocka_unit_test(an_address_that_is_none_leads_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
