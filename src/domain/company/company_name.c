/* Company names. See company_name.h. */
#include "domain/company/company_name.h"

#include <string.h>

#include "base/blank.h"
#include "base/buf.h"
#include "base/text.h"
#include "domain/cleaning/verbatim.h"
#include "domain/company/legal_form.h"

enum { NAME_MAX_BYTES = 600, WORDS_MAX = 48 };

/* --- clean-up ------------------------------------------------------------------------------ */

/* Characters that no name begins or ends with, beside blanks. */
static bool
is_stray(int32_t cp, bool at_end)
{
    switch (cp) {
    case ',':
    case ';':
    case ':':
    case '|':
    case '*':
    case '_':
    case '-':
    case '=':
    case '<':
    case '>':
    case '/':
    case '\\':
    case 0xB7:
    case 0x2013:
    case 0x2014:
    case 0x2022:
        return true;
    case '&':
        return at_end;
    case '.':
        return !at_end;
    default:
        return cp >= 0 && text_is_space(cp);
    }
}

static const struct {
    const char *open, *close;
} quotes[] = {
    {"\"",     "\""    },
    {"\u201C", "\u201D"},
    {"\u201E", "\u201C"},
    {"\u201E", "\u201D"},
    {"\u00AB", "\u00BB"},
    {"'",      "'"     },
    {"`",      "`"     },
    {"\u2018", "\u2019"},
    {"\u300C", "\u300D"},
    {"\u201D", "\u201D"},
};

static bool
is_odd(struct span span)
{
    size_t count = 0;
    for (size_t i = 0; i < span.length; i++)
        count += span.data[i] == '"';
    return count % 2 == 1;
}

/* Drops what is stray at both ends, and quotes that wrap the whole or stand at one end only. */
static struct span
trimmed(struct span span)
{
    for (;;) {
        size_t before = span.length, at = 0;
        int32_t cp = text_next(span.data, span.length, &at);
        if (span.length > 0 && is_stray(cp, false)) {
            span.data += at;
            span.length -= at;
        }
        size_t last = span.length;
        while (last > 0 && ((unsigned char)span.data[--last] & 0xC0) == 0x80)
            continue;
        at = last;
        cp = text_next(span.data, span.length, &at);
        if (span.length > 0 && is_stray(cp, true))
            span.length = last;
        for (size_t i = 0; i < sizeof quotes / sizeof *quotes && span.length > 1; i++) {
            size_t open = strlen(quotes[i].open), close = strlen(quotes[i].close);
            const char *end = span.data + span.length - close;
            bool opens = span.length >= open && !memcmp(span.data, quotes[i].open, open);
            bool closes = span.length >= close && !memcmp(end, quotes[i].close, close);
            const char *inside =
                opens ? memmem(span.data + open, span.length - open, quotes[i].close, close) : NULL;
            bool odd = opens && i == 0 && is_odd(span);
            if (opens && (!inside || inside == end || odd)) {
                span.data += open;
                span.length -= open + (inside == end ? close : 0);
            } else if (closes && !opens && quotes[i].close[0] != '\'' &&
                       memmem(span.data, span.length, quotes[i].open, open) == end) {
                span.length -= close;
            }
        }
        if (span.length == before)
            return span;
    }
}

/* ".tech domains", "-ish", "=mc2": a mark that touches the name and does not wrap it belongs to it. */
static bool
begins_with_own_mark(const char *name, size_t n)
{
    size_t at = 1;
    if (n < 2 || !strchr(".-_=", name[0]) || name[n - 1] == name[0])
        return false;
    int32_t next = text_next(name, n, &at);
    return text_is_letter(next) || text_is_digit(next);
}

const char *
company_name_clean(struct arena *arena, const char *text)
{
    if (blank_is(text))
        return "";
    if (strlen(text) > NAME_MAX_BYTES)
        text = text_cut(arena, text, NAME_MAX_BYTES / 4);
    char *name = text_squeeze(arena, text_nfc(arena, text));
    bool verbatim = verbatim_is(name);
    size_t n = 0;
    for (const char *at = name; *at; at++) {
        bool doubled = at[0] == '"' && at[1] == '"' && !verbatim;
        if ((unsigned char)*at >= 0x20 && *at != 0x7F && !doubled)
            name[n++] = *at;
    }
    size_t own = !verbatim && begins_with_own_mark(name, n);
    struct span span = {name + own, n - own};
    if (!verbatim)
        span = trimmed(span);
    span = (struct span){span.data - own, span.length + own};
    size_t at = 0;
    while (at < span.length) {
        int32_t cp = text_next(span.data, span.length, &at);
        if (text_is_letter(cp) || text_is_digit(cp))
            return arena_strndup(arena, span.data, span.length);
    }
    return "";
}

/* --- legal form ---------------------------------------------------------------------------- */

struct word {
    const char *begin, *end; /* in the display name, marks included */
    const char *key;         /* folded, letters and digits only; may be "" */
    bool upper, marked;      /* no small letters; has a dot or a slash */
};

struct words {
    struct word at[WORDS_MAX];
    size_t count;
    bool upper; /* the whole name has no small letter */
};

/* "O&Y" is a name, "GmbH&Co.KG" is a form. */
static bool
is_short_pair(const char *text, size_t length)
{
    const char *pair = memchr(text, '&', length);
    return length > 2 && length < 5 && pair && pair > text && pair + 1 < text + length;
}

static const char *
compact(struct arena *arena, const char *text, size_t length)
{
    if (is_short_pair(text, length))
        return arena_strndup(arena, text, length);
    const char *folded = text_fold(arena, arena_strndup(arena, text, length));
    char *out = arena_alloc(arena, strlen(folded) + 1);
    size_t total = strlen(folded), at = 0, n = 0;
    while (at < total) {
        size_t here = at;
        int32_t cp = text_next(folded, total, &at);
        if (!text_is_letter(cp) && !text_is_digit(cp))
            continue;
        memcpy(out + n, folded + here, at - here);
        n += at - here;
    }
    return out;
}

static void
cut_words(struct arena *arena, const char *name, struct words *out)
{
    out->count = 0;
    out->upper = true;
    while (*name && out->count < WORDS_MAX) {
        size_t n = strcspn(name, " ,");
        struct word *word = &out->at[out->count];
        *word = (struct word){name, name + n, "", true, false};
        size_t at = 0;
        while (at < n) {
            int32_t cp = text_next(name, n, &at);
            word->upper = word->upper && !text_is_lower(cp);
            word->marked = word->marked || cp == '.' || cp == '/';
        }
        word->key = compact(arena, name, n);
        out->upper = out->upper && word->upper;
        out->count += n > 0;
        name += n + (name[n] != '\0');
    }
}

/* Words of English that stand before "spa", which then is one. */
static bool
is_bath(const char *key)
{
    static const char *const words[] = {"",       "and",   "beauty", "day",  "dental",  "hair",
                                        "health", "hotel", "med",    "medi", "medical", "nail",
                                        "resort", "salon", "skin",   "the",  "wellness"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i], key))
            return true;
    return false;
}

/* The form that the words [from, from + count) make; NULL when they make none. */
static const struct legal_form *
form_of(const struct words *words, size_t from, size_t count, bool front)
{
    char key[LEGAL_FORM_KEY_MAX + 1];
    size_t n = 0;
    bool upper = true, marked = false;
    for (size_t i = from; i < from + count; i++) {
        size_t length = strlen(words->at[i].key);
        if (n + length > LEGAL_FORM_KEY_MAX)
            return NULL;
        memcpy(key + n, words->at[i].key, length);
        n += length;
        upper = upper && words->at[i].upper;
        marked = marked || words->at[i].marked;
    }
    key[n] = '\0';
    const struct legal_form *form = legal_form_by_key(key);
    if (!form)
        return NULL;
    bool caps = upper && (!words->upper || form->flags & LEGAL_FORM_CAPS);
    if (!strcmp(key, "spa")) {
        const struct word *word = &words->at[from];
        bool title =
            !word->upper && word->begin[0] == 'S' && word->begin[1] == 'p' && word->begin[2] == 'a';
        if (title || (from > 0 && is_bath(words->at[from - 1].key)))
            return NULL;
        return form;
    }
    if (form->flags & LEGAL_FORM_STRICT && !caps && !marked)
        return NULL;
    if (!front)
        return form;
    const struct word *last = &words->at[from + count - 1];
    size_t written = (size_t)(last->end - words->at[from].begin);
    bool usual =
        strlen(form->form) == written && !memcmp(form->form, words->at[from].begin, written);
    /* "llc", "jsc": no word of any language */
    bool sure = n > 3 || caps || marked || usual || !key[strcspn(key, "aeiouy")];
    return form->flags & LEGAL_FORM_PREFIX && sure ? form : NULL;
}

static bool
is_bare_letters(const struct words *words, size_t from, size_t count)
{
    for (size_t i = from; i < from + count; i++)
        if (strlen(words->at[i].key) == 1 && !words->at[i].marked)
            return true;
    return false;
}

static bool
has_key(const struct words *words, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (*words->at[i].key)
            return true;
    return false;
}

/* "Open Joint Stock Company of Long Distance": the form belongs to the name. */
static bool
is_connector(const char *key)
{
    return !strcmp(key, "of") || !strcmp(key, "for") || !strcmp(key, "and") || !strcmp(key, "de") ||
           !strcmp(key, "");
}

struct cut {
    size_t from, to;  /* the words of the base name */
    const char *form; /* normalised; "" when none */
    const char *countries;
};

static void
add_form(struct arena *arena, struct cut *cut, const struct legal_form *form, bool front,
         const struct words *words, size_t from, size_t count)
{
    const struct word *last = &words->at[from + count - 1];
    size_t length = (size_t)(last->end - words->at[from].begin);
    form = legal_form_by_spelling(form, arena_strndup(arena, words->at[from].begin, length));
    if (*cut->form && front)
        return; /* "S.C. Dedeman S.R.L.": the one at the end says it */
    if (!*cut->form)
        cut->countries = form->countries;
    cut->form = *cut->form ? arena_printf(arena, "%s %s", form->form, cut->form) : form->form;
}

/* Takes forms off the end, then off the front; a word with a letter always stays. */
static struct cut
cut_forms(struct arena *arena, const struct words *words)
{
    struct cut cut = {0, words->count, "", ""};
    for (bool found = true; found;) {
        found = false;
        size_t most = cut.to > LEGAL_FORM_WORDS ? LEGAL_FORM_WORDS : cut.to;
        for (size_t k = most; k > 0 && !found; k--) {
            if (!has_key(words, 0, cut.to - k))
                continue;
            const struct legal_form *form = form_of(words, cut.to - k, k, false);
            if (!form)
                continue;
            add_form(arena, &cut, form, false, words, cut.to - k, k);
            cut.to -= k;
            found = true;
        }
    }
    for (size_t k = 5; k > 0; k--) {
        if (k >= cut.to || !has_key(words, k, cut.to))
            continue;
        const struct legal_form *form = form_of(words, 0, k, true);
        /* "A B Volvo" but not "A B C Tools" */
        if (!form || is_connector(words->at[k].key) ||
            (k > 1 && is_bare_letters(words, 0, k) && strlen(words->at[k].key) == 1))
            continue;
        add_form(arena, &cut, form, true, words, 0, k);
        cut.from = k;
        break;
    }
    return cut;
}

static const char *
slice(struct arena *arena, const struct words *words, size_t from, size_t to)
{
    if (from >= to)
        return "";
    const char *begin = words->at[from].begin, *end = words->at[to - 1].end;
    return arena_strndup(arena, begin, (size_t)(end - begin));
}

/* 株式会社サンプル: no blank between the form and the name. */
static bool
split_joined(struct arena *arena, struct company_name *out)
{
    size_t length = 0, total = strlen(out->display);
    const struct legal_form *form = legal_form_joined(out->display, false, &length);
    const char *base = out->display + length;
    if (!form) {
        form = legal_form_joined(out->display, true, &length);
        base = out->display;
    }
    if (!form || length >= total)
        return false;
    const char *rest = arena_strndup(arena, base, total - length);
    size_t behind = 0;
    const struct legal_form *second = legal_form_joined(rest, true, &behind);
    if (second && behind < strlen(rest))
        rest = arena_strndup(arena, rest, strlen(rest) - behind);
    rest = company_name_clean(arena, rest);
    if (!*rest)
        return false;
    out->base = rest;
    out->form = form->key;
    out->form_key = form->form;
    out->countries = form->countries;
    return true;
}

static bool
is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

void
company_name_split(struct arena *arena, const char *text, struct company_name *out)
{
    *out = (struct company_name){company_name_clean(arena, text), "", "", "", ""};
    out->base = out->display;
    if (!*out->display || verbatim_is(out->display) ||
        (!is_ascii(out->display) && split_joined(arena, out)))
        return;
    struct words words;
    cut_words(arena, out->display, &words);
    struct cut cut = cut_forms(arena, &words);
    if (!*cut.form)
        return;
    const char *base = company_name_clean(arena, slice(arena, &words, cut.from, cut.to));
    if (!*base)
        return;
    const char *front = slice(arena, &words, 0, cut.from);
    const char *back = slice(arena, &words, cut.to, words.count);
    out->base = base;
    out->form =
        *front && *back ? arena_printf(arena, "%s %s", front, back) : (*front ? front : back);
    out->form_key = cut.form;
    out->countries = cut.countries;
}

/* --- key ----------------------------------------------------------------------------------- */

/* Folded words with one blank between; "&" and "+" are "and"; dots and apostrophes inside a word
 * vanish, other marks part words. */
static const char *
folded_words(struct arena *arena, const char *name)
{
    const char *folded = text_fold(arena, name);
    size_t length = strlen(folded), at = 0, n = 0;
    char *out = arena_alloc(arena, 5 * length + 1);
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(folded, length, &at);
        if (text_is_letter(cp) || text_is_digit(cp) || text_is_mark(cp)) {
            memcpy(out + n, folded + here, at - here);
            n += at - here;
            continue;
        }
        if (cp == '\'' || cp == 0x2019 || cp == 0x2BC || cp == '`' ||
            (cp == '.' && at < length && folded[at] != ' '))
            continue;
        if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
        if (cp == '&' || cp == '+') {
            memcpy(out + n, "and ", 4);
            n += 4;
        }
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return out;
}

const char *
company_name_key(struct arena *arena, const char *text)
{
    struct company_name name;
    company_name_split(arena, text, &name);
    const char *key = folded_words(arena, name.base);
    if (!*key)
        key = folded_words(arena, name.display);
    if (!*key)
        return text_lower(arena, name.display); /* letters that folding knows nothing of */
    if (text_starts(key, "the ") && key[4])
        key += 4;
    size_t n = strlen(key);
    if (n > 4 && text_ends(key, " and"))
        key = arena_strndup(arena, key, n - 4);
    return key;
}
