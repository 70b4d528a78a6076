/* Lists of companies and contacts: narrowed, counted, sorted, paged, seen with one's own columns; and
 * what comes of addresses that nobody would write. */
#include "support/pages.h"

#include "base/db.h"
#include "domain/query/record_dimension.h"
#include "domain/snapshot/snapshot_build.h"

static struct pages *
begin(void)
{
    struct pages *pages = pages_new();
    if (!pages)
        return NULL;
    static const struct {
        const char *first, *last, *title;
    } people[] = {
        {"Anna", "Nov%C3%A1kov%C3%A1", "Chief+Executive+Officer"},
        {"Ben",  "Ashcroft",           "Software+Engineer"      },
        {"Cleo", "Marsh",              "Software+Engineer"      },
        {"Dana", "Quill",              "Head+of+Finance"        },
        {"Ezra", "Stone",              ""                       },
    };
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        const char *form = arena_printf(
            pages->people->arena, "first_name=%s&last_name=%s&job_title=%s&email=%s%%40%s-corp.com",
            people[i].first, people[i].last, people[i].title, people[i].first, pages->people->mark);
        struct webrun_answer answer =
            pages_post(pages, ED, pages_path(pages, "/contacts/new"), form);
        if (answer.status != 303)
            fail_msg("%d: %s", answer.status, answer.body);
    }
    return pages;
}

static struct webrun_answer
list(struct pages *pages, const char *query)
{
    return pages_get(pages, VI,
                     pages_path(pages, arena_printf(pages->people->arena, "/contacts%s", query)));
}

/* The same, by the redirect to the address without what is empty; that one leads nowhere else. */
static struct webrun_answer
cleaned(struct pages *pages, const char *query, const char *to)
{
    struct webrun_answer answer = list(pages, query);
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(pages->run, &answer, "Location"),
                        pages_path(pages, arena_printf(pages->people->arena, "/contacts%s", to)));
    answer = list(pages, to);
    assert_int_equal(answer.status, 200);
    return answer;
}

static bool
has(const struct webrun_answer *answer, const char *text)
{
    return strstr(answer->body, text) != NULL;
}

/* How often a text stands on a page. */
static int
times(const struct webrun_answer *answer, const char *text)
{
    int n = 0;
    for (const char *at = strstr(answer->body, text); at; at = strstr(at + 1, text))
        n++;
    return n;
}

static void
narrows_and_counts(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer = list(pages, "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(times(&answer, "class=\"cell-main\""), 5);
    pages_shows(&answer, ">5</small>");
    answer = list(pages, "?title=engineer");
    assert_int_equal(times(&answer, "class=\"cell-main\""), 2);
    pages_shows(&answer, ">2 of 5</small>");
    pages_shows(&answer, "Job title <b>engineer</b>");
    pages_shows(&answer, "/contacts\" data-go aria-label=\"Remove filter Job title\"");
    answer = list(pages, "?title=engineer&title.not=1");
    assert_int_equal(times(&answer, "class=\"cell-main\""), 3);
    pages_shows(&answer, "<span class=\"not\">NOT</span> Job title");
    pages_shows(&answer, "Ezra Stone");
    answer = list(pages, "?q=novakova");
    assert_int_equal(times(&answer, "class=\"cell-main\""), 1);
    pages_shows(&answer, "Anna Novákov");
    answer = list(pages, "?title=engineer&title=finance&q=dana");
    pages_shows(&answer, "<b>engineer</b> or <b>finance</b>");
    pages_shows(&answer, ">1 of 5</small>");
    pages_free(pages);
}

/* An entry of the panel is that title, as its count says; what one types is looked for inside titles. */
static void
finds_the_title_that_is_ticked(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer = pages_post(pages, ED, pages_path(pages, "/contacts/new"),
                                             "last_name=Vale&job_title=Engineer");
    assert_int_equal(answer.status, 303);
    answer = list(pages, "");
    pages_shows(&answer, "name=\"title\" value=\"=Engineer\"><span>Engineer</span><b>1</b>");
    answer = list(pages, "?title=%3DEngineer");
    pages_shows(&answer, ">1 of 6</small>");
    pages_shows(&answer, "Job title <b>&quot;Engineer&quot;</b>");
    pages_shows(&answer, "value=\"=Engineer\" checked><span>Engineer</span><b>1</b>");
    answer = list(pages, "?title=%3Dsoftware+ENGINEER&title.not=1");
    pages_shows(&answer, ">4 of 6</small>");
    answer = list(pages, "?title=engineer");
    pages_shows(&answer, ">3 of 6</small>");
    pages_shows(&answer, "value=\"engineer\" checked><span>All with &quot;engineer&quot;</span>");
    pages_free(pages);
}

/* What would find nothing stays where it is, dimmed: the panel does not jump about under the pointer. */
static void
keeps_choices_that_find_nothing(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    static const char bright[] = "<label><input type=\"checkbox\" name=\"seniority\" "
                                 "value=\"c_level\"><span>C-Level</span><b>1</b>",
                      dimmed[] =
                          "<label class=\"is-zero\"><input type=\"checkbox\" name=\"seniority\" "
                          "value=\"c_level\"><span>C-Level</span><b>0</b></label>";
    struct webrun_answer all = list(pages, ""), some = list(pages, "?title=engineer");
    pages_shows(&all, bright);
    pages_shows(&some, dimmed);
    assert_int_equal(times(&some, "type=\"checkbox\""), times(&all, "type=\"checkbox\""));
    pages_free(pages);
}

/* So does the choice of those who have no value, of each facet that has one, and of no other. */
static void
keeps_the_choice_of_having_none(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    size_t n;
    const struct record_dimension *all = record_dimensions(RECORD_CONTACT, &n);
    struct webrun_answer lists[] = {list(pages, ""), list(pages, "?q=zzz")};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < n; i++) {
            const char *none =
                arena_printf(pages->people->arena,
                             "<input type=\"checkbox\" name=\"%s\" value=\"none\">", all[i].name);
            enum record_dimension_kind kind = all[i].kind;
            bool ticked =
                kind != DIMENSION_TEXT && kind != DIMENSION_NUMBER && kind != DIMENSION_AGE;
            if (times(&lists[k], none) != (all[i].flags & DIMENSION_FACET && ticked ? 1 : 0))
                fail_msg("%s, %d times", none, times(&lists[k], none));
            if (k && strstr(lists[k].body, none) &&
                !times(&lists[k],
                       arena_printf(pages->people->arena, "<label class=\"is-zero\">%s", none)))
                fail_msg("%s is not dimmed", none);
        }
    pages_free(pages);
}

static void
says_which_filter_costs_most(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer = list(pages, "?title=engineer&q=zzz");
    pages_shows(&answer, "Nothing matches");
    pages_shows(&answer, "Without <b>the search text</b> there would be 2 contacts.");
    pages_shows(&answer, "contacts?title=engineer\" data-go>Remove it");
    pages_free(pages);
}

static void
takes_ranges_from_a_form(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer =
        cleaned(pages,
                "?q=&industry.not=&quality=&quality.from=0&quality.to=100&stale=..30"
                "&stale.from=&stale.to=&created.from=2020-01-01&created.to=&cols=name%2Cquality",
                "?quality=0..100&stale=..30&created=2020-01-01..&cols=name%2Cquality");
    assert_int_equal(times(&answer, "class=\"cell-main\""), 5);
    pages_shows(&answer, "Data quality <b>0 to 100</b>");
    pages_shows(&answer, "Added <b>1 Jan 2020 and later</b>");
    pages_shows(&answer, "value=\"..30\" checked");
    /* what is typed wins over what is ticked */
    answer = list(pages, "?stale=..30&stale.from=400");
    pages_shows(&answer, "Age of facts in days <b>400 and more</b>");
    cleaned(pages, "?q=&after=", "");
    cleaned(pages, "?industry.not=1&sort=&paged", "");
    pages_free(pages);
}

static void
sorts_and_pages(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer = list(pages, "?sort=title&dir=down");
    assert_true(strstr(answer.body, "Ben Ashcroft") < strstr(answer.body, "Anna Nov"));
    assert_true(strstr(answer.body, "Anna Nov") < strstr(answer.body, "Ezra Stone"));
    pages_shows(&answer, "aria-sort=\"descending\"");
    answer = list(pages, "?part=rows&title=engineer");
    assert_int_equal(answer.status, 200);
    assert_int_equal(times(&answer, "<tr"), 2);
    assert_false(has(&answer, "<html"));
    pages_free(pages);
}

/* Whether the names stand on the page in this order. */
static bool
in_order(const struct webrun_answer *answer, const char *const *names, size_t n)
{
    const char *at = answer->body;
    for (size_t i = 0; i < n && at; i++)
        at = strstr(at, names[i]);
    return at != NULL;
}

/* Every column that the lists can show leads to an order, but the long texts, and each order answers. */
static void
sorts_by_every_head(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    static const char *const lists[] = {"companies", "contacts"};
    pages_post(pages, ED, pages_path(pages, "/companies/new"), "name=Ash+Works");
    for (size_t i = 0; i < 2; i++) {
        const char *path = pages_path(pages, arena_printf(arena, "/%s", lists[i]));
        struct webrun_answer all = pages_get(pages, VI, arena_printf(arena, "%s/columns", path));
        size_t unsorted = 0, sorted = 0;
        for (const char *at = strstr(all.body, "name=\"order\" value=\""); at;
             at = strstr(at, "name=\"order\" value=\"")) {
            at += strlen("name=\"order\" value=\"");
            const char *name = arena_strndup(arena, at, strcspn(at, "\""));
            struct webrun_answer page =
                pages_get(pages, VI, arena_printf(arena, "%s?cols=name,%s", path, name));
            const char *head = strstr(page.body, arena_printf(arena, "data-col=\"%s\"", name));
            assert_non_null(head);
            const char *link = strstr(head, "href=\""), *end = strstr(head, "</th>");
            if (!link || link > end) {
                unsorted++;
                continue;
            }
            sorted++;
            const char *sort = strstr(link, "sort=");
            sort = sort && sort < end ? arena_strndup(arena, sort, strcspn(sort, "&\"")) : "";
            page = pages_get(pages, VI, arena_printf(arena, "%s?%s&dir=up", path, sort));
            if (page.status != 200)
                fail_msg("%s by %s: %d", lists[i], name, page.status);
        }
        assert_int_equal(unsorted, i ? 1 : 2); /* notes; description */
        assert_true(sorted > 25);
    }
    pages_free(pages);
}

/* A choice sorts as its options stand in the field; what is sorted by stands in the menu, too. */
/* A text and its class are two columns: each sorts what it shows, and only the one that rules says so. */
static void
sorts_texts_apart_from_classes(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    static const struct {
        const char *query, *of;
    } rows[] = {
        {"?cols=name,seniority,class.seniority&sort=seniority",           "Seniority"          },
        {"?cols=name,seniority,class.seniority&sort=seniority_text",      "Seniority as given" },
        {"?cols=name,department,class.department&sort=department_text",   "Department as given"},
        {"?cols=name,company.industry,class.industry&sort=industry_text",
         "Company: Industry as given"                                                          },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct webrun_answer answer = list(pages, rows[i].query);
        assert_int_equal(answer.status, 200);
        const char *at = strstr(answer.body, "aria-sort=\"ascending\"");
        assert_non_null(at);
        assert_null(strstr(at + 1, "aria-sort=\"ascending\""));
        const char *name = strstr(at, rows[i].of);
        assert_non_null(name);
        assert_true(name < strstr(at, "</th>"));
    }
    struct webrun_answer answer =
        pages_get(pages, VI, pages_path(pages, "/companies?cols=name,industry&sort=industry_text"));
    pages_shows(&answer, "Industry as given");
    assert_int_equal(answer.status, 200);
    pages_free(pages);
}

static void
sorts_by_custom_fields(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    int64_t id = people_number(
        pages->people,
        "INSERT INTO custom_field (tenant_id, entity, key, label, type, options) VALUES (%" PRId64
        ", 2, 'level', 'Level', 'choice', '{Low,Mid,High}') RETURNING custom_field_id",
        pages->people->kestrel);
    people_number(pages->people,
                  "WITH done AS (UPDATE contact SET custom = jsonb_build_object('level', CASE "
                  "first_name WHEN 'Anna' THEN 'Mid' WHEN 'Ben' THEN 'High' ELSE 'Low' END) WHERE "
                  "tenant_id = %" PRId64 " AND first_name IN ('Anna', 'Ben', 'Dana') RETURNING 1) "
                  "SELECT count(*) FROM done",
                  pages->people->kestrel);
    struct webrun_answer answer = list(pages, "?cols=name,field.level&sort=field.level");
    static const char *const up[] = {"Dana", "Anna", "Ben", "Cleo", "Ezra"};
    static const char *const down[] = {"Ben", "Anna", "Dana", "Ezra", "Cleo"};
    assert_true(in_order(&answer, up, 5));
    pages_shows(&answer, "aria-sort=\"ascending\"");
    pages_shows(&answer, "Level<span class=\"push\">");
    pages_shows(&answer, "&amp;sort=field.level");
    answer = list(pages, "?sort=field.level&dir=down");
    assert_true(in_order(&answer, down, 5));
    assert_false(has(&answer, "value=\"postal_code\""));
    answer = pages_post(pages, ED, pages_path(pages, "/smart-lists/new"),
                        "entity=contact&name=By+level&filter=q%3Da&sort=field.level&dir=down");
    const char *opened = webrun_header(pages->run, &answer, "Location");
    assert_non_null(strstr(opened, "/contacts?q=a&smart="));
    assert_non_null(strstr(opened, "&sort=field.level&dir=down"));
    answer = pages_get(pages, ED, pages_path(pages, "/contacts/export?sort=field.level"));
    pages_shows(&answer, "sort=field.level&amp;dir=up");
    /* the field goes: the address says so, what was kept opens in the usual order */
    people_number(pages->people,
                  "UPDATE custom_field SET archived_at = now() WHERE custom_field_id = %" PRId64
                  " RETURNING 1",
                  id);
    answer = list(pages, "?sort=field.level");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "there is no such custom field any more");
    int64_t kept = people_number(
        pages->people, "SELECT max(smart_list_id) FROM smart_list WHERE tenant_id = %" PRId64,
        pages->people->kestrel);
    answer =
        pages_get(pages, VI, pages_path(pages, arena_printf(arena, "/smart-lists/%" PRId64, kept)));
    assert_string_equal(
        webrun_header(pages->run, &answer, "Location"),
        pages_path(pages, arena_printf(arena, "/contacts?q=a&smart=%" PRId64, kept)));
    int64_t anna = people_number(pages->people,
                                 "SELECT contact_id FROM contact WHERE first_name = 'Anna' AND "
                                 "tenant_id = %" PRId64,
                                 pages->people->kestrel);
    answer = pages_get(
        pages, VI,
        pages_path(pages, arena_printf(arena, "/contacts/%" PRId64 "/beside?from=&sort=field.level",
                                       anna)));
    assert_int_equal(answer.status, 200);
    pages_free(pages);
}

static void
shows_ones_own_columns(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer = list(pages, "?cols=name,department,email:wide");
    pages_shows(&answer, ">Department</");
    assert_false(has(&answer, ">Owner</a></th>"));
    pages_shows(&answer, "col-wide");
    /* the address does not change what is kept */
    answer = list(pages, "");
    pages_shows(&answer, ">Job title</a></th>");
    const char *save = "back=&order=name&order=email&order=job_title&column=job_title&column=email"
                       "&width.email=narrow&density=compact&save=1";
    answer = pages_post(pages, VI, pages_path(pages, "/contacts/columns"), save);
    assert_int_equal(answer.status, 303);
    answer = list(pages, "");
    assert_true(strstr(answer.body, ">E-mail</a></th>") <
                strstr(answer.body, ">Job title</a></th>"));
    assert_false(has(&answer, ">Company</a></th>"));
    pages_shows(&answer, "col-narrow");
    pages_shows(&answer, "data-density=\"compact\"");
    /* nobody else's */
    answer = pages_get(pages, ED, pages_path(pages, "/contacts"));
    pages_shows(&answer, ">Company</a></th>");
    answer = pages_post(pages, VI, pages_path(pages, "/contacts/columns"),
                        "back=&order=name&order=email&order=job_title&column=job_title&"
                        "column=email&up=job_title");
    assert_int_equal(answer.status, 303);
    answer = list(pages, "");
    assert_true(strstr(answer.body, ">Job title</a></th>") <
                strstr(answer.body, ">E-mail</a></th>"));
    answer = pages_post(pages, VI, pages_path(pages, "/contacts/columns"),
                        "shown=name%2Cjob_title%2Cemail&toggle=email");
    answer = list(pages, "");
    assert_false(has(&answer, ">E-mail</a></th>"));
    /* dragged, and given back */
    pages_post(pages, VI, pages_path(pages, "/contacts/columns"),
               "shown=name%2Cjob_title%3Awide&resize=job_title&px=233");
    answer = list(pages, "");
    pages_shows(&answer, "<col width=\"233\">");
    assert_int_equal(times(&answer, "<col>"), 1);
    answer = pages_get(pages, VI, pages_path(pages, "/contacts/columns"));
    pages_shows(&answer, ">233 pixels</option>");
    pages_post(pages, VI, pages_path(pages, "/contacts/columns"),
               "shown=name%2Cjob_title%3A233&resize=job_title&px=0");
    answer = list(pages, "");
    assert_false(has(&answer, "<col"));
    answer = pages_post(pages, VI, pages_path(pages, "/contacts/columns"),
                        "shown=name&resize=name&px=100000");
    assert_int_equal(answer.status, 400);
    answer = pages_post(pages, VI, pages_path(pages, "/contacts/columns"), "reset=1");
    answer = list(pages, "");
    pages_shows(&answer, ">Company</a></th>");
    answer = pages_get(pages, VI, pages_path(pages, "/contacts/columns"));
    pages_shows(&answer, "Reset columns");
    pages_free(pages);
}

static void
offers_kept_filters(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/smart-lists/new"),
                   "entity=contact&name=Engineers+here&filter=title%3Dengineer");
    assert_int_equal(answer.status, 303);
    answer = list(pages, "?title=engineer");
    pages_shows(&answer, "<span class=\"cut\">Engineers here</span>");
    assert_false(has(&answer, "Save this view as"));
    answer = pages_get(pages, ED, pages_path(pages, "/contacts?q=dana"));
    pages_shows(&answer, "<span class=\"cut\">Smart lists</span>");
    pages_shows(&answer, "/smart-lists/new?entity=contact&amp;filter=q%3Ddana");
    pages_free(pages);
}

static void
goes_back_to_the_list_only(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    static const char *const elsewhere[] = {"https%3A%2F%2Fevil.example%2F", "%2Fadmin",
                                            "%2F%2Fevil.example"};
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        struct webrun_answer answer =
            pages_post(pages, VI, pages_path(pages, "/contacts/columns"),
                       arena_printf(pages->people->arena, "density=compact&back=%s", elsewhere[i]));
        assert_string_equal(webrun_header(pages->run, &answer, "Location"),
                            pages_path(pages, "/contacts"));
    }
    pages_free(pages);
}

static void
finds_titles_while_one_types(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct webrun_answer answer = list(pages, "/values?facet=title&text=eng");
    pages_shows(&answer, "<option value=\"Software Engineer\">2</option>");
    answer = list(pages, "/values?facet=title&text=e");
    assert_false(has(&answer, "<option"));
    answer = list(pages, "/values?facet=title&text=eng&q=dana");
    assert_false(has(&answer, "<option"));
    pages_free(pages);
}

/* Of very many sources and tags the panel shows the largest; the others are a few letters away. */
static void
shows_few_values_and_leads_to_the_rest(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct people *p = pages->people;
    people_number(
        p,
        "WITH made AS (INSERT INTO tag (tenant_id, name, name_key) SELECT %" PRId64
        ", 'Tag ' || i, 'tag ' || i FROM generate_series(1, 300) i RETURNING tag_id, name), "
        "people AS (INSERT INTO contact (tenant_id, last_name, name_key, search, sort_name, "
        "codes, source, tag_ids) SELECT %" PRId64
        ", name, lower(name), lower(name), lower(name), '{0,0,0,0,0,0,20,0,0,0,0,0}', "
        "'Fair ' || name, ARRAY[tag_id] FROM made RETURNING 1) SELECT count(*) FROM made",
        p->kestrel, p->kestrel);
    struct webrun_answer answer = list(pages, "?more=source");
    pages_shows(&answer, "list=\"values-source\"");
    answer = list(pages, "/values?facet=source&text=fair+tag+29");
    assert_int_equal(times(&answer, "<option"), 11);
    pages_shows(&answer, "<option value=\"Fair Tag 299\">1</option>");
    answer = list(pages, "?source=fair+tag+299");
    pages_shows(&answer, "Tag 299");
    answer = list(pages, "/values?facet=industry&text=steel");
    assert_int_equal(answer.status, 400);
    answer = list(pages, "?more=tag");
    assert_int_equal(times(&answer, "name=\"tag\" value=\""), 301);
    assert_true(times(&answer, "<b>1</b>") >= 300);
    /* of a long list what is chosen stands first, where it is in sight */
    answer = list(pages, "?more=tag&tag=none");
    const char *at = strstr(answer.body, "data-find=\"Tag\"");
    assert_non_null(at);
    static const char first[] = "<input type=\"checkbox\" name=\"tag\" value=\"none\" checked>";
    assert_int_equal(strncmp(strstr(at, "<input"), first, strlen(first)), 0);
    assert_int_equal(times(&answer, "<input type=\"checkbox\" name=\"tag\" value=\""), 301);
    /* not all at first: fifty rows and all facets weigh little */
    answer = list(pages, "");
    assert_int_equal(times(&answer, "class=\"cell-main\""), 50);
    assert_int_equal(times(&answer, "name=\"tag\" value=\""), 10 + 1 /* none */);
    pages_shows(&answer, ">Show 290 more</a>");
    assert_in_range(strlen(answer.body), 50000, 110 * 1024);
    pages_free(pages);
}

/* Custom texts, too: the field of one is there, finds the values that are there, and narrows by one. */
static void
finds_values_of_custom_fields(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct people *p = pages->people;
    people_number(
        p,
        "WITH f AS (INSERT INTO custom_field (tenant_id, entity, key, label, type, archived_at) "
        "SELECT %" PRId64 ", 2, k, initcap(k), t, CASE WHEN k = 'past' THEN now() END FROM "
        "(VALUES ('met', 'text'), ('site', 'url'), ('past', 'text'), ('due', 'date')) AS "
        "v(k, t) RETURNING 1), c AS (UPDATE contact SET custom = jsonb_build_object('met', CASE "
        "last_name WHEN 'Stone' THEN 'Trade fair, Köln' ELSE 'Trade fair ' || last_name END, "
        "'past', 'Trade fair', 'site', 'https://' || lower(last_name) || '-test.com') WHERE "
        "tenant_id = %" PRId64 " AND last_name <> 'Marsh' RETURNING 1) SELECT count(*) FROM c",
        p->kestrel, p->kestrel);
    struct webrun_answer answer = list(pages, "");
    pages_shows(&answer, "name=\"field.met\" type=\"text\" list=\"values-field.met\"");
    pages_shows(&answer, "name=\"field.site\" type=\"text\" list=\"values-field.site\"");
    pages_shows(&answer, "name=\"field.met\" value=\"none\"><span>Unknown</span></label>");
    answer = list(pages, "?field.met=none");
    assert_int_equal(times(&answer, "class=\"cell-main\""), 1);
    pages_shows(&answer, "Cleo Marsh");
    pages_shows(&answer, "value=\"none\" checked><span>Unknown</span></label>");
    assert_int_equal(times(&answer, "\"checkbox\" name=\"field.met\" value=\"none\""), 1);
    answer = list(pages, "/values?facet=field.met&text=trade");
    assert_int_equal(times(&answer, "<option"), 4);
    answer = list(pages, "/values?facet=field.met&text=koln");
    assert_int_equal(times(&answer, "<option"), 1);
    pages_shows(&answer, "<option value=\"Trade fair, Köln\">1</option>");
    answer = list(pages, "/values?facet=field.site&text=quill&title=finance");
    pages_shows(&answer, "<option value=\"https://quill-test.com\">1</option>");
    answer = list(pages, "/values?facet=field.site&text=quill&title=engineer");
    assert_int_equal(times(&answer, "<option"), 0);
    answer = list(pages, "?field.met=trade+fair%2C+KOLN");
    assert_int_equal(times(&answer, "class=\"cell-main\""), 1);
    pages_shows(&answer, "Ezra Stone");
    /* how many have it is the list's total: nobody counted the values of a text */
    pages_shows(&answer, "checked><span>trade fair, KOLN</span></label>");
    answer = list(pages, "?title=engineer");
    pages_shows(&answer, "checked><span>All with &quot;engineer&quot;</span></label>");
    answer = list(pages, "?source=nowhere");
    pages_shows(&answer, "checked><span>nowhere</span><b>0</b></label>");
    static const char *const others[] = {"field.past", "field.due", "field.none", "field."};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(
            list(pages, arena_printf(p->arena, "/values?facet=%s&text=trade", others[i])).status,
            400);
    pages_free(pages);
}

static struct webrun_answer
opened_from(struct pages *pages, const char *path, const char *referer)
{
    return webrun_send(pages->run, &(struct webrun_request){.method = "GET",
                                                            .path = path,
                                                            .token = pages->tokens[VI],
                                                            .referer = referer});
}

/* A long filter does not stand in every row, and yet a record knows the list one came from. */
static void
leads_back_to_a_long_filter(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    const char *names = "title=engineer&title=finance&title=officer&title=nobody+of+this+name&"
                        "title=nor+of+this&industry.not=1&industry=retail&industry=it";
    const char *query =
        arena_printf(arena, "?%s&stale=&stale.from=&sort=title&after=&dir=down", names);
    struct webrun_answer answer =
        list(pages, arena_printf(arena, "?%s&sort=title&dir=down", names));
    assert_int_equal(times(&answer, "class=\"cell-main\""), 4);
    assert_int_equal(times(&answer, "?from=~\">"), 4);
    const char *at = strstr(answer.body, "class=\"cell-main\" href=\"");
    assert_non_null(at);
    at += strlen("class=\"cell-main\" href=\"");
    const char *path = arena_strndup(arena, at, strcspn(at, "\""));
    const char *referer =
        arena_printf(arena, "https://leadgen.example%s",
                     pages_path(pages, arena_printf(arena, "/contacts%s", query)));
    answer = opened_from(pages, path, referer);
    assert_int_equal(answer.status, 303);
    const char *whole = arena_strdup(arena, webrun_header(pages->run, &answer, "Location"));
    assert_non_null(strstr(whole, "nobody"));
    assert_non_null(strstr(whole, "&sort=title&dir=down"));
    answer = pages_get(pages, VI, whole);
    assert_int_equal(answer.status, 200);
    /* the way on from there is that of any other list */
    const char *cut = strchr(whole, '?');
    const char *next = arena_printf(arena, "%.*s/next%s", (int)(cut - whole), whole, cut);
    answer = pages_get(pages, VI, next);
    assert_int_equal(answer.status, 303);
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Location"), "nobody"));
    /* a link that somebody sent, a page that is no list, a list that is not ours: the record alone */
    const char *const others[] = {
        "",
        "https://leadgen.example/",
        "nonsense",
        arena_printf(arena, "https://x.example/other/contacts?%s", names),
        arena_printf(arena, "https://x.example%s", pages_path(pages, "/contacts?colour=%ZZ")),
        arena_printf(arena, "https://x.example%s",
                     pages_path(pages, "/contacts?title.x=1&tag=a&q=%00"))};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        answer = opened_from(pages, path, others[i]);
        assert_int_equal(answer.status, 303);
        assert_null(strchr(webrun_header(pages->run, &answer, "Location"), '?'));
    }
    pages_free(pages);
}

static void
refuses_what_it_does_not_know(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    char *search = arena_alloc(pages->people->arena, 12000);
    memset(search, 'a', 10000);
    memcpy(search, "?q=", 3);
    const struct {
        const char *query, *message;
    } cases[] = {
        {"?colour=red",        "colour"              },
        {"?seniority=boss",    "boss"                },
        {"?sort=shoe",         "shoe"                },
        {"?sort=field.shoe",   "no such custom field"},
        {"?dir=sideways",      "dir"                 },
        {"?part=half",         "part"                },
        {"?after=nonsense",    "list"                },
        {"?field.nothing=1",   "nothing"             },
        {"?quality=90..10",    "uality"              },
        {search,               "200"                 },
        {"?q=a+b+c+d+e+f+g+h", "words"               },
        {"?cols=name,nothing", "nothing"             },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct webrun_answer answer = list(pages, cases[i].query);
        if (answer.status != 400)
            fail_msg("%.60s: %d", cases[i].query, answer.status);
        pages_shows(&answer, cases[i].message);
    }
    /* odd, but possible */
    static const char *const fine[] = {"?q=%25_%27%22%3Cb%3E", "?q=%F0%9F%98%80", "?tag=999999",
                                       "?owner=none", "?cols=,name,,email:wide,"};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        struct webrun_answer answer = list(pages, fine[i]);
        if (answer.status != 200)
            fail_msg("%s: %d", fine[i], answer.status);
    }
    pages_free(pages);
}

/* The connection of the pages is gone, as when the server restarts. */
static void
lose_connection(struct pages *pages)
{
    static const struct sql backend = {"test_backend", false, "SELECT pg_backend_pid()::bigint"};
    static const struct sql end = {"test_end", false,
                                   "SELECT pg_terminate_backend($1::int, 5000)::int::bigint"};
    int64_t pid = 0, ended = 0;
    assert_true(db_i64(webrun_ctx(pages->run), &backend, DB_NO_ARGS, &pid));
    assert_true(db_i64(&pages->people->app, &end, DB_ARGS(DB_I64(pid)), &ended));
    assert_int_equal(ended, 1);
}

/* What a process keeps of the columns of its tenants ends with its connection: the next list begins
 * anew, whether the loss is seen before it or in its midst. */
static void
lists_on_after_a_lost_connection(void **state)
{
    (void)state;
    struct pages *pages = begin();
    if (!pages)
        return;
    char folder[] = "/tmp/snapshots.XXXXXX";
    bool built = false;
    struct conf conf = *webrun_web(pages->run)->conf;
    struct ctx owner = pages->people->db->owner;
    assert_non_null(mkdtemp(folder));
    conf.snapshots = folder;
    webrun_web(pages->run)->conf = owner.conf = &conf;
    assert_true(snapshot_build(&owner, pages->people->kestrel, &built));
    assert_true(built);
    for (int i = 0; i < 3; i++) {
        struct webrun_answer answer = list(pages, "?title=engineer");
        pages_shows(&answer, ">2 of 5</small>");
        assert_non_null(db_kept(webrun_ctx(pages->run)));
        lose_connection(pages);
        answer = list(pages, "?title=engineer");
        pages_shows(&answer, ">2 of 5</small>");
        answer = pages_post(pages, ED, pages_path(pages, "/contacts/new"), "last_name=Late");
        assert_int_equal(answer.status, 303);
        people_number(pages->people,
                      "WITH gone AS (DELETE FROM contact WHERE tenant_id = %" PRId64
                      " AND last_name = 'Late' RETURNING 1) SELECT count(*) FROM gone",
                      pages->people->kestrel);
    }
    unlink(
        arena_printf(pages->people->arena, "%s/%" PRId64 ".snap", folder, pages->people->kestrel));
    rmdir(folder);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(narrows_and_counts),
        cmocka_unit_test(finds_the_title_that_is_ticked),
        cmocka_unit_test(keeps_choices_that_find_nothing),
        cmocka_unit_test(keeps_the_choice_of_having_none),
        cmocka_unit_test(says_which_filter_costs_most),
        cmocka_unit_test(takes_ranges_from_a_form),
        cmocka_unit_test(sorts_and_pages),
        cmocka_unit_test(sorts_by_every_head),
        cmocka_unit_test(sorts_texts_apart_from_classes),
        cmocka_unit_test(sorts_by_custom_fields),
        cmocka_unit_test(shows_ones_own_columns),
        cmocka_unit_test(offers_kept_filters),
        cmocka_unit_test(goes_back_to_the_list_only),
        cmocka_unit_test(finds_titles_while_one_types),
        cmocka_unit_test(shows_few_values_and_leads_to_the_rest),
        cmocka_unit_test(finds_values_of_custom_fields),
        cmocka_unit_test(leads_back_to_a_long_filter),
        cmocka_unit_test(refuses_what_it_does_not_know),
        cmocka_unit_test(lists_on_after_a_lost_connection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
