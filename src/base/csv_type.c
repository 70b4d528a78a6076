/* Types of cells by hand-written scanners: cells are short and there are many. See csv_type.h. */
#include "base/csv_type.h"

#include <string.h>

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Digits from p on; returns the place behind them. */
static const char *
digits(const char *p, const char *end)
{
    while (p < end && is_digit(*p))
        p++;
    return p;
}

/* A currency sign or percent at either end, UTF-8. */
static const char *
money(const char *p, const char *end)
{
    static const char *const signs[] = {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "%"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i]);
        if ((size_t)(end - p) >= length && !memcmp(p, signs[i], length))
            return p + length;
    }
    return p;
}

static bool
is_number(const char *p, const char *end)
{
    if (end - p == 3 && (!memcmp(p, "NaN", 3) || !memcmp(p, "nan", 3)))
        return true;
    if (*p == '(' && end[-1] == ')') {
        p++;
        end--;
    }
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    p = money(p, end);
    if (p < end && (*p == '-' || *p == '+' || *p == ' '))
        p++;
    const char *start = p;
    bool any = false;
    while (p < end) {
        const char *behind = digits(p, end);
        any |= behind > p;
        if (behind == end)
            return any;
        bool separator = *behind == '.' || *behind == ',' || *behind == '\'' || *behind == ' ';
        if (!separator || (behind == p && p > start))
            break;
        p = behind + 1;
    }
    p = digits(p, end);
    if (any && end - p > 1 && (*p == 'e' || *p == 'E')) {
        p++;
        if (*p == '-' || *p == '+')
            p++;
        return p < end && digits(p, end) == end;
    }
    if (p < end && *p == ' ')
        p++;
    return any && (p == end || money(p, end) == end);
}

static bool
is_time(const char *p, const char *end)
{
    const char *behind = digits(p, end);
    if (behind == p || behind - p > 2 || behind == end || *behind != ':')
        return false;
    int groups = 1;
    while (behind < end && *behind == ':') {
        p = behind + 1;
        behind = digits(p, end);
        if (behind - p != 2)
            return false;
        groups++;
    }
    if (behind < end && (*behind == '.' || *behind == ','))
        behind = digits(behind + 1, end);
    if (behind < end && *behind == ' ')
        behind++;
    size_t rest = (size_t)(end - behind);
    bool zone = rest && (*behind == '+' || *behind == '-' || *behind == 'Z');
    bool half = rest >= 2 && (behind[1] == 'M' || behind[1] == 'm') && strchr("AaPp", behind[0]);
    return groups <= 3 && (!rest || zone || half);
}

/* A month by its English name or its first three letters; returns the place behind it. */
static const char *
month(const char *p, const char *end)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (end - p < 3)
        return p;
    char three[3];
    for (size_t i = 0; i < 3; i++)
        three[i] = (char)(p[i] | 0x20);
    for (size_t i = 0; i < sizeof names - 1; i += 3) {
        if (memcmp(names + i, three, 3))
            continue;
        const char *behind = p + 3;
        while (behind < end && is_alpha(*behind))
            behind++;
        return behind - p <= 9 ? behind : p;
    }
    return p;
}

static bool
is_date(const char *p, const char *end)
{
    int numbers = 0, names = 0;
    char separator = 0;
    for (int part = 0; part < 3; part++) {
        const char *behind = digits(p, end);
        size_t length = (size_t)(behind - p);
        if (length && length <= 4) {
            numbers++;
        } else if (!length && (behind = month(p, end)) > p) {
            names++;
        } else {
            return false;
        }
        p = behind;
        if (part == 2 || p == end)
            break;
        if (!strchr("-/., ", *p))
            return false;
        if (!names && separator && *p != separator)
            return false;
        separator = *p++;
        while (p < end && *p == ' ')
            p++;
    }
    if (names > 1 || (names == 0 && (numbers < 3 || separator == ' ' || separator == ',')) ||
        numbers < 1 || numbers + names < 2)
        return false;
    if (p == end || (*p == '.' && p + 1 == end))
        return true;
    if (*p != ' ' && *p != 'T')
        return false;
    p++;
    return p < end && is_time(p, end);
}

static bool
has_blank(const char *p, const char *end)
{
    for (; p < end; p++)
        if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
            return true;
    return false;
}

static bool
is_email(const char *p, const char *end)
{
    const char *at = memchr(p, '@', (size_t)(end - p));
    if (!at || at == p || has_blank(p, end))
        return false;
    bool dot = false;
    while (++at < end)
        dot |= *at == '.';
    return dot && end[-1] != '.';
}

static bool
is_url(const char *p, const char *end)
{
    size_t length = (size_t)(end - p);
    bool scheme = (length > 8 && (!memcmp(p, "http://", 7) || !memcmp(p, "https://", 8))) ||
                  (length > 6 && !memcmp(p, "www.", 4));
    return scheme && !has_blank(p, end);
}

/* Words: is it one or several, of letters or with digits, or does something odd stand in it? */
static enum csv_type
words(const char *p, const char *end)
{
    bool blank = false, digit = false;
    size_t quotes = 0;
    for (; p < end; p++) {
        char c = *p;
        blank |= c == ' ' || c == '\n' || c == '\r';
        digit |= is_digit(c);
        quotes += c == '"';
        if (c == ';' || c == '|' || c == '\t' || (c > 0 && c < ' ' && c != '\n' && c != '\r'))
            return CSV_TYPE_ODD;
    }
    if (quotes)
        return CSV_TYPE_ODD;
    if (blank)
        return CSV_TYPE_TEXT;
    return digit ? CSV_TYPE_CODE : CSV_TYPE_WORD;
}

enum csv_type
csv_type_of(struct span cell)
{
    const char *p = cell.data, *end = p + cell.length;
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    while (end > p && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    if (p == end)
        return CSV_TYPE_EMPTY;
    if (is_digit(*p) || is_alpha(*p)) {
        if (is_time(p, end))
            return CSV_TYPE_TIME;
        if (is_date(p, end))
            return CSV_TYPE_DATE;
    }
    if (is_number(p, end))
        return CSV_TYPE_NUMBER;
    if (is_url(p, end))
        return CSV_TYPE_URL;
    return is_email(p, end) ? CSV_TYPE_EMAIL : words(p, end);
}

bool
csv_type_is_data(enum csv_type type)
{
    return type >= CSV_TYPE_NUMBER && type <= CSV_TYPE_URL;
}
