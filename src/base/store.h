/* Files that belong to a row: uploads and downloads, in LEADGEN_FILES, which all hosts share. A file
 * under construction is appended to by name; kept files are named by the SHA-256 of their bytes. A
 * file is written, fsynced and renamed before the row that names it commits. */
#ifndef LEADGEN_BASE_STORE_H
#define LEADGEN_BASE_STORE_H

#include <stdint.h>

#include "base/err.h"

/* Path of a kept file by its key, in ctx->arena. */
const char *store_path(struct ctx *ctx, const char *key);

/* Path of a kept file below LEADGEN_FILES, for a server that sends it. */
const char *store_relative(struct ctx *ctx, const char *key);

/* Writes bytes at an offset of the unfinished file `name` (letters, digits, '-'); offset 0 begins it.
 * *length gets the file's length afterwards. CONFLICT when the offset is past its end: the caller
 * says from where to go on. UNAVAILABLE: disk full or not writable. */
MUST_CHECK bool store_append(struct ctx *ctx, const char *name, int64_t offset, const char *bytes,
                             size_t n, int64_t *length);

/* Path of the unfinished file `name` for whoever writes it by itself; the folder is made. */
const char *store_part(struct ctx *ctx, const char *name);

/* Length of an unfinished file, 0 when there is none. */
int64_t store_length(struct ctx *ctx, const char *name);

/* Removes an unfinished file; that it is not there is no error. */
void store_drop(struct ctx *ctx, const char *name);

/* Makes the unfinished file `name`, or the file at `path` (moved), a kept one; *key is its name. */
MUST_CHECK bool store_keep(struct ctx *ctx, const char *name, const char **key);
MUST_CHECK bool store_keep_path(struct ctx *ctx, const char *path, const char **key);

/* Removes a kept file; that it is not there is no error. */
void store_remove(struct ctx *ctx, const char *key);

/* Removes what nobody needs any more (store_sweep.c): unfinished files that have not grown for a week,
 * request bodies a day old; and hands the keys of kept files a day old to `remove`, up to 200 at
 * once, which removes those that no row names and counts them. A younger file may belong to a row
 * that is about to commit. */
typedef bool store_remove_fn(struct ctx *ctx, const char *const *keys, size_t n,
                             int64_t *n_removed);
MUST_CHECK bool store_sweep(struct ctx *ctx, store_remove_fn *remove, int64_t *n_removed);

#endif
