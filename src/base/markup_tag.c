/* The table of elements. See markup_tag.h. */
#include "base/markup_tag.h"

#include <string.h>

/* clang-format off */
static const struct {
    const char *name;
    unsigned flags;
} tags[MARKUP_TAGS] = {
    [MARKUP_TEXT] = {"", 0},
    [MARKUP_OTHER] = {"", 0},
    [MARKUP_A] = {"a", 0},
    [MARKUP_ADDRESS] = {"address", MARKUP_BLOCK},
    [MARKUP_ARTICLE] = {"article", MARKUP_BLOCK},
    [MARKUP_ASIDE] = {"aside", MARKUP_BLOCK},
    [MARKUP_B] = {"b", 0},
    [MARKUP_BASE] = {"base", MARKUP_VOID},
    [MARKUP_BLOCKQUOTE] = {"blockquote", MARKUP_BLOCK},
    [MARKUP_BODY] = {"body", MARKUP_BLOCK},
    [MARKUP_BR] = {"br", MARKUP_BLOCK | MARKUP_VOID},
    [MARKUP_BUTTON] = {"button", MARKUP_BLOCK},
    [MARKUP_CANVAS] = {"canvas", MARKUP_HIDDEN},
    [MARKUP_CAPTION] = {"caption", MARKUP_BLOCK},
    [MARKUP_CENTER] = {"center", MARKUP_BLOCK},
    [MARKUP_DD] = {"dd", MARKUP_BLOCK},
    [MARKUP_DETAILS] = {"details", MARKUP_BLOCK},
    [MARKUP_DIALOG] = {"dialog", MARKUP_BLOCK},
    [MARKUP_DIR] = {"dir", MARKUP_BLOCK},
    [MARKUP_DIV] = {"div", MARKUP_BLOCK},
    [MARKUP_DL] = {"dl", MARKUP_BLOCK},
    [MARKUP_DT] = {"dt", MARKUP_BLOCK},
    [MARKUP_EMBED] = {"embed", MARKUP_HIDDEN | MARKUP_VOID},
    [MARKUP_FIELDSET] = {"fieldset", MARKUP_BLOCK},
    [MARKUP_FIGCAPTION] = {"figcaption", MARKUP_BLOCK},
    [MARKUP_FIGURE] = {"figure", MARKUP_BLOCK},
    [MARKUP_FOOTER] = {"footer", MARKUP_BLOCK},
    [MARKUP_FORM] = {"form", MARKUP_BLOCK},
    [MARKUP_FRAME] = {"frame", MARKUP_BLOCK | MARKUP_VOID},
    [MARKUP_FRAMESET] = {"frameset", MARKUP_BLOCK},
    [MARKUP_H1] = {"h1", MARKUP_BLOCK | MARKUP_HEADING},
    [MARKUP_H2] = {"h2", MARKUP_BLOCK | MARKUP_HEADING},
    [MARKUP_H3] = {"h3", MARKUP_BLOCK | MARKUP_HEADING},
    [MARKUP_H4] = {"h4", MARKUP_BLOCK | MARKUP_HEADING},
    [MARKUP_H5] = {"h5", MARKUP_BLOCK | MARKUP_HEADING},
    [MARKUP_H6] = {"h6", MARKUP_BLOCK | MARKUP_HEADING},
    [MARKUP_HEAD] = {"head", 0},
    [MARKUP_HEADER] = {"header", MARKUP_BLOCK},
    [MARKUP_HR] = {"hr", MARKUP_BLOCK | MARKUP_VOID},
    [MARKUP_HTML] = {"html", MARKUP_BLOCK},
    [MARKUP_IFRAME] = {"iframe", MARKUP_HIDDEN},
    [MARKUP_IMG] = {"img", MARKUP_VOID},
    [MARKUP_INPUT] = {"input", MARKUP_VOID},
    [MARKUP_LABEL] = {"label", 0},
    [MARKUP_LEGEND] = {"legend", MARKUP_BLOCK},
    [MARKUP_LI] = {"li", MARKUP_BLOCK},
    [MARKUP_LINK] = {"link", MARKUP_VOID},
    [MARKUP_MAIN] = {"main", MARKUP_BLOCK},
    [MARKUP_MENU] = {"menu", MARKUP_BLOCK},
    [MARKUP_META] = {"meta", MARKUP_VOID},
    [MARKUP_NAV] = {"nav", MARKUP_BLOCK},
    [MARKUP_NOFRAMES] = {"noframes", MARKUP_BLOCK | MARKUP_HIDDEN},
    [MARKUP_NOSCRIPT] = {"noscript", MARKUP_BLOCK},
    [MARKUP_OBJECT] = {"object", MARKUP_HIDDEN},
    [MARKUP_OL] = {"ol", MARKUP_BLOCK},
    [MARKUP_OPTGROUP] = {"optgroup", MARKUP_BLOCK},
    [MARKUP_OPTION] = {"option", MARKUP_BLOCK},
    [MARKUP_P] = {"p", MARKUP_BLOCK},
    [MARKUP_PRE] = {"pre", MARKUP_BLOCK},
    [MARKUP_SCRIPT] = {"script", MARKUP_HIDDEN},
    [MARKUP_SECTION] = {"section", MARKUP_BLOCK},
    [MARKUP_SELECT] = {"select", MARKUP_BLOCK},
    [MARKUP_SPAN] = {"span", 0},
    [MARKUP_STRONG] = {"strong", 0},
    [MARKUP_STYLE] = {"style", MARKUP_HIDDEN},
    [MARKUP_SUMMARY] = {"summary", MARKUP_BLOCK},
    [MARKUP_SVG] = {"svg", MARKUP_HIDDEN},
    [MARKUP_TABLE] = {"table", MARKUP_BLOCK},
    [MARKUP_TBODY] = {"tbody", MARKUP_BLOCK},
    [MARKUP_TD] = {"td", MARKUP_BLOCK},
    [MARKUP_TEMPLATE] = {"template", MARKUP_HIDDEN},
    [MARKUP_TEXTAREA] = {"textarea", MARKUP_BLOCK},
    [MARKUP_TFOOT] = {"tfoot", MARKUP_BLOCK},
    [MARKUP_TH] = {"th", MARKUP_BLOCK},
    [MARKUP_THEAD] = {"thead", MARKUP_BLOCK},
    [MARKUP_TIME] = {"time", 0},
    [MARKUP_TITLE] = {"title", MARKUP_BLOCK},
    [MARKUP_TR] = {"tr", MARKUP_BLOCK},
    [MARKUP_UL] = {"ul", MARKUP_BLOCK},
    [MARKUP_VIDEO] = {"video", MARKUP_HIDDEN},
};
/* clang-format on */

enum markup_tag
markup_tag_of(const char *name)
{
    int low = MARKUP_OTHER + 1, high = MARKUP_TAGS - 1;
    while (low <= high) {
        int middle = (low + high) / 2, order = strcmp(name, tags[middle].name);
        if (!order)
            return (enum markup_tag)middle;
        if (order < 0)
            high = middle - 1;
        else
            low = middle + 1;
    }
    return MARKUP_OTHER;
}

unsigned
markup_tag_flags(enum markup_tag tag)
{
    return tags[tag].flags;
}
