/* Sentences to a text of the right length. See letter_sheet.h. */
#include "domain/writing/letter_sheet.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum { BODY_BYTES = 64 * 1024 };

struct letter_sentence
letter_plain(const char *text)
{
    return (struct letter_sentence){.text = text, .keeps_capital = true};
}

bool
letter_sheet_add(struct letter_sheet *sheet, struct letter_sentence sentence, int paragraph,
                 int rank)
{
    if (!sentence.text || !*sentence.text || sheet->n == SHEET_PIECES)
        return false;
    sheet->pieces[sheet->n++] =
        (struct letter_piece){.sentence = sentence, .paragraph = paragraph, .rank = rank};
    return true;
}

bool
letter_sheet_line(struct letter_sheet *sheet, struct letter_sentence sentence, int paragraph,
                  int rank)
{
    if (!letter_sheet_add(sheet, sentence, paragraph, rank))
        return false;
    sheet->pieces[sheet->n - 1].is_line = true;
    return true;
}

/* Characters of the text as it stands. */
static size_t
length_of(const struct letter_sheet *sheet)
{
    size_t length = 0;
    for (size_t i = 0; i < sheet->n; i++) {
        if (i)
            length += sheet->pieces[i].paragraph != sheet->pieces[i - 1].paragraph ? 2 : 1;
        length += text_count(sheet->pieces[i].sentence.text);
    }
    return length;
}

static bool
drop_rank(struct letter_sheet *sheet)
{
    int highest = 0;
    for (size_t i = 0; i < sheet->n; i++)
        if (sheet->pieces[i].rank > highest)
            highest = sheet->pieces[i].rank;
    size_t kept = 0;
    for (size_t i = 0; highest && i < sheet->n; i++)
        if (sheet->pieces[i].rank != highest)
            sheet->pieces[kept++] = sheet->pieces[i];
    if (highest)
        sheet->n = kept;
    return highest > 0;
}

/* The sentence with its first letter small or large. Both cases of the letters that begin our
 * sentences have the same number of bytes, so claims stay where they are. */
static void
set_case(struct arena *arena, struct letter_sentence *sentence, bool large)
{
    size_t at = 0;
    (void)text_next(sentence->text, strlen(sentence->text), &at);
    const char *first = arena_strndup(arena, sentence->text, at);
    first = large ? text_title(arena, first) : text_lower(arena, first);
    if (strlen(first) == at)
        sentence->text = arena_printf(arena, "%s%s", first, sentence->text + at);
}

/* Where a language goes on in lower case behind the greeting's comma, the second piece begins small
 * and all others large. The sender's own words stay as they are; before them the comma goes. */
static void
join_greeting(struct arena *arena, struct letter_sheet *sheet)
{
    struct letter_sentence *greeting = &sheet->pieces[0].sentence;
    size_t length = strlen(greeting->text);
    bool comma = greeting->text[length - 1] == ',';
    for (size_t i = 1; i < sheet->n; i++) {
        struct letter_sentence *sentence = &sheet->pieces[i].sentence;
        if (!sentence->keeps_capital)
            set_case(arena, sentence, i > 1 || !comma);
    }
    if (comma && sheet->n > 1 && sheet->pieces[1].sentence.is_own)
        greeting->text = arena_strndup(arena, greeting->text, length - 1);
}

/* The claims came with bytes of the body; characters are what readers of other encodings count. */
static void
count_claims(const char *body, struct letter *out)
{
    size_t characters = 0, at = 0;
    for (size_t i = 0; i < out->n_claims; i++) {
        size_t *ends[] = {&out->claims[i].start, &out->claims[i].end};
        for (size_t e = 0; e < 2; e++) {
            for (; at < *ends[e]; at++)
                characters += ((unsigned char)body[at] & 0xC0u) != 0x80u;
            *ends[e] = characters;
        }
    }
}

bool
letter_sheet_write(struct arena *arena, struct letter_sheet *sheet, size_t most, struct letter *out)
{
    while (length_of(sheet) > most && drop_rank(sheet))
        ;
    if (sheet->lower_start && sheet->n)
        join_greeting(arena, sheet);
    struct buf buf;
    buf_init(&buf, arena, BODY_BYTES);
    size_t n = 0;
    for (size_t i = 0; i < sheet->n; i++)
        n += sheet->pieces[i].sentence.n_claims;
    out->claims = ARENA_ARRAY(arena, n + 1, struct letter_claim);
    out->n_claims = 0;
    for (size_t i = 0; i < sheet->n; i++) {
        const struct letter_piece *piece = &sheet->pieces[i];
        if (i && piece->paragraph != piece[-1].paragraph)
            buf_text(&buf, "\n\n");
        else if (i)
            buf_char(&buf, piece->is_line ? '\n' : ' ');
        for (size_t c = 0; c < piece->sentence.n_claims; c++) {
            struct letter_claim claim = piece->sentence.claims[c];
            claim.start += buf.length;
            claim.end += buf.length;
            out->claims[out->n_claims++] = claim;
        }
        buf_text(&buf, piece->sentence.text);
    }
    out->body = buf.data;
    count_claims(buf.data, out);
    return length_of(sheet) <= most;
}
