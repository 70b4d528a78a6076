/* Companies and contacts in the product itself: adding, showing, correcting, deleting, taking back; what
 * a viewer may not do and a stranger does not see. */
#include "support/pages.h"

#include <stdlib.h>

/* Adds a record through the form; where its page is. */
static const char *
add(struct pages *pages, const char *what, const char *form)
{
    struct webrun_answer answer = pages_post(
        pages, ED, pages_path(pages, arena_printf(pages->people->arena, "/%s/new", what)), form);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return arena_strdup(pages->people->arena, webrun_header(pages->run, &answer, "Location"));
}

static const char *
below(struct pages *pages, const char *path, const char *rest)
{
    return arena_printf(pages->people->arena, "%s%s", path, rest);
}

static void
adds_and_shows_a_company(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies",
                           "name=M%C3%BCller+GmbH&website_url=mueller-test.com&employees=50%2B");
    struct webrun_answer answer = pages_get(pages, VI, path);
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "<h1>Müller GmbH");
    pages_shows(&answer, "mueller-test.com");
    pages_shows(&answer, "Typed in");
    assert_null(strstr(answer.body, "/edit"));
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "/edit?field=city");
    answer = pages_get(pages, VI, pages_path(pages, "/companies?q=MULLER"));
    pages_shows(&answer, ">Müller GmbH</a>");
    answer = pages_get(pages, VI, pages_path(pages, "/companies?q=nobody"));
    pages_shows(&answer, "Nothing matches");
    answer = pages_get(pages, VI, pages_path(pages, "/search?q=muller"));
    pages_shows(&answer, "<b>Müller GmbH</b>");
    answer = pages_get(pages, VI, pages_path(pages, "/search?q=1+2+3+4+5+6+7"));
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "at most 6 words");
    answer = pages_get(pages, VI, pages_path(pages, ""));
    pages_shows(&answer, "Companies changed last");
    pages_free(pages);
}

/* The class that lists show and narrow by stands in the row of the same name, what was written beside it,
 * or where it was read off. */
static void
shows_the_class_in_its_row(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Shop&keywords=Retail%2C+Fashion+shops");
    struct webrun_answer answer = pages_get(pages, VI, path);
    pages_shows(&answer,
                "<dd id=\"fact-industry\"><div class=\"fact-value\"><span dir=\"auto\">Retail"
                "</span> <span class=\"muted\">from Keywords</span>");
    assert_null(strstr(answer.body, "<span class=\"badge\">Retail</span>"));
    answer = pages_get(pages, VI, pages_path(pages, "/companies?industry=retail"));
    pages_shows(&answer, ">Shop</a>");
    pages_shows(&answer, ">Retail</td>");
    pages_shows(&answer, ">Industry<");
    assert_null(strstr(answer.body, "Industry class"));
    path = add(pages, "companies", "name=Mill&industry=Apparel+retail");
    answer = pages_get(pages, VI, path);
    pages_shows(&answer,
                "Retail</span> <span class=\"muted\" dir=\"auto\">“Apparel retail”</span>");
    path = add(pages, "contacts", "last_name=Ek&job_title=Director+of+Operations");
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, "Director</span> <span class=\"muted\">from Job title</span>");
    pages_shows(&answer, "Operations</span> <span class=\"muted\">from Job title</span>");
    answer = webrun_send(
        pages->run, &(struct webrun_request){.method = "POST",
                                             .path = below(pages, path, "/edit?field=job_title"),
                                             .token = pages->tokens[ED],
                                             .body = "version=1&job_title=VP+Sales",
                                             .htmx = true});
    pages_shows(&answer, "<dd id=\"fact-department\" hx-swap-oob=\"true\">"
                         "<div class=\"fact-value\"><span dir=\"auto\">Sales</span>");
    pages_free(pages);
}

static void
adds_a_contact_with_its_company(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "contacts",
                           "first_name=Jan&last_name=Nov%C3%A1k&email=Jan%40newco-test.com&"
                           "company=Newco&job_title=CEO");
    struct webrun_answer answer = pages_get(pages, VI, path);
    pages_shows(&answer, "<h1>Jan Novák");
    pages_shows(&answer, ">Newco</a>");
    pages_shows(&answer, "jan@newco-test.com");
    answer = pages_get(pages, VI, pages_path(pages, "/contacts?sort=company&dir=down"));
    pages_shows(&answer, ">Jan Novák</a>");
    answer = pages_get(pages, VI, below(pages, path, "/history"));
    pages_shows(&answer, "Created");
    pages_free(pages);
}

static void
shows_the_form_again_with_every_error(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/companies/new"),
                   "name=Kept&employees=many&country=Atlantis&founded_year=soon");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "value=\"Kept\"");
    pages_shows(&answer, "This is no number of people");
    pages_shows(&answer, "No country is known by this name");
    pages_shows(&answer, "This is no year");
    pages_shows(&answer, "value=\"many\"");
    answer = pages_post(pages, ED, pages_path(pages, "/companies/new"), "city=Brno");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "A company needs a name or a domain.");
    pages_free(pages);
}

static void
warns_of_a_twin(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *first = add(pages, "companies", "name=Acme&domain=acme-test.com");
    struct webrun_answer answer = pages_post(pages, ED, pages_path(pages, "/companies/new"),
                                             "name=Second&domain=acme-test.com");
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "There is one already");
    pages_shows(&answer, first);
    pages_shows(&answer, "value=\"Second\"");
    const char *second = add(pages, "companies", "name=Second&domain=acme-test.com&keep_both=1");
    answer = pages_get(pages, VI, second);
    pages_shows(&answer, "Kept on purpose beside");
    pages_free(pages);
}

static void
edits_one_field_in_its_place(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Acme&city=Praha&notes=stays");
    struct webrun_answer answer = pages_get(pages, ED, below(pages, path, "/edit?field=city"));
    pages_shows(&answer, "id=\"fact-city\"");
    pages_shows(&answer, "value=\"Praha\"");
    assert_null(strstr(answer.body, "name=\"notes\""));
    assert_int_equal(pages_get(pages, ED, below(pages, path, "/edit?field=nothing")).status, 404);
    answer = webrun_send(pages->run,
                         &(struct webrun_request){.method = "POST",
                                                  .path = below(pages, path, "/edit?field=city"),
                                                  .token = pages->tokens[ED],
                                                  .body = "version=1&city=Brno",
                                                  .htmx = true});
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "id=\"fact-city\"");
    pages_shows(&answer, "<del>Praha</del>");
    pages_shows(&answer, " · Kestrel · leadgen</title>"); /* a new name stands in the tab, too */
    assert_null(strstr(answer.body, "<html"));
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, ">Brno</span>");
    pages_shows(&answer, "stays");
    pages_free(pages);
}

/* The points that stand behind a tag, together. */
static int
points(const char *from, const char *to, const char *before)
{
    int sum = 0;
    for (const char *at = strstr(from, before); at && at < to; at = strstr(at + 1, before))
        sum += (int)strtol(at + strlen(before), NULL, 10);
    return sum;
}

/* Reads the panel of the data quality: what is reached makes the score shown, what is missing the rest
 * of 100, and the list has the same score. */
static int
quality_of(struct pages *pages, const char *path, const char *list)
{
    struct webrun_answer answer = pages_get(pages, VI, path);
    const char *panel = strstr(answer.body, "<p class=\"strong mb-2\">");
    const char *end = panel ? strstr(panel, "</details>") : NULL;
    const char *raise = panel ? strstr(panel, "What would raise it") : NULL;
    if (!end)
        fail_msg("no parts: %s", answer.body);
    int score = (int)strtol(panel + strlen("<p class=\"strong mb-2\">"), NULL, 10);
    raise = raise && raise < end ? raise : end;
    assert_int_equal(points(panel, raise, "<dd>"), score);
    assert_int_equal(points(raise, end, "<dd>+"), 100 - score);
    const char *figure = arena_printf(
        pages->people->arena, "<span class=\"tile-figure\">%d <small>%%</small></span>", score);
    pages_shows(&answer, figure);
    pages_shows(&answer, arena_printf(pages->people->arena, "mt-1\"><i class=\"w-%d\">", score));
    answer = pages_get(pages, VI,
                       pages_path(pages, arena_printf(pages->people->arena, "/%s?quality=%d..%d",
                                                      list, score, score)));
    pages_shows(&answer, arena_printf(pages->people->arena, "href=\"%s?", path));
    return score;
}

static void
shows_what_quality_is_made_of(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *person = add(pages, "contacts",
                             "first_name=Jan&last_name=Novak&job_title=CEO&phone=%2B420601234567");
    const char *firm = add(pages, "companies", "name=Acme&domain=acme-test.com&country=CZ");
    int poor = quality_of(pages, person, "contacts");
    assert_in_range(quality_of(pages, firm, "companies"), 1, 99);
    struct webrun_answer answer = pages_get(pages, VI, person);
    pages_shows(&answer, "First name</dt><dd>10</dd>");
    pages_shows(&answer, "<dt class=\"muted\">E-mail address</dt><dd>+15</dd>");
    pages_shows(&answer, "<dt class=\"muted\">Work address</dt><dd>+5</dd>");
    /* what was said to raise it does, by as much */
    assert_int_equal(pages_post(pages, ED, below(pages, person, "/edit?field=email"),
                                "version=1&email=jan%40acme-test.com")
                         .status,
                     303);
    assert_int_equal(quality_of(pages, person, "contacts"), poor + 15 + 5);
    pages_free(pages);
}

static void
shows_both_values_of_a_conflict(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Acme&city=Praha");
    const char *edit = below(pages, path, "/edit");
    assert_int_equal(pages_post(pages, ADA, edit, "version=1&name=Acme&city=Plze%C5%88").status,
                     303);
    struct webrun_answer answer = pages_post(pages, ED, edit, "version=1&name=Acme&city=Brno");
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "now <b>Plzeň</b>, yours <b>Brno</b>");
    pages_shows(&answer, "name=\"version\" value=\"2\"");
    assert_int_equal(pages_post(pages, ED, edit, "version=2&name=Acme&city=Brno").status, 303);
    answer = pages_get(pages, VI, below(pages, path, "/history"));
    pages_shows(&answer, "<del>Plzeň</del>");
    pages_free(pages);
}

static void
deletes_and_takes_it_back(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Gone+Ltd");
    struct webrun_answer answer = pages_post(pages, ED, below(pages, path, "/delete"), "");
    assert_int_equal(answer.status, 303);
    assert_int_equal(pages_get(pages, ED, path).status, 404);
    int64_t set = people_number(pages->people,
                                "SELECT max(change_set_id) FROM change_set WHERE "
                                "source = 'Gone Ltd' AND tenant_id = %" PRId64,
                                pages->people->kestrel);
    const char *change =
        pages_path(pages, arena_printf(pages->people->arena, "/changes/%" PRId64, set));
    answer = pages_get(pages, ED, change);
    pages_shows(&answer, "Deletion of Gone Ltd");
    pages_shows(&answer, "Undo this change");
    answer = pages_get(pages, VI, change);
    assert_null(strstr(answer.body, "Undo this change"));
    answer = pages_post(pages, ED, below(pages, change, "/undo"), "");
    assert_int_equal(answer.status, 303);
    assert_int_equal(pages_get(pages, ED, path).status, 200);
    assert_int_equal(pages_post(pages, ED, below(pages, change, "/undo"), "").status, 409);
    pages_free(pages);
}

/* The message behind a deletion takes it back with one press, and returns to where it stands. */
static void
undoes_from_the_message(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    const char *path = add(pages, "companies", "name=Gone+Ltd");
    struct webrun_answer answer = pages_post(pages, ED, below(pages, path, "/delete"), "");
    const char *cookie = webrun_header(pages->run, &answer, "Set-Cookie");
    const char *list = pages_path(pages, "/companies?q=a&sort=created");
    answer = webrun_send(
        pages->run,
        &(struct webrun_request){.method = "GET",
                                 .path = list,
                                 .token = pages->tokens[ED],
                                 .cookies = arena_strndup(arena, cookie, strcspn(cookie, ";"))});
    pages_shows(&answer, "Gone Ltd is deleted.");
    const char *form = strstr(answer.body, "<form method=\"post\" action=\"/");
    for (; form && !strstr(arena_strndup(arena, form, 200), "/undo\"");)
        form = strstr(form + 1, "<form method=\"post\" action=\"/");
    assert_non_null(form);
    form = strchr(form, '/');
    const char *undo = arena_strndup(arena, form, strcspn(form, "\""));
    pages_shows(&answer,
                arena_printf(arena, "name=\"back\" value=\"%s/companies?q=a&amp;sort=created\"",
                             pages_path(pages, "")));
    answer = pages_post(pages, ED, undo,
                        arena_printf(arena, "back=%s%%3Fq%%3Da", pages_path(pages, "/companies")));
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(pages->run, &answer, "Location"),
                        pages_path(pages, "/companies?q=a"));
    assert_int_equal(pages_get(pages, ED, path).status, 200);
    pages_free(pages);
}

/* A viewer calling every writing address by hand, and somebody of another workspace. */
static void
keeps_others_out(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Acme");
    int64_t set = people_number(pages->people,
                                "SELECT max(change_set_id) FROM change_set WHERE tenant_id = "
                                "%" PRId64,
                                pages->people->kestrel);
    const char *change =
        pages_path(pages, arena_printf(pages->people->arena, "/changes/%" PRId64, set));
    const struct {
        const char *path, *form;
    } writes[] = {
        {below(pages,        path,                 "/edit"), "version=1&name=Mine"},
        {below(pages,                  path,                            "/delete"),               ""},
        {below(pages,                change,                                    "/undo"),                    ""},
        {pages_path(pages,          "/companies/new"),"name=Mine"},
        {pages_path(pages,"/contacts/new"),         "last_name=Mine"                                   },
        {pages_path(pages,           "/suppressions"),       "value=a%40b.com&reason=x"},
    };
    for (size_t i = 0; i < sizeof writes / sizeof *writes; i++) {
        assert_int_equal(pages_post(pages, VI, writes[i].path, writes[i].form).status, 403);
        assert_int_equal(pages_post(pages, BO, writes[i].path, writes[i].form).status, 404);
    }
    /* ids of one workspace below the address of another */
    const char *atlas = arena_printf(pages->people->arena, "/%s%s", pages->people->atlas_slug,
                                     path + 1 + strlen(pages->people->kestrel_slug));
    assert_int_equal(pages_get(pages, BO, atlas).status, 404);
    assert_int_equal(pages_get(pages, BO, below(pages, atlas, "/history")).status, 404);
    assert_int_equal(pages_post(pages, BO, below(pages, atlas, "/delete"), "").status, 404);
    assert_int_equal(pages_get(pages, VI, path).status, 200);
    pages_free(pages);
}

static void
refuses_unknown_parameters(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    static const char *const bad[] = {"/companies?sort=sideways", "/companies?colour=red",
                                      "/companies?tag=x",         "/companies?after=nonsense",
                                      "/contacts?dir=left",       "/contacts?before=1.x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(pages_get(pages, VI, pages_path(pages, bad[i])).status, 400);
    assert_int_equal(pages_get(pages, VI, pages_path(pages, "/companies?tag=999999")).status, 200);
    assert_int_equal(pages_get(pages, VI, pages_path(pages, "/companies/999999")).status, 404);
    pages_free(pages);
}

static void
takes_no_company_from_a_host_of_many(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    static const struct {
        const char *what, *form, *shows;
    } cases[] = {
        {"/companies/new", "name=gmail.com",                     "gmail.com is a free mail provider"},
        {"/companies/new", "website_url=facebook.com/acme",      "Enter the company"                },
        {"/companies/new", "name=A&domain=myshop.wordpress.com", "is a site builder"                },
        {"/contacts/new",  "last_name=B&company=gmail.com",      "gmail.com is a free mail provider"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct webrun_answer answer =
            pages_post(pages, ED, pages_path(pages, cases[i].what), cases[i].form);
        assert_int_equal(answer.status, 400);
        pages_shows(&answer, cases[i].shows);
    }
    add(pages, "contacts", "last_name=B&email=b%40gmail.com");
    assert_int_equal(people_number(pages->people,
                                   "SELECT count(*) FROM company WHERE tenant_id = %" PRId64,
                                   pages->people->kestrel),
                     0);
    pages_free(pages);
}

/* Somebody deletes it while another edits: the form says who, and keeps what was typed. */
static void
keeps_what_was_typed_of_the_deleted(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Gone+Ltd&city=Brno");
    assert_int_equal(pages_post(pages, ADA, below(pages, path, "/delete"), "").status, 303);
    const char *says = "Nothing is saved: Gone Ltd was deleted by ada";
    struct webrun_answer answer = webrun_send(
        pages->run, &(struct webrun_request){.method = "POST",
                                             .path = below(pages, path, "/edit?field=city"),
                                             .token = pages->tokens[ED],
                                             .htmx = true,
                                             .body = "version=1&was=abc&city=Olomouc"});
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, says);
    pages_shows(&answer, "Restore it on its page");
    pages_shows(&answer, "value=\"Olomouc\"");
    pages_shows(&answer, "name=\"was\" value=\"abc\"");
    answer = pages_post(pages, ED, below(pages, path, "/edit"), "version=1&name=Gone&city=Olomouc");
    assert_int_equal(answer.status, 404);
    pages_shows(&answer, says);
    pages_shows(&answer, "value=\"Olomouc\"");
    answer = pages_post(pages, ED, below(pages, path, "/notes"), "body=A+long+talk");
    assert_int_equal(answer.status, 404);
    pages_shows(&answer, "Nothing is saved.");
    pages_shows(&answer, ">A long talk</textarea>");
    answer = pages_post(pages, ED, below(pages, path, "/tags"), "add=Warm");
    pages_shows(&answer, ">Warm</textarea>");
    /* one of nobody's is not known at all */
    answer =
        pages_post(pages, ED, pages_path(pages, "/companies/999999999/edit"), "version=1&name=x");
    assert_int_equal(answer.status, 404);
    assert_null(strstr(answer.body, "Nothing is saved"));
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_and_shows_a_company),
        cmocka_unit_test(takes_no_company_from_a_host_of_many),
        cmocka_unit_test(shows_the_class_in_its_row),
        cmocka_unit_test(adds_a_contact_with_its_company),
        cmocka_unit_test(shows_the_form_again_with_every_error),
        cmocka_unit_test(warns_of_a_twin),
        cmocka_unit_test(edits_one_field_in_its_place),
        cmocka_unit_test(shows_what_quality_is_made_of),
        cmocka_unit_test(shows_both_values_of_a_conflict),
        cmocka_unit_test(deletes_and_takes_it_back),
        cmocka_unit_test(undoes_from_the_message),
        cmocka_unit_test(keeps_what_was_typed_of_the_deleted),
        cmocka_unit_test(keeps_others_out),
        cmocka_unit_test(refuses_unknown_parameters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
