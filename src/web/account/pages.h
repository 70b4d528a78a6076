/* Pages of the account area: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_ACCOUNT_PAGES_H
#define LEADGEN_WEB_ACCOUNT_PAGES_H

#include "web/web.h"

/* login_page.c, link_page.c */
page_fn login_show_page, login_send_page, login_code_show_page, login_code_send_page, logout_page;
extern const struct params login_show_params, login_send_params, login_code_params;
page_fn link_show_page, link_send_page;
extern const struct params link_show_params, link_send_params;

/* profile_page.c, password_page.c, session_page.c, totp_page.c */
page_fn start_page, workspaces_page, profile_page, profile_change_page;
extern const struct params profile_change_params;
page_fn password_page, password_change_page;
extern const struct params password_change_params;
page_fn session_own_page, session_end_page, session_end_others_page, session_all_page,
    session_end_any_page;
extern const struct params session_end_params, session_all_params;
page_fn totp_page, totp_begin_page, totp_confirm_page, totp_ask_page, totp_codes_page,
    totp_off_page;
extern const struct params totp_code_params, totp_password_params;

/* tenant_page.c, member_page.c, api_token_page.c */
page_fn tenant_settings_page, tenant_edit_page, tenant_all_page, tenant_new_page, tenant_add_page,
    tenant_off_ask_page, tenant_off_page, tenant_on_page;
extern const struct params tenant_edit_params, tenant_all_params, tenant_new_params,
    tenant_one_params;
page_fn member_list_page, member_invite_page, member_invite_send_page, member_role_page,
    member_remove_ask_page, member_remove_page, invitation_withdraw_page;
extern const struct params member_invite_params, member_role_params, member_one_params,
    invitation_one_params;
page_fn token_list_page, token_new_page, token_add_page, token_revoke_ask_page, token_revoke_page;
extern const struct params token_new_params, token_one_params;

/* api_me_page.c */
page_fn api_me_page;

/* audit_page.c, user_page.c */
page_fn audit_tenant_page, audit_all_page;
extern const struct params audit_show_params;
page_fn admin_page, user_all_page, user_one_page, user_act_page, user_role_page, user_link_ask_page,
    user_link_page, user_new_page, user_add_page, user_email_page, user_email_save_page;
extern const struct params user_all_params, user_one_params, user_act_params, user_role_set_params,
    user_new_params, user_email_params;

#endif
