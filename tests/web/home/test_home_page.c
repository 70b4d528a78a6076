/* The start page: first steps where nothing is, then what waits and how much is there. Each number
 * leads to a list of as many rows, and what is drawn is what the numbers say. */
#include "support/visits.h"

#include <ctype.h>
#include <stdlib.h>

enum { DAYS = 14, PEOPLE = 24, FIRMS = 6 };

static const char *
home_of(struct pages *p)
{
    return arena_printf(p->arena, "/%s", p->people->kestrel_slug);
}

static void
opens_on_first_steps_then_on_work(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *home = home_of(p);
    struct webrun_answer answer = webrun_get(p->run, p->tokens[ED], home);
    assert_shows(answer, "First steps");
    assert_shows(answer, "Import a list");
    assert_hides(webrun_get(p->run, p->tokens[VI], home), "Import a list");
    const char *add = arena_printf(p->arena, "%s/contacts/new", home);
    assert_int_equal(
        pages_post(p, ED, add, "first_name=Ann&last_name=Alpha&job_title=VP+Sales").status, 303);
    answer = webrun_get(p->run, p->tokens[ED], home);
    assert_hides(answer, "First steps");
    assert_shows(answer, "Contacts without an e-mail address");
    assert_shows(answer, arena_printf(p->arena, "href=\"%s/contacts?email=none\"", home));
    assert_shows(answer, arena_printf(p->arena, "href=\"%s/contacts?seniority=vp\"", home));
    assert_shows(answer, "Contacts added in the last 14 days: 1, at most 1 on one day");
    assert_hides(
        webrun_get(p->run, p->tokens[BO], arena_printf(p->arena, "/%s", p->people->atlas_slug)),
        "Ann Alpha");
}

/* Who may enter everywhere is no member: the page counts those who are. */
static void
counts_members_alone(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *home = arena_printf(p->arena, "/%s", p->people->atlas_slug);
    assert_shows(webrun_get(p->run, p->tokens[SUE], home), "There is one member so far.");
    people_number(p->people,
                  "WITH gone AS (DELETE FROM membership WHERE tenant_id = %" PRId64
                  " RETURNING 1) SELECT count(*) FROM gone",
                  p->people->atlas);
    assert_shows(webrun_get(p->run, p->tokens[SUE], home), "Nobody is a member yet.");
}

/* People and firms of several kinds, some old, some in the trash, added over the last three weeks. */
static void
fill(struct pages *p)
{
    static const char *const titles[] = {"CEO", "VP+Sales", "Engineer", "", "CEO", "CEO"};
    static const char *const industries[] = {"Banking", "Software", "Banking", ""};
    for (int i = 0; i < PEOPLE; i++) {
        const char *email =
            i % 4 == 3 ? ""
                       : arena_printf(p->arena, "p%d%%40%s", i, i % 3 ? "x-corp.com" : "gmail.com");
        const char *form = arena_printf(p->arena, "last_name=Person+%c&job_title=%s&email=%s",
                                        'A' + i, titles[i % 6], email);
        assert_int_equal(
            pages_post(p, ED, arena_printf(p->arena, "%s/contacts/new", home_of(p)), form).status,
            303);
    }
    for (int i = 0; i < FIRMS; i++)
        assert_int_equal(pages_post(p, ED, arena_printf(p->arena, "%s/companies/new", home_of(p)),
                                    arena_printf(p->arena, "name=Firm+%c&industry=%s", 'A' + i,
                                                 industries[i % 4]))
                             .status,
                         303);
    static const char *const tables[] = {"contact", "company"};
    for (size_t i = 0; i < 2; i++)
        people_number(
            p->people,
            "WITH o AS (UPDATE %s o SET created_at = now() - n.n %% 20 * interval '1 day', "
            "checked_at = now() - n.n * interval '9 days', deleted_at = CASE WHEN n.n %% 7 "
            "= 6 THEN now() END FROM (SELECT %s_id AS id, row_number() OVER (ORDER BY "
            "%s_id) AS n FROM %s WHERE tenant_id = %" PRId64 ") AS n WHERE o.tenant_id = %" PRId64
            " AND o.%s_id = n.id RETURNING 1) "
            "SELECT count(*) FROM o",
            tables[i], tables[i], tables[i], tables[i], p->people->kestrel, p->people->kestrel,
            tables[i]);
}

/* The number that stands behind a text, its groups joined; -1: there is none. */
static int64_t
number_behind(const char *from, const char *text)
{
    const char *at = strstr(from, text);
    int64_t n = -1;
    for (at = at ? at + strlen(text) : ""; *at && *at != '<' && *at != '%' && *at != ' '; at++)
        if (isdigit((unsigned char)*at))
            n = (n < 0 ? 0 : n) * 10 + (*at - '0');
    return n;
}

static const char *
quoted(struct pages *p, const char *at)
{
    return arena_strndup(p->arena, at, strcspn(at, "\""));
}

/* Follows every link of one kind, whose number stands behind a text; how many there were. */
static size_t
follow(struct pages *p, const char *body, const char *link, const char *number)
{
    size_t n = 0;
    for (const char *at = strstr(body, link); at; at = strstr(at, link)) {
        at += strlen(link);
        const char *path = quoted(p, at);
        int64_t said = number_behind(at, number);
        struct webrun_answer list = webrun_get(p->run, p->tokens[VI], path);
        assert_int_equal(list.status, 200);
        if (said < 0 || number_behind(list.body, "id=\"l-total\" data-swap>") != said)
            fail_msg("%s has %" PRId64 " rows, and the start page says %" PRId64, path,
                     number_behind(list.body, "id=\"l-total\" data-swap>"), said);
        n++;
    }
    return n;
}

static void
leads_to_as_many_rows_as_it_says(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    fill(p);
    const char *home = home_of(p);
    const char *body = webrun_get(p->run, p->tokens[VI], home).body;
    const char *shares = strstr(body, "<a class=\"tile-label\" href=\"");
    assert_non_null(shares);
    /* of the tiles the first two say how many, the others a share and then how many */
    for (int i = 0; i < 2; i++)
        shares = strstr(shares + 1, "<a class=\"tile-label\" href=\"");
    const char *totals = arena_strndup(p->arena, body, (size_t)(shares - body));
    assert_int_equal(follow(p, totals, "<a class=\"tile-label\" href=\"", "class=\"tile-figure\">"),
                     2);
    assert_int_equal(follow(p, totals, "<small><a class=\"inline-link\" href=\"", "\">+"), 2);
    assert_int_equal(follow(p, shares, "<a class=\"tile-label\" href=\"", "&nbsp;% <small>"), 2);
    const char *bars = strstr(body, "<ol class=\"funnel\">");
    const char *rest = strstr(body, "id=\"h-imports\"");
    assert_non_null(bars);
    bars = arena_strndup(p->arena, bars, (size_t)(rest - bars));
    assert_in_range(follow(p, bars, "<li><a href=\"", "<span class=\"num\">"), 6, 14);
    const char *waiting = strstr(body, "id=\"h-todo\"");
    waiting = arena_strndup(p->arena, waiting, strcspn(waiting, "\n"));
    assert_true(strstr(waiting, "contacts?stale=90..") && strstr(waiting, "contacts?email=none"));
    assert_in_range(follow(p, waiting, "<li><a href=\"", "class=\"big t-"), 2, 3);
}

/* How many records were added on the day that is so many days ago. */
static int64_t
added_on(struct pages *p, const char *table, int days_ago)
{
    return people_number(
        p->people,
        "SELECT count(*) FROM %s o JOIN tenant t ON t.tenant_id = o.tenant_id WHERE "
        "o.tenant_id = %" PRId64 " AND o.deleted_at IS NULL AND (o.created_at AT "
        "TIME ZONE t.time_zone)::date = (now() AT TIME ZONE t.time_zone)::date - %d",
        table, p->people->kestrel, days_ago);
}

/* The line of a chart of days: one point a day from left to right, as high as the day's share of the
 * most. */
static void
draws_days(struct pages *p, const char *tile, const char *table)
{
    enum { LOW = 260, HIGH = 30 }; /* tenths */
    int64_t days[DAYS], most = 1, sum = 0;
    for (int i = 0; i < DAYS; i++) {
        days[i] = added_on(p, table, DAYS - 1 - i);
        most = days[i] > most ? days[i] : most;
        sum += days[i];
    }
    assert_in_range(sum, 2, 200);
    assert_int_equal(number_behind(tile, "\">+"), sum);
    const char *at = strstr(tile, "class=\"line\" d=\"");
    assert_non_null(at);
    at += strlen("class=\"line\" d=\"");
    for (int i = 0; i < DAYS; i++) {
        char *end;
        assert_int_equal(*at, i ? 'L' : 'M');
        double x = strtod(at + 1, &end), y = strtod(end, &end);
        if (x < 100.0 * i / (DAYS - 1) - 0.06 || x > 100.0 * i / (DAYS - 1) + 0.06)
            fail_msg("%s: day %d stands at %f", table, i, x);
        double high = (LOW - y * 10) * (double)most / (LOW - HIGH);
        if (high < (double)days[i] - 0.1 || high > (double)days[i] + 0.1)
            fail_msg("%s: %" PRId64 " on day %d are drawn as %f", table, days[i], i, high);
        at = end;
    }
    assert_int_equal(*at, '"');
}

/* Bars are as wide as their part of the largest, in hundredths; the largest first. */
static size_t
draws_bars(const char *chart, int64_t total)
{
    int64_t largest = 0, last = INT64_MAX;
    size_t n = 0;
    for (const char *at = strstr(chart, "<li><a href="); at; at = strstr(at + 1, "<li><a href=")) {
        int64_t wide = number_behind(at, "<i class=\"w-"),
                count = number_behind(at, "<span class=\"num\">");
        const char *share = strstr(at, "<span class=\"num muted\">");
        assert_non_null(share);
        largest = largest ? largest : count;
        assert_true(count > 0 && count <= last);
        assert_int_equal(wide, (200 * count + largest) / (2 * largest));
        double said = strtod(share + strlen("<span class=\"num muted\">"), NULL);
        double part = 100.0 * (double)count / (double)total;
        if (said < part - 0.051 || said > part + 0.051)
            fail_msg("%" PRId64 " of %" PRId64 " are called %f percent", count, total, said);
        last = count;
        n++;
    }
    return n;
}

static void
draws_what_the_numbers_say(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *body = webrun_get(p->run, p->tokens[VI], home_of(p)).body;
    const char *tile = strstr(body, "class=\"tile-figure\">");
    int64_t companies = number_behind(tile, "class=\"tile-figure\">");
    draws_days(p, tile, "company");
    tile = strstr(tile + 1, "class=\"tile-figure\">");
    int64_t contacts = number_behind(tile, "class=\"tile-figure\">");
    draws_days(p, tile, "contact");
    for (int i = 0; i < 2; i++) {
        tile = strstr(tile + 1, "class=\"tile-figure\">");
        int64_t percent = number_behind(tile, "class=\"tile-figure\">");
        int64_t part = number_behind(tile, "&nbsp;% <small>");
        assert_in_range(part, 1, contacts - 1);
        assert_int_equal(percent, (200 * part + contacts) / (2 * contacts));
        assert_int_equal(number_behind(tile, "<i class=\"w-"), percent);
    }
    const char *seniority = strstr(body, "id=\"h-seniority\""),
               *industry = strstr(body, "id=\"h-industry\"");
    assert_true(seniority && industry);
    assert_in_range(
        draws_bars(arena_strndup(p->arena, seniority, (size_t)(industry - seniority)), contacts), 4,
        7);
    const char *end = strstr(industry, "</ol>");
    assert_in_range(
        draws_bars(arena_strndup(p->arena, industry, (size_t)(end - industry)), companies), 2, 7);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_on_first_steps_then_on_work),
        cmocka_unit_test(leads_to_as_many_rows_as_it_says),
        cmocka_unit_test(draws_what_the_numbers_say),
        cmocka_unit_test(counts_members_alone),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
