/* Change sets to look at. See change_set.h. */
#include "domain/change/change_set.h"

#include "base/db.h"
#include "statements.h"

bool
change_set_get(struct ctx *ctx, int64_t set_id, struct change_set *out)
{
    static const struct field map[] = {FIELD_I64(struct change_set, change_set_id),
                                       FIELD_I64(struct change_set, at_ms),
                                       FIELD_STR(struct change_set, kind),
                                       FIELD_STR(struct change_set, source),
                                       FIELD_STR(struct change_set, who),
                                       FIELD_I64(struct change_set, undoes),
                                       FIELD_I64(struct change_set, undone_by),
                                       FIELD_I64(struct change_set, undoes_an_undo),
                                       FIELD_I64(struct change_set, import_id),
                                       FIELD_I64(struct change_set, job_id),
                                       FIELD_I64(struct change_set, companies_created),
                                       FIELD_I64(struct change_set, companies_changed),
                                       FIELD_I64(struct change_set, companies_deleted),
                                       FIELD_I64(struct change_set, contacts_created),
                                       FIELD_I64(struct change_set, contacts_changed),
                                       FIELD_I64(struct change_set, contacts_deleted),
                                       FIELD_END};
    return db_one(ctx, &SQL_CHANGE_SET_GET, DB_ARGS(DB_I64(set_id)), map, out);
}

bool
change_set_records(struct ctx *ctx, int64_t set_id, int64_t limit, struct change_record **out,
                   size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct change_record, entity),     FIELD_I64(struct change_record, record_id),
        FIELD_I64(struct change_record, kind),       FIELD_STR(struct change_record, label),
        FIELD_BOOL(struct change_record, deleted),   FIELD_I64(struct change_record, into_id),
        FIELD_STR(struct change_record, into_label), FIELD_END};
    return DB_ALL(ctx, &SQL_CHANGE_SET_RECORDS, DB_ARGS(DB_I64(set_id), DB_I64(limit)), map, out,
                  n);
}

bool
change_set_imports(struct ctx *ctx, int64_t limit, struct change_import **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct change_import, import_id),
                                       FIELD_I64(struct change_import, at_ms),
                                       FIELD_I64(struct change_import, rows),
                                       FIELD_I64(struct change_import, created),
                                       FIELD_I64(struct change_import, updated),
                                       FIELD_I64(struct change_import, skipped),
                                       FIELD_I64(struct change_import, rejected),
                                       FIELD_STR(struct change_import, filename),
                                       FIELD_STR(struct change_import, state),
                                       FIELD_STR(struct change_import, who),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_CHANGE_SET_IMPORTS, DB_ARGS(DB_I64(limit)), map, out, n);
}
