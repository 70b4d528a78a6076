/* /{tenant}/campaigns/{id}/exports: the approved messages of a campaign as a file: what is asked for,
 * what was made, its progress and download, and who was left out. */
#include <string.h>

#include "base/store.h"
#include "domain/sequence/campaign_step.h"
#include "domain/letter_pdf/letter_pdf.h"
#include "domain/message/message_export.h"
#include "web/campaign/campaign_view.h"
#include "web/export/record_export_progress.h"
#include "web/message/export_pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50, LEFT_MOST = 200 };

struct of_sent {
    int64_t id, export, after;
};
static const struct param of_items[] = {PARAM_ID(struct of_sent, id),
                                        PARAM_ID_OR_NONE(struct of_sent, after)};
static const struct param one_items[] = {PARAM_ID(struct of_sent, id),
                                         PARAM_ID(struct of_sent, export)};
const struct params message_export_params = PARAMS(struct of_sent, of_items);
const struct params message_export_one_params = PARAMS(struct of_sent, one_items);

struct start_sent {
    int64_t id;
    const char *format;
    bool bom;
};
static const struct param start_items[] = {
    PARAM_ID(struct start_sent, id),
    PARAM_CHOICE(struct start_sent, format, message_export_format_names, REQUIRED),
    PARAM_FLAG(struct start_sent, bom),
};
const struct params message_export_start_params = PARAMS(struct start_sent, start_items);

/* What each format is for, beside its name. */
static const char *const hints[MESSAGE_EXPORT_FORMATS] = {
    "A row per person: email, firstName, lastName, companyName, a column per step, and the "
    "subjects.",
    "A row per person with a LinkedIn page: full_name, linkedin_url, connection_message, "
    "followup_message.",
    "A row per message with everything about it, for any other program.",
    "The same as a workbook.",
};

static const char *
path_of(struct page *pg, int64_t campaign_id, int64_t export_id, const char *rest)
{
    return campaign_view_path(
        pg, campaign_id,
        export_id ? arena_printf(pg->ctx->arena, "/exports/%" PRId64 "%s", export_id, rest)
                  : "/exports");
}

static void
show_state(struct tree *tree, const struct message_export *export)
{
    static const struct {
        const char *state, *word, *status;
    } states[] = {
        {"waiting",   "Waiting",   "info"},
        {"running",   "Running",   "info"},
        {"done",      "Ready",     "ok"  },
        {"cancelled", "Cancelled", "none"},
        {"failed",    "Failed",    "bad" },
    };
    bool expired = !strcmp(export->state, "done") && !export->file;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        if (strcmp(states[i].state, export->state) != 0)
            continue;
        tree_set(tree, "word", expired ? "Expired" : states[i].word);
        tree_set(tree, "status", expired ? "none" : states[i].status);
    }
}

static void
show_row(struct page *pg, struct tree *row, const struct message_export *export)
{
    enum message_export_format format;
    if (!message_export_format_read(pg->ctx, export->format, &format)) {
        err_clear(pg->ctx); /* a format of a later version */
        format = MESSAGE_EXPORT_CSV;
    }
    tree_set(row, "path", path_of(pg, export->campaign_id, export->export_id, ""));
    tree_set(row, "type", message_export_format_labels[format]);
    tree_set(row, "who", export->asked_by_name ? export->asked_by_name : "");
    tree_set(row, "name", message_export_file_name(pg->ctx->arena, pg->slug, export));
    tree_set(row, "error", export->error ? export->error : "");
    show_state(row, export);
    if (!strcmp(export->state, "done")) {
        tree_set(row, "people", view_number(pg, export->people));
        tree_set(row, "messages", view_number(pg, export->messages));
        tree_set(row, "left_out", view_number(pg, export->left_out));
        tree_set(row, "size", view_bytes(pg, export->size));
    }
    if (export->file)
        tree_set(row, "file", path_of(pg, export->campaign_id, export->export_id, "/file"));
    view_time(pg, row, "asked", export->asked_at);
    view_time(pg, row, "finished", export->finished_at);
    view_time(pg, row, "expires", export->expires_at);
}

static bool
show_campaign(struct page *pg, int64_t id)
{
    struct campaign campaign;
    if (!campaign_view_head(pg, id, &campaign))
        return false;
    tree_set(pg->view, "Campaign.path", campaign_view_path(pg, id, ""));
    tree_set(pg->view, "Campaign.exports", path_of(pg, id, 0, ""));
    return true;
}

static void
show_formats(struct page *pg)
{
    struct tree_list list = tree_list(pg->view, "Formats");
    const char *chosen = message_export_format_names[0];
    for (size_t i = 0; pg->sent && i < pg->sent->count; i++)
        if (!strcmp(pg->sent->values[i].name, "format"))
            chosen = pg->sent->values[i].value;
    for (size_t i = 0; i < MESSAGE_EXPORT_FORMATS; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "value", message_export_format_names[i]);
        tree_set(row, "label", message_export_format_labels[i]);
        tree_set(row, "hint", hints[i]);
        tree_set_bool(row, "checked", !strcmp(chosen, message_export_format_names[i]));
    }
}

/* Whether steps carry PDFs, and how those come along. */
static bool
show_pdf(struct page *pg, int64_t id)
{
    struct campaign_step *steps;
    struct letter_pdf_run run;
    bool found, carries = false;
    size_t n;
    if (!campaign_steps(pg->ctx, id, &steps, &n) ||
        !letter_pdf_latest(pg->ctx, 0, id, &run, &found))
        return false;
    for (size_t i = 0; i < n; i++)
        carries = carries || steps[i].pdf_template_id;
    tree_set_bool(pg->view, "Pdf.carries", carries);
    tree_set(pg->view, "Pdf.path", campaign_view_path(pg, id, "/exports/pdf"));
    if (!found)
        return true;
    bool active = !strcmp(run.state, "waiting") || !strcmp(run.state, "running");
    tree_set_bool(pg->view, "Pdf.active", active);
    tree_set(pg->view, "Pdf.made", view_number(pg, run.made));
    tree_set(pg->view, "Pdf.failed", run.failed ? view_number(pg, run.failed) : "");
    tree_set(pg->view, "Pdf.error", run.error ? run.error : "");
    view_time(pg, pg->view, "Pdf.asked", run.asked_ms);
    return true;
}

bool
message_export_page(struct page *pg)
{
    const struct of_sent *sent = pg->params;
    struct campaign_counts counts;
    struct message_export *rows;
    const char *name;
    size_t n;
    if (!show_campaign(pg, sent->id) || !campaign_counts(pg->ctx, sent->id, &counts) ||
        !message_export_list(pg->ctx, sent->id, sent->after ? sent->after : INT64_MAX, PAGE + 1,
                             &rows, &n))
        return false;
    if (!show_pdf(pg, sent->id))
        return false;
    bool may = message_export_may(pg->ctx, sent->id, &name);
    if (!may && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    err_clear(pg->ctx);
    show_formats(pg);
    tree_set_bool(pg->view, "Export.may", may);
    tree_set(pg->view, "Export.people", view_number(pg, counts.people));
    tree_set(pg->view, "Export.approved", view_number(pg, counts.approved));
    tree_set_bool(pg->view, "Export.none", counts.approved == 0);
    struct tree_list list = tree_list(pg->view, "Exports");
    for (size_t i = 0; i < n && i < PAGE; i++)
        show_row(pg, tree_row(&list), &rows[i]);
    if (n > PAGE)
        view_pager(pg, NULL, arena_printf(pg->ctx->arena, "%" PRId64, rows[PAGE - 1].export_id));
    return reply_template(pg);
}

bool
message_export_start_page(struct page *pg)
{
    const struct start_sent *sent = pg->params;
    enum message_export_format format;
    int64_t export_id;
    return message_export_format_read(pg->ctx, sent->format, &format) &&
           message_export_start(pg->ctx, sent->id, format, sent->bom, &export_id) &&
           reply_redirect_to(pg, path_of(pg, sent->id, export_id, ""));
}

static bool
read_one(struct page *pg, struct message_export *out)
{
    const struct of_sent *sent = pg->params;
    return message_export_get(pg->ctx, sent->id, sent->export, out);
}

static bool
show_progress(struct page *pg, const struct message_export *export)
{
    return record_export_progress(pg, export->job_id,
                                  path_of(pg, export->campaign_id, export->export_id, "/progress"),
                                  "people");
}

/* Who is not in the file: how many by reason, and the first of them by name. */
static bool
show_left(struct page *pg, const struct message_export *export)
{
    struct message_export_sum *sums;
    struct message_export_out *people;
    size_t n_sums, n_people;
    if (!message_export_sums(pg->ctx, export->export_id, &sums, &n_sums) ||
        !message_export_left(pg->ctx, export->export_id, NULL, LEFT_MOST + 1, &people, &n_people))
        return false;
    struct tree_list reasons = tree_list(pg->view, "Reasons"), list = tree_list(pg->view, "Left");
    for (size_t i = 0; i < n_sums; i++) {
        const struct message_export_reason *reason = message_export_reason_of(sums[i].reason);
        struct tree *row = tree_row(&reasons);
        tree_set(row, "label", reason->label);
        tree_set(row, "words", reason->words);
        tree_set(row, "people", view_number(pg, sums[i].people));
    }
    for (size_t i = 0; i < n_people && i < LEFT_MOST; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", people[i].name);
        tree_set(row, "company", people[i].company);
        tree_set(row, "reason", message_export_reason_of(people[i].reason)->label);
        if (!people[i].gone)
            tree_set(row, "path",
                     arena_printf(pg->ctx->arena, "%s/contacts/%" PRId64, pg->base,
                                  people[i].contact_id));
    }
    tree_set_bool(pg->view, "Export.more_left", n_people > LEFT_MOST);
    return true;
}

bool
message_export_show_page(struct page *pg)
{
    const struct of_sent *sent = pg->params;
    struct message_export export;
    if (!show_campaign(pg, sent->id) || !read_one(pg, &export))
        return false;
    show_row(pg, tree_node(pg->view, "Export"), &export);
    if (message_export_active(&export) ? !show_progress(pg, &export) : !show_left(pg, &export))
        return false;
    return reply_template(pg);
}

/* Polled while the job works; when it has ended, the whole page is wanted. */
bool
message_export_progress_page(struct page *pg)
{
    struct message_export export;
    if (!read_one(pg, &export))
        return false;
    if (!message_export_active(&export) || !pg->in->hx_request)
        return reply_redirect_to(pg, path_of(pg, export.campaign_id, export.export_id, ""));
    if (!show_progress(pg, &export))
        return false;
    reply_etag(pg);
    return reply_part(pg, "export/record_export_progress.part.cs");
}

bool
message_export_cancel_page(struct page *pg)
{
    struct message_export export;
    if (!read_one(pg, &export))
        return false;
    if (!job_cancel(pg->ctx, export.job_id)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        reply_flash(pg, "info", "It had ended already.", NULL, NULL);
    }
    return reply_redirect_to(pg, path_of(pg, export.campaign_id, export.export_id, ""));
}

bool
message_export_file_page(struct page *pg)
{
    struct message_export export;
    if (!read_one(pg, &export))
        return false;
    if (!export.file)
        return err_raise(pg->ctx, ERR_NOT_FOUND,
                         "The file is not there: it is kept for %d days. Export again.",
                         MESSAGE_EXPORT_DAYS);
    return reply_file(pg, store_relative(pg->ctx, export.file),
                      message_export_file_name(pg->ctx->arena, pg->slug, &export),
                      message_export_type(&export));
}
