/* Stored pages to a company's record, on a real database: the blanks filled with their evidence, what
 * the site is built with, the same again when it runs twice. */
#include "support/acts.h"

#include "domain/crawl/page_store.h"
#include "domain/site/company_site.h"
#include "domain/site/company_technology.h"
#include "domain/record/record.h"

static const char home[] =
    "<html lang=de-DE><title>Pumpen Maier</title><meta name=generator content='TYPO3 12.4'>"
    "<meta name=description content='Pumpen und Armaturen für die Industrie seit 1967.'>"
    "<nav><a href=/produkte>Produkte</a><a href=/kontakt>Kontakt</a><a "
    "href=/impressum>Impressum</a>"
    "</nav><h1>Pumpen Maier</h1><p>Wir bauen Pumpen für Wasserwerke und Brauereien in ganz Europa."
    "<footer>© 2025 Pumpen Maier GmbH<a href=https://de.linkedin.com/company/pumpen-maier/>in</a>"
    "</footer>";
static const char imprint[] =
    "<html lang=de-DE><title>Impressum</title><p>Pumpen Maier GmbH<br>Industriestraße 12<br>70565 "
    "Stuttgart<p>Telefon: 0711 123456-0<br>E-Mail: info(at)maier.example<p>Amtsgericht Stuttgart "
    "HRB "
    "123456";

static void
add_page(struct database *db, int64_t company, const char *url, enum page_kind kind,
         const char *body)
{
    struct page_fresh page = {.company_id = company,
                              .kind = kind,
                              .url = url,
                              .http_status = 200,
                              .sha256 = "x",
                              .text = "",
                              .frame_text = ""};
    page_store_pack(db->arena, body, strlen(body), &page);
    struct page_sender sender = {.tenant_id = db->tenant, .actor = db->user};
    acts_ok(db, page_store_send(&db->ctx, &sender, &page) && page_store_sent(&db->ctx, &sender));
}

static void
run(struct database *db, int64_t company, struct company_site_result *result)
{
    struct company_site site;
    database_begin(db);
    acts_ok(db, company_site_read(&db->ctx, company, &site));
    acts_ok(db, company_site_write(&db->ctx, &site, result));
    database_commit(db);
}

static void
fills_and_explains(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t id = acts_company(db, "Maier Pumpen", "maier.example");
    struct company_site_result result;
    struct company_technology *built;
    struct record record;
    struct record_fact *facts;
    size_t n, n_built;
    add_page(db, id, "https://www.maier.example/", PAGE_HOME, home);
    add_page(db, id, "https://www.maier.example/impressum", PAGE_LEGAL, imprint);
    run(db, id, &result);
    database_begin(db);
    acts_ok(db, record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_string_equal(record.values[COMPANY_NAME], "Maier Pumpen"); /* what is there stays */
    assert_string_equal(record.values[COMPANY_CITY], "Stuttgart");
    assert_string_equal(record.values[COMPANY_POSTAL_CODE], "70565");
    assert_string_equal(record.values[COMPANY_ADDRESS], "Industriestraße 12");
    assert_string_equal(record.values[COMPANY_COUNTRY], "DE");
    assert_string_equal(record.values[COMPANY_PHONE], "+497111234560");
    assert_string_equal(record.values[COMPANY_EMAIL], "info@maier.example");
    assert_string_equal(record.values[COMPANY_LEGAL_FORM], "GmbH");
    assert_string_equal(record.values[COMPANY_REGISTRY_NUMBER], "HRB 123456");
    assert_string_equal(record.values[COMPANY_LINKEDIN_URL],
                        "https://www.linkedin.com/company/pumpen-maier");
    assert_int_equal(result.others, 1);
    acts_ok(db, record_fact_list(&db->ctx, RECORD_COMPANY, id, &facts, &n));
    for (size_t i = 0; i < n; i++)
        if (!strcmp(facts[i].field->name, "phone")) {
            assert_string_equal(facts[i].url, "https://www.maier.example/impressum");
            assert_string_equal(facts[i].snippet, "Telefon: 0711 123456-0");
        }
    acts_ok(db, company_technology_list(&db->ctx, id, &built, &n_built));
    assert_int_equal(n_built, 1);
    assert_string_equal(built[0].name, "TYPO3");
    assert_string_equal(built[0].version, "12.4");
    database_commit(db);
    /* Twice is once. */
    int64_t version = record.version;
    run(db, id, &result);
    assert_int_equal(result.filled, 0);
    database_begin(db);
    acts_ok(db, record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_int_equal(record.version, version);
    database_commit(db);
    database_free(db);
}

static void
parked_sites_say_nothing(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t id = acts_company(db, "Gone", "gone.example");
    struct company_site site;
    add_page(db, id, "https://gone.example/", PAGE_HOME,
             "<title>gone.example</title><h1>This domain is for sale</h1><p>Call +1 202 555 0123, "
             "sales@broker.example, 1 Main Street, Dallas, TX 75201");
    database_begin(db);
    acts_ok(db, company_site_read(&db->ctx, id, &site));
    assert_int_equal(site.facts.n_found, 0);
    assert_int_equal(site.facts.verdict.page_class, PAGE_PARKED);
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_and_explains),
        cmocka_unit_test(parked_sites_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
