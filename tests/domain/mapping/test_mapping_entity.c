/* What the rows are about, and what words like "Name", "Title", "Owner" or "URL" mean there: decided
 * by the values and the other columns. */
#include "support/mapping.h"

#define PERSON RECORD_CONTACT
#define COMPANY RECORD_COMPANY

static const struct mapping_case cases[] = {
    {"name of companies",
     COMPANY,                                      NULL,
     "Name=company.name\nCity=company.city\nWebsite=company.website_url",                            {"Acme GmbH|Berlin|acme.de", "Beta Systems AG|Bonn|beta.de", "Gamma|Köln|gamma.de"}      },
    {"name of people",
     PERSON,                                       NULL,
     "Name=contact.full_name\nCity=contact.city\nEmail=contact.email",                               {"Anna Kern|Berlin|anna@acme.de", "John Smith|Bonn|john@beta.de"}                         },
    {"given names beside addresses",
     PERSON,                                       NULL,
     "name=contact.full_name\nemail=contact.email",                                                  {"Alice|alice@one.cz", "Bob|bob@two.cz", "Eve|eve@three.cz", "Carol|carol@four.cz"}                           },
    {"firms beside addresses",
     COMPANY,                                      NULL,
     "name=company.name\nemail=company.email",                                                       {"Acme GmbH|info@acme.de", "Beta Ltd|office@beta.uk", "Gamma AG|mail@gamma.de"}           },
    {"odd values under known words",
     PERSON,                                       NULL,
     "First name=contact.first_name\nNachname=contact.last_name\nEmail=contact.email\n"
     "Phone=contact.phone",                                                                          {"Fn0|Ln0|a0@one.cz|ask", "Fn1|Ln1|a1@one.cz|call me", "Fn2|Ln2|a2@one.cz|later"}         },
    {"name beside the company",
     PERSON,                                       NULL,
     "Name=contact.full_name\nCompany=company.name\nTitle=contact.job_title",                        {"Dr. John Smith, PhD|Acme Corp|CEO", "Anna Kern|Beta|Head of Sales"}                     },
    {"names and a company called name",
     PERSON,                                       NULL,
     "First name=contact.first_name\nLast "
     "name=contact.last_name\nName=company.name\nEmail=contact.email",                               {"Anna|Kern|Acme GmbH|anna@acme.de", "John|Smith|Beta Ltd|john@beta.uk"}                  },
    {"family names in capitals",
     PERSON,                                       NULL,
     "Nom=contact.last_name\nPrénom=contact.first_name\nEmail=contact.email",                       {"DUPONT|Jean|jean@x.fr", "MARTIN|Elsa|elsa@x.fr"}                                        },
    {"title of address",
     PERSON,                                       NULL,
     "Title=contact.name_prefix\nFirst name=contact.first_name\nLast name=contact.last_name\n"
     "Job title=contact.job_title",                                                                  {"Mr|John|Smith|CEO", "Dr|Anna|Kern|CTO"}                                                 },
    {"public people dataset",
     COMPANY,                                      NULL,
     "name=company.name\ndomain=company.domain\nyear founded=company.founded_year\n"
     "industry=company.industry\nsize range=company.employees\nlocality=company.city\n"
     "country=company.country\nlinkedin url=company.linkedin_url\ncurrent employee estimate=-\n"
     "total employee estimate=-",                                                                    {"ibm|ibm.com|1911.0|information technology|10001+|new york, new york, united states|"
      "united states|linkedin.com/company/ibm|274047|716906",
      "acme|acme.com|1968.0|retail|11-50|bombay, maharashtra, "
      "india|india|linkedin.com/company/acme|10|20"}                                                                                                          },
    {"owners of shops",
     PERSON,                                       NULL,
     "Company=company.name\nWebsite=company.website_url\nEmployees=company.employees\n"
     "Owner=contact.full_name\nEmail=contact.email",                                                 {"Delgado Air|delgado.com|26|Maria Delgado|maria@delgado.com",
      "Summit Pipes|summit.com|40|James Renner|james@summit.com",
      "Oak Roofs|oak.com|4|Anna Kern|anna@oak.com"}                                                                                        },
    {"owners in a CRM",
     COMPANY,                                      NULL,
     "Company=company.name\nWebsite=company.website_url\nIndustry=company.industry\nOwner=-",        {"Delgado Air|delgado.com|Air|Maria Delgado", "Summit Pipes|summit.com|Pipes|Maria Delgado",
      "Oak Roofs|oak.com|Roofs|Maria Delgado"}                                                    },
    {"desks of companies",
     COMPANY,                                      NULL,
     "Company=company.name\nE-mail=company.email\nPhone=company.phone\nHall=-",                      {"Acme GmbH|info@acme.de|+49 30 123456|3", "Beta AG|mail@beta.de|+49 30 123457|4",
      "Gamma KG|kontakt@gamma.de|+49 30 123458|5"}                                                              },
    {"addresses of people",
     PERSON,                                       NULL,
     "Company=company.name\nE-mail=contact.email",                                                   {"Acme GmbH|anna.kern@acme.de", "Beta AG|j.smith@beta.de"}                                },
    {"one column",                         PERSON, NULL, "Column 1=contact.email",                   {"anna@acme.de", "john@beta.de"}                                                          },
    {"no header",
     PERSON,                                       NULL,
     "Column 1=contact.full_name\nColumn 2=contact.email\nColumn 3=contact.phone\n"
     "Column 4=company.name\nColumn 5=contact.linkedin_url",                                         {"Jan Novák|jan@acme.cz|+420777123456|Acme s.r.o.|https://www.linkedin.com/in/jnovak",
      "Eva Malá|eva@beta.cz|+420777123457|Beta a.s.|https://cz.linkedin.com/in/eva",
      "Petr Král|petr@gama.cz|+420777123458|Gama s.r.o.|https://www.linkedin.com/in/pk"}                                          },
    {"links to people and companies",
     PERSON,                                       NULL,
     "Name=contact.full_name\nLink=contact.linkedin_url\nCompany=company.name\n"
     "Company URL=company.linkedin_url\nSite=company.website_url/-",                                 {"Anna "
      "Kern|https://www.linkedin.com/in/anna|Acme|https://www.linkedin.com/company/acme|acme.com",
      "John "
      "Smith|https://www.linkedin.com/in/john|Beta|https://www.linkedin.com/company/"
      "beta|beta.com"}                                                                                                     },
    {"pages at one host are no web sites",
     COMPANY,                                      NULL,
     "Company=company.name\nProfile=-\nPage=company.website_url",                                    {"Acme|https://list.example/1|https://acme.com",
      "Beta|https://list.example/2|https://beta.com",
      "Gamma|https://list.example/3|https://gamma.com"}                                                                       },
    {"people in one cell",
     COMPANY,                                      NULL,
     "Company=company.name\nTeam=-\nContacts=-",                                                     {"Acme|Anna Kern, John Smith|Eva Malá; Jan Novák",
      "Beta|Mark Roe, Lisa Hall|Tom Berg; Ann Lee"}                                                                                            },
    {"heads of companies",
     COMPANY,                                      NULL,
     "Company=company.name\nCEO=-\nEmployees=company.employees\nHQ=company.city",                    {"SAP|Christian Klein|107415|Walldorf", "Siemens|Roland Busch|320000|Munich"}             },
    {"head in columns of its own",
     PERSON,                                       NULL,
     "Company=company.name\nCEO first name=contact.first_name\nCEO last name=contact.last_name\n"
     "Company city=company.city",                                                                    {"SAP|Christian|Klein|Walldorf", "Siemens|Roland|Busch|Munich"}                           },
    {"place and postal code together",
     PERSON,                                       NULL,
     "Navn=contact.full_name\nFirma=company.name\nAdresse=contact.address\nPostnr. og "
     "by=contact.city",                                                                              {"Lars Jensen|Acme ApS|Vej 1|1000 København", "Mette Hansen|Beta A/S|Gade 2|8000 Aarhus"}},
    {"a form's questions",
     PERSON,                                       NULL,
     "Timestamp=-\nWhat is your name?=contact.full_name\nYour e-mail address=contact.email\n"
     "Company you work for=company.name\nPhone number (optional)=contact.phone\n"
     "How did you hear about us?=contact.source",                                                    {"2024-01-02 10:00:00|Anna Kern|anna@acme.com|Acme|+49 170 1234567|Google",
      "2024-01-03 11:00:00|John Smith|john@beta.com|Beta||Friend"}                                                                            },
    {"one row with short values",
     PERSON,                                       NULL,
     "First Name=contact.first_name\nLast Name=contact.last_name\nCompany=company.name\n"
     "Phone 1=contact.phone\nPhone 2=contact.other_phones\nEmail=contact.email",                     {"A|B|C Inc|555-111-2222|555-111-3333|a@b.com"}                                           },
    {"numbers and accounts of people",
     PERSON,                                       NULL,
     "Name=contact.full_name\nIBAN=-\nPassport No.=-\nNational ID=-\nGender=-\nEmail=contact.email", {"Anna Kern|DE02120300000000202051|C01X00T47|800101/1234|f|anna@acme.de",
      "John Smith|DE02500105170137075030|C01X00T48|800101/1235|m|john@acme.de"}            },
};

static void
decides_by_values_and_neighbours(void **state)
{
    struct mapping_score score = {0, 0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        mapping_run(*state, &cases[i], &score);
    printf("# lists with values: %zu of %zu columns right (%.1f %%)\n", score.right, score.columns,
           100.0 * (double)score.right / (double)score.columns);
    assert_true(score.right * 100 >= score.columns * 95);
}

static void
believes_what_the_person_says_the_rows_are(void **state)
{
    static const char *const headers[] = {"Name", "Ort"}, *const one[] = {"Alpha", "Bonn"};
    static const char *const *const rows[] = {one};
    struct ctx ctx = {.arena = *state};
    struct import_sample sample = {.n_columns = 2, .n_rows = 1, .headers = headers, .rows = rows};
    struct import_mapping mapping;
    sample.entity = RECORD_COMPANY;
    assert_true(import_mapping_propose(&ctx, &sample, &mapping));
    assert_int_equal(mapping.entity, RECORD_COMPANY);
    assert_string_equal(mapping.columns[0].target, "company.name");
    assert_string_equal(mapping.columns[1].target, "company.city");
    sample.entity = RECORD_CONTACT;
    assert_true(import_mapping_propose(&ctx, &sample, &mapping));
    assert_int_equal(mapping.entity, RECORD_CONTACT);
    assert_string_equal(mapping.columns[0].target, "contact.full_name");
    assert_string_equal(mapping.columns[1].target, "contact.city");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(decides_by_values_and_neighbours, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(believes_what_the_person_says_the_rows_are, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
