/* What an import made beside records: tags, lists and custom fields that nobody had before. Its undo and
 * its discarding take away what nothing else uses, and name what stays. Called by the jobs of
 * import_undo.c and by the pages that ask before. */
#ifndef LEADGEN_DOMAIN_LABEL_MADE_H
#define LEADGEN_DOMAIN_LABEL_MADE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/json.h"

struct label_made {
    const char *kind;   /* "field", "list", "tag" */
    int64_t id, entity; /* entity: of a field, else 0 */
    const char *name;
    const char *used; /* by what: "records", "smart_list", "import"; "": by nothing, or not asked */
    const char *used_by; /* the name of that smart list or import, else "" */
};

/* Those that are still there; whether something uses them is not asked. */
MUST_CHECK bool label_made_list(struct ctx *ctx, int64_t import_id, struct label_made **rows,
                                size_t *n);

/* Takes away what nothing uses; an undo of the set brings it back (set_id 0: nothing does). *rows are all
 * of them, those with `used` are left. */
MUST_CHECK bool label_made_leave(struct ctx *ctx, int64_t import_id, int64_t set_id,
                                 struct label_made **rows, size_t *n);

/* What came of it as JSON, to be kept with the import; and back. */
struct jsn *label_made_write(struct arena *arena, const struct label_made *rows, size_t n);
void label_made_read(struct arena *arena, const struct jsn *json, struct label_made **rows,
                     size_t *n);

#endif
