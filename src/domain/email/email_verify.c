/* Checking addresses. See email_verify.h. */
#include "domain/email/email_verify.h"

#include <string.h>

#include "base/db.h"
#include "domain/contact/email_address.h"
#include "domain/email/email_pattern.h"
#include "statements.h"

struct known {
    int64_t contact_id, origin, pattern, permille, matching, samples, answer, flags, age_days;
    const char *address;
};

static const struct field known_map[] = {
    FIELD_I64(struct known, contact_id),
    FIELD_STR(struct known, address),
    FIELD_I64(struct known, origin),
    FIELD_I64(struct known, pattern),
    FIELD_I64(struct known, permille),
    FIELD_I64(struct known, matching),
    FIELD_I64(struct known, samples),
    FIELD_I64(struct known, answer),
    FIELD_I64(struct known, flags),
    FIELD_I64(struct known, age_days),
    FIELD_END,
};

/* What the address itself says. */
static void
read_address(struct arena *arena, struct email_subject *subject, struct email_domains *domains)
{
    struct email_address email;
    int64_t *flags = &subject->evidence.flags;
    *flags &= EMAIL_FLAG_BOUNCED | EMAIL_FLAG_ARRIVED;
    if (email_address_exact(arena, subject->address, &email) != EMAIL_OK) {
        *flags |= EMAIL_FLAG_SYNTAX;
        return;
    }
    *flags |= (email.role ? EMAIL_FLAG_ROLE : 0) | (email.free_mail ? EMAIL_FLAG_FREE : 0) |
              (email.disposable ? EMAIL_FLAG_DISPOSABLE : 0) |
              (*email.suggestion ? EMAIL_FLAG_TYPO : 0) | (email.utf8_local ? EMAIL_FLAG_UTF8 : 0);
    subject->domain = email_domains_of(arena, domains, email.address);
}

bool
email_verify_read(struct ctx *ctx, const int64_t *contact_ids, size_t n,
                  struct email_verifying *out)
{
    struct known *rows;
    memset(out, 0, sizeof *out);
    if (!DB_ALL(ctx, &SQL_EMAIL_SUBJECTS, DB_ARGS(DB_I64S(contact_ids, n)), known_map, &rows,
                &out->n))
        return false;
    out->of = ARENA_ARRAY(ctx->arena, out->n, struct email_subject);
    email_domains_init(ctx->arena, out->n, &out->domains);
    for (size_t i = 0; i < out->n; i++) {
        const struct known *row = &rows[i];
        struct email_subject *subject = &out->of[i];
        subject->contact_id = row->contact_id;
        subject->address = row->address;
        subject->evidence = (struct email_evidence){
            .origin = (enum email_origin)row->origin,
            .answer = (enum email_answer)row->answer,
            .flags = row->flags,
            .share = (double)row->permille / 1000,
            .matching = row->matching,
            .samples = row->samples,
            .pattern = email_pattern_name((enum email_pattern)row->pattern),
            .age_days = row->age_days,
        };
        if (row->address)
            read_address(ctx->arena, subject, &out->domains);
    }
    return email_domains_read(ctx, &out->domains);
}

bool
email_verify_ask(struct ctx *ctx, struct dns *dns, struct email_verifying *all)
{
    if (!email_domains_ask(ctx, dns, &all->domains))
        return false;
    for (size_t i = 0; i < all->n; i++) {
        struct email_subject *subject = &all->of[i];
        if (!subject->address)
            continue;
        if (subject->domain) {
            subject->evidence.route = subject->domain->route;
            subject->evidence.catch_all = subject->domain->catch_all;
        }
        email_score_of(ctx->arena, &subject->evidence, &subject->score);
    }
    return true;
}

bool
email_verify_write(struct ctx *ctx, const struct email_verifying *all, int64_t *changed)
{
    enum { ORIGIN, ROUTE, ANSWER, CATCH_ALL, FLAGS, STATE, PERCENT, PROVED, AGE, N };
    int64_t *ids = ARENA_ARRAY(ctx->arena, all->n, int64_t), *of[N], told = 0;
    const char **addresses = ARENA_ARRAY(ctx->arena, all->n, const char *);
    size_t n = 0;
    for (int i = 0; i < N; i++)
        of[i] = ARENA_ARRAY(ctx->arena, all->n, int64_t);
    for (size_t i = 0; i < all->n; i++) {
        const struct email_subject *subject = &all->of[i];
        if (!subject->address)
            continue;
        ids[n] = subject->contact_id;
        addresses[n] = subject->address;
        of[ORIGIN][n] = subject->evidence.origin;
        of[ROUTE][n] = subject->evidence.route;
        of[ANSWER][n] = subject->evidence.answer;
        of[CATCH_ALL][n] = subject->evidence.catch_all;
        of[FLAGS][n] = subject->evidence.flags;
        of[STATE][n] = subject->score.state;
        of[PERCENT][n] = (int64_t)(subject->score.p * 100 + 0.5);
        of[PROVED][n] = subject->proved;
        of[AGE][n++] = subject->evidence.age_days;
    }
    if (!email_domains_write(ctx, &all->domains))
        return false;
    if (n &&
        !db_i64(ctx, &SQL_EMAIL_CHECK_WRITE,
                DB_ARGS(DB_I64S(ids, n), DB_STRS(addresses, n), DB_I64S(of[ORIGIN], n),
                        DB_I64S(of[ROUTE], n), DB_I64S(of[ANSWER], n), DB_I64S(of[CATCH_ALL], n),
                        DB_I64S(of[FLAGS], n), DB_I64S(of[STATE], n), DB_I64S(of[PERCENT], n),
                        DB_I64S(of[PROVED], n), DB_I64S(of[AGE], n)),
                &told))
        return false;
    if (changed)
        *changed = told;
    return true;
}
