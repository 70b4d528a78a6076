/* What a web site is built with. See company_technology.h. */
#include "domain/site/company_technology.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "statements.h"

static int
by_group(const void *a, const void *b)
{
    const struct company_technology *one = a, *other = b;
    return one->group != other->group ? (int)one->group - (int)other->group
                                      : strcmp(one->name, other->name);
}

bool
company_technology_list(struct ctx *ctx, int64_t company_id, struct company_technology **out,
                        size_t *n)
{
    struct row {
        const char *technology, *version, *url, *evidence;
        int64_t seen_ms;
    } * rows;
    static const struct field map[] = {
        FIELD_STR(struct row, technology), FIELD_STR(struct row, version),
        FIELD_STR(struct row, url),        FIELD_STR(struct row, evidence),
        FIELD_I64(struct row, seen_ms),    FIELD_END};
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_COMPANY_TECHNOLOGY_LIST, DB_ARGS(DB_I64(company_id)), map, &rows,
                &n_rows))
        return false;
    *out = ARENA_ARRAY(ctx->arena, n_rows + 1, struct company_technology);
    *n = 0;
    for (size_t i = 0; i < n_rows; i++) {
        enum technology_group group;
        const char *name = page_technology_name(rows[i].technology, &group);
        if (!name)
            continue; /* no longer in the table */
        struct company_technology *technology = &(*out)[(*n)++];
        technology->key = rows[i].technology;
        technology->name = name;
        technology->version = rows[i].version ? rows[i].version : "";
        technology->url = rows[i].url;
        technology->evidence = rows[i].evidence;
        technology->group = group;
        technology->seen_ms = rows[i].seen_ms;
    }
    qsort(*out, *n, sizeof **out, by_group);
    return true;
}
