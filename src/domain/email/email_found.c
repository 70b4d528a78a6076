/* Writing what was found. See email_found.h. */
#include "domain/email/email_found.h"

#include "base/db.h"
#include "domain/change/change.h"
#include "domain/record/record.h"
#include "domain/record/record_fill.h"
#include "statements.h"

/* Fills in an address that is sure, with where it stands; *given false: the contact has one by now, is
 * gone, a person took it out, or another record has it. */
static bool
fill(struct ctx *ctx, const struct email_wanted *wanted, bool *given)
{
    bool on_site = wanted->end == EMAIL_FIND_ON_SITE;
    struct record_found found = {
        .place = CONTACT_EMAIL,
        .value = wanted->subjects[0].address,
        .confidence = (int)(wanted->subjects[0].score.p * 99 + 1),
        .url = wanted->page_url,
    };
    struct record_fill filling = {
        .entity = RECORD_CONTACT,
        .record_id = wanted->contact_id,
        .stage = "email_find",
        .source = on_site ? wanted->page_url
                          : arena_printf(ctx->arena, "Pattern %s, taken by the mail server %s",
                                         email_pattern_name(wanted->candidates[0].pattern),
                                         wanted->domain->host),
        .found = &found,
        .n_found = 1,
    };
    *given = false;
    if (!record_fill(ctx, &filling)) {
        if (ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx);
        return true;
    }
    *given = found.end == RECORD_FILL_NEW || found.end == RECORD_FILL_SAME;
    return true;
}

enum {
    ORIGIN,
    PLACE,
    PATTERN,
    PERMILLE,
    MATCHING,
    SAMPLES,
    ROUTE,
    ANSWER,
    CATCH_ALL,
    FLAGS,
    STATE,
    PERCENT,
    N_NUMBERS
};

struct rows {
    int64_t *ids, *of[N_NUMBERS];
    const char **addresses, **urls;
    size_t n;
};

static void
add_row(struct rows *rows, const struct email_wanted *wanted, size_t i, bool given)
{
    const struct email_candidate *candidate = &wanted->candidates[i];
    const struct email_subject *subject = &wanted->subjects[i];
    size_t at = rows->n++;
    rows->ids[at] = wanted->contact_id;
    rows->addresses[at] = subject->address;
    rows->urls[at] = wanted->page_url;
    rows->of[ORIGIN][at] = subject->evidence.origin;
    rows->of[PLACE][at] = given ? 0 : (int64_t)i + 1;
    rows->of[PATTERN][at] = candidate->pattern;
    rows->of[PERMILLE][at] = (int64_t)(candidate->share * 1000 + 0.5);
    rows->of[MATCHING][at] = candidate->matching;
    rows->of[SAMPLES][at] = candidate->samples;
    rows->of[ROUTE][at] = subject->evidence.route;
    rows->of[ANSWER][at] = subject->evidence.answer;
    rows->of[CATCH_ALL][at] = subject->evidence.catch_all;
    rows->of[FLAGS][at] = subject->evidence.flags;
    rows->of[STATE][at] = subject->score.state;
    rows->of[PERCENT][at] = (int64_t)(subject->score.p * 100 + 0.5);
}

bool
email_found_write(struct ctx *ctx, const struct email_finding *finding)
{
    size_t most = finding->n * EMAIL_CANDIDATES;
    struct rows rows = {.ids = ARENA_ARRAY(ctx->arena, most, int64_t),
                        .addresses = ARENA_ARRAY(ctx->arena, most, const char *),
                        .urls = ARENA_ARRAY(ctx->arena, most, const char *)};
    for (int i = 0; i < N_NUMBERS; i++)
        rows.of[i] = ARENA_ARRAY(ctx->arena, most, int64_t);
    for (size_t i = 0; i < finding->n; i++) {
        const struct email_wanted *wanted = &finding->of[i];
        bool sure = wanted->end == EMAIL_FIND_ON_SITE || wanted->end == EMAIL_FIND_VERIFIED;
        bool given = false;
        if (!sure && wanted->end != EMAIL_FIND_GUESSED)
            continue;
        if (sure && wanted->n && !fill(ctx, wanted, &given))
            return false;
        if (sure && !given)
            continue;
        for (size_t k = 0; k < wanted->n; k++)
            add_row(&rows, wanted, k, given);
    }
#define NUMBERS(which) DB_I64S(rows.of[which], rows.n)
    return rows.n == 0 ||
           db_exec(ctx, &SQL_EMAIL_FOUND_WRITE,
                   DB_ARGS(DB_I64S(rows.ids, rows.n), DB_STRS(rows.addresses, rows.n),
                           NUMBERS(ORIGIN), NUMBERS(PLACE), NUMBERS(PATTERN), NUMBERS(PERMILLE),
                           NUMBERS(MATCHING), NUMBERS(SAMPLES), DB_STRS(rows.urls, rows.n),
                           NUMBERS(ROUTE), NUMBERS(ANSWER), NUMBERS(CATCH_ALL), NUMBERS(FLAGS),
                           NUMBERS(STATE), NUMBERS(PERCENT)),
                   NULL);
#undef NUMBERS
}

struct candidate {
    int64_t pattern, matching, samples;
};
static const struct field candidate_map[] = {
    FIELD_I64(struct candidate, pattern),
    FIELD_I64(struct candidate, matching),
    FIELD_I64(struct candidate, samples),
    FIELD_END,
};

bool
email_found_accept(struct ctx *ctx, int64_t contact_id, const char *address)
{
    struct candidate candidate;
    bool found;
    if (!db_maybe(ctx, &SQL_EMAIL_CANDIDATE_GET, DB_ARGS(DB_I64(contact_id), DB_STR(address)),
                  candidate_map, &candidate, &found))
        return false;
    if (!found)
        return err_raise(ctx, ERR_NOT_FOUND,
                         "This guess is no longer there, or the contact has an address by now.");
    const char *source =
        arena_printf(ctx->arena, "Guess by the pattern %s (%lld of %lld colleagues), accepted",
                     email_pattern_name((enum email_pattern)candidate.pattern),
                     (long long)candidate.matching, (long long)candidate.samples);
    struct record record;
    struct record_twin twin;
    const char *values[RECORD_MOST_FIELDS] = {[CONTACT_EMAIL] = address};
    int64_t mask = CHANGE_BIT(record_field_get(RECORD_CONTACT, "email")), set_id = 0, changed;
    bool taken = false;
    if (!record_get(ctx, RECORD_CONTACT, contact_id, &record) ||
        !record_twin_of_change(ctx, &record, mask, values, &twin, &taken))
        return false;
    if (taken)
        return err_raise(ctx, ERR_CONFLICT, "%s has the address %s.", twin.label, address);
    if (!change_set_open(ctx, "edit", source, &set_id) ||
        !record_update(ctx, RECORD_CONTACT, &set_id, contact_id, 0, mask, values, 0, &changed))
        return false;
    return db_exec(ctx, &SQL_EMAIL_CANDIDATE_ACCEPT, DB_ARGS(DB_I64(contact_id), DB_STR(address)),
                   NULL);
}
