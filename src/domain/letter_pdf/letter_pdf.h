/* PDFs for people out of a workspace's own HTML: its templates, how one would look for somebody, asking
 * for PDFs, and where they are found. Called by the pages; the work is the job in letter_pdf_run.c, the
 * program that renders is letter_pdf_worker.h. */
#ifndef LEADGEN_LETTER_PDF_H
#define LEADGEN_LETTER_PDF_H

#include <stddef.h>
#include <stdint.h>

#include "domain/letter_pdf/letter_pdf_clean.h"
#include "domain/letter_pdf/letter_pdf_variable.h"
#include "domain/pipeline/job.h"

enum { LETTER_PDF_NAME_MOST = 120 };

struct letter_pdf {
    int64_t pdf_template_id;
    const char *name, *variables; /* text[]: names of its known placeholders */
    int64_t size, updated_ms;
    int64_t files, steps; /* made from it; that carry it */
    const char *who;      /* NULL: the command line */
};

MUST_CHECK bool letter_pdf_list(struct ctx *ctx, struct letter_pdf **rows, size_t *n);
MUST_CHECK bool letter_pdf_get(struct ctx *ctx, int64_t id, struct letter_pdf *out);

/* Cleans and keeps an upload. INPUT on "name" and "file". */
MUST_CHECK bool letter_pdf_add(struct ctx *ctx, const char *name, const char *bytes, size_t length,
                               struct letter_pdf_cleaned *cleaned, int64_t *id);

/* CONFLICT: a step carries it. NOT_FOUND. */
MUST_CHECK bool letter_pdf_remove(struct ctx *ctx, int64_t id);

/* What a template becomes for a person. values NULL: not known. NOT_FOUND. */
struct letter_pdf_page {
    const char *html;
    size_t length;
    const char *values[LETTER_PDF_VARIABLES];
    bool missing[LETTER_PDF_VARIABLES];
};
MUST_CHECK bool letter_pdf_page(struct ctx *ctx, int64_t id, int64_t contact_id,
                                int64_t campaign_id, struct letter_pdf_page *out);

/* Somebody to try a template with: by e-mail address, or (NULL) the newest contact. INPUT on "email". */
MUST_CHECK bool letter_pdf_person(struct ctx *ctx, const char *email, int64_t *contact_id);

struct letter_pdf_run {
    int64_t pdf_run_id, pdf_template_id, campaign_id, contact_id;
    const char *state; /* waiting, running, done, failed, cancelled */
    int64_t made, failed, job_id, asked_ms, finished_ms;
    const char *error; /* NULL, or why the last one failed */
};

/* Asks for PDFs in the open transaction: of a template for a person, or (template and contact 0) for
 * all people of a campaign whose approved messages carry one. */
MUST_CHECK bool letter_pdf_start(struct ctx *ctx, int64_t id, int64_t campaign_id,
                                 int64_t contact_id, int64_t *run_id);

/* NOT_FOUND. */
MUST_CHECK bool letter_pdf_run_get(struct ctx *ctx, int64_t run_id, struct letter_pdf_run *out);

/* The newest run of a template or a campaign; 0 for the other. */
MUST_CHECK bool letter_pdf_latest(struct ctx *ctx, int64_t id, int64_t campaign_id,
                                  struct letter_pdf_run *out, bool *found);

struct letter_pdf_file {
    int64_t pdf_file_id, contact_id, size, made_ms;
    const char *token, *template, *person;
};

/* The newest PDFs of a template (0: of any), for a person (0: for anybody). */
MUST_CHECK bool letter_pdf_files(struct ctx *ctx, int64_t id, int64_t contact_id, int64_t most,
                                 struct letter_pdf_file **rows, size_t *n);

/* The stored file behind an address. NOT_FOUND. */
MUST_CHECK bool letter_pdf_open(struct ctx *ctx, const char *token, const char **file,
                                const char **name);

/* The kind "pdf" of job, whose subject is a run. */
MUST_CHECK bool letter_pdf_job(struct ctx *ctx, struct job *job);
MUST_CHECK bool letter_pdf_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
