/* Tools of checking addresses. See email_tools.h. */
#include "domain/email/email_tools.h"

#include "base/conf.h"
#include "base/uri.h"

bool
email_tools_make(struct ctx *ctx, const struct email_setting *setting, struct email_tools *out)
{
    struct dns_options options = {.servers = ctx->conf ? ctx->conf->dns : NULL};
    struct uri uri;
    *out = (struct email_tools){.probe = setting->probe};
    if (!dns_new(ctx, ctx->arena, &options, &out->dns))
        return false;
    bool named =
        ctx->conf && ctx->conf->url && uri_read(ctx->arena, ctx->conf->url, &uri) == URI_OK;
    out->prober = (struct email_prober){.dns = out->dns, .helo = named ? uri.host : "localhost"};
    return true;
}
