/* Notes on names of people. See name_note.h. */
#include "domain/cleaning/name_note.h"

#include <string.h>

enum { PARTS = 5, GIVEN_PARTS = 3 };

/* The parts as one text; NULL when there are none. */
static const char *
joined(struct arena *arena, const char *const *parts, size_t n)
{
    const char *all = NULL;
    for (size_t i = 0; i < n; i++)
        if (*parts[i])
            all = all ? arena_printf(arena, "%s %s", all, parts[i]) : parts[i];
    return all;
}

static uint64_t
sum_of(struct arena *arena, const char *const *parts, size_t n)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += value_note_sum(arena, parts[i]);
    return sum;
}

static void
note(struct arena *arena, struct value_note **notes, const char *column, const char *text,
     const char *const *parts, size_t n)
{
    if (sum_of(arena, parts, n) == value_note_sum(arena, text))
        return;
    const char *all = joined(arena, parts, n);
    value_note_add(arena, notes, column, text, all, all ? NULL : NAME_NOTE_NONE);
}

void
name_note_whole(struct arena *arena, struct value_note **notes, const char *column,
                const char *text, const struct person_name *name)
{
    const char *const parts[] = {name->title, name->first, name->middle, name->last, name->suffix};
    note(arena, notes, column, text, parts, PARTS);
}

void
name_note_pair(struct arena *arena, struct value_note **notes, const char *const columns[2],
               const char *const texts[2], const struct person_name *name)
{
    const char *const parts[] = {name->title, name->first, name->middle, name->last, name->suffix};
    struct person_name alone;
    bool reads[2];
    /* most names are what they were */
    if (!strcmp(texts[0] ? texts[0] : "", name->first) &&
        !strcmp(texts[1] ? texts[1] : "", name->last))
        return;
    if (sum_of(arena, parts, PARTS) ==
        value_note_sum(arena, texts[0]) + value_note_sum(arena, texts[1]))
        return;
    for (int i = 0; i < 2; i++)
        reads[i] = texts[i] && person_name_split(arena, texts[i], &alone);
    for (int i = 0; i < 2; i++) {
        size_t from = i && reads[0] ? GIVEN_PARTS : 0, to = !i && reads[1] ? GIVEN_PARTS : PARTS;
        if (reads[i])
            note(arena, notes, columns[i], texts[i], parts + from, to - from);
        else if (texts[i])
            value_note_add(arena, notes, columns[i], texts[i], NULL, NAME_NOTE_NONE);
    }
}
