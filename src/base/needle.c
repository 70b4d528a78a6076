/* Many phrases and patterns in one pass. See needle.h. */
#include "base/needle.h"

#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

struct needles {
    hs_database_t *database; /* NULL: there are no needles */
    hs_scratch_t *scratch;
    const size_t *lengths; /* of phrases, in bytes; 0 of patterns */
    const bool *open;      /* the last word may go on */
    const bool *aside;
    const struct needle_foldings *foldings;
};

/* --- compiling ------------------------------------------------------------------------------- */

/* A phrase folded as texts are, with "-" and blanks alike; *open: it ended in an asterisk. */
static const char *
fold_phrase(struct arena *arena, const char *phrase, bool *open)
{
    size_t length = strlen(phrase), at = 0;
    struct buf buf;
    buf_init(&buf, arena, 8 * length + 1);
    *open = length > 1 && phrase[length - 1] == '*';
    length -= *open;
    while (at < length) {
        size_t from = at;
        int32_t cp = text_next(phrase, length, &at);
        const char *sign = needle_sign(cp);
        if (sign)
            buf_text(&buf, sign);
        else
            buf_add(&buf, phrase + from, at - from);
    }
    return text_fold(arena, buf.data);
}

/* As an expression: every byte itself, but blanks. */
static const char *
phrase_expression(struct arena *arena, const char *folded)
{
    struct buf buf;
    buf_init(&buf, arena, 8 * strlen(folded) + 1);
    for (; *folded; folded++) {
        unsigned char byte = (unsigned char)*folded;
        if (byte == ' ' || byte == '-')
            buf_text(&buf, "[ \\n-]");
        else
            buf_printf(&buf, "\\x%02x", byte);
    }
    return buf.data;
}

/* Accents off, signs plain; capitals stay, for \W is not \w. */
static const char *
pattern_expression(struct arena *arena, const char *pattern)
{
    size_t length = strlen(pattern), at = 0;
    struct buf buf;
    buf_init(&buf, arena, 8 * length + 1);
    while (at < length) {
        size_t from = at;
        int32_t cp = text_next(pattern, length, &at);
        const char *sign = cp < 0x80 ? NULL : needle_sign(cp);
        if (sign)
            buf_text(&buf, sign);
        else if (cp < 0x80)
            buf_add(&buf, pattern + from, at - from);
        else
            buf_text(&buf, text_fold(arena, arena_strndup(arena, pattern + from, at - from)));
    }
    return buf.data;
}

static const unsigned PATTERN_FLAGS = HS_FLAG_CASELESS | HS_FLAG_SOM_LEFTMOST;

/* What the library says, as a sentence about the pattern. */
static const char *
library_problem(struct arena *arena, const char *said)
{
    if (strstr(said, "close parenthesis"))
        return "A bracket is never closed: add a closing one.";
    if (strstr(said, "pen parenthesis") || strstr(said, "nmatched parenth"))
        return "A bracket is closed that was never opened.";
    if (strstr(said, "haracter class"))
        return "A square bracket is never closed: add ].";
    if (strstr(said, "too large"))
        return "The pattern says too much at once: use smaller repeats or several patterns.";
    if (strstr(said, "Zero-width") || strstr(said, "ook"))
        return "Look-around is not supported: use the phrases not to be near.";
    if (strstr(said, "Back-ref"))
        return "References back are not supported.";
    return arena_printf(arena, "This is no pattern that can be searched for: %s", said);
}

static const char *
pattern_problem(struct arena *arena, const char *pattern)
{
    const char *expression = pattern_expression(arena, pattern);
    hs_expr_info_t *info = NULL;
    hs_compile_error_t *error = NULL;
    bool classed = false;
    for (const char *p = expression; *p; p++) {
        if (*p == '\\' && p[1] && strchr("pPXRQEC", *++p))
            return "\\p, \\P, \\X, \\R, \\C, \\Q and \\E are not supported: write the letters.";
        if (*p == '(' && (p[1] == '?' || p[1] == '*') && !(p[1] == '?' && p[2] == ':'))
            return "A bracket begins with ? or *: only (?: is supported.";
        classed = *p == '[' || (classed && *p != ']');
        if (classed && (unsigned char)*p >= 0x80)
            return "Letters without a plain form cannot stand in square brackets: use (а|б).";
    }
    if (hs_expression_info(expression, PATTERN_FLAGS, &info, &error) != HS_SUCCESS) {
        const char *problem = library_problem(arena, error->message);
        hs_free_compile_error(error);
        return problem;
    }
    hs_expr_info_t widths = *info;
    free(info);
    if (widths.min_width < 2)
        return "The pattern matches almost anything: it has to hold two letters at least.";
    if (widths.max_width > NEEDLE_PATTERN_MOST)
        return "The pattern may match very long text: use {0,20} in place of * and +.";
    return NULL;
}

const char *
needle_problem(struct arena *arena, const struct needle *needle)
{
    bool open;
    size_t most = needle->pattern ? NEEDLE_PATTERN_MOST : NEEDLE_PHRASE_MOST;
    if (!text_is_utf8(needle->text, strlen(needle->text)))
        return "This is not valid text.";
    if (text_count(needle->text) > most)
        return arena_printf(arena, "At most %zu characters.", most);
    if (!needle->pattern) {
        const char *folded = fold_phrase(arena, needle->text, &open);
        return *folded && !text_starts(folded, "*") ? NULL : "A phrase has a word at least.";
    }
    const char *problem = pattern_problem(arena, needle->text);
    if (problem)
        return problem;
    /* some are found to be too large only when they are compiled */
    struct ctx ctx = {.arena = arena};
    struct needles *out;
    return needles_compile(&ctx, arena, needle, 1, &out) ? NULL
                                                         : library_problem(arena, ctx.err.message);
}

static void
free_database(void *database)
{
    hs_free_database(database);
}

static void
free_scratch(void *scratch)
{
    hs_free_scratch(scratch);
}

bool
needles_compile(struct ctx *ctx, struct arena *owner, const struct needle *of, size_t n,
                struct needles **out)
{
    struct needles *needles = ARENA_NEW(owner, struct needles);
    const char **expressions = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    unsigned *flags = ARENA_ARRAY(ctx->arena, n + 1, unsigned),
             *ids = ARENA_ARRAY(ctx->arena, n + 1, unsigned);
    size_t *lengths = ARENA_ARRAY(owner, n + 1, size_t);
    bool *open = ARENA_ARRAY(owner, n + 1, bool), *aside = ARENA_ARRAY(owner, n + 1, bool);
    hs_compile_error_t *error = NULL;
    for (size_t i = 0; i < n; i++) {
        ids[i] = (unsigned)i;
        aside[i] = of[i].aside;
        if (of[i].pattern) {
            expressions[i] = pattern_expression(ctx->arena, of[i].text);
            flags[i] = PATTERN_FLAGS;
            continue;
        }
        const char *folded = fold_phrase(ctx->arena, of[i].text, &open[i]);
        lengths[i] = strlen(folded);
        expressions[i] = phrase_expression(ctx->arena, folded);
    }
    *needles = (struct needles){NULL, NULL, lengths, open, aside, needle_foldings(owner)};
    *out = needles;
    if (n == 0)
        return true;
    if (hs_compile_multi(expressions, flags, ids, (unsigned)n, HS_MODE_BLOCK, NULL,
                         &needles->database, &error) != HS_SUCCESS) {
        bool pattern = error->expression >= 0;
        char message[ERR_MESSAGE_SIZE];
        snprintf(message, sizeof message, "%s", error->message);
        hs_free_compile_error(error);
        return err_raise(ctx, pattern ? ERR_BUG : ERR_UNAVAILABLE, "%s", message);
    }
    arena_defer(owner, free_database, needles->database);
    if (hs_alloc_scratch(needles->database, &needles->scratch) != HS_SUCCESS)
        return err_raise(ctx, ERR_UNAVAILABLE, "There is no memory to search with.");
    arena_defer(owner, free_scratch, needles->scratch);
    return true;
}

void
needles_fold(const struct needles *needles, struct arena *arena, const char *text, size_t length,
             struct needle_text *out)
{
    needle_fold(arena, needles->foldings, text, length, out);
}

/* --- searching ------------------------------------------------------------------------------- */

struct search {
    const struct needles *needles;
    const struct needle_text *text;
    struct arena *arena;
    struct needle_hit *hits;
    size_t n, size;
};

enum letter { LETTER_NONE, LETTER_WORD, LETTER_WHOLE };

/* Scripts without blanks between words have a border everywhere. */
static enum letter
letter_of(int32_t cp)
{
    if (cp < 0)
        return LETTER_NONE;
    if ((cp >= 0x0E00 && cp <= 0x0EFF) || (cp >= 0x3040 && cp <= 0x30FF) ||
        (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
        (cp >= 0x20000 && cp <= 0x3FFFF))
        return LETTER_WHOLE;
    return cp == '_' || text_is_letter(cp) || text_is_digit(cp) || text_is_mark(cp) ? LETTER_WORD
                                                                                    : LETTER_NONE;
}

static enum letter
letter_before(const struct needle_text *text, size_t at)
{
    size_t from = at;
    if (at == 0)
        return LETTER_NONE;
    do
        from--;
    while (from > 0 && ((unsigned char)text->folded[from] & 0xC0) == 0x80);
    return letter_of(text_next(text->folded, text->length, &from));
}

static enum letter
letter_at(const struct needle_text *text, size_t at)
{
    return letter_of(text_next(text->folded, text->length, &at));
}

/* Is there a border of words before this byte? Inside of a character there is none. */
static bool
border(const struct needle_text *text, size_t at)
{
    if (at < text->length && ((unsigned char)text->folded[at] & 0xC0) == 0x80)
        return false;
    return letter_before(text, at) != LETTER_WORD || letter_at(text, at) != LETTER_WORD;
}

static int
take(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *arg)
{
    struct search *search = arg;
    size_t end = (size_t)to, length = search->needles->lengths[id];
    size_t begin = length ? end - length : (size_t)from;
    (void)flags;
    if (!border(search->text, begin))
        return 0;
    while (search->needles->open[id] && !border(search->text, end))
        end++;
    if (!border(search->text, end))
        return 0;
    if (search->n == search->size) {
        struct needle_hit *hits =
            ARENA_ARRAY(search->arena, 2 * search->size + 64, struct needle_hit);
        if (search->n)
            memcpy(hits, search->hits, search->n * sizeof *hits);
        search->hits = hits;
        search->size = 2 * search->size + 64;
    }
    search->hits[search->n++] = (struct needle_hit){id, (uint32_t)begin, (uint32_t)end};
    return search->n >= NEEDLE_HITS_MOST;
}

/* By place; of those that begin together the longest first. */
static int
by_place(const void *left, const void *right)
{
    const struct needle_hit *a = left, *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to > b->to ? -1 : 1;
    return a->needle < b->needle ? -1 : a->needle > b->needle;
}

/* Leaves out what lies inside a longer one, and a pattern's second report of the same. */
static size_t
longest(const struct needles *needles, struct needle_hit *hits, size_t n)
{
    uint32_t from = 0, to = 0; /* of the one that reaches farthest so far */
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        const struct needle_hit *hit = &hits[i];
        bool aside = needles->aside[hit->needle];
        bool inside = !aside && hit->to <= to && !(hit->from == from && hit->to == to);
        bool again = kept > 0 && !by_place(hit, &hits[kept - 1]);
        if (inside || again)
            continue;
        from = aside ? from : hit->from;
        to = aside ? to : hit->to;
        hits[kept++] = *hit;
    }
    return kept;
}

bool
needles_search(struct ctx *ctx, const struct needles *needles, const struct needle_text *text,
               struct needle_hit **hits, size_t *n)
{
    struct search search = {needles, text, ctx->arena, NULL, 0, 0};
    *hits = NULL;
    *n = 0;
    if (!needles->database || text->length == 0)
        return true;
    hs_error_t done = hs_scan(needles->database, text->folded, (unsigned)text->length, 0,
                              needles->scratch, take, &search);
    if (done != HS_SUCCESS && done != HS_SCAN_TERMINATED)
        return err_raise(ctx, ERR_BUG, "the search ended with %d", done);
    if (search.n > 1)
        qsort(search.hits, search.n, sizeof *search.hits, by_place);
    *hits = search.hits;
    *n = longest(needles, search.hits, search.n);
    return true;
}
