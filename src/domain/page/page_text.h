/* The text of a page apart from its frame: navigation, header, footer, side columns. Of an article
 * (a news story, a post) the text is the article's body and all else is frame. Called by page.c.
 * Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_TEXT_H
#define LEADGEN_DOMAIN_PAGE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/markup.h"

enum { PAGE_TEXT_MAX = 1024 * 1024 };

/* What a node is part of. */
enum page_part { PAGE_PART_MAIN, PAGE_PART_FRAME, PAGE_PART_HIDDEN };

/* A run of text between two borders. */
struct page_block {
    const struct markup_node *owner; /* the innermost block element */
    const char *text;                /* squeezed */
    size_t length, linked;           /* bytes; of them in links */
    size_t words;                    /* what stands between blanks */
    unsigned char part;              /* enum page_part */
    bool prose;                      /* reads like sentences */
};

struct page_text {
    const char *text, *frame_text;   /* blocks, one a line, white space squeezed */
    const struct page_block *blocks; /* what is shown, in order */
    size_t n_blocks;
    unsigned char *parts; /* enum page_part by a node's index */
    size_t words;         /* in text */
    size_t sentences;     /* blocks of text that read like prose */
    double links;         /* share of the visible letters that stand in links */
    bool article;         /* one body of prose makes up the page */
};

/* `called`: the page, or its address, says that it is an article; `sure`: plainly so, also with
 * little prose. */
void page_text_read(struct arena *arena, const struct markup *doc, bool called, bool sure,
                    struct page_text *out);

#endif
