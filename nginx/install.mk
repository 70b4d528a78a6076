# What `make install` puts beside the programs: templates, static files, SQL, and the files for
# nginx, systemd and cron with this installation's paths filled in.

dist_man_MANS = src/batch/leadgen-batch.8

SITE_DIR = $(pkgdatadir)/nginx
SITE_VAR = $(localstatedir)/lib/leadgen
SITE_FILLED = nginx/leadgen.conf nginx/leadgen-zones.conf nginx/leadgen-locations.conf \
	nginx/leadgen-tls.conf.example nginx/leadgen.cron nginx/leadgen.env.example nginx/leadgen@.service
SITE_PLAIN = nginx/leadgen-fastcgi.conf nginx/leadgen-headers.conf nginx/admin-access.conf \
	nginx/pool nginx/roll nginx/tick

$(SITE_FILLED): %: %.in Makefile
	$(AM_V_GEN)$(MKDIR_P) nginx && $(SED) -e 's|@LISTEN@|80|g' -e 's|@SOCKETS@|/run/leadgen|g' \
		-e 's|@CONF@/admin-access.conf|$(sysconfdir)/leadgen/admin-access.conf|g' \
		-e 's|@CONF@|$(SITE_DIR)|g' -e 's|@STATIC@|$(pkgdatadir)/static|g' \
		-e 's|@FILES@|$(SITE_VAR)/files|g' -e 's|@LOG@|/var/log/nginx|g' -e 's|@VAR@|$(SITE_VAR)|g' \
		-e 's|@BIN@|$(bindir)|g' -e 's|@PROGRAM@|$(pkgdatadir)|g' '$(srcdir)/$@.in' >'$@.tmp' && mv '$@.tmp' '$@'
CLEANFILES += $(SITE_FILLED)
all-local: $(SITE_FILLED)

install-data-local: $(SITE_FILLED)
	$(MKDIR_P) '$(DESTDIR)$(SITE_DIR)/error' '$(DESTDIR)$(pkgdatadir)/static' \
		'$(DESTDIR)$(sysconfdir)/leadgen' '$(DESTDIR)$(prefix)/lib/systemd/system'
	for part in templates sql/migrations sql/seed; do \
		test -d '$(srcdir)'/$$part || continue; \
		(cd '$(srcdir)' && find $$part -type f) | while read -r file; do \
			$(MKDIR_P) "$(DESTDIR)$(pkgdatadir)/$$(dirname "$$file")" && \
			$(INSTALL_DATA) "$(srcdir)/$$file" "$(DESTDIR)$(pkgdatadir)/$$file" || exit 1; \
		done || exit 1; \
	done
	$(INSTALL_DATA) '$(srcdir)/sql/roles.sql' '$(DESTDIR)$(pkgdatadir)/sql/roles.sql'
	find static -maxdepth 1 -type f -name '*.????????????.*' | while read -r file; do \
		$(INSTALL_DATA) "$$file" "$(DESTDIR)$(pkgdatadir)/$$file" || exit 1; \
	done
	$(INSTALL_DATA) $(SITE_FILLED) '$(DESTDIR)$(SITE_DIR)'
	for file in $(SITE_PLAIN); do \
		$(INSTALL_DATA) "$(srcdir)/$$file" '$(DESTDIR)$(SITE_DIR)' || exit 1; \
	done
	$(INSTALL_DATA) '$(srcdir)'/nginx/error/* '$(DESTDIR)$(SITE_DIR)/error'
	$(INSTALL_DATA) 'nginx/leadgen@.service' '$(DESTDIR)$(prefix)/lib/systemd/system/leadgen@.service'
	test -f '$(DESTDIR)$(sysconfdir)/leadgen/admin-access.conf' || \
		$(INSTALL_DATA) '$(srcdir)/nginx/admin-access.conf' '$(DESTDIR)$(sysconfdir)/leadgen/admin-access.conf'

uninstall-local:
	rm -rf '$(DESTDIR)$(pkgdatadir)'
	rm -f '$(DESTDIR)$(prefix)/lib/systemd/system/leadgen@.service'
	rm -f '$(DESTDIR)$(sysconfdir)/leadgen/admin-access.conf'
