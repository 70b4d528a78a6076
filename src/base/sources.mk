libbase_a_SOURCES += \
	src/base/arena.c src/base/arena.h \
	src/base/blank.c src/base/blank.h \
	src/base/buf.c src/base/buf.h \
	src/base/db.c src/base/db.h src/base/db_private.h src/base/db_copy.c src/base/db_listen.c \
	src/base/field.h \
	src/base/err.c src/base/err.h \
	src/base/host.c src/base/host.h \
	src/base/number.c src/base/number.h \
	src/base/number_range.c src/base/number_range.h \
	src/base/psl.c src/base/psl.h \
	src/base/text.c src/base/text.h \
	src/base/uri.c src/base/uri.h
