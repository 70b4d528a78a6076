/* Rules of triage. See triage_rules.h. */
#include "domain/triage/triage_rules.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/record/country.h"

/* clang-format off */
const struct triage_fact triage_required[TRIAGE_N_REQUIRED] = {
    {"domain", "Domain"},
    {"industry", "Industry"},
    {"country", "Country"},
    {"employees", "Employees"},
    {"revenue", "Revenue"},
    {"description", "Description"},
    {"phone", "Phone"},
    {"linkedin", "LinkedIn page"},
};
/* clang-format on */

/* The best tier passes, what is deprioritized is out, the others and unknown need a person. 500,000
 * for each employee is where the figures of a parent company are likely. */
const struct triage_rules triage_rules_default = {.currency = "EUR",
                                                  .most_per_head = 500000,
                                                  .tiers_pass = 1U << 1,
                                                  .tiers_out = 1U << 6,
                                                  .required = 1U,
                                                  .broken_out = true};

bool
triage_countries_has(const struct triage_countries *set, int64_t code)
{
    return code > 0 && code < TRIAGE_COUNTRIES && (set->bits[code / 64] >> (code % 64) & 1) != 0;
}

static void
add_country(struct triage_countries *set, int16_t code)
{
    if (code <= 0 || triage_countries_has(set, code))
        return;
    set->bits[code / 64] |= (uint64_t)1 << (code % 64);
    set->n++;
}

bool
triage_countries_read(struct ctx *ctx, const char *field, const char *text,
                      struct triage_countries *out)
{
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, ",;\n");
        const char *name = text_squeeze(ctx->arena, arena_strndup(ctx->arena, at, length));
        const struct country *country = *name ? country_read(ctx->arena, name) : NULL;
        if (*name && !country)
            return err_field(
                ctx, ERR_INPUT, field,
                "%s is no country we know. Write names or two-letter codes, with commas.",
                text_cut(ctx->arena, name, 60));
        if (country)
            add_country(out, record_code_of_country(country->iso2));
        at += length;
        if (*at)
            at++;
    }
    return true;
}

const char *
triage_countries_text(struct arena *arena, const struct triage_countries *set)
{
    struct buf buf;
    buf_init(&buf, arena, 64UL * 1024);
    const struct country *country;
    for (size_t i = 0; (country = country_at(i)); i++)
        if (triage_countries_has(set, record_code_of_country(country->iso2)))
            buf_printf(&buf, "%s%s", buf.length ? ", " : "", country->name);
    return buf.data;
}

/* The rules that are numbers, and those that are sets of names. */
static const struct {
    const char *name;
    size_t offset;
    int64_t most;
} numbers[] = {
    {"min_employees", offsetof(struct triage_rules, min_employees), 10000000        },
    {"max_employees", offsetof(struct triage_rules, max_employees), 10000000        },
    {"min_revenue",   offsetof(struct triage_rules, min_revenue),   1000000000000000},
    {"max_revenue",   offsetof(struct triage_rules, max_revenue),   1000000000000000},
    {"most_per_head", offsetof(struct triage_rules, most_per_head), 1000000000      },
    {"pass_score",    offsetof(struct triage_rules, pass_score),    10000           },
    {"out_score",     offsetof(struct triage_rules, out_score),     10000           },
};
static const struct {
    const char *name;
    size_t offset;
    const struct record_choices *choices; /* NULL: triage_required */
} sets[] = {
    {"tiers_pass",      offsetof(struct triage_rules, tiers_pass),      &record_tiers     },
    {"tiers_out",       offsetof(struct triage_rules, tiers_out),       &record_tiers     },
    {"industries_only", offsetof(struct triage_rules, industries_only), &record_industries},
    {"industries_out",  offsetof(struct triage_rules, industries_out),  &record_industries},
    {"required",        offsetof(struct triage_rules, required),        NULL              },
};
static const struct {
    const char *name;
    size_t offset;
} countries[] = {
    {"countries_only", offsetof(struct triage_rules, countries_only)},
    {"countries_out",  offsetof(struct triage_rules, countries_out) },
};
#define N_OF(array) (sizeof(array) / sizeof *(array))

static void *
member(struct triage_rules *rules, size_t offset)
{
    return (char *)rules + offset;
}

static const void *
const_member(const struct triage_rules *rules, size_t offset)
{
    return (const char *)rules + offset;
}

/* The bit of a name in a set, -1 when it has none. */
static int
bit_of(const struct record_choices *choices, const char *name)
{
    if (choices) {
        const struct record_choice *choice = record_code_named(choices, name);
        return choice ? choice->code : -1;
    }
    for (int i = 0; i < TRIAGE_N_REQUIRED; i++)
        if (!strcmp(triage_required[i].name, name))
            return i;
    return -1;
}

static bool
read_set(struct ctx *ctx, size_t set, const struct jsn *value, uint32_t *out)
{
    *out = 0;
    for (size_t i = 0; i < jsn_length(value); i++) {
        const char *name = jsn_as_text(jsn_at(value, i), "");
        int bit = bit_of(sets[set].choices, name);
        if (bit < 0)
            return err_field(ctx, ERR_INPUT, sets[set].name, "%s is not on this list.",
                             text_cut(ctx->arena, name, 60));
        *out |= 1U << bit;
    }
    return true;
}

static bool
read_countries(struct ctx *ctx, const char *field, const struct jsn *value,
               struct triage_countries *out)
{
    *out = (struct triage_countries){0};
    for (size_t i = 0; i < jsn_length(value); i++)
        if (!triage_countries_read(ctx, field, jsn_as_text(jsn_at(value, i), "?"), out))
            return false;
    return true;
}

static bool
read_number(struct ctx *ctx, size_t number, const struct jsn *value, int64_t *out)
{
    *out = jsn_kind(value) == JSN_NULL ? 0 : jsn_as_int(value, -1);
    if (*out < 0 || *out > numbers[number].most)
        return err_field(ctx, ERR_INPUT, numbers[number].name, "Write a whole number up to %lld.",
                         (long long)numbers[number].most);
    return true;
}

static bool
read_rule(struct ctx *ctx, const char *name, const struct jsn *value, struct triage_rules *out)
{
    for (size_t i = 0; i < N_OF(numbers); i++)
        if (!strcmp(numbers[i].name, name))
            return read_number(ctx, i, value, member(out, numbers[i].offset));
    for (size_t i = 0; i < N_OF(sets); i++)
        if (!strcmp(sets[i].name, name))
            return read_set(ctx, i, value, member(out, sets[i].offset));
    for (size_t i = 0; i < N_OF(countries); i++)
        if (!strcmp(countries[i].name, name))
            return read_countries(ctx, name, value, member(out, countries[i].offset));
    if (!strcmp(name, "broken_out")) {
        out->broken_out = jsn_as_bool(value, true);
        return true;
    }
    if (!strcmp(name, "currency")) {
        const char *code = jsn_as_text(value, "");
        if (strlen(code) != 3 || strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
            return err_field(ctx, ERR_INPUT, "currency",
                             "Write the currency as three capitals, such as EUR.");
        memcpy(out->currency, code, sizeof out->currency);
        return true;
    }
    return err_field(ctx, ERR_INPUT, text_cut(ctx->arena, name, 40), "There is no such rule.");
}

bool
triage_rules_read(struct ctx *ctx, const char *json, struct triage_rules *out)
{
    struct jsn *root, *value;
    *out = triage_rules_default;
    if (!json || !*json)
        return true;
    if (!jsn_read(ctx, ctx->arena, json, strlen(json), &root))
        return false;
    if (jsn_kind(root) != JSN_OBJECT)
        return err_raise(ctx, ERR_INPUT, "Rules are an object of names and values.");
    const void *at = NULL;
    const char *name;
    while (jsn_member(root, &at, &name, &value))
        if (!read_rule(ctx, name, value, out))
            return false;
    return triage_rules_check(ctx, out);
}

static struct jsn *
write_set(struct arena *arena, const struct record_choices *choices, uint32_t bits)
{
    struct jsn *array = jsn_array(arena);
    size_t n = choices ? choices->n : TRIAGE_N_REQUIRED;
    for (size_t i = 0; i < n; i++) {
        const char *name = choices ? choices->of[i].name : triage_required[i].name;
        if (bits >> bit_of(choices, name) & 1)
            jsn_add(array, jsn_text(arena, name));
    }
    return array;
}

static struct jsn *
write_countries(struct arena *arena, const struct triage_countries *set)
{
    struct jsn *array = jsn_array(arena);
    for (int64_t code = 1; code < TRIAGE_COUNTRIES; code++)
        if (triage_countries_has(set, code))
            jsn_add(array, jsn_text(arena, record_code_country(arena, code)));
    return array;
}

const char *
triage_rules_write(struct arena *arena, const struct triage_rules *rules)
{
    struct jsn *root = jsn_object(arena);
    for (size_t i = 0; i < N_OF(numbers); i++)
        jsn_set_int(root, numbers[i].name,
                    *(const int64_t *)const_member(rules, numbers[i].offset));
    for (size_t i = 0; i < N_OF(sets); i++)
        jsn_set(root, sets[i].name,
                write_set(arena, sets[i].choices,
                          *(const uint32_t *)const_member(rules, sets[i].offset)));
    for (size_t i = 0; i < N_OF(countries); i++)
        jsn_set(root, countries[i].name,
                write_countries(arena, const_member(rules, countries[i].offset)));
    jsn_set_text(root, "currency", rules->currency);
    jsn_set_bool(root, "broken_out", rules->broken_out);
    return jsn_write(arena, root);
}

bool
triage_rules_check(struct ctx *ctx, const struct triage_rules *rules)
{
    if (rules->max_employees && rules->max_employees < rules->min_employees)
        return err_field(ctx, ERR_INPUT, "max_employees", "The most is below the least.");
    if (rules->max_revenue && rules->max_revenue < rules->min_revenue)
        return err_field(ctx, ERR_INPUT, "max_revenue", "The most is below the least.");
    if (rules->pass_score && rules->out_score > rules->pass_score)
        return err_field(ctx, ERR_INPUT, "out_score",
                         "This is above the score from which a company passes.");
    if (rules->tiers_pass & rules->tiers_out)
        return err_field(ctx, ERR_INPUT, "tiers_out", "A tier stands on both sides.");
    if (rules->industries_only & rules->industries_out)
        return err_field(ctx, ERR_INPUT, "industries_out", "An industry stands on both sides.");
    for (size_t i = 0; i < TRIAGE_COUNTRY_WORDS; i++)
        if (rules->countries_only.bits[i] & rules->countries_out.bits[i])
            return err_field(ctx, ERR_INPUT, "countries_out", "A country stands on both sides.");
    return true;
}
