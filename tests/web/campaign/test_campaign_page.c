/* Campaigns as people work with them: made, changed, moved, cloned, deleted; who may and who may not. */
#include "support/pages.h"

/* A new campaign of Ed's; gives "/campaigns/7" and what follows. */
static const char *
add(struct pages *pages, const char *name, int64_t *id)
{
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/campaigns/new"),
                   arena_printf(pages->people->arena, "name=%s&language=en", name));
    assert_int_equal(answer.status, 303);
    const char *at = strstr(webrun_header(pages->run, &answer, "Location"), "/campaigns/");
    assert_non_null(at);
    *id = strtoll(at + strlen("/campaigns/"), NULL, 10);
    return pages_path(pages, arena_printf(pages->people->arena, "/campaigns/%" PRId64, *id));
}

static const char *
below(struct pages *pages, const char *path, const char *rest)
{
    return arena_printf(pages->people->arena, "%s%s", path, rest);
}

static void
makes_and_lists_campaigns(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    int64_t id;
    struct webrun_answer answer = pages_get(pages, VI, pages_path(pages, "/campaigns"));
    pages_shows(&answer, "No campaign yet");
    assert_null(strstr(answer.body, "New campaign"));
    answer = pages_post(pages, ED, pages_path(pages, "/campaigns/new"), "name=&language=en");
    pages_shows(&answer, "Fill this in.");
    assert_int_equal(
        pages_post(pages, VI, pages_path(pages, "/campaigns/new"), "name=X&language=en").status,
        403);
    const char *path = add(pages, "Nordic+%3Cb%3E", &id);
    answer = pages_get(pages, VI, pages_path(pages, "/campaigns"));
    pages_shows(&answer, "Nordic &lt;b&gt;");
    pages_shows(&answer, "No step yet");
    answer = pages_get(pages, VI, pages_path(pages, "/campaigns?tab=review"));
    pages_shows(&answer, "No campaign here");
    answer = pages_get(pages, VI, pages_path(pages, "/campaigns?q=NORDIC&owner=nobody"));
    pages_shows(&answer, "No campaign here");
    answer = pages_get(pages, ED, pages_path(pages, "/campaigns?q=NORDIC&owner=me&sort=-cost"));
    pages_shows(&answer, "Nordic &lt;b&gt;");
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "It has neither people nor steps yet.");
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, "No step yet.");
    assert_null(strstr(answer.body, "Archive"));
    assert_int_equal(pages_get(pages, BO, path).status, 404);
    pages_free(pages);
}

static void
shows_what_is_missing_before_it_moves(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    int64_t id;
    const char *path = add(pages, "Gated", &id);
    struct webrun_answer answer = pages_get(pages, ED, below(pages, path, "/move/ready"));
    pages_shows(&answer, "neither people nor steps");
    assert_null(strstr(answer.body, "btn-primary\" type=\"submit\""));
    answer = pages_get(pages, ED, below(pages, path, "/move/sending"));
    pages_shows(&answer, "From Draft it does not go to Sending.");
    assert_int_equal(pages_post(pages, VI, below(pages, path, "/move/archived"), "").status, 403);
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/move/generating"), "").status, 404);
    static const char *const refused[] = {"ready",   "review", "approved",
                                          "sending", "paused", "finished"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        answer = pages_post(
            pages, ED,
            below(pages, path, arena_printf(pages->people->arena, "/move/%s", refused[i])), "");
        assert_int_equal(answer.status, 303);
        assert_int_equal(people_number(pages->people,
                                       "SELECT count(*) FROM campaign WHERE campaign_id = %" PRId64
                                       " AND state = 'draft'",
                                       id),
                         1);
    }
    answer = pages_post(pages, ED, below(pages, path, "/move/archived"), "");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ED, below(pages, path, "/delete"));
    pages_shows(&answer, "Only a draft can be deleted");
    answer = pages_get(pages, VI, pages_path(pages, "/campaigns?tab=archived"));
    pages_shows(&answer, "Gated");
    assert_int_equal(people_audited(pages->people, "campaign_move"), 1);
    pages_free(pages);
}

static void
clones_and_deletes(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    int64_t id;
    const char *path = add(pages, "Baltic", &id);
    assert_int_equal(
        pages_post(pages, ED, below(pages, path, "/offer/en"), "does=We+check+invoices.").status,
        303);
    struct webrun_answer answer = pages_get(pages, ED, below(pages, path, "/clone"));
    pages_shows(&answer, "value=\"Baltic (Copy)\"");
    answer = pages_post(pages, ED, below(pages, path, "/clone"), "name=Baltic+(Copy)");
    assert_int_equal(answer.status, 303);
    const char *clone = strstr(webrun_header(pages->run, &answer, "Location"), "/campaigns/");
    answer = pages_get(pages, ED, pages_path(pages, below(pages, clone, "/settings")));
    pages_shows(&answer, "We check invoices.");
    answer = pages_get(pages, ED, pages_path(pages, below(pages, clone, "/clone")));
    pages_shows(&answer, "value=\"Baltic (Copy 2)\"");
    answer = pages_get(pages, ED, below(pages, path, "/delete"));
    pages_shows(&answer, "This cannot be undone.");
    assert_int_equal(pages_post(pages, BO, below(pages, path, "/delete"), "").status, 404);
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/delete"), "").status, 303);
    assert_int_equal(pages_get(pages, ED, path).status, 404);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_and_lists_campaigns),
        cmocka_unit_test(shows_what_is_missing_before_it_moves),
        cmocka_unit_test(clones_and_deletes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
