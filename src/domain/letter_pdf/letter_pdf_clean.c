/* HTML by a list of what may stay. See letter_pdf_clean.h; letter_pdf_css.c reads style sheets. */
#include "domain/letter_pdf/letter_pdf_clean.h"

#include <string.h>

#include "base/markup.h"
#include "base/text.h"
#include "domain/letter_pdf/letter_pdf_variable.h"

enum { NAMES_MOST = 200 };

struct clean {
    struct ctx *ctx;
    struct buf out;
    struct letter_pdf_cleaned *cleaned;
    bool bad; /* ctx->err says why */
};

static const char *const kept[] = {
    "a",      "abbr",       "address", "article", "aside",   "b",       "bdi",   "bdo",
    "big",    "blockquote", "body",    "br",      "caption", "center",  "cite",  "code",
    "col",    "colgroup",   "dd",      "del",     "dfn",     "div",     "dl",    "dt",
    "em",     "figcaption", "figure",  "font",    "footer",  "h1",      "h2",    "h3",
    "h4",     "h5",         "h6",      "head",    "header",  "hr",      "html",  "i",
    "img",    "ins",        "kbd",     "li",      "main",    "mark",    "nav",   "ol",
    "p",      "pre",        "q",       "s",       "samp",    "section", "small", "span",
    "strong", "style",      "sub",     "sup",     "table",   "tbody",   "td",    "tfoot",
    "th",     "thead",      "time",    "title",   "tr",      "tt",      "u",     "ul",
    "var",    "wbr",        NULL};
/* Gone with all that is in them; what is in others stays. */
static const char *const dropped[] = {
    "script", "iframe", "frame",     "frameset", "object",   "embed",    "applet",
    "link",   "meta",   "base",      "svg",      "math",     "audio",    "video",
    "source", "track",  "canvas",    "template", "noscript", "noframes", "noembed",
    "form",   "input",  "button",    "select",   "option",   "textarea", "portal",
    "param",  "image",  "plaintext", "xmp",      "listing",  NULL};
static const char *const void_names[] = {"br", "col", "hr", "img", "wbr", NULL};
static const char *const attributes[] = {
    "align", "alt",      "bgcolor", "border", "cellpadding", "cellspacing", "class",
    "color", "colspan",  "dir",     "face",   "height",      "id",          "lang",
    "name",  "reversed", "rowspan", "scope",  "size",        "span",        "start",
    "title", "type",     "valign",  "value",  "width",       NULL};

static bool
is_among(const char *const *names, const char *name)
{
    for (; *names; names++)
        if (!strcmp(*names, name))
            return true;
    return false;
}

static void
note_removed(struct clean *clean, const char *what)
{
    struct letter_pdf_cleaned *cleaned = clean->cleaned;
    for (size_t i = 0; i < cleaned->n_removed; i++)
        if (!strcmp(cleaned->removed[i], what))
            return;
    if (cleaned->n_removed < LETTER_PDF_REMOVED_MOST)
        cleaned->removed[cleaned->n_removed++] = arena_strdup(clean->ctx->arena, what);
}

static void
add_escaped(struct clean *clean, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '&')
            buf_text(&clean->out, "&amp;");
        else if (c == '<')
            buf_text(&clean->out, "&lt;");
        else if (c == '>')
            buf_text(&clean->out, "&gt;");
        else if (c == '"')
            buf_text(&clean->out, "&quot;");
        else if (c >= ' ' || c == '\n' || c == '\t')
            buf_char(&clean->out, (char)c);
    }
}

static bool
has_hole(const char *text, size_t length, size_t from)
{
    struct letter_pdf_hole hole;
    return letter_pdf_hole_next(text, length, from, &hole);
}

/* A placeholder whose value would be read as something else than words. */
static void
refuse_hole(struct clean *clean, const char *where)
{
    if (!clean->bad)
        (void)err_field(clean->ctx, ERR_INPUT, "file",
                        "A placeholder stands in %s. Put it into the text, an alt or title, or as "
                        "the whole address of a link.",
                        where);
    clean->bad = true;
}

/* Where a link may lead: the web, a mailbox, the document itself, or what a placeholder for an address
 * says. */
static bool
may_link(const char *value)
{
    struct letter_pdf_hole hole;
    size_t length = strlen(value);
    if (letter_pdf_hole_next(value, length, 0, &hole)) {
        int place = letter_pdf_variable_place(hole.name, hole.name_length);
        return !hole.start && hole.end == length && !hole.other && place >= 0 &&
               letter_pdf_variables[place].link;
    }
    return text_starts(value, "https://") || text_starts(value, "http://") ||
           text_starts(value, "mailto:") || *value == '#';
}

static bool
may_show(const char *value)
{
    static const char *const images[] = {"data:image/png;base64,", "data:image/jpeg;base64,",
                                         "data:image/gif;base64,"};
    size_t length = strlen(value);
    for (size_t i = 0; i < sizeof images / sizeof *images; i++) {
        size_t head = strlen(images[i]);
        if (length <= LETTER_PDF_IMAGE_MOST && !strncmp(value, images[i], head))
            return strspn(value + head, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                        "0123456789+/=\n\r ") == length - head;
    }
    return false;
}

static void
add_attribute(struct clean *clean, const char *name, const char *value)
{
    buf_printf(&clean->out, " %s=\"", name);
    add_escaped(clean, value, strlen(value));
    buf_char(&clean->out, '"');
}

static void
clean_attribute(struct clean *clean, const struct markup_node *node, const struct markup_attr *attr)
{
    struct arena *arena = clean->ctx->arena;
    bool link = !strcmp(attr->name, "href"), image = !strcmp(attr->name, "src");
    bool holes = has_hole(attr->value, strlen(attr->value), 0), removed = false;
    if (!strcmp(attr->name, "style")) {
        if (holes)
            refuse_hole(clean, "a style");
        add_attribute(clean, "style",
                      letter_pdf_clean_css(arena, attr->value, strlen(attr->value), &removed));
        if (removed)
            note_removed(clean, "parts of styles that load something");
    } else if (link && node->tag == MARKUP_A && may_link(attr->value)) {
        add_attribute(clean, "href", attr->value);
    } else if (image && node->tag == MARKUP_IMG && may_show(attr->value)) {
        add_attribute(clean, "src", attr->value);
    } else if (link && node->tag == MARKUP_A && holes) {
        refuse_hole(clean, "the address of a link");
    } else if (is_among(attributes, attr->name)) {
        if (holes && strcmp(attr->name, "alt") != 0 && strcmp(attr->name, "title") != 0)
            refuse_hole(clean, arena_printf(arena, "the attribute %.40s", attr->name));
        add_attribute(clean, attr->name, attr->value);
    } else if (image) {
        note_removed(clean,
                     "images that are not in the file itself (only PNG, JPEG and GIF as data:)");
    } else if (link) {
        note_removed(clean, "addresses that no link may have");
    } else {
        note_removed(clean, arena_printf(arena, "the attribute %.40s", attr->name));
    }
}

static void clean_children(struct clean *clean, const struct markup_node *node);

static void
clean_style(struct clean *clean, const struct markup_node *node)
{
    bool removed = false;
    buf_text(&clean->out, "<style>");
    for (const struct markup_node *at = node->first_child; at; at = at->next) {
        if (at->tag != MARKUP_TEXT)
            continue;
        if (has_hole(at->text, at->length, 0))
            refuse_hole(clean, "a style sheet");
        buf_text(&clean->out,
                 letter_pdf_clean_css(clean->ctx->arena, at->text, at->length, &removed));
    }
    buf_text(&clean->out, "</style>");
    if (removed)
        note_removed(clean, "parts of styles that load something");
}

static void
clean_element(struct clean *clean, const struct markup_node *node)
{
    if (is_among(dropped, node->name)) {
        note_removed(clean, arena_printf(clean->ctx->arena, "<%.40s>", node->name));
        return;
    }
    if (!is_among(kept, node->name)) {
        note_removed(clean,
                     arena_printf(clean->ctx->arena, "<%.40s>, not what is in it", node->name));
        clean_children(clean, node);
        return;
    }
    if (node->tag == MARKUP_STYLE) {
        clean_style(clean, node);
        return;
    }
    buf_printf(&clean->out, "<%s", node->name);
    for (size_t i = 0; i < node->n_attrs; i++)
        clean_attribute(clean, node, &node->attrs[i]);
    buf_char(&clean->out, '>');
    if (is_among(void_names, node->name))
        return;
    clean_children(clean, node);
    buf_printf(&clean->out, "</%s>", node->name);
}

static void
clean_children(struct clean *clean, const struct markup_node *node)
{
    for (const struct markup_node *at = node->first_child; at && !clean->bad; at = at->next) {
        if (at->tag == MARKUP_TEXT)
            add_escaped(clean, at->text, at->length);
        else
            clean_element(clean, at);
    }
}

static void
add_name(struct arena *arena, const char **names, size_t *n, const char *name, size_t length)
{
    for (size_t i = 0; i < *n; i++)
        if (strlen(names[i]) == length && !memcmp(names[i], name, length))
            return;
    if (*n < NAMES_MOST)
        names[(*n)++] = arena_strndup(arena, name, length);
}

static void
read_names(struct arena *arena, struct letter_pdf_cleaned *cleaned)
{
    struct letter_pdf_hole hole;
    size_t at = 0;
    cleaned->known = ARENA_ARRAY(arena, NAMES_MOST, const char *);
    cleaned->unknown = ARENA_ARRAY(arena, NAMES_MOST, const char *);
    while (letter_pdf_hole_next(cleaned->html, cleaned->length, at, &hole)) {
        if (letter_pdf_variable_place(hole.name, hole.name_length) >= 0)
            add_name(arena, cleaned->known, &cleaned->n_known, hole.name, hole.name_length);
        else
            add_name(arena, cleaned->unknown, &cleaned->n_unknown, hole.name, hole.name_length);
        at = hole.end;
    }
}

bool
letter_pdf_clean(struct ctx *ctx, const char *bytes, size_t length, struct letter_pdf_cleaned *out)
{
    struct clean clean = {.ctx = ctx, .cleaned = out};
    struct markup markup;
    *out = (struct letter_pdf_cleaned){0};
    if (length > LETTER_PDF_UPLOAD_MOST)
        return err_field(ctx, ERR_INPUT, "file", "The file has more than 1 MB.");
    if (!markup_html_styled(ctx, bytes, length, &markup))
        return false;
    if (!*markup_text(ctx->arena, markup.root, NAMES_MOST) &&
        !markup_first(markup.root, MARKUP_IMG))
        return err_field(ctx, ERR_INPUT, "file", "There is no text in it: choose an HTML file.");
    buf_init(&clean.out, ctx->arena, LETTER_PDF_CLEAN_MOST);
    buf_text(&clean.out, "<!DOCTYPE html>\n");
    clean_children(&clean, markup.root);
    if (clean.bad)
        return false;
    if (clean.out.over || markup.cut)
        return err_field(ctx, ERR_INPUT, "file", "There is too much in it: make it smaller.");
    out->html = clean.out.data;
    out->length = clean.out.length;
    read_names(ctx->arena, out);
    return true;
}
