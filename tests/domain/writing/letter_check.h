/* What must hold of every letter, whatever it was made of. Included by the tests of the writer. */
#ifndef LEADGEN_TESTS_LETTER_CHECK_H
#define LEADGEN_TESTS_LETTER_CHECK_H

#include "support/test.h"

#include "base/text.h"
#include "domain/writing/letter.h"

/* What must not stand in any message; a word twice; quotation marks that do not pair. */
static inline const char *
check_broken(struct arena *arena, const char *text, const char *language)
{
    static const char *const never[] = {
        "{",   "}",  "  ", " ,",  " .", "..", "??", "()",     "“”",  "„“",     "« »",    "«»",
        ", .", ",.", ":.", ". .", "( ", " )", "^",  "\n\n\n", " \n", "(null)", ",\n\n\n"};
    static const char *const pairs[][3] = {
        {"en", "“", "”"},
        {"cs", "„", "“"},
        {"de", "„", "“"},
        {"fr", "«",  "»" },
        {"es", "«",  "»" }
    };
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(text, never[i]))
            return never[i];
    const char *small = text_lower(arena, text), *last = "";
    size_t last_length = 0;
    for (const char *at = small; *at;) {
        size_t length = strcspn(at, " \n");
        if (length && length == last_length && !memcmp(at, last, length))
            return arena_strndup(arena, at, length);
        last = at;
        last_length = at[length] == '\n' ? 0 : length;
        at += length;
        at += strspn(at, " \n");
    }
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        long open = 0;
        for (const char *at = text; !strcmp(pairs[i][0], language) && *at; at++) {
            open += text_starts(at, pairs[i][1]);
            open -= text_starts(at, pairs[i][2]);
            if (open < 0 || open > 1)
                return "quotation marks that do not pair";
        }
        if (open)
            return "an open quotation mark";
    }
    return NULL;
}

/* A preposition or article with nothing after it. */
static inline const char *
check_hanging(struct arena *arena, const char *text, const char *language)
{
    static const char *const words[][9] = {
        {"en", "at",   "of",  "for",  "in",   "from", "the", "with", "as"  },
        {"cs", "na",   "ve",  "v",    "pro",  "z",    "ze",  "o",    "s"   },
        {"de", "bei",  "von", "für", "im",   "der",  "die", "und",  "als" },
        {"fr", "chez", "de",  "à",   "pour", "le",   "la",  "dans", "avec"},
        {"es", "en",   "de",  "para", "la",   "con",  "por", "como", "el"  },
    };
    static const char *const stops[] = {".", ",", "?", ":", "\n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t w = 1; !strcmp(words[i][0], language) && w < 9; w++)
            for (size_t s = 0; s < sizeof stops / sizeof *stops; s++) {
                const char *end = arena_printf(arena, " %s%s", words[i][w], stops[s]);
                if (strstr(text, end))
                    return end;
            }
    return NULL;
}

/* Words of the other address. The offers of these tests have none. */
static inline const char *
check_address(struct arena *arena, const char *text, const char *language, bool informal)
{
    static const char *const close[][9] = {
        {"cs", "ty",  "ti",  "tobě", "tebe", "tvůj", "tvoje",  "tě",     "tvém"  },
        {"de", "du",  "dir", "dich",  "dein", "deine", "deiner", "euch",    "eurer"  },
        {"fr", "tu",  "toi", "ton",   "ta",   "tes",   "te",     "salut",   "t'es"   },
        {"es", "tú", "tu",  "tus",   "te",   "ti",    "tienes", "contigo", "vuestra"},
    };
    static const char *const distant[][9] = {
        {"cs", "pane",  "paní", "vážená", "vážený", "vám",   "vás",  "vaše", "vaší"  },
        {"de", "Sie",   "Ihnen", "Ihr",       "Ihre",      "Ihrer",  "Ihrem", "Ihren", "geehrte" },
        {"fr", "vous",  "votre", "vos",       "monsieur",  "madame", "Vous",  "Votre", "Vos"     },
        {"es", "usted", "su",    "sus",       "le",        "Su",     "Sus",   "Le",    "Estimado"},
    };
    for (size_t i = 0; i < 4; i++) {
        const char *const *list = informal ? distant[i] : close[i];
        const char *searched = informal ? text : text_lower(arena, text);
        for (size_t w = 1; !strcmp(list[0], language) && w < 9; w++) {
            size_t length = strlen(list[w]);
            for (const char *at = searched; (at = strstr(at, list[w])); at++) {
                bool begins = at == searched || strchr(" \n(", at[-1]);
                if (begins && (!at[length] || strchr(" .,?:)\n", at[length])))
                    return list[w];
            }
        }
    }
    return NULL;
}

static inline size_t
check_count(const char *text, char c)
{
    size_t n = 0;
    for (; *text; text++)
        n += *text == c;
    return n;
}

/* Claims stand in order, on whole values. */
static inline const char *
check_claims(struct arena *arena, const struct letter *letter)
{
    size_t last = 0, length = text_count(letter->body);
    for (size_t i = 0; i < letter->n_claims; i++) {
        const struct letter_claim *claim = &letter->claims[i];
        if (claim->start < last || claim->start >= claim->end || claim->end > length ||
            !claim->kind || !claim->snippet)
            return "a claim out of place";
        last = claim->end;
        size_t from = strlen(text_cut(arena, letter->body, claim->start));
        size_t to = strlen(text_cut(arena, letter->body, claim->end));
        const char *said = arena_strndup(arena, letter->body + from, to - from);
        if (*said == ' ' || said[strlen(said) - 1] == ' ')
            return "a claim with a blank at its end";
        if (!strcmp(claim->kind, "signal") && !text_starts(said, "“") && !text_starts(said, "„") &&
            !text_starts(said, "«"))
            return "a quotation that its claim does not hold";
    }
    return NULL;
}

/* All of it for one message; NULL: good. */
static inline const char *
check_letter(struct arena *arena, const struct letter_request *request, const struct letter *letter)
{
    size_t most = 0, questions = check_count(letter->body, '?');
    for (size_t i = 0; letter_limits[i].channel; i++)
        if (!strcmp(letter_limits[i].channel, request->channel))
            most = letter_limits[i].most;
    bool is_email = !strcmp(request->channel, "email");
    bool is_call = !strcmp(request->channel, "call");
    const char *address = request->sender.postal_address;
    const char *wrong = check_broken(arena, letter->body, request->language);
    wrong = wrong ? wrong : check_hanging(arena, letter->body, request->language);
    wrong = wrong ? wrong : check_claims(arena, letter);
    if (letter->subject && !wrong)
        wrong = check_broken(arena, letter->subject, request->language);
    /* An e-mail keeps greeting, question, name and postal address whatever it was asked for. */
    if (request->max_length && request->max_length < most &&
        !(is_email && (address || request->max_length < 160)))
        most = request->max_length;
    if (text_count(letter->body) > most)
        wrong = "longer than it may be";
    const char *ask = request->offer.ask;
    bool told = ask && text_ends(ask, ".") && strstr(letter->body, ask);
    if (!is_call && questions != (!strcmp(request->channel, "linkedin_connect") || told ? 0u : 1u))
        wrong = "not one question";
    if (is_email != (letter->subject != NULL) ||
        (is_email && (text_count(letter->subject) > LETTER_SUBJECT_MOST || !*letter->subject)))
        wrong = "its subject";
    if (is_email && address && !strstr(letter->body, address))
        wrong = "no postal address";
    return wrong;
}

#endif
