/* Pages in the database: written once and over, checked, gone, with and without their bodies. */
#include "support/database.h"

#include "domain/crawl/page_store.h"

static int64_t
new_company(struct database *db, const char *name)
{
    return database_number(
        db,
        arena_printf(db->arena,
                     "INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes) "
                     "VALUES (%" PRId64 ", '%s', '%s', '%s', '%s', '{}') RETURNING company_id",
                     db->tenant, name, name, name, name));
}

static void
write_page(struct database *db, int64_t company, const char *url, const char *body,
           const char *sha256)
{
    struct page_fresh page = {.company_id = company,
                              .kind = strstr(url, "team") ? PAGE_TEAM : PAGE_HOME,
                              .url = url,
                              .http_status = 200,
                              .etag = "\"1\"",
                              .sha256 = sha256,
                              .title = "Acme",
                              .text = "We build engines",
                              .frame_text = "Home Team"};
    page_store_pack(db->arena, body, strlen(body), &page);
    struct page_sender sender = {.tenant_id = db->tenant, .actor = db->user};
    if (!page_store_send(&db->ctx, &sender, &page) || !page_store_sent(&db->ctx, &sender))
        fail_msg("%s", db->ctx.err.message);
}

static size_t
read_pages(struct database *db, int64_t company, unsigned wants, struct page_stored **pages)
{
    size_t n;
    database_begin(db);
    if (!page_store_read(&db->ctx, &company, 1, wants, pages, &n))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    return n;
}

static void
keeps_pages(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct page_stored *pages;
    int64_t company = new_company(db, "acme");
    write_page(db, company, "https://a.example/team", "<p>J\xC3\xA1n</p>", "22");
    write_page(db, company, "https://a.example/", "<p>one</p>", "11");
    assert_int_equal(read_pages(db, company, PAGE_WANTS_HEAD, &pages), 2);
    assert_int_equal(pages[0].kind, PAGE_HOME);
    assert_null(pages[0].text);
    assert_null(pages[0].body);
    assert_int_equal(read_pages(db, company, PAGE_WANTS_TEXT | PAGE_WANTS_BODY, &pages), 2);
    assert_string_equal(pages[1].text, "We build engines");
    assert_string_equal(pages[1].body, "<p>J\xC3\xA1n</p>");
    assert_int_equal(pages[1].body_length, strlen(pages[1].body));

    database_script(db, "UPDATE page SET changed_at = '2020-01-01', checked_at = '2020-01-01'");
    write_page(db, company, "https://a.example/", "<p>one</p>", "11");
    write_page(db, company, "https://a.example/team", "<p>new</p>", "33");
    assert_int_equal(read_pages(db, company, PAGE_WANTS_BODY, &pages), 2);
    assert_true(pages[0].changed_at < 1600000000);
    assert_true(pages[0].checked_at > 1600000000);
    assert_true(pages[1].changed_at > 1600000000);
    assert_string_equal(pages[1].body, "<p>new</p>");

    database_begin(db);
    assert_true(page_store_gone(&db->ctx, company, &pages[1].page_id, 1));
    assert_true(page_store_checked(&db->ctx, company, &pages[0].page_id, 1));
    database_commit(db);
    assert_int_equal(read_pages(db, company, PAGE_WANTS_HEAD, &pages), 1);
    assert_int_equal(read_pages(db, company, PAGE_WANTS_GONE, &pages), 2);
    database_free(db);
}

static void
remembers_how_a_site_ended(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t company = new_company(db, "acme");
    write_page(db, company, "https://a.example/", "x", "11");
    struct site_stored one = {.company_id = company,
                              .host = "a.example",
                              .state = "failed",
                              .cause = "dns",
                              .message = "The name a.example is not known."};
    struct site_stored *sites;
    size_t n;
    database_begin(db);
    assert_true(page_store_site(&db->ctx, &one, 3600) && page_store_site(&db->ctx, &one, 7200));
    assert_true(page_store_sites(&db->ctx, &company, 1, &sites, &n));
    assert_int_equal(n, 1);
    assert_int_equal(sites[0].failures, 2);
    assert_int_equal(sites[0].n_pages, 1);
    assert_int_equal(sites[0].next_crawl_at - sites[0].crawled_at, 7200);
    one = (struct site_stored){.company_id = company, .host = "a.example", .state = "done"};
    assert_true(page_store_site(&db->ctx, &one, 86400));
    assert_true(page_store_sites(&db->ctx, &company, 1, &sites, &n));
    assert_int_equal(sites[0].failures, 0);
    assert_null(sites[0].cause);
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_pages),
        cmocka_unit_test(remembers_how_a_site_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
