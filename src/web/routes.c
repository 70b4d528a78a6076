/* THE table of pages. Web has no page that is not here, and tests walk every row.
 *
 * To add a page (area contact, feature contact_list):
 *  1. src/domain/contact/contact_list.[ch] does the work; sql/queries/contact/contact_list*.sql
 *     hold its statements.
 *  2. src/web/contact/contact_list_page.c has the handler (page_fn) and its parameters
 *     (const struct params); declare both in src/web/contact/pages.h, list the file in
 *     src/web/sources.mk.
 *  3. templates/contact/contact_list.cs defines page_title() and page_body(); a form's POST row has
 *     the same path and template as its GET row, so errors show the same form again.
 *  4. One row below.
 *  5. tests/web/contact/test_contact_list_page.c through support/webrun.h.
 *  6. If people should find it from everywhere: one row in nav.c. */
#include "web/routes.h"

#include "web/account/pages.h"
#include "web/health/pages.h"
#include "web/pipeline/pages.h"
#include "web/home/pages.h"
#include "web/export/pages.h"
#include "web/import/pages.h"
#include "web/label/pages.h"
#include "web/list/pages.h"
#include "web/record/pages.h"
#include "web/suppression/pages.h"

/* One row, one line. */
/* clang-format off */
const struct route routes[] = {
    {GET, "/healthz", healthz_page, NULL, NULL, OPEN, ANONYMOUS, POOL_PUBLIC, false},

    /* Signing in, links, the start page. */
    {GET, "/login", login_show_page, "account/login.cs", &login_show_params, OPEN, ANONYMOUS, POOL_APP, false},
    {POST, "/login", login_send_page, "account/login.cs", &login_send_params, OPEN, ANONYMOUS, POOL_APP, false},
    {GET, "/login/code", login_code_show_page, "account/login_code.cs", &login_code_params, OPEN, ANONYMOUS, POOL_APP, false},
    {POST, "/login/code", login_code_send_page, "account/login_code.cs", &login_code_params, OPEN, ANONYMOUS, POOL_APP, false},
    {POST, "/logout", logout_page, NULL, NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {GET, "/link/{token}", link_show_page, "account/link.cs", &link_show_params, OPEN, ANONYMOUS, POOL_PUBLIC, false},
    {POST, "/link/{token}", link_send_page, "account/link.cs", &link_send_params, OPEN, ANONYMOUS, POOL_PUBLIC, false},
    {GET, "/", start_page, NULL, NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {GET, "/workspaces", workspaces_page, "account/workspaces.cs", NULL, LOGGED_IN, SESSION, POOL_APP, false},

    /* One's own account. */
    {GET, "/account", profile_page, "account/profile.cs", NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account", profile_change_page, "account/profile.cs", &profile_change_params, LOGGED_IN, SESSION, POOL_APP, false},
    {GET, "/account/password", password_page, "account/password.cs", NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account/password", password_change_page, "account/password.cs", &password_change_params, LOGGED_IN, SESSION, POOL_APP, false},
    {GET, "/account/sessions", session_own_page, "account/session_own.cs", NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account/sessions/others/end", session_end_others_page, NULL, NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account/sessions/{session_id}/end", session_end_page, NULL, &session_end_params, LOGGED_IN, SESSION, POOL_APP, false},
    {GET, "/account/second-factor", totp_page, "account/totp.cs", NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account/second-factor", totp_confirm_page, "account/totp.cs", &totp_code_params, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account/second-factor/begin", totp_begin_page, NULL, NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {GET, "/account/second-factor/codes", totp_ask_page, "account/totp_codes.cs", NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account/second-factor/codes", totp_codes_page, "account/totp_codes.cs", &totp_password_params, LOGGED_IN, SESSION, POOL_APP, false},
    {GET, "/account/second-factor/off", totp_ask_page, "account/totp_off.cs", NULL, LOGGED_IN, SESSION, POOL_APP, false},
    {POST, "/account/second-factor/off", totp_off_page, NULL, &totp_password_params, LOGGED_IN, SESSION, POOL_APP, false},

    /* A workspace, by its admins. */
    {GET, "/{tenant}/settings", tenant_settings_page, "account/tenant_settings.cs", NULL, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings", tenant_edit_page, "account/tenant_settings.cs", &tenant_edit_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/members", member_list_page, "account/member_list.cs", NULL, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/members/invite", member_invite_page, "account/member_invite.cs", NULL, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/members/invite", member_invite_send_page, "account/member_invite.cs", &member_invite_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/members/{user_id}/role", member_role_page, NULL, &member_role_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/members/{user_id}/remove", member_remove_ask_page, "account/confirm.cs", &member_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/members/{user_id}/remove", member_remove_page, NULL, &member_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/invitations/{link_id}/withdraw", invitation_withdraw_page, NULL, &invitation_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/tokens", token_list_page, "account/api_token_list.cs", NULL, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/tokens/new", token_new_page, "account/api_token_new.cs", NULL, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/tokens/new", token_add_page, "account/api_token_new.cs", &token_new_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/tokens/{id}/revoke", token_revoke_ask_page, "account/confirm.cs", &token_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/tokens/{id}/revoke", token_revoke_page, NULL, &token_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/audit", audit_tenant_page, "account/audit.cs", &audit_show_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/tags", tag_list_page, "label/label_list.cs", &label_list_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/tags", tag_add_page, "label/label_list.cs", &tag_add_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/tags/{id}", tag_edit_page, "label/label_edit.cs", &label_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/tags/{id}", tag_save_page, "label/label_edit.cs", &tag_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/tags/{id}/merge", tag_merge_ask_page, "label/label_merge.cs", &label_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/tags/{id}/merge", tag_merge_page, "label/label_merge.cs", &label_merge_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/tags/{id}/delete", tag_delete_ask_page, "label/label_delete.cs", &label_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/tags/{id}/delete", tag_delete_page, "label/label_delete.cs", &label_delete_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/lists", list_list_page, "label/label_list.cs", &label_list_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/lists", list_add_page, "label/label_list.cs", &list_add_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/lists/{id}", list_edit_page, "label/label_edit.cs", &label_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/lists/{id}", list_save_page, "label/label_edit.cs", &list_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/lists/{id}/merge", list_merge_ask_page, "label/label_merge.cs", &label_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/lists/{id}/merge", list_merge_page, "label/label_merge.cs", &label_merge_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/lists/{id}/delete", list_delete_ask_page, "label/label_delete.cs", &label_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/lists/{id}/delete", list_delete_page, "label/label_delete.cs", &label_delete_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/owners", owner_list_page, "label/owner_list.cs", NULL, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/owners/{user_id}", owner_ask_page, "label/owner_hand_over.cs", &owner_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/owners/{user_id}", owner_hand_over_page, "label/owner_hand_over.cs", &owner_hand_over_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/fields", field_list_page, "label/custom_field_list.cs", NULL, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/fields/new", field_new_page, "label/custom_field_edit.cs", &field_new_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/fields/new", field_add_page, "label/custom_field_edit.cs", &field_add_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/fields/{id}", field_edit_page, "label/custom_field_edit.cs", &field_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/fields/{id}", field_save_page, "label/custom_field_edit.cs", &field_save_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/fields/{id}/move", field_move_page, NULL, &field_move_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/fields/{id}/archive", field_archive_page, NULL, &field_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/fields/{id}/restore", field_restore_page, NULL, &field_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {GET, "/{tenant}/settings/fields/{id}/delete", field_delete_ask_page, "label/custom_field_delete.cs", &field_one_params, MAY_ADMIN, SESSION, POOL_APP, false},
    {POST, "/{tenant}/settings/fields/{id}/delete", field_delete_page, "label/custom_field_delete.cs", &field_delete_params, MAY_ADMIN, SESSION, POOL_APP, false},

    /* The whole system, by super admins. */
    {GET, "/admin", admin_page, NULL, NULL, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/users", user_all_page, "account/user_list.cs", &user_all_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/users/new", user_new_page, "account/user_new.cs", NULL, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/users/new", user_add_page, "account/user_new.cs", &user_new_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/users/{user_id}", user_one_page, "account/user.cs", &user_one_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/users/{user_id}", user_act_page, NULL, &user_act_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/users/{user_id}/role", user_role_page, NULL, &user_role_set_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/users/{user_id}/link", user_link_ask_page, "account/user_link.cs", &user_one_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/users/{user_id}/link", user_link_page, "account/user_link.cs", &user_one_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/workspaces", tenant_all_page, "account/tenant_list.cs", &tenant_all_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/workspaces/new", tenant_new_page, "account/tenant_new.cs", NULL, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/workspaces/new", tenant_add_page, "account/tenant_new.cs", &tenant_new_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/workspaces/{id}/off", tenant_off_ask_page, "account/confirm.cs", &tenant_one_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/workspaces/{id}/off", tenant_off_page, NULL, &tenant_one_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/workspaces/{id}/on", tenant_on_page, NULL, &tenant_one_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/sessions", session_all_page, "account/session_all.cs", &session_all_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/sessions/{session_id}/end", session_end_any_page, NULL, &session_end_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/audit", audit_all_page, "account/audit.cs", &audit_show_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/schedule", schedule_page, "pipeline/schedule.cs", NULL, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/schedule/{task}", schedule_act_page, NULL, &schedule_act_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/schedule/{task}/edit", schedule_edit_page, "pipeline/schedule_edit.cs", &schedule_task_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/schedule/{task}/edit", schedule_change_page, "pipeline/schedule_edit.cs", &schedule_change_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/jobs", job_list_page, "pipeline/job_list.cs", &job_list_params, SUPER, SESSION, POOL_ADMIN, false},
    {POST, "/admin/jobs/{job_id}", job_act_page, NULL, &job_act_params, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/admin/system", system_page, "health/system.cs", NULL, SUPER, SESSION, POOL_ADMIN, false},
    {GET, "/{tenant}/jobs", job_list_page, "pipeline/job_list.cs", &job_list_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/jobs/{job_id}", job_act_page, NULL, &job_act_params, MAY_WRITE, SESSION, POOL_APP, false},

    {GET, "/api/v1/{tenant}/me", api_me_page, NULL, NULL, MAY_READ, TOKEN, POOL_APP, false},

    /* Companies, contacts, what was done to them, who must not be contacted. */
    {GET, "/{tenant}", home_page, "home/home.cs", NULL, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/search", search_page, "record/search.cs", &search_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies", company_list_page, "list/list.cs", &list_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/columns", company_columns_page, "list/list_columns.cs", &list_columns_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/columns", company_columns_save, NULL, &list_columns_save_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/new", company_new_page, "record/record_new.cs", NULL, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/new", company_new_save, "record/record_new.cs", &company_new_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/pick", company_pick_page, "record/company_pick.part.cs", &company_pick_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}", company_page, "record/record.cs", &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/people", company_people_page, "record/company_people.cs", &record_people_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/beside", company_beside_page, "record/record_beside.part.cs", &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/next", company_next_page, NULL, &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/previous", company_previous_page, NULL, &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/history", company_history_page, "record/record_history.cs", &record_history_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/edit", company_edit_page, "record/record_edit.cs", &record_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/edit", company_edit_save, "record/record_edit.cs", &company_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/custom", company_custom_page, "label/custom_edit.cs", &custom_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/custom", company_custom_save, "label/custom_edit.cs", &custom_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/notes", company_notes_page, "record/record_notes.cs", &record_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/notes", company_note_add, "record/record_notes.cs", &note_add_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/notes/{note}", company_note_page, "record/record_note.cs", &note_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/notes/{note}", company_note_save, "record/record_note.cs", &note_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/notes/{note}/delete", company_note_delete, NULL, &note_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/tags", company_tags_page, "record/record_label.cs", &record_label_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/tags", company_tags_save, "record/record_label.cs", &record_label_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/lists", company_lists_page, "record/record_label.cs", &record_label_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/lists", company_lists_save, "record/record_label.cs", &record_label_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/companies/{id}/custom/{key}", company_custom_fact_page, "record/record_edit.cs", &record_custom_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/custom/{key}", company_custom_fact_save, "record/record_edit.cs", &record_custom_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/check", company_check, NULL, &record_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/{id}/delete", company_delete, NULL, &record_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts", contact_list_page, "list/list.cs", &list_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/columns", contact_columns_page, "list/list_columns.cs", &list_columns_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/columns", contact_columns_save, NULL, &list_columns_save_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/titles", contact_titles_page, NULL, &list_titles_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/new", contact_new_page, "record/record_new.cs", &contact_new_form_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/new", contact_new_save, "record/record_new.cs", &contact_new_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}", contact_page, "record/record.cs", &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/beside", contact_beside_page, "record/record_beside.part.cs", &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/next", contact_next_page, NULL, &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/previous", contact_previous_page, NULL, &record_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/history", contact_history_page, "record/record_history.cs", &record_history_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/edit", contact_edit_page, "record/record_edit.cs", &record_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/edit", contact_edit_save, "record/record_edit.cs", &contact_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/custom", contact_custom_page, "label/custom_edit.cs", &custom_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/custom", contact_custom_save, "label/custom_edit.cs", &custom_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/notes", contact_notes_page, "record/record_notes.cs", &record_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/notes", contact_note_add, "record/record_notes.cs", &note_add_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/notes/{note}", contact_note_page, "record/record_note.cs", &note_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/notes/{note}", contact_note_save, "record/record_note.cs", &note_edit_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/notes/{note}/delete", contact_note_delete, NULL, &note_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/tags", contact_tags_page, "record/record_label.cs", &record_label_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/tags", contact_tags_save, "record/record_label.cs", &record_label_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/lists", contact_lists_page, "record/record_label.cs", &record_label_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/lists", contact_lists_save, "record/record_label.cs", &record_label_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/{id}/custom/{key}", contact_custom_fact_page, "record/record_edit.cs", &record_custom_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/custom/{key}", contact_custom_fact_save, "record/record_edit.cs", &record_custom_save_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/check", contact_check, NULL, &record_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/{id}/delete", contact_delete, NULL, &record_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/changes/{id}", change_page, "record/change.cs", &change_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/changes/{id}/undo", change_undo_page, NULL, &change_undo_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/suppressions", suppression_list_page, "suppression/suppression_list.cs", &suppression_list_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/suppressions", suppression_add, "suppression/suppression_list.cs", &suppression_add_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/suppressions/{id}/remove", suppression_remove, NULL, &suppression_remove_params, MAY_ADMIN, SESSION, POOL_APP, false},

    /* Exports. */
    {GET, "/{tenant}/companies/export", record_export_companies_page, "export/record_export_new.cs", &record_export_new_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/companies/export", record_export_companies_start, "export/record_export_new.cs", &record_export_start_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/contacts/export", record_export_contacts_page, "export/record_export_new.cs", &record_export_new_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/contacts/export", record_export_contacts_start, "export/record_export_new.cs", &record_export_start_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/exports", record_export_list_page, "export/record_export_list.cs", &record_export_list_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/exports/{id}", record_export_show_page, "export/record_export.cs", &record_export_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/exports/{id}/progress", record_export_progress_page, NULL, &record_export_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/exports/{id}/cancel", record_export_cancel_page, NULL, &record_export_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/exports/{id}/file", record_export_file_page, NULL, &record_export_one_params, MAY_WRITE, SESSION, POOL_APP, false},

    /* The import wizard. */
    {GET, "/{tenant}/import", import_list_page, "import/import_list.cs", &import_list_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import", import_upload_page, "import/import_list.cs", &import_upload_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/paste", import_paste_page, NULL, &import_paste_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/begin", import_begin_page, NULL, &import_begin_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/{id}/slice", import_slice_page, NULL, &import_slice_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/import/{id}", import_show_page, "import/import_show.cs", &import_one_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/import/{id}/dialect", import_dialect_page, "import/import_dialect.cs", &import_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/{id}/dialect", import_dialect_save_page, "import/import_dialect.cs", &import_dialect_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/import/{id}/map", import_map_page, "import/import_map.cs", &import_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/{id}/map", import_map_save_page, "import/import_map.cs", &import_map_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/import/{id}/preview", import_preview_page, "import/import_preview.cs", &import_rows_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/{id}/start", import_start_page, NULL, &import_start_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/import/{id}/run", import_run_page, "import/import_run.cs", &import_rows_params, MAY_READ, SESSION, POOL_APP, false},
    {GET, "/{tenant}/import/{id}/progress", import_progress_page, NULL, &import_one_params, MAY_READ, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/{id}/cancel", import_cancel_page, NULL, &import_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {POST, "/{tenant}/import/{id}/undo", import_undo_page, NULL, &import_one_params, MAY_WRITE, SESSION, POOL_APP, false},
    {GET, "/{tenant}/import/{id}/rejected.csv", import_rejected_page, NULL, &import_one_params, MAY_READ, SESSION, POOL_APP, false},
};
/* clang-format on */
const size_t n_routes = sizeof routes / sizeof *routes;
