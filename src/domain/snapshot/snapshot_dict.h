/* Dictionaries of a snapshot: owners, tags, lists, sources and job titles stand in its columns as
 * places in one, 0 for none. The places of the base are fixed in its file, in order; values seen
 * since are added behind them, so that base and delta count into the same places. Called by the
 * other files of this area. */
#ifndef LEADGEN_SNAPSHOT_DICT_H
#define LEADGEN_SNAPSHOT_DICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { SNAPSHOT_TEXT_PAD = 256 }; /* bytes behind a text that may be read */

/* Numbers or, where `is_text`, pairs of texts: the folded one that is compared and the one shown. */
struct snapshot_dict {
    bool is_text;
    struct arena *arena;    /* of what is added */
    size_t n_base, n;       /* places, with that of none */
    const int64_t *ids;     /* of the base */
    const uint32_t *from;   /* of the base: where the pair begins in bytes; n_base + 1 of them */
    const char *bytes;      /* "folded\0shown\0" */
    const uint32_t *groups; /* of the base: the first place with the same folded text */
    int64_t *more_ids;      /* added */
    const char **more;
    uint32_t *more_groups;
    size_t room;
    uint32_t *slots; /* open hash of the added: place or 0 */
    size_t n_slots;
};

/* Makes *dict one that grows; what stands in it of a base stays. */
void snapshot_dict_open(struct snapshot_dict *dict, struct arena *arena, bool is_text);

/* The place of a value; it is added when it is not there. 0 for 0 and NULL. */
uint32_t snapshot_dict_id(struct snapshot_dict *dict, int64_t id);
uint32_t snapshot_dict_text(struct snapshot_dict *dict, const char *folded, const char *shown);

/* The place of a number, or 0 when it is not there. */
uint32_t snapshot_dict_find(const struct snapshot_dict *dict, int64_t id);

/* What stands at a place. */
int64_t snapshot_dict_value(const struct snapshot_dict *dict, size_t place);
const char *snapshot_dict_folded(const struct snapshot_dict *dict, size_t place);
const char *snapshot_dict_shown(const struct snapshot_dict *dict, size_t place);
uint32_t snapshot_dict_group(const struct snapshot_dict *dict, size_t place);

/* Brings a dictionary that was only added to into order. *places gets the new place of each old one;
 * the dictionary then is a base, whose parts lie in its arena. *n_bytes: of its texts. */
void snapshot_dict_settle(struct snapshot_dict *dict, uint32_t **places, size_t *n_bytes);

#endif
