/* The embedded writer: random subsets of facts in every language, channel, tone and address leave
 * nothing broken; and what a reader would notice about single letters. LEADGEN_TEST_SEED repeats a
 * failure. */
#include "domain/writing/letter_check.h"
#include "domain/writing/letter_style.h"

#include "base/clock.h"

enum { SUBSETS = 2000 };

static uint64_t chance;

static size_t
roll(size_t n)
{
    chance = chance * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((chance >> 33) % n);
}

static const char *
maybe(const char *text)
{
    return roll(3) ? text : NULL;
}

#define PICK(list) list[roll(sizeof(list) / sizeof *(list))]

static const struct {
    const char *language, *does, *outcome, *proof, *ask;
} offers[] = {
    {"en", "We answer security questionnaires from your documents.",                              "Most go back the same day.",
     "Hollmann Logistics went from nine days to two.",                                                                                                                                                   "Could we look at one together next week?"},
    {"cs", "Vyplňujeme bezpečnostní dotazníky z hotových podkladů.",
     "Většina se vrací ještě týž den.",                                                                                  "V Hollmann Logistice se z devíti dnů staly dva.",
     "Hodil by se příští týden krátký hovor?"                                                                                                                                                                                               },
    {"de", "Wir beantworten Sicherheitsfragebögen aus vorhandenen Unterlagen.",
     "Die meisten gehen noch am selben Tag zurück.",                                                                           "Bei Hollmann Logistik wurden aus neun Tagen zwei.",
     "Passt nächste Woche ein kurzes Gespräch?"                                                                                                                                                                                                  },
    {"fr", "Nous répondons aux questionnaires de sécurité à partir des documents existants.",
     "La plupart repartent le jour même.",                                                                                     "Chez Hollmann Logistique, le délai est passé de neuf jours à deux.",
     "Un échange de quinze minutes serait-il possible ?"                                                                                                                                                                                          },
    {"es", "Respondemos cuestionarios de seguridad a partir de la documentación existente.",
     "La mayoría vuelve el mismo día.",                                                                                       "En Hollmann Logística se pasó de nueve días a dos.",
     "¿Sería posible una llamada de quince minutos?"                                                                                                                                                                                             },
};

static const char *const channels[] = {"email", "linkedin_connect", "linkedin_message", "call"};
static const char *const tones[] = {"professional", "friendly",      "casual",
                                    "bold",         "authoritative", "empathetic"};
static const char *const angles[] = {"pain", "opportunity", "social_proof"};
static const char *const firsts[] = {"Jana", "PETR", "Claire", "Jürgen", "Andrea", "Kim",
                                     "J.",   "Zoë",  "Carmen", "x",      "Tomáš",  "{name}"};
static const char *const lasts[] = {"Nováková", "Hájek", "Martin", "O'Neill", "de la Cruz",
                                    "Roth",     "LEE",   "Němec",  "Kovář"};
static const char *const prefixes[] = {"Dr.", "Ing.", "Frau", "Ms", "Prof. Dr.", "pan"};
static const char *const titles[] = {"CTO", "Head of Sales | Speaker", "VP Engineering at Acme",
                                     "Geschäftsführerin", "Founder & CEO,"};
static const char *const companies[] = {"Acme Technologies s.r.o.",
                                        "Orbis, Inc.",
                                        "Müller GmbH",
                                        "Écluse",
                                        "Stadtwerke Lindau GmbH",
                                        "Deutsche Messe AG",
                                        "Universität Wien",
                                        "University of Leeds",
                                        "Universidad de Sevilla",
                                        "Université de Lyon",
                                        "Iberdatos",
                                        "A very long name of a company that nobody would ever "
                                        "write in one line of a letter"};
static const char *const sizes[] = {"micro", "11-50", "medium", "1.200", "many", "enterprise"};
static const char *const seniorities[] = {"c_level", "vp",      "manager", "individual_contributor",
                                          "founder", "nonsense"};
static const char *const senders[] = {"Fernblick GmbH", "Orange Labs SAS", "Universität Wien"};
/* No question, a question that lost its mark, a thing, two questions. */
static const char *const asks[][4] = {
    {"en", "Reply with a time that suits.", "Could we talk next week",    "A call of 15 minutes"            },
    {"cs", "Stačí odepsat.",              "Hodil by se krátký hovor", "Krátký hovor příští týden"},
    {"de", "Eine Antwort genügt.",         "Passt ein kurzes Gespräch", "Ein Gespräch von 15 Minuten"    },
    {"fr", "Une réponse suffit.",          "Pourrions-nous en parler",   "Un échange de 15 minutes"       },
    {"es", "Basta con responder.",          "Podríamos hablar",          "Una llamada de 15 minutos"       },
};
static const char *const cities[] = {"Brno", "Le Havre", "Berlin", "Alicante"};
static const char *const industries[] = {"software_saas", "manufacturing", "other", "public_sector",
                                         "nonsense"};
static const char *const categories[] = {"Hiring",       "Security posture", "AI agent maturity",
                                         "Company size", "Industry risk",    "Funding",
                                         "Product",      "Our own",          "Developer platform"};
static const char *const pages[] = {"careers", "security", "home", "blog", "other", "docs", "x"};
static const char *const found[] = {"machine learning engineer", "SOC 2", "AI agents", ""};
static const char *const snippets[] = {
    "Join us. We are looking for a machine learning engineer in Brno. Benefits",
    "HOME PRICING ABOUT SOC 2 CONTACT",
    "our AI agents answer every {request} of yours…",
    "Our AI agents answer the first line of every support request, at night too, and more of this",
    "the the machine learning engineer, SOC 2 <b>AI agents</b>",
    "??",
    "Wir sind SOC 2 geprüft"};
static const struct letter_fact facts[] = {
    {"technology",  "PostgreSQL",                            NULL,                     "https://acme.example/docs",     0},
    {"certificate", "ISO 27001",                             "certified to ISO 27001", "https://acme.example/security", 5},
    {"customer",    "Škoda",                                NULL,                     NULL,                            0},
    {"product",     "Orbit",                                 NULL,                     "https://acme.example/orbit",    0},
    {"news",        "Acme opens a second office in Ostrava", NULL,                     "https://acme.example/news",     0},
};

static void
roll_people(struct letter_request *out)
{
    out->sender =
        (struct letter_sender){maybe("Anna Berger"), maybe("Account manager"), maybe(PICK(senders)),
                               roll(4) ? NULL : "Anna Berger\nFernblick GmbH\n+49 30 1234567",
                               maybe("Fernblick GmbH, Lindenstraße 4, 10115 Berlin")};
    out->person = (struct letter_person){.first_name = maybe(PICK(firsts)),
                                         .last_name = maybe(PICK(lasts)),
                                         .prefix = roll(3) ? NULL : PICK(prefixes),
                                         .gender = (enum letter_gender)roll(3),
                                         .job_title = maybe(PICK(titles)),
                                         .seniority = maybe(PICK(seniorities)),
                                         .country = roll(2) ? "CZ" : NULL};
    out->company = (struct letter_company){.name = maybe(PICK(companies)),
                                           .industry = maybe(PICK(industries)),
                                           .city = maybe(PICK(cities)),
                                           .size = maybe(PICK(sizes)),
                                           .founded_year = 1900 + (int)roll(150),
                                           .description = maybe(PICK(snippets)),
                                           .url = maybe("https://acme.example/")};
}

static void
roll_request(struct letter_request *out, struct letter_signal signals[3], const char *language)
{
    *out = (struct letter_request){.channel = PICK(channels),
                                   .language = language,
                                   .tone = PICK(tones),
                                   .formality = roll(2) ? "formal" : "informal",
                                   .personalisation = 1 + (int)roll(4),
                                   .angle = PICK(angles),
                                   .touch = 1 + (int)roll(4),
                                   .touches = 1 + (int)roll(4),
                                   .max_length = roll(2) ? 0 : 100 + roll(500),
                                   .seed = chance};
    roll_people(out);
    out->n_signals = roll(4);
    for (size_t i = 0; i < out->n_signals; i++)
        signals[i] = (struct letter_signal){.category = PICK(categories),
                                            .found = PICK(found),
                                            .snippet = maybe(PICK(snippets)),
                                            .language = roll(2) ? "en" : NULL,
                                            .url = "https://acme.example/page",
                                            .page_kind = PICK(pages),
                                            .points = (int64_t)roll(6)};
    out->signals = signals;
    out->n_facts = roll(3);
    out->facts = facts + roll(4);
    for (size_t o = 0; o < sizeof offers / sizeof *offers; o++)
        if (!strcmp(offers[o].language, language))
            out->offer = (struct letter_offer){
                offers[o].does, maybe(offers[o].outcome), roll(2) ? offers[o].proof : NULL,
                maybe("https://fernblick.example/"), maybe(offers[o].ask)};
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++)
        if (!strcmp(asks[i][0], language) && roll(3) == 0)
            out->offer.ask = asks[i][1 + roll(3)];
}

static void
subsets_leave_nothing_broken(void **state)
{
    struct arena *arena = *state;
    const char *seed = getenv("LEADGEN_TEST_SEED");
    chance = seed ? strtoull(seed, NULL, 10) : (uint64_t)clock_now_ms();
    printf("# LEADGEN_TEST_SEED=%llu\n", (unsigned long long)chance);
    for (size_t i = 0; i < SUBSETS * 10; i++) {
        const char *language = letter_languages[i / (SUBSETS * 2)];
        struct letter_request request;
        struct letter_signal signals[3];
        struct letter letter;
        if (!language)
            break;
        arena_reset(arena);
        roll_request(&request, signals, language);
        assert_true(letter_write(arena, &request, &letter));
        const char *wrong = check_letter(arena, &request, &letter);
        wrong = wrong ? wrong : style_letter(arena, &request, &letter);
        if (wrong)
            fail_msg("%s %s %s %s %s touch %d of %d, at most %zu: %s\n%s\n---\n%s", language,
                     request.channel, request.tone, request.formality, request.angle, request.touch,
                     request.touches, request.max_length, wrong,
                     letter.subject ? letter.subject : "", letter.body);
    }
}

static struct letter_request
whole(const struct letter_signal *signals, size_t n)
{
    return (struct letter_request){
        .channel = "email",
        .language = "en",
        .tone = "professional",
        .formality = "formal",
        .personalisation = 4,
        .angle = "pain",
        .touch = 1,
        .touches = 3,
        .seed = 4,
        .sender = {.name = "Anna Berger",
                   .company = "Fernblick GmbH",
                   .postal_address = "Lindenstraße 4, 10115 Berlin"},
        .offer = {offers[0].does,                     offers[0].outcome,            offers[0].proof, NULL, offers[0].ask},
        .person = {.first_name = "Jane",      .last_name = "Miller"},
        .company = {.name = "Acme Inc.",                     .url = "https://acme.example/"     },
        .signals = signals,
        .n_signals = n
    };
}

static void
evidence_is_quoted_with_its_source(void **state)
{
    static const struct letter_signal signal = {
        .category = "Hiring",
        .found = "ML engineer",
        .snippet = "Jobs. We are looking for an ML engineer. Apply now",
        .url = "https://acme.example/jobs",
        .page_kind = "careers",
        .at = 1700000000000,
        .points = 4};
    struct letter_request request = whole(&signal, 1);
    struct letter letter;
    assert_true(letter_write(*state, &request, &letter));
    assert_true(text_starts(letter.body, "Dear Ms Miller,\n\n"));
    assert_non_null(strstr(letter.body, "“We are looking for an ML engineer”"));
    assert_non_null(strstr(letter.body, "careers page"));
    assert_non_null(strstr(letter.body, request.offer.does));
    assert_non_null(strstr(letter.body, request.offer.ask));
    assert_true(text_ends(letter.body, "\n\nLindenstraße 4, 10115 Berlin"));
    bool cited = false;
    for (size_t i = 0; i < letter.n_claims; i++)
        cited = cited ||
                (!strcmp(letter.claims[i].kind, "signal") &&
                 !strcmp(letter.claims[i].url, signal.url) && letter.claims[i].at == signal.at);
    assert_true(cited);
    request.personalisation = 1;
    assert_true(letter_write(*state, &request, &letter));
    assert_null(strstr(letter.body, "ML engineer"));
    assert_null(strstr(letter.body, "Acme"));
}

static void
negative_signals_stay_unsaid(void **state)
{
    static const struct letter_signal signal = {.category = "Company size",
                                                .found = "investor relations",
                                                .snippet = "Meet our investor relations team here",
                                                .url = "https://acme.example/",
                                                .page_kind = "home",
                                                .points = -20};
    struct letter_request request = whole(&signal, 1);
    struct letter letter;
    assert_true(letter_write(*state, &request, &letter));
    assert_null(strstr(letter.body, "investor"));
}

static void
facts_open_a_letter_that_is_about_them(void **state)
{
    struct letter_request request = whole(NULL, 0);
    struct letter letter;
    request.facts = facts;
    request.n_facts = 1;
    assert_true(letter_write(*state, &request, &letter));
    assert_null(strstr(letter.body, "PostgreSQL"));
    request.offer.does = "We look after PostgreSQL at night.";
    assert_true(letter_write(*state, &request, &letter));
    assert_non_null(strstr(letter.body, "PostgreSQL. "));
}

static void
technology_is_not_a_quotation(void **state)
{
    static const struct letter_signal signal = {.category = "Developer platform",
                                                .found = "React",
                                                .snippet = "Uses React",
                                                .url = "https://acme.example/",
                                                .page_kind = "home",
                                                .points = 3};
    struct letter_request request = whole(&signal, 1);
    struct letter letter;
    assert_true(letter_write(*state, &request, &letter));
    assert_null(strstr(letter.body, "React"));
}

static void
follow_ups_bring_something_new(void **state)
{
    struct letter_request request = whole(NULL, 0);
    struct letter first, second, last;
    assert_true(letter_write(*state, &request, &first));
    assert_null(strstr(first.body, request.offer.proof));
    request.touch = 2;
    assert_true(letter_write(*state, &request, &second));
    assert_non_null(strstr(second.body, request.offer.proof));
    assert_non_null(strstr(second.body, "Fernblick"));
    request.offer.proof_url = "https://fernblick.example/hollmann";
    assert_true(letter_write(*state, &request, &second));
    assert_string_equal(second.claims[second.n_claims - 1].kind, "offer.proof");
    assert_string_equal(second.claims[second.n_claims - 1].url, request.offer.proof_url);
    request.touch = 3;
    assert_true(letter_write(*state, &request, &last));
    assert_true(text_count(last.body) < text_count(second.body));
}

/* Sentences of both that are the writer's own, longer than a greeting. */
static const char *
said_in_both(struct arena *arena, const char *one, const char *other)
{
    for (const char *at = one; *at;) {
        size_t length = strcspn(at, ".?!\n\x01");
        const char *sentence = text_trim(arena, arena_strndup(arena, at, length));
        if (text_count(sentence) > 24 && strstr(other, sentence))
            return sentence;
        at += length + (at[length] != '\0');
    }
    return NULL;
}

/* Nothing is known but the record: each message finds words of its own, and more than a reminder. */
static void
follow_ups_without_evidence_repeat_nothing(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < 5 * 6 * 40; i++) {
        struct letter_request request = whole(NULL, 0);
        struct letter letter;
        const char *ours[2];
        size_t o = i / (6 * 40);
        arena_reset(arena);
        request.language = offers[o].language;
        request.tone = tones[i % 6];
        request.seed = i;
        request.offer = (struct letter_offer){.does = offers[o].does};
        request.touches = 4;
        request.company = (struct letter_company){
            .name = "Orbis", .size = "11-50", .industry = "manufacturing", .founded_year = 1951};
        for (request.touch = 1; request.touch <= 2; request.touch++) {
            assert_true(letter_write(arena, &request, &letter));
            ours[request.touch - 1] = style_ours(arena, &request, &letter);
        }
        const char *twice = said_in_both(arena, ours[1], ours[0]);
        if (twice && !strchr(letter.body, '?'))
            fail_msg("%s: %s", request.language, twice);
        if (twice && !strstr(letter.body, arena_printf(arena, "%s?", twice)) &&
            !strstr(letter.body, arena_printf(arena, "%s\xC2\xA0?", twice)))
            fail_msg("%s %s: both messages say \"%s\"", request.language, request.tone, twice);
        assert_true(letter.n_claims > 0);
    }
}

/* People of one campaign who get an invitation in the same tone do not all get the same one. */
static void
invitations_differ_within_a_tone(void **state)
{
    enum { PEOPLE = 40, KINDS = 4 };
    for (size_t l = 0; letter_languages[l]; l++)
        for (size_t t = 0; t < 6; t++) {
            const char *seen[PEOPLE];
            size_t n = 0;
            for (uint64_t seed = 0; seed < PEOPLE; seed++) {
                struct letter_request request = whole(NULL, 0);
                struct letter letter;
                request.channel = "linkedin_connect";
                request.language = letter_languages[l];
                request.tone = tones[t];
                request.seed = seed;
                request.company.industry = "manufacturing";
                request.person.job_title = "Head of Sales";
                assert_true(letter_write(*state, &request, &letter));
                assert_true(text_count(letter.body) <= 300);
                bool is_new = true;
                for (size_t i = 0; i < n; i++)
                    is_new = is_new && strcmp(seen[i], letter.body) != 0;
                if (is_new)
                    seen[n++] = letter.body;
            }
            assert_true(n >= KINDS);
        }
}

/* Size, age and rank are said with their source, and only where they tell something. */
static void
size_age_and_rank_are_used_with_their_source(void **state)
{
    static const struct letter_fact sources[] = {
        {"company.size",         "120",  "some 120 people",  "https://acme.example/about", 7},
        {"company.founded_year", "1951", "founded in 1951",  "https://acme.example/about", 7},
        {"person.job_title",     "CEO",  "Jane Miller, CEO", "https://acme.example/team",  7},
    };
    static const char *const kinds[] = {"company.size", "company.founded_year", "person.job_title"};
    bool said[3] = {false, false, false};
    for (uint64_t seed = 0; seed < 60; seed++) {
        struct letter_request request = whole(NULL, 0);
        struct letter letter;
        request.seed = seed;
        request.facts = sources;
        request.n_facts = 3;
        request.company.size = "120";
        request.company.founded_year = 1951;
        request.person.job_title = "CEO";
        request.person.seniority = "c_level";
        assert_true(letter_write(*state, &request, &letter));
        for (size_t c = 0; c < letter.n_claims; c++)
            for (size_t k = 0; k < 3; k++)
                if (!strcmp(letter.claims[c].kind, kinds[k])) {
                    said[k] = true;
                    assert_string_equal(letter.claims[c].url, sources[k].url);
                    assert_string_equal(letter.claims[c].snippet, sources[k].snippet);
                }
        assert_null(strstr(letter.body, "120"));
        request.company.founded_year = 2019;
        assert_true(letter_write(*state, &request, &letter));
        assert_null(strstr(letter.body, "2019"));
    }
    assert_true(said[0] && said[1] && said[2]);
}

static void
a_question_without_its_mark_gets_it(void **state)
{
    static const char *const cases[][3] = {
        {"en", "Could we talk on Tuesday",        "Could we talk on Tuesday?"        },
        {"en", "A call of 15 minutes",            "A call of 15 minutes?"            },
        {"en", "Reply with a day that suits you", "Reply with a day that suits you." },
        {"de", "Passt ein kurzes Gespräch",      "Passt ein kurzes Gespräch?"      },
        {"fr", "Pourrions-nous en parler",        "Pourrions-nous en parler\xC2\xA0?"},
        {"fr", "Serait-ce possible ?",            "Serait-ce possible\xC2\xA0?"      },
        {"es", "Podríamos hablar",               "¿Podríamos hablar?"             },
        {"cs", "Hodil by se krátký hovor",      "Hodil by se krátký hovor?"      },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct letter_request request = whole(NULL, 0);
        struct letter letter;
        request.language = cases[i][0];
        request.offer.ask = cases[i][1];
        assert_true(letter_write(*state, &request, &letter));
        assert_non_null(strstr(letter.body, arena_printf(*state, "\n\n%s\n\n", cases[i][2])));
    }
}

static void
a_signature_does_not_greet_again(void **state)
{
    struct letter_request request = whole(NULL, 0);
    struct letter letter;
    request.sender.signature = "Mit freundlichen Grüßen,\nAnna Berger\nFernblick";
    assert_true(letter_write(*state, &request, &letter));
    assert_null(strstr(letter.body, "Grüßen"));
    assert_non_null(strstr(letter.body, "Kind regards,\nAnna Berger\nFernblick\n"));
}

static void
seeds_make_letters_differ(void **state)
{
    struct letter_request request = whole(NULL, 0);
    struct letter one, two;
    size_t different = 0;
    assert_true(letter_write(*state, &request, &one));
    assert_true(letter_write(*state, &request, &two));
    assert_string_equal(one.body, two.body);
    for (uint64_t seed = 0; seed < 20; seed++) {
        request.seed = seed;
        assert_true(letter_write(*state, &request, &two));
        different += strcmp(one.subject, two.subject) != 0;
    }
    assert_true(different > 4);
}

static void
tones_are_six_letters(void **state)
{
    struct letter_request request = whole(NULL, 0);
    struct letter letters[6];
    for (size_t i = 0; i < 6; i++) {
        request.tone = tones[i];
        assert_true(letter_write(*state, &request, &letters[i]));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(letters[i].body, letters[j].body);
    }
}

static void
refuses_what_it_cannot_write(void **state)
{
    struct letter_request request = whole(NULL, 0);
    struct letter letter;
    request.language = "fi";
    assert_false(letter_write(*state, &request, &letter));
    request = whole(NULL, 0);
    request.offer.does = NULL;
    assert_false(letter_write(*state, &request, &letter));
    request.channel = "linkedin_connect";
    assert_true(letter_write(*state, &request, &letter));
    assert_true(letter_speaks("en"));
    assert_false(letter_speaks("fi"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(subsets_leave_nothing_broken),
        TEST(evidence_is_quoted_with_its_source),
        TEST(negative_signals_stay_unsaid),
        TEST(technology_is_not_a_quotation),
        TEST(facts_open_a_letter_that_is_about_them),
        TEST(follow_ups_bring_something_new),
        TEST(follow_ups_without_evidence_repeat_nothing),
        TEST(invitations_differ_within_a_tone),
        TEST(size_age_and_rank_are_used_with_their_source),
        TEST(a_question_without_its_mark_gets_it),
        TEST(a_signature_does_not_greet_again),
        TEST(seeds_make_letters_differ),
        TEST(tones_are_six_letters),
        TEST(refuses_what_it_cannot_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
