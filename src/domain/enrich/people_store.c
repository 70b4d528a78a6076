/* People of stored pages and contacts. See people_store.h. */
#include "domain/enrich/people_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "domain/crawl/page_store.h"
#include "domain/record/record.h"
#include "domain/record/record_fill.h"
#include "domain/record/record_value.h"
#include "domain/suppression/suppression.h"
#include "domain/suppression/suppression_person.h"
#include "statements.h"

#define STAGE "people"
#define SOURCE "Company web site"

enum { FOUND_MOST = 4 };

/* --- reading ----------------------------------------------------------------------------------- */

/* Takes over the people of one page: who is there already becomes fuller. */
static void
take_page(struct arena *arena, struct people_company *company, size_t page,
          const struct people *people)
{
    for (size_t i = 0; i < people->n; i++) {
        const struct person *one = &people->of[i];
        size_t place = 0;
        while (place < company->people.n && !people_same(&company->people.of[place], one))
            place++;
        struct person copy = people_copy(arena, one);
        if (place < company->people.n)
            people_join(&company->people.of[place], &copy);
        else if (people_add(arena, &company->people))
            company->people.of[place] = copy;
        else
            return;
        company->seen[company->n_seen++] =
            (struct people_seen){place, page, copy.title, copy.confidence};
        company->pages[page].n++;
    }
}

/* Reads one page in ctx->arena, which is a scratch one; what stays goes to `arena`. */
static bool
read_page(struct ctx *ctx, struct arena *arena, const struct page_stored *stored,
          struct people_company *company, size_t page)
{
    struct people_source source = {.url = stored->url,
                                   .kind = (enum page_kind)stored->kind,
                                   .company = company->name,
                                   .domain = company->domain,
                                   .country = company->country};
    struct markup document;
    struct people people;
    if (stored->gone || !stored->body || stored->http_status != 200)
        return true;
    if (!markup_html(ctx, stored->body, stored->body_length, "UTF-8", &document))
        return false;
    people_page_read(ctx, &document, &source, &people);
    struct people_seen *more =
        ARENA_ARRAY(arena, company->n_seen + people.n + 1, struct people_seen);
    if (company->n_seen)
        memcpy(more, company->seen, company->n_seen * sizeof *more);
    company->seen = more;
    take_page(arena, company, page, &people);
    return true;
}

static bool
read_pages(struct ctx *ctx, struct arena *arena, struct people_company *company)
{
    struct page_stored *stored;
    size_t n;
    if (!page_store_read(ctx, &company->company_id, 1, PAGE_WANTS_BODY | PAGE_WANTS_GONE, &stored,
                         &n))
        return false;
    company->pages = ARENA_ARRAY(arena, n + 1, struct people_page);
    company->n_pages = n;
    for (size_t i = 0; i < n; i++)
        company->pages[i] = (struct people_page){.url = arena_strdup(arena, stored[i].url),
                                                 .checked_at = stored[i].checked_at,
                                                 .gone = stored[i].gone};
    for (size_t i = 0; i < n; i++)
        if (!read_page(ctx, arena, &stored[i], company, i))
            return false;
    return true;
}

bool
people_store_read(struct ctx *ctx, struct arena *scratch, int64_t company_id,
                  struct people_company *out)
{
    struct arena *arena = ctx->arena;
    struct record *records;
    size_t n;
    *out = (struct people_company){.company_id = company_id};
    if (!record_get_many(ctx, RECORD_COMPANY, &company_id, 1, &records, &n))
        return false;
    if (n == 0)
        return true;
    out->name = records[0].values[COMPANY_NAME];
    out->domain = records[0].values[COMPANY_DOMAIN];
    out->country = records[0].values[COMPANY_COUNTRY];
    ctx->arena = scratch;
    bool done = read_pages(ctx, arena, out);
    ctx->arena = arena;
    arena_reset(scratch);
    return done;
}

/* --- writing ----------------------------------------------------------------------------------- */

struct row {
    int64_t contact_id;
    const char *first_name, *last_name, *linkedin_url, *email;
    bool deleted;
};

struct writing {
    struct ctx *ctx;
    const struct people_focus *focus;
    struct people_company *company;
    struct row *rows; /* contacts that are there */
    struct person *contacts;
    size_t n_rows;
    bool *suppressed;    /* by person */
    int64_t *contact_of; /* by person; 0: none */
    bool closed;         /* the company must not be contacted */
    size_t n_living;
};

static bool
read_contacts(struct writing *writing)
{
    static const struct field map[] = {FIELD_I64(struct row, contact_id),
                                       FIELD_STR(struct row, first_name),
                                       FIELD_STR(struct row, last_name),
                                       FIELD_STR(struct row, linkedin_url),
                                       FIELD_STR(struct row, email),
                                       FIELD_BOOL(struct row, deleted),
                                       FIELD_END};
    struct ctx *ctx = writing->ctx;
    if (!DB_ALL(ctx, &SQL_PEOPLE_CONTACTS, DB_ARGS(DB_I64(writing->company->company_id)), map,
                &writing->rows, &writing->n_rows))
        return false;
    writing->contacts = ARENA_ARRAY(ctx->arena, writing->n_rows + 1, struct person);
    for (size_t i = 0; i < writing->n_rows; i++) {
        const struct row *row = &writing->rows[i];
        people_of_contact(ctx->arena, row->first_name, row->last_name, row->linkedin_url,
                          row->email, &writing->contacts[i]);
        writing->n_living += !row->deleted;
    }
    return true;
}

/* Whom the gate keeps out: by address, by the company's domain, by name. */
static bool
ask_gate(struct writing *writing)
{
    struct ctx *ctx = writing->ctx;
    const struct people_company *company = writing->company;
    size_t n = company->people.n;
    const char **emails = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    const char **reasons = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    struct suppression_person *people = ARENA_ARRAY(ctx->arena, n + 1, struct suppression_person);
    writing->suppressed = ARENA_ARRAY(ctx->arena, n + 1, bool);
    for (size_t i = 0; i < n; i++) {
        const struct person *person = &company->people.of[i];
        emails[i] = person->email;
        people[i] = (struct suppression_person){person->name.first, person->name.last,
                                                person->linkedin_key, company->domain};
    }
    emails[n] = company->domain ? arena_printf(ctx->arena, "@%s", company->domain) : NULL;
    if (!suppression_check(ctx, emails, n + 1, reasons) ||
        !suppression_person_check(ctx, people, n, writing->suppressed))
        return false;
    writing->closed = reasons[n] != NULL;
    for (size_t i = 0; i < n; i++)
        writing->suppressed[i] = writing->suppressed[i] || reasons[i] != NULL;
    return true;
}

/* Sets a value in the form in which it is stored; one that is no such value is left out. */
static bool
set_value(struct ctx *ctx, const char **values, int place, const char *text, const char *country)
{
    size_t n;
    const struct record_field *fields = record_fields(RECORD_CONTACT, &n);
    if (!text || !*text ||
        record_value_normalise(ctx, &fields[place], text, country, &values[place]))
        return true;
    values[place] = NULL;
    if (ctx->err.kind != ERR_INPUT)
        return false;
    err_clear(ctx);
    return true;
}

static bool
values_of(struct writing *writing, const struct person *person, const char **values)
{
    struct ctx *ctx = writing->ctx;
    const char *first = *person->name.middle ? arena_printf(ctx->arena, "%s %s", person->name.first,
                                                            person->name.middle)
                                             : person->name.first;
    const struct {
        int place;
        const char *text;
    } all[] = {
        {CONTACT_NAME_PREFIX,  person->name.title  },
        {CONTACT_FIRST_NAME,   first               },
        {CONTACT_LAST_NAME,    person->name.last   },
        {CONTACT_NAME_SUFFIX,  person->name.suffix },
        {CONTACT_JOB_TITLE,    person->title       },
        {CONTACT_EMAIL,        person->email       },
        {CONTACT_PHONE,        person->phone       },
        {CONTACT_LINKEDIN_URL, person->linkedin_url},
        {CONTACT_SOURCE,       SOURCE              },
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!set_value(ctx, values, all[i].place, all[i].text, writing->company->country))
            return false;
    return true;
}

/* A new contact, unless another company's has the profile or the address. */
static bool
create(struct writing *writing, size_t place)
{
    struct ctx *ctx = writing->ctx;
    struct people_company *company = writing->company;
    const struct person *person = &company->people.of[place];
    const char *values[RECORD_MOST_FIELDS] = {NULL};
    struct record_twin twin;
    bool elsewhere;
    int64_t set_id;
    if (!values_of(writing, person, values))
        return false;
    if (!values[CONTACT_FIRST_NAME] && !values[CONTACT_LAST_NAME])
        return true;
    if (!record_twin(ctx, RECORD_CONTACT, values, 0, &twin, &elsewhere))
        return false;
    if (elsewhere)
        return true;
    values[CONTACT_COMPANY_ID] = arena_printf(ctx->arena, "%lld", (long long)company->company_id);
    if (!change_set_open(ctx, "stage", person->url, &set_id) ||
        !record_create(ctx, RECORD_CONTACT, set_id, values, 0, &writing->contact_of[place]))
        return false;
    company->created[company->n_created++] = writing->contact_of[place];
    writing->n_living++;
    return true;
}

/* Blank fields, and where each value stands. */
static bool
fill(struct writing *writing, size_t place)
{
    const struct person *person = &writing->company->people.of[place];
    const struct {
        int place;
        const char *value;
    } all[] = {
        {CONTACT_JOB_TITLE,    person->title       },
        {CONTACT_EMAIL,        person->email       },
        {CONTACT_PHONE,        person->phone       },
        {CONTACT_LINKEDIN_URL, person->linkedin_url}
    };
    struct record_found found[FOUND_MOST];
    struct record_fill request = {.entity = RECORD_CONTACT,
                                  .record_id = writing->contact_of[place],
                                  .stage = STAGE,
                                  .source = person->url,
                                  .country = writing->company->country,
                                  .found = found};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].value)
            found[request.n_found++] = (struct record_found){.place = all[i].place,
                                                             .value = all[i].value,
                                                             .confidence = person->confidence,
                                                             .url = person->url,
                                                             .snippet = person->display};
    if (!record_fill(writing->ctx, &request))
        return false;
    writing->company->n_filled += request.filled != 0;
    return true;
}

/* The contact that a person is; with the trash, where *deleted is true. */
static int64_t
contact_of(const struct writing *writing, const struct person *person, bool *deleted)
{
    for (size_t i = 0; i < writing->n_rows; i++)
        if (people_same(&writing->contacts[i], person)) {
            *deleted = writing->rows[i].deleted;
            return writing->rows[i].contact_id;
        }
    *deleted = false;
    return 0;
}

static bool
write_person(struct writing *writing, size_t place)
{
    const struct person *person = &writing->company->people.of[place];
    bool deleted;
    int64_t contact_id = contact_of(writing, person, &deleted);
    if (deleted)
        return true;
    writing->contact_of[place] = contact_id;
    if (!contact_id && !writing->suppressed[place] && !writing->closed &&
        writing->n_living < (size_t)writing->focus->most && !create(writing, place))
        return false;
    return !writing->contact_of[place] || writing->suppressed[place] || fill(writing, place);
}

/* --- sightings --------------------------------------------------------------------------------- */

static bool
put_sightings(struct writing *writing)
{
    struct arena *arena = writing->ctx->arena;
    const struct people_company *company = writing->company;
    size_t n = 0, most = company->n_seen + 1;
    int64_t *ids = ARENA_ARRAY(arena, most, int64_t), *at = ARENA_ARRAY(arena, most, int64_t);
    int64_t *confidences = ARENA_ARRAY(arena, most, int64_t);
    const char **urls = ARENA_ARRAY(arena, most, const char *);
    const char **titles = ARENA_ARRAY(arena, most, const char *);
    for (size_t i = 0; i < company->n_seen; i++) {
        const struct people_seen *seen = &company->seen[i];
        if (!writing->contact_of[seen->person])
            continue;
        ids[n] = writing->contact_of[seen->person];
        urls[n] = company->pages[seen->page].url;
        titles[n] = seen->title;
        confidences[n] = seen->confidence;
        at[n++] = company->pages[seen->page].checked_at;
    }
    return db_exec(writing->ctx, &SQL_PEOPLE_SIGHTING_PUT,
                   DB_ARGS(DB_I64(company->company_id), DB_I64S(ids, n), DB_STRS(urls, n),
                           DB_STRS(titles, n), DB_I64S(confidences, n), DB_I64S(at, n)),
                   NULL);
}

/* Who is gone from pages that still show others, or from pages that are gone while others show people. A
 * page that shows nobody any more may be one that we can no longer read: it says nothing. */
static bool
miss_sightings(struct writing *writing)
{
    const struct people_company *company = writing->company;
    const char **urls = ARENA_ARRAY(writing->ctx->arena, company->n_pages + 1, const char *);
    int64_t *at = ARENA_ARRAY(writing->ctx->arena, company->n_pages + 1, int64_t), latest = 0;
    size_t n = 0;
    for (size_t i = 0; i < company->n_pages; i++)
        if (!company->pages[i].gone && company->pages[i].checked_at > latest)
            latest = company->pages[i].checked_at;
    for (size_t i = 0; company->people.n > 0 && i < company->n_pages; i++) {
        const struct people_page *page = &company->pages[i];
        if (!page->gone && page->n == 0)
            continue;
        urls[n] = page->url;
        at[n++] = page->gone ? latest : page->checked_at;
    }
    return db_exec(writing->ctx, &SQL_PEOPLE_SIGHTING_MISS,
                   DB_ARGS(DB_I64(company->company_id), DB_STRS(urls, n), DB_I64S(at, n)), NULL);
}

/* Those who matter most first, for there may be more than wanted. */
static size_t *
order_of(struct writing *writing)
{
    const struct people *people = &writing->company->people;
    size_t *order = ARENA_ARRAY(writing->ctx->arena, people->n + 1, size_t);
    int *points = ARENA_ARRAY(writing->ctx->arena, people->n + 1, int);
    for (size_t i = 0; i < people->n; i++) {
        const struct person *person = &people->of[i];
        int own = people_focus_relevance(writing->focus, person->rank, person->department,
                                         person->seniority);
        size_t at = i;
        for (; at > 0 && points[at - 1] < own; at--) {
            points[at] = points[at - 1];
            order[at] = order[at - 1];
        }
        points[at] = own;
        order[at] = i;
    }
    return order;
}

bool
people_store_write(struct ctx *ctx, const struct people_focus *focus,
                   struct people_company *company)
{
    struct writing writing = {.ctx = ctx, .focus = focus, .company = company};
    size_t n = company->people.n;
    writing.contact_of = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    company->created = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    company->n_created = company->n_filled = 0;
    if (!read_contacts(&writing) || !ask_gate(&writing))
        return false;
    const size_t *order = order_of(&writing);
    for (size_t i = 0; i < n; i++)
        if (!write_person(&writing, order[i]))
            return false;
    return put_sightings(&writing) && miss_sightings(&writing) &&
           db_exec(ctx, &SQL_PEOPLE_EMPLOYMENT_SETTLE, DB_ARGS(DB_I64(company->company_id)), NULL);
}

/* --- for pages --------------------------------------------------------------------------------- */

bool
people_store_sightings(struct ctx *ctx, int64_t contact_id, struct people_sighting **out, size_t *n)
{
    static const struct field map[] = {FIELD_STR(struct people_sighting, url),
                                       FIELD_STR(struct people_sighting, title),
                                       FIELD_I64(struct people_sighting, confidence),
                                       FIELD_I64(struct people_sighting, first_seen_ms),
                                       FIELD_I64(struct people_sighting, seen_ms),
                                       FIELD_I64(struct people_sighting, checked_ms),
                                       FIELD_I64(struct people_sighting, missed),
                                       FIELD_BOOL(struct people_sighting, current),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_PEOPLE_SIGHTING_LIST, DB_ARGS(DB_I64(contact_id)), map, out, n);
}

bool
people_store_employment(struct ctx *ctx, int64_t contact_id, int64_t *employment,
                        int64_t *last_seen_ms)
{
    struct state {
        int64_t employment, last_seen_ms;
    } state;
    static const struct field map[] = {FIELD_I64(struct state, employment),
                                       FIELD_I64(struct state, last_seen_ms), FIELD_END};
    if (!db_one(ctx, &SQL_PEOPLE_EMPLOYMENT_READ, DB_ARGS(DB_I64(contact_id)), map, &state))
        return false;
    *employment = state.employment;
    *last_seen_ms = state.last_seen_ms;
    return true;
}

bool
people_store_say(struct ctx *ctx, int64_t contact_id, enum people_employment employment)
{
    int64_t n;
    if (employment != PEOPLE_EMPLOYMENT_THERE && employment != PEOPLE_EMPLOYMENT_LEFT)
        return err_field(ctx, ERR_INPUT, "employment", "Choose one of the two.");
    if (!db_exec(ctx, &SQL_PEOPLE_EMPLOYMENT_SAY,
                 DB_ARGS(DB_I64(contact_id), DB_I64((int64_t)employment)), &n))
        return false;
    return n > 0 ||
           err_raise(ctx, ERR_NOT_FOUND, "This contact is not there. It may have been deleted.");
}
