/* Phrases in a map, with chains of tags. See mapping_lexicon.h. */
#include "domain/mapping/mapping_lexicon.h"

#include <stdbool.h>
#include <string.h>

#include "base/map.h"
#include "base/text.h"

enum { PHRASES = 8192 }; /* about as many as there are */

struct mapping_lexicon {
    struct arena *arena;
    struct map *phrases;
    struct mapping_phrase *first, *last;
};

struct mapping_lexicon *
mapping_lexicon_new(struct arena *arena)
{
    struct mapping_lexicon *lexicon = ARENA_NEW(arena, struct mapping_lexicon);
    lexicon->arena = arena;
    lexicon->phrases = map_new(arena, PHRASES);
    return lexicon;
}

/* Lower-case letters and digits of ASCII text; false when there is something else than ASCII. */
static bool
ascii_key(char *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if ((unsigned char)c >= 0x80)
            return false;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            *out++ = c;
        else if (c >= 'A' && c <= 'Z')
            *out++ = (char)(c - 'A' + 'a');
    }
    *out = '\0';
    return true;
}

const char *
mapping_lexicon_key(struct arena *arena, const char *text, size_t length)
{
    char *key = arena_alloc(arena, length + 1);
    if (ascii_key(key, text, length))
        return key;
    const char *folded = text_fold(arena, arena_strndup(arena, text, length));
    size_t n = 0, at = 0, total = strlen(folded);
    key = arena_alloc(arena, total + 1);
    while (at < total) {
        size_t here = at;
        int32_t cp = text_next(folded, total, &at);
        if (cp < 0 || !(text_is_letter(cp) || text_is_digit(cp)))
            continue;
        memcpy(key + n, folded + here, at - here);
        n += at - here;
    }
    return key;
}

const struct mapping_phrase *
mapping_lexicon_get(const struct mapping_lexicon *lexicon, const char *key)
{
    return map_get(lexicon->phrases, key);
}

const struct mapping_phrase *
mapping_lexicon_first(const struct mapping_lexicon *lexicon)
{
    return lexicon->first;
}

uint32_t
mapping_lexicon_letters(const char *key)
{
    uint32_t bits = 0;
    for (; *key; key++)
        bits |= UINT32_C(1) << ((unsigned char)*key & 31);
    return bits;
}

static void
add_one(struct mapping_lexicon *lexicon, const char *key, unsigned tag, uint32_t language)
{
    struct mapping_phrase *before = NULL;
    if (!*key)
        return;
    for (struct mapping_phrase *p = map_get(lexicon->phrases, key); p; p = p->other) {
        before = p;
        if (p->tag == tag) {
            p->languages |= language;
            return;
        }
    }
    struct mapping_phrase *phrase = ARENA_NEW(lexicon->arena, struct mapping_phrase);
    *phrase = (struct mapping_phrase){
        key, strlen(key), mapping_lexicon_letters(key), tag, language, NULL, NULL};
    if (before)
        before->other = phrase;
    else
        map_put(lexicon->phrases, key, phrase);
    if (lexicon->last)
        lexicon->last->next = phrase;
    else
        lexicon->first = phrase;
    lexicon->last = phrase;
}

void
mapping_lexicon_add(struct mapping_lexicon *lexicon, const char *phrases, unsigned tag,
                    unsigned language)
{
    while (*phrases) {
        size_t length = strcspn(phrases, "|");
        add_one(lexicon, mapping_lexicon_key(lexicon->arena, phrases, length), tag,
                UINT32_C(1) << (language & 31));
        phrases += length;
        if (*phrases)
            phrases++;
    }
}
