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

/* Micro-dollars as "$0.005". */
const char *provider_view_money(struct arena *arena, int64_t micros);

#endif
