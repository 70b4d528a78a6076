/* /{tenant}/settings/owners: who looks after how many records, and handing all of one's records over
 * to another member. Everybody reads, admins hand over. */
#include "domain/label/owner.h"
#include "web/account/account_view.h"
#include "web/label/label_view.h"
#include "web/label/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct owner_one {
    int64_t user_id;
};
static const struct param one_items[] = {PARAM_ID(struct owner_one, user_id)};
const struct params owner_one_params = PARAMS(struct owner_one, one_items);

struct owner_giving {
    int64_t user_id, to, count;
};
static const struct param hand_over_items[] = {
    PARAM_ID(struct owner_giving, user_id),
    PARAM_ID(struct owner_giving, to),
    PARAM_I64(struct owner_giving, count, 0, INT64_MAX, REQUIRED),
};
const struct params owner_hand_over_params = PARAMS(struct owner_giving, hand_over_items);

static const char *
list_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/settings/owners", pg->base);
}

/* The list of what somebody owns. */
static const char *
records_path(struct page *pg, const char *records, int64_t user_id)
{
    return arena_printf(pg->ctx->arena, "%s/%s?owner=%" PRId64, pg->base, records, user_id);
}

bool
owner_list_page(struct page *pg)
{
    struct owner *rows;
    size_t n;
    if (!owner_list(pg->ctx, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Owners");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        bool somebody = rows[i].user_id != 0;
        tree_set_i64(row, "id", rows[i].user_id);
        tree_set(row, "name", somebody ? rows[i].name : "Nobody");
        tree_set(row, "email", rows[i].email);
        tree_set(row, "initials", view_initials(pg->ctx->arena, rows[i].name));
        tree_set_i64(row, "avatar", rows[i].user_id % 6 + 1);
        tree_set_bool(row, "you", somebody && rows[i].user_id == pg->caller->user_id);
        tree_set(row, "role", rows[i].role);
        tree_set_bool(row, "somebody", somebody);
        tree_set_bool(row, "gone", somebody && !rows[i].member);
        tree_set(row, "companies", view_number(pg, rows[i].companies));
        tree_set(row, "contacts", view_number(pg, rows[i].contacts));
        if (somebody && rows[i].companies)
            tree_set(row, "companies_path", records_path(pg, "companies", rows[i].user_id));
        if (somebody && rows[i].contacts)
            tree_set(row, "contacts_path", records_path(pg, "contacts", rows[i].user_id));
        tree_set_bool(row, "owns", somebody && (rows[i].companies || rows[i].contacts));
    }
    account_tabs(pg);
    return reply_template(pg);
}

bool
owner_ask_page(struct page *pg)
{
    const struct owner_one *one = pg->params;
    struct owner owner, *rows;
    int64_t trashed;
    size_t n;
    if (!owner_get(pg->ctx, one->user_id, &owner, &trashed) || !owner_list(pg->ctx, &rows, &n))
        return false;
    struct tree *node = tree_node(pg->view, "Owner");
    tree_set(node, "name", owner.name);
    tree_set(node, "records", label_view_records(pg, owner.companies, owner.contacts));
    tree_set(node, "trash", label_view_trash(pg, trashed));
    tree_set_i64(node, "count", owner.companies + owner.contacts + trashed);
    tree_set(node, "path", list_path(pg));
    view_field(pg, "to", "");
    view_option(pg, "to", "", "Choose");
    size_t others = 0;
    for (size_t i = 0; i < n; i++)
        if (rows[i].member && rows[i].user_id != one->user_id) {
            view_option(pg, "to", arena_printf(pg->ctx->arena, "%" PRId64, rows[i].user_id),
                        rows[i].name);
            others++;
        }
    tree_set_bool(node, "others", others > 0);
    account_tabs(pg);
    return reply_template(pg);
}

bool
owner_hand_over_page(struct page *pg)
{
    const struct owner_giving *form = pg->params;
    struct owner owner;
    struct owner_done done;
    int64_t trashed;
    if (!owner_get(pg->ctx, form->user_id, &owner, &trashed))
        return false;
    if (owner.companies + owner.contacts + trashed != form->count)
        return reply_form_error(pg, "",
                                "Meanwhile the number of records has changed. Look at it "
                                "again, then confirm.");
    if (!owner_hand_over(pg->ctx, form->user_id, form->to, &done))
        return false;
    return label_view_done(
        pg, arena_printf(pg->ctx->arena, "The records of %s belong to %s now.", done.from, done.to),
        done.set_id, done.job_id, list_path(pg));
}
