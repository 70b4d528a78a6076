/* What the pages of runs share: money, counts of records, addresses. */
#ifndef LEADGEN_WEB_PIPELINE_RUN_VIEW_H
#define LEADGEN_WEB_PIPELINE_RUN_VIEW_H

#include "domain/pipeline/pipeline_run.h"
#include "web/web.h"

/* Micro-dollars as credits where only the operator sees money: "$1.20" for super admins, "1,200 credits"
 * for everybody else; "none" for 0. */
const char *run_view_money(struct page *pg, int64_t micros);

/* "1,200 companies" */
const char *run_view_records(struct page *pg, int64_t entity, int64_t n);

/* /{tenant}/runs/{id} and what follows. */
const char *run_view_path(struct page *pg, int64_t run_id, const char *rest);

/* A result as a status class and a word. */
const char *run_view_status(const char *result);
const char *run_view_word(const char *result);

/* A cause as people say it: "http_404" -> "Http 404"; "" for none: "Other". */
const char *run_view_cause(struct page *pg, const char *cause);

#endif
