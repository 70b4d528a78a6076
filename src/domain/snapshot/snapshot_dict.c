/* Dictionaries. See snapshot_dict.h. */
#include "domain/snapshot/snapshot_dict.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 64, FIRST_ROOM = 32 };

void
snapshot_dict_open(struct snapshot_dict *dict, struct arena *arena, bool is_text)
{
    dict->is_text = is_text;
    dict->arena = arena;
    dict->room = FIRST_ROOM;
    dict->n_slots = FIRST_SLOTS;
    dict->slots = ARENA_ARRAY(arena, dict->n_slots, uint32_t);
    if (is_text) {
        dict->more = ARENA_ARRAY(arena, dict->room, const char *);
        dict->more_groups = ARENA_ARRAY(arena, dict->room, uint32_t);
    } else {
        dict->more_ids = ARENA_ARRAY(arena, dict->room, int64_t);
    }
    if (dict->n_base) {
        dict->n = dict->n_base;
        return;
    }
    dict->n = 1;
    if (is_text)
        dict->more[0] = "\0";
}

int64_t
snapshot_dict_value(const struct snapshot_dict *dict, size_t place)
{
    return place < dict->n_base ? dict->ids[place] : dict->more_ids[place - dict->n_base];
}

const char *
snapshot_dict_folded(const struct snapshot_dict *dict, size_t place)
{
    return place < dict->n_base ? dict->bytes + dict->from[place]
                                : dict->more[place - dict->n_base];
}

const char *
snapshot_dict_shown(const struct snapshot_dict *dict, size_t place)
{
    const char *folded = snapshot_dict_folded(dict, place);
    return folded + strlen(folded) + 1;
}

uint32_t
snapshot_dict_group(const struct snapshot_dict *dict, size_t place)
{
    return place < dict->n_base ? dict->groups[place] : dict->more_groups[place - dict->n_base];
}

static uint64_t
mix(uint64_t word)
{
    word *= UINT64_C(0x9E3779B97F4A7C15);
    return word ^ word >> 32;
}

/* By the folded text alone, so that all its spellings are met on the way to one. */
static uint64_t
hash_text(const char *folded)
{
    uint64_t hash = 0;
    for (const char *p = folded; *p; p++)
        hash = (hash ^ (unsigned char)*p) * UINT64_C(0x100000001B3);
    return mix(hash);
}

static uint64_t
hash_place(const struct snapshot_dict *dict, size_t place)
{
    return dict->is_text ? hash_text(snapshot_dict_folded(dict, place))
                         : mix((uint64_t)snapshot_dict_value(dict, place));
}

static void
put_slot(struct snapshot_dict *dict, size_t place)
{
    size_t slot = hash_place(dict, place) & (dict->n_slots - 1);
    while (dict->slots[slot])
        slot = (slot + 1) & (dict->n_slots - 1);
    dict->slots[slot] = (uint32_t)place;
}

static void *
widened(struct snapshot_dict *dict, const void *old, size_t size)
{
    void *wider = arena_array(dict->arena, 2 * dict->room, size);
    memcpy(wider, old, dict->room * size);
    return wider;
}

static void
make_room(struct snapshot_dict *dict)
{
    size_t n_more = dict->n - dict->n_base;
    if (n_more == dict->room) {
        if (dict->is_text) {
            dict->more = widened(dict, dict->more, sizeof *dict->more);
            dict->more_groups = widened(dict, dict->more_groups, sizeof *dict->more_groups);
        } else {
            dict->more_ids = widened(dict, dict->more_ids, sizeof *dict->more_ids);
        }
        dict->room *= 2;
    }
    if (2 * (n_more + 1) < dict->n_slots)
        return;
    dict->n_slots *= 4;
    dict->slots = ARENA_ARRAY(dict->arena, dict->n_slots, uint32_t);
    for (size_t place = dict->n_base ? dict->n_base : 1; place < dict->n; place++)
        put_slot(dict, place);
}

/* Order of places: numbers by value, texts by the folded one, then the shown one. */
static int
compare_pair(const struct snapshot_dict *dict, size_t place, const char *folded, const char *shown)
{
    int order = strcmp(snapshot_dict_folded(dict, place), folded);
    return order ? order : strcmp(snapshot_dict_shown(dict, place), shown);
}

uint32_t
snapshot_dict_find(const struct snapshot_dict *dict, int64_t id)
{
    size_t low = 1, high = dict->n_base;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (dict->ids[middle] == id)
            return (uint32_t)middle;
        if (dict->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    if (!dict->n_slots)
        return 0;
    size_t slot = mix((uint64_t)id) & (dict->n_slots - 1);
    while (dict->slots[slot] && snapshot_dict_value(dict, dict->slots[slot]) != id)
        slot = (slot + 1) & (dict->n_slots - 1);
    return dict->slots[slot];
}

uint32_t
snapshot_dict_id(struct snapshot_dict *dict, int64_t id)
{
    uint32_t place = id ? snapshot_dict_find(dict, id) : 0;
    if (!id || place)
        return place;
    make_room(dict);
    dict->more_ids[dict->n - dict->n_base] = id;
    put_slot(dict, dict->n);
    return (uint32_t)dict->n++;
}

/* The place of a pair, or 0; *group gets the first place of its folded text, or none's. */
static uint32_t
find_text(const struct snapshot_dict *dict, const char *folded, const char *shown, uint32_t *group)
{
    size_t low = 1, high = dict->n_base;
    *group = UINT32_MAX;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_pair(dict, middle, folded, shown) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < dict->n_base && !compare_pair(dict, low, folded, shown))
        return (uint32_t)low;
    if (!*folded)
        *group = 0;
    else if (low < dict->n_base && !strcmp(snapshot_dict_folded(dict, low), folded))
        *group = dict->groups[low];
    else if (low > 1 && low <= dict->n_base && !strcmp(snapshot_dict_folded(dict, low - 1), folded))
        *group = dict->groups[low - 1];
    size_t slot = hash_text(folded) & (dict->n_slots - 1);
    for (; dict->slots[slot]; slot = (slot + 1) & (dict->n_slots - 1)) {
        uint32_t place = dict->slots[slot];
        if (strcmp(snapshot_dict_folded(dict, place), folded) != 0)
            continue;
        *group = snapshot_dict_group(dict, place);
        if (!strcmp(snapshot_dict_shown(dict, place), shown))
            return place;
    }
    return 0;
}

uint32_t
snapshot_dict_text(struct snapshot_dict *dict, const char *folded, const char *shown)
{
    if (!folded || !shown)
        return 0;
    uint32_t group, place = find_text(dict, folded, shown, &group);
    if (place)
        return place;
    make_room(dict);
    size_t first = strlen(folded) + 1, second = strlen(shown) + 1;
    char *pair = arena_alloc(dict->arena, first + second);
    memcpy(pair, folded, first);
    memcpy(pair + first, shown, second);
    dict->more[dict->n - dict->n_base] = pair;
    dict->more_groups[dict->n - dict->n_base] = group == UINT32_MAX ? (uint32_t)dict->n : group;
    put_slot(dict, dict->n);
    return (uint32_t)dict->n++;
}

static int
compare_places(const void *a, const void *b, void *arg)
{
    const struct snapshot_dict *dict = arg;
    size_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    if (dict->is_text)
        return compare_pair(dict, x, snapshot_dict_folded(dict, y), snapshot_dict_shown(dict, y));
    int64_t left = snapshot_dict_value(dict, x), right = snapshot_dict_value(dict, y);
    return (left > right) - (left < right);
}

static void
settle_texts(struct snapshot_dict *dict, const uint32_t *order, size_t *n_bytes)
{
    size_t at = 0;
    uint32_t *from = ARENA_ARRAY(dict->arena, dict->n + 1, uint32_t);
    for (size_t i = 0; i < dict->n; i++) {
        const char *shown = snapshot_dict_shown(dict, order[i]);
        from[i] = (uint32_t)at;
        at += (size_t)(shown - snapshot_dict_folded(dict, order[i])) + strlen(shown) + 1;
    }
    from[dict->n] = (uint32_t)at;
    char *bytes = arena_alloc(dict->arena, at + SNAPSHOT_TEXT_PAD);
    for (size_t i = 0; i < dict->n; i++)
        memcpy(bytes + from[i], snapshot_dict_folded(dict, order[i]), from[i + 1] - from[i]);
    uint32_t *groups = ARENA_ARRAY(dict->arena, dict->n, uint32_t);
    for (size_t i = 1; i < dict->n; i++)
        groups[i] = strcmp(bytes + from[i], bytes + from[i - 1]) ? (uint32_t)i : groups[i - 1];
    dict->from = from;
    dict->bytes = bytes;
    dict->groups = groups;
    *n_bytes = at;
}

void
snapshot_dict_settle(struct snapshot_dict *dict, uint32_t **places, size_t *n_bytes)
{
    uint32_t *order = ARENA_ARRAY(dict->arena, dict->n, uint32_t);
    for (size_t i = 0; i < dict->n; i++)
        order[i] = (uint32_t)i;
    qsort_r(order + 1, dict->n - 1, sizeof *order, compare_places, dict);
    *places = ARENA_ARRAY(dict->arena, dict->n, uint32_t);
    for (size_t i = 0; i < dict->n; i++)
        (*places)[order[i]] = (uint32_t)i;
    *n_bytes = 0;
    if (dict->is_text) {
        settle_texts(dict, order, n_bytes);
    } else {
        int64_t *ids = ARENA_ARRAY(dict->arena, dict->n, int64_t);
        for (size_t i = 0; i < dict->n; i++)
            ids[i] = snapshot_dict_value(dict, order[i]);
        dict->ids = ids;
    }
    dict->n_base = dict->n;
}
