/* Settings of checking addresses. See email_setting.h. */
#include "domain/email/email_setting.h"

#include "base/db.h"
#include "statements.h"

static const struct field setting_map[] = {
    FIELD_BOOL(struct email_setting, probe),
    FIELD_I64(struct email_setting, reverify_days),
    FIELD_END,
};

bool
email_setting_read(struct ctx *ctx, struct email_setting *out)
{
    return db_one(ctx, &SQL_EMAIL_SETTING_READ, DB_NO_ARGS, setting_map, out);
}

bool
email_setting_write(struct ctx *ctx, const struct email_setting *setting)
{
    if (setting->reverify_days < EMAIL_REVERIFY_LEAST ||
        setting->reverify_days > EMAIL_REVERIFY_MOST)
        return err_field(ctx, ERR_INPUT, "reverify_days", "Give a number of days from %d to %d.",
                         EMAIL_REVERIFY_LEAST, EMAIL_REVERIFY_MOST);
    return db_exec(ctx, &SQL_EMAIL_SETTING_WRITE,
                   DB_ARGS(DB_BOOL(setting->probe), DB_I64(setting->reverify_days)), NULL);
}
