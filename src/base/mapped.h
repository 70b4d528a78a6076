/* Files made once, in one piece, and then read by many processes as memory. A file is written under
 * another name, made durable and renamed, so whoever maps it sees all of it or the one before. Called
 * by the snapshots of the domain; knows nothing of what the bytes mean. */
#ifndef LEADGEN_BASE_MAPPED_H
#define LEADGEN_BASE_MAPPED_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { MAPPED_ALIGN = 64 }; /* each part begins at a multiple of it */

/* A piece of a file in the making. */
struct mapped_part {
    const void *at;
    size_t size;
};

/* What tells one file from the next under the same name. */
struct mapped_stamp {
    uint64_t device, inode;
    int64_t size, changed_ns;
};

/* Writes the parts one after the other, each padded to MAPPED_ALIGN, to `path`, readable by its owner
 * only. UNAVAILABLE: no room or not writable; nothing stays behind then. */
MUST_CHECK bool mapped_write(struct ctx *ctx, const char *path, const struct mapped_part *parts,
                             size_t n);

/* Makes the folder, for its owner only, when it is not there. Started by root, a command leaves folder
 * and files to the owner of the folder above, who serves. */
void mapped_folder(struct ctx *ctx, const char *path);

/* The stamp of the file at `path`; false when there is none. */
bool mapped_stamp(const char *path, struct mapped_stamp *out);
bool mapped_same(const struct mapped_stamp *a, const struct mapped_stamp *b);

/* Maps the file for reading until the arena ends; NULL when it is not there, is empty or is not a
 * plain file. */
const void *mapped_open(struct arena *owner, const char *path, struct mapped_stamp *stamp);

/* Where the part after one of `size` bytes begins. */
size_t mapped_padded(size_t size);

/* A sum in which any change of the bytes shows, fast enough for a hundred megabytes at a time. Not
 * meant against who could write the file. */
uint64_t mapped_sum(const void *bytes, size_t size);

#endif
