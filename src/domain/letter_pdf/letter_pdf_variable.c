/* The placeholder engine. See letter_pdf_variable.h. */
#include "domain/letter_pdf/letter_pdf_variable.h"

#include <string.h>

#include "base/text.h"

enum { NAME_MOST = 40, OTHER_MOST = 200, BRACES = 2 };

/* clang-format off */
const struct letter_pdf_variable letter_pdf_variables[LETTER_PDF_VARIABLES + 1] = {
    {"first_name", "First name", "Hana", false},
    {"last_name", "Last name", "Novotná", false},
    {"full_name", "First and last name", "Hana Novotná", false},
    {"name_prefix", "Title before the name", "Ing.", false},
    {"job_title", "Job title", "Head of Operations", false},
    {"email", "E-mail address", "hana@kestrel.example", false},
    {"city", "City", "Brno", false},
    {"country", "Country", "Czechia", false},
    {"linkedin_url", "LinkedIn page", "https://www.linkedin.com/in/hana", true},
    {"company_name", "Company", "Kestrel Analytics", false},
    {"company_domain", "Web site of the company, as people say it", "kestrel.example", false},
    {"company_website", "Web site of the company, as a link", "https://kestrel.example/", true},
    {"company_city", "City of the company", "Brno", false},
    {"company_industry", "Industry", "Software", false},
    {"sender_name", "Who writes", "Jan Dvořák", false},
    {"sender_role", "Their role", "Sales", false},
    {"sender_company", "Their company", "Northwind", false},
    {"today", "The day on which the PDF is made", "21 November 2026", false},
    {NULL, NULL, NULL, false},
};
/* clang-format on */

int
letter_pdf_variable_place(const char *name, size_t length)
{
    for (int i = 0; i < LETTER_PDF_VARIABLES; i++)
        if (strlen(letter_pdf_variables[i].name) == length &&
            !memcmp(letter_pdf_variables[i].name, name, length))
            return i;
    return -1;
}

static bool
is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static size_t
pass_blanks(const char *text, size_t length, size_t at)
{
    while (at < length && text[at] == ' ')
        at++;
    return at;
}

/* Reads a placeholder that begins at `start` with its braces. */
static bool
read_hole(const char *text, size_t length, size_t start, struct letter_pdf_hole *out)
{
    size_t at = pass_blanks(text, length, start + BRACES), name = at;
    while (at < length && at - name < NAME_MOST && is_name(text[at]))
        at++;
    *out = (struct letter_pdf_hole){.start = start, .name = text + name, .name_length = at - name};
    at = pass_blanks(text, length, at);
    if (out->name_length && at < length && text[at] == '|') {
        size_t other = ++at;
        while (at < length && at - other < OTHER_MOST && !strchr("{}<>\n", text[at]))
            at++;
        out->other = text + other;
        out->other_length = at - other;
    }
    if (!out->name_length || at + 1 >= length || text[at] != '}' || text[at + 1] != '}')
        return false;
    out->end = at + BRACES;
    return true;
}

bool
letter_pdf_hole_next(const char *text, size_t length, size_t from, struct letter_pdf_hole *out)
{
    while (from + BRACES <= length) {
        const char *brace = memchr(text + from, '{', length - from - 1);
        if (!brace)
            return false;
        size_t start = (size_t)(brace - text);
        if (text[start + 1] == '{' && read_hole(text, length, start, out))
            return true;
        from = start + 1;
    }
    return false;
}

static void
add_escaped(struct buf *out, const char *value)
{
    for (; *value; value++) {
        unsigned char c = (unsigned char)*value;
        switch (c) {
        case '&':
            buf_text(out, "&amp;");
            break;
        case '<':
            buf_text(out, "&lt;");
            break;
        case '>':
            buf_text(out, "&gt;");
            break;
        case '"':
            buf_text(out, "&quot;");
            break;
        case '\'':
            buf_text(out, "&#39;");
            break;
        default:
            buf_char(out, c < ' ' && c != '\n' ? ' ' : (char)c);
        }
    }
}

static bool
is_web_address(const char *value)
{
    return text_starts(value, "http://") || text_starts(value, "https://");
}

void
letter_pdf_fill(struct buf *out, const char *html, size_t length,
                const char *const values[LETTER_PDF_VARIABLES], bool missing[LETTER_PDF_VARIABLES])
{
    struct letter_pdf_hole hole;
    size_t at = 0;
    while (letter_pdf_hole_next(html, length, at, &hole)) {
        int place = letter_pdf_variable_place(hole.name, hole.name_length);
        const char *value = place >= 0 ? values[place] : NULL;
        if (value && *value && letter_pdf_variables[place].link && !is_web_address(value))
            value = NULL;
        buf_add(out, html + at, hole.start - at);
        if (value && *value)
            add_escaped(out, value);
        else if (hole.other)
            buf_add(out, hole.other, hole.other_length);
        else if (place >= 0)
            missing[place] = true;
        at = hole.end;
    }
    buf_add(out, html + at, length - at);
}
