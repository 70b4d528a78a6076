/* Makes the file of a campaign's export out of its approved messages: for Lemlist and LinkedIn tools a
 * row per person, else a row per message. Whoever must not be contacted when their turn comes is left
 * out, with the reason. Called by the job of message_export.h and by leadgen-batch campaign; writes
 * through record_export_file.h. */
#ifndef LEADGEN_MESSAGE_EXPORT_RUN_H
#define LEADGEN_MESSAGE_EXPORT_RUN_H

#include <stdint.h>

#include "base/err.h"

enum message_export_format {
    MESSAGE_EXPORT_LEMLIST,
    MESSAGE_EXPORT_LINKEDIN,
    MESSAGE_EXPORT_CSV,
    MESSAGE_EXPORT_XLSX,
    MESSAGE_EXPORT_FORMATS
};

/* "lemlist": in the database, forms and on the command line; and what people read. */
extern const char *const message_export_format_names[MESSAGE_EXPORT_FORMATS + 1];
extern const char *const message_export_format_labels[MESSAGE_EXPORT_FORMATS];
MUST_CHECK bool message_export_format_read(struct ctx *ctx, const char *name,
                                           enum message_export_format *out);

/* Why somebody is not in a file. The last row has no code. */
enum { MESSAGE_EXPORT_REASONS = 8 };
struct message_export_reason {
    const char *code, *label;
    const char *words; /* "2 people were left out: they {words}" */
};
extern const struct message_export_reason message_export_reasons[MESSAGE_EXPORT_REASONS + 1];

struct message_export_totals {
    int64_t people, messages, left_out, bytes;
    int64_t cut; /* cells too long for a spreadsheet */
    int64_t left[MESSAGE_EXPORT_REASONS];
};

struct message_export_work {
    int64_t campaign_id;
    int64_t export_id; /* its row, which learns who was left out; 0: none */
    enum message_export_format format;
    bool bom;         /* CSV: with the mark by which Excel knows UTF-8 */
    const char *path; /* the file to write; "-": standard output, but for XLSX */

    /* Opens a transaction that works for the workspace. */
    bool (*begin)(struct ctx *ctx, void *arg);
    /* After each batch of people, outside a transaction; sets *stop to end early. */
    bool (*step)(struct ctx *ctx, void *arg, int64_t done, int64_t total, bool *stop);
    void *arg;
};

/* Writes the file. *stopped: step ended it early, and the file is not complete. NOT_FOUND; CONFLICT:
 * the campaign is not approved; INPUT: too large for a workbook; UNAVAILABLE: disk full, or
 * suppressions cannot be checked. */
MUST_CHECK bool message_export_write(struct ctx *ctx, const struct message_export_work *work,
                                     struct message_export_totals *totals, bool *stopped);

/* CONFLICT, with what to do, unless the campaign is approved or further. NOT_FOUND. *name: of it. */
MUST_CHECK bool message_export_may(struct ctx *ctx, int64_t campaign_id, const char **name);

/* Notes in the audit log, in the open transaction, who took how much of which campaign. */
MUST_CHECK bool message_export_audit(struct ctx *ctx, const struct message_export_work *work,
                                     const struct message_export_totals *totals);

#endif
