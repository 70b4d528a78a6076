/* Pages of tags, lists, owners and custom fields under Settings: handlers and parameters that routes.c
 * names. */
#ifndef LEADGEN_WEB_LABEL_PAGES_H
#define LEADGEN_WEB_LABEL_PAGES_H

#include "web/web.h"

/* label_page.c */
page_fn tag_list_page, tag_add_page, tag_edit_page, tag_save_page, tag_merge_ask_page,
    tag_merge_page, tag_delete_ask_page, tag_delete_page;
page_fn list_list_page, list_add_page, list_edit_page, list_save_page, list_merge_ask_page,
    list_merge_page, list_delete_ask_page, list_delete_page;
extern const struct params label_list_params, label_one_params, label_merge_params,
    label_delete_params, tag_add_params, tag_save_params, list_add_params, list_save_params;

/* owner_page.c */
page_fn owner_list_page, owner_ask_page, owner_hand_over_page;
extern const struct params owner_one_params, owner_hand_over_params;

/* custom_field_page.c */
page_fn field_list_page, field_new_page, field_add_page, field_edit_page, field_save_page,
    field_move_page, field_archive_page, field_restore_page, field_delete_ask_page,
    field_delete_page;
extern const struct params field_new_params, field_add_params, field_one_params, field_save_params,
    field_move_params, field_delete_params;

/* custom_edit_page.c */
page_fn company_custom_page, company_custom_save, contact_custom_page, contact_custom_save;
extern const struct params custom_edit_params, custom_save_params;

#endif
