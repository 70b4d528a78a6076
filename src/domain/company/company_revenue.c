/* Amounts of money. See company_revenue.h. */
#include "domain/company/company_revenue.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/blank.h"
#include "base/number_range.h"
#include "base/text.h"

enum { TEXT_LIMIT = 120 };

/* Beyond any company, and beyond what a whole number of units holds. */
#define LARGEST 1e15

/* In a column of millions a bare number from here on was surely meant in units. */
#define NOT_MILLIONS 10000.0

/* Signs and words before codes, longer before shorter: "US$" before "$". */
static const struct {
    const char *text;
    char code[4];
} signs[] = {
    {"US$",    "USD"},
    {"A$",     "AUD"},
    {"AU$",    "AUD"},
    {"C$",     "CAD"},
    {"CA$",    "CAD"},
    {"NZ$",    "NZD"},
    {"HK$",    "HKD"},
    {"S$",     "SGD"},
    {"NT$",    "TWD"},
    {"R$",     "BRL"},
    {"MX$",    "MXN"},
    {"€",    "EUR"},
    {"£",     "GBP"},
    {"¥",     "JPY"},
    {"₹",    "INR"},
    {"₽",    "RUB"},
    {"₴",    "UAH"},
    {"₩",    "KRW"},
    {"₪",    "ILS"},
    {"₺",    "TRY"},
    {"฿",    "THB"},
    {"₫",    "VND"},
    {"₱",    "PHP"},
    {"₦",    "NGN"},
    {"zł",    "PLN"},
    {"kč",    "CZK"},
    {"Kč",    "CZK"},
    {"KČ",    "CZK"},
    {"korun",  "CZK"},
    {"dollar", "USD"},
    {"euro",   "EUR"},
    {"pound",  "GBP"},
    {"Ft",     "HUF"},
    {"лв",   "BGN"},
    {"руб", "RUB"},
    {"rs.",    "INR"},
    {"$",      "USD"},
};

static const char codes[][4] = {
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP",
    "EUR", "GBP", "HKD", "HRK", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW", "KZT",
    "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RSD",
    "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
};

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const char *
currency_of(const char *text)
{
    for (const char *at = text; *at; at++) {
        if (!is_letter(at[0]) || (at > text && is_letter(at[-1])))
            continue;
        for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
            if (!strncasecmp(at, codes[i], 3) && !is_letter(at[3]))
                return codes[i];
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcasestr(text, signs[i].text))
            return signs[i].code;
    return "";
}

/* The amount in whole units; *unsure when the writing allows another reading. */
static double
amount(const struct number *number, int64_t unit, bool *unsure)
{
    bool written = number->unit > 1;
    if (number->three_after && (written || unit > 1))
        *unsure = true;
    if (number->mixed && number->decimals == 1)
        *unsure = true;
    /* "1,5" of a whole currency unit is no revenue: the header forgot to say millions */
    if (!written && unit == 1 && number->decimals > 0 && number->value < 1000)
        *unsure = true;
    if (written || unit == 1)
        return number->value;
    if (number->value >= NOT_MILLIONS) {
        *unsure = true;
        return number->value;
    }
    return number->value * (double)unit;
}

enum company_revenue_verdict
company_revenue_read(struct arena *arena, const char *text, int64_t unit,
                     struct company_revenue *out)
{
    memset(out, 0, sizeof *out);
    if (blank_is(text))
        return COMPANY_REVENUE_NONE;
    if (strlen(text) > TEXT_LIMIT)
        return COMPANY_REVENUE_INVALID;
    text = text_squeeze(arena, text);
    struct number_range range;
    if (!number_range_read(text, &range) || range.negative)
        return COMPANY_REVENUE_INVALID;
    bool unsure = range.more;
    double low = amount(&range.low, unit, &unsure), high = amount(&range.high, unit, &unsure);
    if (low > LARGEST || high > LARGEST)
        return COMPANY_REVENUE_INVALID;
    const char *currency = currency_of(text);
    memcpy(out->currency, currency, strnlen(currency, 3));
    unsure = unsure || low > high;
    out->min = llround(low < high ? low : high);
    out->max = llround(low < high ? high : low);
    if (range.bound == NUMBER_AT_LEAST || range.bound == NUMBER_MORE_THAN)
        out->max = INT64_MAX;
    if (range.bound == NUMBER_AT_MOST || range.bound == NUMBER_LESS_THAN)
        out->min = 0;
    return unsure ? COMPANY_REVENUE_REVIEW : COMPANY_REVENUE_OK;
}
