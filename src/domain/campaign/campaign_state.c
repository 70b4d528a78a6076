/* States of campaigns. See campaign_state.h. */
#include "domain/campaign/campaign_state.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/json.h"
#include "domain/account/audit.h"
#include "statements.h"

/* clang-format off */
const struct campaign_state campaign_states[] = {
    {"draft", "Draft", "", "It is being put together: people, steps, what it says."},
    {"ready", "Ready", "hold", "Put together; its messages can be written."},
    {"generating", "Generating", "info", "Its messages are being written."},
    {"review", "Review", "hold", "Every message waits for somebody to approve or reject it."},
    {"approved", "Approved", "ok", "Decided, every message; it can be exported and sent."},
    {"sending", "Sending", "info", "Its messages go out by their days."},
    {"paused", "Paused", "warn", "Nothing goes out until it goes on."},
    {"finished", "Finished", "ok", "Nothing more goes out."},
    {"archived", "Archived", "", "Kept to look things up; nothing changes any more."},
    {NULL, NULL, NULL, NULL},
};

const struct campaign_move campaign_moves[] = {
    {"draft", "ready", "Mark as ready", "Steps and people stand; the messages can be written next. You can go back to draft."},
    {"draft", "archived", "Archive", "It leaves the lists of what is at work and is kept to look things up. This cannot be taken back; a clone can."},
    {"ready", "draft", "Back to draft", "Messages are not written until it is ready again. Those that are there stay."},
    {"ready", "generating", NULL, NULL},
    {"ready", "archived", "Archive", "It leaves the lists of what is at work and is kept to look things up. This cannot be taken back; a clone can."},
    {"generating", "review", NULL, NULL},
    {"generating", "ready", NULL, NULL},
    {"review", "approved", "Approve campaign", "The decided messages can be exported and sent. Who approved it, and when, is kept."},
    {"review", "ready", "Back to ready", "People and steps can be changed again, and what is missing be written. Messages and decisions stay."},
    {"review", "archived", "Archive", "It leaves the lists of what is at work; messages that wait for review stay undecided. This cannot be taken back; a clone can."},
    {"approved", "review", "Back to review", "Messages can be changed and decided again; the campaign has to be approved once more."},
    {"approved", "sending", NULL, NULL},
    {"approved", "finished", "Mark as finished", "Nothing more goes out of it. Use this when its messages were sent by other means."},
    {"approved", "archived", "Archive", "It leaves the lists of what is at work; approved messages are not sent any more. This cannot be taken back; a clone can."},
    {"sending", "paused", "Pause", "Nothing goes out until it goes on."},
    {"sending", "finished", "Mark as finished", "What has not been sent stays unsent."},
    {"paused", "sending", "Go on", "What is due goes out."},
    {"paused", "finished", "Mark as finished", "What has not been sent stays unsent."},
    {"finished", "archived", "Archive", "It is kept to look things up."},
    {NULL, NULL, NULL, NULL},
};
/* clang-format on */

const struct campaign_state *
campaign_state_of(const char *name)
{
    for (const struct campaign_state *state = campaign_states; state->name; state++)
        if (name && !strcmp(state->name, name))
            return state;
    return NULL;
}

const char *
campaign_state_label(const char *name)
{
    const struct campaign_state *state = campaign_state_of(name);
    return state ? state->label : name;
}

const struct campaign_move *
campaign_move_between(const char *from, const char *to)
{
    for (const struct campaign_move *move = campaign_moves; move->from; move++)
        if (!strcmp(move->from, from) && !strcmp(move->to, to))
            return move;
    return NULL;
}

bool
campaign_may(const char *from, const char *to)
{
    return campaign_move_between(from, to) != NULL;
}

bool
campaign_allows(const char *state, enum campaign_part part)
{
    bool open = !strcmp(state, "draft") || !strcmp(state, "ready");
    bool review = !strcmp(state, "review");
    switch (part) {
    case CAMPAIGN_PEOPLE:
    case CAMPAIGN_STEPS:
    case CAMPAIGN_SETTINGS:
        return open;
    case CAMPAIGN_VOICE:
        return open || review;
    case CAMPAIGN_SCHEDULE:
        return open || review || !strcmp(state, "approved");
    case CAMPAIGN_NAME:
        return strcmp(state, "archived") != 0;
    case CAMPAIGN_REWRITE:
        return review;
    }
    return false;
}

bool
campaign_lock_for(struct ctx *ctx, int64_t id, enum campaign_part part, struct campaign *out)
{
    static const char *const refused[] = {
        [CAMPAIGN_PEOPLE] = "People can be added while a campaign is in draft or ready",
        [CAMPAIGN_STEPS] = "Steps can be changed while a campaign is in draft or ready",
        [CAMPAIGN_SETTINGS] = "Settings can be changed while a campaign is in draft or ready",
        [CAMPAIGN_VOICE] = "What a campaign says can be changed until it is approved",
        [CAMPAIGN_SCHEDULE] = "The schedule can be changed until the campaign is sent",
        [CAMPAIGN_NAME] = "A campaign in the archive does not change any more",
        [CAMPAIGN_REWRITE] = "Messages can be written anew while a campaign is in review",
    };
    if (!campaign_lock(ctx, id, out))
        return false;
    return campaign_allows(out->state, part) ||
           err_raise(ctx, ERR_CONFLICT, "%s; this one is in %s.", refused[part],
                     campaign_state_label(out->state));
}

bool
campaign_gates(struct ctx *ctx, int64_t id, struct campaign_gates *out)
{
    static const struct field map[] = {FIELD_I64(struct campaign_gates, people),
                                       FIELD_I64(struct campaign_gates, steps),
                                       FIELD_I64(struct campaign_gates, draft),
                                       FIELD_I64(struct campaign_gates, approved),
                                       FIELD_BOOL(struct campaign_gates, checked),
                                       FIELD_BOOL(struct campaign_gates, checked_since),
                                       FIELD_I64(struct campaign_gates, blocking),
                                       FIELD_END};
    return db_one(ctx, &SQL_CAMPAIGN_GATES, DB_ARGS(DB_I64(id)), map, out);
}

static const char *
missing_to_approve(struct arena *arena, const struct campaign_gates *gates)
{
    if (gates->draft)
        return arena_printf(
            arena, "%" PRId64 " message%s not decided yet. Approve or reject %s first.",
            gates->draft, gates->draft == 1 ? " is" : "s are", gates->draft == 1 ? "it" : "them");
    if (!gates->approved)
        return "No message is approved. Approve at least one in review.";
    if (!gates->checked)
        return "It was not checked for conflicts yet. Run the check first.";
    if (!gates->checked_since)
        return "People or steps changed after the last check for conflicts. Run the check again.";
    if (gates->blocking)
        return arena_printf(arena, "%" PRId64 " conflict%s. Solve %s, or accept %s with a reason.",
                            gates->blocking, gates->blocking == 1 ? " blocks it" : "s block it",
                            gates->blocking == 1 ? "it" : "them",
                            gates->blocking == 1 ? "it" : "them");
    return NULL;
}

const char *
campaign_missing(struct arena *arena, const struct campaign_gates *gates, const char *from,
                 const char *to)
{
    if (!strcmp(to, "approved"))
        return missing_to_approve(arena, gates);
    /* Back from review anybody may be gone: that is when people are added again. */
    if (!(!strcmp(from, "draft") && !strcmp(to, "ready")) && strcmp(to, "generating") != 0)
        return NULL;
    if (!gates->people && !gates->steps)
        return "It has neither people nor steps yet. Add people, and at least one step.";
    if (!gates->people)
        return "Nobody is in it yet. Add people first.";
    return gates->steps ? NULL : "It has no step that is on. Add a step first.";
}

/* "Draft cannot become Approved. From there it goes to Ready or Archived." */
static bool
refuse_move(struct ctx *ctx, const char *from, const char *to)
{
    struct buf next;
    bool any = false;
    buf_init(&next, ctx->arena, 500);
    for (const struct campaign_move *move = campaign_moves; move->from; move++)
        if (!strcmp(move->from, from)) {
            buf_printf(&next, "%s%s", any ? ", " : "", campaign_state_label(move->to));
            any = true;
        }
    if (!any)
        return err_raise(ctx, ERR_CONFLICT,
                         "A campaign in the archive stays there. Clone it to use it again.");
    return err_raise(ctx, ERR_CONFLICT, "A campaign in %s cannot go to %s. It can go to: %s.",
                     campaign_state_label(from), campaign_state_label(to), next.data);
}

/* The gate in the database saw what changed since we looked. */
static bool
explain(struct ctx *ctx)
{
    static const struct {
        const char *constraint, *words;
    } gates[] = {
        {"campaign_move",      "Somebody moved this campaign meanwhile. Look at where it is now."},
        {"campaign_ready",     "A campaign needs people, and a step that is on."                 },
        {"campaign_drafts",    "Messages are waiting for a decision, or none is approved."       },
        {"campaign_conflicts", "Conflicts that block are neither solved nor accepted."           },
    };
    if (ctx->err.kind != ERR_CONFLICT)
        return false;
    for (size_t i = 0; i < sizeof gates / sizeof *gates; i++)
        if (!strcmp(db_constraint(ctx), gates[i].constraint)) {
            err_clear(ctx);
            return err_raise(ctx, ERR_CONFLICT, "%s", gates[i].words);
        }
    return false;
}

static bool
audit_move(struct ctx *ctx, const struct campaign *campaign, const char *to)
{
    struct jsn *detail = jsn_object(ctx->arena);
    jsn_set_text(detail, "from", campaign_state_label(campaign->state));
    jsn_set_text(detail, "to", campaign_state_label(to));
    return audit_add(ctx, !strcmp(to, "approved") ? "campaign_approve" : "campaign_move",
                     campaign->name, jsn_write(ctx->arena, detail));
}

bool
campaign_move(struct ctx *ctx, int64_t id, const char *to)
{
    struct campaign campaign;
    struct campaign_gates gates;
    if (!campaign_lock(ctx, id, &campaign))
        return false;
    const struct campaign_move *move = campaign_move_between(campaign.state, to);
    if (!move)
        return refuse_move(ctx, campaign.state, to);
    if (!campaign_gates(ctx, id, &gates))
        return false;
    const char *missing = campaign_missing(ctx->arena, &gates, campaign.state, to);
    if (missing)
        return err_raise(ctx, ERR_CONFLICT, "%s", missing);
    if (!db_exec(ctx, &SQL_CAMPAIGN_MOVE, DB_ARGS(DB_I64(id), DB_STR(to)), NULL))
        return explain(ctx);
    return !move->act || audit_move(ctx, &campaign, to);
}

bool
campaign_move_by_hand(struct ctx *ctx, int64_t id, const char *to)
{
    struct campaign campaign;
    if (!campaign_lock(ctx, id, &campaign))
        return false;
    const struct campaign_move *move = campaign_move_between(campaign.state, to);
    if (move && !move->act)
        return err_raise(ctx, ERR_CONFLICT,
                         "Only writing its messages takes a campaign from %s to %s.",
                         campaign_state_label(campaign.state), campaign_state_label(to));
    return campaign_move(ctx, id, to);
}
