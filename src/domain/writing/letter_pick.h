/* Choosing a sentence of a language and filling its slots. Called by letter.c; the values come from
 * letter_evidence.c and letter_name.c. Pure. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_PICK_H
#define LEADGEN_DOMAIN_WRITING_LETTER_PICK_H

#include "domain/writing/letter.h"
#include "domain/writing/letter_words.h"

/* What the sentences can ask for; letter_pick.c holds the names. */
enum letter_slot {
    SLOT_FIRST,
    SLOT_LAST,
    SLOT_TITLE,
    SLOT_CALL,        /* the first name as it is called, where that differs: Czech */
    SLOT_CALL_LAST,   /* the surname likewise */
    SLOT_COMPANY,     /* the bare name */
    SLOT_THE_COMPANY, /* the same three with the article, where the name is said with one */
    SLOT_ACC_COMPANY,
    SLOT_DAT_COMPANY,
    SLOT_CITY,
    SLOT_PEERS,   /* "software companies" */
    SLOT_STAFF,   /* "a few dozen people" */
    SLOT_FOUNDED, /* the year, of those that have been there for long */
    SLOT_JOB,
    SLOT_POST, /* the job where it can stand behind "as" */
    SLOT_SAYS, /* a clause from a page, in quotation marks */
    SLOT_TERM, /* a few words from a page, likewise */
    SLOT_ON,   /* "on your careers page" */
    SLOT_FACT,
    SLOT_SENDER,
    SLOT_SENDER_COMPANY,
    SLOT_THE_SENDER, /* the sender's company with its article */
    SLOT_DAT_SENDER,
    SLOT_SENDER_ROLE,
    LETTER_SLOTS
};

/* A value and where it comes from; `claim` NULL: it says nothing about person or company. */
struct letter_fill {
    const char *text, *claim, *snippet, *url;
    int64_t at;
    bool begins_ours; /* our own words begin it: they are large at the beginning of a sentence */
};

/* What writing one letter goes by. */
struct letter_pen {
    struct arena *arena;
    const struct letter_request *request;
    const struct letter_words *words;
    uint8_t tone; /* one bit */
    bool informal;
    int touch;
    enum letter_gender gender;
    struct letter_fill slots[LETTER_SLOTS];
};

/* A filled sentence; the claims count bytes of `text`. NULL text: there is none. */
struct letter_sentence {
    const char *text;
    bool keeps_capital; /* its first letter is not ours to change */
    bool is_own;        /* the sender's own words */
    struct letter_claim *claims;
    size_t n_claims;
};

/* A sentence of that part and kind in the letter's tone and address whose slots can all be filled,
 * chosen by the seed, and filled. */
struct letter_sentence letter_pick(const struct letter_pen *pen, enum letter_part part, int kind);

/* The sender's own words as a sentence: squeezed, with a full stop where no mark ends them. */
struct letter_sentence letter_own(const struct letter_pen *pen, const char *text);

/* A number from the seed, below n; another one for each salt. */
size_t letter_chance(const struct letter_pen *pen, uint64_t salt, size_t n);

#endif
