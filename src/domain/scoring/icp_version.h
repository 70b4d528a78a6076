/* The versions of a tenant's model: drafts, which people edit, and those that were active, which never
 * change again. Called inside a transaction by the pages of signals and by whatever scores. */
#ifndef LEADGEN_SCORING_ICP_VERSION_H
#define LEADGEN_SCORING_ICP_VERSION_H

#include "domain/scoring/icp_model.h"

struct icp_version {
    int64_t version, based_on, revision;
    int64_t created_ms, changed_ms, activated_ms; /* 0: never */
    const char *note, *author, *activated_by;     /* names; NULL: the program or nobody */
    bool active, draft;
    int64_t signals; /* how many it has */
};

/* The version that scores. Where a workspace has none yet: 1, the model that comes with the
 * program. */
MUST_CHECK bool icp_version_active(struct ctx *ctx, int64_t *version, struct icp_model *out);

/* Makes that first version a row, if there is none; harmless otherwise. */
MUST_CHECK bool icp_version_ensure(struct ctx *ctx);

/* All, the newest first. None before icp_version_ensure: then the first is made up. */
MUST_CHECK bool icp_version_list(struct ctx *ctx, struct icp_version **out, size_t *n);

/* One with its document. NOT_FOUND. */
MUST_CHECK bool icp_version_read(struct ctx *ctx, int64_t version, struct icp_version *out,
                                 struct icp_model *model);

/* Begins a draft with this document; its number. */
MUST_CHECK bool icp_version_draft(struct ctx *ctx, int64_t based_on, const struct icp_model *model,
                                  const char *note, int64_t *version);

/* Writes the document of a draft that is still at this revision. CONFLICT: somebody changed or
 * activated it meanwhile. */
MUST_CHECK bool icp_version_save(struct ctx *ctx, int64_t version, int64_t revision,
                                 const struct icp_model *model, const char *note);

/* Lets it score from now on, and has all companies scored anew. NOT_FOUND. */
MUST_CHECK bool icp_version_activate(struct ctx *ctx, int64_t version);

/* Throws a draft away. NOT_FOUND: it is none. */
MUST_CHECK bool icp_version_drop(struct ctx *ctx, int64_t version);

#endif
