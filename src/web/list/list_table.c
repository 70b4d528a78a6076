/* Heads and menus of a list's table. See list_table.h. */
#include "web/list/list_table.h"

#include <string.h>

#include "web/list/list_cells.h"
#include "web/view.h"

static void
add_pair(struct tree_list *list, const char *name, const char *value)
{
    struct tree *row = tree_row(list);
    tree_set(row, "name", name);
    tree_set(row, "value", value);
}

/* Where an order leads: the ruling one turns round, another begins with its own direction. */
static void
show_order(struct page *pg, const struct list_state *state, struct tree *node,
           const struct record_order *order)
{
    struct list_address address = state->here;
    bool ruling = !strcmp(order->name, state->here.order->name);
    address.order = order;
    address.descending = ruling ? !state->here.descending : order->newest_first;
    tree_set(node, "path", list_state_url(pg, &address));
    if (ruling)
        tree_set(node, "order", state->here.descending ? "descending" : "ascending");
}

static bool
is_shown(const struct list_state *state, const char *name)
{
    for (size_t i = 0; i < state->n_columns; i++)
        if (!strcmp(state->columns[i].name, name))
            return true;
    return false;
}

static struct tree *
add_column(struct tree_list *list, const struct record_column *column, bool on)
{
    struct tree *row = tree_row(list);
    tree_set(row, "name", column->name);
    tree_set(row, "label", column->label);
    if (on)
        tree_set(row, "on", "1");
    return row;
}

/* What the form of the orders sends besides the order. */
static void
show_sent(struct page *pg, const struct list_state *state)
{
    const struct list_address *here = &state->here;
    struct record_pair *pairs;
    size_t n;
    record_filter_pairs(pg->ctx->arena, &state->filter, &pairs, &n);
    struct tree_list list = tree_list(pg->view, "Sent");
    for (size_t i = 0; i < n; i++)
        add_pair(&list, pairs[i].name, pairs[i].value);
    if (*here->cols)
        add_pair(&list, "cols", here->cols);
    if (*here->more)
        add_pair(&list, "more", here->more);
    if (here->paged)
        add_pair(&list, "paged", "1");
    if (*here->smart)
        add_pair(&list, "smart", here->smart);
}

/* The menu of orders; the ruling one stands there too, whatever it is. */
static void
show_orders(struct page *pg, const struct list_state *state)
{
    size_t n;
    const struct record_order *orders = record_orders(state->entity, &n), *here = state->here.order;
    struct tree_list sorts = tree_list(pg->view, "Sorts");
    for (size_t i = 0; i <= n; i++) {
        bool ruling = i == n || &orders[i] == here;
        const struct record_order *order = i == n ? here : &orders[i];
        if (order->head_only != (i == n))
            continue;
        struct tree *row = tree_row(&sorts);
        tree_set(row, "name", order->name);
        tree_set(row, "label", order->label);
        if (ruling)
            show_order(pg, state, row, order);
    }
}

bool
list_table_frame(struct page *pg, const struct list_state *state)
{
    size_t n;
    struct record_column *all;
    struct tree_list heads = tree_list(pg->view, "Heads"), columns = tree_list(pg->view, "Columns");
    show_orders(pg, state);
    show_sent(pg, state);
    for (size_t i = 0; i < state->n_columns; i++) {
        const struct record_column *column = &state->columns[i];
        const struct record_order *order =
            record_column_order(pg->ctx->arena, state->entity, column);
        struct tree *row = tree_row(&heads);
        tree_set(row, "label", column->label);
        bool num = column->flags & RECORD_COLUMN_NUMERIC, px = list_view_is_px(state->widths[i]);
        tree_set(row, "name", column->name);
        tree_set(row, "class", num && px ? "num col-px" : num ? "num" : px ? "col-px" : "");
        if (px) {
            tree_set(row, "px", state->widths[i]);
            tree_set(pg->view, "List.px", "1");
        }
        if (order)
            show_order(pg, state, row, order);
        if (i)
            add_column(&columns, column, true);
    }
    if (!record_columns(pg->ctx, state->entity, &all, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (all[i].flags & RECORD_COLUMN_SHOWN && !is_shown(state, all[i].name))
            add_column(&columns, &all[i], false);
    return true;
}

bool
list_table_choices(struct page *pg, const struct list_state *state)
{
    size_t n;
    struct record_column *all;
    struct tree_list columns = tree_list(pg->view, "Columns");
    if (!record_columns(pg->ctx, state->entity, &all, &n))
        return false;
    for (size_t i = 0; i < state->n_columns; i++) {
        struct tree *row = add_column(&columns, &state->columns[i], true);
        tree_set(row, "width", state->widths[i]);
        if (list_view_is_px(state->widths[i]))
            tree_set(row, "px", state->widths[i]);
        if (!i)
            tree_set(row, "fixed", "1");
    }
    for (size_t i = 0; i < n; i++)
        if (!is_shown(state, all[i].name))
            add_column(&columns, &all[i], false);
    return true;
}
