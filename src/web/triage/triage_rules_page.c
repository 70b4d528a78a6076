/* GET /{tenant}/triage/rules: the rules, or with draft= rules that are tried on what is there; POST:
 * tries or saves what the form has, and applies it. */
#include <string.h>

#include "base/text.h"
#include "domain/account/audit.h"
#include "domain/triage/triage_apply.h"
#include "web/bulk/bulk_view.h"
#include "web/reply.h"
#include "web/triage/pages.h"
#include "web/view.h"

enum { DRAFT_MOST = 8000, COUNTRIES_MOST = 4000, CHOICES_MOST = 40 };

struct shown {
    const char *draft;
};
static const struct param shown_items[] = {
    PARAM_TEXT(struct shown, draft, DRAFT_MOST, OPTIONAL),
};
const struct params triage_rules_params = PARAMS(struct shown, shown_items);

static const char *const acts[] = {"try", "save", NULL};
static const char *const broken[] = {"disqualify", "review", NULL};

struct sent {
    const char *act, *broken, *currency, *countries_only, *countries_out;
    int64_t version;
    int64_t min_employees, max_employees, min_revenue, max_revenue, most_per_head, pass_score,
        out_score;
    struct param_pairs tier;
    struct param_texts industries_only, industries_out, required;
    const char *draft;
};
static const struct param sent_items[] = {
    PARAM_TEXT(struct sent, draft, DRAFT_MOST, OPTIONAL),
    PARAM_CHOICE(struct sent, act, acts, REQUIRED),
    PARAM_I64(struct sent, version, 0, INT64_MAX, REQUIRED),
    PARAM_CHOICE(struct sent, broken, broken, REQUIRED),
    PARAM_I64(struct sent, min_employees, 0, 10000000, OPTIONAL),
    PARAM_I64(struct sent, max_employees, 0, 10000000, OPTIONAL),
    PARAM_I64(struct sent, min_revenue, 0, 1000000000000000, OPTIONAL),
    PARAM_I64(struct sent, max_revenue, 0, 1000000000000000, OPTIONAL),
    PARAM_TEXT(struct sent, currency, 3, OPTIONAL),
    PARAM_I64(struct sent, most_per_head, 0, 1000000000, OPTIONAL),
    PARAM_I64(struct sent, pass_score, 0, 10000, OPTIONAL),
    PARAM_I64(struct sent, out_score, 0, 10000, OPTIONAL),
    PARAM_TEXT(struct sent, countries_only, COUNTRIES_MOST, OPTIONAL),
    PARAM_TEXT(struct sent, countries_out, COUNTRIES_MOST, OPTIONAL),
    PARAM_PAIRS(struct sent, tier, CHOICES_MOST),
    PARAM_TEXTS(struct sent, industries_only, CHOICES_MOST, OPTIONAL),
    PARAM_TEXTS(struct sent, industries_out, CHOICES_MOST, OPTIONAL),
    PARAM_TEXTS(struct sent, required, CHOICES_MOST, OPTIONAL),
};
const struct params triage_rules_save_params = PARAMS(struct sent, sent_items);

static const char *
rules_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/triage/rules", pg->base);
}

/* Showing. ------------------------------------------------------------------------------------ */

/* A number of a form; nothing for "no bound". */
static void
show_number(struct page *pg, const char *name, int64_t value)
{
    view_field(pg, name, value ? arena_printf(pg->ctx->arena, "%" PRId64, value) : "");
}

static void
show_boxes(struct page *pg, const char *path, const struct record_choices *choices, uint32_t bits)
{
    struct tree_list list = tree_list(pg->view, path);
    size_t chosen = 0;
    for (size_t i = 0; i < choices->n; i++) {
        bool on = (bits >> choices->of[i].code & 1) != 0;
        struct tree *row = tree_row(&list);
        tree_set(row, "value", choices->of[i].name);
        tree_set(row, "label", choices->of[i].label);
        tree_set_bool(row, "on", on);
        chosen += on;
    }
    if (chosen)
        tree_set_i64(pg->view, arena_printf(pg->ctx->arena, "N%s", path), (int64_t)chosen);
}

static void
show_rules(struct page *pg, const struct triage_rules *rules)
{
    struct arena *arena = pg->ctx->arena;
    show_number(pg, "min_employees", rules->min_employees);
    show_number(pg, "max_employees", rules->max_employees);
    show_number(pg, "min_revenue", rules->min_revenue);
    show_number(pg, "max_revenue", rules->max_revenue);
    show_number(pg, "most_per_head", rules->most_per_head);
    show_number(pg, "pass_score", rules->pass_score);
    show_number(pg, "out_score", rules->out_score);
    view_field(pg, "currency", arena_strdup(arena, rules->currency));
    view_field(pg, "countries_only", triage_countries_text(arena, &rules->countries_only));
    view_field(pg, "countries_out", triage_countries_text(arena, &rules->countries_out));
    view_field(pg, "broken", rules->broken_out ? "disqualify" : "review");
    show_boxes(pg, "Only", &record_industries, rules->industries_only);
    show_boxes(pg, "Out", &record_industries, rules->industries_out);
    struct tree_list tiers = tree_list(pg->view, "Tiers"), facts = tree_list(pg->view, "Required");
    for (size_t i = 0; i < record_tiers.n; i++) {
        struct tree *row = tree_row(&tiers);
        int16_t code = record_tiers.of[i].code;
        tree_set(row, "name", record_tiers.of[i].name);
        tree_set(row, "label", record_tiers.of[i].label);
        tree_set(row, "does",
                 rules->tiers_pass >> code & 1  ? "pass"
                 : rules->tiers_out >> code & 1 ? "out"
                                                : "person");
    }
    for (int i = 0; i < TRIAGE_N_REQUIRED; i++) {
        struct tree *row = tree_row(&facts);
        tree_set(row, "value", triage_required[i].name);
        tree_set(row, "label", triage_required[i].label);
        tree_set_bool(row, "on", (rules->required >> i & 1) != 0);
    }
}

static const char *
verdict_label(enum triage_verdict verdict)
{
    return verdict == TRIAGE_PASS     ? "Pass"
           : verdict == TRIAGE_REVIEW ? "A person decides"
                                      : "Disqualify";
}

static bool
show_trial(struct page *pg, const struct triage_rules *rules)
{
    struct triage_trial trial;
    if (!triage_try(pg->ctx, rules, &trial))
        return false;
    struct tree *node = tree_node(pg->view, "Trial");
    int64_t judged = trial.total - trial.decided;
    tree_set(node, "total", view_number(pg, trial.total));
    tree_set(node, "decided", view_number(pg, trial.decided));
    tree_set(node, "changed", view_number(pg, trial.changed));
    struct tree_list rows = tree_list(node, "rows");
    for (size_t verdict = TRIAGE_PASS; verdict < TRIAGE_N_VERDICTS; verdict++) {
        struct tree *row = tree_row(&rows);
        tree_set(row, "label", verdict_label((enum triage_verdict)verdict));
        tree_set(row, "name", triage_verdict_name((enum triage_verdict)verdict));
        tree_set(row, "before", view_number(pg, trial.before[verdict]));
        tree_set(row, "after", view_number(pg, trial.after[verdict]));
        tree_set(row, "stay", view_number(pg, trial.moved[verdict][verdict]));
        tree_set(row, "join",
                 view_number(pg, trial.after[verdict] - trial.moved[verdict][verdict]));
        tree_set(row, "leave",
                 view_number(pg, trial.before[verdict] - trial.moved[verdict][verdict]));
        tree_set(row, "width", view_width(pg->ctx->arena, trial.after[verdict], judged));
    }
    struct tree_list samples = tree_list(node, "samples");
    for (size_t i = 0; i < trial.n_samples; i++) {
        struct tree *row = tree_row(&samples);
        tree_set(row, "name", trial.samples[i].name);
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s/companies/%" PRId64, pg->base,
                              trial.samples[i].company_id));
        tree_set(row, "before", verdict_label(trial.samples[i].before));
        tree_set(row, "after", verdict_label(trial.samples[i].after));
        tree_set(row, "reason", trial.samples[i].reason);
    }
    if (trial.changed > (int64_t)trial.n_samples)
        tree_set(node, "more", view_number(pg, trial.changed - (int64_t)trial.n_samples));
    return true;
}

/* What was ticked in a form that is shown again: the frame fills only its plain fields. */
static void
show_sent(struct page *pg, struct triage_rules *rules)
{
    rules->tiers_pass = rules->tiers_out = rules->industries_only = rules->industries_out = 0;
    rules->required = 0;
    for (size_t i = 0; i < pg->sent->count; i++) {
        const char *name = pg->sent->values[i].name, *value = pg->sent->values[i].value;
        const struct record_choice *industry = record_code_named(&record_industries, value);
        const struct record_choice *tier =
            text_starts(name, "tier.") ? record_code_named(&record_tiers, name + strlen("tier."))
                                       : NULL;
        if (tier && !strcmp(value, "pass"))
            rules->tiers_pass |= 1U << tier->code;
        else if (tier && !strcmp(value, "out"))
            rules->tiers_out |= 1U << tier->code;
        else if (industry && !strcmp(name, "industries_only"))
            rules->industries_only |= 1U << industry->code;
        else if (industry && !strcmp(name, "industries_out"))
            rules->industries_out |= 1U << industry->code;
        for (int f = 0; f < TRIAGE_N_REQUIRED; f++)
            if (!strcmp(name, "required") && !strcmp(value, triage_required[f].name))
                rules->required |= 1U << f;
    }
}

static bool
show_apply(struct page *pg, bool *active)
{
    struct triage_apply_state state;
    if (!triage_apply_state(pg->ctx, &state) ||
        !bulk_view_progress(pg, state.job_id,
                            arena_printf(pg->ctx->arena, "%s/progress", rules_path(pg)), active))
        return false;
    if (state.unscored)
        tree_set(pg->view, "Rules.unscored", view_number(pg, state.unscored));
    return true;
}

bool
triage_rules_page(struct page *pg)
{
    const struct shown *shown = pg->params;
    struct triage_rules rules, draft;
    struct triage_rules_row row;
    bool active;
    if (!triage_rules_get(pg->ctx, &rules, &row) || !show_apply(pg, &active))
        return false;
    struct tree *node = tree_node(pg->view, "Rules");
    tree_set(node, "path", rules_path(pg));
    tree_set(node, "triage", arena_printf(pg->ctx->arena, "%s/triage", pg->base));
    tree_set_i64(node, "version", row.version);
    tree_set(node, "author", row.author ? row.author : "");
    view_time(pg, node, "saved", row.created_ms);
    view_field_i64(pg, "version", row.version);
    if (pg->sent)
        show_sent(pg, &rules);
    if (pg->sent || !*shown->draft) {
        show_rules(pg, &rules);
        return reply_template(pg);
    }
    if (!triage_rules_read(pg->ctx, shown->draft, &draft) || !show_trial(pg, &draft))
        return false;
    show_rules(pg, &draft);
    tree_set_bool(node, "draft", true);
    return reply_template(pg);
}

/* Polled while the job applies the rules. */
bool
triage_apply_progress_page(struct page *pg)
{
    bool active;
    if (!show_apply(pg, &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, rules_path(pg));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}

/* Taking. ------------------------------------------------------------------------------------- */

static bool
take_boxes(struct page *pg, const char *field, const struct param_texts *texts, uint32_t *bits)
{
    for (size_t i = 0; i < texts->count; i++) {
        const struct record_choice *choice =
            record_code_named(&record_industries, texts->values[i]);
        if (!choice)
            return err_field(pg->ctx, ERR_INPUT, field, "There is no such industry.");
        *bits |= 1U << choice->code;
    }
    return true;
}

static bool
take_tiers(struct page *pg, const struct param_pairs *pairs, struct triage_rules *rules)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const struct record_choice *tier = record_code_named(&record_tiers, pairs->items[i].name);
        if (!tier)
            return err_field(pg->ctx, ERR_INPUT, "tier", "There is no such tier.");
        if (!strcmp(pairs->items[i].value, "pass"))
            rules->tiers_pass |= 1U << tier->code;
        else if (!strcmp(pairs->items[i].value, "out"))
            rules->tiers_out |= 1U << tier->code;
    }
    return true;
}

static bool
take_rules(struct page *pg, const struct sent *in, struct triage_rules *rules)
{
    *rules = (struct triage_rules){.min_employees = in->min_employees,
                                   .max_employees = in->max_employees,
                                   .min_revenue = in->min_revenue,
                                   .max_revenue = in->max_revenue,
                                   .most_per_head = in->most_per_head,
                                   .pass_score = in->pass_score,
                                   .out_score = in->out_score,
                                   .broken_out = !strcmp(in->broken, "disqualify")};
    const char *currency = *in->currency ? in->currency : triage_rules_default.currency;
    if (strlen(currency) != 3 || strspn(currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
        return err_field(pg->ctx, ERR_INPUT, "currency",
                         "Write the currency as three capitals, such as EUR.");
    memcpy(rules->currency, currency, sizeof rules->currency);
    for (size_t i = 0; i < in->required.count; i++)
        for (int f = 0; f < TRIAGE_N_REQUIRED; f++)
            if (!strcmp(in->required.values[i], triage_required[f].name))
                rules->required |= 1U << f;
    return triage_countries_read(pg->ctx, "countries_only", in->countries_only,
                                 &rules->countries_only) &&
           triage_countries_read(pg->ctx, "countries_out", in->countries_out,
                                 &rules->countries_out) &&
           take_boxes(pg, "industries_only", &in->industries_only, &rules->industries_only) &&
           take_boxes(pg, "industries_out", &in->industries_out, &rules->industries_out) &&
           take_tiers(pg, &in->tier, rules) && triage_rules_check(pg->ctx, rules);
}

bool
triage_rules_save_page(struct page *pg)
{
    const struct sent *in = pg->params;
    struct triage_rules rules;
    if (!take_rules(pg, in, &rules))
        return false;
    if (!strcmp(in->act, "try"))
        return reply_redirect_to(
            pg,
            arena_printf(pg->ctx->arena, "%s?draft=%s", rules_path(pg),
                         view_encode(pg->ctx->arena, triage_rules_write(pg->ctx->arena, &rules))));
    if (!triage_rules_save(pg->ctx, &rules, in->version) || !triage_apply(pg->ctx) ||
        !audit_add(pg->ctx, "triage_rules", "Rules of triage", NULL))
        return false;
    reply_flash(pg, "ok", "Saved. The rules are being applied to what no person decided.", NULL,
                NULL);
    return reply_redirect_to(pg, rules_path(pg));
}
