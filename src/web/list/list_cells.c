/* Cells of a list. See list_cells.h. */
#include "web/list/list_cells.h"

#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/label/custom_field.h"
#include "domain/label/label.h"
#include "domain/query/record_row.h"
#include "web/view.h"

enum { TAGS_SHOWN = 2, DAY_MS = 86400000, OLD = 90, PATH_MOST = 4096 };

/* Long texts get more room. */
static bool
is_long(const struct record_column *column)
{
    return column->kind == RECORD_COLUMN_FIELD &&
           (column->field->type == RECORD_EMAIL || column->field->type == RECORD_LONG_TEXT ||
            !strcmp(column->name, "job_title"));
}

/* What stands at the right edge of a row that is stacked on a phone. */
static bool
is_brief(const struct record_column *column)
{
    return column->kind == RECORD_COLUMN_CLASS || column->kind == RECORD_COLUMN_LEVEL ||
           column->kind == RECORD_COLUMN_TIME || column->kind == RECORD_COLUMN_PEOPLE ||
           (column->kind == RECORD_COLUMN_FIELD && column->field->type == RECORD_CHOICE);
}

/* Which of its kind a column is, from 0. */
static size_t
rank_of(const struct list_state *state, size_t column)
{
    size_t rank = 0;
    bool brief = is_brief(&state->columns[column]);
    for (size_t i = 1; i < column; i++)
        rank += is_brief(&state->columns[i]) == brief;
    return rank;
}

const char *
list_cells_class(struct page *pg, const struct list_state *state, size_t column)
{
    const struct record_column *c = &state->columns[column];
    const char *width = state->widths[column], *cut = "cell-cut-sm", *phone = " st-hide";
    bool px = list_view_is_px(width);
    if (c->flags & RECORD_COLUMN_NUMERIC || c->kind == RECORD_COLUMN_TIME)
        cut = px ? "num col-px" : "num";
    else if (px)
        cut = "cell-cut col-px";
    else if (!strcmp(width, "narrow"))
        cut = "cell-cut col-narrow";
    else if (!strcmp(width, "wide"))
        cut = "cell-cut col-wide";
    else if (is_long(c))
        cut = "cell-cut-md";
    else if (!column)
        cut = "cell-cut";
    size_t rank = column ? rank_of(state, column) : 0;
    if (!column)
        phone = "";
    else if (is_brief(c))
        phone = rank == 0 ? " st-right" : rank == 1 ? " st-right2" : " st-hide";
    else if (rank < 2)
        phone = rank ? " st-full" : "";
    return arena_printf(pg->ctx->arena, "%s%s", cut, phone);
}

/* The classes of a column's cells: as usual, of an empty one, of a fact that is old. */
struct look {
    const char *usual, *none, *old;
};

/* What all rows have in common. */
struct shown {
    struct page *pg;
    const struct list_state *state;
    const struct look *looks;
    const char *companies; /* their list's path */
};

static void
show_names(struct page *pg, const struct list_state *state, struct tree *node,
           const struct record_cell *cell)
{
    struct tree_list tags = tree_list(node, "tags");
    for (size_t i = 0; i < cell->n && i < TAGS_SHOWN; i++) {
        struct tree *row = tree_row(&tags);
        tree_set(row, "", cell->names[i]);
        tree_set_i64(row, "colour",
                     label_colour_number(list_names_colour(&state->names, cell->ids[i])));
    }
    if (cell->n > TAGS_SHOWN)
        tree_set(node, "rest", view_number(pg, (int64_t)(cell->n - TAGS_SHOWN)));
}

/* Addresses of the web lead there; anything else is text. */
static const char *
link_of(const struct record_column *column, const struct record_cell *cell)
{
    bool address = (column->field && (column->field->type == RECORD_URL ||
                                      column->field->type == RECORD_LINKEDIN)) ||
                   (column->custom && !strcmp(column->custom->field->type, "url"));
    bool web = cell->value &&
               (text_starts(cell->value, "https://") || text_starts(cell->value, "http://"));
    return address && web ? cell->value : NULL;
}

/* The page of a record: folder, id, tail. */
static const char *
path_of(struct arena *arena, const char *folder, int64_t id, const char *tail)
{
    struct buf path;
    buf_init(&path, arena, PATH_MOST);
    buf_text(&path, folder);
    buf_char(&path, '/');
    buf_i64(&path, id);
    buf_text(&path, tail);
    return path.data;
}

/* How long ago; true when that is too long for what it says. */
static bool
show_time(struct page *pg, struct tree *node, const struct record_column *column, int64_t ms,
          const char **text)
{
    int64_t age = clock_now_ms() - ms;
    tree_set(node, "title", view_moment(pg, ms, age < DAY_MS));
    *text = view_duration(pg->ctx->arena, age);
    return !strcmp(column->name, "checked_at") && age >= OLD * (int64_t)DAY_MS;
}

static void
show_cell(const struct shown *of, size_t at, const struct record_cell *cell, struct tree *node)
{
    struct page *pg = of->pg;
    struct arena *arena = pg->ctx->arena;
    const struct record_column *column = &of->state->columns[at];
    const struct look *look = &of->looks[at];
    const char *text = cell->text, *kind = NULL, *class = look->usual;
    switch (column->kind) {
    case RECORD_COLUMN_NAME:
        break;
    case RECORD_COLUMN_COMPANY:
        if (!cell->id)
            break;
        kind = "link";
        tree_set(node, "path", path_of(arena, of->companies, cell->id, ""));
        break;
    case RECORD_COLUMN_LEVEL:
        if (column->column) {
            text = cell->value ? view_number(pg, cell->id) : "";
            break;
        }
        kind = "level";
        text = view_number(pg, cell->id);
        tree_set(node, "w", view_width(arena, cell->id, 100));
        break;
    case RECORD_COLUMN_OWNER:
        if (!*text)
            break;
        kind = "owner";
        tree_set(node, "initials", view_initials(arena, text));
        tree_set_i64(node, "avatar", cell->id % 6 + 1);
        break;
    case RECORD_COLUMN_TAGS:
    case RECORD_COLUMN_LISTS:
        if (!cell->n)
            break;
        kind = "tags";
        show_names(pg, of->state, node, cell);
        break;
    case RECORD_COLUMN_PEOPLE:
        text = view_number(pg, cell->id);
        break;
    case RECORD_COLUMN_TIME:
        if (!cell->id)
            break;
        kind = "time";
        if (show_time(pg, node, column, cell->id, &text))
            class = look->old;
        break;
    case RECORD_COLUMN_FIELD:
    case RECORD_COLUMN_CLASS:
    case RECORD_COLUMN_CUSTOM:
        if (!link_of(column, cell))
            break;
        kind = "out";
        tree_set(node, "path", link_of(column, cell));
        break;
    }
    bool none = !kind && !*text;
    tree_set(node, "class", none ? look->none : class);
    tree_set(node, "", none ? "–" : text);
    if (kind)
        tree_set(node, "kind", kind);
}

static struct look *
looks_of(struct page *pg, const struct list_state *state)
{
    struct arena *arena = pg->ctx->arena;
    struct look *looks = ARENA_ARRAY(arena, state->n_columns + 1, struct look);
    for (size_t i = 0; i < state->n_columns; i++) {
        const char *usual = list_cells_class(pg, state, i);
        looks[i] = (struct look){usual, arena_printf(arena, "%s cell-none", usual),
                                 arena_printf(arena, "%s t-warn", usual)};
    }
    return looks;
}

bool
list_cells_show(struct page *pg, const struct list_state *state, bool chosen, const int64_t *ids,
                size_t n)
{
    struct record_row *rows;
    size_t n_rows;
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Rows");
    if (!record_rows_read(pg->ctx, state->entity, ids, n, state->columns, state->n_columns,
                          &state->names, &rows, &n_rows))
        return false;
    const struct shown of = {pg, state, looks_of(pg, state), list_state_path(pg, RECORD_COMPANY)};
    const char *folder = list_state_path(pg, state->entity),
               *tail = list_state_tail(pg, &state->here);
    for (size_t i = 0; i < n_rows; i++) {
        struct tree *row = tree_row(&list);
        if (chosen)
            tree_set_i64(row, "id", rows[i].id);
        tree_set(row, "name", rows[i].label);
        tree_set(row, "path", path_of(arena, folder, rows[i].id, tail));
        tree_set(row, "class", of.looks[0].usual);
        struct tree_list cells = tree_list(row, "cells");
        for (size_t j = 1; j < state->n_columns; j++)
            show_cell(&of, j, &rows[i].cells[j], tree_row(&cells));
    }
    return true;
}
