/* A table of phrases, each with tags and the languages in which it has them: the index over the
 * word lists of the mapping step. Called by mapping_headers.c and mapping_shapes.c. */
#ifndef LEADGEN_DOMAIN_MAPPING_LEXICON_H
#define LEADGEN_DOMAIN_MAPPING_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct mapping_phrase {
    const char *key;  /* folded, letters and digits only */
    size_t length;    /* of the key, bytes */
    uint32_t letters; /* one bit per letter in the key: what two keys at least differ in */
    unsigned tag;
    uint32_t languages;           /* bit set */
    struct mapping_phrase *other; /* the same key with another tag, or NULL */
    struct mapping_phrase *next;  /* the phrase added after this one, or NULL */
};

struct mapping_lexicon;

struct mapping_lexicon *mapping_lexicon_new(struct arena *arena);

/* Adds phrases parted by "|" under a tag, in language number `language` (0..31). */
void mapping_lexicon_add(struct mapping_lexicon *lexicon, const char *phrases, unsigned tag,
                         unsigned language);

/* The phrase with this key, first tag first; NULL when unknown. */
const struct mapping_phrase *mapping_lexicon_get(const struct mapping_lexicon *lexicon,
                                                 const char *key);

/* The first phrase added, to walk all by `next`. */
const struct mapping_phrase *mapping_lexicon_first(const struct mapping_lexicon *lexicon);

/* The bits of a key's letters. */
uint32_t mapping_lexicon_letters(const char *key);

/* The key of a text: folded, letters and digits only ("E-Mail" and "email" are one). */
const char *mapping_lexicon_key(struct arena *arena, const char *text, size_t length);

#endif
