/* GET and POST /{tenant}/campaigns/new: a campaign with a name, who owns it, who writes and in which
 * language. */
#include "domain/campaign/campaign.h"
#include "domain/campaign/sender.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct adding {
    const char *name, *description, *language;
    int64_t owner_id, sender_id;
};
static const struct param add_items[] = {
    PARAM_TEXT(struct adding, name, CAMPAIGN_NAME_MOST, REQUIRED),
    PARAM_LONG(struct adding, description, CAMPAIGN_DESCRIPTION_MOST, OPTIONAL),
    PARAM_TEXT(struct adding, language, 2, REQUIRED),
    PARAM_ID_OR_NONE(struct adding, owner_id),
    PARAM_ID_OR_NONE(struct adding, sender_id),
};
const struct params campaign_add_params = PARAMS(struct adding, add_items);

static const char *
list_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/campaigns", pg->base);
}

bool
campaign_new_page(struct page *pg)
{
    struct sender *senders;
    size_t n;
    if (!sender_list(pg->ctx, &senders, &n) || !campaign_view_owners(pg, "owner_id") ||
        !campaign_view_senders(pg, "sender_id"))
        return false;
    view_field_i64(pg, "owner_id", pg->caller->user_id);
    if (n)
        view_field_i64(pg, "sender_id", senders->sender_id);
    view_field(pg, "language", campaign_defaults.language);
    campaign_view_options(pg, "language", campaign_languages);
    tree_set(pg->view, "New.list", list_path(pg));
    tree_set_bool(pg->view, "New.senders", n > 0);
    if (campaign_view_has(pg, "/settings/senders/new"))
        tree_set(pg->view, "New.sender_path",
                 arena_printf(pg->ctx->arena, "%s/settings/senders/new", pg->base));
    return reply_template(pg);
}

bool
campaign_add_page(struct page *pg)
{
    const struct adding *in = pg->params;
    struct campaign settings = campaign_defaults;
    int64_t id;
    settings.name = in->name;
    settings.description = in->description;
    settings.language = in->language;
    settings.owner_id = in->owner_id;
    settings.sender_id = in->sender_id;
    return campaign_create(pg->ctx, &settings, &id) &&
           reply_redirect_to(pg, campaign_view_path(pg, id, ""));
}
