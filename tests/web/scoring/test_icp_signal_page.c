/* The pages of signals in the product itself: reading, a draft by editing, mistakes at their field,
 * tiers, words, JSON out and in, comparing, activating, a company's score. */
#include "support/pages.h"

#define FORM                                                                                       \
    "label=Robots&category=AI+agent+maturity&points=5&min=1&max=9&needs=1&on=1&pages=home&"        \
    "pages=blog&phrases=robots%0Aautomatons"

static const char *
location(struct pages *p, struct webrun_answer answer)
{
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return webrun_header(p->run, &answer, "Location");
}

static void
edits_a_draft(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    /* the model that comes with the program, without a row */
    struct webrun_answer answer =
        pages_get(p, VI, location(p, pages_get(p, VI, pages_path(p, "/signals"))));
    pages_shows(&answer, "Model 1, scores");
    pages_shows(&answer, "Agents in production");
    pages_shows(&answer, "−20");
    assert_null(strstr(answer.body, "Save signal"));
    assert_int_equal(pages_post(p, VI, pages_path(p, "/signals/1/new"), FORM).status, 403);

    /* a new signal makes a draft */
    const char *path = location(p, pages_post(p, ED, pages_path(p, "/signals/1/new"), FORM));
    assert_string_equal(path, pages_path(p, "/signals/2/signal/ROBOTS"));
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Draft of model 2");
    pages_shows(&answer, "robots\nautomatons");
    pages_shows(&answer, "value=\"blog\" checked");

    /* mistakes stand at their field, with what was typed */
    answer = pages_post(p, ED, path, FORM "&revision=1&patterns=agents+in+(production");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "A bracket is never closed");
    pages_shows(&answer, "agents in (production");
    answer = pages_post(p, ED, path, FORM "&revision=1&points=-5");
    assert_int_equal(answer.status, 400);
    location(p, pages_post(p, ED, path, FORM "&revision=1&patterns=robots%3F+at+work"));
    /* somebody else's form is older by now */
    assert_int_equal(pages_post(p, ADA, path, FORM "&revision=1").status, 409);
    const char *act = arena_printf(p->people->arena, "%s/act", path);
    location(p, pages_post(p, ED, act, "revision=2&act=up"));
    location(p, pages_post(p, ED, act, "revision=3&act=remove"));
    assert_int_equal(pages_get(p, ED, path).status, 404);
    pages_free(p);
}

static void
sets_tiers_and_speaks(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct webrun_answer answer = pages_get(p, VI, pages_path(p, "/signals/1/tiers"));
    pages_shows(&answer, "name=\"from.1\" value=\"15\"");
    const char *form = "label.1=Best&from.1=20&sets.1=tier_1_platinum&from.2=7&weight.blog=25&"
                       "page_cap=3&negations=not&negation_words=4&near_words=4";
    answer =
        pages_get(p, ED, location(p, pages_post(p, ED, pages_path(p, "/signals/1/tiers"), form)));
    pages_shows(&answer, "value=\"20\"");
    pages_shows(&answer, "name=\"weight.blog\" value=\"25\"");
    answer = pages_post(p, ED, pages_path(p, "/signals/2/tiers"),
                        "revision=1&page_cap=3&from.1=5&from.2=9");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "each needs fewer points");
    answer = pages_get(p, VI, pages_path(p, "/signals/2/document"));
    pages_shows(&answer, "Best");
    pages_shows(&answer, "A page counts 3 places");
    pages_shows(&answer, "listed on NASDAQ");

    /* out and in again */
    answer = pages_get(p, VI, pages_path(p, "/signals/2/model.json"));
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "\"format\":\"leadgen-icp-1\"");
    answer = pages_post(p, ED, pages_path(p, "/signals/import"), "json=%7B%22signals%22%3A1%7D");
    assert_int_equal(answer.status, 400);
    const char *path = location(
        p, pages_post(p, ED, pages_path(p, "/signals/import"),
                      "note=Small&json=%7B%22tiers%22%3A%5B%7B%22key%22%3A%22all%22%7D%5D%2C%22"
                      "signals%22%3A%5B%7B%22key%22%3A%22A%22%2C%22points%22%3A2%2C%22phrases%22%3A"
                      "%5B%22alpha%22%5D%7D%5D%7D"));
    assert_string_equal(path, pages_path(p, "/signals/3"));
    answer = pages_get(p, VI, pages_path(p, "/signals/versions"));
    pages_shows(&answer, "Small");
    location(p, pages_post(p, ED, pages_path(p, "/signals/3/drop"), ""));
    assert_int_equal(pages_get(p, VI, path).status, 404);
    pages_free(p);
}

static void
compares_and_activates(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    location(p, pages_post(p, ED, pages_path(p, "/signals/1/draft"), ""));
    const char *compare = pages_path(p, "/signals/2/compare");
    struct webrun_answer answer = pages_get(p, VI, compare);
    pages_shows(&answer, "See what changes first");
    location(p, pages_post(p, ED, compare, ""));
    answer = pages_get(p, ED, compare);
    pages_shows(&answer, "Waiting for a free worker");
    assert_int_equal(pages_post(p, ED, pages_path(p, "/signals/2/activate"), "").status, 403);
    location(p, pages_post(p, ADA, pages_path(p, "/signals/2/activate"), ""));
    assert_int_equal(
        people_number(p->people,
                      "SELECT version FROM icp_version WHERE active AND tenant_id = %" PRId64,
                      p->people->kestrel),
        2);
    answer = pages_get(p, VI, pages_path(p, "/signals/2"));
    pages_shows(&answer, "Model 2, scores");
    pages_free(p);
}

static void
explains_a_score(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    int64_t company = people_number(
        p->people,
        "INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes) VALUES "
        "(%" PRId64 ", 'Alder', 'alder', 'alder', 'alder', '{1,0,0,0,0,0,2,0,1,0,0}') "
        "RETURNING company_id",
        p->people->kestrel);
    const char *path =
        arena_printf(p->people->arena, "%s/%" PRId64, pages_path(p, "/companies"), company);
    const char *score = arena_printf(p->people->arena, "%s/score", path);
    struct webrun_answer answer = pages_get(p, VI, score);
    pages_shows(&answer, "Not scored yet");
    people_number(p->people,
                  "INSERT INTO score (tenant_id, company_id, version, total, tier, maturity, "
                  "signals, points, places, pages) SELECT tenant_id, company_id, 1, -14, "
                  "'disqualified', 'production', '{AGENT_PROD,ENTERPRISE_DISQUALIFIER}', "
                  "'{6,-20}', '{2,1}', 3 FROM company WHERE company_id = %" PRId64
                  " RETURNING company_id",
                  company);
    people_number(p->people,
                  "INSERT INTO score_evidence SELECT tenant_id, company_id, 'AGENT_PROD', 1, "
                  "'https://alder.example/product', 'We run ', 'agent <b>', ' here', 2, 50 FROM "
                  "company WHERE company_id = %" PRId64 " RETURNING company_id",
                  company);
    answer = pages_get(p, VI, score);
    pages_shows(&answer, "<mark>agent &lt;b&gt;</mark>");
    pages_shows(&answer, "href=\"https://alder.example/product\"");
    pages_shows(&answer, "Large enterprise");
    pages_shows(&answer, "−20");
    pages_shows(&answer, "18 more for Low fit");
    pages_shows(&answer, "In production");
    answer = pages_get(p, VI, path);
    pages_shows(&answer, "Score -14");
    /* its evidence stands beside the signal, and people judge it */
    const char *verdict = pages_path(p, "/signals/1/signal/AGENT_PROD/verdict");
    answer = pages_get(p, ED, pages_path(p, "/signals/1/signal/AGENT_PROD"));
    pages_shows(&answer, "Wrong for Alder");
    location(p, pages_post(
                    p, ED, verdict,
                    arena_printf(p->people->arena, "verdict=wrong&company_id=%" PRId64, company)));
    answer = pages_get(p, ED, pages_path(p, "/signals/1/signal/AGENT_PROD"));
    pages_shows(&answer, "aria-label=\"Wrong for Alder\" aria-pressed=\"true\"");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_a_draft),
        cmocka_unit_test(sets_tiers_and_speaks),
        cmocka_unit_test(compares_and_activates),
        cmocka_unit_test(explains_a_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
