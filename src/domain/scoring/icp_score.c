/* What a model finds on pages. See icp_score.h. */
#include "domain/scoring/icp_score.h"

#include <string.h>

#include "base/buf.h"
#include "base/needle.h"
#include "base/text.h"

/* Whose a needle is. */
struct owner {
    uint32_t signal;
    bool not_near;
};

struct icp_scorer {
    const struct icp_model *model;
    struct needles *needles;
    struct owner *owners;
    size_t n_needles;
    struct icp_texts negations, ends; /* folded */
    struct arena *scratch;            /* of one page */
    struct icp_texts *links;          /* by signal, in small letters */
    unsigned frames;                  /* not 0: some signal looks into frames */
};

/* --- making ready ---------------------------------------------------------------------------- */

static void
add_needles(struct needle *needles, struct icp_scorer *scorer, size_t signal,
            const struct icp_texts *texts, bool pattern, bool not_near)
{
    for (size_t i = 0; i < texts->n; i++) {
        needles[scorer->n_needles] = (struct needle){texts->of[i], pattern, not_near};
        scorer->owners[scorer->n_needles++] = (struct owner){(uint32_t)signal, not_near};
    }
}

/* Words as they stand in folded text. */
static struct icp_texts
folded(struct arena *arena, const struct icp_texts *texts)
{
    struct icp_texts out = {ARENA_ARRAY(arena, texts->n + 1, const char *), texts->n};
    for (size_t i = 0; i < texts->n; i++) {
        char *text = text_fold(arena, texts->of[i]);
        /* a typed apostrophe has two forms */
        char *curly = strstr(text, "\xE2\x80\x99");
        if (curly) {
            *curly = '\'';
            memmove(curly + 1, curly + 3, strlen(curly + 3) + 1);
        }
        out.of[i] = text;
    }
    return out;
}

static void
free_arena(void *arena)
{
    arena_free(arena);
}

bool
icp_scorer_open(struct ctx *ctx, struct arena *owner, const struct icp_model *model,
                struct icp_scorer **out)
{
    struct icp_scorer *scorer = ARENA_NEW(owner, struct icp_scorer);
    size_t n = 0;
    for (size_t i = 0; i < model->n_signals; i++)
        n += model->signals[i].phrases.n + model->signals[i].patterns.n +
             model->signals[i].not_near.n;
    if (n > NEEDLES_MOST)
        return err_field(ctx, ERR_INPUT, "signals", "A model has at most %d phrases in all.",
                         NEEDLES_MOST);
    struct needle *needles = ARENA_ARRAY(ctx->arena, n + 1, struct needle);
    scorer->owners = ARENA_ARRAY(owner, n + 1, struct owner);
    scorer->links = ARENA_ARRAY(owner, model->n_signals + 1, struct icp_texts);
    for (size_t i = 0; i < model->n_signals; i++) {
        const struct icp_signal *signal = &model->signals[i];
        if (!signal->on)
            continue;
        add_needles(needles, scorer, i, &signal->phrases, false, false);
        add_needles(needles, scorer, i, &signal->patterns, true, false);
        add_needles(needles, scorer, i, &signal->not_near, false, true);
        scorer->links[i] = folded(owner, &signal->links);
        scorer->frames |= signal->frame;
    }
    scorer->model = model;
    scorer->negations = folded(owner, &model->negations);
    scorer->ends = folded(owner, &model->negation_ends);
    scorer->scratch = arena_new();
    arena_defer(owner, free_arena, scorer->scratch);
    *out = scorer;
    return needles_compile(ctx, owner, needles, scorer->n_needles, &scorer->needles);
}

/* --- negation and nearness ------------------------------------------------------------------- */

static bool
holds(const struct icp_texts *words, const char *word, size_t length)
{
    for (size_t i = 0; i < words->n; i++)
        if (strlen(words->of[i]) == length && !memcmp(words->of[i], word, length))
            return true;
    return false;
}

static bool
blank(char c)
{
    return c == ' ' || c == '\n';
}

/* Goes back over the words before the place, as far as its sentence and the model's window reach. */
static bool
negated(const struct icp_scorer *scorer, const struct needle_text *text, size_t at)
{
    const char *folded_text = text->folded;
    for (int64_t words = 0; words < scorer->model->negation_words; words++) {
        while (at > 0 && folded_text[at - 1] == ' ')
            at--;
        size_t end = at;
        while (at > 0 && !blank(folded_text[at - 1]))
            at--;
        if (at == end || strchr(".!?;:", folded_text[end - 1]))
            return false;
        size_t from = at;
        while (from < end && strchr("\"'([{,", folded_text[from]))
            from++;
        while (end > from && strchr("\"')]},", folded_text[end - 1]))
            end--;
        if (holds(&scorer->ends, folded_text + from, end - from))
            return false;
        if (holds(&scorer->negations, folded_text + from, end - from))
            return true;
    }
    return false;
}

/* Words between two places; 0 when they touch or overlap. Stops to count past `most`. */
static int64_t
words_between(const struct needle_text *text, size_t from, size_t to, int64_t most)
{
    int64_t words = 0;
    bool in_word = false;
    for (size_t at = from; at < to && words <= most; at++) {
        bool letter = !blank(text->folded[at]);
        words += letter && !in_word;
        in_word = letter;
    }
    return words;
}

static bool
near_another(const struct icp_scorer *scorer, const struct needle_text *text,
             const struct needle_hit *hits, size_t n, size_t i)
{
    const struct needle_hit *hit = &hits[i];
    int64_t most = scorer->model->near_words;
    for (size_t k = 0; k < n; k++) {
        const struct owner *owner = &scorer->owners[hits[k].needle];
        if (!owner->not_near || owner->signal != scorer->owners[hit->needle].signal)
            continue;
        size_t from = hits[k].to < hit->from ? hits[k].to : hit->to;
        size_t to = hits[k].to < hit->from ? hit->from : hits[k].from;
        if (from >= to || words_between(text, from, to, most) <= most)
            return true;
    }
    return false;
}

/* --- one company ----------------------------------------------------------------------------- */

/* What is known of a signal so far. */
struct tally {
    int64_t percent, places, phrases;
    int64_t on_page; /* places of the page in hand */
    struct icp_evidence page;
    struct icp_evidence evidence[ICP_EVIDENCE_MOST];
    size_t n_evidence;
};

struct company {
    struct ctx *ctx;
    struct icp_scorer *scorer;
    const struct icp_page *pages;
    struct tally *tallies; /* by signal */
    bool *seen;            /* by needle */
    struct icp_score *score;
};

enum { AROUND = 70 }; /* bytes of text on each side of a place */

static bool
begins_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* A copy with runs of white space made one blank; where one held the end of a line, and so of what
 * belongs together, that stays. */
static const char *
squeeze_lines(struct arena *arena, const char *text, size_t length)
{
    struct buf out;
    buf_init(&out, arena, length + 2);
    for (size_t at = 0; at < length;) {
        const char *end = memchr(text + at, '\n', length - at);
        size_t line = end ? (size_t)(end - text) - at : length - at;
        const char *words = text_squeeze(arena, arena_strndup(arena, text + at, line));
        if (*words) {
            if (out.length)
                buf_char(&out, '\n');
            buf_text(&out, words);
        }
        at += line + 1;
    }
    return out.data;
}

/* What stands between two pieces: nothing, a blank, or the end of a line. */
static const char *
gap_at(const char *source, size_t at, size_t from, size_t to)
{
    const char *gap = "";
    for (size_t i = at; i > from && blank(source[i - 1]); i--)
        gap = source[i - 1] == '\n' ? "\n" : *gap ? gap : " ";
    for (size_t i = at; i < to && blank(source[i]); i++)
        gap = source[i] == '\n' ? "\n" : *gap ? gap : " ";
    return gap;
}

/* The text around bytes from..to of the source: whole words, "…" where it goes on. */
static void
quote(struct arena *arena, const char *source, size_t length, size_t from, size_t to,
      struct icp_evidence *out)
{
    size_t begin = from > AROUND ? from - AROUND : 0;
    size_t end = length - to > AROUND ? to + AROUND : length;
    while (begin > 0 && begin < from && !blank(source[begin - 1]))
        begin++;
    while (end < length && end > to && !blank(source[end]))
        end--;
    while (begin < from && !begins_character(source[begin]))
        begin++;
    while (end > to && end < length && !begins_character(source[end]))
        end--;
    const char *before = squeeze_lines(arena, source + begin, from - begin);
    const char *after = squeeze_lines(arena, source + to, end - to);
    out->before = arena_printf(arena, "%s%s%s", begin > 0 ? "…" : "", before,
                               *before ? gap_at(source, from, begin, from) : "");
    out->found = text_squeeze(arena, arena_strndup(arena, source + from, to - from));
    out->after = arena_printf(arena, "%s%s%s", *after ? gap_at(source, to, to, end) : "", after,
                              end < length ? "…" : "");
}

/* A place counts for the page in hand; true when it is the page's first. */
static bool
count(struct company *company, size_t signal, size_t page)
{
    struct tally *tally = &company->tallies[signal];
    tally->places++;
    if (tally->on_page >= company->scorer->model->page_cap)
        return false;
    tally->page.page = page;
    return tally->on_page++ == 0;
}

static bool
looks_at(const struct icp_signal *signal, int kind)
{
    return signal->pages == 0 || (kind >= 0 && kind < ICP_PAGE_KINDS && signal->pages & 1U << kind);
}

static void
take_hits(struct company *company, size_t page, bool frame, const struct needle_text *text,
          const struct needle_hit *hits, size_t n)
{
    struct icp_scorer *scorer = company->scorer;
    for (size_t i = 0; i < n; i++) {
        const struct owner *owner = &scorer->owners[hits[i].needle];
        const struct icp_signal *signal = &scorer->model->signals[owner->signal];
        if (owner->not_near || (frame && !signal->frame) ||
            !looks_at(signal, company->pages[page].kind))
            continue;
        if ((!frame && negated(scorer, text, hits[i].from)) ||
            (signal->not_near.n && near_another(scorer, text, hits, n, i))) {
            company->score->voided++;
            continue;
        }
        struct tally *tally = &company->tallies[owner->signal];
        tally->phrases += !company->seen[hits[i].needle];
        company->seen[hits[i].needle] = true;
        if (count(company, owner->signal, page))
            quote(company->ctx->arena, text->source, text->source_length,
                  needle_source(text, hits[i].from), needle_source(text, hits[i].to), &tally->page);
    }
}

static bool
search(struct company *company, size_t page, const char *source, bool frame)
{
    struct icp_scorer *scorer = company->scorer;
    struct needle_text text;
    struct needle_hit *hits = NULL;
    size_t n;
    if (!source || !*source)
        return true;
    struct arena *arena = company->ctx->arena;
    company->ctx->arena = scorer->scratch;
    needles_fold(scorer->needles, scorer->scratch, source, strlen(source), &text);
    bool done = needles_search(company->ctx, scorer->needles, &text, &hits, &n);
    company->ctx->arena = arena;
    if (done)
        take_hits(company, page, frame, &text, hits, n);
    return done;
}

/* A place that is no text: an address, a technology, a page. */
static void
show(struct company *company, size_t signal, size_t page, const char *before, const char *found)
{
    struct tally *tally = &company->tallies[signal];
    if (!count(company, signal, page))
        return;
    tally->page.before = before;
    tally->page.found = arena_strdup(company->ctx->arena, found);
    tally->page.after = "";
}

static void
look_at_links(struct company *company, size_t signal, size_t page)
{
    const struct icp_texts *wanted = &company->scorer->links[signal];
    const struct icp_page *of = &company->pages[page];
    for (size_t i = 0; i < wanted->n; i++) {
        if (strcasestr(of->url, wanted->of[i]))
            show(company, signal, page, "Address: ", of->url);
        for (size_t k = 0; k < of->links.n; k++)
            if (strcasestr(of->links.of[k], wanted->of[i]))
                show(company, signal, page, "Links to ", of->links.of[k]);
    }
}

static void
look_at_page(struct company *company, size_t page)
{
    const struct icp_model *model = company->scorer->model;
    const struct icp_page *of = &company->pages[page];
    for (size_t i = 0; i < model->n_signals; i++) {
        const struct icp_signal *signal = &model->signals[i];
        if (!signal->on)
            continue;
        if (company->scorer->links[i].n && looks_at(signal, of->kind))
            look_at_links(company, i, page);
        for (size_t k = 0; k < signal->technologies.n; k++)
            for (size_t t = 0; t < of->technologies.n; t++)
                if (text_ascii_equal_nocase(signal->technologies.of[k], of->technologies.of[t]))
                    show(company, i, page, "Uses ", of->technologies.of[t]);
        if (of->kind >= 0 && of->kind < ICP_PAGE_KINDS && signal->has_page & 1U << of->kind)
            show(company, i, page, "Has the page ", of->url);
    }
}

/* Adds the page's places to the signals; keeps the pages that weigh most. */
static void
settle_page(struct company *company, size_t page)
{
    const struct icp_model *model = company->scorer->model;
    int kind = company->pages[page].kind;
    int64_t weight = kind >= 0 && kind < ICP_PAGE_KINDS ? model->weights[kind] : 100;
    for (size_t i = 0; i < model->n_signals; i++) {
        struct tally *tally = &company->tallies[i];
        if (tally->on_page == 0)
            continue;
        tally->page.places = tally->on_page;
        tally->page.percent = weight * tally->on_page > 100 ? 100 : weight * tally->on_page;
        tally->percent += tally->page.percent;
        size_t at = tally->n_evidence;
        while (at > 0 && tally->evidence[at - 1].percent < tally->page.percent)
            at--;
        if (at < ICP_EVIDENCE_MOST) {
            size_t kept =
                tally->n_evidence < ICP_EVIDENCE_MOST ? tally->n_evidence : ICP_EVIDENCE_MOST - 1;
            memmove(&tally->evidence[at + 1], &tally->evidence[at],
                    (kept - at) * sizeof *tally->evidence);
            tally->evidence[at] = tally->page;
            tally->n_evidence = kept + 1;
        }
        tally->on_page = 0;
    }
}

/* Half a point and more is one, and what was found is never nothing. */
static int64_t
share(int64_t points, int64_t percent)
{
    int64_t size = points < 0 ? -points : points;
    int64_t part = (size * (percent > 100 ? 100 : percent) + 50) / 100;
    part = part == 0 && percent > 0 ? 1 : part;
    return points < 0 ? -part : part;
}

static const struct icp_maturity *
maturity_of(const struct icp_model *model, const struct icp_score *score)
{
    for (size_t i = 0; i < model->n_maturities; i++)
        for (size_t k = 0; k < model->maturities[i].any.n; k++)
            for (size_t f = 0; f < score->n_findings; f++)
                if (!strcmp(score->findings[f].signal->key, model->maturities[i].any.of[k]))
                    return &model->maturities[i];
    return NULL;
}

static void
add_up(struct company *company)
{
    const struct icp_model *model = company->scorer->model;
    struct icp_score *score = company->score;
    score->findings = ARENA_ARRAY(company->ctx->arena, model->n_signals + 1, struct icp_finding);
    for (size_t i = 0; i < model->n_signals; i++) {
        const struct icp_signal *signal = &model->signals[i];
        const struct tally *tally = &company->tallies[i];
        if (tally->percent == 0 || (signal->needs > 1 && tally->phrases < signal->needs))
            continue;
        struct icp_finding *finding = &score->findings[score->n_findings++];
        finding->signal = signal;
        finding->points = share(signal->points, tally->percent);
        finding->places = tally->places;
        finding->n_evidence = tally->n_evidence;
        memcpy(finding->evidence, tally->evidence, sizeof finding->evidence);
        score->total += finding->points;
    }
    score->tier = icp_model_tier(model, score->total);
    score->maturity = maturity_of(model, score);
}

bool
icp_score_pages(struct ctx *ctx, struct icp_scorer *scorer, const struct icp_page *pages, size_t n,
                struct icp_score *out)
{
    struct company company = {
        .ctx = ctx,
        .scorer = scorer,
        .pages = pages,
        .tallies = ARENA_ARRAY(ctx->arena, scorer->model->n_signals + 1, struct tally),
        .seen = ARENA_ARRAY(ctx->arena, scorer->n_needles + 1, bool),
        .score = out,
    };
    *out = (struct icp_score){0};
    for (size_t i = 0; i < n; i++) {
        out->has_text = out->has_text || (pages[i].text && *pages[i].text);
        bool done = search(&company, i, pages[i].text, false) &&
                    (!scorer->frames || search(&company, i, pages[i].frame, true));
        arena_reset(scorer->scratch);
        if (!done)
            return false;
        look_at_page(&company, i);
        settle_page(&company, i);
    }
    add_up(&company);
    return true;
}

/* --- as JSON --------------------------------------------------------------------------------- */

static struct jsn *
finding_json(struct arena *arena, const struct icp_page *pages, const struct icp_finding *finding)
{
    struct jsn *out = jsn_object(arena), *list = jsn_array(arena);
    jsn_set_text(out, "signal", finding->signal->key);
    jsn_set_text(out, "label", finding->signal->label);
    jsn_set_text(out, "category", finding->signal->category);
    jsn_set_int(out, "points", finding->points);
    jsn_set_int(out, "count", finding->places);
    for (size_t i = 0; i < finding->n_evidence; i++) {
        const struct icp_evidence *evidence = &finding->evidence[i];
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "page", pages[evidence->page].url);
        jsn_set_text(one, "found", evidence->found);
        jsn_set_text(
            one, "snippet",
            arena_printf(arena, "%s%s%s", evidence->before, evidence->found, evidence->after));
        jsn_add(list, one);
    }
    jsn_set(out, "evidence", list);
    return out;
}

struct jsn *
icp_score_json(struct arena *arena, const struct icp_page *pages, const struct icp_score *score)
{
    struct jsn *out = jsn_object(arena), *signals = jsn_array(arena);
    for (size_t i = 0; i < score->n_findings; i++)
        jsn_add(signals, finding_json(arena, pages, &score->findings[i]));
    jsn_set_int(out, "total", score->total);
    jsn_set_text(out, "tier", score->tier->key);
    jsn_set_text(out, "maturity", score->maturity ? score->maturity->key : "unknown");
    jsn_set_bool(out, "has_text", score->has_text);
    jsn_set_int(out, "voided", score->voided);
    jsn_set(out, "signals", signals);
    return out;
}

bool
icp_score_inspect(struct ctx *ctx, const char *model, size_t length, const struct icp_page *pages,
                  size_t n, struct jsn **out)
{
    struct icp_model read;
    struct icp_scorer *scorer;
    struct icp_score score;
    bool known = model ? icp_model_read(ctx, model, length, &read) : icp_model_default(ctx, &read);
    if (!known || !icp_scorer_open(ctx, ctx->arena, &read, &scorer) ||
        !icp_score_pages(ctx, scorer, pages, n, &score))
        return false;
    *out = icp_score_json(ctx->arena, pages, &score);
    return true;
}
