/* The longest common subsequence of words. See word_diff.h. */
#include "base/word_diff.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum { WORDS_MOST = 600 }; /* of each side, between what both begin and end with */

struct words {
    const struct span *at;
    size_t n;
};

/* Words with the white space behind them. */
static struct words
split(struct arena *arena, const char *text)
{
    size_t length = strlen(text), n = 0;
    struct span *out = ARENA_ARRAY(arena, length + 1, struct span);
    for (size_t at = 0; at < length;) {
        size_t from = at;
        while (at < length && text[at] != ' ' && text[at] != '\n')
            at++;
        while (at < length && (text[at] == ' ' || text[at] == '\n'))
            at++;
        out[n++] = (struct span){text + from, at - from};
    }
    return (struct words){out, n};
}

static bool
equal(struct span a, struct span b)
{
    return a.length == b.length && !memcmp(a.data, b.data, a.length);
}

struct parts {
    struct arena *arena;
    struct word_diff_part *out;
    size_t n;
    struct buf text; /* of the part being made */
    bool open;
    enum word_diff_kind kind;
};

static void
finish(struct parts *parts)
{
    if (parts->open)
        parts->out[parts->n++] = (struct word_diff_part){parts->kind, parts->text.data};
    parts->open = false;
}

static void
add(struct parts *parts, enum word_diff_kind kind, struct span word)
{
    if (parts->open && parts->kind != kind)
        finish(parts);
    if (!parts->open)
        buf_init(&parts->text, parts->arena, SIZE_MAX);
    parts->open = true;
    parts->kind = kind;
    buf_add(&parts->text, word.data, word.length);
}

static void
add_all(struct parts *parts, enum word_diff_kind kind, struct words words)
{
    for (size_t i = 0; i < words.n; i++)
        add(parts, kind, words.at[i]);
}

/* What lies between, by the table of longest common tails. */
static void
middle(struct parts *parts, struct words a, struct words b)
{
    if (a.n > WORDS_MOST || b.n > WORDS_MOST) {
        add_all(parts, WORD_DIFF_DELETED, a);
        add_all(parts, WORD_DIFF_INSERTED, b);
        return;
    }
    size_t wide = b.n + 1, i = 0, k = 0;
    uint16_t *longest = ARENA_ARRAY(parts->arena, (a.n + 1) * wide, uint16_t);
    for (i = a.n; i-- > 0;)
        for (k = b.n; k-- > 0;) {
            uint16_t down = longest[(i + 1) * wide + k], right = longest[i * wide + k + 1];
            longest[i * wide + k] = equal(a.at[i], b.at[k])
                                        ? (uint16_t)(longest[(i + 1) * wide + k + 1] + 1)
                                    : down > right ? down
                                                   : right;
        }
    for (i = k = 0; i < a.n || k < b.n;) {
        if (i < a.n && k < b.n && equal(a.at[i], b.at[k])) {
            add(parts, WORD_DIFF_SAME, a.at[i++]);
            k++;
        } else if (i < a.n &&
                   (k == b.n || longest[(i + 1) * wide + k] >= longest[i * wide + k + 1])) {
            add(parts, WORD_DIFF_DELETED, a.at[i++]);
        } else {
            add(parts, WORD_DIFF_INSERTED, b.at[k++]);
        }
    }
}

size_t
word_diff(struct arena *arena, const char *before, const char *after, struct word_diff_part **out)
{
    struct words a = split(arena, before), b = split(arena, after);
    struct parts parts = {.arena = arena,
                          .out = ARENA_ARRAY(arena, a.n + b.n + 1, struct word_diff_part)};
    size_t head = 0, tail = 0;
    while (head < a.n && head < b.n && equal(a.at[head], b.at[head]))
        head++;
    while (tail < a.n - head && tail < b.n - head &&
           equal(a.at[a.n - 1 - tail], b.at[b.n - 1 - tail]))
        tail++;
    add_all(&parts, WORD_DIFF_SAME, (struct words){a.at, head});
    middle(&parts, (struct words){a.at + head, a.n - head - tail},
           (struct words){b.at + head, b.n - head - tail});
    add_all(&parts, WORD_DIFF_SAME, (struct words){a.at + (a.n - tail), tail});
    finish(&parts);
    *out = parts.out;
    return parts.n;
}
