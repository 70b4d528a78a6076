/* Senders under Settings: added, made the default, kept while campaigns need them. */
#include "support/pages.h"

static int64_t
sender(struct pages *pages, const char *name)
{
    return people_number(pages->people,
                         "SELECT sender_id FROM campaign_sender WHERE tenant_id = %" PRId64
                         " AND name = '%s' AND deleted_at IS NULL",
                         pages->people->kestrel, name);
}

static void
adds_changes_and_removes(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = pages_path(pages, "/settings/senders");
    const char *new_path = pages_path(pages, "/settings/senders/new");
    struct webrun_answer answer = pages_get(pages, VI, path);
    pages_shows(&answer, "No sender yet");
    answer = pages_get(pages, ED, new_path);
    pages_shows(&answer, "Several laws ask for it");
    assert_int_equal(pages_post(pages, VI, new_path, "name=Vi&company=Kestrel").status, 403);
    answer = pages_post(pages, ED, new_path, "name=Hana&company=Kestrel&email=hana%40");
    pages_shows(&answer, "Write an address such as");
    pages_shows(&answer, "value=\"Hana\"");
    assert_int_equal(pages_post(pages, ED, new_path, "name=Hana&company=Kestrel").status, 303);
    assert_int_equal(pages_post(pages, ED, new_path,
                                "name=Ben&company=Kestrel&postal_address=Prague&is_default=1")
                         .status,
                     303);
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, "Missing");
    pages_shows(&answer, "Given");
    assert_true(strstr(answer.body, "Ben") < strstr(answer.body, "Hana")); /* the default first */
    const char *hana =
        pages_path(pages, arena_printf(pages->people->arena, "/settings/senders/%" PRId64,
                                       sender(pages, "Hana")));
    assert_int_equal(pages_get(pages, BO, hana).status, 404);
    assert_int_equal(pages_post(pages, ED, hana, "version=1&name=Hana+Nova&company=Kestrel").status,
                     303);
    assert_int_equal(pages_post(pages, ED, hana, "version=1&name=Late&company=Kestrel").status,
                     303);
    assert_true(sender(pages, "Hana Nova") && !sender(pages, "Late"));
    const char *remove = arena_printf(pages->people->arena, "%s/remove", hana);
    assert_int_equal(pages_post(pages, ED, remove, "").status, 403);
    answer = pages_get(pages, ADA, remove);
    pages_shows(&answer, "Messages that are written keep the name.");
    assert_int_equal(
        pages_post(pages, ED, pages_path(pages, "/campaigns/new"),
                   arena_printf(pages->people->arena, "name=Uses&language=en&sender_id=%" PRId64,
                                sender(pages, "Hana Nova")))
            .status,
        303);
    assert_int_equal(pages_post(pages, ADA, remove, "").status, 303);
    assert_true(sender(pages, "Hana Nova"));
    people_number(pages->people,
                  "WITH u AS (UPDATE campaign SET state = 'archived' WHERE tenant_id = %" PRId64
                  " RETURNING 1) SELECT count(*) FROM u",
                  pages->people->kestrel);
    assert_int_equal(pages_post(pages, ADA, remove, "").status, 303);
    assert_false(sender(pages, "Hana Nova"));
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_changes_and_removes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
