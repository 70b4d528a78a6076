/* The definition of the ideal customer. See icp_model.h. */
#include "domain/scoring/icp_model.h"

#include <string.h>

#include "base/buf.h"
#include "base/needle.h"
#include "base/text.h"
#include "domain/record/record_code.h"
#include "domain/scoring/icp_default.h"
#include "domain/scoring/icp_keywords.h"

const char *const icp_page_kinds[ICP_PAGE_KINDS] = {"other",    "home",    "about",   "team",
                                                    "product",  "pricing", "careers", "docs",
                                                    "security", "blog",    "legal",   "contact"};
const char *const icp_page_labels[ICP_PAGE_KINDS] = {"Other",    "Home",    "About",   "Team",
                                                     "Product",  "Pricing", "Careers", "Docs",
                                                     "Security", "Blog",    "Legal",   "Contact"};

#define FORMAT "leadgen-icp-1"

int
icp_page_kind(const char *name)
{
    for (int i = 0; i < ICP_PAGE_KINDS; i++)
        if (!strcmp(icp_page_kinds[i], name))
            return i;
    return -1;
}

struct icp_signal *
icp_model_signal(const struct icp_model *model, const char *key)
{
    for (size_t i = 0; i < model->n_signals; i++)
        if (!strcmp(model->signals[i].key, key))
            return &model->signals[i];
    return NULL;
}

const struct icp_tier *
icp_model_tier(const struct icp_model *model, int64_t total)
{
    size_t i = 0;
    while (i + 1 < model->n_tiers && total < model->tiers[i].from)
        i++;
    return &model->tiers[i];
}

/* --- reading --------------------------------------------------------------------------------- */

/* A place in the document, for messages. */
struct at {
    struct ctx *ctx;
    const char *path; /* "signals.3.", or "" */
};

#define WRONG(at, name, ...)                                                                       \
    err_field((at)->ctx, ERR_INPUT, arena_printf((at)->ctx->arena, "%s%s", (at)->path, (name)),    \
              __VA_ARGS__)

static bool
known_members(const struct at *at, const struct jsn *object, const char *const *names)
{
    const void *walk = NULL;
    const char *key;
    struct jsn *value;
    while (jsn_member(object, &walk, &key, &value)) {
        size_t i = 0;
        while (names[i] && strcmp(names[i], key))
            i++;
        if (!names[i])
            return WRONG(at, key, "A model has no \"%.40s\" here. Remove it or correct the name.",
                         key);
    }
    return true;
}

static bool
read_text(const struct at *at, const struct jsn *object, const char *name, size_t most,
          bool required, const char **out)
{
    const struct jsn *value = jsn_get(object, name);
    if (jsn_kind(value) != JSN_TEXT && jsn_kind(value) != JSN_NULL)
        return WRONG(at, name, "This has to be text.");
    *out = text_squeeze(at->ctx->arena, jsn_as_text(value, ""));
    if (required && !**out)
        return WRONG(at, name, "This cannot be empty.");
    if (text_count(*out) > most)
        return WRONG(at, name, "At most %zu characters.", most);
    return true;
}

static bool
read_number(const struct at *at, const struct jsn *object, const char *name, int64_t low,
            int64_t high, int64_t other, int64_t *out)
{
    const struct jsn *value = jsn_get(object, name);
    *out = other;
    if (jsn_kind(value) == JSN_NULL)
        return true;
    if (jsn_kind(value) != JSN_INT)
        return WRONG(at, name, "This has to be a whole number.");
    *out = jsn_as_int(value, 0);
    if (*out < low || *out > high)
        return WRONG(at, name, "This has to be from %lld to %lld.", (long long)low,
                     (long long)high);
    return true;
}

static bool
read_flag(const struct at *at, const struct jsn *object, const char *name, bool other, bool *out)
{
    const struct jsn *value = jsn_get(object, name);
    if (jsn_kind(value) != JSN_BOOL && jsn_kind(value) != JSN_NULL)
        return WRONG(at, name, "This has to be true or false.");
    *out = jsn_as_bool(value, other);
    return true;
}

static bool
read_texts(const struct at *at, const struct jsn *object, const char *name, struct icp_texts *out)
{
    const struct jsn *list = jsn_get(object, name);
    *out = (struct icp_texts){NULL, 0};
    if (jsn_kind(list) != JSN_ARRAY && jsn_kind(list) != JSN_NULL)
        return WRONG(at, name, "This has to be a list of texts.");
    size_t n = jsn_length(list);
    if (n > ICP_PHRASES_MOST)
        return WRONG(at, name, "At most %d entries.", ICP_PHRASES_MOST);
    out->of = ARENA_ARRAY(at->ctx->arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        const struct jsn *value = jsn_at(list, i);
        const char *text = text_squeeze(at->ctx->arena, jsn_as_text(value, ""));
        if (jsn_kind(value) != JSN_TEXT || !*text)
            return WRONG(at, arena_printf(at->ctx->arena, "%s.%zu", name, i + 1),
                         "This has to be text and not empty.");
        if (text_count(text) > NEEDLE_PATTERN_MOST)
            return WRONG(at, arena_printf(at->ctx->arena, "%s.%zu", name, i + 1),
                         "At most %d characters.", NEEDLE_PATTERN_MOST);
        bool again = false;
        for (size_t k = 0; k < out->n; k++)
            again = again || !strcmp(out->of[k], text);
        if (!again)
            out->of[out->n++] = text;
    }
    return true;
}

static bool
read_pages(const struct at *at, const struct jsn *object, const char *name, unsigned *out)
{
    struct icp_texts kinds;
    *out = 0;
    if (!read_texts(at, object, name, &kinds))
        return false;
    for (size_t i = 0; i < kinds.n; i++) {
        int kind = icp_page_kind(kinds.of[i]);
        if (kind < 0)
            return WRONG(at, name, "There are no pages of the kind \"%.40s\".", kinds.of[i]);
        *out |= 1U << kind;
    }
    return true;
}

static bool
is_key(const char *key)
{
    size_t n = strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    return n > 0 && n <= ICP_KEY_MOST && !key[n];
}

static bool
check_needles(const struct at *at, const char *name, const struct icp_texts *texts, bool pattern)
{
    for (size_t i = 0; i < texts->n; i++) {
        struct needle needle = {texts->of[i], pattern, false};
        const char *problem = needle_problem(at->ctx->arena, &needle);
        if (problem)
            return WRONG(at, name, "\"%.60s\": %s", texts->of[i], problem);
    }
    return true;
}

static bool
check_points(const struct at *at, const struct icp_signal *signal)
{
    if (signal->points == 0)
        return WRONG(at, "points", "A signal of 0 points changes nothing: turn it off.");
    if (signal->min > signal->max || signal->points < signal->min || signal->points > signal->max)
        return WRONG(at, "points", "Points have to be within their bounds, %lld to %lld.",
                     (long long)signal->min, (long long)signal->max);
    if ((signal->min < 0 && signal->max >= 0) || signal->min == 0)
        return WRONG(at, signal->points < 0 ? "max" : "min",
                     "Bounds have to be on one side of 0: what speaks against a company never "
                     "becomes a bonus.");
    return true;
}

static bool
check_signal(const struct at *at, const struct icp_signal *signal)
{
    if (!is_key(signal->key))
        return WRONG(at, "key", "A key is made of letters, digits and _.");
    if (!check_points(at, signal) || !check_needles(at, "phrases", &signal->phrases, false) ||
        !check_needles(at, "patterns", &signal->patterns, true) ||
        !check_needles(at, "not_near", &signal->not_near, false))
        return false;
    if (signal->phrases.n + signal->patterns.n + signal->links.n + signal->technologies.n == 0 &&
        signal->has_page == 0)
        return WRONG(at, "phrases", "A signal has to look for something: add a phrase.");
    if (signal->needs > 1 && signal->needs > (int64_t)(signal->phrases.n + signal->patterns.n))
        return WRONG(at, "needs", "There are fewer phrases than it needs.");
    return true;
}

bool
icp_signal_check(struct ctx *ctx, const struct icp_signal *signal)
{
    const struct at at = {ctx, ""};
    if (!*signal->label)
        return WRONG(&at, "label", "Give the signal a name.");
    if (!*signal->category)
        return WRONG(&at, "category", "Say what the signal belongs to.");
    return check_signal(&at, signal);
}

static bool
read_signal(const struct at *at, const struct jsn *object, struct icp_signal *out)
{
    static const char *const names[] = {
        "key",   "label",        "category", "about",    "on",       "points",
        "min",   "max",          "needs",    "phrases",  "patterns", "not_near",
        "links", "technologies", "pages",    "has_page", "frame",    NULL};
    if (jsn_kind(object) != JSN_OBJECT)
        return WRONG(at, "key", "A signal has to be an object.");
    if (!known_members(at, object, names) ||
        !read_text(at, object, "key", ICP_KEY_MOST, true, &out->key) ||
        !read_text(at, object, "label", ICP_NAME_MOST, false, &out->label) ||
        !read_text(at, object, "category", ICP_NAME_MOST, false, &out->category) ||
        !read_text(at, object, "about", ICP_ABOUT_MOST, false, &out->about) ||
        !read_flag(at, object, "on", true, &out->on) ||
        !read_number(at, object, "points", -ICP_POINTS_MOST, ICP_POINTS_MOST, 0, &out->points))
        return false;
    int64_t twice = 2 * out->points, near = out->points < 0 ? -1 : 1;
    twice = twice < -ICP_POINTS_MOST  ? -ICP_POINTS_MOST
            : twice > ICP_POINTS_MOST ? ICP_POINTS_MOST
                                      : twice;
    if (!read_number(at, object, "min", -ICP_POINTS_MOST, ICP_POINTS_MOST,
                     twice < near ? twice : near, &out->min) ||
        !read_number(at, object, "max", -ICP_POINTS_MOST, ICP_POINTS_MOST,
                     twice < near ? near : twice, &out->max) ||
        !read_number(at, object, "needs", 1, ICP_PHRASES_MOST, 1, &out->needs) ||
        !read_texts(at, object, "phrases", &out->phrases) ||
        !read_texts(at, object, "patterns", &out->patterns) ||
        !read_texts(at, object, "not_near", &out->not_near) ||
        !read_texts(at, object, "links", &out->links) ||
        !read_texts(at, object, "technologies", &out->technologies) ||
        !read_pages(at, object, "pages", &out->pages) ||
        !read_pages(at, object, "has_page", &out->has_page) ||
        !read_flag(at, object, "frame", false, &out->frame))
        return false;
    out->label = *out->label ? out->label : out->key;
    out->category = *out->category ? out->category : "Other";
    return check_signal(at, out);
}

static bool
read_signals(struct ctx *ctx, const struct jsn *document, struct icp_model *out)
{
    const struct at top = {ctx, ""};
    const struct jsn *list = jsn_get(document, "signals");
    size_t n = jsn_length(list);
    if (jsn_kind(list) != JSN_ARRAY)
        return WRONG(&top, "signals", "A model has a list of signals.");
    if (n > ICP_SIGNALS_MOST)
        return WRONG(&top, "signals", "At most %d signals.", ICP_SIGNALS_MOST);
    out->signals = ARENA_ARRAY(ctx->arena, n + 1, struct icp_signal);
    for (size_t i = 0; i < n; i++) {
        const struct at at = {ctx, arena_printf(ctx->arena, "signals.%zu.", i + 1)};
        if (!read_signal(&at, jsn_at(list, i), &out->signals[i]))
            return false;
        if (icp_model_signal(out, out->signals[i].key))
            return WRONG(&at, "key", "There are two signals with the key %s.", out->signals[i].key);
        out->n_signals++;
    }
    return true;
}

static bool
read_tier(const struct at *at, const struct jsn *object, bool last, struct icp_tier *out)
{
    static const char *const names[] = {"key", "label", "from", "sets", NULL};
    if (!known_members(at, object, names) ||
        !read_text(at, object, "key", ICP_KEY_MOST, true, &out->key) ||
        !read_text(at, object, "label", ICP_NAME_MOST, false, &out->label) ||
        !read_text(at, object, "sets", ICP_KEY_MOST, false, &out->sets) ||
        !read_number(at, object, "from", -20000, 20000, INT64_MIN, &out->from))
        return false;
    out->label = *out->label ? out->label : out->key;
    if (!is_key(out->key))
        return WRONG(at, "key", "A key is made of letters, digits and _.");
    if (last)
        out->from = INT64_MIN;
    else if (out->from == INT64_MIN)
        return WRONG(at, "from", "Say from which total on: only the last tier takes the rest.");
    if (*out->sets && !record_code_named(&record_tiers, out->sets))
        return WRONG(at, "sets", "Companies have no tier \"%.40s\".", out->sets);
    return true;
}

static bool
read_tiers(struct ctx *ctx, const struct jsn *document, struct icp_model *out)
{
    const struct at top = {ctx, ""};
    const struct jsn *list = jsn_get(document, "tiers");
    size_t n = jsn_length(list);
    if (n < 1 || n > ICP_TIERS_MOST)
        return WRONG(&top, "tiers", "A model has 1 to %d tiers, the best first.", ICP_TIERS_MOST);
    out->tiers = ARENA_ARRAY(ctx->arena, n, struct icp_tier);
    for (size_t i = 0; i < n; i++) {
        const struct at at = {ctx, arena_printf(ctx->arena, "tiers.%zu.", i + 1)};
        if (!read_tier(&at, jsn_at(list, i), i + 1 == n, &out->tiers[i]))
            return false;
        if (i > 0 && out->tiers[i].from >= out->tiers[i - 1].from)
            return WRONG(&at, "from",
                         "Tiers begin with the best: each needs fewer points than "
                         "the one before it.");
        for (size_t k = 0; k < i; k++)
            if (!strcmp(out->tiers[k].key, out->tiers[i].key))
                return WRONG(&at, "key", "There are two tiers with the key %s.", out->tiers[i].key);
    }
    out->n_tiers = n;
    return true;
}

static bool
read_maturities(struct ctx *ctx, const struct jsn *document, struct icp_model *out)
{
    static const char *const names[] = {"key", "label", "any", NULL};
    const struct jsn *list = jsn_get(document, "maturity");
    size_t n = jsn_length(list);
    const struct at top = {ctx, ""};
    if (n > ICP_MATURITIES_MOST)
        return WRONG(&top, "maturity", "At most %d stages of maturity.", ICP_MATURITIES_MOST);
    out->maturities = ARENA_ARRAY(ctx->arena, n + 1, struct icp_maturity);
    for (size_t i = 0; i < n; i++) {
        const struct at at = {ctx, arena_printf(ctx->arena, "maturity.%zu.", i + 1)};
        struct icp_maturity *one = &out->maturities[i];
        const struct jsn *object = jsn_at(list, i);
        if (!known_members(&at, object, names) ||
            !read_text(&at, object, "key", ICP_KEY_MOST, true, &one->key) ||
            !read_text(&at, object, "label", ICP_NAME_MOST, false, &one->label) ||
            !read_texts(&at, object, "any", &one->any))
            return false;
        one->label = *one->label ? one->label : one->key;
    }
    out->n_maturities = n;
    return true;
}

static bool
read_weights(struct ctx *ctx, const struct jsn *document, struct icp_model *out)
{
    const struct at at = {ctx, "weights."};
    const struct jsn *weights = jsn_get(document, "weights");
    const char *names[ICP_PAGE_KINDS + 1] = {NULL};
    memcpy(names, icp_page_kinds, sizeof icp_page_kinds);
    if (!known_members(&at, weights, names))
        return false;
    for (size_t i = 0; i < ICP_PAGE_KINDS; i++)
        if (!read_number(&at, weights, icp_page_kinds[i], 0, 100, 100, &out->weights[i]))
            return false;
    return true;
}

bool
icp_model_of(struct ctx *ctx, const struct jsn *document, struct icp_model *out)
{
    static const char *const names[] = {
        "format",         "name",       "about",    "signals",   "tiers",
        "maturity",       "weights",    "page_cap", "negations", "negation_ends",
        "negation_words", "near_words", NULL};
    const struct at at = {ctx, ""};
    *out = (struct icp_model){.name = ""};
    if (jsn_kind(document) != JSN_OBJECT)
        return WRONG(&at, "model", "A model is a JSON object with signals and tiers.");
    if (icp_keywords_is(document))
        document = icp_keywords_document(ctx->arena, document);
    return known_members(&at, document, names) &&
           read_text(&at, document, "name", ICP_NAME_MOST, false, &out->name) &&
           read_text(&at, document, "about", ICP_ABOUT_MOST, false, &out->about) &&
           read_signals(ctx, document, out) && read_tiers(ctx, document, out) &&
           read_maturities(ctx, document, out) && read_weights(ctx, document, out) &&
           read_number(&at, document, "page_cap", 1, 100, 2, &out->page_cap) &&
           read_texts(&at, document, "negations", &out->negations) &&
           read_texts(&at, document, "negation_ends", &out->negation_ends) &&
           read_number(&at, document, "negation_words", 0, 20, 4, &out->negation_words) &&
           read_number(&at, document, "near_words", 0, 50, 6, &out->near_words);
}

bool
icp_model_read(struct ctx *ctx, const char *bytes, size_t length, struct icp_model *out)
{
    struct jsn *document;
    if (length > ICP_JSON_MOST)
        return err_field(ctx, ERR_INPUT, "model", "A model is 1 MB at most.");
    return jsn_read(ctx, ctx->arena, bytes, length, &document) && icp_model_of(ctx, document, out);
}

bool
icp_model_default(struct ctx *ctx, struct icp_model *out)
{
    struct buf buf;
    buf_init(&buf, ctx->arena, ICP_JSON_MOST);
    for (size_t i = 0; i < icp_default_n; i++)
        buf_text(&buf, icp_default[i]);
    return icp_model_read(ctx, buf.data, buf.length, out);
}

/* --- writing --------------------------------------------------------------------------------- */

static void
write_texts(struct arena *arena, struct jsn *object, const char *name,
            const struct icp_texts *texts)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < texts->n; i++)
        jsn_add(list, jsn_text(arena, texts->of[i]));
    if (texts->n)
        jsn_set(object, name, list);
}

static void
write_pages(struct arena *arena, struct jsn *object, const char *name, unsigned pages)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < ICP_PAGE_KINDS; i++)
        if (pages & 1U << i)
            jsn_add(list, jsn_text(arena, icp_page_kinds[i]));
    if (pages)
        jsn_set(object, name, list);
}

static struct jsn *
write_signal(struct arena *arena, const struct icp_signal *signal)
{
    struct jsn *out = jsn_object(arena);
    jsn_set_text(out, "key", signal->key);
    jsn_set_text(out, "label", signal->label);
    jsn_set_text(out, "category", signal->category);
    if (*signal->about)
        jsn_set_text(out, "about", signal->about);
    if (!signal->on)
        jsn_set_bool(out, "on", false);
    jsn_set_int(out, "points", signal->points);
    jsn_set_int(out, "min", signal->min);
    jsn_set_int(out, "max", signal->max);
    if (signal->needs > 1)
        jsn_set_int(out, "needs", signal->needs);
    write_pages(arena, out, "pages", signal->pages);
    if (signal->frame)
        jsn_set_bool(out, "frame", true);
    write_texts(arena, out, "phrases", &signal->phrases);
    write_texts(arena, out, "patterns", &signal->patterns);
    write_texts(arena, out, "not_near", &signal->not_near);
    write_texts(arena, out, "links", &signal->links);
    write_texts(arena, out, "technologies", &signal->technologies);
    write_pages(arena, out, "has_page", signal->has_page);
    return out;
}

static struct jsn *
write_tiers(struct arena *arena, const struct icp_model *model)
{
    struct jsn *tiers = jsn_array(arena);
    for (size_t i = 0; i < model->n_tiers; i++) {
        struct jsn *tier = jsn_object(arena);
        jsn_set_text(tier, "key", model->tiers[i].key);
        jsn_set_text(tier, "label", model->tiers[i].label);
        if (model->tiers[i].from != INT64_MIN)
            jsn_set_int(tier, "from", model->tiers[i].from);
        if (*model->tiers[i].sets)
            jsn_set_text(tier, "sets", model->tiers[i].sets);
        jsn_add(tiers, tier);
    }
    return tiers;
}

struct jsn *
icp_model_write(struct arena *arena, const struct icp_model *model)
{
    struct jsn *out = jsn_object(arena), *signals = jsn_array(arena);
    struct jsn *maturity = jsn_array(arena), *weights = jsn_object(arena);
    for (size_t i = 0; i < model->n_signals; i++)
        jsn_add(signals, write_signal(arena, &model->signals[i]));
    for (size_t i = 0; i < model->n_maturities; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "key", model->maturities[i].key);
        jsn_set_text(one, "label", model->maturities[i].label);
        write_texts(arena, one, "any", &model->maturities[i].any);
        jsn_add(maturity, one);
    }
    for (size_t i = 0; i < ICP_PAGE_KINDS; i++)
        jsn_set_int(weights, icp_page_kinds[i], model->weights[i]);
    jsn_set_text(out, "format", FORMAT);
    jsn_set_text(out, "name", model->name);
    if (*model->about)
        jsn_set_text(out, "about", model->about);
    jsn_set(out, "tiers", write_tiers(arena, model));
    jsn_set(out, "maturity", maturity);
    jsn_set(out, "weights", weights);
    jsn_set_int(out, "page_cap", model->page_cap);
    write_texts(arena, out, "negations", &model->negations);
    write_texts(arena, out, "negation_ends", &model->negation_ends);
    jsn_set_int(out, "negation_words", model->negation_words);
    jsn_set_int(out, "near_words", model->near_words);
    jsn_set(out, "signals", signals);
    return out;
}
