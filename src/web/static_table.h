/* Addresses of the static files under their fingerprinted names. The table is made by
 * static/fingerprint.sh at build time. */
#ifndef LEADGEN_WEB_STATIC_TABLE_H
#define LEADGEN_WEB_STATIC_TABLE_H

struct static_file {
    const char *name; /* app_css: what templates call Static.app_css */
    const char *path; /* /static/app.1a2b3c4d5e6f.css */
};

/* Ends with a NULL name. */
extern const struct static_file static_table[];

#endif
