/* Shared by the pages of signals. See icp_view.h. */
#include "web/scoring/icp_view.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "web/reply.h"
#include "web/view.h"

enum { BARS = 20, LINES_MOST = 64 * 1024 };

const char *
icp_view_path(struct page *pg, int64_t version, const char *more)
{
    return arena_printf(pg->ctx->arena, "%s/signals/%" PRId64 "%s", pg->base, version, more);
}

const char *
icp_view_points(struct arena *arena, int64_t points)
{
    return points < 0 ? arena_printf(arena, "−%" PRId64, -points)
                      : arena_printf(arena, "+%" PRId64, points);
}

static const char *
state_of(const struct icp_version *version)
{
    return version->draft ? "draft" : version->active ? "active" : "earlier";
}

static void
fill_tabs(struct page *pg, int64_t version, const char *current)
{
    static const char *const tabs[][3] = {
        {"signals",  "Signals",           ""         },
        {"tiers",    "Tiers and weights", "/tiers"   },
        {"document", "In words",          "/document"},
        {"compare",  "Compare",           "/compare" }
    };
    struct tree_list list = tree_list(pg->view, "Tabs.items");
    tree_set(pg->view, "Tabs.label", "Model");
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", tabs[i][1]);
        tree_set(row, "path", icp_view_path(pg, version, tabs[i][2]));
        if (!strcmp(tabs[i][0], current))
            tree_set(row, "current", "1");
    }
    struct tree *row = tree_row(&list);
    tree_set(row, "label", "Versions");
    tree_set(row, "path", arena_printf(pg->ctx->arena, "%s/signals/versions", pg->base));
    if (!strcmp(current, "versions"))
        tree_set(row, "current", "1");
}

bool
icp_view_open(struct page *pg, int64_t version, const char *tab, struct icp_version *out,
              struct icp_model *model)
{
    struct icp_version *all;
    size_t n;
    if (!icp_version_list(pg->ctx, &all, &n) || !icp_version_read(pg->ctx, version, out, model))
        return false;
    struct tree *node = tree_node(pg->view, "Icp");
    struct tree_list list = tree_list(node, "versions");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "version", all[i].version);
        tree_set(row, "state", state_of(&all[i]));
        tree_set(row, "path", icp_view_path(pg, all[i].version, ""));
        if (all[i].active)
            tree_set_i64(node, "active", all[i].version);
    }
    tree_set_i64(node, "version", out->version);
    tree_set_i64(node, "revision", out->revision);
    tree_set(node, "state", state_of(out));
    tree_set(node, "path", icp_view_path(pg, version, ""));
    tree_set(node, "home", arena_printf(pg->ctx->arena, "%s/signals", pg->base));
    tree_set(node, "name", model->name);
    tree_set(node, "note", out->note);
    fill_tabs(pg, version, tab);
    return true;
}

bool
icp_view_save(struct page *pg, const struct icp_version *version, int64_t revision,
              const struct icp_model *model, const char *more)
{
    int64_t draft = version->version;
    if (version->draft) {
        if (!icp_version_save(pg->ctx, draft, revision, model, version->note))
            return false;
        reply_flash(pg, "ok", "Saved in the draft. It scores nothing until you activate it.", NULL,
                    NULL);
    } else {
        if (!icp_version_draft(pg->ctx, version->version, model, "", &draft))
            return false;
        reply_flash(pg, "ok",
                    arena_printf(pg->ctx->arena,
                                 "Saved as model %" PRId64
                                 ", a draft. It scores nothing until you activate it.",
                                 draft),
                    NULL, NULL);
    }
    return reply_redirect_to(pg, icp_view_path(pg, draft, more));
}

static size_t
bar_of(int64_t total, int64_t low, int64_t step)
{
    int64_t at = (total - low) / step;
    return at < 0 ? 0 : at >= BARS ? BARS - 1 : (size_t)at;
}

static void
fill_line(struct page *pg, const int64_t *counts, int64_t most)
{
    struct buf path;
    buf_init(&path, pg->ctx->arena, 4096);
    for (size_t i = 0; i < BARS; i++)
        buf_printf(&path, "%c%zu.5 %" PRId64, i ? 'L' : 'M', 2 + 5 * i,
                   100 - 96 * counts[i] / most);
    tree_set(pg->view, "Chart.line", path.data);
}

void
icp_view_chart(struct page *pg, const struct icp_view_total *totals, size_t n,
               const struct icp_model *model, bool line)
{
    struct arena *arena = pg->ctx->arena;
    int64_t counts[BARS] = {0}, others[BARS] = {0}, most = 1;
    if (n == 0)
        return;
    int64_t low = totals[0].total, high = totals[n - 1].total, limit = model->tiers[0].from;
    if (limit != INT64_MIN && limit > high)
        high = limit;
    int64_t step = (high - low) / BARS + 1;
    for (size_t i = 0; i < n; i++) {
        counts[bar_of(totals[i].total, low, step)] += totals[i].count;
        others[bar_of(totals[i].total, low, step)] += totals[i].other;
    }
    for (size_t i = 0; i < BARS; i++) {
        most = counts[i] > most ? counts[i] : most;
        most = line && others[i] > most ? others[i] : most;
    }
    struct tree_list bars = tree_list(pg->view, "Chart.bars");
    for (size_t i = 0; i < BARS; i++) {
        int64_t from = low + (int64_t)i * step, size = 96 * counts[i] / most;
        struct tree *row = tree_row(&bars);
        size = counts[i] && size < 1 ? 1 : size;
        tree_set(row, "x", arena_printf(arena, "%zu.5", 5 * i));
        tree_set_i64(row, "y", 100 - size);
        tree_set_i64(row, "height", size);
        tree_set_bool(row, "best", limit != INT64_MIN && from >= limit);
    }
    tree_set(pg->view, "Chart.from", view_number(pg, low));
    tree_set(pg->view, "Chart.middle", view_number(pg, low + BARS / 2 * step));
    tree_set(pg->view, "Chart.to", view_number(pg, low + BARS * step - 1));
    if (limit != INT64_MIN && limit > low)
        tree_set_i64(pg->view, "Chart.limit", 100 * (limit - low) / (BARS * step));
    if (line)
        fill_line(pg, others, most);
}

struct icp_texts
icp_view_lines(struct arena *arena, const char *text)
{
    struct icp_texts out = {NULL, 0};
    size_t lines = 1;
    for (const char *p = text; *p; p++)
        lines += *p == '\n';
    out.of = ARENA_ARRAY(arena, lines, const char *);
    while (*text) {
        size_t length = strcspn(text, "\n");
        const char *line = text_squeeze(arena, arena_strndup(arena, text, length));
        if (*line)
            out.of[out.n++] = line;
        text += length + (text[length] == '\n');
    }
    return out;
}

const char *
icp_view_text(struct arena *arena, const struct icp_texts *lines)
{
    struct buf buf;
    buf_init(&buf, arena, LINES_MOST);
    for (size_t i = 0; i < lines->n; i++)
        buf_printf(&buf, "%s%s", i ? "\n" : "", lines->of[i]);
    return buf.data;
}
