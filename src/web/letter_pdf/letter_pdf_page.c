/* /{tenant}/settings/pdf: templates of PDFs: the list with the upload, one with its placeholders as they
 * would be filled for somebody and the PDFs made of it; PDFs for a campaign; and /p/{token}, where
 * whoever got the address reads one. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/store.h"
#include "base/text.h"
#include "domain/letter_pdf/letter_pdf.h"
#include "web/letter_pdf/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { EMAIL_MOST = 254, TOKEN_MOST = 64, FILES_MOST = 50 };

struct add_sent {
    const char *name;
    struct param_file file;
};
static const struct param add_items[] = {
    PARAM_TEXT(struct add_sent, name, LETTER_PDF_NAME_MOST, REQUIRED),
    PARAM_FILE(struct add_sent, file, LETTER_PDF_UPLOAD_MOST, REQUIRED),
};
const struct params letter_pdf_add_params = PARAMS(struct add_sent, add_items);

struct show_sent {
    int64_t id;
    const char *email;
};
static const struct param show_items[] = {
    PARAM_ID(struct show_sent, id),
    PARAM_TEXT(struct show_sent, email, EMAIL_MOST, OPTIONAL),
};
static const struct param make_items[] = {
    PARAM_ID(struct show_sent, id),
    PARAM_TEXT(struct show_sent, email, EMAIL_MOST, REQUIRED),
};
static const struct param one_items[] = {PARAM_ID(struct show_sent, id)};
const struct params letter_pdf_show_params = PARAMS(struct show_sent, show_items);
const struct params letter_pdf_make_params = PARAMS(struct show_sent, make_items);
const struct params letter_pdf_one_params = PARAMS(struct show_sent, one_items);

struct file_sent {
    const char *token;
};
static const struct param file_items[] = {
    PARAM_TEXT(struct file_sent, token, TOKEN_MOST, REQUIRED)};
const struct params letter_pdf_file_params = PARAMS(struct file_sent, file_items);

static const char *
path_of(struct page *pg, int64_t id)
{
    return id ? arena_printf(pg->ctx->arena, "%s/settings/pdf/%" PRId64, pg->base, id)
              : arena_printf(pg->ctx->arena, "%s/settings/pdf", pg->base);
}

/* What may stand in a template. */
static void
show_variables(struct page *pg)
{
    struct tree_list list = tree_list(pg->view, "Variables");
    for (size_t i = 0; i < LETTER_PDF_VARIABLES; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "code", arena_printf(pg->ctx->arena, "{{%s}}", letter_pdf_variables[i].name));
        tree_set(row, "label", letter_pdf_variables[i].label);
        tree_set(row, "example", letter_pdf_variables[i].example);
    }
}

bool
letter_pdf_list_page(struct page *pg)
{
    struct letter_pdf *rows;
    size_t n;
    if (!letter_pdf_list(pg->ctx, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Templates");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "path", path_of(pg, rows[i].pdf_template_id));
        tree_set(row, "name", rows[i].name);
        tree_set(row, "who", rows[i].who ? rows[i].who : "");
        tree_set(row, "size", view_bytes(pg, rows[i].size));
        tree_set(row, "files", view_number(pg, rows[i].files));
        tree_set(row, "steps", view_number(pg, rows[i].steps));
        view_time(pg, row, "updated", rows[i].updated_ms);
    }
    tree_set(pg->view, "Pdf.path", path_of(pg, 0));
    show_variables(pg);
    return reply_template(pg);
}

static bool
read_upload(struct page *pg, const struct param_file *file, const char **bytes, size_t *length)
{
    char *text = arena_alloc(pg->ctx->arena, (size_t)file->size + 1);
    FILE *in = fopen(file->path, "re");
    if (!in)
        return err_raise(pg->ctx, ERR_UNAVAILABLE, "The upload is gone: %s", strerror(errno));
    *length = fread(text, 1, (size_t)file->size, in);
    fclose(in);
    *bytes = text;
    return true;
}

/* "Taken. Left out: <script>, the attribute onclick. No such placeholder: {{nane}}." */
static const char *
told(struct arena *arena, const struct letter_pdf_cleaned *cleaned)
{
    struct buf text;
    buf_init(&text, arena, 600);
    buf_text(&text, "Taken.");
    for (size_t i = 0; i < cleaned->n_removed; i++)
        buf_printf(&text, "%s%s", i ? ", " : " Left out: ", cleaned->removed[i]);
    buf_text(&text, cleaned->n_removed ? "." : "");
    for (size_t i = 0; i < cleaned->n_unknown; i++)
        buf_printf(&text, "%s{{%s}}", i ? ", " : " There is no placeholder ", cleaned->unknown[i]);
    buf_text(&text, cleaned->n_unknown ? "." : "");
    return text.data;
}

bool
letter_pdf_add_page(struct page *pg)
{
    const struct add_sent *sent = pg->params;
    struct letter_pdf_cleaned cleaned;
    const char *bytes = NULL;
    size_t length = 0;
    int64_t id;
    if (!read_upload(pg, &sent->file, &bytes, &length) ||
        !letter_pdf_add(pg->ctx, sent->name, bytes, length, &cleaned, &id))
        return false;
    reply_flash(pg, cleaned.n_removed || cleaned.n_unknown ? "warn" : "ok",
                told(pg->ctx->arena, &cleaned), NULL, NULL);
    return reply_redirect_to(pg, path_of(pg, id));
}

/* Each placeholder of the template with what it would be. */
static void
show_values(struct page *pg, const struct letter_pdf *template, const struct letter_pdf_page *page)
{
    struct tree_list list = tree_list(pg->view, "Values");
    struct db_strs names;
    if (!db_strs(pg->ctx, template->variables, &names))
        return;
    for (size_t i = 0; i < names.n; i++) {
        int place = letter_pdf_variable_place(names.values[i], strlen(names.values[i]));
        if (place < 0)
            continue;
        struct tree *row = tree_row(&list);
        const char *value = page->values[place];
        tree_set(row, "code", arena_printf(pg->ctx->arena, "{{%s}}", names.values[i]));
        tree_set(row, "label", letter_pdf_variables[place].label);
        tree_set(row, "value", value ? value : "");
        tree_set_bool(row, "missing", page->missing[place]);
    }
}

static bool
show_files(struct page *pg, int64_t id)
{
    struct letter_pdf_file *files;
    size_t n;
    if (!letter_pdf_files(pg->ctx, id, 0, FILES_MOST, &files, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Files");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "path", view_url(pg->ctx->arena, "/p/%s", files[i].token));
        tree_set(row, "person", files[i].person);
        tree_set(
            row, "contact",
            arena_printf(pg->ctx->arena, "%s/contacts/%" PRId64, pg->base, files[i].contact_id));
        tree_set(row, "size", view_bytes(pg, files[i].size));
        view_time(pg, row, "made", files[i].made_ms);
    }
    return true;
}

/* How the newest run is; the page is asked for again while it works. */
static bool
show_run(struct page *pg, int64_t id)
{
    struct letter_pdf_run run;
    bool found;
    if (!letter_pdf_latest(pg->ctx, id, 0, &run, &found))
        return false;
    if (!found)
        return true;
    bool active = !strcmp(run.state, "waiting") || !strcmp(run.state, "running");
    tree_set_bool(pg->view, "Run.active", active);
    tree_set(pg->view, "Run.error", run.error ? run.error : "");
    if (!active)
        return true;
    struct job_view job;
    tree_set(pg->view, "Page.refresh", "2");
    if (job_read(pg->ctx, run.job_id, &job)) {
        tree_set(pg->view, "Run.error", job.attempts > 1 && job.reason ? job.reason : "");
        return true;
    }
    if (pg->ctx->err.kind != ERR_NOT_FOUND)
        return false;
    err_clear(pg->ctx);
    return true;
}

bool
letter_pdf_show_page(struct page *pg)
{
    const struct show_sent *sent = pg->params;
    struct letter_pdf template;
    struct letter_pdf_page page;
    int64_t contact_id;
    if (!letter_pdf_get(pg->ctx, sent->id, &template) || !show_files(pg, sent->id) ||
        !show_run(pg, sent->id))
        return false;
    tree_set(pg->view, "Pdf.name", template.name);
    tree_set(pg->view, "Pdf.list", path_of(pg, 0));
    tree_set(pg->view, "Pdf.path", path_of(pg, sent->id));
    tree_set(pg->view, "Pdf.steps", view_number(pg, template.steps));
    tree_set_bool(pg->view, "Pdf.used", template.steps > 0);
    if (letter_pdf_person(pg->ctx, *sent->email ? sent->email : NULL, &contact_id)) {
        if (!letter_pdf_page(pg->ctx, sent->id, contact_id, 0, &page))
            return false;
        show_values(pg, &template, &page);
        const char *email = page.values[letter_pdf_variable_place("email", strlen("email"))];
        const char *name = page.values[letter_pdf_variable_place("full_name", strlen("full_name"))];
        tree_set(pg->view, "Pdf.person", name ? name : email ? email : "");
        tree_set(pg->view, "Pdf.email", email ? email : "");
    } else {
        if (pg->ctx->err.kind != ERR_INPUT)
            return false;
        tree_set(pg->view, "Pdf.trouble", pg->ctx->err.message);
        tree_set(pg->view, "Pdf.email", sent->email);
        err_clear(pg->ctx);
    }
    return reply_template(pg);
}

bool
letter_pdf_make_page(struct page *pg)
{
    const struct show_sent *sent = pg->params;
    struct letter_pdf template;
    int64_t contact_id, run_id;
    return letter_pdf_get(pg->ctx, sent->id, &template) &&
           letter_pdf_person(pg->ctx, sent->email, &contact_id) &&
           letter_pdf_start(pg->ctx, sent->id, 0, contact_id, &run_id) &&
           reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s?email=%s", path_of(pg, sent->id),
                                              view_encode(pg->ctx->arena, sent->email)));
}

bool
letter_pdf_remove_page(struct page *pg)
{
    const struct show_sent *sent = pg->params;
    if (!letter_pdf_remove(pg->ctx, sent->id))
        return false;
    reply_flash(pg, "ok", "The template is gone; PDFs made from it stay.", NULL, NULL);
    return reply_redirect_to(pg, path_of(pg, 0));
}

bool
letter_pdf_campaign_page(struct page *pg)
{
    const struct show_sent *sent = pg->params;
    int64_t run_id;
    if (!letter_pdf_start(pg->ctx, 0, sent->id, 0, &run_id))
        return false;
    reply_flash(pg, "info",
                "The PDFs are being made; files exported after that hold their addresses.", NULL,
                NULL);
    return reply_redirect_to(
        pg, arena_printf(pg->ctx->arena, "%s/campaigns/%" PRId64 "/exports", pg->base, sent->id));
}

bool
letter_pdf_file_page(struct page *pg)
{
    const struct file_sent *sent = pg->params;
    const char *file, *name;
    if (!letter_pdf_open(pg->ctx, sent->token, &file, &name))
        return false;
    return reply_file(pg, store_relative(pg->ctx, file),
                      arena_printf(pg->ctx->arena, "%s.pdf", name), "application/pdf");
}
