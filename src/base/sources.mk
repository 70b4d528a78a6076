libbase_a_SOURCES += \
	src/base/address.c src/base/address.h \
	src/base/arena.c src/base/arena.h \
	src/base/blank.c src/base/blank.h \
	src/base/buf.c src/base/buf.h \
	src/base/db.c src/base/db.h src/base/db_private.h src/base/db_bind.c src/base/db_queue.c src/base/db_copy.c src/base/db_listen.c src/base/db_beside.c \
	src/base/deflate.c src/base/deflate.h \
	src/base/field.h \
	src/base/dns.c src/base/dns.h \
	src/base/err.c src/base/err.h \
	src/base/keyring.c src/base/keyring.h \
	src/base/map.c src/base/map.h \
	src/base/needle.c src/base/needle.h \
	src/base/needle_fold.c src/base/needle_fold.h \
	src/base/mapped.c src/base/mapped.h \
	src/base/store.c src/base/store.h \
	src/base/store_sweep.c \
	src/base/host.c src/base/host.h \
	src/base/ip_range.c src/base/ip_range.h \
	src/base/smtp.c src/base/smtp.h \
	src/base/ossl_tls.c src/base/ossl_tls.h \
	src/base/host_web.c src/base/host_web.h \
	src/base/number.c src/base/number.h \
	src/base/number_range.c src/base/number_range.h \
	src/base/phrase.c src/base/phrase.h \
	src/base/psl.c src/base/psl.h \
	src/base/robots.c src/base/robots.h \
	src/base/sitemap.c src/base/sitemap.h \
	src/base/text.c src/base/text.h \
	src/base/uri.c src/base/uri.h \
	src/base/word_diff.c src/base/word_diff.h \
	src/base/uri_web.c src/base/uri_web.h

# Tables, character sets and JSON from outside.
libbase_a_SOURCES += \
	src/base/charset.c src/base/charset.h \
	src/base/charset_letters.c src/base/charset_letters.h \
	src/base/charset_model.c src/base/charset_model.h \
	src/base/csv.c src/base/csv.h \
	src/base/csv_detect.c \
	src/base/csv_fit.c src/base/csv_fit.h \
	src/base/csv_header.c src/base/csv_header.h \
	src/base/csv_input.c src/base/csv_input.h \
	src/base/csv_kind.c src/base/csv_kind.h \
	src/base/csv_names.c src/base/csv_names.h \
	src/base/csv_repair.c src/base/csv_repair.h \
	src/base/csv_sniff.c src/base/csv_sniff.h \
	src/base/csv_split.c src/base/csv_split.h \
	src/base/csv_several.c src/base/csv_several.h \
	src/base/csv_table.c src/base/csv_table.h \
	src/base/csv_type.c src/base/csv_type.h \
	src/base/csv_write.c src/base/csv_write.h \
	src/base/json.c src/base/json.h \
	src/base/json_check.c src/base/json_check.h \
	src/base/markup.c src/base/markup.h \
	src/base/markup_bytes.c src/base/markup_bytes.h \
	src/base/markup_tag.c src/base/markup_tag.h \
	src/base/swar.h \
	src/base/utf8.c src/base/utf8.h \
	src/base/xlsx_parts.c src/base/xlsx_parts.h \
	src/base/xlsx_write.c src/base/xlsx_write.h \
	src/base/xlsx_zip.c src/base/xlsx_zip.h

# A process and the web: settings, log, time, secrets, templates.
libbase_a_SOURCES += \
	src/base/clock.c src/base/clock.h \
	src/base/conf.c src/base/conf.h \
	src/base/http.c src/base/http.h src/base/http_private.h \
	src/base/http_own.c src/base/http_transfer.c \
	src/base/log.c src/base/log.h \
	src/base/ossl_hash.c src/base/ossl_hash.h \
	src/base/otp.c src/base/otp.h \
	src/base/qr.c src/base/qr.h \
	src/base/secret.c src/base/secret.h \
	src/base/template.c src/base/template.h src/base/template_private.h \
	src/base/template_tree.c \
	src/base/token.c src/base/token.h \
	src/base/zone.c src/base/zone.h
libbase_a_SOURCES += \
	src/base/child.c src/base/child.h
