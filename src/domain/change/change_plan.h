/* Undo, the thinking: what becomes of one record when a change set is taken back, read off the
 * record's change rows. Called by change_undo.c. Pure: asks no database.
 *
 * A field goes back when no other set changed it later (what an undo took back does not count). A
 * record that the set made goes when nobody else changed it; one that the set deleted comes back. */
#ifndef LEADGEN_DOMAIN_CHANGE_PLAN_H
#define LEADGEN_DOMAIN_CHANGE_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Why something stays. change_kept.c has the words; the order is that of the codes there. */
enum change_reason {
    CHANGE_KEPT_CHANGED,    /* changed since by someone else */
    CHANGE_KEPT_DELETED,    /* the record is deleted by now */
    CHANGE_KEPT_PEOPLE,     /* contacts work there */
    CHANGE_KEPT_DUPLICATES, /* a duplicate kept on purpose points at it */
    CHANGE_KEPT_DOMAIN,     /* another company has the domain by now */
    CHANGE_KEPT_EMAIL,      /* another contact has the address by now */
    CHANGE_KEPT_LINKEDIN,   /* another contact has the profile by now */
    CHANGE_KEPT_COMPANY,    /* the company it belonged to is deleted by now */
    CHANGE_N_REASONS
};

enum change_act { CHANGE_LEAVE, CHANGE_REMOVE, CHANGE_REVIVE, CHANGE_REVERT };

enum { CHANGE_COMPANY_KEYS = 4, CHANGE_MOST_KEYS = 7 }; /* derived keys; contacts have most */
enum { CHANGE_MOST_UNIQUE = 2 };                        /* keys that only one record may have */

/* A change row, oldest first. The last two are the plan's: the fields that go back to what stood
 * before this row, and the fields of this row that count as taken back. */
struct change_row {
    int64_t record_id, change_set_id;
    const char *at;
    int64_t kind, fields, voided;
    int64_t source, taken;
};

struct change_item {
    int64_t record_id;
    bool deleted, duplicate; /* as the record stands */
    struct change_row *rows;
    size_t n_rows;
    enum change_act act;
    int64_t bits;                       /* fields that go back */
    int64_t kept[CHANGE_N_REASONS];     /* fields that stay; CHANGE_EXISTS: the record itself */
    int64_t count;                      /* how many people or duplicates refer to it */
    const char *keys[CHANGE_MOST_KEYS]; /* as change_restore.c has found them for its new values */
    /* the keys that only it may have, as they will be and as they are; in the order of change_keys.c */
    const char *unique[CHANGE_MOST_UNIQUE], *has[CHANGE_MOST_UNIQUE];
};

/* Plans one record for the undo of `set_id`. redo_of: the set that set_id undid, or 0. A record
 * whose changes are already taken back gets CHANGE_LEAVE and nothing kept. */
void change_plan_record(struct change_item *item, int64_t set_id, int64_t redo_of);

/* Takes fields out of the plan and notes why. With CHANGE_EXISTS the whole record stays. */
void change_plan_keep(struct change_item *item, int64_t bits, enum change_reason reason);

#endif
