/* GET /{tenant}/campaigns/{id}/people: the people of a campaign, how ready they are; POST: leaves some
 * out, takes them out, puts them back. POST /{tenant}/campaigns/{id}/research: starts what is missing. */
#include <stdlib.h>
#include <string.h>

#include "domain/audience/campaign_conflict.h"
#include "domain/audience/campaign_person.h"
#include "domain/audience/campaign_ready.h"
#include "domain/record/record_code.h"
#include "web/audience/audience_view.h"
#include "web/audience/pages.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/pipeline/run_view.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 50, SEARCH_MAX = 100, PLACE_MAX = 600, CHOSEN = 1000 };

static const char *const states[] = {"waiting", "written", "failed", "excluded", NULL};
static const char *const acts[] = {"exclude", "remove", "back", NULL};

struct shown {
    int64_t id, conflict;
    const char *state, *ready, *q, *after;
};
static const struct param shown_items[] = {
    PARAM_ID(struct shown, id),
    PARAM_ID_OR_NONE(struct shown, conflict),
    PARAM_CHOICE(struct shown, state, states, OPTIONAL),
    PARAM_CHOICE(struct shown, ready, campaign_ready_names, OPTIONAL),
    PARAM_TEXT(struct shown, q, SEARCH_MAX, OPTIONAL),
    PARAM_TEXT(struct shown, after, PLACE_MAX, OPTIONAL),
};
const struct params campaign_person_params = PARAMS(struct shown, shown_items);

struct act {
    int64_t id;
    struct param_texts who;
    const char *act, *reason;
};
static const struct param act_items[] = {
    PARAM_ID(struct act, id),
    PARAM_TEXTS(struct act, who, CHOSEN, OPTIONAL),
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
    PARAM_TEXT(struct act, reason, CAMPAIGN_PERSON_REASON, OPTIONAL),
};
const struct params campaign_person_act_params = PARAMS(struct act, act_items);

static const char *
label_of(const struct record_choices *list, int64_t code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->label : "";
}

static const char *
look_of_email(int64_t state)
{
    static const char *const looks[] = {"none", "info", "warn", "ok",
                                        "warn", "warn", "bad",  "none"};
    return state >= 0 && state < 8 ? looks[state] : "none";
}

/* "Ready", or what is missing. */
static void
show_readiness(struct page *pg, struct tree *row, const struct campaign_person *person)
{
    struct arena *arena = pg->ctx->arena;
    if (person->ready == CAMPAIGN_READY) {
        tree_set(row, "ready", "Ready");
        tree_set(row, "ready_look", "ok");
    } else if (person->ready == CAMPAIGN_NO_WAY) {
        tree_set(row, "ready", "No channel");
        tree_set(row, "ready_look", "bad");
    } else if (person->ready == CAMPAIGN_RESEARCH) {
        const char *of = campaign_ready_words(arena, person->of_company);
        const char *own = campaign_ready_words(arena, person->of_person);
        tree_set(row, "ready", "Missing research");
        tree_set(row, "missing", arena_printf(arena, "%s%s%s", of, *of && *own ? ", " : "", own));
        tree_set(row, "ready_look", "warn");
        int64_t cost =
            campaign_ready_cost(person->of_company) + campaign_ready_cost(person->of_person);
        if (cost)
            tree_set(row, "cost", run_view_money(pg, cost));
    }
}

static void
show_state(struct page *pg, struct tree *row, const struct campaign_person *person)
{
    static const struct {
        const char *name, *label, *look;
    } all[] = {
        {"waiting",  "Not written yet", "none"},
        {"written",  "Written",         "ok"  },
        {"failed",   "Failed",          "bad" },
        {"excluded", "Left out",        "none"}
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!strcmp(all[i].name, person->state)) {
            tree_set(row, "state", all[i].label);
            tree_set(row, "state_look", all[i].look);
        }
    const char *more = person->reason ? person->reason : "";
    if (person->not_before)
        more = arena_printf(pg->ctx->arena, "%s%swaits until %s", more, *more ? ", " : "",
                            person->not_before);
    if (person->skip_channels && *person->skip_channels)
        more = arena_printf(pg->ctx->arena, "%s%ssome steps are skipped", more, *more ? ", " : "");
    tree_set(row, "more", more);
}

static void
show_person(struct page *pg, struct tree *row, const struct campaign_person *person)
{
    tree_set_i64(row, "id", person->contact_id);
    tree_set(row, "name", person->name);
    tree_set(row, "path", record_view_path(pg, RECORD_CONTACT, person->contact_id));
    tree_set(row, "title", person->title ? person->title : "");
    if (person->company) {
        tree_set(row, "company", person->company);
        tree_set(row, "company_path", record_view_path(pg, RECORD_COMPANY, person->company_id));
    }
    tree_set(row, "tier", label_of(&record_tiers, person->tier));
    if (person->scored)
        tree_set_i64(row, "score", person->score);
    const char *state = label_of(&record_email_states, person->email_state);
    tree_set(row, "email", !person->email ? "None" : *state ? state : "Not checked");
    tree_set(row, "email_look", person->email ? look_of_email(person->email_state) : "none");
    tree_set_bool(row, "linkedin", person->linkedin);
    show_readiness(pg, row, person);
    show_state(pg, row, person);
}

static bool
show_people(struct page *pg, const struct shown *in)
{
    struct campaign_person *rows;
    size_t n;
    struct campaign_person_wish wish = {.state = in->state,
                                        .ready = campaign_ready_of(in->ready),
                                        .conflict = in->conflict,
                                        .search = in->q,
                                        .most = SHOWN + 1};
    campaign_person_after(in->after, &wish);
    if (!campaign_person_list(pg->ctx, in->id, &wish, &rows, &n))
        return false;
    bool more = n > SHOWN;
    struct tree_list list = tree_list(pg->view, "People");
    for (size_t i = 0; i < n && i < SHOWN; i++)
        show_person(pg, tree_row(&list), &rows[i]);
    view_pager(pg, NULL,
               more ? campaign_person_place(pg->ctx->arena, &rows[SHOWN - 1]) : NULL);
    return true;
}

static void
show_filters(struct page *pg, const struct shown *in)
{
    view_field(pg, "q", in->q);
    view_field(pg, "state", in->state);
    view_option(pg, "state", "", "Every state");
    view_option(pg, "state", "waiting", "Not written yet");
    view_option(pg, "state", "written", "Written");
    view_option(pg, "state", "failed", "Failed");
    view_option(pg, "state", "excluded", "Left out");
    view_field(pg, "ready", in->ready);
    view_option(pg, "ready", "", "However ready");
    view_option(pg, "ready", "ready", "Ready");
    view_option(pg, "ready", "research", "Missing research");
    view_option(pg, "ready", "no_way", "No channel");
    tree_set_bool(pg->view, "Shown.narrowed",
                  *in->q || *in->state || *in->ready || in->conflict || *in->after);
}

bool
campaign_person_page(struct page *pg)
{
    const struct shown *in = pg->params;
    struct campaign campaign;
    struct campaign_conflict conflict;
    if (!campaign_view_head(pg, in->id, &campaign) || !audience_view_ready(pg, &campaign, false))
        return false;
    if (in->conflict) {
        if (!campaign_conflict_get(pg->ctx, in->conflict, &conflict))
            return false;
        if (conflict.campaign_id != in->id)
            return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such conflict here.");
        tree_set_i64(pg->view, "Shown.conflict", conflict.conflict_id);
        tree_set(pg->view, "Shown.title", conflict.title);
        tree_set(pg->view, "Shown.detail", conflict.detail);
    }
    show_filters(pg, in);
    view_field(pg, "reason", "");
    bool over = !strcmp(campaign.state, "archived") || !strcmp(campaign.state, "finished");
    tree_set_bool(pg->view, "Shown.may", pg->caller->role_rank >= AUTH_EDITOR && !over);
    tree_set_bool(pg->view, "Shown.open",
                  !strcmp(campaign.state, "draft") || !strcmp(campaign.state, "ready"));
    return show_people(pg, in) && reply_template(pg);
}

static int64_t *
ids_of(struct arena *arena, const struct param_texts *texts)
{
    int64_t *ids = ARENA_ARRAY(arena, texts->count + 1, int64_t);
    for (size_t i = 0; i < texts->count; i++)
        ids[i] = strtoll(texts->values[i], NULL, 10);
    return ids;
}

bool
campaign_person_act_page(struct page *pg)
{
    const struct act *in = pg->params;
    struct arena *arena = pg->ctx->arena;
    int64_t *ids = ids_of(arena, &in->who), n = (int64_t)in->who.count, left;
    const char *said;
    if (!n) {
        reply_flash(pg, "info", "Nobody is ticked. Tick those whom you mean first.", NULL, NULL);
        return reply_redirect_to(pg, campaign_view_path(pg, in->id, "/people"));
    }
    if (!strcmp(in->act, "exclude")) {
        const char *reason = *in->reason ? in->reason : "Left out by hand";
        if (!campaign_person_exclude(pg->ctx, in->id, ids, in->who.count, reason, &left))
            return false;
        said = arena_printf(arena, "Left out: %s. What was written to them is withdrawn.",
                            campaign_view_people(pg, left));
    } else if (!strcmp(in->act, "remove")) {
        if (!campaign_person_remove(pg->ctx, in->id, ids, in->who.count, &left))
            return false;
        said = left == n
                   ? arena_printf(arena, "Taken out: %s.", campaign_view_people(pg, left))
                   : arena_printf(
                         arena, "Taken out: %s. The others have messages: leave them out instead.",
                         campaign_view_people(pg, left));
    } else {
        if (!campaign_person_back(pg->ctx, in->id, ids, in->who.count, NULL, &left))
            return false;
        said = left == n ? arena_printf(arena, "Back again: %s.", campaign_view_people(pg, left))
                         : arena_printf(arena,
                                        "Back again: %s. The others were not left out, or must not "
                                        "be contacted.",
                                        campaign_view_people(pg, left));
    }
    reply_flash(pg, "ok", said, NULL, NULL);
    return reply_redirect_to(pg, campaign_view_path(pg, in->id, "/people"));
}

bool
campaign_research_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    int64_t run_id;
    if (!campaign_ready_research(pg->ctx, in->id, &run_id))
        return false;
    reply_flash(pg, "ok", "Research has begun. The campaign shows who is ready as it goes on.",
                "Back to the campaign", campaign_view_path(pg, in->id, "/people"));
    return reply_redirect_to(pg, run_view_path(pg, run_id, ""));
}
