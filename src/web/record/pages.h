/* Pages of companies and contacts: lists, records, editing, deleting, change sets, search. Handlers
 * and parameters for routes.c. */
#ifndef LEADGEN_WEB_RECORD_PAGES_H
#define LEADGEN_WEB_RECORD_PAGES_H

#include "web/web.h"

extern const struct params record_params, record_edit_params, company_edit_params,
    contact_edit_params, company_new_params, contact_new_params, contact_new_form_params,
    change_params, search_params, change_undo_params, record_history_params, record_people_params,
    note_add_params, note_edit_params, note_params, company_pick_params, record_label_params,
    record_label_save_params, record_custom_params, record_custom_save_params;

page_fn company_page, company_people_page, company_history_page;
page_fn contact_page, contact_history_page;
page_fn company_edit_page, company_edit_save, contact_edit_page, contact_edit_save;
page_fn company_new_page, company_new_save, contact_new_page, contact_new_save;
page_fn company_delete, contact_delete, company_check, contact_check;
page_fn company_restore, contact_restore;
page_fn company_notes_page, company_note_add, company_note_page, company_note_save,
    company_note_delete;
page_fn contact_notes_page, contact_note_add, contact_note_page, contact_note_save,
    contact_note_delete;
page_fn company_pick_page;
page_fn company_beside_page, company_next_page, company_previous_page;
page_fn contact_beside_page, contact_next_page, contact_previous_page;
page_fn company_tags_page, company_tags_save, company_lists_page, company_lists_save;
page_fn contact_tags_page, contact_tags_save, contact_lists_page, contact_lists_save;
page_fn company_custom_fact_page, company_custom_fact_save, contact_custom_fact_page,
    contact_custom_fact_save;
page_fn change_page, change_undo_page, change_progress_page;
page_fn search_page;

/* smart_list_page.c */
page_fn smart_list_page, smart_list_new_page, smart_list_add_page, smart_list_open_page,
    smart_list_refilter_page, smart_list_edit_page, smart_list_rename_page, smart_list_remove_page;
extern const struct params smart_list_new_params, smart_list_add_params, smart_list_one_params,
    smart_list_rename_params, smart_list_refilter_params;

#endif
