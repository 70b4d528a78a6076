/* Industries out of words: the names that LinkedIn gives, names of trades in many languages, tags of
 * start-ups, codes; and outside data with a floor. */
#include "support/cases.h"
#include "support/phrases.h"

#include "base/csv.h"
#include "base/map.h"
#include "base/text.h"
#include "domain/company/company_industry_words.h"
#include "domain/record/record_code.h"

static const char *
industry_of(struct arena *arena, const char *text)
{
    const struct record_choice *choice =
        record_code_get(&record_industries, company_industry_read(arena, text));
    return choice ? choice->name : "";
}

static void
has_codes_as_the_list_has_them(void **state)
{
    (void)state;
    assert_int_equal(record_code_named(&record_industries, "software_saas")->code,
                     INDUSTRY_SOFTWARE);
    assert_int_equal(record_code_named(&record_industries, "manufacturing")->code,
                     INDUSTRY_MANUFACTURING);
    assert_int_equal(record_code_named(&record_industries, "public_sector")->code, INDUSTRY_PUBLIC);
    assert_int_equal(record_code_named(&record_industries, "other")->code, INDUSTRY_OTHER);
    assert_int_equal(record_industries.n + 1, INDUSTRY_END);
}

static void
has_sorted_tables(void **state)
{
    phrases_check(*state, &company_industry_words, INDUSTRY_NOT);
}

/* clang-format off */
/* LinkedIn's names until 2022, which most tools still write, by our industry. */
static const char *const linkedin_names[][2] = {
    {"professional_services",
     "Accounting|Alternative Dispute Resolution|Architecture & Planning|"
     "Facilities Services|Human Resources|Law Practice|Legal Services|"
     "Management Consulting|Market Research|Outsourcing/Offshoring|"
     "Professional Training & Coaching|Research|Security and Investigations|"
     "Staffing and Recruiting|Translation and Localization"},
    {"transport",
     "Airlines/Aviation|Logistics and Supply Chain|Maritime|Package/Freight Delivery|"
     "Transportation/Trucking/Railroad|Warehousing"},
    {"healthcare",
     "Alternative Medicine|Health, Wellness and Fitness|Hospital & Health Care|"
     "Medical Devices|Medical Practice|Mental Health Care|Veterinary"},
    {"media",
     "Animation|Broadcast Media|Computer Games|Entertainment|Media Production|"
     "Motion Pictures and Film|Music|Newspapers|Online Media|Performing Arts|Publishing|"
     "Writing and Editing"},
    {"retail",
     "Apparel & Fashion|Import and Export|International Trade and Development|"
     "Luxury Goods & Jewelry|Retail|Sporting Goods|Supermarkets|Wholesale"},
    {"creative_services",
     "Arts and Crafts|Design|Events Services|Fine Art|Graphic Design|"
     "Marketing and Advertising|Photography|Public Relations and Communications"},
    {"automotive",
     "Automotive"},
    {"aerospace_defense",
     "Aviation & Aerospace|Defense & Space"},
    {"financial_services",
     "Banking|Capital Markets|Financial Services|Insurance|Investment Banking|"
     "Investment Management|Venture Capital & Private Equity"},
    {"pharma_biotech",
     "Biotechnology|Pharmaceuticals"},
    {"construction",
     "Building Materials|Civil Engineering|Construction"},
    {"manufacturing",
     "Business Supplies and Equipment|Chemicals|Consumer Electronics|Consumer Goods|"
     "Cosmetics|Electrical/Electronic Manufacturing|Food & Beverages|Food Production|"
     "Furniture|Glass, Ceramics & Concrete|Industrial Automation|Machinery|"
     "Mechanical or Industrial Engineering|Mining & Metals|Nanotechnology|"
     "Packaging and Containers|Paper & Forest Products|Plastics|Printing|"
     "Railroad Manufacture|Semiconductors|Shipbuilding|Textiles|Tobacco|Wine and Spirits"},
    {"other",
     "Civic & Social Organization|Consumer Services|Environmental Services|Fund-Raising|"
     "Individual & Family Services|Museums and Institutions|"
     "Non-Profit Organization Management|Philanthropy|Political Organization|"
     "Program Development|Religious Institutions|Sports|Think Tanks"},
    {"real_estate",
     "Commercial Real Estate|Real Estate"},
    {"it",
     "Computer & Network Security|Computer Hardware|Computer Networking|"
     "Information Services|Information Technology and Services"},
    {"software_saas",
     "Computer Software|Internet"},
    {"agriculture",
     "Dairy|Farming|Fishery|Ranching"},
    {"education",
     "Education Management|E-Learning|Higher Education|Libraries|"
     "Primary/Secondary Education"},
    {"public_sector",
     "Executive Office|Government Administration|Government Relations|"
     "International Affairs|Judiciary|Law Enforcement|Legislative Office|Military|"
     "Public Policy|Public Safety"},
    {"hospitality",
     "Gambling & Casinos|Hospitality|Leisure, Travel & Tourism|"
     "Recreational Facilities and Services|Restaurants"},
    {"energy",
     "Oil & Energy|Renewables & Environment|Utilities"},
    {"telecom",
     "Telecommunications|Wireless"},
};

/* Its names since then, without those that stayed. Where two readings are right ("Public Health"),
 * the one we give. */
static const char *const linkedin_new_names[][2] = {
    {"hospitality",
     "Food and Beverage Services|Bars, Taverns, and Nightclubs|Caterers|"
     "Mobile Food Services|Bed-and-Breakfasts, Hostels, Homestays|Hotels and Motels|"
     "Travel Arrangements|Recreational Facilities|Amusement Parks and Arcades|"
     "Gambling Facilities and Casinos|Golf Courses and Country Clubs|Skiing Facilities"},
    {"healthcare",
     "Wellness and Fitness Services|Services for the Elderly and Disabled|Public Health|"
     "Hospitals and Health Care|Hospitals|Medical Practices|Ambulance Services|"
     "Chiropractors|Dentists|Family Planning Centers|Home Health Care Services|"
     "Medical and Diagnostic Laboratories|Optometrists|Outpatient Care Centers|"
     "Physical, Occupational and Speech Therapists|Physicians|"
     "Nursing Homes and Residential Care Facilities|Medical Equipment Manufacturing|"
     "Veterinary Services"},
    {"professional_services",
     "Administrative and Support Services|Collection Agencies|Janitorial Services|"
     "Landscaping Services|Office Administration|Security Guards and Patrol Services|"
     "Security Systems Services|Executive Search Services|Temporary Help Services|"
     "Telephone Call Centers|Vocational Rehabilitation Services|Professional Services|"
     "Architecture and Planning|Business Consulting and Services|Human Resources Services|"
     "Operations Consulting|Outsourcing and Offshoring Consulting|"
     "Strategic Management Services|Engineering Services|Surveying and Mapping Services|"
     "Research Services|Equipment Rental Services|"
     "Commercial and Industrial Equipment Rental|Professional Training and Coaching"},
    {"other",
     "Fundraising|Civic and Social Organizations|Industry Associations|"
     "Political Organizations|Professional Organizations|Household Services|"
     "Non-profit Organizations|Personal and Laundry Services|Pet Services|"
     "Philanthropic Fundraising Services|Repair and Maintenance|"
     "Museums, Historical Sites, and Zoos|Historical Sites|Spectator Sports|"
     "Sports Teams and Clubs|Community Services|Waste Collection|"
     "Waste Treatment and Disposal|Individual and Family Services"},
    {"financial_services",
     "Holding Companies|Investment Advice|Securities and Commodity Exchanges|"
     "Venture Capital and Private Equity Principals|Credit Intermediation|Loan Brokers|"
     "Savings Institutions|Funds and Trusts|Insurance and Employee Benefit Funds|"
     "Pension Funds|Trusts and Estates|Claims Adjusting, Actuarial Services|"
     "Insurance Agencies and Brokerages|Insurance Carriers"},
    {"creative_services",
     "Regenerative Design|Advertising Services|"
     "Public Relations and Communications Services|Marketing Services|Design Services|"
     "Interior Design"},
    {"manufacturing",
     "Robotics Engineering|Manufacturing|Fashion Accessories Manufacturing|"
     "Appliances, Electrical, and Electronics Manufacturing|"
     "Electric Lighting Equipment Manufacturing|Household Appliance Manufacturing|"
     "Chemical Manufacturing|Agricultural Chemical Manufacturing|"
     "Artificial Rubber and Synthetic Fiber Manufacturing|"
     "Chemical Raw Materials Manufacturing|Paint, Coating, and Adhesive Manufacturing|"
     "Personal Care Product Manufacturing|Soap and Cleaning Product Manufacturing|"
     "Climate Technology Product Manufacturing|Computers and Electronics Manufacturing|"
     "Audio and Video Equipment Manufacturing|Communications Equipment Manufacturing|"
     "Computer Hardware Manufacturing|Magnetic and Optical Media Manufacturing|"
     "Measuring and Control Instrument Manufacturing|Semiconductor Manufacturing|"
     "Fabricated Metal Products|Architectural and Structural Metal Manufacturing|"
     "Boilers, Tanks, and Shipping Container Manufacturing|"
     "Construction Hardware Manufacturing|Cutlery and Handtool Manufacturing|"
     "Metal Valve, Ball, and Roller Manufacturing|Food and Beverage Manufacturing|"
     "Animal Feed Manufacturing|Baked Goods Manufacturing|Beverage Manufacturing|"
     "Breweries|Distilleries|Wineries|Dairy Product Manufacturing|"
     "Fruit and Vegetable Preserves Manufacturing|Meat Products Manufacturing|"
     "Seafood Product Manufacturing|Sugar and Confectionery Product Manufacturing|"
     "Furniture and Home Furnishings Manufacturing|"
     "Household and Institutional Furniture Manufacturing|"
     "Mattress and Blinds Manufacturing|Office Furniture and Fixtures Manufacturing|"
     "Glass, Ceramics and Concrete Manufacturing|"
     "Abrasives and Nonmetallic Minerals Manufacturing|"
     "Clay and Refractory Products Manufacturing|Lime and Gypsum Products Manufacturing|"
     "Leather Product Manufacturing|Footwear Manufacturing|Machinery Manufacturing|"
     "Agriculture, Construction, Mining Machinery Manufacturing|"
     "Automation Machinery Manufacturing|Robot Manufacturing|"
     "Commercial and Service Industry Machinery Manufacturing|"
     "Engines and Power Transmission Equipment Manufacturing|"
     "HVAC and Refrigeration Equipment Manufacturing|Industrial Machinery Manufacturing|"
     "Metalworking Machinery Manufacturing|Oil and Coal Product Manufacturing|"
     "Paper and Forest Product Manufacturing|Plastics and Rubber Product Manufacturing|"
     "Packaging and Containers Manufacturing|Plastics Manufacturing|"
     "Rubber Products Manufacturing|Primary Metal Manufacturing|Printing Services|"
     "Sporting Goods Manufacturing|Textile Manufacturing|Tobacco Manufacturing|"
     "Transportation Equipment Manufacturing|Railroad Equipment Manufacturing|"
     "Wood Product Manufacturing|Mining|Metal Ore Mining|Nonmetallic Mineral Mining|"
     "Nanotechnology Research|Apparel Manufacturing|Consumer Goods Rental"},
    {"energy",
     "Services for Renewable Energy|Renewable Energy Semiconductor Manufacturing|"
     "Oil, Gas, and Mining|Coal Mining|Oil and Gas|Natural Gas Extraction|Oil Extraction|"
     "Pipeline Transportation|Electric Power Generation|"
     "Fossil Fuel Electric Power Generation|Nuclear Electric Power Generation|"
     "Renewable Energy Power Generation|Biomass Electric Power Generation|"
     "Geothermal Electric Power Generation|Solar Electric Power Generation|"
     "Wind Electric Power Generation|Hydroelectric Power Generation|"
     "Electric Power Transmission, Control, and Distribution|Natural Gas Distribution|"
     "Water, Waste, Steam, and Air Conditioning Services|"
     "Steam and Air-Conditioning Supply|Water Supply and Irrigation Systems"},
    {"media",
     "Artists and Writers|Entertainment Providers|Musicians|Racetracks|"
     "Technology, Information and Media|Media and Telecommunications|"
     "Book and Periodical Publishing|Book Publishing|Newspaper Publishing|"
     "Periodical Publishing|Broadcast Media Production and Distribution|"
     "Cable and Satellite Programming|Radio and Television Broadcasting|"
     "Movies, Videos and Sound|Animation and Post-production|Movies and Sound Recording|"
     "Sound Recording|Sheet Music Publishing|Online Audio and Video Media|Internet News|"
     "Mobile Gaming Apps"},
    {"public_sector",
     "Government Relations Services|Emergency and Relief Services|"
     "Administration of Justice|Correctional Institutions|Courts of Law|Fire Protection|"
     "Economic Programs|Transportation Programs|Utilities Administration|"
     "Environmental Quality Programs|Conservation Programs|Health and Human Services|"
     "Public Assistance Programs|Housing and Community Development|"
     "Community Development and Urban Planning|Housing Programs|"
     "Military and International Affairs|Armed Forces|Public Policy Offices|"
     "Executive Offices|Legislative Offices"},
    {"construction",
     "Building Construction|Nonresidential Building Construction|"
     "Residential Building Construction|Highway, Street, and Bridge Construction|"
     "Subdivision of Land|Utility System Construction|Specialty Trade Contractors|"
     "Building Equipment Contractors|Building Structure and Exterior Contractors"},
    {"automotive",
     "Vehicle Repair and Maintenance|Motor Vehicle Manufacturing|"
     "Alternative Fuel Vehicle Manufacturing|Motor Vehicle Parts Manufacturing|"
     "Retail Motor Vehicles|Wholesale Motor Vehicles and Parts"},
    {"education",
     "Education|E-Learning Providers|Primary and Secondary Education|"
     "Technical and Vocational Training|Cosmetology and Barber Schools|Fine Arts Schools|"
     "Flight Training|Language Schools|Secretarial Schools|"
     "Sports and Recreation Instruction|Child Day Care Services|"
     "Education Administration Programs"},
    {"agriculture",
     "Farming, Ranching, Forestry|Horticulture|Forestry and Logging|"
     "Ranching and Fisheries|Fisheries"},
    {"aerospace_defense",
     "Space Research and Technology|Aviation and Aerospace Component Manufacturing|"
     "Defense and Space Manufacturing"},
    {"retail",
     "Food and Beverage Retail|Retail Groceries|Online and Mail Order Retail|"
     "Retail Apparel and Fashion|Retail Appliances, Electrical, and Electronic Equipment|"
     "Retail Art Dealers|Retail Art Supplies|Retail Books and Printed News|"
     "Retail Building Materials and Garden Equipment|Retail Florists|"
     "Retail Furniture and Home Furnishings|Retail Gasoline|"
     "Retail Health and Personal Care Products|Retail Pharmacies|"
     "Retail Luxury Goods and Jewelry|Retail Musical Instruments|Retail Office Equipment|"
     "Retail Office Supplies and Gifts|Retail Recyclable Materials & Used Merchandise|"
     "Wholesale Alcoholic Beverages|Wholesale Apparel and Sewing Supplies|"
     "Wholesale Appliances, Electrical, and Electronics|Wholesale Building Materials|"
     "Wholesale Chemical and Allied Products|Wholesale Computer Equipment|"
     "Wholesale Drugs and Sundries|Wholesale Food and Beverage|Wholesale Footwear|"
     "Wholesale Furniture and Home Furnishings|"
     "Wholesale Hardware, Plumbing, Heating Equipment|Wholesale Import and Export|"
     "Wholesale Luxury Goods and Jewelry|Wholesale Machinery|"
     "Wholesale Metals and Minerals|Wholesale Paper Products|"
     "Wholesale Petroleum and Petroleum Products|"
     "Wholesale Photography Equipment and Supplies|Wholesale Raw Farm Products|"
     "Wholesale Recyclable Materials"},
    {"pharma_biotech",
     "Pharmaceutical Manufacturing|Biotechnology Research"},
    {"it",
     "IT Services and IT Consulting|Computer and Network Security|"
     "Digital Accessibility Services|IT System Data Services|IT System Design Services|"
     "IT System Installation and Disposal|IT System Operations and Maintenance|"
     "IT System Testing and Evaluation|IT System Training and Support|"
     "Computer Networking Products"},
    {"software_saas",
     "IT System Custom Software Development|Data Infrastructure and Analytics|"
     "Technology, Information and Internet|Blockchain Services|"
     "Business Intelligence Platforms|Climate Data and Analytics|Internet Publishing|"
     "Business Content|Internet Marketplace Platforms|Social Networking Platforms|"
     "Software Development|Data Security Software Products|"
     "Desktop Computing Software Products|Embedded Software Products|"
     "Mobile Computing Software Products"},
    {"real_estate",
     "Real Estate and Equipment Rental Services|Leasing Non-residential Real Estate|"
     "Leasing Residential Real Estate|Real Estate Agents and Brokers"},
    {"telecom",
     "Satellite Telecommunications|Telecommunications Carriers|Wireless Services"},
    {"transport",
     "Transportation, Logistics, Supply Chain and Storage|Airlines and Aviation|"
     "Freight and Package Transportation|Ground Passenger Transportation|"
     "Interurban and Rural Bus Services|School and Employee Bus Services|"
     "Shuttles and Special Needs Transportation Services|Sightseeing Transportation|"
     "Taxi and Limousine Services|Urban Transit Services|Maritime Transportation|"
     "Postal Services|Rail Transportation|Truck Transportation|Warehousing and Storage"},
};
/* clang-format on */

static int
check_names(struct arena *arena, const char *const names[][2], size_t n)
{
    int checked = 0;
    for (size_t i = 0; i < n; i++) {
        char *list = arena_strdup(arena, names[i][1]);
        for (char *name = list; name; checked++) {
            char *next = strchr(name, '|');
            if (next)
                *next++ = '\0';
            if (strcmp(industry_of(arena, name), names[i][0]))
                fail_msg("\"%s\": %s, not %s", name, industry_of(arena, name), names[i][0]);
            name = next;
        }
    }
    return checked;
}

static void
reads_all_names_of_linkedin(void **state)
{
    assert_int_equal(
        check_names(*state, linkedin_names, sizeof linkedin_names / sizeof *linkedin_names), 147);
    assert_true(check_names(*state, linkedin_new_names,
                            sizeof linkedin_new_names / sizeof *linkedin_new_names) > 300);
}

/* What other files write, by our industry; "" for what says nothing. */
static const char *const cases[][2] = {
    {"Maschinenbau",                                              "manufacturing"        },
    {"Herstellung von Metallerzeugnissen",                        "manufacturing"        },
    {"Automobilindustrie",                                        "automotive"           },
    {"Automobilzulieferer",                                       "automotive"           },
    {"Großhandel mit Textilien",                                 "retail"               },
    {"Einzelhandel",                                              "retail"               },
    {"Baustoffgroßhandel",                                       "retail"               },
    {"Unternehmensberatung",                                      "professional_services"},
    {"IT-Dienstleistungen",                                       "it"                   },
    {"Softwareentwicklung",                                       "software_saas"        },
    {"Versicherungen",                                            "financial_services"   },
    {"Krankenhaus",                                               "healthcare"           },
    {"Bauunternehmen",                                            "construction"         },
    {"Immobilien",                                                "real_estate"          },
    {"Landwirtschaft",                                            "agriculture"          },
    {"Öffentliche Verwaltung",                                   "public_sector"        },
    {"Oeffentliche Verwaltung",                                   "public_sector"        },
    {"Werbeagentur",                                              "creative_services"    },
    {"Gemeinnütziger Verein",                                    "other"                },
    {"Logistik und Transport",                                    "transport"            },
    {"Energieversorgung",                                         "energy"               },
    {"Gastgewerbe",                                               "hospitality"          },
    {"Edition de logiciels",                                      "software_saas"        },
    {"Conseil en systèmes et logiciels informatiques",           "it"                   },
    {"Agence de publicité",                                      "creative_services"    },
    {"Transports routiers de fret",                               "transport"            },
    {"Commerce de détail de meubles",                            "retail"               },
    {"Restauration rapide",                                       "hospitality"          },
    {"Industrie pharmaceutique",                                  "pharma_biotech"       },
    {"Activités immobilières",                                  "real_estate"          },
    {"Enseignement supérieur",                                   "education"            },
    {"Comercio al por mayor de alimentos",                        "retail"               },
    {"Desarrollo de software",                                    "software_saas"        },
    {"Fabricación de muebles",                                   "manufacturing"        },
    {"Construcción de edificios",                                "construction"         },
    {"Servicios financieros",                                     "financial_services"   },
    {"Abogados",                                                  "professional_services"},
    {"Administración pública",                                  "public_sector"        },
    {"Energías renovables",                                      "energy"               },
    {"Assicurazioni",                                             "financial_services"   },
    {"Ristorazione",                                              "hospitality"          },
    {"Commercio all'ingrosso di macchinari",                      "retail"               },
    {"Pubblica amministrazione",                                  "public_sector"        },
    {"Agricoltura",                                               "agriculture"          },
    {"Metalmeccanica",                                            "manufacturing"        },
    {"Zakelijke dienstverlening",                                 "professional_services"},
    {"Groothandel in voedingsmiddelen",                           "retail"               },
    {"Bouwnijverheid",                                            "construction"         },
    {"Gezondheidszorg",                                           "healthcare"           },
    {"Onderwijs",                                                 "education"            },
    {"Vývoj softwaru",                                           "software_saas"        },
    {"Informační technologie",                                  "it"                   },
    {"Strojírenství",                                           "manufacturing"        },
    {"Stavebnictví",                                             "construction"         },
    {"Výroba elektřiny",                                        "energy"               },
    {"Velkoobchod",                                               "retail"               },
    {"Maloobchod s potravinami",                                  "retail"               },
    {"Účetnictví a daňové poradenství",                     "professional_services"},
    {"Cestovní ruch",                                            "hospitality"          },
    {"Školství",                                                "education"            },
    {"Zdravotnictví",                                            "healthcare"           },
    {"Zemědělství",                                            "agriculture"          },
    {"Silniční nákladní doprava",                             "transport"            },
    {"Reality",                                                   "real_estate"          },
    {"Produkcja maszyn",                                          "manufacturing"        },
    {"Handel hurtowy",                                            "retail"               },
    {"Usługi prawne",                                            "professional_services"},
    {"Budownictwo",                                               "construction"         },
    {"Opieka zdrowotna",                                          "healthcare"           },
    {"Ubezpieczenia",                                             "financial_services"   },
    {"Programmeringstjenester",                                   "software_saas"        },
    {"Detaljhandel med klær",                                    "retail"               },
    {"Generell offentlig administrasjon",                         "public_sector"        },
    {"Godstransport på vei",                                     "transport"            },
    {"Tillverkningsindustri",                                     "manufacturing"        },
    {"Fastighetsförvaltning",                                    "real_estate"          },
    {"Byggverksamhet",                                            "construction"         },
    {"Undervisning",                                              "education"            },
    {"Ohjelmistojen suunnittelu ja valmistus",                    "software_saas"        },
    {"Vähittäiskauppa",                                         "retail"               },
    {"Rakentaminen",                                              "construction"         },
    {"Kiinteistöala",                                            "real_estate"          },
    {"Majoitus- ja ravitsemistoiminta",                           "hospitality"          },
    {"Строительство",                                "construction"         },
    {"62.01 - Computer programming activities",                   "software_saas"        },
    {"6201Z",                                                     "software_saas"        },
    {"G46.90",                                                    "retail"               },
    {"B2B, Fintech, SaaS",                                        "financial_services"   },
    {"B2B, SaaS, Marketing",                                      "software_saas"        },
    {"SaaS, Health Care",                                         "healthcare"           },
    {"Healthcare Software",                                       "software_saas"        },
    {"Healthcare Consulting",                                     "professional_services"},
    {"Construction Software",                                     "software_saas"        },
    {"Automotive Retail",                                         "retail"               },
    {"Food and Beverage Retail",                                  "retail"               },
    {"Wholesale of pharmaceutical goods",                         "retail"               },
    {"Retail trade, except of motor vehicles",                    "retail"               },
    {"Manufacture of motor vehicles, trailers and semi-trailers", "automotive"           },
    {"Manufacture of basic pharmaceutical products",              "pharma_biotech"       },
    {"Manufacture of wearing apparel",                            "manufacturing"        },
    {"Bars, Taverns, and Nightclubs",                             "hospitality"          },
    {"E-Commerce",                                                "retail"               },
    {"Fintech",                                                   "financial_services"   },
    {"Edtech",                                                    "education"            },
    {"Biotech",                                                   "pharma_biotech"       },
    {"AI",                                                        "software_saas"        },
    {"IT",                                                        "it"                   },
    {"information technology & services",                         "it"                   },
    {"COMPUTER_SOFTWARE",                                         "software_saas"        },
    {"FOOD_BEVERAGES",                                            "manufacturing"        },
    {"hospital & health care",                                    "healthcare"           },
    {"nonprofit organization management",                         "other"                },
    {"Nonprofits, Education",                                     "education"            },
    {"Other",                                                     "other"                },
    {"Sonstiges",                                                 "other"                },
    {"ostatní",                                                  "other"                },
    {"software_saas",                                             "software_saas"        },
    {"Pharma / Biotech",                                          "pharma_biotech"       },
    {"Lorem ipsum",                                               ""                     },
    {"n/a",                                                       ""                     },
    {"Acme",                                                      ""                     },
    {"B2B",                                                       ""                     },
    {"123456",                                                    ""                     },
    {"",                                                          ""                     },
};

static void
reads_words_of_many_languages(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strcmp(industry_of(*state, cases[i][0]), cases[i][1]))
            fail_msg("\"%s\": \"%s\", not \"%s\"", cases[i][0], industry_of(*state, cases[i][0]),
                     cases[i][1]);
    assert_int_equal(company_industry_read(*state, NULL), 0);
}

/* Labels made by hand for every fifth distinct value of the column "Categories", by its place; values
 * of which a person cannot tell are left out. */
static const struct {
    size_t place;
    const char *industry;
} start_ups[] = {
    {0,   "retail"               },
    {5,   "retail"               },
    {15,  "software_saas"        },
    {20,  "healthcare"           },
    {25,  "financial_services"   },
    {30,  "media"                },
    {35,  "retail"               },
    {40,  "software_saas"        },
    {45,  "financial_services"   },
    {50,  "construction"         },
    {55,  "retail"               },
    {60,  "healthcare"           },
    {70,  "media"                },
    {75,  "education"            },
    {80,  "media"                },
    {85,  "retail"               },
    {90,  "software_saas"        },
    {100, "software_saas"        },
    {105, "transport"            },
    {110, "software_saas"        },
    {115, "professional_services"},
    {120, "financial_services"   },
    {125, "real_estate"          },
    {130, "transport"            },
    {135, "media"                },
    {140, "software_saas"        },
    {145, "software_saas"        },
    {150, "software_saas"        },
    {155, "creative_services"    },
    {160, "hospitality"          },
    {165, "healthcare"           },
    {170, "retail"               },
    {175, "hospitality"          },
    {180, "energy"               },
    {185, "it"                   },
    {195, "media"                },
    {200, "software_saas"        },
    {205, "software_saas"        },
    {210, "healthcare"           },
    {215, "software_saas"        },
    {220, "it"                   },
    {225, "retail"               },
    {230, "financial_services"   },
    {235, "software_saas"        },
    {240, "other"                },
    {245, "software_saas"        },
    {250, "software_saas"        },
    {255, "media"                },
    {260, "media"                },
    {265, "software_saas"        },
    {270, "professional_services"},
    {275, "media"                },
    {280, "retail"               },
    {290, "software_saas"        },
    {295, "software_saas"        },
    {300, "hospitality"          },
    {305, "software_saas"        },
    {310, "transport"            },
    {315, "software_saas"        },
    {320, "software_saas"        },
};

/* The distinct values of a column in their order. */
static size_t
distinct_values(struct arena *arena, const char *path, uint32_t column, const char **out,
                size_t max)
{
    struct ctx ctx = {.arena = arena};
    struct csv_dialect dialect;
    struct csv_reader *reader;
    struct csv_row row;
    struct map *seen = map_new(arena, max);
    size_t n = 0;
    bool more = true;
    assert_true(csv_detect(&ctx, arena, path, NULL, &dialect));
    assert_true(csv_open(&ctx, arena, path, &dialect, &reader));
    while (n < max && csv_next(&ctx, reader, &row, &more) && more) {
        if (row.count <= column)
            continue;
        char *value = arena_strndup(arena, row.cells[column].data, row.cells[column].length);
        if (!*text_trim(arena, value) || map_get(seen, value))
            continue;
        map_put(seen, value, value);
        out[n++] = value;
    }
    return n;
}

static void
reads_tags_of_start_ups(void **state)
{
    enum { CATEGORIES = 5, MOST = 1000 };
    const char *values[MOST];
    if (!test_data_dir())
        return;
    const char *path = arena_printf(*state, "%s/companies-yc/Startups.csv", test_data_dir());
    size_t n = distinct_values(*state, path, CATEGORIES, values, MOST), known = 0, right = 0;
    assert_true(n > 300);
    for (size_t i = 0; i < n; i++)
        known += company_industry_read(*state, values[i]) != 0;
    size_t labels = sizeof start_ups / sizeof *start_ups;
    for (size_t i = 0; i < labels; i++)
        right += !strcmp(industry_of(*state, values[start_ups[i].place]), start_ups[i].industry);
    printf("# start-ups: %zu of %zu tags known, %zu of %zu labels right\n", known, n, right,
           labels);
    assert_true(known * 100 >= n * 98);
    assert_true(right * 100 >= labels * 90);
}

/* The trades of the French register: the words must say what the code beside them says. */
static void
reads_names_of_trades_like_their_codes(void **state)
{
    if (!test_data_dir())
        return;
    struct jsn *trades = cases_json(*state, "registries/fr-recherche-entreprises/codes-NAF.json");
    size_t all = 0, right = 0, known = 0;
    const void *at = NULL;
    const char *key;
    struct jsn *name;
    while (jsn_member(trades, &at, &key, &name)) {
        int16_t code = company_industry_read(*state, key);
        int16_t words = company_industry_read(*state, jsn_as_text(name, ""));
        if (code == 0)
            continue;
        all++;
        known += words != 0;
        right += words == code;
    }
    printf("# trades: %zu of %zu named by words, %zu like their codes\n", known, all, right);
    assert_true(all > 700);
    assert_true(right * 100 >= all * 80);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(has_codes_as_the_list_has_them, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(has_sorted_tables, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_all_names_of_linkedin, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(reads_words_of_many_languages, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(reads_tags_of_start_ups, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_names_of_trades_like_their_codes, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
