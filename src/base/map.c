/* Open addressing over FNV-1a. See map.h. */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

struct slot {
    const char *key;
    void *value;
    uint64_t hash;
};

struct map {
    struct arena *arena;
    struct slot *slots;
    size_t size; /* a power of two */
    size_t used;
};

static uint64_t
hash_of(const char *key)
{
    uint64_t hash = 1469598103934665603u;
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 1099511628211u;
    return hash;
}

struct map *
map_new(struct arena *arena, size_t expected)
{
    struct map *map = ARENA_NEW(arena, struct map);
    map->arena = arena;
    map->size = 64;
    while (map->size < expected * 2)
        map->size *= 2;
    map->slots = ARENA_ARRAY(arena, map->size, struct slot);
    return map;
}

static struct slot *
slot_for(const struct map *map, const char *key, uint64_t hash)
{
    size_t at = hash & (map->size - 1);
    while (map->slots[at].key &&
           (map->slots[at].hash != hash || strcmp(map->slots[at].key, key) != 0))
        at = (at + 1) & (map->size - 1);
    return &map->slots[at];
}

void *
map_get(const struct map *map, const char *key)
{
    return key ? slot_for(map, key, hash_of(key))->value : NULL;
}

static void
grow(struct map *map)
{
    struct slot *old = map->slots;
    size_t size = map->size;
    map->size *= 2;
    map->slots = ARENA_ARRAY(map->arena, map->size, struct slot);
    for (size_t i = 0; i < size; i++)
        if (old[i].key)
            *slot_for(map, old[i].key, old[i].hash) = old[i];
}

void
map_put(struct map *map, const char *key, void *value)
{
    if ((map->used + 1) * 2 > map->size)
        grow(map);
    uint64_t hash = hash_of(key);
    struct slot *slot = slot_for(map, key, hash);
    if (!slot->key)
        map->used++;
    *slot = (struct slot){key, value, hash};
}
