/* Decoding by table (single-byte sets) or iconv, and the order of the questions by which a set is
 * recognised: mark, zero bytes, UTF-8's structure, then the statistics of charset_model.c with
 * uchardet's opinion on the multi-byte sets. See charset.h. */
#include "base/charset.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <uchardet.h>

#include "base/charset_model.h"
#include "base/text.h"
#include "base/utf8.h"

enum { UNIT_MAX = 4 };

struct charset_decoder {
    iconv_t iconv; /* (iconv_t)-1 for UTF-8 and single-byte sets */
    bool single;   /* every byte is one character: table */
    bool ascii;    /* and the lower half of the table is ASCII */
    bool utf8;
    size_t unit;                                    /* bytes that a bad sequence costs */
    unsigned char table[256][CHARSET_UTF8_MAX + 1]; /* length, bytes; length 0: not defined */
};

static const char REPLACEMENT[] = "\xEF\xBF\xBD";

bool
charset_is_utf8(const char *name)
{
    return text_ascii_equal_nocase(name, "UTF-8") || text_ascii_equal_nocase(name, "UTF8") ||
           text_ascii_equal_nocase(name, "US-ASCII") || text_ascii_equal_nocase(name, "ASCII");
}

size_t
charset_bom(const char *name, const char *bytes, size_t length)
{
    static const struct {
        const char *name, *mark;
        size_t length;
    } marks[] = {
        {"UTF-8",    "\xEF\xBB\xBF", 3},
        {"UTF-32LE", "\xFF\xFE\0\0", 4},
        {"UTF-32BE", "\0\0\xFE\xFF", 4},
        {"UTF-16LE", "\xFF\xFE",     2},
        {"UTF-16BE", "\xFE\xFF",     2}
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_ascii_equal_nocase(name, marks[i].name) && length >= marks[i].length &&
            !memcmp(bytes, marks[i].mark, marks[i].length))
            return marks[i].length;
    return 0;
}

static void
decoder_close(void *arg)
{
    iconv_close(arg);
}

/* One byte through iconv, from the initial state; 0 when it is no character by itself. */
static size_t
decode_byte(iconv_t iconv_handle, unsigned char byte, char *out)
{
    char in[1] = {(char)byte};
    char *from = in, *to = out;
    size_t left = 1, room = CHARSET_UTF8_MAX;
    iconv(iconv_handle, NULL, NULL, NULL, NULL);
    if (iconv(iconv_handle, &from, &left, &to, &room) == (size_t)-1 || left)
        return 0;
    iconv(iconv_handle, NULL, NULL, &to, &room);
    return CHARSET_UTF8_MAX - room;
}

/* Only plain names: iconv would take "" for the locale's set and read options behind a slash. */
static bool
is_name(const char *name)
{
    size_t length = strlen(name);
    return length && length < CHARSET_NAME_SIZE &&
           strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:") ==
               length;
}

bool
charset_table(const char *name, unsigned char table[256][CHARSET_UTF8_MAX + 1])
{
    iconv_t handle = is_name(name) ? iconv_open("UTF-8", name) : (iconv_t)-1;
    if (handle == (iconv_t)-1)
        return false;
    size_t known = 0;
    for (unsigned byte = 0; byte < 256; byte++) {
        table[byte][0] =
            (unsigned char)decode_byte(handle, (unsigned char)byte, (char *)table[byte] + 1);
        known += table[byte][0] != 0;
    }
    iconv_close(handle);
    /* Multi-byte sets leave their lead bytes open: no single-byte set has as many holes, but for
     * the Thai, Hebrew and Arabic ones, which are not multi-byte by name. */
    return known >= 128 + 48;
}

/* Sets whose bytes do not all stand for a character alone, though many of them do. */
static bool
is_multibyte(const char *name)
{
    static const char *const prefixes[] = {"UTF",         "UCS",   "SHIFT", "SJIS",     "CP932",
                                           "EUC",         "BIG5",  "CP95",  "GB",       "CP936",
                                           "CP949",       "UHC",   "JOHAB", "ISO-2022", "HZ",
                                           "WINDOWS-31J", "MS932", "MS936", "CP94"};
    char upper[CHARSET_NAME_SIZE] = "";
    for (size_t i = 0; name[i] && i + 1 < sizeof upper; i++)
        upper[i] = (char)toupper((unsigned char)name[i]);
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (text_starts(upper, prefixes[i]))
            return true;
    return false;
}

static size_t
unit_of(const char *name)
{
    if (strstr(name, "32") && text_starts(name, "UTF"))
        return 4;
    return strstr(name, "16") && text_starts(name, "UTF") ? 2 : 1;
}

bool
charset_decoder_new(struct ctx *ctx, struct arena *arena, const char *name,
                    struct charset_decoder **out)
{
    struct charset_decoder *decoder = ARENA_NEW(arena, struct charset_decoder);
    decoder->iconv = (iconv_t)-1;
    decoder->unit = unit_of(name);
    decoder->utf8 = charset_is_utf8(name);
    *out = decoder;
    if (decoder->utf8)
        return true;
    if (!is_multibyte(name) && charset_table(name, decoder->table)) {
        decoder->single = decoder->ascii = true;
        for (unsigned byte = 0; byte < 128; byte++)
            decoder->ascii &= decoder->table[byte][0] == 1 && decoder->table[byte][1] == byte;
        return true;
    }
    /* A stateful set cannot be resumed in the middle, so it is not offered. */
    bool stateful = strstr(name, "2022") || strstr(name, "UTF-7") || strstr(name, "HZ");
    if (!stateful && is_name(name))
        decoder->iconv = iconv_open("UTF-8", name);
    if (decoder->iconv == (iconv_t)-1)
        return err_field(ctx, ERR_INPUT, "encoding",
                         "\"%.40s\" is not an encoding that can be read. Choose one such as "
                         "UTF-8, WINDOWS-1250 or UTF-16LE.",
                         name);
    arena_defer(arena, decoder_close, decoder->iconv);
    return true;
}

/* A run by the table. */
static size_t
decode_single(const struct charset_decoder *decoder, const char *in, size_t *length, char *out,
              size_t size, size_t *bad)
{
    size_t from = 0, to = 0;
    while (from < *length && to + CHARSET_UTF8_MAX <= size) {
        if (decoder->ascii) {
            size_t run = *length - from < size - to ? *length - from : size - to;
            run = utf8_ascii_prefix(in + from, run);
            memcpy(out + to, in + from, run);
            from += run;
            to += run;
            if (from == *length || to + CHARSET_UTF8_MAX > size)
                break;
        }
        unsigned char byte = (unsigned char)in[from++];
        const unsigned char *entry = decoder->table[byte];
        if (!entry[0]) {
            memcpy(out + to, REPLACEMENT, 3);
            to += 3;
            ++*bad;
            continue;
        }
        memcpy(out + to, entry + 1, entry[0]);
        to += entry[0];
    }
    *length = from;
    return to;
}

static size_t
decode_utf8(const char *in, size_t *length, bool last, char *out, size_t size, size_t *bad)
{
    size_t from = 0, to = 0;
    for (;;) {
        size_t run = *length - from < size - to ? *length - from : size - to;
        size_t valid = utf8_valid_prefix(in + from, run);
        memcpy(out + to, in + from, valid);
        from += valid;
        to += valid;
        if (from == *length || size - to < UNIT_MAX ||
            (!last && utf8_is_cut(in + from, *length - from)))
            break;
        memcpy(out + to, REPLACEMENT, 3);
        to += 3;
        from++;
        ++*bad;
    }
    *length = from;
    return to;
}

static size_t
decode_iconv(const struct charset_decoder *decoder, const char *in, size_t *length, bool last,
             char *out, size_t size, size_t *bad)
{
    char *from, *to = out;
    size_t left = *length, room = size;
    /* iconv's prototype wants char ** but does not write through it. */
    memcpy(&from, &in, sizeof from);
    iconv(decoder->iconv, NULL, NULL, NULL, NULL);
    while (left && iconv(decoder->iconv, &from, &left, &to, &room) == (size_t)-1) {
        if (errno == E2BIG || (errno == EINVAL && !last) || room < 3)
            break;
        size_t step = left < decoder->unit ? left : decoder->unit;
        memcpy(to, REPLACEMENT, 3);
        to += 3;
        room -= 3;
        from += step;
        left -= step;
        ++*bad;
    }
    *length -= left;
    return size - room;
}

size_t
charset_decode(struct charset_decoder *decoder, const char *in, size_t *length, bool last,
               char *out, size_t size, size_t *bad)
{
    if (decoder->single)
        return decode_single(decoder, in, length, out, size, bad);
    if (decoder->utf8)
        return decode_utf8(in, length, last, out, size, bad);
    return decode_iconv(decoder, in, length, last, out, size, bad);
}

bool
charset_to_utf8(struct ctx *ctx, const char *name, const char *bytes, size_t length, char **text,
                size_t *text_length)
{
    struct charset_decoder *decoder;
    if (!charset_decoder_new(ctx, ctx->arena, name, &decoder))
        return false;
    size_t room = length * 3 + CHARSET_UTF8_MAX, bad = 0, from = charset_bom(name, bytes, length);
    char *out = arena_alloc(ctx->arena, room + 1);
    size_t to = 0;
    while (from < length) {
        size_t step = length - from;
        to += charset_decode(decoder, bytes + from, &step, true, out + to, room - to, &bad);
        from += step;
        if (!step)
            break;
    }
    out[to] = 0;
    *text = out;
    if (text_length)
        *text_length = to;
    return true;
}

static void
guess_set(struct charset_guess *out, const char *name, size_t bom, bool sure)
{
    memset(out, 0, sizeof *out);
    strncpy(out->name, name, sizeof out->name - 1);
    out->bom = bom;
    out->sure = sure;
}

/* A byte-order mark, or the zero bytes that ASCII leaves in UTF-16 and UTF-32. */
static bool
guess_wide(const char *sample, size_t length, struct charset_guess *out)
{
    static const char *const marked[] = {"UTF-8", "UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"};
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) {
        size_t bom = charset_bom(marked[i], sample, length);
        if (bom) {
            guess_set(out, marked[i], bom, true);
            return true;
        }
    }
    size_t zeros[4] = {0}, units = length / 4;
    for (size_t i = 0; i < units * 4; i++)
        zeros[i % 4] += sample[i] == 0;
    if (units < 2 || zeros[0] + zeros[1] + zeros[2] + zeros[3] < units)
        return false;
    size_t most = units - units / 8, few = units / 8;
    if (zeros[1] >= most && zeros[2] >= most && zeros[3] >= most && zeros[0] <= few)
        guess_set(out, "UTF-32LE", 0, false);
    else if (zeros[0] >= most && zeros[1] >= most && zeros[2] >= most && zeros[3] <= few)
        guess_set(out, "UTF-32BE", 0, false);
    else if (zeros[1] + zeros[3] >= units && zeros[0] + zeros[2] <= few * 2)
        guess_set(out, "UTF-16LE", 0, false);
    else if (zeros[0] + zeros[2] >= units && zeros[1] + zeros[3] <= few * 2)
        guess_set(out, "UTF-16BE", 0, false);
    else
        return false;
    return true;
}

/* uchardet's opinion, in iconv's words; "" when it has none. */
static void
ask_uchardet(const char *sample, size_t length, char name[CHARSET_NAME_SIZE])
{
    uchardet_t detector = uchardet_new();
    name[0] = 0;
    if (uchardet_handle_data(detector, sample, length) == 0) {
        uchardet_data_end(detector);
        strncpy(name, uchardet_get_charset(detector), CHARSET_NAME_SIZE - 1);
        name[CHARSET_NAME_SIZE - 1] = 0;
    }
    uchardet_delete(detector);
}

/* UTF-8 with lines of another set among them: as that set the good lines would become nonsense that
 * nobody notices, as UTF-8 the bad ones are told. In other sets what is a character of UTF-8 is one
 * by chance, beside several bytes that are none. */
static bool
is_mostly_utf8(const char *sample, size_t length)
{
    size_t good = 0, bad = 0;
    for (size_t at = 0; at < length; at++) {
        size_t end = at + utf8_valid_prefix(sample + at, length - at);
        for (; at < end; at++)
            good += ((unsigned char)sample[at] & 0xC0) == 0xC0;
        bad += at < length;
    }
    return good > 1 && good >= bad;
}

void
charset_detect(const char *sample, size_t length, bool cut, struct charset_guess *out)
{
    if (guess_wide(sample, length, out))
        return;
    size_t valid = utf8_valid_prefix(sample, length);
    bool ascii = utf8_ascii_prefix(sample, length) == length;
    if (valid == length ||
        (cut && length - valid < UNIT_MAX && utf8_is_cut(sample + valid, length - valid))) {
        guess_set(out, "UTF-8", 0, !ascii);
        return;
    }
    if (is_mostly_utf8(sample, length)) {
        guess_set(out, "UTF-8", 0, false);
        return;
    }
    char hint[CHARSET_NAME_SIZE];
    ask_uchardet(sample, length, hint);
    guess_set(out, charset_model_best(sample, length, hint), 0, false);
}

void
charset_unmarked(struct arena *arena, const char **bytes, size_t *length)
{
    static const char *const wide[] = {"UTF-16LE", "UTF-16BE"};
    struct ctx ctx = {.arena = arena};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        size_t bom = charset_bom(wide[i], *bytes, *length);
        char *text;
        if (bom && charset_to_utf8(&ctx, wide[i], *bytes + bom, *length - bom, &text, length)) {
            *bytes = text;
            return;
        }
    }
    size_t n = 0;
    while (n < 3 && n < *length && (*bytes)[n] == "\xEF\xBB\xBF"[n])
        n++;
    *bytes += n;
    *length -= n;
}
