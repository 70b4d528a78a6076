/* What a language brings to the writer: its sentences and small words, as const tables in
 * letter_<language>.c. Read by letter.c and letter_pick.c only.
 *
 * A sentence's text holds slots, {name}; one whose slots cannot be filled is not chosen. Inserted
 * values stand where no language bends them: after a colon, in quotation marks, beside a noun. A text
 * that begins with ^ keeps its capital where a language goes on in lower case after the greeting. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_WORDS_H
#define LEADGEN_DOMAIN_WRITING_LETTER_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/page/page_kind.h"

enum letter_part {
    LETTER_HELLO,  /* kind: letter_greeting */
    LETTER_SPEAK,  /* call: the spoken greeting; kind: letter_greeting */
    LETTER_OPEN,   /* what is known; kind: letter_topic */
    LETTER_TURN,   /* what that may mean; kind: letter_topic */
    LETTER_BRIDGE, /* to the offer; kind: letter_angle */
    LETTER_ASK, /* the question, when the sender has none; kind: 1 for somebody who leads others, 2 on
                   the phone */
    LETTER_CLOSE,   /* the words above the name; kind: 0 e-mail, 1 LinkedIn */
    LETTER_SUBJECT, /* kind: letter_topic */
    LETTER_REMINDER, /* the subject of a follow-up that has nothing to name; kind: 1 for the last one */
    LETTER_AGAIN, /* refers to the first message */
    LETTER_NEW,   /* leads to what is new; kind: letter_addition */
    LETTER_LAST, /* ends the sequence, easy to refuse; kind: 0 that it is the last, then what the sender
                    does, 1 that nothing need be done, 2 the question. Without 2 kind 0 is all of it */
    LETTER_CONNECT,  /* why to connect; kind: 0 after an opening, 1 alone, 2 after other messages */
    LETTER_INTRO,    /* call: who speaks, may they go on; kind: 1 after other messages */
    LETTER_QUESTION, /* call: two questions; kind: 1 or 2 */
    LETTER_OBJECT,   /* call: what they say and the answer; kind: 1 or 2 */
    LETTER_END       /* call: the last words; kind: 0 always, 1 after a yes, 2 after a no */
};

enum letter_greeting { GREET_TITLED = 1, GREET_FEMALE, GREET_MALE, GREET_NAME };

enum letter_topic {
    TOPIC_PLAIN, /* nothing but the sender */
    TOPIC_COMPANY,
    TOPIC_PLACE, /* industry and city */
    TOPIC_ROLE,
    TOPIC_LEAD,  /* the same of somebody who leads others */
    TOPIC_HANDS, /* of somebody who does the work */
    TOPIC_SMALL, /* what the size of the company lets one expect */
    TOPIC_MIDDLE,
    TOPIC_LARGE,
    TOPIC_FOUNDED, /* of an old company */
    TOPIC_ABOUT,   /* how the company describes itself */
    TOPIC_TECHNOLOGY,
    TOPIC_CERTIFICATE,
    TOPIC_CUSTOMER,
    TOPIC_NEWS,
    TOPIC_PRODUCT,
    TOPIC_HIRING,
    TOPIC_SECURITY,
    TOPIC_AI,
    TOPIC_PLATFORM,
    TOPIC_FUNDING,
    TOPIC_SIZE,
    TOPIC_REGULATED,
    TOPIC_OTHER, /* a signal of any other category */
    TOPICS
};

enum letter_angle { ANGLE_PAIN, ANGLE_OPPORTUNITY, ANGLE_PROOF };
enum letter_addition { NEW_EVIDENCE, NEW_PROOF, NEW_OUTCOME, NEW_SHORT };
enum letter_heading {
    HEAD_OPENER,
    HEAD_VALUE,
    HEAD_QUESTIONS,
    HEAD_OBJECTIONS,
    HEAD_CLOSE,
    HEADINGS
};
enum { LETTER_INDUSTRIES = 22, LETTER_SIZES = 5 };

/* Tones, as a mask. */
enum {
    TONE_PROFESSIONAL = 1,
    TONE_FRIENDLY = 2,
    TONE_CASUAL = 4,
    TONE_BOLD = 8,
    TONE_AUTHORITATIVE = 16,
    TONE_EMPATHETIC = 32,
    TONE_ANY = 63
};

struct letter_line {
    uint8_t part, kind, tones;
    const char *formal;
    const char *informal; /* NULL: the same; "": none. formal "": informal only */
};

struct letter_address {
    const char *formal, *informal; /* NULL: the same */
};

struct letter_words {
    const char *code;
    const char *quote_open, *quote_close;
    bool lower_start; /* the text after the greeting's comma goes on in lower case */
    struct letter_address pages[PAGE_KINDS]; /* "on your careers page" */
    struct letter_address site;              /* the page unknown */
    const char *peers[LETTER_INDUSTRIES];    /* by record code of industry: "software companies" */
    const char *staff[LETTER_SIZES];         /* by company_size_bucket from 1 */
    const char *headings[HEADINGS];          /* of a call script */
    const struct letter_line *lines;
    size_t n_lines;
};

extern const struct letter_words letter_en, letter_cs, letter_de, letter_fr, letter_es;

#endif
