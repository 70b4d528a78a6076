/* POST /{tenant}/contacts/bulk (and companies): freezes what is selected and asks what exactly to do;
 * GET and POST /{tenant}/bulk/{id}: the question, the work while it runs, its result. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/audience/campaign_adding.h"
#include "domain/bulk/bulk.h"
#include "domain/export/record_export.h"
#include "domain/label/label.h"
#include "domain/pipeline/pipeline_run.h"
#include "domain/record/record.h"
#include "domain/query/record_filter.h"
#include "web/bulk/bulk_view.h"
#include "web/bulk/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { ACT_MAX = 20, NAMES_MAX = 600, CHOICE_MAX = 60 };

/* The choice that takes a value away; no closed list has an entry of this name. */
static const char wipes[] = "none";

struct ask {
    struct param_texts id;
    bool all;
    const char *filter, *act;
};
/* "do" is no name for a member */
static const struct param ask_items[] = {
    PARAM_TEXTS(struct ask, id, BULK_CHOSEN_MOST, OPTIONAL),
    PARAM_FLAG(struct ask, all),
    PARAM_TEXT(struct ask, filter, RECORD_FILTER_TEXT, OPTIONAL),
    {"do", PARAM_TYPE_TEXT, offsetof(struct ask, act), 0, ACT_MAX, REQUIRED, NULL},
};
const struct params bulk_ask_params = PARAMS(struct ask, ask_items);

struct one {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct one, id)};
const struct params bulk_params = PARAMS(struct one, one_items);

struct confirm {
    int64_t id;
    struct param_texts label;
    const char *more, *owner, *choice;
};
static const struct param confirm_items[] = {
    PARAM_ID(struct confirm, id),
    PARAM_TEXTS(struct confirm, label, BULK_LABELS_MOST, OPTIONAL),
    PARAM_TEXT(struct confirm, more, NAMES_MAX, OPTIONAL),
    PARAM_TEXT(struct confirm, owner, CHOICE_MAX, OPTIONAL),
    PARAM_TEXT(struct confirm, choice, CHOICE_MAX, OPTIONAL),
};
const struct params bulk_confirm_params = PARAMS(struct confirm, confirm_items);

static enum record_entity
entity_of(const struct bulk *bulk)
{
    return bulk->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
}

static const char *
bulk_path(struct page *pg, int64_t bulk_id, const char *rest)
{
    return arena_printf(pg->ctx->arena, "%s/bulk/%" PRId64 "%s", pg->base, bulk_id, rest);
}

/* The list as it was when the action was asked for. */
static const char *
list_path(struct page *pg, enum record_entity entity, const char *filter)
{
    return arena_printf(pg->ctx->arena, "%s%s%s", bulk_view_list(pg, entity), *filter ? "?" : "",
                        filter);
}

/* Keys out of what was sent; 0 for what is none, which no record has. */
static int64_t *
ids_of(struct arena *arena, const struct param_texts *texts)
{
    int64_t *ids = ARENA_ARRAY(arena, texts->count + 1, int64_t);
    for (size_t i = 0; i < texts->count; i++) {
        char *end;
        long long id = strtoll(texts->values[i], &end, 10);
        ids[i] = *end || id < 0 ? 0 : id;
    }
    return ids;
}

/* An export changes nothing: its own page asks for columns. */
static bool
export_chosen(struct page *pg, enum record_entity entity, const struct ask *ask)
{
    struct arena *arena = pg->ctx->arena;
    const char *list = bulk_view_list(pg, entity);
    int64_t picked;
    if (ask->all)
        return reply_redirect_to(
            pg, arena_printf(arena, "%s/export%s%s", list, *ask->filter ? "?" : "", ask->filter));
    return record_export_pick(pg->ctx, entity, ids_of(arena, &ask->id), ask->id.count, &picked) &&
           reply_redirect_to(pg, arena_printf(arena, "%s/export?picked=%" PRId64, list, picked));
}

/* A run asks for stages on its own page; `ticked` is how its address names those of the button. */
static bool
run_chosen(struct page *pg, enum record_entity entity, const struct ask *ask, const char *ticked)
{
    struct arena *arena = pg->ctx->arena;
    const char *name = record_entity_name(entity);
    int64_t draft;
    if (ask->all)
        return reply_redirect_to(
            pg, arena_printf(arena, "%s%s%s", pg->base,
                             view_url(arena, "/runs/new?entity=%s&filter=%s", name, ask->filter),
                             ticked));
    return pipeline_run_draft(pg->ctx, entity, ids_of(arena, &ask->id), ask->id.count, &draft) &&
           reply_redirect_to(pg, arena_printf(arena, "%s/runs/new?entity=%s&draft=%" PRId64 "%s",
                                              pg->base, name, draft, ticked));
}

/* Who is chosen is kept; its own page asks for the campaign and says who will be added. */
static bool
campaign_chosen(struct page *pg, enum record_entity entity, const struct ask *ask)
{
    struct arena *arena = pg->ctx->arena;
    int64_t adding;
    const struct campaign_adding_choice choice = {
        .entity = entity,
        .filter = ask->filter,
        .ids = ask->all ? NULL : ids_of(arena, &ask->id),
        .n_ids = ask->id.count,
        .how = ask->all ? "filter" : "picked",
    };
    return campaign_adding_ask(pg->ctx, 0, &choice, &adding) &&
           reply_redirect_to(pg,
                             arena_printf(arena, "%s/campaigns/adding/%" PRId64, pg->base, adding));
}

static bool
ask_page(struct page *pg, enum record_entity entity)
{
    const struct ask *ask = pg->params;
    int64_t bulk_id;
    const char *back = list_path(pg, entity, ask->filter);
    if (!strcmp(ask->act, "none"))
        return reply_redirect_to(pg, back);
    if (!ask->all && !ask->id.count) {
        reply_flash(pg, "info", "Nothing is selected. Tick the rows that you mean first.", NULL,
                    NULL);
        return reply_redirect_to(pg, back);
    }
    if (!strcmp(ask->act, "export"))
        return export_chosen(pg, entity, ask);
    if (!strcmp(ask->act, "run"))
        return run_chosen(pg, entity, ask, "");
    if (!strcmp(ask->act, "campaign"))
        return campaign_chosen(pg, entity, ask);
    if (!strcmp(ask->act, "verify") && entity == RECORD_CONTACT)
        return run_chosen(pg, entity, ask, "&redo_days=0&stage=email_verify");
    return bulk_ask(pg->ctx, entity, ask->act, ask->filter, ask->all,
                    ids_of(pg->ctx->arena, &ask->id), ask->id.count, &bulk_id) &&
           reply_redirect_to(pg, bulk_path(pg, bulk_id, ""));
}

bool
company_bulk_ask(struct page *pg)
{
    return ask_page(pg, RECORD_COMPANY);
}

bool
contact_bulk_ask(struct page *pg)
{
    return ask_page(pg, RECORD_CONTACT);
}

static bool
show_labels(struct page *pg, const struct bulk_act *act)
{
    struct label *labels;
    size_t n;
    enum label_kind kind = act->need == BULK_NEEDS_TAGS ? LABEL_TAG : LABEL_LIST;
    if (!label_all(pg->ctx, kind, &labels, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Labels");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", labels[i].id);
        tree_set(row, "name", labels[i].name);
        for (size_t s = 0; pg->sent && s < pg->sent->count; s++)
            if (!strcmp(pg->sent->values[s].name, "label") &&
                strtoll(pg->sent->values[s].value, NULL, 10) == labels[i].id)
                tree_set(row, "ticked", "1");
    }
    tree_set(pg->view, "Bulk.noun", label_noun(kind));
    tree_set_bool(pg->view, "Bulk.adds", act->adds);
    view_field(pg, "more", "");
    return true;
}

static bool
show_owners(struct page *pg)
{
    struct record_owner *owners;
    size_t n;
    if (!record_owners(pg->ctx, &owners, &n))
        return false;
    view_field(pg, "owner", "");
    view_option(pg, "owner", "", "Choose…");
    for (size_t i = 0; i < n; i++)
        view_option(pg, "owner", arena_printf(pg->ctx->arena, "%" PRId64, owners[i].user_id),
                    owners[i].name);
    view_option(pg, "owner", wipes, "Nobody (take the owner away)");
    return true;
}

static void
show_choices(struct page *pg, const struct record_choices *choices, const char *noun)
{
    view_field(pg, "choice", "");
    view_option(pg, "choice", "", "Choose…");
    for (size_t i = 0; i < choices->n; i++)
        view_option(pg, "choice", choices->of[i].name, choices->of[i].label);
    view_option(pg, "choice", wipes, arena_printf(pg->ctx->arena, "None (take the %s away)", noun));
}

static bool
show_question(struct page *pg, const struct bulk *bulk, const struct bulk_act *act)
{
    int64_t people = 0;
    tree_set(pg->view, "Bulk.act", act->name);
    if (bulk->absent)
        tree_set(pg->view, "Bulk.absent", view_number(pg, bulk->absent));
    tree_set_bool(pg->view, "Bulk.everything", bulk->everything);
    tree_set_bool(pg->view, "Bulk.narrowed", *bulk->filter != '\0');
    if (!strcmp(act->name, "delete") && !bulk_people(pg->ctx, bulk, &people))
        return false;
    if (people)
        tree_set(pg->view, "Bulk.people", bulk_view_count(pg, RECORD_CONTACT, people));
    switch (act->need) {
    case BULK_NEEDS_NOTHING:
        return true;
    case BULK_NEEDS_TAGS:
    case BULK_NEEDS_LISTS:
        tree_set(pg->view, "Bulk.need", "labels");
        return show_labels(pg, act);
    case BULK_NEEDS_OWNER:
        tree_set(pg->view, "Bulk.need", "owner");
        return show_owners(pg);
    case BULK_NEEDS_CHOICE:
        tree_set(pg->view, "Bulk.need", "choice");
        tree_set(pg->view, "Bulk.field", !strcmp(act->name, "tier") ? "Tier" : "Status");
        show_choices(pg, act->choices[entity_of(bulk)], act->name);
        return true;
    }
    return true;
}

/* "3,421 instead of 3,418 matched when it ran." and the like, a sentence each; "" when all went as
 * was asked. */
static const char *
remarks(struct page *pg, const struct bulk *bulk)
{
    struct arena *arena = pg->ctx->arena;
    const char *text = "";
    bool ended = !strcmp(bulk->state, "done");
    if (ended && bulk->matched != bulk->counted)
        text = arena_printf(arena, " %s instead of %s %s when it ran.",
                            view_number(pg, bulk->matched), view_number(pg, bulk->counted),
                            bulk->everything ? "matched" : "were there");
    if (bulk->absent)
        text = arena_printf(arena, "%s %s of the selected %s not found here.", text,
                            view_number(pg, bulk->absent), bulk->absent == 1 ? "was" : "were");
    int64_t same = bulk->matched - bulk->changed;
    if (ended && same > 0 && strcmp(bulk->act, "delete") != 0)
        text = arena_printf(arena, "%s %s needed no change.", text, view_number(pg, same));
    return text;
}

static const char *
result(struct page *pg, const struct bulk *bulk)
{
    const char *done = !strcmp(bulk->act, "delete")  ? "deleted"
                       : !strcmp(bulk->act, "check") ? "confirmed"
                                                     : "changed";
    const char *count = bulk_view_count(pg, entity_of(bulk), bulk->changed);
    if (!strcmp(bulk->act, "delete") || !strcmp(bulk->act, "check"))
        return arena_printf(pg->ctx->arena, "%s %s.%s", count, done, remarks(pg, bulk));
    return arena_printf(pg->ctx->arena, "%s: %s %s.%s", bulk->what, count, done, remarks(pg, bulk));
}

/* "Tagged warm" is "Tagging warm" while it is not yet true of all. */
static const char *
doing(struct arena *arena, const char *what)
{
    static const struct {
        const char *done, *doing;
    } words[] = {
        {"Tagged",          "Tagging"           },
        {"Took off tag",    "Taking off tag"    },
        {"Put on list",     "Putting on list"   },
        {"Taken off list",  "Taking off list"   },
        {"Facts confirmed", "Confirming facts"  },
        {"Deleted",         "Deleting"          },
        {"Owner",           "Setting the owner" },
        {"Status",          "Setting the status"},
        {"Tier",            "Setting the tier"  },
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts(what, words[i].done))
            return arena_printf(arena, "%s%s", words[i].doing, what + strlen(words[i].done));
    return what;
}

static const char *
change_path(struct page *pg, const struct bulk *bulk)
{
    return arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, bulk->change_set_id);
}

bool
bulk_page(struct page *pg)
{
    const struct one *one = pg->params;
    struct bulk bulk;
    bool active;
    if (!bulk_get(pg->ctx, one->id, &bulk))
        return false;
    enum record_entity entity = entity_of(&bulk);
    const struct bulk_act *act = bulk_act_get(entity, bulk.act);
    if (!act)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such action.");
    tree_set(pg->view, "Bulk.path", bulk_path(pg, bulk.bulk_id, ""));
    tree_set(pg->view, "Bulk.list", list_path(pg, entity, bulk.filter));
    tree_set(pg->view, "Bulk.records", entity == RECORD_COMPANY ? "Companies" : "Contacts");
    tree_set(pg->view, "Bulk.state", bulk.state);
    const char *count = bulk_view_count(pg, entity, bulk.counted);
    tree_set(pg->view, "Bulk.title", bulk_act_title(pg->ctx->arena, act, count));
    tree_set(pg->view, "Bulk.count", count);
    if (!strcmp(bulk.state, "asked"))
        return show_question(pg, &bulk, act) && reply_template(pg);
    if (!bulk_view_progress(pg, bulk.job_id, bulk_path(pg, bulk.bulk_id, "/progress"), &active))
        return false;
    tree_set(pg->view, "Bulk.what", active ? doing(pg->ctx->arena, bulk.what) : bulk.what);
    tree_set(pg->view, "Bulk.error", bulk.error);
    if (!active || bulk.changed)
        tree_set(pg->view, "Bulk.result", result(pg, &bulk));
    if (!active && bulk.changed)
        tree_set(pg->view, "Bulk.change", change_path(pg, &bulk));
    return reply_template(pg);
}

/* The key of an owner; one that nobody has where it is none. */
static int64_t
owner_of(const char *text)
{
    char *end;
    long long id = strtoll(text, &end, 10);
    return !*text || !strcmp(text, wipes) ? 0 : *end || id < 1 ? INT64_MAX : id;
}

/* What was done at once is told on the list that one came from. */
bool
bulk_confirm_page(struct page *pg)
{
    const struct confirm *confirm = pg->params;
    struct bulk bulk;
    struct bulk_choice choice = {.labels = ids_of(pg->ctx->arena, &confirm->label),
                                 .n_labels = confirm->label.count,
                                 .more = confirm->more,
                                 .owner = owner_of(confirm->owner),
                                 .choice = confirm->choice,
                                 .wipe = !strcmp(confirm->owner, wipes) ||
                                         !strcmp(confirm->choice, wipes)};
    if (!bulk_get(pg->ctx, confirm->id, &bulk))
        return false;
    if (strcmp(bulk.state, "asked") != 0) /* sent twice */
        return reply_redirect_to(pg, bulk_path(pg, bulk.bulk_id, ""));
    if (!bulk_confirm(pg->ctx, confirm->id, &choice) || !bulk_get(pg->ctx, confirm->id, &bulk))
        return false;
    if (strcmp(bulk.state, "done") != 0)
        return reply_redirect_to(pg, bulk_path(pg, bulk.bulk_id, ""));
    const char *kind = bulk.matched == bulk.counted && !bulk.absent ? "ok" : "warn";
    if (bulk.changed)
        reply_flash_undo(pg, kind, result(pg, &bulk), bulk.change_set_id);
    else
        reply_flash(pg, kind, result(pg, &bulk), NULL, NULL);
    return reply_redirect_to(pg, list_path(pg, entity_of(&bulk), bulk.filter));
}

/* Polled while the job works; when it has ended, the whole page is wanted. */
bool
bulk_progress_page(struct page *pg)
{
    const struct one *one = pg->params;
    struct bulk bulk;
    bool active;
    const char *own = bulk_path(pg, one->id, "");
    if (!bulk_get(pg->ctx, one->id, &bulk) ||
        !bulk_view_progress(pg, bulk.job_id, bulk_path(pg, one->id, "/progress"), &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, own);
    tree_set(pg->view, "Bulk.path", own);
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}

bool
bulk_cancel_page(struct page *pg)
{
    const struct one *one = pg->params;
    struct bulk bulk;
    if (!bulk_get(pg->ctx, one->id, &bulk))
        return false;
    bool asked = !strcmp(bulk.state, "asked");
    if (!bulk_cancel(pg->ctx, one->id)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND && pg->ctx->err.kind != ERR_CONFLICT)
            return false;
        err_clear(pg->ctx);
        reply_flash(pg, "info", "It had ended already.", NULL, NULL);
    } else if (!asked) {
        reply_flash(
            pg, "info",
            "It stops after the records it has in hand. What is done stays and can be undone.",
            NULL, NULL);
    }
    return reply_redirect_to(pg, asked ? list_path(pg, entity_of(&bulk), bulk.filter)
                                       : bulk_path(pg, bulk.bulk_id, ""));
}
