/* The steps of a page, the same for every row of the route table, so that no page can forget one:
 * match, caller, tenant and permission, parameters, transaction, handler, commit. Called by
 * web_handle; what comes out is rendered by answer.c. */
#ifndef LEADGEN_WEB_DISPATCH_H
#define LEADGEN_WEB_DISPATCH_H

#include "web/web.h"

/* Runs the steps. True: pg->reply is set and committed. False: ctx->err says why, pg->status may
 * name a more exact status, everything is rolled back. */
MUST_CHECK bool dispatch_run(struct page *pg);

/* Runs the handler of the form's GET row again, in a transaction of its own that only reads, and
 * lays over it what was sent and what is wrong (pg->errors). Used after an INPUT error. False: the
 * page has no form, or it cannot be shown. */
MUST_CHECK bool dispatch_form_again(struct page *pg);

/* True when the error is a connection to the database that broke, not one that cannot be made. */
bool dispatch_lost_connection(const struct ctx *ctx);

/* For the error page of an address that is no page: who is looking, so that the page keeps its
 * navigation. Does nothing when nobody is signed in; never fails. */
void dispatch_recognise(struct page *pg);

#endif
