/* The people whom a company's pages show: names, titles, profiles, addresses. Filled by people_page.c and
 * people_ld.c, put together by people_merge.c, written by pipeline/stage_people.c. */
#ifndef LEADGEN_DOMAIN_PEOPLE_H
#define LEADGEN_DOMAIN_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/markup.h"
#include "domain/contact/person_name.h"
#include "domain/page/page_kind.h"

/* A page and whose it is. */
struct people_source {
    const char *url;
    enum page_kind kind;
    const char *company; /* what it is called; NULL or "" when not known */
    const char *domain;  /* registrable; NULL when not known */
    const char *country; /* two letters for phone numbers, or NULL */
};

/* NULL where the page says nothing. */
struct person {
    struct person_name name;
    const char *display;              /* "Dr. Anna Novak" without the title: "Anna Novak" */
    const char *key;                  /* person_name_key */
    const char *first_key, *last_key; /* folded */
    const char *title;                /* as the page has it */
    int16_t seniority, department;
    int16_t rank; /* decision_rank_of */
    const char *linkedin_url, *linkedin_key;
    const char *email, *phone;
    const char *url; /* the page */

    int confidence; /* 1 to 100 */
};

struct people {
    struct person *of;
    size_t n, room;
};

enum { PEOPLE_PAGE_MAX = 500 }; /* of one page */

/* Adds an empty person; NULL when there are PEOPLE_PAGE_MAX. */
struct person *people_add(struct arena *arena, struct people *people);

/* Sets the name and the title with all that follows from them. False: no name is in it. */
bool people_set_name(struct arena *arena, struct person *person, const char *text);
void people_set_title(struct arena *arena, struct person *person, const char *text);

/* Sets the address, the number or the profile, when the text is one. */
void people_set_email(struct arena *arena, struct person *person, const char *text);
void people_set_phone(struct arena *arena, struct person *person, const char *text,
                      const char *country);
void people_set_linkedin(struct arena *arena, struct person *person, const char *text);

/* The people of the company that a page shows, in its order, those of its JSON-LD first; the same person
 * only once. Customers who praise, authors, and people of other companies are left out. Pages of which
 * the kind shows no people give none. */
void people_page_read(struct ctx *ctx, const struct markup *document,
                      const struct people_source *source, struct people *out);

/* The people of the page's JSON-LD alone. */
void people_ld_read(struct ctx *ctx, const struct markup *document,
                    const struct people_source *source, struct people *out);

/* True when a title names the company of somebody else: "CTO at Othercorp". */
bool people_title_is_foreign(struct arena *arena, const char *title,
                             const struct people_source *source);

/* True when both are the same person: the same profile, the same address, or the same name with first
 * names that may stand for each other. */
bool people_same(const struct person *a, const struct person *b);

/* A contact as a person of a page, to be compared with others; any may be NULL. */
void people_of_contact(struct arena *arena, const char *first_name, const char *last_name,
                       const char *linkedin_url, const char *email, struct person *out);

/* The same with all texts in `arena`. */
struct person people_copy(struct arena *arena, const struct person *person);

/* Takes over what `into` lacks. */
void people_join(struct person *into, const struct person *from);

/* Joins the same people, puts those who decide most first, and keeps at most `most`. */
void people_merge(struct people *people, size_t most);

#endif
