/* Lines of a page. See people_line.h. */
#include "domain/enrich/people_line.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/enrich/people_words.h"

enum { TOKEN_BYTES = 40, CLASS_BYTES = 400 };

struct walk {
    struct arena *arena;
    struct people_lines *out;
    size_t room;
    struct buf text;                             /* of the line in the making */
    size_t begins[PEOPLE_LINE_PARTS];            /* of its parts */
    struct people_part parts[PEOPLE_LINE_PARTS]; /* flags and line_begin are set */
    size_t n_parts;
    bool is_long; /* the line has more text than fits */
    bool broken;  /* a <br> stands before it */
};

/* --- what an element says ---------------------------------------------------------------------- */

/* "teamMember_12" is "team" and "member", and as a whole "teammember". */
static unsigned
bits_of_tokens(const char *value)
{
    char token[TOKEN_BYTES], whole[TOKEN_BYTES];
    size_t n = 0, n_whole = 0;
    unsigned bits = 0;
    bool small = false;
    for (size_t i = 0; i < CLASS_BYTES; i++) {
        char c = value[i];
        bool capital = c >= 'A' && c <= 'Z', letter = capital || (c >= 'a' && c <= 'z');
        if ((!letter || (capital && small)) && n > 0) {
            token[n] = '\0';
            bits |= people_words_class(token);
            n = 0;
        }
        if (letter && n < TOKEN_BYTES - 1)
            token[n++] = (char)(capital ? c + 'a' - 'A' : c);
        if (letter && n_whole < TOKEN_BYTES - 1)
            whole[n_whole++] = (char)(capital ? c + 'a' - 'A' : c);
        small = letter && !capital;
        if (c == ' ' || c == '\0') {
            whole[n_whole] = '\0';
            bits |= people_words_class(whole);
            n_whole = 0;
        }
        if (c == '\0')
            break;
    }
    return bits;
}

static unsigned
bits_of_class(const struct markup_node *node)
{
    const char *class = markup_attr(node, "class"), *id = markup_attr(node, "id");
    unsigned bits = (class ? bits_of_tokens(class) : 0U) | (id ? bits_of_tokens(id) : 0U);
    return (bits & PEOPLE_CLASS_TEAM ? PEOPLE_IN_TEAM : 0U) |
           (bits & PEOPLE_CLASS_AGAINST ? PEOPLE_IN_AGAINST : 0U) |
           (bits & PEOPLE_CLASS_DOUBTFUL ? PEOPLE_IN_DOUBTFUL : 0U) |
           (bits & PEOPLE_CLASS_NAME ? PEOPLE_IS_NAME : 0U) |
           (bits & PEOPLE_CLASS_TITLE ? PEOPLE_IS_TITLE : 0U);
}

static bool
has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list ? strstr(list, word) : NULL; at; at = strstr(at + 1, word))
        if ((at == list || at[-1] == ' ' || at[-1] == '/' || at[-1] == ':') &&
            (at[length] == '\0' || at[length] == ' '))
            return true;
    return false;
}

/* schema.org as microdata or RDFa, and h-card. */
static unsigned
bits_of_markup(const struct markup_node *node)
{
    const char *prop = markup_attr(node, "itemprop"), *class = markup_attr(node, "class");
    unsigned bits = 0;
    if (!prop)
        prop = markup_attr(node, "property");
    if (has_word(markup_attr(node, "itemtype"), "Person") ||
        has_word(markup_attr(node, "typeof"), "Person") || has_word(class, "h-card") ||
        has_word(class, "vcard"))
        bits |= PEOPLE_IN_PERSON;
    if (has_word(prop, "author") || has_word(prop, "creator") || has_word(prop, "review") ||
        has_word(prop, "reviewedBy") || has_word(prop, "alumni") || has_word(prop, "performer"))
        bits |= PEOPLE_IN_AGAINST;
    if (has_word(prop, "name") || has_word(class, "fn") || has_word(class, "p-name"))
        bits |= PEOPLE_IS_NAME;
    if (has_word(prop, "jobTitle") || has_word(class, "p-job-title") || has_word(class, "p-role"))
        bits |= PEOPLE_IS_TITLE;
    return bits;
}

static unsigned
bits_of_role(const struct markup_node *node)
{
    const char *role = markup_attr(node, "role");
    bool frame = node->tag == MARKUP_NAV || node->tag == MARKUP_FOOTER ||
                 has_word(role, "navigation") || has_word(role, "contentinfo");
    return (frame ? PEOPLE_IN_FRAME : 0U) |
           (node->tag == MARKUP_BLOCKQUOTE ? PEOPLE_IN_AGAINST : 0U);
}

/* What holds inside the element: of the name and the title only its own say counts. */
static unsigned
flags_of(const struct markup_node *node, unsigned outer)
{
    if (node->tag == MARKUP_BODY || node->tag == MARKUP_HTML)
        return 0;
    unsigned own = bits_of_class(node) | bits_of_markup(node) | bits_of_role(node);
    if (own & (PEOPLE_IS_NAME | PEOPLE_IS_TITLE))
        outer &= ~(unsigned)(PEOPLE_IS_NAME | PEOPLE_IS_TITLE);
    /* a footer inside a quotation or a card is no frame of the page */
    if (node->tag == MARKUP_FOOTER && (outer & (PEOPLE_IN_TEAM | PEOPLE_IN_AGAINST)))
        own &= ~(unsigned)PEOPLE_IN_FRAME;
    return outer | own;
}

/* --- lines ------------------------------------------------------------------------------------- */

static struct people_line *
add_line(struct walk *walk, enum people_line_kind kind, const struct markup_node *node,
         unsigned flags)
{
    struct people_lines *out = walk->out;
    if (out->n == PEOPLE_LINES_MAX)
        return NULL;
    if (out->n == walk->room) {
        size_t room = 2 * walk->room + 64;
        struct people_line *more = ARENA_ARRAY(walk->arena, room, struct people_line);
        if (out->n)
            memcpy(more, out->of, out->n * sizeof *more);
        out->of = more;
        walk->room = room;
    }
    struct people_line *line = &out->of[out->n++];
    *line =
        (struct people_line){.kind = kind, .node = node, .text = "", .href = "", .flags = flags};
    return line;
}

/* Ends the part in the making; what follows begins another. */
static void
cut(struct walk *walk, unsigned flags)
{
    if (walk->n_parts && walk->begins[walk->n_parts - 1] == walk->text.length) {
        /* nothing came since: it takes the place of the empty one */
        walk->parts[walk->n_parts - 1].flags = flags;
        return;
    }
    if (walk->n_parts == PEOPLE_LINE_PARTS)
        return;
    walk->begins[walk->n_parts] = walk->text.length;
    walk->parts[walk->n_parts++] = (struct people_part){.text = "", .flags = flags};
}

static int
level_of(const struct markup_node *node)
{
    return node->tag >= MARKUP_H1 && node->tag <= MARKUP_H6 ? (int)(node->tag - MARKUP_H1) + 1 : 0;
}

static void
flush(struct walk *walk, const struct markup_node *block, unsigned flags)
{
    const char *text = text_squeeze(walk->arena, walk->text.data);
    struct people_line *line = *text ? add_line(walk, PEOPLE_LINE_TEXT, block, flags) : NULL;
    if (line) {
        struct people_part *parts = ARENA_ARRAY(walk->arena, walk->n_parts, struct people_part);
        for (size_t i = 0; i < walk->n_parts; i++) {
            size_t end = i + 1 < walk->n_parts ? walk->begins[i + 1] : walk->text.length;
            struct people_part part = walk->parts[i];
            part.text = text_squeeze(walk->arena,
                                     arena_strndup(walk->arena, walk->text.data + walk->begins[i],
                                                   end - walk->begins[i]));
            if (*part.text)
                parts[line->n_parts++] = part;
        }
        line->text = text;
        line->parts = parts;
        line->level = level_of(block);
        line->flags |= (walk->is_long ? PEOPLE_LONG : 0U) | (walk->broken ? PEOPLE_BROKEN : 0U);
    }
    if (*text)
        walk->broken = false;
    buf_clear(&walk->text);
    walk->is_long = false;
    walk->n_parts = 0;
    cut(walk, flags);
}

/* True for elements whose text stands apart. */
static bool
is_block(const struct markup_node *node)
{
    static const enum markup_tag cells[] = {MARKUP_TD,         MARKUP_TH,     MARKUP_LI,
                                            MARKUP_DT,         MARKUP_DD,     MARKUP_FIGCAPTION,
                                            MARKUP_BUTTON,     MARKUP_LABEL,  MARKUP_SUMMARY,
                                            MARKUP_BLOCKQUOTE, MARKUP_OPTION, MARKUP_TEXTAREA};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        if (node->tag == cells[i])
            return true;
    return (markup_tag_flags(node->tag) & MARKUP_BLOCK) != 0;
}

/* White space squeezed; what is beyond a line's length is left out and makes it a long one. */
static void
add_text(struct walk *walk, const char *text, size_t length)
{
    struct buf *buf = &walk->text;
    size_t at = 0;
    while (at < length) {
        size_t from = at;
        bool blank = text_is_space(text_next(text, length, &at));
        if (buf->length + (at - from) > PEOPLE_LINE_BYTES) {
            walk->is_long = true;
            return;
        }
        if (!blank)
            buf_add(buf, text + from, at - from);
        else if (buf->length > 0 && buf->data[buf->length - 1] != ' ')
            buf_char(buf, ' ');
    }
}

static void walk_below(struct walk *walk, const struct markup_node *top,
                       const struct markup_node *block, unsigned flags);

static void
add_image(struct walk *walk, const struct markup_node *node, unsigned flags)
{
    const char *alt = markup_attr(node, "alt");
    struct people_line *line = add_line(walk, PEOPLE_LINE_IMAGE, node, flags);
    if (line && alt && strlen(alt) < PEOPLE_LINE_BYTES)
        line->text = text_squeeze(walk->arena, alt);
}

/* The depth is bounded by MARKUP_DEPTH_MAX. */
static void
walk_element(struct walk *walk, const struct markup_node *node, const struct markup_node *block,
             unsigned outer)
{
    unsigned flags = flags_of(node, outer);
    const char *href = node->tag == MARKUP_A ? markup_attr(node, "href") : NULL;
    if (markup_tag_flags(node->tag) & MARKUP_HIDDEN)
        return;
    if (node->tag == MARKUP_IMG) {
        add_image(walk, node, flags);
    } else if (node->tag == MARKUP_BR || node->tag == MARKUP_HR) {
        flush(walk, block, outer);
        walk->broken = true;
    } else if (is_block(node)) {
        flush(walk, block, outer);
        walk->broken = false;
        cut(walk, flags);
        walk_below(walk, node, node, flags);
        flush(walk, node, flags);
        walk->broken = false;
        cut(walk, outer);
    } else {
        struct people_line *link = href ? add_line(walk, PEOPLE_LINE_LINK, node, flags) : NULL;
        if (link)
            link->href = href;
        cut(walk, flags);
        walk_below(walk, node, block, flags);
        cut(walk, outer);
    }
}

static void
walk_below(struct walk *walk, const struct markup_node *top, const struct markup_node *block,
           unsigned flags)
{
    for (const struct markup_node *node = top->first_child; node; node = node->next)
        if (node->tag == MARKUP_TEXT)
            add_text(walk, node->text, node->length);
        else
            walk_element(walk, node, block, flags);
}

void
people_line_read(struct arena *arena, const struct markup *document, struct people_lines *out)
{
    struct walk walk = {.arena = arena, .out = out};
    *out = (struct people_lines){NULL, 0};
    buf_init(&walk.text, arena, PEOPLE_LINE_BYTES + 4);
    cut(&walk, 0);
    walk_below(&walk, document->root, document->root, 0);
    flush(&walk, document->root, 0);
}
