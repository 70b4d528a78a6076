/* The writing of one part of a bulk action. See bulk_part.h. */
#include "domain/bulk/bulk_part.h"

#include <stdlib.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "statements.h"

enum { ROUNDS = 20 };

static const struct sql *
statement_of(const struct bulk *bulk)
{
    return bulk->entity == RECORD_COMPANY ? &SQL_BULK_WRITE_COMPANY : &SQL_BULK_WRITE_CONTACT;
}

bool
bulk_part_prepare(struct ctx *ctx, const struct bulk *bulk)
{
    return db_prepare(ctx, statement_of(bulk)) && db_prepare(ctx, &SQL_BULK_PROGRESS);
}

static bool
send_note(struct ctx *ctx, const struct bulk *bulk, const struct bulk_part *part)
{
    return db_send(ctx, &SQL_BULK_PROGRESS,
                   DB_ARGS(DB_I64(bulk->bulk_id), DB_I64(part->first), DB_I64(part->last),
                           DB_I64(part->changed), DB_I64(part->found)));
}

bool
bulk_part_send(struct ctx *ctx, const struct bulk *bulk, struct bulk_part *part)
{
    if (part->written)
        return send_note(ctx, bulk, part);
    enum record_entity entity = bulk->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    const struct bulk_act *act = bulk_act_get(entity, bulk->act);
    if (!act)
        return err_raise(ctx, ERR_BUG, "no act %s", bulk->act);
    const struct record_field *field = act->field ? record_field_get(entity, act->field) : NULL;
    const struct record_choice *entry =
        bulk->choice ? record_code_named(act->choices[entity], bulk->choice) : NULL;
    if (part->rounds++ == ROUNDS)
        return err_raise(ctx, ERR_UNAVAILABLE, "Others keep changing the same records.");
    return db_send(ctx, statement_of(bulk),
                   DB_ARGS(DB_I64(bulk->bulk_id), DB_I64(part->first), DB_I64(part->last),
                           DB_STR(bulk->act), DB_STR(bulk->label_ids), DB_ID(bulk->owner_id),
                           DB_STR(bulk->choice), DB_I64(act->places[entity] + 1),
                           DB_I64(entry ? entry->code : 0), DB_I64(field ? CHANGE_BIT(field) : 0)));
}

bool
bulk_part_receive(struct ctx *ctx, const struct bulk *bulk, struct bulk_part *part, bool *whole)
{
    struct db_table table;
    int64_t counts[3];
    static const char *const names[] = {"found", "due", "written"};
    *whole = part->written;
    if (part->written)
        return db_receive(ctx, &SQL_BULK_PROGRESS, NULL);
    if (!db_receive_table(ctx, statement_of(bulk), &table))
        return false;
    for (size_t i = 0; i < 3; i++)
        counts[i] = strtoll(db_cell(&table, 0, db_column(&table, names[i])), NULL, 10);
    if (part->rounds == 1)
        part->found = counts[0];
    part->changed += counts[2];
    part->written = counts[2] == counts[1];
    return true;
}
