libdomain_a_SOURCES += \
	src/domain/domain.h \
	src/domain/record/record_field.c src/domain/record/record_field.h
