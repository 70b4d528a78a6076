/* Runs of letters. See snapshot_runs.h. */
#include "domain/snapshot/snapshot_runs.h"

#include <string.h>

#include "domain/snapshot/snapshot_posting.h"

enum { FIRST_ROOM = 1024, FIRST_SLOTS = 4096, PAIR = 2 };

struct making {
    struct arena *scratch;
    char *text; /* "\nanna\nberg\n": each run with a line end behind it */
    size_t n_text, text_room;
    uint32_t *from; /* where a run begins in text */
    uint32_t *last; /* the row that had it last, counted from 1 */
    size_t n, room;
    uint32_t *slots; /* open hash: run or 0 */
    size_t n_slots;
    uint32_t *places; /* runs of the rows, one row after the other */
    size_t n_places, places_room;
};

/* What is not ASCII is part of a letter, or as good as one. */
static inline bool
is_letter(char c)
{
    unsigned char byte = (unsigned char)c;
    return (byte | 0x20U) - 'a' < 26U || byte >= 0x80;
}

static inline bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
is_of_address(char c)
{
    return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '@';
}

const char *
snapshot_runs_piece(const char **at, size_t *n)
{
    for (; **at; ++*at) {
        const char *first = *at;
        if (is_digit(first[0]) && is_digit(first[1])) {
            *n = PAIR;
            *at += is_digit(first[PAIR]) ? 1 : PAIR; /* pairs overlap */
            return first;
        }
        while (is_letter(**at))
            ++*at;
        if (*at > first) {
            *n = (size_t)(*at - first);
            return first;
        }
    }
    return NULL;
}

static void *
widened(struct making *making, const void *old, size_t *room, size_t size)
{
    void *wider = arena_array(making->scratch, 2 * *room, size);
    memcpy(wider, old, *room * size);
    *room *= 2;
    return wider;
}

static uint64_t
hash_of(const char *at, size_t n)
{
    uint64_t hash = n, word = 0;
    for (; n >= sizeof word; n -= sizeof word, at += sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    word = 0;
    for (size_t i = 0; i < n; i++)
        word = word << 8 | (unsigned char)at[i];
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

static size_t
length_of(const struct making *making, size_t run)
{
    return making->from[run + 1] - making->from[run] - 1;
}

static void
rehash(struct making *making)
{
    making->n_slots *= 4;
    making->slots = ARENA_ARRAY(making->scratch, making->n_slots, uint32_t);
    for (size_t run = 1; run < making->n; run++) {
        size_t slot = hash_of(making->text + making->from[run], length_of(making, run));
        for (slot &= making->n_slots - 1; making->slots[slot];)
            slot = (slot + 1) & (making->n_slots - 1);
        making->slots[slot] = (uint32_t)run;
    }
}

static uint32_t
add_run(struct making *making, const char *at, size_t n)
{
    while (making->n_text + n + 1 > making->text_room)
        making->text = widened(making, making->text, &making->text_room, 1);
    if (making->n + 2 > making->room) {
        size_t room = making->room;
        making->from = widened(making, making->from, &room, sizeof *making->from);
        making->last = widened(making, making->last, &making->room, sizeof *making->last);
    }
    memcpy(making->text + making->n_text, at, n);
    making->text[making->n_text + n] = '\n';
    making->n_text += n + 1;
    making->from[making->n + 1] = (uint32_t)making->n_text;
    return (uint32_t)making->n++;
}

static uint32_t
run_of(struct making *making, const char *at, size_t n)
{
    size_t slot = hash_of(at, n) & (making->n_slots - 1);
    for (uint32_t run; (run = making->slots[slot]);) {
        if (length_of(making, run) == n && !memcmp(making->text + making->from[run], at, n))
            return run;
        slot = (slot + 1) & (making->n_slots - 1);
    }
    uint32_t run = add_run(making, at, n);
    making->slots[slot] = run;
    if (2 * making->n > making->n_slots)
        rehash(making);
    return run;
}

static void
take_run(struct making *making, const char *first, const char *end, uint32_t row)
{
    uint32_t run = run_of(making, first, (size_t)(end - first));
    if (making->last[run] == row + 1)
        return;
    making->last[run] = row + 1;
    if (making->n_places == making->places_room)
        making->places =
            widened(making, making->places, &making->places_room, sizeof *making->places);
    making->places[making->n_places++] = run;
}

/* The end of an address, of which there are far fewer than addresses: from the sign on, and of what
 * has no sign from the first point. */
static const char *
take_end(struct making *making, const char *at, const char *end, uint32_t row)
{
    const char *last = at, *sign = NULL;
    for (; last < end && is_of_address(*last); last++)
        if (*last == '@' && !sign)
            sign = last;
    const char *first = sign ? sign : at;
    if (last - first > 1)
        take_run(making, first, last, row);
    return last;
}

static void
take_row(struct making *making, const char *at, const char *end, uint32_t row)
{
    const char *taken = at;
    while (at < end) {
        const char *first = at;
        while (at < end && is_letter(*at))
            at++;
        if (at > first)
            take_run(making, first, at, row);
        if (end - at >= PAIR && is_digit(at[0]) && is_digit(at[1]))
            take_run(making, at, at + PAIR, row);
        if (at < end && at >= taken && (*at == '.' || *at == '@'))
            taken = take_end(making, at, end, row);
        at++;
    }
}

static struct making
making_begin(struct arena *scratch, size_t n_rows)
{
    struct making making = {.scratch = scratch,
                            .text_room = FIRST_ROOM,
                            .n = 1,
                            .room = FIRST_ROOM,
                            .n_slots = FIRST_SLOTS,
                            .places_room = 8 * n_rows + FIRST_ROOM};
    making.text = ARENA_ARRAY(scratch, making.text_room, char);
    making.from = ARENA_ARRAY(scratch, making.room, uint32_t);
    making.last = ARENA_ARRAY(scratch, making.room, uint32_t);
    making.slots = ARENA_ARRAY(scratch, making.n_slots, uint32_t);
    making.places = ARENA_ARRAY(scratch, making.places_room, uint32_t);
    making.text[0] = '\n'; /* run 0: none */
    making.n_text = making.from[1] = 1;
    return making;
}

void
snapshot_runs_make(struct arena *arena, struct snapshot_segment *base, uint64_t *n_postings,
                   uint64_t *n_words, uint64_t *n_bytes)
{
    const uint32_t *text_from = base->cells[SNAPSHOT_SEARCH].at;
    const char *text = base->texts[0].at;
    struct arena *scratch = arena_new();
    struct making making = making_begin(scratch, base->n);
    uint32_t *row_from = ARENA_ARRAY(scratch, base->n + 1, uint32_t);
    for (size_t row = 0; row < base->n; row++) {
        take_row(&making, text + text_from[row], text + text_from[row + 1] - 1, (uint32_t)row);
        row_from[row + 1] = (uint32_t)making.n_places;
    }
    snapshot_posting_fill(arena, base, SNAPSHOT_RUNS, making.n, row_from, making.places, n_words);
    *n_postings = making.n;
    *n_bytes = making.n_text;
    char *bytes = arena_alloc(arena, making.n_text + SNAPSHOT_TEXT_PAD);
    uint32_t *from = ARENA_ARRAY(arena, making.n + 1, uint32_t);
    memcpy(bytes, making.text, making.n_text);
    memcpy(from, making.from, (making.n + 1) * sizeof *from);
    base->run_bytes = bytes;
    base->run_from = from;
    arena_free(scratch);
}
