/* The embedded writer: letters out of facts, in five languages, without a model and without invention.
 * Called by the generation of campaigns, by rewriting and by leadgen-batch inspect letter; the same
 * request and letter serve the language models. Pure: no database, no clock, no chance but the seed. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_H
#define LEADGEN_DOMAIN_WRITING_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum letter_gender { LETTER_GENDER_UNKNOWN, LETTER_FEMALE, LETTER_MALE };

/* Texts may be NULL wherever something is not known; "" counts as NULL. */
struct letter_sender {
    const char *name, *role, *company;
    const char *signature;      /* lines that end an e-mail instead of name, role and company */
    const char *postal_address; /* ends every e-mail */
};

/* The sender's own words: whole sentences in the language of the letter. */
struct letter_offer {
    const char *does, *outcome, *proof, *proof_url, *ask;
};

struct letter_person {
    const char *first_name, *last_name;
    const char *prefix; /* "Dr.", "Ing.", "Ms" */
    enum letter_gender gender;
    const char *job_title;
    const char *seniority, *department; /* codes: c_level, engineering */
    const char *city, *country;         /* country: two letters */
    const char *url;                    /* where name and title can be read */
};

struct letter_company {
    const char *name, *domain;
    const char *industry; /* code: software_saas */
    const char *size;     /* code or range */
    const char *city, *country;
    const char *description;
    int founded_year;
    const char *url; /* source of these, when facts[] names none of its own */
};

/* What scoring found on the company's pages. */
struct letter_signal {
    const char *key, *category, *name; /* of the model: AI_HIRING, "Hiring", "AI hiring" */
    const char *found;                 /* the phrase that showed it */
    const char *snippet;               /* the text around it, the phrase included */
    const char *language;              /* of the page: two letters; NULL: unknown */
    const char *url;
    const char *page_kind; /* page_kind_name(): "careers" */
    int64_t at;            /* when it was read, ms; 0: unknown */
    int64_t points;        /* those below 1 are never written about */
};

/* Something else that is known, with its source. `kind` "technology", "certificate", "customer",
 * "news" or "product" open a letter (all but news where the offer names them too); "company.city",
 * "company.industry", "company.name", "person.job_title", ... give the source of that field. */
struct letter_fact {
    const char *kind;
    const char *text; /* short, as a name: "PostgreSQL", "ISO 27001" */
    const char *snippet, *url;
    int64_t at;
};

struct letter_request {
    const char *channel;   /* email, linkedin_connect, linkedin_message, call */
    const char *language;  /* one of letter_languages */
    const char *tone;      /* professional, friendly, casual, bold, authoritative, empathetic */
    const char *formality; /* formal, informal */
    int personalisation;   /* 1 name, 2 company, 3 context (title, place, industry), 4 evidence */
    const char *angle;     /* pain, opportunity, social_proof */
    int touch, touches;    /* which message to this person, from 1, and of how many */
    const char *first_subject;
    size_t max_length; /* characters of the body; 0: what the channel allows */
    uint64_t seed;     /* the same request and seed give the same letter */
    struct letter_sender sender;
    struct letter_offer offer;
    struct letter_person person;
    struct letter_company company;
    const struct letter_signal *signals;
    size_t n_signals;
    const struct letter_fact *facts;
    size_t n_facts;
};

/* A place of the body that says something about the person or the company. */
struct letter_claim {
    size_t start, end;   /* characters of the body, [start, end) */
    const char *kind;    /* person.name, company.name, signal, news, offer.proof, ... */
    const char *snippet; /* what the source says, or the value itself */
    const char *url;     /* NULL: the record, no page known */
    int64_t at;          /* ms; 0: unknown */
};

struct letter {
    const char *subject; /* e-mails only, else NULL */
    const char *body;
    struct letter_claim *claims; /* in the order of the body */
    size_t n_claims;
};

/* Languages that the embedded writer writes, two letters each; NULL ends them. */
extern const char *const letter_languages[];

/* Most characters of a body by channel; the name NULL ends them. */
struct letter_limit {
    const char *channel;
    size_t most;
};
extern const struct letter_limit letter_limits[];

enum { LETTER_SUBJECT_MOST = 59 };

/* True when `language` is one of letter_languages. */
bool letter_speaks(const char *language);

/* Writes one message, in `arena`. Whatever is missing is left out; only whole sentences are dropped
 * to keep to max_length, the offer's are never changed. An e-mail's signature is shortened next;
 * greeting, question, name and postal address stay even where max_length has no room for them.
 * False: channel or language is none of ours, or offer.does is missing where the channel speaks of
 * the offer (all but linkedin_connect). Other unknown words count as professional, formal, pain. */
MUST_CHECK bool letter_write(struct arena *arena, const struct letter_request *request,
                             struct letter *out);

#endif
