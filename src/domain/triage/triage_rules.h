/* What a workspace wants of a company before the pipeline goes on with it. Stored as JSON in which only
 * what differs need stand: every other rule keeps its default. Called by triage.c and by the page of
 * rules. Pure: asks nobody. */
#ifndef LEADGEN_DOMAIN_TRIAGE_RULES_H
#define LEADGEN_DOMAIN_TRIAGE_RULES_H

#include "base/err.h"
#include "domain/record/record_code.h"

enum { TRIAGE_COUNTRIES = 26 * 26 + 1, TRIAGE_COUNTRY_WORDS = TRIAGE_COUNTRIES / 64 + 1 };

/* Countries by their code (record_code_of_country). */
struct triage_countries {
    uint64_t bits[TRIAGE_COUNTRY_WORDS];
    size_t n;
};

/* A bound of 0 is none; bits of a closed list stand at 1 << code. */
struct triage_rules {
    int64_t min_employees, max_employees;
    int64_t min_revenue, max_revenue; /* whole units of `currency` */
    char currency[4];
    int64_t most_per_head;         /* revenue for each employee above which the facts are doubted */
    int64_t pass_score, out_score; /* from here it passes; below this it is out */
    uint32_t tiers_pass, tiers_out;           /* of record_tiers; the others need a person */
    uint32_t industries_only, industries_out; /* of record_industries */
    struct triage_countries countries_only, countries_out;
    uint32_t required; /* bits of triage_required */
    bool broken_out;   /* a broken rule disqualifies; else a person decides */
};

/* Facts that may be demanded, by place: the name stands in JSON and forms. */
struct triage_fact {
    const char *name, *label;
};
extern const struct triage_fact triage_required[];
enum { TRIAGE_N_REQUIRED = 8 };

/* What holds where nothing is set. */
extern const struct triage_rules triage_rules_default;

/* Reads stored rules over the defaults; NULL or "" are the defaults. INPUT with the rule as field when
 * one is unknown or does not fit. */
MUST_CHECK bool triage_rules_read(struct ctx *ctx, const char *json, struct triage_rules *out);

/* All rules as JSON text; what is read from it equals `rules`. */
const char *triage_rules_write(struct arena *arena, const struct triage_rules *rules);

/* INPUT on a field when bounds cross or a value stands on both sides. */
MUST_CHECK bool triage_rules_check(struct ctx *ctx, const struct triage_rules *rules);

bool triage_countries_has(const struct triage_countries *set, int64_t code);

/* Adds the countries that a text names, parted by commas, semicolons or lines ("DE, Austria"). INPUT
 * on `field` for a name that is no country. */
MUST_CHECK bool triage_countries_read(struct ctx *ctx, const char *field, const char *text,
                                      struct triage_countries *out);

/* "Austria, Germany": as people read and write it. */
const char *triage_countries_text(struct arena *arena, const struct triage_countries *set);

#endif
