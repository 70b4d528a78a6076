/* People in JSON-LD. See people.h. An organisation's employees and founders are its people; authors,
 * reviewers and the accounts that content systems list are not. */
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/enrich/people.h"
#include "domain/enrich/people_name.h"

enum { SCRIPTS = 20, DEPTH = 12, PLAIN = 50, TEXT_BYTES = 400 };

struct reading {
    struct arena *arena;
    const struct people_source *source;
    struct people *out;
};

/* How an object stands to the one it is in. */
enum place { PLACE_TOP, PLACE_STAFF, PLACE_AGAINST };

/* True when `value` is the text, or a list with it; the vocabulary's address does not count. */
static bool
says(const struct jsn *value, const char *text)
{
    size_t n = jsn_kind(value) == JSN_ARRAY ? jsn_length(value) : 1;
    for (size_t i = 0; i < n; i++) {
        const char *one = jsn_as_text(jsn_kind(value) == JSN_ARRAY ? jsn_at(value, i) : value, "");
        const char *slash = strrchr(one, '/');
        if (!strcmp(slash ? slash + 1 : one, text))
            return true;
    }
    return false;
}

/* A text, the first of a list of texts, or an object's name. */
static const char *
text_of(const struct jsn *value)
{
    if (jsn_kind(value) == JSN_ARRAY)
        value = jsn_at(value, 0);
    if (jsn_kind(value) == JSN_OBJECT)
        value = jsn_get(value, "name");
    const char *text = jsn_as_text(value, "");
    return strlen(text) > TEXT_BYTES ? "" : text;
}

static enum place
place_of_key(const char *key, enum place outer)
{
    static const char *const staff[] = {"employee", "employees", "founder",
                                        "founders", "member",    "contactPoint"};
    static const char *const against[] = {
        "author",    "creator",      "reviewedBy", "review",      "reviews", "alumni",
        "performer", "customer",     "publisher",  "contributor", "editor",  "sponsor",
        "funder",    "itemReviewed", "comment",    "testimonial", "knows",   "parent",
        "spouse",    "colleague",    "translator", "brand"};
    for (size_t i = 0; i < sizeof against / sizeof *against; i++)
        if (!strcmp(key, against[i]))
            return PLACE_AGAINST;
    for (size_t i = 0; outer != PLACE_AGAINST && i < sizeof staff / sizeof *staff; i++)
        if (!strcmp(key, staff[i]))
            return PLACE_STAFF;
    return outer == PLACE_STAFF ? PLACE_TOP : outer;
}

static void
set_links(const struct reading *reading, struct person *person, const struct jsn *value)
{
    if (jsn_kind(value) == JSN_TEXT)
        people_set_linkedin(reading->arena, person, jsn_as_text(value, ""));
    for (size_t i = 0; i < jsn_length(value) && i < PLAIN; i++)
        people_set_linkedin(reading->arena, person, jsn_as_text(jsn_at(value, i), ""));
}

static bool
works_elsewhere(const struct reading *reading, const struct jsn *object)
{
    const char *firm = text_of(jsn_get(object, "worksFor"));
    return *firm &&
           people_title_is_foreign(reading->arena, arena_printf(reading->arena, "x at %s", firm),
                                   reading->source);
}

static void
add_person(const struct reading *reading, const struct jsn *object, enum place place)
{
    struct arena *arena = reading->arena;
    struct person person = {.url = reading->source->url, .confidence = 95};
    const char *name = text_squeeze(arena, text_of(jsn_get(object, "name")));
    const char *title = text_of(jsn_get(object, "jobTitle"));
    if (!*name)
        name =
            text_squeeze(arena, arena_printf(arena, "%s %s", text_of(jsn_get(object, "givenName")),
                                             text_of(jsn_get(object, "familyName"))));
    bool shown = reading->source->kind == PAGE_TEAM || reading->source->kind == PAGE_ABOUT ||
                 jsn_get(object, "worksFor") != NULL;
    if (place == PLACE_AGAINST || (place == PLACE_TOP && (!*title || !shown)) ||
        works_elsewhere(reading, object) ||
        people_title_is_foreign(arena, title, reading->source) ||
        people_name_read(arena, name) == PEOPLE_NAME_NO || !people_set_name(arena, &person, name))
        return;
    people_set_title(arena, &person, title);
    people_set_email(arena, &person, text_of(jsn_get(object, "email")));
    people_set_phone(arena, &person, text_of(jsn_get(object, "telephone")),
                     reading->source->country);
    set_links(reading, &person, jsn_get(object, "sameAs"));
    set_links(reading, &person, jsn_get(object, "url"));
    struct person *added = people_add(arena, reading->out);
    if (added)
        *added = person;
}

/* The depth is bounded here and by the reader. */
static void
walk(const struct reading *reading, const struct jsn *value, enum place place, int depth)
{
    const void *at = NULL;
    const char *key;
    struct jsn *member;
    if (depth > DEPTH)
        return;
    for (size_t i = 0; i < jsn_length(value); i++)
        walk(reading, jsn_at(value, i), place, depth + 1);
    if (jsn_kind(value) != JSN_OBJECT)
        return;
    const struct jsn *type = jsn_get(value, "@type");
    if (says(type, "Person"))
        add_person(reading, value, place);
    if (says(type, "Review") || says(type, "BlogPosting") || says(type, "NewsArticle") ||
        says(type, "Article"))
        place = PLACE_AGAINST;
    while (jsn_member(value, &at, &key, &member))
        walk(reading, member, place_of_key(key, place), depth + 1);
}

void
people_ld_read(struct ctx *ctx, const struct markup *document, const struct people_source *source,
               struct people *out)
{
    struct reading reading = {ctx->arena, source, out};
    int scripts = 0;
    for (const struct markup_node *node = markup_next(document->root, document->root);
         node && scripts < SCRIPTS; node = markup_next(node, document->root)) {
        const char *type = node->tag == MARKUP_SCRIPT ? markup_attr(node, "type") : NULL;
        const struct markup_node *text = node->first_child;
        struct jsn *value;
        if (!type || strcmp(type, "application/ld+json") != 0 || !text || text->tag != MARKUP_TEXT)
            continue;
        scripts++;
        if (jsn_read(ctx, ctx->arena, text->text, text->length, &value))
            walk(&reading, value, PLACE_TOP, 0);
        else
            err_clear(ctx);
    }
}
