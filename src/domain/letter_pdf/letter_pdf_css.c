/* Style sheets that fetch nothing. See letter_pdf_clean.h. Works on the text as a CSS parser reads it:
 * comments go, strings stay, escapes outside of strings go (they could hide a name), and what could
 * fetch gets a name that no property has, so that the parser passes over it. */
#include <string.h>

#include "base/buf.h"
#include "domain/letter_pdf/letter_pdf_clean.h"

enum { PASSES = 8 };

struct css {
    const char *text;
    size_t length, at;
    struct buf *out;
    bool removed;
};

static bool
stands_at(const struct css *css, size_t at, const char *word)
{
    size_t length = strlen(word);
    if (css->length - at < length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = css->text[at + i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != word[i])
            return false;
    }
    return true;
}

static void
pass_comment(struct css *css)
{
    css->at += 2;
    while (css->at < css->length && !stands_at(css, css->at, "*/"))
        css->at++;
    css->at += css->at < css->length ? 2 : 0;
    buf_char(css->out, ' ');
}

/* A quoted string, to its end or that of the line; < would end the element around the sheet. */
static void
copy_string(struct css *css)
{
    char quote = css->text[css->at++];
    buf_char(css->out, quote);
    while (css->at < css->length && css->text[css->at] != quote && css->text[css->at] != '\n' &&
           css->text[css->at] != '\r' && css->text[css->at] != '\f') {
        if (css->text[css->at] == '\\' && css->at + 1 < css->length) {
            char next = css->text[css->at + 1];
            css->at += 2;
            if (next == '\n' || next == '\r' || next == '\f' || next == '<')
                continue;
            buf_char(css->out, '\\');
            buf_char(css->out, next);
            continue;
        }
        if (css->text[css->at] != '<' && css->text[css->at] != '\\')
            buf_char(css->out, css->text[css->at]);
        css->at++;
    }
    buf_char(css->out, quote);
    if (css->at < css->length && css->text[css->at] == quote)
        css->at++;
}

/* Functions that take an address. Only images in the sheet itself are let through. */
static bool
copy_function(struct css *css)
{
    static const char *const fetching[] = {"url(",        "src(",        "image(",
                                           "image-set(",  "cross-fade(", "element(",
                                           "url-prefix(", "domain(",     "expression("};
    static const char *const images[] = {"data:image/png;base64,", "data:image/jpeg;base64,",
                                         "data:image/gif;base64,"};
    for (size_t i = 0; i < sizeof fetching / sizeof *fetching; i++) {
        if (!stands_at(css, css->at, fetching[i]))
            continue;
        size_t at = css->at + strlen(fetching[i]);
        while (at < css->length && strchr(" \t\n\"'", css->text[at]))
            at++;
        for (size_t k = 0; !i && k < sizeof images / sizeof *images; k++)
            if (stands_at(css, at, images[k]))
                return false;
        buf_text(css->out, "x-gone(");
        css->at += strlen(fetching[i]);
        css->removed = true;
        return true;
    }
    return false;
}

/* Rules that only lay out stay; any other gets a name that no parser knows. */
static bool
copy_rule(struct css *css)
{
    static const char *const allowed[] = {"@page",     "@media",   "@supports", "@counter-style",
                                          "@top-",     "@bottom-", "@left-",    "@right-",
                                          "@footnote", "@x-gone-"};
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (stands_at(css, css->at, allowed[i]))
            return false;
    buf_text(css->out, "@x-gone-");
    css->at++;
    css->removed = true;
    return true;
}

static bool
is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || (unsigned char)c >= 0x80;
}

/* One pass; what was cut out may have joined what stood around it, so the caller looks again. */
static bool
pass(struct css *css)
{
    while (css->at < css->length) {
        char c = css->text[css->at];
        bool begins = !css->out->length || !is_name(css->out->data[css->out->length - 1]);
        if (stands_at(css, css->at, "/*"))
            pass_comment(css);
        else if (c == '"' || c == '\'')
            copy_string(css);
        else if (c == '\\' || c == '<' || c == '\0') {
            css->at++;
            css->removed = true;
        } else if (c == '@' && copy_rule(css))
            continue;
        else if (begins && is_name(c) && copy_function(css))
            continue;
        else {
            buf_char(css->out, c);
            css->at++;
        }
    }
    return css->removed;
}

char *
letter_pdf_clean_css(struct arena *arena, const char *text, size_t length, bool *removed)
{
    for (int i = 0; i < PASSES; i++) {
        struct buf *out = ARENA_NEW(arena, struct buf);
        buf_init(out, arena, 8 * length + 64);
        struct css css = {.text = text, .length = length, .out = out};
        bool again = pass(&css);
        if (!again)
            return out->data;
        *removed = true;
        text = out->data;
        length = out->length;
    }
    return arena_strdup(arena, ""); /* built to be looked at for ever */
}
