# Unit and domain tests: one program per source file, tests/<ring>/test_<stem>.c (cmocka, TAP).
if HAVE_CMOCKA
check_PROGRAMS += \
	tests/base/test_psl \
	tests/base/test_text \
	tests/base/test_uri \
	tests/domain/company/test_company_domain
endif
TESTS += $(check_PROGRAMS)
