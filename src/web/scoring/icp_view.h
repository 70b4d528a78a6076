/* What the pages of signals share: the version they show, the way between them, the chart of totals.
 * Called by the handlers of web/scoring. */
#ifndef LEADGEN_WEB_SCORING_ICP_VIEW_H
#define LEADGEN_WEB_SCORING_ICP_VIEW_H

#include "domain/scoring/icp_version.h"
#include "web/web.h"

/* Reads a version and fills Icp.*: number, state, tabs, the menu of versions. tab: "signals",
 * "tiers", "document", "compare" or "versions". */
MUST_CHECK bool icp_view_open(struct page *pg, int64_t version, const char *tab,
                              struct icp_version *out, struct icp_model *model);

/* "/kestrel/signals/3", with more behind it. */
const char *icp_view_path(struct page *pg, int64_t version, const char *more);

/* Saves a changed model: over the draft it is, or as a new draft of a version that was active. Then
 * leads to `more` of that draft. `revision` is what the form was made from. */
MUST_CHECK bool icp_view_save(struct page *pg, const struct icp_version *version, int64_t revision,
                              const struct icp_model *model, const char *more);

/* One bar for each of some ranges of totals, for a chart: Chart.bars, Chart.from, Chart.middle,
 * Chart.to, Chart.limit (where the best tier begins); `line`: also Chart.line of the other counts. */
struct icp_view_total {
    int64_t total, count, other;
};
void icp_view_chart(struct page *pg, const struct icp_view_total *totals, size_t n,
                    const struct icp_model *model, bool line);

/* "+6", "−20". */
const char *icp_view_points(struct arena *arena, int64_t points);

/* Lines of a field as texts, empty ones left out; and back. */
struct icp_texts icp_view_lines(struct arena *arena, const char *text);
const char *icp_view_text(struct arena *arena, const struct icp_texts *lines);

#endif
