/* GET /{tenant}/health: how the pipeline is doing: the funnel with what moves and what waits, alerts, waiting
 * times, history. POST: measure now, mute an alert. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/health/pipeline_alert.h"
#include "domain/pipeline/job.h"
#include "domain/pipeline/stage.h"
#include "web/health/pages.h"
#include "web/pipeline/run_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { MUTE_DAYS = 7, CHART = 100, DAY_DAYS = 1, WEEK = 7, MONTH = 30 };

static const char *const periods[] = {"1", "7", "30", NULL};
static const char *const acts[] = {"measure", "mute", NULL};

struct period {
    const char *days;
};
static const struct param period_items[] = {PARAM_CHOICE(struct period, days, periods, OPTIONAL)};
const struct params pipeline_health_params = PARAMS(struct period, period_items);

struct act {
    const char *act;
    int64_t alert;
};
/* "do" is no name for a member */
static const struct param act_items[] = {
    {"do", PARAM_TYPE_CHOICE, offsetof(struct act, act), 0, 0, REQUIRED, acts},
    PARAM_ID_OR_NONE(struct act, alert),
};
const struct params pipeline_health_act_params = PARAMS(struct act, act_items);

/* Results of a stage that passed it, over so many days. */
static int64_t
passed(const struct health *health, const char *stage, int64_t from, int64_t days)
{
    int64_t n = 0;
    for (int64_t ago = from; ago < from + days; ago++)
        n += pipeline_health_at(health, ago, "day.%s.done", stage) +
             pipeline_health_at(health, ago, "day.%s.partial", stage);
    return n;
}

static int64_t
at_or_past(const struct health *health, const char *stage)
{
    return pipeline_health_now(health, "stage.%s.done", stage) +
           pipeline_health_now(health, "stage.%s.partial", stage);
}

/* One row of the funnel. backlog: wait for it; ended: went no further here. */
static void
funnel_row(struct page *pg, struct tree_list *list, const char *label, int64_t n, int64_t before,
           int64_t all, const char *rate, int64_t backlog, int64_t ended)
{
    struct arena *arena = pg->ctx->arena;
    struct tree *row = tree_row(list);
    tree_set(row, "label", label);
    tree_set(row, "n", view_number(pg, n));
    tree_set(row, "width", view_width(arena, n, all));
    tree_set(row, "share",
             before > 0 ? arena_printf(arena, "%.1f %%", (double)n * 100 / (double)before) : "–");
    tree_set(row, "rate", rate);
    if (backlog > 0)
        tree_set(row, "backlog", view_number(pg, backlog));
    if (ended > 0)
        tree_set(row, "ended", view_number(pg, ended));
}

static const char *
rate_of(struct page *pg, const struct health *health, const char *stage, int64_t days)
{
    int64_t n = passed(health, stage, 0, days);
    if (days == 1)
        return arena_printf(pg->ctx->arena, "%s today", view_number(pg, n));
    return arena_printf(pg->ctx->arena, "%s a day", view_number(pg, (n + days / 2) / days));
}

static void
show_funnel(struct page *pg, const struct health *health, int64_t days)
{
    int64_t all = pipeline_health_now(health, "companies");
    int64_t crawled = at_or_past(health, "crawl"), scored = at_or_past(health, "score");
    int64_t let = at_or_past(health, "triage");
    int64_t tried = crawled + pipeline_health_now(health, "stage.crawl.no_match") +
                    pipeline_health_now(health, "stage.crawl.failed");
    int64_t stopped = pipeline_health_now(health, "stage.triage.stopped");
    int64_t people = pipeline_health_now(health, "funnel.people");
    int64_t email = pipeline_health_now(health, "funnel.email");
    struct tree_list list = tree_list(pg->view, "Funnel");
    funnel_row(pg, &list, "Known", all, 0, all, "–", 0, 0);
    funnel_row(pg, &list, "Crawled", crawled, all, all, rate_of(pg, health, "crawl", days),
               all - tried, tried - crawled);
    funnel_row(pg, &list, "Scored", scored, crawled, all, rate_of(pg, health, "score", days),
               crawled - scored, 0);
    funnel_row(pg, &list, "Let through by triage", let, scored, all,
               rate_of(pg, health, "triage", days), scored - let - stopped, stopped);
    funnel_row(pg, &list, "With a person", people, let, all, rate_of(pg, health, "people", days),
               let - people, 0);
    funnel_row(pg, &list, "With a person's address", email, people, all,
               rate_of(pg, health, "email_find", days), people - email, 0);
}

/* Everything that waits, and what has waited longest. */
static void
show_waiting(struct page *pg, const struct health *health)
{
    int64_t waiting = 0, oldest = 0;
    const char *where = NULL;
    for (size_t i = 0; stages[i]; i++) {
        int64_t age = pipeline_health_now(health, "oldest.%s", stages[i]->name);
        waiting += pipeline_health_now(health, "wait.%s", stages[i]->name);
        if (age > oldest) {
            oldest = age;
            where = stages[i]->label;
        }
    }
    tree_set(pg->view, "Waiting.n", view_number(pg, waiting));
    if (where)
        tree_set(pg->view, "Waiting.oldest",
                 arena_printf(pg->ctx->arena, "oldest %s, %s",
                              view_duration(pg->ctx->arena, oldest * 1000), where));
}

static void
show_tiles(struct page *pg, const struct health *health, int64_t days)
{
    struct arena *arena = pg->ctx->arena;
    int64_t now = passed(health, "score", 0, days), before = passed(health, "score", days, days);
    int64_t failed = 0, results = 0, spent = 0, let = 0;
    for (int64_t ago = 0; ago < days; ago++) {
        spent += pipeline_health_at(health, ago, "spent");
        let += pipeline_health_at(health, ago, "passed_day");
        for (size_t i = 0; stages[i]; i++) {
            failed += pipeline_health_at(health, ago, "day.%s.failed", stages[i]->name);
            for (int result = STAGE_DONE; result < STAGE_N_RESULTS; result++)
                if (result != STAGE_BLOCKED && result != STAGE_SKIPPED)
                    results += pipeline_health_at(health, ago, "day.%s.%s", stages[i]->name,
                                                  stage_result_name((enum stage_result)result));
        }
    }
    tree_set(pg->view, "Throughput.n", view_number(pg, (now + days / 2) / days));
    if (before && days <= HEALTH_DAYS / 2)
        tree_set(pg->view, "Throughput.change",
                 arena_printf(arena, "%+.0f %% on the time before",
                              ((double)now / (double)before - 1) * 100));
    tree_set(pg->view, "Failed.n", view_number(pg, failed));
    tree_set(pg->view, "Failed.of", view_number(pg, results));
    tree_set_bool(pg->view, "Failed.any", failed > 0);
    tree_set(pg->view, "Cost.n", let ? run_view_money(pg, spent / let) : "–");
    tree_set(pg->view, "Cost.spent", run_view_money(pg, spent));
    int64_t in = pipeline_health_now(health, "companies");
    int64_t out = pipeline_health_now(health, "flow.passed") +
                  pipeline_health_now(health, "flow.waiting") +
                  pipeline_health_now(health, "flow.stopped");
    tree_set(pg->view, "Balance.in", view_number(pg, in));
    tree_set(pg->view, "Balance.out", view_number(pg, out));
    tree_set_bool(pg->view, "Balance.ok", in == out && !pipeline_health_now(health, "lost"));
    tree_set(pg->view, "Balance.note",
             arena_printf(arena, "in = %s passed + %s waiting + %s stopped",
                          view_number(pg, pipeline_health_now(health, "flow.passed")),
                          view_number(pg, pipeline_health_now(health, "flow.waiting")),
                          view_number(pg, pipeline_health_now(health, "flow.stopped"))));
    show_waiting(pg, health);
}

/* How many records a stage passed on each day, as a line in a box of 100 by 100. */
static void
show_history(struct page *pg, const struct health *health, int64_t days)
{
    struct arena *arena = pg->ctx->arena;
    static const char *const names[] = {"crawl", "score", "people"};
    int64_t most = 1, n = days < WEEK ? WEEK : days;
    for (size_t s = 0; s < sizeof names / sizeof *names; s++)
        for (int64_t ago = 0; ago < n; ago++) {
            int64_t value = passed(health, names[s], ago, 1);
            most = value > most ? value : most;
        }
    struct tree_list list = tree_list(pg->view, "History");
    for (size_t s = 0; s < sizeof names / sizeof *names; s++) {
        const struct stage *stage = stage_named(names[s]);
        const char *d = "";
        if (!stage)
            continue;
        for (int64_t at = 0; at < n; at++)
            d = arena_printf(
                arena, "%s%s%.1f %.1f", d, at ? "L" : "M", (double)at * CHART / (double)(n - 1),
                99 - (double)passed(health, names[s], n - 1 - at, 1) * 98 / (double)most);
        struct tree *row = tree_row(&list);
        tree_set(row, "label", stage->label);
        tree_set(row, "d", d);
        tree_set_i64(row, "series", (int64_t)s + 1);
        tree_set(row, "last", view_number(pg, passed(health, names[s], 0, 1)));
    }
    tree_set(pg->view, "HistoryMost", view_number(pg, most));
    tree_set(pg->view, "HistoryFrom", arena_printf(arena, "%" PRId64 " days ago", n - 1));
}

static void
show_ages(struct page *pg, const struct health *health)
{
    static const char *const labels[HEALTH_AGES] = {"under a minute", "to 10 minutes", "to an hour",
                                                    "to 3 hours",     "to 6 hours",    "to a day",
                                                    "longer"};
    int64_t most = 1, n[HEALTH_AGES];
    for (int i = 0; i < HEALTH_AGES; i++) {
        n[i] = pipeline_health_now(health, "age.%d", i);
        most = n[i] > most ? n[i] : most;
    }
    struct tree_list list = tree_list(pg->view, "Ages");
    for (int i = 0; i < HEALTH_AGES; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", labels[i]);
        tree_set(row, "n", view_number(pg, n[i]));
        tree_set(row, "width", view_width(pg->ctx->arena, n[i], most));
    }
}

static bool
show_alerts(struct page *pg, int64_t now)
{
    struct alert *open, *solved;
    size_t n_open, n_solved;
    int64_t loud = 0;
    if (!pipeline_alert_list(pg->ctx, false, &open, &n_open) ||
        !pipeline_alert_list(pg->ctx, true, &solved, &n_solved))
        return false;
    struct tree_list list = tree_list(pg->view, "Alerts");
    for (size_t i = 0; i < n_open; i++) {
        struct tree *row = tree_row(&list);
        bool muted = open[i].muted_until > now;
        loud += !muted;
        tree_set_i64(row, "id", open[i].alert_id);
        tree_set(row, "level", open[i].level);
        tree_set(row, "title", open[i].title);
        tree_set(row, "detail", open[i].detail);
        tree_set(row, "times", view_number(pg, open[i].times));
        tree_set_bool(row, "muted", muted);
        view_time(pg, row, "first", open[i].first_at * 1000);
        view_time(pg, row, "until", open[i].muted_until * 1000);
    }
    tree_set_i64(pg->view, "AlertsOpen", loud);
    struct tree_list over = tree_list(pg->view, "Solved");
    for (size_t i = 0; i < n_solved; i++) {
        struct tree *row = tree_row(&over);
        tree_set(row, "title", solved[i].title);
        view_time(pg, row, "at", solved[i].resolved_at * 1000);
    }
    tree_set_i64(pg->view, "SolvedN", (int64_t)n_solved);
    return true;
}

bool
pipeline_health_page(struct page *pg)
{
    const struct period *period = pg->params;
    int64_t days = *period->days ? strtoll(period->days, NULL, 10) : WEEK;
    struct health health;
    if (!pipeline_health_read(pg->ctx, &health))
        return false;
    struct tree_list list = tree_list(pg->view, "Periods");
    static const int64_t choices[] = {DAY_DAYS, WEEK, MONTH};
    static const char *const labels[] = {"Today", "7 days", "30 days"};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", labels[i]);
        tree_set(row, "path",
                 view_here_with(pg, "days", arena_printf(pg->ctx->arena, "%" PRId64, choices[i])));
        if (choices[i] == days)
            tree_set(row, "current", "1");
    }
    tree_set(pg->view, "Health.runs", arena_printf(pg->ctx->arena, "%s/runs", pg->base));
    view_time(pg, pg->view, "Health.measured", health.measured_at * 1000);
    if (!health.measured_at)
        return reply_template(pg);
    show_tiles(pg, &health, days);
    show_funnel(pg, &health, days);
    show_history(pg, &health, days);
    show_ages(pg, &health);
    return show_alerts(pg, health.measured_at) && reply_template(pg);
}

bool
pipeline_health_act_page(struct page *pg)
{
    const struct act *act = pg->params;
    int64_t job_id;
    if (!strcmp(act->act, "mute")) {
        if (!pipeline_alert_mute(pg->ctx, act->alert, MUTE_DAYS))
            return false;
    } else if (!job_enqueue(pg->ctx, "health", 1, NULL, &job_id)) {
        return false;
    } else {
        reply_flash(pg, "info", "It is being measured. Load the page again in a moment.", NULL,
                    NULL);
    }
    return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s/health", pg->base));
}
