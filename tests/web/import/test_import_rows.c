/* What preview and ledger say of values: each one left out or changed, with column, value and what became
 * of it, all of a row's notes, and an example under "Worth knowing"; both pages say the same. */
#include "support/pages.h"

#include "support/claiming.h"

static const char *const lines[] = {
    "First name,Last name,E-mail,Company,Phone,Country,Website",
    "Anna,Gut,anna@walk.example,Acme Walk,,Germany,walk.example",
    "<script>alert(1)</script>,X,script@walk.example,Acme Walk,,,",
    "Rtl,%E2%80%AEevoL,rtl@walk.example,Acme Walk,,,",
    "Bob (Bobby),Bee,bob@walk.example,\"\"\"Acme Walk\"\"\",030 1234567 or 030 7654321,Germany,",
    "Free,Mail,free.mail@gmail.com,Gmailers,12,Narnia,https://gmailers.example (old)",
    "Lone,Wolf,Lone <lone@gmail.com>,,,,facebook",
    "Ot,Her,other@new.example,,,France,",
};

/* What rows say, in the order of the page, as HTML. */
static const char *const notes[] = {
    "Last name &quot;[U+202E]evoL&quot; became &quot;evoL&quot;",
    "Company &quot;&quot;Acme Walk&quot;&quot; became &quot;Acme Walk&quot;",
    "Phone &quot;030 1234567 or 030 7654321&quot; became &quot;+49301234567&quot;",
    "First name &quot;Bob (Bobby)&quot; became &quot;Bob&quot;",
    "Country &quot;Narnia&quot; left out: no country is known by this name",
    "Phone &quot;12&quot; left out: this is not a telephone number",
    "Website &quot;https://gmailers.example (old)&quot; became "
    "&quot;https://gmailers.example/&quot;",
    "free-mail address",
    "E-mail &quot;Lone &lt;lone@gmail.com&gt;&quot; became &quot;lone@gmail.com&quot;",
    "Country &quot;France&quot; left out: the row names no company that it could be of",
};

static void
work(struct pages *pages)
{
    struct ctx batch = pages->people->db->ctx;
    batch.conf = webrun_ctx(pages->run)->conf;
    claiming_run(pages->people->db, &batch,
                 people_number(pages->people,
                               "SELECT job_id FROM import WHERE tenant_id = %" PRId64
                               " ORDER BY import_id DESC LIMIT 1",
                               pages->people->kestrel));
}

static void
shows_every_note(const struct webrun_answer *answer)
{
    const char *at = strstr(answer->body, "id=\"rows\"");
    assert_non_null(at);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        const char *found = strstr(at, notes[i]);
        if (!found)
            fail_msg("not there, or not in its place: %s", notes[i]);
        at = found;
    }
    /* nothing was cut out of it, and nothing is said of it */
    pages_shows(answer, "&lt;script&gt;alert(1)&lt;/script&gt; X");
    assert_null(strstr(answer->body, "script&gt;&quot; became"));
}

static void
says_every_value_left_out_or_changed(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    struct buf form;
    buf_init(&form, arena, 10000);
    buf_text(&form, "rows=");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        buf_printf(&form, "%s%%0A", lines[i]);
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/import/paste"), form.data);
    assert_int_equal(answer.status, 303);
    const char *path = arena_strdup(arena, webrun_header(pages->run, &answer, "Location"));
    answer = pages_post(
        pages, ED, arena_printf(arena, "%s/map", path),
        "version=2&entity=contact&target.0=contact.first_name&target.1=contact.last_name&"
        "target.2=contact.email&target.3=company.name&target.4=contact.phone&"
        "target.5=company.country&target.6=company.website_url");
    assert_int_equal(answer.status, 303);
    work(pages);
    answer = pages_get(pages, ED, arena_printf(arena, "%s/preview", path));
    shows_every_note(&answer);
    pages_shows(&answer,
                "A value could not be used and is left out<span class=\"cell-sub\">Line 6: "
                "Country &quot;Narnia&quot; left out: no country is known by this name");
    pages_shows(&answer, "Cleaning changed more of a value than its form<span class=\"cell-sub\">"
                         "Line 4: Last name &quot;[U+202E]evoL&quot; became &quot;evoL&quot;");
    int64_t version = people_number(pages->people,
                                    "SELECT version FROM import WHERE tenant_id = %" PRId64
                                    " ORDER BY import_id DESC LIMIT 1",
                                    pages->people->kestrel);
    answer = pages_post(pages, ED, arena_printf(arena, "%s/start", path),
                        arena_printf(arena, "version=%" PRId64, version));
    assert_int_equal(answer.status, 303);
    work(pages);
    answer = pages_get(pages, ED, arena_printf(arena, "%s/run", path));
    shows_every_note(&answer);
    /* where the row as it was is no longer kept, the flags are all there is */
    people_number(pages->people,
                  "WITH gone AS (UPDATE import_row SET raw = NULL WHERE tenant_id = %" PRId64
                  " RETURNING 1) SELECT count(*) FROM gone",
                  pages->people->kestrel);
    answer = pages_get(pages, ED, arena_printf(arena, "%s/run", path));
    pages_shows(&answer, "a value was left out");
    pages_shows(&answer, "a value was changed by cleaning");
    assert_null(strstr(answer.body, "Narnia"));
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_every_value_left_out_or_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
