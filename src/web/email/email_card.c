/* POST /{tenant}/contacts/{id}/email: check the address, look for one, take a candidate; and the card
 * that shows what is known. See email_card.h. */
#include "web/email/email_card.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "domain/email/email_found.h"
#include "domain/email/email_known.h"
#include "domain/pipeline/pipeline_run.h"
#include "web/email/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const acts[] = {"check", "accept", NULL};
struct act {
    int64_t id;
    const char *act, *address;
};
static const struct param act_items[] = {
    PARAM_ID(struct act, id),
    PARAM_TEXT(struct act, address, 320, OPTIONAL),
    {"do", PARAM_TYPE_CHOICE, offsetof(struct act, act), 0, 0, REQUIRED, acts},
};
const struct params contact_email_params = PARAMS(struct act, act_items);

static const char *
kind_of(enum email_state state)
{
    switch (state) {
    case EMAIL_VERIFIED:
        return "ok";
    case EMAIL_FOUND:
        return "info";
    case EMAIL_GUESS:
    case EMAIL_CATCH_ALL:
    case EMAIL_RISKY:
        return "warn";
    case EMAIL_INVALID:
        return "bad";
    case EMAIL_UNCHECKED:
    case EMAIL_UNKNOWN:
    case EMAIL_N_STATES:
        break;
    }
    return "none";
}

static const char *
percent(struct arena *arena, double p)
{
    return arena_printf(arena, "%.0f %%", p * 100);
}

/* A piece of evidence with its weight, in points of log-odds; the first is the start. */
static void
show_reasons(struct page *pg, struct tree *node, const struct email_score *score)
{
    struct tree_list list = tree_list(node, "reasons");
    for (size_t i = 0; i < score->n_reasons; i++) {
        double weight = score->reasons[i].weight;
        struct tree *row = tree_row(&list);
        tree_set(row, "text", score->reasons[i].text);
        tree_set(row, "kind", weight > 0 ? "ok" : (weight < 0 ? "bad" : "none"));
        tree_set(row, "weight",
                 fabs(weight) < 0.05 ? "0"
                                     : arena_printf(pg->ctx->arena, "%s%.1f",
                                                    weight > 0 ? "+" : "−", fabs(weight)));
    }
}

static void
show_one(struct page *pg, struct tree *node, const struct email_known *known)
{
    const struct record_choice *choice = record_code_get(&record_email_states, known->score.state);
    tree_set(node, "address", known->address);
    tree_set(node, "state", choice ? choice->label : "Not checked");
    tree_set(node, "kind", kind_of(known->score.state));
    tree_set(node, "about", email_score_about(known->score.state));
    tree_set(node, "percent", percent(pg->ctx->arena, known->p));
    tree_set(node, "width", view_width(pg->ctx->arena, (int64_t)(known->p * 1000), 1000));
    tree_set(node, "page", known->page_url ? known->page_url : "");
    view_time(pg, node, "checked", known->checked_ms);
    show_reasons(pg, node, &known->score);
}

bool
email_card_show(struct page *pg, const struct record *record)
{
    struct email_record outcomes;
    struct email_known *known;
    size_t n;
    struct tree *node = tree_node(pg->view, "Email");
    if (!email_outcome_read(pg->ctx, &outcomes) ||
        !email_known_read(pg->ctx, record->record_id, &outcomes, &known, &n))
        return false;
    bool has = record->values[CONTACT_EMAIL] != NULL;
    tree_set_bool(node, "shown", true);
    tree_set_bool(node, "has", has);
    tree_set(node, "path", record_view_below(pg, record, "/email"));
    if (outcomes.fitted)
        tree_set(node, "outcomes", view_number(pg, outcomes.total));
    if (has && n)
        show_one(pg, tree_node(node, "own"), &known[0]);
    struct tree_list list = tree_list(node, "guesses");
    for (size_t i = 0; !has && i < n; i++)
        show_one(pg, tree_row(&list), &known[i]);
    return true;
}

/* A run of one stage over this contact alone. */
static bool
start_check(struct page *pg, const struct record *record)
{
    bool has = record->values[CONTACT_EMAIL] != NULL;
    const char *const names[] = {has ? "email_verify" : "email_find"};
    struct pipeline_choice choice = {.entity = RECORD_CONTACT,
                                     .ids = &record->record_id,
                                     .n_ids = 1,
                                     .stages = names,
                                     .n_stages = 1,
                                     .priority = 5,
                                     .title = arena_printf(pg->ctx->arena,
                                                           has ? "Check the address of %.120s"
                                                               : "Look for the address of %.120s",
                                                           record->label)};
    int64_t run_id;
    if (!pipeline_run_start(pg->ctx, &choice, &run_id))
        return false;
    reply_flash(pg, "ok",
                has ? "The address is being checked. The result shows here in a moment."
                    : "An address is being looked for. The result shows here in a moment.",
                "Open the run", arena_printf(pg->ctx->arena, "%s/runs/%" PRId64, pg->base, run_id));
    return true;
}

bool
contact_email_act(struct page *pg)
{
    const struct act *act = pg->params;
    struct record record;
    if (!record_get(pg->ctx, RECORD_CONTACT, act->id, &record))
        return false;
    if (!strcmp(act->act, "check")) {
        if (!start_check(pg, &record))
            return false;
    } else {
        if (!email_found_accept(pg->ctx, act->id, act->address))
            return false;
        reply_flash(pg, "ok",
                    arena_printf(pg->ctx->arena,
                                 "%s is the address now. It stays marked as a guess.",
                                 act->address),
                    NULL, NULL);
    }
    return reply_redirect_to(pg, record_view_path(pg, RECORD_CONTACT, act->id));
}
