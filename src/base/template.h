/* Templates: the only stem that includes ClearSilver. Every template is parsed once per process;
 * a request brings a tree of values and renders into a buffer. Called by web's dispatcher and by
 * mail. Values are escaped for HTML wherever a template prints them; templates below mail/ are
 * plain text. Names in trees are constants of ours, never text from outside.
 *
 * Which files are what (below one folder):
 *   layout.cs, partials/   the frame and what is included; never rendered alone
 *   *.part.cs              a fragment: rendered without the frame, may be included too
 *   mail/                  plain text, no frame
 *   any other *.cs         a page: defines the macros page_title() and page_body() */
#ifndef LEADGEN_BASE_TEMPLATE_H
#define LEADGEN_BASE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct templates; /* all templates of a folder, parsed */
struct tree;      /* a node of a tree of values */

/* Parses every template below `dir`; lives in `owner`. INPUT with file and line when one is wrong,
 * or when the folder holds none. */
MUST_CHECK bool templates_load(struct ctx *ctx, struct arena *owner, const char *dir,
                               struct templates **out);

/* True when `name` (such as "contact/contact_list.cs") can be rendered. */
bool templates_have(const struct templates *templates, const char *name);

/* Values that every page sees and that stay for the life of the process. */
struct tree *templates_shared(struct templates *templates);

/* Calls visit for every name that can be rendered, in order. For tests that walk them. */
void templates_each(const struct templates *templates, void (*visit)(void *arg, const char *name),
                    void *arg);

/* Renders into out. NOT_FOUND is never raised: an unknown name, a fault inside the template and a
 * page larger than the buffer's cap are BUG. */
MUST_CHECK bool templates_render(struct ctx *ctx, struct templates *templates, const char *name,
                                 struct tree *values, struct buf *out);

/* A new tree, gone with the arena. */
struct tree *tree_new(struct arena *arena);

/* Sets a value below a node by a constant path ("User.name"). NULL sets the empty text. */
void tree_set(struct tree *tree, const char *path, const char *value);
void tree_set_i64(struct tree *tree, const char *path, int64_t value);
void tree_set_bool(struct tree *tree, const char *path, bool value); /* "1" or "0" */

/* What was set at a path, or NULL. */
const char *tree_get(struct tree *tree, const char *path);

/* The node at a path, made when it is not there. */
struct tree *tree_node(struct tree *tree, const char *path);

/* Lists: rows numbered from 0, for `each`. Appending is constant time. */
struct tree_list {
    struct tree *node, *last; /* `last`: the row that was made last */
    size_t count;
};
struct tree_list tree_list(struct tree *tree, const char *path);
struct tree *tree_row(struct tree_list *list);

#endif
