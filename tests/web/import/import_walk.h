/* An import through its pages, with its jobs worked here and now: upload, choice, preview, run, undo.
 * Over support/pages.h; called by the tests of the wizard's pages. */
#ifndef LEADGEN_TESTS_WEB_IMPORT_WALK_H
#define LEADGEN_TESTS_WEB_IMPORT_WALK_H

#include "support/claiming.h"
#include "support/pages.h"

#include <inttypes.h>

/* Pasted rows, form-encoded, become an import; its address below the workspace. */
static inline const char *
walk_paste(struct pages *pages, const char *rows)
{
    struct webrun_answer answer = pages_post(pages, ED, pages_path(pages, "/import/paste"),
                                             arena_printf(pages->people->arena, "rows=%s", rows));
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return webrun_header(pages->run, &answer, "Location");
}

static inline const char *
walk_below(struct pages *pages, const char *path, const char *rest)
{
    return arena_printf(pages->people->arena, "%s%s", path, rest);
}

static inline struct webrun_answer
walk_get(struct pages *pages, int who, const char *path, const char *rest)
{
    return pages_get(pages, who, walk_below(pages, path, rest));
}

static inline int64_t
walk_id(const char *path)
{
    return strtoll(strrchr(path, '/') + 1, NULL, 10);
}

/* A number of the import's row. */
static inline int64_t
walk_number(struct pages *pages, const char *path, const char *what)
{
    return people_number(pages->people,
                         "SELECT coalesce(%s, 0) FROM import WHERE tenant_id = %" PRId64
                         " AND import_id = %" PRId64,
                         what, pages->people->kestrel, walk_id(path));
}

/* Works the job that the import waits for. */
static inline void
walk_work(struct pages *pages, const char *path)
{
    struct ctx batch = pages->people->db->ctx;
    batch.conf = webrun_ctx(pages->run)->conf;
    claiming_run(pages->people->db, &batch, walk_number(pages, path, "job_id"));
}

/* A form of the import with its version. */
static inline struct webrun_answer
walk_post(struct pages *pages, const char *path, const char *rest, const char *form)
{
    return pages_post(pages, ED, walk_below(pages, path, rest),
                      arena_printf(pages->people->arena, "version=%" PRId64 "%s%s",
                                   walk_number(pages, path, "version"), *form ? "&" : "", form));
}

static inline void
walk_begin(struct pages *pages, const char *path, const char *rest, const char *form)
{
    struct webrun_answer answer = walk_post(pages, path, rest, form);
    if (answer.status != 303)
        fail_msg("%s: %d: %s", rest, answer.status, answer.body);
}

static inline void
walk_preview(struct pages *pages, const char *path, const char *form)
{
    walk_begin(pages, path, "/map", form);
    walk_work(pages, path);
}

static inline void
walk_run(struct pages *pages, const char *path)
{
    walk_begin(pages, path, "/start", "");
    walk_work(pages, path);
}

static inline void
walk_undo(struct pages *pages, const char *path)
{
    struct webrun_answer answer = pages_post(pages, ED, walk_below(pages, path, "/undo"), "");
    if (answer.status != 303)
        fail_msg("undo: %d: %s", answer.status, answer.body);
    walk_work(pages, path);
}

#endif
