/* Magic numbers, and the look of bytes that are no text in any encoding. See csv_kind.h. */
#include "base/csv_kind.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define SAVE_AS "Open it in the program that made it and save or export it as CSV."
#define UNPACK "Unpack it and give the CSV file inside."

enum { KIND_WORKBOOK, KIND_DOCUMENT, KIND_SHEET, KIND_ZIP, KIND_BINARY };

static const struct csv_kind special[] = {
    [KIND_WORKBOOK] = {"an Excel workbook (.xlsx)", "Give it the ending .xlsx, or save it as CSV."},
    [KIND_DOCUMENT] = {"an Office document",        SAVE_AS                                       },
    [KIND_SHEET] = {"an OpenDocument file",      SAVE_AS                                       },
    [KIND_ZIP] = {"a zip archive",             UNPACK                                        },
    [KIND_BINARY] = {"a binary file",             SAVE_AS                                       },
};

static const struct magic {
    const char *bytes;
    size_t length;
    struct csv_kind kind;
    bool like_text; /* a table could begin like this too, so a zero byte must follow */
} magics[] = {
    {"%PDF-",                            5,  {"a PDF document", SAVE_AS},                                       false},
    {"\x89PNG\r\n\x1A\n",                8,  {"a PNG image", "Choose the CSV file instead."},                   false},
    {"\xFF\xD8\xFF",                     3,  {"a JPEG image", "Choose the CSV file instead."},                  false},
    {"GIF87a",                           6,  {"a GIF image", "Choose the CSV file instead."},                   true },
    {"GIF89a",                           6,  {"a GIF image", "Choose the CSV file instead."},                   true },
    {"II*\0",                            4,  {"a TIFF image", "Choose the CSV file instead."},                  false},
    {"MM\0*",                            4,  {"a TIFF image", "Choose the CSV file instead."},                  false},
    {"\0\0\1\0",                         4,  {"an icon", "Choose the CSV file instead."},                       false},
    {"RIFF",                             4,  {"an image, sound or video file", "Choose the CSV file instead."}, true },
    {"ID3\3",                            4,  {"a sound file", "Choose the CSV file instead."},                  true },
    {"OggS",                             4,  {"a sound file", "Choose the CSV file instead."},                  true },
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8,  {"an old Office file (.xls or .doc)", SAVE_AS},                    false},
    {"\x1F\x8B",                         2,  {"a gzip archive", UNPACK},                                        false},
    {"BZh",                              3,  {"a bzip2 archive", UNPACK},                                       true },
    {"\xFD"
     "7zXZ\0",                      6,
     {"an xz archive", UNPACK},
     false                                                                                                           },
    {"7z\xBC\xAF\x27\x1C",               6,  {"a 7-Zip archive", UNPACK},                                       false},
    {"Rar!\x1A\x07",                     6,  {"a RAR archive", UNPACK},                                         false},
    {"\x28\xB5\x2F\xFD",                 4,  {"a zstd archive", UNPACK},                                        false},
    {"SQLite format 3",                  16, {"an SQLite database", "Export the table as CSV."},                false},
    {"PAR1",                             4,  {"a Parquet file", "Export the table as CSV."},                    true },
    {"\x7F"
     "ELF",                         4,
     {"a program", "Choose the CSV file instead."},
     false                                                                                                           },
    {"{\\rtf",                           5,  {"an RTF document", SAVE_AS},                                      false},
};

static bool
holds(const char *bytes, size_t length, const char *text)
{
    return memmem(bytes, length, text, strlen(text)) != NULL;
}

static const struct csv_kind *
zip_kind(const char *bytes, size_t length)
{
    if (holds(bytes, length, "xl/"))
        return &special[KIND_WORKBOOK];
    if (holds(bytes, length, "mimetypeapplication/vnd.oasis"))
        return &special[KIND_SHEET];
    if (holds(bytes, length, "word/") || holds(bytes, length, "ppt/") ||
        holds(bytes, length, "[Content_Types].xml"))
        return &special[KIND_DOCUMENT];
    return &special[KIND_ZIP];
}

/* Text in any 8-bit or multi-byte set holds hardly any control characters but the usual ones. A
 * few zero bytes are a defect of rows, many are not text. */
static bool
is_binary(const char *bytes, size_t length)
{
    static const char usual[] = "\t\n\r\f\v\b\x1A\x1B\x1C\x1D\x1E\x1F\x01\x02\x03";
    size_t control = 0, zero = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        zero += c == 0;
        control += c == 0x7F || (c && c < ' ' && !memchr(usual, c, sizeof usual - 1));
    }
    return control * 50 > length || zero * 4 > length;
}

const struct csv_kind *
csv_kind_of(const char *bytes, size_t length, bool wide)
{
    if (length >= 4 && (!memcmp(bytes, "PK\3\4", 4) || !memcmp(bytes, "PK\5\6", 4)))
        return zip_kind(bytes, length);
    bool zero = memchr(bytes, 0, length < 1024 ? length : 1024) != NULL;
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        const struct magic *magic = &magics[i];
        if (length >= magic->length && !memcmp(bytes, magic->bytes, magic->length) &&
            (zero || !magic->like_text))
            return &magic->kind;
    }
    return length && !wide && is_binary(bytes, length) ? &special[KIND_BINARY] : NULL;
}

const char *
csv_kind_of_text(const char *text, size_t length)
{
    static const struct {
        const char *start, *name;
    } starts[] = {
        {"<!doctype html", "an HTML page"     },
        {"<html",          "an HTML page"     },
        {"<?xml",          "an XML file"      },
        {"begin:vcard",    "a vCard file"     },
        {"[{",             "a JSON file"      },
        {"{\"",            "a JSON file"      },
        {"%!ps",           "a PostScript file"},
        {"received: ",     "an e-mail"        }
    };
    size_t at = 0;
    while (at < length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r'))
        at++;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t want = strlen(starts[i].start);
        if (length - at >= want && !strncasecmp(text + at, starts[i].start, want))
            return starts[i].name;
    }
    return NULL;
}
