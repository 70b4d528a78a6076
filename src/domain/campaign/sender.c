/* Senders. See sender.h. */
#include "domain/campaign/sender.h"

#include <inttypes.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/account/audit.h"
#include "domain/contact/email_address.h"
#include "statements.h"

static const struct field map[] = {FIELD_I64(struct sender, sender_id),
                                   FIELD_STR(struct sender, name),
                                   FIELD_STR(struct sender, role),
                                   FIELD_STR(struct sender, company),
                                   FIELD_STR(struct sender, email),
                                   FIELD_STR(struct sender, postal_address),
                                   FIELD_STR(struct sender, signature),
                                   FIELD_I64(struct sender, user_id),
                                   FIELD_STR(struct sender, user_name),
                                   FIELD_BOOL(struct sender, is_default),
                                   FIELD_I64(struct sender, version),
                                   FIELD_I64(struct sender, campaigns),
                                   FIELD_END};

bool
sender_list(struct ctx *ctx, struct sender **out, size_t *n)
{
    return DB_ALL(ctx, &SQL_SENDER_LIST, DB_ARGS(DB_NULL), map, out, n);
}

bool
sender_get(struct ctx *ctx, int64_t id, struct sender *out)
{
    bool found;
    return db_maybe(ctx, &SQL_SENDER_LIST, DB_ARGS(DB_I64(id)), map, out, &found) &&
           (found || err_raise(ctx, ERR_NOT_FOUND, "This sender is not there any more."));
}

/* One line, or several; NULL for nothing. */
static bool
read_text(struct ctx *ctx, const char *field, size_t most, bool lines, const char **text)
{
    const char *clean = text_nfc(ctx->arena, *text ? *text : "");
    clean = lines ? text_trim(ctx->arena, clean) : text_squeeze(ctx->arena, clean);
    if (text_count(clean) > most)
        return err_field(ctx, ERR_INPUT, field, "At most %zu characters fit here.", most);
    *text = *clean ? clean : NULL;
    return true;
}

static bool
read_sender(struct ctx *ctx, struct sender *sender)
{
    struct email_address email;
    int64_t may;
    if (!read_text(ctx, "name", SENDER_NAME_MOST, false, &sender->name) ||
        !read_text(ctx, "role", SENDER_NAME_MOST, false, &sender->role) ||
        !read_text(ctx, "company", SENDER_COMPANY_MOST, false, &sender->company) ||
        !read_text(ctx, "postal_address", SENDER_ADDRESS_MOST, true, &sender->postal_address) ||
        !read_text(ctx, "signature", SENDER_SIGNATURE_MOST, true, &sender->signature))
        return false;
    if (!sender->name)
        return err_field(ctx, ERR_INPUT, "name", "Write the name of the person who writes.");
    if (!sender->company)
        return err_field(ctx, ERR_INPUT, "company",
                         "Write the company: whoever is written to must know who writes.");
    switch (email_address_exact(ctx->arena, sender->email ? sender->email : "", &email)) {
    case EMAIL_OK:
        sender->email = email.address;
        break;
    case EMAIL_NONE:
        sender->email = NULL;
        break;
    case EMAIL_NO_AT:
    case EMAIL_BAD_LOCAL:
    case EMAIL_BAD_DOMAIN:
    case EMAIL_TOO_LONG:
        return err_field(ctx, ERR_INPUT, "email", "Write an address such as hana@example.com.");
    }
    if (!db_i64(ctx, &SQL_SENDER_MEMBER, DB_ARGS(DB_ID(sender->user_id), DB_ID(sender->sender_id)),
                &may))
        return false;
    return may || !sender->user_id ||
           err_field(ctx, ERR_INPUT, "user_id", "Choose a member of this workspace.");
}

bool
sender_save(struct ctx *ctx, const struct sender *sender, int64_t *id)
{
    struct sender wanted = *sender, before;
    int64_t others, n;
    *id = wanted.sender_id;
    if (!read_sender(ctx, &wanted) ||
        !db_i64(ctx, &SQL_SENDER_HOLD, DB_ARGS(DB_ID(wanted.sender_id)), &others))
        return false;
    if (wanted.sender_id) {
        if (!sender_get(ctx, wanted.sender_id, &before))
            return false;
        wanted.is_default |= before.is_default;
    }
    wanted.is_default |= !others;
    if (wanted.is_default &&
        !db_exec(ctx, &SQL_SENDER_STEP_BACK, DB_ARGS(DB_ID(wanted.sender_id)), NULL))
        return false;
    if (!wanted.sender_id)
        return db_i64(ctx, &SQL_SENDER_ADD,
                      DB_ARGS(DB_STR(wanted.name), DB_STR(wanted.role), DB_STR(wanted.company),
                              DB_STR(wanted.email), DB_STR(wanted.postal_address),
                              DB_STR(wanted.signature), DB_ID(wanted.user_id),
                              DB_BOOL(wanted.is_default)),
                      id);
    return db_exec(ctx, &SQL_SENDER_SAVE,
                   DB_ARGS(DB_STR(wanted.name), DB_STR(wanted.role), DB_STR(wanted.company),
                           DB_STR(wanted.email), DB_STR(wanted.postal_address),
                           DB_STR(wanted.signature), DB_ID(wanted.user_id),
                           DB_BOOL(wanted.is_default), DB_I64(wanted.sender_id),
                           DB_I64(wanted.version)),
                   &n) &&
           (n || err_raise(ctx, ERR_CONFLICT,
                           "Somebody changed this sender while you were at it. Look at what it is "
                           "now, then change it."));
}

bool
sender_remove(struct ctx *ctx, int64_t id)
{
    struct sender before;
    int64_t others;
    if (!db_i64(ctx, &SQL_SENDER_HOLD, DB_ARGS(DB_I64(id)), &others) ||
        !sender_get(ctx, id, &before))
        return false;
    if (before.campaigns)
        return err_raise(ctx, ERR_CONFLICT,
                         "%" PRId64 " campaign%s this sender. Give %s another one first.",
                         before.campaigns, before.campaigns == 1 ? " uses" : "s use",
                         before.campaigns == 1 ? "it" : "them");
    return db_exec(ctx, &SQL_SENDER_REMOVE, DB_ARGS(DB_I64(id)), NULL) &&
           db_exec(ctx, &SQL_SENDER_INHERIT, DB_NO_ARGS, NULL) &&
           audit_add(ctx, "sender_remove", before.name, NULL);
}
