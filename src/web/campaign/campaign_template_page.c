/* /{tenant}/campaigns/templates: the presets of the system and the library of the workspace; using one,
 * renaming, deleting; /{tenant}/campaigns/{id}/template and …/steps/load: saving a campaign's steps as a
 * template and taking others in their place. Viewers read, editors change. */
#include <string.h>

#include "domain/campaign/campaign_state.h"
#include "web/account/account_view.h"
#include "web/campaign/campaign_step_view.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { KEY_MOST = 40, TARGETS_MOST = 200, LONG_MOST = 5000 };

struct template_one {
    const char *key;
};
static const struct param one_items[] = {PARAM_TEXT(struct template_one, key, KEY_MOST, REQUIRED)};
const struct params campaign_template_params = PARAMS(struct template_one, one_items);

/* Of the forms of a template: a new campaign's name, or the template's own. */
struct template_form {
    const char *key, *name, *description;
    int64_t campaign;
};
static const struct param use_items[] = {
    PARAM_TEXT(struct template_form, key, KEY_MOST, REQUIRED),
    PARAM_TEXT(struct template_form, name, CAMPAIGN_NAME_MOST, REQUIRED),
};
const struct params campaign_template_use_params = PARAMS(struct template_form, use_items);
static const struct param into_items[] = {
    PARAM_TEXT(struct template_form, key, KEY_MOST, REQUIRED),
    PARAM_ID(struct template_form, campaign),
};
const struct params campaign_template_into_params = PARAMS(struct template_form, into_items);
static const struct param rename_items[] = {
    PARAM_TEXT(struct template_form, key, KEY_MOST, REQUIRED),
    PARAM_TEXT(struct template_form, name, CAMPAIGN_TEMPLATE_NAME_MOST, REQUIRED),
    PARAM_LONG(struct template_form, description, LONG_MOST, OPTIONAL),
};
const struct params campaign_template_rename_params = PARAMS(struct template_form, rename_items);

struct template_saving {
    int64_t id;
    const char *name, *description;
    bool replace;
};
static const struct param save_items[] = {
    PARAM_ID(struct template_saving, id),
    PARAM_TEXT(struct template_saving, name, CAMPAIGN_TEMPLATE_NAME_MOST, REQUIRED),
    PARAM_LONG(struct template_saving, description, LONG_MOST, OPTIONAL),
    PARAM_FLAG(struct template_saving, replace),
};
const struct params campaign_template_save_params = PARAMS(struct template_saving, save_items);

/* count: how many steps the person saw that go. */
struct template_loading {
    int64_t id, count;
    const char *template;
};
static const struct param load_ask_items[] = {
    PARAM_ID(struct template_loading, id),
    PARAM_TEXT(struct template_loading, template, KEY_MOST, OPTIONAL),
};
const struct params campaign_template_load_ask_params =
    PARAMS(struct template_loading, load_ask_items);
static const struct param load_items[] = {
    PARAM_ID(struct template_loading, id),
    PARAM_TEXT(struct template_loading, template, KEY_MOST, REQUIRED),
    PARAM_I64(struct template_loading, count, 0, CAMPAIGN_STEPS_MOST, REQUIRED),
};
const struct params campaign_template_load_params = PARAMS(struct template_loading, load_items);

static const char *
library_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/campaigns/templates", pg->base);
}

bool
campaign_template_list_page(struct page *pg)
{
    struct campaign_template *all;
    size_t n;
    if (!campaign_templates(pg->ctx, &all, &n))
        return false;
    struct tree_list presets = tree_list(pg->view, "Templates.presets"),
                     own = tree_list(pg->view, "Templates.own");
    for (size_t i = 0; i < n; i++)
        if (!campaign_step_view_template(pg, tree_row(all[i].template_id ? &own : &presets),
                                         &all[i]))
            return false;
    tree_set(pg->view, "Templates.campaigns",
             arena_printf(pg->ctx->arena, "%s/campaigns", pg->base));
    return reply_template(pg);
}

/* One template and the campaigns that could take its steps. */
static bool
fill_one(struct page *pg, const char *key, struct campaign_template *of)
{
    tree_set(pg->view, "Templates.path", library_path(pg));
    tree_set(pg->view, "Templates.campaigns",
             arena_printf(pg->ctx->arena, "%s/campaigns", pg->base));
    return campaign_template_get(pg->ctx, key, of) &&
           campaign_step_view_template(pg, tree_node(pg->view, "Template"), of);
}

bool
campaign_template_page(struct page *pg)
{
    const struct template_one *in = pg->params;
    struct campaign_template of;
    struct campaign_target *targets;
    size_t n;
    if (!fill_one(pg, in->key, &of) ||
        !campaign_template_targets(pg->ctx, TARGETS_MOST, &targets, &n))
        return false;
    view_field(pg, "name", "");
    view_field(pg, "campaign", "");
    for (size_t i = 0; i < n; i++)
        view_option(pg, "campaign",
                    arena_printf(pg->ctx->arena, "%" PRId64, targets[i].campaign_id),
                    arena_printf(pg->ctx->arena, "%s, %s", targets[i].name,
                                 campaign_step_view_count(pg, (size_t)targets[i].steps)));
    tree_set_bool(pg->view, "Template.targets", n > 0);
    return reply_template(pg);
}

/* "Step 4 is meant to carry a PDF", where it is. */
static const char *
with_pdf(struct page *pg, const char *done, const struct campaign_template *of)
{
    if (!of->pdf_step)
        return done;
    return arena_printf(pg->ctx->arena,
                        "%s Step %" PRId64 " is meant to carry a PDF: choose it there.", done,
                        of->pdf_step);
}

bool
campaign_template_use_page(struct page *pg)
{
    const struct template_form *in = pg->params;
    struct campaign_template of;
    int64_t id;
    if (!campaign_template_get(pg->ctx, in->key, &of) ||
        !campaign_template_start(pg->ctx, in->key, in->name, &id))
        return false;
    reply_flash(pg, "ok", with_pdf(pg, "The campaign is there, with its steps.", &of), NULL, NULL);
    return reply_redirect_to(pg, campaign_view_path(pg, id, "/steps"));
}

bool
campaign_template_into_page(struct page *pg)
{
    const struct template_form *in = pg->params;
    return reply_redirect(pg, "/%s/campaigns/%" PRId64 "/steps/load?template=%s", pg->slug,
                          in->campaign, in->key);
}

/* Of the library only: a preset is nobody's to change. */
static bool
own(struct page *pg, const char *key, struct campaign_template *of)
{
    if (!fill_one(pg, key, of))
        return false;
    return of->template_id || err_raise(pg->ctx, ERR_NOT_FOUND,
                                        "Presets of the system stay as they are. Save a campaign "
                                        "as a template to have one of your own.");
}

bool
campaign_template_rename_ask(struct page *pg)
{
    const struct template_one *in = pg->params;
    struct campaign_template of;
    if (!own(pg, in->key, &of))
        return false;
    view_field(pg, "name", of.name);
    view_field(pg, "description", of.description);
    return reply_template(pg);
}

bool
campaign_template_rename_page(struct page *pg)
{
    const struct template_form *in = pg->params;
    struct campaign_template of;
    if (!own(pg, in->key, &of) ||
        !campaign_template_rename(pg->ctx, of.template_id, in->name, in->description))
        return false;
    reply_flash(pg, "ok", "Saved.", NULL, NULL);
    return reply_redirect_to(pg, library_path(pg));
}

bool
campaign_template_delete_ask(struct page *pg)
{
    const struct template_one *in = pg->params;
    struct campaign_template of;
    if (!own(pg, in->key, &of))
        return false;
    return account_confirm(
        pg, &(struct confirm){
                .title = arena_printf(pg->ctx->arena, "Delete the template %s?", of.name),
                .text = arena_printf(pg->ctx->arena,
                                     "It has %s. Campaigns that were made from it keep theirs.",
                                     campaign_step_view_count(pg, of.n_steps)),
                .button = "Delete the template",
                .back = library_path(pg)});
}

bool
campaign_template_delete_page(struct page *pg)
{
    const struct template_one *in = pg->params;
    struct campaign_template of;
    bool ok = own(pg, in->key, &of) && campaign_template_delete(pg->ctx, of.template_id);
    return account_back(pg, ok, ok ? arena_printf(pg->ctx->arena, "%s is deleted.", of.name) : "",
                        library_path(pg));
}

bool
campaign_template_ask_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    struct campaign_step *steps;
    size_t n;
    if (!campaign_view_head(pg, in->id, &campaign) ||
        !campaign_steps(pg->ctx, in->id, &steps, &n) ||
        !campaign_step_view_list(pg, pg->view, "Steps.rows", steps, n))
        return false;
    view_field(pg, "name", campaign.name);
    view_field(pg, "description", campaign.description ? campaign.description : "");
    view_field(pg, "replace", "");
    tree_set_bool(pg->view, "Steps.any", n > 0);
    tree_set(pg->view, "Steps.path", campaign_view_path(pg, in->id, "/steps"));
    return reply_template(pg);
}

bool
campaign_template_save_page(struct page *pg)
{
    const struct template_saving *in = pg->params;
    int64_t template_id;
    bool ok = campaign_template_save(pg->ctx, in->id, in->name, in->description, in->replace,
                                     &template_id);
    if (!ok && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    return account_back(pg, ok, arena_printf(pg->ctx->arena, "%s is in the library now.", in->name),
                        ok ? library_path(pg) : campaign_view_path(pg, in->id, "/steps"));
}

bool
campaign_template_load_ask_page(struct page *pg)
{
    const struct template_loading *in = pg->params;
    struct campaign campaign;
    struct campaign_template *all, of;
    struct campaign_step *steps;
    size_t n, n_all;
    if (!campaign_view_head(pg, in->id, &campaign) || !campaign_templates(pg->ctx, &all, &n_all) ||
        !fill_one(pg, *in->template ? in->template : all->key, &of) ||
        !campaign_steps(pg->ctx, in->id, &steps, &n) ||
        !campaign_step_view_list(pg, pg->view, "Steps.rows", steps, n))
        return false;
    view_field(pg, "template", of.key);
    for (size_t i = 0; i < n_all; i++)
        view_option(pg, "template", all[i].key, all[i].name);
    struct tree *node = tree_node(pg->view, "Steps");
    tree_set_bool(node, "any", n > 0);
    tree_set_i64(node, "number", (int64_t)n);
    tree_set(node, "count", campaign_step_view_count(pg, n));
    tree_set(node, "path", campaign_view_path(pg, in->id, "/steps"));
    tree_set_bool(node, "open", campaign_allows(campaign.state, CAMPAIGN_STEPS));
    tree_set(node, "state", campaign_state_label(campaign.state));
    return reply_template(pg);
}

bool
campaign_template_load_page(struct page *pg)
{
    const struct template_loading *in = pg->params;
    struct campaign_step *steps;
    struct campaign_template of = {0};
    size_t n;
    if (!campaign_steps(pg->ctx, in->id, &steps, &n))
        return false;
    if ((int64_t)n != in->count)
        return account_back(pg,
                            err_raise(pg->ctx, ERR_CONFLICT,
                                      "Meanwhile the steps have changed. Nothing is replaced: look "
                                      "at them again."),
                            "", campaign_view_path(pg, in->id, "/steps"));
    bool ok = campaign_template_load(pg->ctx, in->id, in->template, &of);
    return account_back(
        pg, ok,
        ok ? with_pdf(pg, arena_printf(pg->ctx->arena, "The steps are those of %s now.", of.name),
                      &of)
           : "",
        campaign_view_path(pg, in->id, "/steps"));
}
