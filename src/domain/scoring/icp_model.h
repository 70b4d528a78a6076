/* The definition of the ideal customer as a document: signals with what they look for and what they
 * are worth, tiers by total, stages of maturity, how much a page of a kind counts. Read from JSON
 * and checked, written back, and shown and edited by web. Pure; tenants' versions are icp_version.h,
 * what it finds on pages is icp_score.h. */
#ifndef LEADGEN_SCORING_ICP_MODEL_H
#define LEADGEN_SCORING_ICP_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/json.h"

/* Kinds of pages in the order of enum page_kind. */
enum { ICP_PAGE_KINDS = 12 };
extern const char *const icp_page_kinds[ICP_PAGE_KINDS];  /* "home": in documents */
extern const char *const icp_page_labels[ICP_PAGE_KINDS]; /* "Home": for people */

enum {
    ICP_SIGNALS_MOST = 200,
    ICP_PHRASES_MOST = 200, /* of one signal, of each sort */
    ICP_TIERS_MOST = 8,
    ICP_MATURITIES_MOST = 8,
    ICP_POINTS_MOST = 100, /* either way */
    ICP_KEY_MOST = 60,
    ICP_NAME_MOST = 80,
    ICP_ABOUT_MOST = 500,
    ICP_JSON_MOST = 1024 * 1024
};

struct icp_texts {
    const char **of;
    size_t n;
};

struct icp_signal {
    const char *key;              /* letters, digits, "_": what scores refer to */
    const char *label, *category; /* for people */
    const char *about;            /* or "" */
    bool on;
    int64_t points;   /* at most, to a company: below 0 it speaks against it */
    int64_t min, max; /* bounds of points for people and for learning; on one side of 0 */
    int64_t needs;    /* how many different phrases have to be found */
    struct icp_texts phrases, patterns;
    struct icp_texts not_near;     /* a phrase does not count near one of these */
    struct icp_texts links;        /* parts of addresses that the site has or links to */
    struct icp_texts technologies; /* by name */
    unsigned pages;                /* bits by kind of page; 0: all */
    unsigned has_page;             /* found when the site has a page of one of these kinds */
    bool frame;                    /* looks into navigation, header and footer too */
};

struct icp_tier {
    const char *key, *label;
    int64_t from;     /* total; of the last one INT64_MIN */
    const char *sets; /* the company's tier, by its name in record_tiers; "" leaves it */
};

/* The first whose signals hold one that was found is a company's. */
struct icp_maturity {
    const char *key, *label;
    struct icp_texts any; /* keys of signals */
};

struct icp_model {
    const char *name, *about;
    struct icp_signal *signals;
    size_t n_signals;
    struct icp_tier *tiers; /* best first */
    size_t n_tiers;
    struct icp_maturity *maturities;
    size_t n_maturities;
    int64_t weights[ICP_PAGE_KINDS]; /* percent of the points that a place on such a page gives */
    int64_t page_cap;                /* places that one page counts for one signal */
    struct icp_texts negations;      /* words that void a phrase behind them */
    struct icp_texts negation_ends;  /* words that end that ("not only", "not X but") */
    int64_t negation_words;          /* as far as this */
    int64_t near_words;              /* how near not_near is */
};

/* Reads a document, ours or the older form of keywords by key (scoring_config.json), into the arena.
 * INPUT with the place as field ("signals.2.points") and what to do. */
MUST_CHECK bool icp_model_read(struct ctx *ctx, const char *bytes, size_t length,
                               struct icp_model *out);
MUST_CHECK bool icp_model_of(struct ctx *ctx, const struct jsn *document, struct icp_model *out);

/* Checks one signal as icp_model_read does; fields are named without a prefix ("points"). */
MUST_CHECK bool icp_signal_check(struct ctx *ctx, const struct icp_signal *signal);

/* The document; icp_model_read of it gives the same model. */
struct jsn *icp_model_write(struct arena *arena, const struct icp_model *model);

/* The model that comes with the program. */
MUST_CHECK bool icp_model_default(struct ctx *ctx, struct icp_model *out);

/* A signal by its key, or NULL. */
struct icp_signal *icp_model_signal(const struct icp_model *model, const char *key);

/* The tier of a total. */
const struct icp_tier *icp_model_tier(const struct icp_model *model, int64_t total);

/* The kind of page of a name, or -1. */
int icp_page_kind(const char *name);

#endif
