/* GET /{tenant}/import/{id}/preview: what the import would do, row by row, and whether records have
 * changed since. POST .../start begins it, POST .../preview looks at all rows again. */
#include <string.h>

#include "domain/import/import_entry.h"
#include "web/import/import_view.h"
#include "web/import/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { REPEATS_SHOWN = 4, FIELDS_SHOWN = 12 };

static const char *const verdict_names[] = {"", "create", "update", "skip", "reject", NULL};
static const struct param import_rows_items[] = {
    PARAM_ID(struct import_rows, id),
    PARAM_CHOICE(struct import_rows, verdict, verdict_names, OPTIONAL),
    PARAM_I64(struct import_rows, line, 0, INT64_MAX, OPTIONAL),
    PARAM_ID_OR_NONE(struct import_rows, before),
    PARAM_ID_OR_NONE(struct import_rows, after),
};
const struct params import_rows_params = PARAMS(struct import_rows, import_rows_items);

struct import_start_ask {
    int64_t id, version;
};
static const struct param import_start_items[] = {
    PARAM_ID(struct import_start_ask, id),
    PARAM_I64(struct import_start_ask, version, 0, INT64_MAX, REQUIRED),
};
const struct params import_start_params = PARAMS(struct import_start_ask, import_start_items);

static void
show_part(struct page *pg, struct tree_list *list, const char *label, const char *status,
          const char *fill, int64_t n, int64_t rows)
{
    struct tree *row = tree_row(list);
    tree_set(row, "label", label);
    tree_set(row, "status", status);
    tree_set(row, "fill", fill);
    import_view_count(pg, row, "n", n);
    tree_set(row, "width", view_width(pg->ctx->arena, n, rows));
}

static void
show_sums(struct page *pg, const struct import_totals *sums)
{
    struct tree_list list = tree_list(pg->view, "Sums.parts");
    show_part(pg, &list, "Create", "ok", "f-ok", sums->created, sums->rows);
    show_part(pg, &list, "Update", "info", "f-info", sums->updated, sums->rows);
    show_part(pg, &list, "Skip", "none", "f-mute", sums->skipped, sums->rows);
    show_part(pg, &list, "Reject", "bad", "f-bad", sums->rejected, sums->rows);
    import_view_count(pg, pg->view, "Sums.rows", sums->rows);
    if (sums->created + sums->updated)
        import_view_count(pg, pg->view, "Sums.wanted", sums->created + sums->updated);
    if (sums->companies_created)
        import_view_count(pg, pg->view, "Sums.companies", sums->companies_created);
    if (sums->rejected)
        import_view_count(pg, pg->view, "Sums.rejected", sums->rejected);
    if (sums->repeats)
        import_view_count(pg, pg->view, "Sums.repeats", sums->repeats);
}

static void
show_changed_fields(struct page *pg, const struct import_totals *sums)
{
    struct tree_list list = tree_list(pg->view, "Changed");
    int64_t others = sums->changes;
    if (sums->changes)
        import_view_count(pg, pg->view, "Sums.changes", sums->changes);
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_field *table = record_fields((enum record_entity)entity, &n);
        for (size_t i = 0; i < n && list.count < FIELDS_SHOWN; i++) {
            if (!sums->fields[entity - 1][i])
                continue;
            struct tree *row = tree_row(&list);
            tree_set(row, "label", table[i].label);
            import_view_count(pg, row, "n", sums->fields[entity - 1][i]);
            others -= sums->fields[entity - 1][i];
        }
    }
    if (others <= 0)
        return;
    struct tree *row = tree_row(&list);
    tree_set(row, "label", list.count > 1 ? "Other fields" : "Custom fields");
    import_view_count(pg, row, "n", others);
}

/* "Line 12: Phone "12ab" left out: ..." of the first row with a flag that notes explain. */
static bool
show_example(struct page *pg, const struct import *import, int64_t row_no, bool left_out,
             struct tree *row)
{
    struct arena *arena = pg->ctx->arena;
    struct import_ledger_row *example = NULL;
    if (!row_no)
        return true;
    if (!import_ledger_example(pg->ctx, import, 0, row_no, &example))
        return false;
    const struct value_note *note = example ? example->notes : NULL;
    while (note && (note->became == NULL) != left_out)
        note = note->next;
    if (note)
        tree_set(row, "example",
                 arena_printf(arena, "Line %s: %s", view_number(pg, example->line_no),
                              value_note_text(arena, note)));
    return true;
}

static bool
show_notes(struct page *pg, const struct import *import, const struct import_totals *sums)
{
    static const char *const labels[IMPORT_N_FLAGS] = {
        "E-mail of a desk, such as info@",
        "Free-mail address",
        "Throw-away e-mail",
        "E-mail domain looks mistyped",
        "Fewer cells than columns: the rest is blank",
        "A value could not be used and is left out",
        "Differing values of the record are kept",
        "Split to fit the columns",
        "Web address on a host of many: it identifies no company",
        "Cleaning changed more of a value than its form"};
    struct tree_list list = tree_list(pg->view, "Notes");
    for (int bit = 0; bit < IMPORT_N_FLAGS; bit++) {
        if (!sums->flags[bit])
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "label", labels[bit]);
        import_view_count(pg, row, "n", sums->flags[bit]);
        bool left_out = 1 << bit == IMPORT_FLAG_DROPPED;
        if ((left_out || 1 << bit == IMPORT_FLAG_CHANGED) &&
            !show_example(pg, import, sums->examples[bit], left_out, row))
            return false;
    }
    return true;
}

static bool
show_repeats(struct page *pg, const struct import *import, const struct import_totals *sums)
{
    struct import_ledger_row *rows;
    size_t n = 0;
    if (!sums->repeats)
        return true;
    if (!import_repeats(pg->ctx, import->import_id, 0, REPEATS_SHOWN, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Repeats");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", rows[i].label ? rows[i].label : "");
        tree_set(row, "first", rows[i].detail ? rows[i].detail : "");
        import_view_count(pg, row, "line", rows[i].line_no);
    }
    return true;
}

/* The newest change, as the end of a sentence: "undo of the import of startups.csv". */
static const char *
since_text(struct arena *arena, const struct import_since *since)
{
    static const struct {
        const char *kind, *words;
    } kinds[] = {
        {"create",  "a record was created"              },
        {"edit",    "a record was edited"               },
        {"delete",  "records were deleted"              },
        {"restore", "records were restored"             },
        {"merge",   "records were merged"               },
        {"bulk",    "many records were changed together"},
        {"stage",   "research wrote what it found"      },
        {"undo",    "a change was taken back"           },
    };
    if (!strcmp(since->kind, "import"))
        return arena_printf(arena, "%s was imported", since->source);
    if (!strcmp(since->undoes, "import"))
        return arena_printf(arena, "the import of %s was undone", since->source);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i].kind, since->kind))
            return kinds[i].words;
    return "records were written";
}

/* Since.*: what the preview cannot know. */
static bool
show_since(struct page *pg, const struct import *import)
{
    struct import_since since;
    if (!import_since(pg->ctx, import->import_id, &since))
        return false;
    if (!since.sets)
        return true;
    tree_set(pg->view, "Since.what", since_text(pg->ctx->arena, &since));
    tree_set(pg->view, "Since.who", since.who ? since.who : "");
    view_time(pg, pg->view, "Since.when", since.at_ms);
    if (since.sets > 1)
        import_view_count(pg, pg->view, "Since.others", since.sets - 1);
    tree_set_bool(pg->view, "Since.many", since.sets == IMPORT_SINCE_MOST);
    return true;
}

bool
import_preview_page(struct page *pg)
{
    const struct import_rows *asked = pg->params;
    struct import import;
    struct import_totals sums;
    bool active;
    if (!import_view_read(pg, asked->id, &import))
        return false;
    bool previewing = !strcmp(import.state, "previewing");
    bool waits = !strcmp(import.state, "previewed"), ran = import.totals != NULL;
    /* one that was stopped saw a part of the file: its sums are nobody's */
    if (!previewing && !waits && !(ran && import.preview))
        return reply_redirect_to(pg, import_view_path(pg, asked->id, ""));
    import_view_head(pg, &import, IMPORT_STEP_PREVIEW);
    tree_set_bool(pg->view, "Import.startable", waits);
    if (previewing)
        return import_view_progress(pg, &import, &active) && reply_template(pg);
    if (!import_view_sums(pg, import.preview, &sums) || (waits && !show_since(pg, &import)))
        return false;
    show_sums(pg, &sums);
    import_view_reasons(pg, &sums, "Why", IMPORT_REJECTED);
    show_changed_fields(pg, &sums);
    return show_notes(pg, &import, &sums) && show_repeats(pg, &import, &sums) &&
           import_view_table(pg, &import, 0, asked) && reply_template(pg);
}

bool
import_preview_again_page(struct page *pg)
{
    const struct import_start_ask *p = pg->params;
    return import_preview_again(pg->ctx, p->id, p->version) &&
           reply_redirect_to(pg, import_view_path(pg, p->id, "/preview"));
}

bool
import_start_page(struct page *pg)
{
    const struct import_start_ask *p = pg->params;
    return import_start(pg->ctx, p->id, p->version) &&
           reply_redirect_to(pg, import_view_path(pg, p->id, "/run"));
}
