/* Articles before names. See letter_article.h. */
#include "domain/writing/letter_article.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum { WORDS_MOST = 8 };

/* Nouns that name a kind of organisation: 'm', 'f', 'n', and 'p' for plurals. German ones end
 * compounds too ("Kreissparkasse") where `ends`; the others stand at the beginning. */
static const struct noun {
    const char *language, *word;
    char gender;
    bool ends;
} nouns[] = {
    {"de", "bank",            'f', true },
    {"de", "sparkasse",       'f', true },
    {"de", "krankenkasse",    'f', true },
    {"de", "gesellschaft",    'f', true },
    {"de", "genossenschaft",  'f', true },
    {"de", "versicherung",    'f', true },
    {"de", "universität",    'f', true },
    {"de", "hochschule",      'f', true },
    {"de", "akademie",        'f', true },
    {"de", "stiftung",        'f', true },
    {"de", "brauerei",        'f', true },
    {"de", "druckerei",       'f', true },
    {"de", "gruppe",          'f', true },
    {"de", "klinik",          'f', true },
    {"de", "kanzlei",         'f', true },
    {"de", "manufaktur",      'f', true },
    {"de", "werft",           'f', true },
    {"de", "agentur",         'f', true },
    {"de", "messe",           'f', false},
    {"de", "bahn",            'f', false},
    {"de", "post",            'f', false},
    {"de", "telekom",         'f', false},
    {"de", "börse",          'f', false},
    {"de", "stadt",           'f', false},
    {"de", "gemeinde",        'f', false},
    {"de", "stadtreinigung",  'f', false},
    {"de", "lufthansa",       'f', false},
    {"de", "verband",         'm', true },
    {"de", "verein",          'm', true },
    {"de", "verlag",          'm', true },
    {"de", "konzern",         'm', true },
    {"de", "landkreis",       'm', false},
    {"de", "flughafen",       'm', true },
    {"de", "hafen",           'm', false},
    {"de", "institut",        'n', true },
    {"de", "klinikum",        'n', true },
    {"de", "krankenhaus",     'n', true },
    {"de", "ministerium",     'n', true },
    {"de", "museum",          'n', true },
    {"de", "bundesamt",       'n', false},
    {"de", "landesamt",       'n', false},
    {"de", "zentrum",         'n', true },
    {"de", "stadtwerke",      'p', false},
    {"de", "werke",           'p', true },
    {"de", "betriebe",        'p', true },
    {"de", "kliniken",        'p', true },
    {"es", "universidad",     'f', false},
    {"es", "fundación",      'f', false},
    {"es", "asociación",     'f', false},
    {"es", "cámara",         'f', false},
    {"es", "escuela",         'f', false},
    {"es", "caja",            'f', false},
    {"es", "cooperativa",     'f', false},
    {"es", "federación",     'f', false},
    {"es", "diputación",     'f', false},
    {"es", "clínica",        'f', false},
    {"es", "banco",           'm', false},
    {"es", "ayuntamiento",    'm', false},
    {"es", "ministerio",      'm', false},
    {"es", "instituto",       'm', false},
    {"es", "hospital",        'm', false},
    {"es", "grupo",           'm', false},
    {"es", "colegio",         'm', false},
    {"es", "museo",           'm', false},
    {"fr", "université",     'f', false},
    {"fr", "école",          'f', false},
    {"fr", "banque",          'f', false},
    {"fr", "caisse",          'f', false},
    {"fr", "mairie",          'f', false},
    {"fr", "ville",           'f', false},
    {"fr", "région",         'f', false},
    {"fr", "chambre",         'f', false},
    {"fr", "fondation",       'f', false},
    {"fr", "association",     'f', false},
    {"fr", "fédération",    'f', false},
    {"fr", "clinique",        'f', false},
    {"fr", "agence",          'f', false},
    {"fr", "compagnie",       'f', false},
    {"fr", "institut",        'm', false},
    {"fr", "ministère",      'm', false},
    {"fr", "conseil",         'm', false},
    {"fr", "centre",          'm', false},
    {"fr", "musée",          'm', false},
    {"fr", "office",          'm', false},
    {"fr", "groupe",          'm', false},
    {"en", "university of",   'n', false},
    {"de", "universidad",     'f', false},
    {"de", "université",     'f', false},
    {"de", "university",      'f', false},
    {"de", "università",     'f', false},
    {"de", "uniwersytet",     'f', false},
    {"de", "univerzita",      'f', false},
    {"es", "universität",    'f', false},
    {"es", "université",     'f', false},
    {"es", "university of",   'f', false},
    {"es", "università",     'f', false},
    {"es", "uniwersytet",     'f', false},
    {"es", "univerzita",      'f', false},
    {"fr", "universität",    'f', false},
    {"fr", "universidad",     'f', false},
    {"fr", "university of",   'f', false},
    {"fr", "università",     'f', false},
    {"fr", "uniwersytet",     'f', false},
    {"fr", "univerzita",      'f', false},
    {"en", "universität",    'f', false},
    {"en", "universidad",     'f', false},
    {"en", "université",     'f', false},
    {"en", "università",     'f', false},
    {"en", "uniwersytet",     'f', false},
    {"en", "univerzita",      'f', false},
    {"en", "city of",         'n', false},
    {"en", "ministry of",     'n', false},
    {"en", "department of",   'n', false},
    {"en", "institute of",    'n', false},
    {"en", "port of",         'n', false},
    {"en", "museum of",       'n', false},
    {"en", "chamber of",      'n', false},
    {"en", "association of",  'n', false},
    {"en", "federation of",   'n', false},
    {"en", "bank of england", 'n', false},
};

static bool
speaks(const struct noun *noun, const char *language)
{
    return !strcmp(noun->language, language);
}

/* The noun that a German word is, or that it ends in; behind a name of its own (`late`) only one that
 * ends compounds. */
static const struct noun *
german(const char *word, bool late)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        if (!speaks(&nouns[i], "de") || (late && !nouns[i].ends))
            continue;
        if (!strcmp(word, nouns[i].word))
            return &nouns[i];
        if (nouns[i].ends && strlen(word) > strlen(nouns[i].word) + 2 &&
            text_ends(word, nouns[i].word))
            return &nouns[i];
    }
    return NULL;
}

/* "Deutsche", "Bayerisches": ends[] are what an article takes off. NULL: no adjective. */
static const char *
adjective_stem(struct arena *arena, const char *word)
{
    static const char *const ends[] = {"e", "er", "es", "en"};
    const char *small = text_lower(arena, word);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!text_ends(small, ends[i]))
            continue;
        size_t stem = strlen(word) - strlen(ends[i]);
        const char *cut = arena_strndup(arena, small, stem);
        if (!strcmp(cut, "deutsch") || text_ends(cut, "isch") || !strcmp(cut, "allgemein") ||
            !strcmp(cut, "vereinigt"))
            return arena_strndup(arena, word, stem);
    }
    return NULL;
}

/* The noun as the dative has it: only plurals in -e take an ending. */
static const char *
bent(struct arena *arena, const char *word, const struct noun *noun, enum letter_case which)
{
    return which == CASE_DATIVE && noun->gender == 'p' && text_ends(word, "e")
               ? arena_printf(arena, "%sn", word)
               : word;
}

static const char *
with_article(struct arena *arena, const char *name, enum letter_case which)
{
    static const char *const articles[4][3] = {
        {"der", "den", "dem"},
        {"die", "die", "der"},
        {"das", "das", "dem"},
        {"die", "die", "den"}
    };
    char *words[WORDS_MOST];
    size_t n = 0, head;
    for (char *at = arena_strdup(arena, name); *at && n < WORDS_MOST;) {
        size_t length = strcspn(at, " ");
        words[n++] = arena_strndup(arena, at, length);
        at += length;
        at += strspn(at, " ");
    }
    const char *stem = n > 1 ? adjective_stem(arena, words[0]) : NULL;
    const struct noun *noun = NULL;
    /* "Berliner Stadtreinigung": such adjectives bend in no case. */
    bool place = n > 1 && text_ends(words[0], "er");
    const size_t tries[] = {0, 1, n - 1};
    for (size_t i = 0; !noun && i < 3; i++) {
        head = tries[i];
        if (head >= n || (head == 1 && n > 2 && !stem && !place))
            continue;
        const char *dash = strrchr(words[head], '-');
        noun =
            german(text_lower(arena, dash ? dash + 1 : words[head]), head > 0 && !stem && !place);
    }
    if (!noun)
        return NULL;
    int row = noun->gender == 'm' ? 0 : noun->gender == 'f' ? 1 : noun->gender == 'n' ? 2 : 3;
    const char *out = articles[row][which];
    bool en = which == CASE_DATIVE || row == 3 || (row == 0 && which == CASE_ACCUSATIVE);
    for (size_t i = 0; i < n; i++)
        out = arena_printf(arena, "%s %s", out,
                           i == 0 && stem && head > 0
                               ? arena_printf(arena, "%s%s", stem, en ? "en" : "e")
                           : i == head ? bent(arena, words[i], noun, which)
                                       : words[i]);
    return out;
}

/* True when a vowel begins it. Of words with an h nobody can tell. */
static bool
is_vowel(const char *text)
{
    static const char *const vowels[] = {"a", "e", "i", "o", "u", "A", "E", "I",
                                         "O", "U", "à", "â", "é", "è", "ê", "î",
                                         "ô", "À", "Â", "É", "È", "Ê", "Î", "Ô"};
    for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
        if (text_starts(text, vowels[i]))
            return true;
    return false;
}

const char *
letter_article(struct arena *arena, const char *language, const char *name, enum letter_case which)
{
    if (!name || text_starts(name, "The ") || text_starts(name, "La ") || text_starts(name, "El "))
        return NULL;
    if (!strcmp(language, "de"))
        return with_article(arena, name, which);
    const char *small = text_lower(arena, name);
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        size_t length = strlen(nouns[i].word);
        if (!speaks(&nouns[i], language) || !text_starts(small, nouns[i].word) ||
            (small[length] && small[length] != ' ') ||
            (!small[length] && strcmp(language, "en") != 0))
            continue;
        if (!strcmp(language, "en"))
            return arena_printf(arena, "the %s", name);
        if (!strcmp(language, "fr") && is_vowel(name))
            return arena_printf(arena, "l’%s", name);
        const char *article = !strcmp(language, "fr") ? (nouns[i].gender == 'f' ? "la" : "le")
                                                      : (nouns[i].gender == 'f' ? "la" : "el");
        return arena_printf(arena, "%s %s", article, name);
    }
    return NULL;
}

struct letter_joint
letter_article_join(const char *language, const char *before, size_t length, const char *value)
{
    static const struct {
        const char *language, *before, *value, *put; /* value "": a vowel */
    } joints[] = {
        {"de", "bei ",  "dem ", "beim "  },
        {"de", "zu ",   "dem ", "zum "   },
        {"de", "zu ",   "der ", "zur "   },
        {"de", "von ",  "dem ", "vom "   },
        {"de", "in ",   "dem ", "im "    },
        {"de", "an ",   "das ", "ans "   },
        {"es", " de ",  "el ",  " del "  },
        {"es", " a ",   "el ",  " al "   },
        {"fr", "chez ", "la ",  "à la " },
        {"fr", "chez ", "l’", "à l’"},
        {"fr", "chez ", "le ",  "au "    },
        {"fr", "Chez ", "la ",  "À la " },
        {"fr", "Chez ", "l’", "À l’"},
        {"fr", "Chez ", "le ",  "Au "    },
        {"fr", " de ",  "le ",  " du "   },
        {"fr", " de ",  "Le ",  " du "   },
        {"fr", " de ",  "Les ", " des "  },
        {"fr", " à ",  "le ",  " au "   },
        {"fr", " à ",  "Le ",  " au "   },
        {"fr", " à ",  "Les ", " aux "  },
        {"fr", " de ",  "",     " d’"  },
        {"fr", " que ", "",     " qu’" },
    };
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t n = strlen(joints[i].before);
        if (strcmp(joints[i].language, language) != 0 || n > length ||
            memcmp(before + length - n, joints[i].before, n) != 0)
            continue;
        if (*joints[i].value ? text_starts(value, joints[i].value) : is_vowel(value))
            return (struct letter_joint){n, strlen(joints[i].value), joints[i].put};
    }
    /* "Ana e Iberdrola": y before its own sound. */
    if (!strcmp(language, "es") && length > 2 && !memcmp(before + length - 3, " y ", 3) &&
        (text_starts(value, "I") || (text_starts(value, "Hi") && !text_starts(value, "Hie"))) &&
        !(value[0] == 'I' && value[1] >= 'A' && value[1] <= 'Z'))
        return (struct letter_joint){3, 0, " e "};
    return (struct letter_joint){0, 0, ""};
}
