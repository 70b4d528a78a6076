/* Markup as a tree. See markup.h. The parser's events build our own tree: libxml2's takes three times
 * the memory, and stops where tags nest deep. */
#include "base/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/markup_bytes.h"
#include "base/text.h"

enum {
    OPEN_MAX = 1024, /* elements open at a time: each end tag may look at all of them */
    VALUE_MAX = 64 * 1024,
    NAMES = 128
};

/* A name of elements or attributes as it was met last: the parser has each of them in one place. */
struct name {
    const char *text; /* NULL: none yet */
    enum markup_tag tag;
};

struct build {
    struct arena *arena;
    struct markup *out;
    xmlParserCtxtPtr parser;
    struct markup_node *at; /* the innermost open element */
    size_t depth;           /* open elements, those without a place of their own included */
    struct buf text;
    bool styles; /* keep their text */
    struct name names[NAMES];
};

/* The name in the arena, once for all that have it. */
static const struct name *
name_of(struct build *build, const xmlChar *given)
{
    const char *text = (const char *)given;
    struct name *name = &build->names[((uintptr_t)given >> 4 ^ (uintptr_t)given >> 11) % NAMES];
    if (!name->text || strcmp(name->text, text) != 0)
        *name = (struct name){arena_strdup(build->arena, text), markup_tag_of(text)};
    return name;
}

static struct markup_node *
node_add(struct build *build, enum markup_tag tag)
{
    struct markup *out = build->out;
    if (out->n_nodes >= MARKUP_NODES_MAX) {
        out->cut = true;
        xmlStopParser(build->parser);
        return NULL;
    }
    struct markup_node *node = ARENA_NEW(build->arena, struct markup_node), *at = build->at;
    node->index = out->n_nodes++;
    node->tag = tag;
    node->parent = at;
    if (at->last_child)
        at->last_child->next = node;
    else
        at->first_child = node;
    at->last_child = node;
    return node;
}

static void
text_end(struct build *build)
{
    if (!build->text.length)
        return;
    struct markup_node *node = node_add(build, MARKUP_TEXT);
    if (node) {
        node->text = arena_strndup(build->arena, build->text.data, build->text.length);
        node->length = build->text.length;
    }
    buf_clear(&build->text);
}

static void
attrs_add(struct build *build, struct markup_node *node, const xmlChar **attrs)
{
    size_t n = 0;
    while (attrs[2 * n] && n < MARKUP_ATTRS_MAX)
        n++;
    struct markup_attr *own = ARENA_ARRAY(build->arena, n, struct markup_attr);
    for (size_t i = 0; i < n; i++) {
        const char *name = (const char *)attrs[2 * i], *value = (const char *)attrs[2 * i + 1];
        size_t length = value ? strlen(value) : 0;
        if (!strncmp(name, "on", 2) || length > VALUE_MAX)
            continue;
        own[node->n_attrs].name = name_of(build, attrs[2 * i])->text;
        own[node->n_attrs++].value = length ? arena_strndup(build->arena, value, length) : "";
    }
    node->attrs = own;
}

static void
on_start(void *arg, const xmlChar *name, const xmlChar **attrs)
{
    struct build *build = arg;
    text_end(build);
    if (++build->depth > OPEN_MAX) {
        build->out->cut = true;
        xmlStopParser(build->parser);
        return;
    }
    const struct name *known = name_of(build, name);
    struct markup_node *node = node_add(build, known->tag);
    if (!node)
        return;
    node->name = known->text;
    if (attrs)
        attrs_add(build, node, attrs);
    if (build->depth <= MARKUP_DEPTH_MAX)
        build->at = node;
}

static void
on_end(void *arg, const xmlChar *name)
{
    struct build *build = arg;
    (void)name;
    text_end(build);
    if (build->depth && build->depth-- <= MARKUP_DEPTH_MAX && build->at->parent)
        build->at = build->at->parent;
}

static void
on_text(void *arg, const xmlChar *text, int length)
{
    struct build *build = arg;
    if (length > 0 && (build->styles || build->at->tag != MARKUP_STYLE))
        buf_add(&build->text, (const char *)text, (size_t)length);
}

static void
build_init(struct build *build, struct ctx *ctx, xmlParserCtxtPtr parser, struct markup *out)
{
    *build = (struct build){.arena = ctx->arena, .out = out, .parser = parser, .at = out->root};
    buf_init(&build->text, ctx->arena, MARKUP_BYTES_MAX);
    xmlSAXHandler *sax = parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = 1;
    sax->startElement = on_start;
    sax->endElement = on_end;
    sax->characters = sax->ignorableWhitespace = sax->cdataBlock = on_text;
    parser->userData = build;
}

/* Declarations of a document's own make one behind our back. */
static void
parser_free(xmlParserCtxtPtr parser)
{
    xmlDocPtr made = parser->myDoc;
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
    if (made)
        xmlFreeDoc(made);
}

static bool
text_begin(struct ctx *ctx, const char *bytes, size_t length, const char *charset,
           struct markup *out, char **text, size_t *n)
{
    *out = (struct markup){.root = ARENA_NEW(ctx->arena, struct markup_node)};
    out->root->tag = MARKUP_OTHER;
    out->root->name = "";
    out->n_nodes = 1;
    return markup_bytes(ctx, bytes, length, charset, MARKUP_BYTES_MAX, text, n, &out->cut,
                        &out->charset);
}

static bool
read_html(struct ctx *ctx, const char *bytes, size_t length, const char *charset, bool styles,
          struct markup *out)
{
    char *text;
    size_t n;
    if (!text_begin(ctx, bytes, length, charset, out, &text, &n))
        return false;
    htmlParserCtxtPtr parser = n ? htmlCreateMemoryParserCtxt(text, (int)n) : NULL;
    if (!parser)
        return true; /* nothing in it: an empty tree */
    struct build build;
    build_init(&build, ctx, parser, out);
    build.styles = styles;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    parser->sax->ignorableWhitespace = on_text;
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser);
    text_end(&build);
    parser_free(parser);
    return true;
}

bool
markup_html(struct ctx *ctx, const char *bytes, size_t length, const char *charset,
            struct markup *out)
{
    return read_html(ctx, bytes, length, charset, false, out);
}

bool
markup_html_styled(struct ctx *ctx, const char *bytes, size_t length, struct markup *out)
{
    return read_html(ctx, bytes, length, NULL, true, out);
}

bool
markup_xml(struct ctx *ctx, const char *bytes, size_t length, const char *charset,
           struct markup *out)
{
    char *text;
    size_t n;
    if (!text_begin(ctx, bytes, length, charset, out, &text, &n))
        return false;
    xmlParserCtxtPtr parser = n ? xmlCreateMemoryParserCtxt(text, (int)n) : NULL;
    if (!parser)
        return err_raise(ctx, ERR_INPUT, "The document is empty.");
    struct build build;
    build_init(&build, ctx, parser, out);
    xmlCtxtUseOptions(parser, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                                  XML_PARSE_IGNORE_ENC | XML_PARSE_SAX1);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    xmlParseDocument(parser);
    text_end(&build);
    bool good = parser->wellFormed && !out->cut;
    int line = parser->lastError.line;
    parser_free(parser);
    if (!good)
        return err_raise(ctx, ERR_INPUT, "The document is not well-formed XML, in line %d.", line);
    return true;
}

const char *
markup_attr(const struct markup_node *node, const char *name)
{
    for (size_t i = 0; i < node->n_attrs; i++)
        if (!strcmp(node->attrs[i].name, name))
            return node->attrs[i].value;
    return NULL;
}

const char *
markup_local(const struct markup_node *node)
{
    const char *colon = node->name ? strrchr(node->name, ':') : NULL;
    return colon ? colon + 1 : node->name ? node->name : "";
}

struct markup_node *
markup_after(const struct markup_node *node, const struct markup_node *top)
{
    while (node && node != top) {
        if (node->next)
            return node->next;
        node = node->parent;
    }
    return NULL;
}

struct markup_node *
markup_next(const struct markup_node *node, const struct markup_node *top)
{
    return node->first_child ? node->first_child : markup_after(node, top);
}

struct markup_node *
markup_first(const struct markup_node *top, enum markup_tag tag)
{
    for (struct markup_node *node = markup_next(top, top); node; node = markup_next(node, top))
        if (node->tag == tag)
            return node;
    return NULL;
}

static void
gap(struct buf *buf)
{
    if (buf->length && buf->data[buf->length - 1] != ' ')
        buf_char(buf, ' ');
}

char *
markup_text(struct arena *arena, const struct markup_node *node, size_t max)
{
    struct buf buf;
    buf_init(&buf, arena, 4 * max + 16);
    const struct markup_node *at = node;
    while (at && buf.length < 2 * max + 8) {
        unsigned flags = markup_tag_flags(at->tag);
        if (at->tag == MARKUP_TEXT)
            buf_add(&buf, at->text, at->length < max ? at->length : max);
        else if (flags & MARKUP_BLOCK)
            gap(&buf);
        if ((flags & MARKUP_HIDDEN) && at != node) {
            at = markup_after(at, node);
            continue;
        }
        const struct markup_node *next = markup_next(at, node);
        /* Whatever block ends on the way up separates too. */
        if (next && next->parent != at)
            for (const struct markup_node *up = at; up != next->parent; up = up->parent)
                if (markup_tag_flags(up->tag) & MARKUP_BLOCK)
                    gap(&buf);
        at = next;
    }
    char *text = text_squeeze(arena, buf.data);
    size_t length = strlen(text);
    if (length > max) {
        while (max && ((unsigned char)text[max] & 0xC0) == 0x80)
            max--;
        text[max] = '\0';
    }
    return text;
}

char *
markup_charset(struct arena *arena, const char *content_type)
{
    const char *at = content_type ? strcasestr(content_type, "charset=") : NULL;
    if (!at)
        return arena_strdup(arena, "");
    at += strlen("charset=");
    at += strspn(at, " \"'");
    return arena_strndup(arena, at, strcspn(at, " \"';,\t"));
}
