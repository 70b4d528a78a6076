/* GET /{tenant}/signals and …/{version}: the signals of a model, one of them open to be edited with what
 * it finds; adding, saving, moving, removing one. Viewers read, editors change. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/scoring/score_report.h"
#include "web/reply.h"
#include "web/scoring/icp_view.h"
#include "web/scoring/pages.h"
#include "web/view.h"

enum { LONG_MOST = 20000, EVIDENCE_SHOWN = 12, KINDS_MOST = 12 };

struct one_version {
    int64_t version;
};
static const struct param version_items[] = {PARAM_ID(struct one_version, version)};
const struct params icp_version_params = PARAMS(struct one_version, version_items);

struct one_signal {
    int64_t version;
    const char *key;
};
static const struct param signal_items[] = {
    PARAM_ID(struct one_signal, version),
    PARAM_TEXT(struct one_signal, key, ICP_KEY_MOST, REQUIRED),
};
const struct params icp_signal_params = PARAMS(struct one_signal, signal_items);

struct form {
    int64_t version, revision;
    const char *key, *label, *category, *about, *phrases, *patterns, *not_near, *links,
        *technologies;
    int64_t points, min, max, needs;
    bool on, frame;
    struct param_texts pages, has_page;
};
#define FORM_ITEMS                                                                                 \
    PARAM_ID(struct form, version), PARAM_I64(struct form, revision, 0, INT64_MAX, OPTIONAL),      \
        PARAM_TEXT(struct form, label, ICP_NAME_MOST, REQUIRED),                                   \
        PARAM_TEXT(struct form, category, ICP_NAME_MOST, REQUIRED),                                \
        PARAM_TEXT(struct form, about, ICP_ABOUT_MOST, OPTIONAL),                                  \
        PARAM_I64(struct form, points, -ICP_POINTS_MOST, ICP_POINTS_MOST, REQUIRED),               \
        PARAM_I64(struct form, min, -ICP_POINTS_MOST, ICP_POINTS_MOST, REQUIRED),                  \
        PARAM_I64(struct form, max, -ICP_POINTS_MOST, ICP_POINTS_MOST, REQUIRED),                  \
        PARAM_I64(struct form, needs, 1, ICP_PHRASES_MOST, REQUIRED),                              \
        PARAM_LONG(struct form, phrases, LONG_MOST, OPTIONAL),                                     \
        PARAM_LONG(struct form, patterns, LONG_MOST, OPTIONAL),                                    \
        PARAM_LONG(struct form, not_near, LONG_MOST, OPTIONAL),                                    \
        PARAM_LONG(struct form, links, LONG_MOST, OPTIONAL),                                       \
        PARAM_LONG(struct form, technologies, LONG_MOST, OPTIONAL), PARAM_FLAG(struct form, on),   \
        PARAM_FLAG(struct form, frame), PARAM_TEXTS(struct form, pages, KINDS_MOST, OPTIONAL),     \
        PARAM_TEXTS(struct form, has_page, KINDS_MOST, OPTIONAL)
static const struct param save_items[] = {FORM_ITEMS,
                                          PARAM_TEXT(struct form, key, ICP_KEY_MOST, REQUIRED)};
const struct params icp_signal_save_params = PARAMS(struct form, save_items);
static const struct param add_items[] = {FORM_ITEMS};
const struct params icp_signal_add_params = PARAMS(struct form, add_items);

static const char *const acts[] = {"up", "down", "remove", NULL};
struct act {
    int64_t version, revision;
    const char *key, *act;
};
static const struct param act_items[] = {
    PARAM_ID(struct act, version),
    PARAM_TEXT(struct act, key, ICP_KEY_MOST, REQUIRED),
    PARAM_I64(struct act, revision, 0, INT64_MAX, OPTIONAL),
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
};
const struct params icp_signal_act_params = PARAMS(struct act, act_items);

static const char *const verdicts[] = {"right", "wrong", NULL};
struct verdict {
    int64_t version, company_id;
    const char *key, *verdict;
};
static const struct param verdict_items[] = {
    PARAM_ID(struct verdict, version),
    PARAM_TEXT(struct verdict, key, ICP_KEY_MOST, REQUIRED),
    PARAM_ID(struct verdict, company_id),
    PARAM_CHOICE(struct verdict, verdict, verdicts, REQUIRED),
};
const struct params icp_verdict_params = PARAMS(struct verdict, verdict_items);

/* --- showing --------------------------------------------------------------------------------- */

static const char *
signal_path(struct page *pg, int64_t version, const char *key)
{
    return icp_view_path(pg, version, arena_printf(pg->ctx->arena, "/signal/%s", key));
}

static int64_t
found_at(const struct score_signal_count *counts, size_t n, const char *key, int64_t *wrong)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(counts[i].signal, key)) {
            *wrong = counts[i].wrong;
            return counts[i].companies;
        }
    *wrong = 0;
    return 0;
}

/* The list by category, in the model's order; a category stands where its first signal does. */
static bool
show_list(struct page *pg, const struct icp_model *model, int64_t version, const char *current)
{
    struct score_signal_count *counts;
    size_t n;
    if (!score_signal_counts(pg->ctx, &counts, &n))
        return false;
    struct tree_list groups = tree_list(pg->view, "Groups");
    bool *done = ARENA_ARRAY(pg->ctx->arena, model->n_signals + 1, bool);
    for (size_t i = 0; i < model->n_signals; i++) {
        if (done[i])
            continue;
        struct tree *group = tree_row(&groups);
        struct tree_list rows = tree_list(group, "signals");
        tree_set(group, "label", model->signals[i].category);
        for (size_t k = i; k < model->n_signals; k++) {
            const struct icp_signal *signal = &model->signals[k];
            if (done[k] || strcmp(signal->category, model->signals[i].category) != 0)
                continue;
            int64_t wrong, companies = found_at(counts, n, signal->key, &wrong);
            struct tree *row = tree_row(&rows);
            done[k] = true;
            tree_set(row, "label", signal->label);
            tree_set(row, "points", icp_view_points(pg->ctx->arena, signal->points));
            tree_set_bool(row, "against", signal->points < 0);
            tree_set_bool(row, "off", !signal->on);
            tree_set(row, "path", signal_path(pg, version, signal->key));
            tree_set(row, "companies",
                     arena_printf(pg->ctx->arena, "%s %s", view_number(pg, companies),
                                  companies == 1 ? "company" : "companies"));
            if (!strcmp(signal->key, current))
                tree_set(row, "current", "1");
        }
    }
    tree_set_i64(pg->view, "Icp.n_signals", (int64_t)model->n_signals);
    return true;
}

static bool
sent_has(const struct page *pg, const char *name, const char *value)
{
    for (size_t i = 0; i < pg->sent->count; i++)
        if (!strcmp(pg->sent->values[i].name, name) && !strcmp(pg->sent->values[i].value, value))
            return true;
    return false;
}

static void
show_kinds(struct page *pg, const char *path, const char *name, unsigned bits)
{
    struct tree_list list = tree_list(pg->view, path);
    for (int i = 1; i <= ICP_PAGE_KINDS; i++) {
        /* "other" is the first kind and stands last */
        int kind = i % ICP_PAGE_KINDS;
        struct tree *row = tree_row(&list);
        tree_set(row, "value", icp_page_kinds[kind]);
        tree_set(row, "label", icp_page_labels[kind]);
        tree_set_bool(row, "on",
                      pg->sent ? sent_has(pg, name, icp_page_kinds[kind])
                               : (bits >> kind & 1U) != 0);
    }
}

static void
show_form(struct page *pg, const struct icp_signal *signal)
{
    struct arena *arena = pg->ctx->arena;
    view_field(pg, "label", signal->label);
    view_field(pg, "category", signal->category);
    view_field(pg, "about", signal->about);
    view_field_i64(pg, "points", signal->points);
    view_field_i64(pg, "min", signal->min);
    view_field_i64(pg, "max", signal->max);
    view_field_i64(pg, "needs", signal->needs);
    view_field(pg, "phrases", icp_view_text(arena, &signal->phrases));
    view_field(pg, "patterns", icp_view_text(arena, &signal->patterns));
    view_field(pg, "not_near", icp_view_text(arena, &signal->not_near));
    view_field(pg, "links", icp_view_text(arena, &signal->links));
    view_field(pg, "technologies", icp_view_text(arena, &signal->technologies));
    view_field(pg, "on", signal->on ? "1" : "");
    view_field(pg, "frame", signal->frame ? "1" : "");
    show_kinds(pg, "Pages", "pages", signal->pages);
    show_kinds(pg, "Exists", "has_page", signal->has_page);
}

/* The path of an address, for a narrow column. */
static const char *
short_address(const char *url)
{
    const char *host = strstr(url, "://");
    const char *path = host ? strchr(host + 3, '/') : NULL;
    return path ? path : url;
}

static bool
show_evidence(struct page *pg, int64_t version, const struct icp_signal *signal)
{
    struct score_shown *rows;
    size_t n;
    if (!score_signal_evidence(pg->ctx, signal->key, EVIDENCE_SHOWN, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Evidence");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", rows[i].name);
        tree_set_i64(row, "company_id", rows[i].company_id);
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s/companies/%" PRId64 "/score", pg->base,
                              rows[i].company_id));
        tree_set(row, "url", rows[i].url);
        tree_set(row, "page", short_address(rows[i].url));
        tree_set(row, "before", rows[i].before);
        tree_set(row, "found", rows[i].found);
        tree_set(row, "after", rows[i].after);
        tree_set_i64(row, "verdict", rows[i].verdict);
    }
    tree_set(pg->view, "Signal.verdict_path",
             icp_view_path(pg, version,
                           arena_printf(pg->ctx->arena, "/signal/%s/verdict", signal->key)));
    return true;
}

static bool
show_signal(struct page *pg, int64_t version, const char *key)
{
    struct icp_version one;
    struct icp_model model;
    if (!icp_view_open(pg, version, "signals", &one, &model))
        return false;
    const struct icp_signal *signal = *key              ? icp_model_signal(&model, key)
                                      : model.n_signals ? &model.signals[0]
                                                        : NULL;
    if (*key && !signal)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "This model has no such signal.");
    if (!show_list(pg, &model, version, signal ? signal->key : ""))
        return false;
    if (!signal)
        return reply_template(pg);
    tree_set(pg->view, "Signal.label", signal->label);
    tree_set(pg->view, "Signal.category", signal->category);
    tree_set(pg->view, "Signal.key", signal->key);
    tree_set(pg->view, "Signal.path", signal_path(pg, version, signal->key));
    show_form(pg, signal);
    return show_evidence(pg, version, signal) && reply_template(pg);
}

/* The newest draft, else the version that scores. */
bool
icp_page(struct page *pg)
{
    struct icp_version *all;
    size_t n, at = 0;
    if (!icp_version_list(pg->ctx, &all, &n))
        return false;
    while (at + 1 < n && !all[at].draft && !all[at].active)
        at++;
    return reply_redirect_to(pg, icp_view_path(pg, all[at].version, ""));
}

bool
icp_signal_page(struct page *pg)
{
    bool first = !strcmp(pg->route->path, "/{tenant}/signals/{version}");
    if (first)
        return show_signal(pg, ((const struct one_version *)pg->params)->version, "");
    const struct one_signal *in = pg->params;
    return show_signal(pg, in->version, in->key);
}

bool
icp_signal_new_page(struct page *pg)
{
    static const struct icp_signal blank = {.label = "",
                                            .category = "",
                                            .about = "",
                                            .on = true,
                                            .points = 3,
                                            .min = 1,
                                            .max = 10,
                                            .needs = 1};
    const struct one_version *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    if (!icp_view_open(pg, in->version, "signals", &one, &model) ||
        !show_list(pg, &model, in->version, ""))
        return false;
    tree_set(pg->view, "Signal.path", icp_view_path(pg, in->version, "/new"));
    tree_set_bool(pg->view, "Signal.new", true);
    show_form(pg, &blank);
    return reply_template(pg);
}

/* --- changing -------------------------------------------------------------------------------- */

static bool
take_kinds(struct page *pg, const char *field, const struct param_texts *texts, unsigned *bits)
{
    *bits = 0;
    for (size_t i = 0; i < texts->count; i++) {
        int kind = icp_page_kind(texts->values[i]);
        if (kind < 0)
            return err_field(pg->ctx, ERR_INPUT, field, "There are no pages of that kind.");
        *bits |= 1U << kind;
    }
    return true;
}

static bool
take_signal(struct page *pg, const struct form *in, const char *key, struct icp_signal *out)
{
    struct arena *arena = pg->ctx->arena;
    *out = (struct icp_signal){.key = key,
                               .label = text_squeeze(arena, in->label),
                               .category = text_squeeze(arena, in->category),
                               .about = text_squeeze(arena, in->about),
                               .on = in->on,
                               .points = in->points,
                               .min = in->min,
                               .max = in->max,
                               .needs = in->needs,
                               .phrases = icp_view_lines(arena, in->phrases),
                               .patterns = icp_view_lines(arena, in->patterns),
                               .not_near = icp_view_lines(arena, in->not_near),
                               .links = icp_view_lines(arena, in->links),
                               .technologies = icp_view_lines(arena, in->technologies),
                               .frame = in->frame};
    return take_kinds(pg, "pages", &in->pages, &out->pages) &&
           take_kinds(pg, "has_page", &in->has_page, &out->has_page) &&
           icp_signal_check(pg->ctx, out);
}

/* A key of the label's letters that the model does not have yet. */
static const char *
new_key(struct arena *arena, const struct icp_model *model, const char *label)
{
    const char *folded = text_fold(arena, label);
    char key[ICP_KEY_MOST - 4];
    size_t n = 0;
    for (; *folded && n + 1 < sizeof key; folded++) {
        bool small = *folded >= 'a' && *folded <= 'z';
        if (small || (*folded >= '0' && *folded <= '9'))
            key[n++] = (char)(small ? *folded - 'a' + 'A' : *folded);
        else if (n && key[n - 1] != '_')
            key[n++] = '_';
    }
    n -= n && key[n - 1] == '_';
    key[n] = '\0';
    const char *out = n ? arena_strdup(arena, key) : "SIGNAL";
    for (int i = 2; icp_model_signal(model, out); i++)
        out = arena_printf(arena, "%s_%d", n ? key : "SIGNAL", i);
    return out;
}

bool
icp_signal_add_page(struct page *pg)
{
    const struct form *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    struct icp_signal signal;
    if (!icp_version_read(pg->ctx, in->version, &one, &model))
        return false;
    if (model.n_signals >= ICP_SIGNALS_MOST)
        return err_field(pg->ctx, ERR_INPUT, "", "A model has at most %d signals.",
                         ICP_SIGNALS_MOST);
    const char *key = new_key(pg->ctx->arena, &model, in->label);
    if (!take_signal(pg, in, key, &signal))
        return false;
    struct icp_signal *all = ARENA_ARRAY(pg->ctx->arena, model.n_signals + 1, struct icp_signal);
    memcpy(all, model.signals, model.n_signals * sizeof *all);
    all[model.n_signals++] = signal;
    model.signals = all;
    return icp_view_save(pg, &one, in->revision, &model,
                         arena_printf(pg->ctx->arena, "/signal/%s", key));
}

bool
icp_signal_save_page(struct page *pg)
{
    const struct form *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    struct icp_signal changed;
    if (!icp_version_read(pg->ctx, in->version, &one, &model))
        return false;
    struct icp_signal *signal = icp_model_signal(&model, in->key);
    if (!signal)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "This model has no such signal.");
    if (!take_signal(pg, in, signal->key, &changed))
        return false;
    *signal = changed;
    return icp_view_save(pg, &one, in->revision, &model,
                         arena_printf(pg->ctx->arena, "/signal/%s", changed.key));
}

/* The next one of the same category in that direction; the place itself when there is none. */
static size_t
neighbour(const struct icp_model *model, size_t at, bool up)
{
    for (size_t i = at; up ? i > 0 : i + 1 < model->n_signals;) {
        i = up ? i - 1 : i + 1;
        if (!strcmp(model->signals[i].category, model->signals[at].category))
            return i;
    }
    return at;
}

bool
icp_signal_act_page(struct page *pg)
{
    const struct act *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    if (!icp_version_read(pg->ctx, in->version, &one, &model))
        return false;
    struct icp_signal *signal = icp_model_signal(&model, in->key);
    if (!signal)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "This model has no such signal.");
    size_t at = (size_t)(signal - model.signals);
    if (!strcmp(in->act, "remove")) {
        memmove(signal, signal + 1, (--model.n_signals - at) * sizeof *signal);
        return icp_view_save(pg, &one, in->revision, &model, "");
    }
    size_t other = neighbour(&model, at, !strcmp(in->act, "up"));
    struct icp_signal kept = *signal;
    *signal = model.signals[other];
    model.signals[other] = kept;
    return icp_view_save(pg, &one, in->revision, &model,
                         arena_printf(pg->ctx->arena, "/signal/%s", kept.key));
}

bool
icp_verdict_page(struct page *pg)
{
    const struct verdict *in = pg->params;
    if (!score_verdict_set(pg->ctx, in->company_id, in->key, !strcmp(in->verdict, "right")))
        return false;
    reply_flash(pg, "ok", "Noted. What people find wrong is counted beside the signal.", NULL,
                NULL);
    return reply_redirect_to(pg, signal_path(pg, in->version, in->key));
}
