/* The bytes of a document as UTF-8. See markup_bytes.h. */
#include "base/markup_bytes.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/charset.h"
#include "base/swar.h"
#include "base/utf8.h"

enum { DECLARED_WITHIN = 4096, LABEL_MAX = 24, SAMPLE = 64 * 1024 };

/* What browsers read labels as, where it is not the set of that name; the rest by their beginning,
 * because a name from outside must not reach iconv's own sets. */
static const struct {
    const char *label, *name;
} labels[] = {
    {"ascii",          "WINDOWS-1252"},
    {"big5",           "BIG5-HKSCS"  },
    {"big5-hkscs",     "BIG5-HKSCS"  },
    {"cp1250",         "WINDOWS-1250"},
    {"cp1251",         "WINDOWS-1251"},
    {"cp1252",         "WINDOWS-1252"},
    {"euc-jp",         "EUC-JP"      },
    {"euc-kr",         "CP949"       },
    {"gb18030",        "GB18030"     },
    {"gb2312",         "GB18030"     },
    {"gbk",            "GB18030"     },
    {"ibm866",         "CP866"       },
    {"iso-2022-jp",    "ISO-2022-JP" },
    {"iso-8859-1",     "WINDOWS-1252"},
    {"iso-8859-10",    "ISO-8859-10" },
    {"iso-8859-11",    "WINDOWS-874" },
    {"iso-8859-13",    "ISO-8859-13" },
    {"iso-8859-14",    "ISO-8859-14" },
    {"iso-8859-15",    "ISO-8859-15" },
    {"iso-8859-16",    "ISO-8859-16" },
    {"iso-8859-2",     "ISO-8859-2"  },
    {"iso-8859-3",     "ISO-8859-3"  },
    {"iso-8859-4",     "ISO-8859-4"  },
    {"iso-8859-5",     "ISO-8859-5"  },
    {"iso-8859-6",     "ISO-8859-6"  },
    {"iso-8859-7",     "ISO-8859-7"  },
    {"iso-8859-8",     "ISO-8859-8"  },
    {"iso-8859-8-i",   "ISO-8859-8"  },
    {"iso-8859-9",     "WINDOWS-1254"},
    {"iso8859-1",      "WINDOWS-1252"},
    {"iso8859-2",      "ISO-8859-2"  },
    {"koi8-r",         "KOI8-R"      },
    {"koi8-u",         "KOI8-U"      },
    {"ks_c_5601-1987", "CP949"       },
    {"latin1",         "WINDOWS-1252"},
    {"latin2",         "ISO-8859-2"  },
    {"macintosh",      "MACINTOSH"   },
    {"shift-jis",      "CP932"       },
    {"shift_jis",      "CP932"       },
    {"sjis",           "CP932"       },
    {"tis-620",        "WINDOWS-874" },
    {"us-ascii",       "WINDOWS-1252"},
    {"utf-16",         "UTF-16LE"    },
    {"utf-16be",       "UTF-16BE"    },
    {"utf-16le",       "UTF-16LE"    },
    {"utf-8",          "UTF-8"       },
    {"utf8",           "UTF-8"       },
    {"windows-1250",   "WINDOWS-1250"},
    {"windows-1251",   "WINDOWS-1251"},
    {"windows-1252",   "WINDOWS-1252"},
    {"windows-1253",   "WINDOWS-1253"},
    {"windows-1254",   "WINDOWS-1254"},
    {"windows-1255",   "WINDOWS-1255"},
    {"windows-1256",   "WINDOWS-1256"},
    {"windows-1257",   "WINDOWS-1257"},
    {"windows-1258",   "WINDOWS-1258"},
    {"windows-31j",    "CP932"       },
    {"windows-874",    "WINDOWS-874" },
    {"x-sjis",         "CP932"       },
};

static const char *
name_of_label(const char *label, size_t length)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (strlen(labels[i].label) == length && !strncasecmp(labels[i].label, label, length))
            return labels[i].name;
    return NULL;
}

/* The label behind "charset=" or "encoding=" at `at`: quoted or not. */
static const char *
label_at(const char *at, const char *end)
{
    while (at < end && (isspace((unsigned char)*at) || *at == '"' || *at == '\''))
        at++;
    const char *start = at;
    while (at < end && at - start < LABEL_MAX &&
           (isalnum((unsigned char)*at) || *at == '-' || *at == '_'))
        at++;
    return name_of_label(start, (size_t)(at - start));
}

/* What the document says of itself in its first bytes; NULL when nothing that is known. */
static const char *
declared(const char *bytes, size_t length)
{
    const char *end = bytes + (length < DECLARED_WITHIN ? length : DECLARED_WITHIN);
    bool xml = length > 5 && !strncasecmp(bytes, "<?xml", 5), tag = xml;
    for (const char *at = bytes; at + 9 < end; at++) {
        if (*at == '<')
            tag = !strncasecmp(at, "<meta", 5) || (xml && at == bytes);
        const char *label = NULL;
        if (tag && (*at == 'c' || *at == 'C') && !strncasecmp(at, "charset", 7))
            label = at + 7;
        else if (tag && xml && *at == 'e' && !strncmp(at, "encoding", 8))
            label = at + 8;
        if (!label)
            continue;
        while (label < end && isspace((unsigned char)*label))
            label++;
        if (label == end || *label != '=')
            continue;
        const char *name = label_at(label + 1, end);
        /* A document whose tags can be read like this is not in UTF-16. */
        if (name)
            return !strncmp(name, "UTF-16", 6) ? "UTF-8" : name;
    }
    return NULL;
}

/* More of what is not ASCII reads as UTF-8 than not. */
static bool
mostly_utf8(const char *bytes, size_t length)
{
    size_t good = 0, bad = 0, at = 0;
    while (at < length) {
        at += utf8_ascii_prefix(bytes + at, length - at);
        size_t valid = utf8_valid_prefix(bytes + at, length - at);
        for (size_t i = 0; i < valid; i++)
            good += ((unsigned char)bytes[at + i] & 0xC0) == 0xC0;
        at += valid;
        if (at < length && !utf8_is_cut(bytes + at, length - at))
            bad++;
        at += at < length;
    }
    return good > bad;
}

/* What a byte-order mark or the zero bytes of wide characters prove; NULL when neither is there. */
static const char *
proved(struct arena *arena, const char *bytes, size_t length)
{
    struct charset_guess guess;
    size_t sample = length < SAMPLE ? length : SAMPLE;
    bool marked = length > 1 && ((unsigned char)bytes[0] >= 0xEF || !bytes[0] || !bytes[1]);
    if (!marked && !memchr(bytes, '\0', sample))
        return NULL;
    charset_detect(bytes, sample, length > sample, &guess);
    bool wide = !strncmp(guess.name, "UTF-16", 6) || !strncmp(guess.name, "UTF-32", 6);
    return guess.bom || wide ? arena_strdup(arena, guess.name) : NULL;
}

/* What the letters look like: costs more than all the rest, and is asked last. */
static const char *
guessed(struct arena *arena, const char *bytes, size_t length)
{
    struct charset_guess guess;
    charset_detect(bytes, length < SAMPLE ? length : SAMPLE, length > SAMPLE, &guess);
    return arena_strdup(arena, guess.name);
}

static const char *
charset_of(struct arena *arena, const char *bytes, size_t length, bool cut, const char *hint)
{
    const char *sure = proved(arena, bytes, length);
    if (sure)
        return sure;
    const char *said = hint && *hint ? name_of_label(hint, strlen(hint)) : NULL;
    if (!said)
        said = declared(bytes, length);
    size_t valid = utf8_valid_prefix(bytes, length);
    if (valid == length || (cut && utf8_is_cut(bytes + valid, length - valid))) {
        /* Letters of these sets are written in ASCII. */
        bool escapes = said && !strcmp(said, "ISO-2022-JP") && memchr(bytes, 0x1B, length);
        return escapes ? said : "UTF-8";
    }
    if (said && strcmp(said, "UTF-8") != 0)
        return said;
    return mostly_utf8(bytes, length) ? "UTF-8" : guessed(arena, bytes, length);
}

/* Makes control characters blanks; most words of eight bytes hold none. */
static void
blank_controls(char *text, size_t n)
{
    for (size_t at = 0; at < n; at += sizeof(uint64_t)) {
        uint64_t word = 0;
        size_t part = n - at < sizeof word ? n - at : sizeof word;
        memcpy(&word, text + at, part);
        if (part == sizeof word && !((word - SWAR_EVERY * 0x20) & ~word & ~SWAR_LOW))
            continue;
        for (char *c = text + at; c < text + at + part; c++)
            if ((unsigned char)*c < 0x20 && *c != '\n' && *c != '\t' && *c != '\r')
                *c = ' ';
    }
}

bool
markup_bytes(struct ctx *ctx, const char *bytes, size_t length, const char *hint, size_t max,
             char **text, size_t *text_length, bool *cut, const char **charset)
{
    *cut = length > max;
    if (*cut)
        length = max;
    const char *name = charset_of(ctx->arena, bytes, length, *cut, hint);
    size_t bom = charset_bom(name, bytes, length), n = 0;
    char *out = NULL;
    if (!strcmp(name, "UTF-8")) {
        size_t left = length - bom;
        bool whole = utf8_valid_prefix(bytes + bom, left) == left;
        out = arena_alloc(ctx->arena, whole ? left + 1 : 3 * left + 1);
        if (whole && left)
            memcpy(out, bytes + bom, left);
        n = whole ? left : utf8_replace(bytes + bom, left, out);
        out[n] = '\0';
    } else {
        if (!charset_to_utf8(ctx, name, bytes + bom, length - bom, &out, &n))
            return false;
    }
    if (n > max) {
        for (n = max; n && ((unsigned char)out[n] & 0xC0) == 0x80;)
            n--;
        out[n] = '\0';
        *cut = true;
    }
    blank_controls(out, n);
    *text = out;
    *text_length = n;
    *charset = name;
    return true;
}
