/* Job titles: rank and work out of words in many languages, what they do not say, and how much of
 * outside words is known. */
#include "support/cases.h"
#include "support/phrases.h"

#include "domain/contact/job_title_words.h"
#include "domain/record/record_code.h"

static const char *
named(const struct record_choices *list, int code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->name : "";
}

/* clang-format off */
/* Titles by what a person would say of them: seniority, department; ";" between titles. */
static const char *const titles[][3] = {
    {"c_level", "",
     "Chief Happiness Officer;Director executiv"},
    {"c_level", "customer_success",
     "Chief Customer Officer"},
    {"c_level", "engineering",
     "CTO;Chief Information Security Officer (CISO)"},
    {"c_level", "executive",
     "Chief Executive Officer;C.E.O.;Geschäftsführer;Geschaeftsfuehrerin;jednatel;"
     "Directeur général;President;Managing Director;Partner;Toimitusjohtaja;"
     "Prezes zarządu;CEO at Marketing Agency;Chairman of the Board;Non-Executive Director;"
     "Board Member and Investor;Vorstand;Vorstandsvorsitzender;Mitglied des Vorstands;"
     "Gérant;Président;Associé;Director General;Consejero Delegado;Gerente General;"
     "Socio Director;Administrador;Amministratore Delegato;Socio;Algemeen Directeur;"
     "Zaakvoerder;Výkonný ředitel;Generální ředitel;Jednatelka;Předseda představenstva;"
     "Členka představenstva;Prezes Zarządu;Członek Zarządu;Verkställande direktör;VD;"
     "Daglig leder;Administrerende direktør;Adm. dir.;Adm. direktør;Ügyvezető igazgató;"
     "Генеральный директор;Deputy CEO;Partner & Managing Director;Managing Partner;"
     "Equity Partner;Venture Partner;Former Head of Sales, now CEO;Mayor;President & CEO;"
     "Group CEO;CEO EMEA;Member of the Executive Board;CEO, Board member & speaker;"
     "Stellv. Geschäftsführer;Bürgermeister;Directrice générale adjointe;Sócio-gerente;"
     "Direttore Generale;Presidente del Consiglio di Amministrazione;Konateľ;"
     "Generálny riaditeľ;Hallituksen puheenjohtaja;Group CFO and Deputy CEO;Vice Chair;"
     "Trustee;Secretary General;Geschäftsführung"},
    {"c_level", "finance",
     "Partner, Tax;CFO;Kaufmännischer Geschäftsführer;"
     "Chief Financial and Operating Officer;EVP & CFO;Interim CFO"},
    {"c_level", "hr",
     "CHRO"},
    {"c_level", "marketing",
     "Fractional CMO"},
    {"c_level", "other",
     "Chief Legal Officer"},
    {"c_level", "product",
     "Chief Product Officer;Chief Product & Technology Officer;CPO"},
    {"c_level", "sales",
     "CRO;Managing Director, Head of Sales"},
    {"founder", "engineering",
     "VP Engineering & Co-Founder;CTO & Co-founder;Mitgründerin und CTO"},
    {"founder", "executive",
     "Co-founder & CEO;Owner;Business Owner;Właściciel;Founder, CEO & Product Designer;"
     "CEO / Owner;Geschäftsführender Gesellschafter;Inhaber;Inhaberin;Fondateur & CEO;"
     "Titolare;Eigenaar;Majitel;Jednatel a společník;Właścicielka;Indehaver;Yrittäjä;"
     "Founding Partner;Owner/Operator;Co-Owner;Proprietor;Gründer & Geschäftsführer;"
     "Spolumajitel a jednatel;Wspólnik;Inhaberin & Designerin;Serial Entrepreneur"},
    {"founder", "operations",
     "Chief Operating Officer & Founder"},
    {"founder", "other",
     "Owner & Chef"},
    {"vp", "customer_success",
     "VP Customer Success;Vice President of Customer Experience"},
    {"vp", "engineering",
     "SVP, Engineering;VP of R&D"},
    {"vp", "executive",
     "Vice President;Wiceprezes;Assistant Vice President"},
    {"vp", "finance",
     "SVP Finance"},
    {"vp", "marketing",
     "VP Marketing"},
    {"vp", "operations",
     "Sr. VP of Operations;VP, Global Supply Chain"},
    {"vp", "other",
     "Executive Vice President & General Counsel"},
    {"vp", "product",
     "Senior Vice President of Product"},
    {"vp", "sales",
     "Vice-President, Sales;Associate Vice President, Sales"},
    {"director", "",
     "ředitel;Deputy Director;Directeur;Zástupce ředitele;Head of Department, Cardiology;"
     "Associate Director;Amtsleiter;Directeur d'agence;Riaditeľ;"
     "Director of First Impressions"},
    {"director", "engineering",
     "Director of Engineering;Chief Engineer;Head of IT;Director, Information Technology;"
     "IT Director;IT-Leiter;Leiter IT;Technischer Leiter;DSI;Chief Architect;"
     "Digital Transformation Director;Sr. Director of Engineering;"
     "Leiter Forschung und Entwicklung;Directeur technique;Technický ředitel;"
     "Tietohallintojohtaja;Chief Scientist"},
    {"director", "executive",
     "Chief of Staff;Prokurist;General Manager;Country Manager Germany;Head of Strategy;"
     "Chief of Staff to the CEO;Secrétaire générale;Assistant General Manager;"
     "Deputy General Manager"},
    {"director", "finance",
     "Finance Director;Kaufmännischer Leiter;Directeur Administratif et Financier;DAF;"
     "Financieel directeur;Finanční ředitelka;Dyrektor Finansowy;Talousjohtaja;"
     "Deputy Head of Finance;Chief Accountant;Tax Director;Leiter Finanzen & Controlling;"
     "Director financiero;Investment Director"},
    {"director", "hr",
     "Directeur des ressources humaines;Head of People & Culture;Leiterin Personal;"
     "Personalleiterin;DRH;Directora de Recursos Humanos;Ředitelka lidských zdrojů;"
     "Henkilöstöjohtaja;Acting Head of HR;HR-direktør;Director - Talent Acquisition"},
    {"director", "marketing",
     "Head of Growth;Marketingleiter;Leitung Marketing & Kommunikation;"
     "Directrice Marketing;Director de Marketing;Markedsdirektør;Marketing Director EMEA;"
     "Dir. Marketing;Dyrektor ds. marketingu;Head, Corporate Communications;"
     "Creative Director;Art Director"},
    {"director", "operations",
     "Leiter Einkauf;Einkaufsleiter;Directeur des Opérations;Hotel General Manager;"
     "Supply Chain Director;Werkleiter;Produktionsleiter;Directora de Operaciones;"
     "Ředitel výroby;Provozní ředitel;Global Head of Procurement"},
    {"director", "other",
     "General Counsel;Chefarzt;School Principal;Assistant Director of Nursing"},
    {"director", "product",
     "Director, Product Management"},
    {"director", "sales",
     "Leiter Vertrieb;Vertriebsleiter;Obchodní ředitel;Directeur commercial;Head of Sales;"
     "Regional Sales Director DACH;Bereichsleiter Vertrieb;Gebietsverkaufsleiter;"
     "Directeur Commercial;Director Comercial;Direttore Commerciale;Direttore Vendite;"
     "Commercieel Directeur;Dyrektor Handlowy;Dyrektor ds. Sprzedaży;Salgsdirektør;"
     "Myyntijohtaja;Коммерческий директор;Account Director;"
     "Director of Sales and Marketing;Sales and Marketing Director;"
     "Head of Sales DACH | SaaS;Diretor Comercial;Verkoopdirecteur;"
     "Senior Director, Revenue Operations;Strategic Account Director"},
    {"manager", "",
     "Teamleiter;Assistant Manager;Platschef;Butikksjef;Kehityspäällikkö"},
    {"manager", "customer_success",
     "Customer Success Manager;Team Lead Customer Support;Partner Success Manager;"
     "Teamleitung Kundenservice;Teamleider Klantenservice;Kundansvarig;Kundeansvarlig;"
     "Call Center Supervisor"},
    {"manager", "engineering",
     "Engineering Manager;Udviklingschef;Lead Developer;Tech Lead;Innovation Manager;"
     "Mgr, IT;IT Manager;IT-chef;IT-sjef;Utviklingssjef;R&D Manager"},
    {"manager", "finance",
     "Abteilungsleiter Controlling;Główna księgowa;Ekonomichef;Økonomisjef;"
     "Finance Manager;Investment Manager;Investor Relations Manager;Hlavní účetní;"
     "Główny księgowy;Ekonomiansvarig;Regnskabschef;Credit Manager;Portfolio Manager"},
    {"manager", "hr",
     "Responsable RH;HR Manager;Training Manager;HR-Managerin;Responsabile Risorse Umane;"
     "HR-chef"},
    {"manager", "marketing",
     "markedssjef;Responsabile Marketing;Vedoucí marketingu;Marknadschef;"
     "Content Marketing Manager;PR & Communications Manager;Brand Manager;Event Manager;"
     "Social Media Manager;Product Marketing Manager;Gerente de Marketing;Hoofd Marketing;"
     "Kommunikationschef;Sr. Mgr. Product Marketing;E-commerce Manager;Community Manager"},
    {"manager", "operations",
     "Projektleiter;Responsable des achats;Chef de projet digital;Responsable de Compras;"
     "Responsabile Ufficio Acquisti;Hoofd Inkoop;Vedoucí výroby;Kierownik działu zakupów;"
     "Kierownik projektu;Prosjektleder;Office Manager;Store Manager;Plant Manager;"
     "Production Manager;Quality Manager;Procurement Manager;Warehouse Supervisor;"
     "Responsable Qualité;Responsabile produzione;Bedrijfsleider;Vedoucí nákupu;"
     "Projektový manažer;Projektledare;Program Manager;PMO Lead;Quality Assurance Manager;"
     "Fleet Manager;Branch Manager"},
    {"manager", "other",
     "Head Chef;Managing Consultant;Sustainability Manager;Property Manager"},
    {"manager", "product",
     "Group Product Manager;Produktmanager;Cheffe de produit;Jefa de producto;Produktchef"},
    {"manager", "sales",
     "Sales Manager;försäljningschef;Gerente de ventas;Responsabile commerciale;"
     "Key Account Manager;Senior Key Account Manager;Business Development Manager;"
     "Jefe de Ventas;Manager Verkoop Binnendienst;Accountmanager;Försäljningschef;"
     "Salgssjef;Salgschef;Myyntipäällikkö;Channel Partner Manager;Partner Manager;"
     "Area Sales Manager;Account Manager;Sales Operations Manager;Revenue Operations Lead;"
     "Senior Manager, Business Development;Key-Account-Managerin;"
     "Responsable commercial export;Obchodní manažer;Vedoucí obchodního oddělení;"
     "Kierownik sprzedaży;Säljchef;Asiakkuuspäällikkö;Territory Manager"},
    {"individual_contributor", "",
     "Intern;Associate;Senior Associate;Analyst;Trainee;Freelancer"},
    {"individual_contributor", "customer_success",
     "Customer Service Representative;Technical Support Engineer;Conseillère clientèle;"
     "Application Support Analyst;Customer Support Agent;Onboarding Specialist;"
     "Implementation Consultant"},
    {"individual_contributor", "engineering",
     "Software Engineer;Senior Software Engineer;Solutions Architect;Principal Engineer;"
     "Staff Engineer;Softwareentwickler;Développeur web;Desarrollador;Ingegnere;"
     "Programátor;Systemutvecklare;Ohjelmistokehittäjä;Scrum Master;Data Scientist;"
     "Data Analyst;Machine Learning Engineer;DevOps Engineer;System Administrator;"
     "QA Engineer;Full-Stack Developer;Junior Developer;Member of Technical Staff;"
     "Senior Consultant SAP SD;Service-Techniker;Técnico de soporte;Analista de datos;"
     "Engenheiro de Software;Sviluppatore Software;Senior softwareontwikkelaar;Vývojář;"
     "Správce IT;Programista;Field Service Engineer;Cloud Infrastructure Engineer;"
     "Site Reliability Engineer;BI Developer;Agile Coach;Process Engineer;Civil Engineer"},
    {"individual_contributor", "executive",
     "Assistant to the CEO;Executive Assistant to CEO;Board Advisor;CEO's Assistant;"
     "Office of the CEO;Entrepreneur in Residence;President's Office Coordinator"},
    {"individual_contributor", "finance",
     "Sachbearbeiterin Buchhaltung;Steuerberater;Comptable;Účetní;Investor;Angel Investor;"
     "Payroll Specialist;Financial Controller;Accounts Payable Clerk;Internal Auditor;"
     "Commercialista;Mzdová účetní;Treasury Analyst;Controller;Financial Analyst;"
     "Loan Officer;Insurance Agent;Venture Capital Associate"},
    {"individual_contributor", "hr",
     "HR Business Partner;Personalistka;Talent Acquisition Specialist;Recruiter;"
     "Praktikantin HR;Senior Recruiter (IT);Personalreferentin;HR adviseur;"
     "Specjalista ds. kadr i płac"},
    {"individual_contributor", "marketing",
     "Marketing Intern;Specjalista ds. marketingu;SEO Specialist;Graphic Designer;"
     "Intern - Marketing;Lead Generation Specialist;Chargée de communication;"
     "Consultant SEO freelance;Marketingová specialistka;Digital Marketing Specialist;"
     "Growth Hacker;Copywriter;Public Relations Officer"},
    {"individual_contributor", "operations",
     "Executive Assistant;Assistentin der Geschäftsführung;Assistentin Geschäftsleitung;"
     "Vorstandsassistentin;Assistante de direction;Impiegata amministrativa;"
     "Medewerker administratie;Asistentka ředitele;Nákupčí;Asystentka Zarządu;Inköpare;"
     "PA to Managing Director;Secretary to the Board;Logistics Coordinator;Einkäufer;"
     "Bürokauffrau;Acheteuse;Impiegato ufficio acquisti;Inkoper;Directiesecretaresse;"
     "Asistentka jednatele;Business Intelligence Analyst;Maintenance Technician;"
     "Safety Officer;Import/Export Coordinator;Customs Broker;Buyer;Truck Driver;"
     "Assistant to the Managing Director;Company Secretary;Sekretariat"},
    {"individual_contributor", "other",
     "Former CEO, now Advisor;Rechtsanwalt;Abogada;Assistant Professor;Consultant;"
     "Senior Consultant;Principal Consultant;Advisor;Legal Counsel;Compliance Officer;"
     "Data Protection Officer;Physician;Nurse;Teacher;Journalist;Volunteer Coordinator;"
     "Research Fellow;Research Scientist;Videographer;Attorney at Law;Paralegal;"
     "Registered Nurse;Dentist;Professor of Economics;Police Officer;Photographer;Chef;"
     "Barista;Producer;Student at MIT;PhD Candidate"},
    {"individual_contributor", "product",
     "Product Owner;Freelance Designer;UX Designer"},
    {"individual_contributor", "sales",
     "Account Executive;Business Development Representative (SDR);"
     "Inside Sales Representative;Vertriebsmitarbeiter im Außendienst;Chargé d'affaires;"
     "Commercial;Ingénieur commercial;Obchodní zástupce;Specjalista ds. sprzedaży;Säljare;"
     "Sales Engineer;Werkstudent Vertrieb;Vertriebsingenieur;Ejecutivo de ventas;"
     "Agente di commercio;Przedstawiciel handlowy;Salgskonsulent;"
     "Enterprise Account Executive;Sales Associate;Retail Sales Associate;"
     "Real Estate Agent"},
    {"", "",
     "Foo bar;Wizard of light bulb moments;Ex-CEO;Looking for new opportunities"},
    {"", "engineering",
     "IT"},
    {"", "finance",
     "Finance;Buchhaltung"},
    {"", "hr",
     "HR"},
    {"", "marketing",
     "Marketing"},
    {"", "operations",
     "Strategischer Einkauf;Einkauf"},
    {"", "sales",
     "Sales;Vertrieb"},
};
/* clang-format on */

static void
reads_titles_like_a_person(void **state)
{
    int read = 0;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        char *list = arena_strdup(*state, titles[i][2]);
        for (char *title = list; title; read++) {
            char *next = strchr(title, ';');
            if (next)
                *next++ = '\0';
            struct job_title out;
            job_title_read(*state, title, &out);
            const char *seniority = named(&record_seniorities, out.seniority);
            const char *department = named(&record_departments, out.department);
            if (strcmp(seniority, titles[i][0]) || strcmp(department, titles[i][1]))
                fail_msg("\"%s\": %s, %s; not %s, %s", title, seniority, department, titles[i][0],
                         titles[i][1]);
            title = next;
        }
    }
    assert_true(read > 450);
}

static void
says_nothing_of_what_it_does_not_know(void **state)
{
    static const char *const nothing[] = {"",       "-",      "n/a",         "Foo bar",
                                          "Prague", "Acme",   "12345",       "Wizard of light",
                                          "Ex-CEO", "???",    "Lorem ipsum", "Dr.",
                                          "CEOs",   "Headed", "Managements", "Vpn"};
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
        struct job_title out;
        job_title_read(*state, nothing[i], &out);
        if (out.seniority)
            fail_msg("\"%s\": %s", nothing[i], named(&record_seniorities, out.seniority));
    }
    struct job_title out;
    job_title_read(*state, NULL, &out);
    assert_int_equal(out.seniority + out.department, 0);
    assert_int_equal(job_title_seniority(*state, NULL) + job_title_department(*state, NULL), 0);
}

static void
reads_columns_of_other_tools(void **state)
{
    static const char *const seniorities[][2] = {
        {"C-Level",                "c_level"               },
        {"c_suite",                "c_level"               },
        {"CXO",                    "c_level"               },
        {"Executive",              "c_level"               },
        {"Partner",                "c_level"               },
        {"Owner",                  "founder"               },
        {"Founder",                "founder"               },
        {"VP",                     "vp"                    },
        {"Vice President",         "vp"                    },
        {"Head",                   "director"              },
        {"Director",               "director"              },
        {"Manager",                "manager"               },
        {"Experienced Manager",    "manager"               },
        {"Entry level manager",    "manager"               },
        {"Senior",                 "individual_contributor"},
        {"Entry",                  "individual_contributor"},
        {"Intern",                 "individual_contributor"},
        {"Mid-Senior level",       "individual_contributor"},
        {"Individual contributor", "individual_contributor"},
        {"Other",                  "other"                 },
        {"???",                    ""                      },
    };
    static const char *const departments[][2] = {
        {"C-Suite",                        "executive"       },
        {"C-Suite, Finance",               "finance"         },
        {"Engineering & Technical",        "engineering"     },
        {"Information Technology",         "engineering"     },
        {"Product Management",             "product"         },
        {"Design",                         "product"         },
        {"Sales",                          "sales"           },
        {"Business Development",           "sales"           },
        {"Marketing",                      "marketing"       },
        {"Media and Communication",        "marketing"       },
        {"Customer Success and Support",   "customer_success"},
        {"Accounting",                     "finance"         },
        {"Human Resources",                "hr"              },
        {"Operations",                     "operations"      },
        {"Program and Project Management", "operations"      },
        {"Administrative",                 "operations"      },
        {"Purchasing",                     "operations"      },
        {"Legal",                          "other"           },
        {"Medical & Health",               "other"           },
        {"Education",                      "other"           },
        {"Consulting",                     "other"           },
        {"Other",                          "other"           },
        {"Vertrieb",                       "sales"           },
        {"Obchod",                         "sales"           },
        {"Entwicklung",                    "engineering"     },
        {"???",                            ""                },
    };
    for (size_t i = 0; i < sizeof seniorities / sizeof *seniorities; i++)
        assert_string_equal(
            named(&record_seniorities, job_title_seniority(*state, seniorities[i][0])),
            seniorities[i][1]);
    for (size_t i = 0; i < sizeof departments / sizeof *departments; i++)
        assert_string_equal(
            named(&record_departments, job_title_department(*state, departments[i][0])),
            departments[i][1]);
}

static void
has_codes_and_tables_in_order(void **state)
{
    phrases_check(*state, &job_title_ranks, RANK_NOTHING);
    phrases_check(*state, &job_title_functions, FUNCTION_PAST);
    assert_int_equal(record_code_named(&record_seniorities, "c_level")->code, SENIORITY_C_LEVEL);
    assert_int_equal(record_code_named(&record_seniorities, "founder")->code, SENIORITY_FOUNDER);
    assert_int_equal(record_code_named(&record_seniorities, "other")->code, SENIORITY_OTHER);
    assert_int_equal(record_code_named(&record_departments, "executive")->code,
                     DEPARTMENT_EXECUTIVE);
    assert_int_equal(record_code_named(&record_departments, "hr")->code, DEPARTMENT_HR);
    assert_int_equal(record_code_named(&record_departments, "other")->code, DEPARTMENT_OTHER);
}

/* Words of 475,000 real titles which three people agreed to call a responsibility, a function or a
 * place. Adjectives ("regional", "deputy") are among the responsibilities: not all can be a rank. */
static void
knows_the_words_of_real_titles(void **state)
{
    size_t length, ranks = 0, ranks_known = 0, functions = 0, functions_known = 0, places = 0;
    if (!test_data_dir())
        return;
    char *at = cases_file(*state, "jobtitles-ipod/data/gazetteer.csv", &length);
    for (char *line; (line = cases_line(&at)) != NULL;) {
        char *tags = strchr(line, ',');
        assert_non_null(tags);
        *tags++ = '\0';
        struct job_title out;
        job_title_read(*state, line, &out);
        if (!strcmp(tags, "RES,RES,RES")) {
            ranks++;
            ranks_known += out.seniority != 0;
        } else if (!strcmp(tags, "FUN,FUN,FUN")) {
            functions++;
            functions_known += out.department != 0;
        } else if (!strcmp(tags, "LOC,LOC,LOC")) {
            places++;
            if (out.seniority || out.department)
                fail_msg("\"%s\" is a place", line);
        }
    }
    printf("# words: %zu of %zu ranks, %zu of %zu functions, none of %zu places\n", ranks_known,
           ranks, functions_known, functions, places);
    assert_true(ranks > 200 && functions > 500 && places > 20);
    assert_true(ranks_known * 100 >= ranks * 80);
    assert_true(functions_known * 100 >= functions * 40);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_titles_like_a_person, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(says_nothing_of_what_it_does_not_know, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(reads_columns_of_other_tools, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(has_codes_and_tables_in_order, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(knows_the_words_of_real_titles, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
