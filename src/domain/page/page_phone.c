/* The telephone numbers of a page. See page_phone.h. */
#include "domain/page/page_phone.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/phrase.h"
#include "base/text.h"
#include "domain/contact/phone_number.h"

enum {
    CONTEXT_MAX = 300,
    LINE_MAX = 220,
    TRIES_MAX = 5000,
    WRITTEN_MAX = 40,
    LABEL_BACK = 24,
    DIGITS_MIN = 7,
    DIGITS_MAX = 15
};
enum label { LABEL_NONE, LABEL_PHONE, LABEL_FAX };

struct finder {
    struct arena *arena;
    struct map *seen;
    const char *country;
    struct page_phone *of;
    size_t n, tries;
};

static void
add(struct finder *finder, const char *written, struct page_phone phone)
{
    struct phone_number read;
    enum phone_verdict verdict = phone_number_read(finder->arena, written, finder->country, &read);
    if ((verdict != PHONE_OK && verdict != PHONE_NO_COUNTRY) || finder->n == PAGE_PHONES_MAX)
        return;
    phone.e164 = verdict == PHONE_OK;
    phone.number = phone.e164 ? read.e164 : read.raw;
    phone.country = phone.e164 ? read.country : "";
    struct page_phone *known = map_get(finder->seen, phone.number);
    if (known) {
        known->linked = known->linked || phone.linked;
        return;
    }
    finder->of[finder->n] = phone;
    map_put(finder->seen, phone.number, &finder->of[finder->n++]);
}

/* The word for telephone or fax that stands right before `at`. */
static enum label
label_before(struct arena *arena, const char *text, const char *at)
{
    static const char *const phones[] = {"tel",
                                         "telefon",
                                         "telephone",
                                         "telefono",
                                         "telefoon",
                                         "phone",
                                         "call",
                                         "call us",
                                         "fon",
                                         "mobil",
                                         "mobile",
                                         "mobiel",
                                         "handy",
                                         "t",
                                         "p",
                                         "m",
                                         "zentrale",
                                         "hotline",
                                         "ruf",
                                         "rufnummer",
                                         "tfno",
                                         "movil",
                                         "telefonnummer",
                                         "phone number",
                                         "telefonni cislo",
                                         "mob",
                                         "gsm",
                                         "cell",
                                         "office",
                                         "switchboard",
                                         "ustredna",
                                         "line",
                                         "depot",
                                         "cita previa",
                                         "central",
                                         "standard",
                                         "kom",
                                         "komorka",
                                         "cellulare",
                                         "portable",
                                         "tf",
                                         "puh",
                                         "puhelin",
                                         "tlf",
                                         "telf",
                                         "ph",
                                         "ring",
                                         "infolinka",
                                         "telefax"};
    const char *start = at > text + LABEL_BACK ? at - LABEL_BACK : text;
    while (start > text && ((unsigned char)*start & 0xC0) == 0x80)
        start--;
    while (start > text && isalpha((unsigned char)start[-1]) && isalpha((unsigned char)*start))
        start--;
    const char *plain = phrase_plain(arena, arena_strndup(arena, start, (size_t)(at - start)));
    size_t length = strlen(plain);
    while (length && strchr(" ,", plain[length - 1]))
        length--;
    const char *word = plain + length;
    /* Up to "por telefono en el"; one letter is a label only right before the number. */
    for (int words = 0; words < 4 && word > plain; words++) {
        while (word > plain && word[-1] == ' ')
            word--;
        while (word > plain && word[-1] != ' ')
            word--;
        size_t n = (size_t)(plain + length - word);
        if (n >= 3 && (!strncmp(word, "fax", 3) || (n == 7 && !strncmp(word, "telefax", 7))))
            return LABEL_FAX;
        size_t one = strcspn(word, " ");
        for (size_t i = 0; i < sizeof phones / sizeof *phones; i++) {
            size_t length_of = strlen(phones[i]);
            if ((length_of == n || (length_of == one && one > 2)) &&
                !strncmp(word, phones[i], length_of))
                return LABEL_PHONE;
        }
    }
    return LABEL_NONE;
}

/* The end of a run of digits and what people write between them. *digits gets their number. */
static const char *
number_end(const char *at, size_t *digits)
{
    const char *end = at, *start = at;
    *digits = 0;
    for (; *at && at - start < WRITTEN_MAX; at++) {
        if (isdigit((unsigned char)*at)) {
            ++*digits;
            end = at + 1;
        } else if (!strncmp(at, "\xC2\xA0", 2) || !strncmp(at, "\xE2\x80\x93", 3)) {
            at += (unsigned char)*at == 0xE2 ? 2 : 1;
        } else if (!strchr(" ()/.-+", *at) || (*at == '+' && at > start)) {
            break;
        }
    }
    return end;
}

/* Stands apart: "12 Foo Street, Leeds LS6 2UP \xC2\xB7 0113 496 0172", or alone in a cell. What stands
 * behind a word may be a number of anything. */
static bool
stands_apart(const struct finder *finder, const struct page_block *block, const char *at,
             const char *end, size_t digits)
{
    static const char *const before[] = {"\xC2\xB7 ", "| ", "\xE2\x80\x93 ", "\xE2\x80\xA2 ", "- ",
                                         ", ",        ": ", "| \xC2\xA0"};
    bool free = at == block->text, call = *at == '0' || *at == '(';
    struct phone_number read;
    if (!*finder->country || block->length > LINE_MAX || digits < 9 || *at == '+')
        return false;
    for (size_t i = 0; !free && i < sizeof before / sizeof *before; i++) {
        size_t n = strlen(before[i]);
        free = (size_t)(at - block->text) >= n && !strncmp(at - n, before[i], n);
    }
    /* Where national numbers begin with no sign, only what is written in groups. */
    call = call || memchr(at, ' ', (size_t)(end - at)) || memchr(at, '.', (size_t)(end - at)) ||
           memchr(at, '-', (size_t)(end - at));
    return free && call && !isalpha((unsigned char)*end) &&
           phone_number_read(finder->arena, arena_strndup(finder->arena, at, (size_t)(end - at)),
                             finder->country, &read) == PHONE_OK &&
           !strcmp(read.country, finder->country);
}

static void
scan_block(struct finder *finder, const struct page_block *block)
{
    const char *context = NULL;
    enum label last = LABEL_NONE;
    const char *last_end = NULL;
    for (const char *p = block->text; *p; p++) {
        bool begins = isdigit((unsigned char)*p) || *p == '+' || *p == '(';
        bool inside = p > block->text && (isalnum((unsigned char)p[-1]) || strchr("./-", p[-1]));
        size_t digits;
        if (!begins || (inside && p[-1] != '.' && p[-1] != '/'))
            continue;
        const char *end = number_end(p, &digits);
        if (++finder->tries > TRIES_MAX)
            return;
        if (digits < DIGITS_MIN || digits > DIGITS_MAX) {
            p = end > p ? end - 1 : p;
            continue;
        }
        enum label label = label_before(finder->arena, block->text, p);
        /* "Tel. +49 ..., +49 ...": the word counts for what follows at once. */
        if (label == LABEL_NONE && last_end && p - last_end < 4)
            label = last;
        if (label != LABEL_NONE || *p == '+' || stands_apart(finder, block, p, end, digits)) {
            if (!context)
                context = text_cut(finder->arena, block->text, CONTEXT_MAX);
            add(finder, arena_strndup(finder->arena, p, (size_t)(end - p)),
                (struct page_phone){.context = context,
                                    .node = block->owner,
                                    .fax = label == LABEL_FAX,
                                    .frame = block->part != PAGE_PART_MAIN});
        }
        last = label;
        last_end = end;
        p = end - 1;
    }
}

static void
scan_links(struct finder *finder, const struct markup_node *root, const struct page_text *text)
{
    for (const struct markup_node *at = markup_next(root, root); at; at = markup_next(at, root)) {
        const char *href = at->tag == MARKUP_A ? markup_attr(at, "href") : NULL;
        if (!href || strncasecmp(href, "tel:", 4) != 0)
            continue;
        size_t n = 0;
        char written[WRITTEN_MAX + 1];
        for (const char *p = href + 4; *p && *p != ';' && n < WRITTEN_MAX; p++) {
            bool blank = !strncmp(p, "%20", 3);
            written[n++] = blank ? ' ' : *p;
            p += blank ? 2 : 0;
        }
        written[n] = '\0';
        add(finder, written,
            (struct page_phone){.context = markup_text(finder->arena, at, CONTEXT_MAX),
                                .node = at,
                                .linked = true,
                                .frame = text->parts[at->index] != PAGE_PART_MAIN});
    }
}

size_t
page_phone_list(struct arena *arena, const struct markup_node *root, const struct page_text *text,
                const char *country, struct page_phone **out)
{
    struct finder finder = {arena,   map_new(arena, 32),
                            country, ARENA_ARRAY(arena, PAGE_PHONES_MAX, struct page_phone),
                            0,       0};
    for (size_t i = 0; i < text->n_blocks; i++)
        scan_block(&finder, &text->blocks[i]);
    scan_links(&finder, root, text);
    *out = finder.of;
    return finder.n;
}
