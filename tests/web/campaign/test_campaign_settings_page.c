/* Settings of a campaign: a field that is wrong keeps what was typed, two people at once, what a state
 * does not allow stays as it is. */
#include "support/pages.h"

#define SETTINGS                                                                                   \
    "&language=en&tone=bold&formality=formal&variant_mode=choose&personalisation=2&cooldown_days=" \
    "14"

static const char *
add(struct pages *pages)
{
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/campaigns/new"), "name=Nordic&language=en");
    assert_int_equal(answer.status, 303);
    const char *at = strstr(webrun_header(pages->run, &answer, "Location"), "/campaigns/");
    assert_non_null(at);
    return pages_path(pages, at);
}

static const char *
settings(struct pages *pages, const char *path)
{
    return arena_printf(pages->people->arena, "%s/settings", path);
}

static const char *
value(struct pages *pages, const char *column)
{
    return database_value(pages->people->db,
                          arena_printf(pages->people->arena,
                                       "SELECT %s::text FROM campaign WHERE tenant_id = %" PRId64,
                                       column, pages->people->kestrel));
}

static void
takes_what_is_right_and_says_what_is_not(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = settings(pages, add(pages));
    struct webrun_answer answer = pages_get(pages, VI, path);
    pages_shows(&answer, "no letter can be written");
    assert_null(strstr(answer.body, ">Save<"));
    answer = pages_post(pages, ED, path, "version=1&name=Later" SETTINGS "&starts_on=2020-01-31");
    pages_shows(&answer, "This day is over.");
    pages_shows(&answer, "value=\"Later\"");
    answer = pages_post(pages, ED, path,
                        "version=1&name=Later" SETTINGS "&instructions=Short%3A+three+lines");
    assert_int_equal(answer.status, 303);
    assert_string_equal(value(pages, "name"), "Later");
    assert_string_equal(value(pages, "instructions"), "Short: three lines");
    assert_string_equal(value(pages, "cooldown_days"), "14");
    answer = pages_post(pages, ADA, path, "version=1&name=Hers" SETTINGS);
    pages_shows(&answer, "Somebody changed this campaign");
    pages_shows(&answer, "value=\"Hers\"");
    assert_string_equal(value(pages, "name"), "Later");
    assert_int_equal(pages_post(pages, VI, path, "version=2&name=X" SETTINGS).status, 403);
    pages_free(pages);
}

static void
keeps_what_a_state_does_not_allow(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *campaign = add(pages), *path = settings(pages, campaign);
    assert_int_equal(
        pages_post(pages, ED, arena_printf(pages->people->arena, "%s/move/archived", campaign), "")
            .status,
        303);
    struct webrun_answer answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Not to be changed in Archived");
    assert_int_equal(pages_post(pages, ED, path, "version=2&name=Other" SETTINGS).status, 303);
    assert_string_equal(value(pages, "name"), "Nordic");
    assert_string_equal(value(pages, "tone"), "professional");
    answer = pages_post(pages, ED, arena_printf(pages->people->arena, "%s/offer/en", campaign),
                        "does=X");
    pages_shows(&answer, "can be changed until it is approved");
    pages_free(pages);
}

static void
keeps_an_offer_as_it_is_written(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *campaign = add(pages);
    const char *path = arena_printf(pages->people->arena, "%s/offer/de", campaign);
    struct webrun_answer answer = pages_post(pages, ED, path, "does=&ask=Darf+ich%3F");
    pages_shows(&answer, "Say what you do first");
    pages_shows(&answer, "Darf ich?");
    answer = pages_post(pages, ED, path, "does=Wir+pr%C3%BCfen+%3Ci%3E.&ask=Darf+ich%3F");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, VI, settings(pages, campaign));
    pages_shows(&answer, "Wir prüfen &lt;i&gt;. Darf ich?");
    answer = pages_post(pages, ED, path,
                        "does=Wir+pr%C3%BCfen+f%C3%BCr+dich.&ask=Antworten+gen%C3%BCgt.");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, VI, settings(pages, campaign));
    pages_shows(&answer, "“dich” is informal, but the campaign");
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "What you do: “dich” is informal");
    pages_shows(&answer, "The one thing they are to do: It is no question.");
    assert_int_equal(
        pages_get(pages, ED, arena_printf(pages->people->arena, "%s/offer/xx", campaign)).status,
        404);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_is_right_and_says_what_is_not),
        cmocka_unit_test(keeps_what_a_state_does_not_allow),
        cmocka_unit_test(keeps_an_offer_as_it_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
