/* A workspace at a glance. See overview.h. */
#include "domain/query/overview.h"

#include <string.h>

#include "base/db.h"
#include "statements.h"

static const struct record_facet *
facet_of(const struct record_facet *facets, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(facets[i].dimension->name, name))
            return &facets[i];
    return NULL;
}

/* How many have this code; of ages: are at least that old. */
static int64_t
count_of(const struct record_facet *facet, int64_t code)
{
    int64_t sum = 0;
    bool age = facet && facet->dimension->kind == DIMENSION_AGE;
    for (size_t i = 0; facet && i < facet->n; i++)
        if (facet->counts[i].code == code || (age && facet->counts[i].code > code))
            sum += facet->counts[i].count;
    return sum;
}

static int64_t
total_of(const struct record_facet *facet)
{
    int64_t sum = 0;
    for (size_t i = 0; facet && i < facet->n; i++)
        sum += facet->counts[i].count;
    return sum;
}

/* All numbers of an entity come from one asking for its facets: a closed list has every record in
 * exactly one of its counts. */
static bool
read_facets(struct ctx *ctx, struct overview *out)
{
    struct record_filter companies = {.entity = RECORD_COMPANY, .search = ""};
    struct record_filter contacts = {.entity = RECORD_CONTACT, .search = ""};
    struct record_facet *facets;
    size_t n;
    if (!record_query_facets(ctx, &companies, &facets, &n))
        return false;
    out->industry = facet_of(facets, n, "industry");
    out->companies = total_of(out->industry);
    out->stale_companies = count_of(facet_of(facets, n, "stale"), OVERVIEW_STALE);
    if (!record_query_facets(ctx, &contacts, &facets, &n))
        return false;
    out->seniority = facet_of(facets, n, "seniority");
    out->contacts = total_of(out->seniority);
    out->stale_contacts = count_of(facet_of(facets, n, "stale"), OVERVIEW_STALE);
    const struct record_facet *email = facet_of(facets, n, "email");
    const struct record_choice *work = record_code_named(&record_email_kinds, "work");
    out->no_email = count_of(email, 0);
    out->work_email = work ? count_of(email, work->code) : 0;
    return true;
}

/* Of what is there, so that the sum leads to a list with as many rows. */
static bool
read_added(struct ctx *ctx, const char *zone, struct overview *out)
{
    struct day {
        const char *day;
        int64_t start_us;
    } * days;
    static const struct field map[] = {FIELD_STR(struct day, day), FIELD_I64(struct day, start_us),
                                       FIELD_END};
    int64_t from_us[OVERVIEW_DAYS];
    size_t n;
    if (!DB_ALL(ctx, &SQL_OVERVIEW_DAYS, DB_ARGS(DB_I64(OVERVIEW_DAYS), DB_STR(zone)), map, &days,
                &n))
        return false;
    if (n != OVERVIEW_DAYS)
        return err_raise(ctx, ERR_BUG, "the calendar has %zu days of %d", n, OVERVIEW_DAYS);
    out->added_since = days[0].day;
    for (size_t i = 0; i < n; i++)
        from_us[i] = days[i].start_us;
    return record_query_added(ctx, RECORD_COMPANY, from_us, n, out->added_companies) &&
           record_query_added(ctx, RECORD_CONTACT, from_us, n, out->added_contacts);
}

bool
overview_read(struct ctx *ctx, const char *zone, struct overview *out)
{
    static const struct field map[] = {
        FIELD_I64(struct overview, rejected),      FIELD_I64(struct overview, rejected_import),
        FIELD_I64(struct overview, undecided),     FIELD_I64(struct overview, undecided_import),
        FIELD_I64(struct overview, drafts),        FIELD_I64(struct overview, dead_jobs),
        FIELD_I64(struct overview, twin_contacts), FIELD_I64(struct overview, twin_companies),
        FIELD_I64(struct overview, members),       FIELD_END};
    *out = (struct overview){0};
    return db_one(ctx, &SQL_OVERVIEW_WAITING, DB_NO_ARGS, map, out) && read_facets(ctx, out) &&
           read_added(ctx, zone, out);
}
