/* Substring search. See snapshot_search.h. */
#include "domain/columns/snapshot_search.h"

#include <string.h>

#include "domain/snapshot/snapshot_bits.h"
#include "domain/snapshot/snapshot_grams.h"
#include "domain/snapshot/snapshot_posting.h"
#include "domain/snapshot/snapshot_runs.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { HEAD = 8, FEW = 5 };  /* rows looked at one by one: up to one in so many */
enum { AHEAD = 16 };         /* rows whose texts are asked for before their turn */
enum { ROW = 64, HIT = 16 }; /* what looking at a row costs, in bytes of runs, in rows added */

/* A word with what its places are told by: its first bytes, and three bytes to look for. */
struct probe {
    const char *word;
    size_t n, middle;
    uint64_t head, mask;
};

/* What is looked through, from a row's text to the end, and where hits go. */
struct hits {
    const char *text, *end;
    const uint32_t *from;
    size_t row;
    uint64_t *bits;
};

static struct probe
probe_of(const char *word, size_t n)
{
    struct probe probe = {.word = word, .n = n, .middle = n / 2};
    memcpy(&probe.head, word, n < HEAD ? n : HEAD);
    memset(&probe.mask, 0xFF, n < HEAD ? n : HEAD);
    return probe;
}

/* Is the word there? Reads HEAD bytes, which the texts have room for behind their end. */
static inline bool
is_at(const struct probe *probe, const char *at)
{
    uint64_t head;
    memcpy(&head, at, sizeof head);
    return (head & probe->mask) == probe->head &&
           (probe->n <= HEAD || !memcmp(at + HEAD, probe->word + HEAD, probe->n - HEAD));
}

static inline void
take_hit(const struct probe *probe, struct hits *hits, const char *at)
{
    uint32_t place = (uint32_t)(at - hits->text);
    /* in a row that was hit already, or behind the end */
    if (at >= hits->end || place < hits->from[hits->row] || !is_at(probe, at))
        return;
    while (hits->from[hits->row + 1] <= place)
        hits->row++;
    snapshot_bits_set(hits->bits, hits->row++);
}

/* Many places at a time: where the first, the middle and the last byte of the word all fit. Text is
 * followed by SNAPSHOT_TEXT_PAD bytes that may be read. */
#define SCAN(name, target_, width, vector, set, load, equal, both, mask)                           \
    target_ static void name(const struct probe *probe, struct hits *hits)                         \
    {                                                                                              \
        const vector first = set(probe->word[0]), middle = set(probe->word[probe->middle]),        \
                     last = set(probe->word[probe->n - 1]);                                        \
        const char *at = hits->text + hits->from[hits->row], *end = hits->end;                     \
        for (; at < end; at += (width)) {                                                          \
            vector a = load((const vector *)(const void *)at);                                     \
            vector b = load((const vector *)(const void *)(at + probe->middle));                   \
            vector c = load((const vector *)(const void *)(at + probe->n - 1));                    \
            unsigned fits =                                                                        \
                (unsigned)mask(both(both(equal(a, first), equal(c, last)), equal(b, middle)));     \
            for (; fits; fits &= fits - 1)                                                         \
                take_hit(probe, hits, at + __builtin_ctz(fits));                                   \
        }                                                                                          \
    }

#if defined(__x86_64__)
SCAN(scan_16, , 16, __m128i, _mm_set1_epi8, _mm_loadu_si128, _mm_cmpeq_epi8, _mm_and_si128,
     _mm_movemask_epi8)
SCAN(scan_32, __attribute__((target("avx2"))), 32, __m256i, _mm256_set1_epi8, _mm256_loadu_si256,
     _mm256_cmpeq_epi8, _mm256_and_si256, _mm256_movemask_epi8)
#endif

static void
scan_plainly(const struct probe *probe, struct hits *hits)
{
    const char *at = hits->text + hits->from[hits->row];
    while (at < hits->end && (at = memmem(at, (size_t)(hits->end - at), probe->word, probe->n)))
        take_hit(probe, hits, at++);
}

typedef void scan_fn(const struct probe *probe, struct hits *hits);

static scan_fn *
scan_of(size_t n)
{
#if defined(__x86_64__)
    if (n + 2 * sizeof(__m256i) <= SNAPSHOT_TEXT_PAD)
        return __builtin_cpu_supports("avx2") ? scan_32 : scan_16;
#endif
    (void)n;
    return scan_plainly;
}

/* What looking for a word in a segment takes. */
struct search {
    const struct snapshot_segment *segment;
    struct probe probe;
    struct hits hits;
    scan_fn *scan;
    const uint64_t *blocks; /* that may hold it; NULL: any */
};

static bool
search_begin(struct arena *arena, const struct snapshot_segment *segment, const char *word,
             uint64_t *bits, struct search *out)
{
    size_t n = strlen(word);
    *out = (struct search){
        .segment = segment,
        .probe = probe_of(word, n),
        .scan = scan_of(n),
        .hits = {.text = segment->texts[0].at,
                 .from = segment->cells[SNAPSHOT_SEARCH].at,
                 .bits = bits}
    };
    if (!n || !segment->n)
        return false;
    out->blocks = snapshot_grams_blocks(arena, segment, word, n);
    return true;
}

static void
scan_rows(struct search *search, size_t first, size_t last)
{
    search->hits.row = first;
    search->hits.end = search->hits.text + search->hits.from[last];
    search->scan(&search->probe, &search->hits);
}

static void
scan_all(struct search *search)
{
    size_t n = search->segment->n;
    if (!search->blocks) {
        scan_rows(search, 0, n);
        return;
    }
    for (size_t i = 0; i * SNAPSHOT_BLOCK < n; i++)
        if (snapshot_bits_has(search->blocks, i)) {
            size_t first = i * SNAPSHOT_BLOCK, last = first + SNAPSHOT_BLOCK;
            scan_rows(search, first, last < n ? last : n);
        }
}

/* Rows one by one, the texts of the next ones on their way. */
static void
scan_among(struct arena *arena, struct search *search, const uint64_t *among)
{
    size_t n = search->segment->n, n_rows = snapshot_bits_count(among, n);
    uint32_t *rows = ARENA_ARRAY(arena, n_rows + AHEAD, uint32_t);
    const uint32_t *from = search->hits.from;
    snapshot_bits_rows(among, n, rows);
    for (size_t i = 0; i < n_rows; i++) {
        __builtin_prefetch(&from[rows[i + AHEAD - 1]]);
        __builtin_prefetch(search->hits.text + from[rows[i + AHEAD / 2]]);
        if (!search->blocks || snapshot_bits_has(search->blocks, rows[i] / SNAPSHOT_BLOCK))
            scan_rows(search, rows[i], (size_t)rows[i] + 1);
    }
}

void
snapshot_search_texts(const char *bytes, const uint32_t *from, size_t n, const char *word,
                      uint64_t *bits)
{
    struct probe probe = probe_of(word, strlen(word));
    struct hits hits = {.text = bytes, .end = bytes + from[n], .from = from, .bits = bits};
    if (n && probe.n)
        scan_of(probe.n)(&probe, &hits);
}

/* Adds the rows of the runs that hold the text; false when there are no runs, or when looking at `most`
 * rows one by one is less work. */
static bool
add_runs(struct arena *arena, const struct snapshot_segment *segment, const char *text, size_t most,
         uint64_t *bits)
{
    size_t n = segment->n_postings[SNAPSHOT_RUNS], n_rows = 0;
    if (!n || segment->run_from[n] / ROW > most)
        return false;
    uint64_t *runs = snapshot_bits_new(arena, n, false);
    snapshot_search_texts(segment->run_bytes, segment->run_from, n, text, runs);
    for (size_t i = 0; i < n; i++)
        if (snapshot_bits_has(runs, i) && !segment->postings[SNAPSHOT_RUNS][i].dense)
            n_rows += segment->postings[SNAPSHOT_RUNS][i].count;
    if (n_rows / HIT > most)
        return false;
    for (size_t i = 0; i < n; i++)
        if (snapshot_bits_has(runs, i))
            snapshot_posting_add(segment, SNAPSHOT_RUNS, i, bits);
    return true;
}

/* Leaves of *left the rows that have a run for each piece of the word. */
static void
keep_pieces(struct arena *arena, const struct snapshot_segment *segment, const char *word,
            uint64_t *left)
{
    const char *piece;
    for (size_t n; (piece = snapshot_runs_piece(&word, &n));) {
        uint64_t *maybe = snapshot_bits_new(arena, segment->n, false);
        if (add_runs(arena, segment, arena_strndup(arena, piece, n),
                     snapshot_bits_count(left, segment->n), maybe))
            snapshot_bits_and(left, maybe, segment->n);
    }
}

/* Adds the rows that hold the word as far as runs say; false when all is said. Else *left gets the
 * rows that are to be looked at, of some (NULL: all). */
static bool
runs_leave(struct arena *arena, const struct snapshot_segment *segment, const char *word,
           const uint64_t *among, size_t most, uint64_t *bits, uint64_t **left)
{
    size_t n = segment->n, length = 0;
    const char *at = word;
    *left = among ? snapshot_bits_copy(arena, among, n) : snapshot_bits_new(arena, n, true);
    if (!add_runs(arena, segment, word, most, bits))
        return true;
    if (snapshot_runs_piece(&at, &length) == word && !word[length])
        return false;
    for (size_t i = 0; i <= n / 64; i++)
        (*left)[i] &= ~bits[i];
    keep_pieces(arena, segment, word, *left);
    return true;
}

static void
add_texts(struct arena *arena, const struct snapshot_segment *segment, const char *word,
          const uint64_t *among, size_t most, uint64_t *bits)
{
    struct search search;
    uint64_t *left;
    if (!runs_leave(arena, segment, word, among, most, bits, &left) ||
        !search_begin(arena, segment, word, bits, &search))
        return;
    if (snapshot_bits_count(left, segment->n) * FEW < segment->n)
        scan_among(arena, &search, left);
    else
        scan_all(&search);
}

uint64_t *
snapshot_search_companies(struct arena *arena, const struct snapshot_table *companies,
                          const char *word)
{
    size_t n = companies->base.n + companies->delta.n;
    uint64_t *bits = snapshot_bits_new(arena, n, false);
    uint64_t *added = snapshot_bits_new(arena, companies->delta.n, false);
    add_texts(arena, &companies->base, word, NULL, companies->base.n, bits);
    add_texts(arena, &companies->delta, word, NULL, companies->delta.n, added);
    for (size_t i = 0; i < companies->delta.n; i++)
        if (snapshot_bits_has(added, i))
            snapshot_bits_set(bits, companies->base.n + i);
    return snapshot_bits_count(bits, n) ? bits : NULL;
}

/* Rows whose company is marked, by looking at those among some (NULL: all). */
static void
look_at_companies(const struct snapshot_segment *segment, const uint64_t *companies,
                  const uint64_t *among, uint64_t *bits)
{
    const uint32_t *company = segment->cells[SNAPSHOT_COMPANY].at;
    for (size_t i = 0; i <= segment->n / 64; i++)
        for (uint64_t rest = among ? among[i] : segment->live[i]; rest; rest &= rest - 1) {
            size_t row = i * 64 + (size_t)__builtin_ctzll(rest);
            if (company[row] != SNAPSHOT_NOBODY)
                bits[i] |= (uint64_t)snapshot_bits_has(companies, company[row]) << row % 64;
        }
}

/* The same from the companies' side: those of the base alone have people in the base. */
static void
add_staff(const struct snapshot_segment *base, const uint64_t *companies, size_t n_companies,
          uint64_t *bits)
{
    const uint32_t *rows = base->orders[SNAPSHOT_BY_EMPLOYER];
    for (size_t i = 0; i <= n_companies / 64; i++)
        for (uint64_t rest = companies[i]; rest; rest &= rest - 1) {
            size_t company = i * 64 + (size_t)__builtin_ctzll(rest);
            if (company >= n_companies)
                return;
            for (uint32_t k = company ? base->staff[company - 1] : 0; k < base->staff[company]; k++)
                snapshot_bits_set(bits, rows[k]);
        }
}

static void
add_companies(const struct snapshot_table *table, const struct snapshot_segment *segment,
              const uint64_t *companies, const uint64_t *among, size_t most, uint64_t *bits)
{
    const struct snapshot_segment *theirs = &table->companies->base;
    size_t n = segment->staff ? snapshot_bits_count(companies, theirs->n) : 0;
    if (segment->staff && n * segment->n < most * theirs->n)
        add_staff(segment, companies, theirs->n, bits);
    else
        look_at_companies(segment, companies, among, bits);
}

uint64_t *
snapshot_search_rows(struct arena *arena, const struct snapshot_table *table,
                     const struct snapshot_segment *segment, const char *word,
                     const uint64_t *companies, const uint64_t *among)
{
    uint64_t *bits = snapshot_bits_new(arena, segment->n, false);
    size_t most = among ? snapshot_bits_count(among, segment->n) : segment->n;
    if (companies)
        add_companies(table, segment, companies, among, most, bits);
    add_texts(arena, segment, word, among, most, bits);
    return bits;
}
