/* Runs requests through web_handle inside a test program: a page test needs neither nginx nor a
 * socket. Without a database the callers are made up (see below); with LEADGEN_TEST_DSN set,
 * webrun_database gives pages the real thing. */
#ifndef LEADGEN_TESTS_SUPPORT_WEBRUN_H
#define LEADGEN_TESTS_SUPPORT_WEBRUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "web/web.h"

struct webrun;

/* A process with these rows and the templates of `templates` (below the source folder). The callers
 * are the tokens "viewer", "editor", "admin" (of tenant kestrel, whose id is 7) and "super" (of
 * none), as session or as API token. Fails the test when it cannot start. */
struct webrun *webrun_new(struct arena *arena, const struct route *routes, size_t n_routes,
                          const char *templates);

/* The product itself: its routes and templates, the database of LEADGEN_TEST_DSN, the real
 * auth_open. NULL, with a loud TAP comment, when there is no test database. */
struct webrun *webrun_database(struct arena *arena);

/* The context of the process, for what a test does beside the pages. */
struct ctx *webrun_ctx(struct webrun *run);
struct web *webrun_web(struct webrun *run);

struct webrun_request {
    const char *method, *path; /* the path may carry ?query */
    const char *token;         /* session token, or NULL */
    const char *bearer;        /* API token, or NULL */
    const char *cookies;       /* further cookies, "a=b; c=d", or NULL */
    const char *type, *body;   /* of a POST; NULL type: a form */
    size_t body_length;        /* 0: strlen */
    const char *origin, *fetch_site, *if_none_match, *referer;
    bool htmx, no_csrf, unknown_length;
};

struct webrun_answer {
    int status;
    const char *head, *body;
    size_t length;
};

struct webrun_answer webrun_send(struct webrun *run, const struct webrun_request *request);
struct webrun_answer webrun_get(struct webrun *run, const char *token, const char *path);
/* With the CSRF token added. */
struct webrun_answer webrun_post(struct webrun *run, const char *token, const char *path,
                                 const char *form);

/* The value of a header of the answer, or "". */
const char *webrun_header(struct webrun *run, const struct webrun_answer *answer, const char *name);

#endif
