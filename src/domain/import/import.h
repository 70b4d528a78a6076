/* Import: the record of one uploaded file on its way from upload to undo. Pages and the command line
 * call these; the work itself is done by the jobs of import_run.h.
 *
 *   uploading -> uploaded -> previewing -> previewed -> running -> done -> undoing -> undone
 *                                                    \-> cancelled, failed (both can be undone)
 *   whatever wrote nothing -> discarded */
#ifndef LEADGEN_DOMAIN_IMPORT_H
#define LEADGEN_DOMAIN_IMPORT_H

#include "base/csv.h"
#include "base/json.h"
#include "domain/import/import_mapping.h"
#include "domain/import/import_options.h"
#include "domain/import/import_totals.h"
#include "domain/label/custom_field.h"

enum { IMPORT_SLICE = 4 * 1024 * 1024, IMPORT_ROWS_MAX = 1048576 };
#define IMPORT_SIZE_MAX (INT64_C(512) * 1024 * 1024)
enum { IMPORT_COLUMNS_MAX = 512, IMPORT_SAMPLE_ROWS = 200 };

struct import {
    int64_t import_id;
    const char *state, *filename, *file;
    int64_t size, received, entity;
    const char *dialect, *mapping, *options; /* JSON text, NULL while not known */
    int64_t version, preview_version;
    const char *preview, *totals; /* JSON of import_totals */
    int64_t done_rows, job_id, change_set_id, repairs;
    const char *mark, *undo, *error;
    const char *created_by_name;
    int64_t created_at, started_at, finished_at; /* epoch ms, 0: not */
};

/* A new import in state uploading. INPUT: no name, empty or too large. */
MUST_CHECK bool import_create(struct ctx *ctx, const char *filename, int64_t size, int64_t repairs,
                              int64_t *import_id);

MUST_CHECK bool import_get(struct ctx *ctx, int64_t import_id, struct import *out);

/* Newest first, before the id `before` (INT64_MAX: from the top). */
MUST_CHECK bool import_list(struct ctx *ctx, int64_t before, int64_t most, struct import **rows,
                            size_t *n_rows);

/* Takes a slice at an offset; *received is the length afterwards. When all bytes are there the file
 * is kept and looked at (import_look). CONFLICT: go on from *received. INPUT: not a table, with what
 * it is instead; the import is then failed. */
MUST_CHECK bool import_receive(struct ctx *ctx, int64_t import_id, int64_t offset,
                               const char *bytes, size_t n, int64_t *received);

/* Takes a whole file that lies at a path (one POST, paste, command line), and looks at it. */
MUST_CHECK bool import_receive_path(struct ctx *ctx, int64_t import_id, const char *path);

/* Detects the dialect (what `given` names stays as given), reads a sample and proposes a mapping: a
 * remembered one for this header and tenant, else by header and values. State becomes uploaded. */
MUST_CHECK bool import_look(struct ctx *ctx, int64_t import_id, const struct csv_dialect *given);

/* The stored JSON as structs, in ctx->arena. */
MUST_CHECK bool import_dialect(struct ctx *ctx, const struct import *import,
                               struct csv_dialect *out);
MUST_CHECK bool import_mapping(struct ctx *ctx, const struct import *import,
                               struct import_mapping *out);
MUST_CHECK bool import_options(struct ctx *ctx, const struct import *import,
                               struct import_options *out);

/* The first rows, for the mapping and its page. */
MUST_CHECK bool import_sample_read(struct ctx *ctx, const struct import *import,
                                   struct import_sample *out);

/* A line at the start of the file, and what it is read as. */
struct import_line {
    int64_t line;
    const char *text; /* its cells as RFC 4180 */
    enum { IMPORT_LINE_SKIPPED, IMPORT_LINE_HEADER, IMPORT_LINE_ROW, IMPORT_LINE_OTHER } kind;
};
enum { IMPORT_LINES = 12 /* at most */ };

/* The first lines of the file, those above the table and of its header among them. */
MUST_CHECK bool import_first_lines(struct ctx *ctx, const struct import *import,
                                   struct import_line **lines, size_t *n);

/* The custom fields of the workspace: what a column may become beside the fields of the table. */
MUST_CHECK bool import_custom_fields(struct ctx *ctx, struct import_custom_field **rows, size_t *n);

/* The workspace's custom fields, archived ones too, and behind them those that the mapping names and a run
 * would make, as they would be. */
MUST_CHECK bool import_fields_planned(struct ctx *ctx, const struct import_mapping *mapping,
                                      struct custom_field **fields, size_t *n);

/* Makes the custom fields that the mapping names, unless they are there; the run's, never a preview's. */
MUST_CHECK bool import_fields_make(struct ctx *ctx, const struct import *import,
                                   const struct import_mapping *mapping);

/* Remembers the mapping for this header: when a person has confirmed it, or records were written by it. */
MUST_CHECK bool import_remember(struct ctx *ctx, const struct import_mapping *mapping);

/* Ends an import that cannot begin, with words for people. */
MUST_CHECK bool import_refuse(struct ctx *ctx, int64_t import_id, const char *reason);

/* Stores what the person chose and enqueues the preview, or at once the run (`preview` false: the
 * command line).
 * CONFLICT on "version" when it is not the stored one: another tab was faster; nothing is changed.
 * INPUT: the mapping does not hold (import_mapping_check), a custom field's key is none. */
MUST_CHECK bool import_choose(struct ctx *ctx, int64_t import_id, int64_t version,
                              const struct import_mapping *mapping,
                              const struct import_options *options, bool preview);

/* What wrote to companies and contacts since the preview began. */
struct import_since {
    int64_t sets;       /* 0: nothing; at most IMPORT_SINCE_MOST are counted */
    const char *kind;   /* of the newest: as change_set_open has it */
    const char *source; /* its words: "startups.csv" */
    const char *undoes; /* the kind that an undo took back, else "" */
    const char *who;    /* NULL: the system */
    int64_t at_ms;
};
enum { IMPORT_SINCE_MOST = 100 };
MUST_CHECK bool import_since(struct ctx *ctx, int64_t import_id, struct import_since *out);

/* Enqueues the preview of the stored choice once more. CONFLICT as import_choose. */
MUST_CHECK bool import_preview_again(struct ctx *ctx, int64_t import_id, int64_t version);

/* Enqueues the run of what the preview showed. CONFLICT when the choice changed since the preview,
 * or it runs already. */
MUST_CHECK bool import_start(struct ctx *ctx, int64_t import_id, int64_t version);

/* When the last batch of the preview or run was written, epoch ms; 0: none, or not known. */
int64_t import_written_at(struct ctx *ctx, const struct import *import);

/* Asks a preview or run to stop after its batch; a run that is cancelled keeps what it has written,
 * and can be undone. */
MUST_CHECK bool import_cancel(struct ctx *ctx, int64_t import_id);

/* May it be discarded? When it wrote nothing and does not run. */
bool import_may_discard(const struct import *import);

/* Lets it go: a preview at work stops, a job takes away the file and the preview's rows; the history
 * keeps its name. CONFLICT when it has run, runs, or is discarded already. */
MUST_CHECK bool import_discard(struct ctx *ctx, int64_t import_id);

/* Enqueues the undo. CONFLICT when it runs, or is undone already. */
MUST_CHECK bool import_undo_start(struct ctx *ctx, int64_t import_id);

/* The ledger. verdict 0: all; phase 0: preview, 1: run. Rows after row_no `after`, in order. */
struct import_ledger_row {
    int64_t row_no, line_no, company_id, contact_id, flags;
    const char *verdict, *reason, *detail, *label, *company_label, *changes, *raw;
    const struct value_note *notes; /* from import_ledger_note, else NULL */
};
MUST_CHECK bool import_ledger(struct ctx *ctx, int64_t import_id, int64_t phase, char verdict,
                              int64_t after, int64_t most, struct import_ledger_row **rows,
                              size_t *n_rows);

/* A row as one RFC 4180 line, to be stored; U+FFFD where it has a NUL byte, which no text can hold. */
const char *import_ledger_raw(struct arena *arena, const struct csv_row *row);

/* Reads rows whose values were left out or changed anew, to say which ones, and rows that made a record,
 * to say its values (as `changes` from nothing); a row that is no longer kept gets neither. */
MUST_CHECK bool import_ledger_note(struct ctx *ctx, const struct import *import,
                                   struct import_ledger_row *rows, size_t n);

/* One row with its notes, as an example of a flag (import_totals.examples); NULL: it is gone. */
MUST_CHECK bool import_ledger_example(struct ctx *ctx, const struct import *import, int64_t phase,
                                      int64_t row_no, struct import_ledger_row **row);

/* The rows before row_no `before`, in order: the page before. */
MUST_CHECK bool import_ledger_back(struct ctx *ctx, int64_t import_id, int64_t phase, char verdict,
                                   int64_t before, int64_t most, struct import_ledger_row **rows,
                                   size_t *n_rows);

/* The row_no of the first row that starts at the line or behind it; one past the last row when none
 * does. */
MUST_CHECK bool import_ledger_line(struct ctx *ctx, int64_t import_id, int64_t phase, int64_t line,
                                   int64_t *row_no);

/* The first rows that repeat an earlier one of their file; detail is the earlier line. */
MUST_CHECK bool import_repeats(struct ctx *ctx, int64_t import_id, int64_t phase, int64_t most,
                               struct import_ledger_row **rows, size_t *n_rows);

/* Rows on which the run and the preview differ, in order, as the run has them; detail says what the
 * preview said. */
MUST_CHECK bool import_differences(struct ctx *ctx, int64_t import_id, int64_t after, int64_t most,
                                   struct import_ledger_row **rows, size_t *n_rows);

/* Header of the column that the download of rejected rows adds. */
#define IMPORT_WHY_HEADER "Why rejected"

/* Writes the rejected rows as CSV that can be repaired and uploaded again: the header, the rows as
 * they were, a column "Why rejected"; guarded against formulas. Hands pieces to `take`. */
MUST_CHECK bool import_rejected_write(struct ctx *ctx, const struct import *import, int64_t phase,
                                      bool (*take)(void *arg, const char *bytes, size_t length),
                                      void *arg);

#endif
