/* The elements of HTML that readers of pages tell apart, and how they are laid out.
 * Called by markup.c and by whoever walks its trees. A const table. */
#ifndef LEADGEN_BASE_MARKUP_TAG_H
#define LEADGEN_BASE_MARKUP_TAG_H

#include <stddef.h>

enum markup_tag {
    MARKUP_TEXT,  /* no element */
    MARKUP_OTHER, /* an element that is not listed */
    MARKUP_A,
    MARKUP_ADDRESS,
    MARKUP_ARTICLE,
    MARKUP_ASIDE,
    MARKUP_B,
    MARKUP_BASE,
    MARKUP_BLOCKQUOTE,
    MARKUP_BODY,
    MARKUP_BR,
    MARKUP_BUTTON,
    MARKUP_CANVAS,
    MARKUP_CAPTION,
    MARKUP_CENTER,
    MARKUP_DD,
    MARKUP_DETAILS,
    MARKUP_DIALOG,
    MARKUP_DIR,
    MARKUP_DIV,
    MARKUP_DL,
    MARKUP_DT,
    MARKUP_EMBED,
    MARKUP_FIELDSET,
    MARKUP_FIGCAPTION,
    MARKUP_FIGURE,
    MARKUP_FOOTER,
    MARKUP_FORM,
    MARKUP_FRAME,
    MARKUP_FRAMESET,
    MARKUP_H1,
    MARKUP_H2,
    MARKUP_H3,
    MARKUP_H4,
    MARKUP_H5,
    MARKUP_H6,
    MARKUP_HEAD,
    MARKUP_HEADER,
    MARKUP_HR,
    MARKUP_HTML,
    MARKUP_IFRAME,
    MARKUP_IMG,
    MARKUP_INPUT,
    MARKUP_LABEL,
    MARKUP_LEGEND,
    MARKUP_LI,
    MARKUP_LINK,
    MARKUP_MAIN,
    MARKUP_MENU,
    MARKUP_META,
    MARKUP_NAV,
    MARKUP_NOFRAMES,
    MARKUP_NOSCRIPT,
    MARKUP_OBJECT,
    MARKUP_OL,
    MARKUP_OPTGROUP,
    MARKUP_OPTION,
    MARKUP_P,
    MARKUP_PRE,
    MARKUP_SCRIPT,
    MARKUP_SECTION,
    MARKUP_SELECT,
    MARKUP_SPAN,
    MARKUP_STRONG,
    MARKUP_STYLE,
    MARKUP_SUMMARY,
    MARKUP_SVG,
    MARKUP_TABLE,
    MARKUP_TBODY,
    MARKUP_TD,
    MARKUP_TEMPLATE,
    MARKUP_TEXTAREA,
    MARKUP_TFOOT,
    MARKUP_TH,
    MARKUP_THEAD,
    MARKUP_TIME,
    MARKUP_TITLE,
    MARKUP_TR,
    MARKUP_UL,
    MARKUP_VIDEO,
    MARKUP_TAGS
};

enum {
    MARKUP_BLOCK = 1,  /* its text stands apart from what surrounds it */
    MARKUP_HIDDEN = 2, /* nobody reads what is in it: script, style, template */
    MARKUP_HEADING = 4,
    MARKUP_VOID = 8 /* has no content */
};

/* The tag of a lower-case name; MARKUP_OTHER when it is not listed. */
enum markup_tag markup_tag_of(const char *name);

/* MARKUP_BLOCK and the others. */
unsigned markup_tag_flags(enum markup_tag tag);

#endif
