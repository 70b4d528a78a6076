/* Header words: what the name of a column says it means, in twenty languages, with tolerance for
 * typing errors. Called by import_mapping.c. Pure; looks at no values. */
#ifndef LEADGEN_DOMAIN_MAPPING_HEADERS_H
#define LEADGEN_DOMAIN_MAPPING_HEADERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "domain/mapping/mapping_meaning.h"

/* One row of a word table: phrases, parted by "|", that mean the same in one language. */
struct mapping_words {
    enum mapping_meaning meaning;
    const char *phrases;
};
struct mapping_language {
    const char *name; /* "German"; NULL ends the table */
    const struct mapping_words *words;
};

/* The word tables, each ended by a row without phrases resp. without name. */
extern const struct mapping_words mapping_words_english[];
extern const struct mapping_language mapping_words_west[];
extern const struct mapping_language mapping_words_north[];
extern const struct mapping_language mapping_words_east[];

/* Whose value it is, as far as the header says. */
enum mapping_whose { OF_ANYONE, OF_PERSON, OF_COMPANY };

/* Which of several values it is, as far as the header says; in order of preference. */
enum mapping_rank { RANK_MAIN, RANK_WORK, RANK_PLAIN, RANK_SECOND, RANK_HOME };

struct mapping_reading {
    enum mapping_meaning meaning;
    enum mapping_whose whose;
    enum mapping_rank rank;
    int number;           /* "E-mail 2": 2; 0 when none */
    double strength;      /* 0..1: how sure the words are */
    const char *language; /* "German"; NULL for English and where it is open */
    const char *read_as;  /* the known phrase, when the header is misspelt; else NULL */
    bool partial;         /* some words of the header are not understood */
    bool people;          /* a name, but of someone like "CEO" beside the record */
};

/* Reads all headers of a file together: the other columns decide the language of a word that two
 * languages share. `out` has room for n. */
void mapping_headers_read(struct arena *arena, const char *const *headers, size_t n,
                          struct mapping_reading *out);

/* A header as a key: folded, letters and digits only ("E-mail 1 - Value": "email1value"). */
const char *mapping_headers_key(struct arena *arena, const char *header);

#endif
