/* Numbers as people write them. See number.h. */
#include "base/number.h"

#include <math.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { GROUPS_MAX = 12, DIGITS_MAX = 18 };

struct shape {
    char seps[GROUPS_MAX]; /* seps[i] stands before group i + 1 */
    int counts[GROUPS_MAX];
    double values[GROUPS_MAX];
    int groups, digits;
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of a separator at `at`; *sep is ' ' for every kind of blank, '\'' for apostrophes. */
static size_t
separator(const char *at, char *sep)
{
    static const struct {
        const char *bytes;
        char sep;
    } kinds[] = {
        {".",      '.' },
        {",",      ',' },
        {" ",      ' ' },
        {"'",      '\''},
        {"_",      ' ' },
        {"\u00A0", ' ' },
        {"\u202F", ' ' },
        {"\u2009", ' ' },
        {"\u2019", '\''}
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = strlen(kinds[i].bytes);
        if (!strncmp(at, kinds[i].bytes, n)) {
            *sep = kinds[i].sep;
            return n;
        }
    }
    return 0;
}

/* A blank groups only before exactly three digits, and not behind a decimal separator. */
static bool
joins(const struct shape *shape, char sep, const char *digits)
{
    size_t n = strspn(digits, "0123456789");
    if (n == 0)
        return false;
    if (sep == '.' || sep == ',')
        return true;
    return n == 3 &&
           (shape->groups == 1 ? shape->counts[0] <= 3 : shape->seps[shape->groups - 2] == sep);
}

static const char *
read_shape(const char *at, struct shape *shape)
{
    for (;;) {
        int count = 0;
        double value = 0;
        for (; is_digit(*at); at++, count++)
            value = value * 10 + (*at - '0');
        shape->counts[shape->groups] = count;
        shape->values[shape->groups] = value;
        shape->groups++;
        shape->digits += count;
        char sep = 0;
        size_t n = separator(at, &sep);
        if (n == 0 || shape->groups == GROUPS_MAX || !joins(shape, sep, at + n))
            return at;
        shape->seps[shape->groups - 1] = sep;
        at += n;
    }
}

/* Groups before `end` are well formed: first of 1-3 digits, last of three, others of two or three */
static bool
grouped_well(const struct shape *shape, int end)
{
    if (end < 2)
        return true;
    if (shape->counts[0] > 3 || shape->counts[end - 1] != 3)
        return false;
    for (int i = 1; i < end - 1; i++)
        if (shape->counts[i] != 3 && shape->counts[i] != 2)
            return false;
    for (int i = 1; i < end - 1; i++)
        if (shape->seps[i] != shape->seps[0])
            return false;
    return true;
}

/* The number of groups that are whole digits; the one behind, if any, is the fraction. */
static int
whole_groups(const struct shape *shape, struct number *out)
{
    int n = shape->groups;
    if (n == 1)
        return 1;
    char last = shape->seps[n - 2];
    bool point = last == '.' || last == ',';
    if (n > 2 && last != shape->seps[0]) {
        out->mixed = point;
        return point ? n - 1 : n;
    }
    if (n > 2 || !point)
        return n;
    bool zero = shape->counts[0] == 1 && shape->values[0] < 0.5;
    if (shape->counts[1] != 3 || shape->counts[0] > 3 || zero)
        return 1;
    out->three_after = true;
    return 2;
}

static double
multiplier(const char **at)
{
    static const struct {
        const char *word;
        double unit;
    } words[] = {
        {"k",          1e3 },
        {"thousand",   1e3 },
        {"tsd",        1e3 },
        {"tis",        1e3 },
        {"tys",        1e3 },
        {"mil",        1e6 },
        {"m",          1e6 },
        {"mn",         1e6 },
        {"mm",         1e6 },
        {"mio",        1e6 },
        {"mln",        1e6 },
        {"million",    1e6 },
        {"millions",   1e6 },
        {"millionen",  1e6 },
        {"milion",     1e6 },
        {"milionu",    1e6 },
        {"miliony",    1e6 },
        {"milionů",   1e6 },
        {"millones",   1e6 },
        {"milhões",   1e6 },
        {"milioni",    1e6 },
        {"miljoen",    1e6 },
        {"b",          1e9 },
        {"bn",         1e9 },
        {"bln",        1e9 },
        {"billion",    1e9 },
        {"billions",   1e9 },
        {"mrd",        1e9 },
        {"mld",        1e9 },
        {"milliard",   1e9 },
        {"milliards",  1e9 },
        {"milliarden", 1e9 },
        {"miliarda",   1e9 },
        {"miliard",    1e9 },
        {"miliardy",   1e9 },
        {"miljard",    1e9 },
        {"t",          1e12},
        {"tn",         1e12},
        {"trillion",   1e12},
        {"lakh",       1e5 },
        {"lakhs",      1e5 },
        {"crore",      1e7 },
        {"crores",     1e7 },
        {"cr",         1e7 },
    };
    const char *word = *at;
    while (*word == ' ' || !strncmp(word, "\u00A0", 2))
        word += *word == ' ' ? 1 : 2;
    size_t n = 0;
    while ((word[n] >= 'a' && word[n] <= 'z') || (word[n] >= 'A' && word[n] <= 'Z') ||
           (unsigned char)word[n] >= 0xC3)
        n += (unsigned char)word[n] >= 0xC3 && word[n + 1] ? 2 : 1;
    if (is_digit(word[n]))
        return 1; /* "5 m2" */
    for (size_t i = 0; n > 0 && i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].word) != n || strncasecmp(words[i].word, word, n) != 0)
            continue;
        *at = word + n + (word[n] == '.');
        return words[i].unit;
    }
    return 1;
}

static double
exponent(const char **at)
{
    const char *e = *at;
    if (*e != 'e' && *e != 'E')
        return 1;
    e++;
    bool minus = *e == '-';
    if (*e == '-' || *e == '+')
        e++;
    if (!is_digit(*e))
        return 1;
    int power = 0;
    for (; is_digit(*e); e++)
        if (power < 400)
            power = power * 10 + (*e - '0');
    *at = e;
    return pow(10, minus ? -power : power);
}

bool
number_scan(const char **at, struct number *out)
{
    memset(out, 0, sizeof *out);
    if (!is_digit(**at))
        return false;
    struct shape shape = {.groups = 0};
    const char *end = read_shape(*at, &shape);
    int whole = whole_groups(&shape, out);
    if (!grouped_well(&shape, whole) || shape.digits > DIGITS_MAX)
        return false;
    double scale = exponent(&end);
    if (scale > 1e18)
        return false;
    out->unit = multiplier(&end);
    if (out->three_after && shape.seps[0] == '.' && out->unit > 1) {
        /* "1.234 million" */
        out->three_after = false;
        whole = 1;
    }
    for (int i = 0; i < whole; i++)
        out->value = out->value * pow(10, shape.counts[i]) + shape.values[i];
    if (whole < shape.groups) {
        out->decimals = shape.counts[whole];
        out->value += shape.values[whole] / pow(10, out->decimals);
    }
    out->grouped = whole > 1;
    out->digits = shape.digits;
    out->value *= out->unit * scale;
    *at = end;
    return true;
}
