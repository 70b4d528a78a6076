/* A request for a letter with something in every field, for the tests of language models. */
#ifndef LEADGEN_TESTS_MODEL_LETTERS_H
#define LEADGEN_TESTS_MODEL_LETTERS_H

#include "domain/provider/model_prompt.h"

/* The second one has no points: nobody hears of it. */
static const struct letter_signal model_letters_signals[] = {
    {"HIRING", "Growth", "Hiring",  NULL, "We are looking for 12 welders in Brno", NULL,
     "https://kovo.example/jobs",                                                              "careers", 1790000000000, 20},
    {"OLD",    "Growth", "Nothing", NULL, "no points",                             NULL, NULL, NULL,      0,             0 },
};
static const struct letter_fact model_letters_facts[] = {
    {"certificate",  "ISO 9001", "certified by ISO 9001", "https://kovo.example/quality", 0},
    {"company.city", "Brno",     "Kovo a.s., Brno",       "https://kovo.example/contact", 0},
};

static inline struct letter_request
model_letters_request(void)
{
    struct letter_request request = {.channel = "email",
                                     .language = "en",
                                     .tone = "friendly",
                                     .formality = "formal",
                                     .personalisation = 4,
                                     .angle = "opportunity",
                                     .touch = 1,
                                     .touches = 2,
                                     .max_length = 1500,
                                     .signals = model_letters_signals,
                                     .n_signals = 2,
                                     .facts = model_letters_facts,
                                     .n_facts = 2};
    request.sender = (struct letter_sender){.name = "Ada Lovelace",
                                            .role = "Founder",
                                            .company = "Engines Ltd",
                                            .postal_address = "1 Mill Road, Bath"};
    request.offer = (struct letter_offer){.does = "We keep welding robots running.",
                                          .outcome = "Plants lose fewer hours.",
                                          .proof = "A maker of gates saved 30 hours a month.",
                                          .proof_url = "https://engines.example/gates",
                                          .ask = "May I call you on Tuesday?"};
    request.person = (struct letter_person){.first_name = "Petr",
                                            .last_name = "Nov\xc3\xa1k",
                                            .job_title = "Head of production",
                                            .city = "Brno"};
    request.company = (struct letter_company){.name = "Kovo Brno",
                                              .domain = "kovo.example",
                                              .industry = "manufacturing",
                                              .size = "51-200",
                                              .city = "Brno",
                                              .country = "CZ",
                                              .founded_year = 1994,
                                              .url = "https://kovo.example/"};
    return request;
}

#endif
