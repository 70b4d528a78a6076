/* Companies by the beginning of their name. See company_pick.h. */
#include "domain/company/company_pick.h"

#include "base/db.h"
#include "base/text.h"
#include "statements.h"

bool
company_pick_read(struct ctx *ctx, const char *text, struct company_pick **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct company_pick, record_id), FIELD_STR(struct company_pick, name),
        FIELD_STR(struct company_pick, domain), FIELD_STR(struct company_pick, city), FIELD_END};
    const char *begins = text_fold(ctx->arena, text);
    *n = 0;
    if (text_count(begins) < 2)
        return true;
    /* names sort by bytes: no text that begins so is behind the highest code point */
    const char *end = arena_printf(ctx->arena, "%s\U0010FFFF", begins);
    return DB_ALL(ctx, &SQL_COMPANY_PICK,
                  DB_ARGS(DB_STR(begins), DB_STR(end), DB_I64(COMPANY_PICK_MOST)), map, out, n);
}
