/* Bulk actions: one act on many companies or contacts, chosen by hand or all that match a filter. It is
 * first asked about (bulk_ask freezes what it acts on), then confirmed (bulk_confirm says what exactly)
 * and done: small ones at once, large ones by a job that goes on where it stopped. All of it is one
 * change set, which an undo takes back. Called by the pages of bulk actions and by the queue.
 *
 * Only records that really change are touched and counted; each batch is set-based SQL. */
#ifndef LEADGEN_DOMAIN_BULK_H
#define LEADGEN_DOMAIN_BULK_H

#include "base/err.h"
#include "domain/pipeline/job.h"
#include "domain/record/record_field.h"

enum {
    BULK_CHOSEN_MOST = 10000, /* ids chosen by hand */
    BULK_LABELS_MOST = 20,    /* tags or lists at a time */
    BULK_AT_ONCE = 2000       /* more is a job */
};

/* What an act wants to know before it can begin. */
enum bulk_need {
    BULK_NEEDS_NOTHING,
    BULK_NEEDS_TAGS,
    BULK_NEEDS_LISTS,
    BULK_NEEDS_OWNER,
    BULK_NEEDS_CHOICE
};

struct bulk_act {
    const char *name;  /* in forms and in the table */
    const char *title; /* "Tag %s", with "3,418 contacts" */
    const char *field; /* of the field table; NULL: none */
    enum bulk_need need;
    bool adds;                               /* tags and lists: new names may be typed */
    const struct record_choices *choices[3]; /* by entity */
    int places[3];                           /* in codes, by entity; -1: none */
    bool companies, contacts;
};

/* The title with what it is done to: "Tag 3,418 contacts". */
const char *bulk_act_title(struct arena *arena, const struct bulk_act *act, const char *what);

/* An act by name, or NULL when there is none or it does not apply to the entity. */
const struct bulk_act *bulk_act_get(enum record_entity entity, const char *name);

struct bulk {
    int64_t bulk_id, entity;
    const char *act, *filter; /* filter: canonical text of the list it came from */
    bool everything;          /* all that match the filter */
    int64_t counted;          /* how many the question said */
    int64_t absent;    /* chosen ones that are not there: deleted, or never of this workspace */
    const char *state; /* asked, waiting, running, done, cancelled, failed */
    const char *what;  /* in words, once confirmed: "Tagged warm" */
    int64_t owner_id;
    const char *choice, *label_ids, *error;
    int64_t n_ids;   /* while it runs */
    int64_t matched; /* how many it found when it ran */
    int64_t done, changed;
    int64_t change_set_id, job_id; /* 0: none */
};

/* Freezes what to act on. `filter`: text of the list; with `everything` all that match it, else `ids`
 * (any order, may repeat). NOT_FOUND: no such act; INPUT: nothing is chosen, or the filter is wrong. */
MUST_CHECK bool bulk_ask(struct ctx *ctx, enum record_entity entity, const char *act,
                         const char *filter, bool everything, const int64_t *ids, size_t n,
                         int64_t *bulk_id);

/* NOT_FOUND. */
MUST_CHECK bool bulk_get(struct ctx *ctx, int64_t bulk_id, struct bulk *out);

/* The list that the bulk action of a change set came from, or the one that the set undoes (`undoes`, and
 * `undoes_an_undo`: 0 for none). *found false: it was no bulk action. */
MUST_CHECK bool bulk_of_change(struct ctx *ctx, int64_t set_id, int64_t undoes,
                               int64_t undoes_an_undo, int64_t *entity, const char **filter,
                               bool *found);

/* How many contacts work at the companies that are about to be deleted; 0 for contacts. */
MUST_CHECK bool bulk_people(struct ctx *ctx, const struct bulk *bulk, int64_t *n);

/* What exactly: as the act needs it. */
struct bulk_choice {
    const int64_t *labels;
    size_t n_labels;
    const char *more;   /* names of further labels, separated by commas; "" for none */
    int64_t owner;      /* 0: not chosen */
    const char *choice; /* a name of the closed list; "" for not chosen */
    bool wipe;          /* takes the owner or the choice away instead */
};

/* Does it, or puts it into the queue. INPUT on "label", "more", "owner" or "choice"; CONFLICT: it has
 * begun already. */
MUST_CHECK bool bulk_confirm(struct ctx *ctx, int64_t bulk_id, const struct bulk_choice *choice);

/* Forgets one that was only asked about; asks the job of one that runs to stop. What is done stays
 * until it is undone. */
MUST_CHECK bool bulk_cancel(struct ctx *ctx, int64_t bulk_id);

/* The job kind "bulk"; its subject is the bulk action. */
bool bulk_job(struct ctx *ctx, struct job *job);
bool bulk_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
