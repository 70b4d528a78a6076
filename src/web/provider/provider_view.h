/* What the pages of outside services share: how one is doing, in words. */
#ifndef LEADGEN_WEB_PROVIDER_VIEW_H
#define LEADGEN_WEB_PROVIDER_VIEW_H

#include "domain/provider/provider.h"
#include "web/web.h"

/* "/kestrel/settings/providers" (0) and what is below it. */
const char *provider_view_path(struct page *pg, int64_t provider_id);

/* A row: name, state, use, test. */
void provider_view_show(struct page *pg, struct tree *row, const struct provider *provider);

/* Progress.* while a test runs. */
MUST_CHECK bool provider_view_progress(struct page *pg, const struct provider *provider,
                                       bool *active);

/* "/kestrel/settings/providers/models/7": the page of a language model. */
const char *model_view_path(struct page *pg, int64_t provider_id);

/* Calls.* and Days.*: what it did. */
MUST_CHECK bool provider_view_calls(struct page *pg, int64_t provider_id);

/* What something cost: money for super admins, credits for all others. */
const char *provider_view_cost(struct page *pg, int64_t micros);

/* "0.005" in dollars; "" is 0. INPUT on the field. */
MUST_CHECK bool provider_view_read_money(struct page *pg, const char *field, const char *text,
                                         int64_t *micros);

/* Micro-dollars as "$0.005". */
const char *provider_view_money(struct arena *arena, int64_t micros);

#endif
