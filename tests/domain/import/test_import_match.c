/* Which row is which record: the rules of matching, through preview and run. */
#include "support/importing.h"

#define COMPANY "company.name company.domain"

static void
companies_of_one_name_and_two_domains_stay_two(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    assert_ledger(importing_rows(im, RECORD_COMPANY, COMPANY, NULL,
                                 "Company,Website\nAtlas,atlas.cz\nAtlas,www.atlas.fr/fr\n"
                                 "Atlas s.r.o.,https://shop.atlas.cz\nBora,bora.example\n"),
                  "c new\nc new\nu repeats 2\nc new\n");
    assert_string_equal(importing_value(im, "string_agg(domain, ' ' ORDER BY domain)", "company",
                                        "name_key = 'atlas'"),
                        "atlas.cz atlas.fr");
    /* a name alone says which one only where there is one */
    assert_ledger(importing_rows(im, RECORD_COMPANY, COMPANY, NULL,
                                 "Company,Website\nAtlas,\nBora,\nBora,other.example\n"),
                  "c new\ns complete\nc new\n");
    importing_free(im);
}

static void
companies_match_by_name_where_nothing_contradicts(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    const char *targets = "company.name company.domain company.country company.city "
                          "company.registry_number";
    assert_ledger(importing_rows(im, RECORD_COMPANY, targets, NULL,
                                 "Company,Website,Country,City,Number\nAlpha,,CZ,Brno,\n"
                                 "Beta,,,Brno,\nGamma,,,Oslo,111\nDelta,,FR,Paris,\n"),
                  "c new\nc new\nc new\nc new\n");
    assert_ledger(importing_rows(im, RECORD_COMPANY, targets, NULL,
                                 "Company,Website,Country,City,Number\n"
                                 "Alpha,alpha.example,CZ,,\n" /* fills the domain */
                                 "Alpha,,FR,,\n"              /* another country */
                                 "Beta,,,Plzen,\n"            /* another city, no country */
                                 "Beta,,CZ,Plzen,\n"          /* one country is not known */
                                 "Gamma,,,Oslo,222\n"         /* another number */
                                 "delta,,FR,Paris,\n"),
                  "u by_name\nc new\nc new\nu repeats 4\nc new\ns complete\n");
    importing_free(im);
}

/* A legal form or a telephone that the known one cannot have makes two of one name. */
static void
namesakes_of_other_forms_and_countries_stay_two(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    const char *targets = "company.name company.domain company.country company.phone";
    assert_ledger(importing_rows(im, RECORD_COMPANY, targets, NULL,
                                 "Company,Website,Country,Phone\nOrion GmbH,orion.example,DE,\n"
                                 "Lyra S.A.,,PL,\nVega,vega.example,FR,\n"),
                  "c new\nc new\nc new\n");
    assert_ledger(importing_rows(im, RECORD_COMPANY, targets, NULL,
                                 "Company,Website,Country,Phone\nOrion Ltd,,,+44 20 7946 0958\n"
                                 "Lyra AG,,,\nVega,,,+44 20 7946 0959\n"
                                 "Orion Gesellschaft mit beschränkter Haftung,,,+49 30 901820\n"
                                 "Lyra SA,,,+48 22 123 45 67\nVega SAS,,,+33 1 42 68 53 00\n"),
                  "c new\nc new\nc new\nu by_name\nu by_name\nu by_name\n");
    assert_string_equal(importing_value(im, "string_agg(phone, ' ' ORDER BY phone)", "company",
                                        "domain IS NOT NULL"),
                        "+33142685300 +4930901820");
    importing_free(im);
}

static void
shared_hosts_name_no_company(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    assert_ledger(importing_rows(im, RECORD_COMPANY, COMPANY, NULL,
                                 "Company,Website\nAlpha,https://facebook.com/alpha\n"
                                 "Beta,https://facebook.com/beta\n,https://facebook.com/gamma\n"
                                 "Delta,gmail.com\n"),
                  "c new\nc new\nr shared_host https://facebook.com/gamma\nc new\n");
    assert_string_equal(importing_value(im, "count(domain)", "company", "true"), "0");
    importing_free(im);
}

/* Whichever way a host of many comes in: as web site, address, name of the company. */
static void
people_at_shared_hosts_have_no_company_of_that_name(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    const char *targets = "contact.first_name contact.email company.name company.domain";
    importing_rows(im, RECORD_CONTACT, targets, NULL,
                   "Name,Mail,Company,Website\n"
                   "Ann,ann@gmail.com,,\n"
                   "Bob,bob@gmail.com,gmail,\n"
                   "Cyd,cyd@gmail.com,Gmail,gmail.com\n"
                   "Dan,dan@gmail.com,,https://www.gmail.com/\n"
                   "Eve,eve@own-e.example.org,,linkedin.com/company/x\n"
                   "Fay,fay@gmail.com,My Shop,myshop.wordpress.com\n"
                   "Gus,gus@corp.example.org,gmail.com,\n"
                   "Hal,hal@seznam.cz,seznam.cz,seznam.cz\n"
                   "Ivy,ivy@x.example.org,myshop.wordpress.com,\n"
                   "Jon,jon@outlook.com,Outlook,\n"
                   "Kim,kim@kim.github.io,,kim.github.io\n"
                   "Lee,lee@gmail.com,Lee Ltd,linkedin.com/company/lee-ltd\n"
                   "Max,max@gmail.com,Gmailers Ltd,\n");
    assert_string_equal(importing_value(im,
                                        "string_agg(concat_ws(' ', name, domain, website_url, "
                                        "linkedin_url), ', ' ORDER BY name)",
                                        "company", "true"),
                        "Gmailers Ltd, Lee Ltd https://www.linkedin.com/company/lee-ltd, "
                        "My Shop https://myshop.wordpress.com/");
    assert_string_equal(importing_value(im, "string_agg(first_name, ' ' ORDER BY first_name)",
                                        "contact", "company_id IS NULL"),
                        "Ann Bob Cyd Dan Eve Gus Hal Ivy Jon Kim");
    /* each that named one is told of it */
    assert_string_equal(importing_value(im, "string_agg(label, ' ' ORDER BY row_no)", "import_row",
                                        "phase = 1 AND flags & 256 <> 0"),
                        "Bob Cyd Dan Eve Fay Gus Hal Ivy Jon Kim Lee");
    importing_free(im);
}

static void
companies_are_not_called_by_a_shared_host(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    assert_ledger(importing_rows(im, RECORD_COMPANY, COMPANY, NULL,
                                 "Company,Website\n,gmail.com\ngmail,gmail.com\n"
                                 "gmail.com,\nlinkedin.com/company/foo,\n"
                                 ",linkedin.com/company/x\nmyshop.wordpress.com,\n"
                                 ",acme.github.io\nAmazon.com,amazon.com\n"
                                 "Fastmail,fastmail.com\nGitHub,github.com/acme\n"),
                  "r shared_host gmail.com\nr shared_host gmail.com\n"
                  "r shared_host gmail.com\nr shared_host linkedin.com\n"
                  "r shared_host linkedin.com\nr shared_host myshop.wordpress.com\n"
                  "r shared_host https://acme.github.io/\nc new\nc new\nc new\n");
    assert_string_equal(
        importing_value(im, "string_agg(name, ' ' ORDER BY name)", "company", "domain IS NULL"),
        "Amazon.com Fastmail GitHub");
    importing_free(im);
}

#define PERSON                                                                                     \
    "contact.full_name contact.email contact.linkedin_url company.name contact.phone "             \
    "contact.birthday"
#define PERSON_HEADER "Name,Mail,LinkedIn,Company,Phone,Birthday\n"

static void
people_match_in_order(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    assert_ledger(importing_rows(im, RECORD_CONTACT, PERSON, NULL,
                                 PERSON_HEADER
                                 "Jan Novak,jan@alpha.example,linkedin.com/in/jan-novak-1,Alpha,,\n"
                                 "Eva Kern,,,,+420601000001,\nPetr Dahl,,,,,1980-02-01\n"),
                  "c new_both\nc new\nc new\n");
    assert_ledger(
        importing_rows(im, RECORD_CONTACT, PERSON, NULL,
                       PERSON_HEADER
                       "J. Novak,other@x.example,http://www.linkedin.com/in/Jan-Novak-1/,,,\n"
                       "Honza,JAN@alpha.example,,,,\nJan Novak,,,Alpha,,\nJan Novak,,,Beta,,\n"
                       "Eva Kern,,,,+420 601 000 001,\nEva Kern,,,,+420601000002,\n"
                       "Petr Dahl,,,,,1980-02-01\nPetr Dahl,,,,,1981-02-01\n"
                       "Jan Novak,,linkedin.com/in/another-jan,Alpha,,\n"),
        "u by_linkedin\ns complete\ns complete\nc new_both\ns complete\nc new\ns complete\n"
        "c new\nc new_person\n");
    importing_free(im);
}

/* A second address of somebody at a company is kept beside the first, unless more says that it is
 * somebody else of the same name. */
static void
another_address_is_not_lost(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    const char *targets = "contact.full_name contact.email contact.mobile_phone company.name";
    const char *text = "Name,Mail,Mobile,Company\n"
                       "Ada Berg,a.berg@orion.example,+420601000001,Orion\n" /* an alias */
                       "Ada Berg,ada@orion.example,+420601000002,Orion\n"    /* another Ada */
                       "Ada Berg,ada.berg3@orion.example,,Orion\n"           /* the third */
                       "Ada Berg,ada@lyra.example,,Orion\n";
    assert_ledger(importing_rows(im, RECORD_CONTACT, targets, NULL,
                                 "Name,Mail,Mobile,Company\n"
                                 "Ada Berg,ada.berg@orion.example,+420601000001,Orion\n"),
                  "c new_both\n");
    assert_ledger(importing_rows(im, RECORD_CONTACT, targets, NULL, text),
                  "u by_person\nc new_person\nc new_person\nu by_person\n");
    assert_string_equal(importing_value(im,
                                        "string_agg(concat_ws(' + ', email, other_emails), '; ' "
                                        "ORDER BY email)",
                                        "contact", "true"),
                        "ada.berg3@orion.example; ada.berg@orion.example + a.berg@orion.example, "
                        "ada@lyra.example; ada@orion.example");
    assert_ledger(importing_rows(im, RECORD_CONTACT, targets, NULL, text),
                  "s complete\ns complete\ns complete\ns complete\n");
    importing_free(im);
}

static void
a_postal_code_in_front_of_a_city_is_none_of_it(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    importing_rows(im, RECORD_CONTACT, "contact.full_name contact.city company.name company.city",
                   NULL, "Name,Ort,Company,PLZ Ort\nAda Berg,50667 Köln,Orion,D-10115 Berlin\n");
    assert_string_equal(importing_value(im, "postal_code || '/' || city", "contact", "true"),
                        "50667/Köln");
    assert_string_equal(importing_value(im, "postal_code || '/' || city", "company", "true"),
                        "10115/Berlin");
    importing_free(im);
}

static void
names_follow_the_custom_of_the_country(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    importing_rows(im, RECORD_CONTACT, "contact.full_name contact.country", NULL,
                   "Name,Country\nAna María Ruiz Peña,Spain\nM. Luc Petit,France\n");
    assert_string_equal(importing_value(im,
                                        "string_agg(concat_ws('|', name_prefix, first_name, "
                                        "last_name), '; ' ORDER BY first_name)",
                                        "contact", "true"),
                        "Ana María|Ruiz Peña; M.|Luc|Petit");
    importing_free(im);
}

/* "Grünwald AG" whose people write from gruenwald.example. */
static void
umlauts_are_two_letters_in_domains(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    assert_ledger(importing_rows(im, RECORD_CONTACT, "contact.full_name contact.email company.name",
                                 NULL,
                                 "Name,Mail,Company\nAda Berg,ada@gruenwald.example,Grünwald AG\n"
                                 "Bo Lind,bo@gruenwald.example,Gruenwald\n"),
                  "c new_both\nc new_person\n");
    assert_string_equal(
        importing_value(im, "string_agg(name || ' ' || domain, ', ')", "company", "true"),
        "Grünwald AG gruenwald.example");
    importing_free(im);
}

static void
desks_are_shared(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    const char *text = PERSON_HEADER "Jan Novak,info@alpha.example,,Alpha,,\n"
                                     "Eva Kern,info@alpha.example,,Alpha,,\n"
                                     ",info@alpha.example,,Alpha,,\n,info@beta.example,,,,\n"
                                     ",info@beta.example,,,,\n";
    assert_ledger(importing_rows(im, RECORD_CONTACT, PERSON, NULL, text),
                  "c new_both\nc new_person\nc new_person\nc new\ns repeats 5\n");
    assert_ledger(importing_rows(im, RECORD_CONTACT, PERSON, NULL, text),
                  "s complete\ns complete\ns complete\ns complete\ns complete\n");
    importing_free(im);
}

static void
suppressed_rows_are_refused(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    database_script(im->db,
                    arena_printf(im->arena,
                                 "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES "
                                 "(%" PRId64 ", 'email', 'jan@alpha.example', 'asked us to stop'), "
                                 "(%" PRId64 ", 'domain', 'beta.example', 'a competitor')",
                                 im->db->tenant, im->db->tenant));
    assert_ledger(importing_rows(im, RECORD_CONTACT,
                                 "contact.full_name contact.email company.name company.domain",
                                 NULL,
                                 "Name,Mail,Company,Website\nJan Novak,Jan@Alpha.example,,\n"
                                 "Eva Kern,eva@alpha.example,,\nPetr Dahl,petr@beta.example,,\n"
                                 "Ines Holm,ines@mail.beta.example,,\n"
                                 "Olga Ek,\"olga@x.example, jan@alpha.example\",,\n"
                                 "Nils Juhl,nils@gmail.com,Beta,www.beta.example\n"),
                  "r suppressed asked us to stop\nc new\nr suppressed a competitor\n"
                  "r suppressed a competitor\nr suppressed asked us to stop\n"
                  "r suppressed a competitor\n");
    assert_ledger(importing_rows(im, RECORD_COMPANY, COMPANY, NULL,
                                 "Company,Website\nBeta,www.beta.example\nAlpha,alpha.example\n"),
                  "r suppressed a competitor\nc new\n");
    importing_free(im);
}

/* What a row of the file changes counts for the rows after it. */
static void
rows_see_what_rows_before_them_changed(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    assert_ledger(importing_rows(im, RECORD_CONTACT, PERSON, NULL,
                                 PERSON_HEADER "Jan Novak,jan@alpha.example,,,,\n"),
                  "c new\n");
    assert_ledger(
        importing_rows(im, RECORD_CONTACT, PERSON, NULL,
                       PERSON_HEADER "Jan Novak,jan@alpha.example,,Alpha,,\n" /* gets a company */
                                     "Jan Novak,,,Alpha,+420601000001,\n"     /* the same */
                                     "Eva Kern,,,Alpha,,\n"
                                     "Eva Kern,eva@alpha.example,,Alpha,,\n"
                                     "E. Kern,eva@alpha.example,,,,\n"),
        arena_printf(im->arena,
                     "u by_email %s\nu by_person\nc new_person\nu repeats 4\ns repeats 4\n",
                     importing_value(im, "to_char(now(), 'FMDD Mon')", "tenant", "true")));
    importing_free(im);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(companies_of_one_name_and_two_domains_stay_two),
        cmocka_unit_test(companies_match_by_name_where_nothing_contradicts),
        cmocka_unit_test(namesakes_of_other_forms_and_countries_stay_two),
        cmocka_unit_test(shared_hosts_name_no_company),
        cmocka_unit_test(people_at_shared_hosts_have_no_company_of_that_name),
        cmocka_unit_test(companies_are_not_called_by_a_shared_host),
        cmocka_unit_test(people_match_in_order),
        cmocka_unit_test(another_address_is_not_lost),
        cmocka_unit_test(a_postal_code_in_front_of_a_city_is_none_of_it),
        cmocka_unit_test(names_follow_the_custom_of_the_country),
        cmocka_unit_test(umlauts_are_two_letters_in_domains),
        cmocka_unit_test(desks_are_shared),
        cmocka_unit_test(suppressed_rows_are_refused),
        cmocka_unit_test(rows_see_what_rows_before_them_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
