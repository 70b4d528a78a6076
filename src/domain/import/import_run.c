/* The loop of preview and run. See import_run.h. */
#include "domain/import/import_run.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/db.h"
#include "base/map.h"
#include "base/store.h"
#include "domain/import/import_decide.h"
#include "domain/import/import_match.h"
#include "domain/import/import_seen.h"
#include "domain/import/import_write.h"
#include "domain/change/change.h"
#include "statements.h"

/* Rows read for one batch. */
struct reading {
    struct arena *arena; /* holds the entries and nothing else */
    struct import_entry *entries;
    size_t n;
    bool ended;            /* the file ended with them */
    struct csv_mark after; /* where the next batch begins */
};

/* What lives as long as the job. */
struct run {
    struct arena *arena;
    bool preview;
    int64_t import_id;
    struct import import;
    struct csv_dialect dialect;
    struct import_mapping mapping;
    struct import_options options;
    const struct import_plan *plan;
    struct csv_reader *reader;
    struct reading now, next;
    bool ahead; /* `next` holds the batch behind `now` */
    struct import_totals totals;
    struct import_seen *seen;
    struct map *tags; /* folded name -> id + 1 in the pointer's place */
    struct ctx *ctx;
    int64_t tag_ids[IMPORT_MAX_TAGS];
    size_t n_tag_ids;
    int64_t list_id;
    struct import_target_of_write to;
    int64_t analyze_at;
    bool ended; /* the file is read to its end */
    bool stopped;
};

struct jsn *
import_mark_write(struct arena *arena, const struct csv_mark *mark)
{
    struct jsn *json = jsn_object(arena);
    jsn_set_int(json, "offset", (int64_t)mark->offset);
    jsn_set_int(json, "skip", (int64_t)mark->skip);
    jsn_set_int(json, "line", (int64_t)mark->line);
    jsn_set_int(json, "row", (int64_t)mark->row);
    jsn_set_bool(json, "second_table", mark->second_table);
    return json;
}

void
import_mark_read(const struct jsn *json, struct csv_mark *out)
{
    out->offset = (uint64_t)jsn_as_int(jsn_get(json, "offset"), 0);
    out->skip = (uint64_t)jsn_as_int(jsn_get(json, "skip"), 0);
    out->line = (uint64_t)jsn_as_int(jsn_get(json, "line"), 0);
    out->row = (uint64_t)jsn_as_int(jsn_get(json, "row"), 0);
    out->second_table = jsn_as_bool(jsn_get(json, "second_table"), false);
}

static int64_t
line_of_row(void *arg, int64_t row_no)
{
    const struct run *run = arg;
    return import_seen_line_of(run->seen, row_no);
}

static int64_t
row_of_record(void *arg, enum record_entity entity, int64_t id)
{
    const struct run *run = arg;
    return run->preview ? 0 : import_seen_row_of(run->seen, entity, id);
}

/* In a preview a tag nobody has yet gets a made-up id, the same for the same name. */
static int64_t
made_up_id(const char *key)
{
    int64_t id = 7;
    for (; *key; key++)
        id = (id * 31 + (unsigned char)*key) % 1000000007;
    return -id - 1;
}

static bool
named_id(struct ctx *ctx, const struct run *run, const struct sql *ensure, const struct sql *find,
         const char *name, int64_t *id)
{
    const char *key = text_fold(ctx->arena, name);
    if (!run->preview)
        return db_i64(ctx, ensure, DB_ARGS(DB_STR(name), DB_STR(key), DB_I64(run->import_id)), id);
    if (!db_i64(ctx, find, DB_ARGS(DB_STR(key)), id))
        return false;
    if (!*id)
        *id = made_up_id(key);
    return true;
}

/* Makes sure that every tag named in the batch's rows has an id. */
static bool
load_tags(struct ctx *ctx, struct run *run, const struct import_batch *batch)
{
    for (size_t i = 0; i < batch->n_entries; i++) {
        const char **tags = batch->entries[i].tags;
        for (; tags && *tags; tags++) {
            int64_t id;
            if (map_get(run->tags, *tags))
                continue;
            if (!named_id(ctx, run, &SQL_IMPORT_TAG_ENSURE, &SQL_IMPORT_TAG_FIND, *tags, &id))
                return false;
            int64_t *kept = ARENA_NEW(run->arena, int64_t);
            *kept = id;
            map_put(run->tags, arena_strdup(run->arena, *tags), kept);
        }
    }
    return true;
}

static int64_t
tag_of(void *arg, const char *name)
{
    const struct run *run = arg;
    const int64_t *id = map_get(run->tags, name);
    return id ? *id : 0;
}

static bool
load_options(struct ctx *ctx, struct run *run)
{
    for (size_t i = 0; i < run->options.n_tags; i++)
        if (!named_id(ctx, run, &SQL_IMPORT_TAG_ENSURE, &SQL_IMPORT_TAG_FIND, run->options.tags[i],
                      &run->tag_ids[run->n_tag_ids++]))
            return false;
    if (!run->options.list)
        return true;
    return named_id(ctx, run, &SQL_IMPORT_LIST_ENSURE, &SQL_IMPORT_LIST_FIND, run->options.list,
                    &run->list_id);
}

enum { SEEN_PAGE = 5000 };

static int64_t
cell_i64(const struct db_table *table, size_t row, size_t column)
{
    const char *text = db_cell(table, row, column);
    return text ? strtoll(text, NULL, 10) : 0;
}

/* After a crash: which rows made which records, from the ledger and the change log. */
static bool
recall_page(struct ctx *ctx, struct run *run, int64_t *after, size_t *n)
{
    struct db_table rows;
    if (!db_table(ctx, &SQL_IMPORT_SEEN_ROWS,
                  DB_ARGS(DB_I64(run->import_id), DB_I64(*after), DB_I64(SEEN_PAGE),
                          DB_I64(run->import.change_set_id)),
                  &rows))
        return false;
    *n = rows.n_rows;
    for (size_t i = 0; i < rows.n_rows; i++) {
        int64_t row_no = cell_i64(&rows, i, 0), company = cell_i64(&rows, i, 3);
        int64_t contact = cell_i64(&rows, i, 4);
        bool created = *db_cell(&rows, i, 2) == IMPORT_CREATED;
        import_seen_line(run->seen, row_no, cell_i64(&rows, i, 1));
        if (created && contact)
            import_seen_made(run->seen, RECORD_CONTACT, contact, row_no);
        if (*db_cell(&rows, i, 5) == 't' && !import_seen_row_of(run->seen, RECORD_COMPANY, company))
            import_seen_made(run->seen, RECORD_COMPANY, company, row_no);
        *after = row_no;
    }
    return true;
}

static bool
recall_seen(struct ctx *ctx, struct run *run, struct job *job)
{
    int64_t after = 0;
    size_t n = SEEN_PAGE;
    while (n == SEEN_PAGE) {
        if (!job_begin(ctx, job) || !recall_page(ctx, run, &after, &n) || !db_commit(ctx))
            return false;
        arena_reset(ctx->arena);
        if (!job_heartbeat(ctx, job, job->done, job->total))
            return false;
    }
    return true;
}

/* Where the run goes on: the mark of the last batch that was committed. */
static bool
seek(struct ctx *ctx, struct run *run)
{
    struct csv_mark mark = run->dialect.data;
    struct jsn *json = NULL;
    if (run->import.mark && !run->preview) {
        if (!jsn_read(ctx, ctx->arena, run->import.mark, strlen(run->import.mark), &json))
            return false;
        import_mark_read(json, &mark);
    }
    run->now.after = mark;
    return csv_seek(ctx, run->reader, &mark);
}

/* Reads the choice and opens the file; in the job's first transaction, in the run's arena. */
static bool
prepare(struct ctx *ctx, struct run *run)
{
    struct jsn *sums = NULL;
    struct custom_field *fields = NULL;
    size_t n_fields = 0;
    const struct import *import = &run->import;
    if (!import->file)
        return err_raise(ctx, ERR_INPUT, "The file is no longer kept: upload it again.");
    if (!import_dialect(ctx, import, &run->dialect) ||
        !import_mapping(ctx, import, &run->mapping) ||
        !import_options(ctx, import, &run->options) ||
        (!run->preview && !import_fields_make(ctx, import, &run->mapping)) ||
        !import_fields_planned(ctx, &run->mapping, &fields, &n_fields) ||
        !import_plan_make(ctx, &run->mapping, &run->options, fields, n_fields, &run->plan) ||
        !load_options(ctx, run) ||
        !csv_open(ctx, run->arena, store_path(ctx, import->file), &run->dialect, &run->reader) ||
        !seek(ctx, run) || !db_i64(ctx, &SQL_IMPORT_TENANT, DB_NO_ARGS, &run->to.tenant_id))
        return false;
    if (import->totals && !run->preview &&
        !jsn_read(ctx, run->arena, import->totals, strlen(import->totals), &sums))
        return false;
    import_totals_read(run->arena, sums, &run->totals);
    run->seen = import_seen_new(run->arena);
    run->tags = map_new(run->arena, 64);
    run->to.import_id = run->import_id;
    if (!run->preview && !import->change_set_id) {
        if (!change_set_open(ctx, "import", import->filename, &run->import.change_set_id) ||
            !db_exec(ctx, &SQL_IMPORT_SET_CHANGE_SET,
                     DB_ARGS(DB_I64(run->import_id), DB_I64(run->import.change_set_id)), NULL))
            return false;
    }
    if (run->preview &&
        !db_exec(ctx, &SQL_IMPORT_SET_PREVIEW, DB_ARGS(DB_I64(run->import_id)), NULL))
        return false;
    run->to.change_set_id = run->import.change_set_id;
    return db_str(ctx, &SQL_IMPORT_AT, DB_ARGS(DB_I64(run->import_id)), &run->to.at);
}

/* An earlier preview's ledger goes first, a part per transaction. */
static bool
forget_preview(struct ctx *ctx, struct run *run, struct job *job)
{
    int64_t n = 1;
    while (n) {
        if (!job_begin(ctx, job) ||
            !db_exec(ctx, &SQL_IMPORT_FORGET_PREVIEW,
                     DB_ARGS(DB_I64(run->import_id), DB_I64(20000)), &n) ||
            !db_commit(ctx) || !job_heartbeat(ctx, job, 0, 0))
            return false;
    }
    return true;
}

/* Reads rows until the batch is full. */
static bool
read_rows(struct ctx *ctx, struct run *run, struct reading *to)
{
    struct csv_row row;
    arena_reset(to->arena);
    to->entries = ARENA_ARRAY(to->arena, IMPORT_BATCH_ROWS, struct import_entry);
    to->n = 0;
    to->ended = false;
    struct import_memo *memo = import_plan_memo(to->arena);
    while (to->n < IMPORT_BATCH_ROWS && arena_used(to->arena) < IMPORT_BATCH_BYTES) {
        bool more;
        if (to->n && to->entries[to->n - 1].row_no == IMPORT_ROWS_MAX)
            break;
        if (!csv_next(ctx, run->reader, &row, &more))
            return false;
        if (!more) {
            to->ended = true;
            break;
        }
        if (row.row > IMPORT_ROWS_MAX)
            return err_raise(ctx, ERR_INPUT,
                             "The file has more than 1,048,576 rows, the most of one import. %s",
                             run->preview ? "Split it and upload the parts."
                                          : "The rows up to there are in and can be undone; import "
                                            "the others as a file of their own.");
        if (!import_plan_read(ctx, run->plan, memo, &row, run->dialect.columns,
                              &to->entries[to->n]))
            return false;
        to->n++;
    }
    csv_tell(run->reader, &to->after);
    return true;
}

/* Reads with `ctx` working in the reading's own arena. */
static bool
read_into(struct ctx *ctx, struct run *run, struct reading *to)
{
    struct arena *unit = ctx->arena;
    ctx->arena = to->arena;
    bool ok = read_rows(ctx, run, to);
    ctx->arena = unit;
    return ok;
}

/* Reads the batch behind the present one while the server is busy. What goes wrong here is left for
 * the reading in turn to find: the present batch must be written all the same. */
static void
read_ahead(void *arg)
{
    struct run *run = arg;
    struct ctx alone = {.arena = run->next.arena};
    if (run->now.ended || run->ahead)
        return;
    run->ahead = read_rows(&alone, run, &run->next);
    if (!run->ahead && !csv_seek(&alone, run->reader, &run->now.after))
        run->ahead = false;
}

/* Makes the next batch the present one. */
static bool
read_entries(struct ctx *ctx, struct run *run)
{
    if (!run->ahead)
        return read_into(ctx, run, &run->now);
    struct reading spare = run->now;
    run->now = run->next;
    run->next = spare;
    run->ahead = false;
    return true;
}

static bool
take_ids(struct ctx *ctx, const struct sql *sql, size_t n, int64_t **ids, size_t *n_ids)
{
    struct db_table table;
    if (!db_table(ctx, sql, DB_ARGS(DB_I64((int64_t)n)), &table))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        (*ids)[i] = cell_i64(&table, i, 0);
    *n_ids = n;
    return true;
}

static bool
judge(struct ctx *ctx, struct run *run, struct import_batch *batch)
{
    size_t n = batch->n_entries;
    bool people = batch->entity == RECORD_CONTACT;
    if (!run->preview &&
        (!take_ids(ctx, &SQL_IMPORT_IDS_COMPANY, n, &batch->company_ids, &batch->n_company_ids) ||
         (people &&
          !take_ids(ctx, &SQL_IMPORT_IDS_CONTACT, n, &batch->contact_ids, &batch->n_contact_ids))))
        return false;
    return load_tags(ctx, run, batch) && import_match_suppression(ctx, batch) &&
           import_match_load_companies(ctx, batch) &&
           (!people ||
            (import_decide_companies(ctx, batch) && import_match_load_contacts(ctx, batch))) &&
           import_decide_rows(ctx, batch);
}

/* Remembers for later batches who made what. */
static void
note_seen(struct run *run, const struct import_batch *batch)
{
    for (size_t i = 0; i < batch->n_entries; i++) {
        const struct import_entry *entry = &batch->entries[i];
        const struct import_record *company = entry->company_record;
        import_seen_line(run->seen, entry->row_no, entry->line_no);
        if (run->preview)
            continue;
        if (company && company->is_new && company->wanted && company->made_by == entry->row_no)
            import_seen_made(run->seen, RECORD_COMPANY, company->id, entry->row_no);
        if (entry->verdict == IMPORT_CREATED && entry->contact_record)
            import_seen_made(run->seen, RECORD_CONTACT, entry->contact_record->id, entry->row_no);
    }
}

static const char *
end_state(const struct run *run)
{
    if (run->stopped)
        return "cancelled";
    if (!run->ended)
        return NULL;
    return run->preview ? "previewed" : "done";
}

/* *kept false: the import was discarded meanwhile. */
static bool
save_progress(struct ctx *ctx, struct run *run, bool *kept)
{
    int64_t n;
    struct jsn *mark = import_mark_write(ctx->arena, &run->now.after);
    jsn_set_int(mark, "at", clock_now_ms());
    bool ok = db_exec(
        ctx, &SQL_IMPORT_SET_PROGRESS,
        DB_ARGS(DB_I64(run->import_id), DB_I64(run->totals.rows),
                DB_STR(jsn_write(ctx->arena, mark)),
                DB_STR(jsn_write(ctx->arena, import_totals_write(ctx->arena, &run->totals))),
                DB_BOOL(run->preview), DB_STR(end_state(run))),
        &n);
    *kept = ok && n;
    return ok;
}

/* A preview whose import is discarded leaves nothing of its batch. */
static bool
give_way(struct ctx *ctx, struct run *run, struct job *job)
{
    run->stopped = true;
    db_rollback(ctx);
    return job_begin(ctx, job) && job_finish(ctx, job) && db_commit(ctx);
}

static void
batch_of(struct run *run, struct import_batch *batch)
{
    memset(batch, 0, sizeof *batch);
    batch->preview = run->preview;
    batch->plan = run->plan;
    batch->options = &run->options;
    batch->entity = import_plan_entity(run->plan);
    batch->tag_ids = run->tag_ids;
    batch->n_tag_ids = run->n_tag_ids;
    batch->list_id = run->list_id;
    batch->run = run;
    batch->line_of_row = line_of_row;
    batch->row_of_record = row_of_record;
    batch->tag_of = tag_of;
}

/* The planner must know the tables that this import fills: statistics are renewed each time the rows
 * have quadrupled. */
static bool
analyze(struct ctx *ctx, struct run *run)
{
    if (run->totals.rows < run->analyze_at)
        return true;
    run->analyze_at = 4 * run->totals.rows;
    if (!run->preview)
        return db_exec(ctx, &SQL_IMPORT_ANALYZE, DB_NO_ARGS, NULL);
    return db_exec(ctx, &SQL_IMPORT_OVERLAY_COMPANY_ANALYZE, DB_NO_ARGS, NULL) &&
           db_exec(ctx, &SQL_IMPORT_OVERLAY_CONTACT_ANALYZE, DB_NO_ARGS, NULL);
}

/* Rows on which the run differs from what the preview said, if there was one. */
static bool
count_differences(struct ctx *ctx, struct run *run, const struct import_batch *batch)
{
    int64_t n;
    if (run->preview || !run->import.preview)
        return true;
    const struct import_entry *first = batch->entries, *last = first + batch->n_entries - 1;
    if (!db_i64(ctx, &SQL_IMPORT_COUNT_DIFFERENCES,
                DB_ARGS(DB_I64(run->import_id), DB_I64(first->row_no), DB_I64(last->row_no)), &n))
        return false;
    run->totals.differences += n;
    return true;
}

/* Rows in the file, as far as can be said: known after a preview, else by the bytes read. */
static int64_t
expected_rows(const struct run *run)
{
    struct import_totals preview;
    struct jsn *json;
    struct ctx scratch = {.arena = run->arena};
    if (!run->preview && run->import.preview &&
        jsn_read(&scratch, run->arena, run->import.preview, strlen(run->import.preview), &json)) {
        import_totals_read(run->arena, json, &preview);
        return preview.rows;
    }
    uint64_t position = csv_position(run->reader), size = csv_size(run->reader);
    if (!position || !run->totals.rows)
        return 0;
    return (int64_t)((double)run->totals.rows * (double)size / (double)position);
}

/* A job that ended says what it did, however small it was. */
static bool
finish(struct ctx *ctx, const struct run *run, struct job *job)
{
    job->done = run->totals.rows;
    job->total = run->stopped ? expected_rows(run) : run->totals.rows;
    return job_finish(ctx, job);
}

/* A run that ends is on record, and what it did by its mapping is what people want the next time. */
static bool
note_end(struct ctx *ctx, const struct run *run)
{
    if (run->preview || !(run->ended || run->stopped))
        return true;
    return import_audit_run(ctx, run->import.filename, &run->totals,
                            run->stopped ? "stopped" : NULL) &&
           (run->stopped || import_remember(ctx, &run->mapping));
}

/* One batch, in one transaction. */
static bool
do_batch(struct ctx *ctx, struct run *run, struct job *job)
{
    struct import_batch batch;
    bool kept;
    run->stopped = job->stop == JOB_CANCEL;
    if (!run->stopped && !read_entries(ctx, run))
        return false;
    size_t n = run->stopped ? 0 : run->now.n;
    run->ended = run->now.ended && !run->stopped;
    batch_of(run, &batch);
    import_batch_open(ctx, &batch, run->now.entries, n);
    if (!job_begin(ctx, job))
        return false;
    if (!run->ended && !run->stopped && !db_exec(ctx, &SQL_IMPORT_COMMIT_EARLY, DB_NO_ARGS, NULL))
        return false;
    if (n && ((!run->preview && !db_exec(ctx, &SQL_IMPORT_LOCK, DB_NO_ARGS, NULL)) ||
              !judge(ctx, run, &batch) || !import_write_batch(ctx, &batch, &run->to) ||
              !count_differences(ctx, run, &batch)))
        return false;
    import_totals_add(&run->totals, &batch);
    if (!analyze(ctx, run) || !save_progress(ctx, run, &kept))
        return false;
    if (!kept)
        return give_way(ctx, run, job);
    if (!note_end(ctx, run) || ((run->ended || run->stopped) && !finish(ctx, run, job)) ||
        !db_commit(ctx))
        return false;
    note_seen(run, &batch);
    return true;
}

/* Somebody wrote the same records in the same moment: the batch is read and judged anew. */
enum { BATCH_TRIES = 5 };

static bool
worth_another_try(struct ctx *ctx)
{
    return ctx->err.kind == ERR_CONFLICT ||
           (ctx->err.kind == ERR_UNAVAILABLE && db_sqlstate(ctx)[0] == '4');
}

static bool
batch_with_retry(struct ctx *ctx, struct run *run, struct job *job)
{
    struct csv_mark mark = run->now.after;
    struct import_totals before = run->totals;
    for (int i = 1;; i++) {
        if (do_batch(ctx, run, job))
            return true;
        db_rollback(ctx);
        if (job->lost || i == BATCH_TRIES || !worth_another_try(ctx))
            return false;
        err_clear(ctx);
        arena_reset(ctx->arena);
        run->totals = before;
        run->ended = run->ahead = false;
        run->tags = map_new(run->arena, 64); /* tags made in the batch went with it */
        if (!csv_seek(ctx, run->reader, &mark))
            return false;
    }
}

static bool
loop(struct ctx *ctx, struct run *run, struct job *job)
{
    while (!run->ended && !run->stopped) {
        if (!batch_with_retry(ctx, run, job))
            return false;
        arena_reset(ctx->arena);
        if (job->finished)
            break;
        if (!job_heartbeat(ctx, job, run->totals.rows, expected_rows(run)))
            return false;
        if (job->stop == JOB_YIELD && !run->preview)
            return true;
    }
    return true;
}

static bool
start(struct ctx *ctx, struct run *run, struct job *job)
{
    struct arena *unit = ctx->arena;
    ctx->arena = run->arena;
    bool ok = job_begin(ctx, job) && import_get(ctx, run->import_id, &run->import);
    run->stopped = ok && !strcmp(run->import.state, "discarded");
    if (run->stopped)
        ok = job_finish(ctx, job) && db_commit(ctx);
    else
        ok = ok && prepare(ctx, run) && db_commit(ctx) && import_write_ready(ctx, run->preview);
    ctx->arena = unit;
    if (!ok || run->stopped)
        return ok;
    return run->preview ? forget_preview(ctx, run, job) : recall_seen(ctx, run, job);
}

static bool
work(struct ctx *ctx, struct job *job, bool preview)
{
    struct arena *arena = arena_new();
    struct run *run = ARENA_NEW(arena, struct run);
    run->arena = arena;
    run->now.arena = arena_new();
    run->next.arena = arena_new();
    arena_defer(arena, (void (*)(void *))arena_free, run->now.arena);
    arena_defer(arena, (void (*)(void *))arena_free, run->next.arena);
    run->to.meanwhile = read_ahead;
    run->to.arg = run;
    run->preview = preview;
    run->import_id = job->subject;
    bool ok = start(ctx, run, job) && loop(ctx, run, job);
    if (!ok)
        db_rollback(ctx);
    arena_free(arena);
    return ok;
}

bool
import_preview_job(struct ctx *ctx, struct job *job)
{
    return work(ctx, job, true);
}

bool
import_run_job(struct ctx *ctx, struct job *job)
{
    return work(ctx, job, false);
}

bool
import_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    struct import import;
    struct import_totals totals;
    struct jsn *sums = NULL;
    if (!import_refuse(ctx, job->subject, reason) || !import_get(ctx, job->subject, &import))
        return false;
    if (strcmp(job->kind->name, "import_run") != 0)
        return true;
    if (import.totals && !jsn_read(ctx, ctx->arena, import.totals, strlen(import.totals), &sums))
        return false;
    import_totals_read(ctx->arena, sums, &totals);
    return import_audit_run(ctx, import.filename, &totals, "failed");
}
