/* The texts of a message: every one it ever had, and the only way to add one. Nothing is written over:
 * an edit, a rewriting and going back to an older text each make a new version, and an approved message
 * that gets a new text is a draft again. Called by the pages, the API and by rewriting. */
#ifndef LEADGEN_DOMAIN_MESSAGE_VERSION_H
#define LEADGEN_DOMAIN_MESSAGE_VERSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* Why somebody changes or refuses a text; the last one has no code. */
struct message_reason {
    const char *code, *label;
};
extern const struct message_reason message_reasons[];
/* The words of a code; the code itself when there are none. */
const char *message_reason_label(const char *code);

struct message_text {
    const char *subject; /* NULL: the channel has none */
    const char *body;
    const char *
        claims; /* JSON as in the table; NULL: those of the text before that still stand in this one */
    const char *origin;                                 /* embedded, model, edit, restore */
    const char *settings;                               /* JSON; NULL: {} */
    const char *language, *tone, *formality, *provider; /* of a rewriting; NULL: stay */
    int64_t cost_micros;                                /* of a rewriting */
    const char *const *reasons;                         /* of an edit */
    size_t n_reasons;
    const char *reason_text; /* NULL or "": none */
};

/* Adds a text and makes the message a draft, whatever it was (sent ones refuse). `seen` is the version
 * the caller knew, 0: any. An edit needs a reason and must differ. *version gets the new one.
 * INPUT on subject, body, reasons or reason_text; CONFLICT: somebody else was quicker, or the campaign
 * takes no drafts; NOT_FOUND. */
MUST_CHECK bool message_version_add(struct ctx *ctx, int64_t message_id, int64_t seen,
                                    const struct message_text *text, int64_t *version);

/* Adds an older text anew. NOT_FOUND: there is no such version. */
MUST_CHECK bool message_version_restore(struct ctx *ctx, int64_t message_id, int64_t seen,
                                        int64_t which, int64_t *version);

struct message_version {
    int64_t version, created_ms;
    const char *subject, *body, *claims, *origin, *author,
        *reason_text;    /* NULL where there is none */
    const char *reasons; /* text[] of the database: db_strs */
    const char *settings;
};

/* A stretch of a body that says something of its reader, and where that comes from. */
struct message_claim {
    size_t start, end;         /* characters */
    const char *words;         /* the stretch */
    const char *snippet, *url; /* NULL where there is none */
    const char *kind;          /* signal, fact, ... */
    int64_t at;                /* when the source was read; 0: unknown */
};
/* The claims of a body out of their JSON, in the order of the text; ones that overlap or end before they
 * begin are left out. INPUT: it is no JSON. */
MUST_CHECK bool message_version_claims(struct ctx *ctx, const char *body, const char *json,
                                       struct message_claim **out, size_t *n);

enum { MESSAGE_VERSIONS_MOST = 50 }; /* that are listed */
/* Newest first, without the texts that are older than the newest 50. */
MUST_CHECK bool message_version_list(struct ctx *ctx, int64_t message_id,
                                     struct message_version **out, size_t *n);

#endif
