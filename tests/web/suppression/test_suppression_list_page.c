/* The suppression list as people use it. */
#include "support/pages.h"

static void
adds_and_removes(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = pages_path(pages, "/suppressions");
    struct webrun_answer answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Nobody is on the list");
    assert_int_equal(pages_post(pages, ED, path, "value=Jane%40Acme.com&reason=asked").status, 303);
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, "jane@acme.com");
    assert_null(strstr(answer.body, "Add an entry"));
    answer = pages_post(pages, ED, path, "value=jane%40acme.com&reason=again");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "This is on the list already.");
    answer = pages_post(pages, ED, path, "value=nonsense&reason=again");
    pages_shows(&answer, "neither an e-mail address nor a domain");
    pages_shows(&answer, "value=\"nonsense\"");
    const char *entry = arena_printf(
        pages->people->arena, "%s/%" PRId64 "/remove", path,
        people_number(pages->people,
                      "SELECT suppression_id FROM suppression WHERE tenant_id = %" PRId64,
                      pages->people->kestrel));
    assert_int_equal(pages_post(pages, ED, entry, "").status, 403);
    assert_int_equal(pages_post(pages, BO, entry, "").status, 404);
    assert_int_equal(pages_post(pages, ADA, entry, "").status, 303);
    assert_int_equal(people_audited(pages->people, "suppression_add"), 1);
    assert_int_equal(people_audited(pages->people, "suppression_remove"), 1);
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Nobody is on the list");
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_and_removes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
