/* Recognising what values look like by their bytes and a few words. See mapping_shapes.h. */
#include "domain/mapping/mapping_shapes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/company/legal_form.h"
#include "domain/contact/email_lists.h"
#include "domain/contact/person_words.h"
#include "domain/record/country.h"

enum {
    LOOKED_MAX = 120,
    READ_MAX = 40,
    SEEN_SIZE = 257,
    WORDS_MAX = 10,
    CELL_MAX = 400,
    WORD_MAX = 40
};

#define BIT(shape) (1u << (shape))
/* found by reading words */
#define WORD_SHAPES                                                                                \
    (BIT(SHAPE_WORDS) | BIT(SHAPE_PERSON) | BIT(SHAPE_LAST_FIRST) | BIT(SHAPE_FIRST_NAME) |        \
     BIT(SHAPE_ONE_WORD) | BIT(SHAPE_PEOPLE) | BIT(SHAPE_COMPANY) | BIT(SHAPE_JOB) |               \
     BIT(SHAPE_HONORIFIC) | BIT(SHAPE_COUNTRY) | BIT(SHAPE_LIST) | BIT(SHAPE_STREET) |             \
     BIT(SHAPE_DATE) | BIT(SHAPE_YES_NO))
#define ADDRESSES (BIT(SHAPE_EMAIL) | BIT(SHAPE_URL) | BIT(SHAPE_DOMAIN))

/* One value, trimmed, with what a walk over its bytes finds. */
struct cell {
    const char *text;
    size_t length;
    size_t digits, letters, spaces, upper, commas, semicolons, ats, dots, slashes, others;
    bool plain; /* ASCII only */
};

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

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void
look_at(const char *text, size_t n, struct cell *cell)
{
    for (; n && (*text == ' ' || (*text >= '\t' && *text <= '\r')); n--)
        text++;
    *cell = (struct cell){.text = text, .plain = true};
    const char *more = n > 6 ? memmem(text, n, " ::: ", 5) : NULL; /* Google joins values so */
    if (more)
        n = (size_t)(more - text);
    while (n && (text[n - 1] == ' ' || (text[n - 1] >= '\t' && text[n - 1] <= '\r')))
        n--;
    cell->length = n;
    for (size_t i = 0; i < n; i++) {
        const char c = text[i];
        if (is_digit(c))
            cell->digits++;
        else if (is_alpha(c)) {
            cell->letters++;
            cell->upper += c <= 'Z';
        } else if ((unsigned char)c >= 0x80) {
            cell->plain = false;
            cell->letters += (unsigned char)c >= 0xC0; /* one per code point */
        } else if (c == ' ')
            cell->spaces++;
        else if (c == ',')
            cell->commas++;
        else if (c == ';')
            cell->semicolons++;
        else if (c == '@')
            cell->ats++;
        else if (c == '.')
            cell->dots++;
        else if (c == '/')
            cell->slashes++;
        else
            cell->others++;
    }
}

static void
look(const char *text, struct cell *cell)
{
    look_at(text, strnlen(text, CELL_MAX), cell);
}

/* The bytes [at, end) are a host name with a dot and letters behind the last one. */
static bool
is_host(const char *text, size_t length)
{
    size_t label = 0, dots = 0;
    bool letters = true;
    if (length < 4)
        return false;
    for (size_t i = 0; i < length; i++) {
        const char c = text[i];
        if (c == '.') {
            if (!label)
                return false;
            dots++;
            label = 0;
            letters = true;
            continue;
        }
        if (!is_alpha(c) && !is_digit(c) && c != '-' && (unsigned char)c < 0x80)
            return false;
        letters = letters && !is_digit(c);
        label++;
    }
    return dots && label >= 2 && label <= 24 && letters;
}

/* Capitals do not count. */
static bool
holds(const char *text, size_t length, const char *part)
{
    const size_t n = strlen(part);
    for (size_t i = 0; i + n <= length; i++)
        if ((text[i] | 0x20) == (*part | 0x20) && !strncasecmp(text + i, part, n))
            return true;
    return false;
}

static unsigned
email_shape(const struct cell *cell)
{
    const char *at = memchr(cell->text, '@', cell->length);
    const char *begin = at, *end = at, *stop = cell->text + cell->length;
    if (!at || cell->ats > 6)
        return 0;
    while (begin > cell->text && !strchr(" <(,;:\"'[", begin[-1]))
        begin--;
    while (end + 1 < stop && !strchr(" >),;:\"']", end[1]))
        end++;
    if (begin == at || !is_host(at + 1, (size_t)(end - at)))
        return 0;
    /* a sentence with an address in it is no address */
    if (cell->ats == 1 && cell->spaces > 4)
        return 0;
    char local[WORD_MAX + 1];
    size_t n = 0;
    for (const char *c = begin; c < at && n < WORD_MAX; c++)
        local[n++] = (char)(*c >= 'A' && *c <= 'Z' ? *c | 0x20 : *c);
    local[n] = '\0';
    return BIT(SHAPE_EMAIL) | (email_lists_is_role(local) ? BIT(SHAPE_ROLE_EMAIL) : 0);
}

/* The host part of a web address; length 0 when it is none. */
static struct span
host_of(const struct cell *cell)
{
    const char *text = cell->text, *end = text + cell->length;
    if (!cell->dots || cell->ats || cell->spaces > 2)
        return (struct span){NULL, 0};
    const char *scheme = cell->length > 8 ? strstr(text, "://") : NULL;
    if (scheme && scheme - text <= 5)
        text = scheme + 3;
    const char *stop = text;
    while (stop < end && !strchr("/?#:,; ", *stop))
        stop++;
    if (!is_host(text, (size_t)(stop - text)))
        return (struct span){NULL, 0};
    return (struct span){text, (size_t)(stop - text)};
}

static unsigned
web_shape(const struct cell *cell)
{
    struct span host = host_of(cell);
    if (!host.length)
        return 0;
    const char *text = cell->text, *path = host.data + host.length;
    size_t rest = cell->length - (size_t)(path - text);
    unsigned shape = host.data == text && rest <= 1 && strncasecmp(text, "www.", 4)
                         ? BIT(SHAPE_DOMAIN)
                         : BIT(SHAPE_URL);
    if (holds(host.data, host.length, "linkedin.com")) {
        if (holds(path, rest, "/in/") || holds(path, rest, "/pub/") ||
            holds(path, rest, "/sales/lead/") || holds(path, rest, "/sales/people/"))
            shape |= BIT(SHAPE_LINKEDIN_PERSON);
        else if (holds(path, rest, "/company/") || holds(path, rest, "/school/") ||
                 holds(path, rest, "/showcase/"))
            shape |= BIT(SHAPE_LINKEDIN_COMPANY);
    }
    if (holds(host.data, host.length, "crunchbase.com") ||
        holds(host.data, host.length, "angel.co") || holds(host.data, host.length, "wellfound.com"))
        shape |= BIT(SHAPE_CRUNCHBASE);
    static const char *const images[] = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico"};
    for (size_t i = 0; i < sizeof images / sizeof *images; i++)
        if (holds(path, rest, images[i]))
            shape |= BIT(SHAPE_IMAGE);
    return shape;
}

/* Digits in groups: the groups' lengths, at most 4; 0 when another character is among them. */
static size_t
groups_of(const struct cell *cell, const char *marks, size_t lengths[4], unsigned long values[4])
{
    size_t n = 0;
    bool inside = false;
    for (size_t i = 0; i < cell->length; i++) {
        const char c = cell->text[i];
        if (is_digit(c)) {
            if (!inside && n == 4)
                return 0;
            if (!inside) {
                lengths[n] = 0;
                values[n++] = 0;
            }
            inside = true;
            lengths[n - 1]++;
            if (lengths[n - 1] < 9)
                values[n - 1] = values[n - 1] * 10 + (unsigned long)(c - '0');
        } else if (strchr(marks, c)) {
            inside = false;
        } else {
            return 0;
        }
    }
    return n;
}

static bool
is_year(unsigned long number)
{
    return number >= 1500 && number <= 2100;
}

static bool
is_date(const struct cell *cell)
{
    size_t length[4];
    unsigned long value[4];
    struct cell day = *cell;
    if (cell->length >= 19 && (cell->text[10] == 'T' || cell->text[10] == ' '))
        day.length = 10; /* the day of a time stamp */
    else if (cell->digits >= 10 && memchr(cell->text, ':', cell->length) && cell->spaces)
        day.length = (size_t)((const char *)memchr(cell->text, ' ', cell->length) - cell->text);
    size_t n = groups_of(&day, "-/. ", length, value);
    if (n == 1 && day.length == 8)
        return is_year(value[0] / 10000) && value[0] / 100 % 100 >= 1 &&
               value[0] / 100 % 100 <= 12 && value[0] % 100 >= 1 && value[0] % 100 <= 31;
    if (n != 3 || is_digit(day.text[day.length - 1]) == (day.text[day.length - 1] == '-'))
        return false;
    if (length[0] == 4)
        return is_year(value[0]) && value[1] >= 1 && value[1] <= 12 && value[2] >= 1 &&
               value[2] <= 31;
    return length[0] <= 2 && length[1] <= 2 && value[0] >= 1 && value[0] <= 31 && value[1] >= 1 &&
           value[1] <= 31 && (value[0] <= 12 || value[1] <= 12) &&
           ((length[2] == 4 && is_year(value[2])) || length[2] == 2);
}

/* "11-50", "1,001 - 5,000 employees", "50+", "<10", "10 to 50" */
static bool
is_range(const struct cell *cell)
{
    size_t numbers = 0;
    bool inside = false, mark = false;
    if (!cell->digits || cell->length > 40 || cell->letters > 14 || cell->slashes)
        return false;
    for (size_t i = 0; i < cell->length; i++) {
        const char c = cell->text[i];
        if (is_digit(c)) {
            numbers += !inside;
            inside = true;
        } else if (c == '+' || c == '<' || c == '>') {
            mark = mark || c != '+' || i > 0;
        } else if (!(inside && (c == ',' || c == '.' || c == '\'') && i + 1 < cell->length &&
                     is_digit(cell->text[i + 1]))) {
            inside = false;
        }
    }
    if (mark)
        return numbers == 1;
    return numbers == 2 && (memchr(cell->text, '-', cell->length) || !cell->plain ||
                            holds(cell->text, cell->length, " to "));
}

static bool
is_money(const struct cell *cell)
{
    static const char *const signs[] = {"$",   "€",   "£",   "¥",   "EUR", "USD", "GBP",
                                        "CZK", "CHF", "PLN", "Kč",  "SEK", "NOK", "DKK",
                                        "HUF", "RON", "TRY", "UAH", "zł",  "₴",   "₽"};
    static const char *const sizes[] = {"million", "mio", "mrd", "mln",
                                        "billion", "bn",  "tis", "mil"};
    const char last = cell->length ? cell->text[cell->length - 1] : ' ';
    if (!cell->digits || cell->letters > 10 || cell->length > 28 ||
        (!cell->letters && cell->plain && !cell->others))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (holds(cell->text, cell->length, signs[i]))
            return true;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (holds(cell->text, cell->length, sizes[i]))
            return true;
    return cell->letters == 1 && strchr("MKBmkb", last);
}

static bool
is_number(const struct cell *cell)
{
    return cell->digits && !cell->letters && !cell->ats && !cell->slashes && !cell->semicolons &&
           cell->others <= 1 &&
           (!cell->others || strchr("-+%#", cell->text[0]) || cell->text[cell->length - 1] == '%');
}

static unsigned
phone_shape(const struct cell *cell)
{
    size_t digits = cell->digits;
    bool mark = false;
    if (digits < 6 || digits > 18 || cell->length > 30 || cell->letters > 6 || cell->ats)
        return 0;
    if (cell->letters && !holds(cell->text, cell->length, "ext") &&
        !holds(cell->text, cell->length, "tel") && !holds(cell->text, cell->length, "x"))
        return 0;
    for (size_t i = 0; i < cell->length; i++) {
        const char c = cell->text[i];
        if (!is_digit(c) && !is_alpha(c) && !strchr("+-()./ ,;:#'", c) && (unsigned char)c < 0x80)
            return 0;
        mark = mark || (c == '+' && i < 2) || c == '(' || c == ')';
    }
    const bool zero = cell->text[0] == '0';
    const bool parted = cell->spaces + cell->others + cell->dots + cell->slashes >= 2;
    if (mark || (digits >= 8 && digits <= 15 && (zero || parted) && !cell->commas))
        return BIT(SHAPE_PHONE) | BIT(SHAPE_SURE_PHONE);
    return digits <= 15 ? BIT(SHAPE_PHONE) : 0;
}

/* The first of several numbers in a cell: "123 456 789, 123 456 780", "… / …". */
static unsigned
first_phone_shape(const struct cell *cell)
{
    size_t n = 0;
    while (n < cell->length && !strchr(",;\n", cell->text[n]) &&
           !(n && cell->text[n] == '/' && cell->text[n - 1] == ' '))
        n++;
    struct cell first;
    look_at(cell->text, n, &first);
    return phone_shape(&first);
}

static unsigned
number_shape(const struct cell *cell)
{
    unsigned shape = 0;
    size_t length[4];
    unsigned long value[4];
    if (!cell->digits)
        return 0;
    if (is_date(cell))
        return BIT(SHAPE_DATE) | (cell->length == 8 ? BIT(SHAPE_NUMBER) : 0);
    if (is_number(cell))
        shape |= BIT(SHAPE_NUMBER);
    size_t n = groups_of(cell, ".", length, value);
    if (n && length[0] == 4 && is_year(value[0]) && (n == 1 || (n == 2 && !value[1])))
        shape |= BIT(SHAPE_YEAR);
    if (is_range(cell))
        shape |= BIT(SHAPE_RANGE);
    if (is_money(cell))
        shape |= BIT(SHAPE_MONEY);
    if (cell->length >= 3 && cell->length <= 10 && cell->digits >= 2 && cell->letters <= 5 &&
        cell->spaces <= 1 && !cell->commas && !cell->slashes && !cell->ats && cell->plain &&
        cell->others <= 1 && !cell->dots)
        shape |= BIT(SHAPE_POSTAL);
    return shape | (cell->digits > 11 ? first_phone_shape(cell) : phone_shape(cell));
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
            letters = letters && (is_alpha(c) || (unsigned char)c >= 0x80 || c == '.' || c == '-' ||
                                  c == '\'');
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
count_parts(struct arena *arena, const struct mapping_lexicon *lexicon, const struct cell *cell,
            size_t *parts, size_t *people, size_t *longest)
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
list_shape(struct arena *arena, const struct mapping_lexicon *lexicon, const struct cell *cell)
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
word_shape(struct arena *arena, const struct mapping_lexicon *lexicon, const struct cell *cell)
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
    if (n <= 6 && !cell->digits && cell->letters > 1)
        shape |= BIT(SHAPE_WORDS);
    return shape;
}

/* What bytes tell: addresses and numbers. */
static unsigned
byte_shape(const struct cell *cell)
{
    unsigned shape = cell->ats ? email_shape(cell) : 0;
    if (!shape)
        shape = web_shape(cell);
    if (shape)
        return shape;
    shape = number_shape(cell);
    if (cell->length >= 80 && cell->spaces >= 8)
        shape |= BIT(SHAPE_LONG_TEXT);
    if ((cell->length == 2 || cell->length == 3) && cell->upper == cell->length)
        shape |= BIT(SHAPE_CODE2);
    if (cell->length == 1 && (*cell->text == '0' || *cell->text == '1'))
        shape |= BIT(SHAPE_YES_NO);
    /* a number and words, not much else: "12 High Street", "Hauptstr. 5, 10115 Berlin" */
    if (cell->digits && cell->letters > 3 && cell->spaces && cell->digits * 2 < cell->length)
        shape |= BIT(SHAPE_STREET);
    return shape;
}

/* What words tell. */
static unsigned
text_shape(struct arena *arena, const struct mapping_lexicon *words, const struct cell *cell)
{
    unsigned shape = 0;
    if (!cell->letters)
        return 0;
    if (cell->length < 200)
        shape |= word_shape(arena, words, cell);
    if (cell->commas || cell->semicolons || cell->slashes || cell->others)
        shape |= list_shape(arena, words, cell);
    if (!cell->digits && cell->spaces <= 4 && cell->length <= 40 &&
        country_read(arena, arena_strndup(arena, cell->text, cell->length)))
        shape |= BIT(SHAPE_COUNTRY);
    return shape;
}

unsigned
mapping_shapes_of(struct arena *arena, const struct mapping_lexicon *words, const char *value)
{
    struct cell cell;
    look(value, &cell);
    unsigned shape = cell.length ? byte_shape(&cell) : 0;
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

static void
count(struct tally *tally, struct arena *arena, const struct mapping_lexicon *words,
      const struct cell *cell)
{
    const uint64_t hash = hash_of(cell->text);
    struct seen *seen = seen_at(tally, hash);
    if (!seen->hash) {
        seen->hash = hash;
        seen->shape = byte_shape(cell);
        /* words cost most, and forty different values tell enough of them */
        seen->read = tally->different++ < READ_MAX;
        if (seen->read && !(seen->shape & ADDRESSES))
            seen->shape |= text_shape(arena, words, cell);
    }
    tally->looked++;
    tally->read += seen->read;
    tally->bytes += cell->length;
    for (unsigned bits = seen->read ? seen->shape : seen->shape & ~WORD_SHAPES; bits;
         bits &= bits - 1)
        tally->counts[__builtin_ctz(bits)]++;
    if (!(seen->shape & (BIT(SHAPE_URL) | BIT(SHAPE_DOMAIN))))
        return;
    struct span host = host_of(cell);
    if (!tally->hosts++)
        tally->host = host;
    tally->same +=
        host.length == tally->host.length && !strncasecmp(host.data, tally->host.data, host.length);
}

void
mapping_shapes_read(struct arena *arena, const struct mapping_lexicon *words,
                    const char *const *const *rows, size_t n_rows, size_t column,
                    struct mapping_shapes *out)
{
    struct tally tally = {0};
    *out = (struct mapping_shapes){.rows = n_rows};
    for (size_t r = 0; r < n_rows; r++) {
        struct cell cell;
        look(rows[r][column], &cell);
        out->filled += cell.length > 0;
        if (cell.length && tally.looked < LOOKED_MAX)
            count(&tally, arena, words, &cell);
    }
    if (!tally.looked)
        return;
    for (unsigned s = 0; s < SHAPE_COUNT; s++)
        out->share[s] =
            (double)tally.counts[s] / (double)(WORD_SHAPES >> s & 1 ? tally.read : tally.looked);
    out->distinct = (double)tally.different / (double)tally.looked;
    out->same_host = tally.hosts > 1 ? (double)tally.same / (double)tally.hosts : 0;
    out->mean_length = (double)tally.bytes / (double)tally.looked;
}
