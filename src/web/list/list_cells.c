/* Cells of a list. See list_cells.h. */
#include "web/list/list_cells.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/label/custom_field.h"
#include "domain/label/label.h"
#include "domain/query/record_row.h"
#include "web/view.h"

enum { TAGS_SHOWN = 2, DAY_MS = 86400000, OLD = 90 };

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

static void
show_names(struct page *pg, const struct list_state *state, struct tree *node,
           const struct record_cell *cell)
{
    struct tree_list tags = tree_list(node, "tags");
    for (size_t i = 0; i < cell->n && i < TAGS_SHOWN; i++) {
        struct tree *row = tree_row(&tags);
        tree_set(row, "name", cell->names[i]);
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

static const char *
show_time(struct page *pg, struct tree *node, const struct record_column *column, int64_t ms)
{
    int64_t age = clock_now_ms() - ms;
    tree_set(node, "title", view_moment(pg, ms, age < DAY_MS));
    if (!strcmp(column->name, "checked_at") && age >= OLD * (int64_t)DAY_MS)
        tree_set(node, "old", "1");
    return view_duration(pg->ctx->arena, age);
}

static void
show_cell(struct page *pg, const struct list_state *state, size_t at, const struct record_row *row,
          struct tree *node)
{
    struct arena *arena = pg->ctx->arena;
    const struct record_column *column = &state->columns[at];
    const struct record_cell *cell = &row->cells[at];
    const char *text = cell->text, *kind = NULL;
    switch (column->kind) {
    case RECORD_COLUMN_NAME:
        tree_set(node, "kind", "name");
        return;
    case RECORD_COLUMN_COMPANY:
        if (cell->id) {
            kind = "link";
            tree_set(node, "path",
                     arena_printf(arena, "%s/companies/%" PRId64, pg->base, cell->id));
        }
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
        show_names(pg, state, node, cell);
        break;
    case RECORD_COLUMN_PEOPLE:
        text = view_number(pg, cell->id);
        break;
    case RECORD_COLUMN_TIME:
        text = cell->id ? show_time(pg, node, column, cell->id) : "";
        break;
    case RECORD_COLUMN_FIELD:
    case RECORD_COLUMN_CLASS:
    case RECORD_COLUMN_CUSTOM:
        if (link_of(column, cell)) {
            kind = "out";
            tree_set(node, "path", link_of(column, cell));
        }
        break;
    }
    if (kind)
        tree_set(node, "kind", kind);
    tree_set(node, "", text);
}

bool
list_cells_show(struct page *pg, const struct list_state *state, const int64_t *ids, size_t n)
{
    struct record_row *rows;
    size_t n_rows;
    const char **classes = ARENA_ARRAY(pg->ctx->arena, state->n_columns + 1, const char *);
    struct tree_list list = tree_list(pg->view, "Rows");
    if (!record_rows_read(pg->ctx, state->entity, ids, n, state->columns, state->n_columns,
                          &state->names, &rows, &n_rows))
        return false;
    for (size_t i = 0; i < state->n_columns; i++)
        classes[i] = list_cells_class(pg, state, i);
    tree_set(pg->view, "List.tail", list_state_tail(pg, &state->here));
    for (size_t i = 0; i < n_rows; i++) {
        struct tree *row = tree_row(&list);
        struct tree_list cells = tree_list(row, "cells");
        tree_set_i64(row, "id", rows[i].id);
        tree_set(row, "name", rows[i].label);
        for (size_t j = 0; j < state->n_columns; j++) {
            struct tree *node = tree_row(&cells);
            tree_set(node, "class", classes[j]);
            show_cell(pg, state, j, &rows[i], node);
        }
    }
    return true;
}
