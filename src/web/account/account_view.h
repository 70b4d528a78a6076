/* What the pages of accounts, settings and administration share: tabs, where a request comes from,
 * going back with a message. Called by the pages of account/, pipeline/ and health/. */
#ifndef LEADGEN_WEB_ACCOUNT_VIEW_H
#define LEADGEN_WEB_ACCOUNT_VIEW_H

#include "domain/account/login.h"
#include "web/web.h"

/* Fills Tabs.* with the group of pages that this one belongs to; print them with tabs(). */
void account_tabs(struct page *pg);

/* Where the person sits, for sessions and counts of tries. */
struct session_place account_place(const struct page *pg);

/* The whole address of a one-time link. */
char *account_link(struct page *pg, const char *token);

/* Ends a form that leads back to a page: with the message `done` when ok; with the reason as a
 * message when something stood in the way (CONFLICT, NOT_FOUND: nothing is changed then); other
 * errors stay errors. `path` is a finished address. */
MUST_CHECK bool account_back(struct page *pg, bool ok, const char *done, const char *path);

/* Answers a wrong or paused password at a field; LOGIN_WRONG and LOGIN_PAUSED only. */
MUST_CHECK bool account_refuse(struct page *pg, const struct login_result *result,
                               const char *field);

/* After a right password or code (LOGIN_IN, LOGIN_STEP): on to `next` ("" for the start page), or to
 * the second step. */
MUST_CHECK bool login_go_on(struct page *pg, const struct login_result *result, const char *next);

/* Shows an address on the page, to be copied this once (Secret.*); print it with secret_once(). */
void account_show_secret(struct page *pg, const char *secret);

/* The names of time zones, for the field time_zone (Zones.*). */
void account_zones(struct page *pg);

/* Which of the n rows read for a page of at most `most` are shown (one more was asked for), and
 * whether there are others before and behind. after, before: which cursor the page was asked with. */
struct account_cut {
    size_t first, end;
    bool back, more;
};
struct account_cut account_cut(size_t n, size_t most, bool after, bool before);

/* A page that asks before something is done: the template account/confirm.cs. */
struct confirm {
    const char *title, *text, *button;
    const char *back; /* address of "Cancel" */
};
MUST_CHECK bool account_confirm(struct page *pg, const struct confirm *confirm);

#endif
