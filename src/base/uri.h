/* Web addresses as people write them in cells: scheme or not, several in one cell, blanks, capitals.
 * Called by the domain's normalisers and by what fetches pages. Pure: resolves and fetches nothing. */
#ifndef LEADGEN_BASE_URI_H
#define LEADGEN_BASE_URI_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/host.h"

enum uri_verdict {
    URI_OK,
    URI_NONE,   /* empty, or a word for nothing: "n/a", "-", "none" */
    URI_INVALID /* there is something, but no web address */
};

struct uri {
    const char
        *scheme;      /* "http", "https", or "" when the text names none; others are URI_INVALID */
    const char *host; /* as host_read gives it */
    enum host_kind host_kind;
    int port;              /* 0: the scheme's own */
    const char *path;      /* "" or begins with "/"; ends at the first blank */
    const char *query;     /* without "?"; "" when none; tracking parameters are gone */
    const char *user_info; /* before "@"; "" when none. An e-mail address reads as user_info */
};

/* Reads the first web address in the text. Bare hosts count ("acme.com/jobs"), so does the domain of
 * an e-mail address; a single word without a dot does not. The parts live in the arena. */
enum uri_verdict uri_read(struct arena *arena, const char *text, struct uri *out);

/* "https://host/path?query": scheme as written (https where none), default port, fragment, user
 * info and tracking parameters dropped, path "/" when empty. */
const char *uri_canonical(struct arena *arena, const struct uri *uri);

/* The same without the scheme, a leading "www." and trailing slashes: what tells two addresses of
 * one page apart; a key, not an address. */
const char *uri_key(struct arena *arena, const struct uri *uri);

#endif
