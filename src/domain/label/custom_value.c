/* Values of custom fields, one function a type. See custom_value.h. */
#include "domain/label/custom_value.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "domain/record/record_value.h"

enum { DIGITS_MOST = 15, FIRST_YEAR = 1000, LAST_YEAR = 2999 };

static bool
refuse(struct ctx *ctx, const struct custom_field *field, const char *why)
{
    return err_field(ctx, ERR_INPUT, arena_printf(ctx->arena, "custom.%s", field->key), "%s", why);
}

/* Through the cleaning that all fields share; blank words read as nothing. */
static bool
clean(struct ctx *ctx, const struct custom_field *field, enum record_type type, const char *text,
      const char **out)
{
    const struct record_field like = {.name = arena_printf(ctx->arena, "custom.%s", field->key),
                                      .label = field->label,
                                      .type = type,
                                      .max = CUSTOM_VALUE_MOST};
    return record_value_normalise(ctx, &like, text, NULL, out);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *
after_blanks(const char *at)
{
    while (*at == ' ' || !strncmp(at, "\u00A0", 2))
        at += *at == ' ' ? 1 : 2;
    return at;
}

/* A sign of money or per cent says nothing that the field's name does not. */
static const char *
after_unit(const char *at)
{
    static const char *const units[] = {"€", "$", "£", "¥", "%"};
    at = after_blanks(at);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (text_starts(at, units[i]))
            return after_blanks(at + strlen(units[i]));
    return at;
}

/* "-12", "12.5": as machines write numbers. */
static bool
scan_plain(const char *at, double *value)
{
    double number = 0, scale = 1;
    size_t digits = 0;
    bool minus = *at == '-';
    at += minus;
    for (; is_digit(*at); at++, digits++)
        number = number * 10 + (*at - '0');
    if (!digits || digits > DIGITS_MOST)
        return false;
    if (*at == '.') {
        size_t whole = digits;
        for (at++; is_digit(*at); at++)
            if (++digits <= DIGITS_MOST) {
                number = number * 10 + (*at - '0');
                scale *= 10;
            }
        if (digits == whole)
            return false;
    }
    *value = (minus ? -number : number) / scale;
    return !*at;
}

static bool
scan_people(const char *at, double *value)
{
    struct number number;
    at = after_unit(at);
    bool minus = *at == '-' || text_starts(at, "−");
    if (minus || *at == '+')
        at = after_unit(at + (*at == '-' || *at == '+' ? strlen("-") : strlen("−")));
    if (!number_scan(&at, &number) || *after_unit(at))
        return false;
    *value = minus ? -number.value : number.value;
    return true;
}

/* Three decimals behind one to three digits would read as grouping: a further 0 says they are none. */
static const char *
write_number(struct arena *arena, double value)
{
    double whole = fabs(value);
    int before = 1;
    for (; whole >= 10; whole /= 10)
        before++;
    char *text = arena_printf(arena, "%.*f", DIGITS_MOST - before, value);
    size_t length = strlen(text);
    if (strchr(text, '.')) {
        while (text[length - 1] == '0')
            length--;
        length -= text[length - 1] == '.';
        text[length] = '\0';
    }
    if (!strcmp(text, "-0"))
        return "0";
    const char *point = strchr(text, '.');
    return point && strlen(point) == strlen(".000") ? arena_printf(arena, "%s0", text) : text;
}

static bool
read_number(struct ctx *ctx, const struct custom_field *field, enum custom_reading reading,
            const char *text, const char **out)
{
    double value;
    bool ok = (reading == CUSTOM_TYPED && scan_plain(text, &value)) || scan_people(text, &value);
    if (!ok)
        return refuse(ctx, field, "This is no number. Write digits, such as 1200 or 12.5.");
    if (!(fabs(value) < 1e15))
        return refuse(ctx, field, "This number is too large.");
    *out = write_number(ctx->arena, value);
    return true;
}

static int
month_named(const char *text, size_t length)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    for (int i = 0; i < 12; i++) {
        size_t at = 0;
        while (at < length && (text[at] | 0x20) == months[i][at])
            at++;
        if (at == length && (length == strlen(months[i]) || length == 3 || (i == 8 && length == 4)))
            return i + 1;
    }
    return 0;
}

/* The parts of a date: up to three numbers or month names and what stands between the first two. */
struct date_parts {
    int numbers[3], digits[3];
    int named; /* place of the month's name, or -1 */
    char separator;
    size_t n;
};

static const char *
read_part(const char *at, struct date_parts *parts)
{
    size_t length = 0;
    if (is_digit(*at)) {
        for (; is_digit(at[length]) && length < 5; length++)
            parts->numbers[parts->n] = parts->numbers[parts->n] * 10 + (at[length] - '0');
        parts->digits[parts->n++] = (int)length;
        return at + length;
    }
    while ((at[length] >= 'a' && at[length] <= 'z') || (at[length] >= 'A' && at[length] <= 'Z'))
        length++;
    int month = length ? month_named(at, length) : 0;
    if (!month || parts->named >= 0)
        return NULL;
    parts->named = (int)parts->n;
    parts->numbers[parts->n++] = month;
    return at + length + (at[length] == '.');
}

static bool
read_parts(const char *at, struct date_parts *parts)
{
    *parts = (struct date_parts){.named = -1};
    for (;;) {
        at = read_part(at, parts);
        if (!at)
            return false;
        if (parts->n == 3)
            break;
        if (parts->n == 1)
            parts->separator = *at;
        size_t between = strspn(at, " .,/-");
        if (!between)
            return false;
        at += between;
    }
    /* "2026-11-19T10:00:00Z", "19.11.2026 10:00" */
    return !*at ||
           ((*at == 'T' || *at == ' ' || *at == ',') && is_digit(at[strcspn(at, "0123456789")]));
}

static int
days_of(int month, int year)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* Which number is what. False: it can be read in two ways or in none. */
static bool
sort_parts(const struct date_parts *p, int *year, int *month, int *day)
{
    if (p->digits[0] == 4 && p->named != 0) {
        *year = p->numbers[0];
        *month = p->numbers[1];
        *day = p->numbers[2];
        return true;
    }
    if (p->digits[2] != 4)
        return false;
    *year = p->numbers[2];
    bool month_first = p->named == 0 || (p->separator == '/' && p->numbers[1] > 12);
    if (p->named < 0 && p->separator == '/' && p->numbers[0] <= 12 && p->numbers[1] <= 12 &&
        p->numbers[0] != p->numbers[1])
        return false;
    *month = p->numbers[month_first ? 0 : 1];
    *day = p->numbers[month_first ? 1 : 0];
    return true;
}

static bool
read_date(struct ctx *ctx, const struct custom_field *field, const char *text, const char **out)
{
    struct date_parts parts;
    int year, month, day;
    if (!read_parts(text, &parts) || !sort_parts(&parts, &year, &month, &day) || month < 1 ||
        month > 12 || year < FIRST_YEAR || year > LAST_YEAR || day < 1 ||
        day > days_of(month, year))
        return refuse(ctx, field, "This is no date. Write year, month and day: 2026-11-19.");
    *out = arena_printf(ctx->arena, "%04d-%02d-%02d", year, month, day);
    return true;
}

/* Options may be words for nothing ("None"), so they are looked for before those are sorted out. */
static bool
read_choice(struct ctx *ctx, const struct custom_field *field, const char *text, const char **out)
{
    const char *key = text_fold(ctx->arena, text), *value;
    for (size_t i = 0; i < field->n_options; i++)
        if (!strcmp(text_fold(ctx->arena, field->options[i]), key)) {
            *out = field->options[i];
            return true;
        }
    if (!clean(ctx, field, RECORD_TEXT, text, &value))
        return false;
    return !value || refuse(ctx, field, "Choose one of the options of this field.");
}

static bool
read_yesno(struct ctx *ctx, const struct custom_field *field, const char *text, const char **out)
{
    static const char *const yes[] = {"yes", "y",     "true", "1",    "on",  "x",   "✓",
                                      "✔",   "ja",    "oui",  "si",   "sim", "ano", "tak",
                                      "da",  "kylla", "igen", "evet", NULL};
    static const char *const no[] = {"no",   "n",   "false", "0",   "off",   "✗",
                                     "nein", "non", "nao",   "ne",  "nie",   "nee",
                                     "nej",  "nei", "ei",    "nem", "hayir", NULL};
    const char *key = text_fold(ctx->arena, text), *value;
    for (size_t i = 0; yes[i]; i++)
        if (!strcmp(yes[i], key)) {
            *out = "yes";
            return true;
        }
    for (size_t i = 0; no[i]; i++)
        if (!strcmp(no[i], key)) {
            *out = "no";
            return true;
        }
    if (!clean(ctx, field, RECORD_TEXT, text, &value))
        return false;
    return !value || refuse(ctx, field, "Write yes or no.");
}

bool
custom_value_normalise(struct ctx *ctx, const struct custom_field *field,
                       enum custom_reading reading, const char *text, const char **out)
{
    *out = NULL;
    if (!text || !*text)
        return true;
    const char *cleaned = NULL;
    switch (custom_type_of(field->type)) {
    case CUSTOM_CHOICE:
        return read_choice(ctx, field, text, out);
    case CUSTOM_YESNO:
        return read_yesno(ctx, field, text, out);
    case CUSTOM_URL:
        return clean(ctx, field, RECORD_URL, text, out);
    case CUSTOM_TEXT:
        return clean(ctx, field, RECORD_LONG_TEXT, text, out);
    case CUSTOM_NUMBER:
        return clean(ctx, field, RECORD_TEXT, text, &cleaned) &&
               (!cleaned || read_number(ctx, field, reading, cleaned, out));
    case CUSTOM_DATE:
        return clean(ctx, field, RECORD_TEXT, text, &cleaned) &&
               (!cleaned || read_date(ctx, field, cleaned, out));
    }
    return err_raise(ctx, ERR_BUG, "a custom field of no type");
}

const char *
custom_value_shown(struct arena *arena, const struct custom_field *field, const char *value)
{
    enum custom_type type = custom_type_of(field->type);
    if (type == CUSTOM_YESNO)
        return !strcmp(value, "yes") ? "Yes" : !strcmp(value, "no") ? "No" : value;
    const char *point = strchr(value, '.');
    if (type == CUSTOM_NUMBER && point && strlen(point) == strlen(".0000") && text_ends(value, "0"))
        return arena_strndup(arena, value, strlen(value) - 1);
    return value;
}
