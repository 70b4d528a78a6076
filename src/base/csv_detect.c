/* csv_detect: reads a sample, says what the file is when it is no table, settles the encoding and
 * hands the decoded text to csv_sniff.c and csv_header.c. See csv.h. */
#include "base/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/csv_header.h"
#include "base/csv_kind.h"
#include "base/csv_sniff.h"
#include "base/utf8.h"

enum {
    SAMPLE_START = 128 * 1024,
    SAMPLE_MAX = CSV_ROW_MAX,
    SAMPLE_LINES = 24,       /* the sample grows until it has as many lines */
    PROBE = 64 * 1024,       /* bytes read at once when looking for letters beyond ASCII */
    LETTERS_MAX = 256 * 1024 /* bytes with such letters that are enough to know the encoding */
};

struct source {
    int fd;
    uint64_t size;
    char *raw; /* the first bytes of the file */
    size_t length;
    bool whole; /* raw is the whole file */
};

static void
source_close(void *arg)
{
    struct source *source = arg;
    if (source->fd >= 0)
        close(source->fd);
    free(source->raw);
}

static bool
source_open(struct ctx *ctx, struct source *source, const char *path)
{
    struct stat status;
    source->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (source->fd < 0 || fstat(source->fd, &status) < 0)
        return err_raise(ctx, errno == ENOENT ? ERR_NOT_FOUND : ERR_UNAVAILABLE,
                         "The file %.200s cannot be read: %s.", path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return err_raise(ctx, ERR_INPUT, "%.200s is not a file. Give the path of a CSV file.",
                         path);
    source->size = (uint64_t)status.st_size;
    if (!source->size)
        return err_raise(ctx, ERR_INPUT,
                         "The file is empty. Check that the export worked and choose it again.");
    return true;
}

static bool
read_at(struct ctx *ctx, const struct source *source, char *to, size_t size, uint64_t offset,
        size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t bytes = pread(source->fd, to + *got, size - *got, (off_t)(offset + *got));
        if (bytes < 0 && errno == EINTR)
            continue;
        if (bytes < 0)
            return err_raise(ctx, ERR_UNAVAILABLE, "The file cannot be read: %s.", strerror(errno));
        if (!bytes)
            break;
        *got += (size_t)bytes;
    }
    return true;
}

static size_t
count_lines(const char *bytes, size_t length)
{
    size_t lines = 0;
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n' || bytes[i] == '\r';
    return lines;
}

/* Reads the start of the file, more of it while it has fewer lines than are wanted. */
static bool
read_sample(struct ctx *ctx, struct source *source, size_t lines)
{
    size_t size = SAMPLE_START;
    do {
        char *raw = realloc(source->raw, size + 1);
        if (!raw)
            abort();
        source->raw = raw;
        size_t got;
        if (!read_at(ctx, source, raw + source->length, size - source->length, source->length,
                     &got))
            return false;
        source->length += got;
        source->whole = source->length < size || source->length == source->size;
        size *= 2;
    } while (!source->whole && size <= SAMPLE_MAX &&
             count_lines(source->raw, source->length) < lines);
    return true;
}

static bool
is_ascii(const char *bytes, size_t length)
{
    return utf8_ascii_prefix(bytes, length) == length;
}

/* A file whose first bytes are ASCII may name its first Müller at row 100,000: collects the
 * stretches with other bytes from the rest of the file and judges by those. */
static bool
guess_from_rest(struct ctx *ctx, const struct source *source, struct charset_guess *guess)
{
    struct arena *arena = arena_new();
    char *letters = arena_alloc(arena, LETTERS_MAX);
    char *probe = arena_alloc(arena, PROBE);
    size_t used = 0, got = 1;
    bool done = true;
    for (uint64_t at = source->length; done && got && used + PROBE <= LETTERS_MAX; at += got) {
        done = read_at(ctx, source, probe, PROBE, at, &got);
        if (!done || is_ascii(probe, got))
            continue;
        /* Whole lines only, so that no character is cut at the start. */
        const char *line = memchr(probe, '\n', got);
        size_t from = line ? (size_t)(line - probe) : 0;
        memcpy(letters + used, probe + from, got - from);
        used += got - from;
        while (used && (unsigned char)letters[used - 1] >= 0x80)
            used--;
    }
    if (done && used)
        charset_detect(letters, used, false, guess);
    arena_free(arena);
    return done;
}

static bool
find_encoding(struct ctx *ctx, const struct source *source, struct csv_dialect *dialect,
              size_t *bom)
{
    struct charset_guess guess;
    if (dialect->given & CSV_GIVEN_ENCODING) {
        *bom = charset_bom(dialect->encoding, source->raw, source->length);
        dialect->sure = true;
        return true;
    }
    charset_detect(source->raw, source->length, !source->whole, &guess);
    *bom = guess.bom;
    if (!guess.bom && !source->whole && is_ascii(source->raw, source->length) &&
        !memchr(source->raw, 0, source->length)) {
        if (!guess_from_rest(ctx, source, &guess))
            return false;
    }
    memcpy(dialect->encoding, guess.name, sizeof dialect->encoding);
    /* plain letters read alike in all of them */
    dialect->sure = guess.sure || !strcmp(guess.name, "UTF-8");
    return true;
}

/* Makes the sample text, with the '\n' behind it that scans rely on. UTF-8 stays where it is, bad
 * bytes included: places in the sample are then places in the file. */
static bool
decode_sample(struct ctx *ctx, struct arena *arena, struct source *source, size_t bom,
              const struct csv_dialect *dialect, struct csv_sample *sample)
{
    struct charset_decoder *decoder;
    sample->whole = source->whole;
    sample->length = source->length - bom;
    char *text = source->raw + bom;
    if (!charset_is_utf8(dialect->encoding)) {
        if (!charset_decoder_new(ctx, arena, dialect->encoding, &decoder))
            return false;
        size_t used = sample->length, bad = 0, room = used * 3 + 16;
        text = arena_alloc(arena, room + 1);
        sample->length =
            charset_decode(decoder, source->raw + bom, &used, source->whole, text, room, &bad);
    }
    text[sample->length] = '\n';
    sample->text = text;
    return true;
}

static bool
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Excel's own line "sep=;" names the delimiter. Returns the length of the line, 0 without one. */
static size_t
separator_line(const struct csv_sample *sample, struct csv_dialect *dialect)
{
    size_t length = 4;
    bool none = (dialect->given & CSV_GIVEN_PREAMBLE) && !dialect->preamble_lines;
    if (none || sample->length < 6 || memcmp(sample->text, "sep=", 4))
        return 0;
    while (length < sample->length && !is_line_end(sample->text[length]))
        length++;
    if (length - 4 < 1 || length - 4 >= CSV_DELIMITER_SIZE)
        return 0;
    if (!(dialect->given & CSV_GIVEN_DELIMITER)) {
        memset(dialect->delimiter, 0, sizeof dialect->delimiter);
        memcpy(dialect->delimiter, sample->text + 4, length - 4);
    }
    if (sample->text[length] == '\r')
        length++;
    return length < sample->length && sample->text[length] == '\n' ? length + 1 : length;
}

static bool
check_given(struct ctx *ctx, const struct csv_dialect *dialect)
{
    unsigned given = dialect->given;
    const char *delimiter = dialect->delimiter;
    if ((given & CSV_GIVEN_DELIMITER) && strpbrk(delimiter, "\r\n"))
        return err_field(ctx, ERR_INPUT, "delimiter",
                         "A line end cannot separate cells. Choose another delimiter.");
    if ((given & CSV_GIVEN_QUOTE) && dialect->quote &&
        (is_line_end(dialect->quote) ||
         ((given & CSV_GIVEN_DELIMITER) && delimiter[0] == dialect->quote)))
        return err_field(ctx, ERR_INPUT, "quote",
                         "The quote must differ from the delimiter and from line ends. Choose "
                         "another one.");
    if ((given & CSV_GIVEN_HEADER_ROWS) && dialect->header_rows > CSV_HEADER_MAX)
        return err_field(ctx, ERR_INPUT, "header_rows",
                         "A header has at most %d rows. Choose a smaller number.", CSV_HEADER_MAX);
    return true;
}

/* Where the data rows begin, as an offset in the file. */
static void
place_data(struct csv_dialect *dialect, size_t bom, size_t before)
{
    dialect->data.skip += before;
    dialect->data.offset = bom;
    if (charset_is_utf8(dialect->encoding)) {
        dialect->data.offset += dialect->data.skip;
        dialect->data.skip = 0;
    }
}

static bool
detect_table(struct ctx *ctx, struct arena *arena, struct csv_sample *sample, size_t bom,
             struct csv_dialect *dialect)
{
    if (!sample->whole) {
        while (sample->length && !is_line_end(sample->text[sample->length - 1]))
            sample->length--;
        if (!sample->length)
            return err_raise(ctx, ERR_INPUT,
                             "The first %d MB of the file are a single line. A table has a line "
                             "for each row: check how the file was exported.",
                             SAMPLE_MAX / 1024 / 1024);
    }
    dialect->looks_like = csv_kind_of_text(sample->text, sample->length);
    unsigned given = dialect->given;
    size_t before = separator_line(sample, dialect);
    if (before) {
        /* The line counts as one of the preamble. */
        dialect->preamble_lines -= (given & CSV_GIVEN_PREAMBLE) != 0;
        dialect->given |= CSV_GIVEN_DELIMITER;
        sample->text += before;
        sample->length -= before;
    }
    csv_sniff(sample, dialect);
    bool found = csv_header_locate(ctx, arena, sample, dialect);
    dialect->given = given;
    if (!found)
        return false;
    dialect->preamble_lines += before != 0;
    dialect->data.line += before != 0;
    place_data(dialect, bom, before);
    return true;
}

bool
csv_detect(struct ctx *ctx, struct arena *arena, const char *path, const struct csv_dialect *given,
           struct csv_dialect *out)
{
    struct arena *scratch = arena_new();
    struct source source = {.fd = -1};
    struct csv_sample sample;
    size_t bom = 0;
    memset(out, 0, sizeof *out);
    if (given)
        *out = *given;
    out->header = out->original = NULL;
    out->profile = NULL;
    out->renamed = out->columns = out->header_flags = 0;
    memset(&out->data, 0, sizeof out->data);
    out->end_line = 0;
    size_t lines = SAMPLE_LINES;
    if (out->given & CSV_GIVEN_PREAMBLE)
        lines += out->preamble_lines;
    arena_defer(scratch, source_close, &source);
    bool done = check_given(ctx, out) && source_open(ctx, &source, path) &&
                read_sample(ctx, &source, lines) && find_encoding(ctx, &source, out, &bom);
    if (done) {
        bool wide = strstr(out->encoding, "16") || strstr(out->encoding, "32");
        const struct csv_kind *kind = csv_kind_of(source.raw, source.length, wide);
        if (kind)
            done = err_raise(ctx, ERR_INPUT, "This is %s, not a CSV file. %s", kind->name,
                             kind->advice);
    }
    out->bom = bom != 0;
    done = done && decode_sample(ctx, scratch, &source, bom, out, &sample) &&
           detect_table(ctx, arena, &sample, bom, out);
    arena_free(scratch);
    return done;
}
