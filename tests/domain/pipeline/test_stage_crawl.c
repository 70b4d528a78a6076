/* The stage "crawl" on a database, against a server with good, bad and hostile sites: each company gets
 * one typed result, pages are stored once, and nothing private is asked. */
#include "support/database.h"

#include <time.h>

#include "base/conf.h"
#include "domain/crawl/page_store.h"
#include "domain/pipeline/stage_crawl.h"
#include "support/dns_server.h"
#include "support/hostile_web.h"

struct expected {
    const char *host;
    enum stage_result result;
    const char *cause;
    size_t pages;
};

static const struct expected sites[] = {
    {"good.example",      STAGE_DONE,     NULL,         4},
    {"ok.example",        STAGE_DONE,     NULL,         1},
    {"short.example",     STAGE_PARTIAL,  "empty",      1},
    {"nested.example",    STAGE_PARTIAL,  "empty",      1},
    {"charset.example",   STAGE_PARTIAL,  "empty",      1},
    {"long.example",      STAGE_PARTIAL,  "empty",      1},
    {"never.example",     STAGE_RETRY,    "timeout",    0},
    {"drip.example",      STAGE_RETRY,    "timeout",    0},
    {"hangup.example",    STAGE_RETRY,    "broken",     0},
    {"garbage.example",   STAGE_RETRY,    "broken",     0},
    {"bad-gzip.example",  STAGE_RETRY,    "broken",     0},
    {"busy.example",      STAGE_RETRY,    "http_5xx",   0},
    {"down.example",      STAGE_RETRY,    "robots",     0},
    {"huge.example",      STAGE_FAILED,   "too_large",  0},
    {"bomb.example",      STAGE_FAILED,   "too_large",  0},
    {"headers.example",   STAGE_FAILED,   "too_large",  0},
    {"loop.example",      STAGE_FAILED,   "redirects",  0},
    {"forbidden.example", STAGE_FAILED,   "http_403",   0},
    {"pdf.example",       STAGE_NO_MATCH, "not_html",   0},
    {"closed.example",    STAGE_NO_MATCH, "robots",     0},
    {"moved.example",     STAGE_NO_MATCH, "moved",      0},
    {"private0.example",  STAGE_NO_MATCH, "moved",      0},
    {"private1.example",  STAGE_NO_MATCH, "moved",      0},
    {"private2.example",  STAGE_NO_MATCH, "moved",      0},
    {"private3.example",  STAGE_NO_MATCH, "moved",      0},
    {"unknown.example",   STAGE_FAILED,   "no_name",    0},
    {"outage.example",    STAGE_RETRY,    "dns",        0},
    {"127.0.0.1",         STAGE_NO_MATCH, "no_address", 0},
    {"localhost",         STAGE_NO_MATCH, "no_address", 0},
    {"linkedin.com",      STAGE_NO_MATCH, "no_address", 0},
};
enum { N_SITES = sizeof sites / sizeof *sites };

static void
add_companies(struct database *db, struct stage_batch *batch)
{
    batch->items = ARENA_ARRAY(db->arena, N_SITES, struct stage_item);
    batch->n_items = N_SITES;
    for (size_t i = 0; i < N_SITES; i++)
        batch->items[i] = (struct stage_item){
            .attempts = 1,
            .record_id = database_number(
                db,
                arena_printf(db->arena,
                             "INSERT INTO company (tenant_id, name, website_url, name_key, search, "
                             "sort_name, codes) VALUES (%" PRId64
                             ", 'x', 'http://%s/', 'x', 'x', 'x', '{}') "
                             "RETURNING company_id",
                             db->tenant, sites[i].host))};
}

/* Lets the names of the table lead to the server; port 443 to nobody, so that http is tried. */
static void
write_resolve(const char *path, int port)
{
    FILE *file = fopen(path, "w");
    for (size_t i = 0; i < N_SITES; i++) {
        bool nowhere = sites[i].cause &&
                       (!strcmp(sites[i].cause, "no_name") || !strcmp(sites[i].cause, "dns"));
        if (nowhere)
            continue;
        fprintf(file, "%s:80:127.0.0.1:%d\n%s:443:127.0.0.1:1\n", sites[i].host, port,
                sites[i].host);
        fprintf(file, "www.%s:80:127.0.0.1:%d\nwww.%s:443:127.0.0.1:1\n", sites[i].host, port,
                sites[i].host);
    }
    fclose(file);
}

static void
run_stage(struct database *db, struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items; i++) {
        batch->items[i].result = STAGE_OPEN;
        batch->items[i].own = NULL;
    }
    if (!stage_crawl.work(&db->ctx, batch))
        fail_msg("%s", db->ctx.err.message);
    struct stage_batch found = *batch;
    found.items = ARENA_ARRAY(db->arena, N_SITES, struct stage_item);
    found.n_items = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        if (batch->items[i].result != STAGE_RETRY && batch->items[i].result != STAGE_FAILED)
            found.items[found.n_items++] = batch->items[i];
    database_begin(db);
    if (!stage_crawl.write(&db->ctx, &found))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
}

static void
ends_every_site(void **state)
{
    struct database *db = database_new();
    struct stage_batch batch = {.stage = &stage_crawl, .beat = 1e18}; /* no claims to keep */
    char path[] = "/tmp/leadgen-test-crawl-XXXXXX";
    (void)state;
    if (!db)
        return;
    struct hostile_web web = hostile_web_start();
    close(mkstemp(path));
    write_resolve(path, web.port);
    static const struct dns_row names[] = {
        {"outage.example",     NULL, NULL, DNS_SERVFAIL},
        {"www.outage.example", NULL, NULL, DNS_SERVFAIL},
    };
    struct dns_server dns;
    assert_true(dns_server_start(&dns, names, sizeof names / sizeof *names));
    struct conf conf = {.resolve = path, .dns = dns.address};
    db->ctx.conf = &conf;
    batch.tenant_id = db->tenant;
    add_companies(db, &batch);
    database_script(db, "DELETE FROM site_lease"); /* of a run that was broken off */

    run_stage(db, &batch);
    int wrong = 0;
    for (size_t i = 0; i < N_SITES; i++) {
        const struct stage_item *item = &batch.items[i];
        struct page_stored *pages;
        size_t n;
        database_begin(db);
        assert_true(page_store_read(&db->ctx, &item->record_id, 1, PAGE_WANTS_BODY, &pages, &n));
        database_commit(db);
        bool same = item->result == sites[i].result && n == sites[i].pages &&
                    (sites[i].cause ? item->cause && !strcmp(item->cause, sites[i].cause)
                                    : item->cause == NULL);
        wrong += !same;
        if (!same)
            printf("# %s: %s, %s, %zu pages: %s\n", sites[i].host, stage_result_name(item->result),
                   item->cause ? item->cause : "-", n, item->message ? item->message : "");
        assert_int_equal(item->message != NULL, item->cause != NULL);
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(*web.secrets, 0);
    test_memory_below(128);

    /* again: nothing is stored twice, what did not change is only checked, and empty sites are empty */
    const char *count =
        "SELECT count(*) || ' ' || max(changed_at)::text FROM page WHERE tenant_id = ";
    count = arena_printf(db->arena, "%s%" PRId64, count, db->tenant);
    const char *before = database_value(db, count);
    usleep(300000); /* the pause that the site asks for */
    batch.n_items = 5;
    run_stage(db, &batch);
    for (size_t i = 0; i < batch.n_items; i++) {
        assert_int_equal(batch.items[i].result, sites[i].result);
        assert_true(!sites[i].cause || !strcmp(batch.items[i].cause, sites[i].cause));
    }
    assert_string_equal(database_value(db, count), before);
    hostile_web_stop(&web);
    dns_server_stop(&dns);
    unlink(path);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_every_site),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
