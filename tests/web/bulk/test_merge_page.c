/* Merging in the product itself: choosing the other one, field by field, the old address afterwards, who
 * may and what is not theirs. */
#include "support/pages.h"

static const char *
add(struct pages *p, const char *form)
{
    struct webrun_answer answer = pages_post(p, ED, pages_path(p, "/contacts/new"), form);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return arena_strdup(p->people->arena, webrun_header(p->run, &answer, "Location"));
}

static const char *
id_of(const char *path)
{
    return strrchr(path, '/') + 1;
}

static void
tells_namesakes_apart(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *stays = add(p, "first_name=Rosa&last_name=Lind&email=rosa%40lumen.example");
    const char *goes = add(p, "first_name=Rosa&last_name=Lind&job_title=CTO");
    struct webrun_answer answer =
        pages_get(p, ED, arena_printf(arena, "%s/merge?with=%s", stays, id_of(goes)));
    pages_shows(&answer, "data-label=\"Keep: Rosa Lind, rosa@lumen.example\"");
    pages_shows(&answer, "data-label=\"Goes: Rosa Lind, without an e-mail\"");
    const char *same = add(p, "first_name=Rosa&last_name=Lind&phone=%2B420777123456");
    answer = pages_get(p, ED, arena_printf(arena, "%s/merge?with=%s", goes, id_of(same)));
    pages_shows(&answer,
                arena_printf(arena, "data-label=\"Keep: Rosa Lind, record %s\"", id_of(goes)));
    pages_free(p);
}

static void
merges_two_contacts(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *stays = add(p, "first_name=Jonas&last_name=Weidner&email=jonas%40lumen.example");
    const char *goes =
        add(p, "first_name=J.&last_name=Weidner&email=jw%40lumen.example&job_title=CTO");
    const char *merge = arena_printf(arena, "%s/merge", stays);
    struct webrun_answer answer = pages_get(p, ED, stays);
    pages_shows(&answer, "Merge with");
    answer = pages_get(p, ED, arena_printf(arena, "%s?q=jw", merge));
    pages_shows(&answer, "J. Weidner");
    const char *with = arena_printf(arena, "%s?with=%s", merge, id_of(goes));
    answer = pages_get(p, ED, with);
    pages_shows(&answer, "name=\"take.email\" value=\"goes\"");
    /* each value says whose it is, where no head of a table does */
    pages_shows(&answer, "data-label=\"Keep: Jonas Weidner\"");
    pages_shows(&answer, "data-label=\"Goes: J. Weidner\"");
    pages_shows(&answer,
                "value=\"stays\" aria-label=\"E-mail of Jonas Weidner, the one to keep\" checked");
    pages_shows(&answer, "Merge into one contact</button>");
    assert_int_equal(pages_get(p, VI, with).status, 403);
    const char *form =
        arena_printf(arena, "with=%s&take.email=stays&take.job_title=goes", id_of(goes));
    assert_int_equal(pages_post(p, VI, merge, form).status, 403);
    answer =
        pages_post(p, ED, merge, arena_printf(arena, "with=%s&take.nonsense=goes", id_of(goes)));
    assert_int_equal(answer.status, 400);
    answer = pages_post(p, ED, merge, form);
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(p->run, &answer, "Location"), stays);
    answer = pages_get(p, VI, stays);
    pages_shows(&answer, "CTO");
    pages_shows(&answer, "jw@lumen.example");
    int64_t set = people_number(p->people,
                                "SELECT max(change_set_id) FROM change_set WHERE kind = 'merge' "
                                "AND tenant_id = %" PRId64,
                                p->people->kestrel);
    answer = pages_get(p, VI, pages_path(p, arena_printf(arena, "/changes/%" PRId64, set)));
    pages_shows(&answer,
                arena_printf(arena, "merged into</span> <a href=\"%s\">Jonas Weidner</a>", stays));
    assert_null(strstr(answer.body, "(deleted)"));
    answer = pages_get(p, VI, goes); /* a bookmark */
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(p->run, &answer, "Location"), stays);
    assert_int_equal(pages_post(p, ED, merge, form).status, 404); /* once more */
    pages_free(p);
}

static void
knows_no_strangers(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *mine = add(p, "first_name=Anna&last_name=Ek");
    int64_t theirs = people_number(
        p->people,
        "INSERT INTO contact (tenant_id, first_name, name_key, search, "
        "sort_name, codes) VALUES (%" PRId64
        ", 'Foreign', 'x', 'x', 'x', '{0,0,0,0,0,0,0,0,0,0,0,0}') RETURNING contact_id",
        p->people->atlas);
    const char *merge = arena_printf(arena, "%s/merge", mine);
    assert_int_equal(
        pages_get(p, ED, arena_printf(arena, "%s?with=%" PRId64, merge, theirs)).status, 404);
    assert_int_equal(pages_post(p, ED, merge, arena_printf(arena, "with=%" PRId64, theirs)).status,
                     404);
    assert_int_equal(pages_post(p, ED, merge, arena_printf(arena, "with=%s", id_of(mine))).status,
                     400);
    struct webrun_answer answer = pages_get(p, ED, arena_printf(arena, "%s?q=foreign", merge));
    pages_shows(&answer, "Nothing matches");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_two_contacts),
        cmocka_unit_test(tells_namesakes_apart),
        cmocka_unit_test(knows_no_strangers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
