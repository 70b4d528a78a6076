/* /{tenant}/settings/senders: who writes. Everybody reads, editors add and change, admins remove. */
#include <string.h>

#include "domain/campaign/sender.h"
#include "web/account/account_view.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct form {
    int64_t id, version, user_id;
    const char *name, *role, *company, *email, *postal_address, *signature;
    bool is_default;
};
#define FORM_ITEMS                                                                                 \
    PARAM_TEXT(struct form, name, SENDER_NAME_MOST, REQUIRED),                                     \
        PARAM_TEXT(struct form, role, SENDER_NAME_MOST, OPTIONAL),                                 \
        PARAM_TEXT(struct form, company, SENDER_COMPANY_MOST, REQUIRED),                           \
        PARAM_TEXT(struct form, email, 254, OPTIONAL),                                             \
        PARAM_LONG(struct form, postal_address, SENDER_ADDRESS_MOST, OPTIONAL),                    \
        PARAM_LONG(struct form, signature, SENDER_SIGNATURE_MOST, OPTIONAL),                       \
        PARAM_ID_OR_NONE(struct form, user_id), PARAM_FLAG(struct form, is_default)
static const struct param add_items[] = {FORM_ITEMS};
const struct params sender_add_params = PARAMS(struct form, add_items);
static const struct param save_items[] = {
    PARAM_ID(struct form, id), PARAM_I64(struct form, version, 1, INT64_MAX, REQUIRED), FORM_ITEMS};
const struct params sender_save_params = PARAMS(struct form, save_items);

static const char *
list_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/settings/senders", pg->base);
}

bool
sender_list_page(struct page *pg)
{
    struct sender *rows;
    size_t n;
    if (!sender_list(pg->ctx, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Senders.rows");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].sender_id);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "role", rows[i].role ? rows[i].role : "");
        tree_set(row, "company", rows[i].company);
        tree_set(row, "email", rows[i].email ? rows[i].email : "");
        tree_set_bool(row, "address", rows[i].postal_address != NULL);
        tree_set(row, "of", rows[i].user_name ? rows[i].user_name : "");
        tree_set_bool(row, "is_default", rows[i].is_default);
        tree_set(row, "campaigns", view_number(pg, rows[i].campaigns));
    }
    tree_set(pg->view, "Senders.path", list_path(pg));
    account_tabs(pg);
    return reply_template(pg);
}

/* The form, with what is there. */
static bool
show(struct page *pg, const struct sender *sender)
{
    struct tree *node = tree_node(pg->view, "Sender");
    view_field(pg, "name", sender->name ? sender->name : "");
    view_field(pg, "role", sender->role ? sender->role : "");
    view_field(pg, "company", sender->company ? sender->company : "");
    view_field(pg, "email", sender->email ? sender->email : "");
    view_field(pg, "postal_address", sender->postal_address ? sender->postal_address : "");
    view_field(pg, "signature", sender->signature ? sender->signature : "");
    view_field(pg, "is_default", sender->is_default ? "1" : "");
    view_field(pg, "user_id",
               sender->user_id ? arena_printf(pg->ctx->arena, "%" PRId64, sender->user_id) : "");
    view_option(pg, "user_id", "", "The workspace");
    tree_set_i64(node, "id", sender->sender_id);
    tree_set_i64(node, "version", sender->version);
    tree_set_bool(node, "is_default", sender->is_default);
    tree_set(node, "path", list_path(pg));
    if (sender->name)
        tree_set(node, "name", sender->name);
    account_tabs(pg);
    return campaign_view_owners(pg, "user_id", sender->user_id, sender->user_name) &&
           reply_template(pg);
}

bool
sender_new_page(struct page *pg)
{
    const struct sender sender = {.name = pg->caller->user_name,
                                  .company = pg->caller->tenant_name,
                                  .email = pg->caller->user_email,
                                  .user_id = pg->caller->user_id};
    return show(pg, &sender);
}

static struct sender
sender_of(const struct form *in)
{
    return (struct sender){.sender_id = in->id,
                           .version = in->version,
                           .name = in->name,
                           .role = in->role,
                           .company = in->company,
                           .email = in->email,
                           .postal_address = in->postal_address,
                           .signature = in->signature,
                           .user_id = in->user_id,
                           .is_default = in->is_default};
}

bool
sender_add_page(struct page *pg)
{
    const struct form *in = pg->params;
    const struct sender sender = sender_of(in);
    int64_t id;
    if (!sender_save(pg->ctx, &sender, &id))
        return false;
    reply_flash(pg, "ok", arena_printf(pg->ctx->arena, "%s can write now.", in->name), NULL, NULL);
    return reply_redirect_to(pg, list_path(pg));
}

bool
sender_edit_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct sender sender;
    return sender_get(pg->ctx, in->id, &sender) && show(pg, &sender);
}

bool
sender_save_page(struct page *pg)
{
    const struct form *in = pg->params;
    const struct sender sender = sender_of(in);
    int64_t id;
    bool ok = sender_save(pg->ctx, &sender, &id);
    return account_back(pg, ok, "Saved.", list_path(pg));
}

bool
sender_remove_ask(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct sender sender;
    if (!sender_get(pg->ctx, in->id, &sender))
        return false;
    return account_confirm(
        pg, &(struct confirm){
                .title = arena_printf(pg->ctx->arena, "Remove %s", sender.name),
                .text = "New campaigns cannot choose this sender any more. Messages that are "
                        "written keep the name.",
                .button = "Remove the sender",
                .back = list_path(pg)});
}

bool
sender_remove_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    bool ok = sender_remove(pg->ctx, in->id);
    return account_back(pg, ok, "The sender is removed.", list_path(pg));
}
