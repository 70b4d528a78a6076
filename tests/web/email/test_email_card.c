/* The address of a contact in the product itself: state and evidence, a guess that stays one, checks
 * that run by themselves, the action on a list. */
#include "support/pages.h"

static const char *
add(struct pages *pages, const char *form)
{
    struct webrun_answer answer = pages_post(pages, ED, pages_path(pages, "/contacts/new"), form);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return arena_strdup(pages->people->arena, webrun_header(pages->run, &answer, "Location"));
}

static int64_t
id_of(const char *path)
{
    return strtoll(strrchr(path, '/') + 1, NULL, 10);
}

static void
shows_state_and_evidence(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *jane = add(p, "first_name=Jane&last_name=Roe-Card&email=jane%40card.example");
    struct webrun_answer answer = pages_get(p, VI, jane);
    pages_shows(&answer, "Not checked yet.");
    assert_null(strstr(answer.body, "Check now"));
    people_number(p->people,
                  "INSERT INTO email_check (tenant_id, contact_id, address, origin, route, state, "
                  "percent, checked_at) VALUES (%" PRId64 ", %" PRId64
                  ", 'jane@card.example', 1, 1, "
                  "1, 88, now()) RETURNING 1",
                  p->people->kestrel, id_of(jane));
    answer = pages_get(p, ED, jane);
    pages_shows(&answer, ">Found</span>");
    pages_shows(&answer, "88 % <span class=\"muted\">estimate");
    pages_shows(&answer, "A person or a list gave it.");
    pages_shows(&answer, "The domain names its mail servers.");
    answer = pages_post(p, ED, arena_printf(arena, "%s/email", jane), "do=check");
    assert_int_equal(answer.status, 303);
    assert_int_equal(pages_post(p, VI, arena_printf(arena, "%s/email", jane), "do=check").status,
                     403);
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM pipeline_run WHERE tenant_id = %" PRId64
                                   " AND stages = '{email_verify}'",
                                   p->people->kestrel),
                     1);
    answer = pages_post(p, ED, pages_path(p, "/contacts/bulk"),
                        arena_printf(arena, "do=verify&id=%" PRId64, id_of(jane)));
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ED, webrun_header(p->run, &answer, "Location"));
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "value=\"email_verify\" checked");
    assert_null(strstr(answer.body, "value=\"email_find\" checked"));
    pages_free(p);
}

static void
keeps_guesses_apart(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *john = add(p, "first_name=John&last_name=Roe-Guess");
    struct webrun_answer answer = pages_get(p, ED, john);
    pages_shows(&answer, "none was looked for yet");
    pages_shows(&answer, "Look for it");
    people_number(
        p->people,
        "INSERT INTO email_check (tenant_id, contact_id, address, origin, place, pattern, "
        "permille, matching, samples, route, state, percent, checked_at) VALUES (%" PRId64
        ", %" PRId64 ", 'john.roe@guess.example', 3, 1, 1, 700, 3, 4, 1, 2, 70, now()) RETURNING 1",
        p->people->kestrel, id_of(john));
    answer = pages_get(p, ED, john);
    pages_shows(&answer, "Guesses only");
    pages_shows(&answer, "john.roe@guess.example");
    pages_shows(&answer, "3 of 4 known addresses");
    answer = pages_get(p, ED, pages_path(p, "/contacts?q=roe-guess"));
    assert_null(strstr(answer.body, "john.roe@guess.example"));
    const char *act = arena_printf(arena, "%s/email", john);
    assert_int_equal(pages_post(p, ED, act, "do=accept&address=other%40guess.example").status, 404);
    assert_int_equal(pages_post(p, ED, act, "do=accept&address=john.roe%40guess.example").status,
                     303);
    answer = pages_get(p, ED, john);
    pages_shows(&answer, ">Pattern guess</span>");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_state_and_evidence),
        cmocka_unit_test(keeps_guesses_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
