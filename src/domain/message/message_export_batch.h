/* Some thousand people of a campaign with what a file may say of them, read a table at a time and put
 * together here: joined in the database, the same rows cost twice as much. Called by
 * message_export_run.c, which writes one batch while the database reads the next. */
#ifndef LEADGEN_MESSAGE_EXPORT_BATCH_H
#define LEADGEN_MESSAGE_EXPORT_BATCH_H

#include "base/db.h"
#include "domain/suppression/contact_gate.h"

enum message_export_table {
    EXPORTED_PERSON,
    EXPORTED_COMPANY,
    EXPORTED_MESSAGE,
    EXPORTED_TEXT,
    EXPORTED_TABLES
};

/* The columns of SQL_MESSAGE_EXPORT_PERSONS, _COMPANIES, _MESSAGES and _TEXTS. */
enum {
    PERSON_ID,
    PERSON_COMPANY,
    PERSON_BAR,
    PERSON_FIRST_NAME,
    PERSON_LAST_NAME,
    PERSON_EMAIL,
    PERSON_LINKEDIN_URL,
    PERSON_TITLE,
    PERSON_ADDRESS
};
enum { EMPLOYER_ID, EMPLOYER_NAME, EMPLOYER_DOMAIN, EMPLOYER_BAR };
enum {
    MESSAGE_CONTACT,
    MESSAGE_ID,
    MESSAGE_APPROVED_VERSION,
    MESSAGE_STEP,
    MESSAGE_OF_VARIANT,
    MESSAGE_POSITION,
    MESSAGE_CHANNEL,
    MESSAGE_STATE,
    MESSAGE_TONE,
    MESSAGE_COST,
    MESSAGE_APPROVED_AT,
    MESSAGE_PDF
};
enum { TEXT_MESSAGE, TEXT_SUBJECT, TEXT_BODY };

enum { MESSAGE_EXPORT_NONE = -1 };

/* Who may get a row: a person of the campaign, and the variant they are meant to get (0: none). */
struct message_export_member {
    int64_t contact_id;
    int64_t variant;
    bool excluded;
};

/* What of them is asked for. */
struct message_export_question {
    int64_t campaign_id;
    const char *zone;
    bool with_pdf;
    bool with_all; /* what only files of a row per message hold */
};

/* `arena`, `members` (by contact) and `n` are the caller's to set. Everything else, in that arena, is by
 * place of the member, or by row of a table; a row that is not there is NONE. */
struct message_export_batch {
    struct arena *arena;
    const struct message_export_member *members;
    size_t n;
    int64_t *ids; /* of the members */
    struct db_table tables[EXPORTED_TABLES];
    struct contact_bar *bars;
    int64_t *person, *company; /* rows of the member */
    int64_t *first,
        *next;     /* message of the member, and the one behind a message, by step and variant */
    int64_t *text; /* of a message */
};

/* Reads who they are, what the gate says and which messages they have, and asks for the texts, in the
 * open transaction: message_export_batch_receive must be next on the connection (db_pump aside).
 * UNAVAILABLE as contact_gate_ask. */
MUST_CHECK bool message_export_batch_send(struct ctx *ctx,
                                          const struct message_export_question *question,
                                          struct message_export_batch *batch);
MUST_CHECK bool message_export_batch_receive(struct ctx *ctx, struct message_export_batch *batch);

/* Sets first, next and text of a batch that was received; needs no database. */
void message_export_batch_join(struct message_export_batch *batch);

#endif
