/* Addresses for people without one. See email_find.h. */
#include "domain/email/email_find.h"

#include <string.h>

#include "base/db.h"
#include "domain/contact/email_lists.h"
#include "domain/contact/free_mail.h"
#include "domain/email/email_found.h"
#include "domain/email/email_site.h"
#include "domain/suppression/suppression.h"
#include "statements.h"

/* A candidate below this share is no help. */
static const double SHARE_LEAST = 0.02;

struct person {
    int64_t contact_id, company_id;
    const char *first, *last, *email, *company_domain;
    bool wanted, teaches;
};

static const struct field person_map[] = {
    FIELD_I64(struct person, contact_id),
    FIELD_I64(struct person, company_id),
    FIELD_STR(struct person, first),
    FIELD_STR(struct person, last),
    FIELD_STR(struct person, email),
    FIELD_STR(struct person, company_domain),
    FIELD_BOOL(struct person, wanted),
    FIELD_BOOL(struct person, teaches),
    FIELD_END,
};

/* Everybody known at one company. */
struct staff {
    const struct person *of;
    size_t n;
    const char *domain; /* of its mail; NULL: unknown */
    struct email_patterns patterns;
    struct email_sighting *sightings;
    size_t n_sightings;
};

static const char *
domain_of(const char *email)
{
    const char *at = email ? strrchr(email, '@') : NULL;
    return at && at[1] ? at + 1 : NULL;
}

/* --- one company --------------------------------------------------------------------------- */

/* Where most colleagues have their mail, be it another domain than the web site's; free mail and the
 * like are nobody's company. */
static const char *
mail_domain(const struct staff *staff)
{
    const char *best = staff->of[0].company_domain;
    size_t most = 0;
    for (size_t i = 0; i < staff->n; i++) {
        const char *domain = domain_of(staff->of[i].email);
        size_t n = 0;
        if (!domain || !staff->of[i].teaches || free_mail_is(domain) ||
            email_lists_is_disposable(domain))
            continue;
        for (size_t k = 0; k < staff->n; k++) {
            const char *other = domain_of(staff->of[k].email);
            n += other && staff->of[k].teaches && !strcmp(domain, other);
        }
        /* one colleague elsewhere is an exception, two are a habit */
        bool own = best && !strcmp(domain, best);
        if (n > most && (own || n > 1 || !staff->of[0].company_domain)) {
            most = n;
            best = domain;
        }
    }
    return best && !free_mail_is(best) ? best : NULL;
}

static void
learn(struct arena *arena, struct staff *staff)
{
    struct email_colleague *colleagues = ARENA_ARRAY(arena, staff->n, struct email_colleague);
    size_t n = 0;
    for (size_t i = 0; i < staff->n; i++) {
        const struct person *person = &staff->of[i];
        const char *domain = domain_of(person->email);
        if (!domain || !person->teaches || strcmp(domain, staff->domain) != 0)
            continue;
        colleagues[n++] = (struct email_colleague){
            person->first, person->last,
            arena_strndup(arena, person->email, (size_t)(domain - person->email) - 1)};
    }
    email_pattern_learn(arena, colleagues, n, &staff->patterns);
}

/* Does anybody else there have this address, or a name that could be built into it? */
static bool
is_anothers(struct arena *arena, const struct staff *staff, const struct person *person,
            const char *local)
{
    const char *address = arena_printf(arena, "%s@%s", local, staff->domain);
    for (size_t i = 0; i < staff->n; i++) {
        const struct person *other = &staff->of[i];
        struct email_candidate all[EMAIL_CANDIDATES];
        if (other->contact_id == person->contact_id)
            continue;
        if (other->email && !strcmp(other->email, address))
            return true;
        size_t n = other->email ? 0
                                : email_pattern_candidates(arena, other->first, other->last,
                                                           &staff->patterns, all, EMAIL_CANDIDATES);
        for (size_t k = 0; k < n; k++)
            if (!strcmp(all[k].local, local))
                return true;
    }
    return false;
}

static bool
is_taken(const struct staff *staff, const char *local)
{
    for (size_t i = 0; i < staff->n; i++) {
        const char *domain = domain_of(staff->of[i].email);
        size_t length = domain ? (size_t)(domain - staff->of[i].email) - 1 : 0;
        if (domain && !strcmp(domain, staff->domain) && strlen(local) == length &&
            !strncmp(staff->of[i].email, local, length))
            return true;
    }
    return false;
}

/* Of all ways to write the name, the one that stands on a page and can be nobody else's. */
static bool
look_on_pages(struct arena *arena, const struct staff *staff, const struct person *person,
              const struct email_candidate *all, size_t n, struct email_wanted *out)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < staff->n_sightings; k++) {
            if (strcmp(all[i].local, staff->sightings[k].local) != 0 ||
                email_lists_is_role(all[i].local) ||
                is_anothers(arena, staff, person, all[i].local))
                continue;
            out->end = EMAIL_FIND_ON_SITE;
            out->page_url = staff->sightings[k].url;
            out->candidates[0] = all[i];
            out->n = 1;
            return true;
        }
    return false;
}

static void
look_for(struct arena *arena, const struct staff *staff, const struct person *person,
         struct email_domains *domains, struct email_wanted *out)
{
    enum { ALL = 40 };
    struct email_candidate all[ALL];
    *out = (struct email_wanted){.contact_id = person->contact_id,
                                 .company_id = person->company_id,
                                 .first = person->first,
                                 .last = person->last};
    if (person->email || !staff->domain || !person->company_id) {
        out->end = person->email ? EMAIL_FIND_HAS_ONE : EMAIL_FIND_NO_DOMAIN;
        return;
    }
    size_t n =
        email_pattern_candidates(arena, person->first, person->last, &staff->patterns, all, ALL);
    out->end = n ? EMAIL_FIND_OPEN : EMAIL_FIND_NO_NAME;
    if (!n)
        return;
    out->domain = email_domains_of(arena, domains, arena_printf(arena, "@%s", staff->domain));
    if (look_on_pages(arena, staff, person, all, n, out))
        return;
    for (size_t i = 0; i < n && out->n < EMAIL_CANDIDATES && all[i].share >= SHARE_LEAST; i++)
        if (!is_taken(staff, all[i].local))
            out->candidates[out->n++] = all[i];
}

/* --- reading ------------------------------------------------------------------------------- */

/* Addresses that must not be contacted are not even guessed. */
static bool
leave_out_suppressed(struct ctx *ctx, struct email_finding *finding)
{
    size_t most = finding->n * EMAIL_CANDIDATES, n = 0;
    const char **addresses = ARENA_ARRAY(ctx->arena, most, const char *);
    const char **reasons = ARENA_ARRAY(ctx->arena, most, const char *);
    for (size_t i = 0; i < finding->n; i++)
        for (size_t k = 0; k < finding->of[i].n; k++)
            addresses[n++] = arena_printf(ctx->arena, "%s@%s", finding->of[i].candidates[k].local,
                                          finding->of[i].domain->name);
    if (n && !suppression_check(ctx, addresses, n, reasons))
        return false;
    n = 0;
    for (size_t i = 0; i < finding->n; i++) {
        struct email_wanted *wanted = &finding->of[i];
        size_t kept = 0;
        for (size_t k = 0; k < wanted->n; k++, n++)
            if (!reasons[n])
                wanted->candidates[kept++] = wanted->candidates[k];
        if (!kept && wanted->end == EMAIL_FIND_ON_SITE)
            wanted->end = EMAIL_FIND_OPEN;
        wanted->n = kept;
    }
    return true;
}

static bool
read_staff(struct ctx *ctx, const struct person *people, size_t n, struct staff *out)
{
    *out = (struct staff){.of = people, .n = n};
    out->domain = mail_domain(out);
    if (!out->domain || !people[0].company_id)
        return true;
    learn(ctx->arena, out);
    return email_site_read(ctx, people[0].company_id, out->domain, &out->sightings,
                           &out->n_sightings);
}

bool
email_find_read(struct ctx *ctx, const int64_t *contact_ids, size_t n, struct email_finding *out)
{
    struct person *people;
    size_t n_people;
    if (!DB_ALL(ctx, &SQL_EMAIL_FIND_PEOPLE, DB_ARGS(DB_I64S(contact_ids, n)), person_map, &people,
                &n_people))
        return false;
    *out = (struct email_finding){.of = ARENA_ARRAY(ctx->arena, n, struct email_wanted)};
    email_domains_init(ctx->arena, n, &out->domains);
    for (size_t i = 0, end; i < n_people; i = end) {
        struct staff staff;
        for (end = i + 1; end < n_people && people[i].company_id &&
                          people[end].company_id == people[i].company_id;)
            end++;
        if (!read_staff(ctx, people + i, end - i, &staff))
            return false;
        for (size_t k = i; k < end && out->n < n; k++)
            if (people[k].wanted)
                look_for(ctx->arena, &staff, &people[k], &out->domains, &out->of[out->n++]);
    }
    return leave_out_suppressed(ctx, out) && email_domains_read(ctx, &out->domains);
}

/* --- asking -------------------------------------------------------------------------------- */

static void
prepare(struct arena *arena, struct email_wanted *wanted)
{
    for (size_t i = 0; i < wanted->n; i++) {
        const struct email_candidate *candidate = &wanted->candidates[i];
        struct email_subject *subject = &wanted->subjects[i];
        if (subject->address)
            continue;
        *subject = (struct email_subject){
            .contact_id = wanted->contact_id,
            .address = arena_printf(arena, "%s@%s", candidate->local, wanted->domain->name),
            .domain = wanted->domain,
            .evidence = {.origin = wanted->end == EMAIL_FIND_ON_SITE ? EMAIL_FROM_SITE
                                                                     : EMAIL_FROM_PATTERN,
                         .share = candidate->share,
                         .matching = candidate->matching,
                         .samples = candidate->samples,
                         .pattern = email_pattern_name(candidate->pattern)},
        };
    }
}

/* Through the prober and back; the subjects stay where they are. */
static bool
probe(struct ctx *ctx, const struct email_prober *prober, struct email_finding *finding,
      size_t *waiting)
{
    struct email_verifying all = {
        .of = ARENA_ARRAY(ctx->arena, finding->n * EMAIL_CANDIDATES, struct email_subject),
        .domains = finding->domains};
    for (size_t i = 0; i < finding->n; i++)
        for (size_t k = 0; k < finding->of[i].n; k++)
            all.of[all.n++] = finding->of[i].subjects[k];
    if (all.n && !email_probe_ask(ctx, prober, &all, waiting))
        return false;
    all.n = 0;
    for (size_t i = 0; i < finding->n; i++)
        for (size_t k = 0; k < finding->of[i].n; k++)
            finding->of[i].subjects[k] = all.of[all.n++];
    return true;
}

/* What is known by now, in a word. */
static void
settle(struct arena *arena, struct email_wanted *wanted)
{
    for (size_t i = 0; i < wanted->n; i++) {
        struct email_evidence *evidence = &wanted->subjects[i].evidence;
        evidence->route = wanted->domain->route;
        evidence->catch_all = wanted->domain->catch_all;
        email_score_of(arena, evidence, &wanted->subjects[i].score);
    }
    if (wanted->end == EMAIL_FIND_ON_SITE)
        return;
    if (wanted->domain->route == EMAIL_ROUTE_UNKNOWN)
        wanted->end = EMAIL_FIND_UNKNOWN;
    else if (wanted->domain->route != EMAIL_ROUTE_MX && wanted->domain->route != EMAIL_ROUTE_HOST)
        wanted->end = EMAIL_FIND_NO_MAIL;
    else
        wanted->end = EMAIL_FIND_GUESSED;
    size_t kept = 0;
    for (size_t i = 0; i < wanted->n; i++) {
        if (wanted->subjects[i].score.state == EMAIL_VERIFIED) {
            wanted->candidates[0] = wanted->candidates[i];
            wanted->subjects[0] = wanted->subjects[i];
            wanted->n = 1;
            wanted->end = EMAIL_FIND_VERIFIED;
            return;
        }
        if (wanted->subjects[i].score.state != EMAIL_INVALID) {
            wanted->candidates[kept] = wanted->candidates[i];
            wanted->subjects[kept++] = wanted->subjects[i];
        }
    }
    wanted->n = kept;
}

bool
email_find_ask(struct ctx *ctx, struct dns *dns, const struct email_prober *prober,
               struct email_finding *finding, size_t *waiting)
{
    size_t left = 0;
    if (!email_domains_ask(ctx, dns, &finding->domains))
        return false;
    for (size_t i = 0; i < finding->n; i++)
        prepare(ctx->arena, &finding->of[i]);
    if (prober && !probe(ctx, prober, finding, &left))
        return false;
    *waiting = left;
    return true;
}

void
email_find_settle(struct arena *arena, struct email_finding *finding)
{
    for (size_t i = 0; i < finding->n; i++)
        if (finding->of[i].domain)
            settle(arena, &finding->of[i]);
}

bool
email_find_write(struct ctx *ctx, const struct email_finding *finding)
{
    if (!email_domains_write(ctx, &finding->domains))
        return false;
    return email_found_write(ctx, finding);
}
