/* Postal addresses. See page_address.h. The text is read around its postal codes: what stands before
 * one, or in the block before it, is the street if it has a number; behind it is the city. */
#include "domain/page/page_address.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/text.h"
#include "domain/company/company_name.h"
#include "domain/page/page_data.h"
#include "domain/record/country.h"

enum {
    LINE_MAX = 160,
    STREET_MAX = 100,
    CITY_MAX = 60,
    COUNTRY_MAX = 40,
    CODE_MAX = 12,
    BLOCK_MOST = 2000,
    BLOCKS_MAX = 20000 /* that are looked at: pages of companies have hundreds */
};

/* How countries write postal codes: 9 a digit, A a letter. Where the city stands before the code, or
 * a state between, `city_first`. */
static const struct form {
    const char *shape;
    const char
        *countries; /* blank between; the first is meant when nothing else tells and `only` */
    bool only;      /* no other country writes it so */
    bool city_first;
} forms[] = {
    {"AA99 9AA",      "GB",                                        true,  true },
    {"A99 9AA",       "GB",                                        true,  true },
    {"A9 9AA",        "GB",                                        true,  true },
    {"AA9 9AA",       "GB",                                        true,  true },
    {"A9A 9AA",       "GB",                                        true,  true },
    {"AA9A 9AA",      "GB",                                        true,  true },
    {"AA 99999-9999", "US",                                        true,  true },
    {"AA 99999",      "US",                                        true,  true },
    {"A9A 9A9",       "CA",                                        true,  true },
    {"A99 AA99",      "IE",                                        true,  true },
    {"A99 A9A9",      "IE",                                        true,  true },
    {"A99 AA9A",      "IE",                                        true,  true },
    {"A99 A999",      "IE",                                        true,  true },
    {"A99 9999",      "IE",                                        true,  true },
    {"AAA 9999",      "AU",                                        true,  true },
    {"AA 9999",       "AU",                                        true,  true },
    {"999999",        "SG",                                        true,  true },
    {"9999 AA",       "NL",                                        true,  false},
    {"99-999",        "PL",                                        true,  false},
    {"9999-999",      "PT",                                        true,  false},
    {"999 99",        "CZ SK SE GR",                               false, false},
    {"99999",         "DE FR ES IT FI CZ SK SE US UA TR HR EE MX", false, false},
    {"9999",          "AT CH BE DK NO HU LU SI BG AU NZ",          false, false},
};

static const char *const states[] = {
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT",
    "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI",
    "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC"};

static const char *const australia[] = {"NSW", "VIC", "QLD", "ACT", "TAS", "SA", "WA", "NT"};

/* States and provinces between the city and the code, folded. */
static const char *const provinces[] = {"alabama",
                                        "alaska",
                                        "arizona",
                                        "arkansas",
                                        "california",
                                        "colorado",
                                        "connecticut",
                                        "delaware",
                                        "florida",
                                        "georgia",
                                        "hawaii",
                                        "idaho",
                                        "illinois",
                                        "indiana",
                                        "iowa",
                                        "kansas",
                                        "kentucky",
                                        "louisiana",
                                        "maine",
                                        "maryland",
                                        "massachusetts",
                                        "michigan",
                                        "minnesota",
                                        "mississippi",
                                        "missouri",
                                        "montana",
                                        "nebraska",
                                        "nevada",
                                        "new hampshire",
                                        "new jersey",
                                        "new mexico",
                                        "new york",
                                        "north carolina",
                                        "north dakota",
                                        "ohio",
                                        "oklahoma",
                                        "oregon",
                                        "pennsylvania",
                                        "rhode island",
                                        "south carolina",
                                        "south dakota",
                                        "tennessee",
                                        "texas",
                                        "utah",
                                        "vermont",
                                        "virginia",
                                        "washington",
                                        "west virginia",
                                        "wisconsin",
                                        "wyoming",
                                        "ontario",
                                        "quebec",
                                        "british columbia",
                                        "alberta",
                                        "manitoba",
                                        "saskatchewan",
                                        "nova scotia",
                                        "new brunswick",
                                        "newfoundland",
                                        "on",
                                        "qc",
                                        "bc",
                                        "ab",
                                        "mb",
                                        "sk",
                                        "ns",
                                        "nb"};

/* Where a language is spoken. */
static const struct {
    const char *language, *countries;
} spoken[] = {
    {"de", "DE AT CH"},
    {"fr", "FR BE CH"},
    {"es", "ES"      },
    {"it", "IT CH"   },
    {"cs", "CZ"      },
    {"sk", "SK"      },
    {"sv", "SE"      },
    {"fi", "FI"      },
    {"nl", "NL BE"   },
    {"da", "DK"      },
    {"no", "NO"      },
    {"hu", "HU"      },
    {"ro", "RO"      },
    {"pl", "PL"      }
};

struct finder {
    struct arena *arena;
    struct map *seen;
    const char *country, *language;
    struct page_address *of;
    size_t n;
};

static void
add(struct finder *finder, struct page_address address)
{
    if (finder->n == PAGE_ADDRESSES_MAX || (!*address.city && !*address.postal_code))
        return;
    const char *key = text_fold(
        finder->arena, arena_printf(finder->arena, "%s|%s", address.city, address.postal_code));
    struct page_address *known = map_get(finder->seen, key);
    if (known) {
        known->own = known->own || address.own;
        if (!*known->street)
            known->street = address.street;
        if (!*known->country)
            known->country = address.country;
        return;
    }
    finder->of[finder->n] = address;
    map_put(finder->seen, key, &finder->of[finder->n++]);
}

static const char *
country_of(struct arena *arena, const char *text)
{
    const struct country *country = country_read(arena, text);
    return country ? country->iso2 : "";
}

/* --- data ------------------------------------------------------------------------------------------- */

static void
add_data(struct finder *finder, const struct jsn *address, bool own)
{
    struct arena *arena = finder->arena;
    if (jsn_kind(address) == JSN_ARRAY) {
        for (size_t i = 0; i < jsn_length(address); i++)
            add_data(finder, jsn_at(address, i), own);
        return;
    }
    if (jsn_kind(address) != JSN_OBJECT)
        return;
    struct page_address out = {.from = PAGE_ADDRESS_DATA, .own = own};
    out.street = text_squeeze(arena, page_data_text(address, "streetAddress"));
    out.postal_code = text_squeeze(arena, page_data_text(address, "postalCode"));
    out.city = text_squeeze(arena, page_data_text(address, "addressLocality"));
    out.region = text_squeeze(arena, page_data_text(address, "addressRegion"));
    out.country = country_of(arena, page_data_text(address, "addressCountry"));
    if (jsn_kind(jsn_get(address, "postalCode")) == JSN_INT)
        out.postal_code =
            arena_printf(arena, "%lld", (long long)jsn_as_int(jsn_get(address, "postalCode"), 0));
    out.snippet =
        text_squeeze(arena, arena_printf(arena, "%s, %s %s, %s", out.street, out.postal_code,
                                         out.city, page_data_text(address, "addressCountry")));
    add(finder, out);
}

/* --- text ------------------------------------------------------------------------------------------- */

/* The length of what has the shape at `at`, and stands alone; 0 when it has not. */
static size_t
shape_length(const char *shape, const char *at)
{
    size_t i = 0;
    for (; shape[i]; i++) {
        char c = at[i];
        bool fits = shape[i] == '9'   ? isdigit((unsigned char)c) != 0
                    : shape[i] == 'A' ? c >= 'A' && c <= 'Z'
                                      : c == shape[i];
        if (!fits)
            return 0;
    }
    return isalnum((unsigned char)at[i]) || at[i] == '-' ? 0 : i;
}

/* Forms that begin with a state have one of theirs there. */
static bool
has_state(const struct form *form, const char *at)
{
    if (!strcmp(form->countries, "US")) {
        for (size_t i = 0; i < sizeof states / sizeof *states; i++)
            if (!strncmp(at, states[i], 2))
                return true;
        return false;
    }
    if (strcmp(form->countries, "AU") != 0)
        return true;
    for (size_t i = 0; i < sizeof australia / sizeof *australia; i++)
        if (!strncmp(at, australia[i], strlen(australia[i])) && at[strlen(australia[i])] == ' ')
            return true;
    return false;
}

static bool
is_province(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < sizeof provinces / sizeof *provinces; i++)
        if (!strcmp(folded, provinces[i]))
            return true;
    return false;
}

/* A word that a place, a street or a person may have, no sentence: few words, the first a capital. */
static bool
is_name(const char *text)
{
    size_t words = 1, at = 0, length = strlen(text);
    int32_t first = text_next(text, length, &at);
    for (const char *p = text; *p; p++) {
        words += *p == ' ';
        if (isdigit((unsigned char)*p) || strchr("@:;!?|=<>", *p))
            return false;
    }
    return length >= 2 && length <= CITY_MAX && words <= 5 && text_is_upper(first);
}

/* A street: a letter and a number, not long. */
static bool
is_street(const char *text)
{
    bool letter = false, digit = false;
    size_t length = strlen(text);
    for (const char *p = text; *p; p++) {
        letter = letter || isalpha((unsigned char)*p) || (unsigned char)*p > 0x7F;
        digit = digit || isdigit((unsigned char)*p);
        if (strchr("@=<>|", *p))
            return false;
    }
    return letter && digit && length >= 4 && length <= STREET_MAX;
}

static const char *
trimmed(struct arena *arena, const char *text, size_t length)
{
    static const char *const signs = " ,;.|-:", *const dot = "\xC2\xB7";
    for (;;) {
        if (length && strchr(signs, text[length - 1]))
            length--;
        else if (length > 1 && !strncmp(text + length - 2, dot, 2))
            length -= 2;
        else
            break;
    }
    for (;;) {
        size_t skip = length && strchr(signs, *text)         ? 1
                      : length > 1 && !strncmp(text, dot, 2) ? 2
                                                             : 0;
        if (!skip)
            break;
        text += skip;
        length -= skip;
    }
    return arena_strndup(arena, text, length);
}

/* Behind a sentence's or a label's end: "Registered office: Meriden House, 200 Row". */
static const char *
last_part(struct arena *arena, const char *text, size_t length)
{
    for (size_t i = length; i-- > 0;)
        if ((text[i] == ':' || text[i] == '|') ||
            (text[i] == '.' && i + 1 < length && text[i + 1] == ' ' && i >= 4 &&
             islower((unsigned char)text[i - 1]) && islower((unsigned char)text[i - 2]) &&
             islower((unsigned char)text[i - 3]) && islower((unsigned char)text[i - 4]))) {
            /* "Str. 12" ends no sentence: a capital or a number must begin another. */
            if (text[i] != '.' || !isdigit((unsigned char)text[i + 2]))
                return trimmed(arena, text + i + 1, length - i - 1);
        }
    return trimmed(arena, text, length);
}

/* What follows a code that stands before its city: a blank, then a letter. */
static bool
is_before_name(const char *behind)
{
    behind += *behind == ',';
    return *behind == ' ' &&
           (isalpha((unsigned char)behind[1]) || (unsigned char)behind[1] >= 0xC3);
}

/* "0221 / 4710-130", "1.4710" and "555 0100": the end of a longer number. */
static bool
is_part_of_number(const char *line, size_t at)
{
    size_t back = at;
    while (back && line[back - 1] == ' ')
        back--;
    size_t digits = 0;
    while (digits < back && isdigit((unsigned char)line[back - 1 - digits]))
        digits++;
    if (isdigit((unsigned char)line[at]) && digits >= 3)
        return true;
    if (!isdigit((unsigned char)line[at]) || !back || !strchr("/-.", line[back - 1]))
        return false;
    bool slash = line[back - 1] == '/', near = back == at;
    for (back--; back && line[back - 1] == ' ';)
        back--;
    return back && isdigit((unsigned char)line[back - 1]) && (slash || near);
}

/* Without the company's name that stands before it: "Acme Ltd, 12 High Street". */
static const char *
without_name(struct arena *arena, const char *street)
{
    struct company_name name;
    const char *comma = strchr(street, ',');
    if (!comma)
        return street;
    company_name_split(arena, arena_strndup(arena, street, (size_t)(comma - street)), &name);
    return *name.form ? trimmed(arena, comma, strlen(comma)) : street;
}

struct place {
    const struct form *form;
    const char *line;   /* the block's text */
    const char *before; /* the block before it; "" when none */
    const char *behind; /* the block after it; "" when none */
    size_t at, length;  /* of the code in line */
};

/* Cuts the last part behind a comma off `text`; what is left is in *rest. */
static const char *
cut_last(struct arena *arena, const char *text, const char **rest)
{
    const char *comma = strrchr(text, ',');
    if (!comma) {
        *rest = "";
        return text;
    }
    *rest = trimmed(arena, text, (size_t)(comma - text));
    return trimmed(arena, comma + 1, strlen(comma + 1));
}

/* "41 Chart Lane, London EC1V 9HX": street and city before the code. */
static bool
read_city_first(struct arena *arena, const struct place *place, struct page_address *out)
{
    const char *rest = "", *before = last_part(arena, place->line, place->at);
    if (!*before)
        before = last_part(arena, place->before, strlen(place->before));
    out->city = cut_last(arena, before, &rest);
    if (is_province(arena, out->city) && *rest) {
        out->region = *out->region ? out->region : out->city;
        out->city = cut_last(arena, rest, &rest);
    }
    if (!strcmp(place->form->countries, "SG") && strcmp(out->city, "Singapore") != 0)
        return false;
    if (isdigit((unsigned char)out->city[0])) /* "12 High Street London" */
        return false;
    if (!*rest && *out->city) {
        rest = last_part(arena, place->before, strlen(place->before));
        if (!is_street(rest) || rest == before)
            rest = "";
    }
    out->street = is_street(rest) ? rest : "";
    return is_name(out->city);
}

/* "Am Sägewerk 3, 83022 Rosenheim, Deutschland": the city behind the code. */
static bool
read_code_first(struct arena *arena, const struct place *place, struct page_address *out)
{
    const char *behind = place->line + place->at + place->length;
    size_t length = strcspn(behind, ",;|(/\xE2\xC2");
    const char *stop = strstr(behind, " - ");
    if (stop && (size_t)(stop - behind) < length)
        length = (size_t)(stop - behind);
    const char *dot = strstr(behind, ". ");
    if (dot && dot - behind > 4 && (size_t)(dot - behind) < length)
        length = (size_t)(dot - behind);
    const char *label = strpbrk(behind, ":");
    if (label && (size_t)(label - behind) < length) {
        /* "Praha 1 Tel: ..." */
        while (label > behind && label[-1] != ' ')
            label--;
        length = (size_t)(label - behind);
    }
    const char *city = trimmed(arena, behind, length);
    /* City districts have numbers: "Praha 7", "Paris Cedex 13". */
    size_t n = strlen(city);
    while (n && (isdigit((unsigned char)city[n - 1]) || city[n - 1] == ' '))
        n--;
    out->city = trimmed(arena, city, n);
    const char *street = last_part(arena, place->line, place->at);
    /* "D-10115" and "CZ - 110 00". */
    const char *rest, *mark = cut_last(arena, street, &rest);
    size_t prefix = strlen(mark);
    if (prefix && prefix <= 2 && isupper((unsigned char)*mark)) {
        out->country = country_of(arena, strcmp(mark, "D") == 0   ? "DE"
                                         : strcmp(mark, "A") == 0 ? "AT"
                                         : strcmp(mark, "F") == 0 ? "FR"
                                                                  : mark);
        street = rest;
    }
    const char *last = cut_last(arena, street, &rest);
    if (*rest && is_street(last))
        street = last;
    if (!*street)
        street = last_part(arena, place->before, strlen(place->before));
    out->street = is_street(street) ? street : "";
    return is_name(out->city);
}

static bool
has_country(const char *countries, const char *country)
{
    return *country && strstr(countries, country);
}

/* The one country where the language is spoken and codes are written so; "" for several. */
static const char *
country_by_language(const struct finder *finder, const struct form *form)
{
    const char *one = "";
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++)
        for (const char *at = spoken[i].countries;
             at && !strcmp(spoken[i].language, finder->language);
             at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL) {
            char code[3] = {at[0], at[1], '\0'};
            if (!strstr(form->countries, code))
                continue;
            if (*one)
                return "";
            one = arena_strdup(finder->arena, code);
        }
    return one;
}

/* The country by what is written near the code, its form, and the site's own. */
static void
read_country(struct finder *finder, const struct place *place, struct page_address *out)
{
    const char *behind = place->line + place->at + place->length, *rest;
    const char *last =
        cut_last(finder->arena, trimmed(finder->arena, behind, strlen(behind)), &rest);
    if (strlen(last) <= COUNTRY_MAX && strlen(last) > 3 && last != out->city &&
        strcmp(last, out->city))
        out->country = *out->country ? out->country : country_of(finder->arena, last);
    if (!*out->country && strlen(place->behind) <= COUNTRY_MAX && strlen(place->behind) > 3)
        out->country = country_of(finder->arena, place->behind);
    if (*out->country)
        return;
    if (place->form->only)
        out->country = arena_strndup(finder->arena, place->form->countries, 2);
    else if (has_country(place->form->countries, finder->country))
        out->country = finder->country;
    else
        out->country = country_by_language(finder, place->form);
}

static void
read_place(struct finder *finder, const struct place *place)
{
    struct page_address out = {
        .street = "", .city = "", .region = "", .country = "", .from = PAGE_ADDRESS_TEXT};
    out.postal_code = arena_strndup(finder->arena, place->line + place->at, place->length);
    if (!strcmp(place->form->countries, "US") || !strcmp(place->form->countries, "AU")) {
        size_t state = strcspn(out.postal_code, " ");
        out.region = arena_strndup(finder->arena, out.postal_code, state);
        out.postal_code += state + 1;
    }
    const char *rest;
    const char *last =
        cut_last(finder->arena, last_part(finder->arena, place->line, place->at), &rest);
    /* "Charleston, South Carolina 29401" */
    if (!place->form->city_first && !is_before_name(place->line + place->at + place->length) &&
        !is_province(finder->arena, last))
        return;
    bool american = place->length == 5 && *rest && is_province(finder->arena, last);
    bool found = place->form->city_first || american ? read_city_first(finder->arena, place, &out)
                                                     : read_code_first(finder->arena, place, &out);
    if (american)
        out.country = "US";
    if (!found)
        return;
    out.street = without_name(finder->arena, out.street);
    read_country(finder, place, &out);
    /* Four and five digits before a capital are too common to stand alone. */
    if (!*out.street && (!place->form->only || place->form->city_first))
        return;
    bool inside = *out.street && strstr(place->line, out.street);
    out.snippet =
        inside || !*out.street
            ? text_cut(finder->arena, place->line, LINE_MAX)
            : text_cut(finder->arena,
                       arena_printf(finder->arena, "%s, %s", out.street, place->line), LINE_MAX);
    add(finder, out);
}

/* "8 Usher Yard, Dublin 8, Ireland": no code, but a street, a city and a country. */
static void
read_uncoded(struct finder *finder, const char *line)
{
    struct page_address out = {
        .street = "", .postal_code = "", .region = "", .from = PAGE_ADDRESS_TEXT};
    const char *stop = strstr(line, ". ");
    const char *text =
        arena_strndup(finder->arena, line, stop ? (size_t)(stop - line) : strlen(line));
    const char *rest, *city;
    out.country = country_of(
        finder->arena, cut_last(finder->arena, trimmed(finder->arena, text, strlen(text)), &rest));
    if (!*out.country || !*rest)
        return;
    city = cut_last(finder->arena, rest, &rest);
    size_t n = strlen(city);
    while (n && (isdigit((unsigned char)city[n - 1]) || city[n - 1] == ' '))
        n--;
    out.city = trimmed(finder->arena, city, n);
    out.street = cut_last(finder->arena, rest, &rest);
    out.snippet = text_cut(finder->arena, line, LINE_MAX);
    if (is_name(out.city) && is_street(out.street))
        add(finder, out);
}

static void
scan_line(struct finder *finder, struct place *place)
{
    size_t known = finder->n;
    for (size_t at = 0; place->line[at]; at++) {
        bool inside = at && (isalnum((unsigned char)place->line[at - 1]) ||
                             (unsigned char)place->line[at - 1] >= 0x80);
        if (inside ||
            !(isdigit((unsigned char)place->line[at]) || isupper((unsigned char)place->line[at])))
            continue;
        for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
            place->form = &forms[i];
            place->length = shape_length(forms[i].shape, place->line + at);
            if (!place->length || !has_state(&forms[i], place->line + at) ||
                (!forms[i].city_first && strcmp(forms[i].shape, "99999") &&
                 !is_before_name(place->line + at + place->length)) ||
                is_part_of_number(place->line, at))
                continue;
            place->at = at;
            read_place(finder, place);
            break;
        }
    }
    if (finder->n == known && strlen(place->line) <= LINE_MAX)
        read_uncoded(finder, place->line);
}

/* Too long for a line of an address: a sentence may still hold one. */
static const char *
line_of(const struct page_text *text, size_t i)
{
    return text->blocks[i].length <= LINE_MAX ? text->blocks[i].text : "";
}

size_t
page_address_list(struct arena *arena, const struct page_text *text, struct jsn *const *data,
                  size_t n_data, const char *country, const char *language,
                  struct page_address **out)
{
    struct finder finder = {arena,
                            map_new(arena, 32),
                            country,
                            language,
                            ARENA_ARRAY(arena, PAGE_ADDRESSES_MAX, struct page_address),
                            0};
    for (size_t i = 0; i < n_data; i++)
        if (page_data_is_organization(data[i]))
            add_data(&finder, jsn_get(data[i], "address"), true);
    for (size_t i = 0; i < text->n_blocks && i < BLOCKS_MAX; i++) {
        struct place place = {.line = text->blocks[i].text,
                              .before = i ? line_of(text, i - 1) : "",
                              .behind = i + 1 < text->n_blocks ? line_of(text, i + 1) : ""};
        if (text->blocks[i].length <= BLOCK_MOST)
            scan_line(&finder, &place);
    }
    *out = finder.of;
    return finder.n;
}
