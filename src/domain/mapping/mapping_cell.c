/* A value by its bytes: addresses and numbers. See mapping_cell.h. */
#include "domain/mapping/mapping_cell.h"

#include <string.h>
#include <strings.h>

#include "domain/contact/email_lists.h"

enum { CELL_MAX = 400, LOCAL_MAX = 40 };

#define BIT(shape) (1u << (shape))

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

static void
look_at(const char *text, size_t n, struct mapping_cell *cell)
{
    for (; n && (*text == ' ' || (*text >= '\t' && *text <= '\r')); n--)
        text++;
    *cell = (struct mapping_cell){.text = text, .plain = true};
    const char *more = n > 6 ? memmem(text, n, " ::: ", 5) : NULL; /* Google joins values so */
    if (more)
        n = (size_t)(more - text);
    while (n && (text[n - 1] == ' ' || (text[n - 1] >= '\t' && text[n - 1] <= '\r')))
        n--;
    cell->length = n;
    for (size_t i = 0; i < n; i++) {
        const char c = text[i];
        if (is_digit(c))
            cell->digits++;
        else if (is_alpha(c)) {
            cell->letters++;
            cell->upper += c <= 'Z';
        } else if ((unsigned char)c >= 0x80) {
            cell->plain = false;
            cell->letters += (unsigned char)c >= 0xC0; /* one per code point */
        } else if (c == ' ')
            cell->spaces++;
        else if (c == ',')
            cell->commas++;
        else if (c == ';')
            cell->semicolons++;
        else if (c == '@')
            cell->ats++;
        else if (c == '.')
            cell->dots++;
        else if (c == '/')
            cell->slashes++;
        else
            cell->others++;
    }
}

void
mapping_cell_look(const char *text, struct mapping_cell *cell)
{
    look_at(text, strnlen(text, CELL_MAX), cell);
}

/* The bytes [at, end) are a host name with a dot and letters behind the last one. */
static bool
is_host(const char *text, size_t length)
{
    size_t label = 0, dots = 0;
    bool letters = true;
    if (length < 4)
        return false;
    for (size_t i = 0; i < length; i++) {
        const char c = text[i];
        if (c == '.') {
            if (!label)
                return false;
            dots++;
            label = 0;
            letters = true;
            continue;
        }
        if (!is_alpha(c) && !is_digit(c) && c != '-' && (unsigned char)c < 0x80)
            return false;
        letters = letters && !is_digit(c);
        label++;
    }
    return dots && label >= 2 && label <= 24 && letters;
}

/* Capitals do not count. */
static bool
holds(const char *text, size_t length, const char *part)
{
    const size_t n = strlen(part);
    for (size_t i = 0; i + n <= length; i++)
        if ((text[i] | 0x20) == (*part | 0x20) && !strncasecmp(text + i, part, n))
            return true;
    return false;
}

static unsigned
email_shape(const struct mapping_cell *cell)
{
    const char *at = memchr(cell->text, '@', cell->length);
    const char *begin = at, *end = at, *stop = cell->text + cell->length;
    if (!at || cell->ats > 6)
        return 0;
    while (begin > cell->text && !strchr(" <(,;:\"'[", begin[-1]))
        begin--;
    while (end + 1 < stop && !strchr(" >),;:\"']", end[1]))
        end++;
    if (begin == at || !is_host(at + 1, (size_t)(end - at)))
        return 0;
    /* a sentence with an address in it is no address */
    if (cell->ats == 1 && cell->spaces > 4)
        return 0;
    char local[LOCAL_MAX + 1];
    size_t n = 0;
    for (const char *c = begin; c < at && n < LOCAL_MAX; c++)
        local[n++] = (char)(*c >= 'A' && *c <= 'Z' ? *c | 0x20 : *c);
    local[n] = '\0';
    return BIT(SHAPE_EMAIL) | (email_lists_is_role(local) ? BIT(SHAPE_ROLE_EMAIL) : 0);
}

/* The host part of a web address; length 0 when it is none. */
struct span
mapping_cell_host(const struct mapping_cell *cell)
{
    const char *text = cell->text, *end = text + cell->length;
    if (!cell->dots || cell->ats || cell->spaces > 2)
        return (struct span){NULL, 0};
    const char *scheme = cell->length > 8 ? strstr(text, "://") : NULL;
    if (scheme && scheme - text <= 5)
        text = scheme + 3;
    const char *stop = text;
    while (stop < end && !strchr("/?#:,; ", *stop))
        stop++;
    if (!is_host(text, (size_t)(stop - text)))
        return (struct span){NULL, 0};
    return (struct span){text, (size_t)(stop - text)};
}

static unsigned
web_shape(const struct mapping_cell *cell)
{
    struct span host = mapping_cell_host(cell);
    if (!host.length)
        return 0;
    const char *text = cell->text, *path = host.data + host.length;
    size_t rest = cell->length - (size_t)(path - text);
    unsigned shape = host.data == text && rest <= 1 && strncasecmp(text, "www.", 4)
                         ? BIT(SHAPE_DOMAIN)
                         : BIT(SHAPE_URL);
    if (holds(host.data, host.length, "linkedin.com")) {
        if (holds(path, rest, "/in/") || holds(path, rest, "/pub/") ||
            holds(path, rest, "/sales/lead/") || holds(path, rest, "/sales/people/"))
            shape |= BIT(SHAPE_LINKEDIN_PERSON);
        else if (holds(path, rest, "/company/") || holds(path, rest, "/school/") ||
                 holds(path, rest, "/showcase/"))
            shape |= BIT(SHAPE_LINKEDIN_COMPANY);
    }
    if (holds(host.data, host.length, "crunchbase.com") ||
        holds(host.data, host.length, "angel.co") || holds(host.data, host.length, "wellfound.com"))
        shape |= BIT(SHAPE_CRUNCHBASE);
    static const char *const images[] = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico"};
    for (size_t i = 0; i < sizeof images / sizeof *images; i++)
        if (holds(path, rest, images[i]))
            shape |= BIT(SHAPE_IMAGE);
    return shape;
}

/* Digits in groups: the groups' lengths, at most 4; 0 when another character is among them. */
static size_t
groups_of(const struct mapping_cell *cell, const char *marks, size_t lengths[4],
          unsigned long values[4])
{
    size_t n = 0;
    bool inside = false;
    for (size_t i = 0; i < cell->length; i++) {
        const char c = cell->text[i];
        if (is_digit(c)) {
            if (!inside && n == 4)
                return 0;
            if (!inside) {
                lengths[n] = 0;
                values[n++] = 0;
            }
            inside = true;
            lengths[n - 1]++;
            if (lengths[n - 1] < 9)
                values[n - 1] = values[n - 1] * 10 + (unsigned long)(c - '0');
        } else if (strchr(marks, c)) {
            inside = false;
        } else {
            return 0;
        }
    }
    return n;
}

static bool
is_year(unsigned long number)
{
    return number >= 1500 && number <= 2100;
}

static bool
is_date(const struct mapping_cell *cell)
{
    size_t length[4];
    unsigned long value[4];
    struct mapping_cell day = *cell;
    if (cell->length >= 19 && (cell->text[10] == 'T' || cell->text[10] == ' '))
        day.length = 10; /* the day of a time stamp */
    else if (cell->digits >= 10 && memchr(cell->text, ':', cell->length) && cell->spaces)
        day.length = (size_t)((const char *)memchr(cell->text, ' ', cell->length) - cell->text);
    size_t n = groups_of(&day, "-/. ", length, value);
    if (n == 1 && day.length == 8)
        return is_year(value[0] / 10000) && value[0] / 100 % 100 >= 1 &&
               value[0] / 100 % 100 <= 12 && value[0] % 100 >= 1 && value[0] % 100 <= 31;
    if (n != 3 || is_digit(day.text[day.length - 1]) == (day.text[day.length - 1] == '-'))
        return false;
    if (length[0] == 4)
        return is_year(value[0]) && value[1] >= 1 && value[1] <= 12 && value[2] >= 1 &&
               value[2] <= 31;
    return length[0] <= 2 && length[1] <= 2 && value[0] >= 1 && value[0] <= 31 && value[1] >= 1 &&
           value[1] <= 31 && (value[0] <= 12 || value[1] <= 12) &&
           ((length[2] == 4 && is_year(value[2])) || length[2] == 2);
}

/* "11-50", "1,001 - 5,000 employees", "50+", "<10", "10 to 50" */
static bool
is_range(const struct mapping_cell *cell)
{
    size_t numbers = 0;
    bool inside = false, mark = false;
    if (!cell->digits || cell->length > 40 || cell->letters > 14 || cell->slashes)
        return false;
    for (size_t i = 0; i < cell->length; i++) {
        const char c = cell->text[i];
        if (is_digit(c)) {
            numbers += !inside;
            inside = true;
        } else if (c == '+' || c == '<' || c == '>') {
            mark = mark || c != '+' || i > 0;
        } else if (!(inside && (c == ',' || c == '.' || c == '\'') && i + 1 < cell->length &&
                     is_digit(cell->text[i + 1]))) {
            inside = false;
        }
    }
    if (mark)
        return numbers == 1;
    return numbers == 2 && (memchr(cell->text, '-', cell->length) || !cell->plain ||
                            holds(cell->text, cell->length, " to "));
}

static bool
is_money(const struct mapping_cell *cell)
{
    static const char *const signs[] = {"$",   "€",   "£",   "¥",   "EUR", "USD", "GBP",
                                        "CZK", "CHF", "PLN", "Kč",  "SEK", "NOK", "DKK",
                                        "HUF", "RON", "TRY", "UAH", "zł",  "₴",   "₽"};
    static const char *const sizes[] = {"million", "mio", "mrd", "mln",
                                        "billion", "bn",  "tis", "mil"};
    const char last = cell->length ? cell->text[cell->length - 1] : ' ';
    if (!cell->digits || cell->letters > 10 || cell->length > 28 ||
        (!cell->letters && cell->plain && !cell->others))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (holds(cell->text, cell->length, signs[i]))
            return true;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (holds(cell->text, cell->length, sizes[i]))
            return true;
    return cell->letters == 1 && strchr("MKBmkb", last);
}

static bool
is_number(const struct mapping_cell *cell)
{
    return cell->digits && !cell->letters && !cell->ats && !cell->slashes && !cell->semicolons &&
           cell->others <= 1 &&
           (!cell->others || strchr("-+%#", cell->text[0]) || cell->text[cell->length - 1] == '%');
}

static unsigned
phone_shape(const struct mapping_cell *cell)
{
    size_t digits = cell->digits;
    bool mark = false;
    if (digits < 6 || digits > 18 || cell->length > 30 || cell->letters > 6 || cell->ats)
        return 0;
    if (cell->letters && !holds(cell->text, cell->length, "ext") &&
        !holds(cell->text, cell->length, "tel") && !holds(cell->text, cell->length, "x"))
        return 0;
    for (size_t i = 0; i < cell->length; i++) {
        const char c = cell->text[i];
        if (!is_digit(c) && !is_alpha(c) && !strchr("+-()./ ,;:#'", c) && (unsigned char)c < 0x80)
            return 0;
        mark = mark || (c == '+' && i < 2) || c == '(' || c == ')';
    }
    const bool zero = cell->text[0] == '0';
    const bool parted = cell->spaces + cell->others + cell->dots + cell->slashes >= 2;
    if (mark || (digits >= 8 && digits <= 15 && (zero || parted) && !cell->commas))
        return BIT(SHAPE_PHONE) | BIT(SHAPE_SURE_PHONE);
    return digits <= 15 ? BIT(SHAPE_PHONE) : 0;
}

/* The first of several numbers in a cell: "123 456 789, 123 456 780", "… / …". */
static unsigned
first_phone_shape(const struct mapping_cell *cell)
{
    size_t n = 0;
    while (n < cell->length && !strchr(",;\n", cell->text[n]) &&
           !(n && cell->text[n] == '/' && cell->text[n - 1] == ' '))
        n++;
    struct mapping_cell first;
    look_at(cell->text, n, &first);
    return phone_shape(&first);
}

static unsigned
number_shape(const struct mapping_cell *cell)
{
    unsigned shape = 0;
    size_t length[4];
    unsigned long value[4];
    if (!cell->digits)
        return 0;
    if (is_date(cell))
        return BIT(SHAPE_DATE) | (cell->length == 8 ? BIT(SHAPE_NUMBER) : 0);
    if (is_number(cell))
        shape |= BIT(SHAPE_NUMBER);
    size_t n = groups_of(cell, ".", length, value);
    if (n && length[0] == 4 && is_year(value[0]) && (n == 1 || (n == 2 && !value[1])))
        shape |= BIT(SHAPE_YEAR);
    if (is_range(cell))
        shape |= BIT(SHAPE_RANGE);
    if (is_money(cell))
        shape |= BIT(SHAPE_MONEY);
    if (cell->length >= 3 && cell->length <= 10 && cell->digits >= 2 && cell->letters <= 5 &&
        cell->spaces <= 1 && !cell->commas && !cell->slashes && !cell->ats && cell->plain &&
        cell->others <= 1 && !cell->dots)
        shape |= BIT(SHAPE_POSTAL);
    return shape | (cell->digits > 11 ? first_phone_shape(cell) : phone_shape(cell));
}

unsigned
mapping_cell_shape(const struct mapping_cell *cell)
{
    unsigned shape = cell->ats ? email_shape(cell) : 0;
    if (!shape)
        shape = web_shape(cell);
    if (shape)
        return shape;
    shape = number_shape(cell);
    if (cell->length >= 80 && cell->spaces >= 8)
        shape |= BIT(SHAPE_LONG_TEXT);
    if ((cell->length == 2 || cell->length == 3) && cell->upper == cell->length)
        shape |= BIT(SHAPE_CODE2);
    if (cell->length == 1 && (*cell->text == '0' || *cell->text == '1'))
        shape |= BIT(SHAPE_YES_NO);
    /* a number and words, not much else: "12 High Street", "Hauptstr. 5, 10115 Berlin" */
    if (cell->digits && cell->letters > 3 && cell->spaces && cell->digits * 2 < cell->length)
        shape |= BIT(SHAPE_STREET);
    return shape;
}
