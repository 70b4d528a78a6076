/* What the wizard's pages share. See import_view.h; the table of ledger rows is import_rows.c. */
#include "web/import/import_view.h"

#include <string.h>

#include "base/clock.h"
#include "domain/import/import_reason.h"
#include "domain/import/import_entry.h"
#include "domain/pipeline/job.h"
#include "web/view.h"

static const struct {
    const char *state, *word, *status;
} states[] = {
    {"uploading",  "Upload unfinished", "warn"},
    {"uploaded",   "To be mapped",      "hold"},
    {"previewing", "Previewing",        "info"},
    {"previewed",  "To be started",     "hold"},
    {"running",    "Running",           "info"},
    {"done",       "Done",              "ok"  },
    {"cancelled",  "Cancelled",         "none"},
    {"failed",     "Failed",            "bad" },
    {"undoing",    "Undoing",           "info"},
    {"undone",     "Undone",            "none"},
    {"expired",    "Expired",           "none"},
    {"discarded",  "Discarded",         "none"},
};

bool
import_view_read(struct page *pg, int64_t id, struct import *out)
{
    return import_get(pg->ctx, id, out);
}

void
import_view_state(struct tree *tree, const char *state)
{
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        if (strcmp(states[i].state, state) != 0)
            continue;
        tree_set(tree, "word", states[i].word);
        tree_set(tree, "status", states[i].status);
    }
}

const char *
import_view_path(struct page *pg, int64_t id, const char *rest)
{
    return arena_printf(pg->ctx->arena, "%s/import/%" PRId64 "%s", pg->base, id, rest);
}

const char *
import_view_place(struct page *pg, const struct import *import)
{
    const char *state = import->state;
    if (!strcmp(state, "uploaded"))
        return import_view_path(pg, import->import_id, "/map");
    if (!strcmp(state, "previewing") || !strcmp(state, "previewed"))
        return import_view_path(pg, import->import_id, "/preview");
    if (import->change_set_id || !strcmp(state, "running") || !strcmp(state, "done"))
        return import_view_path(pg, import->import_id, "/run");
    return NULL;
}

void
import_view_discard(struct page *pg, struct tree *tree, const struct import *import)
{
    if (import_may_discard(import) && pg->caller && pg->caller->role_rank >= AUTH_EDITOR)
        tree_set(tree, "discard", import_view_path(pg, import->import_id, "/discard"));
}

void
import_view_count(struct page *pg, struct tree *tree, const char *path, int64_t value)
{
    tree_set(tree, path, view_number(pg, value));
}

/* Which steps are done, which is now, and where each leads; a step is a link while it can be opened. */
static void
show_steps(struct page *pg, const struct import *import, enum import_step step)
{
    static const struct {
        const char *label, *rest;
    } steps[] = {
        {"Upload",      ""        },
        {"Map columns", "/map"    },
        {"Preview",     "/preview"},
        {"Import",      "/run"    }
    };
    struct tree_list list = tree_list(pg->view, "Import.steps");
    bool began = import->change_set_id || !strcmp(import->state, "running");
    for (int i = 0; i < 4; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", steps[i].label);
        tree_set_bool(row, "done", i < (int)step);
        tree_set_bool(row, "current", i == (int)step);
        bool opens = i < (int)step && (i == IMPORT_STEP_MAP || (i == IMPORT_STEP_PREVIEW && began));
        if (opens && (i != IMPORT_STEP_MAP || !began))
            tree_set(row, "path", import_view_path(pg, import->import_id, steps[i].rest));
        else if (i == IMPORT_STEP_UPLOAD && step > IMPORT_STEP_UPLOAD)
            tree_set(row, "path", arena_printf(pg->ctx->arena, "%s/import", pg->base));
    }
}

void
import_view_head(struct page *pg, const struct import *import, enum import_step step)
{
    struct tree *tree = tree_node(pg->view, "Import");
    tree_set_i64(tree, "id", import->import_id);
    tree_set(tree, "name", import->filename);
    tree_set(tree, "path", import_view_path(pg, import->import_id, ""));
    tree_set(tree, "list", arena_printf(pg->ctx->arena, "%s/import", pg->base));
    tree_set_i64(tree, "version", import->version);
    tree_set(tree, "size", view_bytes(pg, import->size));
    tree_set(tree, "state", import->state);
    tree_set(tree, "who", import->created_by_name ? import->created_by_name : "");
    tree_set(tree, "error", import->error ? import->error : "");
    tree_set_bool(tree, "may_write", pg->caller && pg->caller->role_rank >= AUTH_EDITOR);
    tree_set(tree, "entity", import->entity == RECORD_COMPANY ? "company" : "contact");
    view_time(pg, tree, "created", import->created_at);
    view_time(pg, tree, "started", import->started_at);
    view_time(pg, tree, "finished", import->finished_at);
    import_view_state(tree, import->state);
    import_view_discard(pg, tree, import);
    tree_set(
        tree, "repair_path",
        arena_printf(pg->ctx->arena, "%s/import?repairs=%" PRId64, pg->base, import->import_id));
    if (import->repairs)
        tree_set(tree, "repairs", import_view_path(pg, import->repairs, ""));
    show_steps(pg, import, step);
}

/* Where it can be deleted, or at least seen. */
static const char *
made_path(struct page *pg, const struct label_made *made)
{
    bool field = !strcmp(made->kind, "field");
    const char *list = arena_printf(pg->ctx->arena, "%s/settings/%ss", pg->base, made->kind);
    if (pg->caller->role_rank < (field ? AUTH_ADMIN : AUTH_EDITOR))
        return list;
    return arena_printf(pg->ctx->arena, "%s/%" PRId64 "/delete", list, made->id);
}

void
import_view_made(struct page *pg, const char *path, const struct label_made *rows, size_t n,
                 bool left)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, path);
    for (size_t i = 0; i < n; i++) {
        const struct label_made *made = &rows[i];
        if (left != (*made->used != '\0'))
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "what",
                 !strcmp(made->kind, "field")  ? "custom field"
                 : !strcmp(made->kind, "list") ? "list"
                                               : "tag");
        tree_set(row, "name", made->name);
        if (!left)
            continue;
        tree_set(row, "path", made_path(pg, made));
        tree_set(row, "reason",
                 !strcmp(made->used, "records") ? "Records still hold it"
                 : !strcmp(made->used, "import")
                     ? arena_printf(arena, "The import of %s needs it", made->used_by)
                     : arena_printf(arena, "The smart list %s asks for it", made->used_by));
    }
}

bool
import_view_made_undone(struct page *pg, const char *undo)
{
    struct jsn *json = NULL;
    struct label_made *made;
    size_t n;
    if (undo && !jsn_read(pg->ctx, pg->ctx->arena, undo, strlen(undo), &json))
        return false;
    label_made_read(pg->ctx->arena, jsn_get(json, "made"), &made, &n);
    import_view_made(pg, "MadeGone", made, n, false);
    import_view_made(pg, "MadeLeft", made, n, true);
    return true;
}

bool
import_view_sums(struct page *pg, const char *json, struct import_totals *out)
{
    struct jsn *sums = NULL;
    if (json && !jsn_read(pg->ctx, pg->ctx->arena, json, strlen(json), &sums))
        return false;
    import_totals_read(pg->ctx->arena, sums, out);
    return true;
}

/* "1 second", "40 seconds", "3 min". */
static const char *
span_text(struct arena *arena, int64_t seconds)
{
    if (seconds < 90)
        return arena_printf(arena, "%" PRId64 " second%s", seconds, seconds == 1 ? "" : "s");
    return view_duration(arena, seconds * 1000);
}

static const char *
doing(const struct import *import)
{
    if (!strcmp(import->state, "undoing"))
        return "Undoing";
    return !strcmp(import->state, "previewing") ? "Looking at all rows" : "Importing";
}

/* A worker that writes says so within seconds; what an older sign gives is no rate of now. */
enum { FRESH_MS = 10000 };

static bool
is_fresh(struct page *pg, const struct import *import, const struct job_view *job)
{
    int64_t at = import_written_at(pg->ctx, import);
    if (strcmp(job->state, "running") != 0)
        return false;
    return !strcmp(import->state, "undoing") || !at || clock_now_ms() - at < FRESH_MS;
}

/* How many rows there are: from the preview where there was one, else as far as the job can say. */
static bool
rows_of(struct page *pg, const struct import *import, const struct job_view *job, int64_t *rows)
{
    struct import_totals said;
    *rows = job->total;
    if (strcmp(import->state, "running") != 0 || !import->preview)
        return true;
    if (!import_view_sums(pg, import->preview, &said))
        return false;
    *rows = said.rows;
    return true;
}

bool
import_view_progress(struct page *pg, const struct import *import, bool *active)
{
    struct arena *arena = pg->ctx->arena;
    struct job_view job;
    int64_t rows;
    *active = !strcmp(import->state, "previewing") || !strcmp(import->state, "running") ||
              !strcmp(import->state, "undoing");
    if (!*active)
        return true;
    struct tree *tree = tree_node(pg->view, "Progress");
    tree_set(tree, "path", import_view_path(pg, import->import_id, "/progress"));
    tree_set(tree, "title", doing(import));
    tree_set(pg->view, "Page.refresh", "2");
    if (!job_read(pg->ctx, import->job_id, &job)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        return true;
    }
    if (!rows_of(pg, import, &job, &rows))
        return false;
    bool undoing = !strcmp(import->state, "undoing"), fresh = is_fresh(pg, import, &job);
    /* rows as they are written: the job's own count is of its last heartbeat */
    job.done = undoing ? job.done : import->done_rows;
    job.total = rows;
    int64_t percent = job.total > 0 ? job.done * 100 / job.total : 0;
    tree_set_i64(tree, "percent", percent > 100 ? 100 : percent);
    tree_set(tree, "width", view_width(arena, job.done, job.total));
    if (job.total > 0)
        tree_set(tree, "sized", "1");
    tree_set(tree, "unit", undoing ? "records" : "rows");
    import_view_count(pg, tree, "done", job.done);
    if (job.total > job.done && (undoing || !strcmp(import->state, "running")))
        import_view_count(pg, tree, "of", job.total);
    if (fresh && job.rate > 0)
        import_view_count(pg, tree, "rate", (int64_t)(job.rate + 0.5));
    int64_t left = fresh ? job_view_seconds_left(&job) : -1;
    if (left >= 0)
        tree_set(tree, "left", span_text(arena, left < 1 ? 1 : left));
    if (job.started_at)
        tree_set(tree, "since", view_duration(arena, clock_now_ms() - job.started_at * 1000));
    tree_set_bool(tree, "stopping", job.cancel_asked);
    tree_set_bool(tree, "waiting", !fresh);
    /* once it has written again the trouble is past */
    if (job.attempts > 1 && job.reason && !(fresh && job.rate > 0))
        tree_set(tree, "trouble", job.reason);
    return true;
}

static void
ledger_row(struct page *pg, struct tree_list *list, const char *word, const char *status,
           const char *bar, int64_t n, int64_t said, int64_t rows)
{
    struct tree *row = tree_row(list);
    tree_set(row, "word", word);
    tree_set(row, "status", status);
    tree_set(row, "bar", bar);
    import_view_count(pg, row, "n", n);
    import_view_count(pg, row, "said", said);
    tree_set(row, "width", view_width(pg->ctx->arena, n, rows));
}

/* Where the records stand that the import made ('c') or changed ('u'). */
static void
show_records(struct page *pg, const struct import *import, struct tree *row, int64_t n, char how)
{
    if (n && import->change_set_id && strcmp(import->state, "undone") != 0)
        tree_set(
            row, "path",
            view_url(pg->ctx->arena, "/%s/%s?set=%s", pg->slug,
                     import->entity == RECORD_CONTACT ? "contacts" : "companies",
                     arena_printf(pg->ctx->arena, "%" PRId64 "%c", import->change_set_id, how)));
}

void
import_view_reasons(struct page *pg, const struct import_totals *sums, const char *path,
                    enum import_verdict verdict)
{
    struct tree_list list = tree_list(pg->view, path);
    for (size_t i = 0; i < sums->n_reasons; i++) {
        if (sums->reasons[i].verdict != (char)verdict)
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "label", import_reason_label(sums->reasons[i].code));
        import_view_count(pg, row, "n", sums->reasons[i].n);
    }
}

/* "3,902 new companies beside". */
static const char *
beside(struct page *pg, const struct import *import, const struct import_totals *run, int64_t n)
{
    if (import->entity != RECORD_CONTACT || !n)
        return "";
    return arena_printf(pg->ctx->arena,
                        n == run->companies_created ? "and %s new %s for them" : "and %s %s beside",
                        view_number(pg, n), n == 1 ? "company" : "companies");
}

/* It ended before its file did. */
static bool
is_cut_short(const struct import *import)
{
    return !strcmp(import->state, "cancelled") || !strcmp(import->state, "failed");
}

bool
import_view_ledger(struct page *pg, const struct import *import)
{
    struct arena *arena = pg->ctx->arena;
    struct import_totals run, said;
    if (!import_view_sums(pg, import->totals, &run) ||
        !import_view_sums(pg, import->preview, &said))
        return false;
    struct tree *ledger = tree_node(pg->view, "Ledger");
    struct tree_list list = tree_list(ledger, "rows");
    ledger_row(pg, &list, "Created", "ok", "bar-ok", run.created, said.created, run.rows);
    tree_set(tree_node(ledger, "rows.0"), "note", beside(pg, import, &run, run.companies_created));
    show_records(pg, import, tree_node(ledger, "rows.0"), run.created, 'c');
    ledger_row(pg, &list, "Updated", "info", "", run.updated, said.updated, run.rows);
    show_records(pg, import, tree_node(ledger, "rows.1"), run.updated, 'u');
    if (run.changes)
        tree_set(tree_node(ledger, "rows.1"), "note",
                 arena_printf(arena, "%s %s, old ones kept", view_number(pg, run.changes),
                              run.changes == 1 ? "value changed" : "values changed"));
    ledger_row(pg, &list, "Skipped", "none", "bar-mute", run.skipped, said.skipped, run.rows);
    if (run.repeats)
        tree_set(tree_node(ledger, "rows.2"), "note",
                 arena_printf(arena, "%s %s", view_number(pg, run.repeats),
                              run.repeats == 1 ? "row of the file repeats an earlier one"
                                               : "rows of the file repeat an earlier one"));
    ledger_row(pg, &list, "Rejected", "bad", "bar-bad", run.rejected, said.rejected, run.rows);
    if (!strcmp(import->state, "undone")) {
        if (run.created)
            tree_set(tree_node(ledger, "rows.0"), "undone", "before the undo");
        if (run.updated)
            tree_set(tree_node(ledger, "rows.1"), "undone", "before the undo");
    }
    if (run.rejected)
        tree_set(ledger, "rejected", view_number(pg, run.rejected));
    if (import->preview)
        tree_set(ledger, "previewed", view_number(pg, said.rows));
    import_view_count(pg, ledger, "total", run.rows);
    bool balances = run.rows == run.created + run.updated + run.skipped + run.rejected;
    tree_set_bool(ledger, "balances", balances);
    tree_set(ledger, "sum",
             arena_printf(arena, "%s + %s + %s + %s = %s", view_number(pg, run.created),
                          view_number(pg, run.updated), view_number(pg, run.skipped),
                          view_number(pg, run.rejected), view_number(pg, run.rows)));
    if (is_cut_short(import) && said.rows > run.rows)
        import_view_count(pg, ledger, "unread", said.rows - run.rows);
    if (run.differences)
        import_view_count(pg, ledger, "differences", run.differences);
    for (size_t i = 0; i < run.n_reasons; i++)
        if (!strcmp(run.reasons[i].code, IMPORT_SUPPRESSED) && run.reasons[i].n)
            import_view_count(pg, ledger, "suppressed", run.reasons[i].n);
    import_view_reasons(pg, &run, "Rejections", IMPORT_REJECTED);
    import_view_reasons(pg, &run, "Skips", IMPORT_SKIPPED);
    tree_set(ledger, "path", import_view_path(pg, import->import_id, ""));
    tree_set(ledger, "head", !strcmp(import->state, "running") ? "So far" : "Rows");
    return true;
}
