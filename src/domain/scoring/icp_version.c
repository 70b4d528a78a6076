/* Versions of a model. See icp_version.h. */
#include "domain/scoring/icp_version.h"

#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "domain/scoring/score_rescore.h"
#include "statements.h"

static bool
read_document(struct ctx *ctx, const char *document, struct icp_model *out)
{
    if (icp_model_read(ctx, document, strlen(document), out))
        return true;
    if (ctx->err.kind != ERR_INPUT)
        return false;
    /* it was checked before it was written */
    char message[ERR_MESSAGE_SIZE];
    snprintf(message, sizeof message, "%s", ctx->err.message);
    err_clear(ctx);
    return err_raise(ctx, ERR_BUG, "a stored model cannot be read: %.400s", message);
}

bool
icp_version_active(struct ctx *ctx, int64_t *version, struct icp_model *out)
{
    struct row {
        int64_t version;
        const char *document;
    } row;
    static const struct field map[] = {FIELD_I64(struct row, version),
                                       FIELD_STR(struct row, document), FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_ICP_VERSION_ACTIVE, DB_NO_ARGS, map, &row, &found))
        return false;
    *version = found ? row.version : 1;
    return found ? read_document(ctx, row.document, out) : icp_model_default(ctx, out);
}

bool
icp_version_ensure(struct ctx *ctx)
{
    struct icp_model model;
    int64_t n;
    if (!db_i64(ctx, &SQL_ICP_VERSION_COUNT, DB_NO_ARGS, &n))
        return false;
    if (n > 0)
        return true;
    return icp_model_default(ctx, &model) &&
           db_exec(ctx, &SQL_ICP_VERSION_FIRST,
                   DB_ARGS(DB_STR(jsn_write(ctx->arena, icp_model_write(ctx->arena, &model)))),
                   NULL);
}

#define VERSION_FIELDS                                                                             \
    FIELD_I64(struct icp_version, version), FIELD_I64(struct icp_version, based_on),               \
        FIELD_I64(struct icp_version, revision), FIELD_I64(struct icp_version, created_ms),        \
        FIELD_I64(struct icp_version, changed_ms), FIELD_I64(struct icp_version, activated_ms),    \
        FIELD_STR(struct icp_version, note), FIELD_STR(struct icp_version, author),                \
        FIELD_STR(struct icp_version, activated_by), FIELD_BOOL(struct icp_version, active),       \
        FIELD_BOOL(struct icp_version, draft), FIELD_I64(struct icp_version, signals)

bool
icp_version_list(struct ctx *ctx, struct icp_version **out, size_t *n)
{
    static const struct field map[] = {VERSION_FIELDS, FIELD_END};
    if (!DB_ALL(ctx, &SQL_ICP_VERSION_LIST, DB_NO_ARGS, map, out, n))
        return false;
    if (*n > 0)
        return true;
    struct icp_model model;
    if (!icp_model_default(ctx, &model))
        return false;
    *out = ARENA_NEW(ctx->arena, struct icp_version);
    **out = (struct icp_version){
        .version = 1, .note = "", .active = true, .signals = (int64_t)model.n_signals};
    *n = 1;
    return true;
}

bool
icp_version_read(struct ctx *ctx, int64_t version, struct icp_version *out, struct icp_model *model)
{
    struct icp_version *all;
    const char *document;
    size_t n, i = 0;
    if (!icp_version_list(ctx, &all, &n))
        return false;
    while (i < n && all[i].version != version)
        i++;
    if (i == n)
        return err_raise(ctx, ERR_NOT_FOUND, "There is no model %lld.", (long long)version);
    *out = all[i];
    if (n == 1 && !all[0].created_ms)
        return icp_model_default(ctx, model);
    return db_str(ctx, &SQL_ICP_VERSION_DOCUMENT, DB_ARGS(DB_I64(version)), &document) &&
           read_document(ctx, document, model);
}

bool
icp_version_draft(struct ctx *ctx, int64_t based_on, const struct icp_model *model,
                  const char *note, int64_t *version)
{
    const char *document = jsn_write(ctx->arena, icp_model_write(ctx->arena, model));
    return icp_version_ensure(ctx) &&
           db_i64(ctx, &SQL_ICP_VERSION_DRAFT,
                  DB_ARGS(DB_ID(based_on), DB_STR(document), DB_STR(note)), version);
}

bool
icp_version_save(struct ctx *ctx, int64_t version, int64_t revision, const struct icp_model *model,
                 const char *note)
{
    const char *document = jsn_write(ctx->arena, icp_model_write(ctx->arena, model));
    int64_t written;
    if (!db_exec(ctx, &SQL_ICP_VERSION_SAVE,
                 DB_ARGS(DB_I64(version), DB_I64(revision), DB_STR(document), DB_STR(note)),
                 &written))
        return false;
    return written == 1 ||
           err_raise(ctx, ERR_CONFLICT,
                     "Somebody changed or activated model %lld meanwhile. Look at it again, then "
                     "repeat your change.",
                     (long long)version);
}

bool
icp_version_activate(struct ctx *ctx, int64_t version)
{
    int64_t written;
    if (!icp_version_ensure(ctx) || !db_exec(ctx, &SQL_ICP_VERSION_REST, DB_NO_ARGS, NULL) ||
        !db_exec(ctx, &SQL_ICP_VERSION_ACTIVATE, DB_ARGS(DB_I64(version)), &written))
        return false;
    if (written != 1)
        return err_raise(ctx, ERR_NOT_FOUND, "There is no model %lld.", (long long)version);
    return score_rescore(ctx);
}

bool
icp_version_drop(struct ctx *ctx, int64_t version)
{
    int64_t written;
    if (!db_exec(ctx, &SQL_ICP_VERSION_DROP, DB_ARGS(DB_I64(version)), &written))
        return false;
    return written == 1 ||
           err_raise(ctx, ERR_NOT_FOUND, "Model %lld is no draft.", (long long)version);
}
