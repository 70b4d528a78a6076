/* Another type for values that are there. See custom_retype.h. */
#include "domain/label/custom_retype.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/label/custom_value.h"
#include "statements.h"

enum { EXAMPLES = 3, EXAMPLE_MOST = 40 };

struct row {
    const char *value;
    int64_t records;
};

static bool
read_values(struct ctx *ctx, const struct custom_field *field, struct row **rows, size_t *n)
{
    static const struct field map[] = {FIELD_STR(struct row, value), FIELD_I64(struct row, records),
                                       FIELD_END};
    const struct sql *sql = field->entity == RECORD_COMPANY ? &SQL_CUSTOM_FIELD_COMPANY_VALUES
                                                            : &SQL_CUSTOM_FIELD_CONTACT_VALUES;
    if (!DB_ALL(ctx, sql, DB_ARGS(DB_STR(field->key), DB_I64(CUSTOM_RETYPE_MOST + 1)), map, rows,
                n))
        return false;
    return *n <= CUSTOM_RETYPE_MOST ||
           err_field(ctx, ERR_INPUT, "type",
                     "This field has more than %d different values. Make a new field of the other "
                     "type and fill it by an import.",
                     CUSTOM_RETYPE_MOST);
}

/* The values themselves become the options. */
static bool
take_options(struct ctx *ctx, const struct row *rows, size_t n, struct custom_field *field)
{
    const char **options = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    field->options = options;
    for (size_t i = 0; i < n; i++) {
        const char *option = text_squeeze(ctx->arena, rows[i].value);
        bool known = !*option;
        for (size_t j = 0; j < field->n_options && !known; j++)
            known = !strcmp(text_fold(ctx->arena, options[j]), text_fold(ctx->arena, option));
        if (known)
            continue;
        if (field->n_options == CUSTOM_OPTIONS_MOST || text_count(option) > CUSTOM_LABEL_MOST)
            return err_field(ctx, ERR_INPUT, "type",
                             "The values are too many or too long to become options: at most %d, "
                             "of %d characters.",
                             CUSTOM_OPTIONS_MOST, CUSTOM_LABEL_MOST);
        options[field->n_options++] = option;
    }
    return true;
}

static bool
refuse_misfits(struct ctx *ctx, int64_t records, const char *examples)
{
    return err_field(ctx, ERR_INPUT, "type",
                     "%" PRId64 " %s a value that does not fit this type, such as %s. Correct or "
                     "remove those first.",
                     records, records == 1 ? "record has" : "records have", examples);
}

bool
custom_retype(struct ctx *ctx, struct custom_field *field, const char **values)
{
    struct row *rows;
    size_t n, n_misfits = 0;
    int64_t misfits = 0;
    const char *examples = "";
    struct jsn *changed = jsn_object(ctx->arena);
    *values = NULL;
    if (!read_values(ctx, field, &rows, &n))
        return false;
    if (custom_type_of(field->type) == CUSTOM_CHOICE && !field->n_options &&
        !take_options(ctx, rows, n, field))
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *value;
        if (custom_value_normalise(ctx, field, CUSTOM_CELL, rows[i].value, &value)) {
            if (value && !strcmp(value, rows[i].value))
                continue;
            jsn_set_text(changed, rows[i].value, value);
            *values = "";
            continue;
        }
        if (ctx->err.kind != ERR_INPUT)
            return false;
        err_clear(ctx);
        misfits += rows[i].records;
        if (n_misfits++ < EXAMPLES)
            examples = arena_printf(ctx->arena, "%s%s“%s”", examples, *examples ? ", " : "",
                                    text_cut(ctx->arena, rows[i].value, EXAMPLE_MOST));
    }
    if (misfits)
        return refuse_misfits(ctx, misfits, examples);
    if (*values)
        *values = jsn_write(ctx->arena, changed);
    return true;
}
