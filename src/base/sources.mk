libbase_a_SOURCES += \
	src/base/arena.c src/base/arena.h \
	src/base/buf.c src/base/buf.h \
	src/base/db.c src/base/db.h src/base/db_private.h src/base/db_copy.c src/base/db_listen.c \
	src/base/field.h \
	src/base/err.c src/base/err.h \
	src/base/text.c src/base/text.h
