/* Exports as people see them: asked for, under way, to be downloaded, forgotten after a week. Each
 * belongs to who asked for it; admins see everybody's. Called by the pages; the work is the job in
 * record_export_run.h. */
#ifndef LEADGEN_RECORD_EXPORT_H
#define LEADGEN_RECORD_EXPORT_H

#include "domain/export/record_export_run.h"

struct record_export {
    int64_t export_id, entity; /* enum record_entity */
    const char *state;         /* draft, waiting, running, done, cancelled, failed, expired */
    const char *filter, *sort;
    int64_t n_picked; /* not 0: of this many selected records, instead of the filter */
    bool descending;
    const char *columns; /* names, as PostgreSQL writes text[] */
    const char *format;  /* csv, xlsx */
    bool bom, unguarded;
    int64_t total, written, cut, sheets, size;
    const char *file;  /* key in the file store, NULL: none (yet, or any more) */
    const char *error; /* NULL or words */
    int64_t job_id;
    const char *created_by_name;                 /* NULL: the command line */
    int64_t created_at, finished_at, expires_at; /* milliseconds since 1970, 0 for none */
};

/* Keeps the ids of selected records until their columns are chosen, for /export?picked=ID. INPUT:
 * none or more than RECORD_EXPORT_PICKED. */
enum { RECORD_EXPORT_PICKED = 100000 };
MUST_CHECK bool record_export_pick(struct ctx *ctx, enum record_entity entity, const int64_t *ids,
                                   size_t n, int64_t *picked);

/* Asks for an export in the open transaction: filter or picked, order, columns and form of `work`.
 * INPUT on "column" or on a name of the filter. */
MUST_CHECK bool record_export_start(struct ctx *ctx, const struct record_export_work *work,
                                    int64_t *export_id);

/* One of the caller's own, or with `of_all` of anybody. NOT_FOUND. */
MUST_CHECK bool record_export_get(struct ctx *ctx, int64_t export_id, bool of_all,
                                  struct record_export *out);

/* The newest of them below the id `before` (INT64_MAX: from the newest), at most `most`. */
MUST_CHECK bool record_export_list(struct ctx *ctx, bool of_all, int64_t before, int64_t most,
                                   struct record_export **rows, size_t *n);

/* Asks it to stop. NOT_FOUND when it has ended. */
MUST_CHECK bool record_export_cancel(struct ctx *ctx, const struct record_export *export);

/* True while it waits or works. */
bool record_export_active(const struct record_export *export);

/* What the download is called: "kestrel-contacts-2026-11-21.xlsx". */
const char *record_export_file_name(struct arena *arena, const char *slug,
                                    const struct record_export *export);

#endif
