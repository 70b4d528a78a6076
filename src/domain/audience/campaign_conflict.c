/* Conflicts: their words and what is done about them. See campaign_conflict.h. */
#include "domain/audience/campaign_conflict.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/audience/campaign_holiday.h"
#include "domain/audience/campaign_person.h"
#include "domain/campaign/campaign_state.h"
#include "domain/record/country.h"
#include "statements.h"

static bool
is(const char *text, const char *value)
{
    return text && !strcmp(text, value);
}

static const char *
place(const char *country)
{
    const struct country *found = country ? country_by_code(country) : NULL;
    return found ? found->name : country ? country : "an unknown country";
}

/* "9 December 2026" */
static const char *
date(struct arena *arena, const char *text)
{
    int64_t day = campaign_holiday_read(text);
    const char *words = day == INT64_MIN ? "" : campaign_holiday_words(arena, day);
    const char *blank = strchr(words, ' ');
    return blank ? blank + 1 : text ? text : "";
}

/* Kinds whose words depend on one fact, or on none. */
static const struct {
    const char *kind, *fact, *title, *detail;
} plain[] = {
    {"no_channel",   NULL,           "No way to reach them",
     "have neither a good address nor a profile or phone that any step uses"                                    },
    {"suppressed",   NULL,           "Must not be contacted",       "are on the suppression list by now"        },
    {"disqualified", "gone",         "Deleted since",               "were deleted after they had been added"    },
    {"disqualified", "disqualified", "Disqualified",                "have the status Disqualified"              },
    {"disqualified", "company",      "Company disqualified",        "work at companies that are disqualified"   },
    {"disqualified", "triage",       "Left out by triage",          "work at companies that triage has left out"},
    {"left_company", "left",         "Left the company",            "do not work there any more"                },
    {"left_company", "probably",     "Probably left the company",
     "stand no longer on the pages of their company"                                                            },
    {"left_company", "former",       "Former contacts",             "have the status Former"                    },
    {"bad_address",  NULL,           "Address does not work",
     "have an address that is known to be invalid: mail to it would bounce"                                     },
    {"tone",         "internal",     "Your own people",             "have the status Internal"                  },
    {"tone",         "churned",      "Bold tone to lost customers",
     "were customers of yours once: a bold letter may read as if nobody knew"                                   },
    {"basis",        "unknown",      "Country unknown",
     "have no country: which rules hold for mail to them is not known"                                          },
};

static void
words_of_contact(struct arena *arena, const struct campaign_finding *f, int64_t today,
                 const char **title, const char **detail)
{
    const char *from = f->campaign ? arena_printf(arena, " by “%s”", f->campaign) : "";
    if (is(f->kind, "overlap")) {
        *title = "In another campaign";
        *detail = arena_printf(arena, "are in “%s”, which is active", f->campaign);
        return;
    }
    int64_t on = campaign_holiday_read(f->day), days = on == INT64_MIN ? 0 : today - on;
    *title = days <= 0   ? "Contacted today"
             : days == 1 ? "Contacted yesterday"
                         : arena_printf(arena, "Contacted %d days ago", (int)days);
    *detail = arena_printf(arena, "were contacted%s on %s; their pause ends on %s", from,
                           date(arena, f->day), date(arena, f->until));
}

static void
words_of_step(struct arena *arena, const struct campaign_finding *f, const char **title,
              const char **detail)
{
    if (is(f->kind, "step_channel")) {
        bool email = is(f->way, "email"), call = is(f->way, "call");
        *title = email ? "No e-mail address" : call ? "No phone number" : "No LinkedIn profile";
        *detail = email ? "have no e-mail address: of this campaign they get the other steps only"
                  : call
                      ? "have no phone number: of this campaign they get the other steps only"
                      : "have no LinkedIn profile: of this campaign they get the other steps only";
        return;
    }
    *title = f->name ? "Holiday" : "Weekend";
    *detail =
        f->name
            ? arena_printf(arena, "have %s in %s when step %s, “%s”, falls on %s", f->name,
                           place(f->country), f->position, f->step, date(arena, f->day))
            : arena_printf(arena, "would get step %s, “%s”, on a weekend: %s", f->position, f->step,
                           campaign_holiday_words(arena, campaign_holiday_read(f->day)));
}

static void
words_of_basis(struct arena *arena, const struct campaign_finding *f, const char **title,
               const char **detail)
{
    const char *where = place(f->country);
    if (is(f->basis, "blocked")) {
        *title = arena_printf(arena, "No mail to %s", where);
        *detail = arena_printf(arena, "are in %s, where your rules allow no mail", where);
    } else if (is(f->basis, "consent")) {
        *title = arena_printf(arena, "Consent needed in %s", where);
        *detail = arena_printf(arena, "are in %s, where mail needs consent; none is known", where);
    } else {
        *title = arena_printf(arena, "Personal address in %s", where);
        *detail = arena_printf(
            arena, "are in %s, where only role addresses such as info@ may be mailed", where);
    }
}

void
campaign_conflict_words(struct arena *arena, const struct campaign_finding *f, int64_t today,
                        const char **title, const char **detail)
{
    const char *fact = f->basis ? f->basis : f->who;
    *title = "Conflict";
    *detail = "";
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (is(f->kind, plain[i].kind) && (!plain[i].fact || is(fact, plain[i].fact))) {
            *title = plain[i].title;
            *detail = plain[i].detail;
            return;
        }
    if (is(f->kind, "overlap") || is(f->kind, "cooldown")) {
        words_of_contact(arena, f, today, title, detail);
    } else if (is(f->kind, "step_channel") || is(f->kind, "holiday")) {
        words_of_step(arena, f, title, detail);
    } else if (is(f->kind, "basis")) {
        words_of_basis(arena, f, title, detail);
    } else if (is(f->kind, "icp_mismatch")) {
        *title = "Not your customers";
        *detail = arena_printf(arena, "work at companies that your rules leave out: %s",
                               f->reason ? f->reason : "");
    } else if (is(f->kind, "time_zone")) {
        *title = "Far time zones";
        *detail = arena_printf(
            arena, "live up to %s hours away from most others: the same hour suits few of them",
            f->hours);
    } else if (is(f->kind, "tone") && is(f->who, "formal")) {
        *title = arena_printf(arena, "Informal to strangers in %s", place(f->country));
        *detail = arena_printf(arena, "are in %s, where a first letter is usually formal",
                               place(f->country));
    } else if (is(f->kind, "tone")) {
        *title = arena_printf(arena, "%s tone to people who know you",
                              is(f->tone, "bold") ? "Bold" : "Casual");
        *detail = "are customers, partners or in contact with you already";
    }
}

#define MAP                                                                                        \
    FIELD_I64(struct campaign_conflict, conflict_id),                                              \
        FIELD_I64(struct campaign_conflict, check_id),                                             \
        FIELD_I64(struct campaign_conflict, campaign_id),                                          \
        FIELD_STR(struct campaign_conflict, kind), FIELD_I64(struct campaign_conflict, severity),  \
        FIELD_STR(struct campaign_conflict, title), FIELD_STR(struct campaign_conflict, detail),   \
        FIELD_I64(struct campaign_conflict, people), FIELD_STR(struct campaign_conflict, fix),     \
        FIELD_STR(struct campaign_conflict, state),                                                \
        FIELD_STR(struct campaign_conflict, accepted_reason),                                      \
        FIELD_STR(struct campaign_conflict, who), FIELD_I64(struct campaign_conflict, decided_ms), \
        FIELD_STR(struct campaign_conflict, way), FIELD_STR(struct campaign_conflict, until),      \
        FIELD_I64(struct campaign_conflict, step_id), FIELD_END

bool
campaign_conflict_list(struct ctx *ctx, int64_t check_id, struct campaign_conflict **out, size_t *n)
{
    static const struct field map[] = {MAP};
    return DB_ALL(ctx, &SQL_CAMPAIGN_CONFLICT_LIST, DB_ARGS(DB_I64(check_id)), map, out, n);
}

bool
campaign_conflict_get(struct ctx *ctx, int64_t conflict_id, struct campaign_conflict *out)
{
    static const struct field map[] = {MAP};
    bool found;
    if (!db_maybe(ctx, &SQL_CAMPAIGN_CONFLICT_GET, DB_ARGS(DB_I64(conflict_id)), map, out, &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND, "There is no such conflict.");
}

const char *
campaign_conflict_fix_label(struct arena *arena, const struct campaign_conflict *conflict)
{
    if (!conflict->fix)
        return NULL;
    if (is(conflict->fix, "wait"))
        return arena_printf(arena, "Wait until %s", date(arena, conflict->until));
    if (is(conflict->fix, "move_step"))
        return arena_printf(arena, "Move to %s",
                            campaign_holiday_words(arena, campaign_holiday_read(conflict->until)));
    if (is(conflict->fix, "skip_channel"))
        return is(conflict->way, "email")  ? "Skip e-mail steps"
               : is(conflict->way, "call") ? "Skip calls"
                                           : "Skip LinkedIn steps";
    return "Leave them out";
}

/* The channels of a way, as the column has them. */
static size_t
channels_of(const char *way, const char *channels[2])
{
    if (is(way, "linkedin")) {
        channels[0] = "linkedin_connect";
        channels[1] = "linkedin_message";
        return 2;
    }
    channels[0] = is(way, "call") ? "call" : "email";
    return 1;
}

/* Locks it for a decision: the campaign, and that it belongs to the newest check. */
static bool
hold(struct ctx *ctx, int64_t conflict_id, const char *state, struct campaign_conflict *out,
     struct campaign *campaign)
{
    int64_t locked;
    if (!campaign_conflict_get(ctx, conflict_id, out) ||
        !campaign_lock(ctx, out->campaign_id, campaign) ||
        !db_i64(ctx, &SQL_CAMPAIGN_CONFLICT_LOCK, DB_ARGS(DB_I64(conflict_id)), &locked) ||
        !campaign_conflict_get(ctx, conflict_id, out))
        return false;
    if (campaign->check_id != out->check_id)
        return err_raise(ctx, ERR_CONFLICT, "There is a newer check. Look at that one.");
    if (is(state, "open") != is(out->state, "open"))
        return err_raise(ctx, ERR_CONFLICT, "Somebody decided this meanwhile.");
    return true;
}

static bool
people_of(struct ctx *ctx, int64_t conflict_id, int64_t **ids, size_t *n)
{
    struct row {
        int64_t id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, id), FIELD_END};
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_CONFLICT_PEOPLE, DB_ARGS(DB_I64(conflict_id)), map, &rows, n))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*ids)[i] = rows[i].id;
    return true;
}

/* Whether people may be given other rules now. */
static bool
may_change(struct ctx *ctx, const struct campaign *campaign)
{
    return is(campaign->state, "draft") || is(campaign->state, "ready") ||
           is(campaign->state, "review") ||
           err_raise(ctx, ERR_CONFLICT,
                     "This can be put right while a campaign is prepared or reviewed.");
}

static bool
skip(struct ctx *ctx, const struct campaign_conflict *conflict, const int64_t *ids, size_t n)
{
    const char *channels[2];
    size_t n_channels = channels_of(conflict->way, channels);
    return db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_SKIP,
                   DB_ARGS(DB_I64(conflict->conflict_id), DB_I64(conflict->campaign_id),
                           DB_STRS(channels, n_channels)),
                   NULL) &&
           db_exec(ctx, &SQL_CAMPAIGN_PERSON_WITHDRAW,
                   DB_ARGS(DB_I64(conflict->campaign_id), DB_I64S(ids, n), DB_STR(conflict->title),
                           DB_STRS(channels, n_channels)),
                   NULL);
}

static bool
move(struct ctx *ctx, const struct campaign_conflict *conflict)
{
    struct campaign campaign;
    int64_t moved;
    if (!campaign_lock_for(ctx, conflict->campaign_id, CAMPAIGN_STEPS, &campaign) ||
        !db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_BEFORE,
                 DB_ARGS(DB_I64(conflict->conflict_id), DB_I64(conflict->campaign_id)), NULL) ||
        !db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_MOVE,
                 DB_ARGS(DB_I64(conflict->campaign_id), DB_I64(conflict->step_id),
                         DB_STR(conflict->until)),
                 &moved))
        return false;
    return moved || err_raise(ctx, ERR_CONFLICT, "The start changed meanwhile. Check again.");
}

static bool
put_right(struct ctx *ctx, const struct campaign_conflict *conflict,
          const struct campaign *campaign)
{
    int64_t *ids, left_out;
    size_t n;
    struct db_arg both[2] = {DB_I64(conflict->conflict_id), DB_I64(conflict->campaign_id)};
    if (!people_of(ctx, conflict->conflict_id, &ids, &n))
        return false;
    if (is(conflict->fix, "exclude"))
        return campaign_person_exclude(ctx, conflict->campaign_id, ids, n, conflict->title,
                                       &left_out);
    if (is(conflict->fix, "move_step"))
        return move(ctx, conflict) && campaign_touch(ctx, conflict->campaign_id);
    if (!may_change(ctx, campaign) || !db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_KEEP, both, 2, NULL))
        return false;
    if (is(conflict->fix, "skip_channel"))
        return skip(ctx, conflict, ids, n);
    return db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_WAIT,
                   DB_ARGS(both[0], both[1], DB_STR(conflict->until)), NULL);
}

static bool
decide(struct ctx *ctx, const struct campaign_conflict *conflict, const char *state,
       const char *reason)
{
    return db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_DECIDE,
                   DB_ARGS(DB_I64(conflict->conflict_id), DB_STR(state), DB_STR(reason)), NULL);
}

bool
campaign_conflict_fix(struct ctx *ctx, int64_t conflict_id)
{
    struct campaign_conflict conflict;
    struct campaign campaign;
    if (!hold(ctx, conflict_id, "open", &conflict, &campaign))
        return false;
    if (!conflict.fix)
        return err_raise(ctx, ERR_CONFLICT, "Nothing puts this right by itself.");
    return put_right(ctx, &conflict, &campaign) && decide(ctx, &conflict, "fixed", NULL);
}

static bool
take_back(struct ctx *ctx, const struct campaign_conflict *conflict,
          const struct campaign *campaign)
{
    int64_t *ids, back;
    size_t n;
    const struct db_arg both[2] = {DB_I64(conflict->conflict_id), DB_I64(conflict->campaign_id)};
    struct campaign locked;
    if (!people_of(ctx, conflict->conflict_id, &ids, &n))
        return false;
    if (is(conflict->fix, "exclude"))
        return campaign_person_back(ctx, conflict->campaign_id, ids, n, conflict->title, &back);
    if (is(conflict->fix, "move_step"))
        return campaign_lock_for(ctx, conflict->campaign_id, CAMPAIGN_STEPS, &locked) &&
               db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_MOVE_BACK, both, 2, NULL) &&
               campaign_touch(ctx, conflict->campaign_id);
    if (!may_change(ctx, campaign) || !db_exec(ctx, &SQL_CAMPAIGN_CONFLICT_UNDO, both, 2, NULL))
        return false;
    return is(campaign->state, "draft") ||
           db_exec(ctx, &SQL_CAMPAIGN_PERSON_RESTORE,
                   DB_ARGS(both[1], DB_I64S(ids, n), DB_STRS(&conflict->title, 1)), NULL);
}

bool
campaign_conflict_undo(struct ctx *ctx, int64_t conflict_id)
{
    struct campaign_conflict conflict;
    struct campaign campaign;
    if (!hold(ctx, conflict_id, "decided", &conflict, &campaign))
        return false;
    return (is(conflict.state, "accepted") || take_back(ctx, &conflict, &campaign)) &&
           decide(ctx, &conflict, "open", NULL);
}

bool
campaign_conflict_accept(struct ctx *ctx, int64_t conflict_id, const char *reason)
{
    struct campaign_conflict conflict;
    struct campaign campaign;
    const char *why = text_squeeze(ctx->arena, text_nfc(ctx->arena, reason));
    size_t length = text_count(why);
    if (length < 3 || length > CAMPAIGN_CONFLICT_REASON)
        return err_field(ctx, ERR_INPUT, "reason", "Say why you accept it, in 3 to %d characters.",
                         CAMPAIGN_CONFLICT_REASON);
    return hold(ctx, conflict_id, "open", &conflict, &campaign) &&
           decide(ctx, &conflict, "accepted", why);
}
