/* Asking mail servers. See email_probe.h. */
#include "domain/email/email_probe.h"

#include <string.h>

#include "base/db.h"
#include "base/token.h"
#include "statements.h"

enum { HOLD = 120 }; /* seconds a lease lasts when nobody gives it back */

/* --- replies ------------------------------------------------------------------------------- */

static bool
says(const char *text, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcasestr(text, words[i]))
            return true;
    return false;
}
#define SAYS(text, words) says((text), (words), sizeof(words) / sizeof *(words))

enum email_answer
email_probe_answer(const struct smtp_reply *reply)
{
    static const char *const full[] = {"5.2.2",
                                       "4.2.2",
                                       "quota",
                                       "mailbox full",
                                       "mailbox is full",
                                       "over quota",
                                       "insufficient storage"};
    static const char *const nobody[] = {"5.1.1",
                                         "5.1.10",
                                         "5.1.0",
                                         "5.1.6",
                                         "5.2.1",
                                         "unknown user",
                                         "user unknown",
                                         "no such",
                                         "not exist",
                                         "doesn't exist",
                                         "unknown mailbox",
                                         "mailbox unavailable",
                                         "no mailbox",
                                         "not found",
                                         "invalid mailbox",
                                         "invalid recipient",
                                         "unknown recipient",
                                         "recipient unknown",
                                         "unrouteable",
                                         "undeliverable",
                                         "not a valid",
                                         "is disabled",
                                         "unknown address",
                                         "not known"};
    static const char *const policy[] = {
        "5.7.",     "block",    "spam",        "blacklist",   "denied",      "reputation",
        "rbl",      "policy",   "banned",      "not allowed", "authenticat", "relay",
        "starttls", "too many", "reverse dns", "ptr",         "rejected due"};
    int code = reply->code;
    if (code == 0)
        return EMAIL_ANSWER_SILENT;
    if (code == 250 || code == 251)
        return EMAIL_ANSWER_TAKEN;
    if (code < 300)
        return EMAIL_ANSWER_REFUSED; /* 252: "cannot say" */
    if (code == 552 || SAYS(reply->text, full))
        return EMAIL_ANSWER_FULL;
    if (code < 500)
        return EMAIL_ANSWER_LATER;
    if (SAYS(reply->text, nobody))
        return EMAIL_ANSWER_NOBODY;
    if (SAYS(reply->text, policy))
        return EMAIL_ANSWER_REFUSED;
    return code == 550 || code == 551 || code == 553 ? EMAIL_ANSWER_NOBODY : EMAIL_ANSWER_REFUSED;
}

/* Of a conversation that ended before this recipient. */
static enum email_answer
answer_of_end(const struct smtp_call *call)
{
    switch (call->end) {
    case SMTP_TURNED_AWAY:
        return call->last.code < 500 ? EMAIL_ANSWER_LATER : EMAIL_ANSWER_REFUSED;
    case SMTP_OPEN:
    case SMTP_THROUGH:
    case SMTP_CLOSED:
    case SMTP_TIMEOUT:
    case SMTP_UNREACHABLE:
    case SMTP_NONSENSE:
    case SMTP_FORBIDDEN:
        break;
    }
    return EMAIL_ANSWER_SILENT;
}

/* --- conversations ------------------------------------------------------------------------- */

/* One conversation: about addresses of one domain, with its first mail server. */
struct asking {
    struct email_domain *domain;
    struct email_subject *of[EMAIL_PROBE_AT_ONCE];
    size_t n;
    bool leased;
    const char *recipients[EMAIL_PROBE_AT_ONCE + 2];
    struct smtp_call call;
};

static bool
is_worth_asking(const struct email_subject *subject)
{
    const struct email_domain *domain = subject->domain;
    return subject->address && !subject->asked && domain && domain->host &&
           (domain->route == EMAIL_ROUTE_MX || domain->route == EMAIL_ROUTE_HOST) &&
           domain->catch_all != EMAIL_CATCH_ALL_YES &&
           !(subject->evidence.flags & (EMAIL_FLAG_UTF8 | EMAIL_FLAG_DISPOSABLE));
}

/* A mailbox that nobody has: the same one each time, or a server that greylists never answers. */
static const char *
made_up(struct arena *arena, const char *domain, int which)
{
    const char *seed = arena_printf(arena, "%d made up at %s", which, domain);
    return arena_printf(arena, "q%.14s@%s", token_sha256(arena, seed, strlen(seed)), domain);
}

/* Groups the subjects by domain; those past EMAIL_PROBE_AT_ONCE wait for another time. */
static size_t
group(struct arena *arena, struct email_verifying *all, struct asking *askings)
{
    struct map *by_domain = map_new(arena, all->domains.n);
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        struct email_subject *subject = &all->of[i];
        if (!is_worth_asking(subject))
            continue;
        struct asking *asking = map_get(by_domain, subject->domain->name);
        if (!asking) {
            asking = &askings[n++];
            asking->domain = subject->domain;
            map_put(by_domain, subject->domain->name, asking);
        }
        subject->evidence.answer = EMAIL_ANSWER_LATER;
        subject->waiting = true;
        if (asking->n < EMAIL_PROBE_AT_ONCE)
            asking->of[asking->n++] = subject;
    }
    return n;
}

/* Takes the leases of the servers that are free; two domains may share one server. */
static bool
take_leases(struct ctx *ctx, struct asking *askings, size_t n)
{
    const char **hosts = ARENA_ARRAY(ctx->arena, n, const char *);
    struct db_table table;
    struct map *ours = map_new(ctx->arena, n);
    for (size_t i = 0; i < n; i++)
        hosts[i] = askings[i].domain->host;
    if (!db_begin(ctx, false) ||
        !db_table(ctx, &SQL_MAIL_LEASE_TAKE, DB_ARGS(DB_STRS(hosts, n), DB_I64(HOLD)), &table) ||
        !db_commit(ctx))
        return false;
    for (size_t i = 0; i < table.n_rows; i++)
        map_put(ours, db_cell(&table, i, 0), askings);
    for (size_t i = 0; i < n; i++)
        if (map_get(ours, askings[i].domain->host)) {
            askings[i].leased = true;
            map_put(ours, askings[i].domain->host, NULL); /* one conversation at a time */
        }
    return true;
}

static bool
give_leases(struct ctx *ctx, const struct asking *askings, size_t n)
{
    const char **hosts = ARENA_ARRAY(ctx->arena, n, const char *);
    size_t held = 0;
    for (size_t i = 0; i < n; i++)
        if (askings[i].leased)
            hosts[held++] = askings[i].domain->host;
    return held == 0 || (db_begin(ctx, false) &&
                         db_exec(ctx, &SQL_MAIL_LEASE_GIVE,
                                 DB_ARGS(DB_STRS(hosts, held), DB_I64(EMAIL_PROBE_PAUSE)), NULL) &&
                         db_commit(ctx));
}

/* The addresses of the servers, IPv4 first. */
static bool
look_up_servers(struct ctx *ctx, const struct email_prober *prober, struct asking *askings,
                size_t n)
{
    struct dns_question *asked = ARENA_ARRAY(ctx->arena, 2 * n, struct dns_question);
    for (size_t i = 0; i < n; i++) {
        const char *host = askings[i].domain->host;
        asked[2 * i] = (struct dns_question){.name = host, .type = DNS_A};
        asked[2 * i + 1] = (struct dns_question){.name = host, .type = DNS_AAAA};
        if (!askings[i].leased)
            asked[2 * i].verdict = asked[2 * i + 1].verdict = DNS_NO_DATA;
    }
    if (!dns_ask(ctx, prober->dns, asked, 2 * n))
        return false;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 2; k-- > 0;)
            if (asked[2 * i + k].verdict == DNS_FOUND)
                askings[i].call.address = asked[2 * i + k].records[0].text;
    return true;
}

static void
settle(struct email_subject *subject, enum email_answer answer, bool proved)
{
    subject->evidence.answer = answer;
    subject->proved = proved;
    subject->asked = true;
    subject->waiting = false;
}

/* Whether the made-up mailboxes say that the server takes everything, nothing of the kind, or that
 * its answers mean nothing. */
static void
judge(struct asking *asking)
{
    const struct smtp_call *call = &asking->call;
    const struct smtp_reply *first = &call->replies[0], *second = &call->replies[asking->n + 1];
    enum email_answer one = email_probe_answer(first), two = email_probe_answer(second);
    bool chance = two == EMAIL_ANSWER_TAKEN;
    if (one == EMAIL_ANSWER_TAKEN) {
        asking->domain->catch_all = EMAIL_CATCH_ALL_YES;
        asking->domain->probed = true;
    } else if (one == EMAIL_ANSWER_NOBODY && two == EMAIL_ANSWER_NOBODY) {
        asking->domain->catch_all = EMAIL_CATCH_ALL_NO;
        asking->domain->probed = true;
    }
    for (size_t i = 0; i < asking->n; i++) {
        const struct smtp_reply *reply = &call->replies[i + 1];
        enum email_answer answer = reply->code ? email_probe_answer(reply) : answer_of_end(call);
        if (one == EMAIL_ANSWER_TAKEN)
            answer = EMAIL_ANSWER_TAKEN;
        else if (chance)
            answer = EMAIL_ANSWER_REFUSED;
        else if (answer == EMAIL_ANSWER_NOBODY && one != EMAIL_ANSWER_NOBODY)
            /* it refuses us, not a mailbox: made-up ones fared otherwise */
            answer = one == EMAIL_ANSWER_LATER ? EMAIL_ANSWER_LATER : EMAIL_ANSWER_REFUSED;
        settle(asking->of[i], answer, answer == EMAIL_ANSWER_TAKEN && one == EMAIL_ANSWER_NOBODY);
    }
}

static bool
hold_conversations(struct ctx *ctx, const struct email_prober *prober, struct asking *askings,
                   size_t n)
{
    struct smtp_call *calls = ARENA_ARRAY(ctx->arena, n, struct smtp_call);
    struct asking **of = ARENA_ARRAY(ctx->arena, n, struct asking *);
    size_t n_calls = 0;
    for (size_t i = 0; i < n; i++) {
        struct asking *asking = &askings[i];
        if (!asking->leased)
            continue;
        if (!asking->call.address) {
            for (size_t k = 0; k < asking->n; k++)
                settle(asking->of[k], EMAIL_ANSWER_SILENT, false);
            continue;
        }
        asking->recipients[0] = made_up(ctx->arena, asking->domain->name, 1);
        for (size_t k = 0; k < asking->n; k++)
            asking->recipients[k + 1] = asking->of[k]->address;
        asking->recipients[asking->n + 1] = made_up(ctx->arena, asking->domain->name, 2);
        asking->call.helo = prober->helo;
        asking->call.host = asking->domain->host;
        asking->call.recipients = asking->recipients;
        asking->call.n_recipients = asking->n + 2;
        asking->call.first_decides = true;
        of[n_calls] = asking;
        calls[n_calls++] = asking->call;
    }
    if (!smtp_ask(ctx, &prober->smtp, calls, n_calls))
        return false;
    for (size_t i = 0; i < n_calls; i++) {
        of[i]->call = calls[i];
        judge(of[i]);
    }
    return true;
}

bool
email_probe_ask(struct ctx *ctx, const struct email_prober *prober, struct email_verifying *all,
                size_t *waiting)
{
    struct asking *askings =
        ARENA_ARRAY(ctx->arena, all->domains.n ? all->domains.n : 1, struct asking);
    size_t n = group(ctx->arena, all, askings), left = 0;
    if (n && (!take_leases(ctx, askings, n) || !look_up_servers(ctx, prober, askings, n) ||
              !hold_conversations(ctx, prober, askings, n) || !give_leases(ctx, askings, n)))
        return false;
    for (size_t i = 0; i < all->n; i++) {
        struct email_subject *subject = &all->of[i];
        /* its server turned out to take everything: nothing more to ask */
        if (subject->waiting && subject->domain->catch_all == EMAIL_CATCH_ALL_YES)
            settle(subject, EMAIL_ANSWER_TAKEN, false);
        left += subject->waiting;
    }
    if (waiting)
        *waiting = left;
    return email_verify_ask(ctx, prober->dns, all);
}
