/* Tags and static lists: what people call groups of records. Both are a name with an id that records
 * hold in tag_ids and list_ids; a tag has a colour too. Called by the pages under Settings, by pickers
 * and by what shows records. A deleted label keeps its row (an undo brings it back, timelines know its
 * name); the functions here but the last two see living ones only. */
#ifndef LEADGEN_DOMAIN_LABEL_H
#define LEADGEN_DOMAIN_LABEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum label_kind { LABEL_TAG, LABEL_LIST };

enum { LABEL_TAG_MOST = 60, LABEL_LIST_MOST = 120 /* code points of a name */ };

struct label {
    int64_t id;
    const char *name;
    const char *colour; /* a name of label_colours; of a list "grey" */
};

/* The palette: `name` is stored, `number` is that of the class tag-<number>. NULL name last. */
struct label_colour {
    const char *name, *label;
    int number;
};
extern const struct label_colour label_colours[];

/* The number of a colour's class. */
int label_colour_number(const char *name);

/* "tag" or "list"; "tags" or "lists". */
const char *label_noun(enum label_kind kind);
const char *label_nouns(enum label_kind kind);

/* All of them by name: for pickers and for the names and colours of a record's ids. */
MUST_CHECK bool label_all(struct ctx *ctx, enum label_kind kind, struct label **out, size_t *n);

/* Those of the set that a record holds as PostgreSQL writes a bigint[] ("{3,17}", NULL for none), in
 * the order of `all`. */
void label_of_record(struct arena *arena, const struct label *all, size_t n_all, const char *ids,
                     struct label **out, size_t *n);

struct label_count {
    int64_t id, companies, contacts, created_ms;
    const char *name, *colour;
    const char *created_by; /* NULL: an import, or the system */
    int64_t total;          /* how many labels match, beyond the limit too */
};

/* Those whose name holds `search` ("" for all; capitals and accents do not count), by name, with how
 * many living records hold each. */
MUST_CHECK bool label_counts(struct ctx *ctx, enum label_kind kind, const char *search,
                             int64_t limit, struct label_count **out, size_t *n);

/* NOT_FOUND. */
MUST_CHECK bool label_get(struct ctx *ctx, enum label_kind kind, int64_t id, struct label *out);

/* The same, and nobody renames, merges or deletes them until the transaction ends: for who is about to
 * put them on records. NOT_FOUND when one of the ids is none here. Ids may repeat; 0 ids are fine. */
MUST_CHECK bool label_hold(struct ctx *ctx, enum label_kind kind, const int64_t *ids, size_t n_ids);

/* A new one. colour: of a tag; NULL for a list. INPUT on "name" when it is empty or too long or a
 * label has it already (capitals and accents do not count), on "colour" when there is no such. */
MUST_CHECK bool label_add(struct ctx *ctx, enum label_kind kind, const char *name,
                          const char *colour, int64_t *id);

/* Another name and colour. NOT_FOUND; INPUT as in label_add. */
MUST_CHECK bool label_change(struct ctx *ctx, enum label_kind kind, int64_t id, const char *name,
                             const char *colour);

/* What merging or deleting is about to touch. */
struct label_reach {
    int64_t companies, contacts; /* living ones */
    int64_t trashed;             /* of both, in the trash */
};
MUST_CHECK bool label_reach(struct ctx *ctx, enum label_kind kind, int64_t id,
                            struct label_reach *out);

/* What came of it: the change set, which an undo takes back, and the job that still works (0: all is
 * done). */
struct label_done {
    int64_t set_id, job_id;
    const char *name, *into; /* what the labels were called */
};

/* Takes the label off all records and away. NOT_FOUND; CONFLICT while an import runs. */
MUST_CHECK bool label_delete(struct ctx *ctx, enum label_kind kind, int64_t id,
                             struct label_done *out);

/* Puts `into` on all records that hold `id`, then takes `id` away. INPUT on "into" when it is `id`
 * itself or there is none; else as label_delete. */
MUST_CHECK bool label_merge(struct ctx *ctx, enum label_kind kind, int64_t id, int64_t into,
                            struct label_done *out);

/* Brings back what a change set took away (tags, lists and custom fields), because the set is undone
 * or its job was stopped. Where somebody has taken the name meanwhile, it comes back under another. */
MUST_CHECK bool label_revive(struct ctx *ctx, int64_t set_id);

/* Takes away again what label_revive brought back, because the undo itself was undone; what a record
 * holds stays. Call it when the records are done. */
MUST_CHECK bool label_forsake(struct ctx *ctx, int64_t set_id);

#endif
