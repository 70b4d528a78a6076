/* Reading messages and deciding on single ones. See message.h. */
#include "domain/message/message.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/sequence/campaign_channel.h"
#include "domain/message/message_version.h"
#include "domain/suppression/contact_gate.h"
#include "statements.h"

enum { REASON_LEAST = 5, REASON_MOST = 500 };

static const struct {
    const char *name, *label;
} states[] = {
    {"draft",     "Draft"    },
    {"approved",  "Approved" },
    {"rejected",  "Rejected" },
    {"set_aside", "Set aside"},
    {"sent",      "Sent"     },
    {"delivered", "Delivered"},
    {"replied",   "Replied"  },
};

const char *
message_state_label(const char *state)
{
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i].name, state))
            return states[i].label;
    return state;
}

const char *const message_state_names[] = {"draft",     "approved", "rejected",
                                           "set_aside", "sent",     NULL};

const char *const *
message_states_of(const char *name)
{
    static const char *const all[][4] = {
        {"draft"}, {"approved"}, {"rejected"}, {"set_aside"}, {"sent", "delivered", "replied"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!strcmp(all[i][0], name))
            return all[i];
    return NULL;
}

bool
message_get(struct ctx *ctx, int64_t message_id, struct message *out)
{
    static const struct field map[] = {
        FIELD_I64(struct message, message_id),     FIELD_I64(struct message, campaign_id),
        FIELD_I64(struct message, step_id),        FIELD_I64(struct message, contact_id),
        FIELD_I64(struct message, company_id),     FIELD_I64(struct message, variant),
        FIELD_I64(struct message, position),       FIELD_I64(struct message, rank),
        FIELD_I64(struct message, version),        FIELD_I64(struct message, rewrites),
        FIELD_I64(struct message, cost_micros),    FIELD_I64(struct message, approved_version),
        FIELD_I64(struct message, max_length),     FIELD_STR(struct message, campaign),
        FIELD_STR(struct message, campaign_state), FIELD_STR(struct message, variant_mode),
        FIELD_STR(struct message, label),          FIELD_STR(struct message, person),
        FIELD_STR(struct message, email),          FIELD_STR(struct message, company),
        FIELD_STR(struct message, angle),          FIELD_STR(struct message, state),
        FIELD_STR(struct message, channel),        FIELD_STR(struct message, language),
        FIELD_STR(struct message, tone),           FIELD_STR(struct message, formality),
        FIELD_STR(struct message, provider),       FIELD_STR(struct message, trouble),
        FIELD_STR(struct message, reject_reason),  FIELD_STR(struct message, sent_via),
        FIELD_STR(struct message, decided_by),     FIELD_STR(struct message, sent_by),
        FIELD_I64(struct message, decided_ms),     FIELD_I64(struct message, sent_ms),
        FIELD_I64(struct message, created_ms),     FIELD_STR(struct message, holder),
        FIELD_BOOL(struct message, excluded),      FIELD_STR(struct message, subject),
        FIELD_STR(struct message, body),           FIELD_STR(struct message, claims),
        FIELD_STR(struct message, origin),         FIELD_I64(struct message, text_ms),
        FIELD_STR(struct message, text_by),        FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_MESSAGE_GET, DB_ARGS(DB_I64(message_id)), map, out, &found))
        return false;
    return found ||
           err_raise(ctx, ERR_NOT_FOUND, "This message is not there. It may have been deleted.");
}

bool
message_barred(struct ctx *ctx, const struct message *message, const char **sentence)
{
    struct contact_bar bar;
    *sentence = message->excluded ? "This person is excluded from the campaign." : NULL;
    if (*sentence)
        return true;
    if (!contact_gate(ctx, &message->contact_id, 1, &bar))
        return false;
    if (bar.reason)
        *sentence = arena_printf(ctx->arena, "They are on the suppression list: %s.", bar.reason);
    else if (bar.code)
        *sentence = contact_gate_sentence(bar.code);
    return true;
}

bool
message_refused(struct ctx *ctx)
{
    static const struct {
        const char *constraint, *sentence;
    } words[] = {
        {"message_move",          "This message cannot be changed that way any more. Look at it again."},
        {"message_closed",
         "The campaign takes no drafts in its state. Take it back to review first."                    },
        {"message_approved_text",
         "Somebody changed the text meanwhile. Read it before you approve it."                         },
        {"contact_touch_once",    "This message was noted as sent already."                            },
    };
    if (ctx->err.kind != ERR_CONFLICT)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(db_constraint(ctx), words[i].constraint) != 0)
            continue;
        err_clear(ctx);
        return err_raise(ctx, ERR_CONFLICT, "%s", words[i].sentence);
    }
    return false;
}

/* The message and its other variants locked, and as it is then. */
static bool
lock_one(struct ctx *ctx, int64_t message_id, struct message *out)
{
    return db_exec(ctx, &SQL_MESSAGE_LOCK, DB_ARGS(DB_I64(message_id)), NULL) &&
           message_get(ctx, message_id, out);
}

/* "ada approved it before you." */
static bool
taken(struct ctx *ctx, const struct message *message)
{
    const char *who = message->decided_by ? message->decided_by : "Somebody";
    if (!strcmp(message->state, "approved") || !strcmp(message->state, "rejected"))
        return err_raise(ctx, ERR_CONFLICT, "%s %s this message before you. That decision stands.",
                         who, message->state);
    if (!strcmp(message->state, "set_aside"))
        return err_raise(ctx, ERR_CONFLICT, "%s took another variant for this person before you.",
                         who);
    return err_raise(ctx, ERR_CONFLICT, "This message was sent already.");
}

static bool
feedback(struct ctx *ctx, int64_t message_id, const char *action, const char *code,
         const char *reason)
{
    bool coded = code && *code;
    return db_exec(ctx, &SQL_MESSAGE_FEEDBACK_ADD,
                   DB_ARGS(DB_I64S(&message_id, 1), DB_STR(action),
                           DB_STRS(&code, coded ? (size_t)1 : 0), DB_STR(reason)),
                   NULL);
}

bool
message_approve(struct ctx *ctx, int64_t message_id, int64_t version)
{
    struct message message;
    const char *barred;
    if (!lock_one(ctx, message_id, &message) || !message_barred(ctx, &message, &barred))
        return false;
    if (strcmp(message.state, "draft") != 0)
        return taken(ctx, &message);
    if (message.version != version)
        return err_raise(ctx, ERR_CONFLICT,
                         "%s changed the text meanwhile. Read it before you approve it.",
                         message.text_by ? message.text_by : "Somebody");
    if (barred)
        return err_raise(ctx, ERR_CONFLICT, "%s Reject the message or leave the person out.",
                         barred);
    const struct campaign_channel *channel = campaign_channel_of(message.channel);
    int64_t length = (int64_t)text_count(message.body);
    if (channel && length > channel->most)
        return err_raise(ctx, ERR_CONFLICT,
                         "The text has %" PRId64 " characters, a %s takes %" PRId64
                         ". Shorten it first.",
                         length, channel->label, channel->most);
    return (db_exec(ctx, &SQL_MESSAGE_APPROVE, DB_ARGS(DB_I64(message_id), DB_I64(version)),
                    NULL) &&
            db_exec(ctx, &SQL_MESSAGE_BULK_SET_ASIDE, DB_ARGS(DB_I64S(&message_id, 1)), NULL) &&
            feedback(ctx, message_id, "approved", NULL, NULL)) ||
           message_refused(ctx);
}

bool
message_reason_holds(struct ctx *ctx, const char *code, const char *reason)
{
    size_t length = text_count(reason);
    if (code && *code && message_reason_label(code) == code)
        return err_field(ctx, ERR_INPUT, "code", "Choose one of the reasons.");
    if (length < REASON_LEAST)
        return err_field(ctx, ERR_INPUT, "why", "Say why in at least %d characters.", REASON_LEAST);
    if (length > REASON_MOST)
        return err_field(ctx, ERR_INPUT, "why", "Say why in at most %d characters.", REASON_MOST);
    return true;
}

bool
message_reject(struct ctx *ctx, int64_t message_id, const char *code, const char *reason)
{
    struct message message;
    if (!message_reason_holds(ctx, code, reason) || !lock_one(ctx, message_id, &message))
        return false;
    if (strcmp(message.state, "draft") != 0 && strcmp(message.state, "approved") != 0 &&
        strcmp(message.state, "set_aside") != 0)
        return taken(ctx, &message);
    return (db_exec(ctx, &SQL_MESSAGE_REJECT, DB_ARGS(DB_I64(message_id), DB_STR(reason)), NULL) &&
            feedback(ctx, message_id, "rejected", code, reason)) ||
           message_refused(ctx);
}

bool
message_reopen(struct ctx *ctx, int64_t message_id)
{
    struct message message;
    if (!lock_one(ctx, message_id, &message))
        return false;
    if (!strcmp(message.state, "draft"))
        return true;
    return db_exec(ctx, &SQL_MESSAGE_REOPEN, DB_ARGS(DB_I64(message_id)), NULL) ||
           message_refused(ctx);
}

bool
message_send_by_hand(struct ctx *ctx, int64_t message_id, const char *channel)
{
    struct message message;
    if (!lock_one(ctx, message_id, &message))
        return false;
    if (strcmp(message.state, "approved") != 0)
        return err_raise(ctx, ERR_CONFLICT,
                         "Only an approved message can be noted as sent. This one is %s.",
                         text_lower(ctx->arena, message_state_label(message.state)));
    return db_exec(ctx, &SQL_MESSAGE_SENT, DB_ARGS(DB_I64(message_id), DB_STR(channel)), NULL) ||
           message_refused(ctx);
}

bool
message_unsend(struct ctx *ctx, int64_t message_id)
{
    struct message message;
    if (!lock_one(ctx, message_id, &message))
        return false;
    if (strcmp(message.state, "sent") != 0 || !message.sent_via)
        return err_raise(ctx, ERR_CONFLICT, "This message was not noted as sent by hand.");
    return db_exec(ctx, &SQL_MESSAGE_UNSENT, DB_ARGS(DB_I64(message_id)), NULL) ||
           message_refused(ctx);
}
