/* Where a contact was seen, in the product itself: the page and the day, who probably left, and a person's
 * word for it; and the people of a company by how much they decide. */
#include "support/pages.h"

static const char *
add(struct pages *pages, const char *path, const char *form)
{
    struct webrun_answer answer = pages_post(pages, ED, pages_path(pages, path), form);
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
shows_pages_and_takes_a_word(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *jane = add(p, "/contacts/new", "first_name=Jane&last_name=Roe-Seen");
    struct webrun_answer answer = pages_get(p, VI, jane);
    assert_null(strstr(answer.body, "On the company&#39;s pages"));
    assert_null(strstr(answer.body, "h-seen"));
    people_number(p->people,
                  "INSERT INTO contact_sighting (tenant_id, contact_id, url, company_id, title, "
                  "confidence, seen_at, checked_at, missed) VALUES (%" PRId64 ", %" PRId64
                  ", 'https://www.seen.example/team', 1, 'Chief <b>', 90, '2026-01-05', now(), 2) "
                  "RETURNING 1",
                  p->people->kestrel, id_of(jane));
    people_number(p->people,
                  "UPDATE contact SET employment = 2 WHERE tenant_id = %" PRId64
                  " AND contact_id = %" PRId64 " RETURNING 1",
                  p->people->kestrel, id_of(jane));
    answer = pages_get(p, VI, jane);
    pages_shows(&answer, ">Probably left</span>");
    pages_shows(&answer, ">seen.example/team</a>");
    pages_shows(&answer, "No longer there; last seen");
    pages_shows(&answer, "as Chief &lt;b&gt;");
    assert_null(strstr(answer.body, "Has left"));
    const char *say = arena_printf(arena, "%s/employment", jane);
    assert_int_equal(pages_post(p, VI, say, "is=there").status, 403);
    assert_int_equal(pages_post(p, ED, say, "is=there").status, 303);
    answer = pages_get(p, ED, jane);
    pages_shows(&answer, ">Works there</span>");
    pages_shows(&answer, "value=\"left\">Has left");
    assert_int_equal(pages_post(p, ED, say, "is=left").status, 303);
    answer = pages_get(p, ED, jane);
    pages_shows(&answer, "Somebody here said so.");
    answer = pages_get(p, ED, pages_path(p, "/contacts?employment=left&q=roe-seen"));
    pages_shows(&answer, "Roe-Seen");
    pages_free(p);
}

static void
orders_the_people_of_a_company(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *company = add(p, "/companies/new", "name=Orderly+People&domain=orderly.example");
    static const char *const people[][2] = {
        {"Aaa", "Assistant"    },
        {"Bbb", "CEO"          },
        {"Ccc", "Head+of+Sales"},
        {"Ddd", "CEO"          }
    };
    for (size_t i = 0; i < 4; i++)
        add(p, "/contacts/new",
            arena_printf(arena,
                         "first_name=%s&last_name=Orderly&job_title=%s&company=orderly.example",
                         people[i][0], people[i][1]));
    people_number(p->people,
                  "UPDATE contact SET employment = 3 WHERE tenant_id = %" PRId64
                  " AND first_name = 'Ddd' AND last_name = 'Orderly' RETURNING 1",
                  p->people->kestrel);
    struct webrun_answer answer = pages_get(p, VI, arena_printf(arena, "%s/people", company));
    const char *b = strstr(answer.body, "Bbb Orderly"), *c = strstr(answer.body, "Ccc Orderly");
    const char *a = strstr(answer.body, "Aaa Orderly"), *d = strstr(answer.body, "Ddd Orderly");
    assert_true(b && c && a && d && b < c && c < a && a < d);
    pages_shows(&answer, "<span class=\"badge\">Left</span>");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_pages_and_takes_a_word),
        cmocka_unit_test(orders_the_people_of_a_company),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
