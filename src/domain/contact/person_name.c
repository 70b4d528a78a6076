/* Names of people into their parts. See person_name.h. */
#include "domain/contact/person_name.h"

#include <string.h>

#include "base/blank.h"
#include "base/buf.h"
#include "base/text.h"
#include "domain/contact/person_case.h"
#include "domain/contact/person_text.h"
#include "domain/contact/person_words.h"

/* --- words around the name ----------------------------------------------------------------- */

/* Every part between dots and hyphens is a title: "Lt.Gov.", "Dipl.-Ing.", "Prof.Dr." */
static bool
is_compound_title(struct arena *arena, const char *text)
{
    const char *lower = text_lower(arena, text);
    int parts = 0, sure = 0;
    while (*lower) {
        size_t n = strcspn(lower, ".-");
        if (n > 0) {
            enum person_title kind = person_words_title(arena_strndup(arena, lower, n));
            if (kind == PERSON_TITLE_NONE)
                return false;
            parts++;
            sure += kind == PERSON_TITLE_SURE;
        }
        lower += n + (lower[n] != '\0');
    }
    return parts > 1 && sure > 0;
}

static enum person_title
title_of(struct arena *arena, const struct person_word *word)
{
    enum person_title kind = person_words_title(word->key);
    if (kind == PERSON_TITLE_NONE && word->inner_mark && is_compound_title(arena, word->text))
        return PERSON_TITLE_SURE;
    return kind;
}

static bool
is_article(const char *key)
{
    return !strcmp(key, "the") || !strcmp(key, "his") || !strcmp(key, "her") ||
           !strcmp(key, "your");
}

/* How many words in front are titles; at least one word is left. */
static size_t
count_titles(struct arena *arena, const struct person_word *words, size_t count)
{
    size_t n = 0;
    while (n + 1 < count) {
        size_t left = count - n - 1;
        enum person_title kind = title_of(arena, &words[n]);
        bool take = kind == PERSON_TITLE_SURE;
        if (kind == PERSON_TITLE_MAYBE)
            take = (left >= 2 || n > 0) && (!is_article(words[n].key) ||
                                            title_of(arena, &words[n + 1]) != PERSON_TITLE_NONE);
        if (kind == PERSON_TITLE_FOLLOWER || words[n].key[0] == '\0')
            take = n > 0;
        /* "Secretary of State", "Mr and Mrs" */
        if (!take && n > 0 && left >= 2 && !strcmp(words[n].key, "of"))
            take = true;
        else if (!take && n > 0 && left >= 2 && !strcmp(words[n - 1].key, "of"))
            take = true;
        else if (!take && n > 0 && left >= 2 && person_words_is_conjunction(words[n].key))
            take = title_of(arena, &words[n + 1]) == PERSON_TITLE_SURE;
        if (!take)
            return n;
        n++;
    }
    return n;
}

static bool
is_roman_letter(const struct person_word *word)
{
    return !word->dotted &&
           (!strcmp(word->key, "i") || !strcmp(word->key, "v") || !strcmp(word->key, "x"));
}

/* "J.R." are initials, "Jr." is a suffix. */
static enum person_suffix
suffix_of(const struct person_word *word)
{
    bool initials = word->inner_mark && (!strcmp(word->key, "jr") || !strcmp(word->key, "sr"));
    return initials ? PERSON_SUFFIX_NONE : person_words_suffix(word->key);
}

/* "Ph. D." written as two words */
static bool
is_split_phd(const struct person_word *words, size_t count)
{
    return count >= 2 && !strcmp(words[count - 1].key, "d") && !strcmp(words[count - 2].key, "ph");
}

/* How many words at the end are suffixes; at least `keep` words are left. */
static size_t
count_suffixes(const struct person_word *words, size_t count, size_t keep, bool one_case)
{
    size_t n = 0;
    while (n + keep < count) {
        const struct person_word *word = &words[count - n - 1];
        size_t left = count - n - 1;
        enum person_suffix kind = suffix_of(word);
        bool generation = !strcmp(word->key, "junior") || !strcmp(word->key, "senior");
        bool take = kind == PERSON_SUFFIX_SURE && (!generation || left >= 2);
        if (kind == PERSON_SUFFIX_CAPITALS)
            take = (word->upper || word->dotted) && !one_case && left >= 2;
        if (is_roman_letter(word))
            take = left > keep && words[left - 1].letters > 1;
        if (take) {
            n++;
        } else if (left > keep && is_split_phd(words, left + 1)) {
            n += 2;
        } else {
            break;
        }
    }
    return n;
}

/* True when all words behind a comma are suffixes: "John Doe, MBA, PMP". */
static bool
all_suffixes(const struct person_part *part, size_t words_before, bool one_case)
{
    for (size_t i = 0; i < part->count; i++) {
        const struct person_word *word = &part->words[i];
        if (i + 1 < part->count && is_split_phd(word, 2)) {
            i++;
            continue;
        }
        enum person_suffix kind = suffix_of(word);
        bool acronym = word->upper && word->letters > 1 && word->letters < 8 && !one_case;
        if (kind == PERSON_SUFFIX_SURE ||
            (kind == PERSON_SUFFIX_CAPITALS && (word->upper || word->dotted || one_case)))
            continue;
        if (words_before < 2 || !(acronym || is_roman_letter(word)))
            return false;
    }
    return part->count > 0;
}

/* --- putting parts together ---------------------------------------------------------------- */

static const char *
join(struct arena *arena, const struct person_word *words, size_t from, size_t to,
     const char *between)
{
    struct buf buf;
    buf_init(&buf, arena, 2 * PERSON_TEXT_LIMIT);
    for (size_t i = from; i < to; i++) {
        if (i > from)
            buf_text(&buf, between);
        buf_text(&buf, words[i].text);
    }
    return buf.data;
}

static const char *
append(struct arena *arena, const char *left, const char *right, const char *between)
{
    if (!*left || !*right)
        return *left ? left : right;
    return arena_printf(arena, "%s%s%s", left, between, right);
}

/* Suffixes at the end of the words, "Ph. D." kept together. */
static const char *
suffix_text(struct arena *arena, const struct person_word *words, size_t from, size_t to)
{
    return is_split_phd(words, to) ? join(arena, words, from, to, " ")
                                   : join(arena, words, from, to, ", ");
}

/* One word or several that a conjunction joined: words[from..to). */
struct piece {
    size_t from, to;
};

static size_t
make_pieces(const struct person_word *words, size_t count, struct piece *pieces)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        bool joins = i > 0 && i + 1 < count && person_words_is_conjunction(words[i].key) &&
                     (words[i].letters != 1 || (count >= 4 && !words[i].upper));
        if (joins) {
            pieces[n - 1].to = i + 2;
            i++;
        } else {
            pieces[n++] = (struct piece){i, i + 1};
        }
    }
    return n;
}

/* "first middle last" without a comma, titles and suffixes gone. */
static void
split_plain(struct arena *arena, const struct person_word *words, size_t count, bool titled,
            struct person_name *out)
{
    struct piece pieces[PERSON_WORDS_MAX];
    size_t n = make_pieces(words, count, pieces);
    if (n == 0)
        return;
    const char *all = join(arena, words, pieces[0].from, pieces[0].to, " ");
    if (n == 1) {
        *(titled || *out->nickname ? &out->last : &out->first) = all;
        if (!titled && *out->nickname)
            out->first = out->nickname;
        return;
    }
    size_t last = n - 1;
    for (size_t i = 1; i + 1 < n; i++)
        if (person_words_is_particle(words[pieces[i].from].key) &&
            (i == 1 || !person_words_is_particle(words[pieces[i - 1].from].key)))
            last = i;
    out->first = all;
    out->middle = join(arena, words, pieces[0].to, pieces[last].from, " ");
    out->last = join(arena, words, pieces[last].from, count, " ");
}

/* "Last, First Middle" */
static void
split_reversed(struct arena *arena, const struct person_text *text, struct person_name *out)
{
    const struct person_part *family = &text->parts[0], *given = &text->parts[1];
    size_t before = count_titles(arena, family->words, family->count);
    size_t behind = count_suffixes(family->words, family->count, before + 1, text->one_case);
    size_t titles = count_titles(arena, given->words, given->count);
    size_t suffixes = count_suffixes(given->words, given->count, titles + 1, text->one_case);
    size_t end = given->count - suffixes, particles = 0;
    /* "Berg, Jan van den" */
    while (titles + 1 < end - particles &&
           person_words_is_particle(given->words[end - particles - 1].key))
        particles++;
    out->title = append(arena, join(arena, family->words, 0, before, " "),
                        join(arena, given->words, 0, titles, " "), " ");
    out->last = append(arena, join(arena, given->words, end - particles, end, " "),
                       join(arena, family->words, before, family->count - behind, " "), " ");
    if (titles < given->count) {
        out->first = given->words[titles].text;
        out->middle = join(arena, given->words, titles + 1, end - particles, " ");
    }
    out->suffix =
        append(arena, suffix_text(arena, family->words, family->count - behind, family->count),
               suffix_text(arena, given->words, end, given->count), ", ");
}

static void
split_forward(struct arena *arena, const struct person_text *text, struct person_name *out)
{
    const struct person_part *part = &text->parts[0];
    size_t sure = 0;
    while (sure < part->count && title_of(arena, &part->words[sure]) == PERSON_TITLE_SURE)
        sure++;
    size_t keep = sure < part->count ? sure + 1 : 1;
    size_t suffixes = count_suffixes(part->words, part->count, keep, text->one_case);
    size_t end = part->count - suffixes;
    size_t titles = count_titles(arena, part->words, end);
    out->title = join(arena, part->words, 0, titles, " ");
    out->suffix = suffix_text(arena, part->words, end, part->count);
    split_plain(arena, part->words + titles, end - titles, titles > 0, out);
}

/* Titles and suffixes do not count: "Dr. JANE DOE" came in capitals too. */
static void
fix_case(struct arena *arena, bool whole, struct person_name *out)
{
    const char *names = arena_printf(arena, "%s %s %s", out->first, out->middle, out->last);
    if (!person_case_is_single(names))
        return;
    if (whole)
        out->title = text_title(arena, out->title);
    out->first = person_case_fix(arena, out->first, false);
    out->middle = person_case_fix(arena, out->middle, false);
    out->last = person_case_fix(arena, out->last, *out->first != '\0');
}

static bool
split_text(struct arena *arena, const struct person_text *text, struct person_name *out)
{
    out->title = out->first = out->middle = out->last = out->suffix = "";
    out->nickname = text->nickname;
    out->family_first = text->family_first;
    if (text->count == 0)
        return false;
    if (text->family_first) {
        const struct person_part *part = &text->parts[0];
        bool two = part->count > 1;
        *(two ? &out->last : &out->first) = part->words[0].text;
        if (two)
            out->first = join(arena, part->words, 1, part->count, " ");
        return true;
    }
    size_t tail = 1;
    if (text->count == 1 || all_suffixes(&text->parts[1], text->parts[0].count, text->one_case)) {
        split_forward(arena, text, out);
        /* one word and a suffix behind a comma: "Andrews, M.D." is a family name */
        if (text->count > 1 && !*out->last) {
            out->last = out->first;
            out->first = "";
        }
    } else {
        split_reversed(arena, text, out);
        tail = 2;
    }
    for (size_t i = tail; i < text->count; i++)
        out->suffix = append(arena, out->suffix,
                             join(arena, text->parts[i].words, 0, text->parts[i].count, " "), ", ");
    if (!text->verbatim)
        fix_case(arena, text->one_case, out);
    return *out->first || *out->last;
}

bool
person_name_split(struct arena *arena, const char *text, struct person_name *out)
{
    struct person_text parsed;
    person_text_read(arena, text, &parsed);
    return split_text(arena, &parsed, out);
}

/* --- first and last name apart ------------------------------------------------------------- */

/* Takes trailing initials of a given name out: "Jane M." */
static void
take_initials(struct arena *arena, struct person_word *words, size_t *end, struct person_name *out)
{
    size_t from = *end;
    while (from > 1 && words[from - 1].letters == 1)
        from--;
    out->middle = join(arena, words, from, *end, " ");
    *end = from;
}

/* The given-name column repeats the family name: "Jane Doe" beside "Doe". */
static size_t
without_family(struct arena *arena, const struct person_word *words, size_t count,
               const char *family)
{
    const char *wanted = text_fold(arena, family);
    for (size_t n = 1; n < count; n++)
        if (!strcmp(text_fold(arena, join(arena, words, n, count, " ")), wanted))
            return n;
    return count;
}

bool
person_name_from_parts(struct arena *arena, const char *first, const char *last,
                       struct person_name *out)
{
    struct person_text given, family;
    person_text_read(arena, first ? first : "", &given);
    person_text_read(arena, last ? last : "", &family);
    if (given.count == 0 || family.count == 0) {
        split_text(arena, family.count > 0 ? &family : &given, out);
        if (family.count == 1 && family.parts[0].count == 1 && !*out->last) {
            out->last = out->first;
            out->first = "";
        }
        return *out->first || *out->last;
    }
    bool one_case = given.one_case && family.one_case;
    struct person_part *head = &given.parts[0], *tail = &family.parts[0];
    size_t titles = count_titles(arena, head->words, head->count);
    size_t suffixes = count_suffixes(tail->words, tail->count, 1, one_case);
    size_t end = tail->count - suffixes;
    out->nickname = append(arena, given.nickname, family.nickname, " ");
    out->family_first = given.family_first && family.family_first;
    out->title = join(arena, head->words, 0, titles, " ");
    out->last = join(arena, tail->words, 0, end, " ");
    out->suffix = suffix_text(arena, tail->words, end, tail->count);
    for (size_t i = 1; i < family.count; i++)
        out->suffix =
            append(arena, out->suffix,
                   join(arena, family.parts[i].words, 0, family.parts[i].count, " "), ", ");
    size_t stop = head->count - titles;
    struct person_word *words = head->words + titles;
    stop = without_family(arena, words, stop, out->last);
    take_initials(arena, words, &stop, out);
    out->first = join(arena, words, 0, stop, " ");
    if (!given.verbatim && !family.verbatim)
        fix_case(arena, one_case, out);
    return true;
}

/* --- forms --------------------------------------------------------------------------------- */

const char *
person_name_display(struct arena *arena, const struct person_name *name)
{
    if (name->family_first)
        return append(arena, name->last, name->first, " ");
    return append(arena, append(arena, name->first, name->middle, " "), name->last, " ");
}

const char *
person_name_key(struct arena *arena, const char *first, const char *last)
{
    const char *given = first ? first : "", *family = last ? last : "";
    /* 田中 太郎 is also written without the blank */
    const char *both = person_text_is_cjk(given) && person_text_is_cjk(family)
                           ? append(arena, family, given, "")
                           : append(arena, given, family, " ");
    const char *folded = text_fold(arena, both);
    size_t length = strlen(folded), at = 0, n = 0;
    char *out = arena_alloc(arena, length + 1);
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(folded, length, &at);
        if (text_is_letter(cp) || text_is_digit(cp) || text_is_mark(cp)) {
            memcpy(out + n, folded + here, at - here);
            n += at - here;
        } else if (cp != '\'' && cp != 0x2019 && cp != 0x2BC && cp != '`' && cp != '.' && n > 0 &&
                   out[n - 1] != ' ') {
            out[n++] = ' ';
        }
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return out;
}
