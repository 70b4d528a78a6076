/* The conflict check. See campaign_check.h. Each part is one set-based statement; what SQL cannot know
 * (holidays, time zones, the rules of triage, who is suppressed) is worked out here first. */
#include "domain/audience/campaign_check.h"

#include <string.h>

#include "base/clock.h"
#include "base/db.h"
#include "domain/audience/campaign_conflict.h"
#include "domain/audience/campaign_holiday.h"
#include "domain/audience/campaign_hours.h"
#include "domain/campaign/campaign_state.h"
#include "domain/sequence/campaign_step.h"
#include "domain/campaign/country_policy.h"
#include "domain/suppression/contact_gate.h"
#include "domain/triage/triage.h"
#include "statements.h"

enum { COMPANIES = 5000, FAR_HOURS = 4, DAY_MS = 86400000 };

/* Where a stranger is addressed formally at first. */
static const char *const formal[] = {"AT", "BE", "BG", "CH", "CZ", "DE", "ES", "FR",
                                     "HR", "HU", "IT", "JP", "KR", "LI", "LU", "PL",
                                     "PT", "RO", "RS", "SI", "SK", "UA"};

/* What a check looks at. */
struct work {
    int64_t check_id;
    struct campaign campaign;
    struct campaign_step *steps;
    size_t n_steps;
    struct where {
        const char *country; /* "" for unknown */
        int64_t people;
    } * where;
    size_t n_where;
};

static bool
ids_of(struct ctx *ctx, const struct sql *sql, int64_t campaign_id, int64_t **ids, size_t *n)
{
    struct row {
        int64_t id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, id), FIELD_END};
    if (!DB_ALL(ctx, sql, DB_ARGS(DB_I64(campaign_id)), map, &rows, n))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*ids)[i] = rows[i].id;
    return true;
}

static bool
work_read(struct ctx *ctx, int64_t check_id, int64_t campaign_id, struct work *out)
{
    static const struct field map[] = {FIELD_STR(struct where, country),
                                       FIELD_I64(struct where, people), FIELD_END};
    *out = (struct work){.check_id = check_id};
    return campaign_get(ctx, campaign_id, &out->campaign) &&
           campaign_steps(ctx, campaign_id, &out->steps, &out->n_steps) &&
           DB_ALL(ctx, &SQL_CAMPAIGN_CHECK_COUNTRIES, DB_ARGS(DB_I64(campaign_id)), map,
                  &out->where, &out->n_where);
}

/* Companies that the rules leave out, unless somebody decided otherwise, and why. */
static bool
misfits(struct ctx *ctx, const struct work *work, int64_t **ids, const char ***reasons, size_t *n)
{
    struct triage_rules rules;
    int64_t *all;
    size_t n_all;
    *n = 0;
    if (!triage_rules_get(ctx, &rules, NULL) ||
        !ids_of(ctx, &SQL_CAMPAIGN_CHECK_COMPANIES, work->campaign.campaign_id, &all, &n_all))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, n_all + 1, int64_t);
    *reasons = ARENA_ARRAY(ctx->arena, n_all + 1, const char *);
    for (size_t at = 0; at < n_all; at += COMPANIES) {
        struct triage_ruling *rulings;
        size_t n_here = n_all - at < COMPANIES ? n_all - at : COMPANIES, n_rulings;
        if (!triage_judge_companies(ctx, &rules, all + at, n_here, 0, (int64_t)n_here, &rulings,
                                    &n_rulings))
            return false;
        for (size_t i = 0; i < n_rulings; i++) {
            const struct triage_judgement *judgement = &rulings[i].judgement;
            if (rulings[i].decided || judgement->verdict != TRIAGE_DISQUALIFY)
                continue;
            (*ids)[*n] = rulings[i].company_id;
            (*reasons)[(*n)++] = triage_judge_worst(judgement)->text;
        }
    }
    return true;
}

static bool
written(const struct work *work, const char *tone)
{
    bool any = false;
    for (size_t i = 0; i < work->n_steps; i++) {
        const struct campaign_step *step = &work->steps[i];
        any = any || step->is_on;
        if (step->is_on && !strcmp(step->tone ? step->tone : work->campaign.tone, tone))
            return true;
    }
    return !any && !strcmp(work->campaign.tone, tone);
}

static bool
informal(const struct work *work)
{
    for (size_t i = 0; i < work->n_steps; i++)
        if (work->steps[i].is_on)
            return !strcmp(work->steps[i].formality ? work->steps[i].formality
                                                    : work->campaign.formality,
                           "informal");
    return false;
}

static bool
check_people(struct ctx *ctx, const struct work *work)
{
    struct contacts_barred barred;
    int64_t *ids, *companies;
    const char **reasons;
    size_t n, n_companies;
    return ids_of(ctx, &SQL_CAMPAIGN_CHECK_MEMBERS, work->campaign.campaign_id, &ids, &n) &&
           contact_gate_barred(ctx, ids, n, &barred) &&
           misfits(ctx, work, &companies, &reasons, &n_companies) &&
           db_exec(ctx, &SQL_CAMPAIGN_CHECK_PEOPLE,
                   DB_ARGS(DB_I64(work->check_id), DB_I64(work->campaign.campaign_id),
                           DB_I64S(barred.ids, barred.n), DB_STRS(barred.codes, barred.n),
                           DB_I64S(companies, n_companies), DB_STRS(reasons, n_companies)),
                   NULL);
}

/* Behind check_people: those who are to go are not asked about. */
static bool
check_manner(struct ctx *ctx, const struct work *work)
{
    const char **countries = ARENA_ARRAY(ctx->arena, work->n_where + 1, const char *);
    const char **bases = ARENA_ARRAY(ctx->arena, work->n_where + 1, const char *);
    for (size_t i = 0; i < work->n_where; i++) {
        struct country_policy policy;
        countries[i] = work->where[i].country;
        if (!country_policy_of(ctx, countries[i], &policy))
            return false;
        bases[i] = policy.basis;
    }
    return db_exec(ctx, &SQL_CAMPAIGN_CHECK_MANNER,
                   DB_ARGS(DB_I64(work->check_id), DB_I64(work->campaign.campaign_id),
                           DB_BOOL(written(work, "bold")), DB_BOOL(written(work, "casual")),
                           DB_BOOL(informal(work)), DB_STRS(formal, sizeof formal / sizeof *formal),
                           DB_STRS(countries, work->n_where), DB_STRS(bases, work->n_where)),
                   NULL);
}

static bool
check_overlap(struct ctx *ctx, const struct work *work)
{
    return db_exec(ctx, &SQL_CAMPAIGN_CHECK_OVERLAP,
                   DB_ARGS(DB_I64(work->check_id), DB_I64(work->campaign.campaign_id)), NULL);
}

static bool
check_cooldown(struct ctx *ctx, const struct work *work)
{
    return !work->campaign.cooldown_days ||
           db_exec(ctx, &SQL_CAMPAIGN_CHECK_COOLDOWN,
                   DB_ARGS(DB_I64(work->check_id), DB_I64(work->campaign.campaign_id)), NULL);
}

/* Steps on days off, by country; weekends of countries that work again on the same day are one. */
static bool
check_free(struct ctx *ctx, const struct work *work)
{
    int64_t start = campaign_holiday_read(work->campaign.starts_on);
    size_t n = 0, room = work->n_where * work->n_steps + 1;
    const char **countries = ARENA_ARRAY(ctx->arena, room, const char *);
    const char **days = ARENA_ARRAY(ctx->arena, room, const char *);
    const char **next = ARENA_ARRAY(ctx->arena, room, const char *);
    const char **names = ARENA_ARRAY(ctx->arena, room, const char *);
    int64_t *steps = ARENA_ARRAY(ctx->arena, room, int64_t);
    int64_t today = clock_now_ms() / DAY_MS;
    for (size_t s = 0; start != INT64_MIN && s < work->n_steps; s++) {
        int64_t day = start + work->steps[s].day_offset;
        for (size_t i = 0; work->steps[s].is_on && day >= today && i < work->n_where; i++) {
            const char *where = *work->where[i].country ? work->where[i].country : NULL;
            if (!campaign_holiday_free(where, day, &names[n]))
                continue;
            countries[n] = work->where[i].country;
            steps[n] = work->steps[s].step_id;
            days[n] = campaign_holiday_text(ctx->arena, day);
            next[n++] = campaign_holiday_text(ctx->arena, campaign_holiday_next(where, day));
        }
    }
    return !n || db_exec(ctx, &SQL_CAMPAIGN_CHECK_FREE,
                         DB_ARGS(DB_I64(work->check_id), DB_I64(work->campaign.campaign_id),
                                 DB_STRS(countries, n), DB_I64S(steps, n), DB_STRS(days, n),
                                 DB_STRS(next, n), DB_STRS(names, n)),
                         NULL);
}

static bool
check_zones(struct ctx *ctx, const struct work *work)
{
    int64_t best = -1, middle = 0, far = 0;
    size_t n = 0;
    const char **countries = ARENA_ARRAY(ctx->arena, work->n_where + 1, const char *);
    /* Most people share the hours of those within an hour of them. */
    for (size_t i = 0; i < work->n_where; i++) {
        int64_t hour, other, people = 0;
        if (!campaign_hours_of(work->where[i].country, &hour))
            continue;
        for (size_t j = 0; j < work->n_where; j++)
            if (campaign_hours_of(work->where[j].country, &other) && other - hour <= 1 &&
                hour - other <= 1)
                people += work->where[j].people;
        if (people > best) {
            best = people;
            middle = hour;
        }
    }
    for (size_t i = 0; i < work->n_where; i++) {
        int64_t hour;
        if (!campaign_hours_of(work->where[i].country, &hour))
            continue;
        int64_t distance = hour > middle ? hour - middle : middle - hour;
        far = distance > far ? distance : far;
        if (distance >= FAR_HOURS)
            countries[n++] = work->where[i].country;
    }
    return !n || db_exec(ctx, &SQL_CAMPAIGN_CHECK_ZONES,
                         DB_ARGS(DB_I64(work->check_id), DB_I64(work->campaign.campaign_id),
                                 DB_STRS(countries, n), DB_I64(far)),
                         NULL);
}

static bool
check_end(struct ctx *ctx, const struct work *work)
{
    static const struct field map[] = {FIELD_I64(struct campaign_finding, conflict_id),
                                       FIELD_I64(struct campaign_finding, severity),
                                       FIELD_STR(struct campaign_finding, kind),
                                       FIELD_STR(struct campaign_finding, who),
                                       FIELD_STR(struct campaign_finding, way),
                                       FIELD_STR(struct campaign_finding, tone),
                                       FIELD_STR(struct campaign_finding, basis),
                                       FIELD_STR(struct campaign_finding, country),
                                       FIELD_STR(struct campaign_finding, campaign),
                                       FIELD_STR(struct campaign_finding, day),
                                       FIELD_STR(struct campaign_finding, until),
                                       FIELD_STR(struct campaign_finding, name),
                                       FIELD_STR(struct campaign_finding, step),
                                       FIELD_STR(struct campaign_finding, position),
                                       FIELD_STR(struct campaign_finding, reason),
                                       FIELD_STR(struct campaign_finding, hours),
                                       FIELD_END};
    struct campaign_finding *rows;
    size_t n;
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_CHECK_FOUND, DB_ARGS(DB_I64(work->check_id)), map, &rows, &n))
        return false;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t), today = clock_now_ms() / DAY_MS;
    const char **titles = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    const char **details = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        ids[i] = rows[i].conflict_id;
        campaign_conflict_words(ctx->arena, &rows[i], today, &titles[i], &details[i]);
    }
    const struct db_arg both[2] = {DB_I64(work->check_id), DB_I64(work->campaign.campaign_id)};
    return db_exec(ctx, &SQL_CAMPAIGN_CHECK_WORDS,
                   DB_ARGS(DB_I64S(ids, n), DB_STRS(titles, n), DB_STRS(details, n)), NULL) &&
           db_exec(ctx, &SQL_CAMPAIGN_CHECK_KEEP, both, 2, NULL) &&
           db_exec(ctx, &SQL_CAMPAIGN_CHECK_END, both, 2, NULL);
}

/* In order; each may be a transaction of its own. */
static bool (*const parts[])(struct ctx *ctx, const struct work *work) = {
    check_people, check_manner, check_overlap, check_cooldown, check_free, check_zones, check_end,
};
enum { PARTS = sizeof parts / sizeof *parts };

bool
campaign_check_running(struct ctx *ctx, int64_t campaign_id, int64_t *check_id)
{
    return db_i64(ctx, &SQL_CAMPAIGN_CHECK_OPEN, DB_ARGS(DB_I64(campaign_id)), check_id);
}

bool
campaign_check_start(struct ctx *ctx, int64_t campaign_id, int64_t *check_id, int64_t *job_id)
{
    struct work work;
    struct campaign campaign;
    struct campaign_check running;
    struct campaign_counts counts;
    *job_id = 0;
    if (!campaign_lock(ctx, campaign_id, &campaign) ||
        !campaign_check_running(ctx, campaign_id, check_id))
        return false;
    if (!strcmp(campaign.state, "finished") || !strcmp(campaign.state, "archived"))
        return err_raise(ctx, ERR_CONFLICT, "The campaign is over: there is nothing to check.");
    if (*check_id) {
        if (!campaign_check_get(ctx, *check_id, &running))
            return false;
        *job_id = running.job_id;
        return true;
    }
    if (!campaign_counts(ctx, campaign_id, &counts) ||
        !db_i64(ctx, &SQL_CAMPAIGN_CHECK_NEW, DB_ARGS(DB_I64(campaign_id)), check_id))
        return false;
    if (counts.people > CAMPAIGN_CHECK_AT_ONCE)
        return job_enqueue(ctx, "campaign_check", *check_id, NULL, job_id) &&
               db_exec(ctx, &SQL_CAMPAIGN_CHECK_JOB, DB_ARGS(DB_I64(*check_id), DB_I64(*job_id)),
                       NULL);
    if (!work_read(ctx, *check_id, campaign_id, &work))
        return false;
    for (size_t i = 0; i < PARTS; i++)
        if (!parts[i](ctx, &work))
            return false;
    return true;
}

#define MAP                                                                                        \
    FIELD_I64(struct campaign_check, check_id), FIELD_I64(struct campaign_check, campaign_id),     \
        FIELD_I64(struct campaign_check, people), FIELD_I64(struct campaign_check, checked_ms),    \
        FIELD_STR(struct campaign_check, who), FIELD_BOOL(struct campaign_check, finished),        \
        FIELD_I64(struct campaign_check, job_id), FIELD_I64(struct campaign_check, found),         \
        FIELD_I64(struct campaign_check, blocking), FIELD_I64(struct campaign_check, undecided),   \
        FIELD_END

bool
campaign_check_get(struct ctx *ctx, int64_t check_id, struct campaign_check *out)
{
    static const struct field map[] = {MAP};
    bool found;
    if (!db_maybe(ctx, &SQL_CAMPAIGN_CHECK_GET, DB_ARGS(DB_I64(check_id)), map, out, &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND, "There is no such check.");
}

bool
campaign_check_list(struct ctx *ctx, int64_t campaign_id, int64_t most, struct campaign_check **out,
                    size_t *n)
{
    static const struct field map[] = {MAP};
    return DB_ALL(ctx, &SQL_CAMPAIGN_CHECK_LIST, DB_ARGS(DB_I64(campaign_id), DB_I64(most)), map,
                  out, n);
}

/* One part; what a run that was killed had found is looked for anew. */
static bool
job_part(struct ctx *ctx, struct job *job, size_t part)
{
    struct campaign_check check;
    struct work work;
    if (!job_begin(ctx, job) || !campaign_check_get(ctx, job->subject, &check))
        return false;
    if (job->stop == JOB_CANCEL)
        return db_exec(ctx, &SQL_CAMPAIGN_CHECK_DROP, DB_ARGS(DB_I64(check.check_id)), NULL) &&
               job_finish(ctx, job) && db_commit(ctx);
    if (!part && !db_exec(ctx, &SQL_CAMPAIGN_CHECK_CLEAR, DB_ARGS(DB_I64(check.check_id)), NULL))
        return false;
    return work_read(ctx, check.check_id, check.campaign_id, &work) && parts[part](ctx, &work) &&
           (part + 1 < PARTS || job_finish(ctx, job)) && db_commit(ctx);
}

bool
campaign_check_job(struct ctx *ctx, struct job *job)
{
    for (size_t part = 0; part < PARTS && !job->finished; part++) {
        if (!job_part(ctx, job, part))
            return false;
        if (job->finished)
            return true;
        if (!job_heartbeat(ctx, job, (int64_t)part + 1, PARTS))
            return false;
        if (job->stop == JOB_YIELD)
            return true;
        arena_reset(ctx->arena);
    }
    return true;
}

bool
campaign_check_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    (void)reason;
    return db_exec(ctx, &SQL_CAMPAIGN_CHECK_DROP, DB_ARGS(DB_I64(job->subject)), NULL);
}
