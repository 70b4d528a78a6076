/* Addresses of lists with something wrong in them: the page says what, what there is instead, and leads
 * to the same list without it. */
#include "support/pages.h"

static struct webrun_answer
get(struct pages *pages, const char *path)
{
    return pages_get(pages, ED, pages_path(pages, path));
}

/* The page says this and its first way on leads there, to a page that can be shown. */
static void
leads_on(struct pages *pages, const char *path, const char *message, const char *to)
{
    struct arena *arena = pages->people->arena;
    struct webrun_answer answer = get(pages, path);
    if (answer.status != 400)
        fail_msg("%s: %d", path, answer.status);
    pages_shows(&answer, message);
    if (!to) {
        if (strstr(answer.body, "btn-primary"))
            fail_msg("%s leads on: %s", path, answer.body);
        return;
    }
    const char *link = strstr(answer.body, "<a class=\"btn btn-primary\" href=\"");
    if (!link)
        fail_msg("%s leads nowhere: %s", path, answer.body);
    link += strlen("<a class=\"btn btn-primary\" href=\"");
    const char *at = arena_strndup(arena, link, strcspn(link, "\"")), *plain = "";
    for (; *at; at += text_starts(at, "&amp;") ? 5 : 1)
        plain = arena_printf(arena, "%s%c", plain, *at);
    assert_string_equal(plain, pages_path(pages, to));
    struct webrun_answer next = pages_get(pages, ED, plain);
    if (next.status != 200)
        fail_msg("%s: %d", plain, next.status);
}

static void
says_what_is_wrong_and_leads_on(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    static const struct {
        const char *path, *message, *to;
    } cases[] = {
        {"/contacts?sort=nope&q=anna&title=ceo&cols=name,email",
         "Sort by &quot;nope&quot; is not known here. Known: name, first_name, ",                                                                 "/contacts?q=anna&title=ceo&cols=name%2Cemail"                    },
        {"/companies?sort=nope",                                                        "Known: name, domain, industry, ",                        "/companies"                                                      },
        {"/contacts?nope=1&title=ceo&sort=created&dir=up&paged=1",
         "Filter &quot;nope&quot; is not known here. Known: q, industry, size, ",                                                                 "/contacts?title=ceo&sort=created&dir=up&paged=1"                 },
        {"/contacts?seniority=boss&seniority=c_level&q=a",
         "Seniority has no value &quot;boss&quot;. Known: none, c_level, ",                                                                       "/contacts?q=a&seniority=c_level"                                 },
        {"/contacts?seniority=boss",                                                    "Known: none, c_level, ",                                 "/contacts"                                                       },
        {"/contacts?country=XX&country=DE&country.not=1",                               "There is no country &quot;XX&quot;",
         "/contacts?country=DE&country.not=1"                                                                                                                                                                       },
        {"/contacts?industry.not=yes&industry=retail",                                  "Write 1 to exclude.",
         "/contacts?industry=retail"                                                                                                                                                                                },
        {"/contacts?quality=90..10&q=a",                                                "Turn it around",                                         "/contacts?q=a"                                                   },
        {"/contacts?quality.from=90&quality.to=10&q=a",                                 "Turn it around",                                         "/contacts?q=a"                                                   },
        {"/contacts?created=2026-02-30..&q=a",                                          "no range",                                               "/contacts?q=a"                                                   },
        {"/contacts?field.gone=1&q=a",                                                  "no custom field",                                        "/contacts?q=a"                                                   },
        {"/contacts?sort=field.gone&dir=down&q=a",                                      "no such custom field",                                   "/contacts?q=a"                                                   },
        {"/contacts?q=a&q=b&title=ceo",                                                 "one text at a time",                                     "/contacts?title=ceo"                                             },
        {"/contacts?q=a+b+c+d+e+f+g&title=ceo",                                         "at most 6 words",                                        "/contacts?title=ceo"                                             },
        {"/contacts?after=nonsense&q=a",                                                "not there any more",                                     "/contacts?q=a"                                                   },
        {"/contacts?before=9.%3D&q=a",                                                  "not there any more",                                     "/contacts?q=a"                                                   },
        {"/contacts?dir=sideways&q=a",                                                  "Known: up, down.",                                       "/contacts?q=a"                                                   },
        {"/contacts?sort=created&sort=title&q=a",                                       "was sent twice",                                         "/contacts?q=a&sort=created"                                      },
        {"/contacts?cols=name,nope,email:wide,&q=a",
         "Column &quot;nope&quot; is not known here. Known: name, company, ",                                                                     "/contacts?q=a&cols=name%2Cemail%3Awide"                          },
        {"/contacts?cols=nope,Nor%20this",                                              "Columns &quot;nope&quot;, &quot;Nor this&quot; are not",
         "/contacts"                                                                                                                                                                                                },
        {"/companies/export?nope=1&sort=created&dir=down&q=a",                          "is not known here",
         "/companies/export?q=a&sort=created"                                                                                                                                                                       },
        {"/contacts/export?sort=nope&q=a",                                              "Sort by",                                                "/contacts/export?q=a"                                            },
        {"/smart-lists/new?entity=company&filter=nope%3D1%26q%3Da&sort=created&dir=up",
         "is not known here",                                                                                                                     "/smart-lists/new?entity=company&filter=q%3Da&sort=created&dir=up"},
 /* whatever page it is */
        {"/jobs?state=nope",                                                            "state",                                                  "/jobs"                                                           },
        {"/contacts?q=%ZZ&title=ceo",                                                   "This",                                                   NULL                                                              },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        leads_on(pages, cases[i].path, cases[i].message, cases[i].to);
    struct webrun_answer answer = get(pages, "/companies?nope=1");
    pages_shows(&answer, ">All companies</a>");
    pages_shows(&answer, ">Leave it out</a>");
    answer = get(pages, "/contacts?q=%ZZ");
    pages_shows(&answer, ">All contacts</a>");
    answer = get(pages, "/contacts?after=nonsense");
    pages_shows(&answer, ">Show the list from its beginning</a>");
    pages_free(pages);
}

/* All that is wrong is said at once, and one link leaves all of it out. */
static void
says_all_that_is_wrong(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    static const char path[] =
        "/contacts?nope=1&seniority=boss&sort=shoe&cols=hat,name&dir=sideways"
        "&title=ceo&paged=maybe&after=x";
    leads_on(pages, path, "&quot;nope&quot;", "/contacts?title=ceo&cols=name");
    struct webrun_answer answer = get(pages, path);
    static const char *const all[] = {"boss",     "shoe",        "hat",
                                      "sideways", "Send 1 or 0", ">Leave these out</a>"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        pages_shows(&answer, all[i]);
    pages_free(pages);
}

/* What no link can hold still has a way on, and costs little. */
static void
stands_what_is_long(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    char *search = arena_alloc(arena, 10100);
    memset(search, 'a', 10000);
    leads_on(pages, arena_printf(arena, "/contacts?title=ceo&q=%s", search),
             "at most 200 characters", "/contacts?title=ceo");
    const char *many = "/contacts?q=b";
    for (int i = 0; i < 250; i++)
        many = arena_printf(arena, "%s&tag=%d", many, i + 1);
    leads_on(pages, many, "at most 200 values", "/contacts?q=b");
    many = "/contacts?q=b";
    for (int i = 0; i < 900; i++)
        many = arena_printf(arena, "%s&x%d=%d", many, i, i);
    leads_on(pages, many, "&quot;x0&quot;", NULL);
    struct webrun_answer answer = get(pages, many);
    pages_shows(&answer, ">All contacts</a>");
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong_and_leads_on),
        cmocka_unit_test(says_all_that_is_wrong),
        cmocka_unit_test(stands_what_is_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
