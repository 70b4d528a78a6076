/* How often the letters beyond ASCII are in the languages that single-byte code pages were made
 * for, and which code pages those are. Data for charset_model.c only; rounded letter frequencies
 * of running text, as found in any handbook of cryptanalysis or encyclopedia. */
#ifndef LEADGEN_BASE_CHARSET_LETTERS_H
#define LEADGEN_BASE_CHARSET_LETTERS_H

#include <stdbool.h>

enum charset_group {
    CHARSET_WESTERN = 1 << 0,
    CHARSET_CENTRAL = 1 << 1,
    CHARSET_TURKISH = 1 << 2,
    CHARSET_BALTIC = 1 << 3,
    CHARSET_CYRILLIC = 1 << 4,
    CHARSET_GREEK = 1 << 5,
    CHARSET_HEBREW = 1 << 6,
    CHARSET_ARABIC = 1 << 7,
    CHARSET_THAI = 1 << 8,
    CHARSET_VIETNAMESE = 1 << 9
};

/* A language: each lower-case letter beyond ASCII with its count in 10,000 letters. */
struct charset_language {
    unsigned groups; /* of the code pages it is written in */
    bool latin;      /* its other letters are ASCII */
    const char *letters;
};

/* A code page. prior: logarithm of how likely it is in files of today, against windows-1252. */
struct charset_page {
    const char *name;
    enum charset_group group;
    double prior;
};

extern const struct charset_language charset_languages[];
extern const unsigned charset_language_count;
extern const struct charset_page charset_pages[];
extern const unsigned charset_page_count;

#endif
