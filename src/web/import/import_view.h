/* What the pages of the import wizard show alike: head and steps, sums, progress, ledger rows.
 * Called by the pages of this folder only. */
#ifndef LEADGEN_WEB_IMPORT_VIEW_H
#define LEADGEN_WEB_IMPORT_VIEW_H

#include "domain/import/import.h"
#include "domain/label/label_made.h"
#include "web/web.h"

enum import_step { IMPORT_STEP_UPLOAD, IMPORT_STEP_MAP, IMPORT_STEP_PREVIEW, IMPORT_STEP_RUN };

struct import_one {
    int64_t id;
};

/* Reads the import of the address. */
MUST_CHECK bool import_view_read(struct page *pg, int64_t id, struct import *out);

/* Import.*: name, address, state, who, when; and the steps, with this one current. */
void import_view_head(struct page *pg, const struct import *import, enum import_step step);

/* Word and class of a state, as "Done" and "ok". */
void import_view_state(struct tree *tree, const char *state);

/* discard: where it is let go, for those who may while it can be. */
void import_view_discard(struct page *pg, struct tree *tree, const struct import *import);

/* The address of a page of the import: "/kestrel/import/7/map"; rest with its slash, or "". */
const char *import_view_path(struct page *pg, int64_t id, const char *rest);

/* Where an import stands: the page that its state calls for. */
const char *import_view_place(struct page *pg, const struct import *import);

/* Sums from their JSON text under a node, NULL text: nothing and false. */
MUST_CHECK bool import_view_sums(struct page *pg, const char *json, struct import_totals *out);

/* The reasons of rows with a verdict and how many rows each had: path.N.{label,n}. */
void import_view_reasons(struct page *pg, const struct import_totals *sums, const char *path,
                         enum import_verdict verdict);

/* Dialect.*: how the file is read, in words, and its first rows. */
void import_view_dialect(struct page *pg, const struct import *import,
                         const struct csv_dialect *dialect, const struct import_sample *sample);

/* What an import made beside records, as made.N: what it is, its name; of what is left also why, and
 * where it can be deleted. `left` chooses those that are left, else those that go or are gone. */
void import_view_made(struct page *pg, const char *path, const struct label_made *rows, size_t n,
                      bool left);

/* The same from import.undo, NULL text: none; gone and left at two paths. */
MUST_CHECK bool import_view_made_undone(struct page *pg, const char *undo);

/* A number in the locale's form at a path. */
void import_view_count(struct page *pg, struct tree *tree, const char *path, int64_t value);

/* Progress.*: what the job of the import does, and whether it still does. */
MUST_CHECK bool import_view_progress(struct page *pg, const struct import *import, bool *active);

/* Ledger.*: the sums of the run beside those of the preview. */
MUST_CHECK bool import_view_ledger(struct page *pg, const struct import *import);

/* Rows of the ledger under `path`. */
MUST_CHECK bool import_view_rows(struct page *pg, const struct import *import, const char *path,
                                 struct import_ledger_row *rows, size_t n);

/* The table of a preview or run, with its tabs, line search and pages: Rows.*. */
struct import_rows {
    int64_t id, line, before, after;
    const char *verdict;
};
MUST_CHECK bool import_view_table(struct page *pg, const struct import *import, int64_t phase,
                                  const struct import_rows *asked);

#endif
