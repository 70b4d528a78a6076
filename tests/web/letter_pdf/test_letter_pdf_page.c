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

/* Beside the person on their page and on each message to them; not in another workspace. */
static void
stands_on_the_pages_of_the_person(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct people *people = pages->people;
    int64_t contact = people_number(
        people,
        "INSERT INTO contact (tenant_id, first_name, name_key, search, sort_name, codes) VALUES "
        "(%" PRId64 ", 'Pia', 'z', 'z', 'z', '{0,0,0,0,0,0,0,0,0,0,0,0}') RETURNING contact_id",
        people->kestrel);
    const char *page =
        pages_path(pages, arena_printf(people->arena, "/contacts/%" PRId64, contact));
    const char *link =
        arena_printf(people->arena, "href=\"/p/nobody-guesses-%s-this\"", people->mark);
    struct webrun_answer answer = pages_get(pages, VI, page);
    assert_null(strstr(answer.body, "h-pdfs"));
    int64_t message = people_number(
        people,
        "WITH p AS (INSERT INTO pdf_template (tenant_id, name, html, variables) VALUES (%" PRId64
        ", 'Offer for them', '<p>x</p>', '{}') RETURNING tenant_id, pdf_template_id), f AS (INSERT "
        "INTO pdf_file (tenant_id, pdf_template_id, contact_id, token, file, file_size, made_from) "
        "SELECT tenant_id, pdf_template_id, %" PRId64 ", 'nobody-guesses-%s-this', 'aa/bb', "
        "2048, 'x' FROM p), c AS (INSERT INTO campaign (tenant_id, name, name_key, state) SELECT "
        "tenant_id, 'Pdfs', 'pdfs', 'review' FROM p RETURNING tenant_id, campaign_id), s AS "
        "(INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length) "
        "SELECT tenant_id, campaign_id, 1, 'call', 'Call', 500 FROM c RETURNING tenant_id, "
        "campaign_id, step_id), k AS (INSERT INTO campaign_person (tenant_id, campaign_id, "
        "contact_id) SELECT tenant_id, campaign_id, %" PRId64 " FROM c) SELECT step_id FROM s",
        people->kestrel, contact, people->mark, contact);
    message = people_number(
        people,
        "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, channel, position, "
        "rank, "
        "language, tone, formality, provider) SELECT tenant_id, campaign_id, step_id, %" PRId64
        ", 'call', 1, 0, 'en', 'bold', 'formal', 'embedded' FROM campaign_step WHERE step_id = "
        "%" PRId64 " RETURNING message_id",
        contact, message);
    people_number(people,
                  "INSERT INTO message_version (tenant_id, message_id, version, body, origin) "
                  "VALUES (%" PRId64 ", %" PRId64 ", 1, 'Hello', 'embedded') RETURNING 1",
                  people->kestrel, message);
    answer = pages_get(pages, VI, page);
    pages_shows(&answer, link);
    pages_shows(&answer, "Offer for them");
    answer = pages_get(
        pages, VI, pages_path(pages, arena_printf(people->arena, "/messages/%" PRId64, message)));
    pages_shows(&answer, link);
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
        cmocka_unit_test(stands_on_the_pages_of_the_person),
        cmocka_unit_test(an_address_that_is_none_leads_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
