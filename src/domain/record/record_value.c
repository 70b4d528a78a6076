/* Values of fields, one function a type. See record_value.h. */
#include "domain/record/record_value.h"

#include <inttypes.h>
#include <string.h>

#include "base/blank.h"
#include "base/text.h"
#include "base/uri.h"
#include "domain/company/company_domain.h"
#include "domain/company/company_name.h"
#include "domain/company/company_size.h"
#include "domain/contact/email_address.h"
#include "domain/contact/linkedin_url.h"
#include "domain/contact/phone_number.h"
#include "domain/record/country.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 2100, DATE_DIGITS = 8 };

static bool
refuse(struct ctx *ctx, const struct record_field *field, const char *why)
{
    return err_field(ctx, ERR_INPUT, field->name, "%s", why);
}

/* Most cells: printable ASCII without double blanks. */
static bool
is_plain(const char *text)
{
    char before = ' ';
    for (const char *p = text; *p; before = *p++)
        if ((unsigned char)*p < 0x20 || (unsigned char)*p >= 0x7F || (*p == ' ' && before == ' '))
            return false;
    return before != ' ' || !*text;
}

/* Marks that turn the direction of text: they can make a name read as another. */
static bool
is_direction(int32_t cp)
{
    return cp == 0x200E || cp == 0x200F || cp == 0x61C || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069);
}

/* A copy without control and direction characters; line ends become LF. */
static char *
without_controls(struct arena *arena, const char *text)
{
    size_t length = strlen(text), at = 0, n = 0;
    char *out = arena_alloc(arena, length + 1);
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(text, length, &at);
        if (cp == '\r') {
            if (text[at] != '\n')
                out[n++] = '\n';
            continue;
        }
        if (cp < 0 || (cp < 0x20 && cp != '\n' && cp != '\t') || (cp >= 0x7F && cp < 0xA0) ||
            is_direction(cp))
            continue;
        memcpy(out + n, text + here, at - here);
        n += at - here;
    }
    out[n] = '\0';
    return out;
}

static const char *
clean(struct arena *arena, enum record_type type, const char *text)
{
    if (is_plain(text))
        return arena_strdup(arena, text);
    const char *bare = without_controls(arena, text_nfc(arena, text));
    return type == RECORD_LONG_TEXT ? text_trim(arena, bare) : text_squeeze(arena, bare);
}

/* Words for nothing, but family names stay that are such words in small letters only. */
static bool
is_blank(const struct record_field *field, const char *text)
{
    static const char *const names[] = {"Na", "Nan", "Null", "Nil"};
    if (field->type == RECORD_NAME)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (!strcmp(text, names[i]))
                return false;
    return blank_is(text);
}

static bool
read_name(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    struct company_domain host;
    if (field->entity == RECORD_COMPANY) {
        text = company_name_clean(ctx->arena, text);
        if (company_domain_is_no_name(ctx->arena, text, &host))
            return refuse(ctx, field,
                          company_domain_reason(ctx->arena, COMPANY_DOMAIN_SHARED, &host));
    }
    *out = *text ? text : NULL;
    return true;
}

static bool
read_domain(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    struct company_domain domain;
    enum company_domain_verdict verdict = company_domain_read(ctx->arena, text, &domain);
    if (verdict == COMPANY_DOMAIN_OK)
        *out = domain.key;
    else if (verdict != COMPANY_DOMAIN_NONE)
        return refuse(ctx, field, company_domain_reason(ctx->arena, verdict, &domain));
    return true;
}

static bool
read_url(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    struct uri uri;
    enum uri_verdict verdict = uri_read(ctx->arena, text, &uri);
    if (verdict == URI_OK)
        *out = uri_canonical(ctx->arena, &uri);
    else if (verdict == URI_INVALID)
        return refuse(ctx, field, "This is no web address. It looks like https://example.com.");
    return true;
}

static bool
read_linkedin(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    bool company = field->entity == RECORD_COMPANY;
    struct linkedin_url found;
    switch (linkedin_url_read(ctx->arena, text, &found)) {
    case LINKEDIN_NONE:
        return true;
    case LINKEDIN_PERSON:
        if (company)
            return refuse(ctx, field, "This is the profile of a person, not of a company.");
        *out = found.url;
        return true;
    case LINKEDIN_COMPANY:
    case LINKEDIN_SCHOOL:
    case LINKEDIN_SHOWCASE:
        if (!company)
            return refuse(ctx, field, "This is the page of a company, not of a person.");
        *out = found.url;
        return true;
    case LINKEDIN_OTHER:
        return refuse(ctx, field,
                      company ? "This is no company page. It looks like linkedin.com/company/name."
                              : "This is no public profile. It looks like linkedin.com/in/name.");
    case LINKEDIN_FOREIGN:
        break;
    }
    return refuse(ctx, field, "This is no address at LinkedIn.");
}

static bool
read_email(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    struct email_address email;
    enum email_verdict verdict = email_address_read(ctx->arena, text, &email);
    if (verdict == EMAIL_OK)
        *out = email.address;
    else if (verdict != EMAIL_NONE)
        return refuse(ctx, field, email_address_reason(verdict));
    return true;
}

static bool
read_phone(struct ctx *ctx, const struct record_field *field, const char *text, const char *hint,
           const char **out)
{
    struct phone_number phone;
    enum phone_verdict verdict = phone_number_read(ctx->arena, text, hint, &phone);
    if (verdict == PHONE_NONE)
        return true;
    if (verdict == PHONE_OK)
        *out = *phone.extension
                   ? arena_printf(ctx->arena, "%s ext. %s", phone.e164, phone.extension)
                   : phone.e164;
    else if (verdict == PHONE_NO_COUNTRY)
        *out = phone.raw;
    else
        return refuse(ctx, field, phone_number_reason(verdict));
    return true;
}

static bool
read_country(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    const struct country *country = country_read(ctx->arena, text);
    if (!country)
        return refuse(ctx, field, "No country is known by this name.");
    *out = country->iso2;
    return true;
}

static bool
read_size(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    struct company_size size;
    enum company_size_verdict verdict = company_size_read(ctx->arena, text, &size);
    if (verdict == COMPANY_SIZE_NONE)
        return true;
    if (verdict == COMPANY_SIZE_INVALID)
        return refuse(ctx, field, "This is no number of people. Write 120, 50-200 or 50+.");
    if (size.min == size.max)
        *out = arena_printf(ctx->arena, "%" PRId64, size.min);
    else if (size.max == INT64_MAX)
        *out = arena_printf(ctx->arena, "%" PRId64 "+", size.min);
    else
        *out =
            arena_printf(ctx->arena, "%" PRId64 "-%" PRId64, size.min > 0 ? size.min : 1, size.max);
    return true;
}

/* The one group of four digits in a year, a date or "2014.0". */
static bool
read_year(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    const char *year = NULL;
    int n = 0;
    for (const char *p = text; *p;) {
        size_t digits = strspn(p, "0123456789");
        int value = 0;
        for (size_t i = 0; i < digits && digits == 4; i++)
            value = value * 10 + (p[i] - '0');
        if (value >= FIRST_YEAR && value <= LAST_YEAR) {
            year = p;
            n++;
        }
        p += digits ? digits : 1;
    }
    if (n != 1)
        return refuse(ctx, field, "This is no year. Write four digits, such as 2014.");
    *out = arena_strndup(ctx->arena, year, 4);
    return true;
}

static bool
is_day(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    /* where no year is written, or one of two digits, a leap day may be meant */
    bool leap = year < 100 || (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && leap) &&
           (year < 100 || year >= FIRST_YEAR) && year <= LAST_YEAR;
}

/* The numbers of a date, up to three; those of a time behind it are left. */
struct numbers {
    int of[3];
    size_t digits[3], n;
    bool words; /* a month may be named */
};

static void
scan_numbers(const char *text, struct numbers *out)
{
    *out = (struct numbers){0};
    while (*text && out->n < 3) {
        size_t n = strspn(text, "0123456789");
        out->words = out->words || (!n && !strchr("-./, ", *text));
        for (size_t i = 0; i < n && i < DATE_DIGITS; i++)
            out->of[out->n] = out->of[out->n] * 10 + (text[i] - '0');
        if (n)
            out->digits[out->n++] = n;
        text += n ? n : 1;
    }
    if (out->n == 1 && out->digits[0] == DATE_DIGITS)
        *out = (struct numbers){
            {out->of[0] / 10000, out->of[0] / 100 % 100, out->of[0] % 100},
            {4,                  2,                      2               },
            3, false
        };
}

/* A day that the calendar has. Named months and days without a year stay as they are written, so does
 * what can be read in two ways. */
static bool
read_day(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    struct numbers is;
    scan_numbers(text, &is);
    const int *of = is.of;
    int year = is.n == 3 ? of[2] : 0;
    bool day_first = is_day(year, of[1], of[0]), known;
    bool month_first = text[strcspn(text, "./- ")] != '.' && is_day(year, of[0], of[1]);
    *out = text;
    if (is.n < 3 && is.words)
        known = is.n && ((of[0] >= 1 && of[0] <= 31) || is.digits[0] == 4);
    else if (is.n < 3)
        known = is.n == 2 ? day_first || month_first : is.n && is.digits[0] == 4;
    else if (is.digits[0] == 4)
        known = is_day(of[0], of[1], of[2]);
    else
        known = (day_first || month_first) && (is.digits[2] == 4 || is.digits[2] == 2);
    if (!known)
        return refuse(ctx, field, "This is no day. Write year, month and day, such as 1990-02-28.");
    if (is.n == 3 && is.digits[0] == 4 && of[0])
        *out = arena_printf(ctx->arena, "%04d-%02d-%02d", of[0], of[1], of[2]);
    else if (is.n == 3 && is.digits[2] == 4 && (day_first != month_first || of[0] == of[1]))
        *out = arena_printf(ctx->arena, "%04d-%02d-%02d", year, of[day_first ? 1 : 0],
                            of[day_first ? 0 : 1]);
    return true;
}

static bool
read_choice(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    const struct record_choice *choice = record_code_named(field->choices, text);
    if (!choice)
        return refuse(ctx, field, "Choose an entry of the list.");
    *out = choice->name;
    return true;
}

static bool
read_id(struct ctx *ctx, const struct record_field *field, const char *text, const char **out)
{
    size_t digits = strspn(text, "0123456789");
    if (text[digits] || digits > 18)
        return refuse(ctx, field, "Choose an entry of the list.");
    while (*text == '0')
        text++;
    *out = *text ? text : NULL;
    return true;
}

static bool
read_by_type(struct ctx *ctx, const struct record_field *field, const char *text, const char *hint,
             const char **out)
{
    switch (field->type) {
    case RECORD_NAME:
        return read_name(ctx, field, text, out);
    case RECORD_DOMAIN:
        return read_domain(ctx, field, text, out);
    case RECORD_URL:
        return read_url(ctx, field, text, out);
    case RECORD_LINKEDIN:
        return read_linkedin(ctx, field, text, out);
    case RECORD_EMAIL:
        return read_email(ctx, field, text, out);
    case RECORD_PHONE:
        return read_phone(ctx, field, text, hint, out);
    case RECORD_COUNTRY:
        return read_country(ctx, field, text, out);
    case RECORD_SIZE:
        return read_size(ctx, field, text, out);
    case RECORD_YEAR:
        return read_year(ctx, field, text, out);
    case RECORD_DAY:
        return read_day(ctx, field, text, out);
    case RECORD_CHOICE:
        return read_choice(ctx, field, text, out);
    case RECORD_ID:
        return read_id(ctx, field, text, out);
    case RECORD_TEXT:
    case RECORD_LONG_TEXT:
    case RECORD_MONEY:
        *out = text;
        return true;
    case RECORD_IDS:
    case RECORD_CUSTOM:
        break;
    }
    return err_raise(ctx, ERR_BUG, "%s has no text form", field->name);
}

bool
record_value_normalise(struct ctx *ctx, const struct record_field *field, const char *text,
                       const char *country_hint, const char **out)
{
    *out = NULL;
    if (!text)
        return true;
    const char *cleaned = clean(ctx->arena, field->type, text);
    if (is_blank(field, cleaned))
        return true;
    if (!read_by_type(ctx, field, cleaned, country_hint, out))
        return false;
    if (*out && field->max && strlen(*out) > field->max && text_count(*out) > field->max)
        return err_field(ctx, ERR_INPUT, field->name, "At most %zu characters fit here.",
                         field->max);
    return true;
}
