/* See csv_input.h. A UTF-8 file is read straight into the window; any other goes through a chunk of
 * raw bytes and the decoder, and the chunks remember where their text comes from. */
#include "base/csv_input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

enum {
    BUFFER_START = 256 * 1024,
    BUFFER_SLACK = 16,     /* behind the text, for the line end that stops every scan */
    RAW_CHUNK = 32 * 1024, /* bytes decoded at once */
    RAW_GROWTH = 4         /* decoded text is at most so many times longer */
};

static char *
must_grow(char *memory, size_t size)
{
    char *bigger = realloc(memory, size);
    if (!bigger) {
        fprintf(stderr, "out of memory: %zu bytes\n", size);
        abort();
    }
    return bigger;
}

static void
input_close(void *arg)
{
    struct csv_input *input = arg;
    if (input->fd >= 0)
        close(input->fd);
    free(input->buf);
    free(input->raw);
}

bool
csv_input_open(struct ctx *ctx, struct arena *arena, const char *path, const char *encoding,
               struct csv_input *input)
{
    struct stat status;
    input->fd = open(path, O_RDONLY | O_CLOEXEC);
    arena_defer(arena, input_close, input);
    if (input->fd < 0 || fstat(input->fd, &status) < 0)
        return err_raise(ctx, errno == ENOENT ? ERR_NOT_FOUND : ERR_UNAVAILABLE,
                         "The file %.200s cannot be read: %s.", path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return err_raise(ctx, ERR_INPUT, "%.200s is not a file. Give the path of a CSV file.",
                         path);
    input->size = (uint64_t)status.st_size;
    if (!charset_is_utf8(encoding)) {
        if (!charset_decoder_new(ctx, arena, encoding, &input->decoder))
            return false;
        input->raw = must_grow(NULL, RAW_CHUNK);
    }
    input->room = BUFFER_START;
    input->buf = must_grow(NULL, input->room + BUFFER_SLACK);
    return true;
}

/* The next place at or behind `from` that is not valid text. */
static size_t
bad_from(const struct csv_input *input, size_t from)
{
    if (!input->decoder)
        return from + utf8_valid_prefix(input->buf + from, input->end - from);
    if (!input->bad)
        return input->end;
    const char *mark = memmem(input->buf + from, input->end - from, "\xEF\xBF\xBD", 3);
    return mark ? (size_t)(mark - input->buf) : input->end;
}

static size_t
nul_from(const struct csv_input *input, size_t from)
{
    const char *nul = memchr(input->buf + from, 0, input->end - from);
    return nul ? (size_t)(nul - input->buf) : input->end;
}

/* Moves what is not used up to the start of the buffer. */
static void
buffer_shift(struct csv_input *input)
{
    size_t pos = input->pos, kept = 0;
    if (!pos)
        return;
    memmove(input->buf, input->buf + pos, input->end - pos);
    /* The last chunk that starts at or before pos is still needed to name a place behind it. */
    for (size_t i = 0; i < input->chunk_count; i++) {
        if (i + 1 < input->chunk_count && input->chunks[i + 1].at <= (int64_t)pos)
            continue;
        input->chunks[kept] = input->chunks[i];
        input->chunks[kept++].at -= (int64_t)pos;
    }
    input->chunk_count = kept;
    input->end -= pos;
    input->next_nul -= pos;
    input->next_bad -= pos;
    input->pos = 0;
}

static bool
read_bytes(struct ctx *ctx, struct csv_input *input, char *to, size_t room, size_t *got)
{
    ssize_t bytes;
    do {
        bytes = pread(input->fd, to, room, (off_t)input->offset);
    } while (bytes < 0 && errno == EINTR);
    if (bytes < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "The file cannot be read any further: %s.",
                         strerror(errno));
    *got = (size_t)bytes;
    return true;
}

/* Adds decoded text behind end. */
static bool
fill_decoded(struct ctx *ctx, struct csv_input *input)
{
    size_t got;
    if (!read_bytes(ctx, input, input->raw, RAW_CHUNK, &got))
        return false;
    bool last = input->offset + got >= input->size;
    if (input->chunk_count < CSV_INPUT_CHUNKS)
        input->chunks[input->chunk_count++] =
            (struct csv_chunk){.at = (int64_t)input->end, .offset = input->offset};
    size_t used = got;
    input->end += charset_decode(input->decoder, input->raw, &used, last, input->buf + input->end,
                                 input->room - input->end, &input->bad);
    input->offset += used;
    input->eof = !used || (last && used == got);
    return true;
}

bool
csv_input_fill(struct ctx *ctx, struct csv_input *input, bool *full)
{
    buffer_shift(input);
    size_t need = input->decoder ? (size_t)RAW_CHUNK * RAW_GROWTH : 1;
    *full = false;
    if (input->room - input->end < need) {
        if (input->end >= CSV_ROW_MAX) {
            *full = true;
            return true;
        }
        input->room *= 2;
        input->buf = must_grow(input->buf, input->room + BUFFER_SLACK);
    }
    size_t before = input->end;
    if (input->decoder) {
        if (!fill_decoded(ctx, input))
            return false;
    } else {
        size_t got;
        if (!read_bytes(ctx, input, input->buf + input->end, input->room - input->end, &got))
            return false;
        input->end += got;
        input->offset += got;
        input->eof = !got || input->offset >= input->size;
    }
    input->buf[input->end] = '\n';
    if (input->next_nul == before)
        input->next_nul = nul_from(input, before);
    input->next_bad = bad_from(input, input->next_bad);
    return true;
}

bool
csv_input_seek(struct ctx *ctx, struct csv_input *input, uint64_t offset, uint64_t skip)
{
    bool full = false;
    input->pos = input->end = input->next_nul = input->next_bad = 0;
    input->chunk_count = 0;
    input->eof = false;
    input->offset = offset;
    while (!input->eof && (skip > input->end || !input->end)) {
        if (input->end && skip >= input->end) {
            skip -= input->end;
            input->pos = input->next_nul = input->next_bad = input->end;
        }
        if (!csv_input_fill(ctx, input, &full))
            return false;
    }
    input->pos = skip < input->end ? (size_t)skip : input->end;
    input->next_nul = nul_from(input, input->pos);
    input->next_bad = bad_from(input, input->pos);
    return true;
}

void
csv_input_tell(const struct csv_input *input, uint64_t *offset, uint64_t *skip)
{
    *offset = input->offset;
    *skip = 0;
    if (!input->decoder)
        *offset -= input->end - input->pos;
    for (size_t i = input->decoder ? input->chunk_count : 0; i-- > 0;) {
        const struct csv_chunk *chunk = &input->chunks[i];
        if (chunk->at <= (int64_t)input->pos) {
            *offset = chunk->offset;
            *skip = (uint64_t)((int64_t)input->pos - chunk->at);
            return;
        }
    }
}

void
csv_input_use(struct csv_input *input, size_t length, bool *nul, bool *bad)
{
    input->pos += length;
    *nul = input->next_nul < input->pos;
    *bad = input->next_bad < input->pos;
    if (*nul)
        input->next_nul = nul_from(input, input->pos);
    if (*bad)
        input->next_bad = bad_from(input, input->pos);
}
