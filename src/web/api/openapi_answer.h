/* What the interface for programs answers of campaigns, messages and PDFs: a table of schemas, one line
 * each. Called by openapi_schema.c. */
#ifndef LEADGEN_WEB_OPENAPI_ANSWER_H
#define LEADGEN_WEB_OPENAPI_ANSWER_H

#include "base/json.h"

/* Adds them under their names. */
void openapi_answer_add(struct arena *arena, struct jsn *schemas);

#endif
