/* Lists of messages in the product itself: across campaigns, as tabs, narrowed; all drafts of a list. */
#include "domain/message/messages.h"
#include "support/pages.h"

static void
lists_show_and_decide(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct people *people = p->people;
    struct arena *arena = people->arena;
    int64_t spring = messages_campaign(people, "Spring", "choose"),
            autumn = messages_campaign(people, "Autumn", "choose"),
            mail = messages_step(people, spring, 1, "email"),
            call = messages_step(people, spring, 2, "call"),
            other = messages_step(people, autumn, 1, "email"),
            alma = messages_person(people, spring, "Alma", 80),
            bert = messages_person(people, autumn, "Bert", 40),
            one = messages_draft(people, mail, alma, 1, "Dear Alma"),
            two = messages_draft(people, call, alma, 1, "Ring ring"),
            three = messages_draft(people, other, bert, 1, "Dear Bert");
    struct webrun_answer answer = pages_get(p, VI, pages_path(p, "/messages"));
    pages_shows(&answer, "Alma Tester");
    pages_shows(&answer, "Bert Tester");
    pages_shows(&answer, "<h1>Messages <small>3</small>");
    assert_null(strstr(answer.body, "Approve 3 drafts"));
    answer = pages_get(p, ED, pages_path(p, "/messages?q=bert&channel=&step=&variant=&language="));
    pages_shows(&answer, "Approve 1 drafts");
    assert_null(strstr(answer.body, "Alma Tester"));
    answer =
        pages_get(p, ED,
                  pages_path(p, arena_printf(arena, "/messages?campaign=%" PRId64 "&step=%" PRId64,
                                             spring, call)));
    pages_shows(&answer, "Ring ring");
    assert_null(strstr(answer.body, "Hello there"));
    answer = pages_get(
        p, ED, pages_path(p, arena_printf(arena, "/campaigns/%" PRId64 "/messages", spring)));
    pages_shows(&answer, "Approve 2 drafts");
    assert_null(strstr(answer.body, "Bert Tester"));
    answer = pages_get(p, ED,
                       pages_path(p, arena_printf(arena, "/contacts/%" PRId64 "/messages", alma)));
    pages_shows(&answer, "Ring ring");
    int64_t company =
        people_number(people, "SELECT company_id FROM contact WHERE contact_id = %" PRId64, bert);
    answer = pages_get(
        p, ED, pages_path(p, arena_printf(arena, "/companies/%" PRId64 "/messages", company)));
    pages_shows(&answer, "Hello there");
    assert_null(strstr(answer.body, "Ring ring"));
    /* All of the list, and only when it is what was shown. */
    const char *path = pages_path(p, arena_printf(arena, "/messages?campaign=%" PRId64, spring));
    assert_int_equal(pages_post(p, VI, path, "act=approve&guard=2").status, 403);
    assert_int_equal(pages_post(p, ED, path, "act=approve&guard=3").status, 409);
    answer = pages_post(p, ED, path, "act=reject&guard=2&why=no");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Say why in at least 5 characters.");
    assert_int_equal(pages_post(p, ED, path, "act=approve&guard=2").status, 303);
    assert_int_equal(messages_is(people, one, "state = 'approved'") +
                         messages_is(people, two, "state = 'approved'"),
                     2);
    assert_int_equal(messages_is(people, three, "state = 'draft'"), 1);
    answer = pages_get(p, ED, pages_path(p, "/messages?state=approved"));
    pages_shows(&answer, "Ring ring");
    assert_null(strstr(answer.body, "Bert Tester"));
    answer = pages_get(p, BO, arena_printf(arena, "/%s/messages", people->atlas_slug));
    pages_shows(&answer, "No message yet");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(lists_show_and_decide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
