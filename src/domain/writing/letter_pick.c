/* Choosing and filling sentences. See letter_pick.h. */
#include "domain/writing/letter_pick.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/writing/letter_article.h"

enum { SENTENCE_BYTES = 8192, SENTENCE_CLAIMS = 8, CANDIDATES = 24 };

static const char *const names[LETTER_SLOTS] = {
    [SLOT_FIRST] = "first",
    [SLOT_LAST] = "last",
    [SLOT_TITLE] = "title",
    [SLOT_CALL] = "call",
    [SLOT_CALL_LAST] = "calllast",
    [SLOT_COMPANY] = "company",
    [SLOT_THE_COMPANY] = "the",
    [SLOT_ACC_COMPANY] = "acc",
    [SLOT_DAT_COMPANY] = "dat",
    [SLOT_CITY] = "city",
    [SLOT_PEERS] = "peers",
    [SLOT_STAFF] = "staff",
    [SLOT_FOUNDED] = "founded",
    [SLOT_JOB] = "job",
    [SLOT_POST] = "post",
    [SLOT_SAYS] = "says",
    [SLOT_TERM] = "term",
    [SLOT_ON] = "on",
    [SLOT_FACT] = "fact",
    [SLOT_SENDER] = "sender",
    [SLOT_SENDER_COMPANY] = "scompany",
    [SLOT_THE_SENDER] = "sthe",
    [SLOT_DAT_SENDER] = "sdat",
    [SLOT_SENDER_ROLE] = "srole",
};

size_t
letter_chance(const struct letter_pen *pen, uint64_t salt, size_t n)
{
    /* splitmix64 (Steele, Lea, Flood 2014) */
    uint64_t x = pen->request->seed + (salt + 1) * 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    x ^= x >> 31;
    return n ? (size_t)(x % n) : 0;
}

/* The slot whose name begins at `at`; *end: behind its brace. */
static enum letter_slot
slot_at(const char *at, const char **end)
{
    size_t length = strcspn(at, "}");
    *end = at + length + (at[length] == '}');
    for (unsigned i = 0; i < LETTER_SLOTS; i++)
        if (strlen(names[i]) == length && !memcmp(names[i], at, length))
            return (enum letter_slot)i;
    return LETTER_SLOTS;
}

static bool
can_fill(const struct letter_pen *pen, const char *text)
{
    for (const char *at = strchr(text, '{'); at; at = strchr(at, '{')) {
        enum letter_slot slot = slot_at(at + 1, &at);
        if (slot == LETTER_SLOTS || !pen->slots[slot].text)
            return false;
    }
    return true;
}

/* The text of a line for this letter, or NULL. */
static const char *
fits(const struct letter_pen *pen, const struct letter_line *line, enum letter_part part, int kind)
{
    if (line->part != (uint8_t)part || line->kind != kind || !(line->tones & pen->tone))
        return NULL;
    const char *text = pen->informal && line->informal ? line->informal : line->formal;
    return *text && can_fill(pen, text) ? text : NULL;
}

static void
add_value(struct letter_sentence *out, struct buf *buf, const struct letter_fill *fill,
          const char *language)
{
    struct letter_joint joint = letter_article_join(language, buf->data, buf->length, fill->text);
    buf->length -= joint.cut;
    buf_text(buf, joint.put);
    size_t start = buf->length;
    buf_text(buf, fill->text + joint.skip);
    if (start == 0 || (start > 1 && buf->data[start - 1] == ' ' && buf->data[start - 2] == '.')) {
        /* Only our own words begin sentences small; a name keeps its way of writing. */
        if ((!fill->claim || fill->begins_ours) && buf->data[start] >= 'a' &&
            buf->data[start] <= 'z')
            buf->data[start] = (char)(buf->data[start] - 'a' + 'A');
    }
    if (!fill->claim || out->n_claims == SENTENCE_CLAIMS)
        return;
    out->claims[out->n_claims++] =
        (struct letter_claim){.start = start,
                              .end = buf->length,
                              .kind = fill->claim,
                              .snippet = fill->snippet ? fill->snippet : fill->text,
                              .url = fill->url,
                              .at = fill->at};
}

/* True of our own words that are written small: "die Stadtwerke". */
static bool
begins_small(const struct letter_pen *pen, enum letter_slot slot)
{
    const struct letter_fill *value = &pen->slots[slot];
    size_t at = 0;
    return value->begins_ours && text_is_lower(text_next(value->text, strlen(value->text), &at));
}

static struct letter_sentence
fill(const struct letter_pen *pen, const char *text)
{
    struct letter_sentence out = {.keeps_capital = *text == '^'};
    struct buf buf;
    buf_init(&buf, pen->arena, SENTENCE_BYTES);
    out.claims = ARENA_ARRAY(pen->arena, SENTENCE_CLAIMS, struct letter_claim);
    const char *at = text + (*text == '^');
    while (*at) {
        size_t plain = strcspn(at, "{");
        /* A name that ends in a full stop ends the sentence as well. */
        if (*at == '.' && buf.length && buf.data[buf.length - 1] == '.') {
            at++;
            continue;
        }
        buf_add(&buf, at, plain);
        at += plain;
        if (*at != '{')
            continue;
        enum letter_slot slot = slot_at(at + 1, &at);
        if (buf.length == 0 && slot != SLOT_ON && !begins_small(pen, slot))
            out.keeps_capital = true;
        add_value(&out, &buf, &pen->slots[slot], pen->words->code);
    }
    out.text = buf.data;
    return out;
}

static size_t
count_slots(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += *text == '{';
    return n;
}

/* The slots of a line that count for it: where names matter the line with most of them is the best
 * one; of invitations and of follow-ups any line that names somebody is as good as another. */
static size_t
weight(enum letter_part part, const char *text)
{
    size_t slots = count_slots(text);
    if (part == LETTER_HELLO || part == LETTER_SPEAK || part == LETTER_LAST || part == LETTER_INTRO)
        return slots;
    return part == LETTER_CONNECT && slots > 0;
}

struct letter_sentence
letter_pick(const struct letter_pen *pen, enum letter_part part, int kind)
{
    const char *found[CANDIDATES];
    size_t n = 0, most = 0;
    for (size_t i = 0; i < pen->words->n_lines && n < CANDIDATES; i++) {
        const char *text = fits(pen, &pen->words->lines[i], part, kind);
        size_t slots = text ? weight(part, text) : 0;
        if (!text || slots < most)
            continue;
        if (slots > most)
            n = 0;
        most = slots;
        found[n++] = text;
    }
    uint64_t salt = (uint64_t)part * 64 + (uint64_t)kind + (uint64_t)pen->touch * 4096;
    return n ? fill(pen, found[letter_chance(pen, salt, n)]) : (struct letter_sentence){0};
}

/* French keeps a hard blank before tall marks and inside its quotation marks. */
static const char *
hard_blanks(struct arena *arena, const char *text)
{
    static const char *const tall[] = {"?", "!", ";", ":", "»"};
    struct buf buf;
    buf_init(&buf, arena, SENTENCE_BYTES);
    for (const char *at = text; *at; at++) {
        bool hard = *at == ' ' && at - text >= 2 && !memcmp(at - 2, "«", 2);
        for (size_t i = 0; *at == ' ' && i < sizeof tall / sizeof *tall; i++)
            hard = hard || text_starts(at + 1, tall[i]);
        if (hard)
            buf_text(&buf, "\xC2\xA0");
        else
            buf_char(&buf, *at);
    }
    return buf.data;
}

struct letter_sentence
letter_own(const struct letter_pen *pen, const char *text)
{
    struct letter_sentence out = {.keeps_capital = true, .is_own = true};
    if (!text || !*text || !text_is_utf8(text, strlen(text)))
        return out;
    const char *whole = text_squeeze(pen->arena, text);
    if (!strcmp(pen->words->code, "fr"))
        whole = hard_blanks(pen->arena, whole);
    size_t n = strlen(whole);
    if (!n)
        return out;
    bool ends = strchr(".?!:)\"", whole[n - 1]) || text_ends(whole, "…") || text_ends(whole, "“") ||
                text_ends(whole, "”") || text_ends(whole, "»");
    out.text = ends ? whole : arena_printf(pen->arena, "%s.", whole);
    return out;
}
