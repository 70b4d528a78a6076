/* Address patterns of a company. See email_pattern.h. */
#include "domain/email/email_pattern.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/contact/email_lists.h"
#include "domain/contact/person_words.h"

enum { VARIANTS_MAX = 8, PARTS_MAX = 8, CANDIDATES_MAX = 400, LOCAL_MAX = 64 };

static const double PRIOR_WEIGHT = 2;

/* Pieces of a pattern: F and L whole names, f and l their first letters, the rest as it stands. */
static const struct {
    const char *form, *name;
    double prior;
} rules[EMAIL_N_PATTERNS] = {
    [EMAIL_PATTERN_NONE] = {"",    "none",       0.01},
    [EMAIL_FIRST_DOT_LAST] = {"F.L", "first.last", 0.46},
    [EMAIL_FLAST] = {"fL",  "flast",      0.16},
    [EMAIL_FIRST] = {"F",   "first",      0.12},
    [EMAIL_FIRSTLAST] = {"FL",  "firstlast",  0.06},
    [EMAIL_F_DOT_LAST] = {"f.L", "f.last",     0.05},
    [EMAIL_LAST] = {"L",   "last",       0.04},
    [EMAIL_FIRST_UNDER_LAST] = {"F_L", "first_last", 0.03},
    [EMAIL_FIRSTL] = {"Fl",  "firstl",     0.02},
    [EMAIL_LASTF] = {"Lf",  "lastf",      0.01},
    [EMAIL_LAST_DOT_FIRST] = {"L.F", "last.first", 0.01},
    [EMAIL_FIRST_DASH_LAST] = {"F-L", "first-last", 0.01},
    [EMAIL_LASTFIRST] = {"LF",  "lastfirst",  0.01},
    [EMAIL_LAST_DOT_F] = {"L.f", "last.f",     0.01},
};

static const double spelling_prior[EMAIL_SPELLINGS] = {0.6, 0.4};
static const double compound_prior[EMAIL_COMPOUNDS] = {0.45, 0.2, 0.15, 0.2};

const char *
email_pattern_name(enum email_pattern pattern)
{
    return pattern < EMAIL_N_PATTERNS ? rules[pattern].name : "";
}

/* --- names as parts of addresses ----------------------------------------------------------- */

/* A way to write a name in an address. */
struct variant {
    const char *text;
    bool spelling[EMAIL_SPELLINGS]; /* the ways that give it */
    bool compound[EMAIL_COMPOUNDS];
};

struct variants {
    struct variant of[VARIANTS_MAX];
    size_t n;
    bool spelled, compounded; /* the ways differ */
};

/* "ä" as "ae": what German and Scandinavian addresses do. */
static const char *
two_letters(int32_t cp)
{
    switch (cp) {
    case 0xE4:
        return "ae";
    case 0xF6:
    case 0xF8:
        return "oe";
    case 0xFC:
        return "ue";
    case 0xE5:
        return "aa";
    default:
        return NULL;
    }
}

/* The name in small letters of ASCII, words with one blank between, hyphens kept; NULL when other
 * letters remain. */
static const char *
plain(struct arena *arena, const char *name, bool two)
{
    struct buf buf, spelled;
    buf_init(&spelled, arena, 1024);
    const char *lower = text_lower(arena, text_nfc(arena, name ? name : ""));
    size_t length = strlen(lower), at = 0;
    while (at < length) {
        size_t from = at;
        const char *pair = NULL;
        int32_t cp = text_next(lower, length, &at);
        if (two)
            pair = two_letters(cp);
        if (pair)
            buf_text(&spelled, pair);
        else
            buf_add(&spelled, lower + from, at - from);
    }
    const char *folded = text_fold(arena, spelled.data);
    buf_init(&buf, arena, 1024);
    for (const char *p = folded; *p; p++) {
        if ((unsigned char)*p >= 0x80 && strncmp(p, "\xE2\x80\x99", 3) != 0)
            return NULL;
        if ((unsigned char)*p >= 0x80)
            p += 2; /* the apostrophe of O’Neil */
        else if ((*p >= 'a' && *p <= 'z') || *p == '-' || (*p == ' ' && buf.length))
            buf_char(&buf, *p);
        else if (*p == '.' && buf.length)
            buf_char(&buf, ' ');
    }
    return buf.data;
}

/* Words of a name: by blanks, and by hyphens where `hyphens`. */
static size_t
split(struct arena *arena, const char *text, bool hyphens, const char *parts[PARTS_MAX])
{
    size_t n = 0;
    const char *breaks = hyphens ? " -" : " ";
    while (n < PARTS_MAX) {
        text += strspn(text, " -");
        size_t length = strcspn(text, breaks);
        if (!length)
            break;
        parts[n++] = arena_strndup(arena, text, length);
        text += length;
    }
    return n;
}

static const char *
join(struct arena *arena, const char *const *parts, size_t n, const char *between)
{
    struct buf buf;
    buf_init(&buf, arena, 512);
    for (size_t i = 0; i < n; i++) {
        buf_text(&buf, i ? between : "");
        buf_text(&buf, parts[i]);
    }
    return buf.data;
}

static void
add_variant(struct variants *out, const char *text, int spelling, int compound)
{
    if (!*text || strlen(text) > LOCAL_MAX / 2)
        return;
    size_t i = 0;
    while (i < out->n && strcmp(out->of[i].text, text) != 0)
        i++;
    if (i == VARIANTS_MAX)
        return;
    if (i == out->n)
        out->of[out->n++] = (struct variant){.text = text};
    out->of[i].spelling[spelling] = true;
    out->of[i].compound[compound] = true;
}

/* A last name: "van der Berg" joins or loses its particles; of "García López" and "Smith-Jones" one
 * part may stand alone. A first name: of "Jan Willem" the first word counts, of "Jean-Pierre" both. */
static void
variants_of(struct arena *arena, const char *name, bool last, struct variants *out)
{
    memset(out, 0, sizeof *out);
    for (int spelling = 0; spelling < EMAIL_SPELLINGS; spelling++) {
        const char *text = plain(arena, name, spelling == 1), *words[PARTS_MAX], *parts[PARTS_MAX];
        if (!text)
            return;
        size_t n_words = split(arena, text, false, words);
        if (!n_words)
            return;
        if (!last)
            text = words[0];
        size_t n = split(arena, text, true, parts), own = 0;
        while (last && own + 1 < n && person_words_is_particle(parts[own]))
            own++;
        add_variant(out, join(arena, parts, n, ""), spelling, 0);
        add_variant(out, join(arena, parts, n, "-"), spelling, 1);
        add_variant(out, own ? join(arena, parts + own, n - own, "") : parts[0], spelling, 2);
        add_variant(out, parts[n - 1], spelling, 3);
    }
    for (size_t i = 0; i < out->n; i++) {
        out->spelled |= !(out->of[i].spelling[0] && out->of[i].spelling[1]);
        for (int k = 0; k < EMAIL_COMPOUNDS; k++)
            out->compounded |= !out->of[i].compound[k];
    }
}

/* --- learning ------------------------------------------------------------------------------ */

static const char *
write_form(struct arena *arena, const char *form, const char *first, const char *last)
{
    struct buf buf;
    buf_init(&buf, arena, 256);
    for (; *form; form++) {
        if (*form == 'F' || *form == 'L')
            buf_text(&buf, *form == 'F' ? first : last);
        else
            buf_char(&buf, *form == 'f' ? *first : *form == 'l' ? *last : *form);
    }
    return buf.data;
}

static double
share(int seen, int sample, double prior)
{
    return (seen + PRIOR_WEIGHT * prior) / (sample + PRIOR_WEIGHT);
}

static bool
uses(enum email_pattern pattern, char whole)
{
    return strchr(rules[pattern].form, whole) != NULL;
}

/* The likeliest pattern that gives an address; *by_first and *by_last get the ways it was written. */
static enum email_pattern
pattern_of(struct arena *arena, const char *local, const struct variants *first,
           const struct variants *last, const struct variant **by_first,
           const struct variant **by_last)
{
    for (int p = 1; p < EMAIL_N_PATTERNS; p++)
        for (size_t i = 0; i < first->n; i++)
            for (size_t k = 0; k < last->n; k++) {
                const char *form = rules[p].form;
                if (strcmp(write_form(arena, form, first->of[i].text, last->of[k].text), local))
                    continue;
                *by_first = uses((enum email_pattern)p, 'F') ? &first->of[i] : NULL;
                *by_last = uses((enum email_pattern)p, 'L') ? &last->of[k] : NULL;
                return (enum email_pattern)p;
            }
    return EMAIL_PATTERN_NONE;
}

static void
learn_ways(const struct variants *variants, const struct variant *by, struct email_patterns *out)
{
    if (!by)
        return;
    for (int i = 0; variants->spelled && i < EMAIL_SPELLINGS; i++)
        if (by->spelling[i] && !by->spelling[!i])
            out->spelling[i]++;
    for (int i = 0; variants->compounded && i < EMAIL_COMPOUNDS; i++)
        if (by->compound[i]) {
            out->compound[i]++;
            break;
        }
}

void
email_pattern_learn(struct arena *arena, const struct email_colleague *colleagues, size_t n,
                    struct email_patterns *out)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < n; i++) {
        struct variants first, last;
        const struct variant *by_first = NULL, *by_last = NULL;
        if (email_lists_is_role(colleagues[i].local))
            continue;
        variants_of(arena, colleagues[i].first, false, &first);
        variants_of(arena, colleagues[i].last, true, &last);
        if (!first.n || !last.n)
            continue;
        const char *local =
            arena_strndup(arena, colleagues[i].local, strcspn(colleagues[i].local, "+"));
        out->samples++;
        out->seen[pattern_of(arena, local, &first, &last, &by_first, &by_last)]++;
        learn_ways(&first, by_first, out);
        learn_ways(&last, by_last, out);
    }
}

/* --- guessing ------------------------------------------------------------------------------ */

static double
way_share(const bool *ways, const int *seen, const double *prior, int n)
{
    int sample = 0;
    double sum = 0;
    for (int i = 0; i < n; i++)
        sample += seen[i];
    for (int i = 0; i < n; i++)
        if (ways[i])
            sum += share(seen[i], sample, prior[i]);
    return sum;
}

static double
variant_share(const struct variant *variant, const struct email_patterns *patterns)
{
    return way_share(variant->spelling, patterns->spelling, spelling_prior, EMAIL_SPELLINGS) *
           way_share(variant->compound, patterns->compound, compound_prior, EMAIL_COMPOUNDS);
}

/* Adds to the candidate of that address; the pattern with most of its share names it. */
static void
add_candidate(struct email_candidate *all, double *best, size_t *n, const char *local,
              enum email_pattern pattern, double p)
{
    size_t i = 0;
    while (i < *n && strcmp(all[i].local, local) != 0)
        i++;
    if (i == CANDIDATES_MAX || strlen(local) > LOCAL_MAX)
        return;
    if (i == *n) {
        all[i] = (struct email_candidate){.local = local};
        best[i] = 0;
        (*n)++;
    }
    all[i].share += p;
    if (p > best[i]) {
        best[i] = p;
        all[i].pattern = pattern;
    }
}

size_t
email_pattern_candidates(struct arena *arena, const char *first, const char *last,
                         const struct email_patterns *patterns, struct email_candidate *out,
                         size_t most)
{
    struct variants firsts, lasts;
    variants_of(arena, first, false, &firsts);
    variants_of(arena, last, true, &lasts);
    if (!firsts.n || !lasts.n)
        return 0;
    struct email_candidate *all = ARENA_ARRAY(arena, CANDIDATES_MAX, struct email_candidate);
    double best[CANDIDATES_MAX];
    size_t n = 0;
    for (int p = 1; p < EMAIL_N_PATTERNS; p++) {
        double of_pattern = share(patterns->seen[p], patterns->samples, rules[p].prior);
        bool by_first = uses((enum email_pattern)p, 'F'),
             by_last = uses((enum email_pattern)p, 'L');
        for (size_t i = 0; i < (by_first ? firsts.n : 1); i++)
            for (size_t k = 0; k < (by_last ? lasts.n : 1); k++)
                add_candidate(all, best, &n,
                              write_form(arena, rules[p].form, firsts.of[i].text, lasts.of[k].text),
                              (enum email_pattern)p,
                              of_pattern * (by_first ? variant_share(&firsts.of[i], patterns) : 1) *
                                  (by_last ? variant_share(&lasts.of[k], patterns) : 1));
    }
    size_t given = 0;
    for (; given < most && given < n; given++) {
        size_t top = given;
        for (size_t i = given + 1; i < n; i++)
            if (all[i].share > all[top].share)
                top = i;
        struct email_candidate swap = all[given];
        all[given] = all[top];
        all[top] = swap;
        out[given] = all[given];
        out[given].matching = patterns->seen[out[given].pattern];
        out[given].samples = patterns->samples;
    }
    return given;
}
