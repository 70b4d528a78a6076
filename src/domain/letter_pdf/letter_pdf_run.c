/* The job that makes PDFs: page by page, each kept in a transaction of its own. See letter_pdf.h. */
#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/store.h"
#include "base/token.h"
#include "domain/letter_pdf/letter_pdf.h"
#include "domain/letter_pdf/letter_pdf_worker.h"
#include "domain/suppression/contact_gate.h"
#include "statements.h"

enum { TOKEN_BYTES = 24 };

struct wanted {
    int64_t pdf_template_id, contact_id;
};
static const struct field wanted_fields[] = {
    FIELD_I64(struct wanted, pdf_template_id),
    FIELD_I64(struct wanted, contact_id),
    FIELD_END,
};

struct run {
    struct job *job;
    struct letter_pdf_worker *worker;
    int64_t campaign_id;
    struct wanted *wanted;
    size_t n;
    int64_t made, failed;
    char error[ERR_MESSAGE_SIZE]; /* of the last that failed */
};

static bool
set_state(struct ctx *ctx, const struct run *run, const char *state)
{
    return db_exec(ctx, &SQL_LETTER_PDF_RUN_SET,
                   DB_ARGS(DB_I64(run->job->subject), DB_STR(state), DB_I64(run->made),
                           DB_I64(run->failed), DB_STR(*run->error ? run->error : NULL)),
                   NULL);
}

/* Nothing is made for somebody who must not be contacted. */
static bool
leave_out_barred(struct ctx *ctx, struct run *run)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, run->n + 1, int64_t);
    struct contact_bar *bars = ARENA_ARRAY(ctx->arena, run->n + 1, struct contact_bar);
    size_t kept = 0;
    for (size_t i = 0; i < run->n; i++)
        ids[i] = run->wanted[i].contact_id;
    if (!contact_gate(ctx, ids, run->n, bars))
        return false;
    for (size_t i = 0; i < run->n; i++)
        if (!bars[i].code)
            run->wanted[kept++] = run->wanted[i];
    run->n = kept;
    return true;
}

static bool
begin_run(struct ctx *ctx, struct run *run)
{
    struct letter_pdf_run line;
    if (!job_begin(ctx, run->job) || !letter_pdf_run_get(ctx, run->job->subject, &line) ||
        !DB_ALL(ctx, &SQL_LETTER_PDF_RUN_PEOPLE, DB_ARGS(DB_I64(run->job->subject)), wanted_fields,
                &run->wanted, &run->n) ||
        (line.campaign_id && !leave_out_barred(ctx, run)) || !set_state(ctx, run, "running"))
        return false;
    run->campaign_id = line.campaign_id;
    return db_commit(ctx);
}

/* The page, unless a PDF was made of just that before. */
static bool
read_page(struct ctx *ctx, struct run *run, const struct wanted *wanted,
          struct letter_pdf_page *page, const char **made_from, bool *made)
{
    int64_t n;
    if (!job_begin(ctx, run->job) ||
        !letter_pdf_page(ctx, wanted->pdf_template_id, wanted->contact_id, run->campaign_id, page))
        return false;
    *made_from = token_sha256(ctx->arena, page->html, page->length);
    if (!db_i64(ctx, &SQL_LETTER_PDF_MADE,
                DB_ARGS(DB_I64(wanted->pdf_template_id), DB_I64(wanted->contact_id),
                        DB_STR(*made_from)),
                &n))
        return false;
    *made = n > 0;
    return db_commit(ctx);
}

/* The file is kept before the row that names it commits. */
static bool
keep(struct ctx *ctx, struct run *run, const struct wanted *wanted, const char *made_from,
     const char *pdf, size_t length)
{
    const char *key, *part = arena_printf(ctx->arena, "pdf-%" PRId64 "-%" PRId64, run->job->job_id,
                                          run->job->place);
    int64_t written;
    return store_append(ctx, part, 0, pdf, length, &written) && store_keep(ctx, part, &key) &&
           job_begin(ctx, run->job) &&
           db_exec(ctx, &SQL_LETTER_PDF_FILE_ADD,
                   DB_ARGS(DB_I64(wanted->pdf_template_id), DB_ID(run->campaign_id),
                           DB_I64(wanted->contact_id),
                           DB_STR(token_random(ctx->arena, TOKEN_BYTES)), DB_STR(key),
                           DB_I64((int64_t)length), DB_STR(made_from)),
                   NULL) &&
           db_commit(ctx);
}

static bool
make_one(struct ctx *ctx, struct run *run, const struct wanted *wanted)
{
    struct letter_pdf_page page;
    const char *made_from = NULL, *pdf;
    size_t length;
    bool made = false;
    if (!read_page(ctx, run, wanted, &page, &made_from, &made))
        return false;
    return made || (letter_pdf_render(ctx, run->worker, page.html, page.length, &pdf, &length) &&
                    keep(ctx, run, wanted, made_from, pdf, length));
}

/* One person whose page cannot be made leaves the others theirs. */
static bool
try_one(struct ctx *ctx, struct run *run, const struct wanted *wanted)
{
    if (make_one(ctx, run, wanted)) {
        run->made++;
        return true;
    }
    if (ctx->err.kind != ERR_INPUT && ctx->err.kind != ERR_NOT_FOUND)
        return false;
    memcpy(run->error, ctx->err.message, sizeof run->error);
    err_clear(ctx);
    db_rollback(ctx);
    run->failed++;
    return true;
}

static bool
loop(struct ctx *ctx, struct run *run)
{
    struct arena *outer = ctx->arena, *unit = arena_new();
    bool ok = true;
    arena_defer(outer, (void (*)(void *))arena_free, unit);
    ctx->arena = unit;
    for (size_t i = 0; ok && i < run->n && run->job->stop == JOB_GO; i++) {
        arena_reset(unit);
        ok = try_one(ctx, run, &run->wanted[i]) &&
             job_heartbeat(ctx, run->job, (int64_t)i + 1, (int64_t)run->n);
    }
    ctx->arena = outer;
    return ok;
}

bool
letter_pdf_job(struct ctx *ctx, struct job *job)
{
    struct run *run = ARENA_NEW(ctx->arena, struct run);
    run->job = job;
    run->worker = letter_pdf_worker(ctx->arena);
    if (!begin_run(ctx, run) || !loop(ctx, run))
        return false;
    if (job->stop == JOB_YIELD)
        return true;
    const char *state = job->stop == JOB_CANCEL     ? "cancelled"
                        : run->failed && !run->made ? "failed"
                                                    : "done";
    return job_begin(ctx, job) && set_state(ctx, run, state) && job_finish(ctx, job) &&
           db_commit(ctx);
}

bool
letter_pdf_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    return db_exec(ctx, &SQL_LETTER_PDF_RUN_SET,
                   DB_ARGS(DB_I64(job->subject), DB_STR("failed"), DB_I64(job->done), DB_I64(0),
                           DB_STR(reason)),
                   NULL);
}
