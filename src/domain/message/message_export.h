/* Exports of a campaign's approved messages as people see them: asked for, under way, to be
 * downloaded, forgotten after a week. Called by the pages, the interface for programs; the work is
 * the job, see message_export_run.h. */
#ifndef LEADGEN_MESSAGE_EXPORT_H
#define LEADGEN_MESSAGE_EXPORT_H

#include <stddef.h>

#include "domain/message/message_export_run.h"
#include "domain/pipeline/job.h"

enum { MESSAGE_EXPORT_DAYS = 7 /* a file is kept */ };

struct message_export {
    int64_t export_id, campaign_id;
    const char *campaign_name;
    const char *format; /* of message_export_format_names */
    bool bom;
    const char *state; /* waiting, running, done, failed, cancelled */
    int64_t people, messages, left_out, size;
    const char *file;  /* key in the file store, NULL: none (yet, or any more) */
    const char *error; /* NULL or words */
    int64_t job_id;
    const char *asked_by_name;                 /* NULL: the command line */
    int64_t asked_at, finished_at, expires_at; /* milliseconds since 1970, 0 for none */
};

/* Asks for an export in the open transaction. CONFLICT: not approved. NOT_FOUND. */
MUST_CHECK bool message_export_start(struct ctx *ctx, int64_t campaign_id,
                                     enum message_export_format format, bool bom,
                                     int64_t *export_id);

/* One of a campaign, or (campaign_id 0) of any. NOT_FOUND. */
MUST_CHECK bool message_export_get(struct ctx *ctx, int64_t campaign_id, int64_t export_id,
                                   struct message_export *out);

/* The newest of a campaign below the id `before` (INT64_MAX: from the newest), at most `most`. */
MUST_CHECK bool message_export_list(struct ctx *ctx, int64_t campaign_id, int64_t before,
                                    int64_t most, struct message_export **rows, size_t *n);

/* How many people an export left out, by reason, most first. */
struct message_export_sum {
    const char *reason; /* code of message_export_reasons */
    int64_t people;
};
MUST_CHECK bool message_export_sums(struct ctx *ctx, int64_t export_id,
                                    struct message_export_sum **rows, size_t *n);

/* Who they are, by reason and name, at most `most`. */
struct message_export_out {
    int64_t contact_id;
    const char *reason, *name, *company;
    bool gone; /* has no page any more */
};
MUST_CHECK bool message_export_left(struct ctx *ctx, int64_t export_id, const char *reason,
                                    int64_t most, struct message_export_out **rows, size_t *n);

/* The row of message_export_reasons with that code; never NULL. */
const struct message_export_reason *message_export_reason_of(const char *code);

/* True while it waits or works. */
bool message_export_active(const struct message_export *export);

/* What the download is called: "kestrel-lemlist-2026-11-21.csv". */
const char *message_export_file_name(struct arena *arena, const char *slug,
                                     const struct message_export *export);

/* Its media type. */
const char *message_export_type(const struct message_export *export);

/* The kind "campaign_export" of job, whose subject is the export. */
MUST_CHECK bool message_export_job(struct ctx *ctx, struct job *job);
MUST_CHECK bool message_export_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
