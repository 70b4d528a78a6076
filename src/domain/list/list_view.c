/* Ways to see a list. See list_view.h. */
#include "domain/list/list_view.h"

#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "statements.h"

static const struct field view_map[] = {
    FIELD_STR(struct list_view, columns),
    FIELD_STR(struct list_view, density),
    FIELD_END,
};

bool
list_view_ahead(struct ctx *ctx, enum record_entity list)
{
    return db_ahead(ctx, &SQL_LIST_VIEW_READ, DB_ARGS(DB_I64(list))) &&
           db_ahead(ctx, &SQL_CUSTOM_FIELD_ALL, DB_ARGS(DB_I64(list), DB_BOOL(true))) &&
           db_ahead(ctx, &SQL_LIST_NAMES, DB_NO_ARGS);
}

bool
list_view_read(struct ctx *ctx, enum record_entity list, struct list_view *out)
{
    bool found;
    *out = (struct list_view){"", ""};
    return db_maybe(ctx, &SQL_LIST_VIEW_READ, DB_ARGS(DB_I64(list)), view_map, out, &found);
}

bool
list_view_write(struct ctx *ctx, enum record_entity list, const struct list_view *view)
{
    if (strlen(view->columns) > LIST_VIEW_TEXT)
        return err_field(ctx, ERR_INPUT, "columns", "These are too many columns.");
    return db_exec(ctx, &SQL_LIST_VIEW_WRITE,
                   DB_ARGS(DB_I64(list), DB_STR(view->columns), DB_STR(view->density)), NULL);
}

static const char *
width_of(struct arena *arena, const char *text, size_t length)
{
    static const char *const widths[] = {"narrow", "wide"};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (length == strlen(widths[i]) && !memcmp(text, widths[i], length))
            return widths[i];
    /* pixels, as dragged */
    int64_t px = 0;
    for (size_t i = 0; i < length && i < 4; i++) {
        if (text[i] < '0' || text[i] > '9')
            return "";
        px = px * 10 + (text[i] - '0');
    }
    bool fits = length < 4 && px >= LIST_VIEW_WIDTH_LEAST && px <= LIST_VIEW_WIDTH_MOST;
    return fits ? arena_strndup(arena, text, length) : "";
}

bool
list_view_is_px(const char *width)
{
    return *width >= '0' && *width <= '9';
}

static bool
has_column(const struct list_column *columns, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(columns[i].name, name))
            return true;
    return false;
}

size_t
list_view_columns(struct arena *arena, const char *text, struct list_column *out)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_.";
    size_t n = 0;
    while (*text && n < LIST_VIEW_COLUMNS) {
        size_t length = strcspn(text, ","), name = strspn(text, letters);
        const char *colon = memchr(text, ':', length);
        if (name && (name == length || (colon && name == (size_t)(colon - text)))) {
            struct list_column column = {arena_strndup(arena, text, name), ""};
            if (colon)
                column.width = width_of(arena, colon + 1, length - name - 1);
            if (!has_column(out, n, column.name))
                out[n++] = column;
        }
        text += length + (text[length] == ',');
    }
    return n;
}

const char *
list_view_text(struct arena *arena, const struct list_column *columns, size_t n)
{
    struct buf buf;
    buf_init(&buf, arena, LIST_VIEW_TEXT * 2);
    for (size_t i = 0; i < n; i++)
        buf_printf(&buf, "%s%s%s%s", i ? "," : "", columns[i].name, *columns[i].width ? ":" : "",
                   columns[i].width);
    return buf.data;
}
