/* The gate for contacts. See contact_gate.h. */
#include "domain/suppression/contact_gate.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/suppression/suppression.h"
#include "statements.h"

enum { AT_A_TIME = 10000 };

static const struct {
    const char *code, *sentence;
} words[] = {
    {"suppressed",   "They are on the suppression list."},
    {"gone",         "The contact has been deleted."    },
    {"disqualified", "They are disqualified."           },
    {"company",      "Their company is disqualified."   },
    {"triage",       "Triage left their company out."   },
};
enum { SUPPRESSED };

static const char *
known(const char *code)
{
    for (size_t i = 0; code && i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].code, code))
            return words[i].code;
    return NULL;
}

/* What the list is asked, each for the contact at a place. */
struct asked {
    const char **addresses;
    size_t *places;
    size_t n;
};

static bool
at_domain(const char *email, const char *domain)
{
    const char *at = email ? strrchr(email, '@') : NULL;
    return at && !strcmp(at + 1, domain);
}

static void
add(struct asked *asked, size_t place, const char *address)
{
    asked->places[asked->n] = place;
    asked->addresses[asked->n++] = address;
}

bool
contact_gate_ask(struct ctx *ctx, const struct contact_question *questions, size_t n,
                 struct contact_bar *bars)
{
    struct asked asked = {ARENA_ARRAY(ctx->arena, 2 * n + 1, const char *),
                          ARENA_ARRAY(ctx->arena, 2 * n + 1, size_t), 0};
    for (size_t i = 0; i < n; i++) {
        const struct contact_question *question = &questions[i];
        bars[i] = (struct contact_bar){known(question->bar), NULL};
        if (question->email)
            add(&asked, i, question->email);
        if (question->domain && !at_domain(question->email, question->domain))
            add(&asked, i, arena_printf(ctx->arena, "@%s", question->domain));
    }
    const char **reasons = ARENA_ARRAY(ctx->arena, asked.n + 1, const char *);
    if (!suppression_check(ctx, asked.addresses, asked.n, reasons))
        return false;
    for (size_t i = 0; i < asked.n; i++)
        if (reasons[i])
            bars[asked.places[i]] = (struct contact_bar){words[SUPPRESSED].code, reasons[i]};
    return true;
}

static bool
rule(struct ctx *ctx, const int64_t *ids, size_t n, struct contact_bar *bars)
{
    enum { PLACE, BAR, EMAIL, DOMAIN };
    struct db_table rows;
    struct contact_question *questions = ARENA_ARRAY(ctx->arena, n, struct contact_question);
    if (!db_table(ctx, &SQL_CONTACT_GATE, DB_ARGS(DB_I64S(ids, n)), &rows))
        return false;
    for (size_t i = 0; i < rows.n_rows; i++)
        questions[strtoul(db_cell(&rows, i, PLACE), NULL, 10) - 1] = (struct contact_question){
            db_cell(&rows, i, BAR), db_cell(&rows, i, EMAIL), db_cell(&rows, i, DOMAIN)};
    return contact_gate_ask(ctx, questions, n, bars);
}

bool
contact_gate(struct ctx *ctx, const int64_t *ids, size_t n, struct contact_bar *bars)
{
    for (size_t at = 0; at < n; at += AT_A_TIME)
        if (!rule(ctx, ids + at, n - at < AT_A_TIME ? n - at : AT_A_TIME, bars + at))
            return false;
    return true;
}

bool
contact_gate_barred(struct ctx *ctx, const int64_t *ids, size_t n, struct contacts_barred *out)
{
    struct contact_bar *bars = ARENA_ARRAY(ctx->arena, n + 1, struct contact_bar);
    *out = (struct contacts_barred){ARENA_ARRAY(ctx->arena, n + 1, int64_t),
                                    ARENA_ARRAY(ctx->arena, n + 1, const char *), 0};
    if (!contact_gate(ctx, ids, n, bars))
        return false;
    for (size_t i = 0; i < n; i++)
        if (bars[i].code) {
            out->ids[out->n] = ids[i];
            out->codes[out->n++] = bars[i].code;
        }
    return true;
}

const char *
contact_gate_code(const struct contacts_barred *barred, int64_t contact_id)
{
    for (size_t i = 0; i < barred->n; i++)
        if (barred->ids[i] == contact_id)
            return barred->codes[i];
    return NULL;
}

const char *
contact_gate_sentence(const char *code)
{
    for (size_t i = 0; code && i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].code, code))
            return words[i].sentence;
    return "";
}
