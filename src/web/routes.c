/* THE table of pages. Web has no page that is not here, and tests walk every row.
 *
 * To add a page (area contact, feature contact_list):
 *  1. src/domain/contact/contact_list.[ch] does the work; sql/queries/contact/contact_list*.sql
 *     hold its statements.
 *  2. src/web/contact/contact_list_page.c has the handler (page_fn) and its parameters
 *     (const struct params); declare both in src/web/contact/pages.h, list the file in
 *     src/web/sources.mk.
 *  3. templates/contact/contact_list.cs defines page_title() and page_body(); a form's POST row has
 *     the same path and template as its GET row, so errors show the same form again.
 *  4. One row below.
 *  5. tests/web/contact/test_contact_list_page.c through support/webrun.h.
 *  6. If people should find it from everywhere: one row in nav.c. */
#include "web/routes.h"

#include "web/health/pages.h"

const struct route routes[] = {
    {GET, "/healthz", healthz_page, NULL, NULL, OPEN, ANONYMOUS, POOL_PUBLIC, false},
};
const size_t n_routes = sizeof routes / sizeof *routes;
