/* The table of ledger rows in preview and run: who, verdict, reason, change; with tabs by verdict, a
 * search by line and keyset pages. See import_view.h. */
#include "web/import/import_view.h"

#include <string.h>

#include "base/text.h"
#include "domain/import/import_entry.h"
#include "domain/import/import_reason.h"
#include "web/view.h"

enum { ROWS_PAGE = 50, VALUE_MOST = 90, CHANGES_MOST = 12, NOTES_MOST = 20 };

static const struct {
    const char *name, *word, *label, *status;
    char verdict;
} verdicts[] = {
    {"create", "Create", "Created",  "ok",   IMPORT_CREATED },
    {"update", "Update", "Updated",  "info", IMPORT_UPDATED },
    {"skip",   "Skip",   "Skipped",  "none", IMPORT_SKIPPED },
    {"reject", "Reject", "Rejected", "bad",  IMPORT_REJECTED},
};
enum { N_VERDICTS = sizeof verdicts / sizeof *verdicts };

static const char *
shorten(struct arena *arena, const char *text)
{
    const char *cut = text_cut(arena, text, VALUE_MOST);
    return strlen(cut) < strlen(text) ? arena_printf(arena, "%s…", cut) : cut;
}

/* "company.city" of a contact's row, or "city" of the row's own entity. */
static const struct record_field *
field_of(const char *key, enum record_entity entity)
{
    if (text_starts(key, "company."))
        return record_field_get(RECORD_COMPANY, key + strlen("company."));
    return record_field_get(entity, key);
}

static const char *
change_label(struct arena *arena, const char *key, const struct record_field *field)
{
    if (field)
        return field->label;
    const char *custom = strstr(key, "custom.");
    return arena_strdup(arena, custom ? custom + strlen("custom.") : key);
}

static bool
show_changes(struct page *pg, struct tree *row, const char *json, enum record_entity entity)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *changes, *pair;
    const void *at = NULL;
    const char *key;
    if (!json)
        return true;
    if (!jsn_read(pg->ctx, arena, json, strlen(json), &changes))
        return false;
    struct tree_list list = tree_list(row, "changes");
    while (list.count < CHANGES_MOST && jsn_member(changes, &at, &key, &pair)) {
        const struct record_field *field = field_of(key, entity);
        bool plain = !field || (field->type != RECORD_ID && field->type != RECORD_IDS &&
                                field->type != RECORD_CUSTOM);
        struct tree *change = tree_row(&list);
        tree_set(change, "label", change_label(arena, key, field));
        const char *before = jsn_as_text(jsn_at(pair, 0), ""),
                   *after = jsn_as_text(jsn_at(pair, 1), "");
        if (plain && *before)
            tree_set(change, "before", shorten(arena, before));
        if (plain && *after)
            tree_set(change, "after", shorten(arena, after));
    }
    return true;
}

/* Everything worth knowing about a row: each value that was left out or changed, and each flag. */
static void
show_flags(struct page *pg, struct tree *row, const struct import_ledger_row *ledger)
{
    static const struct {
        int64_t flag;
        const char *words;
    } flags[] = {
        {IMPORT_FLAG_DISPOSABLE, "throw-away e-mail"                                 },
        {IMPORT_FLAG_TYPO,       "e-mail looks mistyped"                             },
        {IMPORT_FLAG_SHARED,     "an address on a host of many identifies no company"},
        {IMPORT_FLAG_ROLE,       "e-mail of a desk"                                  },
        {IMPORT_FLAG_FREE,       "free-mail address"                                 },
        {IMPORT_FLAG_SHORT,      "short row"                                         },
        {IMPORT_FLAG_REPAIRED,   "split to fit the columns"                          },
        {IMPORT_FLAG_KEPT,       "differing values of the record were kept"          },
 /* where the row itself is no longer kept */
        {IMPORT_FLAG_DROPPED,    "a value was left out"                              },
        {IMPORT_FLAG_CHANGED,    "a value was changed by cleaning"                   },
    };
    struct tree_list list = tree_list(row, "flags");
    size_t more = 0;
    for (const struct value_note *note = ledger->notes; note; note = note->next) {
        if (list.count == NOTES_MOST)
            more++;
        else
            tree_set(tree_row(&list), "text", value_note_text(pg->ctx->arena, note));
    }
    if (more)
        tree_set(tree_row(&list), "text",
                 arena_printf(pg->ctx->arena, "and %s more", view_number(pg, (int64_t)more)));
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (ledger->flags & flags[i].flag &&
            !(ledger->notes && flags[i].flag & (IMPORT_FLAG_DROPPED | IMPORT_FLAG_CHANGED)))
            tree_set(tree_row(&list), "text", flags[i].words);
}

static void
show_record(struct page *pg, struct tree *row, const char *path, const char *area, int64_t id,
            const struct import *import)
{
    if (id > 0 && strcmp(import->state, "undone") != 0)
        tree_set(row, path, arena_printf(pg->ctx->arena, "%s/%s/%" PRId64, pg->base, area, id));
}

static const char *
note_of(char verdict, const char *reason)
{
    if (reason && !strcmp(reason, IMPORT_SUPPRESSED))
        return "Stays out";
    switch ((enum import_verdict)verdict) {
    case IMPORT_REJECTED:
        return "Repair and upload again";
    case IMPORT_SKIPPED:
        return "Nothing to change";
    case IMPORT_CREATED:
    case IMPORT_UPDATED:
        break;
    }
    return "";
}

bool
import_view_rows(struct page *pg, const struct import *import, const char *path,
                 struct import_ledger_row *rows, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, path);
    bool company = import->entity == RECORD_COMPANY, ran = import->totals != NULL;
    if (!import_ledger_note(pg->ctx, import, rows, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        char verdict = rows[i].verdict ? *rows[i].verdict : IMPORT_REJECTED;
        import_view_count(pg, row, "line", rows[i].line_no);
        for (size_t v = 0; v < N_VERDICTS; v++) {
            if (verdicts[v].verdict != verdict)
                continue;
            tree_set(row, "word", ran ? verdicts[v].label : verdicts[v].word);
            tree_set(row, "status", verdicts[v].status);
        }
        const char *label =
            company && rows[i].company_label ? rows[i].company_label : rows[i].label;
        tree_set(row, "label", label ? shorten(arena, label) : "");
        tree_set(row, "company",
                 rows[i].company_label ? shorten(arena, rows[i].company_label) : "");
        show_record(pg, row, "path", company ? "companies" : "contacts",
                    company ? rows[i].company_id : rows[i].contact_id, import);
        if (!company)
            show_record(pg, row, "company_path", "companies", rows[i].company_id, import);
        tree_set(row, "reason", import_reason_text(arena, rows[i].reason, rows[i].detail));
        show_flags(pg, row, &rows[i]);
        tree_set(row, "note", note_of(verdict, rows[i].reason));
        if (!show_changes(pg, row, rows[i].changes, (enum record_entity)import->entity))
            return false;
    }
    return true;
}

static char
verdict_named(const char *name)
{
    for (size_t i = 0; i < N_VERDICTS; i++)
        if (!strcmp(verdicts[i].name, name))
            return verdicts[i].verdict;
    return '\0';
}

static void
show_tabs(struct page *pg, const char *asked, bool ran)
{
    struct tree_list tabs = tree_list(pg->view, "Rows.tabs");
    for (size_t i = 0; i <= N_VERDICTS; i++) {
        struct tree *tab = tree_row(&tabs);
        const char *name = i ? verdicts[i - 1].name : "";
        tree_set(tab, "label", !i ? "All" : ran ? verdicts[i - 1].label : verdicts[i - 1].word);
        tree_set(tab, "path",
                 *name ? arena_printf(pg->ctx->arena, "%s?verdict=%s#rows", pg->path, name)
                       : arena_printf(pg->ctx->arena, "%s#rows", pg->path));
        tree_set_bool(tab, "current", !strcmp(name, asked));
    }
}

/* The rows that were asked for; *first and *last say whether more lie before and behind. */
static bool
read_rows(struct page *pg, const struct import *import, int64_t phase,
          const struct import_rows *asked, struct import_ledger_row **rows, size_t *n,
          bool *more_before, bool *more_after)
{
    struct ctx *ctx = pg->ctx;
    char verdict = verdict_named(asked->verdict);
    int64_t after = asked->after;
    size_t n_before = 0;
    struct import_ledger_row *before;
    if (asked->before) {
        if (!import_ledger_back(ctx, import->import_id, phase, verdict, asked->before, ROWS_PAGE,
                                rows, n))
            return false;
        *more_after = true;
    } else {
        if (asked->line) {
            if (!import_ledger_line(ctx, import->import_id, phase, asked->line, &after))
                return false;
            after--;
        }
        if (!import_ledger(ctx, import->import_id, phase, verdict, after, ROWS_PAGE + 1, rows, n))
            return false;
        *more_after = *n > ROWS_PAGE;
        if (*more_after)
            *n = ROWS_PAGE;
    }
    int64_t first = *n ? (*rows)[0].row_no : after + 1;
    if (!import_ledger_back(ctx, import->import_id, phase, verdict, first, 1, &before, &n_before))
        return false;
    *more_before = n_before > 0;
    return true;
}

bool
import_view_table(struct page *pg, const struct import *import, int64_t phase,
                  const struct import_rows *asked)
{
    struct arena *arena = pg->ctx->arena;
    struct import_ledger_row *rows;
    size_t n;
    bool more_before = false, more_after = false;
    if (!read_rows(pg, import, phase, asked, &rows, &n, &more_before, &more_after) ||
        !import_view_rows(pg, import, "Rows.rows", rows, n))
        return false;
    tree_set(pg->view, "Rows.action", pg->path);
    tree_set(pg->view, "Rows.verdict", asked->verdict);
    show_tabs(pg, asked->verdict, phase == 1);
    if (!n)
        return true;
    import_view_count(pg, pg->view, "Rows.first", rows[0].line_no);
    import_view_count(pg, pg->view, "Rows.last", rows[n - 1].line_no);
    view_pager(pg, more_before ? arena_printf(arena, "%" PRId64, rows[0].row_no) : NULL,
               more_after ? arena_printf(arena, "%" PRId64, rows[n - 1].row_no) : NULL);
    return true;
}
