/* Capitals of names. See person_case.h. */
#include "domain/contact/person_case.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/contact/person_words.h"

bool
person_case_is_single(const char *text)
{
    size_t length = strlen(text), at = 0;
    int upper = 0, lower = 0;
    while (at < length) {
        int32_t cp = text_next(text, length, &at);
        upper += text_is_upper(cp);
        lower += text_is_lower(cp);
        if (upper > 0 && lower > 0)
            return false;
    }
    return upper + lower > 1;
}

/* "jp", "tj": initials run together, which stay capitals. */
static bool
is_initials(const char *lower)
{
    size_t n = strlen(lower);
    return n > 1 && n < 4 && strspn(lower, "bcdfghjklmnpqrstvwxz") == n;
}

/* Families whose "Mac" is followed by a capital; Machado, Macek and Mackey are not among them. */
static bool
is_mac(const char *lower)
{
    static const char *const rests[] = {
        "arthur", "aulay",  "donald", "dougall", "farlane", "gregor",  "intosh", "intyre",
        "kenzie", "kinnon", "lean",   "leod",    "millan",  "pherson", "queen",  "rae"};
    if (!text_starts(lower, "mac"))
        return false;
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        if (!strcmp(lower + 3, rests[i]))
            return true;
    return false;
}

/* One part between hyphens and apostrophes. */
static void
add_part(struct buf *out, struct arena *arena, const char *lower)
{
    size_t n = strlen(lower);
    if (is_initials(lower)) {
        for (size_t i = 0; i < n; i++)
            buf_char(out, (char)(lower[i] - 32));
    } else if (n > 3 && text_starts(lower, "mc")) {
        buf_text(out, "Mc");
        buf_text(out, text_title(arena, lower + 2));
    } else if (is_mac(lower)) {
        buf_text(out, "Mac");
        buf_text(out, text_title(arena, lower + 3));
    } else {
        buf_text(out, text_title(arena, lower));
    }
}

static size_t
joint_length(const char *at)
{
    if (*at == '-' || *at == '\'' || *at == '.')
        return 1;
    return text_starts(at, "\u2019") ? 3 : 0;
}

/* A word with its hyphens, apostrophes and dots kept: each part gets a capital. */
static void
add_word(struct buf *out, struct arena *arena, const char *lower)
{
    while (*lower) {
        size_t n = 0, joint = 0;
        while (lower[n] && (joint = joint_length(lower + n)) == 0)
            n++;
        /* "john's": what follows is no name */
        if (out->length > 0 && n == 1 && !lower[n] && joint_length(out->data + out->length - 1))
            buf_text(out, lower);
        else if (n > 0)
            add_part(out, arena, arena_strndup(arena, lower, n));
        buf_add(out, lower + n, joint);
        lower += n + joint;
    }
}

const char *
person_case_fix(struct arena *arena, const char *words, bool family)
{
    struct buf out;
    buf_init(&out, arena, 4 * strlen(words) + 16);
    const char *lower = text_lower(arena, words);
    while (*lower) {
        size_t n = strcspn(lower, " ");
        const char *word = arena_strndup(arena, lower, n);
        bool last = !lower[n];
        if (out.length > 0)
            buf_char(&out, ' ');
        bool joins = person_words_is_particle(word) || person_words_is_conjunction(word);
        if (joins && !last && (family || out.length > 0))
            buf_text(&out, word);
        else
            add_word(&out, arena, word);
        lower += n + (lower[n] == ' ');
    }
    return out.data;
}
