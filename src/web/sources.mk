libweb_a_SOURCES += \
	src/web/answer.c src/web/answer.h \
	src/web/csrf.c src/web/csrf.h \
	src/web/dispatch.c src/web/dispatch.h \
	src/web/fcgi.c src/web/fcgi.h \
	src/web/frame.c src/web/frame.h \
	src/web/http.h \
	src/web/match.c src/web/match.h \
	src/web/multipart.c src/web/multipart.h \
	src/web/nav.c src/web/nav.h \
	src/web/params.c src/web/params.h \
	src/web/params_body.c \
	src/web/reply.c src/web/reply.h \
	src/web/routes.c src/web/routes.h \
	src/web/view.c src/web/view.h \
	src/web/web.c src/web/web.h \
	src/web/api/api_body.c src/web/api/api_body.h src/web/api/api_campaign.h \
	src/web/api/api_campaign_page.c src/web/api/api_conflict_page.c src/web/api/api_decide_page.c \
	src/web/api/api_export_page.c src/web/api/api_generation_page.c src/web/api/api_message_page.c \
	src/web/api/api_pdf_page.c src/web/api/api_person_page.c src/web/api/api_sender_page.c src/web/api/api_step_page.c src/web/api/api_template_page.c src/web/api/api_work_page.c \
	src/web/api/api_json.c src/web/api/api_json.h src/web/api/api_list_page.c src/web/api/api_record_page.c src/web/api/api_review_page.c \
	src/web/api/openapi_answer.c src/web/api/openapi_answer.h src/web/api/openapi_operation.c src/web/api/openapi_operation.h \
	src/web/api/openapi_params.c src/web/api/openapi_params.h \
	src/web/api/openapi_page.c src/web/api/openapi_schema.c src/web/api/openapi_schema.h src/web/api/pages.h \
	src/web/account/account_view.c \
	src/web/account/account_view.h \
	src/web/account/api_me_page.c \
	src/web/account/api_token_page.c \
	src/web/account/audit_page.c \
	src/web/account/link_page.c \
	src/web/account/login_page.c \
	src/web/account/member_page.c \
	src/web/account/pages.h \
	src/web/account/password_page.c \
	src/web/account/profile_page.c \
	src/web/account/session_page.c \
	src/web/account/tenant_page.c \
	src/web/account/totp_page.c \
	src/web/account/user_page.c \
	src/web/email/email_card.c src/web/email/email_card.h \
	src/web/enrich/pages.h src/web/enrich/people_focus_page.c src/web/enrich/sighting_card.c src/web/enrich/sighting_card.h \
	src/web/email/email_setting_page.c src/web/email/pages.h \
	src/web/health/pipeline_health_page.c \
	src/web/health/pages.h \
	src/web/health/system_page.c \
	src/web/pipeline/ledger_page.c \
	src/web/pipeline/run_graph.c src/web/pipeline/run_graph.h \
	src/web/pipeline/run_new_page.c \
	src/web/pipeline/run_page.c \
	src/web/pipeline/research_card.c src/web/pipeline/research_card.h \
	src/web/pipeline/run_view.c src/web/pipeline/run_view.h \
	src/web/pipeline/job_page.c src/web/pipeline/pages.h src/web/pipeline/schedule_page.c \
	src/web/health/healthz_page.c
libweb_a_SOURCES += \
	src/web/home/pages.h \
	src/web/home/home_chart.c src/web/home/home_chart.h \
	src/web/home/home_page.c \
	src/web/record/pages.h \
	src/web/record/change_page.c \
	src/web/record/company_pick_page.c \
	src/web/record/record_beside.c src/web/record/record_beside.h \
	src/web/record/record_edit_page.c \
	src/web/record/record_fact.c src/web/record/record_fact.h \
	src/web/record/record_form.c src/web/record/record_form.h \
	src/web/record/record_new_page.c \
	src/web/record/record_label_page.c src/web/record/record_label_page.h \
	src/web/record/record_next.c src/web/record/record_next.h \
	src/web/record/record_note_page.c \
	src/web/record/record_page.c src/web/record/record_page.h \
	src/web/record/record_timeline.c src/web/record/record_timeline.h \
	src/web/record/record_view.c src/web/record/record_view.h \
	src/web/record/smart_list_page.c \
	src/web/record/search_page.c \
	src/web/suppression/pages.h \
	src/web/suppression/suppression_list_page.c
libweb_a_SOURCES += \
	src/web/import/pages.h \
	src/web/import/import_dialect_page.c \
	src/web/import/import_discard_page.c \
	src/web/import/import_list_page.c \
	src/web/import/import_map_form.c src/web/import/import_map_form.h \
	src/web/import/import_map_page.c \
	src/web/import/import_preview_page.c \
	src/web/import/import_rejected_page.c \
	src/web/import/import_rows.c \
	src/web/import/import_run_page.c \
	src/web/import/import_upload_page.c \
	src/web/import/import_view.c src/web/import/import_view.h
libweb_a_SOURCES += \
	src/web/label/custom_edit_page.c src/web/label/custom_field_page.c \
	src/web/label/custom_view.c src/web/label/custom_view.h src/web/label/label_page.c \
	src/web/label/label_view.c src/web/label/label_view.h \
	src/web/label/owner_page.c src/web/label/pages.h
libweb_a_SOURCES += \
	src/web/list/pages.h \
	src/web/list/list_cells.c src/web/list/list_cells.h \
	src/web/list/list_chips.c src/web/list/list_chips.h \
	src/web/list/list_columns_page.c \
	src/web/list/list_facets.c src/web/list/list_facets.h \
	src/web/list/list_mend.c src/web/list/list_mend.h \
	src/web/list/list_options.c src/web/list/list_options.h \
	src/web/list/list_page.c \
	src/web/list/list_state.c src/web/list/list_state.h \
	src/web/list/list_table.c src/web/list/list_table.h \
	src/web/list/list_values_page.c

libweb_a_SOURCES += \
	src/web/bulk/pages.h \
	src/web/bulk/bulk_page.c \
	src/web/bulk/duplicate_page.c \
	src/web/bulk/merge_page.c \
	src/web/bulk/trash_page.c \
	src/web/bulk/bulk_view.c src/web/bulk/bulk_view.h
leadgen_web_SOURCES += src/web/main.c

# Static files: every one under a name with its content's hash, and the table view uses. The
# libraries of the front end come by name and version from static/package.json.
src/web/static_table.c: static/fingerprint.sh static/app.css static/app.js static/import.js static/list.js static/record.js static/icons.svg \
		static/favicon.svg static/package.json static/package-lock.json
	$(AM_V_GEN)$(MKDIR_P) src/web && $(SHELL) $(top_srcdir)/static/fingerprint.sh \
		'$(abs_top_srcdir)/static' '$(abs_top_builddir)/static' >$@.tmp && mv $@.tmp $@
nodist_libweb_a_SOURCES = src/web/static_table.c
BUILT_SOURCES += src/web/static_table.c
CLEANFILES += src/web/static_table.c
clean-local:
	rm -rf static/npm
	rm -f static/*.????????????.css static/*.????????????.js static/*.????????????.svg

# Exports.
libweb_a_SOURCES += \
	src/web/export/pages.h \
	src/web/export/record_export_new_page.c \
	src/web/export/record_export_page.c src/web/export/record_export_progress.c src/web/export/record_export_progress.h

# Triage.
libweb_a_SOURCES += \
	src/web/message/generation_page.c \
	src/web/message/insight_page.c src/web/message/message_list_page.c \
	src/web/message/message_page.c src/web/message/message_view.c src/web/message/message_view.h \
	src/web/message/pages.h src/web/message/review_page.c src/web/message/rewrite_view.c src/web/message/version_view.c \
	src/web/triage/pages.h \
	src/web/triage/triage_page.c src/web/triage/triage_rules_page.c

# Outside services.
libweb_a_SOURCES += \
	src/web/provider/pages.h src/web/provider/model_edit_page.c \
	src/web/provider/provider_edit_page.c src/web/provider/provider_list_page.c \
	src/web/provider/provider_view.c src/web/provider/provider_view.h

# Signals and scores.
libweb_a_SOURCES += \
	src/web/scoring/icp_compare_page.c \
	src/web/scoring/icp_signal_page.c \
	src/web/scoring/icp_tiers_page.c \
	src/web/scoring/icp_version_page.c \
	src/web/scoring/icp_view.c src/web/scoring/icp_view.h \
	src/web/scoring/pages.h \
	src/web/site/company_site_page.c src/web/site/pages.h \
	src/web/scoring/score_page.c \
	src/web/scoring/score_view.c src/web/scoring/score_view.h

# Discovery.
libweb_a_SOURCES += \
	src/web/discovery/pages.h \
	src/web/discovery/discovery_page.c src/web/discovery/discovery_query_page.c \
	src/web/discovery/discovery_view.c src/web/discovery/discovery_view.h

# Campaigns.
libweb_a_SOURCES += \
	src/web/audience/audience_view.c src/web/audience/audience_view.h \
	src/web/audience/campaign_adding_page.c \
	src/web/audience/campaign_conflict_page.c \
	src/web/audience/campaign_person_page.c \
	src/web/audience/pages.h \
	src/web/campaign/campaign_act_page.c \
	src/web/campaign/campaign_list_page.c \
	src/web/campaign/campaign_new_page.c \
	src/web/campaign/campaign_page.c \
	src/web/campaign/campaign_settings_page.c \
	src/web/campaign/campaign_preview_page.c \
	src/web/campaign/campaign_step_edit_page.c src/web/campaign/campaign_step_page.c \
	src/web/campaign/campaign_step_view.c src/web/campaign/campaign_step_view.h \
	src/web/campaign/campaign_template_page.c \
	src/web/campaign/campaign_view.c src/web/campaign/campaign_view.h \
	src/web/campaign/pages.h
libweb_a_SOURCES += \
	src/web/message/export_pages.h src/web/message/message_export_page.c
libweb_a_SOURCES += \
	src/web/campaign/country_policy_page.c src/web/campaign/sender_page.c
libweb_a_SOURCES += \
	src/web/letter_pdf/letter_pdf_card.c src/web/letter_pdf/letter_pdf_card.h \
	src/web/letter_pdf/letter_pdf_page.c src/web/letter_pdf/pages.h
