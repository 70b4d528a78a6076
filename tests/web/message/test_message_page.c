/* One message in the product itself: its edit page, older texts, sent by hand. */
#include "domain/message/messages.h"
#include "support/pages.h"

static void
texts_are_edited(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct people *people = p->people;
    struct arena *arena = people->arena;
    int64_t campaign = messages_campaign(people, "Spring", "choose"),
            mail = messages_step(people, campaign, 1, "email"),
            id = messages_draft(people, mail, messages_person(people, campaign, "Alma", 80), 1,
                                "Dear Alma, we lead. Shall we talk?");
    const char *path = pages_path(p, arena_printf(arena, "/messages/%" PRId64, id)),
               *edit = arena_printf(arena, "%s/edit", path);
    struct webrun_answer answer = pages_get(p, ED, edit);
    pages_shows(&answer, "Dear Alma, we lead.");
    pages_shows(&answer, "Too formal");
    answer = pages_post(p, ED, edit, "version=1&subject=Hello&body=Dear+Alma,+we+listen.");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "choose at least one reason");
    pages_shows(&answer, "we listen.");
    answer = pages_post(
        p, ED, edit,
        "version=1&subject=&body=Dear+Alma,+we+listen.&reasons=generic&reasons=too_long");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "An e-mail needs a subject.");
    pages_shows(&answer, "value=\"too_long\" checked");
    assert_int_equal(pages_post(p, VI, edit, "version=1&subject=A&body=B&reasons=generic").status,
                     403);
    answer = pages_post(
        p, ED, edit,
        "version=1&subject=Hello&body=Dear+Alma,+we+listen.&reasons=generic&reason_text=boasts");
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "Version 2</h2>");
    pages_shows(&answer, "Generic: boasts");
    pages_shows(&answer, "<del>lead. Shall we talk?</del><ins>listen.</ins>");
    pages_shows(&answer, "Version 1</h2>");
    assert_int_equal(pages_post(p, ED, path, "act=restore&version=2&which=1").status, 303);
    assert_int_equal(messages_is(people, id, "version = 3"), 1);
    /* Sent by hand only once approved. */
    assert_int_equal(pages_post(p, ED, path, "act=sent&via=email").status, 409);
    assert_int_equal(pages_post(p, ED, path, "act=approve&version=3").status, 303);
    assert_int_equal(pages_post(p, ED, path, "act=sent&via=linkedin").status, 303);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "noted by ed (linkedin)");
    assert_null(strstr(answer.body, "/edit\""));
    assert_int_equal(pages_post(p, ED, path, "act=unsent").status, 303);
    assert_int_equal(messages_is(people, id, "state = 'approved'"), 1);
    assert_int_equal(pages_post(p, ED, path, "act=reject&why=not+now").status, 303);
    assert_int_equal(
        pages_get(p, BO, arena_printf(arena, "/%s/messages/%" PRId64, people->atlas_slug, id))
            .status,
        404);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(texts_are_edited)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
