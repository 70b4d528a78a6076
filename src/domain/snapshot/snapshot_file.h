/* The file of a tenant's snapshot: its header and where each part stands. The counts in the header
 * say how large each part is, in one fixed order, so writing and mapping walk the same list. A file
 * that is not exactly what it should be is as good as none. Called by snapshot_build.c and
 * snapshot_view.c. */
#ifndef LEADGEN_SNAPSHOT_FILE_H
#define LEADGEN_SNAPSHOT_FILE_H

#include "base/mapped.h"
#include "domain/snapshot/snapshot_segment.h"

enum { SNAPSHOT_PARTS = 1024, SNAPSHOT_SEEN = 16 * 1024, SNAPSHOT_INCARNATION = 64 };
enum { SNAPSHOT_CUSTOMS = 4096, SNAPSHOT_UNCOUNTED = '=' }; /* bytes of names; see customs */

/* How large the parts of one table are. */
struct snapshot_counts {
    uint64_t rows;
    uint64_t text_bytes[SNAPSHOT_TEXTS];
    uint64_t known[SNAPSHOT_ORDERS];
    uint64_t widths[SNAPSHOT_COLUMNS];
    uint64_t dict[SNAPSHOT_DIMENSIONS], dict_bytes[SNAPSHOT_DIMENSIONS];
    uint64_t sets[SNAPSHOT_DIMENSIONS];
    uint64_t postings[SNAPSHOT_LISTS], words[SNAPSHOT_LISTS];
    uint64_t run_bytes;
    uint64_t staff;                   /* companies */
    uint64_t rungs[SNAPSHOT_ORDERS];  /* words */
    uint64_t orders[SNAPSHOT_ORDERS]; /* 1: there is one */
    uint64_t grams;                   /* words */
    uint64_t packs;                   /* numbers a row */
    uint64_t slots[SNAPSHOT_DIMENSIONS], spill[SNAPSHOT_DIMENSIONS];
    uint64_t left_out[SNAPSHOT_DIMENSIONS]; /* 1: it is */
};

struct snapshot_header {
    char magic[8];
    uint64_t layout;
    uint64_t size; /* of the file */
    int64_t tenant;
    int64_t built_us;                       /* by the database's clock */
    char incarnation[SNAPSHOT_INCARNATION]; /* of the database */
    char seen[SNAPSHOT_SEEN];               /* pg_snapshot that the rows were read in */
    char customs[2][SNAPSHOT_CUSTOMS];      /* names of custom fields that are texts, a line each;
                                               "=" before one whose facet is not shown */
    struct snapshot_counts companies, contacts;
    uint64_t n_parts;
    uint64_t sums[SNAPSHOT_PARTS];
    uint64_t own_sum; /* of all above */
};

/* The two tables of a tenant. */
struct snapshot_tables {
    struct snapshot_table companies, contacts;
};
void snapshot_tables_init(struct snapshot_tables *tables);

/* Adds the custom fields that the header names. */
void snapshot_tables_customs(struct snapshot_tables *tables, struct arena *arena,
                             const struct snapshot_header *header);

/* Writes the base segments with their counts in *header, whose tenant, time, incarnation and seen are
 * set, to `path`. UNAVAILABLE. */
MUST_CHECK bool snapshot_file_write(struct ctx *ctx, const char *path,
                                    struct snapshot_tables *tables, struct snapshot_header *header);

/* Maps the file until the arena ends and points the base segments into it. False when there is none
 * of this tenant and layout, or when it is damaged. */
bool snapshot_file_open(struct arena *owner, const char *path, int64_t tenant,
                        struct snapshot_tables *tables, const struct snapshot_header **header,
                        struct mapped_stamp *stamp);

/* Where a tenant's file stands; NULL when the process has no folder for it. */
const char *snapshot_file_path(struct ctx *ctx, int64_t tenant);

#endif
