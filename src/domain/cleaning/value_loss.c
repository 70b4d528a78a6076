/* What reading leaves unread. See value_loss.h. */
#include "domain/cleaning/value_loss.h"

#include <stddef.h>
#include <string.h>

#include "domain/cleaning/value_note.h"

enum { TRUNK = 4, CALLING = 3, LABEL = 4 };

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t
count(const char *text, bool (*is)(char c))
{
    size_t n = 0;
    for (; *text; text++)
        n += is(*text);
    return n;
}

static bool
is_of_address(char c)
{
    return is_letter(c) || is_digit(c) || c == '@';
}

static bool
is_at(char c)
{
    return c == '@';
}

/* Domains in other letters are stored in ASCII: there only the number of addresses tells. */
static bool
is_foreign(const char *text)
{
    while (*text && (unsigned char)*text < 0x80)
        text++;
    return *text != '\0';
}

bool
value_loss_email(const char *text, const char *stored)
{
    static const char scheme[] = "mailto:";
    if (is_foreign(text))
        return count(text, is_at) != count(stored, is_at);
    size_t schemes = 0;
    for (const char *at = text; (at = strcasestr(at, scheme)); at += sizeof scheme - 1)
        schemes++;
    return count(text, is_of_address) - schemes * (sizeof scheme - 2) !=
           count(stored, is_of_address);
}

bool
value_loss_phone(const char *text, const char *stored)
{
    size_t before = 0, letters = 0, after = count(stored, is_digit);
    for (const char *p = text; *p; p++) {
        before += is_digit(*p);
        letters += is_letter(*p);
    }
    if (before > after + TRUNK)
        return true; /* more than what people dial in front of it: another number */
    /* letters that are no digits ("1-800-FLOWERS") and announce no extension */
    return letters >= LABEL && before + CALLING >= after && !strstr(stored, "ext.");
}

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_between(char c)
{
    return c == ',' || c == ';' || c == '|';
}

bool
value_loss_address(const char *text, const char *stored)
{
    size_t length = strlen(text);
    while (length && is_blank(text[length - 1]))
        length--;
    while (length && is_blank(*text)) {
        text++;
        length--;
    }
    for (size_t i = 0; i < length; i++)
        if (is_blank(text[i]) || (is_between(text[i]) && !strchr(stored, text[i])))
            return true;
    return false;
}

bool
value_loss_year(const char *text, const char *stored)
{
    const char *at = strstr(text, stored);
    if (!at)
        return true;
    size_t before = 0;
    for (const char *p = text; p < at; p++)
        before += is_letter(*p) || is_digit(*p);
    const char *rest = at + strlen(stored);
    rest += *rest == '.' ? 1 + strspn(rest + 1, "0") : 0;
    return before || count(rest, is_digit) || count(rest, is_letter);
}

bool
value_loss_any(struct arena *arena, enum record_type type, const char *text, const char *value)
{
    switch (type) {
    case RECORD_NAME:
    case RECORD_TEXT:
    case RECORD_LONG_TEXT:
    case RECORD_MONEY:
        return !value_note_is_same(arena, text, value);
    case RECORD_PHONE:
        return value_loss_phone(text, value);
    case RECORD_EMAIL:
        return value_loss_email(text, value);
    case RECORD_URL:
    case RECORD_DOMAIN:
    case RECORD_LINKEDIN:
        return value_loss_address(text, value);
    case RECORD_YEAR:
        return value_loss_year(text, value);
    case RECORD_DAY:
    case RECORD_COUNTRY:
    case RECORD_SIZE:
    case RECORD_CHOICE:
    case RECORD_ID:
    case RECORD_IDS:
    case RECORD_CUSTOM:
        break;
    }
    return false;
}
