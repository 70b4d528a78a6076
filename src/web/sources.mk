libweb_a_SOURCES += \
	src/web/web.h
leadgen_web_SOURCES += src/web/main.c
