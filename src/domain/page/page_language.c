/* The language of a text. See page_language.h. */
#include "domain/page/page_language.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

enum { SAMPLE = 4000, WORD_MAX = 10 /* longer than any of the words */, HITS_MIN = 4 };
enum {
    CS = 1 << 0,
    DA = 1 << 1,
    DE = 1 << 2,
    EN = 1 << 3,
    ES = 1 << 4,
    FI = 1 << 5,
    FR = 1 << 6,
    HU = 1 << 7,
    IT = 1 << 8,
    NL = 1 << 9,
    NO = 1 << 10,
    PL = 1 << 11,
    PT = 1 << 12,
    RO = 1 << 13,
    SK = 1 << 14,
    SV = 1 << 15,
    LANGUAGES = 16
};

static const char *const names[LANGUAGES] = {"cs", "da", "de", "en", "es", "fi", "fr", "hu",
                                             "it", "nl", "no", "pl", "pt", "ro", "sk", "sv"};

struct word {
    const char *text;
    unsigned of;
};

/* The words that make up most of a text, folded; many belong to several languages. */
/* clang-format off */
static const struct word words[] = {
    {"a", CS | HU | NO | PT | SK}, {"aan", NL}, {"aby", CS | SK}, {"af", DA}, {"ai", IT},
    {"ako", SK}, {"al", ES | IT | RO}, {"ale", RO}, {"alebo", SK}, {"all", EN}, {"alla", IT},
    {"als", DE | NL}, {"an", EN}, {"anche", IT}, {"and", EN}, {"ao", PT}, {"ar", SV}, {"are", EN},
    {"as", EN | PT}, {"at", DA | EN}, {"att", SV}, {"au", FR}, {"auch", DE}, {"auf", DE},
    {"aus", DE}, {"aux", FR}, {"av", NO | SV}, {"avec", FR}, {"az", HU}, {"be", EN}, {"bei", DE},
    {"bij", NL}, {"blir", NO}, {"bliver", DA}, {"by", EN}, {"ca", RO}, {"can", EN}, {"care", RO},
    {"ce", FR}, {"cette", FR}, {"che", IT}, {"co", PL}, {"com", PT}, {"come", IT},
    {"como", ES | PT}, {"con", ES | IT}, {"csak", HU}, {"cu", RO}, {"da", IT | PT}, {"dans", FR},
    {"dar", RO}, {"das", DE | PT}, {"dat", NL}, {"de", ES | FR | HU | NL | PT | RO}, {"dei", IT},
    {"del", ES | IT}, {"della", IT}, {"delle", IT}, {"dem", DE}, {"den", DA | DE | NO | SV},
    {"der", DE}, {"dere", NO}, {"des", DE | FR}, {"desde", ES}, {"det", DA | NO | SV}, {"di", IT},
    {"die", DE}, {"din", DA | NO | RO | SV}, {"dit", DA}, {"ditt", NO}, {"dla", PL},
    {"do", CS | PL | PT | SK}, {"door", NL}, {"dos", PT}, {"du", DA | FR | NO | SV},
    {"dzieki", PL}, {"e", IT | PT}, {"een", NL}, {"egy", HU}, {"ei", FI}, {"ein", DE},
    {"eine", DE}, {"el", ES | HU}, {"eller", DA | NO | SV}, {"em", PT},
    {"en", DA | ES | FR | NL | NO | SV}, {"er", DA | NO}, {"es", ES | HU}, {"est", FR},
    {"esta", ES}, {"este", ES | RO}, {"et", DA | FR | NO}, {"etre", FR}, {"ett", SV},
    {"etta", FI}, {"ez", HU}, {"for", DA | EN | NO | SV}, {"fra", DA | NO}, {"fran", SV},
    {"from", EN}, {"fur", DE}, {"gli", IT}, {"ha", HU}, {"haben", DE}, {"har", DA | NO | SV},
    {"have", EN}, {"het", NL}, {"hogy", HU}, {"how", EN}, {"i", CS | DA | IT | NO | PL | SK | SV},
    {"ich", PL | SK}, {"ihre", DE}, {"ikke", DA | NO}, {"il", IT}, {"illetve", HU}, {"im", DE},
    {"in", EN | IT | NL | RO}, {"inte", SV}, {"is", EN | HU | NL}, {"ist", DE}, {"it", EN},
    {"ja", FI}, {"jak", PL}, {"jako", CS}, {"je", CS | NL | SK}, {"jejich", CS}, {"jeres", DA},
    {"jest", PL}, {"jestesmy", PL}, {"joka", FI}, {"jossa", FI}, {"jouw", NL}, {"jsme", CS},
    {"jsou", CS}, {"k", CS | SK}, {"kan", DA | NO | SV}, {"kanssa", FI}, {"kell", HU}, {"ki", HU},
    {"ktere", CS}, {"ktery", CS}, {"ktore", SK}, {"ktory", SK}, {"kuin", FI}, {"kun", FI},
    {"kunt", NL}, {"la", ES | FR | IT | RO}, {"las", ES}, {"le", FR | IT}, {"lehet", HU},
    {"les", FR}, {"leur", FR}, {"lo", ES | IT}, {"los", ES}, {"lub", PL}, {"mai", RO},
    {"mais", PT}, {"mas", ES}, {"me", FI}, {"med", DA | NO | SV}, {"meer", NL}, {"meg", HU},
    {"mehr", DE}, {"meidan", FI}, {"met", NL}, {"minden", HU}, {"mint", HU}, {"mit", DE},
    {"more", EN}, {"mutta", FI}, {"myos", FI}, {"na", CS | PL | PT | SK}, {"naar", NL},
    {"nao", PT}, {"nas", CS | PL | SK}, {"nase", CS | SK}, {"nasi", CS | SK}, {"nasze", PL},
    {"naszej", PL}, {"naszych", PL}, {"ne", FR}, {"nebo", CS}, {"nel", IT}, {"nella", IT},
    {"nem", HU}, {"ni", SV}, {"nicht", DE}, {"nie", PL}, {"niet", NL}, {"no", PT}, {"noi", RO},
    {"nos", FR}, {"nossa", PT}, {"nosso", PT}, {"nostra", IT}, {"nostri", IT}, {"nostro", IT},
    {"not", EN}, {"notre", FR}, {"nous", FR}, {"nu", RO}, {"nuestra", ES}, {"nuestro", ES},
    {"nuestros", ES}, {"nyt", FI}, {"o", CS | ES | IT | PL | PT | RO | SK}, {"och", SV},
    {"od", CS | PL | SK}, {"oder", DE}, {"of", EN | NL}, {"og", DA | NO}, {"ole", FI},
    {"olemme", FI}, {"om", DA | NL | NO | SV}, {"on", EN | FI}, {"ons", NL}, {"onze", NL},
    {"ook", NL}, {"op", NL}, {"or", EN}, {"oraz", PL}, {"os", DA | PT}, {"oss", NO},
    {"ou", FR | PT}, {"our", EN}, {"ovat", FI}, {"over", NL}, {"pa", DA | NO | SV}, {"par", FR},
    {"para", ES | PT}, {"pas", FR}, {"pe", RO}, {"pentru", RO}, {"per", IT}, {"piu", IT},
    {"plus", FR}, {"po", CS | PL | SK}, {"podla", SK}, {"podle", CS}, {"por", ES | PT},
    {"pour", FR}, {"pre", SK}, {"pri", CS | SK}, {"pro", CS}, {"przez", PL}, {"przy", PL},
    {"que", ES | FR | PT}, {"questo", IT}, {"qui", FR}, {"s", CS | SK}, {"sa", PL | SK},
    {"sao", PT}, {"sau", RO}, {"se", CS | ES | FI | PT}, {"seka", FI}, {"sem", HU}, {"sen", FI},
    {"seu", PT}, {"si", IT | RO}, {"siamo", IT}, {"sich", DE}, {"sie", DE | PL}, {"sind", DE},
    {"sinun", FI}, {"sme", SK}, {"som", DA | NO | SV}, {"somos", ES | PT}, {"son", ES},
    {"sono", IT}, {"sont", FR}, {"su", ES | SK}, {"sua", PT}, {"sunt", RO}, {"sur", FR},
    {"sus", ES}, {"szamara", HU}, {"tai", FI}, {"take", CS}, {"tambien", ES}, {"te", NL},
    {"that", EN}, {"the", EN}, {"their", EN}, {"this", EN}, {"tiez", SK}, {"til", DA | NO},
    {"till", SV}, {"to", EN | PL}, {"tu", ES}, {"twoje", PL}, {"u", CS | NL | PL | SK},
    {"uber", DE}, {"um", PT}, {"uma", PT}, {"un", ES | FR | IT | RO}, {"una", ES | IT},
    {"und", DE}, {"une", FR}, {"uns", DE}, {"unser", DE}, {"unsere", DE}, {"uw", NL},
    {"v", CS | SK}, {"va", RO}, {"vagy", HU}, {"vam", CS | SK}, {"van", HU | NL}, {"var", SV},
    {"vara", SV}, {"vare", NO}, {"vart", NO | SV}, {"vase", CS | SK}, {"vi", DA | NO | SV},
    {"voce", PT}, {"voi", FI}, {"von", DE}, {"voor", NL}, {"vores", DA}, {"vos", FR},
    {"votre", FR}, {"vous", FR}, {"vsechny", CS}, {"vsetky", SK}, {"w", PL}, {"we", EN},
    {"werden", DE}, {"what", EN}, {"which", EN}, {"wij", NL}, {"will", EN}, {"wir", DE},
    {"wird", DE}, {"with", EN}, {"worden", NL}, {"wordt", NL}, {"y", ES}, {"yli", FI},
    {"you", EN}, {"your", EN}, {"z", CS | PL | SK}, {"za", CS | PL | SK}, {"ze", CS | PL},
    {"zijn", NL}, {"zo", SK}, {"zu", DE}, {"zum", DE}, {"zur", DE},
};
/* clang-format on */

enum { N_WORDS = sizeof words / sizeof *words, LETTERS = 26 };

/* Where the words with each first letter begin, and where the last ones end. */
static void
index_letters(size_t begins[LETTERS + 1])
{
    size_t at = 0;
    for (int letter = 0; letter <= LETTERS; letter++) {
        while (at < N_WORDS && words[at].text[0] < 'a' + letter)
            at++;
        begins[letter] = at;
    }
}

/* The languages that a word is of; 0: none of ours. */
static unsigned
languages_of(const size_t begins[LETTERS + 1], const char *word)
{
    if (*word < 'a' || *word > 'z')
        return 0;
    size_t low = begins[*word - 'a'], high = begins[*word - 'a' + 1];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(word, words[middle].text);
        if (order == 0)
            return words[middle].of;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

/* Letters and digits, and whatever lies beyond ASCII. */
static bool
is_of_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Letters that one language alone has, for texts of few words. */
static const struct {
    const char *letters, *language;
} marks[] = {
    {"\xC4\x9B\xC5\x99\xC5\xAF\xC4\x9A\xC5\x98\xC5\xAE",         "cs"}, /* ě ř ů */
    {"\xC4\xBE\xC4\xBA\xC5\x95\xC4\xBD",                         "sk"}, /* ľ ĺ ŕ */
    {"\xC4\x85\xC4\x99\xC5\x82\xC5\xBC\xC5\x9B\xC5\x81\xC5\xBB", "pl"},
    {"\xC3\x9F",                                                 "de"}, /* ß */
    {"\xC3\xB1\xC2\xBF\xC2\xA1\xC3\x91",                         "es"}, /* ñ ¿ ¡ */
    {"\xC5\x91\xC5\xB1",                                         "hu"}, /* ő ű */
    {"\xC8\x99\xC8\x9B\xC4\x83",                                 "ro"},
};

static const char *
by_letters(const char *text)
{
    while (*text > 0)
        text++; /* no such letter among ASCII */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        int n = 0;
        for (const char *p = text; *p && n < HITS_MIN; p++)
            for (const char *letter = (unsigned char)*p < 0x80 ? "" : marks[i].letters; *letter;
                 letter += 2)
                n += p[0] == letter[0] && p[1] == letter[1];
        if (n >= HITS_MIN)
            return marks[i].language;
    }
    return "";
}

const char *
page_language_guess(struct arena *arena, const char *text, bool *sure)
{
    double score[LANGUAGES] = {0};
    size_t hits = 0, best = 0, second = LANGUAGES, begins[LETTERS + 1];
    index_letters(begins);
    const char *p = text_fold(arena, text_cut(arena, text, SAMPLE));
    while (*p) {
        char word[WORD_MAX + 1];
        size_t n = 0;
        while (*p && !is_of_word(*p))
            p++;
        for (; is_of_word(*p); p++)
            if (n < WORD_MAX)
                word[n++] = *p;
        word[n] = '\0';
        if (n == 0 || n == WORD_MAX)
            continue;
        unsigned of = languages_of(begins, word);
        if (!of)
            continue;
        hits++;
        /* A word of many languages says little of each. */
        double weight = 1.0 / __builtin_popcount(of);
        for (unsigned left = of; left; left &= left - 1)
            score[__builtin_ctz(left)] += weight;
    }
    for (size_t i = 1; i < LANGUAGES; i++)
        if (score[i] > score[best])
            best = i;
    for (size_t i = 0; i < LANGUAGES; i++)
        if (i != best && (second == LANGUAGES || score[i] > score[second]))
            second = i;
    *sure = hits >= 5 * HITS_MIN && score[best] > 2 * score[second];
    bool any = hits >= HITS_MIN && score[best] >= 2 && score[best] > 1.2 * score[second];
    return any ? names[best] : by_letters(text);
}

const char *
page_language_tag(struct arena *arena, const char *tag, const char **country)
{
    size_t n = 0;
    *country = "";
    while (tag && isspace((unsigned char)*tag))
        tag++;
    while (tag && isalpha((unsigned char)tag[n]))
        n++;
    if (n != 2)
        return "";
    if ((tag[2] == '-' || tag[2] == '_') && isalpha((unsigned char)tag[3]) &&
        isalpha((unsigned char)tag[4]) && !isalnum((unsigned char)tag[5])) {
        char *code = arena_strndup(arena, tag + 3, 2);
        code[0] = (char)toupper((unsigned char)code[0]);
        code[1] = (char)toupper((unsigned char)code[1]);
        *country = code;
    }
    return text_lower(arena, arena_strndup(arena, tag, 2));
}
