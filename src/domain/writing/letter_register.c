/* Address and questions in the sender's own words. See letter_register.h. */
#include "domain/writing/letter_register.h"

#include <string.h>

#include "base/text.h"

/* Words of one address, small; nothing that other words share: German "sie" and "ihr", Czech "ty" and
 * "ti", Spanish "su" and "le" prove nothing. */
static const struct register_words {
    const char *language;
    const char *words[40];
} distant[] = {
    {"cs",
     {"vám",       "vás",      "váš",       "vaše",     "vaši",    "vašeho", "vašemu", "vaší",
      "vašim",     "vašich",   "vašem",     "vámi",     "vašimi",  "máte",   "nemáte", "můžete",
      "chcete",    "víte",     "znáte",     "byste",    "napište", "dejte",  "ozvěte", "zavolejte",
      "odpovězte", "odepište", "podívejte", "domluvte", "řekněte", NULL}       },
    {"fr", {"vous", "votre", "vos", "vôtre", "vôtres", "monsieur", "madame", NULL}},
    {"es", {"usted", "ustedes", "ud", "uds", "vd", "consigo", NULL}                 },
};
static const struct register_words close[] = {
    {"cs",
     {"tě",    "tebe",    "tobě",   "tebou",      "tvůj",   "tvoje", "tvá",      "tvé",   "tvého",
      "tvému", "tvém",    "tvou",   "tvých",      "tvým",   "tvoji", "máš",      "nemáš", "můžeš",
      "chceš", "víš",     "znáš",   "potřebuješ", "hledáš", "řešíš", "používáš", "bys",   "napiš",
      "ozvi",  "zavolej", "odepiš", "podívej",    "řekni",  NULL}                                   },
    {"de", {"du",       "dir",    "dich",     "dein",   "deine",  "deinen",   "deinem",
            "deiner",   "deines", "euch",     "euer",   "eure",   "euren",    "eurem",
            "eurer",    "hast",   "bist",     "kannst", "willst", "möchtest", "hättest",
            "könntest", "magst",  "brauchst", NULL}                                         },
    {"fr", {"tu", "toi", "tes", "ta", "te", NULL}                                                      },
    {"es", {"tú",       "tu",       "tus",      "te",         "ti",       "contigo",    "vosotros",
            "vosotras", "vuestro",  "vuestra",  "vuestros",   "vuestras", "os",         "tienes",
            "puedes",   "quieres",  "podrías",  "tendrías",   "querrías", "prefieres",  "necesitas",
            "buscas",   "sabes",    "tenéis",   "podéis",     "queréis",  "enseñarte",  "mostrarte",
            "ayudarte", "contarte", "llamarte", "escribirte", "enviarte", "explicarte", NULL}},
};

/* German: large inside a sentence they are the formal address, at its beginning they may be others. */
static const char *const german_distant[] = {"Sie",   "Ihnen", "Ihr",   "Ihre",
                                             "Ihren", "Ihrem", "Ihrer", "Ihres"};

/* French words in -ez that are no verbs in the second person. */
static const char *const no_verbs[] = {"chez", "assez", "nez", "rez"};
/* Endings of Spanish infinitives that carry the formal "le": "enseñarle". */
static const char *const spanish_le[] = {"arle", "erle", "irle"};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool
is_one(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n && list[i]; i++)
        if (!strcmp(list[i], word))
            return true;
    return false;
}

static bool
listed(const struct register_words *lists, size_t n, const char *language, const char *word)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(lists[i].language, language))
            return is_one(word, lists[i].words, COUNT(lists[i].words));
    return false;
}

static bool
is_distant(const char *language, const char *word, const char *small, bool begins)
{
    bool name = strcmp(word, small) != 0 && !begins;
    if (listed(distant, COUNT(distant), language, small))
        return true;
    if (!strcmp(language, "de"))
        return !begins && is_one(word, german_distant, COUNT(german_distant));
    if (!strcmp(language, "fr"))
        return !name && text_ends(small, "ez") && !is_one(small, no_verbs, COUNT(no_verbs));
    for (size_t i = 0; !strcmp(language, "es") && !name && i < COUNT(spanish_le); i++)
        if (text_ends(small, spanish_le[i]) && strlen(small) > strlen(spanish_le[i]) + 1)
            return true;
    return false;
}

static bool
in_word(int32_t cp)
{
    return text_is_letter(cp) || text_is_mark(cp);
}

/* Length of the quotation that begins here: what others said addresses nobody. 0: none. */
static size_t
quotation(const char *at)
{
    static const char *const marks[][2] = {
        {"„", "“"},
        {"«",  "»" },
        {"“", "”"}
    };
    for (size_t i = 0; i < COUNT(marks); i++) {
        const char *end = text_starts(at, marks[i][0]) ? strstr(at + 1, marks[i][1]) : NULL;
        if (end)
            return (size_t)(end - at) + strlen(marks[i][1]);
    }
    return 0;
}

const char *
letter_register_clash(struct arena *arena, const char *language, const char *formality,
                      const char *text)
{
    size_t length = text ? strlen(text) : 0;
    bool informal = formality && !strcmp(formality, "informal"), begins = true;
    for (size_t at = 0; at < length;) {
        size_t from = at, next = at;
        int32_t cp = text_next(text, length, &next);
        while (next <= length && in_word(cp)) {
            at = next;
            cp = at < length ? text_next(text, length, &next) : 0;
        }
        if (at == from) {
            size_t quoted = quotation(text + at);
            if (quoted) {
                at += quoted;
                begins = false;
                continue;
            }
            /* What stands between words: these marks begin a new sentence. */
            begins = begins || strchr(".?!:\n", text[at]) != NULL;
            at = next;
            continue;
        }
        const char *word = arena_strndup(arena, text + from, at - from);
        const char *small = text_lower(arena, word);
        if (informal ? is_distant(language, word, small, begins)
                     : listed(close, COUNT(close), language, small))
            return word;
        begins = false;
    }
    return NULL;
}

/* How questions begin that lost their mark. */
static const struct register_words openers[] = {
    {"en", {"a",      "an",  "one",  "could", "can", "would", "may",  "shall",
            "should", "do",  "does", "is",    "are", "will",  "what", "when",
            "which",  "who", "how",  "where", "why", "have",  NULL}         },
    {"cs", {"krátký", "krátká", "mohu",  "můžu",  "můžeme", "mohli", "mohl",  "mohla",
            "hodil",  "hodí",   "máte",  "máš",   "chcete", "chceš", "kdy",   "kdo",
            "co",     "jak",    "který", "která", "které",  "našla", "našel", "zavoláme",
            "stálo",  "bylo",   "dává",  "smím",  NULL}                 },
    {"de",
     {"ein",     "eine",    "einen",   "kurzes",  "darf",   "dürfte", "dürfen", "kann",   "können",
      "könnten", "könnte",  "möchten", "haben",   "hätten", "passt",  "wann",   "wie",    "was",
      "wer",     "welcher", "welche",  "welches", "soll",   "sollen", "wäre",   "wollen", "würde",
      "hast",    "hättest", "magst",   "kannst",  "sind",   "ist",    "lohnt",  NULL}},
    {"fr",
     {"un",
      "une",
      "pouvons-nous",
      "puis-je",
      "auriez-vous",
      "aurais-tu",
      "pourriez-vous",
      "pourrais-tu",
      "pourrions-nous",
      "avez-vous",
      "as-tu",
      "est-ce",
      "quand",
      "quel",
      "quelle",
      "comment",
      "qui",
      "seriez-vous",
      "serais-tu",
      "souhaitez-vous",
      "voulez-vous",
      "veux-tu",
      NULL}                                                                           },
    {"es",
     {"un", "una", "qué", "cuándo", "cuál", "quién", "cómo", "podríamos", "podemos", "hablamos",
      "puedo", NULL}                                                                  },
};

bool
letter_register_asks(struct arena *arena, const char *language, const char *text)
{
    const char *whole = text ? text_trim(arena, text) : "";
    size_t length = strlen(whole);
    if (strchr(whole, '?'))
        return true;
    if (!length || strchr(".!:", whole[length - 1]))
        return false;
    const char *first = arena_strndup(arena, whole, strcspn(whole, " ,"));
    return text_starts(whole, "¿") || (*whole >= '0' && *whole <= '9') ||
           listed(openers, COUNT(openers), language, text_lower(arena, first));
}

static size_t
count(const char *text, char c)
{
    size_t n = 0;
    for (; text && *text; text++)
        n += *text == c;
    return n;
}

static const char *
clash_of(struct arena *arena, const char *word, const char *formality)
{
    bool informal = formality && !strcmp(formality, "informal");
    return arena_printf(arena, "“%s” is %s, but the campaign's letters are %s.", word,
                        informal ? "formal" : "informal", informal ? "informal" : "formal");
}

size_t
letter_register_hints(struct arena *arena, const char *language, const char *formality,
                      const struct letter_offer *offer, struct letter_hint out[LETTER_HINTS_MOST])
{
    const struct letter_hint texts[] = {
        {"does",    offer->does   },
        {"outcome", offer->outcome},
        {"proof",   offer->proof  },
        {"ask",     offer->ask    },
    };
    size_t n = 0;
    for (size_t i = 0; i < COUNT(texts); i++) {
        const char *word = letter_register_clash(arena, language, formality, texts[i].text);
        bool is_ask = !strcmp(texts[i].field, "ask");
        if (word)
            out[n++] = (struct letter_hint){texts[i].field, clash_of(arena, word, formality)};
        if (!is_ask && count(texts[i].text, '?'))
            out[n++] = (struct letter_hint){
                texts[i].field,
                "It asks something. A letter is answered more when it asks once, at "
                "its end."};
    }
    if (offer->ask && *offer->ask && !letter_register_asks(arena, language, offer->ask))
        out[n++] = (struct letter_hint){
            "ask", "It is no question. It ends the letter as it stands, and nothing is asked."};
    else if (count(offer->ask, '?') > 1)
        out[n++] = (struct letter_hint){"ask", "It asks more than once. One question is easier to "
                                               "answer."};
    return n;
}
