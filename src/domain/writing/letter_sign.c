/* The end of an e-mail. See letter_sign.h. */
#include "domain/writing/letter_sign.h"

#include <string.h>

#include "base/text.h"
#include "domain/writing/letter_quote.h"

/* Longest texts that are taken from the sender. */
enum { SIGNATURE_MOST = 1000, ADDRESS_MOST = 500 };

/* Whole lines of `text` while they keep to `most` characters. */
static const char *
whole_lines(struct arena *arena, const char *text, size_t most)
{
    size_t length = text ? strlen(text) : 0, kept = 0;
    if (!length || !text_is_utf8(text, length))
        return NULL;
    for (size_t at = 0; at < length;) {
        size_t end = at + strcspn(text + at, "\r\n");
        if (text_count(arena_strndup(arena, text, end)) > most)
            break;
        kept = end;
        at = end + strspn(text + end, "\r\n");
    }
    const char *out = text_trim(arena, arena_strndup(arena, text, kept));
    return *out ? out : NULL;
}

/* The signature without the closing words that it may begin with: the letter has its own. */
static const char *
without_closing(struct arena *arena, const char *signature)
{
    static const char *const closings[] = {
        "best",         "best regards",       "best wishes",
        "cheers",       "kind regards",       "regards",
        "sincerely",    "warm regards",       "yours sincerely",
        "hezky den",    "s pozdravem",        "s uctou",
        "zdravim",      "beste grusse",       "freundliche grusse",
        "gruss",        "herzliche grusse",   "liebe grusse",
        "mfg",          "mit besten grussen", "mit freundlichen grussen",
        "viele grusse", "bien a vous",        "bien cordialement",
        "cordialement", "salutations",        "atentamente",
        "saludos",      "un cordial saludo",  "un saludo",
    };
    if (!signature)
        return NULL;
    size_t line = strcspn(signature, "\r\n");
    char *first = text_fold(arena, arena_strndup(arena, signature, line));
    for (size_t n = strlen(first); n && strchr(" ,.!", first[n - 1]); n--)
        first[n - 1] = '\0';
    for (size_t i = 0; i < sizeof closings / sizeof *closings; i++)
        if (!strcmp(closings[i], first)) {
            const char *rest = signature + line + strspn(signature + line, "\r\n");
            return *rest ? rest : NULL;
        }
    return signature;
}

void
letter_sign(const struct letter_pen *pen, struct letter_sheet *sheet)
{
    const struct letter_fill *slots = pen->slots;
    const char *signature = whole_lines(pen->arena, pen->request->sender.signature, SIGNATURE_MOST);
    const char *address =
        whole_lines(pen->arena, pen->request->sender.postal_address, ADDRESS_MOST);
    const char *name = slots[SLOT_SENDER].text;
    signature = without_closing(pen->arena, signature);
    letter_sheet_add(sheet, letter_pick(pen, LETTER_CLOSE, 0), 90, STAYS);
    if (signature) {
        bool begins = name && text_starts(signature, name);
        if (name && !begins)
            letter_sheet_line(sheet, letter_plain(name), 90, STAYS);
        letter_sheet_line(sheet, letter_plain(signature), 90, begins ? STAYS : SIGNED);
    } else {
        letter_sheet_line(sheet, letter_plain(name), 90, STAYS);
        letter_sheet_line(sheet, letter_plain(slots[SLOT_SENDER_ROLE].text), 90, SIGNED);
        letter_sheet_line(sheet,
                          letter_plain(letter_value(pen->arena, pen->request->sender.company, 120)),
                          90, SIGNED);
    }
    if (address && !(signature && strstr(signature, address)))
        letter_sheet_add(sheet, letter_plain(address), 91, STAYS);
}
