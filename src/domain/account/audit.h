/* The audit log: who did what to whom, when, in which workspace. Written by the database functions
 * in the same transaction as the act, and by other areas through audit_add; read by the audit pages.
 * It is only ever added to. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_AUDIT_H
#define LEADGEN_DOMAIN_ACCOUNT_AUDIT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct audit_entry {
    int64_t audit_id, at;                  /* milliseconds since 1970 */
    const char *tenant_name, *tenant_slug; /* "": of no workspace */
    const char *actor_name, *actor_email;  /* "": the command line, or nobody signed in */
    const char *action, *subject;
    const char *detail; /* JSON text */
};

/* What an action is called: "changed the role of". The table is the list of actions. */
struct audit_action {
    const char *action;
    const char *verb;  /* "{actor} verb {subject}" */
    const char *label; /* in the filter */
};
extern const struct audit_action audit_actions[]; /* NULL action last */

/* The verb of an action, or the action itself when it is not in the table. */
const char *audit_verb(const char *action);

/* The details as words: "role: editor, was: viewer". */
MUST_CHECK bool audit_words(struct ctx *ctx, const char *detail, const char **words);

/* Up to `most` entries, newest first: of one workspace for its admins, of everything (tenant_id 0)
 * for super admins. action "" for all; who: part of a name or address, or "". after: entries older
 * than that id; before: newer ones; 0 for none. DENIED. */
MUST_CHECK bool audit_list(struct ctx *ctx, int64_t tenant_id, const char *action, const char *who,
                           int64_t after, int64_t before, int64_t most, struct audit_entry **rows,
                           size_t *n_rows);

/* Notes an act of the caller in the caller's workspace, as part of the transaction. action: a row of
 * audit_actions; detail: JSON text of an object, or NULL. */
MUST_CHECK bool audit_add(struct ctx *ctx, const char *action, const char *subject,
                          const char *detail);

#endif
