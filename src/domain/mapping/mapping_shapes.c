/* What the words of values tell, and what a column of values comes to. See mapping_shapes.h. */
#include "domain/mapping/mapping_shapes.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "domain/company/legal_form.h"
#include "domain/contact/person_words.h"
#include "domain/mapping/mapping_cell.h"
#include "domain/record/country.h"

enum { READ_MAX = 32, SEEN_SIZE = 257, WORDS_MAX = 10 };

#define BIT(shape) (1u << (shape))
#define ADDRESSES (BIT(SHAPE_EMAIL) | BIT(SHAPE_URL) | BIT(SHAPE_DOMAIN))

/* A word of a value with the kinds it is listed under. */
struct word {
    const char *text;
    size_t length;
    const char *key; /* folded, letters and digits */
    unsigned kinds;  /* 1 << enum mapping_value_word */
    bool capital, letters;
};

struct mapping_lexicon *
mapping_shapes_words(struct arena *arena)
{
    struct mapping_lexicon *words = mapping_lexicon_new(arena);
    for (const struct mapping_value_words *w = mapping_value_words; w->words; w++)
        mapping_lexicon_add(words, w->words, w->kind, 0);
    return words;
}

/* Folded letters and digits of a piece of text. */
static const char *
key_of(struct arena *arena, const char *text, size_t length)
{
    return mapping_lexicon_key(arena, text, length);
}

/* The kinds under which a word is listed. */
static unsigned
kinds_of(const struct mapping_lexicon *words, const char *key)
{
    unsigned kinds = 0;
    for (const struct mapping_phrase *p = mapping_lexicon_get(words, key); p; p = p->other)
        kinds |= 1u << p->tag;
    return kinds;
}

/* The words of a piece of text between blanks; the number found, at most WORDS_MAX. */
static size_t
words_of(struct arena *arena, const struct mapping_lexicon *words, struct span text,
         struct word out[WORDS_MAX])
{
    size_t n = 0;
    for (size_t at = 0; at < text.length && n < WORDS_MAX;) {
        while (at < text.length && (text.data[at] == ' ' || text.data[at] == '\n'))
            at++;
        size_t end = at;
        bool letters = true;
        while (end < text.length && text.data[end] != ' ' && text.data[end] != '\n') {
            const char c = text.data[end++];
            letters = letters && (text_is_letter(c) || (unsigned char)c >= 0x80 || c == '.' ||
                                  c == '-' || c == '\'');
        }
        if (end > at) {
            size_t from = at;
            out[n].text = text.data + at;
            out[n].length = end - at;
            out[n].letters = letters;
            out[n].capital = text_is_upper(text_next(text.data, end, &from));
            out[n].key = key_of(arena, text.data + at, end - at);
            out[n].kinds = kinds_of(words, out[n].key);
            n++;
        }
        at = end;
    }
    return n;
}

static bool
is_kind(const struct word *word, enum mapping_value_word kind)
{
    return word->kinds >> kind & 1;
}

static bool
is_title(const struct word *word)
{
    return is_kind(word, VALUE_ADDRESSING) || person_words_title(word->key) == PERSON_TITLE_SURE ||
           person_words_suffix(word->key) == PERSON_SUFFIX_SURE;
}

/* Two to four words such as people's names have, none of them a trade or a legal form. */
static bool
is_person(const struct word *words, size_t n, bool small)
{
    size_t names = 0;
    if (n < 2 || n > 5)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!words[i].letters || words[i].length > 24)
            return false;
        if (is_kind(&words[i], VALUE_FIRST_NAME)) {
            names++;
            continue;
        }
        if (is_kind(&words[i], VALUE_JOB))
            return false;
        if (person_words_is_particle(words[i].key) || person_words_is_conjunction(words[i].key) ||
            is_title(&words[i]))
            continue;
        if (!words[i].capital && !small)
            return false;
        names++;
    }
    return names >= 2 && names <= 4;
}

/* A legal form stands at the end ("spol. s r. o." are four words) or, a long one, in front. */
static bool
is_company(struct arena *arena, const struct word *words, size_t n)
{
    for (size_t back = 1; back <= 4 && back < n; back++) {
        const char *from = words[n - back].text;
        size_t length = (size_t)(words[n - 1].text + words[n - 1].length - from);
        const struct legal_form *form =
            legal_form_by_key(back == 1 ? words[n - 1].key : key_of(arena, from, length));
        /* some forms are words too: only capitals or dots make them forms */
        if (form && (!(form->flags & LEGAL_FORM_STRICT) || memchr(from, '.', length) ||
                     (length > 1 && words[n - back].capital && from[1] >= 'A' && from[1] <= 'Z')))
            return true;
    }
    const struct legal_form *form = n > 1 ? legal_form_by_key(words[0].key) : NULL;
    return form && form->flags & LEGAL_FORM_PREFIX && words[0].length > 2;
}

/* Parts between the marks: how many, and how many of them are names of people. */
static void
count_parts(struct arena *arena, const struct mapping_lexicon *lexicon,
            const struct mapping_cell *cell, size_t *parts, size_t *people, size_t *longest)
{
    *parts = *people = *longest = 0;
    const char *text = cell->text, *stop = text + cell->length;
    while (text < stop) {
        const char *end = text;
        while (end < stop && !strchr(",;|&/\n", *end) &&
               !(stop - end > 5 && !memcmp(end, " and ", 5)))
            end++;
        struct word words[WORDS_MAX];
        size_t n = words_of(arena, lexicon, (struct span){text, (size_t)(end - text)}, words);
        *parts += n > 0;
        *people += is_person(words, n, false);
        if ((size_t)(end - text) > *longest)
            *longest = (size_t)(end - text);
        text = end + (end < stop && *end == ' ' ? 4 : 1);
    }
}

static unsigned
list_shape(struct arena *arena, const struct mapping_lexicon *lexicon,
           const struct mapping_cell *cell)
{
    size_t parts, people, longest;
    unsigned shape = 0;
    count_parts(arena, lexicon, cell, &parts, &people, &longest);
    if (parts < 2 || cell->ats)
        return 0;
    if (people >= 2 && people * 10 >= parts * 6)
        shape |= BIT(SHAPE_PEOPLE);
    if (longest <= 40 && cell->digits * 5 < cell->length)
        shape |= BIT(SHAPE_LIST);
    /* "Novák, Jan": one comma, no more than two words on either side */
    if (parts == 2 && cell->commas == 1 && !cell->digits && cell->spaces >= 1 &&
        cell->spaces <= 3 && cell->length <= 40 && cell->letters > 3)
        shape |= BIT(SHAPE_LAST_FIRST);
    return shape;
}

static unsigned
word_shape(struct arena *arena, const struct mapping_lexicon *lexicon,
           const struct mapping_cell *cell)
{
    struct word words[WORDS_MAX];
    unsigned shape = 0;
    size_t n = words_of(arena, lexicon, (struct span){cell->text, cell->length}, words);
    if (is_company(arena, words, n))
        shape |= BIT(SHAPE_COMPANY);
    else if (!cell->digits && is_person(words, n, cell->plain && !cell->upper))
        shape |= BIT(SHAPE_PERSON);
    for (size_t i = 0; i < n; i++) {
        if (is_kind(&words[i], VALUE_JOB) && n <= 8)
            shape |= BIT(SHAPE_JOB);
        if (is_kind(&words[i], VALUE_FIRST_NAME) && n <= 4)
            shape |= BIT(SHAPE_FIRST_NAME);
        /* "Hauptstrasse" and "Dorpsstraat" are one word; ß folds to ss */
        if (n > 1 && (is_kind(&words[i], VALUE_STREET) || strstr(words[i].key, "strasse") ||
                      strstr(words[i].key, "straat")))
            shape |= BIT(SHAPE_STREET);
        if (is_kind(&words[i], VALUE_MONTH) && cell->digits >= 3 && cell->digits <= 6 && n <= 4)
            shape |= BIT(SHAPE_DATE);
    }
    if (n == 1 && is_kind(&words[0], VALUE_YES_NO))
        shape |= BIT(SHAPE_YES_NO);
    if (n && n <= 2 && is_title(&words[n - 1]) && is_title(&words[0]))
        shape |= BIT(SHAPE_HONORIFIC);
    if (n == 1 && !cell->digits)
        shape |= BIT(SHAPE_ONE_WORD);
    if (n <= 6 && !cell->digits)
        shape |= BIT(SHAPE_WORDS);
    return shape;
}

/* What words tell. */
static unsigned
text_shape(struct arena *arena, const struct mapping_lexicon *words,
           const struct mapping_cell *cell)
{
    unsigned shape = 0;
    if (!cell->letters)
        return 0;
    if (cell->length < 200)
        shape |= word_shape(arena, words, cell);
    if (cell->commas || cell->semicolons || cell->slashes ||
        memchr(cell->text, '|', cell->length) || memchr(cell->text, '&', cell->length) ||
        memmem(cell->text, cell->length, " and ", 5))
        shape |= list_shape(arena, words, cell);
    if (!cell->digits && cell->spaces <= 4 && cell->length <= 40 &&
        country_read(arena, arena_strndup(arena, cell->text, cell->length)))
        shape |= BIT(SHAPE_COUNTRY);
    return shape;
}

unsigned
mapping_shapes_of(struct arena *arena, const struct mapping_lexicon *words, const char *value)
{
    struct mapping_cell cell;
    mapping_cell_look(value, &cell);
    unsigned shape = cell.length ? mapping_cell_shape(&cell) : 0;
    if (shape & ADDRESSES || !cell.length)
        return shape;
    return shape | text_shape(arena, words, &cell);
}

static uint64_t
hash_of(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return hash ? hash : 1;
}

/* Values seen before, by hash, with what they look like: a column repeats itself. */
struct seen {
    uint64_t hash;
    unsigned shape;
    bool read; /* its words too */
};

/* What has been counted of a column. */
struct tally {
    struct seen seen[SEEN_SIZE];
    size_t counts[SHAPE_COUNT], looked, read, different, bytes, hosts, same;
    struct span host; /* of the first address */
};

static struct seen *
seen_at(struct tally *tally, uint64_t hash)
{
    size_t at = (size_t)(hash % SEEN_SIZE);
    while (tally->seen[at].hash && tally->seen[at].hash != hash)
        at = (at + 1) % SEEN_SIZE;
    return &tally->seen[at];
}

static unsigned
count(struct tally *tally, struct arena *arena, const struct mapping_lexicon *words,
      const struct mapping_cell *cell)
{
    const uint64_t hash = hash_of(cell->text);
    struct seen *seen = seen_at(tally, hash);
    if (!seen->hash) {
        seen->hash = hash;
        seen->shape = mapping_cell_shape(cell);
        /* words cost most, and thirty-two different values tell enough of them */
        seen->read = tally->different++ < READ_MAX;
        if (seen->read && !(seen->shape & ADDRESSES))
            seen->shape |= text_shape(arena, words, cell);
    }
    tally->looked++;
    tally->read += seen->read;
    tally->bytes += cell->length;
    const unsigned known = seen->read ? seen->shape : seen->shape & ~MAPPING_WORD_SHAPES;
    for (unsigned bits = known; bits; bits &= bits - 1)
        tally->counts[__builtin_ctz(bits)]++;
    const unsigned shapes = known | (seen->read ? MAPPING_WORDS_READ : 0);
    if (!(seen->shape & (BIT(SHAPE_URL) | BIT(SHAPE_DOMAIN))))
        return shapes;
    struct span host = mapping_cell_host(cell);
    if (!tally->hosts++)
        tally->host = host;
    tally->same +=
        host.length == tally->host.length && !strncasecmp(host.data, tally->host.data, host.length);
    return shapes;
}

void
mapping_shapes_read(struct arena *arena, const struct mapping_lexicon *words,
                    const char *const *const *rows, size_t n_rows, size_t column,
                    struct mapping_shapes *out)
{
    struct tally tally = {0};
    *out = (struct mapping_shapes){.rows = n_rows};
    for (size_t r = 0; r < n_rows; r++) {
        struct mapping_cell cell;
        mapping_cell_look(rows[r][column], &cell);
        out->filled += cell.length > 0;
        if (cell.length && tally.looked < MAPPING_LOOKED_MAX)
            out->bits[out->looked++] = count(&tally, arena, words, &cell);
    }
    if (!tally.looked)
        return;
    for (unsigned s = 0; s < SHAPE_COUNT; s++)
        out->share[s] = (double)tally.counts[s] /
                        (double)(MAPPING_WORD_SHAPES >> s & 1 ? tally.read : tally.looked);
    out->distinct = (double)tally.different / (double)tally.looked;
    out->same_host = tally.hosts > 1 ? (double)tally.same / (double)tally.hosts : 0;
    out->mean_length = (double)tally.bytes / (double)tally.looked;
}
