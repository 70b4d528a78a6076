/* The schedule, listed and changed. See schedule.h. */
#include "domain/pipeline/schedule.h"

#include <string.h>

#include "base/db.h"
#include "statements.h"

static const struct field row_fields[] = {
    FIELD_STR(struct schedule_row, task),       FIELD_I64(struct schedule_row, every_seconds),
    FIELD_STR(struct schedule_row, at_time),    FIELD_STR(struct schedule_row, zone),
    FIELD_BOOL(struct schedule_row, enabled),   FIELD_I64(struct schedule_row, next_at),
    FIELD_I64(struct schedule_row, started_at), FIELD_F64(struct schedule_row, seconds),
    FIELD_STR(struct schedule_row, outcome),    FIELD_STR(struct schedule_row, message),
    FIELD_STR(struct schedule_row, recent),     FIELD_END,
};

bool
schedule_list(struct ctx *ctx, bool for_page, struct schedule_row **rows, size_t *n_rows)
{
    size_t n, kept = 0;
    if (!DB_ALL(ctx, for_page ? &SQL_SCHEDULE_LIST : &SQL_SCHEDULE_SHOWN, DB_NO_ARGS, row_fields,
                rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct schedule_row row = (*rows)[i];
        row.known = task_named(row.task);
        if (row.known)
            (*rows)[kept++] = row;
    }
    *n_rows = kept;
    return true;
}

/* "HH:MM", 00:00 to 23:59. */
static bool
is_time(const char *text)
{
    if (!text || strlen(text) != 5 || text[2] != ':')
        return false;
    for (size_t i = 0; i < 5; i++)
        if (i != 2 && (text[i] < '0' || text[i] > '9'))
            return false;
    return (text[0] - '0') * 10 + text[1] - '0' < 24 && text[3] < '6';
}

bool
schedule_change(struct ctx *ctx, const char *task, int64_t every_seconds, const char *at,
                const char *zone, bool enabled)
{
    int64_t known;
    if (every_seconds < 0 || every_seconds > 366 * 86400L)
        return err_field(ctx, ERR_INPUT, "every_seconds", "Enter between 1 second and 366 days.");
    if (!every_seconds && !is_time(at))
        return err_field(ctx, ERR_INPUT, "at_time", "Enter a time of day as HH:MM.");
    if (!db_i64(ctx, &SQL_SCHEDULE_CHANGE,
                DB_ARGS(DB_STR(task), DB_ID(every_seconds), every_seconds ? DB_NULL : DB_STR(at),
                        DB_STR(zone), DB_BOOL(enabled)),
                &known)) {
        if (strcmp(db_sqlstate(ctx), "22023"))
            return false;
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "zone", "Enter a time zone such as Europe/Prague.");
    }
    return known || err_raise(ctx, ERR_NOT_FOUND, "There is no such task.");
}

bool
schedule_now(struct ctx *ctx, const char *task)
{
    int64_t known;
    return db_i64(ctx, &SQL_SCHEDULE_NOW, DB_ARGS(DB_STR(task)), &known) &&
           (known || err_raise(ctx, ERR_NOT_FOUND, "There is no such task."));
}
