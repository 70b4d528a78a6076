/* The text of a page apart from its frame. See page_text.h. Three passes over the tree in document
 * order, a child after its parent: what each element looks like, what stands in it, what it therefore
 * is; then the blocks are written out. */
#include "domain/page/page_text.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/page/page_role.h"

enum {
    PROSE_BYTES = 80, /* a block of as many bytes, mostly outside links, is prose */
    PROSE_WORDS = 10,
    NAMED_BYTES = 150,
    LIST_LINKS = 6, /* a list of as many short links is navigation */
    LIST_LINK_BYTES = 32,
    ARTICLE_BYTES = 500 /* prose of an article that does not call itself one, at least */
};

/* What stands below a node. */
struct place {
    uint32_t letters, linked; /* bytes that are shown; of them in links */
    uint32_t prose;           /* bytes of blocks that read like sentences */
    uint16_t links, blocks;   /* blocks: of prose */
    uint16_t role;
    uint8_t part;
    bool article; /* or section: a header in it is its own */
};

struct reader {
    struct arena *arena;
    const struct markup *doc;
    struct place *places; /* by index */
    struct page_block *blocks;
    size_t n_blocks, room;
    struct buf run;
    size_t linked;
    const struct markup_node *owner;
    uint8_t part;
    bool ended; /* a link, with nothing behind it yet */
};

/* --- what elements look like ------------------------------------------------------------------- */

static void
look(struct reader *reader)
{
    for (struct markup_node *node = markup_next(reader->doc->root, reader->doc->root); node;
         node = markup_next(node, reader->doc->root)) {
        struct place *place = &reader->places[node->index];
        const struct place *up = &reader->places[node->parent->index];
        place->role = (uint16_t)(page_role_of(node) | (up->role & PAGE_ROLE_HIDDEN));
        place->article = up->article || node->tag == MARKUP_ARTICLE || node->tag == MARKUP_MAIN ||
                         node->tag == MARKUP_SECTION || node->tag == MARKUP_BLOCKQUOTE;
    }
}

/* --- blocks -------------------------------------------------------------------------------------- */

/* Words and ends of sentences: what menus, labels and tables of figures lack. */
static bool
is_prose(size_t length, size_t words, size_t linked)
{
    if (length < PROSE_BYTES || linked * 2 > length)
        return false;
    /* Scripts without blanks have long words. */
    return words >= PROSE_WORDS || length > words * 24;
}

static void
run_end(struct reader *reader)
{
    if (reader->run.length) {
        char *text = text_squeeze(reader->arena, reader->run.data);
        size_t length = strlen(text);
        if (length) {
            if (reader->n_blocks == reader->room) {
                size_t room = reader->room ? 2 * reader->room : 256;
                struct page_block *more = ARENA_ARRAY(reader->arena, room, struct page_block);
                if (reader->n_blocks)
                    memcpy(more, reader->blocks, reader->n_blocks * sizeof *more);
                reader->blocks = more;
                reader->room = room;
            }
            size_t linked = reader->linked < length ? reader->linked : length;
            size_t words = 1 + text_blanks(text, length);
            reader->blocks[reader->n_blocks++] =
                (struct page_block){.owner = reader->owner,
                                    .text = text,
                                    .length = length,
                                    .linked = linked,
                                    .words = words,
                                    .part = reader->part,
                                    .prose = is_prose(length, words, linked)};
        }
    }
    buf_clear(&reader->run);
    reader->linked = 0;
}

static void
run_add(struct reader *reader, const struct markup_node *node, const struct markup_node *owner,
        bool linked)
{
    uint8_t part = reader->places[node->parent->index].part;
    if (reader->run.length && part != reader->part)
        run_end(reader);
    reader->part = part;
    reader->owner = owner;
    buf_add(&reader->run, node->text, node->length);
    reader->ended = false;
    if (linked)
        reader->linked += node->length;
}

/* Writes the blocks of the document in order. */
static void
block_list(struct reader *reader)
{
    const struct markup_node *root = reader->doc->root, *node = markup_next(root, root);
    const struct markup_node *owner = root, *link = NULL;
    reader->n_blocks = 0;
    while (node) {
        const struct place *place = &reader->places[node->index];
        bool hidden = place->role & PAGE_ROLE_HIDDEN || place->part == PAGE_PART_HIDDEN;
        if (node->tag == MARKUP_TEXT) {
            run_add(reader, node, owner, link != NULL);
        } else if (!hidden && markup_tag_flags(node->tag) & MARKUP_BLOCK) {
            run_end(reader);
            owner = node;
        } else if (node->tag == MARKUP_A && !link) {
            /* Links of a menu stand apart by their style. */
            if (reader->linked && reader->ended)
                buf_char(&reader->run, ' ');
            link = node;
        }
        const struct markup_node *next =
            hidden ? markup_after(node, root) : markup_next(node, root);
        for (const struct markup_node *up = node; next && up != next->parent; up = up->parent) {
            if (up == link) {
                link = NULL;
                reader->ended = true;
            }
            if (up == owner) {
                run_end(reader);
                for (owner = up->parent; owner->parent; owner = owner->parent)
                    if (markup_tag_flags(owner->tag) & MARKUP_BLOCK)
                        break;
            }
        }
        node = next;
    }
    run_end(reader);
}

/* Sums up for every node what stands below it. `main_only`: blocks of the frame do not count. */
static void
sum(struct reader *reader, const struct markup_node *const *nodes, bool main_only)
{
    for (size_t i = 0; i < reader->doc->n_nodes; i++) {
        struct place *place = &reader->places[i];
        place->letters = place->linked = place->prose = 0;
        place->links = nodes[i]->tag == MARKUP_A;
        place->blocks = 0;
    }
    for (size_t i = 0; i < reader->n_blocks; i++) {
        const struct page_block *block = &reader->blocks[i];
        struct place *place = &reader->places[block->owner->index];
        if (main_only && block->part != PAGE_PART_MAIN)
            continue;
        place->letters += (uint32_t)block->length;
        place->linked += (uint32_t)block->linked;
        place->prose += block->prose ? (uint32_t)block->length : 0;
        place->blocks = (uint16_t)(place->blocks + (block->prose && place->blocks < UINT16_MAX));
    }
    for (size_t i = reader->doc->n_nodes; i-- > 1;) {
        struct place *up = &reader->places[nodes[i]->parent->index];
        const struct place *place = &reader->places[i];
        up->letters += place->letters;
        up->linked += place->linked;
        up->prose += place->prose;
        up->links = (uint16_t)(up->links + place->links < UINT16_MAX ? up->links + place->links
                                                                     : UINT16_MAX);
        up->blocks = (uint16_t)(up->blocks + place->blocks < UINT16_MAX ? up->blocks + place->blocks
                                                                        : UINT16_MAX);
    }
}

/* --- parts ----------------------------------------------------------------------------------------- */

/* A list of short links and nothing else. */
static bool
is_link_list(const struct markup_node *node, const struct place *place)
{
    return (node->tag == MARKUP_UL || node->tag == MARKUP_OL || node->tag == MARKUP_TR) &&
           place->links >= LIST_LINKS && place->linked * 10 >= place->letters * 9 &&
           place->letters < (uint32_t)place->links * LIST_LINK_BYTES;
}

/* What people write in a header: its heading, a sentence. */
static bool
is_header_text(const struct markup_node *node, const struct place *place)
{
    return node->tag == MARKUP_H1 || (node->tag == MARKUP_P && place->prose > 0);
}

static void
parts(struct reader *reader, const struct markup_node *const *nodes)
{
    const struct place *all = &reader->places[0];
    uint32_t own = all->letters - all->linked;
    for (size_t i = 1; i < reader->doc->n_nodes; i++) {
        const struct markup_node *node = nodes[i];
        struct place *place = &reader->places[i];
        const struct place *up = &reader->places[node->parent->index];
        place->part = up->part;
        if (place->role & PAGE_ROLE_HIDDEN)
            place->part = PAGE_PART_HIDDEN;
        if (place->part != PAGE_PART_MAIN) {
            if (place->part == PAGE_PART_FRAME && up->role & PAGE_ROLE_HEADER) {
                place->role |= place->role & PAGE_ROLE_FRAME ? 0 : PAGE_ROLE_HEADER;
                if (is_header_text(node, place))
                    place->part = PAGE_PART_MAIN;
            }
            continue;
        }
        /* A word of a class does not make most of a page its frame. */
        bool small = (place->letters - place->linked) * 2 <= own && place->prose * 2 <= all->prose;
        bool outer = node->tag != MARKUP_BODY && node->tag != MARKUP_HTML &&
                     node->tag != MARKUP_MAIN && node->tag != MARKUP_ARTICLE;
        if ((place->role & PAGE_ROLE_SURE &&
             !(node->tag == MARKUP_FOOTER && up->article && !small)) ||
            (place->role & PAGE_ROLE_FRAME && small && outer) ||
            (place->role & PAGE_ROLE_HEADER && !up->article && small) || is_link_list(node, place))
            place->part = PAGE_PART_FRAME;
    }
}

/* --- articles -------------------------------------------------------------------------------------- */

/* The first element that calls itself an article's body and holds a good part of the prose. */
static const struct markup_node *
named_body(struct reader *reader, const struct markup_node *const *nodes)
{
    const struct markup_node *best = NULL;
    for (size_t i = 1; i < reader->doc->n_nodes; i++) {
        const struct place *place = &reader->places[i];
        if (place->role & PAGE_ROLE_NAMED && place->part == PAGE_PART_MAIN &&
            place->letters >= NAMED_BYTES)
            return nodes[i];
        if (place->role & PAGE_ROLE_BODY && place->part == PAGE_PART_MAIN && place->blocks &&
            place->prose * 3 >= reader->places[0].prose &&
            (!best || place->prose > 2 * reader->places[best->index].prose))
            best = nodes[i];
    }
    return best;
}

/* Goes down to where the prose no longer stands in one element. */
static const struct markup_node *
body_of(struct reader *reader, const struct markup_node *node)
{
    for (;;) {
        const struct markup_node *next = NULL;
        uint32_t most = 0;
        for (const struct markup_node *at = node->first_child; at; at = at->next)
            if (reader->places[at->index].prose > most) {
                most = reader->places[at->index].prose;
                next = at;
            }
        if (!next || most * 10 < reader->places[node->index].prose * 6)
            return node;
        /* Not into a paragraph: what is short stands beside it. */
        if (next->tag == MARKUP_P || reader->places[next->index].blocks < 2)
            return node;
        node = next;
    }
}

/* --- writing --------------------------------------------------------------------------------------- */

/* In an article: promotion and the like within its body. */
static bool
is_beside(const struct reader *reader, const struct page_block *block,
          const struct markup_node *body)
{
    for (const struct markup_node *at = block->owner; at != body && at->parent; at = at->parent) {
        const struct place *place = &reader->places[at->index];
        if (place->role & (PAGE_ROLE_ASIDE | PAGE_ROLE_FRAME) &&
            place->prose * 10 < reader->places[body->index].prose * 4)
            return true;
    }
    return false;
}

static bool
is_within(const struct reader *reader, const struct markup_node *node,
          const struct markup_node *body)
{
    const struct markup_node *after = markup_after(body, reader->doc->root);
    return node->index >= body->index && (!after || node->index < after->index);
}

/* Marks what of an article's page is not its body as frame. */
static void
keep_body(struct reader *reader, const struct markup_node *body)
{
    /* Tables of results have none. */
    bool begun = reader->places[body->index].blocks == 0;
    for (size_t i = 0; i < reader->n_blocks; i++) {
        struct page_block *block = &reader->blocks[i];
        if (block->part != PAGE_PART_MAIN)
            continue;
        bool heading = markup_tag_flags(block->owner->tag) & MARKUP_HEADING;
        if (!is_within(reader, block->owner, body) || is_beside(reader, block, body) ||
            block->owner->tag == MARKUP_H1 || block->owner->tag == MARKUP_BUTTON ||
            (block->linked * 10 > block->length * 8 && !heading))
            block->part = PAGE_PART_FRAME;
        else if (!begun && !block->prose)
            block->part = PAGE_PART_FRAME; /* by whom and when, above the first paragraph */
        else
            begun = true;
    }
}

static void
write_out(struct reader *reader, struct page_text *out)
{
    struct buf text, frame;
    size_t letters = 0, linked = 0;
    buf_init(&text, reader->arena, PAGE_TEXT_MAX);
    buf_init(&frame, reader->arena, PAGE_TEXT_MAX);
    for (size_t i = 0; i < reader->n_blocks; i++) {
        const struct page_block *block = &reader->blocks[i];
        struct buf *to = block->part == PAGE_PART_MAIN ? &text : &frame;
        letters += block->length;
        linked += block->linked;
        if (to->length + block->length + 1 > PAGE_TEXT_MAX)
            continue;
        buf_add(to, block->text, block->length);
        buf_char(to, '\n');
        if (to == &frame)
            continue;
        out->sentences += block->prose;
        out->words += block->words;
    }
    out->text = text.data;
    out->frame_text = frame.data;
    out->links = letters ? (double)linked / (double)letters : 0;
}

void
page_text_read(struct arena *arena, const struct markup *doc, bool called, bool sure,
               struct page_text *out)
{
    struct reader reader = {.arena = arena, .doc = doc};
    const struct markup_node **nodes = ARENA_ARRAY(arena, doc->n_nodes, const struct markup_node *);
    *out = (struct page_text){.text = ""};
    reader.places = ARENA_ARRAY(arena, doc->n_nodes, struct place);
    buf_init(&reader.run, arena, PAGE_TEXT_MAX);
    nodes[0] = doc->root;
    for (const struct markup_node *at = markup_next(doc->root, doc->root); at;
         at = markup_next(at, doc->root))
        nodes[at->index] = at;
    look(&reader);
    block_list(&reader);
    sum(&reader, nodes, false);
    parts(&reader, nodes);
    block_list(&reader);
    sum(&reader, nodes, true);
    const struct markup_node *body = named_body(&reader, nodes);
    if (!body)
        body = body_of(&reader, doc->root);
    const struct place *place = &reader.places[body->index];
    out->article = sure ? place->prose > 0 || place->role & PAGE_ROLE_NAMED
                        : called && place->blocks >= 2 && place->prose >= ARTICLE_BYTES &&
                              place->prose * 2 >= reader.places[0].letters;
    if (out->article)
        keep_body(&reader, body);
    write_out(&reader, out);
    out->blocks = reader.blocks;
    out->n_blocks = reader.n_blocks;
    out->parts = arena_alloc(arena, doc->n_nodes);
    for (size_t i = 0; i < doc->n_nodes; i++)
        out->parts[i] = reader.places[i].part;
}
