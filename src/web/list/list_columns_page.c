/* GET and POST /{tenant}/companies/columns and /contacts/columns: which columns one sees, in which
 * order and how wide, and how dense the rows are. The menu above the list posts here, too. */
#include <inttypes.h>
#include <string.h>

#include "web/list/list_table.h"
#include "web/list/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { BACK_MOST = 16 * 1024, NAME_MOST = 80 };

struct columns_ask {
    const char *cols, *back;
};
static const struct param ask_items[] = {
    PARAM_TEXT(struct columns_ask, cols, LIST_VIEW_TEXT, OPTIONAL),
    PARAM_TEXT(struct columns_ask, back, BACK_MOST, OPTIONAL),
};
const struct params list_columns_params = PARAMS(struct columns_ask, ask_items);

struct columns_save {
    const char *back, *shown, *toggle, *density, *up, *down, *resize;
    int64_t px;
    bool save, reset;
    struct param_texts order, column;
    struct param_pairs width;
};
static const char *const densities[] = {"compact", "normal", "roomy", NULL};
static const struct param save_items[] = {
    PARAM_TEXT(struct columns_save, back, BACK_MOST, OPTIONAL),
    PARAM_TEXT(struct columns_save, shown, LIST_VIEW_TEXT, OPTIONAL),
    PARAM_TEXT(struct columns_save, toggle, NAME_MOST, OPTIONAL),
    PARAM_CHOICE(struct columns_save, density, densities, OPTIONAL),
    PARAM_TEXT(struct columns_save, up, NAME_MOST, OPTIONAL),
    PARAM_TEXT(struct columns_save, down, NAME_MOST, OPTIONAL),
    PARAM_TEXT(struct columns_save, resize, NAME_MOST, OPTIONAL),
    PARAM_I64(struct columns_save, px, 0, LIST_VIEW_WIDTH_MOST, OPTIONAL),
    PARAM_FLAG(struct columns_save, save),
    PARAM_FLAG(struct columns_save, reset),
    PARAM_TEXTS(struct columns_save, order, 200, OPTIONAL),
    PARAM_TEXTS(struct columns_save, column, 200, OPTIONAL),
    PARAM_PAIRS(struct columns_save, width, 200),
};
const struct params list_columns_save_params = PARAMS(struct columns_save, save_items);

/* The list to go back to: an address of it, else the list as it is at first. */
static const char *
back_to(struct page *pg, enum record_entity entity, const char *back)
{
    const char *path = list_state_path(pg, entity);
    size_t length = strlen(path);
    bool ours = !strncmp(back, path, length) && (!back[length] || back[length] == '?');
    return ours ? back : path;
}

static bool
columns_page(struct page *pg, enum record_entity entity)
{
    const struct columns_ask *ask = pg->params;
    struct list_sent sent = {.sort = "", .dir = "", .cols = ask->cols, .more = "", .smart = ""};
    struct list_state state;
    if (!list_state_read(pg, entity, &sent, &state) || !list_table_choices(pg, &state))
        return false;
    tree_set(pg->view, "List.title", entity == RECORD_COMPANY ? "Companies" : "Contacts");
    tree_set(pg->view, "List.noun", entity == RECORD_COMPANY ? "companies" : "contacts");
    tree_set(pg->view, "List.path", list_state_path(pg, entity));
    tree_set(pg->view, "List.back", back_to(pg, entity, ask->back));
    tree_set(pg->view, "List.density", state.view.density);
    return reply_template(pg);
}

static bool
has_text(const struct param_texts *texts, const char *text)
{
    for (size_t i = 0; i < texts->count; i++)
        if (!strcmp(texts->values[i], text))
            return true;
    return false;
}

/* The form's columns: those ticked, in the order of the form. */
static const char *
chosen(struct page *pg, const struct columns_save *save)
{
    struct list_column columns[LIST_VIEW_COLUMNS];
    size_t n = 0;
    for (size_t i = 0; i < save->order.count && n < LIST_VIEW_COLUMNS; i++) {
        const char *name = save->order.values[i], *width = "";
        if (!has_text(&save->column, name))
            continue;
        for (size_t j = 0; j < save->width.count; j++)
            if (!strcmp(save->width.items[j].name, name))
                width = save->width.items[j].value;
        columns[n++] = (struct list_column){name, width};
    }
    /* through the reader, which leaves out what is no column or width */
    const char *text = list_view_text(pg->ctx->arena, columns, n);
    n = list_view_columns(pg->ctx->arena, text, columns);
    return list_view_text(pg->ctx->arena, columns, n);
}

/* The shown columns with one more or one less. */
static const char *
toggled(struct page *pg, const char *shown, const char *name)
{
    struct list_column columns[LIST_VIEW_COLUMNS + 1];
    size_t n = list_view_columns(pg->ctx->arena, shown, columns), kept = 0;
    for (size_t i = 0; i < n; i++)
        if (strcmp(columns[i].name, name) != 0)
            columns[kept++] = columns[i];
    if (kept == n && n < LIST_VIEW_COLUMNS)
        columns[kept++] = (struct list_column){name, ""};
    return list_view_text(pg->ctx->arena, columns, kept);
}

/* The shown columns with one as wide as it was dragged; 0 pixels: as wide as at first. */
static const char *
resized(struct page *pg, const char *shown, const char *name, int64_t px)
{
    struct list_column columns[LIST_VIEW_COLUMNS];
    struct arena *arena = pg->ctx->arena;
    size_t n = list_view_columns(arena, shown, columns);
    if (px && px < LIST_VIEW_WIDTH_LEAST)
        px = LIST_VIEW_WIDTH_LEAST;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(columns[i].name, name))
            columns[i].width = px ? arena_printf(arena, "%" PRId64, px) : "";
    return list_view_text(arena, columns, n);
}

/* The order of the form with one entry moved by one. */
static void
move(struct page *pg, struct param_texts *order, const char *name, bool down)
{
    const char **values = ARENA_ARRAY(pg->ctx->arena, order->count + 1, const char *);
    memcpy(values, order->values, order->count * sizeof *values);
    for (size_t i = 0; i < order->count; i++) {
        size_t other = down ? i + 1 : i - 1;
        if (strcmp(values[i], name) != 0 || other >= order->count)
            continue;
        values[i] = values[other];
        values[other] = name;
        break;
    }
    order->values = values;
}

static bool
columns_save(struct page *pg, enum record_entity entity)
{
    struct columns_save save = *(const struct columns_save *)pg->params;
    const char *back = back_to(pg, entity, save.back);
    struct list_view view;
    if (!list_view_read(pg->ctx, entity, &view))
        return false;
    bool moved = *save.up || *save.down;
    if (moved)
        move(pg, &save.order, *save.up ? save.up : save.down, *save.down);
    if (save.reset)
        view = (struct list_view){"", ""};
    else if (*save.toggle)
        view.columns = toggled(pg, save.shown, save.toggle);
    else if (*save.resize)
        view.columns = resized(pg, save.shown, save.resize, save.px);
    else if (save.order.count)
        view = (struct list_view){chosen(pg, &save), save.density};
    else if (*save.density)
        view.density = save.density;
    if (!list_view_write(pg->ctx, entity, &view))
        return false;
    if (moved)
        return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s/columns?back=%s",
                                                  list_state_path(pg, entity),
                                                  view_encode(pg->ctx->arena, back)));
    return reply_redirect_to(pg, back);
}

bool
company_columns_page(struct page *pg)
{
    return columns_page(pg, RECORD_COMPANY);
}

bool
contact_columns_page(struct page *pg)
{
    return columns_page(pg, RECORD_CONTACT);
}

bool
company_columns_save(struct page *pg)
{
    return columns_save(pg, RECORD_COMPANY);
}

bool
contact_columns_save(struct page *pg)
{
    return columns_save(pg, RECORD_CONTACT);
}
