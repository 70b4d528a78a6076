/* Undo, the short way. See change_plain.h. */
#include "domain/change/change_plain.h"

#include <stdlib.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "domain/pipeline/job_lanes.h"
#include "statements.h"

enum { PART = 5000 };

struct part {
    int64_t entity, first, last; /* records */
    int64_t taken;               /* records that went back */
};

struct undo {
    int64_t set_id, undo_set_id;
    struct change_counts *counts;
};

static int64_t
bit_of(enum record_entity entity, const char *field)
{
    return CHANGE_BIT(record_field_get(entity, field));
}

static int64_t
bits_of(enum record_entity entity)
{
    return bit_of(entity, "tag_ids") | bit_of(entity, "list_ids") | bit_of(entity, "owner_id");
}

static enum record_entity
entity_of(const struct part *part)
{
    return part->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
}

static const struct sql *
statement_of(enum record_entity entity)
{
    return entity == RECORD_COMPANY ? &SQL_COMPANY_UNDO_PLAIN : &SQL_CONTACT_UNDO_PLAIN;
}

static bool
prepare(struct ctx *ctx, const void *all)
{
    (void)all;
    return db_prepare(ctx, statement_of(RECORD_COMPANY)) &&
           db_prepare(ctx, statement_of(RECORD_CONTACT));
}

static bool
send(struct ctx *ctx, void *all, void *one, bool anew)
{
    const struct undo *undo = all;
    const struct part *part = one;
    enum record_entity entity = entity_of(part);
    (void)anew;
    return db_send(ctx, statement_of(entity),
                   DB_ARGS(DB_I64(undo->set_id), DB_I64(undo->undo_set_id), DB_I64(part->first),
                           DB_I64(part->last), DB_I64(bit_of(entity, "tag_ids")),
                           DB_I64(bit_of(entity, "list_ids")), DB_I64(bit_of(entity, "owner_id"))));
}

/* What somebody was quicker at goes the long way. */
static bool
receive(struct ctx *ctx, void *all, void *one, bool *whole)
{
    struct part *part = one;
    struct db_table table;
    (void)all;
    if (!db_receive_table(ctx, statement_of(entity_of(part)), &table))
        return false;
    part->taken = strtoll(db_cell(&table, 0, 0), NULL, 10);
    *whole = true;
    return true;
}

static void
end(struct job_parts *parts, const void *one)
{
    const struct undo *undo = parts->work;
    const struct part *part = one;
    undo->counts->seen += part->taken;
    undo->counts->reverted[entity_of(part)] += part->taken;
    parts->done = undo->counts->seen;
}

bool
change_plain_run(struct ctx *ctx, struct job *job, int64_t set_id, int64_t undo_set_id,
                 int64_t total, struct change_counts *counts)
{
    static const struct field map[] = {FIELD_I64(struct part, entity),
                                       FIELD_I64(struct part, first), FIELD_I64(struct part, last),
                                       FIELD_END};
    struct undo undo = {set_id, undo_set_id, counts};
    struct part *parts;
    size_t n;
    if (!job_begin(ctx, job) ||
        !DB_ALL(ctx, &SQL_CHANGE_UNDO_PARTS,
                DB_ARGS(DB_I64(set_id), DB_I64(bits_of(RECORD_COMPANY)),
                        DB_I64(bits_of(RECORD_CONTACT)), DB_I64(PART)),
                map, &parts, &n) ||
        !db_commit(ctx))
        return false;
    struct job_parts all = {.work = &undo,
                            .parts = parts,
                            .n = n,
                            .size = sizeof *parts,
                            .done = counts->seen,
                            .total = total,
                            .prepare = prepare,
                            .send = send,
                            .receive = receive,
                            .end = end};
    return job_lanes_run(ctx, job, &all);
}
