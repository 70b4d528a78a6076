/* What each row of the interface for programs does, for its reader: the table behind the document. Called
 * by openapi_page.c. Every TOKEN row has its line: a test asks. */
#ifndef LEADGEN_WEB_OPENAPI_OPERATION_H
#define LEADGEN_WEB_OPENAPI_OPERATION_H

#include "domain/record/record.h"
#include "web/web.h"

struct openapi_operation {
    page_fn *handler;
    const char *name, *summary;
    const struct params *input; /* members of the body; NULL: none, or `body` says them */
    const char *body;           /* name of the schema of the body */
    const char *answer;         /* name of a schema; NULL: a file */
    int64_t status;
    enum record_entity entity; /* of what it lists or counts, else 0 */
    bool paged;                /* a list of records */
};

/* NULL: it is not described. */
const struct openapi_operation *openapi_operation_of(const struct route *route);

#endif
