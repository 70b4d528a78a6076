/* GET /{tenant}: what waits for a person, how much is here and how good it is, what runs, what came
 * in lately; and the first steps where nothing is. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/zone.h"
#include "domain/change/change_set.h"
#include "domain/pipeline/job.h"
#include "domain/query/overview.h"
#include "domain/query/record_query.h"
#include "web/home/home_chart.h"
#include "web/home/pages.h"
#include "web/import/import_view.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { IMPORTS = 5, RECENT = 6, RUNNING = 5, JOBS = 50 };

/* What an import did, or did before it was taken back; "" while it has written nothing. */
static const char *
numbers_of(struct page *pg, const struct change_import *import)
{
    bool undone = !strcmp(import->state, "undone") || !strcmp(import->state, "undoing");
    if (!import->rows)
        return "";
    return arena_printf(pg->ctx->arena, "%s%s created, %s updated, %s skipped, %s rejected",
                        undone                              ? "Taken back: "
                        : !strcmp(import->state, "running") ? "So far "
                                                            : "",
                        view_number(pg, import->created), view_number(pg, import->updated),
                        view_number(pg, import->skipped), view_number(pg, import->rejected));
}

static bool
show_imports(struct page *pg)
{
    struct change_import *imports;
    size_t n;
    if (!change_set_imports(pg->ctx, IMPORTS, &imports, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Imports");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        const struct change_import *import = &imports[i];
        tree_set(row, "name", import->filename);
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s/import/%" PRId64, pg->base, import->import_id));
        import_view_state(row, import->state);
        tree_set(row, "numbers", numbers_of(pg, import));
        view_time(pg, row, "when", import->at_ms);
    }
    return true;
}

/* What changed last, so that a person finds back to it. */
static bool
show_recent(struct page *pg, enum record_entity entity, const char *path)
{
    struct record_query query = {
        .filter = {.entity = entity, .search = ""},
        .order = record_order_get(entity, "updated"),
        .descending = true,
        .after = "",
        .before = "",
        .limit = RECENT
    };
    struct record_found found;
    struct record *records;
    size_t n;
    if (!record_query_page(pg->ctx, &query, &found) ||
        !record_get_many(pg->ctx, entity, found.ids, found.n, &records, &n))
        return false;
    struct tree_list rows = tree_list(pg->view, path);
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&rows);
        const char *detail =
            entity == RECORD_COMPANY ? records[i].values[COMPANY_DOMAIN] : records[i].company_name;
        tree_set(row, "name", records[i].label);
        tree_set(row, "path", record_view_path(pg, entity, records[i].record_id));
        tree_set(row, "detail", detail ? detail : "");
        tree_set(row, "age", view_duration(pg->ctx->arena, clock_now_ms() - records[i].updated_ms));
    }
    return true;
}

/* One line of what waits; nothing where there is nothing. */
static void
show_waiting(struct page *pg, struct tree_list *list, int64_t n, const char *class,
             const char *title, const char *detail, const char *path)
{
    if (!n)
        return;
    struct tree *row = tree_row(list);
    tree_set(row, "n", view_number(pg, n));
    tree_set(row, "class", class);
    tree_set(row, "title", title);
    tree_set(row, "detail", detail);
    tree_set(row, "path", path);
}

static const char *
path_of(struct page *pg, const char *rest, int64_t id)
{
    return id ? arena_printf(pg->ctx->arena, "%s/%s/%" PRId64, pg->base, rest, id)
              : arena_printf(pg->ctx->arena, "%s/%s", pg->base, rest);
}

/* What only those can do who may write. */
static void
show_to_do(struct page *pg, struct tree_list *list, const struct overview *o)
{
    show_waiting(pg, list, o->drafts, "t-hold", "Messages to review",
                 "Written, and read by nobody yet. Approve, change or reject each.",
                 path_of(pg, "review", 0));
    show_waiting(pg, list, o->undecided, "t-hold", "Imports to decide on",
                 "Uploaded, and not run yet.", path_of(pg, "import", o->undecided_import));
    show_waiting(pg, list, o->rejected, "t-warn", "Rejected rows to repair",
                 "Of imports of the last 30 days. Download them, repair them, import them again.",
                 path_of(pg, "import", o->rejected_import));
    show_waiting(pg, list, o->dead_jobs, "t-bad", "Jobs that gave up",
                 "Each says why; it can be tried again.", path_of(pg, "jobs?state=dead", 0));
    show_waiting(pg, list, o->twin_contacts, "t-hold", "Contacts that are likely the same",
                 "Merge each pair, or say that both are right.", path_of(pg, "duplicates", 0));
    show_waiting(pg, list, o->twin_companies, "t-hold", "Companies that are likely the same",
                 "Merge each pair, or say that both are right.",
                 path_of(pg, "duplicates?of=companies", 0));
}

static void
show_all_waiting(struct page *pg, const struct overview *o)
{
    struct tree_list list = tree_list(pg->view, "Waiting");
    if (pg->caller->role_rank >= AUTH_EDITOR)
        show_to_do(pg, &list, o);
    show_waiting(pg, &list, o->stale_contacts, "t-warn", "Contacts with facts older than 90 days",
                 "Nobody found, changed or confirmed them since.",
                 path_of(pg, "contacts?stale=90..", 0));
    show_waiting(pg, &list, o->stale_companies, "t-warn", "Companies with facts older than 90 days",
                 "Nobody found, changed or confirmed them since.",
                 path_of(pg, "companies?stale=90..", 0));
    show_waiting(pg, &list, o->no_email, "t-info", "Contacts without an e-mail address",
                 "Nobody can write to them yet.", path_of(pg, "contacts?email=none", 0));
}

static void
show_share(struct page *pg, const char *path, int64_t part, int64_t whole)
{
    struct tree *node = tree_node(pg->view, path);
    int64_t percent = whole ? (100 * part + whole / 2) / whole : 0;
    tree_set_i64(node, "percent", percent);
    tree_set(node, "part", view_number(pg, part));
    tree_set(node, "width", view_width(pg->ctx->arena, part, whole));
}

static void
show_numbers(struct page *pg, const struct overview *o)
{
    struct tree *companies = tree_node(pg->view, "Numbers.companies");
    struct tree *contacts = tree_node(pg->view, "Numbers.contacts");
    tree_set(companies, "total", view_number(pg, o->companies));
    tree_set(contacts, "total", view_number(pg, o->contacts));
    const char *recent = arena_printf(pg->ctx->arena, "?created=%s..", o->added_since);
    tree_set(companies, "recent", arena_printf(pg->ctx->arena, "%s/companies%s", pg->base, recent));
    tree_set(contacts, "recent", arena_printf(pg->ctx->arena, "%s/contacts%s", pg->base, recent));
    home_chart_days(pg, companies, "Companies", o->added_companies, OVERVIEW_DAYS);
    home_chart_days(pg, contacts, "Contacts", o->added_contacts, OVERVIEW_DAYS);
    show_share(pg, "Numbers.work", o->work_email, o->contacts);
    show_share(pg, "Numbers.fresh", o->contacts - o->stale_contacts, o->contacts);
    home_chart_bars(pg, "Seniority", "contacts", o->seniority, o->contacts);
    home_chart_bars(pg, "Industry", "companies", o->industry, o->companies);
}

/* Jobs that run or wait to run, with how far they are. */
static bool
show_running(struct page *pg)
{
    struct job_view *jobs;
    size_t n, shown = 0;
    if (!job_list(pg->ctx, NULL, INT64_MAX, JOBS, &jobs, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Running");
    for (size_t i = 0; i < n && shown < RUNNING; i++) {
        if (!job_view_active(&jobs[i]))
            continue;
        shown++;
        struct tree *row = tree_row(&list);
        const struct job_kind *kind = job_kind_named(jobs[i].kind);
        int64_t left = job_view_seconds_left(&jobs[i]);
        tree_set(row, "name", kind ? kind->label : jobs[i].kind);
        tree_set(row, "done", view_number(pg, jobs[i].done));
        if (jobs[i].total) {
            tree_set(row, "total", view_number(pg, jobs[i].total));
            tree_set_i64(row, "percent", 100 * jobs[i].done / jobs[i].total);
            tree_set(row, "width", view_width(pg->ctx->arena, jobs[i].done, jobs[i].total));
        }
        if (left >= 0)
            tree_set(row, "left", view_duration(pg->ctx->arena, left * 1000));
    }
    return true;
}

static void
greet(struct page *pg)
{
    struct zone_time now;
    zone_at(view_zone(pg), clock_now_ms() / 1000, &now);
    int64_t hour = (clock_now_ms() / 1000 + now.offset) / 3600 % 24;
    const char *part = hour < 5 || hour >= 18 ? "Good evening"
                       : hour < 12            ? "Good morning"
                                              : "Good afternoon";
    const char *name = pg->caller->user_name;
    size_t first = strcspn(name, " ");
    tree_set(pg->view, "Greeting",
             *name ? arena_printf(pg->ctx->arena, "%s, %.*s", part, (int)first, name) : part);
}

bool
home_page(struct page *pg)
{
    struct overview overview;
    if (!overview_read(pg->ctx, pg->caller->timezone, &overview) || !show_imports(pg) ||
        !show_running(pg) || !show_recent(pg, RECORD_COMPANY, "Companies") ||
        !show_recent(pg, RECORD_CONTACT, "Contacts"))
        return false;
    greet(pg);
    show_numbers(pg, &overview);
    show_all_waiting(pg, &overview);
    tree_set_bool(pg->view, "Numbers.empty", !overview.companies && !overview.contacts);
    if (overview.drafts)
        tree_set(pg->view, "Numbers.drafts", view_number(pg, overview.drafts));
    tree_set(pg->view, "Numbers.review", path_of(pg, "review", 0));
    tree_set_bool(pg->view, "Numbers.alone", overview.members < 2);
    tree_set_i64(pg->view, "Numbers.members", overview.members);
    record_view_places(pg);
    return reply_template(pg);
}
