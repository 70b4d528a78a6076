/* The ways back as jobs: the undo of an import by the change log, batch by batch; and the discarding of
 * one that wrote nothing. See import_run.h. */
#include <string.h>

#include "base/db.h"
#include "base/store.h"
#include "domain/account/audit.h"
#include "domain/import/import_run.h"
#include "domain/change/change_undo.h"
#include "domain/label/label_made.h"
#include "statements.h"

enum { UNDO_BATCH = 2000 };

static struct jsn *
undo_json(struct arena *arena, const struct change_counts *counts, int64_t undo_set_id,
          const struct label_made *made, size_t n_made)
{
    static const struct {
        const char *name;
        size_t at;
    } parts[] = {
        {"removed",  offsetof(struct change_counts, removed) },
        {"restored", offsetof(struct change_counts, restored)},
        {"reverted", offsetof(struct change_counts, reverted)},
        {"kept",     offsetof(struct change_counts, kept)    }
    };
    struct jsn *json = jsn_object(arena);
    jsn_set_int(json, "set", undo_set_id);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const int64_t *numbers =
            (const int64_t *)(const void *)((const char *)counts + parts[i].at);
        jsn_set_int(json, arena_printf(arena, "companies_%s", parts[i].name),
                    numbers[RECORD_COMPANY]);
        jsn_set_int(json, arena_printf(arena, "contacts_%s", parts[i].name),
                    numbers[RECORD_CONTACT]);
    }
    jsn_set(json, "made", label_made_write(arena, made, n_made));
    return json;
}

/* The undo set lives in import.undo from the first transaction on, so a crash goes on with it. */
static bool
open_undo(struct ctx *ctx, int64_t import_id, struct import *import, int64_t *undo_set_id)
{
    struct jsn *json = NULL;
    struct change_counts none = {0};
    if (!import_get(ctx, import_id, import))
        return false;
    if (import->undo) {
        if (!jsn_read(ctx, ctx->arena, import->undo, strlen(import->undo), &json))
            return false;
        *undo_set_id = jsn_as_int(jsn_get(json, "set"), 0);
        return true;
    }
    return change_undo_start(ctx, import->change_set_id, undo_set_id) &&
           db_exec(ctx, &SQL_IMPORT_SET_UNDO,
                   DB_ARGS(DB_I64(import_id),
                           DB_STR(jsn_write(ctx->arena,
                                            undo_json(ctx->arena, &none, *undo_set_id, NULL, 0))),
                           DB_BOOL(false)),
                   NULL);
}

/* The undo on the audit log: what became of the records, and of the custom fields that came with them. */
static bool
audit_undo(struct ctx *ctx, const struct import *import, const struct change_counts *counts,
           const struct label_made *made, size_t n_made)
{
    int64_t fields = 0;
    struct jsn *detail = jsn_object(ctx->arena);
    for (size_t i = 0; i < n_made; i++)
        fields += !strcmp(made[i].kind, "field") && !*made[i].used;
    jsn_set_int(detail, "companies_removed", counts->removed[RECORD_COMPANY]);
    jsn_set_int(detail, "contacts_removed", counts->removed[RECORD_CONTACT]);
    jsn_set_int(detail, "records_restored",
                counts->restored[RECORD_COMPANY] + counts->restored[RECORD_CONTACT] +
                    counts->reverted[RECORD_COMPANY] + counts->reverted[RECORD_CONTACT]);
    jsn_set_int(detail, "records_kept",
                counts->kept[RECORD_COMPANY] + counts->kept[RECORD_CONTACT]);
    if (fields)
        jsn_set_int(detail, "custom_fields_taken_away", fields);
    return audit_add(ctx, "import_undo", import->filename, jsn_write(ctx->arena, detail));
}

static bool
undo_batch(struct ctx *ctx, struct job *job, const struct import *import, int64_t undo_set_id,
           int64_t total, struct change_mark *mark, struct change_counts *counts)
{
    struct label_made *made = NULL;
    size_t n_made = 0;
    if (!job_begin(ctx, job) ||
        !change_undo_batch(ctx, import->change_set_id, undo_set_id, mark, UNDO_BATCH, counts) ||
        (mark->done && (!label_made_leave(ctx, import->import_id, undo_set_id, &made, &n_made) ||
                        !audit_undo(ctx, import, counts, made, n_made))))
        return false;
    const struct jsn *json = undo_json(ctx->arena, counts, undo_set_id, made, n_made);
    job->done = counts->seen;
    job->total = total;
    return db_exec(ctx, &SQL_IMPORT_SET_UNDO,
                   DB_ARGS(DB_I64(import->import_id), DB_STR(jsn_write(ctx->arena, json)),
                           DB_BOOL(mark->done)),
                   NULL) &&
           (!mark->done || job_finish(ctx, job)) && db_commit(ctx);
}

enum { UNDO_TRIES = 5 };

bool
import_undo_job(struct ctx *ctx, struct job *job)
{
    struct import import;
    struct change_mark mark = {0};
    struct change_counts counts = {0};
    int64_t undo_set_id, total, tries = 0;
    if (!job_begin(ctx, job) || !open_undo(ctx, job->subject, &import, &undo_set_id) ||
        !change_undo_total(ctx, import.change_set_id, &total, &counts.seen) || !db_commit(ctx))
        return false;
    while (!mark.done) {
        struct change_mark before_mark = mark;
        struct change_counts before = counts;
        if (!undo_batch(ctx, job, &import, undo_set_id, total, &mark, &counts)) {
            db_rollback(ctx);
            if (job->lost || ctx->err.kind != ERR_CONFLICT || ++tries == UNDO_TRIES)
                return false;
            err_clear(ctx);
            mark = before_mark;
            counts = before;
            continue;
        }
        tries = 0;
        if (job->finished)
            return true;
        if (!job_heartbeat(ctx, job, counts.seen, total))
            return false;
        if (job->stop == JOB_YIELD)
            return true;
    }
    return true;
}

struct unused {
    const char *key;
};

/* The bytes go, unless another row names the same. Before the commit, while no file is being kept: a
 * discarded import that still names a lost file hurts nobody. */
static bool
drop_file(struct ctx *ctx, int64_t import_id)
{
    static const struct field fields[] = {FIELD_STR(struct unused, key), FIELD_END};
    struct import import;
    struct unused *rows;
    size_t n;
    int64_t held;
    if (!db_i64(ctx, &SQL_IMPORT_FILES_LOCK, DB_NO_ARGS, &held) ||
        !import_get(ctx, import_id, &import) ||
        !db_exec(ctx, &SQL_IMPORT_FORGET_FILE, DB_ARGS(DB_I64(import_id)), NULL))
        return false;
    store_drop(ctx, import_part_name(ctx->arena, import_id));
    if (!import.file)
        return true;
    if (!DB_ALL(ctx, &SQL_FILES_UNUSED, DB_ARGS(DB_STRS(&import.file, 1)), fields, &rows, &n))
        return false;
    if (n)
        store_remove(ctx, import.file);
    return true;
}

/* What it made beside records goes too; its page names it. */
static bool
drop_made(struct ctx *ctx, int64_t import_id)
{
    struct label_made *made = NULL;
    struct jsn *json = jsn_object(ctx->arena);
    size_t n;
    if (!label_made_leave(ctx, import_id, 0, &made, &n))
        return false;
    jsn_set(json, "made", label_made_write(ctx->arena, made, n));
    return db_exec(ctx, &SQL_IMPORT_SET_UNDO,
                   DB_ARGS(DB_I64(import_id), DB_STR(jsn_write(ctx->arena, json)), DB_BOOL(false)),
                   NULL);
}

enum { FORGET_BATCH = 20000 };

bool
import_discard_job(struct ctx *ctx, struct job *job)
{
    int64_t n = 1, done = 0;
    for (; n; done += n)
        if (!job_begin(ctx, job) ||
            !db_exec(ctx, &SQL_IMPORT_FORGET_PREVIEW,
                     DB_ARGS(DB_I64(job->subject), DB_I64(FORGET_BATCH)), &n) ||
            !db_commit(ctx) || !job_heartbeat(ctx, job, done, 0))
            return false;
    return job_begin(ctx, job) && drop_made(ctx, job->subject) && drop_file(ctx, job->subject) &&
           job_finish(ctx, job) && db_commit(ctx);
}
