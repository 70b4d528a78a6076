/* Writes a zip archive as a stream of members, deflated, without knowing their sizes beforehand:
 * the head of a member is filled in once it ends. Called by xlsx_write.c only. No zip64, so that
 * every spreadsheet opens it: an archive ends below 4 GB. */
#ifndef LEADGEN_BASE_XLSX_ZIP_H
#define LEADGEN_BASE_XLSX_ZIP_H

#include <stdint.h>

#include "base/err.h"

struct xlsx_zip;

/* A new file at `path`; one that is there is replaced. It lives in `arena`, which closes it.
 * UNAVAILABLE: it cannot be written. */
MUST_CHECK bool xlsx_zip_open(struct ctx *ctx, struct arena *arena, const char *path,
                              struct xlsx_zip **out);

/* Begins a member, adds bytes to it, ends it: one after the other. The same bytes always make the
 * same file. UNAVAILABLE: disk full or not writable. INPUT: larger than 4 GB. */
MUST_CHECK bool xlsx_zip_begin(struct ctx *ctx, struct xlsx_zip *zip, const char *name);
MUST_CHECK bool xlsx_zip_add(struct ctx *ctx, struct xlsx_zip *zip, const char *bytes, size_t n);
MUST_CHECK bool xlsx_zip_end(struct ctx *ctx, struct xlsx_zip *zip);

/* Bytes of the present member, not compressed. */
uint64_t xlsx_zip_length(const struct xlsx_zip *zip);

/* Writes the directory; the file is complete. */
MUST_CHECK bool xlsx_zip_close(struct ctx *ctx, struct xlsx_zip *zip);

#endif
