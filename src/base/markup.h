/* HTML and XML from outside as a tree: bounded in bytes, nodes and depth, always UTF-8, in the arena.
 * Called by what reads pages, sitemaps and feeds. The only stem that includes libxml2; it loads
 * nothing, resolves no entity but the predefined ones and those of HTML, and knows no meaning. */
#ifndef LEADGEN_BASE_MARKUP_H
#define LEADGEN_BASE_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/markup_tag.h"

enum {
    MARKUP_BYTES_MAX = 4 * 1024 * 1024, /* of UTF-8; what follows is not read */
    MARKUP_NODES_MAX = 200000,
    MARKUP_DEPTH_MAX = 200, /* deeper elements become children of the deepest allowed one */
    MARKUP_ATTRS_MAX = 64   /* of one element */
};

struct markup_attr {
    const char *name, *value; /* lower case name (HTML); value "" when none was written */
};

/* An element, or a piece of text when tag is MARKUP_TEXT. */
struct markup_node {
    enum markup_tag tag;
    const char *name; /* of an element: lower case in HTML, with its prefix in XML */
    const char *text; /* of a text: entities resolved, NUL-terminated, white space as written */
    size_t length;
    const struct markup_attr *attrs;
    size_t n_attrs;
    size_t index; /* in document order; what is inside a node follows it; the root is 0 */
    struct markup_node *parent, *first_child, *last_child, *next;
};

struct markup {
    struct markup_node *root; /* no element itself; its children are the document's */
    size_t n_nodes;           /* with the root */
    bool cut;                 /* a limit was reached: the tree is the beginning of the document */
    const char *charset;      /* what the bytes were read as: "UTF-8", "WINDOWS-1250" */
};

/* Reads HTML as forgivingly as browsers do; scripts are elements with one text, styles with none. The
 * character set is `charset` (of the Content-Type; NULL or "" when none), a byte-order mark, what
 * the document declares, or a guess. Comments and processing instructions are left out. BUG only. */
bool markup_html(struct ctx *ctx, const char *bytes, size_t length, const char *charset,
                 struct markup *out) MUST_CHECK;

/* The same, with the text of styles. */
bool markup_html_styled(struct ctx *ctx, const char *bytes, size_t length,
                        struct markup *out) MUST_CHECK;

/* Reads XML strictly. INPUT: it is not well-formed; the message says where. */
bool markup_xml(struct ctx *ctx, const char *bytes, size_t length, const char *charset,
                struct markup *out) MUST_CHECK;

/* The value of an attribute; NULL when absent. */
const char *markup_attr(const struct markup_node *node, const char *name);

/* The name without its prefix: "loc" of "s:loc". */
const char *markup_local(const struct markup_node *node);

/* The node after `node` in document order below `top`; NULL at the end. Start with `top` itself. */
struct markup_node *markup_next(const struct markup_node *node, const struct markup_node *top);

/* The same, passing over what is inside `node`. */
struct markup_node *markup_after(const struct markup_node *node, const struct markup_node *top);

/* The first element with the tag below `top`; NULL when there is none. */
struct markup_node *markup_first(const struct markup_node *top, enum markup_tag tag);

/* The text below a node as people see it, at most `max` bytes: white space squeezed, a blank
 * between blocks and cells, a line's end as a blank, no scripts and styles. */
char *markup_text(struct arena *arena, const struct markup_node *node, size_t max);

/* The part of a Content-Type behind "charset=": "utf-8"; "" when there is none. */
char *markup_charset(struct arena *arena, const char *content_type);

#endif
