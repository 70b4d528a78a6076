/* A map from text to a pointer, inside an arena; grows, never shrinks, never owns the keys.
 * For the look-ups of one batch. */
#ifndef LEADGEN_BASE_MAP_H
#define LEADGEN_BASE_MAP_H

#include <stddef.h>

#include "base/arena.h"

struct map;

struct map *map_new(struct arena *arena, size_t expected);

/* The value under a key, or NULL. A NULL key is never there. */
void *map_get(const struct map *map, const char *key);

/* Puts a value under a key, replacing what was there. The key must outlive the map. */
void map_put(struct map *map, const char *key, void *value);

#endif
