/* Records in the trash. See record_gone.h. */
#include "domain/record/record_gone.h"

#include "base/db.h"
#include "statements.h"

bool
record_gone_read(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                 struct record_gone *out, bool *found)
{
    static const struct field map[] = {FIELD_STR(struct record_gone, label),
                                       FIELD_I64(struct record_gone, set_id),
                                       FIELD_I64(struct record_gone, at_ms),
                                       FIELD_STR(struct record_gone, who),
                                       FIELD_STR(struct record_gone, set_kind),
                                       FIELD_STR(struct record_gone, source),
                                       FIELD_END};
    return db_maybe(ctx, &SQL_RECORD_GONE, DB_ARGS(DB_I64(entity), DB_I64(record_id)), map, out,
                    found);
}
