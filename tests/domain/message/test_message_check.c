/* Hints about texts, as a reviewer reads them. */
#include "support/test.h"

#include "domain/message/message_check.h"

static const char *
hints(struct arena *arena, const struct message_check_of *of)
{
    struct message_check *checks;
    size_t n = message_check(arena, of, &checks);
    const char *out = "";
    for (size_t i = 0; i < n; i++)
        out = arena_printf(arena, "%s%s%s", out,
                           i ? (checks[i].warn ? "; !" : "; ") : (checks[i].warn ? "!" : ""),
                           checks[i].text);
    return out;
}

#define FINE                                                                                       \
    "You hire three people in Brno. We keep a record of every step an agent takes, which your "    \
    "auditors can read. Would a call help?"

static void
texts_are_measured(void **state)
{
    struct message_check_of of = {
        .channel = "email", .language = "en", .subject = "A record", .body = FINE, .claims = 1};
    assert_string_equal(hints(*state, &of), "25 words; Subject 8 of 60; One question; No link");
    of.subject = "A subject that is so long that no mail program of this world shows it";
    of.body = "Free? Really? See https://x.example/?a=b or www.y.example.";
    of.claims = 0;
    assert_string_equal(
        hints(*state, &of),
        "!6 words; !Subject 69 of 60; !2 questions; !2 links; !Reads like advertising: “free”; "
        "!Nothing about this person or company");
    of = (struct message_check_of){
        .channel = "linkedin_connect", .language = "en", .body = FINE, .claims = 2};
    assert_string_equal(hints(*state, &of), "126 of 300 characters; One question; No link");
}

static void
spam_words_have_a_language(void **state)
{
    static const struct {
        const char *language, *body, *wanted;
    } cases[] = {
        {"cs", "Ukázka je zdarma?",               "“zdarma”"                         },
        {"de", "Das ist KOSTENLOS, garantiert.",   "“garantiert”, “kostenlos”"    },
        {"fr", "C'est gratuit, dernière chance.", "“derniere chance”, “gratuit”" },
        {"es", "Con descuento, sin compromiso.",   "“descuento”, “sin compromiso”"},
        {"en", "We are freelancers in Brno.",      NULL                                   },
        {"de", "Free of charge",                   NULL                                   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct message_check_of of = {
            .channel = "call", .language = cases[i].language, .body = cases[i].body, .claims = 1};
        const char *found = strstr(hints(*state, &of), "Reads like advertising: ");
        if (!cases[i].wanted)
            assert_null(found);
        else if (!found || strcmp(found + strlen("Reads like advertising: "), cases[i].wanted) != 0)
            fail_msg("%s: %s", cases[i].body, found ? found : "nothing");
    }
}

static void
sentences_of_others_are_told(void **state)
{
    const char *others[] = {FINE, FINE, FINE, "Something else entirely."};
    struct message_check_of of = {.channel = "call",
                                  .language = "en",
                                  .body = FINE,
                                  .claims = 1,
                                  .others = others,
                                  .n_others = 4};
    assert_non_null(
        strstr(hints(*state, &of), "!“You hire three people in Brno”: used in 3 others"));
    of.offer = "You hire three people in Brno. We keep a record of every step an agent takes, "
               "which your auditors can read.";
    assert_null(strstr(hints(*state, &of), "others"));
    of.offer = NULL;
    of.n_others = 2;
    assert_null(strstr(hints(*state, &of), "others"));
}

static void
one_message_has_one_address(void **state)
{
    struct message_check_of of = {
        .channel = "call",
        .language = "de",
        .formality = "informal",
        .body = "Ihr schreibt „Wir freuen uns auf Sie“. Darf ich Ihnen etwas zeigen?",
        .claims = 1};
    assert_non_null(strstr(hints(*state, &of), "!“Ihnen” is formal, the message is informal"));
    of.formality = "formal";
    assert_null(strstr(hints(*state, &of), "formal"));
    of.formality = NULL;
    assert_null(strstr(hints(*state, &of), "formal"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(texts_are_measured, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(spam_words_have_a_language, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(one_message_has_one_address, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(sentences_of_others_are_told, test_arena_open,
                                        test_arena_close)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
