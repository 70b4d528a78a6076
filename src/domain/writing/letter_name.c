/* How somebody is addressed. See letter_name.h. */
#include "domain/writing/letter_name.h"

#include <string.h>

#include "base/text.h"
#include "domain/writing/letter_quote.h"

/* First names that say woman or man in every language we write. Those that change sides at a border
 * (Andrea, Jean, Nicola, Jan, Simone, Alexis) are left out. Folded: no accents, small. */
static const char *const women[] = {
    "adela",     "agnes",     "alena",     "alice",     "alicia",    "alzbeta",   "amelie",
    "ana",       "anette",    "angela",    "anita",     "anja",      "anke",      "anna",
    "anne",      "anneta",    "antje",     "aurelie",   "barbara",   "barbora",   "beata",
    "beatriz",   "birgit",    "blanka",    "brigitte",  "carla",     "carmen",    "carolina",
    "caroline",  "catherine", "celine",    "charlotte", "christina", "christine", "clara",
    "claire",    "claudia",   "cristina",  "dagmar",    "dana",      "daniela",   "denisa",
    "diana",     "dorothea",  "elena",     "elisabeth", "elise",     "eliska",    "elizabeth",
    "elke",      "emilie",    "emily",     "emma",      "eva",       "fabienne",  "franziska",
    "frederike", "gabriela",  "gisela",    "hana",      "hannah",    "heike",     "helena",
    "ines",      "ingrid",    "irena",     "iris",      "isabel",    "isabelle",  "iva",
    "ivana",     "iveta",     "jana",      "jane",      "jennifer",  "jessica",   "jitka",
    "johanna",   "julia",     "julie",     "karin",     "karolina",  "katarina",  "katerina",
    "katharina", "katja",     "kathrin",   "katrin",    "klara",     "kristina",  "kristyna",
    "laura",     "lena",      "lenka",     "linda",     "lisa",      "lucia",     "lucie",
    "lucy",      "ludmila",   "magdalena", "manuela",   "marcela",   "margaret",  "margarita",
    "maria",     "marie",     "marketa",   "marta",     "martina",   "mary",      "melanie",
    "michaela",  "milena",    "miroslava", "monika",    "nadine",    "natalia",   "nathalie",
    "nikola",    "olga",      "patricia",  "pavla",     "petra",     "pilar",     "radka",
    "rebecca",   "renata",    "rosa",      "ruth",      "sabine",    "sandra",    "sarah",
    "silvia",    "simona",    "sofia",     "sonja",     "sophie",    "stefanie",  "stephanie",
    "susan",     "susanne",   "svetlana",  "sylvie",    "tereza",    "theresa",   "ulrike",
    "ursula",    "ute",       "valerie",   "vera",      "veronika",  "victoria",  "virginie",
    "zdenka",    "zuzana",    "amy",       "heather",   "helen",     "kate",      "katherine",
    "megan",     "michelle",  "natalie",   "nicole",    "olivia",    "rachel",    "silke",
    "anke",      "beate",     "birte",     "cornelia",  "dorothee",  "gabriele",  "margit",
    "regina",    "lucia",     "mercedes",  "rocio",     "teresa",    "aurore",    "delphine",
    "florence",  "helene",    "juliette",  "laurence",  "mathilde",  "sandrine",  "veronique",
};
static const char *const men[] = {
    "adam",      "albert",    "alejandro",  "alexander",   "alfonso",   "alfred",   "andrew",
    "andreas",   "anthony",   "antoine",    "antonin",     "antonio",   "arnaud",   "axel",
    "benjamin",  "bernd",     "bernhard",   "bernard",     "bohumil",   "carlos",   "charles",
    "christian", "christoph", "christophe", "christopher", "daniel",    "david",    "diego",
    "dieter",    "dirk",      "dominik",    "eduardo",     "emmanuel",  "eric",     "erik",
    "etienne",   "fabian",    "felix",      "fernando",    "filip",     "florian",  "francisco",
    "francois",  "frank",     "frantisek",  "frederic",    "friedrich", "george",   "georg",
    "gerard",    "gerhard",   "guillaume",  "gunther",     "guido",     "hans",     "heiko",
    "heinz",     "helmut",    "henri",      "henry",       "holger",    "hugo",     "ignacio",
    "ivan",      "ivo",       "jacques",    "jakub",       "james",     "jaromir",  "jaroslav",
    "javier",    "jens",      "jerome",     "jiri",        "johann",    "johannes", "john",
    "jonas",     "jorg",      "jorge",      "jose",        "josef",     "joseph",   "juan",
    "jurgen",    "kamil",     "karel",      "karl",        "klaus",     "konrad",   "ladislav",
    "laurent",   "libor",     "lubos",      "ludwig",      "luis",      "lukas",    "manuel",
    "marcel",    "marco",     "marcus",     "marek",       "mario",     "mark",     "markus",
    "martin",    "mathieu",   "matej",      "matthew",     "matthias",  "max",      "michael",
    "michal",    "miguel",    "milan",      "miloslav",    "miroslav",  "moritz",   "nicolas",
    "oldrich",   "oliver",    "olivier",    "ondrej",      "oscar",     "otto",     "pablo",
    "patrick",   "patrik",    "paul",       "pavel",       "pedro",     "peter",    "petr",
    "philip",    "philipp",   "philippe",   "pierre",      "radek",     "radim",    "rafael",
    "ralf",      "raul",      "reinhard",   "ricardo",     "richard",   "robert",   "roland",
    "roman",     "rostislav", "rudolf",     "sebastian",   "sebastien", "sergio",   "simon",
    "stanislav", "stefan",    "stephan",    "stepan",      "steven",    "sven",     "thierry",
    "thomas",    "thorsten",  "tim",        "tobias",      "tomas",     "torsten",  "ulrich",
    "uwe",       "vaclav",    "victor",     "viktor",      "vincent",   "vit",      "vladimir",
    "vlastimil", "vojtech",   "volker",     "walter",      "werner",    "wilhelm",  "william",
    "wolfgang",  "xavier",    "yves",       "zbynek",      "zdenek",    "alvaro",   "andres",
    "ben",       "dan",       "enrique",    "gonzalo",     "hector",    "joaquin",  "julien",
    "matt",      "mike",      "nick",       "ramon",       "romain",    "ruben",    "steve",
    "tom",       "alain",     "benoit",     "cedric",      "damien",    "didier",   "fabien",
    "fabrice",   "gilles",    "ludovic",    "marc",        "maxime",    "pascal",   "quentin",
    "stephane",  "benedikt",  "detlef",     "ingo",        "lars",      "lothar",   "niklas",
    "rainer",    "rolf",      "rudiger",    "steffen",     "timo",      "udo",
};

/* Czech first names and how they are called where the rules below do not give it. */
static const char *const calls[][2] = {
    {"Petr",     "Petře"    },
    {"Pavel",    "Pavle"     },
    {"Karel",    "Karle"     },
    {"Marek",    "Marku"     },
    {"Radek",    "Radku"     },
    {"Zdeněk",  "Zdeňku"   },
    {"Zbyněk",  "Zbyňku"   },
    {"Hynek",    "Hynku"     },
    {"Vítek",   "Vítku"    },
    {"Jirka",    "Jirko"     },
    {"Honza",    "Honzo"     },
    {"Jiří",   "Jiří"    },
    {"Bořek",   "Bořku"    },
    {"Václav",  "Václave"  },
    {"Alexandr", "Alexandře"},
    {"Marie",    "Marie"     },
    {"Lucie",    "Lucie"     },
    {"Julie",    "Julie"     },
    {"Emilie",   "Emilie"    },
    {"Alice",    "Alice"     },
    {"Nikol",    "Nikol"     },
    {"Dagmar",   "Dagmar"    },
    {"Ester",    "Ester"     },
};

/* Czech first names that go by their ending, beside those of women and men above. */
static const char *const czech[] = {
    "Adam",     "Adéla",     "Alena",    "Aleš",      "Alžběta",  "Anna",      "Antonín",
    "Barbora",  "Blanka",    "Bohumil",  "Dana",      "Daniel",   "Daniela",   "David",
    "Denisa",   "Dominik",   "Eliška",   "Eva",       "Filip",    "František", "Gabriela",
    "Hana",     "Helena",    "Irena",    "Ivan",      "Ivana",    "Iveta",     "Jakub",
    "Jan",      "Jana",      "Jaromír",  "Jaroslav",  "Jitka",    "Josef",     "Kamil",
    "Karolína", "Kateřina",  "Klára",    "Kristýna",  "Ladislav", "Lenka",     "Libor",
    "Ludmila",  "Lukáš",     "Luboš",    "Magdaléna", "Marcela",  "Markéta",   "Marta",
    "Martin",   "Martina",   "Matěj",    "Michaela",  "Michal",   "Milan",     "Milena",
    "Miroslav", "Miroslava", "Monika",   "Oldřich",   "Olga",     "Ondřej",    "Patrik",
    "Pavla",    "Petra",     "Radim",    "Radka",     "Renata",   "Richard",   "Robert",
    "Roman",    "Rostislav", "Simona",   "Stanislav", "Šimon",    "Štěpán",    "Tereza",
    "Tomáš",    "Vendula",   "Veronika", "Viktor",    "Vít",      "Vladimír",  "Vlastimil",
    "Vojtěch",  "Věra",      "Zdenka",   "Zuzana",
};

static bool
listed(const char *const *list, size_t n, const char *word)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(list[i], word))
            return true;
    return false;
}

enum letter_gender
letter_name_gender(struct arena *arena, const char *first)
{
    if (!first)
        return LETTER_GENDER_UNKNOWN;
    char *key = text_fold(arena, first);
    key[strcspn(key, " -")] = '\0';
    if (listed(women, sizeof women / sizeof *women, key))
        return LETTER_FEMALE;
    return listed(men, sizeof men / sizeof *men, key) ? LETTER_MALE : LETTER_GENDER_UNKNOWN;
}

static char *
with_end(struct arena *arena, const char *word, size_t cut, const char *end)
{
    return arena_printf(arena, "%.*s%s", (int)(strlen(word) - cut), word, end);
}

/* The vocative of a man's name that ends in a consonant; NULL: no rule. */
static const char *
hard_end(struct arena *arena, const char *name)
{
    static const char *const soft[] = {"š", "ž", "č", "ř", "j", "c", "tz"};
    static const char *const back[] = {"k", "h", "g", "ch"};
    static const char *const others[] = {"b", "d", "f", "l", "m", "n",
                                         "p", "r", "s", "t", "v", "z"};
    for (size_t i = 0; i < sizeof soft / sizeof *soft; i++)
        if (text_ends(name, soft[i]))
            return with_end(arena, name, 0, "i");
    for (size_t i = 0; i < sizeof back / sizeof *back; i++)
        if (text_ends(name, back[i]))
            return with_end(arena, name, 0, "u");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (text_ends(name, others[i]))
            return with_end(arena, name, 0, "e");
    return NULL;
}

const char *
letter_vocative_first(struct arena *arena, const char *first)
{
    if (!first)
        return NULL;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (!strcmp(calls[i][0], first))
            return calls[i][1];
    if (!listed(czech, sizeof czech / sizeof *czech, first))
        return NULL;
    return text_ends(first, "a") ? with_end(arena, first, 1, "o") : hard_end(arena, first);
}

const char *
letter_vocative_last(struct arena *arena, const char *last, enum letter_gender gender)
{
    if (!last || strpbrk(last, " -'."))
        return NULL;
    if (gender == LETTER_FEMALE)
        return text_ends(last, "á") ? last : NULL;
    if (gender != LETTER_MALE || text_count(last) < 3)
        return NULL;
    if (text_ends(last, "ý") || text_ends(last, "í") || text_ends(last, "ů"))
        return last;
    if (text_ends(last, "něk"))
        return with_end(arena, last, strlen("něk"), "ňku");
    if (text_ends(last, "ěk") || text_ends(last, "ie"))
        return NULL;
    if (text_ends(last, "ek"))
        return with_end(arena, last, 2, "ku");
    if (text_ends(last, "ec"))
        return with_end(arena, last, 2, "če");
    if (text_ends(last, "el"))
        return with_end(arena, last, 2, "le");
    if (text_ends(last, "a"))
        return with_end(arena, last, 1, "o");
    return hard_end(arena, last);
}

/* A name fit to be written: letters, one blank or hyphen; written in capitals, it is made small. */
static const char *
fit_name(struct arena *arena, const char *text)
{
    const char *name = letter_value(arena, text, 40);
    if (!name)
        return NULL;
    size_t length = strlen(name), letters = 0, large = 0;
    for (size_t at = 0; at < length;) {
        int32_t cp = text_next(name, length, &at);
        letters += text_is_letter(cp);
        large += text_is_upper(cp);
        if (!text_is_letter(cp) && !text_is_mark(cp) && cp != ' ' && cp != '-' && cp != '\'' &&
            cp != 0x2019)
            return NULL;
    }
    if (letters < 2)
        return NULL;
    if ((large == letters && letters > 2) || large == 0)
        return strpbrk(name, " -'") ? NULL : text_title(arena, name);
    return name;
}

enum { EN, CS, DE, FR, ES, LANGUAGES };

/* What a prefix tells of the gender, and the title that is said in a letter: to a man and, where it
 * differs, to a woman. Czech says titles as words, French and English write them without a full stop. */
/* clang-format off */
static const struct prefix {
    const char *word;
    enum letter_gender gender;
    const char *country; /* only there; NULL: everywhere */
    const char *man[LANGUAGES], *woman[LANGUAGES];
} prefixes[] = {
    {"mr", LETTER_MALE, NULL, {0}, {0}},
    {"ms", LETTER_FEMALE, NULL, {0}, {0}},
    {"mrs", LETTER_FEMALE, NULL, {0}, {0}},
    {"miss", LETTER_FEMALE, NULL, {0}, {0}},
    {"herr", LETTER_MALE, NULL, {0}, {0}},
    {"frau", LETTER_FEMALE, NULL, {0}, {0}},
    {"pan", LETTER_MALE, NULL, {0}, {0}},
    {"paní", LETTER_FEMALE, NULL, {0}, {0}},
    {"monsieur", LETTER_MALE, NULL, {0}, {0}},
    {"madame", LETTER_FEMALE, NULL, {0}, {0}},
    {"mme", LETTER_FEMALE, NULL, {0}, {0}},
    {"señor", LETTER_MALE, NULL, {0}, {0}},
    {"señora", LETTER_FEMALE, NULL, {0}, {0}},
    {"sr", LETTER_MALE, NULL, {0}, {0}},
    {"sra", LETTER_FEMALE, NULL, {0}, {0}},
    {"prof", 0, NULL, {"Professor", "profesore", "Prof.", "Professeur", "Prof."}, {[CS] = "profesorko", [ES] = "Profa."}},
    {"professor", 0, NULL, {"Professor", "profesore", "Prof.", "Professeur", "Prof."}, {[CS] = "profesorko", [ES] = "Profa."}},
    {"doc", 0, NULL, {[CS] = "docente"}, {[CS] = "docentko"}},
    {"dr", 0, NULL, {"Dr", "doktore", "Dr.", "Dr", "Dr."}, {[CS] = "doktorko", [ES] = "Dra."}},
    {"dra", LETTER_FEMALE, NULL, {"Dr", "doktore", "Dr.", "Dr", "Dr."}, {[CS] = "doktorko", [ES] = "Dra."}},
    {"mudr", 0, NULL, {"Dr", "doktore", "Dr.", "Dr", "Dr."}, {[CS] = "doktorko", [ES] = "Dra."}},
    {"judr", 0, NULL, {"Dr", "doktore", "Dr.", "Dr", "Dr."}, {[CS] = "doktorko", [ES] = "Dra."}},
    {"rndr", 0, NULL, {"Dr", "doktore", "Dr.", "Dr", "Dr."}, {[CS] = "doktorko", [ES] = "Dra."}},
    {"phdr", 0, NULL, {"Dr", "doktore", "Dr.", "Dr", "Dr."}, {[CS] = "doktorko", [ES] = "Dra."}},
    {"ing", 0, NULL, {[CS] = "inženýre"}, {[CS] = "inženýrko"}},
    {"ing", 0, "AT", {[DE] = "Ing."}, {0}},
    {"mgr", 0, NULL, {[CS] = "magistře"}, {[CS] = "magistro"}},
    {"mag", 0, "AT", {[DE] = "Mag."}, {0}},
    {"dipl-ing", 0, "AT", {[DE] = "Dipl.-Ing."}, {0}},
};
/* clang-format on */

static int
language_at(const char *code)
{
    static const char *const codes[LANGUAGES] = {"en", "cs", "de", "fr", "es"};
    for (int i = 0; i < LANGUAGES; i++)
        if (!strcmp(codes[i], code))
            return i;
    return EN;
}

/* The words of a prefix, small and without full stops, one after the other; "" at the end. */
static const char *
next_word(struct arena *arena, const char **at)
{
    *at += strspn(*at, " ,");
    size_t length = strcspn(*at, " ,"), n = 0;
    char *word = text_lower(arena, arena_strndup(arena, *at, length));
    for (const char *c = word; *c; c++)
        if (*c != '.')
            word[n++] = *c;
    word[n] = '\0';
    *at += length;
    return word;
}

static enum letter_gender
gender_of(struct arena *arena, const char *prefix)
{
    enum letter_gender gender = LETTER_GENDER_UNKNOWN;
    for (const char *at = prefix, *word; at && *(word = next_word(arena, &at));)
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
            if (prefixes[i].gender && !strcmp(prefixes[i].word, word))
                gender = prefixes[i].gender;
    return gender;
}

/* The highest title that the prefix holds, which stands first; NULL: none, or none that could be said
 * without knowing whether to a man or a woman. */
static const char *
title_of(struct arena *arena, const struct letter_person *person, int language,
         enum letter_gender gender)
{
    for (const char *at = person->prefix, *word; at && *(word = next_word(arena, &at));)
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
            const struct prefix *prefix = &prefixes[i];
            const char *man = prefix->man[language], *woman = prefix->woman[language];
            if (!man || strcmp(prefix->word, word) != 0 ||
                (prefix->country &&
                 (!person->country || strcmp(person->country, prefix->country) != 0)))
                continue;
            if (woman && gender != LETTER_MALE)
                return gender == LETTER_FEMALE ? woman : NULL;
            return man;
        }
    return NULL;
}

struct letter_name
letter_name(struct arena *arena, const struct letter_person *person,
            const struct letter_words *words)
{
    struct letter_name out = {.first = fit_name(arena, person->first_name),
                              .last = fit_name(arena, person->last_name)};
    out.gender = person->gender;
    if (out.gender == LETTER_GENDER_UNKNOWN)
        out.gender = gender_of(arena, person->prefix);
    if (out.gender == LETTER_GENDER_UNKNOWN && out.last && text_ends(out.last, "ová"))
        out.gender = LETTER_FEMALE;
    if (out.gender == LETTER_GENDER_UNKNOWN)
        out.gender = letter_name_gender(arena, out.first);
    out.title = title_of(arena, person, language_at(words->code), out.gender);
    if (strcmp(words->code, "cs"))
        return out;
    out.call_first = letter_vocative_first(arena, out.first);
    bool home = person->country && !strcmp(person->country, "CZ");
    if (out.call_first || home || out.gender == LETTER_FEMALE)
        out.call_last = letter_vocative_last(arena, out.last, out.gender);
    return out;
}
