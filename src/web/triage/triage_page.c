/* GET /{tenant}/triage: the queue and the company in hand; POST: pass, later, disqualify. GET
 * /{tenant}/triage/done: what was decided; POST /{tenant}/triage/undo takes a decision back. */
#include <string.h>

#include "base/clock.h"
#include "base/zone.h"
#include "domain/company/company_class.h"
#include "domain/discovery/discovery.h"
#include "domain/record/country.h"
#include "domain/record/record.h"
#include "domain/triage/triage_queue.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/triage/pages.h"
#include "web/view.h"

enum { DAY_SECONDS = 86400, DONE_SHOWN = 50 };

static const char *const orders[] = {"score", "oldest", "country", NULL};
static const char *const verdicts[] = {"pass", "later", "no", NULL};
static const char *const whose[] = {"people", "pass", "disqualify", NULL};

struct shown {
    const char *order;
    int64_t at;
};
static const struct param shown_items[] = {
    PARAM_CHOICE(struct shown, order, orders, OPTIONAL),
    PARAM_ID_OR_NONE(struct shown, at),
};
const struct params triage_params = PARAMS(struct shown, shown_items);

struct decided {
    const char *order;
    int64_t at;
    const char *verdict, *reason;
};
static const struct param decided_items[] = {
    PARAM_CHOICE(struct decided, order, orders, OPTIONAL),
    PARAM_ID(struct decided, at),
    PARAM_CHOICE(struct decided, verdict, verdicts, REQUIRED),
    PARAM_TEXT(struct decided, reason, 30, OPTIONAL),
};
const struct params triage_decide_params = PARAMS(struct decided, decided_items);

struct undo {
    int64_t company_id;
    bool back; /* to the list of decisions */
};
static const struct param undo_items[] = {
    PARAM_ID(struct undo, company_id),
    PARAM_FLAG(struct undo, back),
};
const struct params triage_undo_params = PARAMS(struct undo, undo_items);

struct done {
    const char *of;
    int64_t before;
};
static const struct param done_items[] = {
    PARAM_CHOICE(struct done, of, whose, OPTIONAL),
    PARAM_ID_OR_NONE(struct done, before),
};
const struct params triage_done_params = PARAMS(struct done, done_items);

/* The queue at a company; 0: at whatever comes next. */
static const char *
queue_path(struct page *pg, const char *order, int64_t at)
{
    struct arena *arena = pg->ctx->arena;
    const char *path =
        arena_printf(arena, "%s/triage?order=%s", pg->base, *order ? order : "score");
    return at ? arena_printf(arena, "%s&at=%" PRId64, path, at) : path;
}

static const char *
label_of(const struct record_choices *list, int64_t code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->label : NULL;
}

/* "Transport · 1,100 people · FR" */
static const char *
about(struct page *pg, const struct triage_waiting *row)
{
    const char *parts[3] = {
        label_of(&record_industries, row->industry),
        row->employees ? arena_printf(pg->ctx->arena, "%s people", row->employees) : NULL,
        row->country};
    const char *text = "";
    for (size_t i = 0; i < 3; i++)
        if (parts[i])
            text = arena_printf(pg->ctx->arena, "%s%s%s", text, *text ? " · " : "", parts[i]);
    return *text ? text : "Little is known";
}

/* The queue beside; *at becomes the company in hand, 0 when nothing waits. */
static bool
show_queue(struct page *pg, const char *order, int64_t *at)
{
    struct triage_waiting *rows;
    struct triage_last last;
    size_t n, here = SIZE_MAX;
    if ((!*at && !triage_next_free(pg->ctx, order, at)) ||
        !triage_queue(pg->ctx, order, *at, &rows, &n) || !triage_last(pg->ctx, &last))
        return false;
    struct tree_list list = tree_list(pg->view, "Queue");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "path", queue_path(pg, order, rows[i].company_id));
        tree_set(row, "name", rows[i].name);
        tree_set(row, "about", about(pg, &rows[i]));
        const char *tier = label_of(&record_tiers, rows[i].tier);
        tree_set(row, "tier",
                 rows[i].scored ? arena_printf(pg->ctx->arena, "%" PRId64, rows[i].score)
                 : tier         ? tier
                                : "");
        if (rows[i].company_id == *at) {
            here = i;
            tree_set(row, "current", "1");
        }
    }
    struct tree *node = tree_node(pg->view, "Triage");
    tree_set(node, "waiting", view_number(pg, n ? rows->of : 0));
    if (n && rows[n - 1].place < rows->of)
        tree_set(node, "more", view_number(pg, rows->of - rows[n - 1].place));
    if (here != SIZE_MAX && here > 0)
        tree_set(node, "previous", queue_path(pg, order, rows[here - 1].company_id));
    if (here != SIZE_MAX && here + 1 < n)
        tree_set(node, "next", queue_path(pg, order, rows[here + 1].company_id));
    if (last.company_id) {
        tree_set_i64(node, "last_id", last.company_id);
        tree_set(node, "last", last.name);
    }
    return true;
}

static void
add_fact(struct tree_list *list, const char *label, const char *value)
{
    struct tree *row = tree_row(list);
    tree_set(row, "label", label);
    tree_set(row, "value", value ? value : "");
}

static void
show_facts(struct page *pg, const struct record *company)
{
    static const int shown[] = {COMPANY_INDUSTRY,     COMPANY_EMPLOYEES, COMPANY_REVENUE,
                                COMPANY_FOUNDED_YEAR, COMPANY_TIER,      COMPANY_STATUS,
                                COMPANY_PHONE};
    size_t n_fields;
    const struct record_field *fields = record_fields(RECORD_COMPANY, &n_fields);
    struct tree_list list = tree_list(pg->view, "Facts");
    int16_t codes[COMPANY_N_CODES];
    company_class_of(pg->ctx->arena, company->values, codes);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const struct record_field *field = &fields[shown[i]];
        const char *value = company->values[shown[i]];
        if (value)
            value = record_view_value(company, field, value);
        else if (shown[i] == COMPANY_INDUSTRY)
            value = label_of(&record_industries, codes[COMPANY_CODE_INDUSTRY]);
        add_fact(&list, field->label, value);
    }
    add_fact(&list, "People known", view_number(pg, company->people));
    add_fact(&list, "Owner", company->owner_name);
}

/* Why a person decides: what the rules say, for and against. */
static bool
show_reasons(struct page *pg, const struct triage_one *one)
{
    struct triage_judgement judgement;
    if (!triage_judge_read(pg->ctx, one->reasons, &judgement))
        return false;
    struct tree_list list = tree_list(pg->view, "Reasons");
    for (size_t i = 0; i < judgement.n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "text", judgement.reasons[i].text);
        tree_set_bool(row, "out", judgement.reasons[i].verdict == TRIAGE_DISQUALIFY);
    }
    return true;
}

/* What speaks for and against it, with the words that say so. */
static bool
show_score(struct page *pg, int64_t company_id)
{
    struct triage_score score;
    if (!triage_score(pg->ctx, company_id, &score))
        return false;
    if (score.scored) {
        struct tree *node = tree_node(pg->view, "One");
        tree_set_i64(node, "total", score.total);
        tree_set(node, "pages", view_number(pg, score.pages));
        view_time(pg, node, "scored", score.scored_ms);
    }
    struct tree_list good = tree_list(pg->view, "For"), bad = tree_list(pg->view, "Against");
    for (size_t i = 0; i < score.n_evidence; i++) {
        const struct triage_evidence *one = &score.evidence[i];
        struct tree *row = tree_row(one->points > 0 ? &good : &bad);
        tree_set(
            row, "points",
            arena_printf(pg->ctx->arena, "%s%" PRId64, one->points > 0 ? "+" : "", one->points));
        tree_set(row, "label", one->label);
        if (one->url) {
            tree_set(row, "url", one->url);
            tree_set(row, "before", one->before);
            tree_set(row, "found", one->found);
            tree_set(row, "after", one->after);
        }
    }
    return true;
}

static void
show_decision(struct page *pg, struct tree *node, const struct triage_one *one)
{
    tree_set(node, "ruled", triage_verdict_name(one->ruled));
    tree_set(node, "decided", triage_verdict_name(one->decided));
    tree_set(node, "who", one->who ? one->who : "Somebody");
    tree_set(node, "reason", triage_cause_label(one->reason));
    if (one->holder)
        tree_set(node, "holder", one->holder);
    view_time(pg, node, "when", one->decided ? one->decided_ms : one->ruled_ms);
}

/* By which query, at which rank. */
static bool
show_origin(struct page *pg, int64_t company_id)
{
    struct discovery_origin origin;
    if (!discovery_origin(pg->ctx, company_id, &origin))
        return false;
    if (origin.query_id) {
        struct tree *node = tree_node(pg->view, "One");
        tree_set(node, "query", origin.words);
        tree_set(node, "query_path",
                 arena_printf(pg->ctx->arena, "%s/discovery/%" PRId64, pg->base, origin.query_id));
        tree_set(node, "rank", view_number(pg, origin.rank));
    }
    return true;
}

static bool
show_one(struct page *pg, int64_t company_id)
{
    struct triage_one one;
    struct record company;
    if (!triage_one(pg->ctx, company_id, &one) ||
        !record_get(pg->ctx, RECORD_COMPANY, company_id, &company) || !show_reasons(pg, &one) ||
        !show_score(pg, company_id) || !show_origin(pg, company_id))
        return false;
    struct tree *node = tree_node(pg->view, "One");
    const char *const *values = company.values;
    const struct country *country =
        values[COMPANY_COUNTRY] ? country_by_code(values[COMPANY_COUNTRY]) : NULL;
    tree_set_i64(node, "id", company_id);
    tree_set(node, "name", company.label);
    tree_set(node, "path", record_view_path(pg, RECORD_COMPANY, company_id));
    tree_set(node, "initials", view_initials(pg->ctx->arena, company.label));
    tree_set_i64(node, "avatar", company_id % 6 + 1);
    if (values[COMPANY_DOMAIN])
        tree_set(node, "domain", values[COMPANY_DOMAIN]);
    if (values[COMPANY_CITY])
        tree_set(node, "city", values[COMPANY_CITY]);
    if (country)
        tree_set(node, "country", country->name);
    if (values[COMPANY_DESCRIPTION])
        tree_set(node, "description", values[COMPANY_DESCRIPTION]);
    show_decision(pg, node, &one);
    show_facts(pg, &company);
    for (const struct triage_cause *cause = triage_causes; cause->code; cause++)
        view_option(pg, "reason", cause->code, cause->label);
    return true;
}

/* Milliseconds at which the caller's day began. */
static int64_t
day_start(struct page *pg)
{
    int64_t now = clock_now_ms() / 1000;
    struct zone_time zone;
    zone_at(view_zone(pg), now, &zone);
    return (now - (now + zone.offset) % DAY_SECONDS) * 1000;
}

static bool
show_counts(struct page *pg)
{
    struct triage_counts counts;
    if (!triage_counts(pg->ctx, day_start(pg), &counts))
        return false;
    struct tree *node = tree_node(pg->view, "Triage");
    tree_set(node, "path", arena_printf(pg->ctx->arena, "%s/triage", pg->base));
    tree_set(node, "rules", arena_printf(pg->ctx->arena, "%s/triage/rules", pg->base));
    tree_set(node, "today", view_number(pg, counts.done));
    tree_set(node, "decided", view_number(pg, counts.decided));
    tree_set(node, "passed", view_number(pg, counts.passed));
    tree_set(node, "out", view_number(pg, counts.out));
    tree_set_bool(node, "any", counts.decided + counts.passed + counts.out > 0);
    return true;
}

bool
triage_page(struct page *pg)
{
    const struct shown *shown = pg->params;
    const char *order = *shown->order ? shown->order : "score";
    int64_t at = shown->at;
    if (!show_counts(pg) || !show_queue(pg, order, &at))
        return false;
    struct tree *node = tree_node(pg->view, "Triage");
    struct tree_list list = tree_list(node, "orders");
    for (const struct triage_order *one = triage_orders; one->name; one++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", one->label);
        tree_set(row, "path", queue_path(pg, one->name, 0));
        if (!strcmp(one->name, order))
            tree_set(node, "order", one->label);
    }
    tree_set(node, "here", queue_path(pg, order, at));
    return (!at || show_one(pg, at)) && reply_template(pg);
}

static const char *
past(int64_t verdict)
{
    return verdict == TRIAGE_PASS ? "passed" : "disqualified";
}

bool
triage_decide_page(struct page *pg)
{
    const struct decided *in = pg->params;
    struct arena *arena = pg->ctx->arena;
    int64_t next;
    if (!strcmp(in->verdict, "later")) {
        if (!triage_later(pg->ctx, in->at))
            return false;
    } else {
        enum triage_verdict verdict =
            !strcmp(in->verdict, "pass") ? TRIAGE_PASS : TRIAGE_DISQUALIFY;
        struct triage_one taken;
        if (!triage_decide(pg->ctx, in->at, verdict, in->reason, &taken))
            return false;
        if (taken.decided)
            reply_flash(pg, "warn",
                        arena_printf(arena, "%s %s this company before you. That decision stands.",
                                     taken.who ? taken.who : "Somebody", past(taken.decided)),
                        NULL, NULL);
    }
    return triage_next(pg->ctx, *in->order ? in->order : "score", in->at, &next) &&
           reply_redirect_to(pg, queue_path(pg, in->order, next));
}

bool
triage_undo_page(struct page *pg)
{
    const struct undo *in = pg->params;
    if (!triage_undo(pg->ctx, in->company_id))
        return false;
    reply_flash(pg, "ok", "Taken back. What the rules say counts again.", NULL, NULL);
    return reply_redirect_to(pg, in->back ? arena_printf(pg->ctx->arena, "%s/triage/done", pg->base)
                                          : queue_path(pg, "score", in->company_id));
}

static bool
show_done(struct page *pg, struct tree *row, const struct triage_done *done)
{
    struct triage_judgement judgement;
    if (!triage_judge_read(pg->ctx, done->reasons, &judgement))
        return false;
    tree_set_i64(row, "id", done->company_id);
    tree_set(row, "name", done->name);
    tree_set(row, "domain", done->domain ? done->domain : "");
    tree_set(row, "path", queue_path(pg, "score", done->company_id));
    tree_set(row, "verdict", triage_verdict_name(done->verdict));
    tree_set_bool(row, "decided", done->decided != 0);
    tree_set(row, "who", done->decided ? done->who ? done->who : "Somebody" : "Rules");
    tree_set(row, "reason",
             done->reason  ? triage_cause_label(done->reason)
             : judgement.n ? judgement.reasons[0].text
                           : "Meets all rules");
    view_time(pg, row, "when", done->at_ms);
    return true;
}

bool
triage_done_page(struct page *pg)
{
    const struct done *in = pg->params;
    const char *of = *in->of ? in->of : "people";
    struct triage_done *rows;
    size_t n;
    if (!show_counts(pg) || !triage_done(pg->ctx, of, in->before, DONE_SHOWN + 1, &rows, &n))
        return false;
    bool more = n > DONE_SHOWN;
    n = more ? DONE_SHOWN : n;
    tree_set(pg->view, "Triage.of", of);
    struct tree_list list = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n; i++)
        if (!show_done(pg, tree_row(&list), &rows[i]))
            return false;
    if (more)
        tree_set(pg->view, "Pager.next",
                 arena_printf(pg->ctx->arena, "%s/triage/done?of=%s&before=%" PRId64, pg->base, of,
                              rows[n - 1].company_id));
    return reply_template(pg);
}
