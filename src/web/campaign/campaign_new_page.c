/* GET and POST /{tenant}/campaigns/new: a campaign with a name, who owns it, who writes, in which language,
 * and what its steps begin with. */
#include "domain/campaign/campaign.h"
#include "domain/sequence/campaign_template.h"
#include "domain/campaign/sender.h"
#include "domain/record/record.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct adding {
    const char *name, *description, *language, *steps;
    int64_t owner_id, sender_id;
};
static const struct param add_items[] = {
    PARAM_TEXT(struct adding, name, CAMPAIGN_NAME_MOST, REQUIRED),
    PARAM_LONG(struct adding, description, CAMPAIGN_DESCRIPTION_MOST, OPTIONAL),
    PARAM_TEXT(struct adding, language, 2, REQUIRED),
    PARAM_TEXT(struct adding, steps, 60, OPTIONAL),
    PARAM_ID_OR_NONE(struct adding, owner_id),
    PARAM_ID_OR_NONE(struct adding, sender_id),
};
const struct params campaign_add_params = PARAMS(struct adding, add_items);

static const char *
list_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/campaigns", pg->base);
}

/* Presets and the library, each with its steps in words. */
static bool
fill_templates(struct page *pg)
{
    struct campaign_template *templates;
    size_t n;
    if (!campaign_templates(pg->ctx, &templates, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "New.templates");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        const char *words = "";
        for (size_t s = 0; s < templates[i].n_steps; s++)
            words = arena_printf(pg->ctx->arena, "%s%sday %" PRId64 " %s", words, s ? ", " : "",
                                 templates[i].steps[s].day_offset, templates[i].steps[s].label);
        tree_set(row, "key", templates[i].key);
        tree_set(row, "name", templates[i].name);
        tree_set(row, "description", templates[i].description);
        tree_set(row, "steps", words);
        tree_set_bool(row, "own", templates[i].template_id != 0);
    }
    view_field(pg, "steps", n ? templates->key : "");
    return true;
}

/* Who makes it owns it, a member or not, unless another member is chosen. */
static bool
fill_owners(struct page *pg)
{
    struct record_owner *owners;
    size_t n;
    if (!record_owners(pg->ctx, &owners, &n))
        return false;
    view_field(pg, "owner_id", "");
    view_option(pg, "owner_id", "", "You");
    for (size_t i = 0; i < n; i++)
        if (owners[i].user_id != pg->caller->user_id)
            view_option(pg, "owner_id", arena_printf(pg->ctx->arena, "%" PRId64, owners[i].user_id),
                        owners[i].name);
    return true;
}

bool
campaign_new_page(struct page *pg)
{
    struct sender *senders;
    size_t n;
    if (!sender_list(pg->ctx, &senders, &n) || !fill_owners(pg) ||
        !campaign_view_senders(pg, "sender_id", 0) || !fill_templates(pg))
        return false;
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
    struct campaign_template from;
    int64_t id;
    if (*in->steps) {
        if (!campaign_template_get(pg->ctx, in->steps, &from))
            return false;
        campaign_template_voice(&from, &settings);
    }
    settings.name = in->name;
    settings.description = in->description;
    settings.language = in->language;
    settings.owner_id = in->owner_id;
    settings.sender_id = in->sender_id;
    return campaign_create(pg->ctx, &settings, &id) &&
           (!*in->steps || campaign_template_load(pg->ctx, id, in->steps, &from)) &&
           reply_redirect_to(pg, campaign_view_path(pg, id, ""));
}
