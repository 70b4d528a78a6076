/* Owners. See owner.h. */
#include "domain/label/owner.h"

#include "base/db.h"
#include "domain/account/audit.h"
#include "domain/label/label_sweep.h"
#include "domain/change/change.h"
#include "statements.h"

bool
owner_list(struct ctx *ctx, struct owner **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct owner, user_id),  FIELD_STR(struct owner, name),
        FIELD_STR(struct owner, email),    FIELD_STR(struct owner, role),
        FIELD_BOOL(struct owner, member),  FIELD_I64(struct owner, companies),
        FIELD_I64(struct owner, contacts), FIELD_END};
    return DB_ALL(ctx, &SQL_OWNER_LIST, DB_NO_ARGS, map, out, n);
}

static const struct owner *
among(const struct owner *owners, size_t n, int64_t user_id)
{
    for (size_t i = 0; i < n; i++)
        if (user_id && owners[i].user_id == user_id)
            return &owners[i];
    return NULL;
}

bool
owner_get(struct ctx *ctx, int64_t user_id, struct owner *out, int64_t *trashed)
{
    struct owner *owners;
    size_t n;
    struct label_sweep_count count;
    const struct label_sweep sweep = {.what = "owner", .from = user_id};
    if (!owner_list(ctx, &owners, &n) || !label_sweep_count(ctx, &sweep, &count))
        return false;
    const struct owner *found = among(owners, n, user_id);
    if (!found)
        return err_raise(ctx, ERR_NOT_FOUND, "This person is not a member and owns nothing here.");
    *out = *found;
    out->companies = count.companies;
    out->contacts = count.contacts;
    *trashed = count.trashed;
    return true;
}

bool
owner_hand_over(struct ctx *ctx, int64_t from, int64_t to, struct owner_done *out)
{
    struct owner *owners;
    size_t n;
    if (!owner_list(ctx, &owners, &n))
        return false;
    const struct owner *giver = among(owners, n, from), *taker = among(owners, n, to);
    if (!giver)
        return err_raise(ctx, ERR_NOT_FOUND, "This person is not a member and owns nothing here.");
    if (!taker || !taker->member || from == to)
        return err_field(ctx, ERR_INPUT, "to", "Choose another member of the workspace.");
    const struct label_sweep sweep = {.what = "owner", .from = from, .to = to};
    const char *source =
        arena_printf(ctx->arena, "Records of %s handed over to %s", giver->name, taker->name);
    *out = (struct owner_done){.from = giver->name, .to = taker->name};
    return change_set_open(ctx, "bulk", source, &out->set_id) &&
           audit_add(ctx, "owner_hand_over",
                     arena_printf(ctx->arena, "%s to %s", giver->name, taker->name), NULL) &&
           label_sweep_start(ctx, &sweep, out->set_id, &out->job_id);
}
