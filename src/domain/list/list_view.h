/* How one person wants to see a list: columns in order, their widths, how dense the rows are. Kept
 * per workspace, person and list. Called by the list pages. */
#ifndef LEADGEN_DOMAIN_LIST_VIEW_H
#define LEADGEN_DOMAIN_LIST_VIEW_H

#include "base/err.h"
#include "domain/record/record_field.h"

enum {
    LIST_VIEW_COLUMNS = 40,
    LIST_VIEW_TEXT = 4000, /* bytes of `columns` */
    LIST_VIEW_WIDTH_LEAST = 48,
    LIST_VIEW_WIDTH_MOST = 800 /* pixels */
};

struct list_view {
    const char *columns; /* "name:240,title:wide,email:narrow"; "" for what everybody begins with */
    const char *density; /* "compact", "normal", "roomy"; "" for the one of the profile */
};

/* Sends ahead what every page of a list asks of the workspace: this view, custom fields, names. */
MUST_CHECK bool list_view_ahead(struct ctx *ctx, enum record_entity list);

/* Both "" when nothing was kept. */
MUST_CHECK bool list_view_read(struct ctx *ctx, enum record_entity list, struct list_view *out);

/* Keeps it; both "" for as it was at first. INPUT on "columns" when it is too long. */
MUST_CHECK bool list_view_write(struct ctx *ctx, enum record_entity list,
                                const struct list_view *view);

/* The columns of such a text. What is no name (letters, digits, "_", ".") is left out, so is what
 * comes a second time; at most LIST_VIEW_COLUMNS. `width` is "narrow", "wide", pixels
 * as digits, or "". */
struct list_column {
    const char *name, *width;
};
size_t list_view_columns(struct arena *arena, const char *text, struct list_column *out);

/* Whether a width is in pixels. */
bool list_view_is_px(const char *width);

/* And back. */
const char *list_view_text(struct arena *arena, const struct list_column *columns, size_t n);

#endif
