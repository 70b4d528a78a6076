/* Telephone numbers to E.164. See phone_number.h. */
#include "domain/contact/phone_number.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/blank.h"
#include "base/text.h"
#include "domain/contact/phone_plan.h"

enum { TEXT_LIMIT = 200, DIGITS_MAX = 15, DIGITS_MIN = 5, WHOLE_NUMBER = 7, EXTENSION_MAX = 8 };

/* The digits of one number and what was seen around them. */
struct scan {
    char digits[2 * DIGITS_MAX + 2];
    size_t count;
    bool plus;     /* written with "+" */
    bool zero;     /* "(0)" stands in it */
    size_t before; /* digits in front of that "(0)" */
    const char *end;
    char extension[EXTENSION_MAX + 1];
};

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

/* Digits and plus signs of other scripts as ASCII; other characters stay. */
static const char *
with_ascii_digits(struct arena *arena, const char *text)
{
    static const int32_t zeros[] = {0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10};
    size_t length = strlen(text), at = 0, n = 0;
    char *out = arena_alloc(arena, length + 1);
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(text, length, &at);
        char ascii = cp == 0xFF0B ? '+' : '\0';
        for (size_t i = 0; cp > 0x7F && i < sizeof zeros / sizeof *zeros; i++)
            if (cp >= zeros[i] && cp <= zeros[i] + 9)
                ascii = (char)('0' + (cp - zeros[i]));
        if (ascii) {
            out[n++] = ascii;
        } else {
            memcpy(out + n, text + here, at - here);
            n += at - here;
        }
    }
    return out;
}

/* --- spreadsheets -------------------------------------------------------------------------- */

/* "4.20777E+11": true; *exact when the mantissa still holds every digit. */
static bool
is_scientific(const char *text, struct scan *exact)
{
    const char *at = text + (*text == '+');
    size_t whole = strspn(at, "0123456789"), decimals = 0;
    const char *fraction = at + whole;
    if (whole == 1 && (*fraction == '.' || *fraction == ','))
        decimals = strspn(++fraction, "0123456789");
    const char *e = fraction + decimals;
    if (whole == 0 || (*e != 'e' && *e != 'E'))
        return false;
    e += 1 + (e[1] == '+');
    size_t n = strspn(e, "0123456789");
    if (n == 0 || n > 2 || e[n])
        return false;
    size_t exponent =
        n == 1 ? (size_t)(e[0] - '0') : (size_t)(e[0] - '0') * 10 + (size_t)(e[1] - '0');
    if (decimals == exponent && decimals + whole <= DIGITS_MAX) {
        memcpy(exact->digits, at, whole);
        memcpy(exact->digits + whole, fraction, decimals);
        exact->count = whole + decimals;
    }
    return true;
}

/* "420777123456.0" without what the spreadsheet added. */
static const char *
without_float(struct arena *arena, const char *text)
{
    size_t n = strspn(text + (*text == '+'), "0123456789") + (*text == '+');
    if (n < DIGITS_MIN || (text[n] != '.' && text[n] != ','))
        return text;
    size_t zeros = strspn(text + n + 1, "0");
    return zeros > 0 && !text[n + 1 + zeros] ? arena_strndup(arena, text, n) : text;
}

/* --- one number in a cell ------------------------------------------------------------------ */

/* Length of a word that announces an extension, 0 when none stands here. */
static size_t
extension_word(const char *at)
{
    static const char *const words[] = {
        ";ext=", "extension", "extn.",   "extn", "ext.",  "ext",   "durchwahl", "klapka",
        "linka", "kl.",       "kl",      "dw",   "poste", "anexo", "interno",   "int.",
        "wew.",  "wew",       "toestel", "x.",   "x",     "#",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (!strncasecmp(at, words[i], n) && !(is_letter(words[i][n - 1]) && is_letter(at[n])))
            return n;
    }
    return 0;
}

static const char *
read_extension(const char *at, struct scan *scan)
{
    size_t word = extension_word(at);
    if (word == 0)
        return NULL;
    const char *digits = at + word;
    digits += strspn(digits, " .:-#");
    size_t n = strspn(digits, "0123456789");
    if (n == 0 || n > EXTENSION_MAX)
        return NULL;
    memcpy(scan->extension, digits, n);
    scan->extension[n] = '\0';
    return digits + n;
}

/* The key of a telephone that carries a letter: 1-800-FLOWERS. */
static char
key_of(char letter)
{
    static const char keys[] = "22233344455566677778889999";
    return keys[(letter | 0x20) - 'a'];
}

/* Letters right behind a hyphen or a digit that fill a North American number to its ten digits. */
static size_t
vanity_length(const char *at, const struct scan *scan)
{
    size_t n = 0, digits = scan->count;
    if (scan->count < 3 || scan->count > 6)
        return 0;
    for (; is_letter(at[n]) || at[n] == '-' || is_digit(at[n]); n++)
        digits += at[n] != '-';
    return digits >= 10 && digits <= 12 ? n : 0;
}

/* True when this character ends a number that is already whole. */
static bool
ends_number(const char *at, const struct scan *scan)
{
    if (strchr(";,|\n\r", *at))
        return scan->count > 0;
    if (*at == '+' || *at == '/')
        return scan->count >= WHOLE_NUMBER;
    /* "  " or a tab between two whole numbers */
    return *at == '\t' && scan->count >= WHOLE_NUMBER;
}

static void
add_digit(struct scan *scan, char digit)
{
    if (scan->count + 1 < sizeof scan->digits)
        scan->digits[scan->count++] = digit;
}

/* Reads digits from `at`, stepping over the punctuation of telephone numbers. */
static void
scan_number(const char *at, struct scan *scan)
{
    memset(scan, 0, sizeof *scan);
    for (; *at; at++) {
        if (is_digit(*at)) {
            add_digit(scan, *at);
            continue;
        }
        if (!strncmp(at, "(0)", 3) && scan->count > 0) {
            scan->zero = true;
            scan->before = scan->count;
            add_digit(scan, '0');
            at += 2;
            continue;
        }
        const char *behind = scan->count >= 4 ? read_extension(at, scan) : NULL;
        if (behind) {
            at = behind;
            break;
        }
        if (ends_number(at, scan))
            break;
        if (*at == '+') {
            scan->plus = scan->plus || scan->count == 0;
            continue;
        }
        if (is_letter(*at) && scan->count > 0) {
            size_t vanity = vanity_length(at, scan);
            for (size_t i = 0; i < vanity; i++)
                if (at[i] != '-')
                    add_digit(scan, is_digit(at[i]) ? at[i] : key_of(at[i]));
            at += vanity;
            break;
        }
    }
    scan->end = at;
}

/* --- national and international ------------------------------------------------------------ */

static bool
fits(const struct phone_plan *plan, const char *national)
{
    size_t n = strlen(national);
    if (n < plan->min || n > plan->max || n + 1 > DIGITS_MAX)
        return false;
    /* North America: neither area code nor exchange begins with 0 or 1 */
    return plan->calling != 1 || (national[0] > '1' && national[3] > '1');
}

/* The national number without its trunk prefix; *stripped tells whether there was one. */
static const char *
without_trunk(const struct phone_plan *plan, const char *national, bool *stripped)
{
    *stripped = false;
    for (const char *trunk = plan->trunk; *trunk;) {
        size_t n = strcspn(trunk, "/");
        /* a prefix of another digit than 0 may also begin a number: only an overlong one has it */
        bool sure = trunk[0] == '0' || strlen(national) > plan->max;
        if (sure && strlen(national) >= n + plan->min && !strncmp(national, trunk, n)) {
            *stripped = true;
            national += n;
            return national + strspn(national, trunk[0] == '0' ? "0" : "");
        }
        trunk += n + (trunk[n] == '/');
    }
    return national;
}

static enum phone_verdict
give(struct arena *arena, const struct phone_plan *plan, const char *national, const char *hint,
     struct phone_number *out)
{
    if (!fits(plan, national))
        return PHONE_INVALID;
    const struct phone_plan *hinted = hint ? phone_plan_by_country(hint) : NULL;
    out->e164 = arena_printf(arena, "+%d%s", plan->calling, national);
    out->country =
        hinted && hinted->calling == plan->calling && plan->calling != 1 && plan->calling != 7
            ? hinted->iso2
            : phone_plan_country(plan, national);
    return PHONE_OK;
}

/* `digits` begins with a calling code. */
static enum phone_verdict
international(struct arena *arena, const char *digits, const struct scan *scan, const char *hint,
              struct phone_number *out)
{
    size_t used = 0;
    const struct phone_plan *plan = phone_plan_by_digits(digits, &used);
    if (!plan)
        return PHONE_INVALID;
    bool stripped = false;
    const char *national = without_trunk(plan, digits + used, &stripped);
    bool keeps_zero = plan->calling == 39 || plan->calling == 378;
    if (!stripped && !*plan->trunk && *national == '0' && !keeps_zero &&
        (scan->zero || (!fits(plan, national) && fits(plan, national + 1))))
        national++;
    return give(arena, plan, national, hint, out);
}

/* Without a prefix: what the country of the row makes of it. */
static enum phone_verdict
national(struct arena *arena, const char *digits, const char *hint, struct phone_number *out)
{
    const struct phone_plan *plan = phone_plan_by_country(hint);
    if (!plan)
        return PHONE_NO_COUNTRY;
    bool stripped = false;
    const char *rest = without_trunk(plan, digits, &stripped);
    char code[12];
    size_t n = 0;
    for (int calling = plan->calling, scale = 100; scale > 0; scale /= 10)
        if (calling / scale)
            code[n++] = (char)('0' + calling / scale % 10);
    bool trunk_needed = plan->trunk[0] == '0';
    bool with_code = !stripped && !strncmp(digits, code, n);
    if (with_code && (trunk_needed || !fits(plan, rest))) {
        bool again = false;
        const char *behind = without_trunk(plan, digits + n, &again);
        if (fits(plan, behind) && strlen(behind) >= WHOLE_NUMBER)
            return give(arena, plan, behind, hint, out);
    }
    if (!*plan->trunk && *rest == '0' && !fits(plan, rest) && fits(plan, rest + 1))
        rest++; /* a zero by habit of the neighbours */
    return give(arena, plan, rest, hint, out);
}

/* "00", and what people dial for "abroad" where the hint says so. */
static size_t
abroad_prefix(const char *digits, const char *hint)
{
    if (digits[0] != '0')
        return 0;
    if (hint && !strcmp(hint, "AU") && text_starts(digits, "0011"))
        return 4;
    const struct phone_plan *plan = hint ? phone_plan_by_country(hint) : NULL;
    if (plan && plan->calling == 1 && text_starts(digits, "011"))
        return 3;
    if (plan && plan->calling == 81 && text_starts(digits, "010"))
        return 3;
    return digits[1] == '0' ? 2 : 0;
}

static enum phone_verdict
read_scan(struct arena *arena, const struct scan *scan, const char *hint, struct phone_number *out)
{
    const char *digits = scan->digits;
    if (scan->count > 0 && digits[strspn(digits, "0")] == '\0')
        return PHONE_NONE;
    if (scan->count < DIGITS_MIN || scan->count > DIGITS_MAX + 4)
        return PHONE_INVALID;
    size_t abroad = abroad_prefix(digits, scan->plus ? NULL : hint);
    if (scan->plus || abroad > 0)
        return international(arena, digits + abroad, scan, hint, out);
    if (hint)
        return national(arena, digits, hint, out);
    return scan->count > DIGITS_MAX ? PHONE_INVALID : PHONE_NO_COUNTRY;
}

enum phone_verdict
phone_number_read(struct arena *arena, const char *text, const char *hint, struct phone_number *out)
{
    memset(out, 0, sizeof *out);
    out->extension = out->country = out->raw = "";
    if (blank_is(text))
        return PHONE_NONE;
    char capitals[3] = "";
    if (hint && strlen(hint) == 2) {
        capitals[0] = (char)(hint[0] & ~0x20);
        capitals[1] = (char)(hint[1] & ~0x20);
    }
    hint = *capitals ? capitals : NULL;
    if (strlen(text) > TEXT_LIMIT)
        text = arena_strndup(arena, text, TEXT_LIMIT);
    const char *cell = with_ascii_digits(arena, text_trim(arena, text));
    struct scan scan = {.count = 0};
    out->raw = text_squeeze(arena, cell);
    if (is_scientific(cell, &scan)) {
        if (scan.count == 0)
            return PHONE_DAMAGED;
    } else {
        cell = without_float(arena, cell);
        const char *begin = cell + strcspn(cell, "+0123456789(");
        scan_number(begin, &scan);
        while (scan.count > 0 && scan.count < DIGITS_MIN && *scan.end) {
            /* a house number or a key in front: the next piece may be the number */
            begin = scan.end + strcspn(scan.end, "+0123456789");
            scan_number(begin, &scan);
        }
        size_t length = (size_t)(scan.end - begin);
        while (length > 0 && strchr(" (-,.:", begin[length - 1]))
            length--;
        if (scan.count > 0)
            out->raw = text_squeeze(arena, arena_strndup(arena, begin, length));
    }
    out->extension = arena_strdup(arena, scan.extension);
    return read_scan(arena, &scan, hint, out);
}

int
phone_number_code(const char *e164)
{
    size_t used = 0;
    if (e164[0] != '+' || strspn(e164 + 1, "0123456789") < 3)
        return 0;
    const struct phone_plan *plan = phone_plan_by_digits(e164 + 1, &used);
    return plan && *plan->iso2 ? plan->calling : 0;
}

int
phone_number_code_of(const char *iso2)
{
    const struct phone_plan *plan = phone_plan_by_country(iso2);
    return plan ? plan->calling : 0;
}

const char *
phone_number_reason(enum phone_verdict verdict)
{
    switch (verdict) {
    case PHONE_OK:
        return "";
    case PHONE_NONE:
        return "No telephone number is given.";
    case PHONE_NO_COUNTRY:
        return "The country of this number is unknown; it is kept as written.";
    case PHONE_DAMAGED:
        return "A spreadsheet rounded this number; its last digits are lost.";
    case PHONE_INVALID:
        return "This is not a telephone number: it has too few or too many digits.";
    }
    return "";
}
