/* Imports of a few lines of text through the real engine on a real PostgreSQL: upload, choice,
 * preview, run, undo, and the ledger as text. Each program runs only the jobs it enqueued. */
#ifndef LEADGEN_TESTS_SUPPORT_IMPORTING_H
#define LEADGEN_TESTS_SUPPORT_IMPORTING_H

#include "support/database.h"

#include <ftw.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/conf.h"
#include "domain/import/import.h"
#include "domain/pipeline/queue.h"

struct importing {
    struct database *db;
    struct arena *arena;
    struct conf conf;
};

/* NULL, loudly, without a test database. */
static inline struct importing *
importing_new(void)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    struct importing *im = ARENA_NEW(db->arena, struct importing);
    char *dir = arena_strdup(db->arena, "/tmp/leadgen-importing-XXXXXX");
    im->db = db;
    im->arena = db->arena;
    im->conf.files = mkdtemp(dir);
    assert_non_null(im->conf.files);
    im->db->ctx.conf = &im->conf;
    return im;
}

static inline int
importing_remove(const char *path, const struct stat *status, int type, struct FTW *at)
{
    (void)status;
    (void)type;
    (void)at;
    return remove(path);
}

static inline void
importing_free(struct importing *im)
{
    if (!im)
        return;
    assert_int_equal(nftw(im->conf.files, importing_remove, 8, FTW_DEPTH | FTW_PHYS), 0);
    database_free(im->db);
}

#define IMPORTING_OK(im, call)                                                                     \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (im)->db->ctx.err.message);                                  \
    } while (0)

static inline void
importing_read(struct importing *im, int64_t id, struct import *out)
{
    database_begin(im->db);
    IMPORTING_OK(im, import_get(&im->db->ctx, id, out));
    database_commit(im->db);
}

static inline int64_t
importing_upload(struct importing *im, const char *bytes, size_t length)
{
    int64_t id, received;
    database_begin(im->db);
    IMPORTING_OK(im, import_create(&im->db->ctx, "test.csv", (int64_t)length, 0, &id));
    IMPORTING_OK(im, import_receive(&im->db->ctx, id, 0, bytes, length, &received));
    database_commit(im->db);
    return id;
}

/* Targets stand in the order of the columns with a blank between; "-" leaves one out. */
static inline void
importing_choose(struct importing *im, int64_t id, enum record_entity entity, const char *targets,
                 const struct import_options *options, bool preview)
{
    struct ctx *ctx = &im->db->ctx;
    struct import import;
    struct import_mapping mapping;
    database_begin(im->db);
    IMPORTING_OK(im, import_get(ctx, id, &import));
    IMPORTING_OK(im, import_mapping(ctx, &import, &mapping));
    mapping.entity = entity;
    for (size_t i = 0; i < mapping.n_columns; i++) {
        size_t n = strcspn(targets, " ");
        snprintf(mapping.columns[i].target, IMPORT_TARGET_SIZE, "%.*s",
                 *targets == '-' ? 0 : (int)n, targets);
        targets += n + (targets[n] == ' ');
    }
    if (*targets)
        fail_msg("the file has %zu columns; left over: %s", mapping.n_columns, targets);
    IMPORTING_OK(im, import_choose(ctx, id, import.version, &mapping, options, preview));
    database_commit(im->db);
}

/* Claims the import's job, as a worker does. */
static inline void
importing_claim(struct importing *im, int64_t id, struct job *job)
{
    struct import import;
    struct db_table table;
    importing_read(im, id, &import);
    const char *claim = arena_printf(
        im->arena,
        "UPDATE job SET state = 'running', attempts = attempts + 1, worker = 'test', lease_until = "
        "now() + interval '10 minutes', claimed_at = now(), beat_at = now() WHERE job_id = "
        "%" PRId64 " RETURNING place, tenant_id, actor, kind, subject",
        import.job_id);
    if (!db_table_composed(&im->db->owner, claim, DB_NO_ARGS, &table) || table.n_rows != 1)
        fail_msg("no job: %s", im->db->owner.err.message);
    memset(job, 0, sizeof *job);
    job->job_id = import.job_id;
    job->place = strtoll(db_cell(&table, 0, 0), NULL, 10);
    job->tenant_id = strtoll(db_cell(&table, 0, 1), NULL, 10);
    job->actor = db_cell(&table, 0, 2) ? strtoll(db_cell(&table, 0, 2), NULL, 10) : 0;
    job->kind_name = db_cell(&table, 0, 3);
    job->kind = job_kind_named(job->kind_name);
    job->subject = id;
    job->attempts = 1;
    job->payload = "{}";
}

/* Runs the import's job in memory of its own, as a worker does. */
static inline void
importing_work(struct importing *im, int64_t id)
{
    struct job job;
    char note[QUEUE_NOTE_SIZE] = "";
    importing_claim(im, id, &job);
    struct ctx ctx = im->db->ctx;
    ctx.arena = arena_new();
    bool ok = queue_run(&ctx, &job, note);
    if (!ok || *note)
        fail_msg("%s %s", note, ctx.err.message);
    arena_free(ctx.arena);
}

/* The ledger of a phase: a line a row, "verdict reason detail". */
static inline const char *
importing_ledger(struct importing *im, int64_t id, int64_t phase)
{
    struct import_ledger_row *rows;
    size_t n;
    struct buf buf;
    buf_init(&buf, im->arena, 64 * 1024 * 1024);
    database_begin(im->db);
    IMPORTING_OK(im, import_ledger(&im->db->ctx, id, phase, 0, 0, 100000, &rows, &n));
    database_commit(im->db);
    for (size_t i = 0; i < n; i++) {
        buf_text(&buf, rows[i].verdict);
        buf_char(&buf, ' ');
        buf_text(&buf, rows[i].reason);
        if (rows[i].detail) {
            buf_char(&buf, ' ');
            buf_text(&buf, rows[i].detail);
        }
        buf_char(&buf, '\n');
    }
    return buf.length ? buf.data : "";
}

/* A whole import with a preview before it, which must say the same; the ledger as text. */
static inline const char *
importing_rows(struct importing *im, enum record_entity entity, const char *targets,
               const struct import_options *options, const char *text)
{
    struct import_options plain;
    struct import import;
    import_options_default(&plain);
    int64_t id = importing_upload(im, text, strlen(text));
    importing_choose(im, id, entity, targets, options ? options : &plain, true);
    importing_work(im, id);
    importing_read(im, id, &import);
    assert_string_equal(import.state, "previewed");
    database_begin(im->db);
    IMPORTING_OK(im, import_start(&im->db->ctx, id, import.version));
    database_commit(im->db);
    importing_work(im, id);
    importing_read(im, id, &import);
    assert_string_equal(import.state, "done");
    const char *run = importing_ledger(im, id, 1);
    assert_string_equal(importing_ledger(im, id, 0), run);
    return run;
}

/* One value of the tenant's tables; the condition is about table t. */
static inline const char *
importing_value(struct importing *im, const char *what, const char *table, const char *where)
{
    const char *value = database_value(
        im->db, arena_printf(im->arena, "SELECT %s FROM %s t WHERE tenant_id = %" PRId64 " AND %s",
                             what, table, im->db->tenant, where));
    return value ? value : "NULL";
}

#define assert_ledger(got, wanted) assert_string_equal(got, wanted)

#endif
