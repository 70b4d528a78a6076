# Unit and domain tests: one program per source file, tests/<ring>/test_<stem>.c (cmocka, TAP).
if HAVE_CMOCKA
check_PROGRAMS += \
	tests/base/test_text
endif
TESTS += $(check_PROGRAMS)
