/* Templates, pages of people, addresses. See letter_pdf.h. */
#include "domain/letter_pdf/letter_pdf.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "statements.h"

static const struct field template_fields[] = {
    FIELD_I64(struct letter_pdf, pdf_template_id),
    FIELD_STR(struct letter_pdf, name),
    FIELD_STR(struct letter_pdf, variables),
    FIELD_I64(struct letter_pdf, size),
    FIELD_STR(struct letter_pdf, who),
    FIELD_I64(struct letter_pdf, updated_ms),
    FIELD_I64(struct letter_pdf, files),
    FIELD_I64(struct letter_pdf, steps),
    FIELD_END,
};

bool
letter_pdf_list(struct ctx *ctx, struct letter_pdf **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_LETTER_PDF_LIST, DB_ARGS(DB_NULL), template_fields, rows, n);
}

bool
letter_pdf_get(struct ctx *ctx, int64_t id, struct letter_pdf *out)
{
    return db_one(ctx, &SQL_LETTER_PDF_LIST, DB_ARGS(DB_I64(id)), template_fields, out);
}

bool
letter_pdf_add(struct ctx *ctx, const char *name, const char *bytes, size_t length,
               struct letter_pdf_cleaned *cleaned, int64_t *id)
{
    const char *clean_name = text_squeeze(ctx->arena, name);
    if (!*clean_name || text_count(clean_name) > LETTER_PDF_NAME_MOST)
        return err_field(ctx, ERR_INPUT, "name", "A name has 1 to %d characters.",
                         LETTER_PDF_NAME_MOST);
    return letter_pdf_clean(ctx, bytes, length, cleaned) &&
           db_i64(ctx, &SQL_LETTER_PDF_ADD,
                  DB_ARGS(DB_STR(clean_name), DB_STR(cleaned->html),
                          DB_STRS(cleaned->known, cleaned->n_known)),
                  id);
}

bool
letter_pdf_remove(struct ctx *ctx, int64_t id)
{
    struct letter_pdf template;
    if (!letter_pdf_get(ctx, id, &template))
        return false;
    if (template.steps)
        return err_raise(ctx, ERR_CONFLICT,
                         "A step of a campaign carries it: change the step first.");
    return db_exec(ctx, &SQL_LETTER_PDF_REMOVE, DB_ARGS(DB_I64(id)), NULL);
}

bool
letter_pdf_page(struct ctx *ctx, int64_t id, int64_t contact_id, int64_t campaign_id,
                struct letter_pdf_page *out)
{
    const char *html;
    struct db_table facts;
    struct buf *page = ARENA_NEW(ctx->arena, struct buf);
    *out = (struct letter_pdf_page){0};
    if (!db_str(ctx, &SQL_LETTER_PDF_HTML, DB_ARGS(DB_I64(id)), &html) ||
        !db_table(ctx, &SQL_LETTER_PDF_FACTS, DB_ARGS(DB_I64(contact_id), DB_ID(campaign_id)),
                  &facts))
        return false;
    if (!facts.n_rows)
        return err_raise(ctx, ERR_NOT_FOUND, "This person is not here any more.");
    for (size_t i = 0; i < LETTER_PDF_VARIABLES; i++)
        out->values[i] = db_cell(&facts, 0, i);
    buf_init(page, ctx->arena, 4 * (size_t)LETTER_PDF_CLEAN_MOST);
    letter_pdf_fill(page, html, strlen(html), out->values, out->missing);
    if (page->over)
        return err_raise(ctx, ERR_INPUT, "The page has more than 4 MB with its values.");
    out->html = page->data;
    out->length = page->length;
    return true;
}

bool
letter_pdf_person(struct ctx *ctx, const char *email, int64_t *contact_id)
{
    if (db_i64(ctx, &SQL_LETTER_PDF_PERSON, DB_ARGS(DB_STR(email)), contact_id))
        return true;
    if (ctx->err.kind != ERR_NOT_FOUND)
        return false;
    err_clear(ctx);
    return err_field(ctx, ERR_INPUT, "email", "No contact has this e-mail address.");
}

bool
letter_pdf_start(struct ctx *ctx, int64_t id, int64_t campaign_id, int64_t contact_id,
                 int64_t *run_id)
{
    int64_t job_id;
    return db_i64(ctx, &SQL_LETTER_PDF_RUN_ADD,
                  DB_ARGS(DB_ID(id), DB_ID(campaign_id), DB_ID(contact_id)), run_id) &&
           job_enqueue(ctx, "pdf", *run_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_LETTER_PDF_RUN_JOB, DB_ARGS(DB_I64(*run_id), DB_I64(job_id)), NULL);
}

static const struct field run_fields[] = {
    FIELD_I64(struct letter_pdf_run, pdf_run_id),
    FIELD_I64(struct letter_pdf_run, pdf_template_id),
    FIELD_I64(struct letter_pdf_run, campaign_id),
    FIELD_I64(struct letter_pdf_run, contact_id),
    FIELD_STR(struct letter_pdf_run, state),
    FIELD_I64(struct letter_pdf_run, made),
    FIELD_I64(struct letter_pdf_run, failed),
    FIELD_STR(struct letter_pdf_run, error),
    FIELD_I64(struct letter_pdf_run, job_id),
    FIELD_I64(struct letter_pdf_run, asked_ms),
    FIELD_I64(struct letter_pdf_run, finished_ms),
    FIELD_END,
};

bool
letter_pdf_run_get(struct ctx *ctx, int64_t run_id, struct letter_pdf_run *out)
{
    return db_one(ctx, &SQL_LETTER_PDF_RUN_GET, DB_ARGS(DB_I64(run_id), DB_NULL, DB_NULL),
                  run_fields, out);
}

bool
letter_pdf_latest(struct ctx *ctx, int64_t id, int64_t campaign_id, struct letter_pdf_run *out,
                  bool *found)
{
    return db_maybe(ctx, &SQL_LETTER_PDF_RUN_GET, DB_ARGS(DB_NULL, DB_ID(id), DB_ID(campaign_id)),
                    run_fields, out, found);
}

static const struct field file_fields[] = {
    FIELD_I64(struct letter_pdf_file, pdf_file_id), FIELD_I64(struct letter_pdf_file, contact_id),
    FIELD_STR(struct letter_pdf_file, token),       FIELD_I64(struct letter_pdf_file, size),
    FIELD_STR(struct letter_pdf_file, template),    FIELD_STR(struct letter_pdf_file, person),
    FIELD_I64(struct letter_pdf_file, made_ms),     FIELD_END,
};

bool
letter_pdf_files(struct ctx *ctx, int64_t id, int64_t contact_id, int64_t most,
                 struct letter_pdf_file **rows, size_t *n)
{
    if (contact_id && !id)
        return DB_ALL(ctx, &SQL_LETTER_PDF_OF_PERSON, DB_ARGS(DB_I64(contact_id), DB_I64(most)),
                      file_fields, rows, n);
    return DB_ALL(ctx, &SQL_LETTER_PDF_FILES, DB_ARGS(DB_ID(id), DB_ID(contact_id), DB_I64(most)),
                  file_fields, rows, n);
}

struct opened {
    const char *file, *name;
};
static const struct field opened_fields[] = {
    FIELD_STR(struct opened, file),
    FIELD_STR(struct opened, name),
    FIELD_END,
};

bool
letter_pdf_open(struct ctx *ctx, const char *token, const char **file, const char **name)
{
    struct opened opened;
    if (!db_one(ctx, &SQL_LETTER_PDF_OPEN, DB_ARGS(DB_STR(token)), opened_fields, &opened))
        return false;
    *file = opened.file;
    *name = opened.name;
    return true;
}
