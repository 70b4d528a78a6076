/* Helpers that turn values into what people read, and into addresses. Called by handlers and the
 * frame. Values go to pg->view with tree_set; templates decide how they look. */
#ifndef LEADGEN_WEB_VIEW_H
#define LEADGEN_WEB_VIEW_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "web/web.h"

/* An address from a format: %s is percent-encoded (so it stays one segment or one value), PRId64 is
 * a number, everything else stands as it is: view_url(arena, "/%s/contacts?q=%s", slug, q). */
char *view_url(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *view_vurl(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Percent-encodes everything but letters, digits and - . _ ~ */
char *view_encode(struct arena *arena, const char *text);

/* This page's address with one parameter of the query set to `value` (NULL: left out). */
char *view_here_with(struct page *pg, const char *name, const char *value);

/* 48210 -> "48,210", grouped as the caller's locale has it. */
char *view_number(struct page *pg, int64_t value);

/* Bytes as "312 kB", "4.2 MB". */
char *view_bytes(struct page *pg, int64_t bytes);

/* A duration in one unit: "40 s", "14 min", "5 h", "2 d". */
char *view_duration(struct arena *arena, int64_t ms);

/* The class of a bar's width, "w-0" to "w-100"; at least "w-1" when part is not zero. */
char *view_width(struct arena *arena, int64_t part, int64_t whole);

/* The caller's time zone. */
const struct zone *view_zone(struct page *pg);

/* "19 Nov 2025", or with `exact` "19 Nov 2025 09:12:00 CET", in the caller's zone. */
char *view_moment(struct page *pg, int64_t ms, bool exact);

/* Sets path.text (today 09:12, Fri, 19 Nov, 19 Nov 2025), path.day (19 Nov 2025), path.exact and
 * path.iso in the caller's zone; nothing for ms 0. Print them with the macro when(node). */
void view_time(struct page *pg, struct tree *tree, const char *path, int64_t ms);

/* First letters of the first and last word, upper case: "Hana Novotná" -> "HN". */
char *view_initials(struct arena *arena, const char *name);

/* The value of a form's field before anything was sent. */
void view_field(struct page *pg, const char *name, const char *value);
void view_field_i64(struct page *pg, const char *name, int64_t value);

/* An entry of a select or radio group: Form.<name>.options. */
void view_option(struct page *pg, const char *name, const char *value, const char *label);

/* Links to the pages of a keyset list: sets Pager.previous and Pager.next where the cursor is not
 * NULL; the parameters are before= and after=. */
void view_pager(struct page *pg, const char *before, const char *after);

#endif
