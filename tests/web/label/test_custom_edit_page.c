/* The custom fields of one record: a control for each type, wrong values at their field, two people at
 * once; viewers and strangers stay out. */
#include "support/pages.h"

static const char *
company(struct pages *pages)
{
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/companies/new"), "name=One");
    assert_int_equal(answer.status, 303);
    return arena_strdup(pages->people->arena, webrun_header(pages->run, &answer, "Location"));
}

static const char *
below(struct pages *pages, const char *path, const char *rest)
{
    return arena_printf(pages->people->arena, "%s%s", path, rest);
}

static void
add(struct pages *pages, const char *form)
{
    assert_int_equal(pages_post(pages, ADA, pages_path(pages, "/settings/fields/new"), form).status,
                     303);
}

static const char *
custom_of(struct pages *pages)
{
    return database_value(pages->people->db,
                          arena_printf(pages->people->arena,
                                       "SELECT coalesce(custom::text, '') FROM company WHERE "
                                       "tenant_id = %" PRId64,
                                       pages->people->kestrel));
}

static void
edits_each_type(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = company(pages), *form = below(pages, path, "/custom");
    struct webrun_answer answer = pages_get(pages, ED, form);
    pages_shows(&answer, "No custom fields");
    add(pages, "of=company&label=Note&type=text");
    add(pages, "of=company&label=Seats&type=number");
    add(pages, "of=company&label=Ends&type=date");
    add(pages, "of=company&label=Page&type=url");
    add(pages, "of=company&label=VIP&type=yesno");
    add(pages, "of=company&label=Level&type=choice&added=Gold%0ATin");
    add(pages, "of=contact&label=Other&type=text");
    answer = pages_get(pages, ED, form);
    pages_shows(&answer, "name=\"custom.seats\" type=\"number\" step=\"any\"");
    pages_shows(&answer, "name=\"custom.ends\" type=\"date\"");
    pages_shows(&answer, "<option value=\"Gold\">Gold</option>");
    assert_null(strstr(answer.body, "Other"));
    answer = pages_post(pages, ED, form,
                        "version=1&custom.note=Hello&custom.seats=1.234&custom.ends=2026-02-30&"
                        "custom.page=nothing&custom.vip=&custom.level=Silver");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "This is no date.");
    pages_shows(&answer, "This is no web address.");
    pages_shows(&answer, "Choose one of the options of this field.");
    pages_shows(&answer, "value=\"1.234\"");
    answer = pages_post(pages, ED, form,
                        "version=1&custom.note=Hello&custom.seats=1.234&custom.ends=2026-02-28&"
                        "custom.page=one.example&custom.vip=yes&custom.level=gold");
    assert_int_equal(answer.status, 303);
    assert_string_equal(custom_of(pages),
                        "{\"vip\": \"yes\", \"ends\": \"2026-02-28\", \"note\": \"Hello\", "
                        "\"page\": \"https://one.example/\", \"level\": \"Gold\", \"seats\": "
                        "\"1.2340\"}");
    answer = pages_post(pages, ED, form, "version=2&custom.note=&custom.level=Gold");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ED, form);
    pages_shows(&answer, "<option value=\"Gold\" selected>Gold</option>");
    assert_null(strstr(answer.body, "Hello"));
    pages_free(pages);
}

static void
shows_both_values_of_two_people(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = company(pages), *form = below(pages, path, "/custom");
    add(pages, "of=company&label=Plan&type=text");
    assert_int_equal(pages_post(pages, ED, form, "version=1&custom.plan=Theirs").status, 303);
    struct webrun_answer answer = pages_post(pages, ADA, form, "version=1&custom.plan=Mine");
    pages_shows(&answer, "Somebody else changed this company");
    pages_shows(&answer, "Plan: now <b>Theirs</b>, yours <b>Mine</b>");
    pages_shows(&answer, "name=\"version\" value=\"2\"");
    pages_shows(&answer, "value=\"Mine\"");
    assert_int_equal(pages_post(pages, ADA, form, "version=2&custom.plan=Mine").status, 303);
    assert_string_equal(custom_of(pages), "{\"plan\": \"Mine\"}");
    pages_free(pages);
}

static void
keeps_viewers_and_strangers_out(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *form = below(pages, company(pages), "/custom");
    add(pages, "of=company&label=Plan&type=text");
    assert_int_equal(pages_get(pages, VI, form).status, 403);
    assert_int_equal(pages_post(pages, VI, form, "version=1&custom.plan=x").status, 403);
    assert_int_equal(pages_post(pages, ED, form, "version=1&custom.none=1").status, 404);
    assert_int_equal(pages_post(pages, BO, form, "version=1&custom.plan=x").status, 404);
    assert_string_equal(custom_of(pages), "");
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_each_type),
        cmocka_unit_test(shows_both_values_of_two_people),
        cmocka_unit_test(keeps_viewers_and_strangers_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
