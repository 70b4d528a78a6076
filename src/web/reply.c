/* Replies. See reply.h. */
#include "web/reply.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "base/token.h"
#include "web/view.h"

enum { FLASH_MOST = 600, FLASH_SECONDS = 120 };

bool
reply_template(struct page *pg)
{
    pg->reply.kind = REPLY_TEMPLATE;
    pg->reply.template = pg->route->template;
    return true;
}

bool
reply_part(struct page *pg, const char *template)
{
    pg->reply.kind = REPLY_TEMPLATE;
    pg->reply.template = template;
    return true;
}

bool
reply_redirect(struct page *pg, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *path = view_vurl(pg->ctx->arena, format, args);
    va_end(args);
    return reply_redirect_to(pg, path);
}

/* A path of this site: one slash, then anything printable; "//host" and "/\host" lead elsewhere. */
static bool
is_own_path(const char *path)
{
    if (path[0] != '/' || path[1] == '/' || path[1] == '\\')
        return false;
    for (const char *c = path; *c; c++)
        if ((unsigned char)*c <= 0x20 || (unsigned char)*c >= 0x7F || *c == '\\')
            return false;
    return true;
}

bool
reply_redirect_to(struct page *pg, const char *path)
{
    pg->reply.kind = REPLY_REDIRECT;
    pg->reply.location = is_own_path(path) ? path : "/";
    return true;
}

bool
reply_file(struct page *pg, const char *stored, const char *name, const char *type)
{
    pg->reply.kind = REPLY_FILE;
    pg->reply.location = stored;
    pg->reply.file_name = name;
    pg->reply.type = type;
    return true;
}

bool
reply_stream(struct page *pg, const char *name, const char *type, reply_stream_fn *stream,
             void *stream_arg)
{
    pg->reply.kind = REPLY_STREAM;
    pg->reply.file_name = name;
    pg->reply.type = type;
    pg->reply.stream = stream;
    pg->reply.stream_arg = stream_arg;
    return true;
}

bool
reply_bytes(struct page *pg, const char *type, const char *bytes, size_t length)
{
    pg->reply.kind = REPLY_BYTES;
    pg->reply.type = type;
    pg->reply.bytes = bytes;
    pg->reply.length = length;
    return true;
}

bool
reply_form_error(struct page *pg, const char *field, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct form_error *error = ARENA_NEW(pg->ctx->arena, struct form_error);
    error->field = arena_strdup(pg->ctx->arena, field);
    error->message = arena_vprintf(pg->ctx->arena, format, args);
    va_end(args);
    struct form_error **last = &pg->errors;
    while (*last)
        last = &(*last)->next;
    *last = error;
    pg->reply.kind = REPLY_FORM;
    return true;
}

bool
reply_too_many(struct page *pg, int64_t seconds, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    pg->reply.message = arena_vprintf(pg->ctx->arena, format, args);
    va_end(args);
    pg->reply.kind = REPLY_BUSY;
    pg->reply.retry_after = seconds;
    return true;
}

void
reply_etag(struct page *pg)
{
    pg->reply.etag = true;
}

const char *
reply_cookie_name(const struct page *pg, const char *what)
{
    const struct conf *conf = pg->web->conf;
    const char *url = conf && conf->url ? conf->url : "";
    const char *host = strstr(url, "://");
    const char *colon = host ? strchr(host + 3, ':') : NULL;
    /* __Host-: the browser takes it only over https, for this very host and path /. */
    return arena_printf(pg->ctx->arena, "%sleadgen%s%.*s", conf && conf->secure ? "__Host-" : "",
                        what, colon ? (int)strspn(colon + 1, "0123456789") : 0,
                        colon ? colon + 1 : "");
}

void
reply_cookie(struct page *pg, const char *what, const char *value, int64_t seconds)
{
    struct arena *arena = pg->ctx->arena;
    const char *age =
        seconds ? arena_printf(arena, "; Max-Age=%" PRId64, seconds > 0 ? seconds : 0) : "";
    pg->reply.cookies =
        arena_printf(arena, "%sSet-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Lax%s%s\r\n",
                     pg->reply.cookies ? pg->reply.cookies : "", reply_cookie_name(pg, what), value,
                     age, pg->web->conf && pg->web->conf->secure ? "; Secure" : "");
}

void
reply_session(struct page *pg, const char *token, int64_t seconds)
{
    reply_cookie(pg, "", token, seconds);
    pg->secret = token; /* a flash set from now on belongs to the new session */
}

void
reply_session_end(struct page *pg)
{
    reply_cookie(pg, "", "", -1);
}

void
reply_flash(struct page *pg, const char *kind, const char *message, const char *label,
            const char *path)
{
    struct arena *arena = pg->ctx->arena;
    const char *text = arena_printf(arena, "%s\n%s\n%s\n%s", kind, label ? label : "",
                                    path ? path : "", text_cut(arena, message, FLASH_MOST));
    const char *packed = token_base64(arena, text, strlen(text));
    const char *mac = token_mac(arena, pg->secret, arena_printf(arena, "flash%s", packed));
    reply_cookie(pg, "_flash", arena_printf(arena, "%s.%s", packed, mac), FLASH_SECONDS);
}

void
reply_flash_undo(struct page *pg, const char *kind, const char *message, int64_t set_id)
{
    reply_flash(pg, kind, message, NULL,
                arena_printf(pg->ctx->arena, "%s/changes/%" PRId64 "/undo", pg->base, set_id));
}

/* Cuts *text at its next line end and returns the line. */
static const char *
next_line(struct arena *arena, const char **text)
{
    size_t length = strcspn(*text, "\n");
    const char *line = arena_strndup(arena, *text, length);
    *text += length + ((*text)[length] == '\n');
    return line;
}

void
reply_flash_show(struct page *pg)
{
    struct arena *arena = pg->ctx->arena;
    const char *cookie = params_cookie(arena, pg->in->cookie, reply_cookie_name(pg, "_flash"));
    if (!*cookie)
        return;
    reply_cookie(pg, "_flash", "", -1);
    const char *dot = strchr(cookie, '.');
    if (!dot || !*pg->secret)
        return;
    const char *packed = arena_strndup(arena, cookie, (size_t)(dot - cookie));
    const char *mac = token_mac(arena, pg->secret, arena_printf(arena, "flash%s", packed));
    size_t length = 0;
    const char *text = token_equal(mac, dot + 1) ? token_base64_read(arena, packed, &length) : NULL;
    if (!text)
        return;
    const char *kind = next_line(arena, &text), *label = next_line(arena, &text);
    const char *path = next_line(arena, &text), *query = pg->in->query;
    tree_set(pg->view, "Flash.kind", kind);
    tree_set(pg->view, "Flash.label", label);
    tree_set(pg->view, "Flash.message", text);
    if (*label || !*path) {
        tree_set(pg->view, "Flash.path", path);
        return;
    }
    tree_set(pg->view, "Flash.undo", path);
    tree_set(pg->view, "Flash.back",
             arena_printf(arena, "%s%s%s", pg->path, *query ? "?" : "", query));
}
