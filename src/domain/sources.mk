libdomain_a_SOURCES += \
	src/domain/domain.h
