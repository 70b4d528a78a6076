/* /{tenant}/settings/countries: on which basis each country lets companies be written to, by its law or
 * by what the workspace decided. Everybody reads, admins decide. */
#include <string.h>

#include "domain/campaign/country_policy.h"
#include "domain/record/country.h"
#include "web/account/account_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const bases[] = {"allowed", "role_only", "consent", "blocked", NULL};
static const char *const whose[] = {"table", "own", NULL};

struct deciding {
    const char *country, *basis, *note, *whose;
};
static const struct param one_items[] = {
    PARAM_TEXT(struct deciding, country, 2, REQUIRED),
};
const struct params country_policy_one_params = PARAMS(struct deciding, one_items);
static const struct param save_items[] = {
    PARAM_TEXT(struct deciding, country, 2, REQUIRED),
    PARAM_CHOICE(struct deciding, basis, bases, OPTIONAL),
    PARAM_LONG(struct deciding, note, COUNTRY_POLICY_NOTE_MOST, OPTIONAL),
    PARAM_CHOICE(struct deciding, whose, whose, REQUIRED),
};
const struct params country_policy_save_params = PARAMS(struct deciding, save_items);

static const char *
list_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/settings/countries", pg->base);
}

static void
fill(struct page *pg, struct tree *row, const struct country_policy *policy)
{
    const struct country *country = country_by_code(policy->country);
    const struct country_basis *basis = country_basis_of(policy->basis);
    tree_set(row, "code", policy->country);
    tree_set(row, "name", country ? country->name : policy->country);
    tree_set(row, "path", arena_printf(pg->ctx->arena, "%s/%s", list_path(pg), policy->country));
    tree_set(row, "basis", basis->label);
    tree_set(row, "look", basis->look);
    if (policy->law) {
        tree_set(row, "law", policy->law->law);
        tree_set(row, "source", policy->law->source);
        tree_set(row, "about", policy->law->about);
        tree_set(row, "by_law", country_basis_of(policy->law->basis)->label);
    }
    if (policy->note) {
        tree_set(row, "note", policy->note);
        tree_set(row, "by", policy->by ? policy->by : "");
        view_time(pg, row, "at", policy->at_ms);
    }
}

bool
country_policy_list_page(struct page *pg)
{
    struct country_policy *rows;
    size_t n;
    if (!country_policies(pg->ctx, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Countries.rows");
    for (size_t i = 0; i < n; i++)
        fill(pg, tree_row(&list), &rows[i]);
    struct tree_list kinds = tree_list(pg->view, "Countries.bases");
    for (const struct country_basis *basis = country_bases; basis->name; basis++) {
        struct tree *row = tree_row(&kinds);
        tree_set(row, "label", basis->label);
        tree_set(row, "about", basis->about);
        tree_set(row, "look", basis->look);
    }
    /* Every other country, for one who wants to decide about it. */
    view_field(pg, "country", "");
    view_option(pg, "country", "", "Another country…");
    for (size_t i = 0; country_at(i); i++)
        if (!country_law_of(country_at(i)->iso2))
            view_option(pg, "country", country_at(i)->iso2, country_at(i)->name);
    tree_set(pg->view, "Countries.path", list_path(pg));
    account_tabs(pg);
    return reply_template(pg);
}

/* The choice of the form below the list leads to the page of that country. */
bool
country_policy_find_page(struct page *pg)
{
    const struct deciding *in = pg->params;
    const struct country *country = country_by_code(in->country);
    return reply_redirect_to(
        pg, country ? arena_printf(pg->ctx->arena, "%s/%s", list_path(pg), country->iso2)
                    : list_path(pg));
}

bool
country_policy_page(struct page *pg)
{
    const struct deciding *in = pg->params;
    struct country_policy policy;
    if (!country_by_code(in->country))
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such country.");
    if (!country_policy_of(pg->ctx, in->country, &policy))
        return false;
    fill(pg, tree_node(pg->view, "Country"), &policy);
    view_field(pg, "whose", policy.note ? "own" : "table");
    view_field(pg, "basis", policy.basis);
    for (const struct country_basis *basis = country_bases; basis->name; basis++)
        view_option(pg, "basis", basis->name, basis->label);
    view_field(pg, "note", policy.note ? policy.note : "");
    tree_set(pg->view, "Country.back", list_path(pg));
    account_tabs(pg);
    return reply_template(pg);
}

bool
country_policy_save_page(struct page *pg)
{
    const struct deciding *in = pg->params;
    if (!country_by_code(in->country))
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such country.");
    bool ok = !strcmp(in->whose, "table")
                  ? country_policy_reset(pg->ctx, in->country)
                  : country_policy_set(pg->ctx, in->country, in->basis, in->note);
    return account_back(pg, ok, "Saved. The next check for conflicts goes by it.", list_path(pg));
}
