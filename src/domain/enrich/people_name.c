/* Names on pages. See people_name.h. */
#include "domain/enrich/people_name.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "domain/contact/person_words.h"
#include "domain/enrich/people_given.h"
#include "domain/enrich/people_words.h"

enum { NAME_BYTES = 80, WORD_BYTES = 48, NAME_WORDS = 5 };

/* What was read of the line so far. */
struct reading {
    int names;       /* words that name somebody, initials not counted */
    bool given;      /* one of them is a common given name */
    bool address;    /* "Dr." */
    bool initials;   /* "J." */
    bool first_low;  /* it begins with "de", written small */
    bool behind;     /* a comma came: only degrees may follow */
    bool ends_plain; /* the last word is a name */
};

/* Letters, marks, "'", "-" and "." only; capitalised. */
static bool
has_form(const char *word, size_t length, bool *capital)
{
    size_t at = 0, letters = 0;
    int32_t cp;
    *capital = false;
    while (at < length && (cp = text_next(word, length, &at)) >= 0) {
        if (text_is_letter(cp)) {
            if (letters++ == 0)
                *capital = text_is_upper(cp);
        } else if (!text_is_mark(cp) && cp != '\'' && cp != 0x2019 && cp != '-' && cp != 0x2010 &&
                   cp != 0x2011 && cp != '.')
            return false;
    }
    return letters > 0;
}

/* The word as the tables have it: folded, without dots. */
static const char *
key_of(struct arena *arena, const char *word)
{
    char *key = text_fold(arena, word), *to = key;
    for (const char *from = key; *from; from++)
        if (*from != '.')
            *to++ = *from;
    *to = '\0';
    return key;
}

/* "J." or "J" in the middle of a name. */
static bool
is_initial(const char *word, const char *key)
{
    return strlen(key) <= 2 && (strlen(key) == 1 || strchr(word, '.') != NULL);
}

/* "jun." of German names, "ml." of Czech ones. */
static bool
is_generation(const char *key)
{
    return !strcmp(key, "jun") || !strcmp(key, "sen") || !strcmp(key, "ml") || !strcmp(key, "st");
}

/* Jan "Honza" Pokorny: what people call him. */
static bool
is_quoted(const char *word)
{
    static const char *const marks[] = {"\"", "“", "„", "”", "«", "‘", "(", "'"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts(word, marks[i]))
            return true;
    return false;
}

/* A form of address that tables of names do not have: "lek.", "Maitre". */
static bool
is_address(const char *word, const char *key)
{
    size_t length = strlen(word);
    bool small = word[0] >= 'a' && word[0] <= 'z';
    return (small && length > 2 && length < 7 && word[length - 1] == '.') ||
           !strcmp(key, "maitre") || !strcmp(key, "cp") || !strcmp(key, "lic") ||
           !strcmp(key, "mtro") || !strcmp(key, "mtra") || !strcmp(key, "doc");
}

static bool
is_given(struct arena *arena, const char *key)
{
    const char *dash = strchr(key, '-');
    return people_given_is(key) ||
           (dash && people_given_is(arena_strndup(arena, key, (size_t)(dash - key))));
}

/* Takes one word; false when a name has no such word. */
static bool
take(struct arena *arena, struct reading *reading, const char *word)
{
    bool capital, first = reading->names == 0;
    const char *key = key_of(arena, word);
    if (!first && is_quoted(word))
        return true;
    if (!has_form(word, strlen(word), &capital))
        return false;
    if (first && (person_words_title(key) == PERSON_TITLE_SURE || is_address(word, key)) &&
        !people_given_is(key)) {
        reading->address = true;
        return true;
    }
    if (first && reading->address && person_words_title(key) == PERSON_TITLE_FOLLOWER)
        return true;
    if (reading->names >= 2 && is_generation(key))
        return true;
    if (reading->behind ||
        (reading->names >= 2 && person_words_suffix(key) != PERSON_SUFFIX_NONE && capital))
        return reading->names >= 2 && (person_words_suffix(key) != PERSON_SUFFIX_NONE ||
                                       person_words_title(key) != PERSON_TITLE_NONE);
    if (person_words_is_particle(key)) {
        reading->first_low = reading->first_low || (first && !capital);
        reading->ends_plain = false;
        return true;
    }
    if (!first && person_words_is_conjunction(key) && strchr("yi", key[0]) && !key[1])
        return true;
    if (!capital || people_words_is_no_name(key))
        return false;
    if (is_initial(word, key)) {
        reading->initials = reading->initials || strchr(word, '.') != NULL;
        return !first || reading->initials;
    }
    reading->given = reading->given || is_given(arena, key);
    reading->names++;
    reading->ends_plain = true;
    return true;
}

enum people_name
people_name_read(struct arena *arena, const char *text)
{
    struct reading reading = {0};
    size_t length = strlen(text);
    if (length < 5 || length > NAME_BYTES)
        return PEOPLE_NAME_NO;
    for (const char *at = text; *at;) {
        size_t word = strcspn(at, " ,");
        if (word >= WORD_BYTES)
            return PEOPLE_NAME_NO;
        if (word > 0 && !take(arena, &reading, arena_strndup(arena, at, word)))
            return PEOPLE_NAME_NO;
        at += word;
        reading.behind = reading.behind || *at == ',';
        at += *at != '\0';
    }
    bool whole =
        reading.names >= 2 || (reading.names == 1 && (reading.address || reading.initials));
    if (!whole || reading.names > NAME_WORDS || !reading.ends_plain || reading.first_low)
        return PEOPLE_NAME_NO;
    return reading.given || reading.address ? PEOPLE_NAME_LIKELY : PEOPLE_NAME_FORM;
}
