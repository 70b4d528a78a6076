/* Addresses of lists with something wrong in them. See list_mend.h. */
#include "web/list/list_mend.h"

#include <string.h>

#include "base/text.h"
#include "domain/query/query_cursor.h"
#include "web/list/list_state.h"
#include "web/view.h"

/* Of one name at most TRIED values are looked at one by one; past them all go. */
enum { ROUNDS = 8, TRIED = 40, FIELD_CUT = 40 };

#define SAVING "/{tenant}/smart-lists/new"

static const struct place {
    const char *path;
    enum record_entity entity;
    const char *below;
} places[] = {
    {"/{tenant}/companies",        RECORD_COMPANY, ""       },
    {"/{tenant}/contacts",         RECORD_CONTACT, ""       },
    {"/{tenant}/companies/export", RECORD_COMPANY, "/export"},
    {"/{tenant}/contacts/export",  RECORD_CONTACT, "/export"},
    {SAVING,                       RECORD_CONTACT, NULL     },
};

struct mending {
    struct page *pg;
    const struct place *place;
    enum record_entity entity;
    struct list_sent sent; /* what is left */
    const char *paged, *picked, *saved, *named;
    struct param_pair *pairs;
    size_t n_pairs, n_faults;
    struct list_state state;
    const char *trying; /* the name of the value that is bound alone */
};

static void
note(struct mending *m, const char *message)
{
    struct form_error **last = &m->pg->errors;
    while (*last)
        last = &(*last)->next;
    *last = ARENA_NEW(m->pg->ctx->arena, struct form_error);
    **last = (struct form_error){NULL, "", arena_strdup(m->pg->ctx->arena, message)};
    m->n_faults++;
}

static void
note_value(void *arg, const char *name, const char *message)
{
    struct mending *m = arg;
    if (!strcmp(name, m->trying))
        note(m, arena_printf(m->pg->ctx->arena, "%s: %s", name, message));
}

/* Where a parameter that is none of the filter is kept; NULL: it is one of the filter. */
static const char **
slot_of(struct mending *m, const char *name)
{
    const struct {
        const char *name, **slot;
    } slots[] = {
        {"sort",   &m->sent.sort  },
        {"dir",    &m->sent.dir   },
        {"after",  &m->sent.after },
        {"before", &m->sent.before},
        {"cols",   &m->sent.cols  },
        {"more",   &m->sent.more  },
        {"part",   &m->sent.part  },
        {"paged",  &m->paged      },
        {"smart",  &m->sent.smart },
        {"picked", &m->picked     },
        {"filter", &m->saved      },
        {"entity", &m->named      },
    };
    const struct params *params = m->pg->route->params;
    for (size_t i = 0; i < params->count; i++)
        for (size_t k = 0; k < sizeof slots / sizeof *slots; k++)
            if (params->items[i].type != PARAM_TYPE_REST && !strcmp(slots[k].name, name) &&
                !strcmp(params->items[i].name, name))
                return slots[k].slot;
    return NULL;
}

/* Whether the page takes this value at all. */
static bool
fits(struct mending *m, struct param_value *value)
{
    struct ctx *ctx = m->pg->ctx;
    const struct param_set alone = {.values = value, .count = 1};
    size_t before = m->n_faults;
    void *bound;
    m->trying = value->name;
    if (!params_bind(ctx, m->pg->route->params, &alone, false, &bound, note_value, m))
        err_clear(ctx);
    return m->n_faults == before;
}

static void
take(struct mending *m, struct param_value *value, bool of_filter)
{
    const char **slot = of_filter ? NULL : slot_of(m, value->name);
    if (!*value->value)
        return;
    if (!slot) {
        m->pairs[m->n_pairs++] = (struct param_pair){value->name, value->value};
        return;
    }
    if (**slot)
        note(m,
             arena_printf(m->pg->ctx->arena, "The parameter \"%s\" was sent twice.", value->name));
    else if (fits(m, value))
        *slot = text_trim(m->pg->ctx->arena, value->value);
}

/* The values of a query, or of a filter that is to be kept. */
static bool
take_all(struct mending *m, const char *text, bool of_filter)
{
    struct param_set set = {0};
    struct ctx *ctx = m->pg->ctx;
    if (!params_add_encoded(ctx, &set, text, strlen(text), PARAM_FROM_QUERY)) {
        note(m, ctx->err.message);
        err_clear(ctx);
        return false;
    }
    struct param_pair *pairs =
        ARENA_ARRAY(ctx->arena, m->n_pairs + set.count + 1, struct param_pair);
    if (m->n_pairs)
        memcpy(pairs, m->pairs, m->n_pairs * sizeof *pairs);
    m->pairs = pairs;
    for (size_t i = 0; i < set.count; i++)
        take(m, &set.values[i], of_filter);
    return true;
}

/* A field of an error may be cut, and stands for both ends of a range. */
static bool
is_of(const struct param_pair *pair, const char *field)
{
    size_t length = strlen(field);
    const char *rest = pair->name + length;
    return !strncmp(pair->name, field, length) &&
           (!*rest || !strcmp(rest, ".from") || !strcmp(rest, ".to") || length >= FIELD_CUT);
}

static bool
is_bad_alone(struct mending *m, const struct param_pair *pair)
{
    struct record_filter filter;
    const struct record_pair alone = {pair->name, pair->value};
    bool ok = record_filter_read(m->pg->ctx, m->entity, &alone, 1, &filter);
    err_clear(m->pg->ctx);
    return !ok;
}

/* Takes out the values of a name that do not fit; where each does and they do not together, all. */
static void
drop_pairs(struct mending *m, const char *field)
{
    size_t found = 0, bad = 0, kept = 0;
    bool *is_bad = ARENA_ARRAY(m->pg->ctx->arena, m->n_pairs + 1, bool);
    for (size_t i = 0; i < m->n_pairs; i++) {
        if (!is_of(&m->pairs[i], field))
            continue;
        found++;
        is_bad[i] = found <= TRIED && is_bad_alone(m, &m->pairs[i]);
        bad += is_bad[i];
    }
    for (size_t i = 0; i < m->n_pairs; i++) {
        bool goes = !found ? true : bad && found <= TRIED ? is_bad[i] : is_of(&m->pairs[i], field);
        if (!goes)
            m->pairs[kept++] = m->pairs[i];
    }
    m->n_pairs = kept;
}

static void
drop(struct mending *m, const char *field)
{
    if (!strcmp(field, "sort"))
        m->sent.sort = m->sent.dir = "";
    else if (!strcmp(field, "cols"))
        m->sent.cols = m->state.known_columns;
    else
        drop_pairs(m, field);
}

/* Reads the list as it is asked for, without one thing more each time, until it can be shown. */
static bool
settle(struct mending *m)
{
    struct ctx *ctx = m->pg->ctx;
    for (int round = 0; round < ROUNDS; round++) {
        m->sent.filter = (struct param_pairs){m->pairs, m->n_pairs};
        if (list_state_read(m->pg, m->entity, &m->sent, &m->state))
            return true;
        if (ctx->err.kind != ERR_INPUT)
            return false;
        note(m, ctx->err.message);
        const char *field = arena_strdup(ctx->arena, ctx->err.field);
        err_clear(ctx);
        drop(m, field);
    }
    return false;
}

/* Whether it has a place that is not there any more. */
static bool
is_lost(struct mending *m)
{
    struct query_cursor cursor;
    const char *place = *m->sent.after ? m->sent.after : m->sent.before;
    if (!*place || query_cursor_read(m->pg->ctx, "after", place, m->state.here.order, &cursor))
        return false;
    note(m, m->pg->ctx->err.message);
    err_clear(m->pg->ctx);
    return true;
}

static const char *
mended_path(struct mending *m)
{
    struct page *pg = m->pg;
    const struct list_address *here = &m->state.here;
    if (!m->place->below)
        return view_url(pg->ctx->arena, "/%s/smart-lists/new?entity=%s&filter=%s&sort=%s&dir=%s",
                        pg->slug, record_entity_name(m->entity),
                        record_filter_text(pg->ctx->arena, here->filter), m->sent.sort,
                        m->sent.dir);
    if (!*m->place->below)
        return list_state_url(pg, here);
    if (*m->picked)
        return arena_printf(pg->ctx->arena, "%s/export?picked=%s", list_state_path(pg, m->entity),
                            view_encode(pg->ctx->arena, m->picked));
    return list_state_below(pg, &m->state, m->place->below);
}

static const struct place *
place_of(const struct route *route)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!strcmp(places[i].path, route->path))
            return &places[i];
    return NULL;
}

bool
list_mend(struct page *pg)
{
    struct mending m = {
        .pg = pg,
        .place = place_of(pg->route),
        .sent = {.sort = "",
                 .dir = "",
                 .after = "",
                 .before = "",
                 .cols = "",
                 .part = "",
                 .more = "",
                 .smart = ""},
        .paged = "",
        .picked = "",
        .saved = "",
        .named = ""
    };
    if (!m.place)
        return false;
    m.entity = m.place->entity;
    bool read = take_all(&m, pg->in->query, false) && take_all(&m, m.saved, true);
    if (!strcmp(m.named, "company"))
        m.entity = RECORD_COMPANY;
    pg->mended.whole = list_state_path(pg, m.entity);
    pg->mended.whole_label = m.entity == RECORD_COMPANY ? "All companies" : "All contacts";
    m.sent.paged = *m.paged && strcmp(m.paged, "0") != 0 && strcmp(m.paged, "false") != 0;
    if (!read || !settle(&m)) {
        err_clear(pg->ctx);
        return m.n_faults > 0;
    }
    bool lost = is_lost(&m);
    if (!m.n_faults)
        return false;
    pg->mended.path = mended_path(&m);
    pg->mended.label = lost && m.n_faults == 1 ? "Show the list from its beginning"
                       : m.n_faults == 1       ? "Leave it out"
                                               : "Leave these out";
    return true;
}
