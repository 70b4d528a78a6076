/* multipart/form-data, streamed. See multipart.h.
 * The stream is read into one window; whatever cannot be the beginning of a delimiter is handed on,
 * so neither a large file nor a hostile boundary makes the window grow. */
#include "web/multipart.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/conf.h"

enum { WINDOW = 64 * 1024, HEAD_MOST = 8 * 1024, BOUNDARY_MOST = 200, PARTS_MOST = PARAMS_MOST };

struct stream {
    const struct http_in *in;
    char *window;
    size_t length; /* bytes in the window */
    bool ended;
    char delimiter[BOUNDARY_MOST + 5]; /* CR LF - - boundary */
    size_t delimiter_length;
};

/* Where the bytes of a part go: to text or to a file. */
struct part {
    const char *name;
    const char *file_name; /* NULL: a text */
    const char *type;
    struct buf text;
    int fd;
    int64_t size, most;
    const char *path;
};

static bool
broken(struct ctx *ctx)
{
    return err_raise(ctx, ERR_INPUT, "The form arrived incomplete. Send it again.");
}

static void
fill(struct stream *stream)
{
    while (!stream->ended && stream->length < WINDOW) {
        size_t got = stream->in->read(stream->in->arg, stream->window + stream->length,
                                      WINDOW - stream->length);
        if (!got)
            stream->ended = true;
        stream->length += got;
    }
}

static void
drop(struct stream *stream, size_t n)
{
    stream->length -= n;
    memmove(stream->window, stream->window + n, stream->length);
}

static void
close_file(void *arg)
{
    const struct part *part = arg;
    if (part->fd >= 0)
        close(part->fd);
}

static void
remove_file(void *arg)
{
    const char *path = arg;
    unlink(path);
}

static bool
open_file(struct ctx *ctx, struct part *part)
{
    if (!ctx->conf || !ctx->conf->files)
        return err_raise(ctx, ERR_BUG, "an upload without LEADGEN_FILES");
    const char *dir = arena_printf(ctx->arena, "%s/tmp", ctx->conf->files);
    if (mkdir(dir, 0700) != 0 && errno != EEXIST)
        return err_raise(ctx, ERR_UNAVAILABLE, "the folder %s cannot be made", dir);
    char *path = arena_printf(ctx->arena, "%s/upload-XXXXXX", dir);
    part->fd = mkostemp(path, O_CLOEXEC);
    if (part->fd < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "no file can be made in %s", dir);
    part->path = path;
    arena_defer(ctx->arena, remove_file, path);
    arena_defer(ctx->arena, close_file, part);
    return true;
}

static bool
take_bytes(struct ctx *ctx, struct param_set *set, struct part *part, const char *bytes, size_t n)
{
    part->size += (int64_t)n;
    if (part->size > part->most) {
        set->too_large = true;
        return err_field(ctx, ERR_INPUT, part->name,
                         "This is larger than %lld MB, the most that is possible here.",
                         (long long)((part->most + 999999) / 1000000));
    }
    if (!part->file_name) {
        buf_add(&part->text, bytes, n);
        return true;
    }
    if (n && !part->path && !open_file(ctx, part))
        return false;
    while (n) {
        ssize_t written = write(part->fd, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return err_field(ctx, ERR_UNAVAILABLE, part->name,
                             "The disk is full. Nothing was lost: free some space and try again.");
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

/* Hands the part's bytes on until its delimiter, which is taken off. */
static bool
read_part(struct ctx *ctx, struct param_set *set, struct stream *stream, struct part *part)
{
    for (;;) {
        fill(stream);
        const char *end =
            memmem(stream->window, stream->length, stream->delimiter, stream->delimiter_length);
        size_t n = 0;
        if (end)
            n = (size_t)(end - stream->window);
        else if (!stream->ended && stream->length >= stream->delimiter_length)
            n = stream->length - (stream->delimiter_length - 1);
        else
            return broken(ctx);
        if (!take_bytes(ctx, set, part, stream->window, n))
            return false;
        drop(stream, end ? n + stream->delimiter_length : n);
        if (end)
            return true;
    }
}

/* The value of ; name="value" in a header line. Browsers send " as %22 and no backslashes. */
static const char *
attribute(struct arena *arena, const char *line, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strchr(line, ';'); at; at = strchr(at, ';')) {
        at++;
        at += strspn(at, " \t");
        if (strncasecmp(at, name, length) != 0 || at[length] != '=') {
            /* A ';' within quotes is not the end of an attribute. */
            const char *quote = strchr(at, '"');
            const char *next = strchr(at, ';');
            if (quote && next && quote < next) {
                at = strchr(quote + 1, '"');
                if (!at)
                    return NULL;
            }
            continue;
        }
        at += length + 1;
        if (*at != '"')
            return arena_strndup(arena, at, strcspn(at, "; \t"));
        const char *end = strchr(at + 1, '"');
        return end ? arena_strndup(arena, at + 1, (size_t)(end - at - 1)) : NULL;
    }
    return NULL;
}

/* The last part of a name, whichever slashes the client uses. */
static const char *
last_part(const char *name)
{
    for (const char *c = name; *c; c++)
        if (*c == '/' || *c == '\\')
            name = c + 1;
    return name;
}

/* Reads the header lines of a part; the window begins behind the delimiter and its line end. */
static bool
read_head(struct ctx *ctx, struct stream *stream, struct part *part)
{
    fill(stream);
    size_t most = stream->length < HEAD_MOST ? stream->length : HEAD_MOST;
    const char *end = memmem(stream->window, most, "\r\n\r\n", 4);
    if (!end)
        return broken(ctx);
    size_t length = (size_t)(end - stream->window);
    const char *head = arena_strndup(ctx->arena, stream->window, length);
    drop(stream, length + 4);
    if (strlen(head) != length || !text_is_utf8(head, length))
        return broken(ctx);
    part->type = "";
    for (const char *line = head; *line;) {
        size_t line_length = strcspn(line, "\r");
        const char *copy = arena_strndup(ctx->arena, line, line_length);
        if (!strncasecmp(copy, "Content-Disposition:", 20)) {
            part->name = attribute(ctx->arena, copy, "name");
            part->file_name = attribute(ctx->arena, copy, "filename");
        } else if (!strncasecmp(copy, "Content-Type:", 13)) {
            part->type = copy + 13 + strspn(copy + 13, " \t");
        }
        line += line_length;
        line += strspn(line, "\r\n");
    }
    if (!part->name || !*part->name || strlen(part->name) > PARAMS_NAME_MOST)
        return broken(ctx);
    if (part->file_name)
        part->file_name = last_part(part->file_name);
    return true;
}

static const struct param *
file_param(const struct params *params, const char *name)
{
    for (size_t i = 0; params && i < params->count; i++)
        if (params->items[i].type == PARAM_TYPE_FILE && !strcmp(params->items[i].name, name))
            return &params->items[i];
    return NULL;
}

static bool
finish_file(struct ctx *ctx, struct param_set *set, const struct part *part)
{
    if (!part->path && !*part->file_name)
        return true; /* a field left empty */
    for (size_t i = 0; i < set->n_uploads; i++)
        if (!strcmp(set->uploads[i].name, part->name))
            return err_field(ctx, ERR_INPUT, part->name, "Choose one file.");
    struct param_upload *uploads = ARENA_ARRAY(ctx->arena, set->n_uploads + 1, struct param_upload);
    if (set->n_uploads)
        memcpy(uploads, set->uploads, set->n_uploads * sizeof *uploads);
    uploads[set->n_uploads++] = (struct param_upload){
        part->name,
        {.path = part->path, .name = part->file_name, .type = part->type, .size = part->size}
    };
    set->uploads = uploads;
    return true;
}

/* One part: head, bytes, delimiter. */
static bool
take_part(struct ctx *ctx, struct param_set *set, const struct params *params,
          struct stream *stream, size_t *text_left)
{
    struct part *part = ARENA_NEW(ctx->arena, struct part);
    part->fd = -1;
    if (!read_head(ctx, stream, part))
        return false;
    const struct param *param = part->file_name ? file_param(params, part->name) : NULL;
    if (part->file_name && !param)
        return err_field(ctx, ERR_INPUT, part->name, "This page takes no file \"%s\".", part->name);
    buf_init(&part->text, ctx->arena, *text_left);
    part->most = param ? param->max : (int64_t)*text_left;
    if (!read_part(ctx, set, stream, part))
        return false;
    if (part->file_name) {
        /* An empty file that was chosen is a file too. */
        if (*part->file_name && !part->path && !open_file(ctx, part))
            return false;
        return finish_file(ctx, set, part);
    }
    *text_left -= part->text.length;
    if (strlen(part->text.data) != part->text.length ||
        !text_is_utf8(part->text.data, part->text.length))
        return err_field(ctx, ERR_INPUT, part->name, "The parameter \"%s\" is not readable text.",
                         part->name);
    params_add(ctx->arena, set, part->name, part->text.data, PARAM_FROM_BODY);
    return true;
}

static bool
open_stream(struct ctx *ctx, struct stream *stream, const struct http_in *in)
{
    const char *boundary = attribute(ctx->arena, in->content_type, "boundary");
    if (!boundary || !*boundary || strlen(boundary) > BOUNDARY_MOST)
        return broken(ctx);
    stream->in = in;
    stream->window = arena_alloc(ctx->arena, WINDOW + 1);
    stream->delimiter_length = strlen(boundary) + 4;
    memcpy(stream->delimiter, "\r\n--", 4);
    memcpy(stream->delimiter + 4, boundary, strlen(boundary) + 1);
    /* The first delimiter has no line end before it: give it one. */
    memcpy(stream->window, "\r\n", 2);
    stream->length = 2;
    return true;
}

bool
multipart_read(struct ctx *ctx, struct param_set *set, const struct params *params,
               const struct http_in *in)
{
    struct stream stream = {0};
    if (!open_stream(ctx, &stream, in))
        return false;
    size_t text_left = PARAMS_FORM_MOST;
    struct part preamble = {.name = "", .fd = -1, .most = HEAD_MOST};
    buf_init(&preamble.text, ctx->arena, HEAD_MOST);
    if (!read_part(ctx, set, &stream, &preamble))
        return false;
    for (size_t n = 0; n < PARTS_MOST; n++) {
        fill(&stream);
        if (stream.length >= 2 && !memcmp(stream.window, "--", 2))
            return true;
        size_t blanks = 0;
        while (blanks < stream.length &&
               (stream.window[blanks] == ' ' || stream.window[blanks] == '\t'))
            blanks++;
        if (stream.length < blanks + 2 || memcmp(stream.window + blanks, "\r\n", 2) != 0)
            return broken(ctx);
        drop(&stream, blanks + 2);
        if (!take_part(ctx, set, params, &stream, &text_left))
            return false;
    }
    return err_raise(ctx, ERR_INPUT, "More than %d parameters were sent.", PARTS_MOST);
}
