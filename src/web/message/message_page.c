/* GET /{tenant}/messages/{message}: one message in any state, with all its texts; POST: a decision,
 * taking one back, sent by hand, an older text again. GET and POST …/edit: changing the text. */
#include <string.h>

#include "base/text.h"
#include "domain/sequence/campaign_channel.h"
#include "domain/message/message_check.h"
#include "domain/message/message_version.h"
#include "web/letter_pdf/letter_pdf_card.h"
#include "web/message/message_view.h"
#include "web/message/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const acts[] = {"approve", "reject",  "reopen", "sent",
                                   "unsent",  "restore", NULL};
static const char *const channels[] = {"email", "linkedin", "call", "other", NULL};

enum {
    VERSIONS_SHOWN = 10,
    WHY_MOST = 500,
    SUBJECT_MOST = 200,
    BODY_MOST = 20000,
    REASONS_MOST = 10
};

struct shown {
    int64_t message;
};
static const struct param shown_items[] = {PARAM_ID(struct shown, message)};
const struct params message_params = PARAMS(struct shown, shown_items);

struct act {
    int64_t message, version, which;
    const char *act, *code, *why, *via;
};
static const struct param act_items[] = {
    PARAM_ID(struct act, message),
    PARAM_ID_OR_NONE(struct act, version),
    PARAM_ID_OR_NONE(struct act, which),
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
    PARAM_TEXT(struct act, code, 30, OPTIONAL),
    PARAM_LONG(struct act, why, WHY_MOST, OPTIONAL),
    PARAM_CHOICE(struct act, via, channels, OPTIONAL),
};
const struct params message_act_params = PARAMS(struct act, act_items);

struct edit {
    int64_t message, campaign;
    bool review; /* back to the queue afterwards */
};
static const struct param edit_items[] = {
    PARAM_ID(struct edit, message),
    PARAM_ID_OR_NONE(struct edit, campaign),
    PARAM_FLAG(struct edit, review),
};
const struct params message_edit_params = PARAMS(struct edit, edit_items);

struct save {
    int64_t message, campaign;
    bool review;
    int64_t version;
    const char *subject, *body, *reason_text;
    struct param_texts reasons;
};
static const struct param save_items[] = {
    PARAM_ID(struct save, message),
    PARAM_ID_OR_NONE(struct save, campaign),
    PARAM_FLAG(struct save, review),
    PARAM_ID(struct save, version),
    PARAM_TEXT(struct save, subject, SUBJECT_MOST, OPTIONAL),
    PARAM_LONG(struct save, body, BODY_MOST, REQUIRED),
    PARAM_TEXTS(struct save, reasons, REASONS_MOST, OPTIONAL),
    PARAM_TEXT(struct save, reason_text, WHY_MOST, OPTIONAL),
};
const struct params message_edit_save_params = PARAMS(struct save, save_items);

/* By what a message of its channel is usually sent. */
static const char *
usual_way(const char *channel)
{
    return !strcmp(channel, "email") ? "email" : !strcmp(channel, "call") ? "call" : "linkedin";
}

bool
message_page(struct page *pg)
{
    const struct shown *in = pg->params;
    struct message message;
    if (!message_get(pg->ctx, in->message, &message) || !message_view_text(pg, &message) ||
        !message_view_checks(pg, &message) || !message_view_card(pg, &message) ||
        !letter_pdf_card_show(pg, message.contact_id) ||
        !message_view_versions(pg, &message, VERSIONS_SHOWN) ||
        !message_view_variants(pg, &message, ""))
        return false;
    struct tree *node = tree_node(pg->view, "Message");
    tree_set(node, "review",
             arena_printf(pg->ctx->arena, "%s/review?campaign=%" PRId64 "&at=%" PRId64, pg->base,
                          message.campaign_id, message.message_id));
    tree_set_bool(node, "can_edit", !message.sent_ms);
    tree_set_bool(node, "by_hand", message.sent_via != NULL && !strcmp(message.state, "sent"));
    static const char *const labels[] = {"E-mail", "LinkedIn", "Call", "Another way"};
    for (size_t i = 0; channels[i]; i++)
        view_option(pg, "via", channels[i], labels[i]);
    view_field(pg, "via", usual_way(message.channel));
    return reply_template(pg);
}

static bool
done(struct page *pg, const char *text)
{
    reply_flash(pg, "ok", text, NULL, NULL);
    return true;
}

static bool
take_back(struct page *pg, const struct act *in)
{
    struct ctx *ctx = pg->ctx;
    int64_t version;
    if (!strcmp(in->act, "sent"))
        return message_send_by_hand(ctx, in->message, *in->via ? in->via : "other") &&
               done(pg, "Noted as sent. It counts as contact with this person.");
    if (!strcmp(in->act, "unsent"))
        return message_unsend(ctx, in->message) && done(pg, "Taken back: it was not sent.");
    if (!strcmp(in->act, "restore"))
        return message_version_restore(ctx, in->message, in->version, in->which, &version) &&
               done(pg, "The older text is the newest version now.");
    return message_reopen(ctx, in->message) && done(pg, "The message is a draft again.");
}

bool
message_act_page(struct page *pg)
{
    const struct act *in = pg->params;
    bool ok = !strcmp(in->act, "approve")
                  ? message_approve(pg->ctx, in->message, in->version) && done(pg, "Approved.")
              : !strcmp(in->act, "reject")
                  ? message_reject(pg->ctx, in->message, in->code, in->why) && done(pg, "Rejected.")
                  : take_back(pg, in);
    return ok && reply_redirect_to(pg, message_view_path(pg, in->message));
}

bool
message_edit_page(struct page *pg)
{
    const struct edit *in = pg->params;
    struct message message;
    struct arena *arena = pg->ctx->arena;
    if (!message_get(pg->ctx, in->message, &message) || !message_view_text(pg, &message))
        return false;
    const struct campaign_channel *channel = campaign_channel_of(message.channel);
    struct tree *node = tree_node(pg->view, "Message");
    tree_set_i64(node, "most", channel ? channel->most : BODY_MOST);
    tree_set_i64(node, "subject_most", MESSAGE_SUBJECT_MOST);
    tree_set_bool(node, "has_subject", !strcmp(message.channel, "email"));
    tree_set(node, "edit",
             arena_printf(arena, "%s/edit%s%s", message_view_path(pg, in->message),
                          in->review ? "?review=1" : "",
                          in->campaign ? arena_printf(arena, "%ccampaign=%" PRId64,
                                                      in->review ? '&' : '?', in->campaign)
                                       : ""));
    tree_set(node, "back",
             !in->review    ? message_view_path(pg, in->message)
             : in->campaign ? arena_printf(arena, "%s/review?campaign=%" PRId64 "&at=%" PRId64,
                                           pg->base, in->campaign, in->message)
                            : arena_printf(arena, "%s/review?at=%" PRId64, pg->base, in->message));
    view_field(pg, "subject", message.subject ? message.subject : "");
    view_field(pg, "body", message.body);
    view_field_i64(pg, "version", message.version);
    struct tree_list list = tree_list(pg->view, "Reasons");
    for (const struct message_reason *one = message_reasons; one->code; one++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "value", one->code);
        tree_set(row, "label", one->label);
        for (size_t i = 0; pg->sent && i < pg->sent->count; i++)
            if (!strcmp(pg->sent->values[i].name, "reasons") &&
                !strcmp(pg->sent->values[i].value, one->code))
                tree_set(row, "checked", "1");
    }
    return reply_template(pg);
}

bool
message_edit_save(struct page *pg)
{
    const struct save *in = pg->params;
    struct message_text text = {.subject = *in->subject ? in->subject : NULL,
                                .body = in->body,
                                .origin = "edit",
                                .reasons = in->reasons.values,
                                .n_reasons = in->reasons.count,
                                .reason_text = in->reason_text};
    int64_t version;
    if (!message_version_add(pg->ctx, in->message, in->version, &text, &version))
        return false;
    reply_flash(pg, "ok", "Saved as a new version.", NULL, NULL);
    if (!in->review)
        return reply_redirect_to(pg, message_view_path(pg, in->message));
    return reply_redirect_to(
        pg, in->campaign
                ? arena_printf(pg->ctx->arena, "%s/review?campaign=%" PRId64 "&at=%" PRId64,
                               pg->base, in->campaign, in->message)
                : arena_printf(pg->ctx->arena, "%s/review?at=%" PRId64, pg->base, in->message));
}
