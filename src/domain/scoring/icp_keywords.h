/* The older form of a model: keywords by key of a signal, thresholds by name (scoring_config.json),
 * made into a document of ours. Called by icp_model.c. Pure. */
#ifndef LEADGEN_SCORING_ICP_KEYWORDS_H
#define LEADGEN_SCORING_ICP_KEYWORDS_H

#include "base/json.h"

/* Is it of that form? */
bool icp_keywords_is(const struct jsn *document);

/* The same as a document of ours, not yet checked. What speaks against a company needs two of its
 * keywords, for a single one says little ("procurement"). */
struct jsn *icp_keywords_document(struct arena *arena, const struct jsn *document);

#endif
