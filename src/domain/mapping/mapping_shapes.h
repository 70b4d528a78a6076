/* Value shapes: what the values of a column look like, whatever its header says. Called by
 * import_mapping.c. Pure and cheap: 120 cells a column at most are looked at; it recognises, it does
 * not normalise. */
#ifndef LEADGEN_DOMAIN_MAPPING_SHAPES_H
#define LEADGEN_DOMAIN_MAPPING_SHAPES_H

#include <stddef.h>

#include "base/arena.h"
#include "domain/mapping/mapping_lexicon.h"

/* What one value may look like; several at once where it is open. */
enum mapping_shape {
    SHAPE_EMAIL,
    SHAPE_ROLE_EMAIL, /* of a desk: info@, sales@ */
    SHAPE_URL,
    SHAPE_LINKEDIN_PERSON,
    SHAPE_LINKEDIN_COMPANY,
    SHAPE_CRUNCHBASE,
    SHAPE_IMAGE,
    SHAPE_DOMAIN,
    SHAPE_PHONE,
    SHAPE_SURE_PHONE, /* written as only phone numbers are */
    SHAPE_NUMBER,
    SHAPE_YEAR,
    SHAPE_DATE,
    SHAPE_RANGE, /* "11-50", "50+" */
    SHAPE_MONEY,
    SHAPE_POSTAL,
    SHAPE_WORDS,  /* letters, no digits, at most six words */
    SHAPE_PERSON, /* two to four words as in names of people */
    SHAPE_LAST_FIRST,
    SHAPE_FIRST_NAME, /* holds a well-known given name */
    SHAPE_ONE_WORD,
    SHAPE_PEOPLE,  /* several names of people */
    SHAPE_COMPANY, /* ends or begins with a legal form */
    SHAPE_JOB,
    SHAPE_HONORIFIC,
    SHAPE_STREET,
    SHAPE_CODE2, /* two or three capitals */
    SHAPE_COUNTRY,
    SHAPE_LONG_TEXT,
    SHAPE_LIST, /* short parts between commas or semicolons */
    SHAPE_YES_NO,
    SHAPE_COUNT
};

/* Shapes found by reading words, which is done of the first different values only; the bit says so. */
#define MAPPING_WORD_SHAPES                                                                        \
    (1u << SHAPE_WORDS | 1u << SHAPE_PERSON | 1u << SHAPE_LAST_FIRST | 1u << SHAPE_FIRST_NAME |    \
     1u << SHAPE_ONE_WORD | 1u << SHAPE_PEOPLE | 1u << SHAPE_COMPANY | 1u << SHAPE_JOB |           \
     1u << SHAPE_HONORIFIC | 1u << SHAPE_COUNTRY | 1u << SHAPE_LIST | 1u << SHAPE_STREET |         \
     1u << SHAPE_DATE | 1u << SHAPE_YES_NO)
#define MAPPING_WORDS_READ (1u << SHAPE_COUNT)
enum { MAPPING_LOOKED_MAX = 120 };

struct mapping_shapes {
    size_t rows, filled, looked;
    unsigned bits[MAPPING_LOOKED_MAX]; /* 1 << enum mapping_shape of each value looked at */
    double share[SHAPE_COUNT];         /* of the filled values that were looked at */
    double distinct;                   /* share of different values */
    double same_host;                  /* of web addresses: share at the host of the first one */
    double mean_length;                /* bytes */
};

/* The word list that values are held against, built once for a file. */
struct mapping_lexicon *mapping_shapes_words(struct arena *arena);

/* Looks at column `column` of the rows. */
void mapping_shapes_read(struct arena *arena, const struct mapping_lexicon *words,
                         const char *const *const *rows, size_t n_rows, size_t column,
                         struct mapping_shapes *out);

/* Bits (1 << enum mapping_shape) of one value. */
unsigned mapping_shapes_of(struct arena *arena, const struct mapping_lexicon *words,
                           const char *value);

/* Rows of the word list, for mapping_value_words.c; ended by a row without phrases. */
enum mapping_value_word {
    VALUE_FIRST_NAME = 1,
    VALUE_JOB,
    VALUE_STREET,
    VALUE_YES_NO,
    VALUE_MONTH,
    VALUE_ADDRESSING, /* Mr, Frau */
    VALUE_N
};
struct mapping_value_words {
    enum mapping_value_word kind;
    const char *words;
};
extern const struct mapping_value_words mapping_value_words[];

#endif
