/* GET and POST /{tenant}/campaigns/{id}/people/add: where the people come from. GET and POST
 * /{tenant}/campaigns/adding/{id}: who will be added and who not, as they were chosen there or by a bulk
 * action; the work while it runs; its result. */
#include <stdlib.h>
#include <string.h>

#include "domain/audience/campaign_adding.h"
#include "domain/campaign/campaign_state.h"
#include "domain/import/import.h"
#include "domain/label/label.h"
#include "domain/query/smart_list.h"
#include "domain/record/record.h"
#include "web/audience/pages.h"
#include "web/bulk/bulk_view.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { VALUE_MAX = 200, IMPORTS = 100 };

static const char *const sources[] = {"smart_list", "tag",     "list", "owner",
                                      "import",     "company", NULL};

struct asked {
    int64_t id;
    const char *from, *smart_list, *tag, *list, *owner, *import, *company;
};
static const struct param asked_items[] = {
    PARAM_ID(struct asked, id),
    PARAM_CHOICE(struct asked, from, sources, REQUIRED),
    PARAM_TEXT(struct asked, smart_list, VALUE_MAX, OPTIONAL),
    PARAM_TEXT(struct asked, tag, VALUE_MAX, OPTIONAL),
    PARAM_TEXT(struct asked, list, VALUE_MAX, OPTIONAL),
    PARAM_TEXT(struct asked, owner, VALUE_MAX, OPTIONAL),
    PARAM_TEXT(struct asked, import, VALUE_MAX, OPTIONAL),
    PARAM_TEXT(struct asked, company, VALUE_MAX, OPTIONAL),
};
const struct params campaign_adding_ask_params = PARAMS(struct asked, asked_items);

struct one {
    int64_t adding;
};
static const struct param one_items[] = {PARAM_ID(struct one, adding)};
const struct params campaign_adding_params = PARAMS(struct one, one_items);

struct confirm {
    int64_t adding, campaign, expected;
    bool skip_busy;
};
static const struct param confirm_items[] = {
    PARAM_ID(struct confirm, adding),
    PARAM_ID_OR_NONE(struct confirm, campaign),
    PARAM_I64(struct confirm, expected, 0, CAMPAIGN_ADDING_MOST, OPTIONAL),
    PARAM_FLAG(struct confirm, skip_busy),
};
const struct params campaign_adding_confirm_params = PARAMS(struct confirm, confirm_items);

/* The button stands in the question's form: what else is sent is not looked at. */
const struct params campaign_adding_cancel_params = PARAMS(struct confirm, confirm_items);

static const char *
adding_path(struct page *pg, int64_t adding_id, const char *rest)
{
    return arena_printf(pg->ctx->arena, "%s/campaigns/adding/%" PRId64 "%s", pg->base, adding_id,
                        rest);
}

static void
add_option(struct page *pg, const char *field, int64_t id, const char *label)
{
    view_option(pg, field, arena_printf(pg->ctx->arena, "%" PRId64, id), label);
}

static bool
show_labels(struct page *pg, enum label_kind kind, const char *field)
{
    struct label *rows;
    size_t n;
    view_field(pg, field, "");
    if (!label_all(pg->ctx, kind, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        add_option(pg, field, rows[i].id, rows[i].name);
    return true;
}

static bool
show_sources(struct page *pg)
{
    struct smart_list *lists;
    struct import *imports;
    size_t n_lists, n_imports;
    if (!smart_list_all(pg->ctx, 0, &lists, &n_lists) ||
        !import_list(pg->ctx, INT64_MAX, IMPORTS, &imports, &n_imports) ||
        !show_labels(pg, LABEL_TAG, "tag") || !show_labels(pg, LABEL_LIST, "list") ||
        !campaign_view_owners(pg, "owner", 0, NULL))
        return false;
    for (size_t i = 0; i < n_lists; i++)
        add_option(pg, "smart_list", lists[i].smart_list_id,
                   arena_printf(pg->ctx->arena, "%s (%s)", lists[i].name,
                                lists[i].entity == RECORD_COMPANY ? "companies" : "contacts"));
    for (size_t i = 0; i < n_imports; i++)
        if (imports[i].change_set_id)
            add_option(pg, "import", imports[i].import_id, imports[i].filename);
    static const char *const fields[] = {"smart_list", "owner", "import", "company"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        view_field(pg, fields[i], "");
    return true;
}

bool
campaign_adding_choose_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    if (!campaign_view_head(pg, in->id, &campaign) || !show_sources(pg))
        return false;
    tree_set_bool(pg->view, "Adding.open", campaign_allows(campaign.state, CAMPAIGN_PEOPLE));
    tree_set(pg->view, "Adding.path", campaign_view_path(pg, in->id, "/people/add"));
    tree_set(pg->view, "Adding.people", campaign_view_path(pg, in->id, "/people"));
    return reply_template(pg);
}

/* A key out of a select; INPUT when none was chosen. */
static bool
key_of(struct page *pg, const char *field, const char *text, int64_t *id)
{
    char *end;
    *id = strtoll(text, &end, 10);
    return (*text && !*end && *id > 0) ||
           err_field(pg->ctx, ERR_INPUT, field, "Choose one of the list.");
}

/* The list behind what was chosen. */
static bool
choice_of(struct page *pg, const struct asked *in, struct campaign_adding_choice *out)
{
    struct arena *arena = pg->ctx->arena;
    int64_t id;
    *out = (struct campaign_adding_choice){.entity = RECORD_CONTACT, .how = in->from};
    if (!strcmp(in->from, "smart_list")) {
        struct smart_list list;
        if (!key_of(pg, "smart_list", in->smart_list, &id) || !smart_list_get(pg->ctx, id, &list))
            return false;
        out->entity = list.entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
        out->filter = list.filter;
        out->how = "filter";
        return true;
    }
    if (!strcmp(in->from, "import")) {
        struct import import;
        if (!key_of(pg, "import", in->import, &id) || !import_get(pg->ctx, id, &import))
            return false;
        out->entity = import.entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
        out->filter = arena_printf(arena, "set=%" PRId64, import.change_set_id);
        return true;
    }
    if (!strcmp(in->from, "company")) {
        if (!record_company(pg->ctx, NULL, in->company, &id))
            return false;
        out->filter = arena_printf(arena, "company=%" PRId64, id);
        return id || err_field(pg->ctx, ERR_INPUT, "company",
                               "There is no company of this name or domain.");
    }
    const char *text = !strcmp(in->from, "tag")    ? in->tag
                       : !strcmp(in->from, "list") ? in->list
                                                   : in->owner;
    out->filter = arena_printf(arena, "%s=%s", in->from, text);
    return key_of(pg, in->from, text, &id);
}

bool
campaign_adding_ask_page(struct page *pg)
{
    const struct asked *in = pg->params;
    struct campaign campaign;
    struct campaign_adding_choice choice;
    int64_t adding_id;
    return campaign_get(pg->ctx, in->id, &campaign) && choice_of(pg, in, &choice) &&
           campaign_adding_ask(pg->ctx, in->id, &choice, &adding_id) &&
           reply_redirect_to(pg, adding_path(pg, adding_id, ""));
}

static bool
show_targets(struct page *pg, const struct campaign_adding *adding)
{
    struct campaign_adding_target *rows;
    size_t n;
    if (!campaign_adding_targets(pg->ctx, &rows, &n))
        return false;
    view_field_i64(pg, "campaign", n ? rows[0].campaign_id : 0);
    for (size_t i = 0; i < n; i++)
        add_option(pg, "campaign", rows[i].campaign_id, rows[i].name);
    tree_set_bool(pg->view, "Adding.targets", n > 0);
    tree_set(pg->view, "Adding.new", arena_printf(pg->ctx->arena, "%s/campaigns/new", pg->base));
    if (adding->by_hand)
        tree_set(pg->view, "Adding.count",
                 bulk_view_count(pg,
                                 adding->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT,
                                 adding->n_ids));
    return true;
}

static void
show_left_out(struct page *pg, const struct campaign_adding_preview *preview)
{
    const struct {
        const char *why;
        int64_t n;
    } all[] = {
        {"are in the campaign already",                             preview->already     },
        {"must not be contacted: they are on the suppression list", preview->suppressed  },
        {"are disqualified",                                        preview->disqualified},
        {"work at companies that are disqualified",                 preview->company     },
        {"work at companies that triage left out",                  preview->triage      },
        {"are marked as duplicates of somebody",                    preview->duplicate   },
        {"are deleted",                                             preview->gone        },
    };
    struct tree_list list = tree_list(pg->view, "LeftOut");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!all[i].n)
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "n", view_number(pg, all[i].n));
        tree_set(row, "why", all[i].why);
    }
}

static bool
show_preview(struct page *pg, const struct campaign_adding *adding)
{
    struct campaign_adding_preview preview;
    if (!campaign_adding_preview(pg->ctx, adding->adding_id, &preview))
        return false;
    tree_set(pg->view, "Adding.chosen", campaign_view_people(pg, preview.chosen));
    tree_set(pg->view, "Adding.fit", campaign_view_people(pg, preview.fit));
    tree_set_i64(pg->view, "Adding.expected", preview.fit);
    tree_set_bool(pg->view, "Adding.any", preview.fit > 0);
    if (preview.busy) {
        tree_set(pg->view, "Adding.busy", campaign_view_people(pg, preview.busy));
        tree_set(pg->view, "Adding.free", campaign_view_people(pg, preview.fit - preview.busy));
    }
    view_field(pg, "skip_busy", "");
    show_left_out(pg, &preview);
    return true;
}

bool
campaign_adding_page(struct page *pg)
{
    const struct one *in = pg->params;
    struct campaign_adding adding;
    struct campaign campaign;
    bool active;
    if (!campaign_adding_get(pg->ctx, in->adding, &adding))
        return false;
    tree_set(pg->view, "Adding.path", adding_path(pg, in->adding, ""));
    tree_set(pg->view, "Adding.state", adding.state);
    tree_set(pg->view, "Adding.list", arena_printf(pg->ctx->arena, "%s/campaigns", pg->base));
    if (!adding.campaign_id)
        return show_targets(pg, &adding) && reply_template(pg);
    if (!campaign_get(pg->ctx, adding.campaign_id, &campaign))
        return false;
    tree_set(pg->view, "Adding.campaign", campaign.name);
    tree_set(pg->view, "Adding.campaign_path", campaign_view_path(pg, adding.campaign_id, ""));
    tree_set(pg->view, "Adding.people", campaign_view_path(pg, adding.campaign_id, "/people"));
    if (!strcmp(adding.state, "asked"))
        return show_preview(pg, &adding) && reply_template(pg);
    tree_set(pg->view, "Adding.added", campaign_view_people(pg, adding.added));
    if (adding.error)
        tree_set(pg->view, "Adding.error", adding.error);
    return bulk_view_progress(pg, adding.job_id, adding_path(pg, in->adding, "/progress"),
                              &active) &&
           reply_template(pg);
}

bool
campaign_adding_confirm_page(struct page *pg)
{
    const struct confirm *in = pg->params;
    struct campaign_adding adding;
    if (!campaign_adding_get(pg->ctx, in->adding, &adding))
        return false;
    if (!adding.campaign_id) {
        if (!in->campaign)
            return err_field(pg->ctx, ERR_INPUT, "campaign", "Choose a campaign.");
        return campaign_adding_choose(pg->ctx, in->adding, in->campaign) &&
               reply_redirect_to(pg, adding_path(pg, in->adding, ""));
    }
    if (strcmp(adding.state, "asked") != 0) /* sent twice */
        return reply_redirect_to(pg, adding_path(pg, in->adding, ""));
    if (!campaign_adding_confirm(pg->ctx, in->adding, in->skip_busy, in->expected) ||
        !campaign_adding_get(pg->ctx, in->adding, &adding))
        return false;
    if (strcmp(adding.state, "done") != 0)
        return reply_redirect_to(pg, adding_path(pg, in->adding, ""));
    reply_flash(pg, "ok",
                arena_printf(pg->ctx->arena, "Added: %s.", campaign_view_people(pg, adding.added)),
                adding.added ? "Details and undo" : NULL,
                adding.added ? adding_path(pg, in->adding, "") : NULL);
    return reply_redirect_to(pg, campaign_view_path(pg, adding.campaign_id, "/people"));
}

bool
campaign_adding_cancel_page(struct page *pg)
{
    const struct confirm *in = pg->params;
    struct campaign_adding adding;
    if (!campaign_adding_get(pg->ctx, in->adding, &adding) ||
        !campaign_adding_cancel(pg->ctx, in->adding))
        return false;
    if (!strcmp(adding.state, "asked"))
        return reply_redirect_to(pg, adding.campaign_id
                                         ? campaign_view_path(pg, adding.campaign_id, "/people")
                                         : arena_printf(pg->ctx->arena, "%s/campaigns", pg->base));
    reply_flash(pg, "info", "It stops after those it has in hand. Who is added stays.", NULL, NULL);
    return reply_redirect_to(pg, adding_path(pg, in->adding, ""));
}

bool
campaign_adding_undo_page(struct page *pg)
{
    const struct one *in = pg->params;
    struct campaign_adding adding;
    int64_t n;
    if (!campaign_adding_get(pg->ctx, in->adding, &adding) ||
        !campaign_adding_undo(pg->ctx, in->adding, &n))
        return false;
    reply_flash(pg, "ok",
                arena_printf(pg->ctx->arena, "Taken out again: %s.", campaign_view_people(pg, n)),
                NULL, NULL);
    return reply_redirect_to(pg, campaign_view_path(pg, adding.campaign_id, "/people"));
}

/* Polled while the job works; when it has ended, the whole page is wanted. */
bool
campaign_adding_progress_page(struct page *pg)
{
    const struct one *in = pg->params;
    struct campaign_adding adding;
    bool active;
    if (!campaign_adding_get(pg->ctx, in->adding, &adding) ||
        !bulk_view_progress(pg, adding.job_id, adding_path(pg, in->adding, "/progress"), &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, adding_path(pg, in->adding, ""));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}
