/* GET /api/v1/{tenant}/me: whose token this is and what it may do. What a program asks first, to see
 * that its token works. */
#include "base/json.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/web.h"

#include <string.h>

bool
api_me_page(struct page *pg)
{
    const struct auth_caller *caller = pg->caller;
    struct arena *arena = pg->ctx->arena;
    struct jsn *json = jsn_object(arena), *tenant = jsn_object(arena);
    jsn_set_text(tenant, "slug", caller->tenant_slug);
    jsn_set_text(tenant, "name", caller->tenant_name);
    jsn_set(json, "tenant", tenant);
    jsn_set_text(json, "user", caller->user_email);
    jsn_set_text(json, "role", caller->role);
    const char *text = jsn_write(arena, json);
    return reply_bytes(pg, "application/json", text, strlen(text));
}
