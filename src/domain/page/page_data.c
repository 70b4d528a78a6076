/* JSON-LD and microdata. See page_data.h. */
#include "domain/page/page_data.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"

enum {
    DEPTH_MAX = 16,
    OPEN_MAX = JSN_DEPTH_MAX - 2,
    BYTES_MAX = 512 * 1024,
    ALL_BYTES_MAX = 1024 * 1024, /* of all scripts; of a value of few bytes much is made */
    ALL_OPEN_MAX = 20000,        /* brackets in them */
    ITEM_TEXT_MAX = 2000,
    ITEMS_MAX = 100
};

/* --- mending ------------------------------------------------------------------------------------- */

struct mender {
    const char *at, *end;
    struct buf out;
    char open[OPEN_MAX]; /* brackets to close */
    size_t depth;
};

/* A text from its quote to its end; raw control characters and unknown escapes are made plain. */
static void
mend_text(struct mender *m)
{
    buf_char(&m->out, '"');
    for (m->at++; m->at < m->end && *m->at != '"'; m->at++) {
        unsigned char c = (unsigned char)*m->at;
        if (c < 0x20) {
            buf_char(&m->out, ' ');
        } else if (c != '\\') {
            buf_char(&m->out, *m->at);
        } else if (m->at + 1 < m->end) {
            char next = *++m->at;
            bool hex = next == 'u' && m->end - m->at > 4 && isxdigit((unsigned char)m->at[1]) &&
                       isxdigit((unsigned char)m->at[2]) && isxdigit((unsigned char)m->at[3]) &&
                       isxdigit((unsigned char)m->at[4]);
            if (strchr("\"\\/bfnrt", next) || hex)
                buf_char(&m->out, '\\');
            buf_char(&m->out, (unsigned char)next < 0x20 ? ' ' : next);
        }
    }
    buf_char(&m->out, '"');
    m->at += m->at < m->end;
}

static void
drop_comma(struct buf *out)
{
    size_t n = out->length;
    while (n && isspace((unsigned char)out->data[n - 1]))
        n--;
    if (n && out->data[n - 1] == ',') {
        out->length = n - 1;
        out->data[out->length] = '\0';
    }
}

/* True when it passed over a comment. */
static bool
mend_comment(struct mender *m)
{
    size_t left = (size_t)(m->end - m->at);
    const char *stop = NULL;
    if (left > 1 && !strncmp(m->at, "/*", 2))
        stop = memmem(m->at, left, "*/", 2);
    else if (left > 1 && !strncmp(m->at, "//", 2))
        stop = memchr(m->at, '\n', left);
    else
        return false;
    size_t closing = m->at[1] == '*' ? 2 : 1;
    m->at = stop ? stop + closing : m->end;
    return true;
}

char *
page_data_mend(struct arena *arena, const char *text, size_t *length)
{
    struct mender m = {.at = text, .end = text + *length};
    buf_init(&m.out, arena, 2 * BYTES_MAX);
    while (m.at < m.end && *m.at != '{' && *m.at != '[')
        m.at++;
    while (m.at < m.end) {
        char c = *m.at;
        if (c == '"') {
            mend_text(&m);
            continue;
        }
        if (c == '/' && mend_comment(&m))
            continue;
        if (c == '{' || c == '[') {
            if (m.depth == OPEN_MAX)
                break;
            m.open[m.depth++] = c == '{' ? '}' : ']';
        } else if (c == '}' || c == ']') {
            drop_comma(&m.out);
            if (!m.depth || m.open[m.depth - 1] != c)
                break;
            m.depth--;
        }
        buf_char(&m.out, (unsigned char)c < 0x20 ? ' ' : c);
        m.at++;
        if (!m.depth)
            break; /* what follows the value: a semicolon, another comment's end */
    }
    if (m.depth)
        drop_comma(&m.out);
    while (m.depth)
        buf_char(&m.out, m.open[--m.depth]);
    *length = m.out.length;
    return m.out.data;
}

/* --- JSON-LD -------------------------------------------------------------------------------------- */

struct list {
    struct jsn **of;
    size_t n;
    size_t bytes, open; /* of scripts that were read */
};

static bool
has_type(const struct jsn *object)
{
    return jsn_kind(object) == JSN_OBJECT && jsn_get(object, "@type");
}

/* Adds the objects with a type in a value, it first. */
static void
collect(struct list *list, struct jsn *value, int depth)
{
    if (depth > DEPTH_MAX || list->n >= PAGE_DATA_MAX)
        return;
    if (jsn_kind(value) == JSN_ARRAY) {
        for (size_t i = 0; i < jsn_length(value); i++)
            collect(list, jsn_at(value, i), depth + 1);
    } else if (jsn_kind(value) == JSN_OBJECT) {
        const void *at = NULL;
        const char *key;
        struct jsn *member;
        if (has_type(value) && list->n < PAGE_DATA_MAX)
            list->of[list->n++] = value;
        while (jsn_member(value, &at, &key, &member))
            collect(list, member, depth + 1);
    }
}

/* True when what is left of the page's allowance is enough for the script. */
static bool
is_affordable(struct list *list, const struct markup_node *text)
{
    size_t open = 0;
    for (size_t i = 0; i < text->length; i++)
        open += text->text[i] == '{' || text->text[i] == '[';
    if (text->length > BYTES_MAX || text->length > ALL_BYTES_MAX - list->bytes ||
        open > ALL_OPEN_MAX - list->open)
        return false;
    list->bytes += text->length;
    list->open += open;
    return true;
}

static void
read_script(struct ctx *ctx, const struct markup_node *script, struct list *list)
{
    const struct markup_node *text = script->first_child;
    struct jsn *value;
    if (!text || text->tag != MARKUP_TEXT || !is_affordable(list, text))
        return;
    /* As it stands first: most is sound, and mending keeps only the first value. */
    struct ctx own = {.arena = ctx->arena};
    size_t length = text->length;
    if (!jsn_read(&own, ctx->arena, text->text, length, &value)) {
        char *mended = page_data_mend(ctx->arena, text->text, &length);
        err_clear(&own);
        if (!jsn_read(&own, ctx->arena, mended, length, &value))
            return;
    }
    collect(list, value, 0);
}

/* --- microdata ------------------------------------------------------------------------------------ */

/* The last part of an item's type: "Organization" of "https://schema.org/Organization". */
static const char *
short_type(const char *type)
{
    const char *slash = strrchr(type, '/'), *colon = strrchr(type, ':');
    if (slash)
        return slash + 1;
    return colon ? colon + 1 : type;
}

static struct jsn *
item_value(struct arena *arena, const struct markup_node *node)
{
    static const char *const attrs[] = {"content", "datetime", "href", "src"};
    for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++) {
        const char *value = markup_attr(node, attrs[i]);
        /* The words of a mailto: or tel: link are what is meant. */
        if (value && (i < 2 || (strncmp(value, "mailto:", 7) != 0 && strncmp(value, "tel:", 4))))
            return jsn_text(arena, value);
    }
    return jsn_text(arena, markup_text(arena, node, ITEM_TEXT_MAX));
}

static struct jsn *
item_read(struct arena *arena, const struct markup_node *item, int depth)
{
    struct jsn *object = jsn_object(arena);
    const char *type = markup_attr(item, "itemtype");
    jsn_set_text(object, "@type", type ? short_type(type) : "");
    const struct markup_node *at = markup_next(item, item);
    while (at) {
        bool nested = at->tag != MARKUP_TEXT && markup_attr(at, "itemscope");
        const char *name = at->tag != MARKUP_TEXT ? markup_attr(at, "itemprop") : NULL;
        if (name && *name && !jsn_get(object, name) && depth < DEPTH_MAX)
            jsn_set(object, name, nested ? item_read(arena, at, depth + 1) : item_value(arena, at));
        at = nested ? markup_after(at, item) : markup_next(at, item);
    }
    return object;
}

bool
page_data_list(struct ctx *ctx, const struct markup_node *root, struct jsn ***out, size_t *n)
{
    struct list list = {.of = ARENA_ARRAY(ctx->arena, PAGE_DATA_MAX, struct jsn *)};
    const struct markup_node *at = markup_next(root, root);
    int items = 0;
    while (at) {
        const char *type = at->tag == MARKUP_SCRIPT ? markup_attr(at, "type") : NULL;
        if (type && strcasestr(type, "ld+json"))
            read_script(ctx, at, &list);
        /* Each stands for itself too: a page that is an item has others in it that are no part. */
        if (at->tag != MARKUP_TEXT && items < ITEMS_MAX && list.n < PAGE_DATA_MAX &&
            markup_attr(at, "itemscope") && markup_attr(at, "itemtype")) {
            list.of[list.n++] = item_read(ctx->arena, at, 0);
            items++;
        }
        at = markup_next(at, root);
    }
    *out = list.of;
    *n = list.n;
    return true;
}

static bool
type_is(const char *type, const char *wanted)
{
    return type && !strcasecmp(short_type(type), wanted);
}

bool
page_data_is(const struct jsn *object, const char *type)
{
    const struct jsn *types = jsn_get(object, "@type");
    if (type_is(jsn_as_text(types, NULL), type))
        return true;
    for (size_t i = 0; i < jsn_length(types); i++)
        if (type_is(jsn_as_text(jsn_at(types, i), NULL), type))
            return true;
    return false;
}

const char *
page_data_text(const struct jsn *object, const char *key)
{
    static const char *const inner[] = {"@value", "name", "@id", "url"};
    const struct jsn *value = jsn_get(object, key);
    if (jsn_kind(value) == JSN_ARRAY)
        value = jsn_at(value, 0);
    for (size_t i = 0; jsn_kind(value) == JSN_OBJECT && i < sizeof inner / sizeof *inner; i++) {
        const char *text = jsn_as_text(jsn_get(value, inner[i]), NULL);
        if (text)
            return text;
    }
    return jsn_as_text(value, "");
}

bool
page_data_is_organization(const struct jsn *object)
{
    static const char *const types[] = {"Organization",
                                        "Corporation",
                                        "LocalBusiness",
                                        "ProfessionalService",
                                        "OnlineBusiness",
                                        "OnlineStore",
                                        "FinancialService",
                                        "LegalService",
                                        "MedicalBusiness",
                                        "HomeAndConstructionBusiness",
                                        "GeneralContractor",
                                        "AutomotiveBusiness",
                                        "FoodEstablishment",
                                        "Restaurant",
                                        "LodgingBusiness",
                                        "Hotel",
                                        "Store",
                                        "RealEstateAgent",
                                        "TravelAgency",
                                        "InsuranceAgency",
                                        "AccountingService",
                                        "Attorney",
                                        "EducationalOrganization",
                                        "MedicalOrganization",
                                        "Consortium",
                                        "NGO",
                                        "ResearchOrganization",
                                        "Airline",
                                        "EntertainmentBusiness",
                                        "HealthAndBeautyBusiness",
                                        "EmploymentAgency",
                                        "Electrician",
                                        "Plumber",
                                        "RoofingContractor",
                                        "HVACBusiness",
                                        "Dentist",
                                        "Physician",
                                        "AutoRepair",
                                        "NewsMediaOrganization",
                                        "GovernmentOrganization",
                                        "SportsOrganization",
                                        "Brewery",
                                        "Winery",
                                        "Bakery"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (page_data_is(object, types[i]))
            return true;
    return false;
}
