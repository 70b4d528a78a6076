/* Writing a campaign's messages as people see it: what it will come to, who may start it, how it is getting
 * on, cancelled and gone on with. */
#include "support/pages.h"

/* A campaign of kestrel that is ready, with one person and one step; its path. */
static const char *
campaign(struct pages *pages, const char *rest)
{
    int64_t id = people_number(
        pages->people,
        "WITH s AS (INSERT INTO campaign_sender (tenant_id, name, company) VALUES (%" PRId64
        ", 'Hana', 'Kestrel') RETURNING tenant_id, sender_id), c AS (INSERT INTO campaign "
        "(tenant_id, name, name_key, state, sender_id) SELECT tenant_id, 'Autumn', 'autumn', "
        "'ready', sender_id FROM s RETURNING tenant_id, campaign_id), t AS (INSERT INTO "
        "campaign_step (tenant_id, campaign_id, position, channel, label, max_length) SELECT "
        "tenant_id, campaign_id, 1, 'email', 'Intro', 900 FROM c), k AS (INSERT INTO contact "
        "(tenant_id, first_name, last_name, name_key, search, sort_name, email, email_key, codes) "
        "SELECT tenant_id, 'Ann', 'Bell', 'x', 'x', 'x', 'ann@x.example', 'ann@x.example', "
        "'{0,0,0,0,0,0,0,0,0,0,0,0}' FROM c RETURNING tenant_id, contact_id), p AS (INSERT INTO "
        "campaign_person (tenant_id, campaign_id, contact_id) SELECT c.tenant_id, c.campaign_id, "
        "k.contact_id FROM c, k) SELECT campaign_id FROM c",
        pages->people->kestrel);
    return arena_printf(pages->people->arena, "/campaigns/%" PRId64 "%s", id, rest);
}

static void
writes_after_it_said_what_it_comes_to(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = pages_path(pages, campaign(pages, "/generate"));
    struct webrun_answer answer = pages_get(pages, ED, path);
    pages_shows(&answer, "what you offer is not written in that language");
    people_number(
        pages->people,
        "INSERT INTO campaign_offer (tenant_id, campaign_id, language, does) SELECT "
        "tenant_id, campaign_id, 'en', 'We check invoices.' FROM campaign WHERE tenant_id "
        "= %" PRId64 " RETURNING 1",
        pages->people->kestrel);
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Write 1 message");
    answer = pages_get(pages, VI, path);
    assert_null(strstr(answer.body, "value=\"start\""));
    assert_int_equal(pages_post(pages, VI, path, "do=start").status, 403);
    assert_int_equal(pages_get(pages, BO, path).status, 404);
    assert_int_equal(pages_post(pages, ED, path, "do=start").status, 303);
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Starting");
    pages_shows(&answer, "hx-get=");
    assert_non_null(webrun_header(pages->run, &answer, "Refresh"));
    answer = pages_post(pages, ED, path, "do=start");
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Set-Cookie"), "flash"));
    answer = pages_post(pages, ED, path, "do=cancel");
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Set-Cookie"), "flash"));
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Write 1 message");
    assert_int_equal(
        1, people_number(pages->people,
                         "SELECT count(*) FROM pipeline_run WHERE campaign_id IS NOT NULL AND "
                         "tenant_id = %" PRId64,
                         pages->people->kestrel));
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_after_it_said_what_it_comes_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
