/* Writes the messages of a campaign and prints how many a second one core does: what
 * tests/bench/letter.sh measures. Each person has two signals, a fact and three messages. */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "domain/writing/letter.h"

int
main(int argc, char **argv)
{
    static const char *const tones[] = {"professional", "friendly",      "casual",
                                        "bold",         "authoritative", "empathetic"};
    static const struct letter_signal signals[] = {
        {.category = "Hiring",
         .found = "machine learning engineer",
         .snippet = "Open roles. We are looking for a machine learning engineer. Apply now",
         .url = "https://acme.example/careers",
         .page_kind = "careers",
         .points = 4},
        {.category = "Security posture",
         .found = "SOC 2",
         .snippet = "Our platform is audited for SOC 2 every year by an outside firm",
         .url = "https://acme.example/security",
         .page_kind = "security",
         .points = 3}
    };
    static const struct letter_fact facts[] = {
        {"technology", "PostgreSQL", NULL, NULL, 0}
    };
    long n = argc > 1 ? strtol(argv[1], NULL, 10) : 60000;
    struct arena *arena = arena_new();
    for (size_t l = 0; letter_languages[l]; l++) {
        size_t bytes = 0;
        int64_t start = clock_steady_ms();
        for (long i = 0; i < n; i++) {
            struct letter letter;
            struct letter_request request = {
                .channel = i % 3 == 1 ? "linkedin_message" : "email",
                .language = letter_languages[l],
                .tone = tones[i % 6],
                .formality = "formal",
                .personalisation = 4,
                .touch = (int)(i % 3) + 1,
                .touches = 3,
                .seed = (uint64_t)i,
                .sender = {"Anna Berger",                   "Account manager",               "Fernblick GmbH",                NULL,
                           "Lindenstraße 4, 10115 Berlin"},
                .offer = {"We answer questionnaires.", "On the same day.",                                "Others did.",                                     NULL,
                           "Shall we talk?"},
                .person = {.first_name = "Jana",                  .last_name = "Nováková",              .job_title = "CTO"                                                                                 },
                .company = {.name = "Acme Technologies s.r.o.",
                           .industry = "software_saas",
                           .city = "Brno"},
                .signals = signals,
                .n_signals = 2,
                .facts = facts,
                .n_facts = 1
            };
            arena_reset(arena);
            if (!letter_write(arena, &request, &letter))
                return 1;
            bytes += arena_used(arena);
        }
        int64_t took = clock_steady_ms() - start;
        printf("%s %ld %zu\n", letter_languages[l], n * 1000 / (took ? took : 1),
               bytes / (size_t)n);
    }
    arena_free(arena);
    return 0;
}
