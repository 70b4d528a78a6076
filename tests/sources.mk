# Unit and domain tests: one program per source file, tests/<ring>/test_<stem>.c (cmocka, TAP), one
# line each, in order.
if HAVE_CMOCKA
check_PROGRAMS += tests/base/test_arena
check_PROGRAMS += tests/base/test_buf
check_PROGRAMS += tests/base/test_db
check_PROGRAMS += tests/base/test_db_copy
check_PROGRAMS += tests/base/test_db_listen
check_PROGRAMS += tests/base/test_err
check_PROGRAMS += tests/base/test_keyring
check_PROGRAMS += tests/base/test_store
check_PROGRAMS += tests/base/test_map
check_PROGRAMS += tests/base/test_blank
check_PROGRAMS += tests/base/test_charset
check_PROGRAMS += tests/base/test_charset_model
check_PROGRAMS += tests/base/test_conf
check_PROGRAMS += tests/base/test_csv
check_PROGRAMS += tests/base/test_csv_detect
check_PROGRAMS += tests/base/test_csv_fit
check_PROGRAMS += tests/base/test_csv_header
check_PROGRAMS += tests/base/test_csv_kind
check_PROGRAMS += tests/base/test_csv_repair
check_PROGRAMS += tests/base/test_csv_sniff
check_PROGRAMS += tests/base/test_csv_split
check_PROGRAMS += tests/base/test_csv_type
check_PROGRAMS += tests/base/test_csv_write
check_PROGRAMS += tests/base/test_host
check_PROGRAMS += tests/base/test_json
check_PROGRAMS += tests/base/test_json_check
check_PROGRAMS += tests/base/test_log
check_PROGRAMS += tests/base/test_number
check_PROGRAMS += tests/base/test_number_range
check_PROGRAMS += tests/base/test_otp
check_PROGRAMS += tests/base/test_psl
check_PROGRAMS += tests/base/test_qr
check_PROGRAMS += tests/base/test_secret
check_PROGRAMS += tests/base/test_template
check_PROGRAMS += tests/base/test_text
check_PROGRAMS += tests/base/test_token
check_PROGRAMS += tests/base/test_uri
check_PROGRAMS += tests/base/test_utf8
check_PROGRAMS += tests/base/test_xlsx_write
check_PROGRAMS += tests/base/test_zone
check_PROGRAMS += tests/domain/account/test_api_token
check_PROGRAMS += tests/domain/account/test_audit
check_PROGRAMS += tests/domain/account/test_auth
check_PROGRAMS += tests/domain/account/test_common_password
check_PROGRAMS += tests/domain/account/test_login
check_PROGRAMS += tests/domain/account/test_member
check_PROGRAMS += tests/domain/account/test_one_time_link
check_PROGRAMS += tests/domain/account/test_password
check_PROGRAMS += tests/domain/account/test_profile
check_PROGRAMS += tests/domain/account/test_session
check_PROGRAMS += tests/domain/account/test_tenant
check_PROGRAMS += tests/domain/account/test_totp
check_PROGRAMS += tests/domain/account/test_user
check_PROGRAMS += tests/domain/company/test_company_domain
check_PROGRAMS += tests/domain/company/test_company_name
check_PROGRAMS += tests/domain/company/test_company_revenue
check_PROGRAMS += tests/domain/company/test_company_size
check_PROGRAMS += tests/domain/company/test_legal_form
check_PROGRAMS += tests/domain/company/test_shared_hosts
check_PROGRAMS += tests/domain/contact/test_email_address
check_PROGRAMS += tests/domain/contact/test_email_lists
check_PROGRAMS += tests/domain/contact/test_free_mail
check_PROGRAMS += tests/domain/contact/test_linkedin_url
check_PROGRAMS += tests/domain/contact/test_person_case
check_PROGRAMS += tests/domain/contact/test_person_name
check_PROGRAMS += tests/domain/contact/test_person_text
check_PROGRAMS += tests/domain/contact/test_person_words
check_PROGRAMS += tests/domain/contact/test_phone_number
check_PROGRAMS += tests/domain/contact/test_phone_plan
check_PROGRAMS += tests/domain/health/test_system_health
check_PROGRAMS += tests/domain/import/test_import_custom
check_PROGRAMS += tests/domain/import/test_import_mapping
check_PROGRAMS += tests/domain/mapping/test_mapping_entity
check_PROGRAMS += tests/domain/import/test_import_match
check_PROGRAMS += tests/domain/import/test_import_run
check_PROGRAMS += tests/domain/mapping/test_mapping_exports
check_PROGRAMS += tests/domain/mapping/test_mapping_file
check_PROGRAMS += tests/domain/mapping/test_mapping_headers
check_PROGRAMS += tests/domain/mapping/test_mapping_shapes
check_PROGRAMS += tests/domain/pipeline/test_house
check_PROGRAMS += tests/domain/pipeline/test_job
check_PROGRAMS += tests/domain/pipeline/test_queue
check_PROGRAMS += tests/domain/pipeline/test_retention
check_PROGRAMS += tests/domain/pipeline/test_schedule
check_PROGRAMS += tests/domain/pipeline/test_task
check_PROGRAMS += tests/domain/pipeline/test_tasks
check_PROGRAMS += tests/domain/change/test_change_undo
check_PROGRAMS += tests/domain/record/test_country
check_PROGRAMS += tests/domain/record/test_country_names
check_PROGRAMS += tests/fuzz/fuzz_charset
check_PROGRAMS += tests/fuzz/fuzz_company_name
check_PROGRAMS += tests/fuzz/fuzz_csv
check_PROGRAMS += tests/fuzz/fuzz_custom_value
check_PROGRAMS += tests/fuzz/fuzz_email_address
check_PROGRAMS += tests/fuzz/fuzz_json
check_PROGRAMS += tests/fuzz/fuzz_linkedin_url
check_PROGRAMS += tests/fuzz/fuzz_mapping_file
check_PROGRAMS += tests/fuzz/fuzz_mapping_shapes
check_PROGRAMS += tests/fuzz/fuzz_number_range
check_PROGRAMS += tests/fuzz/fuzz_params
check_PROGRAMS += tests/fuzz/fuzz_person_name
check_PROGRAMS += tests/fuzz/fuzz_phone_number
check_PROGRAMS += tests/fuzz/fuzz_uri
check_PROGRAMS += tests/sql/prepare_all
check_PROGRAMS += tests/domain/company/test_company_keys
check_PROGRAMS += tests/domain/contact/test_contact_keys
check_PROGRAMS += tests/domain/change/test_change_plan
check_PROGRAMS += tests/domain/record/test_record
check_PROGRAMS += tests/domain/record/test_record_class
check_PROGRAMS += tests/domain/record/test_record_dimension
check_PROGRAMS += tests/domain/record/test_record_field
check_PROGRAMS += tests/domain/record/test_record_list
check_PROGRAMS += tests/domain/record/test_record_value
check_PROGRAMS += tests/domain/label/test_custom_field
check_PROGRAMS += tests/domain/label/test_custom_value
check_PROGRAMS += tests/domain/label/test_label
check_PROGRAMS += tests/domain/label/test_label_sweep
check_PROGRAMS += tests/domain/label/test_owner
check_PROGRAMS += tests/domain/suppression/test_suppression_list
check_PROGRAMS += tests/web/import/test_import_map_page
check_PROGRAMS += tests/web/import/test_import_upload_page
check_PROGRAMS += tests/web/label/test_custom_edit_page
check_PROGRAMS += tests/web/label/test_custom_field_page
check_PROGRAMS += tests/web/label/test_label_page
check_PROGRAMS += tests/web/label/test_owner_page
check_PROGRAMS += tests/web/record/test_record_page
check_PROGRAMS += tests/web/suppression/test_suppression_list_page
check_PROGRAMS += tests/web/account/test_account_view
check_PROGRAMS += tests/web/account/test_api_token_page
check_PROGRAMS += tests/web/account/test_audit_page
check_PROGRAMS += tests/web/account/test_link_page
check_PROGRAMS += tests/web/account/test_login_page
check_PROGRAMS += tests/web/account/test_member_page
check_PROGRAMS += tests/web/account/test_password_page
check_PROGRAMS += tests/web/account/test_profile_page
check_PROGRAMS += tests/web/account/test_session_page
check_PROGRAMS += tests/web/account/test_tenant_page
check_PROGRAMS += tests/web/account/test_totp_page
check_PROGRAMS += tests/web/account/test_user_page
check_PROGRAMS += tests/web/health/test_system_page
check_PROGRAMS += tests/web/pipeline/test_job_page
check_PROGRAMS += tests/web/pipeline/test_schedule_page
check_PROGRAMS += tests/web/test_dispatch
check_PROGRAMS += tests/web/test_nav
check_PROGRAMS += tests/web/test_params
check_PROGRAMS += tests/web/test_reply
check_PROGRAMS += tests/web/test_routes
check_PROGRAMS += tests/web/test_templates
check_PROGRAMS += tests/web/test_view
check_PROGRAMS += tests/web/test_web
check_LIBRARIES += tests/support/libwebrun.a
tests_support_libwebrun_a_SOURCES = tests/support/webrun.c tests/support/webrun.h
tests_web_account_test_account_view_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_api_token_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_audit_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_link_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_login_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_member_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_password_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_profile_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_session_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_tenant_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_totp_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_account_test_user_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_health_test_system_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_pipeline_test_job_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_pipeline_test_schedule_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_test_nav_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_test_web_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_test_routes_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_import_test_import_map_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_import_test_import_upload_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_label_test_custom_edit_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_label_test_custom_field_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_label_test_label_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_label_test_owner_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_record_test_record_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_suppression_test_suppression_list_page_LDADD = tests/support/libwebrun.a $(LDADD)
tests_web_test_dispatch_LDADD = tests/support/libwebrun.a $(LDADD)
endif
TESTS += $(check_PROGRAMS)

# leadgen-batch with kinds of job made for tests.
EXTRA_PROGRAMS = tests/batch/worker
tests_batch_worker_SOURCES = tests/batch/worker.c $(leadgen_batch_SOURCES)
tests_batch_worker_LDADD = $(leadgen_batch_LDADD)
tests/batch/tick.log: tests/batch/worker$(EXEEXT)
TESTS += tests/batch/import.sh
TESTS += tests/batch/import_crash.sh
TESTS += tests/batch/import_dedup.sh
TESTS += tests/batch/import_map.sh
TESTS += tests/batch/inspect_mapping.sh
TESTS += tests/batch/migrate.sh
TESTS += tests/batch/run.sh
TESTS += tests/batch/tick.sh
TESTS += tests/batch/user.sh

# Lints, and checks of the migrated database; one line each, so that merges keep both sides' lines.
TESTS += tests/lint/banned.sh
TESTS += tests/lint/format.sh
TESTS += tests/lint/layers.sh
TESTS += tests/lint/migrations.sh
TESTS += tests/lint/mirror.sh
TESTS += tests/lint/selftest.sh
TESTS += tests/lint/sizes.sh
TESTS += tests/lint/statements.sh
TESTS += tests/lint/templates.sh
TESTS += tests/lint/tree.sh
TESTS += tests/lint/wrappers.sh
TESTS += tests/sql/account_rights.sh
TESTS += tests/sql/catalogue.sh
TESTS += tests/sql/invitations.sh
TESTS += tests/sql/schema.sh

# Fuzz targets: list tests/fuzz/fuzz_<stem> in check_PROGRAMS, its inputs go to
# tests/fuzz/corpus/<stem>/. Without --enable-fuzz, replay.c runs them over the corpus.
check_LIBRARIES += tests/support/libreplay.a
tests_support_libreplay_a_SOURCES = tests/support/replay.c

# Tables, character sets: suites that others wrote.
TESTS += tests/batch/inspect_csv.sh
TESTS += tests/batch/inspect_value.sh

# The page that tests/bench/list_page.sh compares with; the bench makes it.
EXTRA_PROGRAMS += tests/bench/bare_page
tests_bench_bare_page_SOURCES = tests/bench/bare_page.c
tests_bench_bare_page_CPPFLAGS = $(AM_CPPFLAGS) $(CS_CFLAGS)
tests_bench_bare_page_LDADD = $(FCGI_LIBS) $(BASE_ALL)

# These claim whatever job is ready: not while the imports' tests have one in hand.
if HAVE_CMOCKA
tests/domain/import/test_import_custom.log tests/domain/import/test_import_match.log tests/domain/import/test_import_run.log: \
	tests/domain/pipeline/test_queue.log tests/domain/pipeline/test_job.log \
	tests/domain/pipeline/test_house.log
endif
