/* The verdict of triage. See triage_judge.h. */
#include "domain/triage/triage_judge.h"

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "domain/company/company_revenue.h"
#include "domain/company/company_size.h"
#include "domain/record/country.h"

struct judging {
    struct arena *arena;
    const struct triage_rules *rules;
    const struct triage_company *company;
    struct triage_judgement *out;
};

static const char *const verdict_names[TRIAGE_N_VERDICTS] = {"", "pass", "review", "disqualify"};

const char *
triage_verdict_name(int64_t verdict)
{
    return verdict > 0 && verdict < TRIAGE_N_VERDICTS ? verdict_names[verdict] : "";
}

static void
add(struct judging *j, const char *code, enum triage_verdict verdict, const char *text)
{
    struct triage_judgement *out = j->out;
    if (out->n < TRIAGE_REASONS)
        out->reasons[out->n++] = (struct triage_reason){code, verdict, text};
    if (verdict > out->verdict)
        out->verdict = verdict;
}

static void
broken(struct judging *j, const char *code, const char *text)
{
    add(j, code, j->rules->broken_out ? TRIAGE_DISQUALIFY : TRIAGE_REVIEW, text);
}

static void
unsure(struct judging *j, const char *code, const char *text)
{
    add(j, code, TRIAGE_REVIEW, text);
}

/* A range of a fact against the bounds of a rule. `what` begins a sentence: "Employees". */
struct bounds {
    const char *what, *value;
    const char *few, *many, *unclear; /* codes */
    int64_t least, most;              /* of the rule; 0 none */
    int64_t min, max;                 /* of the fact; max INT64_MAX open, min 0 open */
};

static void
check_bounds(struct judging *j, const struct bounds *b)
{
    struct arena *arena = j->arena;
    if (b->least && b->max < b->least)
        broken(j, b->few,
               arena_printf(arena, "%s: %s, fewer than the %" PRId64 " wanted", b->what, b->value,
                            b->least));
    else if (b->most && b->min > b->most)
        broken(j, b->many,
               arena_printf(arena, "%s: %s, more than the %" PRId64 " wanted", b->what, b->value,
                            b->most));
    else if ((b->least && b->min < b->least) || (b->most && b->max > b->most))
        unsure(
            j, b->unclear,
            arena_printf(arena, "%s: %s may lie within the bounds or outside", b->what, b->value));
}

/* False: there is no number in it. */
static bool
read_employees(struct judging *j, struct company_size *size)
{
    const char *text = j->company->employees;
    enum company_size_verdict verdict =
        text ? company_size_read(j->arena, text, size) : COMPANY_SIZE_NONE;
    return verdict == COMPANY_SIZE_OK || verdict == COMPANY_SIZE_REVIEW;
}

static void
judge_employees(struct judging *j)
{
    const struct triage_rules *rules = j->rules;
    if (!rules->min_employees && !rules->max_employees)
        return;
    struct company_size size;
    if (!read_employees(j, &size)) {
        unsure(j, "employees_unknown", "The number of employees is not known");
        return;
    }
    check_bounds(j, &(struct bounds){.what = "Employees",
                                     .value = j->company->employees,
                                     .few = "employees_few",
                                     .many = "employees_many",
                                     .unclear = "employees_unclear",
                                     .least = rules->min_employees,
                                     .most = rules->max_employees,
                                     .min = size.min,
                                     .max = size.max});
}

static bool
read_revenue(struct judging *j, struct company_revenue *revenue)
{
    const char *text = j->company->revenue;
    enum company_revenue_verdict verdict =
        text ? company_revenue_read(j->arena, text, 1, revenue) : COMPANY_REVENUE_NONE;
    return verdict == COMPANY_REVENUE_OK;
}

static void
judge_revenue(struct judging *j)
{
    const struct triage_rules *rules = j->rules;
    if (!rules->min_revenue && !rules->max_revenue)
        return;
    struct company_revenue revenue;
    if (!read_revenue(j, &revenue)) {
        unsure(j, "revenue_unknown", "The revenue is not known, or may mean two things");
        return;
    }
    if (strcmp(revenue.currency, rules->currency) != 0) {
        unsure(j, "revenue_currency",
               arena_printf(j->arena, "Revenue: %s is not in %s, which the rule counts in",
                            j->company->revenue, rules->currency));
        return;
    }
    check_bounds(j, &(struct bounds){.what = "Revenue",
                                     .value = j->company->revenue,
                                     .few = "revenue_low",
                                     .many = "revenue_high",
                                     .unclear = "revenue_unclear",
                                     .least = rules->min_revenue,
                                     .most = rules->max_revenue,
                                     .min = revenue.min,
                                     .max = revenue.max});
}

/* Is a unit of it worth about as much as one of the rules' currency? */
static bool
comparable(const struct judging *j, const char *currency)
{
    static const char *const alike[] = {"EUR", "USD", "GBP", "CHF"};
    bool ours = false, theirs = false;
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
        ours = ours || !strcmp(alike[i], j->rules->currency);
        theirs = theirs || !strcmp(alike[i], currency);
    }
    return !strcmp(currency, j->rules->currency) || (ours && theirs);
}

/* Figures that hardly belong to one company: those of the group beside the people of a part of it. */
static void
judge_contradiction(struct judging *j)
{
    struct company_size size;
    struct company_revenue revenue;
    if (!j->rules->most_per_head || !read_employees(j, &size) || !read_revenue(j, &revenue) ||
        !comparable(j, revenue.currency) || size.max == INT64_MAX || size.max < 1 ||
        revenue.min / size.max < j->rules->most_per_head)
        return;
    unsure(
        j, "contradiction",
        arena_printf(j->arena,
                     "%s revenue and %s employees hardly belong together: one of them may be the "
                     "group's",
                     j->company->revenue, j->company->employees));
}

static const char *
label_of(const struct record_choices *list, int64_t code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->label : "";
}

static void
judge_industry(struct judging *j)
{
    uint32_t only = j->rules->industries_only, out = j->rules->industries_out;
    int64_t code = j->company->industry;
    if (!only && !out)
        return;
    if (!code)
        unsure(j, "industry_unknown", "The industry is not known");
    else if ((out >> code & 1) || (only && !(only >> code & 1)))
        broken(j, "industry",
               arena_printf(j->arena, "Industry: %s is not wanted",
                            label_of(&record_industries, code)));
}

static void
judge_country(struct judging *j)
{
    const struct triage_countries *only = &j->rules->countries_only;
    const struct triage_countries *out = &j->rules->countries_out;
    int64_t code = j->company->country;
    if (!only->n && !out->n)
        return;
    const char *iso2 = record_code_country(j->arena, code);
    if (!iso2) {
        unsure(j, "country_unknown", "The country is not known");
        return;
    }
    const struct country *country = country_by_code(iso2);
    if (triage_countries_has(out, code) || (only->n && !triage_countries_has(only, code)))
        broken(j, "country",
               arena_printf(j->arena, "Country: %s is not wanted", country ? country->name : iso2));
}

static void
judge_tier(struct judging *j)
{
    uint32_t pass = j->rules->tiers_pass, out = j->rules->tiers_out;
    int64_t code = j->company->tier;
    if (!pass && !out)
        return;
    if (!code)
        unsure(j, "tier_unknown", "It has no tier yet");
    else if (out >> code & 1)
        broken(j, "tier_out",
               arena_printf(j->arena, "%s is left out", label_of(&record_tiers, code)));
    else if (!(pass >> code & 1))
        unsure(j, "tier_between",
               arena_printf(j->arena, "%s neither passes nor is left out by itself",
                            label_of(&record_tiers, code)));
}

static void
judge_score(struct judging *j)
{
    int64_t pass = j->rules->pass_score, out = j->rules->out_score, score = j->company->score;
    if (!pass && !out)
        return;
    if (!j->company->scored)
        unsure(j, "score_unknown", "It has no score yet");
    else if (out && score < out)
        broken(j, "score_low",
               arena_printf(j->arena, "A score of %" PRId64 ", below %" PRId64, score, out));
    else if (pass && score < pass)
        unsure(j, "score_between",
               arena_printf(j->arena, "A score of %" PRId64 ", below the %" PRId64 " that pass",
                            score, pass));
}

static void
judge_required(struct judging *j)
{
    for (int i = 0; i < TRIAGE_N_REQUIRED; i++)
        if ((j->rules->required >> i & 1) && !(j->company->known >> i & 1))
            unsure(j, "fact_missing",
                   arena_printf(j->arena, "%s is not known", triage_required[i].label));
}

void
triage_judge(struct arena *arena, const struct triage_rules *rules,
             const struct triage_company *company, struct triage_judgement *out)
{
    struct judging j = {arena, rules, company, out};
    *out = (struct triage_judgement){.verdict = TRIAGE_PASS};
    judge_required(&j);
    judge_employees(&j);
    judge_revenue(&j);
    judge_contradiction(&j);
    judge_industry(&j);
    judge_country(&j);
    judge_tier(&j);
    judge_score(&j);
}

const struct triage_reason *
triage_judge_worst(const struct triage_judgement *judgement)
{
    static const struct triage_reason none = {"", TRIAGE_PASS, ""};
    for (size_t i = 0; i < judgement->n; i++)
        if (judgement->reasons[i].verdict == judgement->verdict)
            return &judgement->reasons[i];
    return &none;
}

const char *
triage_judge_write(struct arena *arena, const struct triage_judgement *judgement)
{
    struct jsn *array = jsn_array(arena);
    for (size_t i = 0; i < judgement->n; i++) {
        struct jsn *row = jsn_object(arena);
        jsn_set_text(row, "code", judgement->reasons[i].code);
        jsn_set_int(row, "verdict", judgement->reasons[i].verdict);
        jsn_set_text(row, "text", judgement->reasons[i].text);
        jsn_add(array, row);
    }
    return jsn_write(arena, array);
}

bool
triage_judge_read(struct ctx *ctx, const char *json, struct triage_judgement *out)
{
    struct jsn *array;
    *out = (struct triage_judgement){.verdict = TRIAGE_PASS};
    if (!json)
        return true;
    if (!jsn_read(ctx, ctx->arena, json, strlen(json), &array))
        return false;
    for (size_t i = 0; i < jsn_length(array) && out->n < TRIAGE_REASONS; i++) {
        const struct jsn *row = jsn_at(array, i);
        int64_t verdict = jsn_as_int(jsn_get(row, "verdict"), TRIAGE_REVIEW);
        out->reasons[out->n++] =
            (struct triage_reason){jsn_as_text(jsn_get(row, "code"), ""),
                                   verdict == TRIAGE_DISQUALIFY ? TRIAGE_DISQUALIFY : TRIAGE_REVIEW,
                                   jsn_as_text(jsn_get(row, "text"), "")};
    }
    return true;
}
