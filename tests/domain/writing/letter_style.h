/* What a native reader would object to in a letter, as far as it can be counted: said twice, clichés, marks
 * and elisions of the language, articles, titles, capitals, figures without a source. The sender's own
 * sentences and what has a claim are left out first. Included by the tests of the writer. */
#ifndef LEADGEN_TESTS_LETTER_STYLE_H
#define LEADGEN_TESTS_LETTER_STYLE_H

#include "support/test.h"

#include "base/text.h"
#include "domain/writing/letter.h"
#include "domain/writing/letter_check.h"
#include "domain/writing/letter_register.h"

#define STYLE_GAP '\x01' /* stands where something was taken out */

/* `text` with every `piece` of it overwritten by one gap. */
static inline void
style_take(char *text, const char *piece)
{
    size_t length = piece ? strlen(piece) : 0;
    for (char *at = text; length && (at = strstr(at, piece)); at++) {
        *at = STYLE_GAP;
        memmove(at + 1, at + length, strlen(at + length) + 1);
    }
}

/* The body without the sender's sentences. */
static inline char *
style_said(struct arena *arena, const struct letter_request *request, const struct letter *letter)
{
    const struct letter_offer *offer = &request->offer;
    const char *own[] = {offer->does,
                         offer->outcome,
                         offer->proof,
                         offer->ask,
                         request->sender.postal_address,
                         request->sender.signature};
    char *out = arena_strdup(arena, letter->body);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        style_take(out, own[i]);
    return out;
}

/* The writer's own words of the body: without claims, quotations, the sender's sentences and signature. */
static inline char *
style_ours(struct arena *arena, const struct letter_request *request, const struct letter *letter)
{
    const struct letter_offer *offer = &request->offer;
    const struct letter_sender *sender = &request->sender;
    const char *own[] = {sender->signature, sender->postal_address, offer->does,
                         offer->outcome,    offer->proof,           offer->ask,
                         sender->name,      sender->role,           sender->company};
    const char *at = letter->body, *rest = letter->body;
    char *out = arena_strdup(arena, "");
    for (size_t i = 0; i < letter->n_claims; i++) {
        size_t to = strlen(text_cut(arena, letter->body, letter->claims[i].end));
        size_t from = strlen(text_cut(arena, letter->body, letter->claims[i].start));
        out = arena_printf(arena, "%s%.*s%c", out, (int)(letter->body + from - at), at, STYLE_GAP);
        at = rest = letter->body + to;
    }
    out = arena_printf(arena, "%s%s", out, rest);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        style_take(out, own[i]);
    style_take(out, "Fernblick");
    return out;
}

/* Four words in a row that come twice. */
static inline const char *
style_twice(struct arena *arena, const char *ours)
{
    enum { WORDS = 400 };
    const char *words[WORDS];
    size_t n = 0;
    for (const char *at = text_lower(arena, ours); *at && n < WORDS;) {
        size_t length = strcspn(at, " \n.,:;?!\x01");
        words[n++] = arena_strndup(arena, at, length);
        if (!length)
            n--;
        at += length;
        /* A mark ends the row. */
        if (*at && *at != ' ' && n < WORDS)
            words[n++] = "|";
        at += strspn(at, " \n.,:;?!\x01");
    }
    for (size_t i = 0; i + 4 <= n; i++)
        for (size_t j = i + 4; j + 4 <= n; j++) {
            size_t same = 0;
            while (same < 3 && *words[i + same] != '|' && !strcmp(words[i + same], words[j + same]))
                same++;
            if (same == 3)
                return arena_printf(arena, "said twice: %s %s %s %s", words[i], words[i + 1],
                                    words[i + 2], words[i + 3]);
        }
    return NULL;
}

/* What readers of cold letters are tired of. */
static inline const char *
style_cliche(struct arena *arena, const char *text, const char *language)
{
    static const char *const never[][12] = {
        {"en",                   "quick question", "reach out", "reaching out", "touch base",   "finds you well",
         "game chang",                                                                                                                                                                      "best-in-class", "circle back",                                    "quick chat", "synerg", "cutting-edge"},
        {"cs",        "rychlý dotaz",                        "na míru",                                "špičkov",                        "revoluční",     "unikátní",              "synergi",               "win-win",
         "dovoluji si",                                        "neváhejte"                            },
        {"de",          "kurze frage",                          "ganzheitlich",                                  "maßgeschneidert",                          "revolution", "synerg",
         "zögern sie nicht", "mehrwert",        "auf augenhöhe",                                                                                                                                                                                                                                  "führender anbieter",                                                                                                                                                                                                                                    "innovativ"},
        {"fr", "petite question",      "n’hésitez pas",                 "sur mesure",                            "révolution",                         "synergi",
         "j’espère que vous allez bien",                                                              "leader du marché",                                     "innovant","clé en main"                                                                                                                                                                                                                                 },
        {"es",            "pregunta rápida",              "no dude en",                         "a medida",                                    "revolucion",                     "sinergi",
         "espero que se encuentre bien",                                                  "espero que estés bien","líder del mercado",                                                                                                                                                                               "innovador"                                                                                                                                                                                                                                    },
    };
    const char *small = text_lower(arena, text);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        for (size_t w = 1; !strcmp(never[i][0], language) && w < 12 && never[i][w]; w++)
            if (strstr(small, never[i][w]))
                return never[i][w];
    return NULL;
}

/* Prepositions, articles and vowels that should have melted; titles as the language does not write them;
 * names that want their article. */
static inline const char *
style_grammar(const char *body, const char *language)
{
    static const char *const never[][2] = {
        {"fr", " de A"           },
        {"fr", " de É"          },
        {"fr", " de O"           },
        {"fr", " de le "         },
        {"fr", " à le "         },
        {"fr", " à Le "         },
        {"fr", "chez l’"       },
        {"fr", "chez la "        },
        {"fr", " que A"          },
        {"fr", " que É"         },
        {"fr", "Dr."             },
        {"fr", " ?"              },
        {"fr", " ;"              },
        {"fr", "Prof."           },
        {"es", " de el "         },
        {"es", " a el "          },
        {"es", " y I"            },
        {"de", " bei dem "       },
        {"de", " zu dem "        },
        {"de", " zu der "        },
        {"de", "bei Stadt"       },
        {"de", "bei Univ"        },
        {"de", "bei Deut"        },
        {"de", "zu Stadt"        },
        {"de", "an Stadt"        },
        {"de", "für Stadt"      },
        {"de", "für Univ"       },
        {"de", "für Deut"       },
        {"en", "Dr."             },
        {"en", "Prof."           },
        {"en", "at University"   },
        {"en", "for University"  },
        {"cs", " Ing."           },
        {"cs", " Dr."            },
        {"cs", " Mgr."           },
        {"cs", "ve společnosti,"},
    };
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (!strcmp(never[i][0], language) && strstr(body, never[i][1]))
            return never[i][1];
    return NULL;
}

/* French marks keep a hard blank before them; Spanish questions have both marks. */
static inline const char *
style_marks(const char *ours, const char *language)
{
    long open = 0;
    for (const char *at = ours; *at; at++) {
        bool tall = strchr("?!;:", *at) != NULL;
        if (!strcmp(language, "fr") && tall && at > ours + 1 && at[-1] != STYLE_GAP &&
            memcmp(at - 2, "\xC2\xA0", 2) != 0)
            return "a French mark without its blank";
        open += text_starts(at, "¿");
        open -= !strcmp(language, "es") && *at == '?';
    }
    return open ? "Spanish marks that do not pair" : NULL;
}

/* Sentences begin large; below the greeting's comma Czech and German go on small. */
static inline const char *
style_capitals(const char *ours, const char *language)
{
    bool small = !strcmp(language, "cs") || !strcmp(language, "de");
    for (const char *at = ours; at[0] && at[1] && at[2]; at++) {
        bool stop = strchr(".?", at[0]) && at[1] == ' ' && at[2] >= 'a' && at[2] <= 'z';
        bool paragraph = at[0] == '\n' && at[2] >= 'a' && at[2] <= 'z' && at[1] == '\n';
        if (stop || (paragraph && !(small && at > ours && at[-1] == ',')))
            return "a sentence that begins small";
        if (small && at > ours && at[-1] == ',' && at[0] == '\n' && at[1] == '\n' && at[2] == 'I' &&
            (text_starts(at + 2, "Ich ")))
            return "a capital behind the greeting's comma";
    }
    return NULL;
}

/* Figures that no claim covers. */
static inline const char *
style_figures(const char *ours)
{
    for (const char *at = ours; *at; at++)
        if (*at >= '0' && *at <= '9')
            return "a figure without a source";
    return NULL;
}

/* On the phone nobody writes. */
static inline const char *
style_spoken(struct arena *arena, const char *ours, const char *language)
{
    static const char *const written[][4] = {
        {"en", "writing",      "my message",   "this message"  },
        {"cs", " píšu",      "zprávou",     "má zpráva"   },
        {"de", "schreibe ich", "nachricht",    "mein schreiben"},
        {"fr", "j’écris",   "ce message",   "mon message"   },
        {"es", "escribo",      "este mensaje", "mi mensaje"    },
    };
    const char *small = text_lower(arena, ours);
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        for (size_t w = 1; !strcmp(written[i][0], language) && w < 4; w++)
            if (strstr(small, written[i][w]))
                return written[i][w];
    return NULL;
}

/* No field of the record stands in brackets behind a sentence; a reminder is for who has not paid; who
 * calls knows what to say to a yes and to a no. The words but the brackets are looked for in German. */
static inline const char *
style_native(struct arena *arena, const struct letter_request *request, const struct letter *letter)
{
    const char *title = request->person.job_title;
    if (title && *title &&
        strstr(letter->body, arena_printf(arena, "(%.*s", (int)strcspn(title, " "), title)))
        return "a job title in brackets";
    if (strcmp(request->language, "de") != 0)
        return NULL;
    if (letter->subject && strstr(text_lower(arena, letter->subject), "erinnerung"))
        return "a reminder";
    if (letter->subject && request->touch > 1 && !strcmp(letter->subject, "Kurze Vorstellung"))
        return "introduced again";
    if (!strcmp(request->channel, "call") && request->max_length == 0 &&
        !(strstr(letter->body, "\nBei Ja: ") && strstr(letter->body, "\nBei Nein: ")))
        return "a call without both ends";
    if (request->touch > 1 && strstr(letter->body, "Profil gestoßen"))
        return "a stranger again";
    return NULL;
}

static inline const char *
style_subject(struct arena *arena, const char *subject, const char *language)
{
    if (strpbrk(subject, "?!") || subject[strlen(subject) - 1] == '.')
        return "a subject with a mark";
    const char *wrong = style_cliche(arena, subject, language);
    return wrong ? wrong : style_grammar(subject, language);
}

/* All of it for one message; NULL: good. */
static inline const char *
style_letter(struct arena *arena, const struct letter_request *request, const struct letter *letter)
{
    const char *language = request->language;
    const char *ours = style_ours(arena, request, letter), *wrong;
    bool informal = request->formality && !strcmp(request->formality, "informal");
    wrong = check_address(arena, ours, language, informal);
    wrong = wrong ? wrong : letter_register_clash(arena, language, request->formality, ours);
    wrong = wrong ? wrong : style_twice(arena, ours);
    wrong = wrong ? wrong : style_cliche(arena, ours, language);
    wrong = wrong ? wrong : style_grammar(style_said(arena, request, letter), language);
    wrong = wrong ? wrong : style_marks(ours, language);
    wrong = wrong ? wrong : style_capitals(ours, language);
    wrong = wrong ? wrong : style_figures(ours);
    wrong = wrong ? wrong : style_native(arena, request, letter);
    if (!wrong && !strcmp(request->channel, "call"))
        wrong = style_spoken(arena, ours, language);
    if (!wrong && letter->subject)
        wrong = style_subject(arena, letter->subject, language);
    return wrong;
}

#endif
