/* Entries of the suppression list. See suppression_list.h. */
#include "domain/suppression/suppression_list.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "base/uri.h"
#include "domain/account/audit.h"
#include "domain/contact/email_address.h"
#include "statements.h"

/* What kind of entry a text is; NULL when it is none. *value gets its stored form. */
static const char *
kind_of(struct arena *arena, const char *text, const char **value)
{
    struct email_address email;
    if (email_address_read(arena, text, &email) == EMAIL_OK) {
        *value = email.address;
        return "email";
    }
    struct uri uri;
    const char *bare = *text == '@' ? text + 1 : text;
    if (strchr(bare, '@') || uri_read(arena, bare, &uri) != URI_OK || uri.host_kind != HOST_NAME)
        return NULL;
    *value = text_starts(uri.host, "www.") ? uri.host + 4 : uri.host;
    return "domain";
}

bool
suppression_list_add(struct ctx *ctx, const char *value, const char *reason, bool *added)
{
    const char *stored;
    const char *kind = kind_of(ctx->arena, text_squeeze(ctx->arena, value), &stored);
    const char *why = text_squeeze(ctx->arena, text_nfc(ctx->arena, reason));
    if (!kind)
        return err_field(
            ctx, ERR_INPUT, "value",
            "This is neither an e-mail address nor a domain. Write jane@example.com or "
            "example.com.");
    if (!*why)
        return err_field(ctx, ERR_INPUT, "reason", "Say why, in a few words.");
    int64_t n;
    if (!db_exec(ctx, &SQL_SUPPRESSION_LIST_ADD, DB_ARGS(DB_STR(kind), DB_STR(stored), DB_STR(why)),
                 &n))
        return false;
    *added = n > 0;
    return !*added || audit_add(ctx, "suppression_add", stored, NULL);
}

bool
suppression_list_remove(struct ctx *ctx, int64_t suppression_id, const char **value)
{
    return db_str(ctx, &SQL_SUPPRESSION_LIST_REMOVE, DB_ARGS(DB_I64(suppression_id)), value) &&
           audit_add(ctx, "suppression_remove", *value, NULL);
}

bool
suppression_list_read(struct ctx *ctx, const char *search, int64_t before, struct suppression **out,
                      size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct suppression, suppression_id), FIELD_I64(struct suppression, created_ms),
        FIELD_STR(struct suppression, kind),           FIELD_STR(struct suppression, value),
        FIELD_STR(struct suppression, reason),         FIELD_STR(struct suppression, who),
        FIELD_I64(struct suppression, total),          FIELD_END};
    return DB_ALL(ctx, &SQL_SUPPRESSION_LIST_PAGE,
                  DB_ARGS(DB_STR(text_lower(ctx->arena, search)), DB_I64(before),
                          DB_I64(SUPPRESSION_PAGE + 1)),
                  map, out, n);
}
