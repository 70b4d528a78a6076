/* The older form of a model. See icp_keywords.h. */
#include "domain/scoring/icp_keywords.h"

#include <string.h>

#include "base/text.h"

bool
icp_keywords_is(const struct jsn *document)
{
    const struct jsn *signals = jsn_get(document, "signals");
    return jsn_kind(jsn_get(document, "tiers")) == JSN_NULL &&
           (jsn_kind(jsn_get(document, "thresholds")) == JSN_OBJECT ||
            jsn_kind(signals) == JSN_OBJECT ||
            (jsn_kind(signals) == JSN_NULL &&
             jsn_kind(jsn_get(document, "categories")) != JSN_NULL));
}

static const struct jsn *
first_of(const struct jsn *object, const char *const *names)
{
    for (; *names; names++)
        if (jsn_kind(jsn_get(object, *names)) != JSN_NULL)
            return jsn_get(object, *names);
    return NULL;
}

/* "AI_AGENT_MATURITY" as people read it: "Ai agent maturity". */
static const char *
readable(struct arena *arena, const char *key)
{
    char *text = text_lower(arena, key);
    for (char *p = text; *p; p++)
        if (*p == '_')
            *p = ' ';
    if (*text >= 'a' && *text <= 'z')
        *text = (char)(*text - 'a' + 'A');
    return text;
}

static int64_t
points_of(const struct jsn *signal)
{
    static const char *const names[] = {"points", "weight", "score", NULL};
    const struct jsn *value = first_of(signal, names);
    double number = jsn_as_number(value, 0);
    return number > -1000 && number < 1000 ? (int64_t)(number < 0 ? number - 0.5 : number + 0.5)
                                           : 0;
}

static void
add_signal(struct arena *arena, struct jsn *signals, const char *key, const char *category,
           const struct jsn *from)
{
    static const char *const keys[] = {"key", "id", "name", "code", NULL};
    static const char *const labels[] = {"label", "description", "name", NULL};
    static const char *const lists[] = {"phrases", "keywords", "terms", NULL};
    struct jsn *out = jsn_object(arena), *phrases = jsn_array(arena);
    const struct jsn *list = first_of(from, lists);
    size_t n = jsn_length(list);
    key = key ? key : jsn_as_text(first_of(from, keys), "");
    category = jsn_as_text(jsn_get(from, "category"), category);
    for (size_t i = 0; i < n; i++)
        jsn_add(phrases, jsn_text(arena, jsn_as_text(jsn_at(list, i), "")));
    jsn_set_text(out, "key", key);
    jsn_set_text(out, "label", text_cut(arena, jsn_as_text(first_of(from, labels), key), 80));
    jsn_set_text(out, "category", readable(arena, category));
    jsn_set_int(out, "points", points_of(from));
    if (points_of(from) < 0 && n > 1)
        jsn_set_int(out, "needs", 2);
    jsn_set(out, "phrases", phrases);
    jsn_add(signals, out);
}

/* Signals by key, or by key within a category. */
static void
add_object(struct arena *arena, struct jsn *signals, const char *category, const struct jsn *object,
           int depth)
{
    const void *walk = NULL;
    const char *key;
    struct jsn *value;
    while (jsn_member(object, &walk, &key, &value)) {
        bool is_signal = jsn_kind(jsn_get(value, "points")) != JSN_NULL ||
                         jsn_kind(jsn_get(value, "keywords")) != JSN_NULL;
        if (jsn_kind(value) == JSN_OBJECT && is_signal)
            add_signal(arena, signals, key, category ? category : "Other", value);
        else if (jsn_kind(value) == JSN_OBJECT && depth > 0)
            add_object(arena, signals, strcmp(key, "signals") ? key : category, value, depth - 1);
        else if (jsn_kind(value) == JSN_ARRAY && depth > 0)
            for (size_t i = 0; i < jsn_length(value); i++)
                add_signal(arena, signals, NULL, category ? category : key, jsn_at(value, i));
    }
}

static void
add_tier(struct arena *arena, struct jsn *tiers, const char *key, const char *label,
         const struct jsn *from, int64_t other, const char *sets)
{
    struct jsn *tier = jsn_object(arena);
    jsn_set_text(tier, "key", key);
    jsn_set_text(tier, "label", label);
    if (other != INT64_MIN)
        jsn_set_int(tier, "from", jsn_as_int(from, other));
    jsn_set_text(tier, "sets", sets);
    jsn_add(tiers, tier);
}

static void
add_maturity(struct arena *arena, struct jsn *list, const char *key, const char *label,
             const char *const *signals)
{
    struct jsn *one = jsn_object(arena), *any = jsn_array(arena);
    for (; *signals; signals++)
        jsn_add(any, jsn_text(arena, *signals));
    jsn_set_text(one, "key", key);
    jsn_set_text(one, "label", label);
    jsn_set(one, "any", any);
    jsn_add(list, one);
}

struct jsn *
icp_keywords_document(struct arena *arena, const struct jsn *document)
{
    static const char *const production[] = {"AGENT_PROD", NULL};
    static const char *const active[] = {"AGENT_CORE", "LLM_API", "AGENT_HIRING", NULL};
    static const char *const trying[] = {"AI_HIRING", NULL};
    static const char *const negations[] = {"not", "no", "never", "without", "don't", "doesn't"};
    struct jsn *out = jsn_object(arena), *signals = jsn_array(arena), *tiers = jsn_array(arena);
    static const char *const ends[] = {"only", "just", "but"};
    struct jsn *maturity = jsn_array(arena), *words = jsn_array(arena), *end = jsn_array(arena);
    const struct jsn *limits = jsn_get(document, "thresholds");
    const struct jsn *of = jsn_get(document, "signals");
    if (jsn_kind(of) == JSN_NULL)
        of = jsn_get(document, "categories");
    if (jsn_kind(of) == JSN_ARRAY)
        for (size_t i = 0; i < jsn_length(of); i++)
            add_signal(arena, signals, NULL, "Other", jsn_at(of, i));
    else
        add_object(arena, signals, NULL, of, 2);
    add_tier(arena, tiers, "high", "High fit", jsn_get(limits, "high_fit"), 18, "tier_1_platinum");
    add_tier(arena, tiers, "medium", "Medium fit", jsn_get(limits, "medium_fit"), 10,
             "tier_2_gold");
    add_tier(arena, tiers, "low", "Low fit", jsn_get(limits, "disqualified"), 4, "tier_3_silver");
    add_tier(arena, tiers, "disqualified", "Disqualified", NULL, INT64_MIN, "deprioritize");
    add_maturity(arena, maturity, "production", "In production", production);
    add_maturity(arena, maturity, "active_development", "Active development", active);
    add_maturity(arena, maturity, "experimenting", "Experimenting", trying);
    for (size_t i = 0; i < sizeof negations / sizeof *negations; i++)
        jsn_add(words, jsn_text(arena, negations[i]));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        jsn_add(end, jsn_text(arena, ends[i]));
    jsn_set_text(out, "name", "Imported keywords");
    jsn_set(out, "signals", signals);
    jsn_set(out, "tiers", tiers);
    jsn_set(out, "maturity", maturity);
    jsn_set(out, "negations", words);
    jsn_set(out, "negation_ends", end);
    return out;
}
