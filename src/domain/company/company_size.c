/* Head counts. See company_size.h. */
#include "domain/company/company_size.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/blank.h"
#include "base/number_range.h"
#include "base/text.h"

enum { TEXT_LIMIT = 120 };

/* More than any employer has: what is larger is another number. */
#define LARGEST 5000000.0

static const struct {
    const char *name;
    int64_t min, max;
} buckets[] = {
    [COMPANY_SIZE_UNKNOWN] = {"",           0,    0        },
    [COMPANY_SIZE_MICRO] = {"micro",      1,    9        },
    [COMPANY_SIZE_SMALL] = {"small",      10,   49       },
    [COMPANY_SIZE_MEDIUM] = {"medium",     50,   249      },
    [COMPANY_SIZE_MID_MARKET] = {"mid_market", 250,  999      },
    [COMPANY_SIZE_ENTERPRISE] = {"enterprise", 1000, INT64_MAX},
};

enum company_size_bucket
company_size_bucket(int64_t employees)
{
    if (employees < 1)
        return COMPANY_SIZE_UNKNOWN;
    enum company_size_bucket bucket = COMPANY_SIZE_MICRO;
    while (employees > buckets[bucket].max)
        bucket++;
    return bucket;
}

const char *
company_size_name(enum company_size_bucket bucket)
{
    return buckets[bucket].name;
}

static enum company_size_verdict
give(int64_t min, int64_t max, struct company_size *out)
{
    enum company_size_verdict verdict = min > max ? COMPANY_SIZE_REVIEW : COMPANY_SIZE_OK;
    out->min = min < max ? min : max;
    out->max = min < max ? max : min;
    enum company_size_bucket low = company_size_bucket(out->min ? out->min : 1);
    enum company_size_bucket high = company_size_bucket(out->max);
    out->hint = out->max > 0 && low != high;
    /* sizes spread over orders of magnitude: the geometric middle says where a range mostly lies */
    if (out->max == INT64_MAX)
        out->bucket = low;
    else if (out->min == 0)
        out->bucket = high;
    else
        out->bucket = company_size_bucket(llround(sqrt((double)out->min * (double)out->max)));
    return verdict;
}

/* A spreadsheet makes dates of ranges: "11-50" is "Nov-50", "2-10" is "2-Oct" or "10-Feb". */
static bool
read_date(const char *text, struct company_size *out)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    const char *word = text + strspn(text, "0123456789");
    size_t digits = (size_t)(word - text);
    word += *word == '-';
    const char *rest = word + 3;
    if (strlen(word) < 3 || digits > 2 || (digits > 0 && *rest))
        return false;
    int64_t month = 0;
    for (int64_t i = 0; i < 12 && month == 0; i++)
        if (!strncasecmp(word, months + 3 * i, 3))
            month = i + 1;
    const char *number = digits > 0 ? text : rest + (*rest == '-');
    size_t n = strspn(number, "0123456789");
    if (month == 0 || n == 0 || n > 4 || (digits == 0 && (*rest != '-' || number[n])))
        return false;
    int64_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (number[i] - '0');
    give(month < value ? month : value, month < value ? value : month, out);
    return true;
}

static enum company_size_verdict
read_words(const char *text, struct company_size *out)
{
    static const struct {
        const char *word;
        enum company_size_bucket bucket;
    } words[] = {
        {"micro",      COMPANY_SIZE_MICRO     },
        {"small",      COMPANY_SIZE_SMALL     },
        {"medium",     COMPANY_SIZE_MEDIUM    },
        {"mid-market", COMPANY_SIZE_MID_MARKET},
        {"mid market", COMPANY_SIZE_MID_MARKET},
        {"mid_market", COMPANY_SIZE_MID_MARKET},
        {"midmarket",  COMPANY_SIZE_MID_MARKET},
        {"enterprise", COMPANY_SIZE_ENTERPRISE},
    };
    static const char *const alone[] = {"self-employed", "self employed", "myself only",
                                        "freelancer",    "osvč",          "solo"};
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        if (text_ascii_equal_nocase(text, alone[i]))
            return give(1, 1, out);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_ascii_equal_nocase(text, words[i].word))
            return give(buckets[words[i].bucket].min, buckets[words[i].bucket].max, out);
    return COMPANY_SIZE_INVALID;
}

static bool
is_head_count(const struct number *number)
{
    double rest = number->value - floor(number->value);
    return rest < 1e-9 && number->value <= LARGEST;
}

enum company_size_verdict
company_size_read(struct arena *arena, const char *text, struct company_size *out)
{
    memset(out, 0, sizeof *out);
    if (blank_is(text))
        return COMPANY_SIZE_NONE;
    if (strlen(text) > TEXT_LIMIT)
        return COMPANY_SIZE_INVALID;
    text = text_squeeze(arena, text);
    if (read_date(text, out))
        return COMPANY_SIZE_REVIEW;
    if (!text[strcspn(text, "0123456789")])
        return read_words(text, out);
    struct number_range range;
    if (!number_range_read(text, &range) || range.negative || !is_head_count(&range.low) ||
        !is_head_count(&range.high))
        return COMPANY_SIZE_INVALID;
    int64_t low = llround(range.low.value), high = llround(range.high.value);
    switch (range.bound) {
    case NUMBER_EXACT:
        break;
    case NUMBER_AT_LEAST:
        high = INT64_MAX;
        break;
    case NUMBER_MORE_THAN:
        low++;
        high = INT64_MAX;
        break;
    case NUMBER_AT_MOST:
        low = 0;
        break;
    case NUMBER_LESS_THAN:
        low = 0;
        high--;
        break;
    }
    if (high < 0)
        return COMPANY_SIZE_INVALID;
    enum company_size_verdict verdict = give(low, high, out);
    return range.more ? COMPANY_SIZE_REVIEW : verdict;
}
