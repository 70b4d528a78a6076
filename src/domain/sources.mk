libdomain_a_SOURCES += \
	src/domain/pipeline/ledger.c src/domain/pipeline/ledger.h \
	src/domain/pipeline/pipeline_choice.c src/domain/pipeline/pipeline_choice.h \
	src/domain/pipeline/pipeline_gather.c \
	src/domain/pipeline/pipeline_run.c src/domain/pipeline/pipeline_run.h \
	src/domain/pipeline/stage.c src/domain/pipeline/stage.h \
	src/domain/pipeline/stage_crawl.c src/domain/pipeline/stage_crawl.h \
	src/domain/pipeline/stage_facts.c src/domain/pipeline/stage_facts.h \
	src/domain/pipeline/stage_people.c src/domain/pipeline/stage_people.h \
	src/domain/pipeline/stage_queue.c src/domain/pipeline/stage_queue.h \
	src/domain/pipeline/stage_record.c src/domain/pipeline/stage_record.h \
	src/domain/pipeline/stages.c \
	src/domain/pipeline/house.c src/domain/pipeline/house.h \
	src/domain/pipeline/job.c src/domain/pipeline/job.h \
	src/domain/pipeline/job_lanes.c src/domain/pipeline/job_lanes.h \
	src/domain/pipeline/queue.c src/domain/pipeline/queue.h \
	src/domain/pipeline/retention.c src/domain/pipeline/retention.h \
	src/domain/pipeline/schedule.c src/domain/pipeline/schedule.h \
	src/domain/pipeline/task.c src/domain/pipeline/task.h \
	src/domain/pipeline/tasks.c \
	src/domain/domain.h \
	src/domain/record/record_quality.h \
	src/domain/record/record_class.c src/domain/record/record_class.h \
	src/domain/record/record_code.c src/domain/record/record_code.h \
	src/domain/query/record_dimension.c src/domain/query/record_dimension.h \
	src/domain/record/record_fact.c src/domain/record/record_fact.h \
	src/domain/record/record_field.c src/domain/record/record_field.h \
	src/domain/record/record_fill.c src/domain/record/record_fill.h
libdomain_a_SOURCES += \
	src/domain/company/company_class.c src/domain/company/company_class.h \
	src/domain/company/company_domain.c src/domain/company/company_domain.h \
	src/domain/company/company_industry.c src/domain/company/company_industry.h \
	src/domain/company/company_industry_goods.c src/domain/company/company_industry_services.c \
	src/domain/company/company_industry_society.c \
	src/domain/company/company_industry_words.c src/domain/company/company_industry_words.h \
	src/domain/company/company_people.c src/domain/company/company_people.h \
	src/domain/company/company_pick.c src/domain/company/company_pick.h \
	src/domain/company/company_name.c src/domain/company/company_name.h \
	src/domain/company/legal_form.c src/domain/company/legal_form.h \
	src/domain/company/company_revenue.c src/domain/company/company_revenue.h \
	src/domain/company/company_size.c src/domain/company/company_size.h \
	src/domain/company/nace_code.c src/domain/company/nace_code.h \
	src/domain/company/shared_hosts.c src/domain/company/shared_hosts.h \
	src/domain/contact/contact_class.c src/domain/contact/contact_class.h \
	src/domain/contact/email_address.c src/domain/contact/email_address.h \
	src/domain/contact/email_lists.c src/domain/contact/email_lists.h \
	src/domain/contact/free_mail.c src/domain/contact/free_mail.h \
	src/domain/enrich/decision_rank.c src/domain/enrich/decision_rank.h \
	src/domain/enrich/nickname.c src/domain/enrich/nickname.h \
	src/domain/enrich/people.c src/domain/enrich/people.h \
	src/domain/enrich/people_atom.c src/domain/enrich/people_atom.h \
	src/domain/enrich/people_foreign.c \
	src/domain/enrich/people_focus.c src/domain/enrich/people_focus.h \
	src/domain/enrich/people_given.c src/domain/enrich/people_given.h \
	src/domain/enrich/people_ld.c \
	src/domain/enrich/people_line.c src/domain/enrich/people_line.h \
	src/domain/enrich/people_merge.c \
	src/domain/enrich/people_name.c src/domain/enrich/people_name.h \
	src/domain/enrich/people_page.c \
	src/domain/enrich/people_store.c src/domain/enrich/people_store.h \
	src/domain/enrich/people_words.c src/domain/enrich/people_words.h \
	src/domain/contact/job_title.c src/domain/contact/job_title.h \
	src/domain/contact/job_title_functions.c src/domain/contact/job_title_ranks.c \
	src/domain/contact/job_title_words.h \
	src/domain/contact/linkedin_url.c src/domain/contact/linkedin_url.h \
	src/domain/contact/person_case.c src/domain/contact/person_case.h \
	src/domain/contact/person_name.c src/domain/contact/person_name.h \
	src/domain/contact/person_text.c src/domain/contact/person_text.h \
	src/domain/contact/person_words.c src/domain/contact/person_words.h \
	src/domain/contact/phone_number.c src/domain/contact/phone_number.h \
	src/domain/contact/phone_plan.c src/domain/contact/phone_plan.h \
	src/domain/record/country.c src/domain/record/country.h \
	src/domain/record/country_names.c src/domain/record/country_names.h
libdomain_a_SOURCES += \
	src/domain/account/api_token.c src/domain/account/api_token.h \
	src/domain/account/audit.c src/domain/account/audit.h \
	src/domain/account/auth.c src/domain/account/auth.h \
	src/domain/account/common_password.c src/domain/account/common_password.h \
	src/domain/account/login.c src/domain/account/login.h \
	src/domain/account/member.c src/domain/account/member.h \
	src/domain/account/one_time_link.c src/domain/account/one_time_link.h \
	src/domain/account/password.c src/domain/account/password.h \
	src/domain/account/profile.c src/domain/account/profile.h \
	src/domain/account/session.c src/domain/account/session.h \
	src/domain/account/tenant.c src/domain/account/tenant.h \
	src/domain/account/totp.c src/domain/account/totp.h \
	src/domain/account/user.c src/domain/account/user.h \
	src/domain/health/pipeline_alert.c src/domain/health/pipeline_alert.h \
	src/domain/health/pipeline_health.c src/domain/health/pipeline_health.h \
	src/domain/health/system_health.c src/domain/health/system_health.h \
	src/domain/health/health_ping.c src/domain/health/health_ping.h
libdomain_a_SOURCES += \
	src/domain/suppression/contact_gate.c src/domain/suppression/contact_gate.h \
	src/domain/suppression/suppression_person.c src/domain/suppression/suppression_person.h \
	src/domain/suppression/suppression.c src/domain/suppression/suppression.h
libdomain_a_SOURCES += \
	src/domain/company/company_keys.c src/domain/company/company_keys.h \
	src/domain/contact/contact_keys.c src/domain/contact/contact_keys.h \
	src/domain/query/overview.c src/domain/query/overview.h \
	src/domain/query/smart_list.c src/domain/query/smart_list.h \
	src/domain/record/record.c src/domain/record/record.h \
	src/domain/record/record_gone.c src/domain/record/record_gone.h \
	src/domain/record/record_history.c src/domain/record/record_history.h \
	src/domain/record/record_label.c src/domain/record/record_label.h \
	src/domain/record/record_note.c src/domain/record/record_note.h \
	src/domain/query/record_filter.c src/domain/query/record_filter.h \
	src/domain/query/record_filter_text.c \
	src/domain/query/record_filter_value.c src/domain/query/record_filter_value.h \
	src/domain/order/record_order.c src/domain/order/record_order.h \
	src/domain/order/order_sql.c src/domain/order/order_sql.h \
	src/domain/query/record_query.c src/domain/query/record_query.h \
	src/domain/query/record_column.c src/domain/query/record_column.h \
	src/domain/query/record_row.c src/domain/query/record_row.h \
	src/domain/query/record_search.c src/domain/query/record_search.h \
	src/domain/query/query_cursor.c src/domain/query/query_cursor.h \
	src/domain/query/query_facet.c \
	src/domain/query/query_tally.c src/domain/query/query_tally.h \
	src/domain/query/query_sql.c src/domain/query/query_sql.h \
	src/domain/query/query_where.c src/domain/query/query_where.h \
	src/domain/change/change.c src/domain/change/change.h \
	src/domain/change/change_company.c src/domain/change/change_contact.c \
	src/domain/change/change_keys.c src/domain/change/change_keys.h \
	src/domain/change/change_kept.c src/domain/change/change_kept.h \
	src/domain/change/change_plan.c src/domain/change/change_plan.h \
	src/domain/change/change_restore.c src/domain/change/change_restore.h \
	src/domain/change/change_set.c src/domain/change/change_set.h \
	src/domain/change/change_plain.c src/domain/change/change_plain.h \
	src/domain/change/change_undo.c src/domain/change/change_undo.h \
	src/domain/record/record_value.c src/domain/record/record_value.h \
	src/domain/suppression/suppression_list.c src/domain/suppression/suppression_list.h

# What the columns of a list mean.
libdomain_a_SOURCES += \
	src/domain/import/import_mapping.c src/domain/import/import_mapping.h \
	src/domain/mapping/mapping_assign.c src/domain/mapping/mapping_plan.h \
	src/domain/mapping/mapping_claim.c src/domain/mapping/mapping_claim.h \
	src/domain/mapping/mapping_cell.c src/domain/mapping/mapping_cell.h \
	src/domain/mapping/mapping_entity.c src/domain/mapping/mapping_evidence.c \
	src/domain/mapping/mapping_exports.c src/domain/mapping/mapping_exports.h \
	src/domain/mapping/mapping_file.c src/domain/mapping/mapping_file.h \
	src/domain/mapping/mapping_headers.c src/domain/mapping/mapping_headers.h \
	src/domain/mapping/mapping_lexicon.c src/domain/mapping/mapping_lexicon.h \
	src/domain/mapping/mapping_meaning.c src/domain/mapping/mapping_meaning.h \
	src/domain/mapping/mapping_shapes.c src/domain/mapping/mapping_shapes.h \
	src/domain/mapping/mapping_value_words.c \
	src/domain/mapping/mapping_words_east.c src/domain/mapping/mapping_words_english.c \
	src/domain/mapping/mapping_words_north.c src/domain/mapping/mapping_words_west.c
libdomain_a_SOURCES += \
	src/domain/cleaning/name_custom.c src/domain/cleaning/name_custom.h \
	src/domain/cleaning/name_note.c src/domain/cleaning/name_note.h \
	src/domain/cleaning/postal_city.c src/domain/cleaning/postal_city.h \
	src/domain/cleaning/value_list.c src/domain/cleaning/value_list.h \
	src/domain/cleaning/value_loss.c src/domain/cleaning/value_loss.h \
	src/domain/cleaning/value_note.c src/domain/cleaning/value_note.h \
	src/domain/cleaning/verbatim.c src/domain/cleaning/verbatim.h \
	src/domain/identity/company_conflict.c src/domain/identity/company_conflict.h \
	src/domain/identity/contact_twin.c src/domain/identity/contact_twin.h \
	src/domain/identity/legal_form_pair.c src/domain/identity/legal_form_pair.h \
	src/domain/identity/name_domain.c src/domain/identity/name_domain.h \
	src/domain/import/import.c src/domain/import/import.h \
	src/domain/import/import_apply.c src/domain/import/import_apply.h \
	src/domain/import/import_batch.c src/domain/import/import_batch.h \
	src/domain/import/import_decide.c src/domain/import/import_decide.h \
	src/domain/import/import_entry.h \
	src/domain/import/import_ledger.c \
	src/domain/import/import_look.c \
	src/domain/import/import_match.c src/domain/import/import_match.h \
	src/domain/import/import_options.c src/domain/import/import_options.h \
	src/domain/import/import_plan.c src/domain/import/import_plan.h \
	src/domain/import/import_reason.c src/domain/import/import_reason.h \
	src/domain/import/import_run.c src/domain/import/import_run.h \
	src/domain/import/import_seen.c src/domain/import/import_seen.h \
	src/domain/import/import_totals.c src/domain/import/import_totals.h \
	src/domain/import/import_undo.c \
	src/domain/import/import_write.c src/domain/import/import_write.h
libdomain_a_SOURCES += \
	src/domain/label/custom_field.c src/domain/label/custom_field.h \
	src/domain/label/custom_record.c src/domain/label/custom_record.h \
	src/domain/label/custom_retype.c src/domain/label/custom_retype.h \
	src/domain/label/custom_value.c src/domain/label/custom_value.h \
	src/domain/label/label.c src/domain/label/label.h \
	src/domain/label/label_made.c src/domain/label/label_made.h \
	src/domain/label/label_sweep.c src/domain/label/label_sweep.h \
	src/domain/label/owner.c src/domain/label/owner.h

# Addresses of people.
libdomain_a_SOURCES += \
	src/domain/email/email_domain.c src/domain/email/email_domain.h \
	src/domain/email/email_find.c src/domain/email/email_find.h \
	src/domain/email/email_fit.c src/domain/email/email_fit.h \
	src/domain/email/email_found.c src/domain/email/email_found.h \
	src/domain/email/email_known.c src/domain/email/email_known.h \
	src/domain/email/email_outcome.c src/domain/email/email_outcome.h \
	src/domain/email/email_pattern.c src/domain/email/email_pattern.h \
	src/domain/email/email_probe.c src/domain/email/email_probe.h \
	src/domain/email/email_reverify.c src/domain/email/email_reverify.h \
	src/domain/email/email_score.c src/domain/email/email_score.h \
	src/domain/email/email_setting.c src/domain/email/email_setting.h \
	src/domain/email/email_site.c src/domain/email/email_site.h \
	src/domain/email/email_tools.c src/domain/email/email_tools.h \
	src/domain/email/email_verify.c src/domain/email/email_verify.h \
	src/domain/pipeline/stage_email_find.c src/domain/pipeline/stage_email_find.h \
	src/domain/pipeline/stage_email_verify.c src/domain/pipeline/stage_email_verify.h

# What leaves the house as a file.
libdomain_a_SOURCES += \
	src/domain/export/record_export.c src/domain/export/record_export.h \
	src/domain/export/record_export_column.c src/domain/export/record_export_column.h \
	src/domain/export/record_export_file.c src/domain/export/record_export_file.h \
	src/domain/export/record_export_run.c src/domain/export/record_export_run.h \
	src/domain/export/record_export_source.c src/domain/export/record_export_source.h \
	src/domain/export/record_export_words.c src/domain/export/record_export_words.h

libdomain_a_SOURCES += \
	src/domain/list/list_names.c src/domain/list/list_names.h \
	src/domain/list/list_view.c src/domain/list/list_view.h
# The columns of large tenants.
libdomain_a_SOURCES += \
	src/domain/snapshot/snapshot_bits.c src/domain/snapshot/snapshot_bits.h \
	src/domain/snapshot/snapshot_build.c src/domain/snapshot/snapshot_build.h \
	src/domain/columns/snapshot_clause.c src/domain/columns/snapshot_clause.h \
	src/domain/columns/snapshot_count.c src/domain/columns/snapshot_count.h \
	src/domain/snapshot/snapshot_delta.c src/domain/snapshot/snapshot_delta.h \
	src/domain/snapshot/snapshot_dict.c src/domain/snapshot/snapshot_dict.h \
	src/domain/columns/snapshot_facet.c src/domain/columns/snapshot_facet.h \
	src/domain/snapshot/snapshot_file.c src/domain/snapshot/snapshot_file.h \
	src/domain/columns/snapshot_key.c src/domain/columns/snapshot_key.h \
	src/domain/columns/snapshot_named.c src/domain/columns/snapshot_named.h \
	src/domain/columns/snapshot_match.c src/domain/columns/snapshot_match.h \
	src/domain/columns/snapshot_page.c src/domain/columns/snapshot_page.h \
	src/domain/snapshot/snapshot_grams.c src/domain/snapshot/snapshot_grams.h \
	src/domain/snapshot/snapshot_packs.c src/domain/snapshot/snapshot_packs.h \
	src/domain/snapshot/snapshot_rungs.c src/domain/snapshot/snapshot_rungs.h \
	src/domain/snapshot/snapshot_runs.c src/domain/snapshot/snapshot_runs.h \
	src/domain/snapshot/snapshot_posting.c src/domain/snapshot/snapshot_posting.h \
	src/domain/columns/snapshot_query.c src/domain/columns/snapshot_query.h \
	src/domain/snapshot/snapshot_row.c src/domain/snapshot/snapshot_row.h \
	src/domain/columns/snapshot_search.c src/domain/columns/snapshot_search.h \
	src/domain/snapshot/snapshot_segment.c src/domain/snapshot/snapshot_segment.h \
	src/domain/snapshot/snapshot_sort.c src/domain/snapshot/snapshot_sort.h \
	src/domain/snapshot/snapshot_task.c src/domain/snapshot/snapshot_task.h \
	src/domain/snapshot/snapshot_view.c src/domain/snapshot/snapshot_view.h

libdomain_a_SOURCES += \
	src/domain/bulk/bulk.c src/domain/bulk/bulk.h \
	src/domain/bulk/bulk_lanes.c src/domain/bulk/bulk_lanes.h \
	src/domain/bulk/bulk_part.c src/domain/bulk/bulk_part.h \
	src/domain/bulk/bulk_run.c src/domain/bulk/bulk_run.h \
	src/domain/bulk/duplicate.c src/domain/bulk/duplicate.h \
	src/domain/bulk/merge.c src/domain/bulk/merge.h \
	src/domain/bulk/trash.c src/domain/bulk/trash.h \
	src/domain/change/change_undo_job.c

# Which companies the pipeline goes on with.
libdomain_a_SOURCES += \
	src/domain/pipeline/stage_triage.c src/domain/pipeline/stage_triage.h \
	src/domain/audience/campaign_adding.c src/domain/audience/campaign_adding.h \
	src/domain/audience/campaign_holiday.c src/domain/audience/campaign_holiday.h \
	src/domain/audience/campaign_person.c src/domain/audience/campaign_person.h \
	src/domain/audience/campaign_ready.c src/domain/audience/campaign_ready.h \
	src/domain/audience/campaign_check.c src/domain/audience/campaign_check.h \
	src/domain/audience/campaign_conflict.c src/domain/audience/campaign_conflict.h \
	src/domain/audience/campaign_hours.c src/domain/audience/campaign_hours.h \
	src/domain/sequence/campaign_channel.c src/domain/sequence/campaign_channel.h \
	src/domain/sequence/campaign_example.c src/domain/sequence/campaign_example.h \
	src/domain/sequence/campaign_preset.c src/domain/sequence/campaign_preset.h \
	src/domain/sequence/campaign_step.c src/domain/sequence/campaign_step.h \
	src/domain/sequence/campaign_step_form.c src/domain/sequence/campaign_step_form.h \
	src/domain/sequence/campaign_template.c src/domain/sequence/campaign_template.h \
	src/domain/triage/triage.c src/domain/triage/triage.h \
	src/domain/triage/triage_apply.c src/domain/triage/triage_apply.h \
	src/domain/triage/triage_judge.c src/domain/triage/triage_judge.h \
	src/domain/triage/triage_queue.c src/domain/triage/triage_queue.h \
	src/domain/triage/triage_rules.c src/domain/triage/triage_rules.h

# Web sites of companies.
libdomain_a_SOURCES += \
	src/domain/crawl/crawl.c src/domain/crawl/crawl.h \
	src/domain/crawl/crawl_choice.c src/domain/crawl/crawl_choice.h \
	src/domain/crawl/crawl_end.c src/domain/crawl/crawl_end.h \
	src/domain/crawl/crawl_lease.c src/domain/crawl/crawl_lease.h \
	src/domain/crawl/crawl_names.c src/domain/crawl/crawl_names.h \
	src/domain/crawl/crawl_page.c src/domain/crawl/crawl_page.h \
	src/domain/crawl/crawl_refresh.c src/domain/crawl/crawl_refresh.h \
	src/domain/crawl/crawl_robots.c src/domain/crawl/crawl_robots.h \
	src/domain/crawl/crawl_site.c src/domain/crawl/crawl_site.h \
	src/domain/crawl/page_store.c src/domain/crawl/page_store.h \
	src/domain/site/company_site.c src/domain/site/company_site.h \
	src/domain/site/company_technology.c src/domain/site/company_technology.h \
	src/domain/page/page.c src/domain/page/page.h \
	src/domain/page/page_address.c src/domain/page/page_address.h \
	src/domain/page/page_claim.c src/domain/page/page_claim.h \
	src/domain/page/page_data.c src/domain/page/page_data.h \
	src/domain/page/page_email.c src/domain/page/page_email.h \
	src/domain/page/page_language.c src/domain/page/page_language.h \
	src/domain/page/page_link.c src/domain/page/page_link.h \
	src/domain/page/page_phone.c src/domain/page/page_phone.h \
	src/domain/page/page_role.c src/domain/page/page_role.h \
	src/domain/page/page_social.c src/domain/page/page_social.h \
	src/domain/page/page_technology.c src/domain/page/page_technology.h \
	src/domain/page/page_text.c src/domain/page/page_text.h \
	src/domain/page/page_verdict.c src/domain/page/page_verdict.h \
	src/domain/page/page_technology_table.h \
	src/domain/page/page_kind.c src/domain/page/page_kind.h \
	src/domain/site/site_facts.c src/domain/site/site_facts.h \
	src/domain/site/site_gather.c src/domain/site/site_gather.h \
	src/domain/site/site_vote.c src/domain/site/site_vote.h

libdomain_a_SOURCES += \
	src/domain/pipeline/stage_score.c src/domain/pipeline/stage_score.h \
	src/domain/scoring/icp_compare.c src/domain/scoring/icp_compare.h \
	src/domain/scoring/icp_default.h \
	src/domain/scoring/icp_keywords.c src/domain/scoring/icp_keywords.h \
	src/domain/scoring/icp_model.c src/domain/scoring/icp_model.h \
	src/domain/scoring/icp_score.c src/domain/scoring/icp_score.h \
	src/domain/scoring/icp_version.c src/domain/scoring/icp_version.h \
	src/domain/scoring/score_report.c src/domain/scoring/score_report.h \
	src/domain/scoring/score_rescore.c src/domain/scoring/score_rescore.h \
	src/domain/scoring/score_store.c src/domain/scoring/score_store.h

# The model of new workspaces, line by line.
src/icp_default.c: $(top_srcdir)/sql/seed/icp.json
	$(AM_V_GEN)$(MKDIR_P) src && { echo '#include "domain/scoring/icp_default.h"'; \
		echo 'const char *const icp_default[] = {'; \
		LC_ALL=C $(SED) -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/"&\\n",/' $(top_srcdir)/sql/seed/icp.json; \
		echo '};'; echo 'const size_t icp_default_n = sizeof icp_default / sizeof *icp_default;'; } >$@.tmp && mv $@.tmp $@
CLEANFILES += src/icp_default.c
nodist_libdomain_a_SOURCES += src/icp_default.c

# Outside services.
libdomain_a_SOURCES += \
	src/domain/privacy/privacy.c src/domain/privacy/privacy.h \
	src/domain/provider/model.c src/domain/provider/model.h \
	src/domain/provider/model_answer.c src/domain/provider/model_answer.h \
	src/domain/provider/model_prompt.c src/domain/provider/model_prompt.h \
	src/domain/provider/model_safe.c src/domain/provider/model_safe.h \
	src/domain/provider/model_vendor.c src/domain/provider/model_vendor.h \
	src/domain/provider/model_anthropic.c src/domain/provider/model_openai.c \
	src/domain/provider/model_perplexity.c \
	src/domain/provider/model_settings.c src/domain/provider/model_settings.h \
	src/domain/provider/provider.c src/domain/provider/provider.h \
	src/domain/provider/provider_call.c src/domain/provider/provider_call.h \
	src/domain/provider/provider_circuit.c src/domain/provider/provider_circuit.h \
	src/domain/provider/provider_search.c src/domain/provider/provider_search.h \
	src/domain/provider/provider_test.c src/domain/provider/provider_test.h \
	src/domain/provider/search_json.c src/domain/provider/search_json.h

# Messages: their texts, decisions of people.
libdomain_a_SOURCES += \
	src/domain/message/feedback.c src/domain/message/feedback.h \
	src/domain/message/insight.c src/domain/message/insight.h \
	src/domain/message/message.c src/domain/message/message.h \
	src/domain/message/message_check.c src/domain/message/message_check.h \
	src/domain/message/message_list.c \
	src/domain/message/message_version.c src/domain/message/message_version.h \
	src/domain/message/review.c src/domain/message/review.h

# Where new companies come from.
libdomain_a_SOURCES += \
	src/domain/discovery/discovery.c src/domain/discovery/discovery.h \
	src/domain/discovery/discovery_expand.c src/domain/discovery/discovery_expand.h \
	src/domain/discovery/discovery_fetch.c src/domain/discovery/discovery_fetch.h \
	src/domain/discovery/discovery_keep.c src/domain/discovery/discovery_keep.h \
	src/domain/discovery/discovery_links.c src/domain/discovery/discovery_links.h \
	src/domain/discovery/discovery_run.c src/domain/discovery/discovery_run.h \
	src/domain/discovery/discovery_search.c src/domain/discovery/discovery_search.h \
	src/domain/discovery/discovery_sift.c src/domain/discovery/discovery_sift.h \
	src/domain/discovery/discovery_visit.c src/domain/discovery/discovery_visit.h

# The embedded writer.
libdomain_a_SOURCES += \
	src/domain/writing/letter.c src/domain/writing/letter.h \
	src/domain/writing/letter_article.c src/domain/writing/letter_article.h \
	src/domain/writing/letter_cs.c \
	src/domain/writing/letter_de.c \
	src/domain/writing/letter_en.c \
	src/domain/writing/letter_es.c \
	src/domain/writing/letter_fr.c \
	src/domain/writing/letter_evidence.c src/domain/writing/letter_evidence.h \
	src/domain/writing/letter_name.c src/domain/writing/letter_name.h \
	src/domain/writing/letter_pick.c src/domain/writing/letter_pick.h \
	src/domain/writing/letter_quote.c src/domain/writing/letter_quote.h \
	src/domain/writing/letter_register.c src/domain/writing/letter_register.h \
	src/domain/writing/letter_sheet.c src/domain/writing/letter_sheet.h \
	src/domain/writing/letter_sign.c src/domain/writing/letter_sign.h \
	src/domain/writing/letter_slots.c src/domain/writing/letter_slots.h \
	src/domain/writing/letter_words.h

# Campaigns: settings, states, offers, senders.
libdomain_a_SOURCES += \
	src/domain/campaign/campaign.c src/domain/campaign/campaign.h \
	src/domain/campaign/campaign_clone.c src/domain/campaign/campaign_clone.h \
	src/domain/campaign/campaign_demo.c src/domain/campaign/campaign_demo.h \
	src/domain/campaign/campaign_list.c src/domain/campaign/campaign_list.h \
	src/domain/campaign/campaign_offer.c src/domain/campaign/campaign_offer.h \
	src/domain/campaign/campaign_state.c src/domain/campaign/campaign_state.h \
	src/domain/campaign/country_policy.c src/domain/campaign/country_policy.h \
	src/domain/campaign/sender.c src/domain/campaign/sender.h
libdomain_a_SOURCES += \
	src/domain/message/message_export.c src/domain/message/message_export.h \
	src/domain/message/message_export_batch.c src/domain/message/message_export_batch.h \
	src/domain/message/message_export_row.c src/domain/message/message_export_row.h \
	src/domain/message/message_export_run.c src/domain/message/message_export_run.h


# Messages: what letters are about, writing them, storing them.
libdomain_a_SOURCES += \
	src/domain/generation/generation.c src/domain/generation/generation.h \
	src/domain/generation/letter_brief.c src/domain/generation/letter_brief.h \
	src/domain/generation/letter_model.c src/domain/generation/letter_model.h \
	src/domain/generation/letter_facts.c src/domain/generation/letter_facts.h \
	src/domain/generation/message_put.c src/domain/generation/message_put.h \
	src/domain/generation/rewrite.c src/domain/generation/rewrite.h \
	src/domain/pipeline/stage_write.c src/domain/pipeline/stage_write.h

# What a campaign would write, only looked at.
libdomain_a_SOURCES += \
	src/domain/generation/letter_preview.c src/domain/generation/letter_preview.h
libdomain_a_SOURCES += \
	src/domain/letter_pdf/letter_pdf.c src/domain/letter_pdf/letter_pdf.h \
	src/domain/letter_pdf/letter_pdf_run.c \
	src/domain/letter_pdf/letter_pdf_clean.c src/domain/letter_pdf/letter_pdf_clean.h \
	src/domain/letter_pdf/letter_pdf_css.c \
	src/domain/letter_pdf/letter_pdf_variable.c src/domain/letter_pdf/letter_pdf_variable.h \
	src/domain/letter_pdf/letter_pdf_worker.c src/domain/letter_pdf/letter_pdf_worker.h
