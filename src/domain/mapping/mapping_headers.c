/* From header to meaning: the whole header as a known phrase, else its words taken together, else
 * the nearest known phrase. See mapping_headers.h. */
#include "domain/mapping/mapping_headers.h"

#include <string.h>

#include "base/text.h"
#include "domain/mapping/mapping_lexicon.h"

enum { WORDS_MAX = 24, PHRASE_WORDS = 4, LANGUAGES_MAX = 32, FUZZY_MAX = 40 };

static const double WHOLE = 0.92, TOGETHER = 0.85, PARTLY = 0.75, NEAR = 0.70;

struct reader {
    struct arena *arena;
    struct mapping_lexicon *lexicon;
    const char *names[LANGUAGES_MAX]; /* of languages; 0 is English */
    double votes[LANGUAGES_MAX];
};

/* A header on its way: its words, the known phrases among them. */
struct header {
    const char *text;
    size_t n_words, n_found, unknown, understood;
    const char *words[WORDS_MAX];
    const struct mapping_phrase *found[WORDS_MAX];
};

static void
reader_init(struct reader *reader, struct arena *arena)
{
    *reader = (struct reader){.arena = arena, .lexicon = mapping_lexicon_new(arena)};
    unsigned language = 0;
    for (const struct mapping_words *w = mapping_words_english; w->phrases; w++)
        mapping_lexicon_add(reader->lexicon, w->phrases, w->meaning, language);
    const struct mapping_language *const tables[] = {mapping_words_west, mapping_words_north,
                                                     mapping_words_east};
    for (size_t t = 0; t < 3; t++)
        for (const struct mapping_language *l = tables[t]; l->name; l++) {
            reader->names[++language] = l->name;
            for (const struct mapping_words *w = l->words; w->phrases; w++)
                mapping_lexicon_add(reader->lexicon, w->phrases, w->meaning, language);
        }
}

const char *
mapping_headers_key(struct arena *arena, const char *header)
{
    return mapping_lexicon_key(arena, header, strlen(header));
}

/* 0 between words, 1 small letter, 2 capital, 3 digit */
static int
kind_of(int32_t cp)
{
    if (cp < 0)
        return 0;
    if (text_is_digit(cp))
        return 3;
    return text_is_upper(cp) ? 2 : text_is_letter(cp) ? 1 : 0;
}

/* Splits at everything that is no letter or digit, before a capital behind a small letter
 * ("FirstName") and between letters and digits ("email1"). */
static void
split(struct arena *arena, struct header *header)
{
    const char *text = header->text;
    size_t length = strlen(text), at = 0, begin = 0;
    int before = 0;
    for (;;) {
        size_t here = at;
        int kind = here < length ? kind_of(text_next(text, length, &at)) : 0;
        bool border =
            before && (!kind || (before == 1 && kind == 2) || (before == 3) != (kind == 3));
        if (border && here > begin && header->n_words < WORDS_MAX) {
            const char *word = mapping_lexicon_key(arena, text + begin, here - begin);
            if (*word)
                header->words[header->n_words++] = word;
        }
        if (border || !before)
            begin = here;
        before = kind;
        if (here >= length)
            return;
    }
}

static bool
is_number(const char *word)
{
    return *word && strspn(word, "0123456789") == strlen(word) && strlen(word) <= 2;
}

/* The meaning of a phrase as this file uses words: that of the language most other columns are in;
 * colouring words only when `colours`. NULL when it has none of that kind. */
static const struct mapping_phrase *
meaning_of(const struct reader *reader, const struct mapping_phrase *phrase, bool colours)
{
    const struct mapping_phrase *best = NULL;
    double most = -1;
    for (; phrase; phrase = phrase->other) {
        if (mapping_meaning_colours((enum mapping_meaning)phrase->tag) != colours)
            continue;
        double votes = 0;
        for (size_t i = 0; i < LANGUAGES_MAX; i++)
            if (phrase->languages >> i & 1 && reader->votes[i] > votes)
                votes = reader->votes[i];
        if (votes > most) {
            best = phrase;
            most = votes;
        }
    }
    return best;
}

/* The known phrase of the `n` words from `from` on; NULL when there is none. */
static const struct mapping_phrase *
phrase_at(const struct reader *reader, const struct header *header, size_t from, size_t n)
{
    char key[256];
    size_t length = 0;
    for (size_t i = from; i < from + n; i++) {
        const size_t more = strlen(header->words[i]);
        if (length + more >= sizeof key)
            return NULL;
        memcpy(key + length, header->words[i], more);
        length += more;
    }
    key[length] = '\0';
    return mapping_lexicon_get(reader->lexicon, key);
}

/* Known phrases among the words, the longest first: "number of employees" before "organization
 * number". found[] keeps their order. */
static void
find_phrases(const struct reader *reader, struct header *header)
{
    bool taken[WORDS_MAX] = {false};
    for (size_t n = PHRASE_WORDS; n; n--)
        for (size_t i = 0; i + n <= header->n_words; i++) {
            size_t free_words = 0;
            while (free_words < n && !taken[i + free_words])
                free_words++;
            if (free_words < n)
                continue;
            const struct mapping_phrase *phrase = phrase_at(reader, header, i, n);
            if (!phrase)
                continue;
            header->found[i] = phrase;
            header->understood += n;
            memset(taken + i, true, n);
        }
    for (size_t i = 0; i < header->n_words; i++) {
        header->unknown += !taken[i] && !is_number(header->words[i]);
        if (header->found[i])
            header->found[header->n_found++] = header->found[i];
    }
}

static void
colour(struct mapping_reading *out, enum mapping_meaning meaning)
{
    if (meaning == MEANS_OF_PERSON)
        out->whose = OF_PERSON;
    else if (meaning == MEANS_OF_COMPANY)
        out->whose = OF_COMPANY;
    else if (meaning == MEANS_AT_WORK && out->rank == RANK_PLAIN)
        out->rank = RANK_WORK;
    else if (meaning == MEANS_MAIN && out->rank == RANK_PLAIN)
        out->rank = RANK_MAIN;
    else if (meaning == MEANS_SECOND)
        out->rank = RANK_SECOND;
    else if (meaning == MEANS_AT_HOME)
        out->rank = RANK_HOME;
}

/* Colours from every word but the one that carries the meaning; a header of one word has none. */
static void
colour_all(const struct reader *reader, const struct header *header,
           const struct mapping_phrase *head, struct mapping_reading *out)
{
    out->whose = OF_ANYONE;
    out->rank = RANK_PLAIN;
    for (size_t i = 0; i < header->n_words && header->n_words > 1; i++) {
        const char *word = header->words[i];
        const struct mapping_phrase *phrase = mapping_lexicon_get(reader->lexicon, word);
        if (phrase == head && head)
            continue;
        phrase = meaning_of(reader, phrase, true);
        if (phrase)
            colour(out, (enum mapping_meaning)phrase->tag);
        if (is_number(word) && !out->number)
            for (const char *c = word; *c; c++)
                out->number = out->number * 10 + (*c - '0');
    }
}

/* "name" beside "company" is the company's name. */
static enum mapping_meaning
of_whom(enum mapping_meaning meaning, enum mapping_whose whose)
{
    if (meaning == MEANS_NAME && whose == OF_PERSON)
        return MEANS_FULL_NAME;
    if (meaning == MEANS_NAME && whose == OF_COMPANY)
        return MEANS_COMPANY;
    return meaning;
}

static bool
is_place(enum mapping_meaning meaning)
{
    return meaning == MEANS_CITY || meaning == MEANS_REGION || meaning == MEANS_POSTAL_CODE ||
           meaning == MEANS_COUNTRY;
}

/* What two meanings in one header come to: mostly the heavier one. */
static enum mapping_meaning
join(enum mapping_meaning a, enum mapping_meaning b, struct mapping_reading *out)
{
    const bool heavier = mapping_meaning_info(b)->weight >= mapping_meaning_info(a)->weight;
    const enum mapping_meaning heavy = heavier ? b : a, light = heavier ? a : b;
    /* "Postnr. og by": both in one column */
    if (a != b && (is_place(a) || a == MEANS_LOCATION) && (is_place(b) || b == MEANS_LOCATION))
        return MEANS_LOCATION;
    /* "CEO first name": a person in columns of its own */
    if (heavy == MEANS_PEOPLE && (light == MEANS_FIRST_NAME || light == MEANS_LAST_NAME))
        return light;
    if (heavy == MEANS_PEOPLE && light == MEANS_NAME) {
        out->people = true;
        return light;
    }
    return heavy;
}

/* Takes the header's words together: the heaviest meaning counts, words like "company" say whose. */
static const struct mapping_phrase *
read_together(const struct reader *reader, const struct header *header, struct mapping_reading *out)
{
    const struct mapping_phrase *head = NULL, *meaning = NULL;
    for (int pass = 0; pass < 2 && !head; pass++)
        for (size_t i = 0; i < header->n_found; i++) {
            const struct mapping_phrase *field = meaning_of(reader, header->found[i], false);
            /* a word that can colour is a head only where no other word is */
            if (!field || (pass == 0 && meaning_of(reader, header->found[i], true)) ||
                (header->found[i]->length < 3 && header->n_words > 1))
                continue;
            const enum mapping_meaning joined =
                head ? join(out->meaning, (enum mapping_meaning)field->tag, out)
                     : (enum mapping_meaning)field->tag;
            if (!head || joined == (enum mapping_meaning)field->tag) {
                head = header->found[i];
                meaning = field;
            }
            out->meaning = joined;
        }
    if (!head)
        return NULL;
    colour_all(reader, header, head, out);
    if (!out->people)
        out->meaning = of_whom(out->meaning, out->whose);
    double all = (double)(header->understood + header->unknown);
    out->partial = header->unknown > 0;
    out->strength =
        header->unknown ? PARTLY * (double)header->understood / (all > 0 ? all : 1) : TOGETHER;
    return meaning;
}

/* Edit distance with swaps of neighbours; more than `limit` is limit + 1. */
static int
distance(const char *a, size_t n, const char *b, size_t m, int limit)
{
    int rows[3][FUZZY_MAX + 1];
    int *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= m; j++)
        last[j] = (int)j;
    memcpy(before, last, sizeof rows[0]);
    for (size_t i = 1; i <= n; i++) {
        int least = now[0] = (int)i;
        for (size_t j = 1; j <= m; j++) {
            int cost = last[j - 1] + (a[i - 1] != b[j - 1]);
            if (last[j] + 1 < cost)
                cost = last[j] + 1;
            if (now[j - 1] + 1 < cost)
                cost = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < cost)
                cost = before[j - 2] + 1;
            now[j] = cost;
            if (cost < least)
                least = cost;
        }
        if (least > limit)
            return limit + 1;
        int *oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return last[m];
}

static bool
has_votes(const struct reader *reader, uint32_t languages)
{
    for (size_t i = 0; i < LANGUAGES_MAX; i++)
        if (languages >> i & 1 && (i == 0 || reader->votes[i] > 0))
            return true;
    return false;
}

/* The nearest known phrase of a misspelt header. Short words must be right: one letter makes
 * another word of them. */
static const struct mapping_phrase *
find_near(const struct reader *reader, const char *key)
{
    size_t n = strlen(key);
    const int limit = n < 5 ? 0 : n < 9 ? 1 : 2;
    if (!limit || n > FUZZY_MAX - 2)
        return NULL;
    const uint32_t letters = mapping_lexicon_letters(key);
    const struct mapping_phrase *best = NULL;
    int nearest = limit + 1;
    for (const struct mapping_phrase *p = mapping_lexicon_first(reader->lexicon); p; p = p->next) {
        size_t gap = p->length > n ? p->length - n : n - p->length;
        if (gap >= (size_t)nearest || p->length < 4 || p->length > FUZZY_MAX ||
            (n < 9 && p->key[0] != key[0]) ||
            __builtin_popcount(letters ^ p->letters) > 2 * limit ||
            mapping_meaning_colours((enum mapping_meaning)p->tag) ||
            !has_votes(reader, p->languages))
            continue;
        int d = distance(key, n, p->key, p->length, nearest - 1);
        if (d < nearest) {
            nearest = d;
            best = p;
        }
    }
    return best;
}

/* "Müller" folds to "muller", and so does what a header with "ue" means. */
static const struct mapping_phrase *
get_whole(const struct reader *reader, const char *key)
{
    const struct mapping_phrase *phrase = mapping_lexicon_get(reader->lexicon, key);
    if (phrase || !(strstr(key, "ae") || strstr(key, "oe") || strstr(key, "ue")))
        return phrase;
    char *plain = arena_strdup(reader->arena, key);
    size_t n = 0;
    for (size_t i = 0; key[i]; i++) {
        plain[n++] = key[i];
        if (strchr("aou", key[i]) && key[i + 1] == 'e')
            i++;
    }
    plain[n] = '\0';
    return mapping_lexicon_get(reader->lexicon, plain);
}

static const char *
language_of(const struct reader *reader, const struct mapping_phrase *phrase)
{
    if (!phrase || phrase->languages & 1)
        return NULL;
    size_t best = 0;
    for (size_t i = 1; i < LANGUAGES_MAX; i++)
        if (phrase->languages >> i & 1 && (!best || reader->votes[i] > reader->votes[best]))
            best = i;
    return reader->names[best];
}

static void
read_one(struct reader *reader, const char *text, struct mapping_reading *out)
{
    struct header header = {.text = text};
    const char *key = mapping_headers_key(reader->arena, text);
    *out = (struct mapping_reading){.meaning = MEANS_NOTHING, .rank = RANK_PLAIN};
    if (strlen(key) < 2 || strspn(key, "0123456789") == strlen(key))
        return;
    split(reader->arena, &header);
    find_phrases(reader, &header);
    const struct mapping_phrase *whole = meaning_of(reader, get_whole(reader, key), false);
    if (whole) {
        colour_all(reader, &header, whole, out);
        out->meaning = (enum mapping_meaning)whole->tag;
        out->strength = WHOLE;
        out->language = language_of(reader, whole);
        return;
    }
    out->language = language_of(reader, read_together(reader, &header, out));
    if (out->meaning != MEANS_NOTHING && !out->partial)
        return;
    const struct mapping_phrase *near = find_near(reader, key);
    if (!near)
        return;
    *out = (struct mapping_reading){.meaning = (enum mapping_meaning)near->tag,
                                    .strength = NEAR,
                                    .rank = RANK_PLAIN,
                                    .language = language_of(reader, near),
                                    .read_as = near->key};
}

/* Every header that is known as a whole votes for the languages it is a phrase of. */
static void
vote(struct reader *reader, const char *const *headers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *key = mapping_headers_key(reader->arena, headers[i]);
        for (const struct mapping_phrase *p = get_whole(reader, key); p; p = p->other) {
            int languages = __builtin_popcount(p->languages);
            for (size_t l = 0; l < LANGUAGES_MAX; l++)
                if (p->languages >> l & 1)
                    reader->votes[l] += 1.0 / languages;
        }
    }
}

void
mapping_headers_read(struct arena *arena, const char *const *headers, size_t n,
                     struct mapping_reading *out)
{
    struct reader reader;
    reader_init(&reader, arena);
    vote(&reader, headers, n);
    for (size_t i = 0; i < n; i++)
        read_one(&reader, headers[i], &out[i]);
}
