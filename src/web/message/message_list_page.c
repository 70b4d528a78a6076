/* GET /{tenant}/messages: messages across campaigns; the same as a tab of a campaign, a contact and a
 * company. POST /{tenant}/messages: approves or rejects the drafts that the list shows, all of them. */
#include <string.h>

#include "domain/sequence/campaign_channel.h"
#include "domain/sequence/campaign_step.h"
#include "web/campaign/campaign_view.h"
#include "web/message/message_view.h"
#include "web/message/pages.h"
#include "web/record/record_page.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 50, SEARCH_MOST = 120, WHY_MOST = 500 };

static const char *const channels[] = {"linkedin_connect", "linkedin_message", "email", "call",
                                       NULL};
static const char *const acts[] = {"approve", "reject", NULL};

/* What a list is narrowed by. */
struct narrow {
    const char *state, *channel, *language, *q;
    int64_t campaign, step, variant, before;
};
#define NARROW_ITEM(form, member, kind, low, high, list)                                           \
    {                                                                                              \
        .name = #member, .type = (kind), .offset = offsetof(form, narrow.member), .min = (low),    \
        .max = (high), .presence = OPTIONAL, .choices = (list)                                     \
    }
#define NARROW(type)                                                                               \
    NARROW_ITEM(type, state, PARAM_TYPE_CHOICE, 0, 0, message_state_names),                                 \
        NARROW_ITEM(type, channel, PARAM_TYPE_CHOICE, 0, 0, channels),                             \
        NARROW_ITEM(type, language, PARAM_TYPE_TEXT, 0, 2, NULL),                                  \
        NARROW_ITEM(type, q, PARAM_TYPE_TEXT, 0, SEARCH_MOST, NULL),                               \
        NARROW_ITEM(type, campaign, PARAM_TYPE_ID, 1, INT64_MAX, NULL),                            \
        NARROW_ITEM(type, step, PARAM_TYPE_ID, 1, INT64_MAX, NULL),                                \
        NARROW_ITEM(type, variant, PARAM_TYPE_I64, 1, 3, NULL),                                    \
        NARROW_ITEM(type, before, PARAM_TYPE_ID, 1, INT64_MAX, NULL)

struct all {
    struct narrow narrow;
};
static const struct param all_items[] = {NARROW(struct all)};
const struct params message_list_params = PARAMS(struct all, all_items);

struct tab {
    struct narrow narrow;
    int64_t id;
};
static const struct param tab_items[] = {NARROW(struct tab), PARAM_ID(struct tab, id)};
const struct params message_tab_params = PARAMS(struct tab, tab_items);

struct record_tab {
    struct record_where where;
    int64_t before;
};
static const struct param record_items[] = {RECORD_WHERE(struct record_tab),
                                            PARAM_ID_OR_NONE(struct record_tab, before)};
const struct params message_record_params = PARAMS(struct record_tab, record_items);

struct bulk {
    struct narrow narrow;
    const char *act, *why;
    int64_t guard;
};
static const struct param bulk_items[] = {
    NARROW(struct bulk),
    PARAM_CHOICE(struct bulk, act, acts, REQUIRED),
    PARAM_LONG(struct bulk, why, WHY_MOST, OPTIONAL),
    PARAM_I64(struct bulk, guard, 0, 100000000, REQUIRED),
};
const struct params message_bulk_params = PARAMS(struct bulk, bulk_items);

/* Values that a filter points to. */
struct chosen {
    const char *channels[2], *languages[2];
    int64_t steps[2], variants[2];
};

static struct message_filter
filter_of(const struct narrow *in, struct chosen *chosen)
{
    *chosen = (struct chosen){.channels = {in->channel},
                              .languages = {in->language},
                              .steps = {in->step},
                              .variants = {in->variant}};
    return (struct message_filter){
        .campaign_id = in->campaign,
        .states = message_states_of(in->state),
        .channels = *in->channel ? chosen->channels : NULL,
        .languages = *in->language ? chosen->languages : NULL,
        .step_ids = chosen->steps,
        .variants = chosen->variants,
        .search = in->q,
    };
}

/* The list's address with its filter, and another state (NULL: as it is). */
static const char *
list_path(struct page *pg, const char *path, const struct narrow *in, const char *state,
          int64_t campaign)
{
    struct arena *arena = pg->ctx->arena;
    const char *out = path;
    char mark = '?';
    const char *step = in->step ? arena_printf(arena, "%" PRId64, in->step) : "",
               *variant = in->variant ? arena_printf(arena, "%" PRId64, in->variant) : "",
               *of = campaign ? arena_printf(arena, "%" PRId64, campaign) : "";
    static const char *const names[] = {"state",    "channel", "language", "q",
                                        "campaign", "step",    "variant"};
    const char *const values[] = {
        state ? state : in->state, in->channel, in->language, in->q, of, step, variant};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (!*values[i])
            continue;
        out = arena_printf(arena, "%s%c%s=%s", out, mark, names[i], view_encode(arena, values[i]));
        mark = '&';
    }
    return out;
}

static void
show_row(struct page *pg, struct tree *row, const struct message_row *one)
{
    struct arena *arena = pg->ctx->arena;
    const struct campaign_channel *channel = campaign_channel_of(one->channel);
    tree_set_i64(row, "id", one->message_id);
    tree_set(row, "path", message_view_path(pg, one->message_id));
    tree_set(row, "subject", one->subject_start ? one->subject_start : "(no text)");
    tree_set(row, "step", arena_printf(arena, "%s, step %" PRId64, one->label, one->position));
    tree_set(row, "variant", arena_printf(arena, "%c", (char)('A' + one->variant - 1)));
    tree_set(row, "channel", channel ? channel->label : one->channel);
    tree_set(row, "person", one->person ? one->person : "Nameless");
    tree_set(row, "person_path", record_view_path(pg, RECORD_CONTACT, one->contact_id));
    tree_set(row, "company", one->company ? one->company : "");
    tree_set(row, "campaign", one->campaign);
    tree_set(row, "campaign_path",
             arena_printf(arena, "%s/campaigns/%" PRId64, pg->base, one->campaign_id));
    tree_set(row, "state", message_state_label(one->state));
    tree_set(row, "look", message_view_look(one->state));
    tree_set(row, "who", one->decided_by ? one->decided_by : "");
    view_time(pg, row, "when", one->sent_ms ? one->sent_ms : one->decided_ms);
}

static bool
show_rows(struct page *pg, const struct message_filter *filter, int64_t before)
{
    struct message_row *rows;
    size_t n;
    if (!message_list(pg->ctx, filter, before, SHOWN + 1, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n && i < SHOWN; i++)
        show_row(pg, tree_row(&list), &rows[i]);
    view_pager(pg, NULL, NULL);
    if (n > SHOWN)
        tree_set(
            pg->view, "Pager.next",
            view_here_with(pg, "before",
                           arena_printf(pg->ctx->arena, "%" PRId64, rows[SHOWN - 1].message_id)));
    if (before)
        tree_set(pg->view, "Pager.previous", view_here_with(pg, "before", NULL));
    return true;
}

static void
add_tab(struct page *pg, struct tree_list *list, const char *label, int64_t count, const char *path,
        bool current)
{
    struct tree *row = tree_row(list);
    tree_set(row, "label", label);
    tree_set(row, "count", view_number(pg, count));
    tree_set(row, "path", path);
    if (current)
        tree_set(row, "current", "1");
}

/* The steps of a campaign as a filter. */
static bool
show_steps(struct page *pg, int64_t campaign)
{
    struct campaign_step *steps;
    size_t n;
    view_option(pg, "step", "", "All steps");
    if (!campaign)
        return true;
    if (!campaign_steps(pg->ctx, campaign, &steps, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        view_option(pg, "step", arena_printf(pg->ctx->arena, "%" PRId64, steps[i].step_id),
                    steps[i].label);
    tree_set(pg->view, "List.has_steps", "1");
    return true;
}

static void
show_fields(struct page *pg, const struct narrow *in)
{
    view_option(pg, "channel", "", "All channels");
    for (const struct campaign_channel *one = campaign_channels; one->name; one++)
        view_option(pg, "channel", one->name, one->label);
    view_option(pg, "language", "", "All languages");
    for (const struct campaign_choice *one = campaign_languages; one->value; one++)
        view_option(pg, "language", one->value, one->label);
    static const char *const variants[] = {"", "1", "2", "3"}, *const letters[] = {
                                                                   "All variants", "Variant A",
                                                                   "Variant B", "Variant C"};
    for (size_t i = 0; i < 4; i++)
        view_option(pg, "variant", variants[i], letters[i]);
    view_field(pg, "channel", in->channel);
    view_field(pg, "language", in->language);
    view_field(pg, "q", in->q);
    view_field(pg, "variant", variants[in->variant]);
    view_field(pg, "step", in->step ? arena_printf(pg->ctx->arena, "%" PRId64, in->step) : "");
}

/* A list below `path`, narrowed by the caller; `campaign`: of which one the page is (0: of all). */
static bool
show_list(struct page *pg, const char *path, const struct narrow *in, int64_t campaign)
{
    struct narrow narrow = *in;
    struct chosen chosen;
    struct message_counts counts;
    if (campaign)
        narrow.campaign = campaign;
    struct message_filter filter = filter_of(&narrow, &chosen);
    if (!message_count(pg->ctx, &filter, &counts) || !show_rows(pg, &filter, in->before) ||
        !show_steps(pg, narrow.campaign))
        return false;
    const int64_t of_state[] = {counts.draft, counts.approved, counts.rejected, counts.set_aside,
                                counts.sent};
    int64_t asked = campaign ? 0 : in->campaign;
    struct tree *node = tree_node(pg->view, "List");
    struct tree_list tabs = tree_list(node, "tabs");
    add_tab(pg, &tabs, "All", counts.total, list_path(pg, path, in, "", asked), !*in->state);
    for (size_t i = 0; message_state_names[i]; i++)
        add_tab(pg, &tabs, message_state_label(message_state_names[i]), of_state[i],
                list_path(pg, path, in, message_state_names[i], asked), !strcmp(in->state, message_state_names[i]));
    tree_set(node, "path", path);
    tree_set(node, "state", in->state);
    tree_set(node, "total", view_number(pg, counts.total));
    if (asked)
        tree_set_i64(node, "campaign_id", asked);
    tree_set_i64(node, "drafts", counts.draft);
    tree_set(node, "drafts_shown", view_number(pg, counts.draft));
    tree_set_bool(node, "narrowed",
                  *in->channel || *in->language || *in->q || in->step || in->variant);
    tree_set(node, "bulk",
             list_path(pg, arena_printf(pg->ctx->arena, "%s/messages", pg->base), in, NULL,
                       narrow.campaign));
    tree_set(node, "all", campaign ? path : arena_printf(pg->ctx->arena, "%s/messages", pg->base));
    tree_set(node, "review",
             narrow.campaign ? arena_printf(pg->ctx->arena, "%s/review?campaign=%" PRId64, pg->base,
                                            narrow.campaign)
                             : arena_printf(pg->ctx->arena, "%s/review", pg->base));
    show_fields(pg, in);
    return true;
}

bool
message_list_page(struct page *pg)
{
    const struct all *in = pg->params;
    struct campaign campaign;
    if (in->narrow.campaign) {
        if (!campaign_get(pg->ctx, in->narrow.campaign, &campaign))
            return false;
        tree_set(pg->view, "List.campaign", campaign.name);
        tree_set(pg->view, "List.campaign_path", campaign_view_path(pg, in->narrow.campaign, ""));
    }
    return show_list(pg, arena_printf(pg->ctx->arena, "%s/messages", pg->base), &in->narrow, 0) &&
           reply_template(pg);
}

bool
message_campaign_page(struct page *pg)
{
    const struct tab *in = pg->params;
    struct campaign campaign;
    return campaign_view_head(pg, in->id, &campaign) &&
           show_list(pg, campaign_view_path(pg, in->id, "/messages"), &in->narrow, in->id) &&
           reply_template(pg);
}

static bool
record_tab(struct page *pg, enum record_entity entity)
{
    const struct record_tab *in = pg->params;
    struct record record;
    bool answered;
    if (!record_page_open(pg, entity, in->where.id, &record, &answered))
        return false;
    struct message_filter filter = {0};
    if (entity == RECORD_CONTACT)
        filter.contact_id = record.record_id;
    else
        filter.company_id = record.record_id;
    return answered || (show_rows(pg, &filter, in->before) && reply_template(pg));
}

bool
message_contact_page(struct page *pg)
{
    return record_tab(pg, RECORD_CONTACT);
}

bool
message_company_page(struct page *pg)
{
    return record_tab(pg, RECORD_COMPANY);
}

bool
message_bulk_page(struct page *pg)
{
    const struct bulk *in = pg->params;
    struct chosen chosen;
    struct message_filter filter = filter_of(&in->narrow, &chosen);
    struct arena *arena = pg->ctx->arena;
    struct message_bulk_done done;
    if (!message_bulk(pg->ctx, &filter, in->act, in->why, in->guard, &done))
        return false;
    bool approve = !strcmp(in->act, "approve");
    const char *text =
        arena_printf(arena, "%s %s %s.", view_number(pg, done.done),
                     done.done == 1 ? "message" : "messages", approve ? "approved" : "rejected");
    if (done.barred)
        text = arena_printf(arena, "%s %s stayed drafts: nobody may write to the person.", text,
                            view_number(pg, done.barred));
    if (done.unfit)
        text = arena_printf(arena, "%s %s stayed drafts: too long, or another variant.", text,
                            view_number(pg, done.unfit));
    reply_flash(pg, done.barred || done.unfit ? "warn" : "ok", text, NULL, NULL);
    return reply_redirect_to(pg, list_path(pg, arena_printf(arena, "%s/messages", pg->base),
                                           &in->narrow, NULL, in->narrow.campaign));
}
