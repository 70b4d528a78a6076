/* The sheet a letter is written on: sentences in paragraphs, which of them may go when there is no
 * room, and the finished text with the places of its claims. Called by letter.c. Pure. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_SHEET_H
#define LEADGEN_DOMAIN_WRITING_LETTER_SHEET_H

#include "domain/writing/letter_pick.h"

enum { SHEET_PIECES = 24 };

/* Why a piece goes when there is no room: higher goes first. */
enum { STAYS, LAST_TO_GO, OPENING, FIRST_POINT, SECOND_POINT, THOUGHT, SIGNED };

struct letter_piece {
    struct letter_sentence sentence;
    int paragraph; /* pieces of one stand in a row; a new one begins after an empty line */
    int rank;      /* 0: stays; the highest goes first, all of one rank together */
    bool is_line;  /* begins a new line of its paragraph */
};

struct letter_sheet {
    struct letter_piece pieces[SHEET_PIECES];
    size_t n;
    bool lower_start; /* goes on in lower case after the first piece, when that ends in a comma */
};

/* A line as it stands, of nothing but its text. */
struct letter_sentence letter_plain(const char *text);

/* Adds a sentence; one without text is left out. True when it was added. */
bool letter_sheet_add(struct letter_sheet *sheet, struct letter_sentence sentence, int paragraph,
                      int rank);

/* The same on a line of its own. */
bool letter_sheet_line(struct letter_sheet *sheet, struct letter_sentence sentence, int paragraph,
                       int rank);

/* Drops ranks until the text has at most `most` characters, then writes body and claims. False: it
 * has more although only rank 0 is left; it is written all the same. */
MUST_CHECK bool letter_sheet_write(struct arena *arena, struct letter_sheet *sheet, size_t most,
                                   struct letter *out);

#endif
