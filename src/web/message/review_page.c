/* GET /{tenant}/review: the message in hand, how review begins, or its summary; POST: a decision about
 * the message `at`, after which the next one comes. */
#include <string.h>

#include "domain/sequence/campaign_channel.h"
#include "domain/audience/campaign_person.h"
#include "domain/campaign/campaign_state.h"
#include "domain/message/review.h"
#include "domain/generation/rewrite.h"
#include "web/message/message_view.h"
#include "web/message/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const acts[] = {"start", "approve", "reject", "skip",
                                   "out",   "reopen",  "again",  NULL};
static const char *const scopes[] = {"campaign", "everywhere", NULL};

enum { VERSIONS_SHOWN = 2, WHY_MOST = 500, CHOICE_MOST = 30 };

struct shown {
    int64_t campaign, at, job; /* job: that writes it again */
};
static const struct param shown_items[] = {
    PARAM_ID_OR_NONE(struct shown, campaign),
    PARAM_ID_OR_NONE(struct shown, at),
    PARAM_ID_OR_NONE(struct shown, job),
};
const struct params review_params = PARAMS(struct shown, shown_items);

struct act {
    int64_t campaign, at, version;
    const char *act, *code, *why, *scope, *reason;
    const char *language, *formality, *tone, *instruction; /* of writing it again */
};
static const struct param act_items[] = {
    PARAM_ID_OR_NONE(struct act, campaign),
    PARAM_ID_OR_NONE(struct act, at),
    PARAM_ID_OR_NONE(struct act, version),
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
    PARAM_TEXT(struct act, code, 30, OPTIONAL),
    PARAM_LONG(struct act, why, WHY_MOST, OPTIONAL),
    PARAM_CHOICE(struct act, scope, scopes, OPTIONAL),
    PARAM_LONG(struct act, reason, WHY_MOST, OPTIONAL),
    PARAM_TEXT(struct act, language, CHOICE_MOST, OPTIONAL),
    PARAM_TEXT(struct act, formality, CHOICE_MOST, OPTIONAL),
    PARAM_TEXT(struct act, tone, CHOICE_MOST, OPTIONAL),
    PARAM_LONG(struct act, instruction, REWRITE_INSTRUCTION_MOST, OPTIONAL),
};
const struct params review_act_params = PARAMS(struct act, act_items);

/* The queue of a campaign (0: of all) at a message; 0: wherever it is. */
static const char *
queue_path(struct page *pg, int64_t campaign, int64_t at)
{
    struct arena *arena = pg->ctx->arena;
    const char *path = arena_printf(arena, "%s/review", pg->base);
    if (campaign)
        path = arena_printf(arena, "%s?campaign=%" PRId64, path, campaign);
    return at ? arena_printf(arena, "%s%cat=%" PRId64, path, campaign ? '&' : '?', at) : path;
}

/* Where one is: how many are left, who else reviews. */
static bool
show_progress(struct page *pg, int64_t campaign, struct review_progress *progress)
{
    struct tree *node = tree_node(pg->view, "Review");
    if (!review_progress(pg->ctx, campaign, progress))
        return false;
    int64_t done = progress->total - progress->left;
    tree_set(node, "path", queue_path(pg, 0, 0));
    tree_set(node, "here", queue_path(pg, campaign, 0));
    tree_set(node, "total", view_number(pg, progress->total));
    tree_set(node, "left", view_number(pg, progress->left));
    tree_set(node, "done", view_number(pg, done));
    tree_set(node, "place", view_number(pg, progress->left ? done + 1 : done));
    tree_set(node, "width", view_width(pg->ctx->arena, done, progress->total));
    tree_set_i64(node, "percent", progress->total ? done * 100 / progress->total : 0);
    tree_set(node, "approved", view_number(pg, progress->approved));
    tree_set(node, "rejected", view_number(pg, progress->rejected));
    if (progress->others) {
        tree_set(node, "others", progress->others);
        tree_set(node, "kept", view_number(pg, progress->kept));
    }
    return true;
}

static bool
show_campaigns(struct page *pg)
{
    struct review_campaign *rows;
    size_t n;
    if (!review_campaigns(pg->ctx, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Campaigns");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].campaign_id);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "owner", rows[i].owner ? rows[i].owner : "");
        tree_set(row, "left", view_number(pg, rows[i].left));
        tree_set(row, "total", view_number(pg, rows[i].total));
        tree_set_bool(row, "any", rows[i].left > 0);
        tree_set(row, "width",
                 view_width(pg->ctx->arena, rows[i].total - rows[i].left, rows[i].total));
        tree_set_i64(row, "percent",
                     rows[i].total ? (rows[i].total - rows[i].left) * 100 / rows[i].total : 0);
        tree_set(row, "path", queue_path(pg, rows[i].campaign_id, 0));
        tree_set(row, "messages",
                 arena_printf(pg->ctx->arena, "%s/messages?campaign=%" PRId64, pg->base,
                              rows[i].campaign_id));
    }
    return true;
}

/* What was decided, and whether the campaign can be approved. */
static bool
show_summary(struct page *pg, const struct campaign *campaign)
{
    struct review_channel *rows;
    struct campaign_gates gates;
    struct campaign_counts counts;
    size_t n;
    struct arena *arena = pg->ctx->arena;
    int64_t id = campaign->campaign_id;
    if (!review_channels(pg->ctx, id, &rows, &n) || !campaign_gates(pg->ctx, id, &gates) ||
        !campaign_counts(pg->ctx, id, &counts))
        return false;
    struct tree *node = tree_node(pg->view, "Summary");
    struct tree_list list = tree_list(node, "channels");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        const struct campaign_channel *channel = campaign_channel_of(rows[i].channel);
        tree_set(row, "label", channel ? channel->label : rows[i].channel);
        tree_set(row, "approved", view_number(pg, rows[i].approved));
        tree_set(row, "rejected", view_number(pg, rows[i].rejected));
        tree_set(row, "draft", view_number(pg, rows[i].draft));
    }
    tree_set(node, "people", view_number(pg, counts.people));
    tree_set(node, "approved", view_number(pg, counts.approved + counts.sent));
    tree_set(node, "rejected", view_number(pg, counts.rejected));
    tree_set(node, "draft", view_number(pg, counts.draft));
    tree_set(node, "state", campaign_state_label(campaign->state));
    if (!strcmp(campaign->state, "review")) {
        const char *missing = campaign_missing(arena, &gates, campaign->state, "approved");
        tree_set(node, "gate", "1");
        if (missing)
            tree_set(node, "missing", missing);
        tree_set(node, "approve",
                 arena_printf(arena, "%s/campaigns/%" PRId64 "/move/approved", pg->base, id));
    }
    return true;
}

static bool
show_message(struct page *pg, int64_t campaign, int64_t at, int64_t left)
{
    struct message message;
    int64_t back;
    if (!message_get(pg->ctx, at, &message) || !message_view_text(pg, &message) ||
        !message_view_checks(pg, &message) || !message_view_card(pg, &message) ||
        !message_view_versions(pg, &message, VERSIONS_SHOWN) ||
        !message_view_variants(pg, &message, queue_path(pg, campaign, 0)) ||
        !review_back(pg->ctx, campaign, at, &back))
        return false;
    struct tree *node = tree_node(pg->view, "Review");
    tree_set(node, "here", queue_path(pg, campaign, at));
    tree_set(
        node, "edit",
        arena_printf(pg->ctx->arena, "%s/edit?review=1%s", message_view_path(pg, at),
                     campaign ? arena_printf(pg->ctx->arena, "&campaign=%" PRId64, campaign) : ""));
    if (back)
        tree_set(node, "back", queue_path(pg, campaign, back));
    bool draft = !strcmp(message.state, "draft");
    tree_set_bool(node, "is_draft", draft);
    tree_set_bool(node, "more", left > 0);
    message_view_reasons(pg);
    return !draft || message_view_rewrite(pg, &message);
}

/* Keys of the page, in the list that ? shows. */
static void
show_keys(struct page *pg)
{
    static const char *const keys[][2] = {
        {"a",   "Approve the message"  },
        {"r",   "Reject it"            },
        {"e",   "Edit it"              },
        {"g",   "Write it again"       },
        {"d",   "Leave this person out"},
        {"n",   "Skip for now"         },
        {"←", "Previous message"     },
        {"u",   "Take a decision back" },
        {"Esc", "Leave review"         },
    };
    struct tree_list list = tree_list(pg->view, "Page.keys");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "key", keys[i][0]);
        tree_set(row, "label", keys[i][1]);
    }
}

/* While a model writes the message again the page asks for itself; *answered: that has been answered, or
 * nothing is waited for any more. */
static bool
wait_for(struct page *pg, const struct shown *in, bool *answered)
{
    bool active;
    const char *here = queue_path(pg, in->campaign, in->at);
    *answered = true;
    if (!message_view_rewriting(pg, in->at, in->job, &active))
        return false;
    if (!active)
        return reply_redirect_to(pg, here);
    tree_set(pg->view, "Again.writing",
             arena_printf(pg->ctx->arena, "%s%cjob=%" PRId64, here, strchr(here, '?') ? '&' : '?',
                          in->job));
    if (pg->in->hx_request)
        return reply_part(pg, "message/review_writing.part.cs");
    tree_set(pg->view, "Page.refresh", "2");
    *answered = false;
    return true;
}

bool
review_page(struct page *pg)
{
    const struct shown *in = pg->params;
    struct review_progress progress;
    struct campaign campaign;
    int64_t at = in->at;
    bool answered = false;
    if (in->at && in->job && !wait_for(pg, in, &answered))
        return false;
    if (answered)
        return true;
    tree_set(pg->view, "Review.messages",
             in->campaign ? arena_printf(pg->ctx->arena, "%s/messages?campaign=%" PRId64, pg->base,
                                         in->campaign)
                          : arena_printf(pg->ctx->arena, "%s/messages", pg->base));
    if (in->campaign) {
        if (!campaign_get(pg->ctx, in->campaign, &campaign))
            return false;
        tree_set(pg->view, "Review.campaign", campaign.name);
        tree_set(pg->view, "Review.campaign_path",
                 arena_printf(pg->ctx->arena, "%s/campaigns/%" PRId64, pg->base, in->campaign));
    }
    if (!show_progress(pg, in->campaign, &progress) ||
        (!at && !review_held(pg->ctx, in->campaign, &at)))
        return false;
    show_keys(pg);
    if (at)
        return show_message(pg, in->campaign, at, progress.left) && reply_template(pg);
    return (in->campaign ? show_summary(pg, &campaign) : show_campaigns(pg)) && reply_template(pg);
}

/* A refusal that says what others did meanwhile: on the next page, which is the same message while it is
 * a draft. */
static bool
refused(struct page *pg, const struct act *in, bool *decided)
{
    struct message message;
    if (pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    const char *sentence = arena_strdup(pg->ctx->arena, pg->ctx->err.message);
    err_clear(pg->ctx);
    reply_flash(pg, "warn", sentence, NULL, NULL);
    if (!message_get(pg->ctx, in->at, &message))
        return false;
    *decided = strcmp(message.state, "draft") != 0;
    return true;
}

static bool
leave_out(struct page *pg, const struct act *in)
{
    struct message message;
    int64_t n;
    if (!message_get(pg->ctx, in->at, &message))
        return false;
    bool everywhere = !strcmp(in->scope, "everywhere");
    if (everywhere ? !campaign_person_disqualify(pg->ctx, message.contact_id, in->reason)
                   : !campaign_person_exclude(pg->ctx, message.campaign_id, &message.contact_id, 1,
                                              in->reason, &n))
        return false;
    reply_flash(pg, "ok",
                arena_printf(pg->ctx->arena,
                             everywhere ? "%s is disqualified. Nothing written to them goes out."
                                        : "%s is left out of this campaign.",
                             message.person ? message.person : "The person"),
                NULL, NULL);
    return true;
}

/* At once, or by a job that the page waits for. */
static bool
write_again(struct page *pg, const struct act *in)
{
    bool decided;
    int64_t job_id = 0;
    const char *here = queue_path(pg, in->campaign, in->at);
    const struct rewrite_wish wish = {.language = in->language,
                                      .formality = in->formality,
                                      .tone = in->tone,
                                      .instruction = in->instruction};
    if (!in->at)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no message to write again.");
    if (!rewrite_start(pg->ctx, in->at, &wish, &job_id))
        return refused(pg, in, &decided) && reply_redirect_to(pg, here);
    if (job_id)
        return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s%cjob=%" PRId64, here,
                                                  strchr(here, '?') ? '&' : '?', job_id));
    reply_flash(pg, "ok", "Written again. What changed stands beside it.", NULL, NULL);
    return reply_redirect_to(pg, here);
}

/* Does what was asked; *stay: the same message comes again. */
static bool
act(struct page *pg, const struct act *in, bool *stay)
{
    bool decided = true;
    *stay = false;
    if (!strcmp(in->act, "start"))
        return true;
    if (!in->at)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no message to decide on.");
    if (!strcmp(in->act, "skip"))
        return review_skip(pg->ctx, in->at);
    if (!strcmp(in->act, "out"))
        return leave_out(pg, in);
    if (!strcmp(in->act, "reopen")) {
        *stay = true;
        return message_reopen(pg->ctx, in->at) || refused(pg, in, &decided);
    }
    if (!strcmp(in->act, "approve") ? message_approve(pg->ctx, in->at, in->version)
                                    : message_reject(pg->ctx, in->at, in->code, in->why))
        return true;
    if (!refused(pg, in, &decided))
        return false;
    *stay = !decided;
    return true;
}

bool
review_act_page(struct page *pg)
{
    const struct act *in = pg->params;
    bool stay;
    int64_t next = 0;
    if (!strcmp(in->act, "again"))
        return write_again(pg, in);
    if (!act(pg, in, &stay))
        return false;
    if (stay)
        return reply_redirect_to(pg, queue_path(pg, in->campaign, in->at));
    return review_next(pg->ctx, in->campaign, in->at, &next) &&
           /* A single one that was skipped comes again. */
           (next || strcmp(in->act, "skip") != 0 || review_next(pg->ctx, in->campaign, 0, &next)) &&
           reply_redirect_to(pg, queue_path(pg, in->campaign, next));
}
