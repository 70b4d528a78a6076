/* Answers. See answer.h. */
#include "web/answer.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/text.h"
#include "base/token.h"
#include "web/frame.h"
#include "web/match.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE_MOST = 16 * 1024 * 1024, HEAD_MOST = 64 * 1024, RETRY_SECONDS = 5 };

/* No inline script or style, nothing from elsewhere, no frame around us. */
#define POLICY                                                                                     \
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "              \
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

struct answer {
    int status;
    struct buf head;
    struct buf body;
};

static const struct {
    int status;
    const char *reason;
} reasons[] = {
    {200, "OK"                   },
    {201, "Created"              },
    {303, "See Other"            },
    {304, "Not Modified"         },
    {400, "Bad Request"          },
    {401, "Unauthorized"         },
    {403, "Forbidden"            },
    {404, "Not Found"            },
    {405, "Method Not Allowed"   },
    {409, "Conflict"             },
    {413, "Content Too Large"    },
    {429, "Too Many Requests"    },
    {500, "Internal Server Error"},
    {503, "Service Unavailable"  },
};

static const char *
reason_of(int status)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return reasons[i].reason;
    return "Error";
}

int
answer_status(const struct page *pg)
{
    if (pg->status)
        return pg->status;
    switch (pg->ctx->err.kind) {
    case ERR_NONE:
        return 200;
    case ERR_INPUT:
        return 400;
    case ERR_NOT_FOUND:
        return 404;
    case ERR_CONFLICT:
        return 409;
    case ERR_DENIED:
        return 403;
    case ERR_UNAVAILABLE:
        return 503;
    case ERR_BUG:
        return 500;
    }
    return 500;
}

static void
header(struct answer *answer, const char *name, const char *value)
{
    /* A line end in a value would begin a header of its own. */
    size_t length = strcspn(value, "\r\n");
    buf_printf(&answer->head, "%s: %.*s\r\n", name, (int)length, value);
}

static struct answer *
answer_new(struct page *pg, int status, const char *type)
{
    struct answer *answer = ARENA_NEW(pg->ctx->arena, struct answer);
    answer->status = status;
    buf_init(&answer->head, pg->ctx->arena, HEAD_MOST);
    buf_init(&answer->body, pg->ctx->arena, PAGE_MOST);
    if (type)
        header(answer, "Content-Type", type);
    header(answer, "Content-Security-Policy", POLICY);
    header(answer, "X-Content-Type-Options", "nosniff");
    header(answer, "Referrer-Policy", "same-origin");
    header(answer, "Cross-Origin-Opener-Policy", "same-origin");
    header(answer, "X-Request-Id", pg->request_id);
    return answer;
}

static bool
is_whole_page(const char *template)
{
    return !text_ends(template, ".part.cs");
}

/* The words at `from` up to the next tag, without blanks around them; "" when there are none. */
static const char *
words_at(struct arena *arena, const char *from)
{
    return text_trim(arena, arena_strndup(arena, from, strcspn(from, "<")));
}

/* What the field of a form is called on its page, as HTML: its label, the legend of its group or its
 * accessible name; "" when the page has no such field. */
static const char *
shown_label(struct arena *arena, const char *html, const char *field)
{
    static const char named[] = "aria-label=\"";
    const char *at = strstr(html, arena_printf(arena, " for=\"f-%s\"", field));
    if (at)
        return words_at(arena, at + strcspn(at, ">") + 1);
    at = strstr(html, arena_printf(arena, " id=\"f-%s\"", field));
    if (!at)
        return "";
    const char *end = at + strcspn(at, ">");
    if (text_starts(end, "><legend>"))
        return words_at(arena, end + strlen("><legend>"));
    const char *label = strstr(at, named);
    if (!label || label > end)
        return "";
    label += strlen(named);
    return arena_strndup(arena, label, strcspn(label, "\""));
}

/* The summary of what is wrong calls each field as the form below it does. The form has the words, in
 * its template, and the summary stands before it: so they are put in when both are there. */
static void
name_fields(struct page *pg, struct buf *body)
{
    struct arena *arena = pg->ctx->arena;
    for (const struct form_error *error = pg->errors; error; error = error->next) {
        if (!*error->field)
            continue;
        const char *link = arena_printf(arena, "<a href=\"#f-%s\">", error->field);
        const char *at = strstr(body->data, link);
        const char *label = at ? shown_label(arena, at + strlen(link), error->field) : "";
        if (!*label)
            continue;
        const char *rest = arena_strdup(arena, at + strlen(link) + strcspn(at + strlen(link), "<"));
        body->length = (size_t)(at - body->data) + strlen(link);
        buf_text(body, label);
        buf_text(body, rest);
    }
}

static bool
make_template(struct page *pg, int status, struct answer **out)
{
    struct answer *answer = answer_new(pg, status, "text/html; charset=utf-8");
    frame_fill(pg, is_whole_page(pg->reply.template));
    if (!templates_render(pg->ctx, pg->web->templates, pg->reply.template, pg->view, &answer->body))
        return false;
    name_fields(pg, &answer->body);
    *out = answer;
    return true;
}

/* A redirect. htmx would follow a 303 and put the page into a corner: it is told to go there. */
static struct answer *
make_redirect(struct page *pg, const char *location)
{
    bool htmx = pg->in->hx_request;
    struct answer *answer = answer_new(pg, htmx ? 200 : 303, NULL);
    header(answer, htmx ? "HX-Redirect" : "Location", location);
    return answer;
}

static struct answer *
make_download(struct page *pg)
{
    struct answer *answer = answer_new(pg, 200, pg->reply.type);
    header(answer, "Content-Disposition",
           arena_printf(pg->ctx->arena, "attachment; filename*=UTF-8''%s",
                        view_encode(pg->ctx->arena, pg->reply.file_name)));
    return answer;
}

/* nginx sends the file from its internal location /_files/, which is LEADGEN_FILES. */
static struct answer *
make_file(struct page *pg)
{
    struct answer *answer = make_download(pg);
    header(answer, "X-Accel-Redirect",
           arena_printf(pg->ctx->arena, "/_files/%s", pg->reply.location));
    return answer;
}

static void
add_etag(struct page *pg, struct answer *answer)
{
    const char *hash = token_sha256(pg->ctx->arena, answer->body.data, answer->body.length);
    const char *etag = arena_printf(pg->ctx->arena, "\"%.32s\"", hash);
    header(answer, "ETag", etag);
    /* nginx makes a strong tag weak when it compresses. */
    if (!strstr(pg->in->if_none_match, etag))
        return;
    answer->status = 304;
    buf_clear(&answer->body);
}

bool
answer_make(struct page *pg, int status, struct answer **out)
{
    struct reply *reply = &pg->reply;
    switch (reply->kind) {
    case REPLY_TEMPLATE:
        if (!make_template(pg, status, out))
            return false;
        break;
    case REPLY_REDIRECT:
        *out = make_redirect(pg, reply->location);
        break;
    case REPLY_FILE:
        *out = make_file(pg);
        break;
    case REPLY_BYTES:
        *out = answer_new(pg, status, reply->type);
        buf_add(&(*out)->body, reply->bytes, reply->length);
        break;
    case REPLY_STREAM:
        *out = make_download(pg);
        break;
    case REPLY_NONE:
    case REPLY_FORM:
    case REPLY_BUSY:
        return err_raise(pg->ctx, ERR_BUG, "a reply that cannot be rendered");
    }
    if ((*out)->body.over)
        return err_raise(pg->ctx, ERR_BUG, "an answer larger than %d bytes", PAGE_MOST);
    if (reply->etag && (*out)->status == 200)
        add_etag(pg, *out);
    return true;
}

/* What people read. A fault of ours says nothing of its inside; at a field it is about what was
 * sent. */
static const char *
message_of(const struct page *pg, int status)
{
    if (status == 500)
        return "Something is wrong on our side. Your data is as it was before.";
    if (status == 503 && !*pg->ctx->err.field)
        return "The database does not answer at the moment. Nothing was changed. "
               "Try again in a moment.";
    if (status == 404 && !pg->route && match_is_api(pg->path))
        return "Nothing is at this address. /api/v1/openapi.json describes those that there are.";
    if (status == 404)
        return "Nothing is at this address. It may have been deleted or merged, or it belongs to "
               "another workspace.";
    return pg->ctx->err.message;
}

/* A JSON string is built here by hand because the message is our own text: quotes and control
 * characters of names within it are replaced, which loses nothing that matters. */
static void
json_text(struct buf *buf, const char *text)
{
    buf_char(buf, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buf_char(buf, '\\');
        buf_char(buf, (unsigned char)*text < 0x20 ? ' ' : *text);
    }
    buf_char(buf, '"');
}

static struct answer *
error_json(struct page *pg, int status)
{
    struct answer *answer = answer_new(pg, status, "application/json");
    buf_text(&answer->body, "{\"error\":{\"kind\":");
    json_text(&answer->body, err_kind_name(pg->ctx->err.kind));
    buf_text(&answer->body, ",\"message\":");
    json_text(&answer->body, message_of(pg, status));
    buf_text(&answer->body, ",\"field\":");
    json_text(&answer->body, pg->ctx->err.field);
    buf_text(&answer->body, ",\"request\":");
    json_text(&answer->body, pg->request_id);
    buf_text(&answer->body, "}}\n");
    return answer;
}

/* What is wrong with the address of a page, each thing by itself, and where to go on. */
static void
show_ways_on(struct page *pg)
{
    const struct mended *mended = &pg->mended;
    struct tree_list more = tree_list(pg->view, "Error.more");
    if (pg->errors && mended->whole)
        tree_set(pg->view, "Error.message", pg->errors->message);
    else if (pg->errors && *pg->errors->field)
        tree_set(pg->view, "Error.message",
                 arena_printf(pg->ctx->arena,
                              "The address of this page says nothing, or nothing that is known, at "
                              "\"%s\". %s",
                              pg->errors->field, pg->errors->message));
    for (const struct form_error *e = pg->errors; mended->whole && e; e = e->next)
        if (e != pg->errors)
            tree_set(tree_row(&more), "message", e->message);
    if (mended->path) {
        tree_set(pg->view, "Error.mended", mended->path);
        tree_set(pg->view, "Error.mended_label", mended->label);
    }
    if (mended->whole) {
        tree_set(pg->view, "Error.whole", mended->whole);
        tree_set(pg->view, "Error.whole_label", mended->whole_label);
    }
}

/* What was sent came too late: back to the page that shows how it stands, the nearest above the address. */
static void
show_way_back(struct page *pg)
{
    struct arena *arena = pg->ctx->arena;
    const char *path = pg->path, *allow;
    for (const char *end = strrchr(path, '/'); end > path; end = strrchr(path, '/')) {
        struct param_set values = {0};
        path = arena_strndup(arena, path, (size_t)(end - path));
        if (!strcmp(path, pg->base))
            return;
        if (!match_route(arena, pg->web, "GET", path, &values, &allow))
            continue;
        tree_set(pg->view, "Error.mended", path);
        tree_set(pg->view, "Error.mended_label", "See how it stands");
        return;
    }
}

static struct answer *
error_page(struct page *pg, int status)
{
    const char *message = message_of(pg, status);
    pg->view = tree_new(pg->ctx->arena);
    tree_set_i64(pg->view, "Error.status", status);
    tree_set(pg->view, "Error.message", message);
    if (status == 400 && pg->route && pg->route->method == GET)
        show_ways_on(pg);
    if (status == 409)
        show_way_back(pg);
    pg->reply.template = pg->in->hx_request ? "error/error.part.cs"
                                            : arena_printf(pg->ctx->arena, "error/%d.cs", status);
    if (!templates_have(pg->web->templates, pg->reply.template))
        pg->reply.template = "error/500.cs";
    err_clear(pg->ctx);
    struct answer *answer = NULL;
    if (make_template(pg, status, &answer))
        return answer;
    answer = answer_new(pg, status, "text/plain; charset=utf-8");
    buf_text(&answer->body, message);
    return answer;
}

struct answer *
answer_error(struct page *pg)
{
    int status = answer_status(pg);
    struct answer *answer = NULL;
    if (pg->sign_in)
        answer = make_redirect(pg, pg->sign_in);
    else if (match_is_api(pg->path) || (pg->route && pg->route->caller == TOKEN))
        answer = error_json(pg, status);
    else
        answer = error_page(pg, status);
    if (status == 405 && pg->allow)
        header(answer, "Allow", pg->allow);
    if (status == 401 && !pg->sign_in)
        header(answer, "WWW-Authenticate", "Bearer");
    int64_t retry = pg->reply.retry_after ? pg->reply.retry_after : RETRY_SECONDS;
    if (status == 429 || status == 503)
        header(answer, "Retry-After", arena_printf(pg->ctx->arena, "%" PRId64, retry));
    return answer;
}

/* The status is out when something goes wrong here: what can be done is to say so, in the log and at
 * the end of the file, so that nobody takes a part for the whole. */
static void
write_stream(struct page *pg, const struct http_out *out)
{
    static const char broken[] = "\r\nTHE DOWNLOAD BROKE OFF HERE. TRY IT AGAIN.\r\n";
    if (pg->reply.stream(pg, pg->reply.stream_arg, out->write, out->arg))
        return;
    LOG_EVENT(LOG_LEVEL_ERROR, "stream", LOG_TEXT("request", pg->request_id),
              LOG_TEXT("message", pg->ctx->err.message));
    out->write(out->arg, broken, sizeof broken - 1);
}

int
answer_write(struct page *pg, const struct answer *answer, const struct http_out *out)
{
    struct buf all;
    buf_init(&all, pg->ctx->arena, HEAD_MOST * 2);
    buf_printf(&all, "Status: %d %s\r\n", answer->status, reason_of(answer->status));
    buf_text(&all, answer->head.data);
    /* What a session sees is kept by nobody, except what is polled: the browser keeps and asks. */
    buf_printf(&all, "Cache-Control: %s\r\n",
               pg->reply.etag ? "private, no-cache" : "private, no-store");
    buf_text(&all, "Vary: Cookie, HX-Request\r\n");
    /* Only what was rendered can hold a form that needs it. */
    if (pg->new_secret && pg->reply.kind == REPLY_TEMPLATE)
        reply_cookie(pg, "_pre", pg->secret, 0);
    if (pg->reply.cookies)
        buf_text(&all, pg->reply.cookies);
    buf_text(&all, "\r\n");
    bool wants_body =
        out->write(out->arg, all.data, all.length) && strcmp(pg->in->method, "HEAD") != 0;
    if (wants_body && answer->status == 200 && pg->reply.kind == REPLY_STREAM)
        write_stream(pg, out);
    else if (wants_body && answer->body.length)
        out->write(out->arg, answer->body.data, answer->body.length);
    return answer->status;
}
