/* The rows that changed since a base, in the memory of one process. What is touched is read as it is
 * now and put in place of what stood there, never added up, so taking something up twice or after a
 * failure does no harm. Called by snapshot_view.c. */
#ifndef LEADGEN_SNAPSHOT_DELTA_H
#define LEADGEN_SNAPSHOT_DELTA_H

#include "domain/snapshot/snapshot_file.h"

/* Where the delta's living rows stand by id. */
struct snapshot_index {
    struct snapshot_dict ids;
    uint32_t *rows;
    size_t room;
};

struct snapshot_delta {
    struct arena *arena;
    struct snapshot_tables *tables;
    struct snapshot_index companies, contacts;
};

struct snapshot_ids {
    int64_t *of;
    size_t n, room;
};

/* An empty delta over the base of the tables: all of it lives. */
void snapshot_delta_open(struct snapshot_delta *delta, struct arena *arena,
                         struct snapshot_tables *tables);

/* Appends an id, or the ids of an array's text. */
void snapshot_ids_add(struct arena *arena, struct snapshot_ids *ids, int64_t id);
void snapshot_ids_read(struct arena *arena, struct snapshot_ids *ids, const char *text);

/* Reads the touched companies, their contacts and the touched contacts in the caller's transaction,
 * and puts them in place. On failure nothing is lost: take the same ids up again. */
MUST_CHECK bool snapshot_delta_take(struct ctx *ctx, struct snapshot_delta *delta,
                                    const struct snapshot_ids *companies,
                                    const struct snapshot_ids *contacts);

#endif
